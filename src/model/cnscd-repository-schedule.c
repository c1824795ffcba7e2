/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-schedule.h"

#include "cnscd-repository-private.h"
#include "store/cnscd-record-store.h"

static void
list_days_in_worker (CnscdWorker *worker, GTask *task)
{
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_unchecked_database (worker, &error);
  GPtrArray *days = NULL;

  if (database != NULL)
    days = cnscd_session_days_list (database, g_task_get_task_data (task), &error);
  cnscd_repository_answer (task, days, (GDestroyNotify) g_ptr_array_unref, error);
}

static CnscdSessionInSeries *
load (CnscdDatabase *database, const char *id, GError **error)
{
  g_autoptr (CnscdSessionInSeries) loaded = g_new0 (CnscdSessionInSeries, 1);
  const char *series;

  loaded->session = cnscd_session_load (database, id, error);
  if (loaded->session == NULL)
    return NULL;

  series = loaded->session->session->series;
  if (series != NULL)
    {
      loaded->series = cnscd_record_store_get (database, &CNSCD_KIND_SERIES, series, error);
      if (loaded->series == NULL)
        return NULL;
      loaded->sessions = cnscd_sessions_load_series (database, series, error);
      if (loaded->sessions == NULL)
        return NULL;
    }

  return g_steal_pointer (&loaded);
}

static void
load_in_worker (CnscdWorker *worker, GTask *task)
{
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);
  CnscdSessionInSeries *loaded = NULL;

  if (database != NULL)
    loaded = load (database, g_task_get_task_data (task), &error);
  cnscd_repository_answer (task, loaded, (GDestroyNotify) cnscd_session_in_series_free, error);
}

/**
 * cnscd_session_in_series_free: (skip)
 * @self: (transfer full): a session
 */
void
cnscd_session_in_series_free (CnscdSessionInSeries *self)
{
  g_clear_pointer (&self->session, cnscd_session_records_unref);
  g_clear_pointer (&self->series, cnscd_record_unref);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_free (self);
}

/**
 * cnscd_repository_list_session_days_async:
 * @self: a repository
 * @query: which sessions, and how many of each day are read; copied
 * @cancellable: (nullable): to drop the query, at no cost if its turn has not come
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Reads what a calendar shows of a range of days, which takes some 20 ms for a
 * month of the province.
 */
void
cnscd_repository_list_session_days_async (CnscdRepository *self,
                                          const CnscdSessionQuery *query,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (query != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_list_session_days_async);
  g_task_set_task_data (task, cnscd_session_query_copy (query),
                        (GDestroyNotify) cnscd_session_query_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, list_days_in_worker);
}

/**
 * cnscd_repository_list_session_days_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type CnscdSessionDay): the days on which there are
 *   sessions, in order
 */
GPtrArray *
cnscd_repository_list_session_days_finish (CnscdRepository *self,
                                           GAsyncResult *result,
                                           GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, cnscd_repository_list_session_days_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cnscd_repository_load_session_async:
 * @self: a repository
 * @session: id of a session
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Reads a session with all that belongs to it, and its series.
 */
void
cnscd_repository_load_session_async (CnscdRepository *self,
                                     const char *session,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (session != NULL);

  cnscd_repository_queue_text (self, cnscd_repository_load_session_async, session, load_in_worker,
                               cancellable, callback, user_data);
}

/**
 * cnscd_repository_load_session_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the session
 */
CnscdSessionInSeries *
cnscd_repository_load_session_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, cnscd_repository_load_session_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
