/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-import.h"
#include "store/cnscd-audit.h"

static char *
export_to (Fixture *fixture,
           CnscdExportSubject subject,
           const char *unit,
           const char *name,
           guint expected)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_true (cnscd_export_run (fixture->database, subject, TRUE, unit, file, NULL, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, expected);
  return path;
}

static gpointer
put (Fixture *fixture, gpointer record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (cnscd_record_store_put (fixture->database, record, &error));
  g_assert_no_error (error);
  return record;
}

static CnscdTeam *
put_team (Fixture *fixture,
          const char *unit,
          const char *name,
          const char *hamlet,
          CnscdHamletKind kind)
{
  CnscdTeam *team = cnscd_record_new (&CNSCD_KIND_TEAM, unit);

  cnscd_record_set (team, name, name);
  team->level = hamlet != NULL ? CNSCD_TEAM_LEVEL_HAMLET : CNSCD_TEAM_LEVEL_COMMUNE;
  if (hamlet != NULL)
    {
      g_autoptr (CnscdHamlet) record = cnscd_record_new (&CNSCD_KIND_HAMLET, unit);

      cnscd_record_set (record, name, hamlet);
      record->kind = kind;
      put (fixture, record);
      cnscd_record_set (team, hamlet, record->record.id);
    }
  return put (fixture, team);
}

static void
put_member (Fixture *fixture,
            CnscdTeam *team,
            CnscdPerson *person,
            CnscdRole role,
            const char *position,
            const char *body,
            const char *note)
{
  g_autoptr (CnscdMembership) membership =
    cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, team->record.unit);

  cnscd_record_set (membership, team, team->record.id);
  cnscd_record_set (membership, person, person->record.id);
  membership->role = role;
  cnscd_record_set (membership, position, position);
  cnscd_record_set (membership, body, body);
  cnscd_record_set (membership, note, note);
  membership->ordinal = 1;
  put (fixture, membership);
}

static CnscdPerson *
put_person (Fixture *fixture,
            const char *unit,
            const char *name,
            CnscdDate birth,
            const char *phone,
            CnscdGender gender)
{
  CnscdPerson *person = cnscd_record_new (&CNSCD_KIND_PERSON, unit);

  cnscd_record_set (person, full_name, name);
  person->birth = birth;
  cnscd_record_set (person, phone, phone);
  person->gender = gender;
  return put (fixture, person);
}

