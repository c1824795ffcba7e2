/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-workbook.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/cnscd-number.h"

#define STRING_BLOCK_SIZE (32 * 1024)

G_DEFINE_QUARK (cnscd - spreadsheet - error - quark, cnscd_spreadsheet_error)

static void
free_sheet (CnscdSheet *sheet)
{
  g_free (sheet->name);
  g_array_unref (sheet->cells);
  g_array_unref (sheet->merges);
  g_free (sheet);
}

/* Where a text of at most CNSCD_WORKBOOK_MAX_TEXT bytes ends without cutting a character. */
static gsize
clamp_text (const char *text, gsize length)
{
  if (length <= CNSCD_WORKBOOK_MAX_TEXT)
    return length;

  length = CNSCD_WORKBOOK_MAX_TEXT;
  while (length > 0 && ((guchar) text[length] & 0xc0) == 0x80)
    length--;
  return length;
}

static gboolean
is_blank (const char *text, gsize length)
{
  const char *end = text + length;

  while (text < end)
    {
      gunichar c = (guchar) *text;

      if (c < 0x80)
        {
          if (!g_ascii_isspace ((char) c))
            return FALSE;
          text++;
          continue;
        }
      c = g_utf8_get_char (text);
      if (!g_unichar_isspace (c) && !g_unichar_iszerowidth (c) && c != 0xfeff)
        return FALSE;
      text = g_utf8_next_char (text);
    }
  return TRUE;
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const CnscdCell *one = a;
  const CnscdCell *two = b;

  if (one->row != two->row)
    return one->row < two->row ? -1 : 1;
  if (one->column != two->column)
    return one->column < two->column ? -1 : 1;
  return 0;
}

static gboolean
is_sorted (const GArray *cells)
{
  for (guint i = 1; i < cells->len; i++)
    if (compare_cells (&g_array_index (cells, CnscdCell, i - 1),
                       &g_array_index (cells, CnscdCell, i)) >= 0)
      return FALSE;
  return TRUE;
}

/* Of a cell written twice, the later one counts. */
static void
sort_cells (GArray *cells)
{
  guint kept = 0;

  g_array_sort (cells, compare_cells);
  for (guint i = 0; i < cells->len; i++)
    {
      const CnscdCell *cell = &g_array_index (cells, CnscdCell, i);

      if (kept > 0 && compare_cells (&g_array_index (cells, CnscdCell, kept - 1), cell) == 0)
        kept--;
      g_array_index (cells, CnscdCell, kept++) = *cell;
    }
  g_array_set_size (cells, kept);
}

static gboolean
append_cell (CnscdWorkbook *workbook,
             CnscdSheet *sheet,
             guint row,
             guint column,
             CnscdCell *cell,
             GError **error)
{
  if (row >= CNSCD_WORKBOOK_MAX_ROWS || column >= CNSCD_WORKBOOK_MAX_COLUMNS)
    {
      g_autofree char *max_rows = cnscd_number_format (CNSCD_WORKBOOK_MAX_ROWS);
      g_autofree char *max_columns = cnscd_number_format (CNSCD_WORKBOOK_MAX_COLUMNS);

      g_set_error (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_TOO_LARGE,
                   /* Translators: name of a sheet, then four numbers; the first two are ordinals */
                   _ ("Sheet “%s” has content in row %u, column %u; at most %s rows and %s columns "
                      "are read. Delete what does not belong to the table and save it again."),
                   sheet->name, row + 1, column + 1, max_rows, max_columns);
      return FALSE;
    }
  if (workbook->n_cells >= CNSCD_WORKBOOK_MAX_CELLS)
    {
      g_autofree char *max_cells = cnscd_number_format (CNSCD_WORKBOOK_MAX_CELLS);

      g_set_error (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_TOO_LARGE,
                   _ ("The file contains more than %s cells. Split it into smaller files."),
                   max_cells);
      return FALSE;
    }

  if (workbook->n_rows != NULL &&
      (sheet->cells->len == 0 ||
       g_array_index (sheet->cells, CnscdCell, sheet->cells->len - 1).row != row))
    g_atomic_int_inc (workbook->n_rows);
  cell->row = row;
  cell->column = (guint16) column;
  g_array_append_val (sheet->cells, *cell);
  workbook->n_cells++;
  return TRUE;
}

/**
 * cnscd_workbook_new:
 * @format: "xlsx", "ods", "xls" or "csv"; a static string
 *
 * Returns: (transfer full): a workbook without sheets
 */
CnscdWorkbook *
cnscd_workbook_new (const char *format)
{
  CnscdWorkbook *workbook = g_new0 (CnscdWorkbook, 1);

  workbook->format = format;
  workbook->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) free_sheet);
  workbook->strings = g_string_chunk_new (STRING_BLOCK_SIZE);
  return workbook;
}

