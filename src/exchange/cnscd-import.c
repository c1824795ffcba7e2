/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-private.h"

#include <glib/gi18n-lib.h>

#include "cnscd-import-memory.h"
#include "cnscd-import-plan.h"
#include "cnscd-import-unit.h"
#include "core/cnscd-number.h"
#include "core/cnscd-text.h"
#include "store/cnscd-action.h"
#include "store/cnscd-audit.h"
#include "store/cnscd-office-store.h"
#include "store/cnscd-teams.h"

/* Rows between two looks at the cancellable and calls of the progress callback. */
#define STEP 128

G_DEFINE_QUARK (cnscd - import - error - quark, cnscd_import_error)

static void
person_state_free (gpointer data)
{
  PersonState *state = data;

  cnscd_record_unref (state->record);
  g_clear_pointer (&state->memberships, g_ptr_array_unref);
  g_free (state);
}

static void
membership_state_free (gpointer data)
{
  MembershipState *state = data;

  g_clear_pointer (&state->record, cnscd_record_unref);
  g_free (state);
}

static void
importer_clear (Importer *importer)
{
  g_clear_pointer (&importer->all_units, g_ptr_array_unref);
  g_clear_pointer (&importer->units, g_hash_table_unref);
  g_hash_table_unref (importer->unit_names);
  g_ptr_array_unref (importer->memberships);
  g_ptr_array_unref (importer->people);
  g_clear_pointer (&importer->decisions, g_ptr_array_unref);
  g_hash_table_unref (importer->folds);
  g_hash_table_unref (importer->name_keys);
  g_hash_table_unref (importer->reported);
  g_ptr_array_unref (importer->group_teams);
  g_ptr_array_unref (importer->row_pairs);
  g_array_unref (importer->moves);
  g_clear_pointer (&importer->people_by_id, g_hash_table_unref);
  g_free (importer->unit);
}

static void
importer_init (Importer *importer,
               CnscdDatabase *database,
               const CnscdImportOptions *options,
               CnscdImportPlan *plan,
               GCancellable *cancellable)
{
  importer->database = database;
  importer->options = options;
  importer->cancellable = cancellable;
  importer->plan = plan;
  importer->table = plan->table;
  importer->transaction.database = database;
  importer->transaction.label = options->label;
  importer->transaction.dry_run = options->dry_run;
  importer->unit_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  importer->people = g_ptr_array_new_with_free_func (person_state_free);
  importer->memberships = g_ptr_array_new_with_free_func (membership_state_free);
  importer->folds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  importer->name_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  importer->reported = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  importer->group_teams = g_ptr_array_new ();
  importer->row_pairs = g_ptr_array_new ();
  importer->moves = g_array_new (FALSE, FALSE, sizeof (MoveState));
  importer->today = cnscd_date_today ();
}

static gboolean
pass_step (Importer *importer, GError **error)
{
  if (importer->n_done++ % STEP != 0)
    return TRUE;
  if (importer->options->progress != NULL)
    importer->options->progress (importer->n_done - 1, importer->table->n_entries,
                                 importer->options->progress_data);
  return !g_cancellable_set_error_if_cancelled (importer->cancellable, error);
}

/* Words in brackets are a note, unless the person is stored with them in the name. */
static void
settle_name (Importer *importer, const UnitState *unit, CnscdRosterEntry *entry)
{
  if (entry->written_name == NULL)
    return;

  if (g_hash_table_contains (unit->people_by_fold,
                             cnscd_importer_fold (importer, entry->written_name)))
    {
      g_free (entry->full_name);
      g_free (entry->note);
      entry->full_name = g_steal_pointer (&entry->written_name);
      entry->note = g_steal_pointer (&entry->written_note);
    }
  else
    cnscd_findings_add (
      importer->plan->findings, CNSCD_FINDING_INFO, "name-with-note", entry->sheet, entry->row,
      entry->column, _ ("“%s” is imported as “%s”; the words in brackets are put into the note."),
      entry->written_name, entry->full_name);
}

