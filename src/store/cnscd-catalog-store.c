/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-catalog-store.h"

#include "core/cnscd-records.h"
#include "cnscd-database-private.h"
#include "cnscd-record-store.h"
#include "cnscd-statement.h"

static gboolean
read_kind (CnscdDatabase *database,
           const CnscdKind *kind,
           const char *unit,
           CnscdCatalog *catalog,
           GError **error)
{
  g_autoptr (GPtrArray) records = cnscd_record_store_list (database, kind, unit, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    cnscd_catalog_add (catalog, records->pdata[i]);

  return records != NULL;
}

/**
 * cnscd_catalog_read:
 * @database: a connection
 * @unit: (nullable): code of a commune, %NULL for all
 * @error: return location for a #CnscdStoreError
 *
 * Returns: (transfer full) (nullable): the province's catalogue and what the commune added to it
 */
CnscdCatalog *
cnscd_catalog_read (CnscdDatabase *database, const char *unit, GError **error)
{
  g_autoptr (CnscdCatalog) catalog = NULL;
  gboolean done = TRUE;

  g_return_val_if_fail (database != NULL, NULL);

  catalog = cnscd_catalog_new ();
  if (!cnscd_database_begin_reading (database, error))
    return NULL;
  for (guint i = 0; done && CNSCD_KINDS[i] != NULL; i++)
    {
      if (!CNSCD_KINDS[i]->catalog)
        continue;
      done = read_kind (database, CNSCD_KINDS[i], unit != NULL ? CNSCD_PROVINCE_CODE : NULL,
                        catalog, error) &&
             (unit == NULL || read_kind (database, CNSCD_KINDS[i], unit, catalog, error));
    }
  cnscd_database_end_reading (database);

  if (!done)
    return NULL;
  cnscd_catalog_sort (catalog);
  return g_steal_pointer (&catalog);
}

/**
 * cnscd_catalog_list_used:
 * @database: a connection
 * @error: return location for a #CnscdStoreError
 *
 * Finds what of the catalogue sessions have, of any commune, so that it is ended and not deleted.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): ids of topics, audiences and indicators
 */
GHashTable *
cnscd_catalog_list_used (CnscdDatabase *database, GError **error)
{
  static const char sql[] =
    "SELECT id FROM topic t WHERE EXISTS"
    " (SELECT 1 FROM session_topic x WHERE x.topic = t.id AND x.deleted = 0)"
    " UNION ALL SELECT id FROM audience t WHERE EXISTS"
    " (SELECT 1 FROM session x WHERE x.audience = t.id AND x.deleted = 0)"
    " UNION ALL SELECT id FROM indicator t WHERE EXISTS"
    " (SELECT 1 FROM session_result x WHERE x.indicator = t.id AND x.deleted = 0)";
  g_autoptr (GHashTable) used = NULL;
  g_autoptr (CnscdStatement) statement = NULL;
  CnscdStep step;

  g_return_val_if_fail (database != NULL, NULL);

  statement = cnscd_statement_take (database, sql, error);
  if (statement == NULL)
    return NULL;

  used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    g_hash_table_add (used, cnscd_statement_dup_text (statement, 0));
  return step == CNSCD_STEP_DONE ? g_steal_pointer (&used) : NULL;
}
