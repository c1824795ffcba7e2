/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-open-files.h"

#include <glib/gstdio.h>

/*
 * The databases that this process has open. POSIX drops every lock of a
 * process on a file as soon as it closes any descriptor of that file, SQLite's
 * locks too (https://sqlite.org/howtocorrupt.html, 2.2): such a file must not
 * be opened but through SQLite, which takes care of that.
 */
static GMutex mutex;
static GHashTable *files; /* "device inode" → number of connections */

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

/**
 * cnscd_open_files_add: (skip)
 * @path: a file that SQLite is about to open
 *
 * Returns: (transfer full) (nullable): the file, for
 *   cnscd_open_files_remove(); %NULL when there is none
 */
char *
cnscd_open_files_add (const char *path)
{
  char *file = dup_file (path);

  if (file == NULL)
    return NULL;

  g_mutex_lock (&mutex);
  if (files == NULL)
    files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_insert (files, g_strdup (file),
                       GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (files, file)) + 1));
  g_mutex_unlock (&mutex);

  return file;
}

/**
 * cnscd_open_files_remove: (skip)
 * @file: (transfer full) (nullable): a file that SQLite has closed
 */
void
cnscd_open_files_remove (char *file)
{
  guint n;

  if (file == NULL)
    return;

  g_mutex_lock (&mutex);
  n = GPOINTER_TO_UINT (g_hash_table_lookup (files, file));
  if (n > 1)
    g_hash_table_insert (files, g_strdup (file), GUINT_TO_POINTER (n - 1));
  else
    g_hash_table_remove (files, file);
  if (g_hash_table_size (files) == 0)
    g_clear_pointer (&files, g_hash_table_unref);
  g_mutex_unlock (&mutex);

  g_free (file);
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
