/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-database.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cnscd-backup.h"
#include "cnscd-database-file.h"

/**
 * cnscd_database_check_output:
 * @database: a connection
 * @path: a file about to be written: a PDF, a spreadsheet
 * @error: return location for a %CNSCD_STORE_ERROR_INVALID
 *
 * Keeps a slip in a file's name from destroying what the program is there to
 * keep: the database, what SQLite has beside it, and the rotating backups,
 * also under another name of the same file.
 *
 * Returns: whether @path may be written
 */
gboolean
cnscd_database_check_output (CnscdDatabase *database, const char *path, GError **error)
{
  const char *own = cnscd_database_get_path (database);
  g_autofree char *canonical = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (canonical);
  g_autofree char *backups = cnscd_backup_dup_folder (own);
  gboolean taken =
    cnscd_database_file_is_same (canonical, own) || cnscd_database_file_is_same (folder, backups);

  for (gsize i = 0; !taken && i < 3; i++)
    {
      g_autofree char *beside =
        g_strconcat (own, (const char *const[]) { "-wal", "-shm", "-journal" }[i], NULL);

      taken = cnscd_database_file_is_same (canonical, beside);
    }
  if (!taken)
    return TRUE;

  g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID,
               _ ("“%s” belongs to the database and was not replaced. Choose another name."),
               canonical);
  return FALSE;
}
