/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-database-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cnscd-migrator.h"
#include "cnscd-statement.h"

/*
 * A table or index that somebody took away leaves a file that SQLite calls
 * whole, and a program that fails at some later day. What should be there is
 * what the migrations make of an empty database.
 */

/* FTS5 makes tables of its own, and is free to make them otherwise in another version. */
#define IS_OWN                                                                                     \
  "name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'member\\_search\\_%' ESCAPE '\\'"
#define SELECT_OBJECTS                                                                             \
  "SELECT type || ' ' || name, CASE WHEN " IS_OWN " THEN sql ELSE '' END FROM sqlite_schema"       \
  " WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"

static GHashTable *
read_objects (sqlite3 *handle)
{
  g_autoptr (GHashTable) objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sqlite3_stmt *stmt = NULL;
  int result = sqlite3_prepare_v2 (handle, SELECT_OBJECTS, -1, &stmt, NULL);

  if (result == SQLITE_OK)
    {
      while ((result = sqlite3_step (stmt)) == SQLITE_ROW)
        g_hash_table_replace (objects, g_strdup ((const char *) sqlite3_column_text (stmt, 0)),
                              g_strdup ((const char *) sqlite3_column_text (stmt, 1)));
    }
  sqlite3_finalize (stmt);

  return result == SQLITE_DONE ? g_steal_pointer (&objects) : NULL;
}

static GHashTable *
make_expected (void)
{
  const char *const *scripts = cnscd_migrator_get_scripts ();
  GHashTable *objects = NULL;
  sqlite3 *handle = NULL;
  int result = sqlite3_open_v2 (
    ":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);

  for (guint i = 0; result == SQLITE_OK && scripts[i] != NULL; i++)
    result = sqlite3_exec (handle, scripts[i], NULL, NULL, NULL);
  if (result == SQLITE_OK)
    objects = read_objects (handle);
  sqlite3_close (handle);

  return objects;
}

static GHashTable *
get_expected (void)
{
  static gsize once;
  static GHashTable *expected;

  if (g_once_init_enter (&once))
    {
      expected = make_expected ();
      g_once_init_leave (&once, 1);
    }

  return expected;
}

/**
 * cnscd_database_check_schema: (skip)
 * @database: a connection to a database of this program's version
 * @problems: (element-type utf8): gets what is missing, changed or strange
 * @error: return location for a #CnscdStoreError
 *
 * Returns: whether it could be checked
 */
gboolean
cnscd_database_check_schema (CnscdDatabase *database, GPtrArray *problems, GError **error)
{
  GHashTable *expected = get_expected ();
  g_autoptr (GHashTable) found = read_objects (database->handle);
  GHashTableIter iter;
  gpointer name, sql;

  if (expected == NULL || found == NULL)
    {
      cnscd_database_set_error (database, error);
      return FALSE;
    }

  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &name, &sql))
    {
      const char *there = g_hash_table_lookup (found, name);

      if (there == NULL)
        g_ptr_array_add (problems, g_strdup_printf (_ ("%s is missing"), (const char *) name));
      else if (strcmp (there, sql) != 0)
        g_ptr_array_add (problems, g_strdup_printf (_ ("%s was changed"), (const char *) name));
      g_hash_table_remove (found, name);
    }

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (
      problems, g_strdup_printf (_ ("%s does not belong to the database"), (const char *) name));

  return TRUE;
}
