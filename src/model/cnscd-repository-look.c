/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-look.h"

#include <string.h>

#include "cnscd-import-job-private.h"
#include "core/cnscd-text.h"
#include "exchange/cnscd-import-memory.h"
#include "exchange/cnscd-schedule-table.h"

typedef struct
{
  CnscdImportJob *job;
  GPtrArray *mappings; /* (nullable) */
  char *forget;        /* (nullable) */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  cnscd_import_job_unref (request->job);
  g_clear_pointer (&request->mappings, g_ptr_array_unref);
  g_free (request->forget);
  g_free (request);
}

static CnscdRosterTable *
recognize (CnscdDatabase *database, Request *request, GPtrArray **kept, GError **error)
{
  const CnscdWorkbook *workbook = request->job->workbook;
  g_autoptr (CnscdRosterTable) table = cnscd_roster_table_recognize (workbook, request->mappings);

  if (request->mappings != NULL)
    return g_steal_pointer (&table);

  *kept = cnscd_import_memory_find (database, workbook, table->mappings, error);
  if (*kept == NULL)
    return NULL;
  if ((*kept)->len > 0)
    {
      g_clear_pointer (&table, cnscd_roster_table_free);
      table = cnscd_roster_table_recognize (workbook, *kept);
    }
  return g_steal_pointer (&table);
}

static CnscdScheduleTable *
recognize_schedule (CnscdDatabase *database, Request *request, GPtrArray **kept, GError **error)
{
  const CnscdWorkbook *workbook = request->job->workbook;
  g_autoptr (CnscdScheduleTable) table =
    cnscd_schedule_table_recognize (workbook, request->mappings);

  if (request->mappings != NULL)
    return g_steal_pointer (&table);

  *kept = cnscd_import_memory_find (database, workbook, table->mappings, error);
  if (*kept == NULL)
    return NULL;
  if ((*kept)->len > 0)
    {
      g_clear_pointer (&table, cnscd_schedule_table_free);
      table = cnscd_schedule_table_recognize (workbook, *kept);
    }
  return g_steal_pointer (&table);
}

static gboolean
is_unit (const CnscdUnit *unit, const char *kind, const char *name)
{
  g_autofree char *key = cnscd_text_match_key (name);
  g_autofree char *other = cnscd_text_match_key (unit->name);

  return (kind == NULL || g_str_equal (kind, unit->kind)) && g_str_has_prefix (key, other) &&
         (key[strlen (other)] == '\0' || key[strlen (other)] == ' ');
}

/* The commune, for people to read; the import itself looks closer. */
static void
tell_unit (CnscdImportLook *look, const char *kind, const char *name)
{
  if (name == NULL)
    return;

  for (guint i = 0; i < look->units->len && look->unit_said == NULL; i++)
    if (is_unit (look->units->pdata[i], kind, name))
      look->unit_said = cnscd_unit_dup_full_name (look->units->pdata[i]);
  look->unit_known = look->unit_known || look->unit_said != NULL;
  if (look->unit_said == NULL)
    look->unit_said = g_strdup (name);
}

static gboolean
look_at_roster (CnscdImportLook *look, CnscdDatabase *database, Request *request, GError **error)
{
  g_autoptr (CnscdRosterTable) table = recognize (database, request, &look->kept, error);

  if (table == NULL)
    return FALSE;

  look->shapes = cnscd_table_shapes_new (request->job->workbook, table);
  look->decision_number = g_strdup (table->decision_number);
  look->decision_date = table->decision_date;
  look->n_teams = table->groups->len;
  look->n_people = table->n_entries;
  look->unit_known = table->groups->len > 0;
  for (guint i = 0; i < table->groups->len; i++)
    look->unit_known =
      look->unit_known && ((const CnscdRosterGroup *) table->groups->pdata[i])->unit_name != NULL;
  tell_unit (look, table->unit_kind, table->unit_name);
  return TRUE;
}

static gboolean
look_at_schedule (CnscdImportLook *look, CnscdDatabase *database, Request *request, GError **error)
{
  g_autoptr (CnscdScheduleTable) table = recognize_schedule (database, request, &look->kept, error);

  if (table == NULL)
    return FALSE;

  look->shapes = cnscd_table_shapes_new_schedule (request->job->workbook, table);
  look->n_people = table->entries->len;
  look->unit_known = table->entries->len > 0;
  for (guint i = 0; i < table->entries->len; i++)
    look->unit_known =
      look->unit_known &&
      ((const CnscdScheduleEntry *) table->entries->pdata[i])->texts[CNSCD_SCHEDULE_UNIT] != NULL;
  tell_unit (look, table->unit_kind, table->unit_name);
  return TRUE;
}

static CnscdImportLook *
make_look (CnscdDatabase *database, Request *request, GError **error)
{
  g_autoptr (CnscdImportLook) look = g_new0 (CnscdImportLook, 1);

  if (request->forget != NULL && !cnscd_import_memory_forget (database, request->forget, error))
    return NULL;
  look->units = cnscd_units_list (database, NULL, error);
  if (look->units == NULL)
    return NULL;
  look->schedule = cnscd_schedule_table_is_likely (request->job->workbook);
  if (!(look->schedule ? look_at_schedule : look_at_roster) (look, database, request, error))
    return NULL;

  if (look->kept == NULL)
    look->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_sheet_mapping_free);
  return g_steal_pointer (&look);
}

