/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-session-files.h"

#include "cnscd-repository-private.h"
#include "exchange/cnscd-export-sessions.h"

typedef struct
{
  CnscdSessionQuery *query;
  GFile *file;
  guint n_rows;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  cnscd_session_query_free (request->query);
  g_object_unref (request->file);
  g_free (request);
}

static void
export_in_worker (CnscdWorker *worker, GTask *task)
{
  Request *request = g_task_get_task_data (task);
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);

  if (database != NULL &&
      cnscd_export_sessions (database, request->query, request->file, g_task_get_cancellable (task),
                             &request->n_rows, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * cnscd_repository_export_sessions_async:
 * @self: a repository
 * @query: which sessions
 * @file: where to; the format follows its name
 * @cancellable: (nullable): to give up before the file is written
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Writes sessions as a calendar or a spreadsheet.
 */
void
cnscd_repository_export_sessions_async (CnscdRepository *self,
                                        const CnscdSessionQuery *query,
                                        GFile *file,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  GTask *task;
  Request *request;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (query != NULL && G_IS_FILE (file));

  request = g_new0 (Request, 1);
  request->query = cnscd_session_query_copy (query);
  request->file = g_object_ref (file);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, cnscd_repository_export_sessions_async);
  g_task_set_task_data (task, request, request_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, export_in_worker);
}

/**
 * cnscd_repository_export_sessions_finish:
 * @self: a repository
 * @result: given to the callback
 * @n_rows: (out) (optional): sessions written
 * @error: return location for an error
 *
 * Returns: whether the file was written
 */
gboolean
cnscd_repository_export_sessions_finish (CnscdRepository *self,
                                         GAsyncResult *result,
                                         guint *n_rows,
                                         GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (n_rows != NULL)
    *n_rows = ((const Request *) g_task_get_task_data (G_TASK (result)))->n_rows;
  return g_task_propagate_boolean (G_TASK (result), error);
}
