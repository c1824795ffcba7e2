/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cnscd-roster-edit.h"
#include "core/cnscd-team-edit.h"
#include "core/cnscd-team-form.h"

#define UNIT   "05716"
#define HAMLET "0198c0de-0000-7000-8000-000000000001"
#define OTHER  "0198c0de-0000-7000-8000-000000000002"

static const CnscdDate today = { 2026, 1, 15 };

static void
test_check (void)
{
  g_autofree char *longest = g_strnfill (150, 'a');
  g_autofree char *too_long = g_strnfill (151, 'a');
  const struct
  {
    CnscdTeamField field;
    const char *text;
    CnscdFormProblem problem;
  } cases[] = {
    { CNSCD_TEAM_FIELD_UNIT, UNIT, CNSCD_FORM_PROBLEM_NONE },
    { CNSCD_TEAM_FIELD_UNIT, NULL, CNSCD_FORM_PROBLEM_MISSING },
    { CNSCD_TEAM_FIELD_NAME, "Tổ CNSCĐ xóm Ba Nhất", CNSCD_FORM_PROBLEM_NONE },
    { CNSCD_TEAM_FIELD_NAME, "Tổ 12", CNSCD_FORM_PROBLEM_NONE },
    { CNSCD_TEAM_FIELD_NAME, " \t", CNSCD_FORM_PROBLEM_MISSING },
    { CNSCD_TEAM_FIELD_NAME, NULL, CNSCD_FORM_PROBLEM_MISSING },
    { CNSCD_TEAM_FIELD_NAME, "12", CNSCD_FORM_PROBLEM_NOT_A_NAME },
    { CNSCD_TEAM_FIELD_NAME, longest, CNSCD_FORM_PROBLEM_NONE },
    { CNSCD_TEAM_FIELD_NAME, too_long, CNSCD_FORM_PROBLEM_NAME_TOO_LONG },
    { CNSCD_TEAM_FIELD_SINCE, NULL, CNSCD_FORM_PROBLEM_NONE },
    { CNSCD_TEAM_FIELD_SINCE, " ", CNSCD_FORM_PROBLEM_NONE },
    { CNSCD_TEAM_FIELD_SINCE, "2022", CNSCD_FORM_PROBLEM_NOT_A_FULL_DATE },
    { CNSCD_TEAM_FIELD_SINCE, "1/7/2025", CNSCD_FORM_PROBLEM_NONE },
    { CNSCD_TEAM_FIELD_SINCE, "31/2/2025", CNSCD_FORM_PROBLEM_NO_SUCH_DATE },
    { CNSCD_TEAM_FIELD_SINCE, "hôm qua", CNSCD_FORM_PROBLEM_NOT_A_DATE },
    { CNSCD_TEAM_FIELD_SINCE, "1/1/2026", CNSCD_FORM_PROBLEM_AFTER_END },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CnscdTeamForm form = {
        .unit = cases[i].field == CNSCD_TEAM_FIELD_UNIT ? cases[i].text : UNIT,
        .name = cases[i].field == CNSCD_TEAM_FIELD_NAME ? cases[i].text : "Tổ Một",
        .since = cases[i].field == CNSCD_TEAM_FIELD_SINCE ? cases[i].text : NULL,
      };
      const CnscdDate until = CNSCD_DATE (2025, 12, 31);

      g_test_message ("%d: %s", cases[i].field, cases[i].text);
      g_assert_cmpint (cnscd_team_form_check (&form, cases[i].field, until), ==, cases[i].problem);
      g_assert_cmpint (cnscd_team_form_is_valid (&form, until), ==,
                       cases[i].problem == CNSCD_FORM_PROBLEM_NONE);
    }
}

static CnscdTeam *
new_team (const char *name, const char *hamlet)
{
  CnscdTeam *team = cnscd_record_new (&CNSCD_KIND_TEAM, UNIT);

  cnscd_record_set (team, name, name);
  cnscd_record_set (team, hamlet, hamlet);
  return team;
}

static CnscdTeamClash
find_clash (GPtrArray *teams, const char *name, const char *hamlet, const char *id)
{
  return cnscd_team_form_find_clash (&(CnscdTeamForm) { .name = name, .hamlet = hamlet }, teams, id,
                                     today);
}

