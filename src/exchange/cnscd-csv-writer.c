/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-csv-writer.h"

#include <string.h>

/*
 * Spreadsheets run a text that begins so as a formula, which somebody's name
 * or note could be made to do harm with (CWE-1236). An apostrophe before it
 * makes them show it as text. One is also put before a text that looks as if
 * it had one, so that cnscd_scan_dup_text() can take back exactly what was
 * put here.
 */
static gboolean
needs_guard (const char *text)
{
  static const char risky[] = "=+-@\t\r";

  if (*text == '\0')
    return FALSE;
  if (strchr (risky, text[0]) != NULL)
    return TRUE;
  return text[0] == '\'' && text[1] != '\0' && (text[1] == '\'' || strchr (risky, text[1]) != NULL);
}

static void
append_field (GString *csv, const char *text)
{
  gboolean guard = needs_guard (text);

  if (!guard && strpbrk (text, ",;\t\"\r\n'") == NULL && text[0] != ' ' &&
      (*text == '\0' || text[strlen (text) - 1] != ' '))
    {
      g_string_append (csv, text);
      return;
    }

  g_string_append_c (csv, '"');
  if (guard)
    g_string_append_c (csv, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

/**
 * cnscd_csv_append_mark:
 * @csv: an empty text
 *
 * Begins a CSV file with the byte order mark, by which Excel knows UTF-8.
 */
void
cnscd_csv_append_mark (GString *csv)
{
  g_string_append (csv, "\xEF\xBB\xBF");
}

/**
 * cnscd_csv_append_row:
 * @csv: a CSV text
 * @cells: (array length=n_cells): texts of the row; %NULL is an empty one
 * @n_cells: their number
 *
 * Adds one row as in RFC 4180, with commas and CR LF.
 */
void
cnscd_csv_append_row (GString *csv, const char *const *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      if (cells[i] != NULL)
        append_field (csv, cells[i]);
    }
  g_string_append (csv, "\r\n");
}