/**
 * cnscd_workbook_free:
 * @workbook: (nullable) (transfer full): a workbook
 *
 * Also frees the text of its cells.
 */
void
cnscd_workbook_free (CnscdWorkbook *workbook)
{
  if (workbook == NULL)
    return;
  g_ptr_array_unref (workbook->sheets);
  g_string_chunk_free (workbook->strings);
  g_free (workbook);
}

/**
 * cnscd_workbook_add_sheet:
 * @workbook: a workbook
 * @name: the name on the sheet's tab; made valid UTF-8
 *
 * Returns: (transfer none): the new last sheet
 */
CnscdSheet *
cnscd_workbook_add_sheet (CnscdWorkbook *workbook, const char *name)
{
  CnscdSheet *sheet = g_new0 (CnscdSheet, 1);

  sheet->name = g_utf8_make_valid (name, -1);
  sheet->cells = g_array_new (FALSE, FALSE, sizeof (CnscdCell));
  sheet->merges = g_array_new (FALSE, FALSE, sizeof (CnscdCellRange));
  g_ptr_array_add (workbook->sheets, sheet);
  return sheet;
}

/**
 * cnscd_workbook_intern:
 * @workbook: a workbook
 * @text: a text
 * @length: its bytes, or -1 when it ends in a NUL
 *
 * Keeps one copy of @text for all cells that say the same: rosters repeat themselves. What is
 * not UTF-8 becomes U+FFFD; what lies past %CNSCD_WORKBOOK_MAX_TEXT is cut off.
 *
 * Returns: (transfer none) (nullable): the text, owned by @workbook; %NULL when it is blank
 */
const char *
cnscd_workbook_intern (CnscdWorkbook *workbook, const char *text, gssize length)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *repaired = NULL;
  char small[256];

  size = clamp_text (text, size);
  if (!g_utf8_validate_len (text, size, NULL))
    {
      repaired = g_utf8_make_valid (text, (gssize) size);
      text = repaired;
      size = clamp_text (text, strlen (text));
    }
  if (is_blank (text, size))
    return NULL;

  if (text[size] == '\0')
    return g_string_chunk_insert_const (workbook->strings, text);
  if (size < sizeof small)
    {
      memcpy (small, text, size);
      small[size] = '\0';
      return g_string_chunk_insert_const (workbook->strings, small);
    }
  else
    {
      g_autofree char *copy = g_strndup (text, size);
      return g_string_chunk_insert_const (workbook->strings, copy);
    }
}

/**
 * cnscd_workbook_add_interned:
 * @workbook: a workbook
 * @sheet: one of its sheets
 * @row: from 0
 * @column: from 0
 * @type: %CNSCD_CELL_TEXT or %CNSCD_CELL_ERROR
 * @interned: (nullable): what cnscd_workbook_intern() gave for this workbook; %NULL adds nothing
 * @error: return location for a #CnscdSpreadsheetError
 *
 * Returns: %FALSE when the workbook would pass its limits
 */
gboolean
cnscd_workbook_add_interned (CnscdWorkbook *workbook,
                             CnscdSheet *sheet,
                             guint row,
                             guint column,
                             CnscdCellType type,
                             const char *interned,
                             GError **error)
{
  CnscdCell cell = { .type = type, .text = interned };

  if (interned == NULL)
    return TRUE;
  return append_cell (workbook, sheet, row, column, &cell, error);
}

/**
 * cnscd_workbook_add_text:
 * @workbook: a workbook
 * @sheet: one of its sheets
 * @row: from 0
 * @column: from 0
 * @type: %CNSCD_CELL_TEXT or %CNSCD_CELL_ERROR
 * @text: the text, which is copied; a blank one adds nothing
 * @length: its bytes, or -1 when it ends in a NUL
 * @error: return location for a #CnscdSpreadsheetError
 *
 * Returns: %FALSE when the workbook would pass its limits
 */
gboolean
cnscd_workbook_add_text (CnscdWorkbook *workbook,
                         CnscdSheet *sheet,
                         guint row,
                         guint column,
                         CnscdCellType type,
                         const char *text,
                         gssize length,
                         GError **error)
{
  return cnscd_workbook_add_interned (workbook, sheet, row, column, type,
                                      cnscd_workbook_intern (workbook, text, length), error);
}

/**
 * cnscd_workbook_add_number:
 * @workbook: a workbook
 * @sheet: one of its sheets
 * @row: from 0
 * @column: from 0
 * @type: %CNSCD_CELL_NUMBER or %CNSCD_CELL_BOOLEAN
 * @number: a finite number
 * @error: return location for a #CnscdSpreadsheetError
 *
 * Returns: %FALSE when the workbook would pass its limits
 */
