/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-store.h"
#include "core/cnscd-schedule-records.h"
#include "store/cnscd-change-set-store.h"
#include "store/cnscd-action.h"
#include "store/cnscd-hamlets.h"
#include "store/cnscd-record-store.h"
#include "store/cnscd-teams.h"

static GPtrArray *
list_hamlets (CnscdTestStore *store, const CnscdHamletQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) nrs = cnscd_hamlets_query (store->database, query, &error);
  GPtrArray *hamlets;

  g_assert_no_error (error);
  hamlets =
    cnscd_hamlets_read (store->database, (const gint64 *) (gpointer) nrs->data, nrs->len, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hamlets->len, ==, nrs->len);
  return hamlets;
}

static void
assert_hamlets (CnscdTestStore *store, const CnscdHamletQuery *query, const char *expected)
{
  g_autoptr (GPtrArray) hamlets = list_hamlets (store, query);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < hamlets->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((const CnscdHamletSummary *) hamlets->pdata[i])->name);
  g_assert_cmpstr (names->str, ==, expected);
}

static void
add_profile (CnscdTestStore *store, const CnscdHamlet *hamlet, CnscdDate as_of, gint64 households)
{
  g_autoptr (CnscdHamletProfile) profile =
    cnscd_record_new (&CNSCD_KIND_HAMLET_PROFILE, hamlet->record.unit);

  cnscd_record_set (profile, hamlet, hamlet->record.id);
  profile->as_of = as_of;
  profile->households = households;
  cnscd_test_store_put (store, profile);
}

/* By name, and found by name, by the word for the kind, and from the province's desk by commune. */
static void
test_order (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  const char *names[] = { "Tổ 10", "Đồng Quan", "Ba Nhất", "Tổ 2", "Dong Quân" };
  g_autoptr (CnscdHamlet) other = cnscd_record_new (&CNSCD_KIND_HAMLET, CNSCD_TEST_OTHER_UNIT);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, names[i]);
    }
  cnscd_record_set (other, name, "Nà Ba");
  other->kind = CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP;
  cnscd_test_store_put (store, other);

  assert_hamlets (store, &(CnscdHamletQuery) { 0 },
                  "Ba Nhất, Dong Quân, Đồng Quan, Nà Ba, Tổ 2, Tổ 10");
  assert_hamlets (store, &(CnscdHamletQuery) { .unit = CNSCD_TEST_UNIT },
                  "Ba Nhất, Dong Quân, Đồng Quan, Tổ 2, Tổ 10");
  assert_hamlets (store, &(CnscdHamletQuery) { .unit = CNSCD_TEST_OTHER_UNIT }, "Nà Ba");
  assert_hamlets (store, &(CnscdHamletQuery) { .search = " " },
                  "Ba Nhất, Dong Quân, Đồng Quan, Nà Ba, Tổ 2, Tổ 10");

  assert_hamlets (store, &(CnscdHamletQuery) { .search = "ba" }, "Ba Nhất, Nà Ba");
  assert_hamlets (store, &(CnscdHamletQuery) { .search = "XÓM ba nh" }, "Ba Nhất");
  assert_hamlets (store, &(CnscdHamletQuery) { .search = "to dan pho" }, "Nà Ba");
  /* The very accents come first. */
  assert_hamlets (store, &(CnscdHamletQuery) { .search = "đồng" }, "Đồng Quan, Dong Quân");
  assert_hamlets (store, &(CnscdHamletQuery) { .search = "duc xuan" }, "Nà Ba");
  assert_hamlets (store, &(CnscdHamletQuery) { .unit = CNSCD_TEST_UNIT, .search = "vo nhai" }, "");
  assert_hamlets (store, &(CnscdHamletQuery) { .search = "'; DROP" }, "");
}

