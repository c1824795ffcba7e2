/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-table-private.h"

static const char *
keep_text (CnscdTable *table, const char *text)
{
  g_autofree char *clean = cnscd_typesetter_clean (text);

  return g_string_chunk_insert_const (table->strings, clean);
}

static void
add_merged_row (CnscdTable *table, CnscdTableRowKind kind, const char *text)
{
  CnscdTableRow row = { .kind = kind, .first_cell = table->cells->len };

  g_ptr_array_add (table->cells, (gpointer) keep_text (table, text));
  for (guint i = 1; i < table->n_columns; i++)
    g_ptr_array_add (table->cells, NULL);

  g_array_append_val (table->rows, row);
}

CnscdTableRow *
cnscd_table_get_row (CnscdTable *table, guint row)
{
  return &g_array_index (table->rows, CnscdTableRow, row);
}

const char *
cnscd_table_get_cell (CnscdTable *table, const CnscdTableRow *row, guint column)
{
  return table->cells->pdata[row->first_cell + column];
}

guint
cnscd_table_get_span (CnscdTable *table, const CnscdTableRow *row, guint column)
{
  guint end = column + 1;

  while (end < table->n_columns && cnscd_table_get_cell (table, row, end) == NULL)
    end++;

  return end - column;
}

/* Whether the cell is drawn as one with the one above it, which has the same text. */
gboolean
cnscd_table_goes_on (CnscdTable *table, guint row_number, guint column)
{
  const CnscdTableRow *row = cnscd_table_get_row (table, row_number);
  const CnscdTableRow *above;
  const char *text;

  if (!table->columns[column].merge_down || row_number == 0)
    return FALSE;

  above = cnscd_table_get_row (table, row_number - 1);
  text = cnscd_table_get_cell (table, row, column);
  return row->kind == CNSCD_TABLE_ROW_BODY && above->kind == CNSCD_TABLE_ROW_BODY && text != NULL &&
         *text != '\0' && text == cnscd_table_get_cell (table, above, column);
}

const CnscdTextStyle *
cnscd_table_get_style (CnscdTable *table, const CnscdTableRow *row, guint column)
{
  switch (row->kind)
    {
    case CNSCD_TABLE_ROW_GROUP:
      return &table->group_style;
    case CNSCD_TABLE_ROW_REMARK:
      return &table->remark_style;
    case CNSCD_TABLE_ROW_BODY:
    default:
      return &table->styles[column];
    }
}

double
cnscd_table_get_inner_width (CnscdTable *table, guint column, guint span)
{
  return MAX (table->edges[column + span] - table->edges[column] - 2 * PADDING_X, 1);
}

guint
cnscd_table_get_over_span (CnscdTable *table, guint column)
{
  const char *over = table->columns[column].over;
  guint end = column + 1;

  while (over != NULL && end < table->n_columns && g_strcmp0 (over, table->columns[end].over) == 0)
    end++;

  return end - column;
}

/**
 * cnscd_table_new:
 * @typesetter: what sets the cells
 * @columns: (array length=n_columns): the columns; texts must outlive the table
 * @n_columns: how many, at least one
 * @font_size: in points
 *
 * Makes a table without rows.
 *
 * Returns: (transfer full): the table
 */
CnscdTable *
cnscd_table_new (CnscdTypesetter *typesetter,
                 const CnscdTableColumn *columns,
                 guint n_columns,
                 double font_size)
{
  CnscdTable *table;

  g_return_val_if_fail (n_columns > 0, NULL);

  table = g_new0 (CnscdTable, 1);
  table->typesetter = cnscd_typesetter_ref (typesetter);
  table->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  table->n_columns = n_columns;
  table->styles = g_new0 (CnscdTextStyle, n_columns);
  for (guint i = 0; i < n_columns; i++)
    table->styles[i] = (CnscdTextStyle) { .size = font_size, .align = columns[i].align };
  table->plain_style = (CnscdTextStyle) { .size = font_size };
  table->head_style = (CnscdTextStyle) {
    .size = font_size,
    .bold = TRUE,
    .align = CNSCD_TEXT_ALIGN_CENTER,
  };
  table->group_style = (CnscdTextStyle) { .size = font_size, .bold = TRUE };
  table->remark_style = (CnscdTextStyle) {
    .size = font_size,
    .italic = TRUE,
    .align = CNSCD_TEXT_ALIGN_CENTER,
  };
  table->strings = g_string_chunk_new (2048);
  table->cells = g_ptr_array_new ();
  table->rows = g_array_new (FALSE, FALSE, sizeof (CnscdTableRow));
  table->edges = g_new0 (double, n_columns + 1);

  return table;
}

/**
 * cnscd_table_free:
 * @table: (nullable): a table
 */
void
cnscd_table_free (CnscdTable *table)
{
  if (table == NULL)
    return;

  cnscd_typesetter_unref (table->typesetter);
  g_free (table->columns);
  g_free (table->styles);
  g_string_chunk_free (table->strings);
  g_ptr_array_unref (table->cells);
  g_array_unref (table->rows);
  g_free (table->edges);
  g_clear_pointer (&table->pages, g_array_unref);
  g_free (table);
}

