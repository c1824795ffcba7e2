/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-table-private.h"

#include "cnscd-document.h"

#define BORDER 0.5

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
             cnscd_table_get_inner_width (table, column, span), height);
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

      span = cnscd_table_get_over_span (table, i);
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
      span = cnscd_table_get_over_span (table, i);
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
               const CnscdTablePage *page,
               guint row_number,
               double x,
               double top,
               double bottom,
               double *open)
{
  const CnscdTableRow *row = cnscd_table_get_row (table, row_number);
  gboolean last = row_number + 1 == page->end;

  for (guint i = 1; i < table->n_columns; i++)
    {
      gboolean merged = cnscd_table_get_cell (table, row, i) == NULL;

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

  /* As few lines as may be: none where a cell goes on below. */
  for (guint i = 0, end; i < table->n_columns; i = end)
    {
      for (end = i; end < table->n_columns; end++)
        if (!last && cnscd_table_goes_on (table, row_number + 1, end))
          break;
      if (end > i)
        add_line (cr, x + table->edges[i], bottom, x + table->edges[end], bottom);
      else
        end++;
    }
}

static double
get_part_height (CnscdTable *table,
                 const CnscdTablePage *page,
                 guint row_number,
                 double *from,
                 double *to)
{
  const CnscdTableRow *row = cnscd_table_get_row (table, row_number);

  *from = row_number == page->first ? page->from : 0;
  *to = row_number == page->end - 1 && page->to > 0 ? page->to : row->height;

  return *to - *from + 2 * PADDING_Y;
}

/* Of the content of a cell with those that it goes on in on the page. */
static double
get_cell_height (CnscdTable *table, const CnscdTablePage *page, guint row_number, guint column)
{
  double height = cnscd_table_get_row (table, row_number)->height;

  for (guint r = row_number + 1; r < page->end && cnscd_table_goes_on (table, r, column); r++)
    {
      double from, to;

      height += get_part_height (table, page, r, &from, &to);
    }
  return height;
}

static void
draw_row_text (CnscdTable *table,
               cairo_t *cr,
               const CnscdTablePage *page,
               guint row_number,
               double x,
               double y,
               double from,
               double to)
{
  const CnscdTableRow *row = cnscd_table_get_row (table, row_number);

  cnscd_document_begin_tag (cr, "TR");
  for (guint i = 0, span; i < table->n_columns; i += span)
    {
      const char *text = cnscd_table_get_cell (table, row, i);
      const CnscdTextStyle *style = cnscd_table_get_style (table, row, i);
      double left = x + table->edges[i] + PADDING_X;
      double width;

      span = cnscd_table_get_span (table, row, i);
      width = cnscd_table_get_inner_width (table, i, span);

      cnscd_document_begin_tag (cr, "TD");
      if (row_number > page->first && cnscd_table_goes_on (table, row_number, i))
        ; /* It stands above. */
      else if (from > 0 || to < row->height)
        draw_part (table, cr, style, text, left, y + PADDING_Y, width, from, to);
      else
        draw_text (table, cr, style, text, left, y + PADDING_Y, width,
                   get_cell_height (table, page, row_number, i));
      cnscd_document_end_tag (cr, "TD");
    }
  cnscd_document_end_tag (cr, "TR");
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
      double from, to;
      double bottom = y + get_part_height (table, page, r, &from, &to);

      add_row_lines (table, cr, page, r, x, y, bottom, open);
      y = bottom;
    }

  for (guint i = 0; i <= table->n_columns; i++)
    if (open[i] >= 0)
      add_line (cr, x + table->edges[i], open[i], x + table->edges[i], y);

  cairo_stroke (cr);
  cnscd_document_end_tag (cr, "Artifact");
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
      double from, to;
      double height = get_part_height (table, rows, r, &from, &to);

      draw_row_text (table, cr, rows, r, x, y, from, to);
      y += height;
    }
  cnscd_document_end_tag (cr, "Table");
}
