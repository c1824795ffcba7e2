/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-spreadsheet.h"

#include <string.h>

static void
assert_cells (const char *content, const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (GError) error = NULL;
  /* The content tells the format, not the name. */
  g_autoptr (CnscdWorkbook) workbook = cnscd_test_read (bytes, "A.xls", &error);
  g_autofree char *printed = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (workbook->format, ==, "csv");
  cnscd_test_workbook_check (workbook);
  printed = cnscd_test_workbook_print (workbook);
  g_assert_cmpstr (printed, ==, expected);
}

static void
assert_fails (const char *content, gsize length, CnscdSpreadsheetError code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdWorkbook) workbook = cnscd_test_read (bytes, "A.csv", &error);

  g_assert_null (workbook);
  g_assert_error (error, CNSCD_SPREADSHEET_ERROR, (int) code);
}

static void
test_delimiters (void)
{
  static const char expected[] = "[A]\n0,0=TT\n0,1=Họ, tên\n0,2=SĐT\n1,0=1\n1,1=Lê; An\n"
                                 "1,2=0912345678\n";

  assert_cells ("TT,\"Họ, tên\",SĐT\n1,Lê; An,0912345678\n", expected);
  assert_cells ("TT;Họ, tên;SĐT\r\n1;\"Lê; An\";0912345678\r\n", expected);
  assert_cells ("TT\tHọ, tên\tSĐT\r1\tLê; An\t0912345678", expected);
  assert_cells ("sep=;\r\nTT;Họ, tên;SĐT\r\n1;\"Lê; An\";0912345678", expected);
  assert_cells ("một cột\nhai\n", "[A]\n0,0=một cột\n1,0=hai\n");
  /* Titles above the head, with commas, do not make it a file of commas. */
  assert_cells ("Danh sách, phụ lục, xã A;;\n(Kèm theo Quyết định, số 1);;\na;b;c\n1;2;3\n",
                "[A]\n0,0=Danh sách, phụ lục, xã A\n1,0=(Kèm theo Quyết định, số 1)\n"
                "2,0=a\n2,1=b\n2,2=c\n3,0=1\n3,1=2\n3,2=3\n");
}

static void
test_quotes (void)
{
  assert_cells ("\"a \"\"b\"\" c\",\"hai\ndòng\",\"\"\n\n"
                "x\"y,\"z\"w,=\"0912345678\"\n"
                ",,\"=\"\"0987\"\"\"\n",
                "[A]\n0,0=a \"b\" c\n0,1=hai\ndòng\n2,0=x\"y\n2,1=zw\n2,2=0912345678\n3,2=0987\n");
  assert_fails ("a,b\n1,\"x\n2,y\n", 13, CNSCD_SPREADSHEET_ERROR_DAMAGED);
}

static void
test_refused (void)
{
  static const char *const pages[] = {
    "<html><body><table><tr><td>1</td></tr></table></body></html>",
    "\xef\xbb\xbf \n<!DOCTYPE html><p>x",
    "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
    "MIME-Version: 1.0\nContent-Type: multipart/related\n",
    "%PDF-1.7 …",
    "{\\rtf1 x}",
  };
  g_autofree char *wide = g_strnfill (CNSCD_WORKBOOK_MAX_COLUMNS, ',');
  g_autofree char *too_wide = g_strconcat (wide, "x", NULL);
  g_autofree char *long_file = g_strnfill (CNSCD_WORKBOOK_MAX_ROWS + 1, '\n');

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    assert_fails (pages[i], strlen (pages[i]), CNSCD_SPREADSHEET_ERROR_UNSUPPORTED);
  assert_fails ("", 0, CNSCD_SPREADSHEET_ERROR_EMPTY);
  assert_fails (" ,\t,\n\n", 6, CNSCD_SPREADSHEET_ERROR_EMPTY);
  assert_fails (wide, strlen (wide), CNSCD_SPREADSHEET_ERROR_EMPTY);
  assert_fails (too_wide, strlen (too_wide), CNSCD_SPREADSHEET_ERROR_TOO_LARGE);
  long_file[CNSCD_WORKBOOK_MAX_ROWS] = 'x';
  assert_fails (long_file, CNSCD_WORKBOOK_MAX_ROWS + 1, CNSCD_SPREADSHEET_ERROR_TOO_LARGE);
}

/* What is counted is grouped; which row it is stands there as the spreadsheet shows it. */
static void
test_numbers_in_words (void)
{
  g_autofree char *long_file = g_strnfill (CNSCD_WORKBOOK_MAX_ROWS + 1, '\n');
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CnscdWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;

  long_file[CNSCD_WORKBOOK_MAX_ROWS] = 'x';
  bytes = g_bytes_new (long_file, CNSCD_WORKBOOK_MAX_ROWS + 1);
  workbook = cnscd_test_read (bytes, "A.csv", &error);
  g_assert_null (workbook);
  g_assert_nonnull (strstr (error->message, "in row 200001, column 1"));
  g_assert_nonnull (strstr (error->message, "at most 200,000 rows and 1,024 columns"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv/delimiters", test_delimiters);
  g_test_add_func ("/exchange/csv/quotes", test_quotes);
  g_test_add_func ("/exchange/csv/refused", test_refused);
  g_test_add_func ("/exchange/csv/numbers-in-words", test_numbers_in_words);
  return g_test_run ();
}
