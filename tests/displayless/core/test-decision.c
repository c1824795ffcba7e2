/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cnscd-decision-form.h"
#include "core/cnscd-roster-decision.h"
#include "core/cnscd-unit-records.h"

#define UNIT     "05716"
#define DECISION "0198c0de-0000-7000-8000-000000000009"

static const CnscdDate today = { 2026, 1, 15 };

/* ---- the form */

static void
test_check (void)
{
  static const struct
  {
    const char *number;
    const char *date;
    CnscdFormProblem number_problem;
    CnscdFormProblem date_problem;
  } cases[] = {
    { "103/QĐ-UBND", "29/11/2025", CNSCD_FORM_PROBLEM_NONE, CNSCD_FORM_PROBLEM_NONE },
    { "Quyết định số 103/QĐ-UBND", "1/1/2027", CNSCD_FORM_PROBLEM_NONE, CNSCD_FORM_PROBLEM_NONE },
    { "", "", CNSCD_FORM_PROBLEM_MISSING, CNSCD_FORM_PROBLEM_MISSING },
    { " \t", NULL, CNSCD_FORM_PROBLEM_MISSING, CNSCD_FORM_PROBLEM_MISSING },
    { "Quyết định số", "2025", CNSCD_FORM_PROBLEM_MISSING, CNSCD_FORM_PROBLEM_NOT_A_FULL_DATE },
    { "QĐ-UBND", "31/2/2025", CNSCD_FORM_PROBLEM_NOT_A_DECISION_NUMBER,
      CNSCD_FORM_PROBLEM_NO_SUCH_DATE },
    { "1/Quyết định về việc thành lập Tổ công nghệ số cộng đồng", "1/1/2999",
      CNSCD_FORM_PROBLEM_NOT_A_DECISION_NUMBER, CNSCD_FORM_PROBLEM_IN_THE_FUTURE },
    { "1", "1/1/1899", CNSCD_FORM_PROBLEM_NONE, CNSCD_FORM_PROBLEM_TOO_OLD },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CnscdDecisionForm form = { .number = cases[i].number,
                                 .date = cases[i].date,
                                 .needs_date = TRUE };

      g_test_message ("%s of %s", form.number, form.date);
      g_assert_cmpint (cnscd_decision_form_check (&form, CNSCD_DECISION_FIELD_NUMBER, today), ==,
                       cases[i].number_problem);
      g_assert_cmpint (cnscd_decision_form_check (&form, CNSCD_DECISION_FIELD_DATE, today), ==,
                       cases[i].date_problem);
      g_assert_cmpint (cnscd_decision_form_is_valid (&form, today), ==,
                       cases[i].number_problem == CNSCD_FORM_PROBLEM_NONE &&
                         cases[i].date_problem == CNSCD_FORM_PROBLEM_NONE);
    }

  /* An old decision may have come without its date. */
  g_assert_true (cnscd_decision_form_is_valid (&(CnscdDecisionForm) { .number = "1" }, today));
}

