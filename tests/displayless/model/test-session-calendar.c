/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cnscd-session.h"
#include "model/cnscd-repository-schedule.h"
#include "model/cnscd-session-calendar.h"

#include "model-test.h"

#define UNIT "05716"

static void
take_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
has_result (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static void
apply (ModelFixture *fixture, CnscdChangeSet *set)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  cnscd_repository_apply_async (fixture->repository, set, take_result_cb, &result);
  pump_until (has_result, &result);
  g_assert_true (cnscd_repository_apply_finish (fixture->repository, result, NULL, &error));
  g_assert_no_error (error);
}

static CnscdSessionRecords *
add_session (ModelFixture *fixture, const char *title, CnscdDate day)
{
  g_autoptr (CnscdSession) session = cnscd_record_new (&CNSCD_KIND_SESSION, UNIT);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new (title);
  CnscdSessionRecords *records;

  cnscd_record_set (session, title, title);
  session->starts_at = cnscd_time_new (day, 19 * 60);
  session->ends_at = session->starts_at + 60;
  session->state = CNSCD_SESSION_STATE_PLANNED;
  records = cnscd_session_records_new (session);
  cnscd_session_records_add_team (records, fixture->team);
  cnscd_session_add (set, records);
  apply (fixture, set);
  return records;
}

typedef struct
{
  CnscdSessionCalendar *calendar;
  CnscdDate from;
  CnscdDate to;
} Wait;

static gboolean
is_loaded (gpointer data)
{
  const Wait *wait = data;

  return cnscd_session_calendar_is_loaded (wait->calendar, wait->from, wait->to);
}

static void
wait_for (CnscdSessionCalendar *calendar, CnscdDate from, CnscdDate to)
{
  pump_until (is_loaded, &(Wait) { calendar, from, to });
}

static void
set_up (ModelFixture *fixture, gconstpointer data)
{
  model_fixture_fill (fixture, 2, 4);
  model_fixture_open (fixture);
}

static void
tear_down (ModelFixture *fixture, gconstpointer data)
{
  model_fixture_close (fixture);
}

/* What is shown is read, then its neighbours; and what changes is seen. */
static void
test_months (ModelFixture *fixture, gconstpointer data)
{
  CnscdDate first = CNSCD_DATE (2026, 11, 1);
  CnscdDate last = CNSCD_DATE (2026, 11, 30);
  g_autoptr (CnscdSessionRecords) one = add_session (fixture, "Một", CNSCD_DATE (2026, 11, 15));
  g_autoptr (CnscdSessionRecords) two = add_session (fixture, "Hai", CNSCD_DATE (2026, 11, 15));
  g_autoptr (CnscdSessionRecords) next = add_session (fixture, "Sau", CNSCD_DATE (2026, 12, 31));
  g_autoptr (CnscdSessionCalendar) calendar =
    cnscd_session_calendar_new (fixture->repository, CNSCD_CALENDAR_SPAN_MONTH, 1);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("moved");
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;
  const CnscdSessionDay *day;

  g_assert_false (cnscd_session_calendar_is_loaded (calendar, first, last));
  cnscd_session_calendar_show (calendar, first, last);
  wait_for (calendar, first, last);
  g_assert_cmpuint (cnscd_session_calendar_count (calendar, first, last), ==, 2);
  day = cnscd_session_calendar_get_day (calendar, CNSCD_DATE (2026, 11, 15));
  g_assert_cmpuint (day->n_sessions, ==, 2);
  g_assert_cmpuint (day->first->len, ==, 1);
  g_assert_null (cnscd_session_calendar_get_day (calendar, CNSCD_DATE (2026, 11, 16)));

  /* Without being asked for. */
  wait_for (calendar, CNSCD_DATE (2026, 12, 1), CNSCD_DATE (2026, 12, 31));
  g_assert_nonnull (cnscd_session_calendar_get_day (calendar, CNSCD_DATE (2026, 12, 31)));
  wait_for (calendar, CNSCD_DATE (2026, 10, 1), CNSCD_DATE (2026, 10, 31));

  cnscd_session_move (set, one->session, cnscd_time_new (CNSCD_DATE (2026, 11, 16), 480));
  apply (fixture, set);
  wait_for (calendar, first, last);
  g_assert_cmpuint (
    cnscd_session_calendar_get_day (calendar, CNSCD_DATE (2026, 11, 15))->n_sessions, ==, 1);
  g_assert_nonnull (cnscd_session_calendar_get_day (calendar, CNSCD_DATE (2026, 11, 16)));

  query.team = "none";
  cnscd_session_calendar_set_query (calendar, &query);
  wait_for (calendar, first, last);
  g_assert_cmpuint (cnscd_session_calendar_count (calendar, first, last), ==, 0);
}

static void
test_weeks (ModelFixture *fixture, gconstpointer data)
{
  CnscdDate monday = CNSCD_DATE (2026, 12, 28);
  CnscdDate sunday = CNSCD_DATE (2027, 1, 3);
  g_autoptr (CnscdSessionRecords) before =
    add_session (fixture, "Trước", CNSCD_DATE (2026, 12, 27));
  g_autoptr (CnscdSessionRecords) first = add_session (fixture, "Hai", monday);
  g_autoptr (CnscdSessionRecords) last = add_session (fixture, "Nhật", sunday);
  g_autoptr (CnscdSessionCalendar) calendar =
    cnscd_session_calendar_new (fixture->repository, CNSCD_CALENDAR_SPAN_WEEK, 5);

  cnscd_session_calendar_show (calendar, monday, sunday);
  wait_for (calendar, monday, sunday);
  g_assert_cmpuint (cnscd_session_calendar_count (calendar, monday, sunday), ==, 2);
  wait_for (calendar, CNSCD_DATE (2026, 12, 21), CNSCD_DATE (2026, 12, 27));
  g_assert_nonnull (cnscd_session_calendar_get_day (calendar, CNSCD_DATE (2026, 12, 27)));
}

static void
test_load (ModelFixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdSessionRecords) one = add_session (fixture, "Một", CNSCD_DATE (2026, 11, 15));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) none = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdSessionInSeries) loaded = NULL;

  cnscd_repository_load_session_async (fixture->repository, one->session->record.id, NULL,
                                       take_result_cb, &result);
  pump_until (has_result, &result);
  loaded = cnscd_repository_load_session_finish (fixture->repository, result, &error);
  g_assert_no_error (error);
  g_assert_true (cnscd_record_equal (loaded->session->session, one->session));
  g_assert_null (loaded->series);

  cnscd_repository_load_session_async (fixture->repository, "none", NULL, take_result_cb, &none);
  pump_until (has_result, &none);
  g_assert_null (cnscd_repository_load_session_finish (fixture->repository, none, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/model/session-calendar/months", ModelFixture, NULL, set_up, test_months, tear_down);
  g_test_add ("/model/session-calendar/weeks", ModelFixture, NULL, set_up, test_weeks, tear_down);
  g_test_add ("/model/session-calendar/load", ModelFixture, NULL, set_up, test_load, tear_down);

  return g_test_run ();
}
