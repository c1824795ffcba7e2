/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-catalog.h"

#include "cnscd-repository-private.h"
#include "store/cnscd-catalog-store.h"

typedef struct
{
  CnscdCatalog *catalog;
  GHashTable *used;
} OwnCatalog;

static void
own_catalog_free (gpointer data)
{
  OwnCatalog *own = data;

  g_clear_pointer (&own->catalog, cnscd_catalog_unref);
  g_clear_pointer (&own->used, g_hash_table_unref);
  g_free (own);
}

/* The province's own has nothing that a commune added. */
static CnscdCatalog *
keep_provinces (CnscdCatalog *all)
{
  CnscdCatalog *kept = cnscd_catalog_new ();
  GPtrArray *lists[] = { all->topics, all->audiences, all->audience_topics, all->indicators,
                         all->holidays };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      if (g_strcmp0 (((CnscdRecord *) lists[i]->pdata[j])->unit, CNSCD_PROVINCE_CODE) == 0)
        cnscd_catalog_add (kept, lists[i]->pdata[j]);
  cnscd_catalog_unref (all);
  return kept;
}

static void
load_in_worker (CnscdWorker *worker, GTask *task)
{
  const char *unit = g_task_get_task_data (task);
  OwnCatalog *own = g_new0 (OwnCatalog, 1);
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);

  if (database != NULL)
    own->catalog = cnscd_catalog_read (database, unit, &error);
  if (own->catalog != NULL)
    own->used = cnscd_catalog_list_used (database, &error);
  if (own->used == NULL)
    g_clear_pointer (&own, own_catalog_free);
  else if (unit == NULL)
    own->catalog = keep_provinces (own->catalog);
  cnscd_repository_answer (task, own, own_catalog_free, error);
}

/**
 * cnscd_repository_load_own_catalog_async:
 * @self: a repository
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Reads the catalogue as the office may change it: the province's, and what its commune added.
 */
void
cnscd_repository_load_own_catalog_async (CnscdRepository *self,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  g_return_if_fail (CNSCD_IS_REPOSITORY (self));

  cnscd_repository_queue_text (self, cnscd_repository_load_own_catalog_async,
                               cnscd_repository_get_unit (self), load_in_worker, cancellable,
                               callback, user_data);
}

/**
 * cnscd_repository_load_own_catalog_finish:
 * @self: a repository
 * @result: given to the callback
 * @used: (out) (transfer full): ids of what sessions have
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the catalogue
 */
CnscdCatalog *
cnscd_repository_load_own_catalog_finish (CnscdRepository *self,
                                          GAsyncResult *result,
                                          GHashTable **used,
                                          GError **error)
{
  OwnCatalog *own =
    cnscd_repository_finish (self, result, cnscd_repository_load_own_catalog_async, error);
  CnscdCatalog *catalog;

  if (own == NULL)
    return NULL;

  *used = g_steal_pointer (&own->used);
  catalog = g_steal_pointer (&own->catalog);
  own_catalog_free (own);
  return catalog;
}
