/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository.h"
#include "cnscd-repository-backup.h"
#include "cnscd-repository-private.h"
#include "cnscd-wal-watch.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-text.h"
#include "store/cnscd-action.h"
#include "store/cnscd-backup.h"

/**
 * CnscdRepository:
 *
 * The screens' way to the database: every call is answered on the main
 * context, while the work is done by one worker thread.
 */
struct _CnscdRepository
{
  GObject parent_instance;

  CnscdWorker *worker;
  gboolean open;
  CnscdSurroundings *surroundings;
  char *backup_folder; /* (nullable): other than beside the database */
  gboolean temporary;  /* and so never backed up */
  guint n_holds;
  GTask *closing;       /* (nullable): waits for the holds to end */
  CnscdWalWatch *watch; /* (nullable): while it is open */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdRepository, cnscd_repository, G_TYPE_OBJECT)

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
look_in_worker (CnscdWorker *worker, GTask *task)
{
  CnscdRepository *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  CnscdDatabase *database = cnscd_worker_get_unchecked_database (worker, &error);
  gboolean changed = FALSE;

  if (database == NULL || !cnscd_database_look_for_changes (database, &changed, &error))
    g_debug ("Cannot look for changes: %s", error->message);
  else if (changed)
    cnscd_repository_committed (self, task, database);
  g_task_return_boolean (task, changed);
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

static void
load_overview_in_worker (CnscdWorker *worker, GTask *task)
{
  const char *unit = g_task_get_task_data (task);
  g_autoptr (CnscdOverview) overview = g_new0 (CnscdOverview, 1);
  g_autoptr (GArray) teams = NULL;
  g_autoptr (GArray) members = NULL;
  g_autoptr (CnscdAction) action = NULL;
  g_autoptr (GError) error = NULL;
  CnscdDatabase *database = cnscd_worker_get_unchecked_database (worker, &error);

  if (database != NULL)
    teams = cnscd_teams_query (database, &(CnscdTeamQuery) { .unit = unit }, &error);
  if (teams != NULL)
    members = cnscd_members_query (database, &(CnscdMemberQuery) { .unit = unit }, &error);
  if (members != NULL)
    action = cnscd_action_last (database, "import", &error);
  if (g_error_matches (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND))
    g_clear_error (&error);
  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  overview->n_teams = teams->len;
  overview->n_members = members->len;
  if (action != NULL && !action->undone)
    {
      overview->last_import = g_strdup (action->label != NULL ? action->label : "");
      overview->last_import_at = action->at;
      overview->last_import_id = action->id;
    }
  g_task_return_pointer (task, g_steal_pointer (&overview), (GDestroyNotify) cnscd_overview_free);
}

static void
take_surroundings (CnscdRepository *self, CnscdSurroundings *surroundings)
{
  cnscd_surroundings_free (self->surroundings);
  self->surroundings = surroundings;
}

typedef struct
{
  CnscdRepository *repository;
  CnscdSurroundings *surroundings; /* (nullable) */
} Change;

static gboolean
emit_changed_cb (gpointer data)
{
  Change *change = data;
  CnscdRepository *self = change->repository;

  if (change->surroundings != NULL)
    take_surroundings (self, g_steal_pointer (&change->surroundings));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, NULL, NULL);

  return G_SOURCE_REMOVE;
}

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->repository);
  g_clear_pointer (&change->surroundings, cnscd_surroundings_free);
  g_free (change);
}

static void
cnscd_repository_finalize (GObject *object)
{
  CnscdRepository *self = CNSCD_REPOSITORY (object);

  g_clear_pointer (&self->watch, cnscd_wal_watch_free);
  g_clear_object (&self->worker);
  cnscd_surroundings_free (self->surroundings);
  g_free (self->backup_folder);

  G_OBJECT_CLASS (cnscd_repository_parent_class)->finalize (object);
}

static void
cnscd_repository_class_init (CnscdRepositoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cnscd_repository_finalize;

  /**
   * CnscdRepository::changed:
   * @self: the repository
   * @kinds: (nullable): names of the kinds of records that changed; %NULL for any
   * @ids: (nullable): ids of the records; %NULL where they are too many to name
   *
   * The database says something else than before; emitted on the main context
   * after the commit, and before the call that changed it is answered.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", CNSCD_TYPE_REPOSITORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRV, G_TYPE_STRV);
}

static void
cnscd_repository_init (CnscdRepository *self)
{
  self->worker = cnscd_worker_new ();
  self->surroundings = cnscd_surroundings_new ();
}

/*< private >
 * cnscd_repository_queue:
 *
 * Has @func answer @task (transfer full) on the worker's thread.
 */
void
cnscd_repository_queue (CnscdRepository *self, int priority, GTask *task, CnscdWorkerFunc func)
{
  cnscd_worker_queue (self->worker, priority, task, func);
}

/*< private >
 * cnscd_repository_committed:
 *
 * To be called on the worker's thread after a commit, before @task is answered.
 */
void
cnscd_repository_committed (CnscdRepository *self, GTask *task, CnscdDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSource) source = g_idle_source_new ();
  Change *change;

  g_assert (cnscd_worker_is_current (self->worker));

  change = g_new0 (Change, 1);
  change->repository = g_object_ref (self);
  change->surroundings = cnscd_surroundings_read (database, &error);
  if (error != NULL)
    g_debug ("Cannot read the settings again: %s", error->message);

  /* Not g_main_context_invoke(): it may run the function on this thread. */
  g_source_set_priority (source, G_PRIORITY_DEFAULT - 1);
  g_source_set_callback (source, emit_changed_cb, change, change_free);
  g_source_attach (source, g_task_get_context (task));
}

