/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-backup.h"

#include "store/cnscd-audit.h"
#include "cnscd-repository-private.h"

static void
check_folder_in_worker (CnscdWorker *worker, GTask *task)
{
  GError *error = NULL;

  if (cnscd_backup_check_folder (g_task_get_task_data (task), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
list_in_worker (CnscdWorker *worker, GTask *task)
{
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_unchecked_database (worker, &error);

  if (database != NULL)
    g_task_return_pointer (task, cnscd_backup_list (database), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* Out of the program's own folder goes what is noted as an export is: everybody's data in a file.
 */
static gboolean
note_backup (CnscdDatabase *database, const char *folder, GError **error)
{
  g_autoptr (GArray) members = NULL;

  if (folder == NULL)
    return TRUE;

  members = cnscd_members_query (database, &(CnscdMemberQuery) { 0 }, error);
  return members != NULL &&
         cnscd_audit_add (database, "export", "backup", folder, members->len, error);
}

static void
back_up_in_worker (CnscdWorker *worker, GTask *task)
{
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);
  g_autofree char *path = NULL;

  if (database != NULL && note_backup (database, g_task_get_task_data (task), &error))
    path = cnscd_backup_rotate (database, "manual", &error);
  if (path == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  cnscd_repository_committed (g_task_get_source_object (task), task, database);
  g_task_return_boolean (task, TRUE);
}

static void
set_backup_folder_in_worker (CnscdWorker *worker, GTask *task)
{
  CnscdDatabase *database = cnscd_worker_get_unchecked_database (worker, NULL);

  if (database != NULL)
    cnscd_backup_set_folder (database, g_task_get_task_data (task));
  g_task_return_boolean (task, TRUE);
}

/**
 * cnscd_repository_set_backup_folder:
 * @self: a repository
 * @folder: (nullable) (type filename): where backups go; %NULL or "" for beside the database
 *
 * Chooses where backups go from now on; see cnscd_backup_set_folder().
 */
void
cnscd_repository_set_backup_folder (CnscdRepository *self, const char *folder)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));

  if (!g_set_str (&self->backup_folder, folder != NULL && *folder != '\0' ? folder : NULL))
    return;

  g_clear_pointer (&self->surroundings->missed_backup_folder, g_free);
  task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_source_tag (task, cnscd_repository_set_backup_folder);
  g_task_set_task_data (task, g_strdup (self->backup_folder), g_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, set_backup_folder_in_worker);
}

/**
 * cnscd_repository_get_backup_folder:
 * @self: a repository
 *
 * Returns: (nullable) (transfer none) (type filename): where backups go; %NULL for
 *   beside the database
 */
const char *
cnscd_repository_get_backup_folder (CnscdRepository *self)
{
  g_return_val_if_fail (CNSCD_IS_REPOSITORY (self), NULL);

  return self->backup_folder;
}

/**
 * cnscd_repository_get_missed_backup_folder:
 * @self: a repository
 *
 * Returns: (nullable) (transfer none) (type filename): the chosen folder, if the last backup
 *   could not be written there and lies beside the database
 */
const char *
cnscd_repository_get_missed_backup_folder (CnscdRepository *self)
{
  g_return_val_if_fail (CNSCD_IS_REPOSITORY (self), NULL);

  return self->surroundings->missed_backup_folder;
}

/**
 * cnscd_repository_check_backup_folder_async:
 * @self: a repository
 * @folder: a folder on this computer
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Tries whether backups can be written into a folder.
 */
void
cnscd_repository_check_backup_folder_async (CnscdRepository *self,
                                            GFile *folder,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (g_file_peek_path (folder) != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_check_backup_folder_async);
  g_task_set_task_data (task, g_file_get_path (folder), g_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, check_folder_in_worker);
}

/**
 * cnscd_repository_check_backup_folder_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for a #CnscdStoreError
 *
 * Returns: whether backups can be written there
 */
gboolean
cnscd_repository_check_backup_folder_finish (CnscdRepository *self,
                                             GAsyncResult *result,
                                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * cnscd_repository_list_backups_async:
 * @self: an open repository
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Looks for the rotating backups of the database.
 */
void
cnscd_repository_list_backups_async (CnscdRepository *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_list_backups_async);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, list_in_worker);
}

/**
 * cnscd_repository_list_backups_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for a #CnscdStoreError
 *
 * Returns: (transfer full) (element-type CnscdBackup): the backups, the newest
 *   first, or %NULL with @error set
 */
GPtrArray *
cnscd_repository_list_backups_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cnscd_repository_back_up_async:
 * @self: an open repository
 * @callback: called when there is a backup, or none
 * @user_data: for @callback
 *
 * Writes a backup now, whether one is due or not.
 */
void
cnscd_repository_back_up_async (CnscdRepository *self,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_back_up_async);
  g_task_set_task_data (task, g_strdup (cnscd_repository_get_backup_folder (self)), g_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, back_up_in_worker);
}

/**
 * cnscd_repository_back_up_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for a #CnscdStoreError
 *
 * Returns: whether there is a new backup; cnscd_repository_get_missed_backup_folder()
 *   tells whether it lies where it should
 */
gboolean
cnscd_repository_back_up_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
