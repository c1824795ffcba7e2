/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-database-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "core/cnscd-record.h"
#include "core/cnscd-text.h"
#include "cnscd-backup.h"
#include "cnscd-database-file.h"
#include "cnscd-kind-table.h"
#include "cnscd-leftovers.h"
#include "cnscd-member-index.h"
#include "cnscd-member-orders.h"
#include "cnscd-migrator.h"
#include "cnscd-open-files.h"
#include "cnscd-statement.h"

#define SETTING_COLLATION "collation"

/* Keeps no more pages in memory than 8 MiB, however large an import: they spill into the WAL then.
 * Twice as much makes an import of a whole province some 5% faster and 8 MB larger. */
#define CONNECTION_SETUP                                                                           \
  "PRAGMA foreign_keys = ON;"                                                                      \
  "PRAGMA synchronous = FULL;"                                                                     \
  "PRAGMA cache_size = -8192;"                                                                     \
  "PRAGMA journal_size_limit = 8388608;"                                                           \
  "PRAGMA cell_size_check = ON"

static gboolean
configure (CnscdDatabase *database, GError **error)
{
  sqlite3 *handle = database->handle;

  sqlite3_extended_result_codes (handle, 1);
  sqlite3_busy_timeout (handle, CNSCD_DATABASE_BUSY_TIMEOUT);

  /* What a file brings along as its schema is data, not a program to run. */
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);

  if (!cnscd_functions_register (handle))
    {
      cnscd_database_set_error (database, error);
      return FALSE;
    }

  return cnscd_database_exec (database, CONNECTION_SETUP, error);
}

/* @name: @path, or a URI of it */
static CnscdDatabase *
connect_as (const char *path, const char *name, int flags, GError **error)
{
  g_autoptr (CnscdDatabase) database = g_new0 (CnscdDatabase, 1);
  int result;

  database->path = g_strdup (path);
  database->statements = g_hash_table_new_full (cnscd_statement_hash, g_str_equal, g_free,
                                                (GDestroyNotify) cnscd_statement_destroy);
  database->kind_tables =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) cnscd_kind_table_free);

  if (!cnscd_open_files_add (path, &database->file, error))
    return NULL;
  result =
    sqlite3_open_v2 (name, &database->handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, NULL);
  if (result != SQLITE_OK)
    {
      cnscd_store_set_sqlite_error (database->handle, result, path, error);
      return NULL;
    }
  if (!configure (database, error))
    return NULL;

  return g_steal_pointer (&database);
}

/**
 * cnscd_database_connect: (skip)
 * @path: a file
 * @flags: SQLITE_OPEN_…
 * @error: return location for a #CnscdStoreError
 *
 * Opens @path as it is, for cnscd_database_open() and for backups.
 *
 * Returns: (transfer full) (nullable): the connection
 */
CnscdDatabase *
cnscd_database_connect (const char *path, int flags, GError **error)
{
  return connect_as (path, path, flags, error);
}

/* Nobody has chosen @temporary, or will see it. */
static void
propagate_as_of (GError *problem, const char *temporary, const char *path, GError **error)
{
  g_autoptr (GString) message = g_string_new (problem->message);

  g_string_replace (message, temporary, path, 0);
  g_set_error_literal (error, problem->domain, problem->code, message->str);
  g_error_free (problem);
}

/* Made under another name and then given its own: a file with that name is always a whole one. */
static gboolean
create_as (const char *temporary, const char *path, GError **error)
{
  g_autoptr (CnscdDatabase) database = NULL;
  gboolean done;

  if (!cnscd_database_file_create (temporary, path, error))
    return FALSE;

  database = cnscd_database_connect (temporary, SQLITE_OPEN_READWRITE, error);
  done =
    database != NULL &&
    cnscd_database_exec (database, "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF",
                         error) &&
    cnscd_migrator_run (database, cnscd_migrator_get_scripts (), error) &&
    cnscd_database_set_setting (database, SETTING_COLLATION, cnscd_collation_version (), error);
  g_clear_pointer (&database, cnscd_database_close);

  done = done && cnscd_database_file_replace (temporary, path, TRUE, error);
  if (!done)
    cnscd_database_file_remove (temporary);
  return done;
}

