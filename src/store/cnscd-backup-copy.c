/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-backup-copy.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/cnscd-record.h"
#include "cnscd-database-file.h"
#include "cnscd-migrator.h"

/* SQLite's own default, and that of every database made here. */
#define PAGE_SIZE 4096

/* How long a writer elsewhere is waited for: BUSY_PAUSE × BUSY_TRIES. */
#define BUSY_PAUSE 50 /* ms */
#define BUSY_TRIES (CNSCD_DATABASE_BUSY_TIMEOUT / BUSY_PAUSE)

static gboolean
has_page_size (CnscdDatabase *database)
{
  sqlite3_stmt *stmt = NULL;
  gboolean same =
    sqlite3_prepare_v2 (database->handle, "PRAGMA page_size", -1, &stmt, NULL) == SQLITE_OK &&
    sqlite3_step (stmt) == SQLITE_ROW && sqlite3_column_int (stmt, 0) == PAGE_SIZE;

  sqlite3_finalize (stmt);
  return same;
}

/**
 * cnscd_backup_copy_into: (skip)
 * @from: a connection outside of a transaction
 * @to: a connection outside of a transaction
 * @error: return location for a #CnscdStoreError
 *
 * Replaces what is in @to by what is in @from with SQLite's online backup:
 * others may have both open, and after a crash @to is as it was.
 *
 * Returns: whether it was copied
 */
gboolean
cnscd_backup_copy_into (CnscdDatabase *from, CnscdDatabase *to, GError **error)
{
  sqlite3_backup *backup;
  int result = SQLITE_BUSY;
  int finished;

  if (from->depth > 0 || to->depth > 0)
    {
      g_set_error_literal (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_BUSY,
                           _ ("Changes are being made right now. Try again when they are done."));
      return FALSE;
    }

  backup = sqlite3_backup_init (to->handle, "main", from->handle, "main");
  if (backup == NULL)
    {
      cnscd_database_set_error (to, error);
      return FALSE;
    }

  for (guint i = 0; i < BUSY_TRIES; i++)
    {
      result = sqlite3_backup_step (backup, -1);
      if (result != SQLITE_BUSY && result != SQLITE_LOCKED)
        break;
      sqlite3_sleep (BUSY_PAUSE);
    }

  /* By its documentation, finishing is no failure when a step was not made for a lock. */
  finished = sqlite3_backup_finish (backup);
  if (result != SQLITE_DONE || finished != SQLITE_OK)
    {
      cnscd_store_set_sqlite_error (to->handle, result != SQLITE_DONE ? result : finished, to->path,
                                    error);
      return FALSE;
    }

  return TRUE;
}

static gboolean
copy_to_temporary (CnscdDatabase *database, const char *temporary, GError **error)
{
  g_autoptr (CnscdDatabase) copy = cnscd_database_connect (temporary, SQLITE_OPEN_READWRITE, error);

  /* Not in WAL mode: a backup is one file, which can be read from a disk that cannot be written.
   * It is flushed once, before it gets its name. */
  return copy != NULL && cnscd_database_exec (copy, "PRAGMA synchronous = OFF", error) &&
         cnscd_backup_copy_into (database, copy, error) &&
         cnscd_database_exec (copy, "PRAGMA journal_mode = DELETE", error) &&
         cnscd_database_quick_check (copy, error);
}

/**
 * cnscd_backup_copy: (skip)
 * @database: a connection outside of a transaction
 * @path: where to
 * @error: return location for a #CnscdStoreError
 *
 * Copies a database while others use it. The copy is checked, and flushed,
 * before it gets its name.
 *
 * Returns: whether there is a whole copy at @path
 */
gboolean
cnscd_backup_copy (CnscdDatabase *database, const char *path, GError **error)
{
  g_autofree char *id = cnscd_uuid_new ();
  g_autofree char *temporary = g_strdup_printf ("%s.new-%s", path, id);

  if (!cnscd_database_file_create (temporary, path, error))
    return FALSE;

  if (copy_to_temporary (database, temporary, error) &&
      cnscd_database_file_replace (temporary, path, FALSE, error))
    return TRUE;

  cnscd_database_file_remove (temporary);
  return FALSE;
}

