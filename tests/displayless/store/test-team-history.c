/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-store.h"
#include "store/cnscd-record-store.h"
#include "store/cnscd-team-history.h"
#include "store/cnscd-teams.h"

static CnscdDecision *
add_decision (CnscdTestStore *store, const char *number, CnscdDate date, CnscdDecisionKind kind)
{
  CnscdDecision *decision = cnscd_record_new (&CNSCD_KIND_DECISION, CNSCD_TEST_UNIT);

  cnscd_record_set (decision, number, number);
  decision->date = date;
  decision->kind = (int) kind;
  cnscd_test_store_put (store, decision);
  return decision;
}

static void
add_member (CnscdTestStore *store,
            CnscdTeam *team,
            const char *full_name,
            CnscdDecision *decision,
            CnscdDecision *end_decision,
            CnscdDate until)
{
  g_autoptr (CnscdPerson) person = cnscd_test_store_add_person (store, full_name, NULL);
  g_autoptr (CnscdMembership) membership =
    cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, CNSCD_TEST_UNIT);

  cnscd_record_set (membership, team, team->record.id);
  cnscd_record_set (membership, person, person->record.id);
  membership->role = CNSCD_ROLE_MEMBER;
  cnscd_record_set (membership, decision, decision != NULL ? decision->record.id : NULL);
  cnscd_record_set (membership, end_decision,
                    end_decision != NULL ? end_decision->record.id : NULL);
  membership->valid_to = until;
  cnscd_test_store_put (store, membership);
}

static char *
dup_events (const CnscdTeamHistory *history)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < history->events->len; i++)
    {
      const CnscdTeamEvent *event = history->events->pdata[i];
      g_autofree char *date = cnscd_date_format (event->date);

      g_string_append_printf (text, "%s%d %s %s +%u -%u", i > 0 ? ", " : "", event->kind, date,
                              event->decision != NULL ? event->decision->number : "—",
                              event->n_joined, event->n_left);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
dup_members (const CnscdTeamHistory *history)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < history->members->len; i++)
    {
      const CnscdFormerMember *member = history->members->pdata[i];

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", member->full_name);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
assert_history (CnscdTestStore *store, CnscdTeam *team, const char *events, const char *members)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdTeamHistory) history =
    cnscd_team_history_read (store->database, team->record.id, &error);
  g_autofree char *found_events = NULL;
  g_autofree char *found_members = NULL;

  g_assert_no_error (error);
  found_events = dup_events (history);
  found_members = dup_members (history);
  g_assert_cmpstr (found_events, ==, events);
  g_assert_cmpstr (found_members, ==, members);
}

static void
test_history (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, hamlet);
  g_autoptr (CnscdDecision) first =
    add_decision (store, "1/QĐ", CNSCD_DATE (2022, 6, 1), CNSCD_DECISION_KIND_ESTABLISH);
  g_autoptr (CnscdDecision) later =
    add_decision (store, "9/QĐ", CNSCD_DATE (2025, 3, 1), CNSCD_DECISION_KIND_CONSOLIDATE);
  g_autoptr (CnscdDecision) earlier =
    add_decision (store, "5/QĐ", CNSCD_DATE (2023, 3, 1), CNSCD_DECISION_KIND_CONSOLIDATE);
  g_autoptr (CnscdDecision) last =
    add_decision (store, "12/QĐ", CNSCD_DATE (2025, 6, 20), CNSCD_DECISION_KIND_DISSOLVE);

  /* A team of which nothing is known. */
  assert_history (store, team, "", "");

  cnscd_record_set (team, decision, first->record.id);
  cnscd_test_store_put (store, team);
  add_member (store, team, "Lê Văn Ba", first, earlier, CNSCD_DATE (2023, 2, 28));
  add_member (store, team, "Đào Thị Ánh", first, later, CNSCD_DATE (2025, 2, 28));
  add_member (store, team, "Hoàng Văn Ẩn", later, NULL, CNSCD_DATE_UNKNOWN);
  assert_history (store, team,
                  "0 01/06/2022 1/QĐ +2 -0, 1 01/03/2023 5/QĐ +0 -1, 1 01/03/2025 9/QĐ +1 -1",
                  "Đào Thị Ánh, Lê Văn Ba");

  /* With the team everybody left it, also who was not told so. */
  team->valid_to = CNSCD_DATE (2025, 6, 30);
  cnscd_record_set (team, end_decision, last->record.id);
  cnscd_test_store_put (store, team);
  assert_history (store, team,
                  "0 01/06/2022 1/QĐ +2 -0, 1 01/03/2023 5/QĐ +0 -1, 1 01/03/2025 9/QĐ +1 -1, "
                  "2 01/07/2025 12/QĐ +0 -0",
                  "Hoàng Văn Ẩn, Đào Thị Ánh, Lê Văn Ba");
}

static void
assert_decision (CnscdTestStore *store, CnscdTeam *team, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdTeamHistory) history =
    cnscd_team_history_read (store->database, team->record.id, &error);
  g_autoptr (GPtrArray) teams = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (history->decision != NULL ? history->decision->number : NULL, ==, expected);
  teams = cnscd_teams_list (store->database, &(CnscdTeamQuery) { 0 }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (teams->len, ==, 1);
  g_assert_cmpstr (((CnscdTeamSummary *) teams->pdata[0])->decision_number, ==, expected);
}