static gboolean
create (const char *path, GError **error)
{
  g_autofree char *id = cnscd_uuid_new ();
  g_autofree char *temporary = g_strdup_printf ("%s.new-%s", path, id);
  GError *problem = NULL;

  if (create_as (temporary, path, &problem))
    return TRUE;

  propagate_as_of (problem, temporary, path, error);
  return FALSE;
}

static gboolean
migrate (CnscdDatabase *database, GError **error)
{
  guint version = 0;

  if (!cnscd_migrator_get_version (database, &version, error))
    return FALSE;
  if (version == cnscd_migrator_get_latest ())
    return TRUE;

  if (version > cnscd_migrator_get_latest ())
    {
      cnscd_store_set_newer_error (database->path, error);
      return FALSE;
    }

  if (version > 0)
    {
      g_autofree char *backup = cnscd_backup_rotate (database, "migration", error);

      if (backup == NULL)
        return FALSE;
    }

  return cnscd_migrator_run (database, cnscd_migrator_get_scripts (), error);
}

/* Keys made by another ICU, or by another version of core, do not sort with new ones. */
static gboolean
refresh_derived (CnscdDatabase *database, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *version = cnscd_database_get_setting (database, SETTING_COLLATION, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (g_strcmp0 (version, cnscd_collation_version ()) == 0)
    return TRUE;

  if (!cnscd_database_begin (database, error))
    return FALSE;
  if (!cnscd_member_index_rebuild (database, error) ||
      !cnscd_database_set_setting (database, SETTING_COLLATION, cnscd_collation_version (), error))
    {
      cnscd_database_rollback (database);
      return FALSE;
    }
  return cnscd_database_commit (database, error);
}

static gboolean
is_current (CnscdDatabase *database, guint version)
{
  g_autoptr (CnscdStatement) statement = NULL;
  g_autofree char *collation = NULL;

  if (version != cnscd_migrator_get_latest ())
    return FALSE;
  collation = cnscd_database_get_setting (database, SETTING_COLLATION, NULL);
  if (g_strcmp0 (collation, cnscd_collation_version ()) != 0)
    return FALSE;

  statement = cnscd_statement_take (database, "PRAGMA journal_mode", NULL);
  return statement != NULL && cnscd_statement_step (statement, NULL) == CNSCD_STEP_ROW &&
         g_strcmp0 (cnscd_statement_text (statement, 0), "wal") == 0;
}

static void
set_read_only_error (const char *path, GError **error)
{
  g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FAILED,
               _ ("“%s” is read-only. Ask for write access to the file and its folder."), path);
}

static gboolean
prepare (CnscdDatabase *database, gboolean check, GError **error)
{
  guint version = 0;

  if (sqlite3_db_readonly (database->handle, "main") == 1)
    {
      set_read_only_error (database->path, error);
      return FALSE;
    }

  /* The newest version may so far stand in the WAL only. */
  if (!cnscd_migrator_get_version (database, &version, error))
    return FALSE;
  if (version > cnscd_migrator_get_latest ())
    {
      cnscd_store_set_newer_error (database->path, error);
      return FALSE;
    }

  database->unchecked = TRUE;
  if (!check && is_current (database, version))
    return cnscd_database_exec (database, "PRAGMA query_only = ON", error);
  return cnscd_database_confirm (database, error);
}

static gboolean
has_content (const char *path, const char *ending)
{
  g_autofree char *name = g_strconcat (path, ending, NULL);
  GStatBuf status;

  return g_stat (name, &status) == 0 && status.st_size > 0;
}

static gboolean
is_folder_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (folder, W_OK) == 0;
}