static void
test_clash (void)
{
  g_autoptr (GPtrArray) teams = g_ptr_array_new_with_free_func (cnscd_record_unref);
  CnscdTeam *team = new_team ("Tổ CNSCĐ xóm Hòa", HAMLET);
  CnscdTeam *over = new_team ("Tổ cũ", OTHER);

  over->valid_to = CNSCD_DATE (2025, 12, 31);
  g_ptr_array_add (teams, team);
  g_ptr_array_add (teams, over);

  g_assert_cmpint (find_clash (teams, "tổ CNSCĐ  xóm hoà ", HAMLET, NULL), ==,
                   CNSCD_TEAM_CLASH_SAME);
  g_assert_cmpint (find_clash (teams, "Tổ CNSCĐ xóm Hòa", OTHER, NULL), ==, CNSCD_TEAM_CLASH_NAME);
  g_assert_cmpint (find_clash (teams, "Tổ CNSCĐ xóm Hòa", NULL, NULL), ==, CNSCD_TEAM_CLASH_NAME);
  g_assert_cmpint (find_clash (teams, "Tổ CNSCĐ xóm Hoa", HAMLET, NULL), ==,
                   CNSCD_TEAM_CLASH_HAMLET);
  g_assert_cmpint (find_clash (teams, "Tổ CNSCĐ xóm Hoa", NULL, NULL), ==, CNSCD_TEAM_CLASH_NONE);
  /* Neither one that is over nor the team itself. */
  g_assert_cmpint (find_clash (teams, "Tổ cũ", OTHER, NULL), ==, CNSCD_TEAM_CLASH_NONE);
  g_assert_cmpint (find_clash (teams, "Tổ CNSCĐ xóm Hòa", HAMLET, team->record.id), ==,
                   CNSCD_TEAM_CLASH_NONE);
  g_assert_cmpint (find_clash (teams, "", NULL, NULL), ==, CNSCD_TEAM_CLASH_NONE);

  g_assert_true (cnscd_team_is_hamlet_without (teams, OTHER, NULL, today));
  g_assert_false (cnscd_team_is_hamlet_without (teams, HAMLET, NULL, today));
  g_assert_true (cnscd_team_is_hamlet_without (teams, HAMLET, team->record.id, today));
}

static void
test_fill (void)
{
  g_autoptr (CnscdTeam) team = cnscd_record_new (&CNSCD_KIND_TEAM, NULL);

  cnscd_team_form_fill (
    &(CnscdTeamForm) {
      .unit = UNIT,
      .name = "  Tổ  CNSCĐ xóm Ba Nhất ",
      .level = CNSCD_TEAM_LEVEL_HAMLET,
      .hamlet = HAMLET,
      .decision = OTHER,
      .since = "29/11/2025",
      .note = " ",
    },
    team);
  g_assert_cmpstr (team->record.unit, ==, UNIT);
  g_assert_cmpstr (team->name, ==, "Tổ CNSCĐ xóm Ba Nhất");
  g_assert_cmpint (team->level, ==, CNSCD_TEAM_LEVEL_HAMLET);
  g_assert_cmpstr (team->hamlet, ==, HAMLET);
  g_assert_cmpstr (team->decision, ==, OTHER);
  g_assert_true (cnscd_date_equal (team->valid_from, CNSCD_DATE (2025, 11, 29)));
  g_assert_null (team->note);

  cnscd_team_form_fill (&(CnscdTeamForm) { .unit = UNIT, .name = "Tổ" }, team);
  g_assert_null (team->hamlet);
  g_assert_false (cnscd_date_is_known (team->valid_from));
}

static void
test_propose (void)
{
  g_autofree char *hamlet = cnscd_team_propose_name (CNSCD_HAMLET_KIND_HAMLET, "Ba Nhất");
  g_autofree char *group = cnscd_team_propose_name (CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP, "số 5");
  g_autofree char *commune = cnscd_team_propose_commune_name ("xã Võ Nhai");

  g_assert_cmpstr (hamlet, ==, "Tổ CNSCĐ xóm Ba Nhất");
  g_assert_cmpstr (group, ==, "Tổ CNSCĐ tổ dân phố số 5");
  g_assert_cmpstr (commune, ==, "Tổ CNSCĐ xã Võ Nhai");
}

static CnscdMembership *
add_membership (GPtrArray *memberships, CnscdRole role, gint64 ordinal)
{
  CnscdMembership *membership = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, UNIT);

  membership->role = (int) role;
  membership->ordinal = ordinal;
  g_ptr_array_add (memberships, membership);
  return membership;
}

static void
test_going_on (void)
{
  g_autoptr (GPtrArray) memberships = g_ptr_array_new_with_free_func (cnscd_record_unref);
  g_autoptr (GPtrArray) found = NULL;
  CnscdMembership *over = add_membership (memberships, CNSCD_ROLE_MEMBER, 1);
  CnscdMembership *last_day = add_membership (memberships, CNSCD_ROLE_MEMBER, 2);
  CnscdMembership *open = add_membership (memberships, CNSCD_ROLE_MEMBER, 3);
  CnscdMembership *this_year = add_membership (memberships, CNSCD_ROLE_MEMBER, 4);

  over->valid_to = CNSCD_DATE (2026, 1, 14);
  last_day->valid_to = today;
  this_year->valid_to = CNSCD_DATE (2026, 0, 0);
  found = cnscd_team_find_going_on (memberships, today);
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_true (found->pdata[0] == last_day);
  g_assert_true (found->pdata[1] == open);
  g_assert_true (found->pdata[2] == this_year);
}

