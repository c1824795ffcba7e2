/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-recognizer.h"

#include <math.h>
#include <string.h>

#include "core/cnscd-phone.h"
#include "core/cnscd-text.h"

#define FIRST_YEAR 1900

static gpointer
merge_key (guint row, guint column)
{
  return GUINT_TO_POINTER (row * CNSCD_WORKBOOK_MAX_COLUMNS + column + 1);
}

/**
 * cnscd_scan_init:
 * @scan: what to fill
 * @workbook: the file
 * @sheet: a sheet of it
 */
void
cnscd_scan_init (CnscdScan *scan, const CnscdWorkbook *workbook, const CnscdSheet *sheet)
{
  memset (scan, 0, sizeof *scan);
  scan->workbook = workbook;
  scan->sheet = sheet;
  scan->unguard = g_strcmp0 (workbook->format, "csv") == 0;
  scan->this_year = cnscd_date_today ().year;
  scan->merges = g_hash_table_new (NULL, NULL);
  scan->repeated = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < sheet->cells->len; i++)
    scan->n_columns = MAX (scan->n_columns, g_array_index (sheet->cells, CnscdCell, i).column + 1u);
  for (guint i = 0; i < sheet->merges->len; i++)
    {
      const CnscdCellRange *merge = &g_array_index (sheet->merges, CnscdCellRange, i);

      if (merge->first_row < CNSCD_WORKBOOK_MAX_ROWS &&
          merge->first_column < CNSCD_WORKBOOK_MAX_COLUMNS)
        g_hash_table_insert (scan->merges, merge_key (merge->first_row, merge->first_column),
                             (gpointer) merge);
    }
  scan->mapping = cnscd_sheet_mapping_new (sheet->name);
}

/**
 * cnscd_scan_clear:
 * @scan: what cnscd_scan_init() filled
 */
void
cnscd_scan_clear (CnscdScan *scan)
{
  g_clear_pointer (&scan->repeated, g_hash_table_unref);
  g_clear_pointer (&scan->merges, g_hash_table_unref);
  g_clear_pointer (&scan->mapping, cnscd_sheet_mapping_free);
  g_clear_pointer (&scan->own_columns, g_array_unref);
}

/**
 * cnscd_scan_get_merge:
 * @scan: a sheet
 * @row: from 0
 * @column: from 0
 *
 * Returns: (nullable) (transfer none): the merged range that begins at this cell
 */
const CnscdCellRange *
cnscd_scan_get_merge (const CnscdScan *scan, guint row, guint column)
{
  return g_hash_table_lookup (scan->merges, merge_key (row, column));
}

/**
 * cnscd_scan_dup_text:
 * @scan: a sheet
 * @cell: (nullable): a cell of it
 *
 * Returns: (nullable) (transfer full): the clean text of the cell, %NULL when nothing stands there
 */
char *
cnscd_scan_dup_text (const CnscdScan *scan, const CnscdCell *cell)
{
  if (cell == NULL || cell->type == CNSCD_CELL_ERROR)
    return NULL;
  if (cell->type != CNSCD_CELL_TEXT)
    return cnscd_cell_dup_text (cell);

  {
    const char *text = cell->text;

    /* what cnscd_csv_append_field() put before a text that a spreadsheet would run as a formula */
    if (scan->unguard && text[0] == '\'' && text[1] != '\0' &&
        strchr ("=+-@\t\r'", text[1]) != NULL)
      text++;
    return cnscd_text_clean (text);
  }
}

static gboolean
is_plausible_birth (const CnscdScan *scan, CnscdDate date)
{
  return cnscd_date_is_valid (date) && date.year >= FIRST_YEAR && date.year <= scan->this_year;
}

/* 21061975, 19750621, and 9051998 without its zero. */
static gboolean
parse_packed (const CnscdScan *scan, guint number, CnscdDate *birth)
{
  *birth = CNSCD_DATE (number % 10000, number / 10000 % 100, number / 1000000);
  if (number / 1000000 <= 31 && is_plausible_birth (scan, *birth))
    return TRUE;
  *birth = CNSCD_DATE (number / 10000, number / 100 % 100, number % 100);
  return number / 10000 <= 9999 && is_plausible_birth (scan, *birth);
}

static gboolean
parse_number (const CnscdScan *scan, double number, CnscdDate *birth)
{
  if (!(number >= FIRST_YEAR && number < 1e8))
    return FALSE;
  if (number <= scan->this_year && number == floor (number))
    {
      *birth = CNSCD_DATE ((guint16) number, 0, 0);
      return TRUE;
    }
  if (number >= 10000 && number < 80000)
    {
      *birth = cnscd_date_from_serial (number, FALSE);
      return is_plausible_birth (scan, *birth);
    }
  return number >= 1000000 && number == floor (number) &&
         parse_packed (scan, (guint) number, birth);
}

