/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-sample.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "store/cnscd-demo-store.h"
#include "store/cnscd-units.h"
#include "cnscd-repository-backup.h"
#include "cnscd-repository-private.h"

/* The commune of the published decision with 36 teams: xã Võ Nhai. */
#define DEFAULT_UNIT "05716"

/* Held by the program whose sample it is; after a crash nobody holds it. */
#define LOCK_NAME "lock"

#define DATABASE_NAME "sample.db"

/**
 * CnscdSample:
 *
 * A commune of made-up people to try the program with, in a folder of its own
 * that goes when the sample is left, with all that is in it.
 */
struct _CnscdSample
{
  GObject parent_instance;

  CnscdRepository *repository;
  char *folder; /* (nullable): written by the worker before it answers */
  char *path;   /* (nullable) */
  int lock;
};

G_DEFINE_FINAL_TYPE (CnscdSample, cnscd_sample, G_TYPE_OBJECT)

/* With all that is in it; links are removed, not followed. */
static gboolean
remove_folder (const char *path, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (!g_file_test (child, G_FILE_TEST_IS_SYMLINK) && g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child, NULL);
      else
        g_unlink (child);
    }

  if (g_rmdir (path) == 0 || errno == ENOENT)
    return TRUE;

  g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FAILED,
               _ ("The folder of the sample “%s” could not be removed: %s. Remove it by hand."),
               path, g_strerror (errno));
  return FALSE;
}

/* Returns: -1 when another program holds it, or when it cannot be held */
static int
take_lock (const char *folder, int flags)
{
  g_autofree char *path = g_build_filename (folder, LOCK_NAME, NULL);
  int fd = open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | flags, 0600);

  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      close (fd);
      return -1;
    }
  return fd;
}

static gboolean
make_folder (CnscdSample *self, GError **error)
{
  g_autofree char *samples = cnscd_sample_dup_folder ();
  g_autofree char *folder = g_build_filename (samples, "XXXXXX", NULL);

  if (g_mkdir_with_parents (samples, 0700) == 0 && g_mkdtemp (folder) != NULL)
    {
      self->folder = g_steal_pointer (&folder);
      self->lock = take_lock (self->folder, O_CREAT);
      if (self->lock >= 0)
        return TRUE;
    }

  g_set_error (
    error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FAILED,
    _ ("The sample could not be written to “%s”: %s. Make room there, or ask for write access."),
    samples, g_strerror (errno));
  return FALSE;
}

static gboolean
fill (const char *path, const char *code, GError **error)
{
  g_autoptr (CnscdDatabase) database = cnscd_database_open (path, error);
  g_autoptr (GPtrArray) units = NULL;
  CnscdUnit *unit;
  CnscdDemoCounts counts;

  if (database == NULL)
    return FALSE;

  unit = cnscd_units_get (database, code, error);
  if (unit == NULL)
    return FALSE;

  units = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_unit_free);
  g_ptr_array_add (units, unit);
  return cnscd_demo_fill (database, units, 1, cnscd_date_today (), FALSE, &counts, error);
}

static void
make_in_worker (CnscdWorker *worker, GTask *task)
{
  CnscdSample *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (make_folder (self, &error))
    {
      self->path = g_build_filename (self->folder, DATABASE_NAME, NULL);
      if (fill (self->path, g_task_get_task_data (task), &error))
        {
          g_task_return_boolean (task, TRUE);
          return;
        }
    }

  if (self->folder != NULL)
    remove_folder (self->folder, NULL);
  g_task_return_error (task, error);
}

