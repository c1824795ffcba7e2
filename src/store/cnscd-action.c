/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-action.h"

#include <glib/gi18n-lib.h>

#include "cnscd-statement.h"

static gboolean
insert (CnscdDatabase *database, const char *kind, const char *label, gint64 *id, GError **error)
{
  /* A file's name need not be UTF-8. */
  g_autofree char *shown = g_utf8_make_valid (label != NULL ? label : "", -1);
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (
    database, "INSERT INTO action (kind, label, at) VALUES (?1, ?2, ?3)", error);

  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_text (statement, 1, kind);
  cnscd_statement_bind_text (statement, 2, shown);
  cnscd_statement_bind_int (statement, 3, g_get_real_time ());
  if (!cnscd_statement_run (statement, error))
    return FALSE;

  *id = sqlite3_last_insert_rowid (database->handle);
  return TRUE;
}

/**
 * cnscd_action_free:
 * @action: (transfer full): an action
 */
void
cnscd_action_free (CnscdAction *action)
{
  g_return_if_fail (action != NULL);

  g_free (action->kind);
  g_free (action->label);
  g_free (action);
}

/**
 * cnscd_action_begin:
 * @database: a connection that is in no action
 * @kind: "import", "demo", "edit"
 * @label: (nullable): what a person would recognize: the file's name
 * @error: return location for a #CnscdStoreError
 *
 * Begins a group of changes that is undone as a whole. It lasts until
 * cnscd_action_end(), or until the transaction that it began in is rolled
 * back, and with it all trace of it.
 *
 * Returns: whether it began
 */
gboolean
cnscd_action_begin (CnscdDatabase *database, const char *kind, const char *label, GError **error)
{
  gint64 id = 0;

  g_return_val_if_fail (database != NULL && kind != NULL, FALSE);

  if (database->action != 0)
    {
      g_set_error_literal (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID,
                           _ ("Another group of changes is not finished yet. Try again when it "
                              "is."));
      return FALSE;
    }

  if (!cnscd_database_begin (database, error))
    return FALSE;
  if (!insert (database, kind, label, &id, error))
    {
      cnscd_database_rollback (database);
      return FALSE;
    }
  if (!cnscd_database_commit (database, error))
    return FALSE;

  database->action = id;
  database->action_depth = database->depth;
  return TRUE;
}

/**
 * cnscd_action_end:
 * @database: a connection
 *
 * Ends the group of changes, if one is going on. Commits nothing.
 */
void
cnscd_action_end (CnscdDatabase *database)
{
  g_return_if_fail (database != NULL);

  database->action = 0;
  database->action_depth = 0;
}

/**
 * cnscd_action_get_current:
 * @database: a connection
 *
 * Returns: number of the group of changes that is going on, 0 for none
 */
gint64
cnscd_action_get_current (CnscdDatabase *database)
{
  g_return_val_if_fail (database != NULL, 0);

  return database->action;
}

/**
 * cnscd_action_last:
 * @database: a connection
 * @kind: "import", "demo", "edit"
 * @error: return location for a #CnscdStoreError
 *
 * Finds the action to undo next: the newest of @kind that was not undone.
 * When all were, the newest, so that it can be said which.
 *
 * Returns: (transfer full) (nullable): the action, or %NULL with
 *   %CNSCD_STORE_ERROR_NOT_FOUND when there never was one
 */
CnscdAction *
cnscd_action_last (CnscdDatabase *database, const char *kind, GError **error)
{
  g_autoptr (CnscdStatement) statement = NULL;
  CnscdAction *action;
  CnscdStep step;

  g_return_val_if_fail (database != NULL && kind != NULL, NULL);

  statement = cnscd_statement_take (
    database,
    "SELECT a.id, a.kind, a.label, a.at, a.undone_by IS NOT NULL,"
    " (SELECT count (*) FROM outbox o WHERE o.action = a.id)"
    " FROM action a WHERE a.kind = ?1 ORDER BY a.undone_by IS NOT NULL, a.id DESC LIMIT 1",
    error);
  if (statement == NULL)
    return NULL;

  cnscd_statement_bind_text (statement, 1, kind);
  step = cnscd_statement_step (statement, error);
  if (step == CNSCD_STEP_DONE)
    g_set_error_literal (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND,
                         _ ("There is nothing to undo."));
  if (step != CNSCD_STEP_ROW)
    return NULL;

  action = g_new0 (CnscdAction, 1);
  action->id = cnscd_statement_int (statement, 0);
  action->kind = cnscd_statement_dup_text (statement, 1);
  action->label = cnscd_statement_dup_text (statement, 2);
  action->at = cnscd_statement_int (statement, 3);
  action->undone = cnscd_statement_int (statement, 4) != 0;
  action->n_changes = (guint) cnscd_statement_int (statement, 5);
  return action;
}