/* Ended yesterday is former; ending today or some time, and beginning some time, is current. */
static void
test_former (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  CnscdDate today = cnscd_date_today ();
  const struct
  {
    const char *name;
    CnscdDate from;
    CnscdDate to;
  } hamlets[] = {
    { "A", CNSCD_DATE_UNKNOWN, CNSCD_DATE_UNKNOWN },
    { "B", CNSCD_DATE_UNKNOWN, cnscd_date_add_days (today, -1) },
    { "C", CNSCD_DATE_UNKNOWN, today },
    { "D", CNSCD_DATE_UNKNOWN, CNSCD_DATE ((guint16) (today.year - 1), 0, 0) },
    { "E", CNSCD_DATE_UNKNOWN, CNSCD_DATE (today.year, 0, 0) },
    { "F", cnscd_date_add_days (today, 1), CNSCD_DATE_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (hamlets); i++)
    {
      g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, hamlets[i].name);

      hamlet->valid_from = hamlets[i].from;
      hamlet->valid_to = hamlets[i].to;
      cnscd_test_store_put (store, hamlet);
    }
  assert_hamlets (store, &(CnscdHamletQuery) { 0 }, "A, C, E, F");
  assert_hamlets (store, &(CnscdHamletQuery) { .shown = CNSCD_HAMLETS_FORMER }, "B, D");
  for (CnscdHamletsShown shown = CNSCD_HAMLETS_CURRENT; shown <= CNSCD_HAMLETS_FORMER; shown++)
    {
      g_autoptr (GPtrArray) listed = list_hamlets (store, &(CnscdHamletQuery) { .shown = shown });

      for (guint i = 0; i < listed->len; i++)
        g_assert_cmpint (((const CnscdHamletSummary *) listed->pdata[i])->is_former, ==,
                         shown == CNSCD_HAMLETS_FORMER);
    }
  assert_hamlets (store, &(CnscdHamletQuery) { .shown = CNSCD_HAMLETS_FORMER, .search = "d" }, "D");
  assert_hamlets (
    store, &(CnscdHamletQuery) { .shown = CNSCD_HAMLETS_FORMER, .unit = CNSCD_TEST_OTHER_UNIT },
    "");
}

/* A team that has ended or was deleted is no team, and a former hamlet needs none. */
static void
test_without_team (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) with = cnscd_test_store_add_hamlet (store, "A");
  g_autoptr (CnscdHamlet) without = cnscd_test_store_add_hamlet (store, "B");
  g_autoptr (CnscdHamlet) left = cnscd_test_store_add_hamlet (store, "C");
  g_autoptr (CnscdHamlet) former = cnscd_test_store_add_hamlet (store, "D");
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, with);
  g_autoptr (CnscdTeam) second = cnscd_test_store_add_team (store, with);
  g_autoptr (CnscdTeam) ended = cnscd_test_store_add_team (store, left);
  g_autoptr (GPtrArray) hamlets = NULL;
  g_autoptr (GError) error = NULL;

  ended->valid_to = CNSCD_DATE (2024, 0, 0);
  cnscd_test_store_put (store, ended);
  former->valid_to = CNSCD_DATE (2024, 0, 0);
  cnscd_test_store_put (store, former);

  assert_hamlets (store, &(CnscdHamletQuery) { .shown = CNSCD_HAMLETS_WITHOUT_TEAM }, "B, C");
  hamlets = list_hamlets (store, &(CnscdHamletQuery) { 0 });
  g_assert_cmpuint (((const CnscdHamletSummary *) hamlets->pdata[0])->n_teams, ==, 2);
  g_assert_cmpuint (((const CnscdHamletSummary *) hamlets->pdata[2])->n_teams, ==, 0);

  cnscd_record_store_delete (store->database, &CNSCD_KIND_TEAM, team->record.id, &error);
  g_assert_no_error (error);
  assert_hamlets (store, &(CnscdHamletQuery) { .shown = CNSCD_HAMLETS_WITHOUT_TEAM }, "B, C");
  cnscd_record_store_delete (store->database, &CNSCD_KIND_TEAM, second->record.id, &error);
  g_assert_no_error (error);
  assert_hamlets (store, &(CnscdHamletQuery) { .shown = CNSCD_HAMLETS_WITHOUT_TEAM, .search = "a" },
                  "A");
}

