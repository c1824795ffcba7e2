/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-spreadsheet.h"

#include <sys/stat.h>

#include <glib/gstdio.h>

static CnscdWorkbook *
read_sample (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  CnscdWorkbook *workbook = cnscd_workbook_read (file, NULL, &error);

  g_assert_no_error (error);
  cnscd_test_workbook_check (workbook);
  return workbook;
}

/* Who waits sees how many rows are read; of all formats it is the same. */
static void
test_counting (void)
{
  static const char *const formats[] = { "xlsx", "ods", "xls" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *name = g_strconcat ("roster-annex.", formats[i], NULL);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      guint n_rows = 0;
      g_autoptr (CnscdWorkbook) workbook =
        cnscd_workbook_read_counting (file, &n_rows, NULL, &error);

      g_assert_no_error (error);
      g_assert_null (workbook->n_rows);
      g_assert_cmpuint (n_rows, >, 290);
      g_assert_cmpuint (n_rows, <=, cnscd_sheet_n_rows (workbook->sheets->pdata[0]));
    }
}

static void
test_same_in_all_formats (void)
{
  static const char *const formats[] = { "ods", "xls" };
  g_autoptr (CnscdWorkbook) xlsx = read_sample ("roster-annex.xlsx");
  g_autofree char *expected = cnscd_test_workbook_print (xlsx);
  const CnscdSheet *sheet = g_ptr_array_index (xlsx->sheets, 0);

  g_assert_cmpuint (xlsx->n_cells, ==, 1565);
  g_assert_cmpuint (sheet->merges->len, ==, 47);
  g_assert_cmpuint (cnscd_sheet_n_rows (sheet), ==, 298);
  g_assert_nonnull (g_strstr_len (expected, -1, "\n0,0=ỦY BAN NHÂN DÂN\n"));
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *name = g_strconcat ("roster-annex.", formats[i], NULL);
      g_autoptr (CnscdWorkbook) other = read_sample (name);
      g_autofree char *printed = cnscd_test_workbook_print (other);

      g_assert_cmpstr (other->format, ==, formats[i]);
      g_assert_cmpstr (printed, ==, expected);
    }
}

/* The flat list as UTF-8, as TCVN3 and from a web system: the same words in the same cells. */
static void
test_same_in_all_encodings (void)
{
  static const char *const names[] = { "roster-flat-tcvn3.csv", "roster-web-export.xlsx" };
  g_autoptr (CnscdWorkbook) expected = read_sample ("roster-flat-utf8-bom.csv");
  const CnscdSheet *sheet = g_ptr_array_index (expected->sheets, 0);

  g_assert_cmpstr (expected->format, ==, "csv");
  g_assert_cmpstr (sheet->name, ==, "roster-flat-utf8-bom");
  g_assert_cmpuint (expected->n_cells, ==, 2277);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (CnscdWorkbook) other = read_sample (names[i]);
      const CnscdSheet *other_sheet = g_ptr_array_index (other->sheets, 0);

      g_assert_cmpuint (other->n_cells, ==, expected->n_cells);
      for (guint j = 0; j < sheet->cells->len; j++)
        {
          const CnscdCell *cell = &g_array_index (sheet->cells, CnscdCell, j);
          const CnscdCell *same = cnscd_sheet_find (other_sheet, cell->row, cell->column);
          g_autofree char *text = cnscd_cell_dup_text (cell);
          g_autofree char *other_text = NULL;

          g_assert_nonnull (same);
          other_text = cnscd_cell_dup_text (same);
          g_assert_cmpstr (other_text, ==, text);
        }
    }
}

static void
test_messy (void)
{
  g_autoptr (CnscdWorkbook) workbook = read_sample ("roster-messy.xlsx");
  const CnscdSheet *sheet = g_ptr_array_index (workbook->sheets, 0);

  g_assert_cmpuint (workbook->n_cells, ==, 1513);
  /* Neither trimmed nor corrected: that is for who reads names. */
  g_assert_cmpstr (cnscd_sheet_find (sheet, 12, 1)->text, ==, "  Ngô  Công  Kiên ");
}

