/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-store.h"
#include "store/cnscd-office-store.h"
#include "store/cnscd-record-store.h"
#include "store/cnscd-team-facts.h"
#include "store/cnscd-teams.h"

static void
assert_teams (CnscdTestStore *store, const CnscdTeamQuery *query, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) teams = cnscd_teams_list (store->database, query, &error);
  g_autoptr (GArray) nrs = cnscd_teams_query (store->database, query, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (nrs->len, ==, teams->len);
  for (guint i = 0; i < teams->len; i++)
    {
      const CnscdTeamSummary *team = g_ptr_array_index (teams, i);

      g_assert_cmpint (g_array_index (nrs, gint64, i), ==, team->nr);
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                              team->hamlet_name != NULL ? team->hamlet_name : team->name);
    }
  g_assert_cmpstr (names->str, ==, expected);
}

/* From the province's desk, communes are looked for, too; and accents are told apart. */
static void
test_province (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  const char *names[] = { "Ba Nhất", "Võ Nhai", "Vô Nhai" };
  g_autoptr (CnscdHamlet) hamlet = cnscd_record_new (&CNSCD_KIND_HAMLET, CNSCD_TEST_OTHER_UNIT);
  g_autoptr (CnscdTeam) team = cnscd_record_new (&CNSCD_KIND_TEAM, CNSCD_TEST_OTHER_UNIT);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (CnscdHamlet) here = cnscd_test_store_add_hamlet (store, names[i]);
      g_autoptr (CnscdTeam) theirs = cnscd_test_store_add_team (store, here);
    }
  cnscd_record_set (hamlet, name, "Vở Nhài");
  hamlet->kind = CNSCD_HAMLET_KIND_HAMLET;
  cnscd_test_store_put (store, hamlet);
  cnscd_record_set (team, name, "Tổ CNSCĐ xóm Vở Nhài");
  cnscd_record_set (team, hamlet, hamlet->record.id);
  team->level = CNSCD_TEAM_LEVEL_HAMLET;
  cnscd_test_store_put (store, team);

  assert_teams (store, &(CnscdTeamQuery) { .search = "vở nhài" },
                "Vở Nhài, Võ Nhai, Vô Nhai, Ba Nhất");
  assert_teams (store, &(CnscdTeamQuery) { .search = "duc xuan" }, "Vở Nhài");
  assert_teams (store, &(CnscdTeamQuery) { .search = "ba đức" }, "");
  assert_teams (store, &(CnscdTeamQuery) { .unit = CNSCD_TEST_OTHER_UNIT, .search = "duc xuan" },
                "");
}

static void
test_order (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  const char *names[] = { "Tổ 10", "Đồng Quan", "Ba Nhất", "Tổ 2", "Bắc Phong", "Dốc Đỏ" };
  const char *expected = "Tổ CNSCĐ xã Võ Nhai, Ba Nhất, Bắc Phong, Dốc Đỏ, Đồng Quan, Tổ 2, Tổ 10";
  g_autoptr (CnscdTeam) commune = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, names[i]);
      g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, hamlet);
    }
  commune = cnscd_test_store_add_team (store, NULL);

  assert_teams (store, &(CnscdTeamQuery) { 0 }, expected);
  assert_teams (store, &(CnscdTeamQuery) { .unit = CNSCD_TEST_UNIT }, expected);
  assert_teams (store, &(CnscdTeamQuery) { .unit = CNSCD_TEST_OTHER_UNIT }, "");

  assert_teams (store, &(CnscdTeamQuery) { .search = "" }, expected);
  assert_teams (store, &(CnscdTeamQuery) { .search = "dong" }, "Đồng Quan");
  assert_teams (store, &(CnscdTeamQuery) { .unit = CNSCD_TEST_UNIT, .search = "to cnscd ba n" },
                "Ba Nhất");
  assert_teams (store, &(CnscdTeamQuery) { .unit = CNSCD_TEST_UNIT, .search = "vo nhai" },
                "Tổ CNSCĐ xã Võ Nhai");
  assert_teams (store, &(CnscdTeamQuery) { .search = "ong" }, "");
  assert_teams (store, &(CnscdTeamQuery) { .search = "\"*" }, "");

  /* An ended team is in no list; one that is to end is. */
  commune->valid_to = CNSCD_DATE (2024, 0, 0);
  cnscd_test_store_put (store, commune);
  assert_teams (store, &(CnscdTeamQuery) { .unit = CNSCD_TEST_UNIT, .search = "vo nhai" }, "");
  commune->valid_to = CNSCD_DATE (9999, 0, 0);
  cnscd_test_store_put (store, commune);
  assert_teams (store, &(CnscdTeamQuery) { .unit = CNSCD_TEST_UNIT, .search = "vo nhai" },
                "Tổ CNSCĐ xã Võ Nhai");
}

