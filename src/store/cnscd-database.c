/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-database-private.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-records.h"
#include "cnscd-database-file.h"
#include "cnscd-kind-table.h"
#include "cnscd-statement.h"

G_DEFINE_QUARK (cnscd - store - error - quark, cnscd_store_error)

/**
 * cnscd_store_set_sqlite_error: (skip)
 * @handle: (nullable): the connection that failed
 * @result: SQLite's result code
 * @path: the database
 * @error: (nullable): return location
 *
 * Says what happened and what to do about it.
 */
void
cnscd_store_set_sqlite_error (sqlite3 *handle, int result, const char *path, GError **error)
{
  const char *detail = handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (result);

  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_BUSY,
                   _ ("Another program is writing to “%s”. Wait until it is done and try again."),
                   path);
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      cnscd_store_set_damaged_error (path, error);
      break;
    case SQLITE_CONSTRAINT:
      g_info ("A rule of “%s” is broken: %s", path, detail);
      g_set_error_literal (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID,
                           _ ("This does not fit together with what is stored, and nothing was "
                              "changed. Check what was entered."));
      break;
    case SQLITE_FULL:
      g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FULL,
                   _ ("The disk is full: “%s” was not changed. Make room and try again."), path);
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      g_set_error (
        error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FAILED,
        _ ("“%s” could not be opened for writing. Check the folder and its permissions."), path);
      break;
    case SQLITE_ERROR:
    default:
      /* All SQL is the program's own: a table or column it does not find was lost. */
      if (g_str_has_prefix (detail, "no such "))
        {
          cnscd_store_set_damaged_error (path, error);
          break;
        }
      g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FAILED,
                   _ ("“%s” could not be read or written: %s. Check the disk and try again."), path,
                   detail);
      break;
    }
}

/**
 * cnscd_database_set_error: (skip)
 * @database: a connection whose last call failed
 * @error: (nullable): return location
 */
void
cnscd_database_set_error (CnscdDatabase *database, GError **error)
{
  cnscd_store_set_sqlite_error (database->handle, sqlite3_extended_errcode (database->handle),
                                database->path, error);
}

/**
 * cnscd_database_exec: (skip)
 * @database: a connection
 * @sql: statements without values
 * @error: return location for a #CnscdStoreError
 *
 * Returns: whether all of @sql ran
 */
