/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cnscd-decision-form.h"
#include "core/cnscd-hamlet-form.h"
#include "core/cnscd-team-form.h"

/* An import takes what a form would not: that keeps nobody from changing the rest. */

#define UNIT "05716"

static const CnscdDate today = { 2026, 1, 15 };

static void
test_member (void)
{
  g_autoptr (CnscdPerson) person = cnscd_record_new (&CNSCD_KIND_PERSON, UNIT);
  g_autoptr (CnscdMembership) membership = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, UNIT);
  g_autoptr (CnscdPerson) changed = NULL;
  g_autoptr (CnscdMembership) changed_membership = NULL;
  CnscdMemberForm form = { .full_name = "Bà  Tám (xóm 2)", .birth = "1895", .phone = "12345678" };

  g_assert_false (cnscd_member_form_is_valid (&form, today));

  cnscd_record_set (person, full_name, "Bà  Tám (xóm 2)");
  cnscd_record_set (person, phone, "12345678");
  person->birth = (CnscdDate) { .year = 1895 };
  form.person = person;
  form.membership = membership;
  g_assert_true (cnscd_member_form_is_valid (&form, today));

  form.position = "Trưởng xóm";
  changed = cnscd_record_copy (person);
  changed_membership = cnscd_record_copy (membership);
  cnscd_member_form_fill (&form, changed, changed_membership);
  g_assert_true (cnscd_record_equal (changed, person));
  g_assert_cmpstr (changed_membership->position, ==, "Trưởng xóm");

  /* What is typed now is checked. */
  form.birth = "1896";
  g_assert_cmpint (cnscd_member_form_check (&form, CNSCD_MEMBER_FIELD_BIRTH, today), ==,
                   CNSCD_FORM_PROBLEM_TOO_OLD);
  g_assert_false (cnscd_member_form_is_valid (&form, today));

  /* Nothing is not as stored. */
  cnscd_record_set (person, full_name, "");
  form.full_name = "";
  g_assert_cmpint (cnscd_member_form_check (&form, CNSCD_MEMBER_FIELD_FULL_NAME, today), ==,
                   CNSCD_FORM_PROBLEM_MISSING);
}

static void
test_team (void)
{
  g_autoptr (CnscdTeam) team = cnscd_record_new (&CNSCD_KIND_TEAM, UNIT);
  g_autoptr (CnscdTeam) changed = NULL;
  CnscdDate until = { 2025, 1, 1 };
  CnscdTeamForm form = { .unit = UNIT, .name = "7", .since = "01/07/2025", .note = "sáp nhập" };

  g_assert_cmpint (cnscd_team_form_check (&form, CNSCD_TEAM_FIELD_NAME, until), ==,
                   CNSCD_FORM_PROBLEM_NOT_A_NAME);
  g_assert_cmpint (cnscd_team_form_check (&form, CNSCD_TEAM_FIELD_SINCE, until), ==,
                   CNSCD_FORM_PROBLEM_AFTER_END);

  cnscd_record_set (team, name, "7");
  team->valid_from = (CnscdDate) { 2025, 7, 1 };
  form.team = team;
  g_assert_true (cnscd_team_form_is_valid (&form, until));
  changed = cnscd_record_copy (team);
  cnscd_team_form_fill (&form, changed);
  g_assert_cmpstr (changed->name, ==, "7");
  g_assert_cmpstr (changed->note, ==, "sáp nhập");
  g_assert_true (cnscd_date_equal (changed->valid_from, team->valid_from));

  form.name = "8";
  g_assert_false (cnscd_team_form_is_valid (&form, until));
}

static void
test_decision (void)
{
  g_autoptr (CnscdDecision) decision = cnscd_record_new (&CNSCD_KIND_DECISION, UNIT);
  g_autoptr (CnscdDecision) changed = NULL;
  CnscdDecisionForm form = { .number = "QĐ - UBND", .date = "2025", .signer = "Nguyễn Văn Ký" };

  g_assert_cmpint (cnscd_decision_form_check (&form, CNSCD_DECISION_FIELD_NUMBER, today), ==,
                   CNSCD_FORM_PROBLEM_NOT_A_DECISION_NUMBER);
  g_assert_cmpint (cnscd_decision_form_check (&form, CNSCD_DECISION_FIELD_DATE, today), ==,
                   CNSCD_FORM_PROBLEM_NOT_A_FULL_DATE);

  cnscd_record_set (decision, number, "QĐ - UBND");
  decision->date = (CnscdDate) { .year = 2025 };
  form.decision = decision;
  g_assert_true (cnscd_decision_form_is_valid (&form, today));
  changed = cnscd_record_copy (decision);
  cnscd_decision_form_fill (&form, changed);
  g_assert_cmpstr (changed->number, ==, "QĐ - UBND");
  g_assert_cmpstr (changed->signer, ==, "Nguyễn Văn Ký");
  g_assert_true (cnscd_date_equal (changed->date, decision->date));

  form.number = "UBND";
  g_assert_false (cnscd_decision_form_is_valid (&form, today));
}

static void
test_hamlet (void)
{
  g_autoptr (CnscdHamlet) hamlet = cnscd_record_new (&CNSCD_KIND_HAMLET, UNIT);
  g_autoptr (CnscdHamlet) changed = NULL;
  CnscdHamletForm form = { .name = "Đông*", .valid_from = "01/07/2025", .valid_to = "2024" };

  g_assert_cmpint (cnscd_hamlet_form_check (&form, CNSCD_HAMLET_FIELD_NAME), ==,
                   CNSCD_FORM_PROBLEM_NOT_A_NAME);
  g_assert_cmpint (cnscd_hamlet_form_check (&form, CNSCD_HAMLET_FIELD_VALID_TO), ==,
                   CNSCD_FORM_PROBLEM_BEFORE_START);

  cnscd_record_set (hamlet, name, "Đông*");
  hamlet->valid_from = (CnscdDate) { 2025, 7, 1 };
  hamlet->valid_to = (CnscdDate) { .year = 2024 };
  form.hamlet = hamlet;
  g_assert_true (cnscd_hamlet_form_is_valid (&form));
  changed = cnscd_record_copy (hamlet);
  cnscd_hamlet_form_fill (&form, changed);
  g_assert_true (cnscd_record_equal (changed, hamlet));

  /* The last day is judged by the first one. */
  form.valid_from = "02/07/2025";
  g_assert_cmpint (cnscd_hamlet_form_check (&form, CNSCD_HAMLET_FIELD_VALID_TO), ==,
                   CNSCD_FORM_PROBLEM_BEFORE_START);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/form/stored-member", test_member);
  g_test_add_func ("/core/form/stored-team", test_team);
  g_test_add_func ("/core/form/stored-decision", test_decision);
  g_test_add_func ("/core/form/stored-hamlet", test_hamlet);

  return g_test_run ();
}
