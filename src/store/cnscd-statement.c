/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-statement.h"

#include <string.h>

/* Bytes at the end of a statement that its hash is made of. */
#define HASHED_END 16

static CnscdStatement *
prepare (CnscdDatabase *database, const char *sql, GError **error)
{
  CnscdStatement *statement;
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v3 (database->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL) !=
      SQLITE_OK)
    {
      cnscd_database_set_error (database, error);
      return NULL;
    }

  statement = g_new0 (CnscdStatement, 1);
  statement->database = database;
  statement->stmt = stmt;
  return statement;
}

static void
forget_repaired (CnscdStatement *statement)
{
  g_clear_pointer (&statement->repaired, g_ptr_array_unref);
}

/**
 * cnscd_statement_hash: (skip)
 * @sql: a statement
 *
 * For the cache. Statements are looked up several times for each row that is
 * written, and some are 700 bytes long: their length and their end tell them
 * apart as well as all of their bytes.
 *
 * Returns: a hash
 */
guint
cnscd_statement_hash (gconstpointer sql)
{
  gsize length = strlen (sql);

  return g_str_hash ((const char *) sql + length - MIN (length, HASHED_END)) + (guint) length;
}

/**
 * cnscd_statement_take: (skip)
 * @database: a connection
 * @sql: one statement
 * @error: return location for a #CnscdStoreError
 *
 * Borrows the prepared statement for @sql, which is parsed once a connection.
 * Taking it a second time before it is released is a programmer's error:
 * two loops would step on each other.
 *
 * Returns: (transfer full) (nullable): the statement; g_autoptr gives it back
 */
CnscdStatement *
cnscd_statement_take (CnscdDatabase *database, const char *sql, GError **error)
{
  CnscdStatement *statement = g_hash_table_lookup (database->statements, sql);

  if (statement == NULL)
    {
      statement = prepare (database, sql, error);
      if (statement == NULL)
        return NULL;
      g_hash_table_insert (database->statements, g_strdup (sql), statement);
    }

  g_assert (!statement->in_use);
  statement->in_use = TRUE;
  return statement;
}

/**
 * cnscd_statement_release: (skip)
 * @statement: (transfer full): a statement
 *
 * Gives @statement back to the cache, so that it holds no lock and no value.
 */
void
cnscd_statement_release (CnscdStatement *statement)
{
  forget_repaired (statement);
  sqlite3_reset (statement->stmt);
  sqlite3_clear_bindings (statement->stmt);
  statement->in_use = FALSE;
}

/**
 * cnscd_statement_destroy: (skip)
 * @statement: (transfer full): a statement
 *
 * For the cache itself, when the connection closes.
 */
void
cnscd_statement_destroy (CnscdStatement *statement)
{
  forget_repaired (statement);
  sqlite3_finalize (statement->stmt);
  g_free (statement);
}

/**
 * cnscd_statement_bind_text: (skip)
 * @statement: a statement
 * @at: from 1
 * @text: (nullable): UTF-8 that outlives the run; %NULL for NULL
 */
void
cnscd_statement_bind_text (CnscdStatement *statement, int at, const char *text)
{
  if (text == NULL)
    sqlite3_bind_null (statement->stmt, at);
  else
    sqlite3_bind_text (statement->stmt, at, text, -1, SQLITE_STATIC);
}

/**
 * cnscd_statement_bind_int: (skip)
 * @statement: a statement
 * @at: from 1
 * @value: a number
 */
void
cnscd_statement_bind_int (CnscdStatement *statement, int at, gint64 value)
{
  sqlite3_bind_int64 (statement->stmt, at, value);
}

/**
 * cnscd_statement_bind_null: (skip)
 * @statement: a statement
 * @at: from 1
 */
void
cnscd_statement_bind_null (CnscdStatement *statement, int at)
{
  sqlite3_bind_null (statement->stmt, at);
}

