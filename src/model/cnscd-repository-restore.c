/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-private.h"

#include "core/cnscd-records.h"
#include "store/cnscd-audit.h"

typedef struct
{
  char *path;
  char *backup;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_free (request->backup);
  g_free (request);
}

/* What restoring would change, and whose backup it is. */
typedef struct
{
  GArray *counts;
  CnscdOffice *office;
  gint64 at;
} Comparison;

static void
comparison_free (gpointer data)
{
  Comparison *comparison = data;

  g_clear_pointer (&comparison->counts, g_array_unref);
  g_clear_pointer (&comparison->office, cnscd_office_free);
  g_free (comparison);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Comparison, comparison_free)

static GTask *
create_task (CnscdRepository *self,
             const char *path,
             GFile *backup,
             gpointer tag,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->path = g_strdup (path);
  request->backup = g_file_get_path (backup);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, request, request_free);
  return task;
}

/*
 * A damaged database cannot be compared, and that must not keep it from being
 * replaced: there is nothing in @comparison then.
 */
static gboolean
compare (const Request *request, Comparison *comparison, GError **error)
{
  g_autoptr (CnscdDatabase) database = NULL;
  g_autoptr (GError) problem = NULL;

  comparison->at = cnscd_backup_read_time (request->backup);
  database = cnscd_database_open (request->path, &problem);
  if (database == NULL)
    {
      if (g_error_matches (problem, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_DAMAGED))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  comparison->counts = cnscd_backup_compare (database, request->backup, &comparison->office, error);
  return comparison->counts != NULL;
}

static void
compare_in_worker (CnscdWorker *worker, GTask *task)
{
  g_autoptr (Comparison) comparison = g_new0 (Comparison, 1);
  GError *error = NULL;

  if (compare (g_task_get_task_data (task), comparison, &error))
    g_task_return_pointer (task, g_steal_pointer (&comparison), comparison_free);
  else
    g_task_return_error (task, error);
}

static gint64
find_n_people (const GArray *counts)
{
  for (guint i = 0; counts != NULL && i < counts->len; i++)
    {
      const CnscdRestoreCount *count = &g_array_index (counts, CnscdRestoreCount, i);

      if (g_str_equal (count->kind, CNSCD_KIND_PERSON.name))
        return count->n_there;
    }

  return 0;
}

static void
restore_in_worker (CnscdWorker *worker, GTask *task)
{
  const Request *request = g_task_get_task_data (task);
  g_autofree char *label = g_path_get_basename (request->backup);
  g_autoptr (CnscdDatabase) database = NULL;
  g_autoptr (Comparison) comparison = g_new0 (Comparison, 1);
  GError *error = NULL;

  cnscd_worker_take_database (worker, NULL);
  if (!compare (request, comparison, &error) ||
      !cnscd_backup_restore (request->path, request->backup, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  database = cnscd_database_open (request->path, &error);
  if (database != NULL && cnscd_audit_add (database, "restore", "members", label,
                                           find_n_people (comparison->counts), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * cnscd_repository_dup_backup_folder:
 * @path: (type filename): a database
 *
 * Returns: (transfer full): where its backups are
 */
GFile *
cnscd_repository_dup_backup_folder (const char *path)
{
  g_autofree char *folder = cnscd_backup_dup_folder (path);

  return g_file_new_for_path (folder);
}

/**
 * cnscd_repository_compare_backup_async:
 * @self: a repository
 * @path: (type filename): its database, or the one that could not be opened
 * @backup: a backup on this computer
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Counts what restoring a backup would change.
 */
void
cnscd_repository_compare_backup_async (CnscdRepository *self,
                                       const char *path,
                                       GFile *backup,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (path != NULL);
  g_return_if_fail (g_file_peek_path (backup) != NULL);

  cnscd_repository_queue (
    self, CNSCD_WORKER_PRIORITY_NORMAL,
    create_task (self, path, backup, cnscd_repository_compare_backup_async, callback, user_data),
    compare_in_worker);
}

/**
 * cnscd_repository_compare_backup_finish:
 * @self: a repository
 * @result: given to the callback
 * @counts: (out) (transfer full) (nullable) (element-type CnscdRestoreCount): one entry a kind;
 *   %NULL when the database is damaged, so that it cannot be told
 * @office: (out) (transfer full) (nullable): whose backup it is; %NULL where @counts is
 * @at: (out): of when it is, Unix time in seconds
 * @error: return location for an error of %CNSCD_STORE_ERROR
 *
 * Returns: whether the backup may be restored
 */
gboolean
cnscd_repository_compare_backup_finish (CnscdRepository *self,
                                        GAsyncResult *result,
                                        GArray **counts,
                                        CnscdOffice **office,
                                        gint64 *at,
                                        GError **error)
{
  g_autoptr (Comparison) comparison = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, cnscd_repository_compare_backup_async),
                        FALSE);

  comparison = g_task_propagate_pointer (G_TASK (result), error);
  if (comparison == NULL)
    return FALSE;

  *counts = g_steal_pointer (&comparison->counts);
  *office = g_steal_pointer (&comparison->office);
  *at = comparison->at;
  return TRUE;
}

/**
 * cnscd_repository_restore_async:
 * @self: a repository; if it is open, that ends now
 * @path: (type filename): its database, or the one that could not be opened
 * @backup: a backup on this computer
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Replaces the database by a backup, as cnscd_backup_restore() does, and notes
 * that in its log. It is to be opened then.
 */
void
cnscd_repository_restore_async (CnscdRepository *self,
                                const char *path,
                                GFile *backup,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (path != NULL);
  g_return_if_fail (g_file_peek_path (backup) != NULL);

  cnscd_repository_set_closed (self);
  cnscd_repository_queue (
    self, CNSCD_WORKER_PRIORITY_NORMAL,
    create_task (self, path, backup, cnscd_repository_restore_async, callback, user_data),
    restore_in_worker);
}

/**
 * cnscd_repository_restore_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error of %CNSCD_STORE_ERROR
 *
 * Returns: whether the database is what the backup was
 */
gboolean
cnscd_repository_restore_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
