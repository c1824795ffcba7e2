/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>

#include "cnscd-test-samples.h"
#include "exchange/cnscd-roster-table.h"

static JsonNode *
read_expected (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", name, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_node_copy (json_parser_get_root (parser));
}

static void
assert_member (const CnscdRosterEntry *entry, JsonObject *expected)
{
  static const char *const genders[] = { "", "male", "female" };
  static const char *const roles[] = { "", "leader", "deputy", "member" };
  char birth[CNSCD_DATE_ISO_SIZE];

  g_assert_cmpstr (entry->full_name, ==, json_object_get_string_member (expected, "full_name"));
  g_assert_cmpstr (genders[entry->gender], ==, json_object_get_string_member (expected, "gender"));
  g_assert_cmpstr (entry->phone, ==, json_object_get_string_member (expected, "phone"));
  g_assert_cmpstr (roles[entry->role], ==, json_object_get_string_member (expected, "role"));
  g_assert_cmpstr (cnscd_date_write_iso (entry->birth, birth), ==,
                   json_object_get_string_member (expected, "birth"));
}

typedef struct
{
  const char *file;
  const char *expected;
  gboolean titled; /* with title rows, as the annex */
} Sample;

/* Every team and member of the sample, in order, with every value of the expected ones. For TCVN3
 * that is everything: what the encoding loses, capitals with tone marks, is won back. */
static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr (CnscdWorkbook) workbook = read_sample (sample->file);
  g_autoptr (JsonNode) expected = read_expected (sample->expected);
  JsonArray *teams = json_object_get_array_member (json_node_get_object (expected), "teams");
  g_autoptr (CnscdRosterTable) table = cnscd_roster_table_recognize (workbook, NULL);

  print_findings (table->findings);
  g_assert_cmpuint (table->groups->len, ==, 36);
  g_assert_cmpuint (table->n_entries, ==, 252);
  g_assert_cmpuint (json_array_get_length (teams), ==, 36);
  for (guint i = 0; i < table->groups->len; i++)
    {
      const CnscdRosterGroup *group = table->groups->pdata[i];
      JsonObject *team = json_array_get_object_element (teams, i);
      JsonArray *members = json_object_get_array_member (team, "members");
      g_autofree char *name = g_strconcat ("Tổ CNSCĐ xóm ", group->hamlet, NULL);

      g_assert_cmpstr (group->hamlet, ==, json_object_get_string_member (team, "hamlet"));
      g_assert_cmpstr (group->name, ==, name);
      g_assert_cmpint (group->hamlet_kind, ==, CNSCD_HAMLET_KIND_HAMLET);
      g_assert_cmpuint (group->entries->len, ==, json_array_get_length (members));
      for (guint j = 0; j < group->entries->len; j++)
        {
          assert_member (group->entries->pdata[j], json_array_get_object_element (members, j));
        }
    }

  if (sample->titled)
    {
      char date[CNSCD_DATE_ISO_SIZE];

      g_assert_cmpstr (table->unit_kind, ==, "xa");
      g_assert_cmpstr (table->unit_name, ==, "Võ Nhai");
      g_assert_cmpstr (table->decision_number, ==, "103/QĐ-UBND");
      g_assert_cmpstr (cnscd_date_write_iso (table->decision_date, date), ==, "2025-11-29");
    }
  /* the samples hold nothing that is not understood */
  for (guint i = 0; i < table->findings->len; i++)
    g_assert_cmpstr (((CnscdFinding *) table->findings->pdata[i])->code, ==, "role-empty");
  if (!g_str_equal (sample->file, "roster-messy.xlsx"))
    g_assert_cmpuint (table->findings->len, ==, 0);
}

static void
test_offices (void)
{
  static const char *const files[] = { "roster-annex.xlsx", "roster-flat-utf8-bom.csv" };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (CnscdWorkbook) workbook = read_sample (files[i]);
      g_autoptr (CnscdRosterTable) table = cnscd_roster_table_recognize (workbook, NULL);
      const CnscdRosterGroup *group = table->groups->pdata[0];
      const CnscdRosterEntry *first = group->entries->pdata[0];
      const CnscdRosterEntry *third = group->entries->pdata[2];

      g_assert_cmpstr (first->position, ==, "Trưởng xóm");
      g_assert_cmpstr (first->body, ==, i == 0 ? NULL : "Xóm");
      g_assert_cmpstr (third->position, ==, "Bí thư Chi đoàn");
      g_assert_cmpstr (third->body, ==, "Đoàn Thanh niên");
    }
}

#define ROWS(...) ((const char *const[]) { __VA_ARGS__, NULL })

static CnscdRosterTable *
recognize (const char *const *rows)
{
  g_autoptr (CnscdWorkbook) workbook = make_workbook ("xlsx", rows);
  CnscdRosterTable *table = cnscd_roster_table_recognize (workbook, NULL);

  print_findings (table->findings);
  return table;
}

static const CnscdRosterEntry *
get_entry (const CnscdRosterTable *table, guint group, guint entry)
{
  const CnscdRosterGroup *found;

  g_assert_cmpuint (group, <, table->groups->len);
  found = table->groups->pdata[group];
  g_assert_cmpuint (entry, <, found->entries->len);
  return found->entries->pdata[entry];
}

static const CnscdRosterGroup *
get_group (const CnscdRosterTable *table, guint group)
{
  g_assert_cmpuint (group, <, table->groups->len);
  return table->groups->pdata[group];
}

typedef struct
{
  const char *code;
  CnscdFindingLevel level;
  guint row, column;
  guint n_people; /* imported all the same */
  const char *rows[8];
} FindingCase;

