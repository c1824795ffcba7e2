/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-table.h"

#include "cnscd-column-widths.h"
#include "cnscd-document.h"

#define BORDER    0.5
#define PADDING_X 3.5
#define PADDING_Y 2.5

/* Few syllables of Vietnamese are longer ("nghiêng"), and fit into any column; a
 * longer word widens its column up to so many points, and breaks beyond. */
#define SYLLABLE_LENGTH 6
#define LONG_WORD       110.0

typedef struct
{
  CnscdTableRowKind kind;
  guint first_cell; /* in the table's cells */
  double height;    /* of the content, without padding */
} Row;

typedef struct
{
  double width;
  double height;
} Size;

struct _CnscdTable
{
  CnscdTypesetter *typesetter;
  CnscdTableColumn *columns;
  guint n_columns;
  CnscdTextStyle *styles;     /* of the columns' cells */
  CnscdTextStyle plain_style; /* of any cell on one line */
  CnscdTextStyle head_style;
  CnscdTextStyle group_style;
  CnscdTextStyle remark_style;

  GStringChunk *strings; /* each text once, so that its address is its key */
  GPtrArray *cells;      /* (nullable): %NULL belongs to the cell on its left */
  GArray *rows;

  double width;
  double *edges; /* n_columns + 1, from the table's left side */
  double upper_head;
  double lower_head;
  GArray *pages;
};

/* ---- cells ---- */

static const char *
keep_text (CnscdTable *table, const char *text)
{
  g_autofree char *clean = cnscd_typesetter_clean (text);

  return g_string_chunk_insert_const (table->strings, clean);
}

static Row *
get_row (CnscdTable *table, guint row)
{
  return &g_array_index (table->rows, Row, row);
}

static const char *
get_cell (CnscdTable *table, const Row *row, guint column)
{
  return table->cells->pdata[row->first_cell + column];
}

static guint
get_span (CnscdTable *table, const Row *row, guint column)
{
  guint end = column + 1;

  while (end < table->n_columns && get_cell (table, row, end) == NULL)
    end++;

  return end - column;
}

static const CnscdTextStyle *
get_style (CnscdTable *table, const Row *row, guint column)
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

static double
get_inner_width (CnscdTable *table, guint column, guint span)
{
  return MAX (table->edges[column + span] - table->edges[column] - 2 * PADDING_X, 1);
}

static void
add_merged_row (CnscdTable *table, CnscdTableRowKind kind, const char *text)
{
  Row row = { .kind = kind, .first_cell = table->cells->len };

  g_ptr_array_add (table->cells, (gpointer) keep_text (table, text));
  for (guint i = 1; i < table->n_columns; i++)
    g_ptr_array_add (table->cells, NULL);

  g_array_append_val (table->rows, row);
}

/* ---- measuring ---- */

/* The same few words fill most cells: each is measured once. */
static const Size *
measure_once (CnscdTable *table,
              GHashTable *sizes,
              const CnscdTextStyle *style,
              const char *text,
              double width)
{
  Size *size = g_hash_table_lookup (sizes, text);

  if (size == NULL)
    {
      size = g_new (Size, 1);
      cnscd_typesetter_measure (table->typesetter, style, text, width, &size->width, &size->height);
      g_hash_table_insert (sizes, (gpointer) text, size);
    }

  return size;
}

static GHashTable *
new_sizes (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

static guint
get_over_span (CnscdTable *table, guint column)
{
  const char *over = table->columns[column].over;
  guint end = column + 1;

  while (over != NULL && end < table->n_columns && g_strcmp0 (over, table->columns[end].over) == 0)
    end++;

  return end - column;
}

static gboolean
has_long_word (const char *text)
{
  guint length = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      length = g_unichar_isspace (g_utf8_get_char (p)) ? 0 : length + 1;
      if (length > SYLLABLE_LENGTH)
        return TRUE;
    }

  return FALSE;
}

static void
need_cell (CnscdTable *table, const char *text, double natural, CnscdColumnNeed *need)
{
  double padded = natural + 2 * PADDING_X + 1;

  need->natural = MAX (need->natural, padded);

  if (padded > need->min && need->min < LONG_WORD && has_long_word (text))
    {
      double word =
        cnscd_typesetter_get_longest_word (table->typesetter, &table->plain_style, text);

      need->min = MAX (need->min, MIN (word + 2 * PADDING_X + 1, LONG_WORD));
    }
}

