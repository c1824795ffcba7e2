/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-print.h"

#include "print/cnscd-schedule-source.h"
#include "print/cnscd-sign-in-source.h"
#include "cnscd-repository-private.h"

static void
free_sign_in (gpointer sheet)
{
  cnscd_sign_in_free (sheet);
}

static void
load_schedules_in_worker (CnscdWorker *worker, GTask *task)
{
  const CnscdSessionQuery *query = g_task_get_task_data (task);
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);
  GPtrArray *schedules = NULL;

  if (database != NULL)
    schedules = cnscd_schedule_source_load_all (database, query, &error);
  if (schedules != NULL)
    g_task_return_pointer (task, schedules, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
load_sign_in_in_worker (CnscdWorker *worker, GTask *task)
{
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);
  CnscdSignIn *sheet = NULL;

  if (database != NULL)
    sheet = cnscd_sign_in_source_load (database, g_task_get_task_data (task), &error);
  if (sheet != NULL)
    g_task_return_pointer (task, sheet, free_sign_in);
  else
    g_task_return_error (task, error);
}

/**
 * cnscd_repository_load_schedules_async:
 * @self: a repository
 * @query: which sessions, from a first to a last day; no commune for this office's, or at the
 *   province's desk for every one that has sessions
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Reads what printed schedules say.
 */
void
cnscd_repository_load_schedules_async (CnscdRepository *self,
                                       const CnscdSessionQuery *query,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  GTask *task;
  CnscdSessionQuery of_office;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self) && query != NULL);
  g_return_if_fail (cnscd_date_is_full (query->from) && cnscd_date_is_full (query->to));

  of_office = *query;
  if (of_office.unit == NULL)
    of_office.unit = cnscd_repository_get_unit (self);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_load_schedules_async);
  g_task_set_task_data (task, cnscd_session_query_copy (&of_office),
                        (GDestroyNotify) cnscd_session_query_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, load_schedules_in_worker);
}

/**
 * cnscd_repository_load_schedules_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type CnscdSchedule): the schedules
 */
GPtrArray *
cnscd_repository_load_schedules_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cnscd_repository_load_sign_in_async:
 * @self: a repository
 * @session: id of a session
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Reads what the sign-in sheet of a session says.
 */
void
cnscd_repository_load_sign_in_async (CnscdRepository *self,
                                     const char *session,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (session != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_load_sign_in_async);
  g_task_set_task_data (task, g_strdup (session), g_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, load_sign_in_in_worker);
}

/**
 * cnscd_repository_load_sign_in_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the sheet
 */
CnscdSignIn *
cnscd_repository_load_sign_in_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
