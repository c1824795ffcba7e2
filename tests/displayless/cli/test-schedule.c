/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cnscd-program.h"
#include "store/cnscd-change-set-store.h"
#include "store/cnscd-sessions.h"

#define UNIT "05716"

static void
add_session (CnscdDatabase *database, const char *title, CnscdDate day)
{
  g_autoptr (CnscdSession) session = cnscd_record_new (&CNSCD_KIND_SESSION, UNIT);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new (title);
  g_autoptr (CnscdSessionRecords) records = NULL;
  g_autoptr (GError) error = NULL;
  gint64 action;

  cnscd_record_set (session, title, title);
  cnscd_record_set (session, place, "Nhà văn hóa");
  session->starts_at = cnscd_time_new (day, 19 * 60);
  session->ends_at = session->starts_at + 90;
  session->state = CNSCD_SESSION_STATE_PLANNED;
  records = cnscd_session_records_new (session);
  cnscd_session_add (set, records);
  cnscd_change_set_apply (database, set, &action, &error);
  g_assert_no_error (error);
}

static void
fill (const Place *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (place->database, &error);

  g_assert_no_error (error);
  add_session (database, "Hướng dẫn VNeID", CNSCD_DATE (2026, 11, 27));
  add_session (database, "Chữ ký số", CNSCD_DATE (2026, 12, 4));
}

static void
assert_titles (JsonNode *root, const char *expected)
{
  JsonArray *sessions = json_node_get_array (root);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (sessions); i++)
    {
      JsonObject *session = json_array_get_object_element (sessions, i);

      g_string_append_printf (titles, "%s%s", i > 0 ? "; " : "",
                              json_object_get_string_member (session, "title"));
    }
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
test_sessions (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (JsonNode) all = NULL;
  g_autoptr (JsonNode) later = NULL;
  g_autoptr (JsonNode) earlier = NULL;
  g_autoptr (JsonNode) found = NULL;
  g_autoptr (JsonNode) by_code = NULL;
  g_autoptr (Outcome) table = NULL;
  JsonObject *first;

  place_init (&place);
  fill (&place);

  all = run_json (&place, "list", "sessions", "--json", NULL);
  assert_titles (all, "Hướng dẫn VNeID; Chữ ký số");
  first = json_array_get_object_element (json_node_get_array (all), 0);
  g_assert_cmpstr (json_object_get_string_member (first, "starts_at"), ==, "2026-11-27T19:00");
  g_assert_cmpstr (json_object_get_string_member (first, "ends_at"), ==, "2026-11-27T20:30");
  g_assert_cmpstr (json_object_get_string_member (first, "state"), ==, "planned");
  g_assert_cmpuint (strlen (json_object_get_string_member (first, "code")), ==, 7);
  g_assert_true (json_object_get_null_member (first, "attendance"));

  later = run_json (&place, "list", "sessions", "--from", "2026-11-28", "--json", NULL);
  assert_titles (later, "Chữ ký số");
  earlier = run_json (&place, "list", "sessions", "--to", "3/12/2026", "--json", NULL);
  assert_titles (earlier, "Hướng dẫn VNeID");
  found = run_json (&place, "list", "sessions", "--search", "chu ky", "--json", NULL);
  assert_titles (found, "Chữ ký số");
  by_code = run_json (&place, "list", "sessions", "--search",
                      json_object_get_string_member (first, "code"), "--json", NULL);
  assert_titles (by_code, "Hướng dẫn VNeID");

  table = run_program (&place, "list", "sessions", NULL);
  g_assert_cmpint (table->status, ==, 0);
  g_assert_nonnull (strstr (table->out, "27/11/2026 19h00–20h30"));
}

/* They are the same in every database, so that there need be none. */
static void
test_catalogue (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (JsonNode) topics = NULL;
  g_autoptr (JsonNode) audiences = NULL;
  g_auto (GStrv) left = NULL;
  JsonObject *first;

  place_init (&place);
  topics = run_json (&place, "list", "topics", "--json", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (topics)), >, 10);
  first = json_array_get_object_element (json_node_get_array (topics), 0);
  g_assert_cmpint (json_object_get_int_member (first, "ordinal"), ==, 1);
  g_assert_true (g_str_has_prefix (json_object_get_string_member (first, "name"), "VNeID"));

  audiences = run_json (&place, "list", "audiences", "--json", NULL);
  first = json_array_get_object_element (json_node_get_array (audiences), 0);
  g_assert_cmpstr (json_object_get_string_member (first, "topics"), ==,
                   "Thanh toán trực tuyến; Sàn thương mại điện tử");

  left = place_list_files (&place);
  g_assert_cmpuint (g_strv_length (left), ==, 0);
}

