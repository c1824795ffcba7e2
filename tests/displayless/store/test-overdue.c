/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-store.h"
#include "core/cnscd-session.h"
#include "store/cnscd-overdue.h"

/* Which sessions are still to be reported. */

typedef struct
{
  CnscdTestStore *store;
  CnscdHamlet *hamlet;
  CnscdTeam *team;
  CnscdSession *old;       /* of the team, in its hamlet, on the 2nd */
  CnscdSession *recent;    /* on the 20th */
  CnscdSession *reported;  /* on the 3rd */
  CnscdSession *cancelled; /* on the 4th */
  CnscdSession *elsewhere; /* in another commune, on the 1st */
} Fixture;

static CnscdTime
at (guint8 day, int hour)
{
  return cnscd_time_new (CNSCD_DATE (2026, 11, day), hour * 60);
}

static CnscdSession *
add_session (Fixture *fixture,
             const char *unit,
             guint8 day,
             const char *title,
             CnscdSessionState state)
{
  CnscdSession *session = cnscd_record_new (&CNSCD_KIND_SESSION, unit);

  cnscd_record_set (session, title, title);
  session->starts_at = at (day, 19);
  session->ends_at = at (day, 21);
  session->state = (int) state;
  if (state == CNSCD_SESSION_STATE_HELD)
    session->reported_on = CNSCD_DATE (2026, 11, day);
  cnscd_test_store_put (fixture->store, session);
  return session;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdSessionTeam) of_team = NULL;

  fixture->store = cnscd_test_store_new ();
  fixture->hamlet = cnscd_test_store_add_hamlet (fixture->store, "Ba Nhất");
  fixture->team = cnscd_test_store_add_team (fixture->store, fixture->hamlet);
  fixture->recent =
    add_session (fixture, CNSCD_TEST_UNIT, 20, "Chữ ký số", CNSCD_SESSION_STATE_PLANNED);
  fixture->old =
    add_session (fixture, CNSCD_TEST_UNIT, 2, "Cài VNeID", CNSCD_SESSION_STATE_PLANNED);
  fixture->reported =
    add_session (fixture, CNSCD_TEST_UNIT, 3, "Đã báo cáo", CNSCD_SESSION_STATE_HELD);
  fixture->cancelled =
    add_session (fixture, CNSCD_TEST_UNIT, 4, "Đã hủy", CNSCD_SESSION_STATE_CANCELLED);
  fixture->elsewhere =
    add_session (fixture, CNSCD_TEST_OTHER_UNIT, 1, "Nơi khác", CNSCD_SESSION_STATE_PLANNED);

  cnscd_record_set (fixture->old, hamlet, fixture->hamlet->record.id);
  cnscd_test_store_put (fixture->store, fixture->old);
  of_team = cnscd_record_new (&CNSCD_KIND_SESSION_TEAM, CNSCD_TEST_UNIT);
  cnscd_record_set (of_team, session, fixture->old->record.id);
  cnscd_record_set (of_team, team, fixture->team->record.id);
  cnscd_test_store_put (fixture->store, of_team);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  cnscd_record_unref (fixture->old);
  cnscd_record_unref (fixture->recent);
  cnscd_record_unref (fixture->reported);
  cnscd_record_unref (fixture->cancelled);
  cnscd_record_unref (fixture->elsewhere);
  cnscd_record_unref (fixture->team);
  cnscd_record_unref (fixture->hamlet);
  cnscd_test_store_free (fixture->store);
}

/* @titles: joined by ", " */
static void
assert_found (Fixture *fixture, CnscdOverdueQuery query, const char *titles)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) nrs = cnscd_overdue_query (fixture->store->database, &query, &error);
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GString) found = g_string_new (NULL);
  const gint64 none = 0;

  g_assert_no_error (error);
  sessions = cnscd_sessions_read (fixture->store->database,
                                  nrs->len > 0 ? (const gint64 *) (gpointer) nrs->data : &none,
                                  nrs->len, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < sessions->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? ", " : "",
                            ((CnscdSessionSummary *) sessions->pdata[i])->title);
  g_assert_cmpstr (found->str, ==, titles);

  if (query.search == NULL)
    {
      guint n_sessions = 0;

      g_assert_true (cnscd_overdue_count (fixture->store->database, &query, &n_sessions, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (n_sessions, ==, nrs->len);
    }
}

/* By the day; what is reported, called off or still going on is not among them. */
static void
test_which (Fixture *fixture, gconstpointer data)
{
  assert_found (fixture, (CnscdOverdueQuery) { .now = at (27, 8) },
                "Nơi khác, Cài VNeID, Chữ ký số");
  assert_found (fixture, (CnscdOverdueQuery) { .unit = CNSCD_TEST_UNIT, .now = at (27, 8) },
                "Cài VNeID, Chữ ký số");
  assert_found (fixture, (CnscdOverdueQuery) { .unit = CNSCD_TEST_UNIT, .now = at (20, 20) },
                "Cài VNeID");
  assert_found (fixture, (CnscdOverdueQuery) { .unit = CNSCD_TEST_UNIT, .now = at (20, 21) },
                "Cài VNeID, Chữ ký số");
  assert_found (fixture, (CnscdOverdueQuery) { .now = at (1, 8) }, "");

  fixture->old->reported_on = CNSCD_DATE (2026, 11, 27);
  fixture->old->state = CNSCD_SESSION_STATE_HELD;
  cnscd_test_store_put (fixture->store, fixture->old);
  assert_found (fixture, (CnscdOverdueQuery) { .unit = CNSCD_TEST_UNIT, .now = at (27, 8) },
                "Chữ ký số");
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  CnscdOverdueQuery query = { .now = at (27, 8) };

  query.search = "chu ky";
  assert_found (fixture, query, "Chữ ký số");
  query.search = "ba nhat";
  assert_found (fixture, query, "Cài VNeID");
  query.search = "duc xuan";
  assert_found (fixture, query, "Nơi khác");
  query.search = "bao cao";
  assert_found (fixture, query, "");
}

/* What stands on the sheet of a reported session finds it, so that it can be corrected. */
static void
test_code (Fixture *fixture, gconstpointer data)
{
  g_autofree char *code = cnscd_session_dup_code (fixture->reported->record.id);
  CnscdOverdueQuery query = { .now = at (27, 8), .search = code };

  assert_found (fixture, query, "Đã báo cáo");
  query.unit = CNSCD_TEST_OTHER_UNIT;
  assert_found (fixture, query, "");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/store/overdue/which", test_which },
    { "/store/overdue/search", test_search },
    { "/store/overdue/code", test_code },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
