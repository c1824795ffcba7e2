/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-action.h"

#include <glib/gi18n-lib.h>

#include "cnscd-distinct.h"
#include "cnscd-office-store.h"
#include "cnscd-undo-private.h"

static char *
read_action (CnscdUndo *undo, GError **error)
{
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (
    undo->database,
    "SELECT label, undone_by IS NOT NULL, kind = 'import' FROM action WHERE id = ?1", error);
  CnscdStep step;

  if (statement == NULL)
    return NULL;

  cnscd_statement_bind_int (statement, 1, undo->action);
  step = cnscd_statement_step (statement, error);
  if (step == CNSCD_STEP_ROW && cnscd_statement_int (statement, 1) == 0)
    {
      undo->is_import = cnscd_statement_int (statement, 2) != 0;
      return g_strdup (cnscd_statement_text (statement, 0));
    }

  if (step == CNSCD_STEP_ROW)
    g_set_error_literal (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID,
                         _ ("This has already been undone."));
  else if (step == CNSCD_STEP_DONE)
    g_set_error_literal (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND,
                         _ ("There is nothing to undo."));
  return NULL;
}

static gboolean
mark_undone (CnscdDatabase *database, gint64 id, GError **error)
{
  g_autoptr (CnscdStatement) statement =
    cnscd_statement_take (database, "UPDATE action SET undone_by = ?2 WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_int (statement, 1, id);
  cnscd_statement_bind_int (statement, 2, database->action);
  return cnscd_statement_run (statement, error);
}

static gboolean
load_unit (CnscdUndo *undo, GError **error)
{
  g_autoptr (GError) problem = NULL;

  undo->unit = cnscd_database_get_setting (undo->database, "unit", &problem);
  if (problem == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
has_record (CnscdDatabase *database, const char *unit, gboolean *has, GError **error)
{
  *has = FALSE;
  for (guint i = 0; !*has && CNSCD_KINDS[i] != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf (
        "SELECT 1 FROM \"%s\" WHERE unit = ?1 AND deleted = 0 LIMIT 1", CNSCD_KINDS[i]->name);
      g_autoptr (CnscdStatement) statement = cnscd_statement_take (database, sql, error);
      CnscdStep step;

      if (statement == NULL)
        return FALSE;
      cnscd_statement_bind_text (statement, 1, unit);
      step = cnscd_statement_step (statement, error);
      if (step == CNSCD_STEP_ERROR)
        return FALSE;
      *has = step == CNSCD_STEP_ROW;
    }

  return TRUE;
}

/* An import of a wrong roster, which makes a team, has made this office one of a commune that
 * nothing is left of; where it did not note what was before, as in a database of an earlier
 * release, that is forgotten. */
static gboolean
set_unit_back (CnscdUndo *undo, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *chosen = NULL;
  gboolean restored;
  gboolean has = FALSE;

  if ((undo->unit != NULL && !has_record (undo->database, undo->unit, &has, error)) ||
      !cnscd_office_restore_unit (undo->database, undo->action, undo->database->action, has,
                                  &restored, error))
    return FALSE;
  if (restored || has || !undo->is_import || !undo->took_team)
    return TRUE;

  chosen = cnscd_database_get_setting (undo->database, CNSCD_SETTING_UNIT_CHOSEN, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  return chosen != NULL || cnscd_database_set_setting (undo->database, "unit", NULL, error);
}

static gboolean
run (CnscdUndo *undo, GError **error)
{
  g_autofree char *label = read_action (undo, error);
  gboolean done;

  if (label == NULL || !cnscd_action_begin (undo->database, undo->kind, label, error))
    return FALSE;

  undo->made = undo->database->action;
  done = load_unit (undo, error) && cnscd_undo_read_traces (undo, error) &&
         cnscd_undo_apply (undo, error) && set_unit_back (undo, error) &&
         cnscd_distinct_turn_action (undo->database, undo->action, undo->made, error) &&
         mark_undone (undo->database, undo->action, error);
  cnscd_action_end (undo->database);
  return done;
}

/* All of it in one transaction. */
static gboolean
run_in_transaction (CnscdUndo *undo, GError **error)
{
  g_autoptr (GPtrArray) traces =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_undo_trace_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean done;

  if (!cnscd_database_begin (undo->database, error))
    return FALSE;

  undo->traces = traces;
  undo->by_id = by_id;
  done = run (undo, error);
  g_clear_pointer (&undo->unit, g_free);
  if (done)
    return cnscd_database_commit (undo->database, error);

  cnscd_database_rollback (undo->database);
  return FALSE;
}

/* What an action was, and the action that has undone it. */
static gboolean
find_undo (CnscdDatabase *database, gint64 id, char **kind, gint64 *undo, GError **error)
{
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (
    database, "SELECT kind, undone_by FROM action WHERE id = ?1 AND undone_by IS NOT NULL", error);
  CnscdStep step;

  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_int (statement, 1, id);
  step = cnscd_statement_step (statement, error);
  if (step == CNSCD_STEP_DONE)
    g_set_error_literal (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND,
                         _ ("There is nothing to redo."));
  if (step != CNSCD_STEP_ROW)
    return FALSE;

  *kind = cnscd_statement_dup_text (statement, 0);
  *undo = cnscd_statement_int (statement, 1);
  return TRUE;
}

/**
 * cnscd_action_undo_with_progress:
 * @database: a connection that is in no action
 * @id: the action
 * @progress: (nullable) (scope call): told now and then how far it is
 * @progress_data: for @progress
 * @n_undone: (out) (optional): how many records were set back
 * @n_kept: (out) (optional): how many records keep something of the action
 * @error: return location for a #CnscdStoreError
 *
 * Undoes an action as a whole, as new changes in one transaction. What was
 * done afterwards is never lost: a field that was changed since keeps its
 * later value; a record that the action made stays when it was edited since,
 * or when another that stays refers to it; with an edited person stays the
 * membership. The commune of this office becomes what it was before, if the
 * action had set it, and who was told apart is not any more; other settings
 * are not undone.
 *
 * Returns: whether it was undone; %CNSCD_STORE_ERROR_INVALID when it was
 *   already
 */
gboolean
cnscd_action_undo_with_progress (CnscdDatabase *database,
                                 gint64 id,
                                 CnscdActionProgress progress,
                                 gpointer progress_data,
                                 guint *n_undone,
                                 guint *n_kept,
                                 GError **error)
{
  CnscdUndo undo = {
    .database = database,
    .action = id,
    .kind = "undo",
    .progress = progress,
    .progress_data = progress_data,
  };

  g_return_val_if_fail (database != NULL, FALSE);

  if (!run_in_transaction (&undo, error))
    return FALSE;

  if (n_undone != NULL)
    *n_undone = undo.n_undone;
  if (n_kept != NULL)
    *n_kept = undo.n_kept;
  return TRUE;
}

/**
 * cnscd_action_undo_full:
 * @database: a connection that is in no action
 * @id: the action
 * @n_undone: (out) (optional): how many records were set back
 * @n_kept: (out) (optional): how many records keep something of the action
 * @error: return location for a #CnscdStoreError
 *
 * As cnscd_action_undo_with_progress(), for who does not show progress.
 *
 * Returns: whether it was undone
 */
gboolean
cnscd_action_undo_full (CnscdDatabase *database,
                        gint64 id,
                        guint *n_undone,
                        guint *n_kept,
                        GError **error)
{
  return cnscd_action_undo_with_progress (database, id, NULL, NULL, n_undone, n_kept, error);
}

/**
 * cnscd_action_undo:
 * @database: a connection that is in no action
 * @id: the action
 * @n_undone: (out) (optional): how many records were set back
 * @error: return location for a #CnscdStoreError
 *
 * As cnscd_action_undo_full(), for who does not tell what was kept.
 *
 * Returns: whether it was undone
 */
gboolean
cnscd_action_undo (CnscdDatabase *database, gint64 id, guint *n_undone, GError **error)
{
  return cnscd_action_undo_full (database, id, n_undone, NULL, error);
}

/**
 * cnscd_action_redo:
 * @database: a connection that is in no action
 * @id: an action that was undone
 * @progress: (nullable) (scope call): told now and then how far it is
 * @progress_data: for @progress
 * @redone: (out): the action that did it again, which can be undone in its turn
 * @n_kept: (out) (optional): how many records stay otherwise
 * @error: return location for a #CnscdStoreError
 *
 * Does again what an action did, from the journal: the undo is undone, as an
 * action of the first one's kind and label. The same records come back, and
 * who was told apart is so again; what was done since the undo is never lost,
 * as with cnscd_action_undo_with_progress().
 *
 * Returns: whether it was done; %CNSCD_STORE_ERROR_NOT_FOUND when it is not undone
 */
gboolean
cnscd_action_redo (CnscdDatabase *database,
                   gint64 id,
                   CnscdActionProgress progress,
                   gpointer progress_data,
                   gint64 *redone,
                   guint *n_kept,
                   GError **error)
{
  CnscdUndo undo = {
    .database = database,
    .progress = progress,
    .progress_data = progress_data,
  };
  g_autofree char *kind = NULL;

  g_return_val_if_fail (database != NULL && redone != NULL, FALSE);

  if (!find_undo (database, id, &kind, &undo.action, error))
    return FALSE;
  undo.kind = kind;
  if (!run_in_transaction (&undo, error))
    return FALSE;

  *redone = undo.made;
  if (n_kept != NULL)
    *n_kept = undo.n_kept;
  return TRUE;
}
