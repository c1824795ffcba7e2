/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-sessions.h"
#include "exchange/cnscd-import-memory.h"
#include "exchange/cnscd-schedule-import.h"
#include "exchange/cnscd-schedule-when.h"
#include "exchange/cnscd-table-shape.h"
#include "store/cnscd-action.h"

#define HEAD "STT|Ngày|Giờ|Tổ/xóm|Địa điểm|Nội dung|Đối tượng|Người hướng dẫn|Dự kiến|Ghi chú"

static void
test_when (void)
{
  static const struct
  {
    const char *text;
    CnscdWhenKind kind;
    int year, month, day, weekday, start, end;
  } cases[] = {
    { "27/11/2026", CNSCD_WHEN_DAY, 2026, 11, 27, 0, -1, -1 },
    { "27-11-26", CNSCD_WHEN_DAY, 2026, 11, 27, 0, -1, -1 },
    { "2026-11-27", CNSCD_WHEN_DAY, 2026, 11, 27, 0, -1, -1 },
    { "Thứ 6, ngày 27/11/2026", CNSCD_WHEN_DAY, 2026, 11, 27, 5, -1, -1 },
    { "Thứ Năm (26/11)", CNSCD_WHEN_DAY, 0, 11, 26, 4, -1, -1 },
    { "CN 29/11", CNSCD_WHEN_DAY, 0, 11, 29, 7, -1, -1 },
    { "Ngày 5 tháng 12 năm 2026", CNSCD_WHEN_DAY, 2026, 12, 5, 0, -1, -1 },
    { "27-11", CNSCD_WHEN_DAY, 0, 11, 27, 0, -1, -1 },
    { "27", CNSCD_WHEN_DAY, 0, 0, 27, 0, -1, -1 },
    { "8h00–10h00", CNSCD_WHEN_TIME, 0, 0, 0, 0, 480, 600 },
    { "8h-10h", CNSCD_WHEN_TIME, 0, 0, 0, 0, 480, 600 },
    { "8-10h", CNSCD_WHEN_TIME, 0, 0, 0, 0, 480, 600 },
    { "Từ 8 giờ 30 đến 10 giờ", CNSCD_WHEN_TIME, 0, 0, 0, 0, 510, 600 },
    { "08:00 - 10:30", CNSCD_WHEN_TIME, 0, 0, 0, 0, 480, 630 },
    { "8.00 - 10.30", CNSCD_WHEN_TIME, 0, 0, 0, 0, 480, 630 },
    { "19h30'", CNSCD_WHEN_TIME, 0, 0, 0, 0, 1170, -1 },
    { "19", CNSCD_WHEN_TIME, 0, 0, 0, 0, 1140, -1 },
    { "2h chiều", CNSCD_WHEN_TIME, 0, 0, 0, 0, 840, -1 },
    { "7h30 tối", CNSCD_WHEN_TIME, 0, 0, 0, 0, 1170, -1 },
    { "22h00–1h00", CNSCD_WHEN_TIME, 0, 0, 0, 0, 1320, 1500 },
    { "11h – 1h30", CNSCD_WHEN_TIME, 0, 0, 0, 0, 660, 810 },
    { "Sáng", CNSCD_WHEN_TIME, 0, 0, 0, 0, 480, 600 },
    { "Tối (19h00–20h30)", CNSCD_WHEN_TIME, 0, 0, 0, 0, 1140, 1230 },
    { "8h00 ngày 27/11/2026", CNSCD_WHEN_ANY, 2026, 11, 27, 0, 480, -1 },
    { "8h00 - 10h00, thứ sáu 27/11", CNSCD_WHEN_ANY, 0, 11, 27, 5, 480, 600 },
  };
  static const char *const refused[] = { "",        "Nhà văn hóa", "25h00",         "8h99",
                                         "chưa rõ", "năm 2026",    "25h99 - 26h00", "8h00 - 26h00",
                                         "0.3333",  "8:300" };
  CnscdWhen when;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_true (cnscd_when_parse (cases[i].text, cases[i].kind, &when));
      g_assert_cmpint (when.year, ==, cases[i].year);
      g_assert_cmpint (when.month, ==, cases[i].month);
      g_assert_cmpint (when.day, ==, cases[i].day);
      g_assert_cmpint (when.weekday, ==, cases[i].weekday);
      g_assert_cmpint (when.start, ==, cases[i].start);
      g_assert_cmpint (when.end, ==, cases[i].end);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_test_message ("%s", refused[i]);
      g_assert_false (cnscd_when_parse (refused[i], CNSCD_WHEN_TIME, &when));
    }
}

static CnscdImportPlan *
import_schedule (Fixture *fixture, const CnscdWorkbook *workbook, gboolean dry_run)
{
  CnscdImportOptions options = { .unit = UNIT, .label = "lich.xlsx", .dry_run = dry_run };
  g_autoptr (GError) error = NULL;
  CnscdImportPlan *plan =
    cnscd_schedule_import_run (fixture->database, workbook, &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (plan);
  print_findings (plan->findings);
  return plan;
}

static CnscdImportPlan *
import_schedule_rows (Fixture *fixture, const char *const *rows)
{
  g_autoptr (CnscdWorkbook) workbook = make_workbook ("xlsx", rows);

  return import_schedule (fixture, workbook, FALSE);
}

static CnscdImportPlan *
import_schedule_file (Fixture *fixture, const char *path, gboolean dry_run)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdWorkbook) workbook = cnscd_workbook_read (file, NULL, &error);

  g_assert_no_error (error);
  return import_schedule (fixture, workbook, dry_run);
}

#define assert_sessions(plan, n_created, n_updated, n_same)                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_cmpuint ((plan)->sessions.created, ==, n_created);                                    \
    g_assert_cmpuint ((plan)->sessions.updated, ==, n_updated);                                    \
    g_assert_cmpuint ((plan)->sessions.unchanged, ==, n_same);                                     \
  }                                                                                                \
  G_STMT_END

