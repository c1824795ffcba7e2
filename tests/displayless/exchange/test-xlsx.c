/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-spreadsheet.h"

#define REL         "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE_REL "http://schemas.openxmlformats.org/package/2006/relationships"

static void
assert_cells (GBytes *bytes, const char *expected)
{
  g_autoptr (GBytes) owned = bytes;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdWorkbook) workbook = cnscd_test_read (owned, "any.xlsx", &error);
  g_autofree char *printed = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (workbook->format, ==, "xlsx");
  cnscd_test_workbook_check (workbook);
  printed = cnscd_test_workbook_print (workbook);
  g_assert_cmpstr (printed, ==, expected);
}

static void
assert_fails (GBytes *bytes, CnscdSpreadsheetError code)
{
  g_autoptr (GBytes) owned = bytes;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdWorkbook) workbook = cnscd_test_read (owned, "any.xlsx", &error);

  g_assert_null (workbook);
  g_assert_error (error, CNSCD_SPREADSHEET_ERROR, (int) code);
}

static void
test_text (void)
{
  assert_cells (
    cnscd_test_xlsx_build (
      "<sheetData><row r='1'>"
      "<c r='A1' t='s'><v>0</v></c>"
      "<c r='B1' t='s'><v>1</v></c>"
      "<c r='C1' t='s'><v>2</v></c>"
      "<c r='D1' t='inlineStr'><is><t>Đỗ </t><rPh sb='0' eb='1'><t>x</t></rPh></is></c>"
      "<c r='E1' t='inlineStr'><is><r><rPr><b/></rPr><t>Tổ</t></r><r><t xml:space='preserve'> "
      "phó</t></r></is></c>"
      "<c r='F1' t='str'><f>A1&amp;B1</f><v>kết quả &lt;1&gt;</v></c>"
      "<c r='G1' t='s'><v>3</v></c>"
      "<c r='H1' t='inlineStr'><v>như v</v></c>"
      "<c r='I1' t='inlineStr'><is><t>  </t></is></c>"
      "<c r='J1' t='inlineStr'><is><t><![CDATA[a<b]]></t></is></c>"
      "</row></sheetData>",
      "<si><t>Nguyễn Văn A</t></si>"
      "<si><r><t>Bí thư</t></r><r><rPr><i/></rPr><t xml:space='preserve'> Chi đoàn</t></r>"
      "<rPh sb='0' eb='2'><t>bỏ qua</t></rPh><phoneticPr fontId='1'/></si>"
      "<si><t></t></si>"
      "<si><t>một_x000A_hai_x005F_x0041_ _x0000_</t></si>",
      NULL, NULL),
    "[A]\n0,0=Nguyễn Văn A\n0,1=Bí thư Chi đoàn\n0,3=Đỗ \n0,4=Tổ phó\n0,5=kết quả <1>\n"
    "0,6=một\nhai_x0041_ _x0000_\n0,7=như v\n0,9=a<b\n");
}

static void
test_values (void)
{
  assert_cells (cnscd_test_xlsx_build ("<sheetData><row r='2'>"
                                       "<c r='A2'><v>912345678</v></c>"
                                       "<c r='B2' t='n'><v>0.1</v></c>"
                                       "<c r='C2'><v>9.12345678E8</v></c>"
                                       "<c r='D2' t='b'><v>1</v></c>"
                                       "<c r='E2' t='b'><v>0</v></c>"
                                       "<c r='F2' t='e'><v>#REF!</v></c>"
                                       "<c r='G2'><f>1+1</f><v>2</v></c>"
                                       "<c r='H2'><v>-3.50</v></c>"
                                       "<c r='I2'><v>0x10</v></c>"
                                       "<c r='J2'><v>nan</v></c>"
                                       "<c r='K2'><v>1e999</v></c>"
                                       "<c r='L2'/><c r='M2'><v></v></c><c r='N2'><f>A1</f></c>"
                                       "<c r='O2' t='d'><v>2025-11-29T07:30:00</v></c>"
                                       "<c r='P2'><v>123456789012345</v></c>"
                                       "</row></sheetData>",
                                       NULL, NULL, NULL),
                "[A]\n1,0:number=912345678\n1,1:number=0.1\n1,2:number=912345678\n"
                "1,3:boolean=TRUE\n1,4:boolean=FALSE\n1,5:error=#REF!\n1,6:number=2\n"
                "1,7:number=-3.5\n1,8=0x10\n1,9=nan\n1,10=1e999\n1,14:date=29/11/2025\n"
                "1,15:number=123456789012345\n");
}