static void
measure_columns (CnscdTable *table, GHashTable *naturals)
{
  g_autofree CnscdColumnNeed *needs = g_new0 (CnscdColumnNeed, table->n_columns);
  g_autofree double *widths = g_new0 (double, table->n_columns);
  g_autofree float *cells = g_new0 (float, (gsize) table->rows->len * table->n_columns + 1);

  for (guint i = 0; i < table->n_columns; i++)
    {
      const CnscdTableColumn *column = &table->columns[i];
      double word =
        cnscd_typesetter_get_longest_word (table->typesetter, &table->head_style, column->title);

      needs[i].min = MAX (column->min_width, word + 2 * PADDING_X + 1);
      needs[i].grow = column->grow;
      needs[i].shrink = column->shrink;
    }

  for (guint r = 0; r < table->rows->len; r++)
    {
      const Row *row = get_row (table, r);

      for (guint i = 0; row->kind == CNSCD_TABLE_ROW_BODY && i < table->n_columns; i++)
        {
          const char *text = get_cell (table, row, i);
          const Size *size;

          if (text == NULL || *text == '\0' || get_span (table, row, i) > 1)
            continue;

          size = measure_once (table, naturals, &table->plain_style, text, -1);
          cells[r * table->n_columns + i] = size->width;
          need_cell (table, text, size->width, &needs[i]);
        }
    }

  cnscd_column_widths_fit (needs, table->n_columns, table->width, 2 * PADDING_X, cells,
                           table->rows->len, widths);

  for (guint i = 0; i < table->n_columns; i++)
    table->edges[i + 1] = table->edges[i] + widths[i];
}

static void
measure_head (CnscdTable *table)
{
  double whole = 0;

  table->upper_head = 0;
  table->lower_head = 0;

  for (guint i = 0; i < table->n_columns; i++)
    {
      double height;

      cnscd_typesetter_measure (table->typesetter, &table->head_style, table->columns[i].title,
                                get_inner_width (table, i, 1), NULL, &height);
      if (table->columns[i].over != NULL)
        table->lower_head = MAX (table->lower_head, height + 2 * PADDING_Y);
      else
        whole = MAX (whole, height + 2 * PADDING_Y);
    }

  for (guint i = 0, span; i < table->n_columns; i += span)
    {
      double height;

      span = get_over_span (table, i);
      if (table->columns[i].over == NULL)
        continue;

      cnscd_typesetter_measure (table->typesetter, &table->head_style, table->columns[i].over,
                                get_inner_width (table, i, span), NULL, &height);
      table->upper_head = MAX (table->upper_head, height + 2 * PADDING_Y);
    }

  if (whole > table->upper_head + table->lower_head)
    {
      double spare = whole - table->upper_head - table->lower_head;

      /* One level only when no column stands under another title. */
      if (table->upper_head > 0)
        table->upper_head += spare / 2;
      table->lower_head = whole - table->upper_head;
    }
}

static void
measure_rows (CnscdTable *table, GHashTable *naturals)
{
  GHashTable **wrapped = g_new0 (GHashTable *, table->n_columns);
  double empty = 0;

  cnscd_typesetter_measure (table->typesetter, &table->styles[0], "", -1, NULL, &empty);

  for (guint r = 0; r < table->rows->len; r++)
    {
      Row *row = get_row (table, r);

      row->height = empty;
      for (guint i = 0, span; i < table->n_columns; i += span)
        {
          const char *text = get_cell (table, row, i);
          const CnscdTextStyle *style = get_style (table, row, i);
          double width, height;

          span = get_span (table, row, i);
          width = get_inner_width (table, i, span);
          if (*text == '\0')
            continue;

          if (row->kind == CNSCD_TABLE_ROW_BODY && span == 1)
            {
              const Size *size = measure_once (table, naturals, &table->plain_style, text, -1);

              if (size->width > width)
                {
                  if (wrapped[i] == NULL)
                    wrapped[i] = new_sizes ();
                  size = measure_once (table, wrapped[i], style, text, width);
                }
              height = size->height;
            }
          else
            {
              cnscd_typesetter_measure (table->typesetter, style, text, width, NULL, &height);
            }

          row->height = MAX (row->height, height);
        }
    }

  for (guint i = 0; i < table->n_columns; i++)
    g_clear_pointer (&wrapped[i], g_hash_table_unref);
  g_free (wrapped);
}

/* Between two lines of the longest cell; with one font throughout the lines of
 * the other cells end there too. */
static gboolean
cut_row_cb (guint row_number, double from, double room, double *to, double *height, gpointer data)
{
  CnscdTable *table = data;
  const Row *row = get_row (table, row_number);
  double limit = from + room - 2 * PADDING_Y;
  double end = 0;
  double next = 0;

  *to = row->height;
  *height = row->height - from + 2 * PADDING_Y;
  if (row->height <= limit)
    return TRUE;

  for (guint i = 0, span; i < table->n_columns; i += span)
    {
      PangoLayout *layout;
      PangoLayoutIter *iter;

      span = get_span (table, row, i);
      layout = cnscd_typesetter_set (table->typesetter, get_style (table, row, i),
                                     get_cell (table, row, i), get_inner_width (table, i, span));
      iter = pango_layout_get_iter (layout);
      do
        {
          PangoRectangle line;
          double bottom;

          pango_layout_iter_get_line_extents (iter, NULL, &line);
          bottom = pango_units_to_double (line.y + line.height);
          if (bottom > from && bottom <= limit)
            end = MAX (end, bottom);
          else if (bottom > limit && (next == 0 || bottom < next))
            next = bottom;
        }
      while (pango_layout_iter_next_line (iter));
      pango_layout_iter_free (iter);
    }

  /* Not even one line fits: take one all the same, or there would be no end. */
  *to = end > from ? end : next;
  *height = *to - from + 2 * PADDING_Y;

  return *to >= row->height;
}

