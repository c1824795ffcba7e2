/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-backup.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "core/cnscd-clock.h"
#include "cnscd-backup-copy.h"
#include "cnscd-backup-folder.h"
#include "cnscd-database-file.h"
#include "cnscd-statement.h"

/* What was in the last backup, and its name. */
#define SETTING_BACKUP "backup"

#define TIME_FORMAT "%Y%m%d-%H%M%S"

static char *
dup_backup_path (const char *folder, const char *stem, const char *reason)
{
  g_autoptr (GDateTime) now = cnscd_clock_dup_date_time (cnscd_clock_get_time ());
  g_autofree char *time = g_date_time_format (now, TIME_FORMAT);
  g_autofree char *prefix = g_strdup_printf ("%s-%s-", stem, time);
  g_autoptr (GPtrArray) names = cnscd_backup_folder_find (folder, stem);
  g_autofree char *name = NULL;
  guint64 number = 0;

  for (guint i = 0; i < names->len; i++)
    {
      const char *other = g_ptr_array_index (names, i);

      if (g_str_has_prefix (other, prefix))
        number = MAX (number, cnscd_backup_folder_read_number (other + strlen (stem) + 1));
    }

  name = number == 0
           ? g_strdup_printf ("%s%s.db", prefix, reason)
           : g_strdup_printf ("%s%" G_GUINT64_FORMAT "-%s.db", prefix, number + 1, reason);
  return g_build_filename (folder, name, NULL);
}

/* Never @newest, which comes first when the computer's clock was set back. */
static void
remove_oldest (const char *folder, const char *stem, const char *newest)
{
  g_autoptr (GPtrArray) names = cnscd_backup_folder_find (folder, stem);
  guint n_left = names->len;

  for (guint i = 0; i < names->len && n_left > CNSCD_BACKUP_KEEP; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

      if (g_str_equal (path, newest))
        continue;
      cnscd_database_file_remove (path);
      n_left--;
    }
}

/* Changes with every change: journal, log and actions only grow, and a pull moves a setting. */
static char *
dup_state (CnscdDatabase *database, GError **error)
{
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (
    database,
    "SELECT format ('%d %d %d ', (SELECT max (seq) FROM outbox), (SELECT max (seq) FROM audit),"
    " (SELECT max (id) FROM action))"
    " || (SELECT coalesce (group_concat (name || '=' || value, char (10) ORDER BY name), '')"
    "  FROM setting WHERE name <> '" SETTING_BACKUP "')",
    error);

  if (statement == NULL || cnscd_statement_step (statement, error) != CNSCD_STEP_ROW)
    return NULL;

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, cnscd_statement_text (statement, 0), -1);
}

static void
note_backup (CnscdDatabase *database, const char *state, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *value = g_strdup_printf ("%s %s", state, name);
  g_autoptr (GError) error = NULL;

  /* The worst that a failure does is one backup more than needed. */
  if (!cnscd_database_set_setting (database, SETTING_BACKUP, value, &error))
    g_debug ("Backup not noted: %s", error->message);
}

static gboolean
is_reason (const char *reason)
{
  return *reason != '\0' && strspn (reason, "abcdefghijklmnopqrstuvwxyz-") == strlen (reason);
}

static char *
make_in (CnscdDatabase *database,
         const char *folder,
         const char *stem,
         const char *reason,
         GError **error)
{
  g_autofree char *state = NULL;
  g_autofree char *path = dup_backup_path (folder, stem, reason);

  state = dup_state (database, error);
  if (state == NULL || !cnscd_backup_copy (database, path, error))
    return NULL;

  note_backup (database, state, path);
  return g_steal_pointer (&path);
}

/**
 * cnscd_backup_make:
 * @database: a connection outside of a transaction
 * @reason: "exit", "import", "manual", "migration", "restore": small letters
 * @error: return location for a #CnscdStoreError
 *
 * Writes a backup named by time and reason into the database's backup folder,
 * for what may turn out to change nothing: cnscd_backup_settle() follows. What cannot be written
 * into the folder of cnscd_backup_set_folder() goes beside the database, and
 * cnscd_backup_get_missed_folder() says so.
 *
 * Returns: (transfer full) (nullable) (type filename): its path
 */
char *
cnscd_backup_make (CnscdDatabase *database, const char *reason, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *stem = NULL;
  char *path;

  g_return_val_if_fail (database != NULL && reason != NULL && is_reason (reason), NULL);

  if (database->backup_folder != NULL)
    {
      g_autofree char *abroad = cnscd_backup_folder_dup_stem_abroad (database->path);
      g_autoptr (GError) problem = NULL;

      path = make_in (database, database->backup_folder, abroad, reason, &problem);
      if (path != NULL)
        {
          database->missed_backup_folder = FALSE;
          return path;
        }
      g_debug ("No backup in the chosen folder: %s", problem->message);
    }

  folder = cnscd_backup_dup_folder (database->path);
  stem = cnscd_backup_folder_dup_stem (database->path);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FAILED,
                   _ ("The backup folder “%s” could not be created. Check the permissions of the "
                      "folder above it."),
                   folder);
      return NULL;
    }

  path = make_in (database, folder, stem, reason, error);
  if (path != NULL && database->backup_folder != NULL)
    database->missed_backup_folder = TRUE;
  return path;
}