/* SQLite writes beside the file, too. */
static gboolean
is_writable (const char *path)
{
  return g_access (path, W_OK) == 0 && is_folder_writable (path);
}

/* Reading wants a -shm, unless SQLite is told that nobody writes meanwhile
 * (https://sqlite.org/uri.html#uriimmutable), which it would believe of a WAL that it is to read,
 * too. */
static CnscdDatabase *
connect_for_reading (const char *path, GError **error)
{
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);
  g_autofree char *uri = NULL;
  g_autofree char *name = NULL;

  if (is_folder_writable (path) || has_content (path, "-wal") ||
      g_file_test (shm, G_FILE_TEST_EXISTS))
    return cnscd_database_connect (path, SQLITE_OPEN_READONLY, error);

  uri = g_filename_to_uri (path, NULL, NULL);
  name = g_strconcat (uri, "?immutable=1", NULL);
  return connect_as (path, name, SQLITE_OPEN_READONLY, error);
}

static gboolean
prepare_for_reading (CnscdDatabase *database, GError **error)
{
  guint version = 0;

  if (!cnscd_migrator_get_version (database, &version, error))
    return FALSE;
  if (version > cnscd_migrator_get_latest ())
    cnscd_store_set_newer_error (database->path, error);
  else if (version < cnscd_migrator_get_latest ())
    g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FAILED,
                 _ ("“%s” was made by an older version of this program and is read-only. Copy it "
                    "to a folder that you may write to, and open the copy."),
                 database->path);
  else
    return cnscd_database_quick_check (database, error) &&
           cnscd_database_exec (database, "PRAGMA query_only = ON", error);
  return FALSE;
}

