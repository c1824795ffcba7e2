/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-store.h"
#include "core/cnscd-series-edit.h"
#include "store/cnscd-action.h"
#include "store/cnscd-change-set-store.h"
#include "store/cnscd-record-store.h"
#include "store/cnscd-sessions.h"

/* A guide's Tuesdays in December 2026, stored as a series. */
typedef struct
{
  CnscdTestStore *store;
  CnscdHamlet *hamlet;
  CnscdTeam *team;
  CnscdPerson *person;
  CnscdMembership *guide;
  char *series;
} Fixture;

static gint64
apply (Fixture *fixture, const CnscdChangeSet *set)
{
  g_autoptr (GError) error = NULL;
  gint64 action;

  g_assert_true (cnscd_change_set_apply (fixture->store->database, set, &action, &error));
  g_assert_no_error (error);
  return action;
}

static void
undo (Fixture *fixture, gint64 action)
{
  g_autoptr (GError) error = NULL;
  guint n_undone;

  g_assert_true (cnscd_action_undo (fixture->store->database, action, &n_undone, &error));
  g_assert_no_error (error);
}

/* All that is stored of series and sessions, so that a change and its undo can be compared. */
static char *
dump (Fixture *fixture)
{
  return cnscd_test_store_query (
    fixture->store,
    "SELECT group_concat (line, char (10)) FROM ("
    " SELECT 'series ' || id || rule || first_day AS line FROM series WHERE NOT deleted"
    " UNION ALL SELECT 'session ' || id || title || starts_at || ends_at || series || series_day"
    "  FROM session WHERE NOT deleted"
    " UNION ALL SELECT 'guide ' || session || membership FROM session_guide WHERE NOT deleted"
    " UNION ALL SELECT 'team ' || session || team FROM session_team WHERE NOT deleted"
    " ORDER BY line)");
}

static char *
list_days (Fixture *fixture)
{
  return cnscd_test_store_query (
    fixture->store,
    "SELECT coalesce (group_concat (day, ' '), '') FROM (SELECT substr (starts_at, 6, 5) AS day"
    " FROM session WHERE NOT deleted ORDER BY starts_at)");
}

static void
assert_days (Fixture *fixture, const char *expected)
{
  g_autofree char *days = list_days (fixture);

  g_assert_cmpstr (days, ==, expected);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdSession) session = cnscd_record_new (&CNSCD_KIND_SESSION, CNSCD_TEST_UNIT);
  g_autoptr (CnscdSessionRecords) records = NULL;
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Add a series");
  CnscdRecurrence rule;

  fixture->store = cnscd_test_store_new ();
  fixture->hamlet = cnscd_test_store_add_hamlet (fixture->store, "Ba Nhất");
  fixture->team = cnscd_test_store_add_team (fixture->store, fixture->hamlet);
  fixture->person = cnscd_test_store_add_person (fixture->store, "Đào Thị Ánh", NULL);
  fixture->guide = cnscd_test_store_add_membership (fixture->store, fixture->team, fixture->person,
                                                    CNSCD_ROLE_MEMBER);

  cnscd_record_set (session, title, "VNeID");
  session->starts_at = cnscd_time_new (CNSCD_DATE (2026, 12, 1), 19 * 60);
  session->ends_at = session->starts_at + 120;
  session->state = CNSCD_SESSION_STATE_PLANNED;
  records = cnscd_session_records_new (session);
  cnscd_session_records_add_team (records, fixture->team->record.id);
  cnscd_session_records_add_guide (records, fixture->guide->record.id, CNSCD_GUIDE_PART_LEADS);

  g_assert_true (cnscd_recurrence_parse ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20261231", &rule, NULL));
  g_assert_true (cnscd_series_add (set, NULL, records, &rule, NULL));
  apply (fixture, set);
  fixture->series = cnscd_test_store_query (fixture->store, "SELECT id FROM series");
  assert_days (fixture, "12-01 12-08 12-15 12-22 12-29");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->series);
  cnscd_record_unref (fixture->guide);
  cnscd_record_unref (fixture->person);
  cnscd_record_unref (fixture->team);
  cnscd_record_unref (fixture->hamlet);
  cnscd_test_store_free (fixture->store);
}

