/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-spreadsheet-sniff.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cnscd-workbook.h"

/* Where a web page says that it is one. */
#define PREFIX_SIZE 2048

static gboolean
starts_with (const char *data, gsize size, const char *magic, gsize length)
{
  return size >= length && memcmp (data, magic, length) == 0;
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_UNSUPPORTED,
                       message);
  return FALSE;
}

/* Web systems write tables of HTML, or Excel 2003's XML, and call them .xls. */
static gboolean
is_markup (const char *data, gsize size)
{
  static const char *const words[] = { "<html", "<!doctype", "<table",    "<head",  "<meta",
                                       "<body", "<?xml",     "<?mso",     "<style", "<div",
                                       "<!--",  "<tr",       "<workbook", NULL };
  g_autoptr (GString) text = g_string_sized_new (PREFIX_SIZE);
  const char *c;

  /* UTF-16 by leaving its NULs out. */
  for (gsize i = 0; i < MIN (size, PREFIX_SIZE); i++)
    if (data[i] != '\0')
      g_string_append_c (text, g_ascii_tolower (data[i]));
  c = text->str;
  if (g_str_has_prefix (c, "\xef\xbb\xbf"))
    c += 3;
  else if (g_str_has_prefix (c, "\xff\xfe") || g_str_has_prefix (c, "\xfe\xff"))
    c += 2;
  while (g_ascii_isspace (*c))
    c++;
  if (g_str_has_prefix (c, "mime-version:"))
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (c, words[i]))
      return TRUE;
  return FALSE;
}

/**
 * cnscd_spreadsheet_sniff:
 * @bytes: a whole file
 * @format: (out): what it is by its first bytes, whatever its name
 * @error: return location for a #CnscdSpreadsheetError
 *
 * Returns: %FALSE when it is empty or surely something that is not read here
 */
gboolean
cnscd_spreadsheet_sniff (GBytes *bytes, CnscdSpreadsheetFormat *format, GError **error)
{
  static const struct
  {
    const char *magic;
    gsize length;
  } others[] = {
    { "%PDF-", 5 },
    { "\x89PNG", 4 },
    { "\xff\xd8\xff", 3 },
    { "GIF8", 4 },
    { "{\\rtf", 5 },
    { "Rar!", 4 },
    { "7z\xbc\xaf\x27\x1c", 6 },
    { "\x1f\x8b", 2 },
    { "II*\0", 4 },
    { "MM\0*", 4 },
    { "\x7f"
      "ELF",
      4 },
    { "SQLite format 3", 15 },
    { "\x09\x00\x04\x00", 4 },
    { "\x09\x02\x06\x00", 4 },
    { "\x09\x04\x06\x00", 4 },
    { "\x09\x08", 2 },
    { "BM", 2 },
  };
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size == 0)
    {
      g_set_error_literal (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_EMPTY,
                           _ ("The file is empty. Choose the file that contains the table, or get "
                              "it again from where it came."));
      return FALSE;
    }
  if (starts_with (data, size, "PK\003\004", 4) || starts_with (data, size, "PK\005\006", 4))
    {
      *format = CNSCD_SPREADSHEET_PACKAGE;
      return TRUE;
    }
  if (starts_with (data, size, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8))
    {
      *format = CNSCD_SPREADSHEET_COMPOUND;
      return TRUE;
    }
  if (is_markup (data, size))
    return refuse (error, _ ("The file is a web page that was given the name of a spreadsheet. "
                             "Open it in a spreadsheet program and save it as .xlsx."));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (starts_with (data, size, others[i].magic, others[i].length) &&
        (others[i].length > 2 || memchr (data, '\0', MIN (size, 64)) != NULL))
      return refuse (
        error,
        _ ("The file is not a spreadsheet. Choose a file that ends in .xlsx, .ods, .xls or .csv."));

  *format = CNSCD_SPREADSHEET_TEXT;
  return TRUE;
}

/**
 * cnscd_spreadsheet_sniff_package:
 * @package: a package
 * @format: (out): %CNSCD_SPREADSHEET_XLSX or %CNSCD_SPREADSHEET_ODS
 * @error: return location for a #CnscdSpreadsheetError
 *
 * Returns: %FALSE when the package is no spreadsheet, or cannot be read
 */
gboolean
cnscd_spreadsheet_sniff_package (CnscdPackage *package,
                                 CnscdSpreadsheetFormat *format,
                                 GError **error)
{
  const char *mimetype = cnscd_package_find (package, "mimetype");

  if (cnscd_package_find (package, "[Content_Types].xml") != NULL)
    {
      if (cnscd_package_has_prefix (package, "word/") || cnscd_package_has_prefix (package, "ppt/"))
        return refuse (error, _ ("The file is a text document or a presentation. Copy its table "
                                 "into a spreadsheet program and save that as .xlsx."));
      if (cnscd_package_find (package, "xl/workbook.bin") != NULL)
        return refuse (error, _ ("The file is a binary workbook (.xlsb). Open it in a spreadsheet "
                                 "program and save it as .xlsx."));
      *format = CNSCD_SPREADSHEET_XLSX;
      return TRUE;
    }

  if (mimetype != NULL)
    {
      g_autoptr (GBytes) type = cnscd_package_read (package, mimetype, 128, error);
      const char *data;
      gsize size;

      if (type == NULL)
        return FALSE;
      data = g_bytes_get_data (type, &size);
      if (g_strstr_len (data, (gssize) size, "application/vnd.oasis.opendocument.spreadsheet") !=
          NULL)
        {
          *format = CNSCD_SPREADSHEET_ODS;
          return TRUE;
        }
    }
  return refuse (error, _ ("The file is an archive or a document of another kind. Unpack it, or "
                           "choose a file that ends in .xlsx, .ods, .xls or .csv."));
}