static GPtrArray *
list_sessions (Fixture *fixture)
{
  CnscdSessionQuery all = CNSCD_SESSION_QUERY_ALL;
  g_autoptr (GError) error = NULL;
  GPtrArray *sessions = cnscd_sessions_list (fixture->database, &all, &error);

  g_assert_no_error (error);
  return sessions;
}

static char *
describe (const CnscdSessionSummary *session)
{
  char from[CNSCD_TIME_ISO_SIZE], to[CNSCD_TIME_ISO_SIZE];

  return g_strdup_printf ("%s %s|%s|%s|%s|%s|%s|%s|%s|%" G_GINT64_FORMAT "|%s",
                          cnscd_time_write_iso (session->starts_at, from),
                          cnscd_time_write_iso (session->ends_at, to) + 11, session->title,
                          session->teams != NULL ? session->teams : "",
                          session->hamlet_name != NULL ? session->hamlet_name : "",
                          session->place != NULL ? session->place : "",
                          session->topics != NULL ? session->topics : "",
                          session->audience_name != NULL ? session->audience_name : "",
                          session->guides != NULL ? session->guides : "", session->expected,
                          session->note != NULL ? session->note : "");
}

static void
assert_session (Fixture *fixture, guint at, const char *expected)
{
  g_autoptr (GPtrArray) sessions = list_sessions (fixture);
  g_autofree char *said = NULL;

  g_assert_cmpuint (sessions->len, >, at);
  said = describe (sessions->pdata[at]);
  g_assert_cmpstr (said, ==, expected);
}

static void
fill_roster (Fixture *fixture)
{
  g_autoptr (CnscdImportPlan) plan = import_sample (fixture, "roster-annex.xlsx", FALSE);
}

static void
test_table (Fixture *fixture, gconstpointer data)
{
  static const char *const rows[] = {
    "ỦY BAN NHÂN DÂN XÃ VÕ NHAI",
    "LỊCH HƯỚNG DẪN THÁNG 11 NĂM 2026",
    "",
    HEAD,
    "1|27/11|19h00–20h30|Xóm Ba Nhất|Nhà văn hóa xóm|Cài đặt VNeID, thanh toán trực tuyến|Người "
    "cao "
    "tuổi|Ông Chu Đức Tuấn, bà Hà Thị Kim Liên|khoảng 30 người|Mang điện thoại",
    "2||sáng|Tổ CNSCĐ xóm Ba Nhất|Chợ|Mobile Money|Tiểu thương|Chu Đức Tuấn||",
    "3|#46357|8h|Xóm Không Có|UBND xã|Tập huấn|Hội viên|Người Lạ||",
    "|Tổng số: 3 buổi",
    "||||Võ Nhai, ngày 20 tháng 11 năm 2026",
    "||||CHỦ TỊCH",
    NULL
  };
  g_autoptr (CnscdImportPlan) plan = NULL;
  g_autoptr (CnscdImportPlan) again = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fill_roster (fixture);
  plan = import_schedule_rows (fixture, rows);
  assert_sessions (plan, 3, 0, 0);
  assert_session (fixture, 0,
                  "2026-11-27T08:00 10:00|Mobile Money|Tổ CNSCĐ xóm Ba Nhất|Ba Nhất|Chợ|Mobile "
                  "Money|Tiểu thương, hộ kinh doanh|Chu Đức Tuấn|-1|Thời gian: sáng");
  assert_session (
    fixture, 1,
    "2026-11-27T19:00 20:30|Cài đặt VNeID, thanh toán trực tuyến|Tổ CNSCĐ xóm Ba Nhất|Ba Nhất|Nhà "
    "văn hóa xóm|VNeID (định danh điện tử cá nhân); Thanh toán trực tuyến|Người cao tuổi|Chu Đức "
    "Tuấn; Hà Thị Kim Liên|30|Mang điện thoại");
  assert_session (
    fixture, 2,
    "2026-12-01T08:00 10:00|Tập huấn|||UBND xã||||-1|Tổ: Xóm Không Có\nĐối tượng: Hội "
    "viên\nNgười hướng dẫn: Người Lạ");
  g_assert_cmpuint (count_findings (plan->findings, "session-team-unknown"), ==, 1);
  g_assert_cmpuint (count_findings (plan->findings, "session-guide-unknown"), ==, 1);
  g_assert_cmpuint (count_findings (plan->findings, "session-audience-unknown"), ==, 1);
  g_assert_cmpuint (count_findings (plan->findings, "session-time-assumed"), ==, 1);
  g_assert_cmpuint (count_findings (plan->findings, "session-end-assumed"), ==, 1);
  g_assert_cmpuint (find_finding (plan->findings, "session-team-unknown")->row, ==, 7);
  g_assert_cmpuint (find_finding (plan->findings, "session-team-unknown")->column, ==, 4);

  before = dump (fixture->database);
  again = import_schedule_rows (fixture, rows);
  assert_sessions (again, 0, 0, 3);
  after = dump (fixture->database);
  g_assert_cmpstr (before, ==, after);
}

/* What is still to come and stands in its own way, or in that of what is stored, is told. */
static void
test_clashes (Fixture *fixture, gconstpointer data)
{
  static const char *const rows[] = {
    "STT|Ngày|Thời gian|Tổ|Địa điểm|Nội dung|Người hướng dẫn",
    "1|10/03/2099|19h–21h|Xóm Ba Nhất|Chợ Ba Nhất|VNeID|Chu Đức Tuấn",
    "2|10/03/2099|20h–22h|Xóm Ba Nhất|chợ ba nhất|Mobile Money|Chu Đức Tuấn",
    "3|10/03/2023|19h–21h|Xóm Ba Nhất|Chợ Ba Nhất|VNeID|Chu Đức Tuấn",
    "4|10/03/2023|20h–22h|Xóm Ba Nhất|Chợ Ba Nhất|Mobile Money|Chu Đức Tuấn",
    NULL,
  };
  g_autoptr (CnscdImportPlan) plan = NULL;
  g_autoptr (CnscdImportPlan) again = NULL;
  const CnscdFinding *first;

  fill_roster (fixture);
  plan = import_schedule_rows (fixture, rows);
  assert_sessions (plan, 4, 0, 0);
  g_assert_cmpuint (count_findings (plan->findings, "session-clash"), ==, 2);
  first = find_finding (plan->findings, "session-clash");
  g_assert_cmpuint (first->row, ==, 3);
  g_assert_cmpuint (first->column, ==, 7);
  g_assert_cmpint (first->level, ==, CNSCD_FINDING_WARNING);
  g_assert_cmpstr (first->message, ==, "Chu Đức Tuấn guides “VNeID” at that time (19h00–21h00).");

  again = import_schedule_rows (fixture, rows);
  assert_sessions (again, 0, 0, 4);
  g_assert_cmpuint (count_findings (again->findings, "session-clash"), ==, 0);
}