gboolean
cnscd_workbook_add_number (CnscdWorkbook *workbook,
                           CnscdSheet *sheet,
                           guint row,
                           guint column,
                           CnscdCellType type,
                           double number,
                           GError **error)
{
  CnscdCell cell = { .type = type, .number = number };

  return append_cell (workbook, sheet, row, column, &cell, error);
}

/**
 * cnscd_workbook_add_date:
 * @workbook: a workbook
 * @sheet: one of its sheets
 * @row: from 0
 * @column: from 0
 * @date: a valid date
 * @error: return location for a #CnscdSpreadsheetError
 *
 * Returns: %FALSE when the workbook would pass its limits
 */
gboolean
cnscd_workbook_add_date (CnscdWorkbook *workbook,
                         CnscdSheet *sheet,
                         guint row,
                         guint column,
                         CnscdDate date,
                         GError **error)
{
  CnscdCell cell = { .type = CNSCD_CELL_DATE, .date = date };

  return append_cell (workbook, sheet, row, column, &cell, error);
}

/**
 * cnscd_sheet_add_merge:
 * @sheet: a sheet
 * @range: a merged range; ignored when it lies outside what is read
 */
void
cnscd_sheet_add_merge (CnscdSheet *sheet, const CnscdCellRange *range)
{
  if (range->first_row > range->last_row || range->first_column > range->last_column ||
      range->first_row >= CNSCD_WORKBOOK_MAX_ROWS ||
      range->first_column >= CNSCD_WORKBOOK_MAX_COLUMNS)
    return;

  g_array_append_val (sheet->merges, *range);
}

/**
 * cnscd_workbook_finish:
 * @workbook: a workbook whose cells have all been added
 * @error: return location for a #CnscdSpreadsheetError
 *
 * Brings the cells into row-major order, which files do not promise.
 *
 * Returns: %FALSE when no cell has content (%CNSCD_SPREADSHEET_ERROR_EMPTY)
 */
gboolean
cnscd_workbook_finish (CnscdWorkbook *workbook, GError **error)
{
  workbook->n_rows = NULL;
  workbook->n_cells = 0;
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      CnscdSheet *sheet = g_ptr_array_index (workbook->sheets, i);

      if (!is_sorted (sheet->cells))
        sort_cells (sheet->cells);
      workbook->n_cells += sheet->cells->len;
    }

  if (workbook->n_cells == 0)
    {
      g_set_error_literal (
        error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_EMPTY,
        _ ("The file is empty: no cell has content. Choose the file that contains the table."));
      return FALSE;
    }
  return TRUE;
}

/**
 * cnscd_sheet_row_start:
 * @sheet: a sheet
 * @row: from 0
 *
 * Returns: the index in the sheet's cells of the first one in @row or below it
 */
guint
cnscd_sheet_row_start (const CnscdSheet *sheet, guint row)
{
  guint low = 0;
  guint high = sheet->cells->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (sheet->cells, CnscdCell, middle).row < row)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * cnscd_sheet_find:
 * @sheet: a sheet
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer none) (nullable): the cell there; %NULL when it has no content
 */
const CnscdCell *
cnscd_sheet_find (const CnscdSheet *sheet, guint row, guint column)
{
  guint low = 0;
  guint high = sheet->cells->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const CnscdCell *cell = &g_array_index (sheet->cells, CnscdCell, middle);

      if (cell->row == row && cell->column == column)
        return cell;
      if (cell->row < row || (cell->row == row && cell->column < column))
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/**
 * cnscd_sheet_n_rows:
 * @sheet: a sheet
 *
 * Returns: one more than the last row with content
 */
guint
cnscd_sheet_n_rows (const CnscdSheet *sheet)
{
  if (sheet->cells->len == 0)
    return 0;
  return g_array_index (sheet->cells, CnscdCell, sheet->cells->len - 1).row + 1;
}

/**
 * cnscd_cell_dup_text:
 * @cell: a cell
 *
 * The cell as a person reads it: whole numbers without a point, dates as dd/mm/yyyy, booleans as
 * TRUE and FALSE.
 *
 * Returns: (transfer full): the text
 */
char *
cnscd_cell_dup_text (const CnscdCell *cell)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  switch ((CnscdCellType) cell->type)
    {
    case CNSCD_CELL_TEXT:
    case CNSCD_CELL_ERROR:
      return g_strdup (cell->text);
    case CNSCD_CELL_DATE:
      return cnscd_date_format (cell->date);
    case CNSCD_CELL_BOOLEAN:
      return g_strdup (cell->number != 0 ? "TRUE" : "FALSE");
    case CNSCD_CELL_NUMBER:
      break;
    }

  if (cell->number == 0)
    return g_strdup ("0");
  if (cell->number == floor (cell->number) && fabs (cell->number) < 1e15)
    return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) cell->number);
  /* Excel itself keeps 15 digits. */
  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", cell->number));
}
