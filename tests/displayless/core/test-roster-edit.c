/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cnscd-member-form.h"
#include "core/cnscd-roster-edit.h"

static const CnscdDate today = { 2026, 1, 15 };

static CnscdFormProblem
check (CnscdMemberField field, const char *text)
{
  const CnscdMemberForm form = {
    .full_name = field == CNSCD_MEMBER_FIELD_FULL_NAME ? text : "An",
    .birth = field == CNSCD_MEMBER_FIELD_BIRTH ? text : NULL,
    .phone = field == CNSCD_MEMBER_FIELD_PHONE ? text : NULL,
    .legal_basis = CNSCD_LEGAL_BASIS_CONSENT,
    .legal_basis_on = field == CNSCD_MEMBER_FIELD_LEGAL_BASIS_ON ? text : NULL,
    .since = field == CNSCD_MEMBER_FIELD_SINCE ? text : NULL,
  };
  CnscdFormProblem problem = cnscd_member_form_check (&form, field, today);

  g_assert_cmpint (cnscd_member_form_is_valid (&form, today), ==,
                   problem == CNSCD_FORM_PROBLEM_NONE);
  return problem;
}

static void
test_check (void)
{
  static const struct
  {
    CnscdMemberField field;
    const char *text;
    CnscdFormProblem problem;
  } cases[] = {
    { CNSCD_MEMBER_FIELD_FULL_NAME, "Đào Thị  Ánh", CNSCD_FORM_PROBLEM_NONE },
    { CNSCD_MEMBER_FIELD_FULL_NAME, "H'Hen Niê", CNSCD_FORM_PROBLEM_NONE },
    { CNSCD_MEMBER_FIELD_FULL_NAME, NULL, CNSCD_FORM_PROBLEM_MISSING },
    { CNSCD_MEMBER_FIELD_FULL_NAME, " \t", CNSCD_FORM_PROBLEM_MISSING },
    { CNSCD_MEMBER_FIELD_FULL_NAME, "0912345678", CNSCD_FORM_PROBLEM_NOT_A_NAME },
    { CNSCD_MEMBER_FIELD_FULL_NAME, "=HYPERLINK(\"x\")", CNSCD_FORM_PROBLEM_NOT_A_NAME },
    { CNSCD_MEMBER_FIELD_FULL_NAME,
      "Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn",
      CNSCD_FORM_PROBLEM_NAME_TOO_LONG },
    { CNSCD_MEMBER_FIELD_BIRTH, "", CNSCD_FORM_PROBLEM_NONE },
    { CNSCD_MEMBER_FIELD_BIRTH, "1975", CNSCD_FORM_PROBLEM_NONE },
    { CNSCD_MEMBER_FIELD_BIRTH, "21/6/1975", CNSCD_FORM_PROBLEM_NONE },
    { CNSCD_MEMBER_FIELD_BIRTH, "31/2/1975", CNSCD_FORM_PROBLEM_NO_SUCH_DATE },
    { CNSCD_MEMBER_FIELD_BIRTH, "không rõ", CNSCD_FORM_PROBLEM_NOT_A_DATE },
    { CNSCD_MEMBER_FIELD_BIRTH, "16/1/2026", CNSCD_FORM_PROBLEM_IN_THE_FUTURE },
    { CNSCD_MEMBER_FIELD_BIRTH, "2027", CNSCD_FORM_PROBLEM_IN_THE_FUTURE },
    { CNSCD_MEMBER_FIELD_BIRTH, "1915", CNSCD_FORM_PROBLEM_TOO_OLD },
    { CNSCD_MEMBER_FIELD_BIRTH, "1916", CNSCD_FORM_PROBLEM_NONE },
    { CNSCD_MEMBER_FIELD_BIRTH, "2013", CNSCD_FORM_PROBLEM_TOO_YOUNG },
    { CNSCD_MEMBER_FIELD_PHONE, "0912 345 678", CNSCD_FORM_PROBLEM_NONE },
    { CNSCD_MEMBER_FIELD_PHONE, "0162 3456 789", CNSCD_FORM_PROBLEM_NONE },
    { CNSCD_MEMBER_FIELD_PHONE, "12", CNSCD_FORM_PROBLEM_NOT_A_PHONE },
    { CNSCD_MEMBER_FIELD_PHONE, "0912345678, 0987654321", CNSCD_FORM_PROBLEM_NOT_A_PHONE },
    { CNSCD_MEMBER_FIELD_LEGAL_BASIS_ON, "", CNSCD_FORM_PROBLEM_NONE },
    { CNSCD_MEMBER_FIELD_LEGAL_BASIS_ON, "15/1/2026", CNSCD_FORM_PROBLEM_NONE },
    { CNSCD_MEMBER_FIELD_LEGAL_BASIS_ON, "16/1/2026", CNSCD_FORM_PROBLEM_IN_THE_FUTURE },
    { CNSCD_MEMBER_FIELD_LEGAL_BASIS_ON, "2026", CNSCD_FORM_PROBLEM_NOT_A_FULL_DATE },
    { CNSCD_MEMBER_FIELD_SINCE, NULL, CNSCD_FORM_PROBLEM_NONE },
    { CNSCD_MEMBER_FIELD_SINCE, "29/11/2025", CNSCD_FORM_PROBLEM_NONE },
    { CNSCD_MEMBER_FIELD_SINCE, "2025", CNSCD_FORM_PROBLEM_NOT_A_FULL_DATE },
    { CNSCD_MEMBER_FIELD_SINCE, "hôm qua", CNSCD_FORM_PROBLEM_NOT_A_DATE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%d: %s", cases[i].field, cases[i].text);
      g_assert_cmpint (check (cases[i].field, cases[i].text), ==, cases[i].problem);
    }
}

static void
test_fill (void)
{
  g_autoptr (CnscdPerson) person = cnscd_record_new (&CNSCD_KIND_PERSON, "05716");
  g_autoptr (CnscdMembership) membership = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, "05716");

  cnscd_member_form_fill (
    &(CnscdMemberForm) {
      .full_name = "  ĐÀO  THỊ ÁNH ",
      .gender = CNSCD_GENDER_FEMALE,
      .birth = "21.6.1975",
      .phone = "+84 162 345 6789",
      .legal_basis = CNSCD_LEGAL_BASIS_CONSENT,
      .legal_basis_on = "5/1/2026",
      .role = CNSCD_ROLE_DEPUTY,
      .body = " Hội  Phụ nữ ",
      .position = "Chi hội trưởng",
      .since = "29/11/2025",
      .note = "",
    },
    person, membership);
  g_assert_cmpstr (person->full_name, ==, "Đào Thị Ánh");
  g_assert_cmpint (person->gender, ==, CNSCD_GENDER_FEMALE);
  g_assert_true (cnscd_date_equal (person->birth, CNSCD_DATE (1975, 6, 21)));
  g_assert_cmpstr (person->phone, ==, "0323456789");
  g_assert_cmpint (person->legal_basis, ==, CNSCD_LEGAL_BASIS_CONSENT);
  g_assert_true (cnscd_date_equal (person->legal_basis_on, CNSCD_DATE (2026, 1, 5)));
  g_assert_cmpint (membership->role, ==, CNSCD_ROLE_DEPUTY);
  g_assert_cmpstr (membership->body, ==, "Hội Phụ nữ");
  g_assert_cmpstr (membership->position, ==, "Chi hội trưởng");
  g_assert_null (membership->note);
  g_assert_true (cnscd_date_equal (membership->valid_from, CNSCD_DATE (2025, 11, 29)));

  /* What is emptied becomes unknown. */
  cnscd_member_form_fill (
    &(CnscdMemberForm) { .full_name = "Ánh", .legal_basis_on = "no day of nothing" }, person,
    membership);
  g_assert_cmpint (person->legal_basis, ==, CNSCD_LEGAL_BASIS_UNKNOWN);
  g_assert_false (cnscd_date_is_known (person->legal_basis_on));
  g_assert_null (person->phone);
  g_assert_false (cnscd_date_is_known (person->birth));
  g_assert_null (membership->body);
  g_assert_false (cnscd_date_is_known (membership->valid_from));
}

