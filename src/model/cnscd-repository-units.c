/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-units.h"

#include "cnscd-repository-private.h"

static void
list_in_worker (CnscdWorker *worker, GTask *task)
{
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);
  GPtrArray *units = database != NULL ? cnscd_units_list (database, NULL, &error) : NULL;

  if (units != NULL)
    g_task_return_pointer (task, units, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * cnscd_repository_list_units_async:
 * @self: a repository
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Lists the communes, for who may choose among them.
 */
void
cnscd_repository_list_units_async (CnscdRepository *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_list_units_async);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, list_in_worker);
}

/**
 * cnscd_repository_list_units_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type CnscdUnit): the communes, by name
 */
GPtrArray *
cnscd_repository_list_units_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
