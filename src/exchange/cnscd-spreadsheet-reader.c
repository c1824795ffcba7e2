/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-workbook.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cnscd-csv-reader.h"
#include "cnscd-ods-reader.h"
#include "cnscd-spreadsheet-package.h"
#include "cnscd-spreadsheet-sniff.h"
#include "cnscd-xls-reader.h"
#include "cnscd-xlsx-reader.h"

/* Packed; as a text file also unpacked. Rosters have kilobytes. */
#define MAX_FILE_SIZE (128 * 1024 * 1024)

static char *
dup_display_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL ? g_filename_display_name (name) : g_strdup ("");
}

/* Not in the system's words: they come in its language and say nothing of what to do. */
static char *
describe_unreadable (const char *name, const GError *reason)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return g_strdup_printf (_ ("“%s” does not exist. Choose another file."), name);
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return g_strdup_printf (_ ("You do not have permission to open “%s”. Ask its owner for access, "
                               "or choose another file."),
                            name);
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return g_strdup_printf (_ ("“%s” is a folder. Choose the spreadsheet in it."), name);
  return g_strdup_printf (
    _ ("“%s” cannot be read. Check that the disk or network it is on can be reached."), name);
}

/* A cancelled read stays what it is; all else is told as a spreadsheet that cannot be read. */
static void
set_unreadable (GFile *file, GError *reason, GError **error)
{
  g_autofree char *name = dup_display_name (file);
  g_autofree char *message = NULL;

  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, reason);
      return;
    }
  g_debug ("“%s” cannot be read: %s", name, reason->message);
  message = describe_unreadable (name, reason);
  g_set_error_literal (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_UNREADABLE, message);
  g_error_free (reason);
}