static void
test_dry_run_and_undo (Fixture *fixture, gconstpointer data)
{
  static const char *const rows[] = { HEAD, "1|27/11/2026|19h–20h|Xóm Ba Nhất|Chợ|VNeID", NULL };
  g_autoptr (CnscdWorkbook) workbook = make_workbook ("xlsx", rows);
  g_autoptr (CnscdImportPlan) plan = NULL;
  g_autoptr (CnscdImportPlan) real = NULL;
  g_autoptr (CnscdAction) action = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fill_roster (fixture);
  before = dump (fixture->database);
  plan = import_schedule (fixture, workbook, TRUE);
  assert_sessions (plan, 1, 0, 0);
  after = dump (fixture->database);
  g_assert_cmpstr (before, ==, after);

  real = import_schedule (fixture, workbook, FALSE);
  assert_sessions (real, 1, 0, 0);
  entries = cnscd_audit_list (fixture->database, 1, &error);
  g_assert_cmpstr (((CnscdAuditEntry *) entries->pdata[0])->subject, ==, "sessions");
  action = cnscd_action_last (fixture->database, "import", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (action->label, ==, "lich.xlsx");
  cnscd_action_undo (fixture->database, action->id, NULL, &error);
  g_assert_no_error (error);
  sessions = list_sessions (fixture);
  g_assert_cmpuint (sessions->len, ==, 0);
}

/* What is written by the export is read by the import, and is the same. */
static void
check_round_trip (Fixture *fixture, const char *name)
{
  g_autofree char *path = export_sessions (fixture, name, NULL, 4);
  g_autofree char *before = dump (fixture->database);
  g_autofree char *after = NULL;
  g_autoptr (CnscdImportPlan) plan = import_schedule_file (fixture, path, FALSE);

  assert_sessions (plan, 0, 0, 4);
  g_assert_cmpuint (plan->findings->len, ==, 0);
  after = dump (fixture->database);
  g_assert_cmpstr (before, ==, after);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  fill_schedule (fixture);
  check_round_trip (fixture, "lich.xlsx");
  check_round_trip (fixture, "lich.csv");
}

/* On another computer, where the sessions have other ids. */
static void
test_to_another (Fixture *fixture, gconstpointer data)
{
  Fixture other;
  g_autofree char *path = NULL;
  g_autofree char *again = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (CnscdImportPlan) plan = NULL;

  fixture_set_up (&other, NULL);
  fill_schedule (fixture);
  fill_roster (&other);
  path = export_sessions (fixture, "lich.csv", NULL, 4);
  plan = import_schedule_file (&other, path, FALSE);
  assert_sessions (plan, 4, 0, 0);

  again = export_sessions (&other, "lich.csv", NULL, 4);
  g_file_get_contents (path, &first, NULL, NULL);
  g_file_get_contents (again, &second, NULL, NULL);
  {
    /* a title becomes one line */
    g_auto (GStrv) lines = g_strsplit (first, "ba\nbốn", -1);
    g_autofree char *in_one = g_strjoinv ("ba bốn", lines);
    g_auto (GStrv) a = g_strsplit (in_one, "\r\n", -1);
    g_auto (GStrv) b = g_strsplit (second, "\r\n", -1);

    for (guint i = 0; a[i] != NULL; i++)
      {
        /* up to the code, which is an id's */
        g_auto (GStrv) one = g_strsplit (a[i], ",", -1);
        g_auto (GStrv) other_one = g_strsplit (b[i], ",", -1);

        g_assert_cmpuint (g_strv_length (one), ==, g_strv_length (other_one));
        for (guint j = 0; one[j] != NULL && one[j + 1] != NULL && one[j + 2] != NULL; j++)
          g_assert_cmpstr (one[j], ==, other_one[j]);
      }
  }
  fixture_tear_down (&other, NULL);
}

/* An official changes the exported table and takes it in again. */
static void
test_update (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) plan = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autofree char *code = NULL;
  g_autofree char *row = NULL;
  const CnscdSessionSummary *session;

  fill_schedule (fixture);
  sessions = list_sessions (fixture);
  session = sessions->pdata[0];
  code = cnscd_session_dup_code (session->session);
  row = g_strdup_printf ("%s|28/11/2026|20h00|21h00|Sân kho|Đã tổ chức|%s", code, "40");
  plan = import_schedule_rows (
    fixture,
    ROWS ("Mã buổi|Ngày|Giờ bắt đầu|Giờ kết thúc|Địa điểm|Trạng thái|Số người tham gia", row));
  assert_sessions (plan, 0, 1, 0);

  g_clear_pointer (&sessions, g_ptr_array_unref);
  sessions = list_sessions (fixture);
  for (guint i = 0; i < sessions->len; i++)
    {
      session = sessions->pdata[i];
      if (g_strcmp0 (session->place, "Sân kho") != 0)
        continue;
      g_assert_cmpint (session->starts_at, ==, cnscd_time_new (CNSCD_DATE (2026, 11, 28), 20 * 60));
      g_assert_cmpint (session->state, ==, CNSCD_SESSION_STATE_HELD);
      g_assert_cmpint (session->attendance, ==, 40);
      g_assert_cmpint (session->expected, ==, 30);
      g_assert_cmpuint (session->n_guides, ==, 2);
      return;
    }
  g_assert_not_reached ();
}

