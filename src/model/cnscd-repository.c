/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-private.h"

enum
{
  SIGNAL_OPENED,
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdRepository, cnscd_repository, G_TYPE_OBJECT)

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
    cnscd_repository_take_surroundings (self, g_steal_pointer (&change->surroundings));
  cnscd_repository_emit_changed (self);

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
  g_clear_pointer (&self->day_watch, cnscd_day_watch_free);
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
   * CnscdRepository::opened:
   * @self: the repository
   *
   * A database is open from now on.
   */
  signals[SIGNAL_OPENED] = g_signal_new ("opened", CNSCD_TYPE_REPOSITORY, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * CnscdRepository::changed:
   * @self: the repository
   * @kinds: (nullable): names of the kinds of records that changed; %NULL for any
   * @ids: (nullable): ids of the records; %NULL where they are too many to name
   *
   * The database says something else than before; emitted on the main context
   * after the commit, and before the call that changed it is answered. Also when
   * another day begins in Vietnam, of which much that is asked says something else.
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
 * @self: a repository
 * @priority: smaller ones come earlier; see cnscd_worker_queue()
 * @task: (transfer full): a task
 * @func: answers it, on the worker's thread
 *
 * Has a task answered by the worker.
 */
void
cnscd_repository_queue (CnscdRepository *self, int priority, GTask *task, CnscdWorkerFunc func)
{
  cnscd_worker_queue (self->worker, priority, task, func);
}

/*< private >
 * cnscd_repository_take_surroundings:
 * @self: a repository
 * @surroundings: (transfer full): what a database says now, with the communes of before if it
 *   tells of none
 */
void
cnscd_repository_take_surroundings (CnscdRepository *self, CnscdSurroundings *surroundings)
{
  if (surroundings->units == NULL)
    {
      surroundings->units = g_steal_pointer (&self->surroundings->units);
      surroundings->unit_names = g_steal_pointer (&self->surroundings->unit_names);
    }
  cnscd_surroundings_free (self->surroundings);
  self->surroundings = surroundings;
}

/*< private >
 * cnscd_repository_set_closed:
 * @self: a repository
 *
 * From now on, nothing new is to be asked of the database.
 */
void
cnscd_repository_set_closed (CnscdRepository *self)
{
  self->open = FALSE;
  g_clear_pointer (&self->watch, cnscd_wal_watch_free);
  g_clear_pointer (&self->day_watch, cnscd_day_watch_free);
}

/*< private >
 * cnscd_repository_emit_changed:
 * @self: a repository
 *
 * Has everything that is shown read again.
 */
void
cnscd_repository_emit_changed (CnscdRepository *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, NULL, NULL);
}

/*< private >
 * cnscd_repository_committed:
 * @self: a repository
 * @task: what committed, not answered yet
 * @database: the worker's database
 *
 * To be called on the worker's thread after a commit: has #CnscdRepository::changed emitted.
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
  change->surroundings = cnscd_surroundings_read_again (database, &error);
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