/* Somebody who was to leave later anyhow keeps the reason. */
static void
test_dissolve (void)
{
  g_autoptr (GPtrArray) memberships = g_ptr_array_new_with_free_func (cnscd_record_unref);
  g_autoptr (GPtrArray) elsewhere = g_ptr_array_new ();
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Dissolve");
  g_autoptr (CnscdTeam) team = new_team ("Tổ Một", HAMLET);
  CnscdMembership *leaving = add_membership (memberships, CNSCD_ROLE_MEMBER, 1);
  const CnscdMembership *ended;

  leaving->valid_to = CNSCD_DATE (2026, 3, 1);
  cnscd_record_set (leaving, end_reason, "Chuyển nơi ở");
  cnscd_roster_dissolve_team (set, team, memberships, elsewhere, CNSCD_DATE (2026, 2, 1), OTHER);
  ended = cnscd_change_set_get_change (set, 0)->after;
  g_assert_true (cnscd_date_equal (ended->valid_to, CNSCD_DATE (2026, 1, 31)));
  g_assert_cmpstr (ended->end_reason, ==, "Chuyển nơi ở");
  g_assert_cmpstr (ended->end_decision, ==, OTHER);
}

static gint64
get_ordinal (CnscdChangeSet *set, const CnscdMembership *membership)
{
  for (guint i = 0; i < cnscd_change_set_get_n_changes (set); i++)
    {
      const CnscdRecordChange *change = cnscd_change_set_get_change (set, i);

      if (change->before == membership)
        return ((const CnscdMembership *) change->after)->ordinal;
    }
  return membership->ordinal;
}

static void
test_shift (void)
{
  g_autoptr (GPtrArray) memberships = g_ptr_array_new_with_free_func (cnscd_record_unref);
  CnscdMembership *leader = add_membership (memberships, CNSCD_ROLE_LEADER, 1);
  CnscdMembership *first = add_membership (memberships, CNSCD_ROLE_MEMBER, 1);
  CnscdMembership *second = add_membership (memberships, CNSCD_ROLE_MEMBER, CNSCD_COUNT_UNKNOWN);
  CnscdMembership *third = add_membership (memberships, CNSCD_ROLE_MEMBER, CNSCD_COUNT_UNKNOWN);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Move");

  /* Neither out of their own kind nor beyond the ends. */
  g_assert_false (cnscd_team_shift_member (set, memberships, leader->record.id, -1));
  g_assert_false (cnscd_team_shift_member (set, memberships, leader->record.id, 1));
  g_assert_false (cnscd_team_shift_member (set, memberships, first->record.id, -1));
  g_assert_false (cnscd_team_shift_member (set, memberships, third->record.id, 1));
  g_assert_false (cnscd_team_shift_member (set, memberships, OTHER, 1));
  g_assert_cmpuint (cnscd_change_set_get_n_changes (set), ==, 0);

  g_assert_true (cnscd_team_shift_member (set, memberships, third->record.id, -1));
  g_assert_cmpint (get_ordinal (set, first), ==, 1);
  g_assert_cmpint (get_ordinal (set, third), ==, 2);
  g_assert_cmpint (get_ordinal (set, second), ==, 3);
  g_assert_cmpint (get_ordinal (set, leader), ==, 1);
}

static void
test_is_over (void)
{
  g_assert_false (cnscd_date_is_over (CNSCD_DATE_UNKNOWN, today));
  g_assert_false (cnscd_date_is_over (today, today));
  g_assert_true (cnscd_date_is_over (CNSCD_DATE (2026, 1, 14), today));
  g_assert_false (cnscd_date_is_over (CNSCD_DATE (2026, 1, 0), today));
  g_assert_false (cnscd_date_is_over (CNSCD_DATE (2026, 0, 0), today));
  g_assert_true (cnscd_date_is_over (CNSCD_DATE (2025, 0, 0), today));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/team/check", test_check);
  g_test_add_func ("/core/team/clash", test_clash);
  g_test_add_func ("/core/team/fill", test_fill);
  g_test_add_func ("/core/team/propose", test_propose);
  g_test_add_func ("/core/team/going-on", test_going_on);
  g_test_add_func ("/core/team/dissolve", test_dissolve);
  g_test_add_func ("/core/team/shift", test_shift);
  g_test_add_func ("/core/team/is-over", test_is_over);
  return g_test_run ();
}