static gboolean
apply_groups (Importer *importer, GError **error)
{
  for (guint i = 0; i < importer->table->groups->len; i++)
    {
      const CnscdRosterGroup *group = importer->table->groups->pdata[i];
      UnitState *unit =
        g_hash_table_lookup (importer->units, cnscd_importer_get_unit (importer, group));
      TeamState *team;

      if (!cnscd_importer_find_team (importer, unit, group, &team, error))
        return FALSE;
      g_ptr_array_add (importer->group_teams, team);
      for (guint j = 0; j < group->entries->len; j++)
        {
          settle_name (importer, unit, group->entries->pdata[j]);
          if (!pass_step (importer, error) ||
              !cnscd_importer_apply_entry (importer, unit, team, group, group->entries->pdata[j],
                                           error))
            return FALSE;
        }
    }
  if (!cnscd_importer_settle_moves (importer, error))
    return FALSE;
  if (importer->table->n_entries > 0) /* a list of teams names nobody */
    cnscd_importer_report_absent (importer);
  cnscd_importer_settle_leaders (importer);
  return TRUE;
}

static gboolean
has_team (Importer *importer, const char *code, gboolean *has, GError **error)
{
  const CnscdTeamQuery query = { .unit = code };
  g_autoptr (GPtrArray) teams = cnscd_teams_list (importer->database, &query, error);

  if (teams == NULL)
    return FALSE;

  *has = teams->len > 0;
  return TRUE;
}

/* The first import tells whose office this is, and so does one that comes after a wrong first:
 * no office keeps the roster of a commune without a team. What somebody has chosen, and an office
 * that has teams, changes only where somebody wants it. */
static gboolean
keep_unit (Importer *importer, const UnitState *unit, GError **error)
{
  g_autoptr (CnscdOffice) office = cnscd_office_load (importer->database, error);
  gboolean fixed;

  if (office == NULL)
    return FALSE;
  if (g_strcmp0 (office->unit, unit->code) == 0)
    return TRUE;

  fixed = office->unit_chosen;
  if (!fixed && office->unit != NULL && !has_team (importer, office->unit, &fixed, error))
    return FALSE;
  if (fixed && office->unit != NULL)
    {
      importer->plan->office_unit = g_strdup (office->unit);
      if (!importer->options->take_unit &&
          !cnscd_import_report_other_unit (importer->database, importer->plan->findings, unit->code,
                                           error))
        return FALSE;
    }
  if (fixed && !importer->options->take_unit)
    return TRUE;
  return cnscd_office_set_unit (importer->database, cnscd_action_get_current (importer->database),
                                unit->code, fixed, error);
}

/* Everything that writes, inside the transaction. */
static gboolean
apply (gpointer user_data, GError **error)
{
  Importer *importer = user_data;
  UnitState *only = NULL;
  g_autofree char *detail = NULL;

  if (!cnscd_importer_load (importer, error))
    return FALSE;
  if (g_hash_table_size (importer->units) == 1)
    {
      GHashTableIter iter;
      gpointer value;

      g_hash_table_iter_init (&iter, importer->units);
      g_hash_table_iter_next (&iter, NULL, &value);
      only = value;
      if (!cnscd_importer_find_decision (importer, only, error))
        return FALSE;
    }
  if (!apply_groups (importer, error) || (only != NULL && !keep_unit (importer, only, error)))
    return FALSE;
  if (importer->options->mappings != NULL && !importer->options->dry_run &&
      !cnscd_import_memory_keep (importer->database, importer->options->mappings, error))
    return FALSE;

  detail =
    g_strdup_printf ("%s (%s)", importer->options->label != NULL ? importer->options->label : "",
                     only != NULL ? only->code : "19");
  return cnscd_audit_add (importer->database, "import", "members", detail,
                          importer->table->n_entries, error) &&
         !g_cancellable_set_error_if_cancelled (importer->cancellable, error);
}

/**
 * cnscd_importer_add:
 * @importer: an importer
 * @record: a new record
 * @error: return location for an error
 *
 * Returns: whether it was written
 */
gboolean
cnscd_importer_add (Importer *importer, gconstpointer record, GError **error)
{
  return cnscd_import_transaction_ensure_action (&importer->transaction, error) &&
         cnscd_record_store_add (importer->database, record, error);
}

/* What the sheet lacks that is most like a roster. */
static void
set_nothing_error (const CnscdRosterTable *table, GError **error)
{
  for (guint i = 0; i < table->findings->len; i++)
    {
      const CnscdFinding *finding = table->findings->pdata[i];

      if (g_str_equal (finding->code, "sheet-no-people"))
        {
          g_set_error_literal (error, CNSCD_IMPORT_ERROR, CNSCD_IMPORT_ERROR_NOTHING,
                               finding->message);
          return;
        }
    }
  g_set_error_literal (error, CNSCD_IMPORT_ERROR, CNSCD_IMPORT_ERROR_NOTHING,
                       _ ("No people were found in the file. It needs a column of names with a "
                          "heading such as “Họ và tên”."));
}