static const char date_formats[] =
  "<numFmts count='5'>"
  "<numFmt numFmtId='164' formatCode='dd/mm/yyyy'/>"
  "<numFmt numFmtId='165' formatCode='#,##0 &quot;đ&quot;;[Red]-#,##0'/>"
  "<numFmt numFmtId='166' formatCode='[$-42A]d mmmm yyyy;@'/>"
  "<numFmt numFmtId='167' formatCode='h:mm'/>"
  "<numFmt numFmtId='14' formatCode='0.00'/>"
  "</numFmts>"
  "<cellStyleXfs><xf numFmtId='164'/></cellStyleXfs>"
  "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='166'/>"
  "<xf numFmtId='167'/><xf numFmtId='15'/><xf numFmtId='14'/></cellXfs>";

static const char date_cells[] = "<sheetData><row>"
                                 "<c s='0'><v>27566</v></c><c s='1'><v>27566</v></c>"
                                 "<c s='2'><v>27566</v></c><c s='3'><v>27566.75</v></c>"
                                 "<c s='4'><v>0.5</v></c><c s='5'><v>27566</v></c>"
                                 "<c s='6'><v>27566</v></c><c s='99'><v>27566</v></c>"
                                 "<c s='1'><v>-5</v></c><c s='1'><v>99999999</v></c>"
                                 "</row></sheetData>";

static void
test_dates (void)
{
  assert_cells (cnscd_test_xlsx_build (date_cells, NULL, date_formats, NULL),
                "[A]\n0,0:number=27566\n0,1:date=21/06/1975\n0,2:number=27566\n"
                "0,3:date=21/06/1975\n0,4:number=0.5\n0,5:date=21/06/1975\n0,6:number=27566\n"
                "0,7:number=27566\n0,8:number=-5\n0,9:number=99999999\n");
  assert_cells (
    cnscd_test_xlsx_build (date_cells, NULL, date_formats, "<workbookPr date1904='1'/>"),
    "[A]\n0,0:number=27566\n0,1:date=22/06/1979\n0,2:number=27566\n"
    "0,3:date=22/06/1979\n0,4:number=0.5\n0,5:date=22/06/1979\n0,6:number=27566\n"
    "0,7:number=27566\n0,8:number=-5\n0,9:number=99999999\n");
}

static void
test_positions (void)
{
  /* Rows and cells out of order, without references, far apart; a dimension that lies. */
  assert_cells (
    cnscd_test_xlsx_build (
      "<dimension ref='A1:B2'/><sheetData>"
      "<row r='9'><c r='C9'><v>3</v></c><c r='A9'><v>1</v></c></row>"
      "<row r='2'><c><v>4</v></c><c r='D2'><v>5</v></c><c><v>6</v></c></row>"
      "<row><c><v>7</v></c></row>"
      "<row><c r='B12'><v>8</v></c></row><row><c><v>9</v></c></row>"
      "<row r='2'><c r='A2'><v>44</v></c></row>"
      "<row r='200000'><c r='ALJ200000'><v>10</v></c></row>"
      "</sheetData>"
      "<mergeCells count='9'><mergeCell ref='A1:C1'/><mergeCell ref='$B$2:$B$3'/>"
      "<mergeCell ref='B2'/><mergeCell ref='C3:A1'/><mergeCell ref='?:?'/></mergeCells>",
      NULL, NULL, NULL),
    "[A]\n1,0:number=44\n1,3:number=5\n1,4:number=6\n2,0:number=7\n8,0:number=1\n"
    "8,2:number=3\n11,1:number=8\n12,0:number=9\n199999,997:number=10\n"
    "0,0+0,2\n1,1+2,1\n");
}

