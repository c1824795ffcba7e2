/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-database-private.h"

#include <glib/gi18n-lib.h>

#include "cnscd-database-file.h"
#include "cnscd-migrator.h"
#include "cnscd-statement.h"

static gboolean
is_corrupt (CnscdDatabase *database)
{
  int result = sqlite3_errcode (database->handle) & 0xff;

  return result == SQLITE_CORRUPT || result == SQLITE_NOTADB;
}

/* Adds each row's first column but "ok"; that a check stumbles over damage is a finding too.
 * @format: (nullable): in the language of whoever reads it, for SQLite's format() in @sql */
static gboolean
collect_with (CnscdDatabase *database,
              const char *sql,
              const char *format,
              GPtrArray *problems,
              GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (database, sql, &problem);
  CnscdStep step = statement != NULL ? CNSCD_STEP_DONE : CNSCD_STEP_ERROR;

  if (statement != NULL && format != NULL)
    cnscd_statement_bind_text (statement, 1, format);
  while (statement != NULL && problems->len < CNSCD_DATABASE_MAX_PROBLEMS &&
         (step = cnscd_statement_step (statement, &problem)) == CNSCD_STEP_ROW)
    {
      const char *text = (const char *) sqlite3_column_text (statement->stmt, 0);

      if (text != NULL && !g_str_equal (text, "ok"))
        g_ptr_array_add (problems, g_utf8_make_valid (text, -1));
    }

  if (step != CNSCD_STEP_ERROR)
    return TRUE;
  if (is_corrupt (database))
    {
      g_ptr_array_add (problems, g_strdup (sqlite3_errmsg (database->handle)));
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
collect (CnscdDatabase *database, const char *sql, GPtrArray *problems, GError **error)
{
  return collect_with (database, sql, NULL, problems, error);
}

/* Of an older version there is nothing to compare with: what it lacks, migrations bring. */
static gboolean
check_schema (CnscdDatabase *database, GPtrArray *problems, GError **error)
{
  guint version = 0;

  if (!cnscd_migrator_get_version (database, &version, error))
    return FALSE;
  return version != cnscd_migrator_get_latest () ||
         cnscd_database_check_schema (database, problems, error);
}

/*
 * Table by table, for the check of the whole would also compare the search
 * with all that is derived for it, which takes longer than everything else
 * and concerns nobody's data. The tables that the search lies in are checked
 * as any other.
 */
static gboolean
quick_check_tables (CnscdDatabase *database, GPtrArray *problems, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CnscdStatement) tables =
    cnscd_statement_take (database,
                          "SELECT name FROM pragma_table_list"
                          " WHERE schema = 'main' AND type IN ('table', 'shadow')",
                          error);
  CnscdStep step;

  if (tables == NULL || !check_schema (database, problems, error))
    return FALSE;

  while ((step = cnscd_statement_step (tables, error)) == CNSCD_STEP_ROW)
    {
      char *quoted = sqlite3_mprintf ("PRAGMA quick_check (%Q)",
                                      (const char *) sqlite3_column_text (tables->stmt, 0));

      g_ptr_array_add (names, g_strdup (quoted));
      sqlite3_free (quoted);
    }
  if (step == CNSCD_STEP_ERROR)
    return FALSE;

  for (guint i = 0; i < names->len && problems->len == 0; i++)
    {
      if (!collect (database, g_ptr_array_index (names, i), problems, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * cnscd_database_quick_check: (skip)
 * @database: a connection
 * @error: return location for a #CnscdStoreError
 *
 * SQLite's quick_check: every page and row of every table can be read; and
 * every table and index that should be there is.
 *
 * Returns: %FALSE with %CNSCD_STORE_ERROR_DAMAGED when not
 */
gboolean
cnscd_database_quick_check (CnscdDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (!quick_check_tables (database, problems, error))
    return FALSE;
  if (problems->len == 0)
    return TRUE;

  cnscd_store_set_damaged_error (database->path, error);
  return FALSE;
}

/**
 * cnscd_database_check:
 * @database: a connection
 * @thorough: also check every index, every reference and what is derived
 * @problems: (out) (optional) (transfer full) (element-type utf8): what was
 *   found, in SQLite's words, up to %CNSCD_DATABASE_MAX_PROBLEMS; empty when all is well
 * @error: return location for a #CnscdStoreError
 *
 * Checks the database. Problems found are not an error of the check.
 *
 * Returns: whether the check could be made
 */
gboolean
cnscd_database_check (CnscdDatabase *database,
                      gboolean thorough,
                      GPtrArray **problems,
                      GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  gboolean done;

  g_return_val_if_fail (database != NULL, FALSE);

  if (!thorough)
    done = quick_check_tables (database, found, error);
  else
    done =
      check_schema (database, found, error) &&
      collect (database, "PRAGMA integrity_check (100)", found, error) &&
      collect_with (database,
                    "SELECT format (?1, rowid, \"table\", parent) FROM pragma_foreign_key_check",
                    /* Translators: a number and two names of tables in the database */
                    _ ("row %d of %s refers to a row of %s that does not exist"), found, error) &&
      collect_with (database,
                    "SELECT format (?1, m.id)"
                    " FROM membership m JOIN person p ON p.id = m.person"
                    " JOIN team t ON t.id = m.team"
                    " WHERE m.deleted = 0 AND p.deleted = 0 AND t.deleted = 0"
                    " AND (m.nr NOT IN (SELECT nr FROM member_index)"
                    "  OR m.nr NOT IN (SELECT rowid FROM member_search))",
                    /* Translators: the id of a member's place in a team */
                    _ ("membership %s is not in the index"), found, error) &&
      collect_with (database,
                    "SELECT format (?1, i.nr)"
                    " FROM member_index i LEFT JOIN membership m ON m.nr = i.nr AND m.deleted = 0"
                    " WHERE m.nr IS NULL",
                    _ ("row %d of the index is not a membership"), found, error);
  if (!done)
    return FALSE;

  if (problems != NULL)
    *problems = g_steal_pointer (&found);
  return TRUE;
}

/*
 * The one of both that ends first is in the team on that day; the other, if it
 * began by then. What began nobody knows when may have begun later.
 */
#define FIND_TWICE                                                                                 \
  "SELECT format (?1, p.full_name, t.name, a.id, b.id)"                                            \
  " FROM membership a JOIN membership b ON b.person = a.person AND b.team = a.team"                \
  "  AND b.nr > a.nr AND b.deleted = 0"                                                            \
  " JOIN person p ON p.id = a.person AND p.deleted = 0"                                            \
  " JOIN team t ON t.id = a.team AND t.deleted = 0"                                                \
  " WHERE a.deleted = 0 AND CASE"                                                                  \
  "  WHEN a.valid_to IS NULL AND b.valid_to IS NULL THEN 1"                                        \
  "  WHEN b.valid_to IS NULL OR a.valid_to <= b.valid_to THEN b.valid_from <= a.valid_to"          \
  "  ELSE a.valid_from <= b.valid_to END"                                                          \
  " ORDER BY t.name, a.nr, b.nr"

/**
 * cnscd_database_check_roster:
 * @database: a connection
 * @problems: (out) (transfer full) (element-type utf8): what was found, for people, up to
 *   %CNSCD_DATABASE_MAX_PROBLEMS; empty when all is well
 * @error: return location for a #CnscdStoreError
 *
 * Looks for people who are in one team twice at the same time. The database is
 * sound all the same, and somebody can mend that: a backup need not be
 * restored for it, and may have it.
 *
 * Returns: whether the check could be made
 */
gboolean
cnscd_database_check_roster (CnscdDatabase *database, GPtrArray **problems, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (database != NULL && problems != NULL, FALSE);

  if (!collect_with (database, FIND_TWICE,
                     /* Translators: a person, a team, the ids of two of its members' places */
                     _ ("%s is in “%s” twice at the same time (memberships %s and %s)"), found,
                     error))
    return FALSE;

  *problems = g_steal_pointer (&found);
  return TRUE;
}