static void
discard_in_worker (CnscdWorker *worker, GTask *task)
{
  CnscdSample *self = g_task_get_source_object (task);
  GError *error = NULL;

  cnscd_worker_take_database (worker, NULL);
  if (self->folder == NULL || remove_folder (self->folder, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdRepository *repository = CNSCD_REPOSITORY (source);
  g_autoptr (GError) error = NULL;

  /* Nothing of it is kept, whatever could not be done with it. */
  if (!cnscd_repository_close_finish (repository, result, &error))
    g_debug ("Closing the sample: %s", error->message);
  cnscd_repository_queue (repository, CNSCD_WORKER_PRIORITY_NORMAL, G_TASK (user_data),
                          discard_in_worker);
}

static void
remove_stale_in_worker (CnscdWorker *worker, GTask *task)
{
  g_autofree char *samples = cnscd_sample_dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (samples, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (samples, name, NULL);
      int lock;

      /* One without a lock is being made just now, or empty. */
      if (g_rmdir (folder) == 0)
        continue;
      lock = take_lock (folder, 0);
      if (lock < 0)
        continue;
      remove_folder (folder, NULL);
      close (lock);
    }

  g_task_return_boolean (task, TRUE);
}

static void
cnscd_sample_finalize (GObject *object)
{
  CnscdSample *self = CNSCD_SAMPLE (object);

  g_clear_object (&self->repository);
  g_free (self->folder);
  g_free (self->path);
  if (self->lock >= 0)
    close (self->lock);

  G_OBJECT_CLASS (cnscd_sample_parent_class)->finalize (object);
}

static void
cnscd_sample_class_init (CnscdSampleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cnscd_sample_finalize;
}

static void
cnscd_sample_init (CnscdSample *self)
{
  self->lock = -1;
  self->repository = cnscd_repository_new ();
  cnscd_repository_set_temporary (self->repository);
}

/**
 * cnscd_sample_new:
 *
 * Returns: (transfer full): a sample that is yet to be made
 */
CnscdSample *
cnscd_sample_new (void)
{
  return g_object_new (CNSCD_TYPE_SAMPLE, NULL);
}

/**
 * cnscd_sample_get_repository:
 * @self: a sample
 *
 * Returns: (transfer none): for its database, to be opened once it is made
 */
CnscdRepository *
cnscd_sample_get_repository (CnscdSample *self)
{
  g_return_val_if_fail (CNSCD_IS_SAMPLE (self), NULL);

  return self->repository;
}

/**
 * cnscd_sample_get_path:
 * @self: a sample that was made
 *
 * Returns: (transfer none) (type filename): its database
 */
const char *
cnscd_sample_get_path (CnscdSample *self)
{
  g_return_val_if_fail (CNSCD_IS_SAMPLE (self), NULL);

  return self->path;
}

/**
 * cnscd_sample_make_async:
 * @self: a sample
 * @unit: (nullable): code of the commune that it plays
 * @callback: called when it can be opened, or cannot be made
 * @user_data: for @callback
 *
 * Makes a database of made-up people.
 */
void
cnscd_sample_make_async (CnscdSample *self,
                         const char *unit,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_SAMPLE (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, cnscd_sample_make_async);
  g_task_set_task_data (task, g_strdup (unit != NULL ? unit : DEFAULT_UNIT), g_free);
  cnscd_repository_queue (self->repository, CNSCD_WORKER_PRIORITY_NORMAL, task, make_in_worker);
}

/**
 * cnscd_sample_make_finish:
 * @self: a sample
 * @result: given to the callback
 * @error: return location for a #CnscdStoreError
 *
 * Returns: whether it can be opened; if not, nothing is left of it
 */
gboolean
cnscd_sample_make_finish (CnscdSample *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * cnscd_sample_discard_async:
 * @self: a sample
 * @callback: called when nothing is left of it
 * @user_data: for @callback
 *
 * Closes the sample and removes it with everything that was entered. Whoever
 * holds its repository is waited for.
 */
void
cnscd_sample_discard_async (CnscdSample *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_SAMPLE (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, cnscd_sample_discard_async);
  cnscd_repository_close_async (self->repository, closed_cb, task);
}

/**
 * cnscd_sample_discard_finish:
 * @self: a sample
 * @result: given to the callback
 * @error: return location for a #CnscdStoreError
 *
 * Returns: whether nothing is left of it
 */
gboolean
cnscd_sample_discard_finish (CnscdSample *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * cnscd_sample_dup_folder:
 *
 * Returns: (transfer full) (type filename): the folder of all samples
 */
char *
cnscd_sample_dup_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "cnscd", "samples", NULL);
}

/**
 * cnscd_sample_remove_stale:
 * @repository: whose worker does it, when nothing else is to be done
 *
 * Removes what programs left that had no time to discard their samples, as in
 * a power cut. Samples that are in use stay.
 */
void
cnscd_sample_remove_stale (CnscdRepository *repository)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_REPOSITORY (repository));

  task = g_task_new (repository, NULL, NULL, NULL);
  g_task_set_source_tag (task, cnscd_sample_remove_stale);
  cnscd_repository_queue (repository, CNSCD_WORKER_PRIORITY_CHECK, task, remove_stale_in_worker);
}
