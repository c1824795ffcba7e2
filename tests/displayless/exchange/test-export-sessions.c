/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libical/ical.h>

#include "cnscd-test-sessions.h"
#include "exchange/cnscd-ical-writer.h"

static char *
read_text (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static icalcomponent *
parse (const char *text)
{
  icalcomponent *calendar = icalparser_parse_string (text);

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  return calendar;
}

static icalcomponent *
export_calendar (Fixture *fixture)
{
  g_autofree char *path = export_sessions (fixture, "lich.ics", NULL, 4);
  g_autofree char *text = read_text (path);

  return parse (text);
}

static icalcomponent *
get_event (icalcomponent *calendar, guint at)
{
  icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);

  for (; at > 0 && event != NULL; at--)
    event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT);
  g_assert_nonnull (event);
  return event;
}

static void
assert_starts (icalcomponent *event, const char *expected)
{
  struct icaltimetype start = icalcomponent_get_dtstart (event);

  g_assert_cmpstr (icaltime_as_ical_string (start), ==, expected);
  g_assert_cmpstr (icaltime_get_tzid (start), ==, "Asia/Ho_Chi_Minh");
}

/* What other calendars see, through the parser that GNOME's and KDE's use. */
static void
test_calendar (Fixture *fixture, gconstpointer data)
{
  icalcomponent *calendar, *zone, *event;
  icalproperty *category, *method;
  time_t start;

  fill_schedule (fixture);
  calendar = export_calendar (fixture);
  g_assert_cmpint (icalcomponent_get_method (calendar), ==, ICAL_METHOD_PUBLISH);
  /* RFC 5546 would have an organizer, whom RFC 5545 forbids where nobody is invited. */
  method = icalcomponent_get_first_property (calendar, ICAL_METHOD_PROPERTY);
  icalcomponent_remove_property (calendar, method);
  icalproperty_free (method);
  g_assert_true (icalrestriction_check (calendar));
  zone = icalcomponent_get_first_component (calendar, ICAL_VTIMEZONE_COMPONENT);
  g_assert_nonnull (zone);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 4);

  event = get_event (calendar, 0);
  assert_starts (event, "20261127T190000");
  g_assert_cmpstr (icaltime_as_ical_string (icalcomponent_get_dtend (event)), ==,
                   "20261127T203000");
  start = icaltime_as_timet_with_zone (icalcomponent_get_dtstart (event),
                                       icalcomponent_get_timezone (calendar, "Asia/Ho_Chi_Minh"));
  g_assert_cmpint (start, ==,
                   cnscd_time_to_unix (cnscd_time_new (CNSCD_DATE (2026, 11, 27), 19 * 60)));
  g_assert_true (g_str_has_suffix (icalcomponent_get_uid (event), "@org.thainguyen.CNSCD"));
  g_assert_cmpint (icalcomponent_get_sequence (event), ==, 0);
  g_assert_cmpint (icalcomponent_get_status (event), ==, ICAL_STATUS_CONFIRMED);
  g_assert_cmpstr (icalcomponent_get_summary (event), ==, "Hướng dẫn VNeID");
  g_assert_true (g_str_has_prefix (icalcomponent_get_location (event), "Nhà văn hóa, xóm "));
  g_assert_true (g_str_has_suffix (icalcomponent_get_location (event), ", xã Võ Nhai"));
  g_assert_nonnull (strstr (icalcomponent_get_description (event), "Đối tượng: Người cao tuổi\n"));
  g_assert_nonnull (strstr (icalcomponent_get_description (event), " (hướng dẫn chính); "));
  g_assert_nonnull (strstr (icalcomponent_get_description (event), "\nMã buổi: "));
  g_assert_null (strstr (icalcomponent_get_description (event), "0912345678"));
  category = icalcomponent_get_first_property (event, ICAL_CATEGORIES_PROPERTY);
  g_assert_cmpstr (icalproperty_get_categories (category), ==, "VNeID (định danh điện tử cá nhân)");
  category = icalcomponent_get_next_property (event, ICAL_CATEGORIES_PROPERTY);
  g_assert_cmpstr (icalproperty_get_categories (category), ==, "Thanh toán tiền điện, nước");
  g_assert_null (icalcomponent_get_next_property (event, ICAL_CATEGORIES_PROPERTY));

  g_assert_cmpstr (icalcomponent_get_summary (get_event (calendar, 1)), ==, TRICKY_TITLE);

  event = get_event (calendar, 2);
  g_assert_cmpint (icalcomponent_get_status (event), ==, ICAL_STATUS_TENTATIVE);
  g_assert_cmpstr (icalcomponent_get_summary (event), ==, "[Hoãn] Buổi bị hoãn");
  g_assert_nonnull (strstr (icalcomponent_get_description (event), "Trạng thái: Hoãn\n"));
  g_assert_null (icalcomponent_get_first_property (event, ICAL_DTEND_PROPERTY));

  event = get_event (calendar, 3);
  g_assert_cmpint (icalcomponent_get_status (event), ==, ICAL_STATUS_CANCELLED);
  g_assert_cmpstr (icalcomponent_get_summary (event), ==, "[Hủy] Buổi bị hủy");
  g_assert_cmpstr (icaltime_as_ical_string (icalcomponent_get_dtend (event)), ==,
                   "20261202T010000");
  g_assert_cmpint (icalcomponent_get_sequence (event), ==, 1);

  icalcomponent_free (calendar);
}

