/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-spreadsheet.h"

static CnscdWorkbook *
read_tables (const char *tables, GError **error)
{
  g_autoptr (GBytes) bytes = cnscd_test_ods_build (tables);

  return cnscd_test_read (bytes, "any.bin", error);
}

static void
assert_cells (const char *tables, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdWorkbook) workbook = read_tables (tables, &error);
  g_autofree char *printed = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (workbook->format, ==, "ods");
  cnscd_test_workbook_check (workbook);
  printed = cnscd_test_workbook_print (workbook);
  g_assert_cmpstr (printed, ==, expected);
}

static void
assert_fails (const char *tables, CnscdSpreadsheetError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdWorkbook) workbook = read_tables (tables, &error);

  g_assert_null (workbook);
  g_assert_error (error, CNSCD_SPREADSHEET_ERROR, (int) code);
}

static void
test_text (void)
{
  assert_cells (
    "<table:table table:name='A'><table:table-row>"
    "<table:table-cell office:value-type='string'><text:p>Ngô<text:s text:c='2'/>Trung "
    "<text:span>Ân</text:span>\n   x<text:tab/>y</text:p></table:table-cell>"
    "<table:table-cell office:value-type='string'><text:p>một</text:p><text:p>hai<text:line-break/>"
    "ba</text:p></table:table-cell>"
    "<table:table-cell><office:annotation><text:p>ghi chú</text:p></office:annotation>"
    "</table:table-cell>"
    "<table:table-cell office:value-type='string'><office:annotation><text:p>bỏ</text:p>"
    "</office:annotation><text:p>a<text:note><text:p>bỏ</text:p></text:note>b</text:p>"
    "</table:table-cell>"
    "<table:table-cell office:value-type='string' office:string-value='giá trị'/>"
    "<table:table-cell calcext:value-type='error' office:value-type='string'><text:p>#REF!</text:p>"
    "</table:table-cell>"
    "</table:table-row><table:shapes><draw:frame><table:table table:name='B'><table:table-row>"
    "<table:table-cell><text:p>hình</text:p></table:table-cell></table:table-row></table:table>"
    "</draw:frame></table:shapes></table:table>",
    "[A]\n0,0=Ngô  Trung Ân x\ty\n0,1=một\nhai\nba\n0,3=ab\n0,4=giá trị\n0,5:error=#REF!\n");
}

static void
test_values (void)
{
  assert_cells (
    "<table:table table:name='A'><table:table-row>"
    "<table:table-cell office:value-type='float' office:value='912345678'><text:p>0912 345 678"
    "</text:p></table:table-cell>"
    "<table:table-cell office:value-type='percentage' office:value='0.5'><text:p>50 %</text:p>"
    "</table:table-cell>"
    "<table:table-cell office:value-type='date' office:date-value='1975-06-21'><text:p>21/6/75"
    "</text:p></table:table-cell>"
    "<table:table-cell office:value-type='date' office:date-value='2025-11-29T07:30:00'/>"
    "<table:table-cell office:value-type='date' office:date-value='mai'><text:p>mai</text:p>"
    "</table:table-cell>"
    "<table:table-cell office:value-type='boolean' office:boolean-value='true'/>"
    "<table:table-cell office:value-type='time' office:time-value='PT07H30M00S'><text:p>07:30"
    "</text:p></table:table-cell>"
    "</table:table-row></table:table>",
    "[A]\n0,0:number=912345678\n0,1:number=0.5\n0,2:date=21/06/1975\n0,3:date=29/11/2025\n"
    "0,4=mai\n0,5:boolean=TRUE\n0,6=07:30\n");
}

static void
test_repetitions (void)
{
  assert_cells (
    "<office:automatic-styles><style:style style:name='ta2' style:family='table'>"
    "<style:table-properties table:display='false'/></style:style></office:automatic-styles>"
    "<table:table table:name='A'>"
    "<table:table-header-rows><table:table-row table:number-rows-repeated='2000'>"
    "<table:table-cell table:number-columns-repeated='16384'/></table:table-row>"
    "</table:table-header-rows>"
    "<table:table-row table:number-rows-repeated='2'>"
    "<table:table-cell table:number-columns-repeated='3'/>"
    "<table:table-cell table:number-columns-repeated='2'><text:p>x</text:p></table:table-cell>"
    "<table:table-cell table:number-columns-spanned='3' table:number-rows-spanned='2'>"
    "<text:p>y</text:p></table:table-cell><table:covered-table-cell "
    "table:number-columns-repeated='2'/><table:table-cell><text:p>z</text:p></table:table-cell>"
    "</table:table-row>"
    "<table:table-row table:number-rows-repeated='1046574'><table:table-cell/></table:table-row>"
    "</table:table>"
    "<table:table table:name='Ẩn' table:style-name='ta2'><table:table-row><table:table-cell>"
    "<text:p>1</text:p></table:table-cell></table:table-row></table:table>",
    "[A]\n2000,3=x\n2000,4=x\n2000,5=y\n2000,8=z\n2001,3=x\n2001,4=x\n2001,5=y\n2001,8=z\n"
    "2000,5+2001,7\n[Ẩn] hidden\n0,0=1\n");
}

static void
test_limits (void)
{
  assert_fails (
    "<table:table table:name='A'><table:table-row table:number-rows-repeated='2147483647'>"
    "<table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>"
    "</table:table>",
    CNSCD_SPREADSHEET_ERROR_TOO_LARGE);
  assert_fails ("<table:table table:name='A'><table:table-row>"
                "<table:table-cell table:number-columns-repeated='2147483647'><text:p>x</text:p>"
                "</table:table-cell></table:table-row></table:table>",
                CNSCD_SPREADSHEET_ERROR_TOO_LARGE);
  assert_fails ("<table:table table:name='A'><table:table-row table:number-rows-repeated='100000'>"
                "<table:table-cell table:number-columns-repeated='1000'><text:p>x</text:p>"
                "</table:table-cell></table:table-row></table:table>",
                CNSCD_SPREADSHEET_ERROR_TOO_LARGE);
  assert_fails ("<table:table table:name='A'/>", CNSCD_SPREADSHEET_ERROR_EMPTY);
  assert_fails ("<table:table table:name='A'><table:table-row><table:table-row/></table:table-row>"
                "</table:table>",
                CNSCD_SPREADSHEET_ERROR_DAMAGED);
}

static void
test_encrypted (void)
{
  g_autoptr (GBytes) bytes = cnscd_test_package_build (
    "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml",
    "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>"
    "<manifest:file-entry manifest:full-path='content.xml'><manifest:encryption-data/>"
    "</manifest:file-entry></manifest:manifest>",
    "content.xml", "\x8f\x01garbage", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (cnscd_test_read (bytes, "any.ods", &error));
  g_assert_error (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_ENCRYPTED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/ods/text", test_text);
  g_test_add_func ("/exchange/ods/values", test_values);
  g_test_add_func ("/exchange/ods/repetitions", test_repetitions);
  g_test_add_func ("/exchange/ods/limits", test_limits);
  g_test_add_func ("/exchange/ods/encrypted", test_encrypted);
  return g_test_run ();
}
