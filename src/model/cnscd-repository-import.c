/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-job-private.h"

#include "exchange/cnscd-schedule-import.h"
#include "store/cnscd-action.h"

typedef struct
{
  CnscdImportJob *job;
  gboolean dry_run;
  char *unit;            /* (nullable) */
  GPtrArray *mappings;   /* (nullable) */
  GHashTable *decisions; /* (nullable) */
  gboolean take_unit;
  gint64 action; /* of what was imported; 0 when nothing was */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  cnscd_import_job_unref (request->job);
  g_free (request->unit);
  g_clear_pointer (&request->mappings, g_ptr_array_unref);
  g_clear_pointer (&request->decisions, g_hash_table_unref);
  g_free (request);
}

static void
report_progress_cb (guint done, guint total, gpointer user_data)
{
  CnscdImportJob *job = user_data;

  g_atomic_int_set (&job->total, total);
  g_atomic_int_set (&job->done, done);
}

static char *
dup_display_name (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autofree char *basename = NULL;

  if (info != NULL)
    return g_strdup (g_file_info_get_display_name (info));

  basename = g_file_get_basename (file);
  return g_filename_display_name (basename);
}

/* 0 when there is none: an import that changes nothing is no action. */
static gint64
find_last (CnscdDatabase *database)
{
  g_autoptr (CnscdAction) action = cnscd_action_last (database, "import", NULL);

  return action != NULL ? action->id : 0;
}

/* A schedule says itself that it is one. */
static CnscdImportPlan *
run (CnscdDatabase *database,
     const CnscdWorkbook *workbook,
     const CnscdImportOptions *options,
     GCancellable *cancellable,
     GError **error)
{
  return cnscd_schedule_table_is_likely (workbook)
           ? cnscd_schedule_import_run (database, workbook, options, cancellable, error)
           : cnscd_import_run (database, workbook, options, cancellable, error);
}

static void
import_in_worker (CnscdWorker *worker, GTask *task)
{
  CnscdRepository *self = g_task_get_source_object (task);
  Request *request = g_task_get_task_data (task);
  CnscdImportJob *job = request->job;
  GCancellable *cancellable = g_task_get_cancellable (task);
  CnscdDatabase *database;
  g_autofree char *label = NULL;
  CnscdImportPlan *plan = NULL;
  gint64 last = 0;
  GError *error = NULL;

  database = cnscd_worker_get_database (worker, &error);
  if (database != NULL && cnscd_import_job_read (job, cancellable, &error))
    {
      last = find_last (database);
      label = job->file != NULL ? dup_display_name (job->file) : g_strdup (job->name);
      plan = run (database, job->workbook,
                  &(CnscdImportOptions) {
                    .unit = request->unit,
                    .label = label,
                    .mappings = request->mappings,
                    .decisions = request->decisions,
                    .take_unit = request->take_unit,
                    .collect_pairs = request->dry_run,
                    .dry_run = request->dry_run,
                    .progress = report_progress_cb,
                    .progress_data = job,
                  },
                  cancellable, &error);
    }
  if (plan == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (!request->dry_run)
    {
      g_autoptr (CnscdAction) action = cnscd_action_last (database, "import", NULL);

      if (action != NULL && !action->undone && action->id != last)
        request->action = action->id;
      cnscd_repository_committed (self, task, database);
    }
  g_task_return_pointer (task, plan, (GDestroyNotify) cnscd_import_plan_free);
}

/*< private >
 * cnscd_import_job_read:
 *
 * Reads the file or the rows, once; for the worker.
 */
gboolean
cnscd_import_job_read (CnscdImportJob *job, GCancellable *cancellable, GError **error)
{
  if (job->workbook == NULL)
    g_atomic_int_set (&job->n_read, 0);
  if (job->workbook == NULL)
    job->workbook = job->file != NULL
                      ? cnscd_workbook_read_counting (job->file, &job->n_read, cancellable, error)
                      : cnscd_workbook_read_rows (job->rows, job->name, cancellable, error);
  return job->workbook != NULL;
}

/**
 * cnscd_import_job_new:
 * @file: the spreadsheet
 *
 * Returns: (transfer full): a job that has not looked at the file yet
 */
CnscdImportJob *
cnscd_import_job_new (GFile *file)
{
  CnscdImportJob *job;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  job = g_new0 (CnscdImportJob, 1);
  g_atomic_ref_count_init (&job->ref_count);
  job->file = g_object_ref (file);
  return job;
}

/**
 * cnscd_import_job_ref:
 * @job: a job
 *
 * Returns: (transfer full): @job with one reference more
 */
CnscdImportJob *
cnscd_import_job_ref (CnscdImportJob *job)
{
  g_atomic_ref_count_inc (&job->ref_count);
  return job;
}

/**
 * cnscd_import_job_unref:
 * @job: (transfer full): a job
 *
 * Drops a reference; the last one frees what was read of the file.
 */
void
cnscd_import_job_unref (CnscdImportJob *job)
{
  if (!g_atomic_ref_count_dec (&job->ref_count))
    return;

  g_clear_pointer (&job->workbook, cnscd_workbook_free);
  g_clear_object (&job->file);
  g_clear_pointer (&job->rows, g_bytes_unref);
  g_free (job->name);
  g_free (job->unit);
  g_clear_pointer (&job->mappings, g_ptr_array_unref);
  g_clear_pointer (&job->decisions, g_hash_table_unref);
  g_free (job);
}

/**
 * cnscd_import_job_get_progress:
 * @job: a job
 *
 * Returns: how much of the running import is done, 0 to 1; negative while that is not known
 */
double
cnscd_import_job_get_progress (CnscdImportJob *job)
{
  guint total = g_atomic_int_get (&job->total);
  guint done = g_atomic_int_get (&job->done);

  return total > 0 ? MIN ((double) done / total, 1.0) : -1.0;
}

/**
 * cnscd_repository_import_async:
 * @self: a repository
 * @job: the spreadsheet
 * @dry_run: whether only to say what would be done
 * @cancellable: (nullable): to stop, which leaves the database as it was
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Imports a spreadsheet, all of it or nothing. The file is read with the first
 * call for @job only.
 */
void
cnscd_repository_import_async (CnscdRepository *self,
                               CnscdImportJob *job,
                               gboolean dry_run,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;
  Request *request;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (job != NULL);

  request = g_new0 (Request, 1);
  request->job = cnscd_import_job_ref (job);
  request->dry_run = dry_run;
  request->unit = g_strdup (job->unit);
  request->mappings = job->mappings != NULL ? g_ptr_array_ref (job->mappings) : NULL;
  request->decisions = job->decisions != NULL ? g_hash_table_ref (job->decisions) : NULL;
  request->take_unit = job->take_unit;
  report_progress_cb (0, 0, job);

  task = g_task_new (self, cancellable, callback, user_data);
  /* A commit that has happened is told, even if somebody cancelled a moment later. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, cnscd_repository_import_async);
  g_task_set_task_data (task, request, request_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, import_in_worker);
}

/**
 * cnscd_repository_import_finish:
 * @self: a repository
 * @result: given to the callback
 * @action: (out) (optional): what undoes it; 0 when nothing was changed
 * @error: return location for an error of reading or importing
 *
 * Returns: (transfer full): what was or would be done, or %NULL with @error set
 */
CnscdImportPlan *
cnscd_repository_import_finish (CnscdRepository *self,
                                GAsyncResult *result,
                                gint64 *action,
                                GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (action != NULL)
    *action = ((const Request *) g_task_get_task_data (G_TASK (result)))->action;

  return g_task_propagate_pointer (G_TASK (result), error);
}
