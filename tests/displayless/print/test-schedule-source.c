/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-store.h"
#include "print/cnscd-schedule-source.h"
#include "print/cnscd-sign-in-source.h"
#include "store/cnscd-change-set-store.h"

typedef struct
{
  CnscdTestStore *store;
  CnscdTeam *team;
  char *session; /* on the 27th, of the team, guided by its leader */
} Fixture;

static char *
add_session (CnscdTestStore *store,
             const char *unit,
             int day,
             CnscdTeam *team,
             CnscdMembership *guide)
{
  g_autoptr (CnscdSession) session = cnscd_record_new (&CNSCD_KIND_SESSION, unit);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("x");
  g_autoptr (CnscdSessionRecords) records = NULL;
  g_autofree char *indicator =
    cnscd_test_store_query (store, "SELECT id FROM indicator WHERE ordinal = 2");
  g_autoptr (GError) error = NULL;
  gint64 action;

  cnscd_record_set (session, title, "Hướng dẫn VNeID");
  session->starts_at = cnscd_time_new (CNSCD_DATE (2026, 11, (guint8) day), 19 * 60);
  session->ends_at = session->starts_at + 90;
  session->state = CNSCD_SESSION_STATE_HELD;
  session->expected = 30;
  session->attendance = 28;
  records = cnscd_session_records_new (session);
  if (team != NULL)
    cnscd_session_records_add_team (records, team->record.id);
  if (guide != NULL)
    {
      cnscd_session_records_add_guide (records, guide->record.id, CNSCD_GUIDE_PART_LEADS);
      cnscd_session_records_set_result (records, indicator, 12);
    }
  cnscd_session_add (set, records);
  g_assert_true (cnscd_change_set_apply (store->database, set, &action, &error));
  g_assert_no_error (error);

  return g_strdup (session->record.id);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdHamlet) hamlet = NULL;
  g_autoptr (CnscdPerson) person = NULL;
  g_autoptr (CnscdMembership) leader = NULL;
  g_autofree char *other = NULL;
  g_autofree char *foreign = NULL;

  fixture->store = cnscd_test_store_new ();
  hamlet = cnscd_test_store_add_hamlet (fixture->store, "Ba Nhất");
  fixture->team = cnscd_test_store_add_team (fixture->store, hamlet);
  person = cnscd_test_store_add_person (fixture->store, "Nguyễn Văn Bình", "0912345678");
  leader =
    cnscd_test_store_add_membership (fixture->store, fixture->team, person, CNSCD_ROLE_LEADER);
  fixture->session = add_session (fixture->store, CNSCD_TEST_UNIT, 27, fixture->team, leader);
  other = add_session (fixture->store, CNSCD_TEST_UNIT, 28, NULL, NULL);
  foreign = add_session (fixture->store, CNSCD_TEST_OTHER_UNIT, 28, NULL, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->session);
  cnscd_record_unref (fixture->team);
  cnscd_test_store_free (fixture->store);
}

static GPtrArray *
load (Fixture *fixture, const char *unit, const char *team, int from, int to, GError **error)
{
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;

  query.unit = unit;
  query.team = team;
  query.from = CNSCD_DATE (2026, 11, (guint8) from);
  query.to = CNSCD_DATE (2026, 11, (guint8) to);
  return cnscd_schedule_source_load_all (fixture->store->database, &query, error);
}

static const CnscdSchedule *
get (GPtrArray *schedules, guint i)
{
  return g_ptr_array_index (schedules, i);
}

/* At the province's desk one for each commune that has sessions. */
static void
test_communes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = load (fixture, NULL, NULL, 1, 30, &error);
  g_autoptr (GPtrArray) one = load (fixture, CNSCD_TEST_UNIT, NULL, 1, 30, &error);
  g_autoptr (GPtrArray) day = load (fixture, NULL, NULL, 27, 27, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (get (all, 0)->issuer.unit, ==, CNSCD_TEST_OTHER_UNIT);
  g_assert_cmpuint (get (all, 0)->sessions->len, ==, 1);
  g_assert_cmpstr (get (all, 1)->issuer.place_name, ==, "xã Võ Nhai");
  g_assert_cmpuint (get (all, 1)->sessions->len, ==, 2);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (day->len, ==, 1);
  g_assert_cmpuint (get (day, 0)->sessions->len, ==, 1);
}

