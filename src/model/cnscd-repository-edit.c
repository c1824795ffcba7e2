/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-private.h"

#include "store/cnscd-action.h"
#include "store/cnscd-change-set-store.h"

static void
apply_in_worker (CnscdWorker *worker, GTask *task)
{
  CnscdRepository *self = g_task_get_source_object (task);
  const CnscdChangeSet *set = g_task_get_task_data (task);
  gint64 action = 0;
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);

  if (database == NULL || !cnscd_change_set_apply (database, set, &action, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (action != 0)
    cnscd_repository_committed (self, task, database);
  g_task_return_pointer (task, g_memdup2 (&action, sizeof action), g_free);
}

typedef struct
{
  gint64 action;
  guint done;  /* atomic */
  guint total; /* atomic */
} UndoRequest;

/* On the repository: the last UndoRequest. */
static G_DEFINE_QUARK (cnscd - repository - undo, undo);

static void
undo_request_unref (gpointer data)
{
  g_atomic_rc_box_release (data);
}

static void
report_undo_cb (guint done, guint total, gpointer user_data)
{
  UndoRequest *request = user_data;

  g_atomic_int_set (&request->total, total);
  g_atomic_int_set (&request->done, done);
}

static void
undo_in_worker (CnscdWorker *worker, GTask *task)
{
  CnscdRepository *self = g_task_get_source_object (task);
  UndoRequest *request = g_task_get_task_data (task);
  guint n_kept = 0;
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);

  if (database == NULL ||
      !cnscd_action_undo_with_progress (database, request->action, report_undo_cb, request, NULL,
                                        &n_kept, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  cnscd_repository_committed (self, task, database);
  g_task_return_int (task, n_kept);
}

static GTask *
task_new (CnscdRepository *self,
          gpointer tag,
          gpointer data,
          GDestroyNotify free_data,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, data, free_data);
  return task;
}

/**
 * cnscd_repository_apply_async:
 * @self: a repository
 * @set: what somebody changed
 * @callback: called when it is durable, or refused
 * @user_data: for @callback
 *
 * Applies a change set, all of it or nothing. It cannot be cancelled: whoever
 * pressed "Save" is told what came of it.
 */
void
cnscd_repository_apply_async (CnscdRepository *self,
                              CnscdChangeSet *set,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (set != NULL);

  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL,
                          task_new (self, cnscd_repository_apply_async, cnscd_change_set_ref (set),
                                    (GDestroyNotify) cnscd_change_set_unref, callback, user_data),
                          apply_in_worker);
}

/**
 * cnscd_repository_apply_finish:
 * @self: a repository
 * @result: given to the callback
 * @action: (out) (optional): what undoes it; 0 when nothing was changed
 * @error: return location for a #CnscdStoreError
 *
 * Returns: whether the changes are stored
 */
gboolean
cnscd_repository_apply_finish (CnscdRepository *self,
                               GAsyncResult *result,
                               gint64 *action,
                               GError **error)
{
  g_autofree gint64 *applied = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, cnscd_repository_apply_async), FALSE);

  applied = g_task_propagate_pointer (G_TASK (result), error);
  if (applied != NULL && action != NULL)
    *action = *applied;
  return applied != NULL;
}

/**
 * cnscd_repository_undo_async:
 * @self: a repository
 * @action: what to take back: of cnscd_repository_apply_finish(), of
 *   cnscd_repository_import_finish() or of an overview
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Takes back what an action did, but for what was edited since.
 */
void
cnscd_repository_undo_async (CnscdRepository *self,
                             gint64 action,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  UndoRequest *request;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));

  request = g_atomic_rc_box_new0 (UndoRequest);
  request->action = action;
  g_object_set_qdata_full (G_OBJECT (self), undo_quark (), g_atomic_rc_box_acquire (request),
                           undo_request_unref);
  cnscd_repository_queue (
    self, CNSCD_WORKER_PRIORITY_NORMAL,
    task_new (self, cnscd_repository_undo_async, request, undo_request_unref, callback, user_data),
    undo_in_worker);
}

/**
 * cnscd_repository_get_undo_progress:
 * @self: a repository
 *
 * Returns: how much of the undo that was begun last is done, 0 to 1; negative while that is not
 *   known
 */
double
cnscd_repository_get_undo_progress (CnscdRepository *self)
{
  UndoRequest *request;
  guint done, total;

  g_return_val_if_fail (CNSCD_IS_REPOSITORY (self), -1);

  request = g_object_get_qdata (G_OBJECT (self), undo_quark ());
  if (request == NULL)
    return -1;
  total = g_atomic_int_get (&request->total);
  done = g_atomic_int_get (&request->done);
  return total > 0 ? MIN ((double) done / total, 1.0) : -1;
}

/**
 * cnscd_repository_undo_finish:
 * @self: a repository
 * @result: given to the callback
 * @n_kept: (out) (optional): how many records keep something of the action
 * @error: return location for a #CnscdStoreError
 *
 * Returns: whether the action was undone
 */
gboolean
cnscd_repository_undo_finish (CnscdRepository *self,
                              GAsyncResult *result,
                              guint *n_kept,
                              GError **error)
{
  gssize kept;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, cnscd_repository_undo_async), FALSE);

  kept = g_task_propagate_int (G_TASK (result), error);
  if (kept < 0)
    return FALSE;
  if (n_kept != NULL)
    *n_kept = (guint) kept;
  return TRUE;
}
