/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "exchange/cnscd-roster-table.h"

/* A workbook from rows of text: cells parted by '|', one row a string, %NULL at the end. */
static inline CnscdWorkbook *
make_workbook (const char *format, const char *const *rows)
{
  CnscdWorkbook *workbook = cnscd_workbook_new (format);
  CnscdSheet *sheet = cnscd_workbook_add_sheet (workbook, "Sheet1");

  for (guint r = 0; rows[r] != NULL; r++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[r], "|", -1);

      for (guint c = 0; cells[c] != NULL; c++)
        {
          const char *text = cells[c];

          /* "#1975" is a number */
          if (text[0] == '#' && g_ascii_isdigit (text[1]))
            cnscd_workbook_add_number (workbook, sheet, r, c, CNSCD_CELL_NUMBER,
                                       g_ascii_strtod (text + 1, NULL), NULL);
          else if (*text != '\0')
            cnscd_workbook_add_text (workbook, sheet, r, c, CNSCD_CELL_TEXT, text, -1, NULL);
        }
    }
  cnscd_workbook_finish (workbook, NULL);
  return workbook;
}

static inline CnscdWorkbook *
read_sample (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  CnscdWorkbook *workbook = cnscd_workbook_read (file, NULL, &error);

  g_assert_no_error (error);
  return workbook;
}

static inline guint
count_findings (GPtrArray *findings, const char *code)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += g_str_equal (((CnscdFinding *) findings->pdata[i])->code, code);
  return n;
}

static inline const CnscdFinding *
find_finding (GPtrArray *findings, const char *code)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((CnscdFinding *) findings->pdata[i])->code, code))
      return findings->pdata[i];
  return NULL;
}

static inline void
print_findings (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const CnscdFinding *f = findings->pdata[i];

      g_test_message ("%s %u:%u %s: %s", f->sheet, f->row, f->column, f->code, f->message);
    }
}
