/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-decisions.h"

#include "cnscd-repository-private.h"
#include "store/cnscd-unit-records-store.h"

static GArray *
query_decisions (CnscdDatabase *database, gconstpointer query, GError **error)
{
  return cnscd_decisions_query (database, query, error);
}

static const CnscdRowSource DECISIONS = {
  .query_size = sizeof (CnscdDecisionQuery),
  .n_texts = 2,
  .texts = {
    G_STRUCT_OFFSET (CnscdDecisionQuery, unit),
    G_STRUCT_OFFSET (CnscdDecisionQuery, search),
  },
  .query = query_decisions,
  .read = cnscd_decisions_read,
};

static void
list_in_worker (CnscdWorker *worker, GTask *task)
{
  const char *unit = g_task_get_task_data (task);
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);
  GPtrArray *rows = NULL;

  if (database != NULL)
    rows = cnscd_decisions_list (database, &(CnscdDecisionQuery) { .unit = unit }, &error);
  cnscd_repository_answer (task, rows, (GDestroyNotify) g_ptr_array_unref, error);
}

/**
 * cnscd_repository_query_decisions_async:
 * @self: a repository
 * @query: which decisions; copied
 * @cancellable: (nullable): to drop the query, at no cost if its turn has not come
 * @callback: called with the result; see cnscd_repository_query_finish()
 * @user_data: for @callback
 *
 * Asks for the numbers of all rows of a query.
 */
void
cnscd_repository_query_decisions_async (CnscdRepository *self,
                                        const CnscdDecisionQuery *query,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  cnscd_repository_query_rows (self, &DECISIONS, query, cancellable, callback, user_data);
}

/**
 * cnscd_repository_read_decisions_async:
 * @self: a repository
 * @nrs: (array length=n_nrs): numbers of rows; copied
 * @n_nrs: how many
 * @cancellable: (nullable): to lose interest
 * @callback: called with #CnscdDecisionSummary; see cnscd_repository_read_finish()
 * @user_data: for @callback
 *
 * Reads some decisions.
 */
void
cnscd_repository_read_decisions_async (CnscdRepository *self,
                                       const gint64 *nrs,
                                       gsize n_nrs,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  cnscd_repository_read_rows (self, &DECISIONS, nrs, n_nrs, cancellable, callback, user_data);
}

/**
 * cnscd_repository_list_decisions_async:
 * @self: a repository
 * @unit: code of a commune
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Reads every decision of a commune, to choose from.
 */
void
cnscd_repository_list_decisions_async (CnscdRepository *self,
                                       const char *unit,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (unit != NULL);

  cnscd_repository_queue_text (self, cnscd_repository_list_decisions_async, unit, list_in_worker,
                               cancellable, callback, user_data);
}

/**
 * cnscd_repository_list_decisions_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type CnscdDecisionSummary): the decisions, the
 *   newest first, without their counts
 */
GPtrArray *
cnscd_repository_list_decisions_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, cnscd_repository_list_decisions_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
load_decision_in_worker (CnscdWorker *worker, GTask *task)
{
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);
  CnscdDecisionDetails *details = NULL;

  if (database != NULL)
    details = cnscd_decision_details_read (database, g_task_get_task_data (task), &error);
  cnscd_repository_answer (task, details, (GDestroyNotify) cnscd_decision_details_free, error);
}

static void
load_unit_records_in_worker (CnscdWorker *worker, GTask *task)
{
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);
  CnscdUnitRecords *records = NULL;

  if (database != NULL)
    records = cnscd_unit_records_read (database, g_task_get_task_data (task), &error);
  cnscd_repository_answer (task, records, (GDestroyNotify) cnscd_unit_records_unref, error);
}

/**
 * cnscd_repository_load_decision_async:
 * @self: a repository
 * @decision: id of a decision
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Reads a decision, and the teams and people that it made or ended.
 */
void
cnscd_repository_load_decision_async (CnscdRepository *self,
                                      const char *decision,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (decision != NULL);

  cnscd_repository_queue_text (self, cnscd_repository_load_decision_async, decision,
                               load_decision_in_worker, cancellable, callback, user_data);
}

/**
 * cnscd_repository_load_decision_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error; %CNSCD_STORE_ERROR_NOT_FOUND when there is no such decision
 *
 * Returns: (transfer full) (nullable): the decision and what it did
 */
CnscdDecisionDetails *
cnscd_repository_load_decision_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, cnscd_repository_load_decision_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cnscd_repository_load_unit_records_async:
 * @self: a repository
 * @unit: code of a commune
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Reads every record of a commune that a decision may have to do with.
 */
void
cnscd_repository_load_unit_records_async (CnscdRepository *self,
                                          const char *unit,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (unit != NULL);

  cnscd_repository_queue_text (self, cnscd_repository_load_unit_records_async, unit,
                               load_unit_records_in_worker, cancellable, callback, user_data);
}

/**
 * cnscd_repository_load_unit_records_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the records
 */
CnscdUnitRecords *
cnscd_repository_load_unit_records_finish (CnscdRepository *self,
                                           GAsyncResult *result,
                                           GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, cnscd_repository_load_unit_records_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