static CnscdDatabase *
open_file (const char *path, gboolean check, GError **error)
{
  g_autoptr (CnscdDatabase) database = NULL;
  g_autofree char *canonical = NULL;
  g_autofree char *usual = cnscd_database_default_path ();
  CnscdFileState state;
  gboolean keeps_wal;

  canonical = g_canonicalize_filename (path, NULL);
  if (g_str_equal (canonical, usual))
    {
      g_autofree char *folder = g_path_get_dirname (canonical);

      g_mkdir_with_parents (folder, 0700);
    }

  state = cnscd_database_file_look (canonical, error);
  if (state == CNSCD_FILE_REFUSED || (state == CNSCD_FILE_MISSING && !create (canonical, error)))
    return NULL;
  keeps_wal = has_content (canonical, "-wal");
  database = cnscd_database_connect (canonical, SQLITE_OPEN_READWRITE, error);
  if (database == NULL)
    return NULL;

  /* Closing would carry the WAL over into a file that is to be left as it is. */
  database->keeps_wal = keeps_wal;
  if (keeps_wal)
    sqlite3_db_config (database->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (!prepare (database, check, error))
    return NULL;

  return g_steal_pointer (&database);
}

/**
 * cnscd_database_open:
 * @path: the file; made when there is none
 * @error: return location for a #CnscdStoreError
 *
 * Opens a database, checks it (SQLite's quick_check) and brings it to this
 * program's version, after a backup. A file that is foreign, newer or damaged
 * is refused and left as it is, to the byte.
 *
 * Returns: (transfer full) (nullable): the connection
 */
CnscdDatabase *
cnscd_database_open (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return open_file (path, TRUE, error);
}

/**
 * cnscd_database_open_for_reading:
 * @path: the file
 * @error: return location for a #CnscdStoreError
 *
 * As cnscd_database_open(), but opens also what may only be read: a file on a
 * disc, or on a share without write access. Then nothing is brought to this
 * program's version, and cnscd_database_begin() fails.
 *
 * Returns: (transfer full) (nullable): the connection
 */
CnscdDatabase *
cnscd_database_open_for_reading (const char *path, GError **error)
{
  g_autoptr (CnscdDatabase) database = NULL;
  g_autofree char *canonical = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  canonical = g_canonicalize_filename (path, NULL);
  if (!g_file_test (canonical, G_FILE_TEST_EXISTS) || is_writable (canonical))
    return cnscd_database_open (path, error);

  if (cnscd_database_file_look (canonical, error) != CNSCD_FILE_OURS)
    {
      /* one without a byte */
      if (error != NULL && *error == NULL)
        set_read_only_error (canonical, error);
      return NULL;
    }
  database = connect_for_reading (canonical, error);
  if (database == NULL)
    return NULL;

  database->unchecked = TRUE;
  database->read_only = TRUE;
  sqlite3_db_config (database->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (!prepare_for_reading (database, error))
    return NULL;

  return g_steal_pointer (&database);
}

/**
 * cnscd_database_is_read_only:
 * @database: a connection
 *
 * Returns: whether cnscd_database_open_for_reading() opened what may only be read
 */
gboolean
cnscd_database_is_read_only (CnscdDatabase *database)
{
  g_return_val_if_fail (database != NULL, FALSE);

  return database->read_only;
}

/**
 * cnscd_database_open_unchecked:
 * @path: the file; made when there is none
 * @error: return location for a #CnscdStoreError
 *
 * As cnscd_database_open(), but puts the check, which takes the longer the
 * larger the file is, off until cnscd_database_confirm(), so that something
 * can be shown at once. Until then the connection only reads; what would
 * write confirms first. A file that has to be brought to this program's
 * version is checked here and now.
 *
 * Returns: (transfer full) (nullable): the connection
 */
CnscdDatabase *
cnscd_database_open_unchecked (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return open_file (path, FALSE, error);
}

/**
 * cnscd_database_confirm:
 * @database: a connection, outside of a transaction
 * @error: return location for a #CnscdStoreError
 *
 * Checks what cnscd_database_open_unchecked() did not, once. A database that
 * fails stays as it is, to the byte, and still may only be read.
 *
 * Returns: whether the database may be written
 */
gboolean
cnscd_database_confirm (CnscdDatabase *database, GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);

  if (!database->unchecked)
    return TRUE;
  if (database->read_only)
    {
      set_read_only_error (database->path, error);
      return FALSE;
    }

  if (!cnscd_database_quick_check (database, error) ||
      !cnscd_database_exec (database, "PRAGMA query_only = OFF; PRAGMA journal_mode = WAL", error))
    return FALSE;

  database->unchecked = FALSE;
  if (!migrate (database, error) || !refresh_derived (database, error))
    {
      database->unchecked = TRUE;
      return FALSE;
    }
  if (database->keeps_wal)
    sqlite3_db_config (database->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);

  cnscd_leftovers_remove (database->path);
  return TRUE;
}

/**
 * cnscd_database_hold:
 * @database: a connection
 * @error: return location for a #CnscdStoreError
 *
 * To be called before anything is done with a connection that was idle: what
 * else this process does may have cost it its locks.
 *
 * Returns: whether it may be used
 */
gboolean
cnscd_database_hold (CnscdDatabase *database, GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);

  return database->depth > 0 || cnscd_open_files_renew (database->path, database->file, error);
}

/**
 * cnscd_database_close:
 * @database: (transfer full): a connection outside of a transaction
 *
 * Closes the connection; what is not committed is rolled back.
 */
void
cnscd_database_close (CnscdDatabase *database)
{
  g_return_if_fail (database != NULL);

  g_clear_pointer (&database->member_orders, cnscd_member_orders_free);
  g_clear_pointer (&database->kind_tables, g_hash_table_unref);
  g_clear_pointer (&database->statements, g_hash_table_unref);
  g_clear_pointer (&database->unit_codes, g_hash_table_unref);
  cnscd_open_files_close (database->path, database->file, database->handle);
  g_free (database->backup_folder);
  g_free (database->path);
  g_free (database);
}

/**
 * cnscd_database_default_path:
 *
 * Returns: (transfer full): where the program keeps its database: cnscd.db in
 *   the user's data folder
 */
char *
cnscd_database_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "cnscd", "cnscd.db", NULL);
}
