/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-spreadsheet.h"

#include <stdarg.h>
#include <string.h>

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>

#define RELATIONSHIPS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static void
add_part (struct archive *archive, const char *name, const char *content)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) strlen (content));
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, content, strlen (content)), ==,
                   (la_ssize_t) strlen (content));
  archive_entry_free (entry);
}

/**
 * cnscd_test_package_build:
 * @name: the first part's name
 * @...: its content, then further names and contents, ended by %NULL
 *
 * Returns: (transfer full): a zip of them
 */
GBytes *
cnscd_test_package_build (const char *name, ...)
{
  struct archive *archive = archive_write_new ();
  gsize capacity = 1024 * 1024;
  gsize used = 0;
  va_list arguments;
  char *buffer;

  va_start (arguments, name);
  va_arg (arguments, const char *);
  for (const char *part = va_arg (arguments, const char *); part != NULL;
       part = va_arg (arguments, const char *))
    capacity += strlen (va_arg (arguments, const char *));
  va_end (arguments);

  buffer = g_malloc (capacity);
  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, capacity, &used), ==, ARCHIVE_OK);
  va_start (arguments, name);
  for (const char *part = name; part != NULL; part = va_arg (arguments, const char *))
    add_part (archive, part, va_arg (arguments, const char *));
  va_end (arguments);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return g_bytes_new_take (buffer, used);
}

/**
 * cnscd_test_xlsx_build:
 * @sheet_data: what stands within the root element of the only sheet, "A"
 * @shared_strings: (nullable): the items of the shared strings
 * @cell_formats: (nullable): what stands within the root element of the styles
 * @workbook_properties: (nullable): an element before the sheets
 *
 * Returns: (transfer full): an .xlsx
 */
GBytes *
cnscd_test_xlsx_build (const char *sheet_data,
                       const char *shared_strings,
                       const char *cell_formats,
                       const char *workbook_properties)
{
  g_autofree char *workbook =
    g_strdup_printf ("<workbook xmlns='" CNSCD_TEST_MAIN_NS "' xmlns:r='" RELATIONSHIPS "'>%s"
                     "<sheets><sheet name='A' sheetId='1' r:id='rId1'/></sheets></workbook>",
                     workbook_properties != NULL ? workbook_properties : "");
  g_autofree char *sheet =
    g_strdup_printf ("<?xml version='1.0' encoding='UTF-8'?><worksheet xmlns='" CNSCD_TEST_MAIN_NS
                     "'>%s</worksheet>",
                     sheet_data);
  g_autofree char *strings = g_strdup_printf ("<sst xmlns='" CNSCD_TEST_MAIN_NS "'>%s</sst>",
                                              shared_strings != NULL ? shared_strings : "");
  g_autofree char *styles =
    g_strdup_printf ("<styleSheet xmlns='" CNSCD_TEST_MAIN_NS "'>%s</styleSheet>",
                     cell_formats != NULL ? cell_formats : "");

  return cnscd_test_package_build (
    "[Content_Types].xml", "<Types/>", "_rels/.rels",
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    "<Relationship Id='a' Type='" RELATIONSHIPS "/officeDocument' Target='xl/workbook.xml'/>"
    "</Relationships>",
    "xl/workbook.xml", workbook, "xl/_rels/workbook.xml.rels",
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    "<Relationship Id='rId1' Type='" RELATIONSHIPS "/worksheet' Target='worksheets/one.xml'/>"
    "<Relationship Id='rId2' Type='" RELATIONSHIPS "/sharedStrings' Target='sharedStrings.xml'/>"
    "<Relationship Id='rId3' Type='" RELATIONSHIPS "/styles' Target='styles.xml'/>"
    "</Relationships>",
    "xl/worksheets/one.xml", sheet, "xl/sharedStrings.xml", strings, "xl/styles.xml", styles, NULL);
}

/**
 * cnscd_test_ods_build:
 * @tables: styles, the element of the body, and the tables in it
 *
 * Returns: (transfer full): an .ods
 */