static void
test_print (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *month = NULL;
  g_autofree char *tall = NULL;
  g_autoptr (JsonNode) done = NULL;

  place_init (&place);
  fill (&place);
  month = place_path (&place, "month.pdf");
  tall = place_path (&place, "tall.pdf");

  done = run_json (&place, "print", "schedule", "--from", "2026-11-01", "--to", "2026-12-31",
                   "--output", month, "--json", NULL);
  assert_is_pdf (month);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (done), "sessions"), ==, 2);
  run_well (&place, "print", "schedule", "--from", "27/11/2026", "--to", "27/11/2026", "--portrait",
            "--lunar", "--unit", UNIT, "--output", tall, NULL);
  assert_is_pdf (tall);
}

/* By the id, and by the code as it stands on the sheet. */
static void
test_print_sign_in (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *by_id = NULL;
  g_autofree char *by_code = NULL;
  g_autofree char *code = NULL;
  g_autoptr (JsonNode) all = NULL;
  g_autoptr (JsonNode) done = NULL;
  JsonObject *first;

  place_init (&place);
  fill (&place);
  by_id = place_path (&place, "id.pdf");
  by_code = place_path (&place, "code.pdf");
  all = run_json (&place, "list", "sessions", "--json", NULL);
  first = json_array_get_object_element (json_node_get_array (all), 0);
  code = g_ascii_strdown (json_object_get_string_member (first, "code"), -1);

  run_well (&place, "print", "sign-in", "--session", json_object_get_string_member (first, "id"),
            "--output", by_id, NULL);
  assert_is_pdf (by_id);
  done =
    run_json (&place, "print", "sign-in", "--session", code, "--output", by_code, "--json", NULL);
  assert_is_pdf (by_code);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (done), "sessions"), ==, 1);
}

/* What cannot be printed leaves no file. */
static void
test_print_badly (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *pdf = NULL;

  place_init (&place);
  fill (&place);
  pdf = place_path (&place, "schedule.pdf");

  run_badly (&place, 1, "print", "schedule", "--from", "2026-11-28", "--to", "2026-12-03",
             "--output", pdf, NULL);
  run_badly (&place, 1, "print", "schedule", "--from", "2026-11-01", "--to", "2026-12-03", "--team",
             "no-such-team", "--output", pdf, NULL);
  run_badly (&place, 1, "print", "schedule", "--from", "2026-11-01", "--to", "2026-12-03",
             "--signer", "Ai đó", "--output", pdf, NULL);
  run_badly (&place, 2, "print", "schedule", "--from", "2026-11-01", "--output", pdf, NULL);
  run_badly (&place, 2, "print", "schedule", "--from", "2026-12-03", "--to", "2026-11-01",
             "--output", pdf, NULL);
  run_badly (&place, 2, "print", "schedule", "--from", "2026-11-01", "--to", "2026-12-03",
             "--phones", "--output", pdf, NULL);
  run_badly (&place, 2, "print", "schedule", "--from", "2026-11-01", "--to", "2026-12-03",
             "--landscape", "--portrait", "--output", pdf, NULL);
  run_badly (&place, 2, "print", "roster", "--from", "2026-11-01", "--output", pdf, NULL);
  run_badly (&place, 2, "print", "roster", "--lunar", "--output", pdf, NULL);
  run_badly (&place, 2, "print", "sign-in", "--output", pdf, NULL);
  run_badly (&place, 2, "print", "sign-in", "--session", "", "--output", pdf, NULL);
  run_badly (&place, 2, "print", "sign-in", "--session", "K7M-2QX", "--unit", UNIT, "--output", pdf,
             NULL);
  run_badly (&place, 2, "print", "schedule", "--session", "K7M-2QX", "--output", pdf, NULL);
  run_badly (&place, 1, "print", "sign-in", "--session", "K7M-2QX", "--output", pdf, NULL);
  run_badly (&place, 1, "print", "sign-in", "--session", "00000000-0000-4000-8000-000000000000",
             "--output", pdf, NULL);
  g_assert_false (g_file_test (pdf, G_FILE_TEST_EXISTS));
}

static void
test_wrong_usage (void)
{
  g_auto (Place) place = { 0 };

  place_init (&place);
  fill (&place);
  run_badly (&place, 2, "list", "sessions", "--from", "tomorrow", NULL);
  run_badly (&place, 2, "list", "sessions", "--to", "2026-02-29", NULL);
  run_badly (&place, 2, "list", "sessions", "--from", "2026", NULL);
  run_badly (&place, 2, "list", "sessions", "--from", "2027-01-01", "--to", "2026-01-01", NULL);
  run_badly (&place, 2, "list", "teams", "--from", "2026-11-27", NULL);
}

