/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-migrator.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "cnscd-database-private.h"
#include "cnscd-store-resources.h"

#define SCRIPT_PATH "/org/thainguyen/CNSCD/store/schema/%03u.sql"

static GPtrArray *
load_scripts (void)
{
  GResource *resource = cnscd_store_get_resource ();
  GPtrArray *scripts = g_ptr_array_new ();

  for (guint number = 1;; number++)
    {
      g_autofree char *path = g_strdup_printf (SCRIPT_PATH, number);
      g_autoptr (GBytes) bytes =
        g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      if (bytes == NULL)
        break;
      g_ptr_array_add (scripts,
                       g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
    }
  g_ptr_array_add (scripts, NULL);

  return scripts;
}

static gboolean
get_pragma (CnscdDatabase *database, const char *sql, gint64 *value, GError **error)
{
  sqlite3_stmt *stmt = NULL;
  gboolean done = sqlite3_prepare_v2 (database->handle, sql, -1, &stmt, NULL) == SQLITE_OK &&
                  sqlite3_step (stmt) == SQLITE_ROW;

  if (done)
    *value = sqlite3_column_int64 (stmt, 0);
  else
    cnscd_database_set_error (database, error);
  sqlite3_finalize (stmt);

  return done;
}

static gboolean
check_references (CnscdDatabase *database, guint number, GError **error)
{
  sqlite3_stmt *stmt = NULL;
  int result = sqlite3_prepare_v2 (database->handle, "PRAGMA foreign_key_check", -1, &stmt, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_step (stmt);
  if (result == SQLITE_ROW)
    g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FAILED,
                 _ ("The database could not be updated to version %u: table “%s” refers to rows "
                    "that do not exist. Nothing was changed."),
                 number, (const char *) sqlite3_column_text (stmt, 0));
  else if (result != SQLITE_DONE)
    cnscd_database_set_error (database, error);
  sqlite3_finalize (stmt);

  return result == SQLITE_DONE;
}

static gboolean
run_script (CnscdDatabase *database, const char *script, guint number, GError **error)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u",
                                           CNSCD_APPLICATION_ID, number);
  g_autoptr (GError) problem = NULL;
  guint version = 0;

  if (!cnscd_database_exec (database, "BEGIN IMMEDIATE", error))
    return FALSE;

  /* Another process may have been faster while this one waited for the lock. */
  if (!cnscd_migrator_get_version (database, &version, &problem))
    ;
  else if (version >= number)
    return cnscd_database_exec (database, "ROLLBACK", error);
  else if (cnscd_database_exec (database, script, &problem) &&
           check_references (database, number, &problem) &&
           cnscd_database_exec (database, mark, &problem) &&
           cnscd_database_exec (database, "COMMIT", &problem))
    return TRUE;

  if (!sqlite3_get_autocommit (database->handle))
    sqlite3_exec (database->handle, "ROLLBACK", NULL, NULL, NULL);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * cnscd_migrator_get_scripts: (skip)
 *
 * Returns: (transfer none) (array zero-terminated=1): schema/001.sql and so on
 */
const char *const *
cnscd_migrator_get_scripts (void)
{
  static gsize once;
  static GPtrArray *scripts;

  if (g_once_init_enter (&once))
    {
      scripts = load_scripts ();
      g_once_init_leave (&once, 1);
    }

  return (const char *const *) scripts->pdata;
}

/**
 * cnscd_migrator_get_latest: (skip)
 *
 * Returns: the version of databases that this program makes
 */
guint
cnscd_migrator_get_latest (void)
{
  return g_strv_length ((char **) cnscd_migrator_get_scripts ());
}

/**
 * cnscd_migrator_get_version: (skip)
 * @database: a connection
 * @version: (out): the schema's version
 * @error: return location for a #CnscdStoreError
 *
 * Returns: whether it could be read
 */
gboolean
cnscd_migrator_get_version (CnscdDatabase *database, guint *version, GError **error)
{
  gint64 value = 0;

  if (!get_pragma (database, "PRAGMA user_version", &value, error))
    return FALSE;

  *version = (guint) MAX (value, 0);
  return TRUE;
}

/**
 * cnscd_migrator_run: (skip)
 * @database: a connection outside of a transaction
 * @scripts: (array zero-terminated=1): the migrations from version 1 on
 * @error: return location for a #CnscdStoreError
 *
 * Brings @database to the newest version. Each script runs in a transaction
 * of its own that also sets the version: it happens whole or not at all. The
 * scripts before one that fails stay done.
 *
 * Returns: whether the database has the newest version
 */
gboolean
cnscd_migrator_run (CnscdDatabase *database, const char *const *scripts, GError **error)
{
  guint n_scripts = g_strv_length ((char **) scripts);
  guint version = 0;
  gboolean done = TRUE;

  if (!cnscd_migrator_get_version (database, &version, error))
    return FALSE;
  if (version >= n_scripts)
    return TRUE;

  /* Only possible outside of a transaction, and needed by scripts that rebuild a table:
   * https://sqlite.org/lang_altertable.html#otheralter */
  if (!cnscd_database_exec (database, "PRAGMA foreign_keys = OFF", error))
    return FALSE;

  for (guint i = version; done && i < n_scripts; i++)
    done = run_script (database, scripts[i], i + 1, error);

  if (!cnscd_database_exec (database, "PRAGMA foreign_keys = ON", done ? error : NULL))
    return FALSE;

  /* So that the file's own header tells the version, also to an older program that looks. */
  return done && cnscd_database_exec (database, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}
