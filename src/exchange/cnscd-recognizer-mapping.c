/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-recognizer.h"

#include "cnscd-synonyms.h"

static gboolean
has_names (const CnscdScan *scan)
{
  for (guint c = 0; c < scan->mapping->columns->len; c++)
    {
      CnscdColumn column = g_array_index (scan->mapping->columns, CnscdColumn, c);

      if (column == CNSCD_COLUMN_FULL_NAME || column == CNSCD_COLUMN_GIVEN_NAME)
        return TRUE;
    }
  return FALSE;
}

static void
take_heads (CnscdScan *scan, const CnscdSheetMapping *given)
{
  g_autoptr (GPtrArray) read = NULL;
  const GPtrArray *heads = given->heads;

  if ((heads == NULL || heads->len == 0) && given->head_row > 0)
    heads = read = cnscd_scan_read_heads (scan, given->head_row - 1);
  for (guint c = 0; c < scan->n_columns; c++)
    g_ptr_array_add (scan->mapping->heads,
                     heads != NULL && c < heads->len ? g_strdup (heads->pdata[c]) : NULL);
}

static void
take_columns (CnscdScan *scan, const CnscdSheetMapping *given)
{
  guint32 seen = 0;

  for (guint c = 0; c < scan->n_columns; c++)
    {
      CnscdColumn column = CNSCD_COLUMN_IGNORED;

      if (given->columns != NULL && c < given->columns->len)
        column = g_array_index (given->columns, CnscdColumn, c);
      if ((guint) column >= CNSCD_N_COLUMNS || (seen & 1u << column) != 0 ||
          (column != CNSCD_COLUMN_IGNORED && column != CNSCD_COLUMN_NUMBER &&
           cnscd_scan_is_forbidden (scan, scan->mapping->heads->pdata[c], c, scan->first_row)))
        column = CNSCD_COLUMN_IGNORED;
      if (column != CNSCD_COLUMN_IGNORED)
        seen |= 1u << column;
      g_array_append_val (scan->mapping->columns, column);
      if (column == CNSCD_COLUMN_OFFICE)
        /* below "Chức vụ" a body need not stand */
        scan->office_strict =
          cnscd_column_from_head (scan->mapping->heads->pdata[c]) != CNSCD_COLUMN_POSITION;
    }
}

/**
 * cnscd_scan_is_forbidden:
 * @scan: a sheet
 * @head: (nullable): the words over the column
 * @column: from 0
 * @first_row: where its content begins, from 0
 *
 * Nobody can choose to import what the law does not allow here, such as the
 * numbers of identity cards: Luật 91/2025/QH15.
 *
 * Returns: whether the column is never kept, by its head or by what stands in it
 */
gboolean
cnscd_scan_is_forbidden (const CnscdScan *scan, const char *head, guint column, guint first_row)
{
  CnscdProfile profile;
  CnscdColumn kind;

  if (cnscd_head_classify (head, &kind) == CNSCD_HEAD_FORBIDDEN)
    return TRUE;
  cnscd_scan_profile (scan, column, first_row, &profile);
  return profile.n_filled > 0 && profile.n_identities * 100 >= profile.n_filled * 30;
}

/**
 * cnscd_recognizer_apply_mapping:
 * @scan: a sheet
 * @given: what a person said of its columns, or of its head alone
 *
 * Takes over what a person corrected. Each kind of column is taken once.
 *
 * Returns: whether a column of names is among them, so that people can be read
 */
gboolean
cnscd_recognizer_apply_mapping (CnscdScan *scan, const CnscdSheetMapping *given)
{
  guint n_rows = cnscd_sheet_n_rows (scan->sheet);
  guint head_row = MIN (given->head_row, n_rows);

  if (given->columns->len == 0 && head_row == 0)
    return cnscd_recognizer_infer (scan);
  if (given->columns->len == 0)
    {
      cnscd_recognizer_use_head (scan, head_row - 1);
      return has_names (scan);
    }

  scan->mapping->head_row = head_row;
  scan->first_row = MIN (MAX (given->first_row, head_row), n_rows);
  if (head_row > 0)
    {
      scan->title_rows = head_row - MIN (head_row, MAX (given->n_head_rows, 1));
      cnscd_recognizer_match_head (scan, scan->title_rows, &scan->own_columns);
    }
  else
    scan->title_rows = scan->first_row;
  take_heads (scan, given);
  take_columns (scan, given);
  return has_names (scan);
}