/* Everything that makes a round trip hard. Returns the number of memberships. */
static guint
fill (Fixture *fixture)
{
  static const struct
  {
    const char *name;
    CnscdDate birth;
    const char *phone, *position, *body, *note;
  } people[] = {
    { "Nguyễn \"Út\" Văn, An", { 1975, 0, 0 }, NULL, "Trưởng xóm, Bí thư", "Xóm", "a,b;c\td" },
    { "Lê Văn\nHai",
      { 1980, 2, 29 },
      "0912345678",
      "Chi hội trưởng",
      NULL,
      "dòng 1\ndòng 2\r\ndòng 3" },
    { "Vũ 😀 Minh", { 1990, 6, 0 }, NULL, NULL, "Hội Phụ nữ", "“ngoặc”" },
    { "=HYPERLINK(\"x\")", { 0 }, NULL, "+1", "-2", "@SUM(A1)" },
    { "'=Đỗ Công", { 1991, 1, 2 }, "0912345679", "''", "'", "'-x" },
    { "-Hà Thị", { 1992, 0, 0 }, NULL, "\t=1", "x", "=1+1" },
    { "H'Mi Ksơr", { 1993, 0, 0 }, "02083851234", NULL, NULL, "_x0041_" },
    { "NGUYỄN VĂN HOA", { 1994, 0, 0 }, NULL, NULL, NULL, "<b>&amp;</b>" },
    { "Tổng số", { 1995, 0, 0 }, NULL, NULL, NULL, NULL },
    { "Họ và tên", { 1996, 0, 0 }, NULL, NULL, NULL, NULL },
    { "Xóm Mới", { 0 }, NULL, NULL, NULL, NULL },
    { "Bà Triệu", { 1997, 0, 0 }, NULL, NULL, NULL, "0" },
    { "Hà Văn Bình", { 1975, 0, 0 }, NULL, NULL, NULL, NULL },
    { "Hà Văn Bình", { 1975, 0, 0 }, NULL, "khác", NULL, NULL },
    { "Hà Thị Hoà", { 1975, 0, 0 }, NULL, NULL, NULL, NULL },
    { "Nguyễn văn a", { 1976, 0, 0 }, "+1 202 555 0100", NULL, NULL, NULL },
  };
  g_autoptr (CnscdTeam) first =
    put_team (fixture, "05716", "Tổ CNSCĐ xóm Ba Nhất", "Ba Nhất", CNSCD_HAMLET_KIND_HAMLET);
  g_autoptr (CnscdTeam) second =
    put_team (fixture, "05716", "Tổ số hai", "Tổ 1", CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP);
  g_autoptr (CnscdTeam) third =
    put_team (fixture, "05716", "Tổ CNSCĐ xóm 1", "1", CNSCD_HAMLET_KIND_HAMLET);
  g_autoptr (CnscdTeam) fourth = put_team (fixture, "05716", "Tổ CNSCĐ xã Võ Nhai", NULL, 0);
  g_autoptr (CnscdTeam) fifth = put_team (fixture, "05716", "Tổ xung kích, xóm Ba Nhất", NULL, 0);
  g_autoptr (CnscdTeam) sixth =
    put_team (fixture, "05716", "=Tổ", "bản Tèn", CNSCD_HAMLET_KIND_HAMLET);
  g_autoptr (CnscdTeam) seventh =
    put_team (fixture, "05716", "Tổ bảy", "Phố Thái Long", CNSCD_HAMLET_KIND_UNKNOWN);
  CnscdTeam *teams[] = { first, second, third, fourth, fifth, sixth, seventh };
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (CnscdPerson) person = put_person (
        fixture, "05716", people[i].name, people[i].birth, people[i].phone, (CnscdGender) (i % 3));

      put_member (fixture, teams[i % G_N_ELEMENTS (teams)], person,
                  i % 2 ? CNSCD_ROLE_MEMBER : CNSCD_ROLE_LEADER, people[i].position, people[i].body,
                  people[i].note);
      n++;
      /* and a second team */
      if (i < 3)
        {
          put_member (fixture, teams[i + 3], person, CNSCD_ROLE_DEPUTY, "khác", NULL, NULL);
          n++;
        }
    }
  return n;
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  const char *name = data;
  guint n = fill (fixture);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *path = NULL;
  g_autoptr (CnscdImportPlan) plan = NULL;

  cnscd_database_set_setting (fixture->database, "unit", "05716", NULL);
  before = dump (fixture->database);
  path = export_to (fixture, CNSCD_EXPORT_MEMBERS, "05716", name, n);
  plan = import_file (fixture, path, NULL);
  for (guint i = 0; i < plan->items->len; i++)
    {
      const CnscdImportItem *item = plan->items->pdata[i];

      g_assert_null (item->changes);
      g_assert_cmpint (item->fate, ==, CNSCD_IMPORT_UNCHANGED);
    }
  assert_counts (plan, 0, 0, 7, 0, 0, n);
  after = dump (fixture->database);
  g_assert_cmpstr (after, ==, before);
}

static void
test_samples (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) plan = import_sample (fixture, "roster-flat-utf8-bom.csv", FALSE);
  g_autofree char *before = dump (fixture->database);
  g_autofree char *csv = export_to (fixture, CNSCD_EXPORT_MEMBERS, NULL, "a.csv", 252);
  g_autofree char *xlsx = export_to (fixture, CNSCD_EXPORT_MEMBERS, NULL, "a.XLSX", 252);
  g_autoptr (CnscdImportPlan) of_csv = import_file (fixture, csv, NULL);
  g_autoptr (CnscdImportPlan) of_xlsx = import_file (fixture, xlsx, NULL);
  g_autofree char *after = dump (fixture->database);
  Fixture empty;
  g_autoptr (CnscdImportPlan) fresh = NULL;

  assert_counts (of_csv, 0, 0, 36, 0, 0, 252);
  assert_counts (of_xlsx, 0, 0, 36, 0, 0, 252);
  g_assert_cmpuint (of_csv->findings->len, ==, 0);
  g_assert_cmpuint (of_xlsx->findings->len, ==, 0);
  g_assert_cmpstr (after, ==, before);

  /* into an empty database it brings the same people */
  fixture_set_up (&empty, NULL);
  fresh = import_file (&empty, xlsx, "05716");
  assert_counts (fresh, 36, 0, 0, 252, 0, 0);
  fixture_tear_down (&empty, NULL);
}