static void
test_number (void)
{
  static const struct
  {
    const char *text;
    const char *number;
  } cases[] = {
    { "103/QĐ-UBND", "103/QĐ-UBND" },
    { "  103 / QĐ – UBND ", "103/QĐ-UBND" },
    { "Quyết định số: 103/QĐ-UBND", "103/QĐ-UBND" },
    { "QUYẾT ĐỊNH SỐ 103/QĐ-UBND", "103/QĐ-UBND" },
    { "Số 103", "103" },
    { "QĐ số 7/QĐ-UBND", "7/QĐ-UBND" },
    { "Sống 7", "Sống 7" },
    { "số", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *number = cnscd_decision_number_normalize (cases[i].text);

      g_assert_cmpstr (number, ==, cases[i].number);
    }

  g_assert_true (cnscd_decision_is_double ("103/QĐ-UBND", CNSCD_DATE (2025, 11, 29),
                                           "số 103/qđ-ubnd", CNSCD_DATE (2025, 1, 1)));
  g_assert_false (cnscd_decision_is_double ("103/QĐ-UBND", CNSCD_DATE (2025, 11, 29), "103/QĐ-UBND",
                                            CNSCD_DATE (2026, 11, 29)));
  g_assert_false (cnscd_decision_is_double ("103/QĐ-UBND", today, "10/QĐ-UBND", today));
  g_assert_false (cnscd_decision_is_double (NULL, today, NULL, today));
}

static void
test_fill (void)
{
  g_autoptr (CnscdDecision) decision = cnscd_record_new (&CNSCD_KIND_DECISION, UNIT);

  cnscd_decision_form_fill (
    &(CnscdDecisionForm) {
      .number = "số 103 / QĐ-UBND",
      .date = "29.11.2025",
      .kind = CNSCD_DECISION_KIND_CONSOLIDATE,
      .issuer = " Ủy ban  nhân dân xã Võ Nhai",
      .signer = "Đào Thị Ánh ",
      .subject = "Về việc kiện toàn",
      .note = " ",
    },
    decision);
  g_assert_cmpstr (decision->number, ==, "103/QĐ-UBND");
  g_assert_true (cnscd_date_equal (decision->date, CNSCD_DATE (2025, 11, 29)));
  g_assert_cmpint (decision->kind, ==, CNSCD_DECISION_KIND_CONSOLIDATE);
  g_assert_cmpstr (decision->issuer, ==, "Ủy ban nhân dân xã Võ Nhai");
  g_assert_cmpstr (decision->signer, ==, "Đào Thị Ánh");
  g_assert_cmpstr (decision->subject, ==, "Về việc kiện toàn");
  g_assert_null (decision->note);

  cnscd_decision_form_fill (&(CnscdDecisionForm) { .number = "1", .date = "không rõ" }, decision);
  g_assert_false (cnscd_date_is_known (decision->date));
  g_assert_null (decision->signer);
}

/* ---- what decisions do */

static CnscdMembership *
new_membership (const char *person, CnscdRole role)
{
  CnscdMembership *membership = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, UNIT);

  cnscd_record_set (membership, team, "0198c0de-0000-7000-8000-000000000001");
  cnscd_record_set (membership, person, person);
  cnscd_record_set (membership, body, "Chi bộ");
  membership->role = (int) role;
  membership->valid_from = CNSCD_DATE (2025, 1, 1);
  return membership;
}

static void
test_consolidate (void)
{
  const CnscdDate from = CNSCD_DATE (2026, 3, 1);
  g_autoptr (CnscdMembership) leaves = new_membership ("a", CNSCD_ROLE_LEADER);
  g_autoptr (CnscdMembership) stays = new_membership ("b", CNSCD_ROLE_MEMBER);
  g_autoptr (CnscdMembership) rises = new_membership ("c", CNSCD_ROLE_DEPUTY);
  g_autoptr (CnscdPerson) person = cnscd_record_new (&CNSCD_KIND_PERSON, UNIT);
  g_autoptr (CnscdMembership) joins = new_membership (person->record.id, CNSCD_ROLE_MEMBER);
  g_autoptr (GPtrArray) elsewhere = g_ptr_array_new_with_free_func (cnscd_record_unref);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("kiện toàn");
  const CnscdTeamSeat seats[] = {
    { .membership = leaves, .stays = FALSE, .role = CNSCD_ROLE_LEADER },
    { .membership = stays, .stays = TRUE, .role = CNSCD_ROLE_MEMBER },
    { .membership = rises, .stays = TRUE, .role = CNSCD_ROLE_LEADER },
  };
  const CnscdTeamJoiner joiner = { .person = person, .membership = joins };
  const CnscdMembership *after;

  cnscd_roster_consolidate_team (set, seats, G_N_ELEMENTS (seats), elsewhere, &joiner, 1, from,
                                 DECISION, today);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (set), ==, 5);

  after = cnscd_change_set_get_change (set, 0)->after;
  g_assert_cmpstr (after->record.id, ==, leaves->record.id);
  g_assert_true (cnscd_date_equal (after->valid_to, CNSCD_DATE (2026, 2, 28)));
  g_assert_cmpstr (after->end_decision, ==, DECISION);

  /* Another role is another membership, the one before stays what it was. */
  after = cnscd_change_set_get_change (set, 1)->after;
  g_assert_cmpstr (after->record.id, ==, rises->record.id);
  g_assert_cmpint (after->role, ==, CNSCD_ROLE_DEPUTY);
  g_assert_cmpstr (after->end_decision, ==, DECISION);
  after = cnscd_change_set_get_change (set, 2)->after;
  g_assert_null (cnscd_change_set_get_change (set, 2)->before);
  g_assert_cmpstr (after->person, ==, "c");
  g_assert_cmpint (after->role, ==, CNSCD_ROLE_LEADER);
  g_assert_cmpstr (after->body, ==, "Chi bộ");
  g_assert_cmpstr (after->decision, ==, DECISION);
  g_assert_true (cnscd_date_equal (after->valid_from, from));
  g_assert_false (cnscd_date_is_known (after->valid_to));

  g_assert_true (cnscd_change_set_get_change (set, 3)->after == (gpointer) person);
  after = cnscd_change_set_get_change (set, 4)->after;
  g_assert_cmpstr (after->person, ==, person->record.id);
  g_assert_cmpstr (after->decision, ==, DECISION);
  g_assert_true (cnscd_date_equal (after->valid_from, from));
  /* What the form holds is left alone, for it may go back. */
  g_assert_null (joins->decision);
}

