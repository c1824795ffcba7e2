/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-store.h"
#include "store/cnscd-members.h"
#include "store/cnscd-person-history.h"
#include "store/cnscd-team-facts.h"
#include "store/cnscd-team-history.h"
#include "store/cnscd-teams.h"

/* Who is to be in a team is not in it yet. */

static CnscdMembership *
add_from (CnscdTestStore *store, CnscdTeam *team, CnscdPerson *person, CnscdDate from)
{
  CnscdMembership *membership =
    cnscd_test_store_add_membership (store, team, person, CNSCD_ROLE_LEADER);

  membership->valid_from = from;
  cnscd_test_store_put (store, membership);
  return membership;
}

static void
assert_members (CnscdTestStore *store, const CnscdMemberQuery *query, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) members = cnscd_members_list (store->database, query, &error);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < members->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((CnscdMember *) members->pdata[i])->full_name);
  g_assert_cmpstr (names->str, ==, expected);
}

static void
assert_counts (CnscdTestStore *store, CnscdTeam *team, guint n_members, const char *leader)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) teams = cnscd_teams_list (store->database, &(CnscdTeamQuery) { 0 }, &error);
  g_autoptr (GHashTable) all = NULL;
  CnscdTeamFacts facts;

  g_assert_no_error (error);
  all = cnscd_team_facts_read_all (store->database, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cnscd_team_facts_read (store->database, team->record.id, &facts, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (facts.n_members, ==, n_members);
  for (guint i = 0; i < teams->len; i++)
    {
      const CnscdTeamSummary *summary = teams->pdata[i];
      const CnscdTeamFacts *fact = g_hash_table_lookup (all, &summary->nr);

      if (g_strcmp0 (summary->team, team->record.id) != 0)
        continue;
      g_assert_cmpuint (summary->n_members, ==, n_members);
      g_assert_cmpuint (summary->facts.n_members, ==, n_members);
      g_assert_cmpuint (fact->n_members, ==, n_members);
      g_assert_cmpuint (fact->n_leaders, ==, leader != NULL ? 1 : 0);
      g_assert_cmpstr (summary->leader_name, ==, leader);
      return;
    }
  g_assert_not_reached ();
}

static void
test_lists (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdTeam) here = cnscd_test_store_add_team (store, NULL);
  g_autoptr (CnscdTeam) there = cnscd_test_store_add_team (store, NULL);
  g_autoptr (CnscdPerson) anh = cnscd_test_store_add_person (store, "Đào Thị Ánh", "0912345678");
  g_autoptr (CnscdPerson) binh = cnscd_test_store_add_person (store, "Lý Văn Bình", NULL);
  CnscdDate today = cnscd_date_today ();
  CnscdDate tomorrow = cnscd_date_add_days (today, 1);
  g_autoptr (CnscdMembership) now = add_from (store, here, anh, CNSCD_DATE (2025, 0, 0));
  g_autoptr (CnscdMembership) next = add_from (store, there, anh, tomorrow);
  g_autoptr (CnscdMembership) first = add_from (store, there, binh, today);

  now->valid_to = today;
  cnscd_test_store_put (store, now);

  for (CnscdMemberSort sort = CNSCD_MEMBER_SORT_NAME; sort <= CNSCD_MEMBER_SORT_OFFICE; sort++)
    {
      g_autoptr (GArray) nrs =
        cnscd_members_query (store->database, &(CnscdMemberQuery) { .sort = sort }, NULL);

      g_assert_cmpuint (nrs->len, ==, 2);
    }
  assert_members (store, &(CnscdMemberQuery) { 0 }, "Đào Thị Ánh, Lý Văn Bình");
  assert_members (store, &(CnscdMemberQuery) { .team = there->record.id }, "Lý Văn Bình");
  assert_members (store, &(CnscdMemberQuery) { .search = "anh" }, "Đào Thị Ánh");
  assert_members (store, &(CnscdMemberQuery) { .search = "0912" }, "Đào Thị Ánh");
  assert_counts (store, here, 1, "Đào Thị Ánh");
  assert_counts (store, there, 1, "Lý Văn Bình");

  /* A year that has begun may have done so on its first day, one to come has not. */
  first->valid_from = CNSCD_DATE (today.year, 0, 0);
  cnscd_test_store_put (store, first);
  assert_counts (store, there, 1, "Lý Văn Bình");
  first->valid_from = CNSCD_DATE (today.year + 1, 0, 0);
  cnscd_test_store_put (store, first);
  assert_counts (store, there, 0, NULL);

  next->valid_from = today;
  cnscd_test_store_put (store, next);
  assert_members (store, &(CnscdMemberQuery) { .team = there->record.id }, "Đào Thị Ánh");
}

static void
test_histories (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdTeam) here = cnscd_test_store_add_team (store, NULL);
  g_autoptr (CnscdTeam) there = cnscd_test_store_add_team (store, NULL);
  g_autoptr (CnscdPerson) anh = cnscd_test_store_add_person (store, "Đào Thị Ánh", NULL);
  g_autoptr (CnscdMembership) next = add_from (store, there, anh, CNSCD_DATE (9999, 1, 1));
  g_autoptr (CnscdMembership) now = add_from (store, here, anh, CNSCD_DATE (2025, 0, 0));
  g_autoptr (CnscdPersonHistory) person = NULL;
  g_autoptr (CnscdTeamHistory) team = NULL;
  const CnscdPersonMembership *membership;

  person = cnscd_person_history_read (store->database, anh->record.id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (person->memberships->len, ==, 2);
  membership = person->memberships->pdata[0];
  g_assert_cmpstr (membership->record->record.id, ==, now->record.id);
  g_assert_true (membership->is_current && !membership->is_upcoming);
  membership = person->memberships->pdata[1];
  g_assert_true (!membership->is_current && membership->is_upcoming);

  team = cnscd_team_history_read (store->database, there->record.id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (team->members->len, ==, 0);
  g_assert_cmpuint (team->upcoming->len, ==, 1);
  g_assert_cmpstr (((CnscdFormerMember *) team->upcoming->pdata[0])->full_name, ==, "Đào Thị Ánh");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/upcoming/lists", test_lists);
  g_test_add_func ("/store/upcoming/histories", test_histories);

  return g_test_run ();
}