/* Into memory: what was looked at is what is read, whoever writes to the file meanwhile. */
static GBytes *
load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autofree char *name = dup_display_name (file);
  GError *reason = NULL;
  GFileType type;
  gssize got;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
                            cancellable, &reason);
  if (info == NULL)
    {
      set_unreadable (file, reason, error);
      return NULL;
    }
  type = g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_STANDARD_TYPE);
  if (type != G_FILE_TYPE_REGULAR && type != G_FILE_TYPE_UNKNOWN)
    {
      g_set_error (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_UNREADABLE,
                   type == G_FILE_TYPE_DIRECTORY
                     ? _ ("“%s” is a folder. Choose the spreadsheet in it.")
                     : _ ("“%s” is not a regular file. Choose a spreadsheet."),
                   name);
      return NULL;
    }

  stream = g_file_read (file, cancellable, &reason);
  if (stream == NULL)
    {
      set_unreadable (file, reason, error);
      return NULL;
    }
  do
    {
      gsize length = content->len;

      g_byte_array_set_size (content, (guint) (length + 64 * 1024));
      got = g_input_stream_read (G_INPUT_STREAM (stream), content->data + length, 64 * 1024,
                                 cancellable, &reason);
      g_byte_array_set_size (content, (guint) (length + (gsize) MAX (got, 0)));
    }
  while (got > 0 && content->len <= MAX_FILE_SIZE);

  if (got < 0)
    {
      set_unreadable (file, reason, error);
      return NULL;
    }
  if (content->len > MAX_FILE_SIZE)
    {
      g_set_error (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_TOO_LARGE,
                   _ ("“%s” is larger than %d MB. Copy the table alone into a new file and save "
                      "that."),
                   name, MAX_FILE_SIZE / (1024 * 1024));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

static CnscdWorkbook *
read_package (GBytes *bytes, guint *n_rows, GCancellable *cancellable, GError **error)
{
  g_autoptr (CnscdPackage) package = cnscd_package_open (bytes, cancellable, error);
  CnscdSpreadsheetFormat format;

  if (package == NULL || !cnscd_spreadsheet_sniff_package (package, &format, error))
    return NULL;
  if (format == CNSCD_SPREADSHEET_ODS)
    return cnscd_ods_read (package, n_rows, error);
  return cnscd_xlsx_read (package, n_rows, error);
}

static CnscdWorkbook *
read_text (GFile *file, GBytes *bytes, guint *n_rows, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = dup_display_name (file);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return cnscd_csv_read (bytes, name, n_rows, cancellable, error);
}

/**
 * cnscd_workbook_read:
 * @file: a file
 * @cancellable: (nullable): ends the reading
 * @error: return location for a #CnscdSpreadsheetError or %G_IO_ERROR_CANCELLED
 *
 * Reads .xlsx, .ods, .xls and .csv, told apart by their content. Blocks. The file may be hostile:
 * it is not written to, nothing in it is run or followed, and its size is bounded by
 * CNSCD_WORKBOOK_MAX_*.
 *
 * Returns: (transfer full): all of the workbook, or %NULL
 */
CnscdWorkbook *
cnscd_workbook_read (GFile *file, GCancellable *cancellable, GError **error)
{
  return cnscd_workbook_read_counting (file, NULL, cancellable, error);
}

/**
 * cnscd_workbook_read_counting:
 * @file: a file
 * @n_rows: (nullable): set atomically to how many rows are read so far
 * @cancellable: (nullable): ends the reading
 * @error: return location for a #CnscdSpreadsheetError or %G_IO_ERROR_CANCELLED
 *
 * As cnscd_workbook_read(), for who shows how far it is.
 *
 * Returns: (transfer full): all of the workbook, or %NULL
 */
CnscdWorkbook *
cnscd_workbook_read_counting (GFile *file, guint *n_rows, GCancellable *cancellable, GError **error)
{
  g_autoptr (CnscdWorkbook) workbook = NULL;
  g_autoptr (GBytes) bytes = NULL;
  CnscdSpreadsheetFormat format;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = load (file, cancellable, error);
  if (bytes == NULL || !cnscd_spreadsheet_sniff (bytes, &format, error))
    return NULL;

  if (format == CNSCD_SPREADSHEET_PACKAGE)
    workbook = read_package (bytes, n_rows, cancellable, error);
  else if (format == CNSCD_SPREADSHEET_COMPOUND)
    workbook = cnscd_xls_read (bytes, n_rows, cancellable, error);
  else
    workbook = read_text (file, bytes, n_rows, cancellable, error);

  if (workbook == NULL || !cnscd_workbook_finish (workbook, error))
    return NULL;
  return g_steal_pointer (&workbook);
}

/**
 * cnscd_workbook_read_rows:
 * @rows: text from the clipboard: rows of a table, with tabs between the cells
 * @name: for the only sheet
 * @cancellable: (nullable): ends the reading
 * @error: return location for a #CnscdSpreadsheetError or %G_IO_ERROR_CANCELLED
 *
 * Reads what a spreadsheet program put into the clipboard. It may be hostile: its size is bounded
 * by %CNSCD_WORKBOOK_MAX_PASTE.
 *
 * Returns: (transfer full): a workbook of one sheet, or %NULL
 */
CnscdWorkbook *
cnscd_workbook_read_rows (GBytes *rows, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (CnscdWorkbook) workbook = NULL;
  gsize size = g_bytes_get_size (rows);

  if (size > CNSCD_WORKBOOK_MAX_PASTE)
    {
      g_set_error (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_TOO_LARGE,
                   _ ("The clipboard contains more than %d MB. Copy fewer rows, or save the table "
                      "and import the file."),
                   CNSCD_WORKBOOK_MAX_PASTE / (1024 * 1024));
      return NULL;
    }
  if (size == 0)
    {
      g_set_error_literal (
        error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_EMPTY,
        _ ("The clipboard contains no rows. Copy them in the spreadsheet program first."));
      return NULL;
    }
  workbook = cnscd_csv_read_rows (rows, name, cancellable, error);
  if (workbook == NULL || !cnscd_workbook_finish (workbook, error))
    return NULL;
  return g_steal_pointer (&workbook);
}