static const FindingCase finding_cases[] = {
  { "phone-invalid",
    CNSCD_FINDING_WARNING,
    3,
    3,
    1,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|Hà Văn A|12345" } },
  { "phone-several",
    CNSCD_FINDING_WARNING,
    3,
    3,
    1,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|Hà Văn A|0912345678 / 0987654321" } },
  { "birth-invalid",
    CNSCD_FINDING_WARNING,
    3,
    3,
    1,
    { "STT|Họ và tên|Năm sinh", "Xóm Mới", "1|Hà Văn A|31/02/1980" } },
  { "birth-doubtful",
    CNSCD_FINDING_WARNING,
    3,
    3,
    1,
    { "STT|Họ và tên|Năm sinh", "Xóm Mới", "1|Hà Văn A|2999" } },
  { "birth-doubtful",
    CNSCD_FINDING_WARNING,
    3,
    3,
    1,
    { "STT|Họ và tên|Năm sinh", "Xóm Mới", "1|Hà Văn A|#2090" } },
  { "birth-doubtful",
    CNSCD_FINDING_WARNING,
    3,
    3,
    1,
    { "STT|Họ và tên|Năm sinh", "Xóm Mới", "1|Hà Văn A|1905" } },
  { "birth-doubtful",
    CNSCD_FINDING_WARNING,
    3,
    3,
    1,
    { "STT|Họ và tên|Năm sinh", "Xóm Mới", "1|Hà Văn A|2024" } },
  { "birth-invalid",
    CNSCD_FINDING_WARNING,
    3,
    3,
    1,
    { "STT|Họ và tên|Năm sinh", "Xóm Mới", "1|Hà Văn A|#-4" } },
  { "birth-twice",
    CNSCD_FINDING_WARNING,
    4,
    4,
    1,
    { "STT|Họ và tên|Năm sinh", "||Nam|Nữ", "Xóm Mới", "1|Hà Văn A|#1980|#1981" } },
  { "gender-invalid",
    CNSCD_FINDING_WARNING,
    3,
    3,
    1,
    { "STT|Họ và tên|Giới tính", "Xóm Mới", "1|Hà Văn A|xyz" } },
  { "role-unknown",
    CNSCD_FINDING_WARNING,
    4,
    3,
    2,
    { "STT|Họ và tên|Vai trò", "Xóm Mới", "1|Hà Văn A|Tổ trưởng", "2|Hà Văn B|Thủ quỹ" } },
  { "role-empty",
    CNSCD_FINDING_INFO,
    4,
    3,
    2,
    { "STT|Họ và tên|Vai trò|SĐT", "Xóm Mới", "1|Hà Văn A|Tổ trưởng", "2|Hà Văn B||0912345678" } },
  { "name-missing",
    CNSCD_FINDING_ERROR,
    4,
    0,
    1,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|Hà Văn A|0912345678", "2||0912345679" } },
  { "name-invalid",
    CNSCD_FINDING_ERROR,
    4,
    2,
    1,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|Hà Văn A|0912345678", "2|#12345|0912345679" } },
  { "name-invalid",
    CNSCD_FINDING_ERROR,
    3,
    2,
    0,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|#N/A|0912345678" } },
  { "name-vacant",
    CNSCD_FINDING_INFO,
    3,
    2,
    0,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|Chưa phân công|0912345678" } },
  { "name-with-role",
    CNSCD_FINDING_INFO,
    3,
    2,
    1,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|Hà Văn A (TT)|0912345678" } },
  { "name-several",
    CNSCD_FINDING_WARNING,
    3,
    2,
    1,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|Hà Văn A, Lê Thị B|0912345678" } },
  { "name-doubtful",
    CNSCD_FINDING_WARNING,
    3,
    2,
    1,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|Y|0912345678" } },
  { "name-doubtful",
    CNSCD_FINDING_WARNING,
    3,
    2,
    1,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|Hà Văn A2|0912345678" } },
  { "name-doubtful",
    CNSCD_FINDING_WARNING,
    3,
    2,
    1,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|Trần Thị 😀|0912345678" } },
  { "name-several",
    CNSCD_FINDING_WARNING,
    3,
    2,
    1,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|Nguyễn Thị Lan và Trần Văn B|0912345678" } },
  { "name-several",
    CNSCD_FINDING_WARNING,
    3,
    2,
    1,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|NGUYỄN THỊ LAN VÀ TRẦN VĂN B|0912345678" } },
  { "name-several",
    CNSCD_FINDING_WARNING,
    3,
    2,
    1,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|Hà Văn A / Lê Thị B|0912345678" } },
  { "name-several",
    CNSCD_FINDING_WARNING,
    3,
    2,
    1,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|Hà Văn A & Lê Thị B|0912345678" } },
  { "name-several",
    CNSCD_FINDING_WARNING,
    3,
    2,
    1,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|Hà Văn A\nLê Thị B|0912345678" } },
  { "name-too-long",
    CNSCD_FINDING_ERROR,
    4,
    2,
    1,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|Hà Văn A|0912345678",
      "2|Hà Văn Bảo Trâm Anh Minh Châu Ngọc Lan Hương Giang Thanh Trúc Quỳnh Như Khánh Linh "
      "Phương Thảo|0912345679" } },
  { "name-doubtful",
    CNSCD_FINDING_WARNING,
    3,
    2,
    1,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|=Hà Văn A|0912345678" } },
  { "name-doubtful",
    CNSCD_FINDING_WARNING,
    3,
    2,
    1,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|Hà Văn A (con|0912345678" } },
  { "value-not-kept",
    CNSCD_FINDING_WARNING,
    3,
    2,
    1,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|Hà Văn A (CCCD 019075001234)|0912345678" } },
  { "honorific-removed",
    CNSCD_FINDING_INFO,
    4,
    0,
    3,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|Hà Văn A|0912345678", "2|Bà: Lê Thị B|0912345679",
      "3|Đ/c Ma Văn C|" } },
  { "phone-several",
    CNSCD_FINDING_WARNING,
    3,
    3,
    1,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|Hà Văn A|0911000001 0911000002" } },
  { "phone-several",
    CNSCD_FINDING_WARNING,
    3,
    3,
    1,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|Hà Văn A|0911000001\n0911000002" } },
  { "rows-numbered-only",
    CNSCD_FINDING_INFO,
    0,
    0,
    1,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|Hà Văn A|0912345678", "#2", "#3" } },
  { "column-not-kept",
    CNSCD_FINDING_INFO,
    1,
    3,
    1,
    { "STT|Họ và tên|Số CCCD", "Xóm Mới", "1|Hà Văn A|019075001234" } },
  { "column-not-kept",
    CNSCD_FINDING_INFO,
    1,
    3,
    1,
    { "STT|Họ và tên|Dân tộc", "Xóm Mới", "1|Hà Văn A|Tày" } },
  { "column-not-kept",
    CNSCD_FINDING_INFO,
    1,
    3,
    1,
    { "STT|Họ và tên|Tôn giáo", "Xóm Mới", "1|Hà Văn A|Không" } },
  { "column-not-kept",
    CNSCD_FINDING_INFO,
    1,
    3,
    1,
    { "STT|Họ và tên|Ngày vào Đảng", "Xóm Mới", "1|Hà Văn A|03/02/2001" } },
  { "column-not-kept",
    CNSCD_FINDING_INFO,
    1,
    3,
    2,
    { "STT|Họ và tên|Mã số", "Xóm Mới", "1|Hà Văn A|019075001234", "2|Hà Văn B|019075001235" } },
  { "column-ignored",
    CNSCD_FINDING_INFO,
    1,
    3,
    1,
    { "STT|Họ và tên|Trình độ", "Xóm Mới", "1|Hà Văn A|Đại học" } },
  { "column-left-out",
    CNSCD_FINDING_WARNING,
    1,
    4,
    1,
    { "STT|Họ và tên|Điện thoại|Zalo", "Xóm Mới", "1|Hà Văn A|0912345678|0912345679" } },
  { "value-not-kept",
    CNSCD_FINDING_WARNING,
    3,
    3,
    1,
    { "STT|Họ và tên|Ghi chú", "Xóm Mới", "1|Hà Văn A|CCCD 019075001234" } },
  { "total-differs",
    CNSCD_FINDING_INFO,
    4,
    0,
    1,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|Hà Văn A|0912345678", "Tổng số: 1 tổ, 3 thành viên./." } },
  { "total-differs",
    CNSCD_FINDING_INFO,
    4,
    0,
    1,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|Hà Văn A|0912345678", "Danh sách gồm 2 tổ, 1 người./." } },
  { "footer-ignored",
    CNSCD_FINDING_INFO,
    4,
    0,
    1,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|Hà Văn A|0912345678", "|TM. ỦY BAN NHÂN DÂN", "|CHỦ TỊCH",
      "|Nguyễn Văn Ký" } },
  { "title-ignored",
    CNSCD_FINDING_INFO,
    4,
    1,
    2,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|Hà Văn A|0912345678", "DANH SÁCH THÀNH VIÊN (tiếp)",
      "2|Hà Văn B|0912345679" } },
  { "second-head",
    CNSCD_FINDING_INFO,
    4,
    0,
    2,
    { "STT|Họ và tên|SĐT", "Xóm Mới", "1|Hà Văn A|0912345678", "STT|SĐT|Họ và tên",
      "1|0912345679|Hà Văn B" } },
  { "team-empty",
    CNSCD_FINDING_WARNING,
    2,
    0,
    1,
    { "STT|Họ và tên|SĐT", "I. Tổ CNSCĐ xóm Cũ", "II. Tổ CNSCĐ xóm Mới",
      "1|Hà Văn A|0912345678" } },
  { "team-unknown",
    CNSCD_FINDING_WARNING,
    2,
    0,
    1,
    { "STT|Họ và tên|SĐT", "1|Hà Văn A|0912345678" } },
  { "hamlet-missing",
    CNSCD_FINDING_WARNING,
    6,
    2,
    5,
    { "STT|Xóm|Họ và tên", "1|Xóm Mới|Hà Văn A", "2|Xóm Mới|Hà Văn B", "3|Xóm Cũ|Hà Văn C",
      "4|Xóm Cũ|Hà Văn D", "5||Hà Văn E" } },
};

static void
test_finding (gconstpointer data)
{
  const FindingCase *expected = data;
  g_autoptr (CnscdRosterTable) table = recognize (expected->rows);
  const CnscdFinding *finding = find_finding (table->findings, expected->code);

  g_assert_nonnull (finding);
  g_assert_cmpint (finding->level, ==, expected->level);
  g_assert_cmpuint (finding->row, ==, expected->row);
  g_assert_cmpuint (finding->column, ==, expected->column);
  g_assert_cmpstr (finding->sheet, ==, "Sheet1");
  g_assert_true (g_utf8_validate (finding->message, -1, NULL));
  g_assert_cmpuint (count_findings (table->findings, expected->code), ==, 1);
  g_assert_cmpuint (table->n_entries, ==, expected->n_people);
}

static void
test_finding_cells (void)
{
  g_autoptr (CnscdWorkbook) workbook = cnscd_workbook_new ("xlsx");
  CnscdSheet *cover = cnscd_workbook_add_sheet (workbook, "Bìa");
  CnscdSheet *secret = cnscd_workbook_add_sheet (workbook, "Ẩn");
  CnscdSheet *sheet = cnscd_workbook_add_sheet (workbook, "Xóm Mới");
  static const char *const heads[] = { "Họ và tên", "Ngày sinh", "SĐT" };
  g_autoptr (CnscdRosterTable) table = NULL;
  char birth[CNSCD_DATE_ISO_SIZE];

  secret->hidden = TRUE;
  cnscd_workbook_add_text (workbook, cover, 0, 0, CNSCD_CELL_TEXT,
                           "Quyết định số 7/QĐ-UBND ngày 5 tháng 1 năm 2026 về việc kiện toàn", -1,
                           NULL);
  cnscd_workbook_add_text (workbook, secret, 0, 0, CNSCD_CELL_TEXT, "Họ và tên", -1, NULL);
  cnscd_workbook_add_text (workbook, secret, 1, 0, CNSCD_CELL_TEXT, "Hà Văn Ẩn", -1, NULL);
  for (guint c = 0; c < 3; c++)
    cnscd_workbook_add_text (workbook, sheet, 0, c, CNSCD_CELL_TEXT, heads[c], -1, NULL);
  for (guint r = 1; r <= 2; r++)
    cnscd_workbook_add_text (workbook, sheet, r, 0, CNSCD_CELL_TEXT,
                             r == 1 ? "Hà Văn A" : "Hà Văn B", -1, NULL);
  cnscd_workbook_add_date (workbook, sheet, 1, 1, CNSCD_DATE (1905, 5, 28), NULL);
  cnscd_workbook_add_date (workbook, sheet, 2, 1, CNSCD_DATE (1980, 6, 21), NULL);
  cnscd_workbook_add_text (workbook, sheet, 1, 2, CNSCD_CELL_ERROR, "#REF!", -1, NULL);
  cnscd_workbook_finish (workbook, NULL);

  table = cnscd_roster_table_recognize (workbook, NULL);
  print_findings (table->findings);
  g_assert_cmpuint (count_findings (table->findings, "sheet-no-roster"), ==, 1);
  g_assert_cmpstr (find_finding (table->findings, "sheet-no-roster")->sheet, ==, "Bìa");
  g_assert_cmpstr (find_finding (table->findings, "sheet-hidden")->sheet, ==, "Ẩn");
  g_assert_cmpuint (find_finding (table->findings, "birth-year-as-date")->row, ==, 2);
  g_assert_cmpuint (find_finding (table->findings, "cell-error")->column, ==, 3);
  g_assert_cmpuint (table->n_entries, ==, 2);
  g_assert_cmpstr (cnscd_date_write_iso (get_entry (table, 0, 0)->birth, birth), ==, "1975");
  g_assert_cmpstr (cnscd_date_write_iso (get_entry (table, 0, 1)->birth, birth), ==, "1980-06-21");
  g_assert_cmpstr (get_group (table, 0)->hamlet, ==, "Mới"); /* the sheet's name */
  g_assert_cmpstr (table->decision_number, ==, "7/QĐ-UBND");
  g_assert_cmpstr (cnscd_date_write_iso (table->decision_date, birth), ==, "2026-01-05");
  g_assert_cmpint (table->decision_kind, ==, CNSCD_DECISION_KIND_CONSOLIDATE);
}

static void
test_values (void)
{
  static const struct
  {
    const char *cell, *birth;
  } births[] = {
    { "#1975", "1975" },
    { "#27500", "1975-04-16" },
    { "1975", "1975" },
    { "21/06/1975", "1975-06-21" },
    { "21.6.1975", "1975-06-21" },
    { "'1975", "1975" },
    { "#21061975", "1975-06-21" },
    { "#19750621", "1975-06-21" },
    { "#9051998", "1998-05-09" },
    { "6/1975", "1975-06" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (births); i++)
    {
      g_autofree char *row = g_strconcat ("1|Hà Văn A|", births[i].cell, NULL);
      g_autoptr (CnscdRosterTable) table =
        recognize (ROWS ("STT|Họ và tên|Năm sinh", "Xóm Mới", row));
      char birth[CNSCD_DATE_ISO_SIZE];

      g_assert_cmpstr (cnscd_date_write_iso (get_entry (table, 0, 0)->birth, birth), ==,
                       births[i].birth);
      g_assert_cmpuint (table->findings->len, ==,
                        count_findings (table->findings, "role-column-missing"));
    }
}

static void
test_names (void)
{
  static const struct
  {
    const char *cell, *name;
  } names[] = {
    { "CHU ĐỨC TUẤN", "Chu Đức Tuấn" },     { "  Ngô  Công  Kiên ", "Ngô Công Kiên" },
    { "đỗ Công Hiếu", "Đỗ Công Hiếu" },     { "Đặng Xuân ý", "Đặng Xuân Ý" },
    { "Hà thị Lan", "Hà Thị Lan" },         { "Lê “Út” 😀, Anh", "Lê “Út” 😀, Anh" },
    { "  lê văn tám ", "Lê Văn Tám" },      { "Ông Vi Văn Đức", "Vi Văn Đức" },
    { "Bà: Trần Thị Tám", "Trần Thị Tám" }, { "Đ/c Ma Thị Đào", "Ma Thị Đào" },
    { "Đồng chí: Hà Văn A", "Hà Văn A" },   { "Chị Lê Thị B", "Lê Thị B" },
    { "Ông Văn Đức", "Ông Văn Đức" },       { "Hà Văn A (Tổ trưởng)", "Hà Văn A" },
    { "Hà Văn A (con)", "Hà Văn A" },       { "Ngô (thay thế) Mậu", "Ngô Mậu" },
    { "(Hà Văn A)", "(Hà Văn A)" },         { "Hà Văn A ()", "Hà Văn A" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *row = g_strconcat ("1|", names[i].cell, "|0912345678", NULL);
      g_autoptr (CnscdRosterTable) table = recognize (ROWS ("STT|Họ và tên|SĐT", "Xóm Mới", row));

      g_assert_cmpstr (get_entry (table, 0, 0)->full_name, ==, names[i].name);
    }
}

/* What stands in brackets among a name, in the note. */
static void
test_notes_in_names (void)
{
  g_autoptr (CnscdRosterTable) table =
    recognize (ROWS ("STT|Họ và tên|Vai trò|Ghi chú", "Xóm Mới", "1|Ngô (thay thế) Mậu|Tổ trưởng|",
                     "2|Hà Văn A (con) (mới)||Nghỉ hưu", "3|Hà (tức Út) Văn B (tổ phó)||",
                     "4|Hà Văn C (CCCD 019075001234)|Thành viên|Khéo tay"));

  g_assert_cmpstr (get_entry (table, 0, 0)->full_name, ==, "Ngô Mậu");
  g_assert_cmpstr (get_entry (table, 0, 0)->note, ==, "thay thế");
  g_assert_cmpstr (get_entry (table, 0, 1)->full_name, ==, "Hà Văn A");
  g_assert_cmpstr (get_entry (table, 0, 1)->note, ==, "con; mới; Nghỉ hưu");
  g_assert_cmpstr (get_entry (table, 0, 2)->full_name, ==, "Hà Văn B");
  g_assert_cmpstr (get_entry (table, 0, 2)->note, ==, "tức Út");
  g_assert_cmpint (get_entry (table, 0, 2)->role, ==, CNSCD_ROLE_DEPUTY);
  g_assert_cmpstr (get_entry (table, 0, 3)->full_name, ==, "Hà Văn C");
  g_assert_cmpstr (get_entry (table, 0, 3)->note, ==, "Khéo tay");
  g_assert_cmpstr (get_entry (table, 0, 1)->written_name, ==, "Hà Văn A (con) (mới)");
  g_assert_cmpstr (get_entry (table, 0, 1)->written_note, ==, "Nghỉ hưu");
  g_assert_null (get_entry (table, 0, 3)->written_name);
  g_assert_cmpuint (count_findings (table->findings, "name-with-role"), ==, 1);
  g_assert_cmpuint (count_findings (table->findings, "value-not-kept"), ==, 1);
}

static void
test_heads (void)
{
  static const struct
  {
    const char *head;
    CnscdColumn column;
  } heads[] = {
    { "STT", CNSCD_COLUMN_NUMBER },
    { "Số\nTT", CNSCD_COLUMN_NUMBER },
    { "HỌ VÀ TÊN", CNSCD_COLUMN_FULL_NAME },
    { "Họ tên thành viên", CNSCD_COLUMN_FULL_NAME },
    { "Họ và tên đệm", CNSCD_COLUMN_FAMILY_NAME },
    { "Tên", CNSCD_COLUMN_GIVEN_NAME },
    { "Ngày, tháng, năm sinh", CNSCD_COLUMN_BIRTH },
    { "Năm", CNSCD_COLUMN_BIRTH },
    { "Nam", CNSCD_COLUMN_MALE_MARK },
    { "Nữ", CNSCD_COLUMN_FEMALE_MARK },
    { "Nam/Nữ", CNSCD_COLUMN_GENDER },
    { "Phái", CNSCD_COLUMN_GENDER },
    { "Chức vụ, đơn vị", CNSCD_COLUMN_OFFICE },
    { "Chức vụ, đơn vị công tác", CNSCD_COLUMN_OFFICE },
    { "Chức danh", CNSCD_COLUMN_POSITION },
    { "Đơn vị công tác", CNSCD_COLUMN_BODY },
    { "Cơ quan", CNSCD_COLUMN_BODY },
    { "Nhiệm vụ trong Tổ", CNSCD_COLUMN_ROLE },
    { "Chức danh trong tổ", CNSCD_COLUMN_ROLE },
    { "Vai trò", CNSCD_COLUMN_ROLE },
    { "Số điện thoại (Zalo)", CNSCD_COLUMN_PHONE },
    { "ĐT", CNSCD_COLUMN_PHONE },
    { "Di động", CNSCD_COLUMN_PHONE },
    { "Xóm/TDP", CNSCD_COLUMN_HAMLET },
    { "Thôn, xóm, tổ dân phố", CNSCD_COLUMN_HAMLET },
    { "Địa bàn", CNSCD_COLUMN_HAMLET },
    { "Tổ", CNSCD_COLUMN_TEAM },
    { "Tên tổ công nghệ số cộng đồng", CNSCD_COLUMN_TEAM },
    { "Xã/phường", CNSCD_COLUMN_UNIT },
    { "Ghi chú", CNSCD_COLUMN_NOTE },
    { "Số CCCD", CNSCD_COLUMN_IGNORED },
    { "Dân tộc", CNSCD_COLUMN_IGNORED },
    { "Tổ trưởng", CNSCD_COLUMN_IGNORED },
    { "Chu Đức Tuấn", CNSCD_COLUMN_IGNORED },
    { "", CNSCD_COLUMN_IGNORED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    g_assert_cmpint (cnscd_column_from_head (heads[i].head), ==, heads[i].column);
  g_assert_cmpint (cnscd_column_from_head (NULL), ==, CNSCD_COLUMN_IGNORED);
  for (guint i = 0; i < CNSCD_N_COLUMNS; i++)
    g_assert_cmpstr (cnscd_column_get_title (i), !=, "");
}

static void
test_groups (void)
{
  static const struct
  {
    const char *title, *name, *hamlet;
    CnscdHamletKind kind;
  } titles[] = {
    { "I. Tổ CNSCĐ xóm Ba Nhất", "Tổ CNSCĐ xóm Ba Nhất", "Ba Nhất", CNSCD_HAMLET_KIND_HAMLET },
    { "1. Xóm Ba Nhất", "Tổ CNSCĐ xóm Ba Nhất", "Ba Nhất", CNSCD_HAMLET_KIND_HAMLET },
    { "Tổ công nghệ số cộng đồng TDP 5", "Tổ công nghệ số cộng đồng TDP 5", "5",
      CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP },
    { "XII. TỔ CNSCĐ XÓM CAO LẦM (7 người)", "Tổ CNSCĐ xóm Cao Lầm", "Cao Lầm",
      CNSCD_HAMLET_KIND_HAMLET },
    { "Tổ công nghệ số cộng đồng xã Võ Nhai", "Tổ công nghệ số cộng đồng xã Võ Nhai", NULL,
      CNSCD_HAMLET_KIND_UNKNOWN },
    { "A. TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG XÃ VÕ NHAI", "Tổ CNSCĐ xã Võ Nhai", NULL,
      CNSCD_HAMLET_KIND_UNKNOWN },
    { "Tổ 5", "Tổ CNSCĐ tổ dân phố 5", "5", CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP },
    { "V/ Thôn Nà Lại gồm 5 thành viên:", "Tổ CNSCĐ thôn Nà Lại", "thôn Nà Lại",
      CNSCD_HAMLET_KIND_HAMLET },
    { "IV. Cao Biền", "Tổ CNSCĐ Cao Biền", "Cao Biền", CNSCD_HAMLET_KIND_UNKNOWN },
    { "Tổ công nghệ số cộng đồng xóm Ba Nhất, xã Võ Nhai", "Tổ công nghệ số cộng đồng xóm Ba Nhất",
      "Ba Nhất", CNSCD_HAMLET_KIND_HAMLET },
    { "TỔ CNSCĐ XÓM BA NHẤT XÃ VÕ NHAI", "Tổ CNSCĐ xóm Ba Nhất", "Ba Nhất",
      CNSCD_HAMLET_KIND_HAMLET },
    { "Xóm Ba Nhất - xã Võ Nhai", "Tổ CNSCĐ xóm Ba Nhất", "Ba Nhất", CNSCD_HAMLET_KIND_HAMLET },
    { "Tổ số 2 - Xóm Cao Lầm", "Tổ số 2 - Xóm Cao Lầm", "Cao Lầm", CNSCD_HAMLET_KIND_HAMLET },
    { "II. TỔ SỐ 2 - XÓM CAO LẦM", "Tổ số 2 - xóm Cao Lầm", "Cao Lầm", CNSCD_HAMLET_KIND_HAMLET },
    { "Tổ xóm Cao Lầm", "Tổ CNSCĐ xóm Cao Lầm", "Cao Lầm", CNSCD_HAMLET_KIND_HAMLET },
    { "Xóm Xã Đông", "Tổ CNSCĐ xóm Xã Đông", "Xã Đông", CNSCD_HAMLET_KIND_HAMLET },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (CnscdRosterTable) table =
        recognize (ROWS ("STT|Họ và tên|SĐT", titles[i].title, "1|Hà Văn A|0912345678"));

      g_assert_cmpuint (table->groups->len, ==, 1);
      g_assert_cmpstr (get_group (table, 0)->name, ==, titles[i].name);
      g_assert_cmpstr (get_group (table, 0)->hamlet, ==, titles[i].hamlet);
      g_assert_cmpint (get_group (table, 0)->hamlet_kind, ==, titles[i].kind);
    }
}

/* What the head of a column says of the places below it. */
static void
test_hamlet_heads (void)
{
  static const struct
  {
    const char *head, *cell, *hamlet, *team;
    CnscdHamletKind kind;
  } cells[] = {
    { "Xóm", "Ba Nhất", "Ba Nhất", "Tổ CNSCĐ xóm Ba Nhất", CNSCD_HAMLET_KIND_HAMLET },
    { "Tên xóm", "BA NHẤT", "Ba Nhất", "Tổ CNSCĐ xóm Ba Nhất", CNSCD_HAMLET_KIND_HAMLET },
    { "Xóm", "TDP 5", "5", "Tổ CNSCĐ tổ dân phố 5", CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP },
    { "TDP", "Đình Cả 1", "Đình Cả 1", "Tổ CNSCĐ tổ dân phố Đình Cả 1",
      CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP },
    { "Tổ dân phố", "5", "5", "Tổ CNSCĐ tổ dân phố 5", CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP },
    { "Xóm/TDP", "Ba Nhất", "Ba Nhất", "Tổ CNSCĐ Ba Nhất", CNSCD_HAMLET_KIND_UNKNOWN },
    { "Địa bàn", "Ba Nhất", "Ba Nhất", "Tổ CNSCĐ Ba Nhất", CNSCD_HAMLET_KIND_UNKNOWN },
    { "Xóm/TDP", "Xóm Ba Nhất, xã Võ Nhai", "Ba Nhất", "Tổ CNSCĐ xóm Ba Nhất",
      CNSCD_HAMLET_KIND_HAMLET },
    { "Xóm/TDP", "Ba Nhất, xã Võ Nhai", "Ba Nhất", "Tổ CNSCĐ Ba Nhất", CNSCD_HAMLET_KIND_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *head = g_strconcat ("STT|Họ và tên|", cells[i].head, NULL);
      g_autofree char *row = g_strconcat ("1|Hà Văn A|", cells[i].cell, NULL);
      g_autoptr (CnscdRosterTable) table = recognize (ROWS (head, row));

      g_assert_cmpstr (get_group (table, 0)->hamlet, ==, cells[i].hamlet);
      g_assert_cmpstr (get_group (table, 0)->name, ==, cells[i].team);
      g_assert_cmpint (get_group (table, 0)->hamlet_kind, ==, cells[i].kind);
    }
}

static CnscdRosterTable *
recognize_sheets (const char *const *names)
{
  g_autoptr (CnscdWorkbook) workbook = cnscd_workbook_new ("xlsx");
  CnscdRosterTable *table;

  for (guint i = 0; names[i] != NULL; i++)
    {
      CnscdSheet *sheet = cnscd_workbook_add_sheet (workbook, names[i]);
      g_autofree char *person = g_strdup_printf ("Hà Văn %c", 'A' + (int) i);
      const char *const cells[] = { "Họ và tên", "Nhiệm vụ", person, "Tổ trưởng" };

      for (guint c = 0; c < G_N_ELEMENTS (cells); c++)
        cnscd_workbook_add_text (workbook, sheet, c / 2, c % 2, CNSCD_CELL_TEXT, cells[c], -1,
                                 NULL);
    }
  cnscd_workbook_finish (workbook, NULL);
  table = cnscd_roster_table_recognize (workbook, NULL);
  print_findings (table->findings);
  return table;
}

/* A sheet a team. */
static void
test_sheets_of_hamlets (void)
{
  g_autoptr (CnscdRosterTable) two = recognize_sheets (ROWS ("Ba Nhất", "CAO LẦM", "Xóm Mới"));
  g_autoptr (CnscdRosterTable) one = recognize_sheets (ROWS ("Ba Nhất"));
  static const char *const generic[] = { "Sheet1", "Trang tính2", "Danh sách",   "Data",
                                         "DS",     "Danh sach 2", "DS tổ CNSCĐ", "2026" };

  g_assert_cmpuint (two->groups->len, ==, 3);
  g_assert_cmpstr (get_group (two, 0)->hamlet, ==, "Ba Nhất");
  g_assert_cmpstr (get_group (two, 1)->hamlet, ==, "Cao Lầm");
  g_assert_cmpstr (get_group (two, 1)->name, ==, "Tổ CNSCĐ Cao Lầm");
  g_assert_cmpstr (get_group (two, 2)->hamlet, ==, "Mới");
  g_assert_cmpuint (count_findings (two->findings, "hamlet-of-sheet"), ==, 2);
  g_assert_cmpuint (count_findings (two->findings, "team-unknown"), ==, 0);
  g_assert_null (get_group (one, 0)->hamlet);
  g_assert_cmpuint (count_findings (one->findings, "team-unknown"), ==, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (generic); i++)
    {
      g_autoptr (CnscdRosterTable) table = recognize_sheets (ROWS ("Xóm Mới", generic[i]));

      g_assert_cmpuint (table->groups->len, ==, 2);
      g_assert_null (get_group (table, 1)->hamlet);
      g_assert_cmpuint (count_findings (table->findings, "team-unknown"), ==, 1);
    }
}

/* Tô is a family name, and nobody's title. */
static void
test_people_like_titles (void)
{
  g_autoptr (CnscdRosterTable) table = recognize (ROWS (
    "Họ và tên", "Xóm Mới", "Tô Văn Thôn", "Hà Xóm Mới", "Công Văn Tổng", "Cao Biền", "Danh Sách"));

  g_assert_cmpuint (table->groups->len, ==, 1);
  g_assert_cmpuint (table->n_entries, ==, 4); /* "Danh Sách" alone is a title */
}

static void
test_columns (void)
{
  /* names in two columns, the hamlet filled once a hamlet, roles under "Chức danh" */
  g_autoptr (CnscdRosterTable) split = recognize (
    ROWS ("TT|Thôn|Họ và tên đệm|Tên|Nam|Nữ|Chức danh", "1|Xóm A1|Hà Văn|Bình|1980||Tổ trưởng",
          "2||Lê Thị|Hoa||1985|Thành viên", "3|Xóm B2|Vũ|Hải|1990||Tổ trưởng"));
  /* no words of a head at all */
  g_autoptr (CnscdRosterTable) bare = recognize (
    ROWS ("Xóm Mới", "1|Hà Văn Bình|1980|0912345678|Tổ trưởng", "2|Lê Thị Hoa|1985|0912345679|TV"));
  /* words that nobody knows */
  g_autoptr (CnscdRosterTable) strange =
    recognize (ROWS ("STT|Người phụ trách|Số máy|Xóm", "1|Hà Văn Bình|0912345678|Mới",
                     "2|Lê Thị Hoa|0912345679|Mới"));
  g_autoptr (CnscdRosterTable) marks = recognize (
    ROWS ("Họ tên|Nam|Nữ|Chức vụ", "Xóm Mới|", "Hà Văn Bình|x||Trưởng xóm", "Lê Thị Hoa||x|VNPT"));
  g_autoptr (CnscdRosterTable) team =
    recognize (ROWS ("Họ tên|Tổ|Xóm", "Hà Văn Bình|Tổ CNSCĐ số 1|Ba Nhất",
                     "Lê Thị Hoa|Tổ CNSCĐ số 2|Ba Nhất", "Vũ Hải|Tổ xung kích|"));
  g_autoptr (CnscdRosterTable) units =
    recognize (ROWS ("Xã/phường|Xóm|Họ tên|SĐT", "Xã Võ Nhai|Xóm Mới|Hà Văn Bình|",
                     "phường Đức Xuân|Tổ 1|Lê Thị Hoa|", "|Tổ 2|Vũ Hải|"));

  g_assert_cmpuint (split->groups->len, ==, 2);
  g_assert_cmpstr (get_entry (split, 0, 1)->full_name, ==, "Lê Thị Hoa");
  g_assert_cmpint (get_entry (split, 0, 1)->gender, ==, CNSCD_GENDER_FEMALE);
  g_assert_cmpint (get_entry (split, 1, 0)->role, ==, CNSCD_ROLE_LEADER);
  g_assert_cmpstr (get_entry (split, 0, 0)->position, ==, NULL);
  g_assert_cmpuint (count_findings (split->findings, "hamlet-missing"), ==, 0);

  g_assert_cmpuint (bare->n_entries, ==, 2);
  g_assert_cmpstr (get_group (bare, 0)->hamlet, ==, "Mới");
  g_assert_cmpstr (get_entry (bare, 0, 1)->phone, ==, "0912345679");
  g_assert_cmpint (get_entry (bare, 0, 0)->role, ==, CNSCD_ROLE_LEADER);
  g_assert_cmpuint (get_entry (bare, 0, 0)->birth.year, ==, 1980);
  g_assert_cmpuint (((CnscdSheetMapping *) bare->mappings->pdata[0])->head_row, ==, 0);

  g_assert_cmpuint (strange->n_entries, ==, 2);
  g_assert_cmpstr (get_entry (strange, 0, 0)->full_name, ==, "Hà Văn Bình");
  g_assert_cmpstr (get_entry (strange, 0, 0)->phone, ==, "0912345678");

  g_assert_cmpint (get_entry (marks, 0, 0)->gender, ==, CNSCD_GENDER_MALE);
  g_assert_cmpint (get_entry (marks, 0, 1)->gender, ==, CNSCD_GENDER_FEMALE);
  g_assert_cmpstr (get_entry (marks, 0, 0)->position, ==, "Trưởng xóm");
  g_assert_cmpstr (get_entry (marks, 0, 1)->position, ==, NULL);
  g_assert_cmpstr (get_entry (marks, 0, 1)->body, ==, "VNPT");

  g_assert_cmpuint (team->groups->len, ==, 3);
  g_assert_cmpstr (get_group (team, 1)->name, ==, "Tổ CNSCĐ số 2");
  g_assert_cmpstr (get_group (team, 1)->hamlet, ==, "Ba Nhất");
  g_assert_cmpstr (get_group (team, 2)->hamlet, ==, NULL);

  g_assert_cmpuint (units->groups->len, ==, 3);
  g_assert_cmpstr (get_group (units, 0)->unit_kind, ==, "xa");
  g_assert_cmpstr (get_group (units, 0)->unit_name, ==, "Võ Nhai");
  g_assert_cmpstr (get_group (units, 2)->unit_name, ==, "Đức Xuân");
}

/* Columns "Nam" and "Nữ" over marks, and over years of birth. */
static void
test_genders (void)
{
  static const struct
  {
    const char *male, *female;
    CnscdGender gender;
    guint year;
    const char *code; /* NULL: nothing to tell */
    guint column;
  } cases[] = {
    { "x", "", CNSCD_GENDER_MALE, 0, NULL, 0 },
    { "", "x", CNSCD_GENDER_FEMALE, 0, NULL, 0 },
    { "x", "x", CNSCD_GENDER_UNKNOWN, 0, "gender-twice", 3 },
    { "x", "-", CNSCD_GENDER_MALE, 0, NULL, 0 },
    { "#1980", "", CNSCD_GENDER_MALE, 1980, NULL, 0 },
    { "", "1985", CNSCD_GENDER_FEMALE, 1985, NULL, 0 },
    { "", "31/02/1985", CNSCD_GENDER_FEMALE, 0, "birth-invalid", 4 },
    { "197", "", CNSCD_GENDER_MALE, 0, "birth-invalid", 3 },
    { "", "2999", CNSCD_GENDER_FEMALE, 0, "birth-doubtful", 4 },
    { "197", "1985", CNSCD_GENDER_FEMALE, 1985, "birth-invalid", 3 },
    { "197", "198", CNSCD_GENDER_UNKNOWN, 0, "gender-twice", 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean marks = i < 4;
      g_autofree char *row = g_strdup_printf ("1|Hà Văn A|%s|%s", cases[i].male, cases[i].female);
      g_autoptr (CnscdRosterTable) table = recognize (
        ROWS ("STT|Họ và tên|Nam|Nữ", "Xóm Mới", row, marks ? "2|Hà Văn B|x|" : "2|Hà Văn B|1970|",
              marks ? "3|Hà Thị C||x" : "3|Hà Thị C||1971",
              marks ? "4|Hà Thị D||x" : "4|Hà Thị D||1972"));
      const CnscdRosterEntry *entry = get_entry (table, 0, 0);

      g_assert_cmpint (entry->gender, ==, cases[i].gender);
      g_assert_cmpuint (entry->birth.year, ==, cases[i].year);
      g_assert_cmpint (get_entry (table, 0, 1)->gender, ==, CNSCD_GENDER_MALE);
      g_assert_cmpint (get_entry (table, 0, 2)->gender, ==, CNSCD_GENDER_FEMALE);
      if (cases[i].code == NULL)
        g_assert_cmpuint (table->findings->len, ==, 1); /* no roles */
      else
        {
          const CnscdFinding *finding = find_finding (table->findings, cases[i].code);

          g_assert_nonnull (finding);
          g_assert_cmpint (finding->level, ==, CNSCD_FINDING_WARNING);
          g_assert_cmpuint (finding->row, ==, 3);
          g_assert_cmpuint (finding->column, ==, cases[i].column);
        }
    }
}

/* The role among the offices of a person, where it has no column of its own. */
static void
test_roles_in_offices (void)
{
  static const struct
  {
    const char *cell, *position, *body;
    CnscdRole role;
    gboolean given;
  } offices[] = {
    { "Trưởng xóm - Tổ trưởng", "Trưởng xóm", NULL, CNSCD_ROLE_LEADER, TRUE },
    { "Bí thư Chi đoàn, Tổ phó", "Bí thư Chi đoàn", NULL, CNSCD_ROLE_DEPUTY, TRUE },
    { "Công an viên; thành viên", "Công an viên", NULL, CNSCD_ROLE_MEMBER, TRUE },
    { "Tổ trưởng; Bí thư Chi đoàn, Đoàn Thanh niên", "Bí thư Chi đoàn", "Đoàn Thanh niên",
      CNSCD_ROLE_LEADER, TRUE },
    { "Thành viên", NULL, NULL, CNSCD_ROLE_MEMBER, TRUE },
    { "Phó tổ trưởng tổ CNSCĐ kiêm Trưởng xóm", "Trưởng xóm", NULL, CNSCD_ROLE_DEPUTY, TRUE },
    { "Tổ trưởng, TDP 5", "Tổ trưởng", "TDP 5", CNSCD_ROLE_MEMBER, FALSE },
    { "Thành viên Hội Nông dân", "Thành viên Hội Nông dân", NULL, CNSCD_ROLE_MEMBER, FALSE },
    { "Ủy viên, Hội Phụ nữ", "Ủy viên", "Hội Phụ nữ", CNSCD_ROLE_MEMBER, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (offices); i++)
    {
      g_autofree char *row = g_strconcat ("1|Hà Văn A|", offices[i].cell, NULL);
      g_autoptr (CnscdRosterTable) table =
        recognize (ROWS ("STT|Họ và tên|Chức vụ, đơn vị", "Xóm Mới", row, "2|Hà Văn B|Trưởng bản",
                         "3|Hà Văn C|Bí thư"));
      const CnscdRosterEntry *entry = get_entry (table, 0, 0);

      g_assert_cmpstr (entry->position, ==, offices[i].position);
      g_assert_cmpstr (entry->body, ==, offices[i].body);
      g_assert_cmpint (entry->role, ==, offices[i].role);
      g_assert_cmpint (entry->role_given, ==, offices[i].given);
      g_assert_cmpuint (count_findings (table->findings, "role-column-missing"), ==,
                        offices[i].given ? 0 : 1);
    }

  {
    /* a second table, with its roles under other words */
    g_autoptr (CnscdRosterTable) second =
      recognize (ROWS ("STT|Họ và tên|Vai trò|Năm sinh", "Xóm Mới", "1|Hà Văn A|Tổ trưởng|1970",
                       "Xóm Cũ", "TT|Năm sinh|Họ tên|Chức vụ", "1|1980|Hà Văn B|Tổ trưởng"));

    g_assert_cmpint (get_entry (second, 1, 0)->role, ==, CNSCD_ROLE_LEADER);
    g_assert_cmpstr (get_entry (second, 1, 0)->position, ==, NULL);
    g_assert_cmpuint (count_findings (second->findings, "leader-missing"), ==, 0);
  }
}

/* Position and body in one cell, also without anything between them. */
static void
test_offices_in_one (void)
{
  static const struct
  {
    const char *cell, *position, *body;
  } offices[] = {
    { "Chi hội trưởng Hội Phụ nữ", "Chi hội trưởng", "Hội Phụ nữ" },
    { "Bí thư Đoàn Thanh niên", "Bí thư", "Đoàn Thanh niên" },
    { "Phó Chủ tịch Hội Nông dân xã", "Phó Chủ tịch", "Hội Nông dân xã" },
    { "CHI HỘI TRƯỞNG HỘI PHỤ NỮ", "CHI HỘI TRƯỞNG", "HỘI PHỤ NỮ" },
    { "Đoàn viên Đoàn Thanh niên", "Đoàn viên", "Đoàn Thanh niên" },
    { "Đoàn viên", "Đoàn viên", NULL },
    { "Hội viên", "Hội viên", NULL },
    { "Chi hội trưởng", "Chi hội trưởng", NULL },
    { "Chi hội phó, Hội Phụ nữ", "Chi hội phó", "Hội Phụ nữ" },
    { "Chi hội Phụ nữ", NULL, "Chi hội Phụ nữ" },
    { "Trưởng xóm", "Trưởng xóm", NULL },
    { "Bí thư Chi bộ", "Bí thư Chi bộ", NULL },
    { "Bí thư Chi đoàn", "Bí thư Chi đoàn", NULL },
    { "Trưởng xóm, Chi hội trưởng Hội Phụ nữ", "Trưởng xóm, Chi hội trưởng Hội Phụ nữ", NULL },
    { "Công an viên", "Công an viên", NULL },
    { "Công an xã", NULL, "Công an xã" },
    /* without accents */
    { "Cong an xa", NULL, "Công an xã" },
    { "DOAN THANH NIEN", NULL, "Đoàn Thanh niên" },
    { "Chi hoi truong Hoi Phu nu", "Chi hoi truong", "Hội Phụ nữ" },
    { "Pho Chu tich, Hoi Nong dan", "Pho Chu tich", "Hội Nông dân" },
    { "Truong xom", "Truong xom", NULL },
    { "Bi thu Chi doan", "Bi thu Chi doan", NULL },
  };
  static const char *const heads[] = { "STT|Họ và tên|Nhiệm vụ|Chức vụ, đơn vị",
                                       "STT|Họ và tên|Nhiệm vụ|Chức vụ" };

  for (gsize i = 0; i < G_N_ELEMENTS (offices) * G_N_ELEMENTS (heads); i++)
    {
      const char *cell = offices[i / 2].cell;
      g_autofree char *row = g_strconcat ("1|Hà Văn A|Tổ trưởng|", cell, NULL);
      g_autoptr (CnscdRosterTable) table = recognize (ROWS (heads[i % 2], "Xóm Mới", row));
      const CnscdRosterEntry *entry = get_entry (table, 0, 0);

      g_assert_cmpstr (entry->position, ==, offices[i / 2].position);
      g_assert_cmpstr (entry->body, ==, offices[i / 2].body);
      g_assert_cmpuint (table->findings->len, ==, 0);
    }
}

/* A column a role, and a mark in one of them. */
static void
test_role_marks (void)
{
  g_autoptr (CnscdRosterTable) below = recognize (
    ROWS ("STT|Họ và tên|Giới tính||Chức danh|||SĐT", "||Nam|Nữ|Tổ trưởng|Tổ phó|Thành viên|",
          "Xóm Mới", "1|Hà Văn A|x||x|||", "2|Lê Thị B||✓||X||", "3|Hà Văn C|x||||✓|",
          "4|Hà Văn D|x||||#1|", "5|Hà Văn E|x||||  |0912345678", "6|Hà Văn F|x||x||x|"));
  g_autoptr (CnscdRosterTable) beside = recognize (ROWS (
    "STT|Họ và tên|Tổ trưởng|Tổ phó|Thành viên", "Xóm Mới", "1|Hà Văn A|x||", "2|Lê Thị B|||x"));
  static const CnscdRole roles[] = { CNSCD_ROLE_LEADER, CNSCD_ROLE_DEPUTY, CNSCD_ROLE_MEMBER,
                                     CNSCD_ROLE_MEMBER, CNSCD_ROLE_MEMBER, CNSCD_ROLE_LEADER };

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_assert_cmpint (get_entry (below, 0, i)->role, ==, roles[i]);
      g_assert_cmpint (get_entry (below, 0, i)->role_given, ==, i != 4);
      g_assert_null (get_entry (below, 0, i)->position);
    }
  g_assert_cmpint (get_entry (below, 0, 1)->gender, ==, CNSCD_GENDER_FEMALE);
  g_assert_cmpuint (count_findings (below->findings, "role-empty"), ==, 1);
  g_assert_cmpuint (count_findings (below->findings, "role-several"), ==, 1);
  g_assert_cmpuint (find_finding (below->findings, "role-several")->row, ==, 9);
  g_assert_cmpint (get_entry (beside, 0, 0)->role, ==, CNSCD_ROLE_LEADER);
  g_assert_true (get_entry (beside, 0, 1)->role_given);
  g_assert_cmpuint (count_findings (beside->findings, "column-ignored"), ==, 0);
}

/* Each is told where it is, however many they are. */
static void
test_many_empty_roles (void)
{
  g_autoptr (CnscdWorkbook) workbook = cnscd_workbook_new ("xlsx");
  CnscdSheet *sheet = cnscd_workbook_add_sheet (workbook, "Xóm Mới");
  static const char *const heads[] = { "Họ và tên", "Vai trò", "SĐT" };
  g_autoptr (CnscdRosterTable) table = NULL;
  const CnscdFinding *last = NULL;

  for (guint c = 0; c < 3; c++)
    cnscd_workbook_add_text (workbook, sheet, 0, c, CNSCD_CELL_TEXT, heads[c], -1, NULL);
  for (guint r = 1; r <= 57; r++)
    {
      cnscd_workbook_add_text (workbook, sheet, r, 0, CNSCD_CELL_TEXT, "Hà Văn A", -1, NULL);
      cnscd_workbook_add_text (workbook, sheet, r, 2, CNSCD_CELL_TEXT, "0912345678", -1, NULL);
    }
  cnscd_workbook_finish (workbook, NULL);

  table = cnscd_roster_table_recognize (workbook, NULL);
  print_findings (table->findings);
  g_assert_cmpuint (count_findings (table->findings, "role-empty"), ==, 57);
  for (guint i = 0; i < table->findings->len; i++)
    if (g_str_equal (((CnscdFinding *) table->findings->pdata[i])->code, "role-empty"))
      last = table->findings->pdata[i];
  g_assert_cmpuint (last->row, ==, 58);
}

/* People in a second column of names are left out, and that is told as the loss it is. */
static void
test_columns_left_out (void)
{
  g_autoptr (CnscdRosterTable) two =
    recognize (ROWS ("STT|Xóm|Tổ trưởng||Tổ phó|", "||Họ tên|SĐT|Họ tên|SĐT",
                     "1|Ba Nhất|Hà Văn A|0911000001|Lê Thị B|0911000002", "2|Cao Lầm|Hà Văn C|||"));
  const CnscdFinding *finding = find_finding (two->findings, "column-left-out");
  g_autoptr (GHashTable) columns = g_hash_table_new (NULL, NULL);

  g_assert_nonnull (finding);
  g_assert_cmpint (finding->level, ==, CNSCD_FINDING_ERROR);
  g_assert_cmpuint (finding->column, ==, 5);
  g_assert_nonnull (strstr (finding->message, "Column E, “Tổ phó Họ tên”"));
  g_assert_nonnull (strstr (finding->message, "1 cell "));
  for (guint i = 0; i < two->findings->len; i++)
    {
      const CnscdFinding *f = two->findings->pdata[i];

      if (g_str_has_prefix (f->code, "column-"))
        g_assert_true (g_hash_table_add (columns, GUINT_TO_POINTER (f->column)));
    }

  {
    g_autoptr (CnscdRosterTable) bare =
      recognize (ROWS ("Hà Văn A|0911000001|Vườn rau", "Hà Văn B|0911000002|Ao cá"));

    finding = find_finding (bare->findings, "column-ignored");
    g_assert_nonnull (finding);
    g_assert_nonnull (strstr (finding->message, "Column C"));
    g_assert_nonnull (strstr (finding->message, "“Vườn rau”"));
  }
}

/* As an export of teams writes it. */
static void
test_team_list (void)
{
  g_autoptr (CnscdRosterTable) table =
    recognize (ROWS ("STT|Tổ|Xóm/TDP|Tổ trưởng|Số thành viên|Quyết định|Ngày quyết định",
                     "1|Tổ CNSCĐ xóm Ba Nhất|Xóm Ba Nhất|Hà Văn A|7|103/QĐ-UBND|29/11/2025",
                     "2|Tổ CNSCĐ xóm Cao Lầm|Xóm Cao Lầm||0||", "3|Tổ CNSCĐ xã Võ Nhai|||5||"));

  g_assert_cmpuint (table->groups->len, ==, 3);
  g_assert_cmpuint (table->n_entries, ==, 0);
  g_assert_cmpuint (table->findings->len, ==, 0);
  g_assert_true (get_group (table, 1)->listed);
  g_assert_cmpstr (get_group (table, 1)->name, ==, "Tổ CNSCĐ xóm Cao Lầm");
  g_assert_cmpstr (get_group (table, 1)->hamlet, ==, "Cao Lầm");
  g_assert_null (get_group (table, 2)->hamlet);
}

/* Without any roles in the file one finding is enough. */
static void
test_leaders (void)
{
  g_autoptr (CnscdRosterTable) none = recognize (ROWS (
    "STT|Họ và tên|SĐT", "Xóm Mới", "1|Hà Văn A|0912345678", "Xóm Cũ", "2|Hà Văn B|0912345679"));
  g_autoptr (CnscdRosterTable) some = recognize (
    ROWS ("STT|Họ và tên|Vai trò", "Xóm Mới", "1|Hà Văn A|Thành viên", "Xóm Cũ",
          "2|Hà Văn B|Tổ trưởng", "3|Hà Văn C|Tổ trưởng", "Xóm Giữa", "4|Hà Văn D|Tổ trưởng"));

  g_assert_cmpuint (count_findings (none->findings, "role-column-missing"), ==, 1);
  g_assert_cmpuint (count_findings (none->findings, "leader-missing"), ==, 0);
  g_assert_cmpuint (count_findings (some->findings, "role-column-missing"), ==, 0);
  g_assert_cmpuint (count_findings (some->findings, "leader-missing"), ==, 1);
  g_assert_cmpuint (find_finding (some->findings, "leader-missing")->row, ==, 2);
  g_assert_cmpuint (count_findings (some->findings, "leader-several"), ==, 1);
  g_assert_cmpuint (find_finding (some->findings, "leader-several")->row, ==, 4);
}

static void
test_titles (void)
{
  static const struct
  {
    const char *line, *kind, *name;
  } titles[] = {
    { "XÃ VÕ NHAI", "xa", "Võ Nhai" },
    { "UBND PHƯỜNG PHAN ĐÌNH PHÙNG", "phuong", "Phan Đình Phùng" },
    { "DANH SÁCH THÀNH VIÊN TỔ CNSCĐ TRÊN ĐỊA BÀN XÃ VĂN LĂNG NĂM 2025", "xa", "Văn Lăng" },
    { "(của Ủy ban nhân dân xã Văn Lang, tỉnh Thái Nguyên)", "xa", "Văn Lang" },
    { "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", NULL, NULL },
    { "Công nghệ thông tin và xã hội số", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (CnscdRosterTable) table =
        recognize (ROWS (titles[i].line, "STT|Họ và tên|SĐT", "Xóm Mới", "1|Hà Văn A|0912345678"));

      g_assert_cmpstr (table->unit_kind, ==, titles[i].kind);
      g_assert_cmpstr (table->unit_name, ==, titles[i].name);
    }
}

/* A head with nobody below it. */
static void
test_head_alone (void)
{
  g_autoptr (CnscdRosterTable) table =
    recognize (ROWS ("XÃ VÕ NHAI", "DANH SÁCH THÀNH VIÊN", "STT|Họ và tên|SĐT|Vai trò"));
  const CnscdFinding *finding = find_finding (table->findings, "sheet-no-people");

  g_assert_cmpuint (table->n_entries, ==, 0);
  g_assert_cmpuint (count_findings (table->findings, "sheet-no-roster"), ==, 0);
  g_assert_nonnull (finding);
  g_assert_cmpuint (finding->row, ==, 3);
}

/* A line between the title and the head names the hamlet of the people below. */
static void
test_hamlet_lines (void)
{
  static const struct
  {
    const char *line, *hamlet;
    CnscdHamletKind kind;
  } lines[] = {
    { "Xóm: Ba Nhất", "Ba Nhất", CNSCD_HAMLET_KIND_HAMLET },
    { "|XÓM BA NHẤT, XÃ VÕ NHAI", "Ba Nhất", CNSCD_HAMLET_KIND_HAMLET },
    { "Thôn Nà Lại (7 người)", "thôn Nà Lại", CNSCD_HAMLET_KIND_HAMLET },
    { "TDP số 5", "số 5", CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP },
    { "Xóm: ……………", NULL, CNSCD_HAMLET_KIND_UNKNOWN },
    { "Thôn, xóm:", NULL, CNSCD_HAMLET_KIND_UNKNOWN },
    { "Năm 2025", NULL, CNSCD_HAMLET_KIND_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (CnscdRosterTable) table = recognize (ROWS (
        "XÃ VÕ NHAI", "DANH SÁCH THÀNH VIÊN", lines[i].line, "STT|Họ và tên|SĐT",
        "1|Hà Văn A|0912345678", "Xóm: Cao Lầm", "STT|Họ và tên|SĐT", "1|Hà Văn B|0912345679"));

      g_assert_cmpuint (table->groups->len, ==, 2);
      g_assert_cmpstr (table->unit_name, ==, "Võ Nhai");
      g_assert_cmpstr (get_group (table, 0)->hamlet, ==, lines[i].hamlet);
      g_assert_cmpint (get_group (table, 0)->hamlet_kind, ==, lines[i].kind);
      g_assert_cmpstr (get_group (table, 1)->hamlet, ==, "Cao Lầm");
      g_assert_cmpuint (count_findings (table->findings, "team-unknown"), ==,
                        lines[i].hamlet == NULL);
    }
}

/* What a person corrected is read as it is. */
static void
test_mapping (void)
{
  g_autoptr (CnscdWorkbook) workbook =
    make_workbook ("xlsx", ROWS ("Một|Hai", "0912345678|Hà Văn Bình", "0912345679|Lê Thị Hoa"));
  g_autoptr (GPtrArray) mappings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_sheet_mapping_free);
  CnscdSheetMapping *mapping = cnscd_sheet_mapping_new ("Sheet1");
  static const CnscdColumn columns[] = { CNSCD_COLUMN_NOTE, CNSCD_COLUMN_FULL_NAME };
  g_autoptr (CnscdRosterTable) table = NULL;

  g_array_append_vals (mapping->columns, columns, 2);
  mapping->head_row = 1;
  g_ptr_array_add (mappings, mapping);
  table = cnscd_roster_table_recognize (workbook, mappings);
  g_assert_cmpuint (table->n_entries, ==, 2);
  g_assert_cmpstr (get_entry (table, 0, 0)->full_name, ==, "Hà Văn Bình");
  g_assert_cmpstr (get_entry (table, 0, 0)->phone, ==, NULL);
  g_assert_cmpstr (get_entry (table, 0, 0)->note, ==, "0912345678");
}

static void
test_hostile (void)
{
  g_autoptr (CnscdWorkbook) wide = cnscd_workbook_new ("xlsx");
  g_autoptr (CnscdWorkbook) deep = cnscd_workbook_new ("xlsx");
  g_autoptr (CnscdWorkbook) blank = cnscd_workbook_new ("csv");
  CnscdSheet *sheet = cnscd_workbook_add_sheet (wide, "S");
  g_autoptr (CnscdRosterTable) of_wide = NULL;
  g_autoptr (CnscdRosterTable) of_deep = NULL;
  g_autoptr (CnscdRosterTable) of_blank = NULL;
  g_autoptr (CnscdRosterTable) names = NULL;
  g_autoptr (CnscdRosterTable) numbers = NULL;
  g_autofree char *long_text = g_strnfill (30000, 'a');

  /* a hundred columns of heads, most of them twice */
  for (guint c = 0; c < 100; c++)
    {
      cnscd_workbook_add_text (wide, sheet, 0, c, CNSCD_CELL_TEXT,
                               c % 2 ? "Họ và tên" : "Số điện thoại", -1, NULL);
      cnscd_workbook_add_text (wide, sheet, 1, c, CNSCD_CELL_TEXT,
                               c % 2 ? "Hà Văn A" : "0912345678", -1, NULL);
      cnscd_workbook_add_text (wide, sheet, 2, c, CNSCD_CELL_TEXT, long_text, -1, NULL);
    }
  cnscd_workbook_finish (wide, NULL);
  of_wide = cnscd_roster_table_recognize (wide, NULL);
  g_assert_cmpuint (of_wide->n_entries, ==, 1);
  g_assert_cmpuint (count_findings (of_wide->findings, "name-too-long"), ==, 1);
  g_assert_cmpuint (strlen (find_finding (of_wide->findings, "name-too-long")->message), <, 400);
  g_assert_cmpuint (count_findings (of_wide->findings, "column-left-out"), ==, 98);

  /* five thousand teams of one */
  sheet = cnscd_workbook_add_sheet (deep, "S");
  cnscd_workbook_add_text (deep, sheet, 0, 0, CNSCD_CELL_TEXT, "STT", -1, NULL);
  cnscd_workbook_add_text (deep, sheet, 0, 1, CNSCD_CELL_TEXT, "Họ tên", -1, NULL);
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u. Tổ CNSCĐ xóm Số%u", i + 1, i + 1);

      cnscd_workbook_add_text (deep, sheet, 2 * i + 1, 0, CNSCD_CELL_TEXT, title, -1, NULL);
      cnscd_workbook_add_number (deep, sheet, 2 * i + 2, 0, CNSCD_CELL_NUMBER, i + 1, NULL);
      cnscd_workbook_add_text (deep, sheet, 2 * i + 2, 1, CNSCD_CELL_TEXT, "Hà Văn A", -1, NULL);
    }
  cnscd_workbook_finish (deep, NULL);
  of_deep = cnscd_roster_table_recognize (deep, NULL);
  g_assert_cmpuint (of_deep->groups->len, ==, 5000);
  g_assert_cmpuint (of_deep->n_entries, ==, 5000);

  cnscd_workbook_add_sheet (blank, "S");
  of_blank = cnscd_roster_table_recognize (blank, NULL);
  g_assert_cmpuint (of_blank->n_entries, ==, 0);
  g_assert_cmpuint (count_findings (of_blank->findings, "sheet-no-roster"), ==, 1);

  names = recognize (ROWS ("Hà Văn Bình", "Lê Thị Hoa", "Vũ Minh Hải"));
  g_assert_cmpuint (names->n_entries, ==, 3);
  numbers = recognize (ROWS ("Họ và tên", "#1", "#2", "#3"));
  g_assert_cmpuint (numbers->n_entries, ==, 0);
  g_assert_cmpuint (count_findings (numbers->findings, "name-invalid"), ==, 3);
}

int
main (int argc, char *argv[])
{
  static const Sample samples[] = {
    { "roster-annex.xlsx", "roster-annex.expected.json", TRUE },
    { "roster-annex.ods", "roster-annex.expected.json", TRUE },
    { "roster-annex.xls", "roster-annex.expected.json", TRUE },
    { "roster-messy.xlsx", "roster-annex.expected.json", TRUE },
    { "roster-flat-utf8-bom.csv", "roster-flat.expected.json", FALSE },
    { "roster-flat-tcvn3.csv", "roster-flat.expected.json", FALSE },
    { "roster-web-export.xlsx", "roster-flat.expected.json", FALSE },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/recognizer/sample/", samples[i].file, NULL);

      g_test_add_data_func (path, &samples[i], test_sample);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (finding_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/recognizer/finding/%s/%" G_GSIZE_FORMAT,
                                               finding_cases[i].code, i);

      g_test_add_data_func (path, &finding_cases[i], test_finding);
    }
  g_test_add_func ("/exchange/recognizer/finding-cells", test_finding_cells);
  g_test_add_func ("/exchange/recognizer/offices", test_offices);
  g_test_add_func ("/exchange/recognizer/offices-in-one", test_offices_in_one);
  g_test_add_func ("/exchange/recognizer/values", test_values);
  g_test_add_func ("/exchange/recognizer/names", test_names);
  g_test_add_func ("/exchange/recognizer/notes-in-names", test_notes_in_names);
  g_test_add_func ("/exchange/recognizer/heads", test_heads);
  g_test_add_func ("/exchange/recognizer/groups", test_groups);
  g_test_add_func ("/exchange/recognizer/hamlet-heads", test_hamlet_heads);
  g_test_add_func ("/exchange/recognizer/sheets-of-hamlets", test_sheets_of_hamlets);
  g_test_add_func ("/exchange/recognizer/people-like-titles", test_people_like_titles);
  g_test_add_func ("/exchange/recognizer/columns", test_columns);
  g_test_add_func ("/exchange/recognizer/genders", test_genders);
  g_test_add_func ("/exchange/recognizer/roles-in-offices", test_roles_in_offices);
  g_test_add_func ("/exchange/recognizer/role-marks", test_role_marks);
  g_test_add_func ("/exchange/recognizer/many-empty-roles", test_many_empty_roles);
  g_test_add_func ("/exchange/recognizer/columns-left-out", test_columns_left_out);
  g_test_add_func ("/exchange/recognizer/team-list", test_team_list);
  g_test_add_func ("/exchange/recognizer/leaders", test_leaders);
  g_test_add_func ("/exchange/recognizer/titles", test_titles);
  g_test_add_func ("/exchange/recognizer/head-alone", test_head_alone);
  g_test_add_func ("/exchange/recognizer/hamlet-lines", test_hamlet_lines);
  g_test_add_func ("/exchange/recognizer/mapping", test_mapping);
  g_test_add_func ("/exchange/recognizer/hostile", test_hostile);
  return g_test_run ();
}