static CnscdMembership *
new_membership (void)
{
  CnscdMembership *membership = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, "05716");

  cnscd_record_set (membership, team, "0198c0de-0000-7000-8000-000000000001");
  cnscd_record_set (membership, person, "0198c0de-0000-7000-8000-000000000002");
  cnscd_record_set (membership, body, "Chi bộ");
  membership->role = CNSCD_ROLE_LEADER;
  membership->valid_from = CNSCD_DATE (2025, 11, 29);
  return membership;
}

static void
test_end (void)
{
  g_autoptr (CnscdMembership) membership = new_membership ();
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("thôi");
  const CnscdMembership *ended;

  cnscd_roster_end_membership (set, membership, CNSCD_DATE (2026, 3, 1), "chuyển đi", NULL);
  cnscd_roster_end_membership (set, membership, CNSCD_DATE (2025, 1, 1), NULL, NULL);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (set), ==, 2);
  ended = cnscd_change_set_get_change (set, 0)->after;
  g_assert_true (cnscd_date_equal (ended->valid_to, CNSCD_DATE (2026, 2, 28)));
  g_assert_cmpstr (ended->end_reason, ==, "chuyển đi");
  g_assert_false (cnscd_date_is_known (membership->valid_to));
  /* Before it began: it never was. */
  g_assert_null (cnscd_change_set_get_change (set, 1)->after);
}