/* Who is stored already keeps the record: only a membership of theirs is new. */
static void
test_consolidate_known_person (void)
{
  const CnscdDate from = CNSCD_DATE (2026, 3, 1);
  g_autoptr (CnscdMembership) joins = new_membership ("known", CNSCD_ROLE_DEPUTY);
  g_autoptr (GPtrArray) elsewhere = g_ptr_array_new_with_free_func (cnscd_record_unref);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("kiện toàn");
  const CnscdTeamJoiner joiner = { .person = NULL, .membership = joins };
  const CnscdMembership *after;

  cnscd_roster_consolidate_team (set, NULL, 0, elsewhere, &joiner, 1, from, DECISION, today);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (set), ==, 1);
  g_assert_null (cnscd_change_set_get_change (set, 0)->before);
  after = cnscd_change_set_get_change (set, 0)->after;
  g_assert_true (after->record.kind == &CNSCD_KIND_MEMBERSHIP);
  g_assert_cmpstr (after->person, ==, "known");
  g_assert_cmpint (after->role, ==, CNSCD_ROLE_DEPUTY);
  g_assert_cmpstr (after->decision, ==, DECISION);
  g_assert_true (cnscd_date_equal (after->valid_from, from));
}

/* Who begins on the day itself has no history with the role before. */
static void
test_consolidate_same_day (void)
{
  const CnscdDate from = CNSCD_DATE (2025, 1, 1);
  g_autoptr (CnscdMembership) membership = new_membership ("a", CNSCD_ROLE_MEMBER);
  g_autoptr (GPtrArray) elsewhere = g_ptr_array_new_with_free_func (cnscd_record_unref);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("kiện toàn");
  const CnscdTeamSeat seat = { membership, TRUE, CNSCD_ROLE_DEPUTY };
  const CnscdMembership *after;

  cnscd_roster_consolidate_team (set, &seat, 1, elsewhere, NULL, 0, from, DECISION, today);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (set), ==, 1);
  after = cnscd_change_set_get_change (set, 0)->after;
  g_assert_cmpint (after->role, ==, CNSCD_ROLE_DEPUTY);
  g_assert_cmpstr (after->decision, ==, DECISION);
  g_assert_false (cnscd_date_is_known (after->valid_to));
}