static void
test_limits (void)
{
  assert_fails (cnscd_test_xlsx_build ("<sheetData><row r='200001'><c r='A200001'><v>1</v></c>"
                                       "</row></sheetData>",
                                       NULL, NULL, NULL),
                CNSCD_SPREADSHEET_ERROR_TOO_LARGE);
  assert_fails (cnscd_test_xlsx_build ("<sheetData><row r='1'><c r='XFD1'><v>1</v></c>"
                                       "</row></sheetData>",
                                       NULL, NULL, NULL),
                CNSCD_SPREADSHEET_ERROR_TOO_LARGE);
  /* Empty styled cells out there are nothing. */
  assert_cells (cnscd_test_xlsx_build ("<sheetData><row r='1'><c r='A1'><v>1</v></c></row>"
                                       "<row r='1048576'><c r='XFD1048576' s='1'/></row>"
                                       "</sheetData>",
                                       NULL, NULL, NULL),
                "[A]\n0,0:number=1\n");
  assert_fails (cnscd_test_xlsx_build ("<sheetData><row r='1'><c r='1A'><v>1</v></c></row>"
                                       "</sheetData>",
                                       NULL, NULL, NULL),
                CNSCD_SPREADSHEET_ERROR_DAMAGED);
  assert_fails (cnscd_test_xlsx_build ("<sheetData><row r='1'><c r='A1' t='s'><v>7</v></c></row>"
                                       "</sheetData>",
                                       "<si><t>x</t></si>", NULL, NULL),
                CNSCD_SPREADSHEET_ERROR_DAMAGED);
  assert_fails (cnscd_test_xlsx_build ("<sheetData/>", NULL, NULL, NULL),
                CNSCD_SPREADSHEET_ERROR_EMPTY);
}

static void
test_long_text (void)
{
  g_autofree char *text = g_strnfill (CNSCD_WORKBOOK_MAX_TEXT - 1, 'x');
  g_autofree char *data =
    g_strdup_printf ("<sheetData><row><c t='inlineStr'><is><t>%sĐĐĐ</t></is></c></row>"
                     "</sheetData>",
                     text);
  g_autoptr (GBytes) bytes = cnscd_test_xlsx_build (data, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdWorkbook) workbook = cnscd_test_read (bytes, "long.xlsx", &error);
  const CnscdCell *cell;

  g_assert_no_error (error);
  cell = cnscd_sheet_find (g_ptr_array_index (workbook->sheets, 0), 0, 0);
  g_assert_cmpstr (cell->text, ==, text);
}

/* Text typed for fonts that draw Vietnamese in the places of other letters. */
static void
test_legacy_fonts (void)
{
  static const char styles[] =
    "<fonts><font><name val='Calibri'/></font><font><name val='.VnTime'/></font>"
    "<font><name val='.VnTimeH'/></font><font><sz val='9'/><name val='VNI-Times'/></font></fonts>"
    "<cellXfs><xf fontId='0'/><xf fontId='1'/><xf fontId='2'/><xf fontId='3'/><xf fontId='7'/>"
    "</cellXfs>";

  assert_cells (
    cnscd_test_xlsx_build (
      "<sheetData><row>"
      "<c s='1' t='s'><v>0</v></c><c s='0' t='s'><v>0</v></c><c s='2' t='s'><v>0</v></c>"
      "<c s='3' t='inlineStr'><is><t>Ñoäc laäp - Töï do</t></is></c>"
      "<c s='1' t='s'><v>1</v></c><c s='1' t='s'><v>2</v></c><c s='0' t='s'><v>3</v></c>"
      "<c s='1' t='s'><v>3</v></c><c s='4' t='s'><v>0</v></c><c s='2' t='str'><v>xom a</v></c>"
      "</row></sheetData>",
      "<si><t>NguyÔn V¨n §øc, xãm</t></si>"
      /* Unicode and plain letters in such a cell. */
      "<si><t>Nguyễn Văn Đức</t></si><si><t>VNPT 0912</t></si>"
      /* Runs that name their fonts: the cell's does not count. */
      "<si><r><rPr><rFont val='.VnTime'/></rPr><t>Hµ </t></r>"
      "<r><rPr><rFont val='Arial'/></rPr><t>Hà </t></r><r><rPr><rFont val='VNI-Times'/></rPr>"
      "<t>Haø</t></r></si>",
      styles, NULL),
    "[A]\n0,0=Nguyễn Văn Đức, xóm\n0,1=NguyÔn V¨n §øc, xãm\n0,2=NGUYỄN VĂN ĐỨC, XÓM\n"
    "0,3=Độc lập - Tự do\n0,4=Nguyễn Văn Đức\n0,5=VNPT 0912\n0,6=Hà Hà Hà\n0,7=Hà Hà Hà\n"
    "0,8=NguyÔn V¨n §øc, xãm\n0,9=XOM A\n");
}