/**
 * cnscd_repository_new:
 *
 * Returns: (transfer full): a new repository, without a database yet
 */
CnscdRepository *
cnscd_repository_new (void)
{
  return g_object_new (CNSCD_TYPE_REPOSITORY, NULL);
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
  cnscd_worker_queue (self->worker, CNSCD_WORKER_PRIORITY_NORMAL, task, open_in_worker);
}

static void
written_cb (gpointer user_data)
{
  cnscd_repository_look_for_changes (user_data);
}

static void
set_closed (CnscdRepository *self)
{
  self->open = FALSE;
  g_clear_pointer (&self->watch, cnscd_wal_watch_free);
}

/**
 * cnscd_repository_look_for_changes:
 * @self: a repository
 *
 * Emits #CnscdRepository::changed if another window or program has changed the
 * database. It does so by itself soon after such a change, but where files
 * cannot be watched: to be called when somebody is about to look.
 */
void
cnscd_repository_look_for_changes (CnscdRepository *self)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));

  if (!self->open)
    return;

  task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_source_tag (task, cnscd_repository_look_for_changes);
  cnscd_worker_queue (self->worker, CNSCD_WORKER_PRIORITY_NORMAL, task, look_in_worker);
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
  take_surroundings (self, surroundings);
  g_clear_pointer (&self->watch, cnscd_wal_watch_free);
  self->watch = cnscd_wal_watch_new (
    ((const OpenRequest *) g_task_get_task_data (G_TASK (result)))->path, written_cb, self);
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
  cnscd_worker_queue (self->worker, CNSCD_WORKER_PRIORITY_CHECK, task, check_in_worker);
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
    set_closed (self);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
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
  set_closed (self);
  if (self->n_holds > 0 && self->closing == NULL)
    self->closing = task;
  else
    cnscd_worker_queue (self->worker, G_MAXINT - 1, task, close_in_worker);
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
    cnscd_worker_queue (self->worker, G_MAXINT - 1, g_steal_pointer (&self->closing),
                        close_in_worker);
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

/*< private >
 * cnscd_repository_set_closed:
 *
 * For who takes the database away from the worker, to put another in its place.
 */
void
cnscd_repository_set_closed (CnscdRepository *self)
{
  set_closed (self);
}

/*< private >
 * cnscd_repository_get_surroundings:
 *
 * Returns: (transfer none): those of the database, until the next change
 */
CnscdSurroundings *
cnscd_repository_get_surroundings (CnscdRepository *self)
{
  return self->surroundings;
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
  cnscd_worker_queue (self->worker, CNSCD_WORKER_PRIORITY_NORMAL, task,
                      set_backup_folder_in_worker);
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
 * cnscd_repository_is_open:
 * @self: a repository
 *
 * Returns: whether the database was opened and not closed again
 */
gboolean
cnscd_repository_is_open (CnscdRepository *self)
{
  g_return_val_if_fail (CNSCD_IS_REPOSITORY (self), FALSE);

  return self->open;
}

/**
 * cnscd_repository_get_unit:
 * @self: a repository
 *
 * Returns: (nullable) (transfer none): code of the commune of this office; %NULL: the whole
 *   province
 */
const char *
cnscd_repository_get_unit (CnscdRepository *self)
{
  g_return_val_if_fail (CNSCD_IS_REPOSITORY (self), NULL);

  return self->surroundings->office->unit;
}

/**
 * cnscd_repository_get_unit_name:
 * @self: a repository
 * @unit: (nullable): code of a commune
 *
 * Returns: (nullable) (transfer none): its name: "xã Võ Nhai"
 */
const char *
cnscd_repository_get_unit_name (CnscdRepository *self, const char *unit)
{
  g_return_val_if_fail (CNSCD_IS_REPOSITORY (self), NULL);

  return unit != NULL ? g_hash_table_lookup (self->surroundings->unit_names, unit) : NULL;
}

/**
 * cnscd_repository_load_overview_async:
 * @self: a repository
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Counts the teams and members of the chosen commune.
 */
void
cnscd_repository_load_overview_async (CnscdRepository *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_load_overview_async);
  g_task_set_task_data (task, g_strdup (self->surroundings->office->unit), g_free);
  cnscd_worker_queue (self->worker, CNSCD_WORKER_PRIORITY_NORMAL, task, load_overview_in_worker);
}

/**
 * cnscd_repository_load_overview_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full): the overview, or %NULL with @error set
 */
CnscdOverview *
cnscd_repository_load_overview_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cnscd_overview_free:
 * @overview: (transfer full): an overview
 *
 * Frees it.
 */
void
cnscd_overview_free (CnscdOverview *overview)
{
  g_free (overview->last_import);
  g_free (overview);
}