/* Who was to come, and does not stay, does not come; what has begun stays in the history. */
static void
test_consolidate_coming (void)
{
  const CnscdDate from = CNSCD_DATE (2026, 3, 1);
  g_autoptr (CnscdMembership) then = new_membership ("a", CNSCD_ROLE_MEMBER);
  g_autoptr (CnscdMembership) before = new_membership ("b", CNSCD_ROLE_MEMBER);
  g_autoptr (CnscdMembership) stays = new_membership ("c", CNSCD_ROLE_MEMBER);
  g_autoptr (GPtrArray) elsewhere = g_ptr_array_new_with_free_func (cnscd_record_unref);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("kiện toàn");
  const CnscdTeamSeat seats[] = {
    { then, FALSE, CNSCD_ROLE_MEMBER },
    { before, FALSE, CNSCD_ROLE_MEMBER },
    { stays, TRUE, CNSCD_ROLE_MEMBER },
  };
  const CnscdMembership *after;
  CnscdMembership *left;

  then->valid_from = from;
  left = cnscd_record_copy (then);
  cnscd_record_set (left, team, "left");
  left->valid_from = CNSCD_DATE_UNKNOWN;
  left->valid_to = cnscd_date_add_days (from, -1);
  g_ptr_array_add (elsewhere, left);
  before->valid_from = CNSCD_DATE (2026, 2, 1);
  stays->valid_from = CNSCD_DATE (2026, 4, 1);
  cnscd_roster_consolidate_team (set, seats, G_N_ELEMENTS (seats), elsewhere, NULL, 0, from,
                                 DECISION, today);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (set), ==, 3);
  g_assert_true (cnscd_change_set_get_change (set, 0)->before == then);
  g_assert_null (cnscd_change_set_get_change (set, 0)->after);
  /* They stay in the team that they were to leave for it. */
  g_assert_true (cnscd_change_set_get_change (set, 1)->before == left);
  after = cnscd_change_set_get_change (set, 1)->after;
  g_assert_false (cnscd_date_is_known (after->valid_to));
  after = cnscd_change_set_get_change (set, 2)->after;
  g_assert_cmpstr (after->person, ==, "b");
  g_assert_true (cnscd_date_equal (after->valid_to, CNSCD_DATE (2026, 2, 28)));
}

static void
test_establish (void)
{
  const CnscdDate from = CNSCD_DATE (2025, 11, 29);
  g_autoptr (CnscdHamlet) hamlet = cnscd_record_new (&CNSCD_KIND_HAMLET, UNIT);
  g_autoptr (CnscdTeam) team = NULL;
  g_autoptr (CnscdTeam) older = cnscd_record_new (&CNSCD_KIND_TEAM, UNIT);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("thành lập");
  g_autoptr (GPtrArray) memberships = g_ptr_array_new_with_free_func (cnscd_record_unref);
  const CnscdTeam *established;
  const CnscdMembership *named;

  cnscd_record_set (hamlet, name, "Ba Nhất");
  hamlet->kind = CNSCD_HAMLET_KIND_HAMLET;
  team = cnscd_roster_new_hamlet_team (hamlet);
  g_assert_cmpstr (team->name, ==, "Tổ CNSCĐ xóm Ba Nhất");
  g_assert_cmpint (team->level, ==, CNSCD_TEAM_LEVEL_HAMLET);
  g_assert_cmpstr (team->hamlet, ==, hamlet->record.id);
  g_assert_cmpstr (team->record.unit, ==, UNIT);

  cnscd_roster_establish_team (set, team, TRUE, NULL, from, DECISION);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (set), ==, 1);
  g_assert_null (cnscd_change_set_get_change (set, 0)->before);
  established = cnscd_change_set_get_change (set, 0)->after;
  g_assert_cmpstr (established->decision, ==, DECISION);
  g_assert_true (cnscd_date_equal (established->valid_from, from));

  /* What is known already stays. */
  older->valid_from = CNSCD_DATE (2022, 6, 1);
  g_ptr_array_add (memberships, new_membership ("a", CNSCD_ROLE_MEMBER));
  g_ptr_array_add (memberships, new_membership ("b", CNSCD_ROLE_MEMBER));
  cnscd_record_set ((CnscdMembership *) memberships->pdata[1], decision, "another");
  cnscd_roster_establish_team (set, older, FALSE, memberships, from, DECISION);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (set), ==, 3);
  established = cnscd_change_set_get_change (set, 1)->after;
  g_assert_true (cnscd_date_equal (established->valid_from, older->valid_from));
  named = cnscd_change_set_get_change (set, 2)->after;
  g_assert_cmpstr (named->person, ==, "a");
  g_assert_cmpstr (named->decision, ==, DECISION);
  g_assert_true (cnscd_date_equal (named->valid_from, CNSCD_DATE (2025, 1, 1)));
}

