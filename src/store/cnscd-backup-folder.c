/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-backup-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "core/cnscd-clock.h"
#include "cnscd-backup.h"
#include "cnscd-database-private.h"

/* Where backups lie, and which ones. */

#define NAME_PATTERN "-[0-9]{8}-[0-9]{6}(-[0-9]+)?-[a-z-]+\\.db$"

/* @user_data: where in a name its time begins. */
static int
compare_names (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const char *one = *(const char *const *) a + GPOINTER_TO_SIZE (user_data);
  const char *other = *(const char *const *) b + GPOINTER_TO_SIZE (user_data);
  int order = strncmp (one, other, CNSCD_BACKUP_TIME_LENGTH);

  if (order != 0)
    return order;
  return (cnscd_backup_folder_read_number (one) > cnscd_backup_folder_read_number (other)) -
         (cnscd_backup_folder_read_number (one) < cnscd_backup_folder_read_number (other));
}

static gint64
parse_time (const char *name)
{
  int year, month, day, hour, minute, second;
  g_autoptr (GTimeZone) zone = cnscd_clock_dup_zone ();
  g_autoptr (GDateTime) time = NULL;

  if (sscanf (name, "%4d%2d%2d-%2d%2d%2d", &year, &month, &day, &hour, &minute, &second) != 6)
    return 0;

  time = g_date_time_new (zone, year, month, day, hour, minute, second);
  return time != NULL ? g_date_time_to_unix (time) : 0;
}

static void
add_backups (GPtrArray *backups, const char *folder, const char *stem)
{
  g_autoptr (GPtrArray) names = cnscd_backup_folder_find (folder, stem);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      const char *reason = name + strlen (stem) + 1 + CNSCD_BACKUP_TIME_LENGTH;
      CnscdBackup *backup = g_new0 (CnscdBackup, 1);
      GStatBuf status;

      reason += strspn (reason, "0123456789-");
      backup->path = g_build_filename (folder, name, NULL);
      backup->reason = g_strndup (reason, strlen (reason) - strlen (".db"));
      backup->at = parse_time (name + strlen (stem) + 1);
      backup->size = g_stat (backup->path, &status) == 0 ? status.st_size : 0;
      g_ptr_array_add (backups, backup);
    }
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const CnscdBackup *one = *(const CnscdBackup *const *) a;
  const CnscdBackup *other = *(const CnscdBackup *const *) b;

  if (one->at != other->at)
    return one->at > other->at ? -1 : 1;
  return -strcmp (one->path, other->path);
}

/*< private >
 * cnscd_backup_folder_dup_stem:
 *
 * Returns: (transfer full): what the names of the backups beside the database begin with
 */
char *
cnscd_backup_folder_dup_stem (const char *database_path)
{
  char *stem = g_path_get_basename (database_path);

  if (g_str_has_suffix (stem, ".db"))
    stem[strlen (stem) - strlen (".db")] = '\0';

  return stem;
}

/*< private >
 * cnscd_backup_folder_dup_stem_abroad:
 *
 * In a folder that somebody chose, as on a memory stick, the backups of other
 * computers may lie, whose database has the same name: each keeps its own.
 *
 * Returns: (transfer full): what the names of the backups in a chosen folder begin with
 */
char *
cnscd_backup_folder_dup_stem_abroad (const char *database_path)
{
  g_autofree char *stem = cnscd_backup_folder_dup_stem (database_path);
  g_autofree char *computer = NULL;
  g_autofree char *place = NULL;
  g_autofree char *sum = NULL;

  if (!g_file_get_contents ("/etc/machine-id", &computer, NULL, NULL))
    computer = g_strdup (g_get_host_name ());
  place = g_strconcat (computer, "\n", database_path, NULL);
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, place, -1);
  return g_strdup_printf ("%s-%.8s", stem, sum);
}

/*< private >
 * cnscd_backup_folder_read_number:
 *
 * Returns: which of its second, from 1: "cnscd-20260102-030405-2-import.db" is the second
 */
guint64
cnscd_backup_folder_read_number (const char *time)
{
  return MAX (g_ascii_strtoull (time + CNSCD_BACKUP_TIME_LENGTH, NULL, 10), 1);
}

/*< private >
 * cnscd_backup_folder_find:
 *
 * Returns: (transfer full) (element-type utf8): names of the backups that begin with
 *   @stem only, the oldest first; whatever else somebody put there stays
 */