static void
test_summary (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) known = cnscd_test_store_add_hamlet (store, "A");
  g_autoptr (CnscdHamlet) unknown = cnscd_test_store_add_hamlet (store, "B");
  g_autoptr (GPtrArray) hamlets = NULL;
  const CnscdHamletSummary *summary;

  known->valid_from = CNSCD_DATE (2019, 0, 0);
  cnscd_test_store_put (store, known);
  add_profile (store, known, CNSCD_DATE (2025, 12, 31), 210);
  add_profile (store, known, CNSCD_DATE (2024, 12, 31), 205);
  add_profile (store, unknown, CNSCD_DATE (2025, 12, 31), CNSCD_COUNT_UNKNOWN);

  hamlets = list_hamlets (store, &(CnscdHamletQuery) { 0 });
  summary = hamlets->pdata[0];
  g_assert_cmpstr (summary->hamlet, ==, known->record.id);
  g_assert_cmpstr (summary->unit, ==, CNSCD_TEST_UNIT);
  g_assert_cmpint (summary->kind, ==, CNSCD_HAMLET_KIND_HAMLET);
  g_assert_true (cnscd_date_equal (summary->valid_from, CNSCD_DATE (2019, 0, 0)));
  g_assert_false (cnscd_date_is_known (summary->valid_to));
  g_assert_true (cnscd_date_equal (summary->as_of, CNSCD_DATE (2025, 12, 31)));
  g_assert_cmpint (summary->households, ==, 210);
  summary = hamlets->pdata[1];
  /* Nobody has told: not none. */
  g_assert_cmpint (summary->households, ==, CNSCD_COUNT_UNKNOWN);
}

