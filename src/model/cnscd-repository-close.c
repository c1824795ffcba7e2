/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-backup.h"
#include "cnscd-repository-private.h"

#include "store/cnscd-backup.h"

static void
close_in_worker (CnscdWorker *worker, GTask *task)
{
  CnscdRepository *self = g_task_get_source_object (task);
  CnscdDatabase *database = cnscd_worker_get_unchecked_database (worker, NULL);
  GError *error = NULL;
  gboolean due = FALSE;

  if (database != NULL && !self->temporary && cnscd_database_confirm (database, &error) &&
      cnscd_backup_is_due (database, &due, &error) && due)
    {
      g_free (cnscd_backup_rotate (database, "exit", &error));
      g_task_set_task_data (task, g_strdup (cnscd_backup_get_missed_folder (database)), g_free);
    }
  cnscd_worker_take_database (worker, NULL);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * cnscd_repository_close_async:
 * @self: a repository
 * @callback: called when the database is closed
 * @user_data: for @callback
 *
 * Backs the database up if that is due, and closes it, after everything that
 * was asked for before, and when whoever holds the repository has released it.
 */
void
cnscd_repository_close_async (CnscdRepository *self,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_close_async);
  cnscd_repository_set_closed (self);
  if (self->n_holds > 0 && self->closing == NULL)
    self->closing = task;
  else
    cnscd_repository_queue (self, G_MAXINT - 1, task, close_in_worker);
}

/**
 * cnscd_repository_hold:
 * @self: a repository
 *
 * Keeps the database from being closed until cnscd_repository_release(): for
 * who will write into it in the end, as after a print.
 */
void
cnscd_repository_hold (CnscdRepository *self)
{
  g_return_if_fail (CNSCD_IS_REPOSITORY (self));

  self->n_holds++;
}

/**
 * cnscd_repository_release:
 * @self: a repository that was held
 *
 * Ends a hold; after the last one the database closes if that was asked for.
 */
void
cnscd_repository_release (CnscdRepository *self)
{
  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (self->n_holds > 0);

  if (--self->n_holds == 0 && self->closing != NULL)
    cnscd_repository_queue (self, G_MAXINT - 1, g_steal_pointer (&self->closing), close_in_worker);
}

/**
 * cnscd_repository_close_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set when the backup failed; the database is closed all the same
 */
gboolean
cnscd_repository_close_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (g_task_get_task_data (G_TASK (result)) != NULL)
    g_set_str (&self->surroundings->missed_backup_folder, g_task_get_task_data (G_TASK (result)));
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * cnscd_repository_set_temporary:
 * @self: a repository
 *
 * Nothing of its database is to be kept: it is not backed up when it closes.
 */
void
cnscd_repository_set_temporary (CnscdRepository *self)
{
  g_return_if_fail (CNSCD_IS_REPOSITORY (self));

  self->temporary = TRUE;
}