static void
test_export (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *ics = NULL;
  g_autofree char *text = NULL;
  g_autofree char *xlsx = NULL;
  g_autoptr (JsonNode) done = NULL;

  place_init (&place);
  fill (&place);
  ics = place_path (&place, "lich.ics");
  xlsx = place_path (&place, "lich.xlsx");

  done = run_json (&place, "export", "sessions", "--output", ics, "--json", NULL);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (done), "rows"), ==, 2);
  g_assert_true (g_file_get_contents (ics, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR\r\n"));
  g_assert_nonnull (strstr (text, "\r\nSUMMARY:Chữ ký số\r\n"));

  run_well (&place, "export", "sessions", "--from", "2026-12-01", "--to", "31/12/2026", "--output",
            xlsx, NULL);
  g_assert_true (g_file_test (xlsx, G_FILE_TEST_EXISTS));

  run_badly (&place, 2, "export", "sessions", "--output", "lich.pdf", NULL);
  run_badly (&place, 2, "export", "members", "--output", ics, NULL);
  run_badly (&place, 2, "export", "members", "--from", "2026-12-01", "--output", xlsx, NULL);
  run_badly (&place, 2, "export", "sessions", "--from", "tomorrow", "--output", xlsx, NULL);
  run_badly (&place, 2, "export", "sessions", "--from", "2027-01-01", "--to", "1/1/2026",
             "--output", xlsx, NULL);
  run_badly (&place, 2, "export", "holidays", "--output", xlsx, NULL);
  run_badly (&place, 1, "export", "sessions", "--team", "no-team", "--output", xlsx, NULL);
}

static gint64
count (JsonNode *root, const char *member)
{
  JsonObject *sessions = json_object_get_object_member (json_node_get_object (root), "sessions");

  return json_object_get_int_member (sessions, member);
}

static void
test_import (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *roster = sample_path ("roster-annex.xlsx");
  g_autofree char *schedule = sample_path ("schedule-month.xlsx");
  g_autofree char *exported = NULL;
  g_autofree char *formula = NULL;
  g_autoptr (JsonNode) trial = NULL;
  g_autoptr (JsonNode) real = NULL;
  g_autoptr (JsonNode) again = NULL;
  g_autoptr (JsonNode) left = NULL;
  g_autoptr (Outcome) refused = NULL;

  place_init (&place);
  run_well (&place, "import", roster, NULL);
  trial = run_json (&place, "import", "sessions", schedule, "--dry-run", "--json", NULL);
  g_assert_cmpint (count (trial, "created"), ==, 5);
  real = run_json (&place, "import", "sessions", schedule, "--json", NULL);
  g_assert_cmpint (count (real, "created"), ==, 5);

  exported = place_path (&place, "lich.xlsx");
  run_well (&place, "export", "sessions", "--output", exported, NULL);
  again = run_json (&place, "import", "sessions", exported, "--json", NULL);
  g_assert_cmpint (count (again, "unchanged"), ==, 5);

  run_well (&place, "undo-import", NULL);
  left = run_json (&place, "list", "sessions", "--json", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (left)), ==, 0);

  formula = place_path (&place, "formula.csv");
  g_assert_true (
    g_file_set_contents (formula, "Ngày,Giờ,Nội dung\n=1+1,=cmd|' /C calc'!A0,x\n", -1, NULL));
  run_badly (&place, 1, "import", "sessions", formula, NULL);
  run_badly (&place, 1, "import", "sessions", roster, NULL);
  refused = run_program (&place, "import", schedule, NULL);
  g_assert_cmpint (refused->status, ==, 1);
  g_assert_nonnull (strstr (refused->err, "cnscd import sessions FILE"));
  run_badly (&place, 1, "import", "sessions", place.database, NULL);
  run_badly (&place, 2, "import", "holidays", schedule, NULL);
  run_badly (&place, 2, "import", "sessions", NULL);
  run_badly (&place, 2, "import", "sessions", schedule, "more", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/schedule/sessions", test_sessions);
  g_test_add_func ("/cli/schedule/catalogue", test_catalogue);
  g_test_add_func ("/cli/schedule/print", test_print);
  g_test_add_func ("/cli/schedule/print-sign-in", test_print_sign_in);
  g_test_add_func ("/cli/schedule/print-badly", test_print_badly);
  g_test_add_func ("/cli/schedule/wrong-usage", test_wrong_usage);
  g_test_add_func ("/cli/schedule/export", test_export);
  g_test_add_func ("/cli/schedule/import", test_import);

  return g_test_run ();
}
