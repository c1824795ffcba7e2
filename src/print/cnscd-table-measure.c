/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-table-private.h"

#include <string.h>

#include "cnscd-column-widths.h"

/* Few syllables of Vietnamese are longer ("nghiêng"), and fit into any column; a
 * longer word widens its column up to so many points, and breaks beyond. */
#define SYLLABLE_LENGTH 6
#define LONG_WORD       110.0

typedef struct
{
  double width;
  double height;
} Size;

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

static guint
count_lines (const char *text)
{
  guint n = 1;

  for (const char *p = strchr (text, '\n'); p != NULL; p = strchr (p + 1, '\n'))
    n++;
  return n;
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
  g_autofree CnscdColumnCell *cells =
    g_new0 (CnscdColumnCell, (gsize) table->rows->len * table->n_columns + 1);

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
      const CnscdTableRow *row = cnscd_table_get_row (table, r);

      for (guint i = 0; row->kind == CNSCD_TABLE_ROW_BODY && i < table->n_columns; i++)
        {
          const char *text = cnscd_table_get_cell (table, row, i);
          const Size *size;

          if (text == NULL || *text == '\0' || cnscd_table_get_span (table, row, i) > 1)
            continue;

          size = measure_once (table, naturals, &table->plain_style, text, -1);
          cells[r * table->n_columns + i] = (CnscdColumnCell) {
            .natural = size->width,
            .n_lines = count_lines (text),
          };
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
                                cnscd_table_get_inner_width (table, i, 1), NULL, &height);
      if (table->columns[i].over != NULL)
        table->lower_head = MAX (table->lower_head, height + 2 * PADDING_Y);
      else
        whole = MAX (whole, height + 2 * PADDING_Y);
    }

  for (guint i = 0, span; i < table->n_columns; i += span)
    {
      double height;

      span = cnscd_table_get_over_span (table, i);
      if (table->columns[i].over == NULL)
        continue;

      cnscd_typesetter_measure (table->typesetter, &table->head_style, table->columns[i].over,
                                cnscd_table_get_inner_width (table, i, span), NULL, &height);
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
      CnscdTableRow *row = cnscd_table_get_row (table, r);

      row->height = row->kind == CNSCD_TABLE_ROW_BODY ? MAX (empty, table->min_height) : empty;
      for (guint i = 0, span; i < table->n_columns; i += span)
        {
          const char *text = cnscd_table_get_cell (table, row, i);
          const CnscdTextStyle *style = cnscd_table_get_style (table, row, i);
          double width, height;

          span = cnscd_table_get_span (table, row, i);
          width = cnscd_table_get_inner_width (table, i, span);
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

/* Fits the columns to the cells, and all heights to the columns. */
void
cnscd_table_measure (CnscdTable *table)
{
  g_autoptr (GHashTable) naturals = new_sizes ();

  measure_columns (table, naturals);
  measure_head (table);
  measure_rows (table, naturals);
}

/* Cuts between two lines of the longest cell; with one font throughout the lines
 * of the other cells end there too. A #CnscdTableCutFunc. */
gboolean
cnscd_table_cut_row (guint row_number,
                     double from,
                     double room,
                     double *to,
                     double *height,
                     gpointer data)
{
  CnscdTable *table = data;
  const CnscdTableRow *row = cnscd_table_get_row (table, row_number);
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

      span = cnscd_table_get_span (table, row, i);
      layout = cnscd_typesetter_set (table->typesetter, cnscd_table_get_style (table, row, i),
                                     cnscd_table_get_cell (table, row, i),
                                     cnscd_table_get_inner_width (table, i, span));
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
