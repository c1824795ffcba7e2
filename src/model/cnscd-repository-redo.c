/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-redo.h"

#include "cnscd-repository-private.h"
#include "store/cnscd-action.h"

typedef struct
{
  gint64 action;
  gint64 redone;
  guint n_kept;
} Request;

static void
redo_in_worker (CnscdWorker *worker, GTask *task)
{
  CnscdRepository *self = g_task_get_source_object (task);
  Request *request = g_task_get_task_data (task);
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);

  if (database == NULL || !cnscd_action_redo (database, request->action, NULL, NULL,
                                              &request->redone, &request->n_kept, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  cnscd_repository_committed (self, task, database);
  g_task_return_boolean (task, TRUE);
}

/**
 * cnscd_repository_redo_async:
 * @self: a repository
 * @action: what was undone
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Does again what an action did that was undone; see cnscd_action_redo().
 */
void
cnscd_repository_redo_async (CnscdRepository *self,
                             gint64 action,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task;
  Request *request;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));

  request = g_new0 (Request, 1);
  request->action = action;
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_redo_async);
  g_task_set_task_data (task, request, g_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, redo_in_worker);
}

/**
 * cnscd_repository_redo_finish:
 * @self: a repository
 * @result: given to the callback
 * @redone: (out): for undoing it once more
 * @n_kept: (out): how many records stay as they were changed since
 * @error: return location for a #CnscdStoreError
 *
 * Returns: whether it was done again
 */
gboolean
cnscd_repository_redo_finish (CnscdRepository *self,
                              GAsyncResult *result,
                              gint64 *redone,
                              guint *n_kept,
                              GError **error)
{
  const Request *request;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, cnscd_repository_redo_async), FALSE);

  request = g_task_get_task_data (G_TASK (result));
  *redone = request->redone;
  *n_kept = request->n_kept;
  return g_task_propagate_boolean (G_TASK (result), error);
}