static CnscdSeriesView
read_view (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  CnscdSeriesView view = { .today = CNSCD_DATE (2026, 11, 27) };

  view.series =
    cnscd_record_store_get (fixture->store->database, &CNSCD_KIND_SERIES, fixture->series, &error);
  g_assert_no_error (error);
  view.sessions = cnscd_sessions_load_series (fixture->store->database, fixture->series, &error);
  g_assert_no_error (error);
  return view;
}

static void
clear_view (CnscdSeriesView *view)
{
  cnscd_record_unref (view->series);
  g_ptr_array_unref (view->sessions);
}

/* Each guide of a series is stored with each of its sessions. */
static void
test_add (Fixture *fixture, gconstpointer data)
{
  g_autofree char *counts = cnscd_test_store_query (
    fixture->store,
    "SELECT (SELECT count (*) FROM session_guide) || ' ' ||"
    " (SELECT count (*) FROM session_team) || ' ' ||"
    " (SELECT count (*) FROM session WHERE series_day = substr (starts_at, 1, 10))");

  g_assert_cmpstr (counts, ==, "5 5 5");
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    CnscdSeriesScope scope;
    const char *rule;
    const char *days;
  } cases[] = {
    { CNSCD_SERIES_SCOPE_THIS, NULL, "12-01 12-08 12-15 12-22 12-29" },
    { CNSCD_SERIES_SCOPE_FOLLOWING, NULL, "12-01 12-08 12-15 12-22 12-29" },
    { CNSCD_SERIES_SCOPE_FOLLOWING, "FREQ=WEEKLY;BYDAY=TU,SA;UNTIL=20261226",
      "12-01 12-08 12-15 12-19 12-22 12-26" },
    { CNSCD_SERIES_SCOPE_ALL, "FREQ=MONTHLY;BYDAY=1TU,3TU;COUNT=4", "12-01 12-15 01-05 01-19" },
    { CNSCD_SERIES_SCOPE_ALL, "RSCALE=VIETNAMESE;FREQ=MONTHLY;BYMONTHDAY=7;COUNT=2",
      "12-15 01-14" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CnscdSeriesView view = read_view (fixture);
      const CnscdSessionRecords *before = view.sessions->pdata[2];
      g_autoptr (CnscdSessionRecords) after = cnscd_session_records_copy (before);
      g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Edit");
      g_autofree char *old = dump (fixture);
      g_autofree char *changed = NULL;
      g_autofree char *undone = NULL;
      g_autoptr (GError) error = NULL;
      CnscdRecurrence rule;
      gint64 action;

      cnscd_record_set (after->session, title, "Dịch vụ công trực tuyến");
      if (cases[i].rule != NULL)
        g_assert_true (cnscd_recurrence_parse (cases[i].rule, &rule, &error));
      g_assert_no_error (error);
      g_assert_true (cnscd_series_save (set, &view, cases[i].scope, before, after,
                                        cases[i].rule != NULL ? &rule : NULL, &error));
      g_assert_no_error (error);

      action = apply (fixture, set);
      assert_days (fixture, cases[i].days);
      changed = dump (fixture);
      g_assert_cmpstr (changed, !=, old);

      undo (fixture, action);
      undone = dump (fixture);
      g_assert_cmpstr (undone, ==, old);
      clear_view (&view);
    }
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    CnscdSeriesScope scope;
    const char *days;
  } cases[] = {
    { CNSCD_SERIES_SCOPE_THIS, "12-01 12-08 12-22 12-29" },
    { CNSCD_SERIES_SCOPE_FOLLOWING, "12-01 12-08" },
    { CNSCD_SERIES_SCOPE_ALL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CnscdSeriesView view = read_view (fixture);
      g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Delete");
      g_autofree char *old = dump (fixture);
      g_autofree char *undone = NULL;
      g_autofree char *days = NULL;
      gint64 action;

      g_assert_true (
        cnscd_series_delete (set, &view, cases[i].scope, view.sessions->pdata[2], NULL));
      action = apply (fixture, set);
      days = list_days (fixture);
      g_assert_cmpstr (days, ==, cases[i].days);

      undo (fixture, action);
      undone = dump (fixture);
      g_assert_cmpstr (undone, ==, old);
      clear_view (&view);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/store/series/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("add", test_add);
  ADD ("edit", test_edit);
  ADD ("delete", test_delete);
#undef ADD

  return g_test_run ();
}