static void
look_in_worker (CnscdWorker *worker, GTask *task)
{
  Request *request = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  CnscdImportLook *look = NULL;
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);

  if (database != NULL && cnscd_import_job_read (request->job, cancellable, &error))
    look = make_look (database, request, &error);
  if (look == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, look, (GDestroyNotify) cnscd_import_look_free);
}

/**
 * cnscd_import_job_new_for_rows:
 * @name: what the table is called
 * @rows: text from the clipboard, not checked yet
 *
 * Returns: (transfer full): a job as of cnscd_import_job_new()
 */
CnscdImportJob *
cnscd_import_job_new_for_rows (const char *name, GBytes *rows)
{
  CnscdImportJob *job;

  g_return_val_if_fail (name != NULL && rows != NULL, NULL);

  job = g_new0 (CnscdImportJob, 1);
  g_atomic_ref_count_init (&job->ref_count);
  job->name = g_strdup (name);
  job->rows = g_bytes_ref (rows);
  return job;
}

/**
 * cnscd_import_job_is_pasted:
 * @job: a job
 *
 * Returns: whether it is of rows from the clipboard, and not of a file
 */
gboolean
cnscd_import_job_is_pasted (CnscdImportJob *job)
{
  return job->file == NULL;
}

/**
 * cnscd_import_job_get_n_read:
 * @job: a job
 *
 * Returns: how many rows of the file are read so far
 */
guint
cnscd_import_job_get_n_read (CnscdImportJob *job)
{
  return g_atomic_int_get (&job->n_read);
}

/**
 * cnscd_import_job_get_rows:
 * @job: a job
 * @done: (out): how many rows the running import has done
 * @total: (out): of how many; 0 while that is not known
 */
void
cnscd_import_job_get_rows (CnscdImportJob *job, guint *done, guint *total)
{
  *total = g_atomic_int_get (&job->total);
  *done = g_atomic_int_get (&job->done);
}

/**
 * cnscd_import_job_set_choices:
 * @job: a job
 * @unit: (nullable): code of the commune that it is for; %NULL: as the file says
 * @mappings: (nullable) (element-type CnscdSheetMapping): as of #CnscdImportOptions; not to be
 *   changed afterwards
 * @decisions: (nullable) (element-type utf8 utf8): as of #CnscdImportOptions; not to be changed
 *   afterwards
 *
 * Says what the imports go by that are started from now on. For the thread that starts them.
 */
void
cnscd_import_job_set_choices (CnscdImportJob *job,
                              const char *unit,
                              GPtrArray *mappings,
                              GHashTable *decisions)
{
  g_set_str (&job->unit, unit);
  g_clear_pointer (&job->mappings, g_ptr_array_unref);
  g_clear_pointer (&job->decisions, g_hash_table_unref);
  job->mappings = mappings != NULL ? g_ptr_array_ref (mappings) : NULL;
  job->decisions = decisions != NULL ? g_hash_table_ref (decisions) : NULL;
}

/**
 * cnscd_import_job_set_take_unit:
 * @job: a job
 * @take_unit: whether the office becomes one of the file's commune with the next import, though it
 *   is one of another
 */
void
cnscd_import_job_set_take_unit (CnscdImportJob *job, gboolean take_unit)
{
  g_return_if_fail (job != NULL);

  job->take_unit = take_unit;
}

/**
 * cnscd_repository_look_async:
 * @self: a repository
 * @job: a spreadsheet, or rows
 * @mappings: (nullable) (element-type CnscdSheetMapping): columns that were
 *   corrected, not to be changed afterwards; %NULL: those of earlier imports
 * @forget: (nullable): shape of a table whose correction is forgotten first
 * @cancellable: (nullable): to stop
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Says what is understood of a spreadsheet. The file is read with the first
 * call for @job only.
 */
void
cnscd_repository_look_async (CnscdRepository *self,
                             CnscdImportJob *job,
                             GPtrArray *mappings,
                             const char *forget,
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
  request->mappings = mappings != NULL ? g_ptr_array_ref (mappings) : NULL;
  request->forget = g_strdup (forget);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_look_async);
  g_task_set_task_data (task, request, request_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, look_in_worker);
}

/**
 * cnscd_repository_look_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for a #CnscdSpreadsheetError, #CnscdStoreError or #GIOErrorEnum
 *
 * Returns: (transfer full): what was understood, or %NULL with @error set
 */
CnscdImportLook *
cnscd_repository_look_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, cnscd_repository_look_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cnscd_import_look_free:
 * @look: (nullable) (transfer full): a look
 */
void
cnscd_import_look_free (CnscdImportLook *look)
{
  if (look == NULL)
    return;

  g_clear_pointer (&look->shapes, g_ptr_array_unref);
  g_clear_pointer (&look->kept, g_ptr_array_unref);
  g_clear_pointer (&look->units, g_ptr_array_unref);
  g_free (look->unit_said);
  g_free (look->decision_number);
  g_free (look);
}