gboolean
cnscd_database_exec (CnscdDatabase *database, const char *sql, GError **error)
{
  if (sqlite3_exec (database->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  cnscd_database_set_error (database, error);
  return FALSE;
}

/**
 * cnscd_database_get_path:
 * @database: a connection
 *
 * Returns: (transfer none): the file's absolute path
 */
const char *
cnscd_database_get_path (CnscdDatabase *database)
{
  g_return_val_if_fail (database != NULL, NULL);

  return database->path;
}

/**
 * cnscd_database_get_setting:
 * @database: a connection
 * @name: a setting: "unit"
 * @error: return location for a #CnscdStoreError
 *
 * Returns: (transfer full) (nullable): its value, or %NULL when it was never
 *   set; then @error is not set
 */
char *
cnscd_database_get_setting (CnscdDatabase *database, const char *name, GError **error)
{
  g_autoptr (CnscdStatement) statement = NULL;

  g_return_val_if_fail (database != NULL && name != NULL, NULL);

  statement = cnscd_statement_take (database, "SELECT value FROM setting WHERE name = ?1", error);
  if (statement == NULL)
    return NULL;

  cnscd_statement_bind_text (statement, 1, name);
  if (cnscd_statement_step (statement, error) != CNSCD_STEP_ROW)
    return NULL;

  return cnscd_statement_dup_text (statement, 0);
}

/**
 * cnscd_database_set_setting:
 * @database: a connection
 * @name: a setting
 * @value: (nullable): its value, or %NULL to forget it
 * @error: return location for a #CnscdStoreError
 *
 * Settings belong to this device: they are not sent to the province and not
 * undone.
 *
 * Returns: whether it was written
 */
gboolean
cnscd_database_set_setting (CnscdDatabase *database,
                            const char *name,
                            const char *value,
                            GError **error)
{
  g_autoptr (CnscdStatement) statement = NULL;

  g_return_val_if_fail (database != NULL && name != NULL, FALSE);

  if (!cnscd_database_begin (database, error))
    return FALSE;

  statement =
    cnscd_statement_take (database,
                          value != NULL ? "INSERT INTO setting (name, value) VALUES (?1, ?2)"
                                          " ON CONFLICT (name) DO UPDATE SET value = excluded.value"
                                        : "DELETE FROM setting WHERE name = ?1",
                          error);
  if (statement != NULL)
    {
      cnscd_statement_bind_text (statement, 1, name);
      if (value != NULL)
        cnscd_statement_bind_text (statement, 2, value);
      if (cnscd_statement_run (statement, error))
        return cnscd_database_commit (database, error);
    }

  cnscd_database_rollback (database);
  return FALSE;
}

/**
 * cnscd_database_is_empty:
 * @database: a connection
 * @empty: (out): whether no hamlet, team, person or other record is in it; the
 *   catalogue does not count
 * @error: return location for a #CnscdStoreError
 *
 * Returns: whether it could be told
 */
gboolean
cnscd_database_is_empty (CnscdDatabase *database, gboolean *empty, GError **error)
{
  g_return_val_if_fail (database != NULL && empty != NULL, FALSE);

  *empty = TRUE;
  for (guint i = 0; *empty && CNSCD_KINDS[i] != NULL; i++)
    {
      g_autofree char *sql = NULL;
      g_autoptr (CnscdStatement) statement = NULL;
      CnscdStep step;

      if (CNSCD_KINDS[i]->catalog)
        continue;

      sql =
        g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE deleted = 0 LIMIT 1", CNSCD_KINDS[i]->name);
      statement = cnscd_statement_take (database, sql, error);
      if (statement == NULL)
        return FALSE;
      step = cnscd_statement_step (statement, error);
      if (step == CNSCD_STEP_ERROR)
        return FALSE;
      *empty = step == CNSCD_STEP_DONE;
    }

  return TRUE;
}

/**
 * cnscd_database_look_for_changes:
 * @database: a connection outside of a transaction
 * @changed: (out) (optional): whether another connection has committed something
 *   since the last call; not so at the first one
 * @error: return location for a #CnscdStoreError
 *
 * Costs no more than a look into shared memory.
 *
 * Returns: whether it could be told
 */
gboolean
cnscd_database_look_for_changes (CnscdDatabase *database, gboolean *changed, GError **error)
{
  g_autoptr (CnscdStatement) statement = NULL;
  gint64 version;

  g_return_val_if_fail (database != NULL, FALSE);

  /* https://sqlite.org/pragma.html#pragma_data_version */
  statement = cnscd_statement_take (database, "PRAGMA data_version", error);
  if (statement == NULL || cnscd_statement_step (statement, error) != CNSCD_STEP_ROW)
    return FALSE;

  version = cnscd_statement_int (statement, 0);
  if (changed != NULL)
    *changed = database->data_version != 0 && version != database->data_version;
  database->data_version = version;
  return TRUE;
}

/**
 * cnscd_database_has_unit: (skip)
 * @database: a connection
 * @code: (nullable): code of a commune
 * @known: (out): whether there is one
 * @error: return location for a #CnscdStoreError
 *
 * Returns: whether it could be told
 */
gboolean
cnscd_database_has_unit (CnscdDatabase *database, const char *code, gboolean *known, GError **error)
{
  if (database->unit_codes == NULL)
    {
      g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (CnscdStatement) statement =
        cnscd_statement_take (database, "SELECT code FROM unit", error);
      CnscdStep step;

      if (statement == NULL)
        return FALSE;
      while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
        g_hash_table_add (codes, cnscd_statement_dup_text (statement, 0));
      if (step == CNSCD_STEP_ERROR)
        return FALSE;
      /* Only a migration changes the communes. */
      database->unit_codes = g_steal_pointer (&codes);
    }

  *known = code != NULL && g_hash_table_contains (database->unit_codes, code);
  return TRUE;
}