/* A team is known by the last decision that says who is in it. */
static void
test_last_decision (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, NULL);
  g_autoptr (CnscdDecision) first =
    add_decision (store, "1/QĐ", CNSCD_DATE (2022, 6, 1), CNSCD_DECISION_KIND_ESTABLISH);
  g_autoptr (CnscdDecision) other =
    add_decision (store, "2/QĐ", CNSCD_DATE (2024, 6, 1), CNSCD_DECISION_KIND_ESTABLISH);
  g_autoptr (CnscdDecision) later =
    add_decision (store, "9/QĐ", CNSCD_DATE (2025, 3, 1), CNSCD_DECISION_KIND_CONSOLIDATE);
  g_autoptr (CnscdDecision) earlier =
    add_decision (store, "5/QĐ", CNSCD_DATE (2023, 3, 1), CNSCD_DECISION_KIND_CONSOLIDATE);
  g_autoptr (CnscdDecision) before =
    add_decision (store, "0/QĐ", CNSCD_DATE (2021, 3, 1), CNSCD_DECISION_KIND_CONSOLIDATE);
  g_autoptr (CnscdDecision) coming =
    add_decision (store, "99/QĐ", CNSCD_DATE (9999, 3, 1), CNSCD_DECISION_KIND_CONSOLIDATE);

  assert_decision (store, team, NULL);
  cnscd_record_set (team, decision, first->record.id);
  cnscd_test_store_put (store, team);
  add_member (store, team, "Lê Văn Ba", first, NULL, CNSCD_DATE_UNKNOWN);
  add_member (store, team, "Lê Văn Bốn", other, NULL, CNSCD_DATE_UNKNOWN);
  add_member (store, team, "Lê Văn Năm", before, NULL, CNSCD_DATE_UNKNOWN);
  assert_decision (store, team, "1/QĐ");
  add_member (store, team, "Đào Thị Ánh", first, earlier, CNSCD_DATE (2023, 2, 28));
  assert_decision (store, team, "5/QĐ");
  add_member (store, team, "Hoàng Văn Ẩn", later, NULL, CNSCD_DATE_UNKNOWN);
  assert_decision (store, team, "9/QĐ");
  add_member (store, team, "Hoàng Văn Ân", coming, NULL, CNSCD_DATE_UNKNOWN);
  assert_decision (store, team, "9/QĐ");
}

static void
test_gone (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, NULL);
  g_autoptr (CnscdTeamHistory) history = NULL;
  g_autoptr (GError) error = NULL;

  cnscd_record_store_delete (store->database, &CNSCD_KIND_TEAM, team->record.id, &error);
  g_assert_no_error (error);
  history = cnscd_team_history_read (store->database, team->record.id, &error);
  g_assert_null (history);
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
}

/* In the order in which the roster has them, with those who left. */
static void
test_memberships (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, NULL);
  g_autoptr (CnscdPerson) an = cnscd_test_store_add_person (store, "Hoàng Văn An", NULL);
  g_autoptr (CnscdPerson) binh = cnscd_test_store_add_person (store, "Lê Văn Bình", NULL);
  g_autoptr (CnscdPerson) chi = cnscd_test_store_add_person (store, "Đào Thị Chi", NULL);
  g_autoptr (CnscdMembership) member =
    cnscd_test_store_add_membership (store, team, an, CNSCD_ROLE_MEMBER);
  g_autoptr (CnscdMembership) first =
    cnscd_test_store_add_membership (store, team, binh, CNSCD_ROLE_MEMBER);
  g_autoptr (CnscdMembership) leader =
    cnscd_test_store_add_membership (store, team, chi, CNSCD_ROLE_LEADER);
  g_autoptr (GPtrArray) memberships = NULL;
  g_autoptr (GError) error = NULL;

  member->ordinal = 2;
  cnscd_test_store_put (store, member);
  first->ordinal = 1;
  first->valid_to = CNSCD_DATE (2025, 1, 1);
  cnscd_test_store_put (store, first);

  memberships = cnscd_team_memberships_list (store->database, team->record.id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (memberships->len, ==, 3);
  g_assert_true (cnscd_record_equal (memberships->pdata[0], leader));
  g_assert_true (cnscd_record_equal (memberships->pdata[1], first));
  g_assert_true (cnscd_record_equal (memberships->pdata[2], member));
}

/* A line of the list of teams tells what is to be judged. */
static void
test_facts (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, hamlet);
  g_autoptr (CnscdPerson) person = cnscd_test_store_add_person (store, "Lê Văn Ba", NULL);
  g_autoptr (CnscdMembership) membership =
    cnscd_test_store_add_membership (store, team, person, CNSCD_ROLE_LEADER);
  g_autoptr (GPtrArray) teams = NULL;
  g_autoptr (GError) error = NULL;
  const CnscdTeamSummary *summary;

  hamlet->valid_to = CNSCD_DATE (2025, 6, 30);
  cnscd_test_store_put (store, hamlet);
  teams = cnscd_teams_list (store->database, &(CnscdTeamQuery) { 0 }, &error);
  g_assert_no_error (error);
  summary = teams->pdata[0];
  g_assert_cmpuint (summary->facts.n_members, ==, 1);
  g_assert_cmpuint (summary->facts.n_leaders, ==, 1);
  g_assert_true (cnscd_date_equal (summary->facts.hamlet_until, CNSCD_DATE (2025, 6, 30)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/team-history/last-decision", test_last_decision);
  g_test_add_func ("/store/team-history/history", test_history);
  g_test_add_func ("/store/team-history/gone", test_gone);
  g_test_add_func ("/store/team-history/memberships", test_memberships);
  g_test_add_func ("/store/team-history/facts", test_facts);
  return g_test_run ();
}