/* With no commune of its own the database is the province's: the file says each row's. */
static void
test_units (Fixture *fixture, gconstpointer data)
{
  static const char *const codes[] = { "02143", "05665", "01840", "05716" };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (CnscdTeam) team =
        put_team (fixture, codes[i], "Tổ CNSCĐ xóm Mới", "Mới", CNSCD_HAMLET_KIND_HAMLET);
      g_autoptr (CnscdPerson) person =
        put_person (fixture, codes[i], "Hà Văn A", CNSCD_DATE (1980, 0, 0), NULL, 1);

      put_member (fixture, team, person, CNSCD_ROLE_LEADER, NULL, NULL, NULL);
    }
  before = dump (fixture->database);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("p%u.%s", i, i % 2 ? "csv" : "xlsx");
      guint n = i < 2 ? 4 : 1;
      g_autofree char *path =
        export_to (fixture, CNSCD_EXPORT_MEMBERS, i < 2 ? NULL : "05665", name, n);
      CnscdImportOptions options = { .label = name, .dry_run = TRUE };
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (CnscdWorkbook) workbook = cnscd_workbook_read (file, NULL, &error);
      g_autoptr (CnscdImportPlan) plan = NULL;

      g_assert_no_error (error);
      plan = cnscd_import_run (fixture->database, workbook, &options, NULL, &error);
      g_assert_no_error (error);
      assert_counts (plan, 0, 0, n, 0, 0, n);
    }
  after = dump (fixture->database);
  g_assert_cmpstr (after, ==, before);
}

static void
test_csv (Fixture *fixture, gconstpointer data)
{
  guint n = fill (fixture);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  cnscd_database_set_setting (fixture->database, "unit", "05716", NULL);
  path = export_to (fixture, CNSCD_EXPORT_MEMBERS, NULL, "a.csv", n);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (
    text, "\xEF\xBB\xBFSTT,Xã/phường,Xóm/TDP,Tổ,Họ và tên,Ngày sinh,Giới tính,Số điện thoại,"
          "Chức vụ,Đơn vị,Nhiệm vụ trong Tổ,Ghi chú\r\n"));
  g_assert_nonnull (strstr (text, "\"'=HYPERLINK(\"\"x\"\")\""));
  g_assert_nonnull (strstr (text, "\"'@SUM(A1)\""));
  g_assert_nonnull (strstr (text, "\"Nguyễn \"\"Út\"\" Văn, An\""));
  /* no cell begins with what a spreadsheet runs */
  g_assert_null (strstr (text, ",="));
  g_assert_null (strstr (text, ",\"="));
  g_assert_null (strstr (text, ",+"));
  g_assert_null (strstr (text, ",-"));
  g_assert_null (strstr (text, ",@"));
}