GBytes *
cnscd_test_ods_build (const char *tables)
{
  g_autofree char *content = g_strdup_printf (
    "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
    "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "
    "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "
    "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
    "xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' "
    "xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'>"
    "%s</office:document-content>",
    tables);

  return cnscd_test_package_build ("mimetype", "application/vnd.oasis.opendocument.spreadsheet",
                                   "content.xml", content, NULL);
}

/**
 * cnscd_test_sample_load:
 * @name: a file in tests/data/samples
 *
 * Returns: (transfer full): its content
 */
GBytes *
cnscd_test_sample_load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", name, NULL);
  g_autoptr (GError) error = NULL;
  char *content;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (content, length);
}

/**
 * cnscd_test_read:
 * @bytes: a file's content
 * @name: the name it is given meanwhile
 * @error: return location for what cnscd_workbook_read() says
 *
 * Returns: (transfer full): the workbook
 */
CnscdWorkbook *
cnscd_test_read (GBytes *bytes, const char *name, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("cnscd-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  CnscdWorkbook *workbook;

  g_assert_true (g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                           (gssize) g_bytes_get_size (bytes),
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  workbook = cnscd_workbook_read (file, NULL, error);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return workbook;
}

/**
 * cnscd_test_workbook_print:
 * @workbook: a workbook
 *
 * Returns: (transfer full): a line a sheet, cell and merge: "[A]", "B2=text", "C3:date=…", "D4+E5"
 */
char *
cnscd_test_workbook_print (const CnscdWorkbook *workbook)
{
  static const char *const types[] = { "", ":number", ":date", ":boolean", ":error" };
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const CnscdSheet *sheet = g_ptr_array_index (workbook->sheets, i);

      g_string_append_printf (lines, "[%s]%s\n", sheet->name, sheet->hidden ? " hidden" : "");
      for (guint j = 0; j < sheet->cells->len; j++)
        {
          const CnscdCell *cell = &g_array_index (sheet->cells, CnscdCell, j);
          g_autofree char *text = cnscd_cell_dup_text (cell);

          g_string_append_printf (lines, "%u,%u%s=%s\n", cell->row, cell->column, types[cell->type],
                                  text);
        }
      for (guint j = 0; j < sheet->merges->len; j++)
        {
          const CnscdCellRange *range = &g_array_index (sheet->merges, CnscdCellRange, j);

          g_string_append_printf (lines, "%u,%u+%u,%u\n", range->first_row, range->first_column,
                                  range->last_row, range->last_column);
        }
    }
  return g_string_free (lines, FALSE);
}

/**
 * cnscd_test_workbook_check:
 * @workbook: a workbook
 *
 * Asserts what holds for every workbook that was read, whatever the file.
 */
void
cnscd_test_workbook_check (const CnscdWorkbook *workbook)
{
  gsize n_cells = 0;

  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const CnscdSheet *sheet = g_ptr_array_index (workbook->sheets, i);

      g_assert_true (g_utf8_validate (sheet->name, -1, NULL));
      n_cells += sheet->cells->len;
      for (guint j = 0; j < sheet->cells->len; j++)
        {
          const CnscdCell *cell = &g_array_index (sheet->cells, CnscdCell, j);

          g_assert_cmpuint (cell->row, <, CNSCD_WORKBOOK_MAX_ROWS);
          g_assert_cmpuint (cell->column, <, CNSCD_WORKBOOK_MAX_COLUMNS);
          g_assert_true (cnscd_sheet_find (sheet, cell->row, cell->column) == cell);
          if (cell->type == CNSCD_CELL_TEXT || cell->type == CNSCD_CELL_ERROR)
            {
              g_assert_true (g_utf8_validate (cell->text, -1, NULL));
              g_assert_cmpuint (strlen (cell->text), <=, CNSCD_WORKBOOK_MAX_TEXT);
            }
        }
    }
  g_assert_cmpuint (n_cells, ==, workbook->n_cells);
  g_assert_cmpuint (n_cells, >, 0);
}
