/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-report.h"

#include "cnscd-repository-private.h"

static void
load_in_worker (CnscdWorker *worker, GTask *task)
{
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);
  CnscdSessionReport *report = NULL;

  if (database != NULL)
    report = cnscd_session_report_read (database, g_task_get_task_data (task), &error);
  cnscd_repository_answer (task, report, (GDestroyNotify) cnscd_session_report_free, error);
}

/**
 * cnscd_repository_load_report_async:
 * @self: a repository
 * @session: id of a session
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Reads what somebody needs to report a session.
 */
void
cnscd_repository_load_report_async (CnscdRepository *self,
                                    const char *session,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (session != NULL);

  cnscd_repository_queue_text (self, cnscd_repository_load_report_async, session, load_in_worker,
                               cancellable, callback, user_data);
}

/**
 * cnscd_repository_load_report_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the session and what its report needs
 */
CnscdSessionReport *
cnscd_repository_load_report_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  return cnscd_repository_finish (self, result, cnscd_repository_load_report_async, error);
}
