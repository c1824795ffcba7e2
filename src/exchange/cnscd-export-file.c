/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-export-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "cnscd-workbook.h"
#include "store/cnscd-audit.h"

/* Written beside the file and renamed. People's data: for nobody but who exports them, until he
 * gives the file away himself. */
static gboolean
write_file (GFile *file, GBytes *bytes, GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  /* In the words of the name that was given, not of the one beside it. */
  if (folder != NULL && access (folder, W_OK) != 0)
    {
      int code = errno;
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                   _ ("“%s” cannot be written: %s."), name, g_strerror (code));
      return FALSE;
    }
  if (path != NULL)
    return g_file_set_contents_full (path, data, (gssize) size,
                                     G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                     0600, error);
  return g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL,
                                  error);
}

/**
 * cnscd_export_has_ending: (skip)
 * @file: a file
 * @ending: in small letters: ".ics"
 *
 * Returns: whether its name ends so, in small letters or capitals
 */
gboolean
cnscd_export_has_ending (GFile *file, const char *ending)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return lower != NULL && g_str_has_suffix (lower, ending);
}

/**
 * cnscd_export_choose_format: (skip)
 * @file: the file to write
 * @format: (out): the kind that its name asks for
 * @error: return location for a #CnscdSpreadsheetError
 *
 * Returns: whether the name asks for a spreadsheet
 */
gboolean
cnscd_export_choose_format (GFile *file, CnscdTableFormat *format, GError **error)
{
  *format =
    cnscd_export_has_ending (file, ".xlsx") ? CNSCD_TABLE_FORMAT_XLSX : CNSCD_TABLE_FORMAT_CSV;
  if (*format == CNSCD_TABLE_FORMAT_XLSX || cnscd_export_has_ending (file, ".csv"))
    return TRUE;

  g_set_error_literal (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_UNSUPPORTED,
                       _ ("The file name must end in .xlsx or .csv."));
  return FALSE;
}

/**
 * cnscd_export_check_file: (skip)
 * @database: the database
 * @file: the file to write
 * @error: return location for a #CnscdStoreError
 *
 * Returns: whether @file is none of the database's own
 */
gboolean
cnscd_export_check_file (CnscdDatabase *database, GFile *file, GError **error)
{
  const char *path = g_file_peek_path (file);

  return path == NULL || cnscd_database_check_output (database, path, error);
}

/**
 * cnscd_export_write: (skip)
 * @database: the database
 * @subject: what is exported: "members"
 * @unit: (nullable): code of the commune it is of
 * @n_people: how many people it is about
 * @file: the file to write
 * @bytes: what it shall hold
 * @cancellable: (nullable): to give up before the file is written
 * @error: return location for a #CnscdStoreError, #GFileError or #GIOErrorEnum
 *
 * Writes the entry in the audit log first, and takes it back when the file
 * cannot be written.
 *
 * Returns: whether both were written. If not, the file is as it was before,
 *   but for one case: when the disk refuses the entry's very commit, the new
 *   file is there, and @error says so
 */
gboolean
cnscd_export_write (CnscdDatabase *database,
                    const char *subject,
                    const char *unit,
                    gint64 n_people,
                    GFile *file,
                    GBytes *bytes,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *detail =
    unit != NULL ? g_strdup_printf ("%s (%s)", name, unit) : g_strdup (name);

  if (!cnscd_database_begin (database, error))
    return FALSE;
  if (!cnscd_audit_add (database, "export", subject, detail, n_people, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error) || !write_file (file, bytes, error))
    {
      cnscd_database_rollback (database);
      return FALSE;
    }
  if (!cnscd_database_commit (database, error))
    {
      g_prefix_error (error, _ ("“%s” was written, but not recorded in the log. "), name);
      return FALSE;
    }
  return TRUE;
}