static gint64
find_team (CnscdTestStore *store, const char *team)
{
  g_autoptr (GError) error = NULL;
  gint64 nr = -1;

  g_assert_true (cnscd_teams_find (store->database, team, &nr, &error));
  g_assert_no_error (error);
  return nr;
}

/* One team by its id: where the list would have it, and only then. */
static void
test_find (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdTeam) other = cnscd_test_store_add_team (store, NULL);
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, NULL);
  g_autoptr (GPtrArray) summaries = NULL;
  g_autoptr (GError) error = NULL;
  gint64 nr = find_team (store, team->record.id);

  g_assert_cmpint (nr, >, 0);
  summaries = cnscd_teams_read (store->database, &nr, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (summaries->len, ==, 1);
  g_assert_cmpstr (((CnscdTeamSummary *) summaries->pdata[0])->team, ==, team->record.id);
  g_assert_cmpint (find_team (store, "0198c0de-0000-7000-8000-000000000000"), ==, 0);

  team->valid_to = CNSCD_DATE (2024, 0, 0);
  cnscd_test_store_put (store, team);
  g_assert_cmpint (find_team (store, team->record.id), ==, 0);
  team->valid_to = CNSCD_DATE (9999, 0, 0);
  cnscd_test_store_put (store, team);
  g_assert_cmpint (find_team (store, team->record.id), ==, nr);

  cnscd_record_store_delete (store->database, &CNSCD_KIND_TEAM, team->record.id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (find_team (store, team->record.id), ==, 0);
  g_assert_cmpint (find_team (store, other->record.id), >, 0);
}

static void
test_rename (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) one = cnscd_test_store_add_hamlet (store, "An Thịnh");
  g_autoptr (CnscdHamlet) other = cnscd_test_store_add_hamlet (store, "Bắc Phong");
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, one);
  g_autoptr (CnscdTeam) next = cnscd_test_store_add_team (store, other);

  assert_teams (store, &(CnscdTeamQuery) { 0 }, "An Thịnh, Bắc Phong");
  cnscd_record_set (one, name, "Vĩnh Thịnh");
  cnscd_test_store_put (store, one);
  assert_teams (store, &(CnscdTeamQuery) { 0 }, "Bắc Phong, Vĩnh Thịnh");
  assert_teams (store, &(CnscdTeamQuery) { .search = "vinh" }, "Vĩnh Thịnh");
}

static void
test_summary (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, hamlet);
  g_autoptr (CnscdDecision) decision = cnscd_record_new (&CNSCD_KIND_DECISION, CNSCD_TEST_UNIT);
  g_autoptr (CnscdPerson) leader = cnscd_test_store_add_person (store, "Đào Thị Hòa", NULL);
  g_autoptr (CnscdPerson) former = cnscd_test_store_add_person (store, "Lý Văn Ẩn", NULL);
  g_autoptr (CnscdMembership) led =
    cnscd_test_store_add_membership (store, team, former, CNSCD_ROLE_LEADER);
  g_autoptr (CnscdMembership) leads =
    cnscd_test_store_add_membership (store, team, leader, CNSCD_ROLE_LEADER);
  g_autoptr (GPtrArray) teams = NULL;
  const CnscdTeamSummary *summary;

  led->valid_to = CNSCD_DATE (2024, 6, 30);
  cnscd_test_store_put (store, led);
  cnscd_test_store_add_member (store, team, "Hoàng Anh");
  cnscd_record_set (decision, number, "103/QĐ-UBND");
  decision->date = CNSCD_DATE (2025, 11, 29);
  cnscd_test_store_put (store, decision);
  cnscd_record_set (team, decision, decision->record.id);
  cnscd_test_store_put (store, team);

  teams = cnscd_teams_list (store->database, &(CnscdTeamQuery) { 0 }, NULL);
  g_assert_cmpuint (teams->len, ==, 1);
  summary = g_ptr_array_index (teams, 0);
  g_assert_cmpstr (summary->team, ==, team->record.id);
  g_assert_cmpstr (summary->unit, ==, CNSCD_TEST_UNIT);
  g_assert_cmpstr (summary->name, ==, "Tổ CNSCĐ xóm Ba Nhất");
  g_assert_cmpint (summary->level, ==, CNSCD_TEAM_LEVEL_HAMLET);
  g_assert_cmpstr (summary->hamlet, ==, hamlet->record.id);
  g_assert_cmpint (summary->hamlet_kind, ==, CNSCD_HAMLET_KIND_HAMLET);
  g_assert_cmpstr (summary->leader_name, ==, "Đào Thị Hòa");
  g_assert_cmpuint (summary->n_members, ==, 2);
  g_assert_cmpstr (summary->decision_number, ==, "103/QĐ-UBND");
  g_assert_true (cnscd_date_equal (summary->decision_date, CNSCD_DATE (2025, 11, 29)));
}