/**
 * cnscd_backup_open: (skip)
 * @path: a backup
 * @error: return location for a #CnscdStoreError
 *
 * Opens a backup for reading, after the same questions as
 * cnscd_database_open() asks.
 *
 * Returns: (transfer full) (nullable): the connection
 */
CnscdDatabase *
cnscd_backup_open (const char *path, GError **error)
{
  g_autoptr (CnscdDatabase) backup = NULL;
  g_autoptr (GError) problem = NULL;
  guint version = 0;

  switch (cnscd_database_file_look (path, error))
    {
    case CNSCD_FILE_OURS:
      break;
    case CNSCD_FILE_MISSING:
      g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND,
                   _ ("There is no backup “%s”, or it is empty. Choose another."), path);
      return NULL;
    case CNSCD_FILE_REFUSED:
    default:
      return NULL;
    }

  backup = cnscd_database_connect (path, SQLITE_OPEN_READONLY, error);
  if (backup == NULL || !cnscd_migrator_get_version (backup, &version, error))
    return NULL;
  if (version > cnscd_migrator_get_latest ())
    {
      cnscd_store_set_newer_error (path, error);
      return NULL;
    }
  if (!cnscd_database_quick_check (backup, &problem))
    {
      if (g_error_matches (problem, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_DAMAGED))
        cnscd_store_set_damaged_backup_error (path, error);
      else
        g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  return g_steal_pointer (&backup);
}

static CnscdDatabase *
open_migrated (CnscdDatabase *backup, const char *path, GError **error)
{
  g_autoptr (CnscdDatabase) copy = NULL;

  if (!cnscd_backup_copy (backup, path, error))
    return NULL;

  copy = cnscd_database_connect (path, SQLITE_OPEN_READWRITE, error);
  if (copy == NULL || !cnscd_migrator_run (copy, cnscd_migrator_get_scripts (), error))
    return NULL;
  if (!has_page_size (copy) &&
      !cnscd_database_exec (copy, "PRAGMA page_size = " G_STRINGIFY (PAGE_SIZE) "; VACUUM", error))
    return NULL;

  return g_steal_pointer (&copy);
}

/* What takes the place of somebody's data is looked at as closely as can be. */
static gboolean
is_sound (CnscdDatabase *copy, const char *path, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;

  if (!cnscd_database_check (copy, TRUE, &problems, error))
    return FALSE;
  if (problems->len == 0)
    return TRUE;

  cnscd_store_set_damaged_backup_error (path, error);
  return FALSE;
}

/**
 * cnscd_backup_open_current: (skip)
 * @path: a backup
 * @folder: where a copy can be made
 * @copy: (out) (transfer full): the copy, to be removed by the caller after
 *   closing
 * @error: return location for a #CnscdStoreError
 *
 * Opens a backup brought to this program's version, in a copy: the backup
 * itself is never changed.
 *
 * Returns: (transfer full) (nullable): the connection
 */
CnscdDatabase *
cnscd_backup_open_current (const char *path, const char *folder, char **copy, GError **error)
{
  g_autoptr (CnscdDatabase) backup = cnscd_backup_open (path, error);
  g_autofree char *id = cnscd_uuid_new ();
  g_autofree char *name = g_strdup_printf (".restore-%s.db", id);
  CnscdDatabase *current;

  *copy = NULL;
  if (backup == NULL)
    return NULL;

  *copy = g_build_filename (folder, name, NULL);
  current = open_migrated (backup, *copy, error);
  if (current != NULL && !is_sound (current, path, error))
    g_clear_pointer (&current, cnscd_database_close);
  if (current == NULL)
    {
      cnscd_database_file_remove (*copy);
      g_clear_pointer (copy, g_free);
    }

  return current;
}