static void
test_team (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) one = load (fixture, NULL, fixture->team->record.id, 1, 30, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (get (one, 0)->sessions->len, ==, 1);
  g_assert_cmpstr (get (one, 0)->team_title, ==, "Tổ CNSCĐ xóm Ba Nhất");
  g_assert_cmpuint (cnscd_schedule_get_n_people (get (one, 0)), ==, 1);
}

/* As the schedule on the screen is. */
static void
test_narrowed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *person = cnscd_test_store_query (fixture->store, "SELECT id FROM person");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) guided = NULL;
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;

  query.guide = person;
  query.from = CNSCD_DATE (2026, 11, 1);
  query.to = CNSCD_DATE (2026, 11, 30);
  guided = cnscd_schedule_source_load_all (fixture->store->database, &query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (guided->len, ==, 1);
  g_assert_cmpuint (get (guided, 0)->sessions->len, ==, 1);
  g_assert_null (get (guided, 0)->team_title);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (load (fixture, NULL, NULL, 1, 26, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "01/11/2026"));
  g_clear_error (&error);
  g_assert_null (load (fixture, NULL, "no-such-team", 1, 30, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
}

static void
test_sheet (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *code = cnscd_session_dup_code (fixture->session);
  g_autofree char *typed = g_ascii_strdown (code, -1);
  g_autofree char *found = cnscd_sign_in_source_find (fixture->store->database, typed, &error);
  g_autoptr (CnscdSignIn) sheet = NULL;
  const CnscdSignInResult *result;

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, fixture->session);
  sheet = cnscd_sign_in_source_load (fixture->store->database, found, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sheet->code, ==, code);
  g_assert_cmpstr (sheet->leader, ==, "Nguyễn Văn Bình");
  g_assert_cmpuint (sheet->guides->len, ==, 1);
  g_assert_cmpint (sheet->counts[0], ==, 28);
  g_assert_cmpint (sheet->counts[1], ==, CNSCD_COUNT_UNKNOWN);
  g_assert_cmpuint (sheet->results->len, ==, 7);
  result = sheet->results->pdata[1];
  g_assert_cmpint (result->value, ==, 12);
  result = sheet->results->pdata[0];
  g_assert_cmpint (result->value, ==, CNSCD_COUNT_UNKNOWN);
  g_assert_true (cnscd_date_equal (sheet->issuer.date, CNSCD_DATE (2026, 11, 27)));
}

static void
test_no_sheet (Fixture *fixture, gconstpointer data)
{
  CnscdDatabase *database = fixture->store->database;
  g_autofree char *code = cnscd_session_dup_code (fixture->session);
  g_autoptr (GError) error = NULL;

  g_assert_null (cnscd_sign_in_source_find (database, "0", &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (
    cnscd_sign_in_source_load (database, "00000000-0000-4000-8000-000000000000", &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* Two ids that end alike. */
  cnscd_test_store_exec (fixture->store,
                         "INSERT INTO session (id, unit, title, starts_at, ends_at, state)"
                         " SELECT 'ffffffff-0000-4000-8000-' || substr (id, -12), unit, title,"
                         " starts_at, ends_at, state FROM session ORDER BY starts_at LIMIT 1");
  g_assert_null (cnscd_sign_in_source_find (database, code, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, code));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/print/schedule-source/communes", test_communes);
  ADD ("/print/schedule-source/narrowed", test_narrowed);
  ADD ("/print/schedule-source/team", test_team);
  ADD ("/print/schedule-source/nothing", test_nothing);
  ADD ("/print/sign-in-source/sheet", test_sheet);
  ADD ("/print/sign-in-source/no-sheet", test_no_sheet);
#undef ADD

  return g_test_run ();
}
