/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-hamlets.h"

#include "cnscd-repository-private.h"

static GArray *
query_hamlets (CnscdDatabase *database, gconstpointer query, GError **error)
{
  return cnscd_hamlets_query (database, query, error);
}

static const CnscdRowSource HAMLETS = {
  .query_size = sizeof (CnscdHamletQuery),
  .n_texts = 2,
  .texts = {
    G_STRUCT_OFFSET (CnscdHamletQuery, unit),
    G_STRUCT_OFFSET (CnscdHamletQuery, search),
  },
  .query = query_hamlets,
  .read = cnscd_hamlets_read,
};

static void
read_teams_in_worker (CnscdWorker *worker, GTask *task)
{
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);
  g_autoptr (GArray) nrs = NULL;
  GPtrArray *teams = NULL;

  if (database != NULL)
    nrs = cnscd_hamlets_query_teams (database, g_task_get_task_data (task), &error);
  if (nrs != NULL)
    teams = cnscd_teams_read (database, (const gint64 *) (gpointer) nrs->data, nrs->len, &error);
  cnscd_repository_answer (task, teams, (GDestroyNotify) g_ptr_array_unref, error);
}

static void
load_in_worker (CnscdWorker *worker, GTask *task)
{
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);
  CnscdHamletDetails *details = NULL;

  if (database != NULL)
    details = cnscd_hamlets_get (database, g_task_get_task_data (task), &error);
  cnscd_repository_answer (task, details, (GDestroyNotify) cnscd_hamlet_details_unref, error);
}

static void
load_current_in_worker (CnscdWorker *worker, GTask *task)
{
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);
  GPtrArray *hamlets = NULL;

  if (database != NULL)
    hamlets = cnscd_hamlets_get_current (database, g_task_get_task_data (task), &error);
  cnscd_repository_answer (task, hamlets, (GDestroyNotify) g_ptr_array_unref, error);
}

/**
 * cnscd_repository_query_hamlets_async:
 * @self: a repository
 * @query: which hamlets; copied
 * @cancellable: (nullable): to drop the query, at no cost if its turn has not come
 * @callback: called with the result; see cnscd_repository_query_finish()
 * @user_data: for @callback
 *
 * Asks for the numbers of all rows of a query.
 */
void
cnscd_repository_query_hamlets_async (CnscdRepository *self,
                                      const CnscdHamletQuery *query,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  cnscd_repository_query_rows (self, &HAMLETS, query, cancellable, callback, user_data);
}

/**
 * cnscd_repository_read_hamlets_async:
 * @self: a repository
 * @nrs: (array length=n_nrs): numbers of rows; copied
 * @n_nrs: how many
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result; see cnscd_repository_read_finish()
 * @user_data: for @callback
 *
 * Reads some hamlets, as #CnscdHamletSummary.
 */
void
cnscd_repository_read_hamlets_async (CnscdRepository *self,
                                     const gint64 *nrs,
                                     gsize n_nrs,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  cnscd_repository_read_rows (self, &HAMLETS, nrs, n_nrs, cancellable, callback, user_data);
}

/**
 * cnscd_repository_read_hamlet_teams_async:
 * @self: a repository
 * @hamlet: id of a hamlet
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result; see cnscd_repository_read_finish()
 * @user_data: for @callback
 *
 * Reads the teams of a hamlet, as #CnscdTeamSummary: current ones, then those that have ended.
 */
void
cnscd_repository_read_hamlet_teams_async (CnscdRepository *self,
                                          const char *hamlet,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (hamlet != NULL);

  cnscd_repository_queue_text (self, cnscd_repository_read_finish, hamlet, read_teams_in_worker,
                               cancellable, callback, user_data);
}

/**
 * cnscd_repository_load_hamlet_async:
 * @self: a repository
 * @hamlet: id of a hamlet
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Reads a hamlet with its figures and current teams.
 */
void
cnscd_repository_load_hamlet_async (CnscdRepository *self,
                                    const char *hamlet,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (hamlet != NULL);

  cnscd_repository_queue_text (self, cnscd_repository_load_hamlet_async, hamlet, load_in_worker,
                               cancellable, callback, user_data);
}

/**
 * cnscd_repository_load_hamlet_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error; %CNSCD_STORE_ERROR_NOT_FOUND when there is no such hamlet
 *
 * Returns: (transfer full) (nullable): the hamlet, or %NULL with @error set
 */
CnscdHamletDetails *
cnscd_repository_load_hamlet_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, cnscd_repository_load_hamlet_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cnscd_repository_load_current_hamlets_async:
 * @self: a repository
 * @unit: code of a commune
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Reads the hamlets of one commune that go on, which are a few dozen.
 */
void
cnscd_repository_load_current_hamlets_async (CnscdRepository *self,
                                             const char *unit,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data)
{
  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (unit != NULL);

  cnscd_repository_queue_text (self, cnscd_repository_load_current_hamlets_async, unit,
                               load_current_in_worker, cancellable, callback, user_data);
}

/**
 * cnscd_repository_load_current_hamlets_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type CnscdHamletDetails): the hamlets, by name
 */
GPtrArray *
cnscd_repository_load_current_hamlets_finish (CnscdRepository *self,
                                              GAsyncResult *result,
                                              GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (
    g_async_result_is_tagged (result, cnscd_repository_load_current_hamlets_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