/* Whoever ends on the first day is not in the team on that day. */
static void
test_end_on_first_day (void)
{
  g_autoptr (CnscdMembership) membership = new_membership ();
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("thôi");
  const CnscdMembership *ended;

  membership->valid_from = CNSCD_DATE (2026, 3, 1);
  g_assert_false (cnscd_membership_can_end (membership, CNSCD_DATE (2026, 3, 1)));
  g_assert_true (cnscd_membership_can_end (membership, CNSCD_DATE (2026, 3, 2)));
  cnscd_roster_end_membership (set, membership, CNSCD_DATE (2026, 3, 2), NULL, NULL);
  cnscd_roster_end_membership (set, membership, CNSCD_DATE (2026, 3, 1), NULL, NULL);
  ended = cnscd_change_set_get_change (set, 0)->after;
  g_assert_true (cnscd_date_equal (ended->valid_to, CNSCD_DATE (2026, 3, 1)));
  g_assert_null (cnscd_change_set_get_change (set, 1)->after);

  /* Of a year, or of what nobody knows. */
  membership->valid_from = CNSCD_DATE (2026, 0, 0);
  g_assert_false (cnscd_membership_can_end (membership, CNSCD_DATE (2026, 1, 1)));
  g_assert_true (cnscd_membership_can_end (membership, CNSCD_DATE (2026, 1, 2)));
  membership->valid_from = CNSCD_DATE_UNKNOWN;
  g_assert_true (cnscd_membership_can_end (membership, CNSCD_DATE (1999, 1, 1)));
}

static void
test_move (void)
{
  g_autoptr (CnscdMembership) membership = new_membership ();
  g_autoptr (CnscdTeam) team = cnscd_record_new (&CNSCD_KIND_TEAM, "05716");
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("chuyển");
  const CnscdMembership *there;
  const CnscdMembership *ended;

  cnscd_roster_move_member (set, membership, team, CNSCD_DATE (2026, 1, 1), "đổi nơi ở", NULL);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (set), ==, 2);
  ended = cnscd_change_set_get_change (set, 0)->after;
  there = cnscd_change_set_get_change (set, 1)->after;
  g_assert_true (cnscd_date_equal (ended->valid_to, CNSCD_DATE (2025, 12, 31)));
  g_assert_null (cnscd_change_set_get_change (set, 1)->before);
  g_assert_cmpstr (there->team, ==, team->record.id);
  g_assert_cmpstr (there->person, ==, membership->person);
  g_assert_cmpstr (there->body, ==, "Chi bộ");
  g_assert_cmpint (there->role, ==, CNSCD_ROLE_MEMBER);
  g_assert_true (cnscd_date_equal (there->valid_from, CNSCD_DATE (2026, 1, 1)));
}

/* Applies a change to an array of records, as the store would. */
static void
apply (const CnscdChangeSet *set, GPtrArray *records)
{
  for (guint i = 0; i < cnscd_change_set_get_n_changes (set); i++)
    {
      const CnscdRecordChange *change = cnscd_change_set_get_change (set, i);
      guint index = 0;

      if (change->before != NULL && g_ptr_array_find (records, change->before, &index))
        g_ptr_array_remove_index (records, index);
      if (change->after != NULL)
        g_ptr_array_add (records, cnscd_record_ref (change->after));
    }
}

static CnscdMembership *
find_in (GPtrArray *memberships, const char *team)
{
  for (guint i = 0; i < memberships->len; i++)
    if (g_strcmp0 (((CnscdMembership *) memberships->pdata[i])->team, team) == 0)
      return memberships->pdata[i];
  return NULL;
}