/* No time is made up, and none of 22 hours. */
static void
test_bad_times (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) plan = NULL;
  g_autoptr (CnscdImportPlan) columns = NULL;
  g_autoptr (GPtrArray) sessions = NULL;

  fill_roster (fixture);
  plan =
    import_schedule_rows (fixture, ROWS (HEAD, "1|27/11/2026|21h00 - 19h00|Xóm Ba Nhất|A|VNeID",
                                         "2|27/11/2026|25h99 - 26h00|Xóm Ba Nhất|B|VNeID",
                                         "3|27/11/2026|8h00 - 26h00|Xóm Ba Nhất|C|VNeID",
                                         "4|27/11/2026|9h00 - 8h00|Xóm Ba Nhất|D|VNeID",
                                         "5|27/11/2026||Xóm Ba Nhất|E|VNeID",
                                         "6|27/11/2026|22h00 - 1h00|Xóm Ba Nhất|F|VNeID"));
  assert_sessions (plan, 1, 0, 0);
  g_assert_cmpuint (count_findings (plan->findings, "session-ends-before"), ==, 2);
  g_assert_cmpuint (count_findings (plan->findings, "session-time-unreadable"), ==, 2);
  g_assert_cmpuint (count_findings (plan->findings, "session-time-missing"), ==, 1);

  columns = import_schedule_rows (
    fixture, ROWS ("Ngày|Giờ bắt đầu|Giờ kết thúc|Địa điểm|Nội dung", "28/11/2026|21h|19h|A|VNeID",
                   "28/11/2026|x|19h|B|VNeID", "28/11/2026|8h|x|C|VNeID", "28/11/2026|||D|VNeID",
                   "28/11/2026|11h|1h30|E|VNeID"));
  assert_sessions (columns, 1, 0, 0);
  g_assert_cmpuint (count_findings (columns->findings, "session-ends-before"), ==, 1);
  g_assert_cmpuint (count_findings (columns->findings, "session-time-unreadable"), ==, 2);
  g_assert_cmpuint (count_findings (columns->findings, "session-time-missing"), ==, 1);
  sessions = list_sessions (fixture);
  g_assert_cmpuint (sessions->len, ==, 2);
  for (guint i = 0; i < sessions->len; i++)
    {
      const CnscdSessionSummary *session = sessions->pdata[i];

      g_assert_cmpint (session->ends_at - session->starts_at, <=, 3 * 60);
    }
}

/* A row without a time changes none that is stored. */
static void
test_update_without_time (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) plan = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *code = NULL;
  g_autofree char *day = NULL;
  g_autofree char *row = NULL;
  const CnscdSessionSummary *session;

  fill_schedule (fixture);
  before = list_sessions (fixture);
  session = before->pdata[0];
  code = cnscd_session_dup_code (session->session);
  day = cnscd_date_format (cnscd_time_get_day (session->starts_at));
  row = g_strdup_printf ("%s|%s||Sân kho", code, day);
  plan = import_schedule_rows (fixture, ROWS ("Mã buổi|Ngày|Giờ|Địa điểm", row));
  assert_sessions (plan, 0, 1, 0);

  after = list_sessions (fixture);
  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < after->len; i++)
    {
      const CnscdSessionSummary *one = after->pdata[i];

      if (!g_str_equal (one->session, session->session))
        continue;
      g_assert_cmpstr (one->place, ==, "Sân kho");
      g_assert_cmpint (one->starts_at, ==, session->starts_at);
      g_assert_cmpint (one->ends_at, ==, session->ends_at);
    }
}

static void
test_bad_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) plan = NULL;

  fill_roster (fixture);
  plan = import_schedule_rows (fixture, ROWS (HEAD, "1|31/11/2026|8h|Xóm Ba Nhất|Chợ|VNeID",
                                              "2|mai|8h|Xóm Ba Nhất|Chợ|VNeID",
                                              "3|27/11/2026|lúc nào đó|Xóm Ba Nhất|Chợ|VNeID||||x",
                                              "4|28/11/2026|8h|Xóm Ba Nhất|Chợ|VNeID|||nhiều|",
                                              "5|Thứ hai 27/11/2026|9h|Xóm Ba Nhất|Chợ|VNeID"));
  assert_sessions (plan, 2, 0, 0);
  g_assert_cmpuint (count_findings (plan->findings, "session-date-unreadable"), ==, 2);
  g_assert_cmpuint (count_findings (plan->findings, "session-time-unreadable"), ==, 1);
  g_assert_cmpuint (count_findings (plan->findings, "session-number-unreadable"), ==, 1);
  g_assert_cmpuint (count_findings (plan->findings, "session-weekday-differs"), ==, 1);
  assert_session (fixture, 0,
                  "2026-11-27T09:00 11:00|VNeID|Tổ CNSCĐ xóm Ba Nhất|Ba Nhất|Chợ|VNeID (định danh "
                  "điện tử cá nhân)|||-1|");
}

/* No number is made of what is none. */
static void
test_bad_numbers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) plan = NULL;

  fill_roster (fixture);
  plan = import_schedule_rows (
    fixture, ROWS (HEAD, "1|26/11/2026|8h|Xóm Ba Nhất|Chợ|VNeID|||khoảng 1.200 người|",
                   "2|27/11/2026|8h|Xóm Ba Nhất|Chợ|VNeID|||1,5|",
                   "3|28/11/2026|8h|Xóm Ba Nhất|Chợ|VNeID|||-5|"));
  assert_sessions (plan, 3, 0, 0);
  g_assert_cmpuint (count_findings (plan->findings, "session-number-unreadable"), ==, 2);
  assert_session (fixture, 0,
                  "2026-11-26T08:00 10:00|VNeID|Tổ CNSCĐ xóm Ba Nhất|Ba Nhất|Chợ|VNeID (định danh "
                  "điện tử cá nhân)|||1200|");
  assert_session (fixture, 1,
                  "2026-11-27T08:00 10:00|VNeID|Tổ CNSCĐ xóm Ba Nhất|Ba Nhất|Chợ|VNeID (định danh "
                  "điện tử cá nhân)|||-1|Dự kiến: 1,5");
}