/* Who is in a team today, and nobody else. */
static void
test_facts (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, hamlet);
  g_autoptr (CnscdPerson) old = cnscd_test_store_add_person (store, "Lê Văn Già", NULL);
  g_autoptr (CnscdPerson) young = cnscd_test_store_add_person (store, "Lê Văn Trẻ", NULL);
  g_autoptr (CnscdPerson) gone = cnscd_test_store_add_person (store, "Lê Văn Cũ", NULL);
  g_autoptr (CnscdMembership) leads = NULL;
  g_autoptr (CnscdMembership) helps = NULL;
  g_autoptr (CnscdMembership) left = NULL;
  g_autoptr (CnscdMembership) twice = NULL;
  g_autoptr (GError) error = NULL;
  guint16 year = cnscd_date_today ().year;
  CnscdTeamFacts facts;

  old->birth = CNSCD_DATE (year - 35, 12, 31);
  young->birth = CNSCD_DATE (year - 34, 0, 0);
  cnscd_test_store_put (store, old);
  cnscd_test_store_put (store, young);
  leads = cnscd_test_store_add_membership (store, team, old, CNSCD_ROLE_LEADER);
  helps = cnscd_test_store_add_membership (store, team, young, CNSCD_ROLE_MEMBER);
  left = cnscd_test_store_add_membership (store, team, gone, CNSCD_ROLE_LEADER);
  left->valid_to = CNSCD_DATE (2024, 1, 1);
  cnscd_test_store_put (store, left);
  hamlet->valid_to = CNSCD_DATE (2025, 6, 30);
  cnscd_test_store_put (store, hamlet);

  g_assert_true (cnscd_team_facts_read (store->database, team->record.id, &facts, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (facts.n_members, ==, 2);
  g_assert_cmpuint (facts.n_leaders, ==, 1);
  g_assert_cmpuint (facts.n_births, ==, 2);
  g_assert_cmpuint (facts.n_young, ==, 1);
  g_assert_cmpuint (facts.n_twice, ==, 0);
  g_assert_true (cnscd_date_equal (facts.hamlet_until, CNSCD_DATE (2025, 6, 30)));

  /* One person with two places in the team. */
  twice = cnscd_test_store_add_membership (store, team, young, CNSCD_ROLE_DEPUTY);
  g_assert_true (cnscd_team_facts_read (store->database, team->record.id, &facts, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (facts.n_members, ==, 3);
  g_assert_cmpuint (facts.n_twice, ==, 1);
  g_assert_true (cnscd_team_judge (&facts, &(CnscdTeamSizes) { 0 }, cnscd_date_today ()) &
                 CNSCD_TEAM_WARNING_TWICE);
}

static CnscdTeam *
add_team (CnscdTestStore *store, const char *name, guint n_members, gboolean led, CnscdDate until)
{
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, name);
  CnscdTeam *team = cnscd_test_store_add_team (store, hamlet);

  for (guint i = 0; i < n_members; i++)
    {
      g_autoptr (CnscdPerson) person = cnscd_test_store_add_person (store, "Lê Văn Bình", NULL);
      g_autoptr (CnscdMembership) membership = cnscd_test_store_add_membership (
        store, team, person, led && i == 0 ? CNSCD_ROLE_LEADER : CNSCD_ROLE_MEMBER);
    }
  team->valid_to = until;
  cnscd_test_store_put (store, team);
  return team;
}

static void
assert_count (CnscdTestStore *store, CnscdTeamsShown shown, const char *unit, guint expected)
{
  g_autoptr (GArray) nrs =
    cnscd_teams_query (store->database, &(CnscdTeamQuery) { .shown = shown, .unit = unit }, NULL);

  g_assert_cmpuint (nrs->len, ==, expected);
}

/* Current ones, those of them to look after, and dissolved ones; a search stays among them. */
static void
test_shown (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdOffice) office = cnscd_office_new ();
  CnscdDate ended = CNSCD_DATE (2024, 6, 30);
  g_autoptr (CnscdTeam) fine = add_team (store, "An Bình", 5, TRUE, CNSCD_DATE_UNKNOWN);
  g_autoptr (CnscdTeam) small = add_team (store, "An Hòa", 1, TRUE, CNSCD_DATE_UNKNOWN);
  g_autoptr (CnscdTeam) headless = add_team (store, "Bắc Phong", 5, FALSE, CNSCD_DATE (9999, 0, 0));
  g_autoptr (CnscdTeam) over = add_team (store, "An Thịnh", 0, FALSE, ended);
  g_autoptr (CnscdTeam) gone = add_team (store, "An Vinh", 0, FALSE, ended);
  g_autoptr (CnscdPerson) extra = NULL;
  g_autoptr (CnscdMembership) leads = NULL;
  g_autoptr (GError) error = NULL;

  office->sizes = (CnscdTeamSizes) { .min = 3, .max = 9 };
  cnscd_office_save (store->database, office, &error);
  g_assert_no_error (error);
  cnscd_record_store_delete (store->database, &CNSCD_KIND_TEAM, gone->record.id, &error);
  g_assert_no_error (error);

  assert_teams (store, &(CnscdTeamQuery) { .shown = CNSCD_TEAMS_CURRENT },
                "An Bình, An Hòa, Bắc Phong");
  assert_teams (store, &(CnscdTeamQuery) { .shown = CNSCD_TEAMS_WITH_WARNINGS },
                "An Hòa, Bắc Phong");
  assert_teams (store, &(CnscdTeamQuery) { .shown = CNSCD_TEAMS_DISSOLVED }, "An Thịnh");

  assert_teams (store, &(CnscdTeamQuery) { .search = "an" }, "An Bình, An Hòa");
  assert_teams (store, &(CnscdTeamQuery) { .shown = CNSCD_TEAMS_WITH_WARNINGS, .search = "an" },
                "An Hòa");
  assert_teams (store, &(CnscdTeamQuery) { .shown = CNSCD_TEAMS_DISSOLVED, .search = "an" },
                "An Thịnh");
  assert_teams (store, &(CnscdTeamQuery) { .shown = CNSCD_TEAMS_DISSOLVED, .search = "phong" }, "");

  assert_count (store, CNSCD_TEAMS_WITH_WARNINGS, CNSCD_TEST_UNIT, 2);
  assert_count (store, CNSCD_TEAMS_WITH_WARNINGS, CNSCD_TEST_OTHER_UNIT, 0);
  assert_count (store, CNSCD_TEAMS_DISSOLVED, CNSCD_TEST_OTHER_UNIT, 0);

  /* What is mended is not shown any longer. */
  extra = cnscd_test_store_add_person (store, "Lê Thị Năm", NULL);
  leads = cnscd_test_store_add_membership (store, headless, extra, CNSCD_ROLE_LEADER);
  assert_teams (store, &(CnscdTeamQuery) { .shown = CNSCD_TEAMS_WITH_WARNINGS }, "An Hòa");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/teams/order", test_order);
  g_test_add_func ("/store/teams/province", test_province);
  g_test_add_func ("/store/teams/facts", test_facts);
  g_test_add_func ("/store/teams/find", test_find);
  g_test_add_func ("/store/teams/rename", test_rename);
  g_test_add_func ("/store/teams/shown", test_shown);
  g_test_add_func ("/store/teams/summary", test_summary);

  return g_test_run ();
}