/* A move that is only planned leaves nothing behind when it is withdrawn. */
static void
test_withdraw (void)
{
  CnscdDate from = cnscd_date_add_days (today, 10);
  g_autoptr (CnscdMembership) membership = new_membership ();
  g_autoptr (CnscdTeam) team = cnscd_record_new (&CNSCD_KIND_TEAM, "05716");
  g_autoptr (CnscdChangeSet) move = cnscd_change_set_new ("chuyển");
  g_autoptr (CnscdChangeSet) withdrawal = cnscd_change_set_new ("hủy");
  g_autoptr (CnscdChangeSet) late = cnscd_change_set_new ("hủy");
  g_autoptr (GPtrArray) memberships = g_ptr_array_new_with_free_func (cnscd_record_unref);

  g_ptr_array_add (memberships, cnscd_record_ref (membership));
  cnscd_roster_move_member (move, membership, team, from, "đổi nơi ở", "decision");
  apply (move, memberships);
  g_assert_cmpuint (memberships->len, ==, 2);
  g_assert_true (cnscd_roster_find_left (find_in (memberships, team->record.id), memberships) ==
                 find_in (memberships, membership->team));

  /* What has begun is history. */
  g_assert_false (cnscd_roster_withdraw_membership (late, find_in (memberships, team->record.id),
                                                    memberships, from));
  g_assert_cmpuint (cnscd_change_set_get_n_changes (late), ==, 0);

  g_assert_true (cnscd_roster_withdraw_membership (
    withdrawal, find_in (memberships, team->record.id), memberships, today));
  apply (withdrawal, memberships);
  g_assert_cmpuint (memberships->len, ==, 1);
  g_assert_true (cnscd_record_equal (memberships->pdata[0], membership));
}

/* What ends for another reason goes on ending. */
static void
test_withdraw_alone (void)
{
  CnscdDate from = cnscd_date_add_days (today, 10);
  g_autoptr (CnscdMembership) coming = new_membership ();
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("hủy");
  g_autoptr (CnscdChangeSet) other_set = cnscd_change_set_new ("hủy");
  g_autoptr (GPtrArray) memberships = g_ptr_array_new_with_free_func (cnscd_record_unref);
  CnscdMembership *one = new_membership ();
  CnscdMembership *other = new_membership ();

  coming->valid_from = from;
  cnscd_record_set (coming, team, "there");
  cnscd_record_set (one, team, "one");
  cnscd_record_set (other, team, "other");
  one->valid_to = cnscd_date_add_days (from, -1);
  cnscd_record_set (one, end_decision, "another decision");
  g_ptr_array_add (memberships, one);
  g_ptr_array_add (memberships, other);
  g_ptr_array_add (memberships, cnscd_record_ref (coming));
  g_assert_null (cnscd_roster_find_left (coming, memberships));
  g_assert_true (cnscd_roster_withdraw_membership (set, coming, memberships, today));
  g_assert_cmpuint (cnscd_change_set_get_n_changes (set), ==, 1);

  /* Nor is it guessed which of two was meant. */
  cnscd_record_set (one, end_decision, NULL);
  g_assert_true (cnscd_roster_find_left (coming, memberships) == one);
  other->valid_to = one->valid_to;
  g_assert_null (cnscd_roster_find_left (coming, memberships));

  /* A year is no day on which somebody moves. */
  coming->valid_from = CNSCD_DATE (today.year + 1, 0, 0);
  g_assert_null (cnscd_roster_find_left (coming, memberships));
  g_assert_true (cnscd_roster_withdraw_membership (other_set, coming, memberships, today));
}

static void
test_dissolve (void)
{
  g_autoptr (CnscdTeam) team = cnscd_record_new (&CNSCD_KIND_TEAM, "05716");
  g_autoptr (GPtrArray) memberships = g_ptr_array_new_with_free_func (cnscd_record_unref);
  g_autoptr (GPtrArray) elsewhere = g_ptr_array_new ();
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("giải thể");
  CnscdMembership *planned;
  const CnscdTeam *ended;

  g_ptr_array_add (memberships, new_membership ());
  g_ptr_array_add (memberships, new_membership ());
  /* only planned */
  planned = new_membership ();
  planned->valid_from = CNSCD_DATE (2026, 1, 1);
  g_ptr_array_add (memberships, planned);
  cnscd_roster_dissolve_team (set, team, memberships, elsewhere, CNSCD_DATE (2026, 1, 1), NULL);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (set), ==, 4);
  g_assert_null (cnscd_change_set_get_change (set, 2)->after);
  ended = cnscd_change_set_get_change (set, 3)->after;
  g_assert_true (cnscd_date_equal (ended->valid_to, CNSCD_DATE (2025, 12, 31)));
}