/* A day without its year is near the dates around it, whatever the present year. */
static void
test_year_of_others (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) plan = NULL;
  const CnscdFinding *finding;

  fill_roster (fixture);
  plan = import_schedule_rows (fixture, ROWS (HEAD, "1|28/12/2033|8h|Xóm Ba Nhất|Chợ|VNeID",
                                              "2|30/12|8h|Xóm Ba Nhất|Chợ|VNeID",
                                              "3|5/1|8h|Xóm Ba Nhất|Chợ|VNeID",
                                              "4|29/2|8h|Xóm Ba Nhất|Chợ|VNeID"));
  assert_sessions (plan, 3, 0, 0);
  g_assert_cmpuint (count_findings (plan->findings, "session-year-assumed"), ==, 2);
  g_assert_cmpuint (count_findings (plan->findings, "session-date-unreadable"), ==, 1);
  finding = find_finding (plan->findings, "session-year-assumed");
  g_assert_cmpuint (finding->row, ==, 3);
  g_assert_cmpstr (finding->message, ==, "The date has no year: it was taken for 30/12/2033.");
  assert_session (fixture, 1,
                  "2033-12-30T08:00 10:00|VNeID|Tổ CNSCĐ xóm Ba Nhất|Ba Nhất|Chợ|VNeID (định danh "
                  "điện tử cá nhân)|||-1|");
  assert_session (fixture, 2,
                  "2034-01-05T08:00 10:00|VNeID|Tổ CNSCĐ xóm Ba Nhất|Ba Nhất|Chợ|VNeID (định danh "
                  "điện tử cá nhân)|||-1|");
}

/* A row that says once more what another said is taken once; what differs is another session. */
static void
test_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) plan = NULL;
  g_autoptr (CnscdImportPlan) again = NULL;
  const char *const *rows =
    ROWS (HEAD, "1|26/11/2026|8h|Xóm Ba Nhất|Chợ|VNeID", "2|26/11/2026|8h|Xóm Ba Nhất|Chợ|VssID",
          "3|26/11/2026|8h00|Xóm Ba Nhất|Chợ|VNeID", "4|27/11/2026|8h|Xóm Ba Nhất|Chợ|VNeID",
          "5|28/11/2026|8h|||VNeID", "6|28/11/2026|8h|||VNeID");
  const CnscdFinding *finding;

  fill_roster (fixture);
  plan = import_schedule_rows (fixture, rows);
  /* the last two may be of two teams, which are not named */
  assert_sessions (plan, 5, 0, 0);
  g_assert_cmpuint (count_findings (plan->findings, "session-twice"), ==, 1);
  finding = find_finding (plan->findings, "session-twice");
  g_assert_cmpuint (finding->row, ==, 4);
  g_assert_cmpstr (finding->message, ==, "The row says the same as row 2, and is taken once.");
  again = import_schedule_rows (fixture, rows);
  assert_sessions (again, 0, 0, 5);
}

static void
refuse (Fixture *fixture, const char *const *rows, const char *message)
{
  g_autoptr (CnscdWorkbook) workbook = make_workbook ("xlsx", rows);
  CnscdImportOptions options = { .unit = UNIT };
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdImportPlan) plan =
    cnscd_schedule_import_run (fixture->database, workbook, &options, NULL, &error);

  g_assert_null (plan);
  g_assert_error (error, CNSCD_IMPORT_ERROR, CNSCD_IMPORT_ERROR_NOTHING);
  g_assert_true (g_str_has_prefix (error->message, message));
}

static void
test_no_schedule (Fixture *fixture, gconstpointer data)
{
  static const char *const samples[] = {
    "roster-annex.ods",         "roster-annex.xls",  "roster-flat-tcvn3.csv",
    "roster-flat-utf8-bom.csv", "roster-messy.xlsx", "roster-web-export.xlsx",
    "schedule-month.xlsx",      "schedule-week.csv", "schedule-days.ods",
  };
  g_autoptr (CnscdWorkbook) roster = read_sample ("roster-annex.xlsx");

  refuse (fixture, ROWS ("một", "hai"), "No session was found in the file.");
  refuse (fixture, ROWS (HEAD), "No session was found in the file.");
  refuse (fixture, ROWS (HEAD, "1|không rõ|8h|Xóm Ba Nhất|Chợ|VNeID"),
          "Row 2: “không rõ” is not a date.");
  g_assert_false (cnscd_schedule_table_is_likely (roster));

  /* no roster is taken for a schedule */
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (CnscdWorkbook) sample = read_sample (samples[i]);

      g_assert_true (cnscd_schedule_table_is_likely (sample) ==
                     g_str_has_prefix (samples[i], "schedule"));
    }
}

static void
test_two_of_a_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) roster =
    import_rows (fixture, ROWS ("Họ và tên|Xóm|Năm sinh", "Hà Văn Bình|Ba Nhất|1970",
                                "Hà Văn Bình|Ba Nhất|1990", "Hà Văn Bình|Cao Lầm|1980"));
  g_autoptr (CnscdImportPlan) plan = import_schedule_rows (
    fixture, ROWS (HEAD, "1|27/11/2026|8h–10h|Xóm Cao Lầm|Chợ|VNeID||Hà Văn Bình",
                   "2|28/11/2026|8h–10h|Xóm Ba Nhất|Chợ|VNeID||Hà Văn Bình"));

  assert_sessions (plan, 2, 0, 0);
  g_assert_cmpuint (count_findings (plan->findings, "session-guide-doubtful"), ==, 1);
  assert_session (fixture, 0,
                  "2026-11-27T08:00 10:00|VNeID|Tổ CNSCĐ xóm Cao Lầm|Cao Lầm|Chợ|VNeID (định danh "
                  "điện tử cá nhân)||Hà Văn Bình|-1|");
  assert_session (fixture, 1,
                  "2026-11-28T08:00 10:00|VNeID|Tổ CNSCĐ xóm Ba Nhất|Ba Nhất|Chợ|VNeID (định danh "
                  "điện tử cá nhân)|||-1|Người hướng dẫn: Hà Văn Bình");
}