/**
 * cnscd_table_set_row_height:
 * @table: a table
 * @height: points from border to border that a row has at least, for a pen to
 *   write in
 */
void
cnscd_table_set_row_height (CnscdTable *table, double height)
{
  table->min_height = MAX (height - 2 * PADDING_Y, 0);
}

/**
 * cnscd_table_add_row:
 * @table: a table
 * @cells: (array): a plain text for each column; %NULL, but not in the first,
 *   merges the cell with the one on its left
 *
 * Adds a row below the others.
 */
void
cnscd_table_add_row (CnscdTable *table, const char *const *cells)
{
  CnscdTableRow row = { .kind = CNSCD_TABLE_ROW_BODY, .first_cell = table->cells->len };

  g_return_if_fail (cells[0] != NULL);

  for (guint i = 0; i < table->n_columns; i++)
    g_ptr_array_add (table->cells,
                     cells[i] != NULL ? (gpointer) keep_text (table, cells[i]) : NULL);

  g_array_append_val (table->rows, row);
}

/**
 * cnscd_table_add_group:
 * @table: a table
 * @title: what the rows that follow have in common
 *
 * Adds a bold row across all columns, kept on one page with the next rows.
 */
void
cnscd_table_add_group (CnscdTable *table, const char *title)
{
  add_merged_row (table, CNSCD_TABLE_ROW_GROUP, title);
}

/**
 * cnscd_table_add_remark:
 * @table: a table
 * @text: what to say instead of rows
 *
 * Adds an italic row across all columns.
 */
void
cnscd_table_add_remark (CnscdTable *table, const char *text)
{
  add_merged_row (table, CNSCD_TABLE_ROW_REMARK, text);
}

/**
 * cnscd_table_lay_out:
 * @table: a table with all its rows
 * @width: of the table, in points
 * @first_height: points that its first page has for it
 * @page_height: points that every other page has for it
 * @tail_height: points to leave under the last row
 *
 * Fits the columns to their content and divides the rows over pages: see
 * cnscd_table_pages_break().
 */
void
cnscd_table_lay_out (CnscdTable *table,
                     double width,
                     double first_height,
                     double page_height,
                     double tail_height)
{
  g_autofree CnscdTableBox *boxes = g_new0 (CnscdTableBox, table->rows->len + 1);
  CnscdTableRoom room;

  table->width = width;
  cnscd_table_measure (table);

  for (guint i = 0; i < table->rows->len; i++)
    {
      const CnscdTableRow *row = cnscd_table_get_row (table, i);

      boxes[i].height = row->height + 2 * PADDING_Y;
      boxes[i].group = row->kind == CNSCD_TABLE_ROW_GROUP;
    }

  room = (CnscdTableRoom) {
    .head = table->upper_head + table->lower_head,
    .first = first_height,
    .page = page_height,
    .tail = tail_height,
  };
  g_clear_pointer (&table->pages, g_array_unref);
  table->pages =
    cnscd_table_pages_break (boxes, table->rows->len, &room, cnscd_table_cut_row, table);
}

/**
 * cnscd_table_get_n_rows:
 * @table: a table
 *
 * Returns: the rows without the head
 */
guint
cnscd_table_get_n_rows (CnscdTable *table)
{
  return table->rows->len;
}

/**
 * cnscd_table_get_row_kind:
 * @table: a table
 * @row: a row, from 0
 *
 * Returns: what the row is
 */
CnscdTableRowKind
cnscd_table_get_row_kind (CnscdTable *table, guint row)
{
  g_return_val_if_fail (row < table->rows->len, CNSCD_TABLE_ROW_BODY);

  return cnscd_table_get_row (table, row)->kind;
}

/**
 * cnscd_table_get_column_width:
 * @table: a table that is laid out
 * @column: a column, from 0
 *
 * Returns: points from border to border
 */
double
cnscd_table_get_column_width (CnscdTable *table, guint column)
{
  g_return_val_if_fail (column < table->n_columns, 0);

  return table->edges[column + 1] - table->edges[column];
}

/**
 * cnscd_table_get_head_height:
 * @table: a table that is laid out
 *
 * Returns: points that its head takes on each page
 */
double
cnscd_table_get_head_height (CnscdTable *table)
{
  return table->upper_head + table->lower_head;
}

/**
 * cnscd_table_get_n_pages:
 * @table: a table that is laid out
 *
 * Returns: the pages that the table is on, at least 1
 */
guint
cnscd_table_get_n_pages (CnscdTable *table)
{
  g_return_val_if_fail (table->pages != NULL, 0);

  return table->pages->len;
}

/**
 * cnscd_table_get_page:
 * @table: a table that is laid out
 * @page: a page of the table, from 0
 *
 * Returns: (transfer none): which rows are on the page
 */
const CnscdTablePage *
cnscd_table_get_page (CnscdTable *table, guint page)
{
  g_return_val_if_fail (page < cnscd_table_get_n_pages (table), NULL);

  return &g_array_index (table->pages, CnscdTablePage, page);
}