/* Who was to move to a team that is dissolved first stays where they are, until they leave. */
static void
test_dissolve_before_move (void)
{
  CnscdDate from = cnscd_date_add_days (today, 60);
  CnscdDate later = cnscd_date_add_days (from, 60);
  g_autoptr (CnscdTeam) team = cnscd_record_new (&CNSCD_KIND_TEAM, "05716");
  g_autoptr (CnscdTeam) third = cnscd_record_new (&CNSCD_KIND_TEAM, "05716");
  g_autoptr (CnscdMembership) membership = new_membership ();
  g_autoptr (CnscdChangeSet) move = cnscd_change_set_new ("chuyển");
  g_autoptr (CnscdChangeSet) again = cnscd_change_set_new ("chuyển");
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("giải thể");
  g_autoptr (GPtrArray) memberships = g_ptr_array_new_with_free_func (cnscd_record_unref);
  g_autoptr (GPtrArray) seats = g_ptr_array_new ();
  g_autoptr (GPtrArray) coming = NULL;
  CnscdMembership *stays;

  g_ptr_array_add (memberships, cnscd_record_ref (membership));
  cnscd_roster_move_member (move, membership, team, from, NULL, NULL);
  apply (move, memberships);
  cnscd_roster_move_member (again, find_in (memberships, team->record.id), third, later,
                            "đổi nơi ở", NULL);
  apply (again, memberships);
  g_assert_cmpuint (memberships->len, ==, 3);

  g_ptr_array_add (seats, find_in (memberships, team->record.id));
  coming = cnscd_roster_find_coming (seats, from);
  g_assert_cmpuint (coming->len, ==, 1);
  cnscd_roster_dissolve_team (set, team, seats, memberships, cnscd_date_add_days (today, 30), NULL);
  apply (set, memberships);
  g_assert_null (find_in (memberships, team->record.id));
  stays = find_in (memberships, membership->team);
  g_assert_true (cnscd_date_equal (stays->valid_to, cnscd_date_add_days (later, -1)));
  g_assert_cmpstr (stays->end_reason, ==, "đổi nơi ở");
  g_assert_true (cnscd_roster_find_left (find_in (memberships, third->record.id), memberships) ==
                 stays);
}