/* A year typed into a cell that the sheet shows as a date: 1975 becomes 28/05/1905. */
static gboolean
read_year_of_serial (const CnscdScan *scan, CnscdDate date, CnscdDate *birth)
{
  GDate day, epoch;
  int serial;

  if (date.year != 1905 || !cnscd_date_is_full (date))
    return FALSE;
  g_date_clear (&day, 1);
  g_date_clear (&epoch, 1);
  g_date_set_dmy (&day, date.day, date.month, date.year);
  g_date_set_dmy (&epoch, 30, G_DATE_DECEMBER, 1899);
  serial = g_date_days_between (&epoch, &day);
  if (serial < FIRST_YEAR || serial > (int) scan->this_year)
    return FALSE;
  *birth = CNSCD_DATE ((guint16) serial, 0, 0);
  return TRUE;
}

/**
 * cnscd_value_parse_birth:
 * @scan: a sheet
 * @cell: a cell of it
 * @birth: (out): the date, or the year alone
 * @guessed: (out): the cell says a date of 1905 and was taken for a year
 *
 * Returns: whether the cell was understood
 */
gboolean
cnscd_value_parse_birth (const CnscdScan *scan,
                         const CnscdCell *cell,
                         CnscdDate *birth,
                         gboolean *guessed)
{
  g_autofree char *text = NULL;

  *guessed = FALSE;
  switch (cell->type)
    {
    case CNSCD_CELL_NUMBER:
      return parse_number (scan, cell->number, birth);

    case CNSCD_CELL_DATE:
      *guessed = read_year_of_serial (scan, cell->date, birth);
      if (!*guessed)
        *birth = cell->date;
      return is_plausible_birth (scan, *birth);

    case CNSCD_CELL_TEXT:
      {
        const char *start;

        text = cnscd_scan_dup_text (scan, cell);
        if (text == NULL)
          return FALSE;
        start = text[0] == '\'' ? text + 1 : text;
        if (cnscd_date_parse (start, birth))
          return is_plausible_birth (scan, *birth);
        if (strspn (start, "0123456789") == strlen (start) && strlen (start) <= 8 &&
            strlen (start) >= 5)
          return parse_number (scan, g_ascii_strtod (start, NULL), birth);
        return FALSE;
      }

    default:
      return FALSE;
    }
}

/**
 * cnscd_value_parse_phone:
 * @scan: a sheet
 * @cell: a cell of it
 * @phone: (out) (transfer full): the number as it is stored
 * @several: (out): the cell holds more than the number taken
 *
 * Returns: whether the cell was understood
 */
gboolean
cnscd_value_parse_phone (const CnscdScan *scan,
                         const CnscdCell *cell,
                         char **phone,
                         gboolean *several)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) phones = NULL;
  gboolean complete = TRUE;
  const char *start;

  *several = FALSE;
  *phone = NULL;
  if (cell->type == CNSCD_CELL_NUMBER)
    {
      if (!(cell->number >= 1e7 && cell->number < 1e13))
        return FALSE;
      text = g_strdup_printf ("%.0f", cell->number);
    }
  else if (cell->type == CNSCD_CELL_TEXT)
    text = cnscd_scan_dup_text (scan, cell);
  if (text == NULL || strlen (text) > 200)
    return FALSE;

  start = text + strspn (text, "'`\"");
  *phone = cnscd_phone_normalize (start);
  if (*phone != NULL)
    return TRUE;

  /* of another country */
  if (strchr (start, '+') != NULL && !g_str_has_prefix (strchr (start, '+'), "+84"))
    return FALSE;
  phones = cnscd_phone_split (start, &complete);
  if (phones[0] == NULL)
    return FALSE;
  *phone = g_strdup (phones[0]);
  *several = phones[1] != NULL || !complete;
  return TRUE;
}

/**
 * cnscd_value_is_future:
 * @scan: a sheet
 * @cell: a cell that is no birth
 *
 * Returns: whether it is a date or year all the same, but one to come
 */
gboolean
cnscd_value_is_future (const CnscdScan *scan, const CnscdCell *cell)
{
  g_autofree char *text = NULL;
  CnscdDate date = { 0 };

  switch (cell->type)
    {
    case CNSCD_CELL_NUMBER:
      return cell->number > scan->this_year && cell->number < scan->this_year + 100;
    case CNSCD_CELL_DATE:
      date = cell->date;
      break;
    case CNSCD_CELL_TEXT:
      text = cnscd_scan_dup_text (scan, cell);
      if (text == NULL || !cnscd_date_parse (text + strspn (text, "'"), &date))
        return FALSE;
      break;
    case CNSCD_CELL_BOOLEAN:
    case CNSCD_CELL_ERROR:
    default:
      return FALSE;
    }
  return cnscd_date_is_valid (date) && date.year > scan->this_year;
}
