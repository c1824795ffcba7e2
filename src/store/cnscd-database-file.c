/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-database-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/cnscd-clock.h"
#include "core/cnscd-record.h"
#include "cnscd-backup.h"
#include "cnscd-database-private.h"
#include "cnscd-migrator.h"
#include "cnscd-open-files.h"

/* https://sqlite.org/fileformat2.html#the_database_header */
#define HEADER_SIZE           100
#define HEADER_MAGIC          "SQLite format 3"
#define HEADER_USER_VERSION   60
#define HEADER_APPLICATION_ID 68

/* What SQLite keeps beside a database. */
static const char *const journals[] = { "-wal", "-shm", "-journal" };

static guint32
read_be32 (const guint8 *header, gsize offset)
{
  return (guint32) header[offset] << 24 | (guint32) header[offset + 1] << 16 |
         (guint32) header[offset + 2] << 8 | header[offset + 3];
}

static void
set_foreign_error (const char *path, GError **error)
{
  g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FOREIGN,
               _ ("“%s” is not a database of this program. It was left as it is; choose another "
                  "file."),
               path);
}

static void
set_file_error (const char *path, int code, GError **error)
{
  g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FAILED,
               _ ("“%s” could not be opened: %s. Check the folder and its permissions."), path,
               g_strerror (code));
}

static gssize
read_header (int fd, guint8 *header)
{
  gsize size = 0;

  while (size < HEADER_SIZE)
    {
      gssize n = read (fd, header + size, HEADER_SIZE - size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return -1;
      if (n == 0)
        break;
      size += (gsize) n;
    }

  return (gssize) size;
}

/**
 * cnscd_store_set_newer_error: (skip)
 * @path: a database
 * @error: (nullable): return location
 */
void
cnscd_store_set_newer_error (const char *path, GError **error)
{
  g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NEWER,
               _ ("“%s” was made by a newer version of this program. It was left as it is; update "
                  "the program to open it."),
               path);
}

/**
 * cnscd_store_set_damaged_error: (skip)
 * @path: a database
 * @error: (nullable): return location
 */
void
cnscd_store_set_damaged_error (const char *path, GError **error)
{
  g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_DAMAGED,
               _ ("The database “%s” is damaged. It was left as it is; restore a backup."), path);
}

/**
 * cnscd_store_set_damaged_backup_error: (skip)
 * @path: a backup
 * @error: (nullable): return location
 */
void
cnscd_store_set_damaged_backup_error (const char *path, GError **error)
{
  g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_DAMAGED,
               _ ("The backup “%s” is damaged and was not restored. Choose another."), path);
}

static CnscdFileState
judge_ids (const char *path, guint32 application_id, guint32 version, GError **error)
{
  if (application_id != CNSCD_APPLICATION_ID)
    set_foreign_error (path, error);
  else if (version > cnscd_migrator_get_latest ())
    cnscd_store_set_newer_error (path, error);
  else
    return CNSCD_FILE_OURS;

  return CNSCD_FILE_REFUSED;
}

/* Without SQLite, which would make files beside it and might mend what is none of our business. */
static CnscdFileState
look_at_bytes (const char *path, GError **error)
{
  guint8 header[HEADER_SIZE] = { 0 };
  struct stat status;
  gssize size;
  int fd;

  /* O_NONBLOCK: a pipe must not make the program wait for ever. */
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0 && errno == ENOENT)
    return CNSCD_FILE_MISSING;
  if (fd < 0 || fstat (fd, &status) != 0)
    {
      set_file_error (path, errno, error);
      if (fd >= 0)
        close (fd);
      return CNSCD_FILE_REFUSED;
    }

  if (!S_ISREG (status.st_mode))
    {
      close (fd);
      set_foreign_error (path, error);
      return CNSCD_FILE_REFUSED;
    }

  size = read_header (fd, header);
  if (size < 0)
    set_file_error (path, errno, error);
  close (fd);
  if (size < 0)
    return CNSCD_FILE_REFUSED;
  if (size == 0)
    return CNSCD_FILE_MISSING;

  if (memcmp (header, HEADER_MAGIC, MIN ((gsize) size, sizeof HEADER_MAGIC)) != 0)
    set_foreign_error (path, error);
  else if (size < HEADER_SIZE)
    cnscd_store_set_damaged_error (path, error);
  else
    return judge_ids (path, read_be32 (header, HEADER_APPLICATION_ID),
                      read_be32 (header, HEADER_USER_VERSION), error);

  return CNSCD_FILE_REFUSED;
}

