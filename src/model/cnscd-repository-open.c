/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-private.h"

#include "store/cnscd-backup.h"

typedef struct
{
  char *path;
  char *backup_folder; /* (nullable) */
} OpenRequest;

static void
open_request_free (gpointer data)
{
  OpenRequest *request = data;

  g_free (request->path);
  g_free (request->backup_folder);
  g_free (request);
}

static void
open_in_worker (CnscdWorker *worker, GTask *task)
{
  const OpenRequest *request = g_task_get_task_data (task);
  g_autoptr (CnscdDatabase) database = NULL;
  CnscdSurroundings *surroundings;
  GError *error = NULL;

  database = cnscd_database_open_unchecked (request->path, &error);
  if (database == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  cnscd_backup_set_folder (database, request->backup_folder);
  surroundings = cnscd_surroundings_read (database, &error);
  if (surroundings == NULL || !cnscd_database_look_for_changes (database, NULL, &error))
    {
      g_clear_pointer (&surroundings, cnscd_surroundings_free);
      g_task_return_error (task, error);
      return;
    }

  cnscd_worker_take_database (worker, g_steal_pointer (&database));
  g_task_return_pointer (task, surroundings, (GDestroyNotify) cnscd_surroundings_free);
}

static void
check_in_worker (CnscdWorker *worker, GTask *task)
{
  GError *error = NULL;

  if (cnscd_worker_get_database (worker, &error) != NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  cnscd_worker_take_database (worker, NULL);
  g_task_return_error (task, error);
}

/**
 * cnscd_repository_open_async:
 * @self: a repository
 * @path: (type filename): the database file; created when it does not exist
 * @cancellable: (nullable): to give up before it is opened
 * @callback: called when it is open or refused
 * @user_data: for @callback
 *
 * Opens the database in the worker. What the file is, is looked at, but a file
 * of this program is not checked for damage before the first rows are read:
 * cnscd_repository_check_async() does that, and everything that writes, prints
 * or exports if it comes earlier.
 */
void
cnscd_repository_open_async (CnscdRepository *self,
                             const char *path,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  OpenRequest *request;
  GTask *task;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (path != NULL);

  request = g_new0 (OpenRequest, 1);
  request->path = g_strdup (path);
  request->backup_folder = g_strdup (self->backup_folder);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_open_async);
  g_task_set_task_data (task, request, open_request_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, open_in_worker);
}

/**
 * cnscd_repository_open_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error of %CNSCD_STORE_ERROR
 *
 * Returns: whether the database is open
 */
gboolean
cnscd_repository_open_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  CnscdSurroundings *surroundings;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  surroundings = g_task_propagate_pointer (G_TASK (result), error);
  if (surroundings == NULL)
    return FALSE;

  self->open = TRUE;
  cnscd_repository_take_surroundings (self, surroundings);
  cnscd_repository_watch (self,
                          ((const OpenRequest *) g_task_get_task_data (G_TASK (result)))->path);
  g_signal_emit_by_name (self, "opened");
  return TRUE;
}

/**
 * cnscd_repository_check_async:
 * @self: an open repository
 * @cancellable: (nullable): to lose interest, as when closing, which checks too
 * @callback: called when the database is checked
 * @user_data: for @callback
 *
 * Checks the database for damage, once, when nothing else is to be done: for
 * as soon as the first rows are on the screen. A database that fails is closed.
 */
void
cnscd_repository_check_async (CnscdRepository *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_check_async);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_CHECK, task, check_in_worker);
}

/**
 * cnscd_repository_check_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error of %CNSCD_STORE_ERROR
 *
 * Returns: whether the database is whole; if not, it is not open any more
 */
gboolean
cnscd_repository_check_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GError) problem = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (g_task_propagate_boolean (G_TASK (result), &problem))
    return TRUE;

  if (!g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cnscd_repository_set_closed (self);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}
