/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-database-private.h"

#include <glib/gi18n-lib.h>

#include "cnscd-kind-table.h"
#include "cnscd-statement.h"

static gboolean
run (CnscdDatabase *database, const char *verb, guint depth, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("%s cnscd_%u", verb, depth);
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (database, sql, error);

  return statement != NULL && cnscd_statement_run (statement, error);
}

static gboolean
run_plain (CnscdDatabase *database, const char *sql, GError **error)
{
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (database, sql, error);

  return statement != NULL && cnscd_statement_run (statement, error);
}

/* SQLite itself rolls everything back when the disk is full or fails. */
static gboolean
check_alive (CnscdDatabase *database, GError **error)
{
  if (!sqlite3_get_autocommit (database->handle))
    return TRUE;

  g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FAILED,
               _ ("The changes to “%s” were undone after an error. Try again."), database->path);
  return FALSE;
}

static void
forget_alive (CnscdDatabase *database)
{
  GHashTableIter iter;
  gpointer table;

  g_hash_table_iter_init (&iter, database->kind_tables);
  while (g_hash_table_iter_next (&iter, NULL, &table))
    cnscd_kind_table_forget (table);
}

static void
forget_rolled_back (CnscdDatabase *database)
{
  database->n_rollbacks++;
  forget_alive (database);

  if (database->action_depth > database->depth)
    {
      database->action = 0;
      database->action_depth = 0;
    }
  if (database->poisoned > database->depth)
    database->poisoned = 0;
  if (database->trial > database->depth)
    database->trial = 0;
}

static void
roll_back (CnscdDatabase *database)
{
  guint depth = database->depth--;

  /* Errors do not matter: then there is nothing any more to take back. */
  if (sqlite3_get_autocommit (database->handle))
    ;
  else if (depth == 1)
    run_plain (database, "ROLLBACK", NULL);
  else if (run (database, "ROLLBACK TO", depth, NULL))
    run (database, "RELEASE", depth, NULL);

  forget_rolled_back (database);
}

/**
 * cnscd_database_begin:
 * @database: a connection
 * @error: return location for a #CnscdStoreError
 *
 * Begins a transaction that writes, or a savepoint within one. Waits up to
 * five seconds for other programs.
 *
 * Returns: whether it began; if so, one cnscd_database_commit() or
 *   cnscd_database_rollback() must follow
 */
gboolean
cnscd_database_begin (CnscdDatabase *database, GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);

  if (database->depth == 0)
    {
      /* Nothing is written into a file that may be damaged. */
      if (!cnscd_database_hold (database, error) || !cnscd_database_confirm (database, error))
        return FALSE;
      if (!run_plain (database, "BEGIN IMMEDIATE", error))
        return FALSE;
      /* Others may have written since. */
      forget_alive (database);
    }
  else if (!check_alive (database, error) ||
           !run (database, "SAVEPOINT", database->depth + 1, error))
    {
      return FALSE;
    }

  database->depth++;
  return TRUE;
}

/**
 * cnscd_database_begin_trial:
 * @database: a connection
 * @error: return location for a #CnscdStoreError
 *
 * As cnscd_database_begin(), for changes that will be rolled back: they are
 * checked and can be read again by their ids, but are neither journalled nor
 * found by searches and lists of members, which is most of the work.
 * Committing it is refused.
 *
 * Returns: whether it began; if so, one cnscd_database_rollback() must follow
 */
gboolean
cnscd_database_begin_trial (CnscdDatabase *database, GError **error)
{
  if (!cnscd_database_begin (database, error))
    return FALSE;

  if (database->trial == 0)
    database->trial = database->depth;
  return TRUE;
}

/**
 * cnscd_database_commit:
 * @database: a connection in a transaction
 * @error: return location for a #CnscdStoreError
 *
 * Commits the innermost transaction. When the outermost is committed the
 * changes are on the disk. When it fails, all of its changes are taken back.
 *
 * Returns: whether it was committed
 */
gboolean
cnscd_database_commit (CnscdDatabase *database, GError **error)
{
  gboolean done;

  g_return_val_if_fail (database != NULL && database->depth > 0, FALSE);

  if (database->poisoned != 0)
    {
      g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FAILED,
                   _ ("A change to “%s” failed halfway, so all of them were undone. Try again."),
                   database->path);
      roll_back (database);
      return FALSE;
    }

  if (database->trial == database->depth)
    {
      g_set_error_literal (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID,
                           "A trial is always rolled back.");
      roll_back (database);
      return FALSE;
    }

  if (!check_alive (database, error))
    done = FALSE;
  else if (database->depth == 1)
    done = run_plain (database, "COMMIT", error);
  else
    done = run (database, "RELEASE", database->depth, error);

  if (!done)
    {
      roll_back (database);
      return FALSE;
    }

  database->depth--;
  if (database->action_depth > database->depth)
    database->action_depth = database->depth;
  return TRUE;
}

/**
 * cnscd_database_rollback:
 * @database: a connection in a transaction
 *
 * Takes back what was written since the innermost cnscd_database_begin(). An
 * action that began since then is over.
 */
void
cnscd_database_rollback (CnscdDatabase *database)
{
  g_return_if_fail (database != NULL && database->depth > 0);

  roll_back (database);
}

/**
 * cnscd_database_poison: (skip)
 * @database: a connection in a transaction
 *
 * Notes that a change failed after a part of it was written. A savepoint for
 * each change would take that part back, but makes an import half as fast
 * again; so instead the transaction can only be rolled back.
 */
void
cnscd_database_poison (CnscdDatabase *database)
{
  if (database->poisoned == 0)
    database->poisoned = database->depth;
}

/**
 * cnscd_database_begin_reading: (skip)
 * @database: a connection
 * @error: return location for a #CnscdStoreError
 *
 * Makes several queries see one state of the database.
 *
 * Returns: whether it began; if so, cnscd_database_end_reading() must follow
 */
gboolean
cnscd_database_begin_reading (CnscdDatabase *database, GError **error)
{
  return run_plain (database, "SAVEPOINT reading", error);
}

/**
 * cnscd_database_end_reading: (skip)
 * @database: a connection
 */
void
cnscd_database_end_reading (CnscdDatabase *database)
{
  run_plain (database, "RELEASE reading", NULL);
}