GPtrArray *
cnscd_backup_folder_find (const char *folder, const char *stem)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *escaped = g_regex_escape_string (stem, -1);
  g_autofree char *pattern = g_strconcat ("^", escaped, NAME_PATTERN, NULL);
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_RAW, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_regex_match (regex, name, 0, NULL))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort_with_data (names, compare_names, GSIZE_TO_POINTER (strlen (stem) + 1));

  return names;
}

/**
 * cnscd_backup_dup_folder:
 * @database_path: a database
 *
 * Returns: (transfer full): the folder of its rotating backups
 */
char *
cnscd_backup_dup_folder (const char *database_path)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (database_path != NULL, NULL);

  folder = g_path_get_dirname (database_path);
  return g_build_filename (folder, "backups", NULL);
}

/**
 * cnscd_backup_free:
 * @backup: (transfer full): a backup
 */
void
cnscd_backup_free (CnscdBackup *backup)
{
  g_free (backup->path);
  g_free (backup->reason);
  g_free (backup);
}

/**
 * cnscd_backup_set_folder:
 * @database: a connection
 * @folder: (nullable) (type filename): where its rotating backups go; %NULL for
 *   cnscd_backup_dup_folder()
 *
 * Lets the backups lie on another disk. The folder must be there when one is
 * written: a name that nothing is mounted at would keep them on the same disk.
 */
void
cnscd_backup_set_folder (CnscdDatabase *database, const char *folder)
{
  g_return_if_fail (database != NULL);

  if (g_set_str (&database->backup_folder, folder))
    database->missed_backup_folder = FALSE;
}

/**
 * cnscd_backup_get_missed_folder:
 * @database: a connection
 *
 * Returns: (nullable) (transfer none) (type filename): the chosen folder, if the last backup
 *   could not be written there and lies beside the database
 */
const char *
cnscd_backup_get_missed_folder (CnscdDatabase *database)
{
  g_return_val_if_fail (database != NULL, NULL);

  return database->missed_backup_folder ? database->backup_folder : NULL;
}

/**
 * cnscd_backup_check_folder:
 * @folder: (type filename): a folder
 * @error: return location for a #CnscdStoreError
 *
 * Tries it: what permissions say is not the whole truth on other file systems.
 *
 * Returns: whether backups can be written there
 */
gboolean
cnscd_backup_check_folder (const char *folder, GError **error)
{
  g_autofree char *path = NULL;
  int fd;

  g_return_val_if_fail (folder != NULL, FALSE);

  path = g_build_filename (folder, ".cnscd-XXXXXX", NULL);
  fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FAILED,
                   _ ("Backups cannot be written to “%s”: %s. Choose another folder."), folder,
                   g_strerror (errno));
      return FALSE;
    }

  close (fd);
  g_unlink (path);
  return TRUE;
}

/**
 * cnscd_backup_list:
 * @database: a connection
 *
 * Returns: (transfer full) (element-type CnscdBackup): its rotating backups, in the chosen
 *   folder and beside the database, the newest first
 */
GPtrArray *
cnscd_backup_list (CnscdDatabase *database)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_backup_free);
  g_autofree char *folder = NULL;
  g_autofree char *stem = NULL;

  g_return_val_if_fail (database != NULL, backups);

  folder = cnscd_backup_dup_folder (database->path);
  stem = cnscd_backup_folder_dup_stem (database->path);
  add_backups (backups, folder, stem);
  if (database->backup_folder != NULL)
    {
      g_autofree char *abroad = cnscd_backup_folder_dup_stem_abroad (database->path);

      add_backups (backups, database->backup_folder, abroad);
    }
  g_ptr_array_sort (backups, compare_newest_first);
  return backups;
}

/**
 * cnscd_backup_read_time:
 * @path: (type filename): a backup
 *
 * Returns: of when it is, by its name or else by when the file was written: Unix
 *   time in seconds, 0 where there is none
 */
gint64
cnscd_backup_read_time (const char *path)
{
  g_autofree char *name = NULL;
  g_autoptr (GRegex) regex = g_regex_new (NAME_PATTERN, G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  int start = 0;
  gint64 at = 0;
  GStatBuf status;

  g_return_val_if_fail (path != NULL, 0);

  name = g_path_get_basename (path);
  if (g_regex_match (regex, name, 0, &match) && g_match_info_fetch_pos (match, 0, &start, NULL))
    at = parse_time (name + start + 1);
  if (at == 0 && g_stat (path, &status) == 0)
    at = status.st_mtime;
  return at;
}