/* Lines of at most 75 octets, each of whole characters, each ended by CR LF (RFC 5545, 3.1). */
static void
assert_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  guint n = g_strv_length (lines);

  g_assert_cmpstr (lines[n - 1], ==, "");
  for (guint i = 0; i + 1 < n; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_cmpuint (strlen (lines[i]), >, 0);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strpbrk (lines[i], "\r\n"));
    }
}

static void
test_lines (void)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint length = 0; length < 90; length++)
    {
      CnscdIcalWriter *writer = cnscd_ical_writer_new (name->str, G_USEC_PER_SEC);
      CnscdIcalEvent event = { .uid = "1@x",
                               .summary = name->str,
                               .description = "\x01\x7f\ra\r\nb\nc\td",
                               .starts_at = cnscd_time_new (CNSCD_DATE (2026, 1, 1), 0) };
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *text = NULL;
      icalcomponent *calendar;
      const char *summary;

      cnscd_ical_writer_add (writer, &event);
      bytes = cnscd_ical_writer_finish (writer);
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      assert_lines (text);
      calendar = parse (text);
      summary = icalcomponent_get_summary (get_event (calendar, 0));
      g_assert_cmpstr (summary != NULL ? summary : "", ==, name->str);
      g_assert_cmpstr (icalcomponent_get_description (get_event (calendar, 0)), ==, "\na\nb\nc\td");
      icalcomponent_free (calendar);
      g_string_append (name, length % 3 == 0 ? "ệ" : length % 3 == 1 ? "x" : "\U0001F600");
    }
}

/* A calendar that has the file already takes the next one for news of the same events. */
static void
test_versions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdSessionRecords) changed = NULL;
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("topic");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GPtrArray) topics = NULL;
  CnscdSessionQuery all = CNSCD_SESSION_QUERY_ALL;
  g_autofree char *uid = NULL;
  icalcomponent *calendar;

  fill_schedule (fixture);
  calendar = export_calendar (fixture);
  uid = g_strdup (icalcomponent_get_uid (get_event (calendar, 0)));
  icalcomponent_free (calendar);

  sessions = cnscd_sessions_load (fixture->database, &all, &error);
  g_assert_no_error (error);
  changed = cnscd_session_records_copy (sessions->pdata[0]);
  topics = cnscd_record_store_list (fixture->database, &CNSCD_KIND_TOPIC, NULL, &error);
  for (guint i = 0; i < topics->len; i++)
    cnscd_session_records_add_topic (changed, ((CnscdRecord *) topics->pdata[i])->id);
  cnscd_session_save (set, sessions->pdata[0], changed);
  apply_set (fixture, set);

  calendar = export_calendar (fixture);
  g_assert_cmpstr (icalcomponent_get_uid (get_event (calendar, 0)), ==, uid);
  g_assert_cmpint (icalcomponent_get_sequence (get_event (calendar, 0)), ==, 1);
  g_assert_cmpint (icalcomponent_get_sequence (get_event (calendar, 1)), ==, 0);
  icalcomponent_free (calendar);

  set_state (fixture, changed->session, CNSCD_SESSION_STATE_CANCELLED);
  calendar = export_calendar (fixture);
  g_assert_cmpint (icalcomponent_get_sequence (get_event (calendar, 0)), ==, 2);
  icalcomponent_free (calendar);
}

/* Returns: (transfer none) (nullable): what stands in @row below @title */
static const char *
get_text (const CnscdSheet *sheet, guint row, const char *title)
{
  for (guint c = 0;; c++)
    {
      const CnscdCell *head = cnscd_sheet_find (sheet, 0, c);
      const CnscdCell *cell;
      g_autofree char *text = NULL;

      g_assert_nonnull (head);
      if (!g_str_equal (head->text, title))
        continue;
      cell = cnscd_sheet_find (sheet, row, c);
      text = cell != NULL ? cnscd_cell_dup_text (cell) : NULL;
      return g_intern_string (text);
    }
}

