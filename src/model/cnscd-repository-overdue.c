/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-overdue.h"

#include "cnscd-repository-private.h"

/* Whoever had no session in so many days is neglected. */
#define NEGLECTED_AFTER 60

static GArray *
query_overdue (CnscdDatabase *database, gconstpointer query, GError **error)
{
  return cnscd_overdue_query (database, query, error);
}

static const CnscdRowSource OVERDUE = {
  .query_size = sizeof (CnscdOverdueQuery),
  .n_texts = 2,
  .texts = {
    G_STRUCT_OFFSET (CnscdOverdueQuery, unit),
    G_STRUCT_OFFSET (CnscdOverdueQuery, search),
  },
  .query = query_overdue,
  .read = cnscd_sessions_read,
};

static void
count_in_worker (CnscdWorker *worker, GTask *task)
{
  const CnscdOverdueQuery query = { .unit = g_task_get_task_data (task), .now = cnscd_time_now () };
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_unchecked_database (worker, &error);
  guint n_sessions = 0;

  if (database != NULL && cnscd_overdue_count (database, &query, &n_sessions, &error))
    g_task_return_int (task, n_sessions);
  else
    g_task_return_error (task, error);
}

static void
list_neglected_in_worker (CnscdWorker *worker, GTask *task)
{
  const char *unit = g_task_get_task_data (task);
  CnscdDate today = cnscd_date_today ();
  CnscdDate since = cnscd_date_add_days (today, -NEGLECTED_AFTER);
  g_autoptr (CnscdNeglectedLists) lists = g_new0 (CnscdNeglectedLists, 1);
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);

  if (database != NULL)
    lists->hamlets = cnscd_neglected_list_hamlets (database, unit, since, today, &error);
  if (lists->hamlets != NULL)
    lists->audiences = cnscd_neglected_list_audiences (database, unit, since, today, &error);
  cnscd_repository_answer (task, lists->audiences != NULL ? g_steal_pointer (&lists) : NULL,
                           (GDestroyNotify) cnscd_neglected_lists_free, error);
}

/**
 * cnscd_neglected_lists_free: (skip)
 * @lists: (transfer full): lists
 */
void
cnscd_neglected_lists_free (CnscdNeglectedLists *lists)
{
  g_clear_pointer (&lists->hamlets, g_ptr_array_unref);
  g_clear_pointer (&lists->audiences, g_ptr_array_unref);
  g_free (lists);
}

/**
 * cnscd_repository_query_overdue_async:
 * @self: a repository
 * @query: which sessions; copied
 * @cancellable: (nullable): to drop the query, at no cost if its turn has not come
 * @callback: called with the result; see cnscd_repository_query_finish()
 * @user_data: for @callback
 *
 * Asks for the numbers of all rows of a query.
 */
void
cnscd_repository_query_overdue_async (CnscdRepository *self,
                                      const CnscdOverdueQuery *query,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  cnscd_repository_query_rows (self, &OVERDUE, query, cancellable, callback, user_data);
}

/**
 * cnscd_repository_read_overdue_async:
 * @self: a repository
 * @nrs: (array length=n_nrs): numbers of rows; copied
 * @n_nrs: how many
 * @cancellable: (nullable): to lose interest
 * @callback: called with #CnscdSessionSummary; see cnscd_repository_read_finish()
 * @user_data: for @callback
 *
 * Reads some sessions.
 */
void
cnscd_repository_read_overdue_async (CnscdRepository *self,
                                     const gint64 *nrs,
                                     gsize n_nrs,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  cnscd_repository_read_rows (self, &OVERDUE, nrs, n_nrs, cancellable, callback, user_data);
}

/**
 * cnscd_repository_count_overdue_async:
 * @self: a repository
 * @unit: (nullable): code of a commune; %NULL for all
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Counts the sessions that are over and not reported.
 */
void
cnscd_repository_count_overdue_async (CnscdRepository *self,
                                      const char *unit,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_return_if_fail (CNSCD_IS_REPOSITORY (self));

  cnscd_repository_queue_text (self, cnscd_repository_count_overdue_async, unit, count_in_worker,
                               cancellable, callback, user_data);
}

/**
 * cnscd_repository_count_overdue_finish:
 * @self: a repository
 * @result: given to the callback
 * @n_sessions: (out): how many
 * @error: return location for an error
 *
 * Returns: whether they were counted
 */
gboolean
cnscd_repository_count_overdue_finish (CnscdRepository *self,
                                       GAsyncResult *result,
                                       guint *n_sessions,
                                       GError **error)
{
  gssize n;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, cnscd_repository_count_overdue_async),
                        FALSE);

  n = g_task_propagate_int (G_TASK (result), error);
  *n_sessions = n >= 0 ? (guint) n : 0;
  return n >= 0;
}

/**
 * cnscd_repository_list_neglected_async:
 * @self: a repository
 * @unit: code of a commune
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Lists the commune's hamlets and audiences without a session in the last 60 days.
 */
void
cnscd_repository_list_neglected_async (CnscdRepository *self,
                                       const char *unit,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (unit != NULL);

  cnscd_repository_queue_text (self, cnscd_repository_list_neglected_async, unit,
                               list_neglected_in_worker, cancellable, callback, user_data);
}

/**
 * cnscd_repository_list_neglected_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the lists
 */
CnscdNeglectedLists *
cnscd_repository_list_neglected_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  return cnscd_repository_finish (self, result, cnscd_repository_list_neglected_async, error);
}
