/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-schedule-import.h"

#include <glib/gi18n-lib.h>

#include "cnscd-import-memory.h"
#include "cnscd-import-plan.h"
#include "cnscd-import-unit.h"
#include "cnscd-schedule-private.h"
#include "cnscd-synonyms.h"
#include "store/cnscd-audit.h"

/* Rows between two looks at the cancellable and calls of the progress callback. */
#define STEP 64

static CnscdSchedulePlace *
ensure_place (CnscdScheduleImporter *importer, const char *unit, GError **error)
{
  CnscdSchedulePlace *place = g_hash_table_lookup (importer->places, unit);

  if (place != NULL)
    return place;
  place = cnscd_schedule_place_load (importer->database, unit, error);
  if (place != NULL)
    g_hash_table_insert (importer->places, place->unit, place);
  return place;
}

/* The commune that the row names; NULL with @known %FALSE when it is no one that may be. */
static const char *
find_unit (CnscdScheduleRow *row, gboolean *known)
{
  CnscdScheduleImporter *importer = row->importer;
  const char *text = cnscd_schedule_row_get_text (row, CNSCD_SCHEDULE_UNIT);
  g_autofree char *kind = NULL;
  g_autofree char *name = NULL;
  const CnscdUnit *unit;

  *known = TRUE;
  if (text == NULL)
    return importer->plan->unit;

  if (!cnscd_unit_words_parse (text, &kind, &name))
    name = g_strdup (text);
  unit = cnscd_import_find_unit (importer->units, kind, name);
  if (unit != NULL && (importer->wanted == NULL || unit == importer->wanted))
    return unit->code;

  *known = FALSE;
  if (unit == NULL)
    cnscd_schedule_row_add_finding (row, CNSCD_FINDING_ERROR, "session-unit-unknown",
                                    CNSCD_SCHEDULE_UNIT,
                                    _ ("There is no commune “%s”. The row is not imported."), text);
  else
    cnscd_schedule_row_add_finding (
      row, CNSCD_FINDING_ERROR, "session-unit-other", CNSCD_SCHEDULE_UNIT,
      _ ("The row is of %s, which is not the commune of this import. It is not "
         "imported."),
      text);
  return NULL;
}

static gboolean
import_entry (CnscdScheduleImporter *importer, const CnscdScheduleEntry *entry, GError **error)
{
  CnscdScheduleRow row = { .importer = importer, .entry = entry };
  const char *unit;
  gboolean known;
  gboolean done;

  unit = find_unit (&row, &known);
  if (!known)
    return TRUE;
  row.place = ensure_place (importer, unit, error);
  if (row.place == NULL)
    return FALSE;

  row.day = cnscd_time_get_day (entry->starts_at);
  row.teams = cnscd_schedule_names_new ();
  row.kept = g_string_new (NULL);
  done = cnscd_schedule_row_import (&row, error);
  g_clear_pointer (&row.before, cnscd_session_records_unref);
  g_clear_pointer (&row.after, cnscd_session_records_unref);
  g_string_free (row.kept, TRUE);
  cnscd_schedule_names_free (row.teams);
  return done;
}

/* Understands the file, by what people have corrected before in files of its shape. */
static CnscdScheduleTable *
recognize (CnscdDatabase *database,
           const CnscdWorkbook *workbook,
           const CnscdImportOptions *options,
           GError **error)
{
  g_autoptr (CnscdScheduleTable) table =
    cnscd_schedule_table_recognize (workbook, options->mappings);
  g_autoptr (GPtrArray) kept = NULL;

  if (options->mappings != NULL)
    return g_steal_pointer (&table);

  kept = cnscd_import_memory_find (database, workbook, table->mappings, error);
  if (kept == NULL)
    return NULL;
  if (kept->len > 0)
    {
      g_clear_pointer (&table, cnscd_schedule_table_free);
      table = cnscd_schedule_table_recognize (workbook, kept);
      cnscd_import_memory_report (kept, table->findings);
    }
  return g_steal_pointer (&table);
}

/* Everything that writes, inside the transaction. */
static gboolean
apply (gpointer user_data, GError **error)
{
  CnscdScheduleImporter *importer = user_data;
  const CnscdImportOptions *options = importer->options;
  GPtrArray *entries = importer->plan->schedule->entries;
  g_autofree char *detail = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      if (i % STEP == 0)
        {
          if (options->progress != NULL)
            options->progress (i, entries->len, options->progress_data);
          if (g_cancellable_set_error_if_cancelled (importer->cancellable, error))
            return FALSE;
        }
      if (!import_entry (importer, entries->pdata[i], error))
        return FALSE;
    }
  if (options->mappings != NULL && !options->dry_run &&
      !cnscd_import_memory_keep (importer->database, options->mappings, error))
    return FALSE;

  detail =
    g_strdup_printf ("%s (%s)", options->label != NULL ? options->label : "",
                     importer->plan->unit != NULL ? importer->plan->unit : CNSCD_PROVINCE_CODE);
  return cnscd_audit_add (importer->database, "import", "sessions", detail,
                          g_hash_table_size (importer->people), error) &&
         !g_cancellable_set_error_if_cancelled (importer->cancellable, error);
}

