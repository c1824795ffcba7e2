/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-unit-records-store.h"

#include "cnscd-database-private.h"
#include "cnscd-record-store.h"

static gboolean
read_kind (CnscdDatabase *database,
           const CnscdKind *kind,
           CnscdUnitRecords *records,
           GError **error)
{
  g_autoptr (GPtrArray) some =
    cnscd_record_store_list (database, kind, cnscd_unit_records_get_unit (records), error);

  for (guint i = 0; some != NULL && i < some->len; i++)
    cnscd_unit_records_add (records, some->pdata[i]);
  return some != NULL;
}

/**
 * cnscd_unit_records_read:
 * @database: a connection
 * @unit: code of a commune
 * @error: return location for a #CnscdStoreError
 *
 * Reads what a decision may have to do with: a commune's hamlets, teams,
 * people and memberships, those of the past as well.
 *
 * Returns: (transfer full) (nullable): the records
 */
CnscdUnitRecords *
cnscd_unit_records_read (CnscdDatabase *database, const char *unit, GError **error)
{
  static const CnscdKind *const kinds[] = { &CNSCD_KIND_HAMLET, &CNSCD_KIND_TEAM,
                                            &CNSCD_KIND_PERSON, &CNSCD_KIND_MEMBERSHIP };
  g_autoptr (CnscdUnitRecords) records = NULL;
  gboolean done = TRUE;

  g_return_val_if_fail (database != NULL && unit != NULL, NULL);

  records = cnscd_unit_records_new (unit);
  if (!cnscd_database_begin_reading (database, error))
    return NULL;
  for (guint i = 0; done && i < G_N_ELEMENTS (kinds); i++)
    done = read_kind (database, kinds[i], records, error);
  cnscd_database_end_reading (database);

  return done ? g_steal_pointer (&records) : NULL;
}