/* ---- drawing ---- */

static void
draw_text (CnscdTable *table,
           cairo_t *cr,
           const CnscdTextStyle *style,
           const char *text,
           double x,
           double y,
           double width,
           double height)
{
  PangoLayout *layout;
  PangoRectangle extents;
  CnscdTextStyle one_line = *style;
  double spare;

  if (*text == '\0')
    return;

  /* As it was measured, which the typesetter may remember. */
  one_line.align = CNSCD_TEXT_ALIGN_LEFT;
  layout = cnscd_typesetter_set (table->typesetter, &one_line, text, -1);
  pango_layout_get_extents (layout, NULL, &extents);
  spare = width - pango_units_to_double (extents.width);

  if (spare < 0 || pango_layout_get_line_count (layout) > 1)
    {
      layout = cnscd_typesetter_set (table->typesetter, style, text, width);
      pango_layout_get_extents (layout, NULL, &extents);
    }
  else if (style->align == CNSCD_TEXT_ALIGN_CENTER)
    {
      x += spare / 2;
    }
  else if (style->align == CNSCD_TEXT_ALIGN_RIGHT)
    {
      x += spare;
    }

  cairo_move_to (cr, x, y + MAX (height - pango_units_to_double (extents.height), 0) / 2);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_part (CnscdTable *table,
           cairo_t *cr,
           const CnscdTextStyle *style,
           const char *text,
           double x,
           double y,
           double width,
           double from,
           double to)
{
  PangoLayout *layout = cnscd_typesetter_set (table->typesetter, style, text, width);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoRectangle line;
      double top, baseline;

      pango_layout_iter_get_line_extents (iter, NULL, &line);
      top = pango_units_to_double (line.y);
      baseline = pango_units_to_double (pango_layout_iter_get_baseline (iter));
      if (top < from - 0.5 || top >= to - 0.5)
        continue;

      cairo_move_to (cr, x + pango_units_to_double (line.x), y + baseline - from);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
}

static void
add_line (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
}

static void
draw_title (CnscdTable *table,
            cairo_t *cr,
            const char *title,
            guint column,
            guint span,
            double x,
            double y,
            double height)
{
  cnscd_document_begin_tag (cr, "TH");
  draw_text (table, cr, &table->head_style, title, x + table->edges[column] + PADDING_X, y,
             get_inner_width (table, column, span), height);
  cnscd_document_end_tag (cr, "TH");
}

static void
draw_head_text (CnscdTable *table, cairo_t *cr, double x, double y)
{
  double height = table->upper_head + table->lower_head;

  cnscd_document_begin_tag (cr, "TR");
  for (guint i = 0, span; i < table->n_columns; i += span)
    {
      const CnscdTableColumn *column = &table->columns[i];

      span = get_over_span (table, i);
      if (column->over != NULL)
        draw_title (table, cr, column->over, i, span, x, y, table->upper_head);
      else
        draw_title (table, cr, column->title, i, 1, x, y, height);
    }
  cnscd_document_end_tag (cr, "TR");

  if (table->upper_head <= 0)
    return;

  cnscd_document_begin_tag (cr, "TR");
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].over != NULL)
      draw_title (table, cr, table->columns[i].title, i, 1, x, y + table->upper_head,
                  table->lower_head);
  cnscd_document_end_tag (cr, "TR");
}

static void
add_head_lines (CnscdTable *table, cairo_t *cr, double x, double y, double *open)
{
  double right = x + table->width;

  add_line (cr, x, y, right, y);

  for (guint i = 0, span; i < table->n_columns; i += span)
    {
      span = get_over_span (table, i);
      if (table->columns[i].over != NULL)
        add_line (cr, x + table->edges[i], y + table->upper_head, x + table->edges[i + span],
                  y + table->upper_head);

      open[i] = y;
      for (guint j = 1; j < span; j++)
        open[i + j] = y + table->upper_head;
    }
  open[table->n_columns] = y;

  y += table->upper_head + table->lower_head;
  add_line (cr, x, y, right, y);
}

/* Ends the upright lines that a merged cell interrupts at @top, begins those
 * that go on below it. */