static void
test_judge (void)
{
  static const struct
  {
    CnscdTeamFacts facts;
    CnscdTeamSizes sizes;
    CnscdTeamWarnings warnings;
  } cases[] = {
    { { 7, 1, 7, 2, { 0 } }, { 5, 10 }, 0 },
    { { 7, 0, 7, 2, { 0 } }, { 5, 10 }, CNSCD_TEAM_WARNING_NO_LEADER },
    { { 7, 2, 7, 2, { 0 } }, { 0, 0 }, CNSCD_TEAM_WARNING_TWO_LEADERS },
    { { 4, 1, 4, 1, { 0 } }, { 5, 10 }, CNSCD_TEAM_WARNING_TOO_SMALL },
    { { 11, 1, 11, 1, { 0 } }, { 5, 10 }, CNSCD_TEAM_WARNING_TOO_LARGE },
    { { 11, 1, 11, 1, { 0 } }, { 5, 0 }, 0 },
    { { 7, 1, 7, 2, { 2025, 12, 31 } }, { 0, 0 }, CNSCD_TEAM_WARNING_HAMLET_ENDED },
    { { 7, 1, 7, 2, { 2026, 1, 15 } }, { 0, 0 }, 0 },
    { { 7, 1, 7, 0, { 0 } }, { 0, 0 }, CNSCD_TEAM_WARNING_NOBODY_YOUNG },
    { { 7, 1, 6, 0, { 0 } }, { 0, 0 }, 0 },
    { { 0, 0, 0, 0, { 0 } },
      { 2, 5 },
      CNSCD_TEAM_WARNING_NO_LEADER | CNSCD_TEAM_WARNING_TOO_SMALL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (cnscd_team_judge (&cases[i].facts, &cases[i].sizes, today), ==,
                     cases[i].warnings);
}

static void
test_days (void)
{
  g_assert_true (
    cnscd_date_equal (cnscd_date_add_days (CNSCD_DATE (2024, 3, 1), -1), CNSCD_DATE (2024, 2, 29)));
  g_assert_true (
    cnscd_date_equal (cnscd_date_add_days (CNSCD_DATE (2025, 12, 31), 1), CNSCD_DATE (2026, 1, 1)));
  g_assert_false (cnscd_date_is_known (cnscd_date_add_days (CNSCD_DATE (1, 1, 1), -1)));
  g_assert_false (cnscd_date_is_known (cnscd_date_add_days (CNSCD_DATE (9999, 12, 31), 1)));
}

/* A day that may be a slip, though it is none of those that are refused. */
static void
test_far_ahead (void)
{
  g_assert_false (cnscd_form_is_far_ahead (NULL, today));
  g_assert_false (cnscd_form_is_far_ahead ("", today));
  g_assert_false (cnscd_form_is_far_ahead ("2062", today));
  g_assert_false (cnscd_form_is_far_ahead ("hôm nay", today));
  g_assert_false (cnscd_form_is_far_ahead ("1/7/2025", today));
  g_assert_false (cnscd_form_is_far_ahead ("15/1/2027", today));
  g_assert_true (cnscd_form_is_far_ahead ("16/1/2027", today));
  g_assert_true (cnscd_form_is_far_ahead ("1/7/2062", today));
  g_assert_true (cnscd_form_is_far_ahead ("1/3/2029", CNSCD_DATE (2028, 2, 29)));

  g_assert_false (cnscd_form_is_before_teams (""));
  g_assert_false (cnscd_form_is_before_teams ("1900"));
  g_assert_false (cnscd_form_is_before_teams ("1/1/2022"));
  g_assert_true (cnscd_form_is_before_teams ("31/12/2021"));
  g_assert_true (cnscd_form_is_before_teams ("1/1/1900"));
}

/* What does not happen today is told. */
static void
test_coming (void)
{
  CnscdDate tomorrow = cnscd_date_add_days (today, 1);
  g_autofree char *text = cnscd_date_format (tomorrow);
  g_autofree char *now = cnscd_date_format (today);

  g_assert_true (cnscd_date_equal (cnscd_form_get_coming_day (text, today), tomorrow));
  g_assert_true (
    cnscd_date_equal (cnscd_form_get_coming_day ("2030", today), CNSCD_DATE (2030, 0, 0)));
  g_assert_false (cnscd_date_is_known (cnscd_form_get_coming_day (now, today)));
  g_assert_false (cnscd_date_is_known (cnscd_form_get_coming_day (NULL, today)));
  g_assert_false (cnscd_date_is_known (cnscd_form_get_coming_day ("", today)));
  g_assert_false (cnscd_date_is_known (cnscd_form_get_coming_day ("31/2/2030", today)));

  /* Of the year that it is, the first day may be meant. */
  g_assert_false (cnscd_date_is_to_come (CNSCD_DATE (today.year, 0, 0), today));
  g_assert_true (cnscd_date_is_to_come (CNSCD_DATE (today.year + 1, 0, 0), today));
  g_assert_false (cnscd_date_is_to_come (CNSCD_DATE_UNKNOWN, today));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/member-form/check", test_check);
  g_test_add_func ("/core/member-form/fill", test_fill);
  g_test_add_func ("/core/roster-edit/end", test_end);
  g_test_add_func ("/core/roster-edit/end-on-first-day", test_end_on_first_day);
  g_test_add_func ("/core/roster-edit/move", test_move);
  g_test_add_func ("/core/roster-edit/withdraw", test_withdraw);
  g_test_add_func ("/core/roster-edit/withdraw-alone", test_withdraw_alone);
  g_test_add_func ("/core/roster-edit/dissolve", test_dissolve);
  g_test_add_func ("/core/roster-edit/dissolve-before-move", test_dissolve_before_move);
  g_test_add_func ("/core/roster-edit/judge", test_judge);
  g_test_add_func ("/core/date/add-days", test_days);
  g_test_add_func ("/core/member-form/far-ahead", test_far_ahead);
  g_test_add_func ("/core/member-form/coming", test_coming);

  return g_test_run ();
}