/* ---- what there is to choose from */

static CnscdTeam *
add_team (CnscdUnitRecords *records, const char *hamlet_name, CnscdDate valid_to)
{
  g_autoptr (CnscdHamlet) hamlet = cnscd_record_new (&CNSCD_KIND_HAMLET, UNIT);
  g_autoptr (CnscdTeam) team = cnscd_record_new (&CNSCD_KIND_TEAM, UNIT);

  cnscd_record_set (hamlet, name, hamlet_name);
  cnscd_record_set (team, name, "Tổ");
  cnscd_record_set (team, hamlet, hamlet->record.id);
  team->level = CNSCD_TEAM_LEVEL_HAMLET;
  team->valid_to = valid_to;
  cnscd_unit_records_add (records, hamlet);
  cnscd_unit_records_add (records, team);
  return g_steal_pointer (&team);
}

static void
add_member (CnscdUnitRecords *records,
            const CnscdTeam *team,
            const char *name,
            CnscdRole role,
            CnscdDate valid_to)
{
  g_autoptr (CnscdPerson) person = cnscd_record_new (&CNSCD_KIND_PERSON, UNIT);
  g_autoptr (CnscdMembership) membership = new_membership (person->record.id, role);

  cnscd_record_set (person, full_name, name);
  cnscd_record_set (membership, team, team->record.id);
  membership->valid_to = valid_to;
  cnscd_unit_records_add (records, person);
  cnscd_unit_records_add (records, membership);
}

static void
test_records (void)
{
  g_autoptr (CnscdUnitRecords) records = cnscd_unit_records_new (UNIT);
  CnscdTeam *second = add_team (records, "Đồng Quan", CNSCD_DATE_UNKNOWN);
  CnscdTeam *first = add_team (records, "Ba Nhất", CNSCD_DATE (2026, 0, 0));
  CnscdTeam *over = add_team (records, "Tổ 2", CNSCD_DATE (2025, 12, 31));
  g_autoptr (GPtrArray) teams = NULL;
  g_autoptr (GPtrArray) hamlets = NULL;
  g_autoptr (GPtrArray) memberships = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  add_member (records, first, "Trần Văn An", CNSCD_ROLE_MEMBER, CNSCD_DATE_UNKNOWN);
  add_member (records, first, "Đào Thị Ánh", CNSCD_ROLE_UNKNOWN, CNSCD_DATE_UNKNOWN);
  add_member (records, first, "Lê Văn Ba", CNSCD_ROLE_LEADER, today);
  add_member (records, first, "Lê Văn Bốn", CNSCD_ROLE_LEADER, CNSCD_DATE (2026, 1, 14));
  add_member (records, second, "Lê Văn Năm", CNSCD_ROLE_LEADER, CNSCD_DATE_UNKNOWN);

  teams = cnscd_unit_records_list_teams (records, today);
  g_assert_cmpuint (teams->len, ==, 2);
  g_assert_true (teams->pdata[0] == first && teams->pdata[1] == second);

  hamlets = cnscd_unit_records_list_lonely_hamlets (records, today);
  g_assert_cmpuint (hamlets->len, ==, 1);
  g_assert_cmpstr (((CnscdHamlet *) hamlets->pdata[0])->record.id, ==, over->hamlet);

  memberships = cnscd_unit_records_list_memberships (records, first->record.id, today);
  for (guint i = 0; i < memberships->len; i++)
    {
      const CnscdMembership *membership = memberships->pdata[i];
      const CnscdPerson *person =
        cnscd_unit_records_find (records, &CNSCD_KIND_PERSON, membership->person);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", person->full_name);
    }
  g_assert_cmpstr (names->str, ==, "Lê Văn Ba, Trần Văn An, Đào Thị Ánh");
  g_assert_null (cnscd_unit_records_find (records, &CNSCD_KIND_PERSON, first->record.id));
  g_assert_null (cnscd_unit_records_find (records, &CNSCD_KIND_PERSON, NULL));

  cnscd_record_unref (first);
  cnscd_record_unref (second);
  cnscd_record_unref (over);
}

