/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository.h"
#include "cnscd-repository-office.h"
#include "cnscd-repository-private.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-text.h"
#include "store/cnscd-action.h"
#include "store/cnscd-backup.h"
#include "store/cnscd-office-store.h"
#include "store/cnscd-units.h"

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
  CnscdOffice *office;
  GHashTable *unit_names; /* code -> "xã Võ Nhai" */
  guint n_holds;
  GTask *closing; /* (nullable): waits for the holds to end */
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
  CnscdOffice *office;
  GHashTable *unit_names;
} Surroundings;

static void
surroundings_free (Surroundings *surroundings)
{
  g_clear_pointer (&surroundings->office, cnscd_office_free);
  g_clear_pointer (&surroundings->unit_names, g_hash_table_unref);
  g_free (surroundings);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Surroundings, surroundings_free)

static Surroundings *
read_surroundings (CnscdDatabase *database, GError **error)
{
  g_autoptr (Surroundings) surroundings = g_new0 (Surroundings, 1);
  g_autoptr (GPtrArray) units = NULL;

  surroundings->office = cnscd_office_load (database, error);
  if (surroundings->office == NULL)
    return NULL;

  units = cnscd_units_list (database, NULL, error);
  if (units == NULL)
    return NULL;

  surroundings->unit_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < units->len; i++)
    {
      const CnscdUnit *unit = units->pdata[i];

      g_hash_table_replace (surroundings->unit_names, g_strdup (unit->code),
                            cnscd_unit_dup_full_name (unit));
    }

  return g_steal_pointer (&surroundings);
}

static void
open_in_worker (CnscdWorker *worker, GTask *task)
{
  const char *path = g_task_get_task_data (task);
  g_autoptr (CnscdDatabase) database = NULL;
  Surroundings *surroundings;
  GError *error = NULL;

  database = cnscd_database_open_unchecked (path, &error);
  if (database == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  surroundings = read_surroundings (database, &error);
  if (surroundings == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  cnscd_worker_take_database (worker, g_steal_pointer (&database));
  g_task_return_pointer (task, surroundings, (GDestroyNotify) surroundings_free);
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
  CnscdDatabase *database = cnscd_worker_get_unchecked_database (worker, NULL);
  GError *error = NULL;
  gboolean due = FALSE;

  if (database != NULL && cnscd_database_confirm (database, &error) &&
      cnscd_backup_is_due (database, &due, &error) && due)
    g_free (cnscd_backup_rotate (database, "exit", &error));
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

/* Leaves nothing in @surroundings but what is to be freed. */
static void
take_surroundings (CnscdRepository *self, Surroundings *surroundings)
{
  cnscd_office_free (self->office);
  self->office = g_steal_pointer (&surroundings->office);
  g_hash_table_unref (self->unit_names);
  self->unit_names = g_steal_pointer (&surroundings->unit_names);
}

typedef struct
{
  CnscdRepository *repository;
  Surroundings *surroundings; /* (nullable) */
} Change;

static gboolean
emit_changed_cb (gpointer data)
{
  Change *change = data;
  CnscdRepository *self = change->repository;

  if (change->surroundings != NULL)
    take_surroundings (self, change->surroundings);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, NULL, NULL);

  return G_SOURCE_REMOVE;
}

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->repository);
  g_clear_pointer (&change->surroundings, surroundings_free);
  g_free (change);
}

static void
cnscd_repository_finalize (GObject *object)
{
  CnscdRepository *self = CNSCD_REPOSITORY (object);

  g_clear_object (&self->worker);
  cnscd_office_free (self->office);
  g_hash_table_unref (self->unit_names);

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
  self->office = cnscd_office_new ();
  self->unit_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
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
  change->surroundings = read_surroundings (database, &error);
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
  GTask *task;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (path != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_open_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  cnscd_worker_queue (self->worker, CNSCD_WORKER_PRIORITY_NORMAL, task, open_in_worker);
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
  g_autoptr (Surroundings) surroundings = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  surroundings = g_task_propagate_pointer (G_TASK (result), error);
  if (surroundings == NULL)
    return FALSE;

  self->open = TRUE;
  take_surroundings (self, surroundings);
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
    self->open = FALSE;
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
  self->open = FALSE;
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

  return g_task_propagate_boolean (G_TASK (result), error);
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

  return self->office->unit;
}

/**
 * cnscd_repository_get_office:
 * @self: a repository
 *
 * Returns: (transfer none): what the office has chosen for itself, until the
 *   next #CnscdRepository::changed; nothing while no database is open
 */
const CnscdOffice *
cnscd_repository_get_office (CnscdRepository *self)
{
  g_return_val_if_fail (CNSCD_IS_REPOSITORY (self), NULL);

  return self->office;
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

  return unit != NULL ? g_hash_table_lookup (self->unit_names, unit) : NULL;
}

static int
compare_units (gconstpointer a, gconstpointer b, gpointer user_data)
{
  GHashTable *keys = user_data;

  return g_bytes_compare (g_hash_table_lookup (keys, a), g_hash_table_lookup (keys, b));
}

/**
 * cnscd_repository_dup_units:
 * @self: a repository
 *
 * Returns: (transfer full): codes of all communes, in the Vietnamese order of their names
 */
GStrv
cnscd_repository_dup_units (CnscdRepository *self)
{
  g_autoptr (GStrvBuilder) units = g_strv_builder_new ();
  g_autoptr (GHashTable) keys =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);
  g_autoptr (GList) codes = NULL;

  g_return_val_if_fail (CNSCD_IS_REPOSITORY (self), NULL);

  codes = g_hash_table_get_keys (self->unit_names);
  for (GList *l = codes; l != NULL; l = l->next)
    g_hash_table_insert (keys, l->data,
                         cnscd_text_sort_key (g_hash_table_lookup (self->unit_names, l->data)));
  codes = g_list_sort_with_data (codes, compare_units, keys);
  for (GList *l = codes; l != NULL; l = l->next)
    g_strv_builder_add (units, l->data);
  return g_strv_builder_end (units);
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
  g_task_set_task_data (task, g_strdup (self->office->unit), g_free);
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