/* The commune of the rows that name none. */
static gboolean
choose_unit (CnscdScheduleImporter *importer, GError **error)
{
  CnscdImportPlan *plan = importer->plan;
  gboolean needed = FALSE;

  importer->units = cnscd_units_list (importer->database, NULL, error);
  if (importer->units == NULL ||
      !cnscd_import_check_wanted (importer->units, importer->options->unit, &importer->wanted,
                                  error))
    return FALSE;

  for (guint i = 0; i < plan->schedule->entries->len; i++)
    needed =
      needed ||
      ((CnscdScheduleEntry *) plan->schedule->entries->pdata[i])->texts[CNSCD_SCHEDULE_UNIT] ==
        NULL;
  if (!needed)
    return TRUE;

  plan->unit = cnscd_import_choose_unit (importer->database, importer->units, importer->wanted,
                                         plan->schedule->unit_kind, plan->schedule->unit_name,
                                         plan->findings, error);
  return plan->unit != NULL &&
         cnscd_import_report_other_unit (importer->database, plan->findings, plan->unit, error);
}

static void
importer_init (CnscdScheduleImporter *importer,
               CnscdDatabase *database,
               const CnscdImportOptions *options,
               CnscdImportPlan *plan,
               GCancellable *cancellable)
{
  importer->database = database;
  importer->options = options;
  importer->cancellable = cancellable;
  importer->plan = plan;
  importer->transaction.database = database;
  importer->transaction.label = options->label;
  importer->transaction.dry_run = options->dry_run;
  importer->places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                            (GDestroyNotify) cnscd_schedule_place_free);
  importer->claimed = g_hash_table_new (g_str_hash, g_str_equal);
  importer->ignored = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  importer->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
importer_clear (CnscdScheduleImporter *importer)
{
  g_clear_pointer (&importer->units, g_ptr_array_unref);
  g_hash_table_unref (importer->claimed);
  g_hash_table_unref (importer->places);
  g_hash_table_unref (importer->ignored);
  g_hash_table_unref (importer->people);
}

static void
set_nothing_error (const CnscdScheduleTable *table, GError **error)
{
  for (guint i = 0; i < table->findings->len && table->n_tables > 0; i++)
    {
      const CnscdFinding *finding = table->findings->pdata[i];

      if (finding->level == CNSCD_FINDING_ERROR)
        {
          /* Translators: a number of a row, and what is wrong there, in whole sentences */
          g_set_error (error, CNSCD_IMPORT_ERROR, CNSCD_IMPORT_ERROR_NOTHING, _ ("Row %u: %s"),
                       finding->row, finding->message);
          return;
        }
    }
  g_set_error_literal (
    error, CNSCD_IMPORT_ERROR, CNSCD_IMPORT_ERROR_NOTHING,
    _ ("No session was found in the file. It needs a table with heads such as “Ngày”, “Giờ”, “Địa "
       "điểm” and “Nội dung”."));
}

/**
 * cnscd_schedule_import_run: (skip)
 * @database: the database
 * @workbook: a file that was read
 * @options: (nullable): what to do with it
 * @cancellable: (nullable): a way to stop
 * @error: return location for a #CnscdImportError, #CnscdStoreError or #GIOErrorEnum
 *
 * Imports a schedule, all of it or nothing, as cnscd_import_run() does a
 * roster: a dry run, a backup first, one action that can be undone.
 *
 * A row is a stored session when it has its short code, or begins at the same
 * time with the same title and teams; else it is a new one. An empty cell
 * changes nothing; a list of which everything is known replaces the stored
 * one. What is not understood is kept in the note.
 *
 * Returns: (transfer full) (nullable): what was done, or would be
 */
CnscdImportPlan *
cnscd_schedule_import_run (CnscdDatabase *database,
                           const CnscdWorkbook *workbook,
                           const CnscdImportOptions *options,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (CnscdImportPlan) plan = cnscd_import_plan_new (&options);
  CnscdScheduleImporter importer = { 0 };
  gboolean done;

  g_return_val_if_fail (database != NULL && workbook != NULL, NULL);

  plan->table = cnscd_roster_table_new ();
  plan->schedule = recognize (database, workbook, options, error);
  if (plan->schedule == NULL)
    return NULL;
  plan->findings = g_ptr_array_ref (plan->schedule->findings);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (plan->schedule->entries->len == 0)
    {
      set_nothing_error (plan->schedule, error);
      return NULL;
    }

  importer_init (&importer, database, options, plan, cancellable);
  done = choose_unit (&importer, error) &&
         cnscd_import_transaction_run (&importer.transaction, apply, &importer, error);
  importer_clear (&importer);
  if (done && options->progress != NULL)
    options->progress (plan->schedule->entries->len, plan->schedule->entries->len,
                       options->progress_data);
  return done ? g_steal_pointer (&plan) : NULL;
}