static void
test_model (void)
{
  g_autoptr (CnscdWorkbook) workbook = cnscd_workbook_new ("csv");
  CnscdSheet *sheet = cnscd_workbook_add_sheet (workbook, "S\xff");
  g_autoptr (GError) error = NULL;
  g_autofree char *printed = NULL;

  g_assert_false (cnscd_workbook_finish (workbook, &error));
  g_assert_error (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_EMPTY);
  g_clear_error (&error);

  cnscd_workbook_add_text (workbook, sheet, 5, 1, CNSCD_CELL_TEXT, "b", -1, &error);
  cnscd_workbook_add_text (workbook, sheet, 0, 3, CNSCD_CELL_TEXT, "abcdef", 3, &error);
  cnscd_workbook_add_text (workbook, sheet, 0, 0, CNSCD_CELL_TEXT, " \t\xc2\xa0", -1, &error);
  cnscd_workbook_add_text (workbook, sheet, 7, 0, CNSCD_CELL_TEXT, "x\xffy", -1, &error);
  cnscd_workbook_add_date (workbook, sheet, 5, 0, CNSCD_DATE (1975, 6, 1), &error);
  cnscd_workbook_add_number (workbook, sheet, 5, 2, CNSCD_CELL_NUMBER, -0.0, &error);
  cnscd_workbook_add_number (workbook, sheet, 5, 2, CNSCD_CELL_NUMBER, 1e15, &error);
  g_assert_no_error (error);
  g_assert_true (cnscd_workbook_finish (workbook, &error));

  printed = cnscd_test_workbook_print (workbook);
  g_assert_cmpstr (printed, ==,
                   "[S\xef\xbf\xbd]\n0,3=abc\n5,0:date=01/06/1975\n5,1=b\n5,2:number=1e+15\n"
                   "7,0=x\xef\xbf\xbdy\n");
  g_assert_cmpuint (workbook->n_cells, ==, 5);
  g_assert_cmpuint (cnscd_sheet_row_start (sheet, 0), ==, 0);
  g_assert_cmpuint (cnscd_sheet_row_start (sheet, 1), ==, 1);
  g_assert_cmpuint (cnscd_sheet_row_start (sheet, 5), ==, 1);
  g_assert_cmpuint (cnscd_sheet_row_start (sheet, 8), ==, 5);
  g_assert_cmpuint (cnscd_sheet_n_rows (sheet), ==, 8);
  g_assert_null (cnscd_sheet_find (sheet, 5, 3));
  g_assert_null (cnscd_sheet_find (sheet, 6, 0));
}

static void
test_interned (void)
{
  g_autoptr (CnscdWorkbook) workbook = cnscd_workbook_new ("csv");
  const char *one = cnscd_workbook_intern (workbook, "Thành viên", -1);

  g_assert_true (cnscd_workbook_intern (workbook, "Thành viên và", 12) == one);
  g_assert_null (cnscd_workbook_intern (workbook, "", 0));
}

static void
assert_unreadable (GFile *file, GCancellable *cancellable, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cnscd_workbook_read (file, cancellable, &error));
  g_assert_error (error, domain, code);
}

static void
test_unreadable (void)
{
  g_autofree char *folder = g_dir_make_tmp ("cnscd-test-XXXXXX", NULL);
  g_autofree char *fifo = g_build_filename (folder, "fifo.xlsx", NULL);
  g_autofree char *sample =
    g_test_build_filename (G_TEST_DIST, "data", "samples", "roster-annex.xlsx", NULL);
  g_autoptr (GFile) directory = g_file_new_for_path (folder);
  g_autoptr (GFile) missing = g_file_get_child (directory, "missing.xlsx");
  g_autoptr (GFile) pipe_file = g_file_new_for_path (fifo);
  g_autoptr (GFile) good = g_file_new_for_path (sample);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  assert_unreadable (directory, NULL, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_UNREADABLE);
  assert_unreadable (missing, NULL, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_UNREADABLE);
  g_assert_null (cnscd_workbook_read (missing, NULL, &error));
  g_assert_cmpstr (error->message, ==, "“missing.xlsx” does not exist. Choose another file.");
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  assert_unreadable (pipe_file, NULL, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_UNREADABLE);
  g_cancellable_cancel (cancellable);
  assert_unreadable (good, cancellable, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_assert_cmpint (g_remove (fifo), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/workbook/same-in-all-formats", test_same_in_all_formats);
  g_test_add_func ("/exchange/workbook/counting", test_counting);
  g_test_add_func ("/exchange/workbook/same-in-all-encodings", test_same_in_all_encodings);
  g_test_add_func ("/exchange/workbook/messy", test_messy);
  g_test_add_func ("/exchange/workbook/model", test_model);
  g_test_add_func ("/exchange/workbook/interned", test_interned);
  g_test_add_func ("/exchange/workbook/unreadable", test_unreadable);
  return g_test_run ();
}
