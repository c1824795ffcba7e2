/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-worker.h"

#include <glib/gi18n-lib.h>

#define assert_in_worker(self) g_assert (cnscd_worker_is_current (self))

struct _CnscdWorker
{
  GObject parent_instance;

  GThread *thread;
  GAsyncQueue *jobs;       /* (element-type Job) */
  guint64 n_queued;        /* atomic by the queue's lock */
  CnscdDatabase *database; /* touched by the thread only */
};

typedef struct
{
  int priority;
  guint64 serial;
  GTask *task;
  CnscdWorkerFunc func; /* NULL: the last job */
} Job;

/*
 * The thread holds no reference to the object, so that dropping the last one
 * can stop it.
 */
G_DEFINE_FINAL_TYPE (CnscdWorker, cnscd_worker, G_TYPE_OBJECT)

static int
compare_jobs (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Job *one = a;
  const Job *other = b;

  if (one->priority != other->priority)
    return one->priority < other->priority ? -1 : 1;
  if (one->serial != other->serial)
    return one->serial < other->serial ? -1 : 1;
  return 0;
}

static void
push_job (CnscdWorker *self, int priority, GTask *task, CnscdWorkerFunc func)
{
  Job *job = g_new (Job, 1);

  *job = (Job) { .priority = priority, .task = task, .func = func };
  g_async_queue_lock (self->jobs);
  job->serial = self->n_queued++;
  g_async_queue_push_sorted_unlocked (self->jobs, job, compare_jobs, NULL);
  g_async_queue_unlock (self->jobs);
}

static gboolean
unref_task_cb (gpointer data)
{
  g_object_unref (data);
  return G_SOURCE_REMOVE;
}

/*
 * The task may hold the last reference to the object that owns this worker,
 * and a thread cannot wait for its own end: let it go where it came from.
 */
static void
release_task (GTask *task)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_callback (source, unref_task_cb, task, NULL);
  g_source_attach (source, g_task_get_context (task));
}

static gpointer
run_jobs_cb (gpointer data)
{
  CnscdWorker *self = data;

  for (;;)
    {
      g_autofree Job *job = g_async_queue_pop (self->jobs);

      if (job->func == NULL)
        break;

      /* A search that was overtaken costs nothing. */
      if (!g_task_return_error_if_cancelled (job->task))
        job->func (self, job->task);
      release_task (job->task);
    }

  g_clear_pointer (&self->database, cnscd_database_close);
  return NULL;
}

static void
cnscd_worker_finalize (GObject *object)
{
  CnscdWorker *self = CNSCD_WORKER (object);

  cnscd_worker_stop (self);
  g_async_queue_unref (self->jobs);

  G_OBJECT_CLASS (cnscd_worker_parent_class)->finalize (object);
}

static void
cnscd_worker_class_init (CnscdWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cnscd_worker_finalize;
}

static void
cnscd_worker_init (CnscdWorker *self)
{
  self->jobs = g_async_queue_new ();
  self->thread = g_thread_new ("cnscd-worker", run_jobs_cb, self);
}

/**
 * cnscd_worker_new:
 *
 * Starts the thread that owns the program's read-write connection.
 *
 * Returns: (transfer full): a new worker, without a database yet
 */
CnscdWorker *
cnscd_worker_new (void)
{
  return g_object_new (CNSCD_TYPE_WORKER, NULL);
}

/**
 * cnscd_worker_queue:
 * @self: a worker
 * @priority: smaller ones run earlier; equal ones in the order they were queued
 * @task: (transfer full): the task that @func answers
 * @func: what to do
 *
 * Has @func run on the worker's thread. A task whose cancellable is cancelled
 * before its turn is answered with %G_IO_ERROR_CANCELLED, without running it.
 * Must not be called after cnscd_worker_stop().
 */
void
cnscd_worker_queue (CnscdWorker *self, int priority, GTask *task, CnscdWorkerFunc func)
{
  g_return_if_fail (CNSCD_IS_WORKER (self));
  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (func != NULL);
  g_return_if_fail (self->thread != NULL);

  push_job (self, priority, task, func);
}

/**
 * cnscd_worker_stop:
 * @self: a worker
 *
 * Waits until everything that was queued is done, closes the database and ends
 * the thread. The only call here that waits: for the end of the program.
 */
void
cnscd_worker_stop (CnscdWorker *self)
{
  g_return_if_fail (CNSCD_IS_WORKER (self));

  if (self->thread == NULL)
    return;

  push_job (self, G_MAXINT, NULL, NULL);
  g_thread_join (self->thread);
  self->thread = NULL;
}

/**
 * cnscd_worker_is_current:
 * @self: a worker
 *
 * Returns: whether the caller runs on the worker's thread
 */
gboolean
cnscd_worker_is_current (CnscdWorker *self)
{
  g_return_val_if_fail (CNSCD_IS_WORKER (self), FALSE);

  return g_thread_self () == self->thread;
}

/**
 * cnscd_worker_get_database:
 * @self: a worker, whose thread the caller must be on
 * @error: return location for a #CnscdStoreError
 *
 * Gives the database, checked by cnscd_database_confirm().
 *
 * Returns: (transfer none) (nullable): the open database, or %NULL with
 *   %CNSCD_STORE_ERROR_FAILED, or with what its check found
 */
CnscdDatabase *
cnscd_worker_get_database (CnscdWorker *self, GError **error)
{
  CnscdDatabase *database = cnscd_worker_get_unchecked_database (self, error);

  if (database == NULL || !cnscd_database_confirm (database, error))
    return NULL;
  return database;
}

/**
 * cnscd_worker_get_unchecked_database:
 * @self: a worker, whose thread the caller must be on
 * @error: return location for a #CnscdStoreError
 *
 * For what the first page shows: the database may not have been checked yet,
 * and may only be read then.
 *
 * Returns: (transfer none) (nullable): the open database, or %NULL with
 *   %CNSCD_STORE_ERROR_FAILED
 */
CnscdDatabase *
cnscd_worker_get_unchecked_database (CnscdWorker *self, GError **error)
{
  assert_in_worker (self);

  if (self->database == NULL)
    g_set_error_literal (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FAILED,
                         _ ("The database is not open."));
  else if (!cnscd_database_hold (self->database, error))
    return NULL;

  return self->database;
}

/**
 * cnscd_worker_take_database:
 * @self: a worker, whose thread the caller must be on
 * @database: (nullable) (transfer full): the database to work on from now on
 *
 * Closes the database that was there before.
 */
void
cnscd_worker_take_database (CnscdWorker *self, CnscdDatabase *database)
{
  assert_in_worker (self);

  if (self->database != NULL)
    cnscd_database_close (self->database);
  self->database = database;
}