/* Who may come to a team: everyone of the commune who is not in it now. */
static void
test_people_outside (void)
{
  g_autoptr (CnscdUnitRecords) records = cnscd_unit_records_new (UNIT);
  g_autoptr (CnscdTeam) team = add_team (records, "Ba Nhất", CNSCD_DATE_UNKNOWN);
  g_autoptr (CnscdTeam) other = add_team (records, "Đồng Quan", CNSCD_DATE_UNKNOWN);
  g_autoptr (CnscdPerson) alone = cnscd_record_new (&CNSCD_KIND_PERSON, UNIT);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (CnscdMembership) again = NULL;
  g_autoptr (CnscdPerson) expected = cnscd_record_new (&CNSCD_KIND_PERSON, UNIT);
  g_autoptr (CnscdMembership) coming = new_membership (expected->record.id, CNSCD_ROLE_MEMBER);
  g_autoptr (GPtrArray) seats = NULL;
  const CnscdPerson *person;

  add_member (records, team, "Trần Văn An", CNSCD_ROLE_MEMBER, CNSCD_DATE_UNKNOWN);
  add_member (records, team, "Lê Văn Bốn", CNSCD_ROLE_LEADER, CNSCD_DATE (2026, 1, 14));
  add_member (records, other, "Đào Thị Ánh", CNSCD_ROLE_LEADER, CNSCD_DATE_UNKNOWN);
  cnscd_record_set (alone, full_name, "Ngô Thị Yến");
  cnscd_unit_records_add (records, alone);
  /* Not twice, who is to come already. */
  cnscd_record_set (expected, full_name, "Vũ Thị Xuân");
  cnscd_unit_records_add (records, expected);
  cnscd_record_set (coming, team, team->record.id);
  coming->valid_from = cnscd_date_add_days (today, 1);
  cnscd_unit_records_add (records, coming);
  seats = cnscd_unit_records_list_seats (records, team->record.id, today);
  g_assert_cmpuint (seats->len, ==, 2);

  people = cnscd_unit_records_list_people_outside (records, team->record.id, today);
  for (guint i = 0; i < people->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((CnscdPerson *) people->pdata[i])->full_name);
  g_assert_cmpstr (names->str, ==, "Đào Thị Ánh, Lê Văn Bốn, Ngô Thị Yến");

  g_assert_null (cnscd_unit_records_find_last_membership (records, alone->record.id));
  person = people->pdata[1];
  g_assert_cmpstr (cnscd_unit_records_find_last_membership (records, person->record.id)->team, ==,
                   team->record.id);
  /* One that goes on comes before one that has ended, whichever is read first. */
  again = new_membership (person->record.id, CNSCD_ROLE_MEMBER);
  cnscd_record_set (again, team, other->record.id);
  cnscd_unit_records_add (records, again);
  g_assert_true (cnscd_unit_records_find_last_membership (records, person->record.id) == again);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/decision-form/check", test_check);
  g_test_add_func ("/core/decision-form/number", test_number);
  g_test_add_func ("/core/decision-form/fill", test_fill);
  g_test_add_func ("/core/roster-decision/consolidate", test_consolidate);
  g_test_add_func ("/core/roster-decision/consolidate-known-person", test_consolidate_known_person);
  g_test_add_func ("/core/roster-decision/consolidate-same-day", test_consolidate_same_day);
  g_test_add_func ("/core/roster-decision/consolidate-coming", test_consolidate_coming);
  g_test_add_func ("/core/roster-decision/establish", test_establish);
  g_test_add_func ("/core/unit-records/lists", test_records);
  g_test_add_func ("/core/unit-records/people-outside", test_people_outside);

  return g_test_run ();
}
