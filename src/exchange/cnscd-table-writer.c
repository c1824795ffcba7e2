/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-table-writer.h"

#include "cnscd-csv-writer.h"

struct _CnscdTableWriter
{
  CnscdExportColumn *columns;
  guint n_columns;
  GString *csv;
  CnscdXlsxWriter *xlsx;
  guint n_rows;
};

/**
 * cnscd_table_writer_new: (skip)
 * @format: which kind of file
 * @sheet: name of the sheet, where there are sheets
 * @columns: (array length=n_columns): the columns, whose titles outlive the writer; the first is
 *   for the number of the row
 * @n_columns: their number
 *
 * Returns: (transfer full): a writer that has written the head
 */
CnscdTableWriter *
cnscd_table_writer_new (CnscdTableFormat format,
                        const char *sheet,
                        const CnscdExportColumn *columns,
                        guint n_columns)
{
  CnscdTableWriter *writer = g_new0 (CnscdTableWriter, 1);

  writer->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  writer->n_columns = n_columns;
  if (format == CNSCD_TABLE_FORMAT_XLSX)
    writer->xlsx = cnscd_xlsx_writer_new (sheet, writer->columns, n_columns);
  else
    {
      g_autofree const char **titles = g_new0 (const char *, n_columns);

      writer->csv = g_string_new (NULL);
      for (guint i = 0; i < n_columns; i++)
        titles[i] = columns[i].title;
      cnscd_csv_append_mark (writer->csv);
      cnscd_csv_append_row (writer->csv, titles, n_columns);
    }
  return writer;
}

/**
 * cnscd_table_writer_add_row: (skip)
 * @writer: a writer
 * @cells: a text for each column; the first is filled here
 */
void
cnscd_table_writer_add_row (CnscdTableWriter *writer, const char **cells)
{
  char number[16];

  g_snprintf (number, sizeof number, "%u", ++writer->n_rows);
  cells[0] = number;
  if (writer->xlsx != NULL)
    cnscd_xlsx_writer_add_row (writer->xlsx, cells);
  else
    cnscd_csv_append_row (writer->csv, cells, writer->n_columns);
  cells[0] = NULL;
}

/**
 * cnscd_table_writer_get_n_rows: (skip)
 * @writer: a writer
 *
 * Returns: how many rows were added
 */
guint
cnscd_table_writer_get_n_rows (const CnscdTableWriter *writer)
{
  return writer->n_rows;
}

/**
 * cnscd_table_writer_finish: (skip)
 * @writer: (transfer full): a writer
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
cnscd_table_writer_finish (CnscdTableWriter *writer, GError **error)
{
  GBytes *bytes = writer->xlsx != NULL ? cnscd_xlsx_writer_finish (writer->xlsx, error)
                                       : g_string_free_to_bytes (writer->csv);

  g_free (writer->columns);
  g_free (writer);
  return bytes;
}
