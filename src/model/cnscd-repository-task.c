/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-private.h"

/*
 * What the repository's calls have in common.
 */

/*< private >
 * cnscd_repository_queue_data:
 * @self: a repository
 * @tag: the function that was called
 * @data: (nullable) (transfer full): what it is about, which becomes the task's data
 * @free_data: frees it
 * @func: answers the task on the worker's thread
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Asks the worker for something.
 */
void
cnscd_repository_queue_data (CnscdRepository *self,
                             gpointer tag,
                             gpointer data,
                             GDestroyNotify free_data,
                             CnscdWorkerFunc func,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, data, free_data);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, func);
}

/*< private >
 * cnscd_repository_queue_text:
 * @self: a repository
 * @tag: the function that was called
 * @text: (nullable): what it is about, which becomes the task's data: an id, a code of a commune
 * @func: answers the task on the worker's thread
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Asks for something that is told by one text.
 */
void
cnscd_repository_queue_text (CnscdRepository *self,
                             gpointer tag,
                             const char *text,
                             CnscdWorkerFunc func,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  cnscd_repository_queue_data (self, tag, g_strdup (text), g_free, func, cancellable, callback,
                               user_data);
}

/*< private >
 * cnscd_repository_answer:
 * @task: a task
 * @pointer: (nullable) (transfer full): the answer
 * @unref: frees it
 * @error: (nullable) (transfer full): why there is none
 *
 * Answers a task on the worker's thread.
 */
void
cnscd_repository_answer (GTask *task, gpointer pointer, GDestroyNotify unref, GError *error)
{
  if (pointer != NULL)
    g_task_return_pointer (task, pointer, unref);
  else
    g_task_return_error (task, error);
}

/*< private >
 * cnscd_repository_finish:
 * @self: a repository
 * @result: given to the callback
 * @tag: the function that was called
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the answer of a call
 */
gpointer
cnscd_repository_finish (CnscdRepository *self, GAsyncResult *result, gpointer tag, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
