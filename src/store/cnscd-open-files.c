/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* F_OFD_SETLK */
#include "cnscd-open-files.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "cnscd-database.h"

/*
 * The databases that this process has open. POSIX drops every lock of a
 * process on a file as soon as it closes any descriptor of that file, SQLite's
 * locks too (https://sqlite.org/howtocorrupt.html, 2.2): such a file must not
 * be opened but through SQLite, which takes care of that.
 *
 * Others in the process cannot be kept from it: a file dialog looks into every
 * file of the folder that it lists. The next program would then take the
 * database for closed, and remove the WAL into which this one goes on writing.
 * So whoever has a database open holds a lock of another kind besides, which
 * belongs to the descriptor and stays: on a byte that SQLite does not use. Who
 * comes and finds that one without SQLite's own stays out, and the process
 * that lost its locks takes them again before it does anything.
 */

/* https://sqlite.org/src/doc/trunk/src/os.h: PENDING_BYTE, SHARED_FIRST, SHARED_SIZE */
#define PENDING_BYTE 0x40000000
#define SHARED_FIRST (PENDING_BYTE + 2)
#define SHARED_SIZE  510
/* Past SQLite's, in the page that holds nothing. */
#define PRESENCE_BYTE (PENDING_BYTE + 600)
/* https://sqlite.org/walformat.html, 2.3.1: after the eight locks, the one of whoever has it open
 */
#define SHM_DMS_BYTE 128

#define PATIENCE_MS 5000
#define PAUSE_MS    20

typedef struct
{
  guint n; /* connections */
  int fd;  /* -1 when the file may not be opened so */
  int shm; /* -1 until there is one */
} OpenFile;

static GMutex mutex;
static GHashTable *files; /* "device inode" → OpenFile */

static void
open_file_free (gpointer data)
{
  OpenFile *file = data;

  if (file->shm >= 0)
    close (file->shm);
  if (file->fd >= 0)
    close (file->fd);
  g_free (file);
}

static gboolean
lock (int fd, int command, short type, goffset start, goffset length)
{
  struct flock range = { .l_type = type, .l_whence = SEEK_SET, .l_start = start, .l_len = length };

  return fcntl (fd, command, &range) == 0;
}

/* Whether somebody else has it locked; unknown is no. */
static gboolean
is_locked (int fd, goffset start, goffset length)
{
  struct flock range = {
    .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = start, .l_len = length
  };

  return fcntl (fd, F_OFD_GETLK, &range) == 0 && range.l_type != F_UNLCK;
}

/* Whoever opens or closes it has one lock without the other for a moment, too. */
static gboolean
wait_for_others (OpenFile *file)
{
  for (guint i = 0; i <= PATIENCE_MS / PAUSE_MS; i++)
    {
      if (!is_locked (file->fd, PRESENCE_BYTE, 1) ||
          is_locked (file->fd, SHARED_FIRST, SHARED_SIZE))
        return TRUE;
      g_usleep (PAUSE_MS * 1000);
    }
  return FALSE;
}

static char *
dup_file (const char *path)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return NULL;
  return g_strdup_printf ("%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT, (guint64) status.st_dev,
                          (guint64) status.st_ino);
}

static gboolean
have (const char *path)
{
  g_autofree char *file = dup_file (path);

  return file != NULL && files != NULL && g_hash_table_contains (files, file);
}

static void
set_lost_error (const char *path, GError **error)
{
  g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_BUSY,
               _ ("“%s” is open in another window, which is not ready to share it. Do anything in "
                  "that window or close it, and try again."),
               path);
}

/**
 * cnscd_open_files_add: (skip)
 * @path: a file that SQLite is about to open
 * @key: (out) (nullable): the file, for cnscd_open_files_remove(); %NULL when there is none
 * @error: return location for a #CnscdStoreError
 *
 * Returns: %FALSE when another process has lost its locks on it, which would
 *   be the end of what it writes
 */
gboolean
cnscd_open_files_add (const char *path, char **key, GError **error)
{
  OpenFile *file;

  *key = dup_file (path);
  if (*key == NULL)
    return TRUE;

  g_mutex_lock (&mutex);
  if (files == NULL)
    files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, open_file_free);
  file = g_hash_table_lookup (files, *key);
  if (file != NULL)
    {
      file->n++;
      g_mutex_unlock (&mutex);
      return TRUE;
    }

  file = g_new0 (OpenFile, 1);
  file->n = 1;
  file->shm = -1;
  file->fd = g_open (path, O_RDWR | O_CLOEXEC | O_NOCTTY, 0);
  g_hash_table_insert (files, g_strdup (*key), file);
  g_mutex_unlock (&mutex);

  if (file->fd < 0)
    return TRUE;
  if (!wait_for_others (file))
    {
      cnscd_open_files_remove (g_steal_pointer (key));
      set_lost_error (path, error);
      return FALSE;
    }
  /* Where the file system knows no such locks, there is none to find. */
  lock (file->fd, F_OFD_SETLK, F_RDLCK, PRESENCE_BYTE, 1);
  return TRUE;
}