static void
check_table (Fixture *fixture, const char *name)
{
  g_autofree char *path = export_sessions (fixture, name, NULL, 4);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdWorkbook) workbook = cnscd_workbook_read (file, NULL, &error);
  gboolean csv = g_str_has_suffix (name, ".csv");
  const CnscdSheet *sheet;

  g_assert_no_error (error);
  sheet = workbook->sheets->pdata[0];
  g_assert_cmpstr (get_text (sheet, 1, "Thứ"), ==, "Thứ Sáu");
  g_assert_cmpstr (get_text (sheet, 1, "Ngày"), ==, "27/11/2026");
  g_assert_cmpstr (get_text (sheet, 1, "Âm lịch"), ==, "19/10/2026");
  g_assert_cmpstr (get_text (sheet, 1, "Giờ bắt đầu"), ==, "19h00");
  g_assert_cmpstr (get_text (sheet, 1, "Giờ kết thúc"), ==, "20h30");
  g_assert_cmpstr (get_text (sheet, 1, "Địa điểm"), ==, "Nhà văn hóa");
  g_assert_cmpstr (get_text (sheet, 1, "Trạng thái"), ==, "Dự kiến");
  g_assert_cmpstr (get_text (sheet, 1, "Dự kiến"), ==, "30");
  g_assert_cmpstr (get_text (sheet, 1, "Số người tham gia"), ==, "25");
  g_assert_cmpstr (get_text (sheet, 1, "Nữ"), ==, "0");
  g_assert_cmpstr (get_text (sheet, 1, "Người cao tuổi"), ==, NULL);
  g_assert_cmpstr (get_text (sheet, 1, "Người được hướng dẫn (người)"), ==, "25");
  g_assert_cmpstr (get_text (sheet, 1, "Lượt cài đặt Thái Nguyên ID (lượt)"), ==, NULL);
  g_assert_true (g_str_has_suffix (get_text (sheet, 1, "Người hướng dẫn"), " (hỗ trợ)"));
  g_assert_cmpuint (strlen (get_text (sheet, 1, "Mã buổi")), ==, 7);

  /* a formula for Excel only where it cannot be told from one */
  g_assert_cmpstr (get_text (sheet, 2, "Tên buổi"), ==, csv ? "'" TRICKY_TITLE : TRICKY_TITLE);
  g_assert_cmpstr (get_text (sheet, 2, "Số người tham gia"), ==, NULL);
  g_assert_cmpstr (get_text (sheet, 3, "Trạng thái"), ==, "Hoãn");
  g_assert_cmpstr (get_text (sheet, 4, "Trạng thái"), ==, "Hủy");
}

static void
test_tables (Fixture *fixture, gconstpointer data)
{
  fill_schedule (fixture);
  check_table (fixture, "lich.xlsx");
  check_table (fixture, "lich.csv");
}

static void
test_range_and_team (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) members = NULL;
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;

  fill_schedule (fixture);
  query.from = CNSCD_DATE (2026, 11, 28);
  query.to = CNSCD_DATE (2026, 11, 29);
  g_free (export_sessions (fixture, "lich.csv", &query, 2));

  members = list_members (fixture->database, NULL);
  query = CNSCD_SESSION_QUERY_ALL;
  query.unit = UNIT;
  query.team = ((CnscdMember *) members->pdata[0])->team;
  g_free (export_sessions (fixture, "LICH.ICS", &query, 1));
}

static void
test_audit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  const CnscdAuditEntry *entry;

  fill_schedule (fixture);
  g_free (export_sessions (fixture, "lich.ics", NULL, 4));
  entries = cnscd_audit_list (fixture->database, 1, &error);
  g_assert_no_error (error);
  entry = entries->pdata[0];
  g_assert_cmpstr (entry->action, ==, "export");
  g_assert_cmpstr (entry->subject, ==, "sessions");
  g_assert_cmpstr (entry->detail, ==, "lich.ics");
  g_assert_cmpint (entry->n_people, ==, 2);
}

static void
refuse (Fixture *fixture, const char *path, const char *unit, GQuark domain, int code)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;

  query.unit = unit;
  g_assert_false (cnscd_export_sessions (fixture->database, &query, file, NULL, NULL, &error));
  if (code >= 0)
    g_assert_error (error, domain, code);
  g_assert_nonnull (error);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pdf = g_build_filename (fixture->folder, "lich.pdf", NULL);
  g_autofree char *ics = g_build_filename (fixture->folder, "lich.ics", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", "lich.ics", NULL);

  refuse (fixture, pdf, NULL, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_UNSUPPORTED);
  refuse (fixture, fixture->path, NULL, CNSCD_SPREADSHEET_ERROR,
          CNSCD_SPREADSHEET_ERROR_UNSUPPORTED);
  refuse (fixture, ics, "00000", CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
  refuse (fixture, nowhere, NULL, 0, -1);
  g_assert_false (g_file_test (ics, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func)                                                                            \
  g_test_add ("/export-sessions/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("calendar", test_calendar);
  ADD ("versions", test_versions);
  ADD ("tables", test_tables);
  ADD ("range-and-team", test_range_and_team);
  ADD ("audit", test_audit);
  ADD ("refused", test_refused);
  g_test_add_func ("/export-sessions/lines", test_lines);

  return g_test_run ();
}