static int
read_pragma (sqlite3 *handle, const char *sql, guint32 *value)
{
  sqlite3_stmt *stmt = NULL;
  int result = sqlite3_prepare_v2 (handle, sql, -1, &stmt, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_step (stmt);
  if (result == SQLITE_ROW)
    *value = (guint32) sqlite3_column_int (stmt, 0);
  sqlite3_finalize (stmt);

  return result;
}

static CnscdFileState
look_through_sqlite (const char *path, GError **error)
{
  CnscdFileState state = CNSCD_FILE_REFUSED;
  sqlite3 *handle = NULL;
  guint32 application_id = 0;
  guint32 version = 0;
  int result = sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_busy_timeout (handle, CNSCD_DATABASE_BUSY_TIMEOUT);
  if (result == SQLITE_OK)
    result = read_pragma (handle, "PRAGMA application_id", &application_id);
  if (result == SQLITE_ROW)
    result = read_pragma (handle, "PRAGMA user_version", &version);

  if (result == SQLITE_ROW)
    state = judge_ids (path, application_id, version, error);
  else
    cnscd_store_set_sqlite_error (handle, result, path, error);
  sqlite3_close (handle);

  return state;
}

/**
 * cnscd_database_file_look: (skip)
 * @path: where a database is or will be
 * @error: return location for a #CnscdStoreError
 *
 * Looks at what a file says that it is, without a trace on the disk.
 *
 * Returns: whether there is a file, and whether it is one of this program
 */
CnscdFileState
cnscd_database_file_look (const char *path, GError **error)
{
  CnscdFileState state;

  if (!cnscd_open_files_lock_unless_open (path))
    return look_through_sqlite (path, error);

  state = look_at_bytes (path, error);
  cnscd_open_files_unlock ();
  return state;
}

/**
 * cnscd_database_file_is_same: (skip)
 * @one: a path
 * @other: a path
 *
 * Returns: whether both name one file, be it by different names
 */
gboolean
cnscd_database_file_is_same (const char *one, const char *other)
{
  GStatBuf a, b;

  if (g_stat (one, &a) == 0 && g_stat (other, &b) == 0)
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
  return g_str_equal (one, other);
}

/**
 * cnscd_database_file_create: (skip)
 * @path: a name that no file has
 * @later_path: what it will be called, which is what people are told
 * @error: return location for a #CnscdStoreError
 *
 * Makes an empty file that only its owner may read.
 *
 * Returns: whether it was made
 */
gboolean
cnscd_database_file_create (const char *path, const char *later_path, GError **error)
{
  /* People's data: for nobody but the one who made it. SQLite gives -wal and -shm the same mode. */
  int fd = open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      g_set_error (
        error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FAILED,
        _ ("“%s” could not be created: %s. Choose another folder or ask for write access."),
        later_path, g_strerror (errno));
      return FALSE;
    }

  close (fd);
  return TRUE;
}

/**
 * cnscd_database_file_flush: (skip)
 * @path: a file or folder
 * @error: return location for a #CnscdStoreError
 *
 * Returns: whether its bytes are on the disk now
 */
gboolean
cnscd_database_file_flush (const char *path, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  int result = fd < 0 ? -1 : fsync (fd);

  /* Some network file systems flush no folders; there is nothing better to be had there. */
  if (result != 0 && fd >= 0 && (errno == EINVAL || errno == ENOTSUP))
    result = 0;
  if (result != 0)
    set_file_error (path, errno, error);
  if (fd >= 0)
    close (fd);

  return result == 0;
}

/**
 * cnscd_database_file_dup_aside: (skip)
 * @path: a database
 * @why: "damaged", "left": for its new name
 * @error: return location for a #CnscdStoreError
 *
 * Makes the backup folder, where what is set aside goes.
 *
 * Returns: (transfer full) (nullable): a name there that no file has
 */