/* With the mutex held. */
static void
remove_one (const char *key)
{
  OpenFile *file = g_hash_table_lookup (files, key);

  if (--file->n == 0)
    g_hash_table_remove (files, key);
  if (g_hash_table_size (files) == 0)
    g_clear_pointer (&files, g_hash_table_unref);
}

/**
 * cnscd_open_files_remove: (skip)
 * @key: (transfer full) (nullable): a file that SQLite did not open after all
 */
void
cnscd_open_files_remove (char *key)
{
  if (key == NULL)
    return;

  g_mutex_lock (&mutex);
  remove_one (key);
  g_mutex_unlock (&mutex);

  g_free (key);
}

static gboolean
is_same (int fd, const char *path)
{
  struct stat open, named;

  return fstat (fd, &open) == 0 && g_stat (path, &named) == 0 && open.st_dev == named.st_dev &&
         open.st_ino == named.st_ino;
}

/* With the mutex held. */
static gboolean
renew (OpenFile *file, const char *shm)
{
  if (file == NULL || file->fd < 0)
    return TRUE;

  if (file->shm < 0)
    file->shm = g_open (shm, O_RDWR | O_CLOEXEC | O_NOCTTY, 0);
  /* Without one the database is not in WAL mode (yet), and these are not its locks. */
  return file->shm < 0 || (is_same (file->shm, shm) &&
                           lock (file->fd, F_SETLK, F_RDLCK, SHARED_FIRST, SHARED_SIZE) &&
                           lock (file->shm, F_SETLK, F_RDLCK, SHM_DMS_BYTE, 1));
}

/**
 * cnscd_open_files_renew: (skip)
 * @path: a database in WAL mode that this process has open
 * @key: (nullable): of cnscd_open_files_add()
 * @error: return location for a #CnscdStoreError
 *
 * Takes again the locks that a connection holds as long as it is open, in case
 * they were lost.
 *
 * Returns: %FALSE when it was too late, and what is written would be lost
 */
gboolean
cnscd_open_files_renew (const char *path, const char *key, GError **error)
{
  g_autofree char *shm = NULL;
  gboolean held;

  if (key == NULL)
    return TRUE;

  shm = g_strconcat (path, "-shm", NULL);
  g_mutex_lock (&mutex);
  held = renew (g_hash_table_lookup (files, key), shm);
  g_mutex_unlock (&mutex);

  if (!held)
    g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_BUSY,
                 _ ("Another program has taken over “%s”, so nothing more is written to it. Close "
                    "the program and start it again."),
                 path);
  return held;
}

/**
 * cnscd_open_files_close: (skip)
 * @path: the file, by the name it was opened with
 * @key: (transfer full) (nullable): of cnscd_open_files_add()
 * @handle: (transfer full) (nullable): the connection
 *
 * Closes @handle. The last connection of a process to a file takes the -shm
 * away while another thread may be about to open the file again; that one
 * must not take it for another program's doing, so that nobody looks between
 * the one and the other.
 */
void
cnscd_open_files_close (const char *path, char *key, sqlite3 *handle)
{
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);
  OpenFile *file;
  gboolean held;

  if (key == NULL)
    {
      sqlite3_close (handle);
      return;
    }

  g_mutex_lock (&mutex);
  file = g_hash_table_lookup (files, key);
  held = handle == NULL || renew (file, shm);
  /* What stands in a WAL that others have done away with must not come into their file. */
  if (!held)
    sqlite3_db_config (handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_close (handle);
  if (held && file->shm >= 0 && !is_same (file->shm, shm))
    {
      close (file->shm);
      file->shm = -1;
    }
  remove_one (key);
  g_mutex_unlock (&mutex);

  g_free (key);
}

/**
 * cnscd_open_files_have: (skip)
 * @path: a file
 *
 * Returns: whether this process has it open as a database, by whatever name
 */
gboolean
cnscd_open_files_have (const char *path)
{
  gboolean found;

  g_mutex_lock (&mutex);
  found = have (path);
  g_mutex_unlock (&mutex);

  return found;
}

/**
 * cnscd_open_files_lock_unless_open: (skip)
 * @path: a file, of which there need be none
 *
 * Keeps this process from opening databases until cnscd_open_files_unlock(),
 * so that @path can be read meanwhile.
 *
 * Returns: %FALSE, and then nothing is locked, when it has @path open
 */
gboolean
cnscd_open_files_lock_unless_open (const char *path)
{
  g_mutex_lock (&mutex);
  if (!have (path))
    return TRUE;

  g_mutex_unlock (&mutex);
  return FALSE;
}

/**
 * cnscd_open_files_unlock: (skip)
 */
void
cnscd_open_files_unlock (void)
{
  g_mutex_unlock (&mutex);
}