static void
add_row_lines (CnscdTable *table,
               cairo_t *cr,
               const Row *row,
               double x,
               double top,
               double bottom,
               double *open)
{
  for (guint i = 1; i < table->n_columns; i++)
    {
      gboolean merged = get_cell (table, row, i) == NULL;

      if (merged && open[i] >= 0)
        {
          add_line (cr, x + table->edges[i], open[i], x + table->edges[i], top);
          open[i] = -1;
        }
      else if (!merged && open[i] < 0)
        {
          open[i] = top;
        }
    }

  add_line (cr, x, bottom, x + table->width, bottom);
}

static void
draw_row_text (CnscdTable *table,
               cairo_t *cr,
               const Row *row,
               double x,
               double y,
               double from,
               double to)
{
  cnscd_document_begin_tag (cr, "TR");
  for (guint i = 0, span; i < table->n_columns; i += span)
    {
      const char *text = get_cell (table, row, i);
      const CnscdTextStyle *style = get_style (table, row, i);
      double left = x + table->edges[i] + PADDING_X;
      double width;

      span = get_span (table, row, i);
      width = get_inner_width (table, i, span);

      cnscd_document_begin_tag (cr, "TD");
      if (from > 0 || to < row->height)
        draw_part (table, cr, style, text, left, y + PADDING_Y, width, from, to);
      else
        draw_text (table, cr, style, text, left, y + PADDING_Y, width, row->height);
      cnscd_document_end_tag (cr, "TD");
    }
  cnscd_document_end_tag (cr, "TR");
}

static double
get_part_height (const CnscdTablePage *page,
                 guint row_number,
                 const Row *row,
                 double *from,
                 double *to)
{
  *from = row_number == page->first ? page->from : 0;
  *to = row_number == page->end - 1 && page->to > 0 ? page->to : row->height;

  return *to - *from + 2 * PADDING_Y;
}

static void
draw_lines (CnscdTable *table, cairo_t *cr, const CnscdTablePage *page, double x, double y)
{
  g_autofree double *open = g_new0 (double, table->n_columns + 1);

  cnscd_document_begin_tag (cr, "Artifact");
  cairo_new_path (cr);
  cairo_set_line_width (cr, BORDER);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  add_head_lines (table, cr, x, y, open);
  y += table->upper_head + table->lower_head;

  for (guint r = page->first; r < page->end; r++)
    {
      const Row *row = get_row (table, r);
      double from, to;
      double bottom = y + get_part_height (page, r, row, &from, &to);

      add_row_lines (table, cr, row, x, y, bottom, open);
      y = bottom;
    }

  for (guint i = 0; i <= table->n_columns; i++)
    if (open[i] >= 0)
      add_line (cr, x + table->edges[i], open[i], x + table->edges[i], y);

  cairo_stroke (cr);
  cnscd_document_end_tag (cr, "Artifact");
}

/* ---- public ---- */

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
  table->rows = g_array_new (FALSE, FALSE, sizeof (Row));
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
  Row row = { .kind = CNSCD_TABLE_ROW_BODY, .first_cell = table->cells->len };

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
  g_autoptr (GHashTable) naturals = new_sizes ();
  g_autofree CnscdTableBox *boxes = g_new0 (CnscdTableBox, table->rows->len + 1);
  CnscdTableRoom room;

  table->width = width;
  measure_columns (table, naturals);
  measure_head (table);
  measure_rows (table, naturals);

  for (guint i = 0; i < table->rows->len; i++)
    {
      const Row *row = get_row (table, i);

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
  table->pages = cnscd_table_pages_break (boxes, table->rows->len, &room, cut_row_cb, table);
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

  return get_row (table, row)->kind;
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

/**
 * cnscd_table_draw_page:
 * @table: a table that is laid out
 * @cr: where to draw, one unit a point
 * @page: a page of the table, from 0
 * @x: left edge of the table
 * @y: upper edge of its head
 *
 * Draws the head and the rows of one page, tagged as a table where @cr writes
 * a PDF, so that a screen reader finds its way.
 */
void
cnscd_table_draw_page (CnscdTable *table, cairo_t *cr, guint page, double x, double y)
{
  const CnscdTablePage *rows = cnscd_table_get_page (table, page);

  g_return_if_fail (rows != NULL);

  if (rows->height <= 0)
    return;

  draw_lines (table, cr, rows, x, y);

  cnscd_document_begin_tag (cr, "Table");
  draw_head_text (table, cr, x, y);
  y += table->upper_head + table->lower_head;

  for (guint r = rows->first; r < rows->end; r++)
    {
      const Row *row = get_row (table, r);
      double from, to;
      double height = get_part_height (rows, r, row, &from, &to);

      draw_row_text (table, cr, row, x, y, from, to);
      y += height;
    }
  cnscd_document_end_tag (cr, "Table");
}