/* Prefixes, targets from the root, sheets in the workbook's order, hidden ones, a chart. */
static void
test_package (void)
{
  assert_cells (
    cnscd_test_package_build (
      "[Content_Types].xml", "<Types/>", "_rels/.rels",
      "<p:Relationships xmlns:p='" PACKAGE_REL "'><p:Relationship Id='x' Type='" REL
      "/officeDocument' Target='/Book/The.xml'/></p:Relationships>",
      "book/the.xml",
      "<x:workbook xmlns:x='" CNSCD_TEST_MAIN_NS "' xmlns:rel='" REL "'><x:sheets>"
      "<x:sheet name='Hai' sheetId='7' rel:id='two'/>"
      "<x:sheet name='Biểu đồ' sheetId='3' rel:id='chart'/>"
      "<x:sheet name='Một' sheetId='1' state='hidden' rel:id='one'/>"
      "<x:sheet name='Ba' sheetId='2' state='veryHidden' rel:id='three'/>"
      "</x:sheets></x:workbook>",
      "book/_rels/the.xml.rels",
      "<Relationships xmlns='" PACKAGE_REL "'>"
      "<Relationship Id='one' Type='" REL "/worksheet' Target='/book/s/one.xml'/>"
      "<Relationship Id='two' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/"
      "worksheet' Target='s/two.xml'/>"
      "<Relationship Id='three' Type='" REL "/worksheet' Target='../other/./three.xml'/>"
      "<Relationship Id='chart' Type='" REL "/chartsheet' Target='chart.xml'/>"
      "<Relationship Id='web' Type='" REL "/hyperlink' Target='http://a' TargetMode='External'/>"
      "</Relationships>",
      "book/s/one.xml",
      "<worksheet xmlns='" CNSCD_TEST_MAIN_NS "'><sheetData><row><c><v>1</v></c></row></sheetData>"
      "</worksheet>",
      "book/s/two.xml",
      "<x:worksheet xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main' xmlns:y='urn:other'>"
      "<x:sheetData><x:row r='1'><x:c r='A1'><x:v>2</x:v></x:c><y:c r='B1'><y:v>9</y:v></y:c>"
      "</x:row></x:sheetData></x:worksheet>",
      "other/three.xml", "<worksheet><sheetData><row><c><v>3</v></c></row></sheetData></worksheet>",
      NULL),
    "[Hai]\n0,0:number=2\n[Một] hidden\n0,0:number=1\n[Ba] hidden\n0,0:number=3\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/xlsx/text", test_text);
  g_test_add_func ("/exchange/xlsx/values", test_values);
  g_test_add_func ("/exchange/xlsx/dates", test_dates);
  g_test_add_func ("/exchange/xlsx/positions", test_positions);
  g_test_add_func ("/exchange/xlsx/limits", test_limits);
  g_test_add_func ("/exchange/xlsx/long-text", test_long_text);
  g_test_add_func ("/exchange/xlsx/legacy-fonts", test_legacy_fonts);
  g_test_add_func ("/exchange/xlsx/package", test_package);
  return g_test_run ();
}