/**
 * cnscd_importer_put:
 * @importer: an importer
 * @record: a changed record
 * @error: return location for an error
 *
 * Returns: whether it was written
 */
gboolean
cnscd_importer_put (Importer *importer, gconstpointer record, GError **error)
{
  return cnscd_import_transaction_ensure_action (&importer->transaction, error) &&
         cnscd_record_store_put (importer->database, record, error);
}

/**
 * cnscd_importer_fold:
 * @importer: an importer
 * @name: a name
 *
 * Returns: (transfer none): its search key, made once
 */
const char *
cnscd_importer_fold (Importer *importer, const char *name)
{
  char *fold = g_hash_table_lookup (importer->folds, name);

  if (fold == NULL)
    {
      fold = cnscd_text_search_key (name);
      g_hash_table_insert (importer->folds, g_strdup (name), fold);
    }
  return fold;
}

/* Understands the file, by what people have corrected before in files of its shape. */
static CnscdRosterTable *
recognize (CnscdDatabase *database,
           const CnscdWorkbook *workbook,
           const CnscdImportOptions *options,
           GError **error)
{
  g_autoptr (CnscdRosterTable) table = NULL;
  g_autoptr (GPtrArray) kept = NULL;

  table = cnscd_roster_table_recognize (workbook, options->mappings);
  if (options->mappings != NULL)
    return g_steal_pointer (&table);

  kept = cnscd_import_memory_find (database, workbook, table->mappings, error);
  if (kept == NULL)
    return NULL;
  if (kept->len == 0)
    return g_steal_pointer (&table);

  g_clear_pointer (&table, cnscd_roster_table_free);
  table = cnscd_roster_table_recognize (workbook, kept);
  cnscd_import_memory_report (kept, table->findings);
  return g_steal_pointer (&table);
}

/**
 * cnscd_import_run:
 * @database: the database
 * @workbook: a file that was read
 * @options: what to do with it
 * @cancellable: (nullable): a way to stop
 * @error: return location for a #CnscdImportError, #CnscdStoreError or #GIOErrorEnum
 *
 * Imports a roster, all of it or nothing. A dry run does the very same inside
 * a transaction that is then rolled back. A real run makes a rotating backup
 * first, and can be undone as one action.
 *
 * What an import never does: erase a value with an empty cell, replace a date
 * of birth by its year or a name by one without its accents, change the order
 * of the members whom a team has already; and it ends no membership but of
 * somebody who has moved, as was decided.
 *
 * Returns: (transfer full) (nullable): what was done, or would be
 */
CnscdImportPlan *
cnscd_import_run (CnscdDatabase *database,
                  const CnscdWorkbook *workbook,
                  const CnscdImportOptions *options,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (CnscdImportPlan) plan = cnscd_import_plan_new (&options);
  Importer importer = { 0 };
  gboolean done;

  g_return_val_if_fail (database != NULL && workbook != NULL, NULL);

  plan->table = recognize (database, workbook, options, error);
  if (plan->table == NULL)
    return NULL;
  plan->findings = g_ptr_array_ref (plan->table->findings);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (plan->table->n_entries == 0 && plan->table->groups->len == 0)
    {
      set_nothing_error (plan->table, error);
      return NULL;
    }

  importer_init (&importer, database, options, plan, cancellable);
  done = cnscd_importer_resolve_units (&importer, error);
  if (done)
    plan->unit = g_strdup (importer.unit);
  done = done && cnscd_import_transaction_run (&importer.transaction, apply, &importer, error);
  if (done && importer.units != NULL && g_hash_table_size (importer.units) == 1 &&
      plan->unit == NULL)
    {
      GHashTableIter iter;
      gpointer code;

      g_hash_table_iter_init (&iter, importer.units);
      g_hash_table_iter_next (&iter, &code, NULL);
      plan->unit = g_strdup (code);
    }
  importer_clear (&importer);
  if (done && options->progress != NULL)
    options->progress (plan->table->n_entries, plan->table->n_entries, options->progress_data);
  return done ? g_steal_pointer (&plan) : NULL;
}