/**
 * cnscd_statement_bind_column: (skip)
 * @statement: a statement
 * @at: from 1
 * @from: another one, on a row
 * @column: of @from, from 0
 *
 * Binds a copy of a value that was read.
 */
void
cnscd_statement_bind_column (CnscdStatement *statement, int at, CnscdStatement *from, int column)
{
  sqlite3_bind_value (statement->stmt, at, sqlite3_column_value (from->stmt, column));
}

/**
 * cnscd_statement_step: (skip)
 * @statement: a statement
 * @error: return location for a #CnscdStoreError
 *
 * Returns: whether there is a row, no more rows, or an error
 */
CnscdStep
cnscd_statement_step (CnscdStatement *statement, GError **error)
{
  forget_repaired (statement);
  switch (sqlite3_step (statement->stmt))
    {
    case SQLITE_ROW:
      return CNSCD_STEP_ROW;
    case SQLITE_DONE:
      return CNSCD_STEP_DONE;
    default:
      cnscd_database_set_error (statement->database, error);
      return CNSCD_STEP_ERROR;
    }
}

/**
 * cnscd_statement_run: (skip)
 * @statement: a statement whose rows, if any, do not matter
 * @error: return location for a #CnscdStoreError
 *
 * Runs @statement to its end and rewinds it.
 *
 * Returns: whether it worked
 */
gboolean
cnscd_statement_run (CnscdStatement *statement, GError **error)
{
  CnscdStep step;

  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    ;
  sqlite3_reset (statement->stmt);

  return step == CNSCD_STEP_DONE;
}

/**
 * cnscd_statement_rewind: (skip)
 * @statement: a statement
 *
 * Makes ready for another run with other values.
 */
void
cnscd_statement_rewind (CnscdStatement *statement)
{
  sqlite3_reset (statement->stmt);
}

/**
 * cnscd_statement_is_valid: (skip)
 * @statement: a statement on a row
 * @column: from 0
 *
 * Returns: whether there is a text, and it is UTF-8
 */
gboolean
cnscd_statement_is_valid (CnscdStatement *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement->stmt, column);

  return text != NULL && g_utf8_validate (text, -1, NULL);
}

/**
 * cnscd_statement_text: (skip)
 * @statement: a statement on a row
 * @column: from 0
 *
 * Gives a text. SQLite does not look whether what stands in a file is UTF-8:
 * bytes that are not become U+FFFD, so that a column that cannot be NULL never
 * seems to be.
 *
 * Returns: (transfer none) (nullable): the text, until the next step; %NULL for NULL
 */
const char *
cnscd_statement_text (CnscdStatement *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement->stmt, column);
  char *repaired;

  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return text;

  if (statement->repaired == NULL)
    statement->repaired = g_ptr_array_new_with_free_func (g_free);
  repaired = g_utf8_make_valid (text, -1);
  g_ptr_array_add (statement->repaired, repaired);
  return repaired;
}

/**
 * cnscd_statement_dup_text: (skip)
 * @statement: a statement on a row
 * @column: from 0
 *
 * Returns: (transfer full) (nullable): the text
 */
char *
cnscd_statement_dup_text (CnscdStatement *statement, int column)
{
  return g_strdup (cnscd_statement_text (statement, column));
}

/**
 * cnscd_statement_int: (skip)
 * @statement: a statement on a row
 * @column: from 0
 *
 * Returns: the number, 0 for NULL
 */
gint64
cnscd_statement_int (CnscdStatement *statement, int column)
{
  return sqlite3_column_int64 (statement->stmt, column);
}

/**
 * cnscd_statement_is_null: (skip)
 * @statement: a statement on a row
 * @column: from 0
 *
 * Returns: whether there is no value
 */
gboolean
cnscd_statement_is_null (CnscdStatement *statement, int column)
{
  return sqlite3_column_type (statement->stmt, column) == SQLITE_NULL;
}