/* What is not asked for is in no file, and what is in the database stays there. */
static void
test_without_phones (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "a.csv", "a.xlsx" };
  guint n = fill (fixture);
  g_autofree char *before = NULL;

  cnscd_database_set_setting (fixture->database, "unit", "05716", NULL);
  before = dump (fixture->database);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (CnscdWorkbook) workbook = NULL;
      g_autoptr (CnscdImportPlan) plan = NULL;
      g_autofree char *after = NULL;
      const CnscdSheet *sheet;
      guint n_rows = 0;

      g_assert_true (cnscd_export_run (fixture->database, CNSCD_EXPORT_MEMBERS, FALSE, "05716",
                                       file, NULL, &n_rows, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (n_rows, ==, n);
      workbook = cnscd_workbook_read (file, NULL, &error);
      g_assert_no_error (error);
      sheet = workbook->sheets->pdata[0];
      g_assert_cmpstr (cnscd_sheet_find (sheet, 0, 6)->text, ==, "Giới tính");
      g_assert_cmpstr (cnscd_sheet_find (sheet, 0, 7)->text, ==, "Chức vụ");
      g_assert_cmpstr (cnscd_sheet_find (sheet, 0, 10)->text, ==, "Ghi chú");
      g_assert_null (cnscd_sheet_find (sheet, 0, 11));
      for (guint row = 0; row < cnscd_sheet_n_rows (sheet); row++)
        for (guint column = 0; column < 11; column++)
          {
            const CnscdCell *cell = cnscd_sheet_find (sheet, row, column);

            g_assert_true (cell == NULL || cell->type != CNSCD_CELL_TEXT ||
                           (strstr (cell->text, "0912345678") == NULL &&
                            strstr (cell->text, "02083851234") == NULL));
          }

      plan = import_file (fixture, path, NULL);
      g_assert_cmpuint (plan->members.created, ==, 0);
      after = dump (fixture->database);
      g_assert_cmpstr (after, ==, before);
    }
}

/* Nothing is written, and nothing stands in the log. */
static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) plan = import_sample (fixture, "roster-annex.xlsx", FALSE);
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->folder, "a.csv", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (cnscd_export_run (fixture->database, CNSCD_EXPORT_MEMBERS, TRUE, NULL, file,
                                    cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_query_exists (file, NULL));
  log = cnscd_audit_list (fixture->database, 10, NULL);
  g_assert_cmpuint (log->len, ==, 1);
  g_assert_cmpstr (((CnscdAuditEntry *) log->pdata[0])->action, ==, "import");
}

