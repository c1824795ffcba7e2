/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-xlsx-writer.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <xlsxwriter.h>

struct _CnscdXlsxWriter
{
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  lxw_format *text;
  const CnscdExportColumn *columns;
  guint n_columns;
  lxw_row_t row;
  lxw_error failure; /* the first one */
  const char *buffer;
  size_t size;
};

static void
keep_failure (CnscdXlsxWriter *writer, lxw_error failure)
{
  if (writer->failure == LXW_NO_ERROR)
    writer->failure = failure;
}

/* "_x0041_" is how a spreadsheet escapes "A"; the same as somebody's text is escaped itself
 * (ECMA-376-1, 22.9.2.19). */
static gboolean
looks_escaped (const char *text)
{
  if (text[0] != '_' || text[1] != 'x')
    return FALSE;
  for (guint i = 2; i < 6; i++)
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;
  return text[6] == '_';
}

/* XML has no place for control characters other than tab and line ends. */
static char *
dup_writable (const char *text)
{
  GString *writable = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p++)
    {
      if (looks_escaped (p))
        g_string_append (writable, "_x005F");
      if ((guchar) *p >= 0x20 || *p == '\n' || *p == '\t')
        g_string_append_c (writable, *p);
    }
  return g_string_free_and_steal (writable);
}

/**
 * cnscd_xlsx_writer_new:
 * @sheet: name of the sheet
 * @columns: (array length=n_columns): the columns; must outlive the writer
 * @n_columns: their number
 *
 * Begins a workbook of one sheet with a bold head that stays in view. The
 * rows are not kept in memory.
 *
 * Returns: (transfer full): the writer
 */
CnscdXlsxWriter *
cnscd_xlsx_writer_new (const char *sheet, const CnscdExportColumn *columns, guint n_columns)
{
  CnscdXlsxWriter *writer = g_new0 (CnscdXlsxWriter, 1);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE,
                                   .output_buffer = &writer->buffer,
                                   .output_buffer_size = &writer->size };
  lxw_format *head;

  writer->columns = columns;
  writer->n_columns = n_columns;
  writer->workbook = workbook_new_opt (NULL, &options);
  if (writer->workbook == NULL)
    {
      writer->failure = LXW_ERROR_MEMORY_MALLOC_FAILED;
      return writer;
    }
  writer->sheet = workbook_add_worksheet (writer->workbook, sheet);
  head = workbook_add_format (writer->workbook);
  format_set_bold (head);
  format_set_align (head, LXW_ALIGN_VERTICAL_CENTER);
  format_set_bottom (head, LXW_BORDER_THIN);
  writer->text = workbook_add_format (writer->workbook);
  format_set_num_format (writer->text, "@");

  for (guint c = 0; c < n_columns; c++)
    {
      keep_failure (writer, worksheet_set_column (writer->sheet, c, c, columns[c].width, NULL));
      keep_failure (writer, worksheet_write_string (writer->sheet, 0, c, columns[c].title, head));
    }
  worksheet_freeze_panes (writer->sheet, 1, 0);
  writer->row = 1;
  return writer;
}

/**
 * cnscd_xlsx_writer_add_row:
 * @writer: a writer
 * @cells: a text for each column; %NULL or "" leaves the cell out
 *
 * Adds a row. A failure is told by cnscd_xlsx_writer_finish().
 */
void
cnscd_xlsx_writer_add_row (CnscdXlsxWriter *writer, const char *const *cells)
{
  if (writer->workbook == NULL)
    return;

  for (guint c = 0; c < writer->n_columns; c++)
    {
      if (cells[c] == NULL || *cells[c] == '\0')
        continue;
      if (writer->columns[c].number)
        keep_failure (writer, worksheet_write_number (writer->sheet, writer->row, c,
                                                      g_ascii_strtod (cells[c], NULL), NULL));
      else
        {
          g_autofree char *text = dup_writable (cells[c]);

          keep_failure (writer,
                        worksheet_write_string (writer->sheet, writer->row, c, text, writer->text));
        }
    }
  writer->row++;
}

/**
 * cnscd_xlsx_writer_finish:
 * @writer: (transfer full): a writer
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
cnscd_xlsx_writer_finish (CnscdXlsxWriter *writer, GError **error)
{
  GBytes *bytes = NULL;

  if (writer->workbook != NULL)
    {
      keep_failure (writer, worksheet_autofilter (writer->sheet, 0, 0, MAX (writer->row, 2) - 1,
                                                  writer->n_columns - 1));
      keep_failure (writer, workbook_close (writer->workbook));
    }
  if (writer->failure != LXW_NO_ERROR || writer->buffer == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _ ("The spreadsheet could not be created: %s."), lxw_strerror (writer->failure));
  else
    bytes =
      g_bytes_new_with_free_func (writer->buffer, writer->size, free, (gpointer) writer->buffer);
  if (bytes == NULL)
    free ((gpointer) writer->buffer);
  g_free (writer);
  return bytes;
}