/* Tables as officials make them; their names are made up. */
static void
check_sample (Fixture *fixture, const char *name, guint n_sessions, guint n_findings)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", name, NULL);
  g_autoptr (CnscdImportPlan) plan = NULL;
  g_autoptr (CnscdImportPlan) again = NULL;

  fill_roster (fixture);
  plan = import_schedule_file (fixture, path, FALSE);
  assert_sessions (plan, n_sessions, 0, 0);
  g_assert_cmpuint (plan->findings->len, ==, n_findings);
  again = import_schedule_file (fixture, path, FALSE);
  assert_sessions (again, 0, 0, n_sessions);
}

/* A title, a head of two rows, a date merged over three sessions, a total and a signature. */
static void
test_month (Fixture *fixture, gconstpointer data)
{
  check_sample (fixture, "schedule-month.xlsx", 5, 2);
  assert_session (fixture, 0,
                  "2026-11-07T08:00 10:00|Cài đặt và kích hoạt VNeID|Tổ CNSCĐ xóm Ba Nhất|Ba "
                  "Nhất|Nhà văn hóa xóm Ba Nhất|VNeID (định danh điện tử cá nhân)|Người cao "
                  "tuổi|Chu Đức Tuấn; Hà Thị Kim Liên; Ngô Công Kiên|30|");
  assert_session (fixture, 2,
                  "2026-11-07T19:30 21:00|Học phí trực tuyến; Ứng dụng học tập|Tổ CNSCĐ xóm Ba "
                  "Nhất|Ba Nhất|Nhà ông Chu Đức Tuấn|Học phí trực tuyến; Ứng dụng học tập|Gia đình "
                  "có con đi học|Chu Đức Tuấn|15|Mang theo điện thoại");
  assert_session (fixture, 3,
                  "2026-11-14T19:00 21:00|Dịch vụ công trực tuyến|Tổ CNSCĐ xóm Cao Lầm|Cao Lầm|Nhà "
                  "văn hóa xóm Cao Lầm|Dịch vụ công trực tuyến|Mọi người dân|Lường Đức Hải; Mông "
                  "Thị Quyên; Nguyễn Thị Trang|40|");
  assert_session (fixture, 4,
                  "2026-11-21T08:00 10:00|Mobile Money|Tổ CNSCĐ xóm Ba Nhất|Ba Nhất|Chợ trung "
                  "tâm|Mobile Money|Tiểu thương, hộ kinh doanh|Hà Thị Kim Liên|20|Hoãn nếu "
                  "mưa\nThời gian: Sáng");
}

/* The day once for its sessions and without a year, which the title says; parts of the day. */
static void
test_week (Fixture *fixture, gconstpointer data)
{
  check_sample (fixture, "schedule-week.csv", 5, 4);
  assert_session (fixture, 1,
                  "2026-11-23T19:30 21:30|An toàn trên mạng|Tổ CNSCĐ xóm Cao Lầm|Cao Lầm|Nhà văn "
                  "hóa|An toàn trên mạng||Lường Đức Hải; Lê Thị Ngọc Uyên|-1|");
  assert_session (fixture, 2,
                  "2026-11-25T14:00 16:00|Sổ sức khỏe điện tử|Tổ CNSCĐ xóm Ba Nhất|Ba Nhất|Trạm y "
                  "tế|Sổ sức khỏe điện tử||Hà Thị Kim Liên|-1|");
  assert_session (fixture, 3,
                  "2026-11-27T08:00 10:00|Chữ ký số|||Sân kho|Chữ ký số|||-1|Chưa rõ giờ\nXóm, tổ "
                  "dân phố: Xóm Lạ\nNgười hướng dẫn: Nguyễn Thị Không Có\nThời gian: Sáng");
}

/* Days as titles, times as such, several teams and guides in a cell. */
static void
test_days (Fixture *fixture, gconstpointer data)
{
  check_sample (fixture, "schedule-days.ods", 3, 0);
  assert_session (
    fixture, 0,
    "2026-11-30T08:00 09:30|VNeID; VssID|Tổ CNSCĐ xóm Ba Nhất|Ba Nhất|Nhà văn "
    "hóa|VNeID (định danh điện tử cá nhân); VssID (bảo hiểm xã hội số)||Chu Đức Tuấn; "
    "Vũ Minh Hải|20|");
  assert_session (fixture, 2,
                  "2026-12-01T14:00 15:30|Chữ ký số|Tổ CNSCĐ xóm Ba Nhất; Tổ CNSCĐ xóm Cao "
                  "Lầm||UBND xã|Chữ ký số||Chu Đức Tuấn; Lường Đức Hải|50|");
}

/* Nothing that stands in a table stops the program, and what was read once is known again. */
static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  static const char *const pieces[] = { "27/11/2026",
                                        "99/99/9999",
                                        "Thứ 8",
                                        "8h–10h",
                                        "25h",
                                        "sáng",
                                        "=1+1",
                                        "@x",
                                        "\xEF\xBB\xBF",
                                        "Xóm Ba Nhất",
                                        ";;;,,,",
                                        "((((",
                                        "và và",
                                        "-1",
                                        "99999999999999999999",
                                        "1e309",
                                        "STT",
                                        "Ngày",
                                        "Tổng",
                                        "TM.",
                                        "\"",
                                        "\\",
                                        "",
                                        "#45000",
                                        "#0.5",
                                        "#-7",
                                        "#1e300",
                                        "Chu Đức Tuấn",
                                        "\xE2\x80\xAE",
                                        "năm 0000",
                                        "31/12/9999",
                                        "23h59–0h00",
                                        "1/1/0001",
                                        "\n\n" };
  g_autoptr (GRand) random = g_rand_new_with_seed (1893);

  fill_roster (fixture);
  for (guint round = 0; round < 25; round++)
    {
      g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (CnscdWorkbook) workbook = NULL;
      g_autoptr (CnscdImportPlan) plan = NULL;
      CnscdImportOptions options = { .unit = UNIT };

      g_ptr_array_add (rows, g_strdup (HEAD "|Mã buổi|Trạng thái|Nữ|Thứ|Xã/phường|Giờ kết thúc"));
      for (guint r = 0; r < 20; r++)
        {
          GString *row = g_string_new (NULL);

          for (guint c = 0; c < 16; c++)
            g_string_append_printf (row, "%s%s", c > 0 ? "|" : "",
                                    pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
          g_ptr_array_add (rows, g_string_free_and_steal (row));
        }
      g_ptr_array_add (rows, NULL);
      workbook = make_workbook ("xlsx", (const char *const *) rows->pdata);
      plan = cnscd_schedule_import_run (fixture->database, workbook, &options, NULL, NULL);
      if (plan != NULL)
        {
          g_autoptr (CnscdImportPlan) again =
            cnscd_schedule_import_run (fixture->database, workbook, &options, NULL, NULL);

          g_assert_nonnull (again);
          g_assert_cmpuint (again->sessions.created, ==, 0);
        }
    }
}

