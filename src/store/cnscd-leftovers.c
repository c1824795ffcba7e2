/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-leftovers.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cnscd-backup.h"

/* Nothing that this program writes takes so long. */
#define MAX_AGE (24 * 60 * 60) /* s */

#define ID       "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
#define JOURNALS "(-wal|-shm|-journal)?$"

static void
remove_old (const char *folder, const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_RAW | G_REGEX_DOLLAR_ENDONLY, 0, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = NULL;
      GStatBuf status;

      if (!g_regex_match (regex, name, 0, NULL))
        continue;

      path = g_build_filename (folder, name, NULL);
      if (g_lstat (path, &status) == 0 && S_ISREG (status.st_mode) &&
          now - (gint64) status.st_mtime > MAX_AGE && g_unlink (path) != 0)
        g_debug ("%s stays", path);
    }
}

/**
 * cnscd_leftovers_remove: (skip)
 * @database_path: a database
 *
 * Removes what a program that was killed left of a new database, of a backup
 * or of a restore: whole copies of people's data that nobody would find. What
 * is younger than a day may still be in the making.
 */
void
cnscd_leftovers_remove (const char *database_path)
{
  g_autofree char *folder = g_path_get_dirname (database_path);
  g_autofree char *backups = cnscd_backup_dup_folder (database_path);
  g_autofree char *base = g_path_get_basename (database_path);
  g_autofree char *stem =
    g_strndup (base, strlen (base) - (g_str_has_suffix (base, ".db") ? strlen (".db") : 0));
  g_autofree char *escaped_base = g_regex_escape_string (base, -1);
  g_autofree char *escaped_stem = g_regex_escape_string (stem, -1);
  g_autofree char *beside = g_strdup_printf (
    "^(%s\\.new-" ID "|\\.restore-" ID "\\.db(\\.new-" ID ")?)" JOURNALS, escaped_base);
  g_autofree char *in_backups = g_strdup_printf (
    "^%s-[0-9]{8}-[0-9]{6}(-[0-9]+)?-[a-z-]+\\.db\\.new-" ID JOURNALS, escaped_stem);

  remove_old (folder, beside);
  remove_old (backups, in_backups);
}
