/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-cli-private.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include "core/cnscd-number.h"

#define COLUMN_GAP 2
#define COLUMN_MIN 4

typedef struct
{
  char *title;
  CnscdCliAlign align;
  guint width;
} Column;

struct _CnscdCliTable
{
  GArray *columns;  /* (element-type Column) */
  GPtrArray *cells; /* (element-type utf8): row by row */
};

static void
clear_column (gpointer data)
{
  Column *column = data;

  g_free (column->title);
}

static guint
measure_char (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

static guint
measure (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    width += measure_char (g_utf8_get_char (text));
  return width;
}

static void
append_spaces (GString *out, guint n_spaces)
{
  for (guint i = 0; i < n_spaces; i++)
    g_string_append_c (out, ' ');
}

/* @text in @width places: shortened with "…", or filled up with spaces. */
static void
append_cell (GString *out, const char *text, guint width, CnscdCliAlign align, gboolean last)
{
  guint needed = measure (text);
  guint used = 0;

  if (needed <= width)
    {
      if (align == CNSCD_CLI_ALIGN_END)
        append_spaces (out, width - needed);
      g_string_append (out, text);
      if (align == CNSCD_CLI_ALIGN_START && !last)
        append_spaces (out, width - needed);
      return;
    }

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (used + measure_char (c) > width - 1)
        break;
      g_string_append_unichar (out, c);
      used += measure_char (c);
    }
  g_string_append (out, "…");
  if (!last)
    append_spaces (out, width - 1 - used);
}

/* Takes from the widest column, one place at a time, until the line fits. */
static void
fit_columns (GArray *columns, guint width)
{
  guint total = columns->len > 0 ? (columns->len - 1) * COLUMN_GAP : 0;

  for (guint i = 0; i < columns->len; i++)
    total += g_array_index (columns, Column, i).width;

  while (total > width)
    {
      Column *widest = &g_array_index (columns, Column, 0);

      for (guint i = 1; i < columns->len; i++)
        {
          Column *column = &g_array_index (columns, Column, i);

          if (column->width > widest->width)
            widest = column;
        }

      if (widest->width <= COLUMN_MIN)
        return;
      widest->width--;
      total--;
    }
}

/**
 * cnscd_cli_clean_for_terminal:
 * @text: (nullable): from a file or a database
 *
 * What a file says is printed where an escape sequence would be obeyed and a
 * direction mark would reorder the line, so both are shown as U+FFFD.
 *
 * Returns: (transfer full): @text without control and format characters; "" for %NULL
 */
char *
cnscd_cli_clean_for_terminal (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
        g_string_append (clean, c == '\n' || c == '\t' ? " " : "\357\277\275");
      else
        g_string_append_unichar (clean, c);
    }

  return g_string_free (clean, FALSE);
}

/**
 * cnscd_cli_terminal_width:
 *
 * Returns: columns of the terminal that stdout is, or 0 when it is none and
 *   lines may be as long as they like
 */
guint
cnscd_cli_terminal_width (void)
{
  struct winsize size = { 0 };

  if (!isatty (STDOUT_FILENO))
    return 0;
  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return size.ws_col;
  return 80;
}

/**
 * cnscd_cli_table_new:
 *
 * Returns: (transfer full): a table without columns
 */
CnscdCliTable *
cnscd_cli_table_new (void)
{
  CnscdCliTable *table = g_new0 (CnscdCliTable, 1);

  table->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (table->columns, clear_column);
  table->cells = g_ptr_array_new_with_free_func (g_free);
  return table;
}

void
cnscd_cli_table_free (CnscdCliTable *table)
{
  g_array_unref (table->columns);
  g_ptr_array_unref (table->cells);
  g_free (table);
}

/**
 * cnscd_cli_table_add_column:
 * @table: a table that has no cells yet
 * @title: the column's head
 * @align: where its texts stand
 */
void
cnscd_cli_table_add_column (CnscdCliTable *table, const char *title, CnscdCliAlign align)
{
  Column column = { .title = g_strdup (title), .align = align };

  column.width = MAX (measure (title), 1);
  g_array_append_val (table->columns, column);
}

/**
 * cnscd_cli_table_add:
 * @table: the table
 * @text: (nullable): shown as "—" when unknown
 *
 * Adds the next cell; a row ends by itself with its last column.
 */
void
cnscd_cli_table_add (CnscdCliTable *table, const char *text)
{
  char *cell = cnscd_cli_clean_for_terminal (text != NULL ? text : "—");
  Column *column = &g_array_index (table->columns, Column, table->cells->len % table->columns->len);

  column->width = MAX (column->width, measure (cell));
  g_ptr_array_add (table->cells, cell);
}

/**
 * cnscd_cli_table_add_number:
 * @table: the table
 * @number: below 0 when unknown
 */
void
cnscd_cli_table_add_number (CnscdCliTable *table, gint64 number)
{
  g_autofree char *text = number >= 0 ? cnscd_number_format ((guint64) number) : NULL;

  cnscd_cli_table_add (table, text);
}

/**
 * cnscd_cli_table_to_text:
 * @table: a table whose last row is complete
 * @width: places in a line, or 0 for as many as it takes
 *
 * Returns: (transfer full): the lines of the table, its head first
 */
char *
cnscd_cli_table_to_text (CnscdCliTable *table, guint width)
{
  GString *out = g_string_new (NULL);
  guint n_columns = table->columns->len;

  if (width > 0)
    fit_columns (table->columns, width);

  for (guint i = 0; i < n_columns + table->cells->len; i++)
    {
      Column *column = &g_array_index (table->columns, Column, i % n_columns);
      gboolean last = i % n_columns == n_columns - 1;
      const char *text =
        i < n_columns ? column->title : g_ptr_array_index (table->cells, i - n_columns);

      append_cell (out, text, column->width, column->align, last);
      if (last)
        g_string_append_c (out, '\n');
      else
        append_spaces (out, COLUMN_GAP);
    }

  return g_string_free (out, FALSE);
}