/* A year of a commune, and a cell as long as a cell can be. */
static void
test_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CnscdImportPlan) plan = NULL;
  g_autofree char *longest = g_strnfill (40000, 'x');
  gint64 begin = g_get_monotonic_time ();

  fill_roster (fixture);
  g_ptr_array_add (rows, g_strdup (HEAD));
  for (guint i = 0; i < 1200; i++)
    g_ptr_array_add (rows, g_strdup_printf ("%u|%u/%u/2026|%uh–%uh|Xóm Ba Nhất|Chợ|VNeID||Chu Đức "
                                            "Tuấn|%u|%s",
                                            i, i % 28 + 1, i % 12 + 1, i / 336 + 7, i / 336 + 8, i,
                                            i == 0 ? longest : ""));
  g_ptr_array_add (rows, NULL);
  plan = import_schedule_rows (fixture, (const char *const *) rows->pdata);
  assert_sessions (plan, 1200, 0, 0);
  g_test_message ("%.1f s", (g_get_monotonic_time () - begin) / 1e6);
}

/* ---- columns that a person corrects */

#define ODD_HEAD "STT|Ngày|Giờ|Ở đâu|Làm gì|Địa điểm|CCCD"

static CnscdSheetMapping *
correct (const CnscdWorkbook *workbook)
{
  g_autoptr (CnscdScheduleTable) table = cnscd_schedule_table_recognize (workbook, NULL);
  CnscdSheetMapping *mapping = cnscd_sheet_mapping_copy (table->mappings->pdata[0]);

  g_assert_true (mapping->schedule);
  g_array_index (mapping->columns, CnscdScheduleColumn, 3) = CNSCD_SCHEDULE_PLACE;
  g_array_index (mapping->columns, CnscdScheduleColumn, 4) = CNSCD_SCHEDULE_TOPICS;
  g_array_index (mapping->columns, CnscdScheduleColumn, 5) = CNSCD_SCHEDULE_IGNORED;
  /* no number of an identity card, whatever somebody wants */
  g_array_index (mapping->columns, CnscdScheduleColumn, 6) = CNSCD_SCHEDULE_NOTE;
  return mapping;
}

static CnscdImportPlan *
import_mapped (Fixture *fixture,
               const CnscdWorkbook *workbook,
               GPtrArray *mappings,
               gboolean dry_run)
{
  CnscdImportOptions options = {
    .unit = UNIT, .label = "lich.xlsx", .mappings = mappings, .dry_run = dry_run
  };
  g_autoptr (GError) error = NULL;
  CnscdImportPlan *plan =
    cnscd_schedule_import_run (fixture->database, workbook, &options, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

/* What somebody corrects in the columns counts, is kept for the next file, and forgotten. */
static void
test_columns (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdWorkbook) workbook = make_workbook (
    "xlsx", ROWS (ODD_HEAD, "1|27/11/2026|19h00–20h30|Nhà văn hóa|VNeID|A1|012345678901", ODD_HEAD,
                  "2|28/11/2026|8h00–9h00|Chợ|Mobile Money|A2|012345678902"));
  g_autoptr (CnscdWorkbook) next = make_workbook (
    "xlsx", ROWS (ODD_HEAD, "1|04/12/2026|19h00–20h30|Trường|VNeID|A3|012345678903"));
  g_autoptr (GPtrArray) mappings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_sheet_mapping_free);
  g_autoptr (CnscdImportPlan) dry = NULL;
  g_autoptr (CnscdImportPlan) first = NULL;
  g_autoptr (CnscdImportPlan) second = NULL;
  g_autoptr (CnscdImportPlan) plain = NULL;
  g_autofree char *shape = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (mappings, correct (workbook));
  shape = cnscd_sheet_mapping_dup_shape (mappings->pdata[0]);

  /* a dry run keeps nothing */
  dry = import_mapped (fixture, workbook, mappings, TRUE);
  assert_sessions (dry, 2, 0, 0);
  plain = import_mapped (fixture, next, NULL, TRUE);
  g_assert_cmpuint (count_findings (plain->findings, "mapping-kept"), ==, 0);

  first = import_mapped (fixture, workbook, mappings, FALSE);
  assert_sessions (first, 2, 0, 0);
  sessions = list_sessions (fixture);
  g_assert_cmpstr (((CnscdSessionSummary *) sessions->pdata[0])->place, ==, "Nhà văn hóa");
  g_assert_cmpstr (((CnscdSessionSummary *) sessions->pdata[0])->title, ==, "VNeID");
  g_assert_cmpstr (((CnscdSessionSummary *) sessions->pdata[1])->place, ==, "Chợ");
  g_assert_null (((CnscdSessionSummary *) sessions->pdata[0])->note);

  second = import_mapped (fixture, next, NULL, TRUE);
  assert_sessions (second, 1, 0, 0);
  g_assert_cmpuint (count_findings (second->findings, "mapping-kept"), ==, 1);
  g_assert_cmpstr (
    ((CnscdScheduleEntry *) second->schedule->entries->pdata[0])->texts[CNSCD_SCHEDULE_PLACE], ==,
    "Trường");

  g_assert_true (cnscd_import_memory_forget (fixture->database, shape, &error));
  g_assert_no_error (error);
  g_clear_pointer (&plain, cnscd_import_plan_free);
  plain = import_mapped (fixture, next, NULL, TRUE);
  g_assert_cmpuint (count_findings (plain->findings, "mapping-kept"), ==, 0);
  g_assert_cmpstr (
    ((CnscdScheduleEntry *) plain->schedule->entries->pdata[0])->texts[CNSCD_SCHEDULE_PLACE], ==,
    "A3");
}

