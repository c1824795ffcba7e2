/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-catalog-store.h"

#include "core/cnscd-records.h"
#include "cnscd-database-private.h"
#include "cnscd-record-store.h"

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