static void
test_details (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "B");
  g_autoptr (CnscdHamlet) next = cnscd_test_store_add_hamlet (store, "A");
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, hamlet);
  g_autoptr (CnscdTeam) older = cnscd_test_store_add_team (store, hamlet);
  g_autoptr (CnscdTeam) ended = cnscd_test_store_add_team (store, hamlet);
  g_autoptr (GPtrArray) teams = NULL;
  g_autoptr (CnscdHamletDetails) details = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GArray) nrs = NULL;
  g_autoptr (GError) error = NULL;

  ended->valid_to = CNSCD_DATE (2024, 0, 0);
  cnscd_test_store_put (store, ended);
  older->valid_to = CNSCD_DATE (2023, 5, 31);
  cnscd_test_store_put (store, older);
  add_profile (store, hamlet, CNSCD_DATE (2024, 12, 31), 205);
  add_profile (store, hamlet, CNSCD_DATE (2025, 12, 31), 210);

  details = cnscd_hamlets_get (store->database, hamlet->record.id, &error);
  g_assert_no_error (error);
  g_assert_true (cnscd_record_equal (details->hamlet, hamlet));
  g_assert_cmpuint (details->profiles->len, ==, 2);
  g_assert_cmpint (((CnscdHamletProfile *) details->profiles->pdata[0])->households, ==, 210);
  g_assert_cmpuint (details->teams->len, ==, 1);
  g_assert_true (cnscd_record_equal (details->teams->pdata[0], team));
  nrs = cnscd_hamlets_query_teams (store->database, hamlet->record.id, &error);
  g_assert_no_error (error);
  teams =
    cnscd_teams_read (store->database, (const gint64 *) (gpointer) nrs->data, nrs->len, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (teams->len, ==, 3);
  g_assert_cmpstr (((CnscdTeamSummary *) teams->pdata[0])->team, ==, team->record.id);
  g_assert_cmpstr (((CnscdTeamSummary *) teams->pdata[1])->team, ==, ended->record.id);
  g_assert_cmpstr (((CnscdTeamSummary *) teams->pdata[2])->team, ==, older->record.id);

  all = cnscd_hamlets_get_current (store->database, CNSCD_TEST_UNIT, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (((CnscdHamletDetails *) all->pdata[0])->hamlet->name, ==, "A");
  g_assert_cmpuint (((CnscdHamletDetails *) all->pdata[1])->profiles->len, ==, 2);

  g_assert_null (
    cnscd_hamlets_get (store->database, "0198c0de-0000-7000-8000-000000000000", &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
}

static CnscdSession *
add_session (CnscdTestStore *store, const CnscdHamlet *hamlet, CnscdSessionState state)
{
  CnscdSession *session = cnscd_record_new (&CNSCD_KIND_SESSION, CNSCD_TEST_UNIT);

  cnscd_record_set (session, title, "VNeID");
  cnscd_record_set (session, hamlet, hamlet->record.id);
  session->starts_at = cnscd_time_new (CNSCD_DATE (2025, 8, 1), 19 * 60);
  session->ends_at = session->starts_at + 90;
  session->state = (int) state;
  cnscd_test_store_put (store, session);
  return session;
}

static void
assert_session_of (CnscdTestStore *store, const CnscdSession *session, const CnscdHamlet *hamlet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdSession) found =
    cnscd_record_store_get (store->database, &CNSCD_KIND_SESSION, session->record.id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found->hamlet, ==, hamlet->record.id);
}

/* Through the store: what a merge says is there, and gone again when it is undone. */
static void
test_merge (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) one = cnscd_test_store_add_hamlet (store, "A");
  g_autoptr (CnscdHamlet) other = cnscd_test_store_add_hamlet (store, "B");
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, one);
  g_autoptr (CnscdSession) planned = add_session (store, one, CNSCD_SESSION_STATE_PLANNED);
  g_autoptr (CnscdSession) held = add_session (store, one, CNSCD_SESSION_STATE_HELD);
  g_autoptr (CnscdHamlet) into = cnscd_record_new (&CNSCD_KIND_HAMLET, CNSCD_TEST_UNIT);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("sáp nhập");
  g_autoptr (GPtrArray) hamlets = NULL;
  g_autoptr (CnscdTeam) moved = NULL;
  g_autoptr (CnscdTeam) back = NULL;
  g_autoptr (GError) error = NULL;
  gint64 action = 0;

  add_profile (store, one, CNSCD_DATE (2024, 12, 31), 205);
  add_profile (store, other, CNSCD_DATE (2024, 12, 31), 95);
  cnscd_record_set (into, name, "C");
  hamlets = cnscd_hamlets_get_current (store->database, CNSCD_TEST_UNIT, &error);
  g_assert_no_error (error);
  cnscd_hamlet_merge (set, hamlets, into, CNSCD_DATE (2025, 7, 1), TRUE);
  g_assert_true (cnscd_change_set_apply (store->database, set, &action, &error));
  g_assert_no_error (error);

  assert_hamlets (store, &(CnscdHamletQuery) { 0 }, "C");
  assert_hamlets (store, &(CnscdHamletQuery) { .shown = CNSCD_HAMLETS_FORMER }, "A, B");
  moved = cnscd_record_store_get (store->database, &CNSCD_KIND_TEAM, team->record.id, &error);
  g_assert_cmpstr (moved->hamlet, ==, into->record.id);
  assert_session_of (store, planned, into);
  assert_session_of (store, held, into);

  g_assert_true (cnscd_action_undo_full (store->database, action, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_hamlets (store, &(CnscdHamletQuery) { 0 }, "A, B");
  assert_hamlets (store, &(CnscdHamletQuery) { .shown = CNSCD_HAMLETS_FORMER }, "");
  back = cnscd_record_store_get (store->database, &CNSCD_KIND_TEAM, team->record.id, &error);
  g_assert_true (cnscd_record_equal (back, team));
  assert_session_of (store, planned, one);
}

/* Thousands of rows are found by indexes: reading one looks at its own figures and teams only. */
static void
test_plan (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autofree char *plan = cnscd_test_store_query (
    store,
    "EXPLAIN QUERY PLAN SELECT h.nr, p.households, (SELECT count (*) FROM team t WHERE t.hamlet = "
    "h.id"
    " AND t.deleted = 0 AND t.until >= '2026-01-01') FROM hamlet h LEFT JOIN hamlet_profile p"
    " ON p.nr = (SELECT nr FROM hamlet_profile WHERE hamlet = h.id AND deleted = 0"
    " ORDER BY as_of DESC, nr DESC LIMIT 1) WHERE h.nr = 1 AND h.deleted = 0");

  g_assert_null (g_strstr_len (plan, -1, "SCAN"));
  g_assert_nonnull (g_strstr_len (plan, -1, "team_by_hamlet"));
  g_assert_nonnull (g_strstr_len (plan, -1, "hamlet_profile_by_hamlet"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/hamlets/order", test_order);
  g_test_add_func ("/store/hamlets/former", test_former);
  g_test_add_func ("/store/hamlets/without-team", test_without_team);
  g_test_add_func ("/store/hamlets/summary", test_summary);
  g_test_add_func ("/store/hamlets/details", test_details);
  g_test_add_func ("/store/hamlets/merge", test_merge);
  g_test_add_func ("/store/hamlets/plan", test_plan);

  return g_test_run ();
}