/* What was understood, given back unchanged, is read as before; and so is the row of the head. */
static void
test_columns_unchanged (gconstpointer data)
{
  g_autoptr (CnscdWorkbook) workbook = read_sample (data);
  g_autoptr (CnscdScheduleTable) table = cnscd_schedule_table_recognize (workbook, NULL);
  g_autoptr (GPtrArray) shapes = cnscd_table_shapes_new_schedule (workbook, table);
  const CnscdTableShape *shape = shapes->pdata[0];

  g_assert_cmpuint (table->entries->len, >, 0);
  g_assert_cmpuint (shape->n_people, ==, table->entries->len);
  g_assert_true (shape->has_key);
  g_assert_nonnull (shape->shape);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) mappings =
        g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_sheet_mapping_free);
      g_autoptr (CnscdScheduleTable) again = NULL;

      for (guint j = 0; j < table->mappings->len; j++)
        {
          CnscdSheetMapping *mapping = cnscd_sheet_mapping_copy (table->mappings->pdata[j]);

          if (i == 1) /* its row alone */
            {
              g_array_set_size (mapping->columns, 0);
              g_ptr_array_set_size (mapping->heads, 0);
            }
          g_ptr_array_add (mappings, mapping);
        }
      again = cnscd_schedule_table_recognize (workbook, mappings);
      g_assert_cmpuint (again->entries->len, ==, table->entries->len);
      g_assert_cmpstr (again->unit_name, ==, table->unit_name);
      for (guint j = 0; j < table->entries->len; j++)
        {
          const CnscdScheduleEntry *one = table->entries->pdata[j];
          const CnscdScheduleEntry *other = again->entries->pdata[j];

          g_assert_cmpint (one->starts_at, ==, other->starts_at);
          for (guint c = 0; c < CNSCD_N_SCHEDULE_COLUMNS; c++)
            g_assert_cmpstr (one->texts[c], ==, other->texts[c]);
        }
    }
}

/* Whichever row is said to be the head, nothing breaks. */
static void
test_columns_head (void)
{
  g_autoptr (CnscdWorkbook) workbook = read_sample ("schedule-week.csv");
  g_autoptr (CnscdScheduleTable) table = cnscd_schedule_table_recognize (workbook, NULL);

  for (guint row = 0; row < 40; row++)
    {
      g_autoptr (GPtrArray) mappings =
        g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_sheet_mapping_free);
      CnscdSheetMapping *mapping =
        cnscd_sheet_mapping_new (((CnscdSheetMapping *) table->mappings->pdata[0])->sheet);
      g_autoptr (CnscdScheduleTable) other = NULL;
      g_autoptr (GPtrArray) shapes = NULL;

      mapping->schedule = TRUE;
      mapping->head_row = row < 39 ? row : 4000000000u;
      g_ptr_array_add (mappings, mapping);
      other = cnscd_schedule_table_recognize (workbook, mappings);
      g_assert_true (row != 0 || other->entries->len == table->entries->len);
      g_assert_true (row != 39 || other->entries->len == 0);
      shapes = cnscd_table_shapes_new_schedule (workbook, other);
      g_assert_cmpuint (shapes->len, ==, 1);
    }
}

/* A file need not be in the order of time, and what cannot be read counts for nothing. */
static void
test_first_day (void)
{
  g_autoptr (CnscdWorkbook) workbook =
    make_workbook ("xlsx", ROWS (HEAD, "1|chưa rõ|8h00|Xóm Một|Nhà văn hóa|Học đọc|||20|",
                                 "2|05/12/2026|8h00|Xóm Một|Nhà văn hóa|Học viết|||20|",
                                 "3|27/11/2026|19h00|Xóm Hai|Nhà văn hóa|Học đọc|||20|"));
  g_autoptr (CnscdWorkbook) empty = make_workbook ("xlsx", ROWS (HEAD));
  g_autoptr (CnscdScheduleTable) table = cnscd_schedule_table_recognize (workbook, NULL);
  g_autoptr (CnscdScheduleTable) nothing = cnscd_schedule_table_recognize (empty, NULL);

  g_assert_true (
    cnscd_date_equal (cnscd_schedule_table_find_first_day (table), CNSCD_DATE (2026, 11, 27)));
  g_assert_false (cnscd_date_is_known (cnscd_schedule_table_find_first_day (nothing)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func)                                                                            \
  g_test_add ("/schedule/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  g_test_add_func ("/schedule/when", test_when);
  ADD ("table", test_table);
  ADD ("clashes", test_clashes);
  ADD ("dry-run-and-undo", test_dry_run_and_undo);
  ADD ("round-trip", test_round_trip);
  ADD ("to-another", test_to_another);
  ADD ("update", test_update);
  ADD ("bad-rows", test_bad_rows);
  ADD ("bad-times", test_bad_times);
  ADD ("bad-numbers", test_bad_numbers);
  ADD ("year-of-others", test_year_of_others);
  ADD ("twice", test_twice);
  ADD ("update-without-time", test_update_without_time);
  ADD ("no-schedule", test_no_schedule);
  ADD ("two-of-a-name", test_two_of_a_name);
  ADD ("month", test_month);
  ADD ("week", test_week);
  ADD ("days", test_days);
  g_test_add_func ("/schedule/first-day", test_first_day);
  ADD ("hostile", test_hostile);
  ADD ("large", test_large);
  ADD ("columns", test_columns);
  g_test_add_data_func ("/schedule/columns/month", "schedule-month.xlsx", test_columns_unchanged);
  g_test_add_data_func ("/schedule/columns/week", "schedule-week.csv", test_columns_unchanged);
  g_test_add_func ("/schedule/columns/head", test_columns_head);

  return g_test_run ();
}