/**
 * cnscd_backup_settle:
 * @database: a connection outside of a transaction
 * @path: (type filename): of cnscd_backup_make()
 * @wanted: whether something was changed since
 *
 * Keeps a backup and removes the oldest beyond %CNSCD_BACKUP_KEEP, or removes
 * the new one, which the database still is like.
 */
void
cnscd_backup_settle (CnscdDatabase *database, const char *path, gboolean wanted)
{
  g_autofree char *folder = NULL;
  g_autofree char *stem = NULL;

  g_return_if_fail (database != NULL && path != NULL);

  if (!wanted)
    {
      cnscd_database_file_remove (path);
      return;
    }

  folder = g_path_get_dirname (path);
  stem = g_strcmp0 (folder, database->backup_folder) == 0
           ? cnscd_backup_folder_dup_stem_abroad (database->path)
           : cnscd_backup_folder_dup_stem (database->path);
  remove_oldest (folder, stem, path);
}

/**
 * cnscd_backup_rotate:
 * @database: a connection outside of a transaction
 * @reason: as for cnscd_backup_make()
 * @error: return location for a #CnscdStoreError
 *
 * Makes a backup and removes the oldest beyond %CNSCD_BACKUP_KEEP.
 *
 * Returns: (transfer full) (nullable) (type filename): its path
 */
char *
cnscd_backup_rotate (CnscdDatabase *database, const char *reason, GError **error)
{
  char *path = cnscd_backup_make (database, reason, error);

  if (path != NULL)
    cnscd_backup_settle (database, path, TRUE);
  return path;
}

/**
 * cnscd_backup_is_due:
 * @database: a connection
 * @due: (out): whether something changed since the last rotating backup, or
 *   that is gone
 * @error: return location for a #CnscdStoreError
 *
 * Lets an exit without changes write no backup.
 *
 * Returns: whether it could be told
 */
gboolean
cnscd_backup_is_due (CnscdDatabase *database, gboolean *due, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *state = NULL;
  g_autofree char *noted = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  const char *name;

  g_return_val_if_fail (database != NULL && due != NULL, FALSE);

  state = dup_state (database, error);
  if (state == NULL)
    return FALSE;

  noted = cnscd_database_get_setting (database, SETTING_BACKUP, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  *due = TRUE;
  name = noted != NULL ? strchr (noted, ' ') : NULL;
  if (name != NULL && g_str_has_prefix (noted, state))
    {
      /* What was written while a chosen folder was away is wanted there, too, when it is back. */
      if (database->backup_folder != NULL && g_access (database->backup_folder, W_OK) == 0)
        folder = g_strdup (database->backup_folder);
      else
        folder = cnscd_backup_dup_folder (database->path);
      path = g_build_filename (folder, name + 1, NULL);
      *due = !g_file_test (path, G_FILE_TEST_EXISTS);
    }

  return TRUE;
}

/**
 * cnscd_backup_check_target:
 * @database: a connection
 * @path: where somebody wants a backup: a new file, or a backup to be replaced
 * @error: return location for a #CnscdStoreError
 *
 * Refuses the database itself, a file that is no database of this program,
 * and a folder that is not there or may not be written.
 *
 * Returns: whether a backup may be written there
 */
gboolean
cnscd_backup_check_target (CnscdDatabase *database, const char *path, GError **error)
{
  g_autofree char *canonical = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (GError) problem = NULL;

  g_return_val_if_fail (database != NULL && path != NULL, FALSE);

  canonical = g_canonicalize_filename (path, NULL);
  folder = g_path_get_dirname (canonical);
  if (cnscd_database_file_is_same (canonical, database->path))
    {
      g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID,
                   _ ("“%s” is the database itself. Choose another name for the backup."),
                   canonical);
      return FALSE;
    }
  if (g_access (folder, W_OK) != 0)
    {
      g_set_error (
        error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FAILED,
        _ ("“%s” could not be created: %s. Choose another folder or ask for write access."),
        canonical, g_strerror (errno));
      return FALSE;
    }

  /* A damaged or newer backup is one all the same. */
  if (cnscd_database_file_look (canonical, &problem) == CNSCD_FILE_REFUSED &&
      !g_error_matches (problem, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_DAMAGED) &&
      !g_error_matches (problem, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NEWER))
    {
      if (g_error_matches (problem, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FOREIGN))
        g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FOREIGN,
                     _ ("“%s” is a file of another kind and was not replaced. Choose another name "
                        "for the backup."),
                     canonical);
      else
        g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  return TRUE;
}

/**
 * cnscd_backup_write:
 * @database: a connection outside of a transaction
 * @path: as for cnscd_backup_check_target(), which it asks
 * @error: return location for a #CnscdStoreError
 *
 * Writes a backup wherever somebody wants it.
 *
 * Returns: whether there is a whole backup at @path
 */
gboolean
cnscd_backup_write (CnscdDatabase *database, const char *path, GError **error)
{
  g_autofree char *canonical = NULL;

  g_return_val_if_fail (database != NULL && path != NULL, FALSE);

  canonical = g_canonicalize_filename (path, NULL);
  return cnscd_backup_check_target (database, canonical, error) &&
         cnscd_backup_copy (database, canonical, error);
}
