/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-sessions.h"

#include "cnscd-repository-private.h"
#include "store/cnscd-catalog-store.h"

static void
list_in_worker (CnscdWorker *worker, GTask *task)
{
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_unchecked_database (worker, &error);
  GPtrArray *sessions = NULL;

  if (database != NULL)
    sessions = cnscd_sessions_list (database, g_task_get_task_data (task), &error);
  cnscd_repository_answer (task, sessions, (GDestroyNotify) g_ptr_array_unref, error);
}

static void
load_in_worker (CnscdWorker *worker, GTask *task)
{
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);
  GPtrArray *sessions = NULL;

  if (database != NULL)
    sessions = cnscd_sessions_load (database, g_task_get_task_data (task), &error);
  cnscd_repository_answer (task, sessions, (GDestroyNotify) g_ptr_array_unref, error);
}

static void
load_catalog_in_worker (CnscdWorker *worker, GTask *task)
{
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_unchecked_database (worker, &error);
  CnscdCatalog *catalog = NULL;

  if (database != NULL)
    catalog = cnscd_catalog_read (database, g_task_get_task_data (task), &error);
  cnscd_repository_answer (task, catalog, (GDestroyNotify) cnscd_catalog_unref, error);
}

static void
queue_query (CnscdRepository *self,
             gpointer tag,
             const CnscdSessionQuery *query,
             CnscdWorkerFunc func,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, cnscd_session_query_copy (query),
                        (GDestroyNotify) cnscd_session_query_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, func);
}

/**
 * cnscd_repository_list_sessions_async:
 * @self: a repository
 * @query: which sessions; copied
 * @cancellable: (nullable): to drop the query, at no cost if its turn has not come
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Reads what calendars and lists show of sessions.
 */
void
cnscd_repository_list_sessions_async (CnscdRepository *self,
                                      const CnscdSessionQuery *query,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (query != NULL);

  queue_query (self, cnscd_repository_list_sessions_async, query, list_in_worker, cancellable,
               callback, user_data);
}

/**
 * cnscd_repository_list_sessions_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type CnscdSessionSummary): the sessions by their
 * start
 */
GPtrArray *
cnscd_repository_list_sessions_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  return cnscd_repository_finish (self, result, cnscd_repository_list_sessions_async, error);
}

/**
 * cnscd_repository_load_sessions_async:
 * @self: a repository
 * @query: which sessions; copied
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Reads sessions with all that belongs to them.
 */
void
cnscd_repository_load_sessions_async (CnscdRepository *self,
                                      const CnscdSessionQuery *query,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (query != NULL);

  queue_query (self, cnscd_repository_load_sessions_async, query, load_in_worker, cancellable,
               callback, user_data);
}

/**
 * cnscd_repository_load_sessions_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type CnscdSessionRecords): the sessions by their
 *   start; none when there are none any more
 */
GPtrArray *
cnscd_repository_load_sessions_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  return cnscd_repository_finish (self, result, cnscd_repository_load_sessions_async, error);
}

/**
 * cnscd_repository_load_catalog_async:
 * @self: a repository
 * @unit: (nullable): code of a commune, %NULL for all of the province
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Reads topics, audiences, indicators and holidays.
 */
void
cnscd_repository_load_catalog_async (CnscdRepository *self,
                                     const char *unit,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (CNSCD_IS_REPOSITORY (self));

  cnscd_repository_queue_text (self, cnscd_repository_load_catalog_async, unit,
                               load_catalog_in_worker, cancellable, callback, user_data);
}

/**
 * cnscd_repository_load_catalog_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the catalogue
 */
CnscdCatalog *
cnscd_repository_load_catalog_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  return cnscd_repository_finish (self, result, cnscd_repository_load_catalog_async, error);
}