char *
cnscd_database_file_dup_aside (const char *path, const char *why, GError **error)
{
  g_autoptr (GDateTime) now = cnscd_clock_dup_date_time (cnscd_clock_get_time ());
  g_autofree char *time = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *folder = cnscd_backup_dup_folder (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *id = cnscd_uuid_new ();
  g_autofree char *name = g_strdup_printf ("%s-%s-%s-%.8s", base, why, time, id + 28);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      set_file_error (folder, errno, error);
      return NULL;
    }

  return g_build_filename (folder, name, NULL);
}

/**
 * cnscd_database_file_move_journals: (skip)
 * @from: a database that nobody has open, or that is gone
 * @to: a name on the same disk
 * @error: return location for a #CnscdStoreError
 *
 * Moves what SQLite keeps beside @from to beside @to. SQLite would carry it
 * over into whatever file gets the name @from next.
 *
 * Returns: whether nothing is beside @from any more
 */
gboolean
cnscd_database_file_move_journals (const char *from, const char *to, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (journals); i++)
    {
      g_autofree char *old = g_strconcat (from, journals[i], NULL);
      g_autofree char *aside = g_strconcat (to, journals[i], NULL);

      if (g_rename (old, aside) != 0 && errno != ENOENT)
        {
          set_file_error (old, errno, error);
          return FALSE;
        }
    }

  return TRUE;
}

/* Left by a crash, of a file that is gone or goes now. Maybe somebody's last hope: kept. */
static gboolean
set_journals_aside (const char *path, GError **error)
{
  gboolean found = FALSE;
  g_autofree char *aside = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (journals); i++)
    {
      g_autofree char *name = g_strconcat (path, journals[i], NULL);

      found |= g_file_test (name, G_FILE_TEST_EXISTS);
    }
  if (!found)
    return TRUE;

  aside = cnscd_database_file_dup_aside (path, "left", error);
  return aside != NULL && cnscd_database_file_move_journals (path, aside, error);
}

static gboolean
replace_locked (const char *from, const char *to, gboolean keep, GError **error)
{
  struct stat status;
  gboolean exists = stat (to, &status) == 0;

  if (keep && exists && status.st_size > 0)
    {
      g_unlink (from);
      return TRUE;
    }

  if (!set_journals_aside (to, error))
    return FALSE;

  /* Unlike rename(), link() never takes the place of another program's file. */
  if (keep && !exists && (link (from, to) == 0 || errno == EEXIST))
    {
      g_unlink (from);
      return TRUE;
    }

  if (g_rename (from, to) != 0)
    {
      set_file_error (to, errno, error);
      return FALSE;
    }

  return TRUE;
}

/**
 * cnscd_database_file_replace: (skip)
 * @from: a whole file
 * @to: its name to be, in the same folder
 * @keep: leave a file with content that already has the name
 * @error: return location for a #CnscdStoreError
 *
 * Gives @from its name at once and for good: after a crash there is the old
 * file or the new one. With @keep, @from is removed when somebody was faster.
 * What SQLite left beside a file that had the name before is moved into the
 * backup folder.
 *
 * Returns: whether there is a file named @to
 */
gboolean
cnscd_database_file_replace (const char *from, const char *to, gboolean keep, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (to);
  gboolean done;
  int lock;

  if (!cnscd_database_file_flush (from, error))
    return FALSE;

  /* Of two programs that make one file, the slower must not take the WAL of the faster for an old
   * one. A file system without locks leaves that to chance, as it does SQLite's own locks. */
  lock = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  while (lock >= 0 && flock (lock, LOCK_EX) != 0 && errno == EINTR)
    ;
  done = replace_locked (from, to, keep, error);
  if (lock >= 0)
    close (lock);

  return done && cnscd_database_file_flush (folder, error);
}

/**
 * cnscd_database_file_remove: (skip)
 * @path: a database that nobody has open
 *
 * Removes the file and what SQLite keeps beside it.
 */
void
cnscd_database_file_remove (const char *path)
{
  g_unlink (path);
  for (guint i = 0; i < G_N_ELEMENTS (journals); i++)
    {
      g_autofree char *name = g_strconcat (path, journals[i], NULL);

      g_unlink (name);
    }
}