static void
test_teams (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) plan = import_sample (fixture, "roster-annex.xlsx", FALSE);
  g_autofree char *path = export_to (fixture, CNSCD_EXPORT_TEAMS, NULL, "t.xlsx", 36);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdWorkbook) workbook = cnscd_workbook_read (file, NULL, &error);
  static const char *const heads[] = {
    "STT",       "Xã/phường",     "Tổ",         "Xóm/TDP",
    "Tổ trưởng", "Số thành viên", "Quyết định", "Ngày quyết định"
  };
  const CnscdSheet *sheet;
  CnscdImportOptions options = { .unit = "05716", .label = "t" };
  g_autoptr (CnscdImportPlan) none = NULL;

  g_assert_no_error (error);
  sheet = workbook->sheets->pdata[0];
  g_assert_cmpuint (cnscd_sheet_n_rows (sheet), ==, 37);
  for (guint c = 0; c < G_N_ELEMENTS (heads); c++)
    g_assert_cmpstr (cnscd_sheet_find (sheet, 0, c)->text, ==, heads[c]);
  g_assert_cmpint (cnscd_sheet_find (sheet, 1, 5)->type, ==, CNSCD_CELL_NUMBER);
  g_assert_cmpfloat (cnscd_sheet_find (sheet, 1, 5)->number, ==, 7);
  g_assert_cmpstr (cnscd_sheet_find (sheet, 1, 6)->text, ==, "103/QĐ-UBND");
  g_assert_cmpstr (cnscd_sheet_find (sheet, 1, 7)->text, ==, "29/11/2025");

  /* a list of teams is not taken for a roster of their leaders */
  none = cnscd_import_run (fixture->database, workbook, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->table->groups->len, ==, 36);
  g_assert_cmpuint (none->table->n_entries, ==, 0);
  g_assert_cmpuint (none->teams.created, ==, 0);
  g_assert_cmpuint (none->members.created, ==, 0);
  g_assert_cmpuint (none->findings->len, ==, 0);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) plan = import_sample (fixture, "roster-annex.xlsx", FALSE);
  static const char *const names[] = { "a.pdf", "a", "csv", "a.xlsx.exe", "a.xls" };
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GFile) missing = g_file_new_build_filename (fixture->folder, "none", "a.csv", NULL);
  g_autoptr (GFile) kept = g_file_new_build_filename (fixture->folder, "kept.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = g_file_new_build_filename (fixture->folder, names[i], NULL);

      g_assert_false (cnscd_export_run (fixture->database, CNSCD_EXPORT_MEMBERS, TRUE, NULL, file,
                                        NULL, NULL, &error));
      g_assert_error (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_UNSUPPORTED);
      g_clear_error (&error);
      g_assert_false (g_file_query_exists (file, NULL));
    }
  g_assert_false (cnscd_export_run (fixture->database, CNSCD_EXPORT_MEMBERS, TRUE, NULL, missing,
                                    NULL, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_true (g_file_replace_contents (kept, "kept", 4, NULL, FALSE, 0, NULL, NULL, NULL));
  g_assert_false (cnscd_export_run (fixture->database, CNSCD_EXPORT_MEMBERS, TRUE, "99999", kept,
                                    NULL, NULL, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (g_file_load_contents (kept, NULL, &text, NULL, NULL, NULL));
  g_assert_cmpstr (text, ==, "kept");

  /* only what was written is in the log */
  log = cnscd_audit_list (fixture->database, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (log->len, ==, 1);
  g_assert_true (
    cnscd_export_run (fixture->database, CNSCD_EXPORT_MEMBERS, TRUE, NULL, kept, NULL, &n, &error));
  g_assert_no_error (error);
  g_clear_pointer (&log, g_ptr_array_unref);
  log = cnscd_audit_list (fixture->database, 10, &error);
  g_assert_cmpuint (log->len, ==, 2);
  g_assert_cmpstr (((CnscdAuditEntry *) log->pdata[0])->action, ==, "export");
  g_assert_cmpint (((CnscdAuditEntry *) log->pdata[0])->n_people, ==, 252);
}

/* People's data are for nobody else on the computer to read, unless the file was there and somebody
 * had said so. */
static void
test_private (Fixture *fixture, gconstpointer data)
{
  g_autofree char *old = g_build_filename (fixture->folder, "old.csv", NULL);
  g_autoptr (CnscdImportPlan) plan = import_sample (fixture, "roster-annex.xlsx", FALSE);
  static const char *const names[] = { "new.xlsx", "new.csv", "old.csv" };

  g_assert_true (g_file_set_contents_full (old, "", 0, G_FILE_SET_CONTENTS_NONE, 0644, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = export_to (fixture, CNSCD_EXPORT_MEMBERS, NULL, names[i], 252);
      GStatBuf status;

      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmpuint (status.st_mode & 0777, ==, i == 2 ? 0644 : 0600);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/exchange/export/round-trip/xlsx", Fixture, "a.xlsx", fixture_set_up,
              test_round_trip, fixture_tear_down);
  g_test_add ("/exchange/export/round-trip/csv", Fixture, "a.csv", fixture_set_up, test_round_trip,
              fixture_tear_down);
  g_test_add ("/exchange/export/samples", Fixture, NULL, fixture_set_up, test_samples,
              fixture_tear_down);
  g_test_add ("/exchange/export/units", Fixture, NULL, fixture_set_up, test_units,
              fixture_tear_down);
  g_test_add ("/exchange/export/csv", Fixture, NULL, fixture_set_up, test_csv, fixture_tear_down);
  g_test_add ("/exchange/export/without-phones", Fixture, NULL, fixture_set_up, test_without_phones,
              fixture_tear_down);
  g_test_add ("/exchange/export/cancelled", Fixture, NULL, fixture_set_up, test_cancelled,
              fixture_tear_down);
  g_test_add ("/exchange/export/teams", Fixture, NULL, fixture_set_up, test_teams,
              fixture_tear_down);
  g_test_add ("/exchange/export/private", Fixture, NULL, fixture_set_up, test_private,
              fixture_tear_down);
  g_test_add ("/exchange/export/refused", Fixture, NULL, fixture_set_up, test_refused,
              fixture_tear_down);
  return g_test_run ();
}
