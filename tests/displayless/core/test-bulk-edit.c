/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cnscd-bulk-edit.h"

#define UNIT "05716"

static CnscdPerson *
make_person (const char *name)
{
  CnscdPerson *person = cnscd_record_new (&CNSCD_KIND_PERSON, UNIT);

  cnscd_record_set (person, full_name, name);
  return person;
}

static CnscdMembership *
make_membership (CnscdPerson *person, const char *team)
{
  CnscdMembership *membership = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, UNIT);

  cnscd_record_set (membership, team, team);
  cnscd_record_set (membership, person, person->record.id);
  cnscd_record_set (membership, body, "Xóm");
  cnscd_record_set (membership, position, "Trưởng xóm");
  membership->role = CNSCD_ROLE_MEMBER;
  membership->valid_from = CNSCD_DATE (2024, 5, 1);
  return membership;
}

/* An in team one, Bình in teams one and two, Chi in team three. */
static CnscdBulkMembers *
make_members (void)
{
  CnscdBulkMembers *members = cnscd_bulk_members_new ();
  g_autoptr (CnscdPerson) an = make_person ("An");
  g_autoptr (CnscdPerson) binh = make_person ("Bình");
  g_autoptr (CnscdPerson) chi = make_person ("Chi");
  g_autoptr (CnscdMembership) an_one = make_membership (an, "one");
  g_autoptr (CnscdMembership) binh_one = make_membership (binh, "one");
  g_autoptr (CnscdMembership) binh_two = make_membership (binh, "two");
  g_autoptr (CnscdMembership) chi_three = make_membership (chi, "three");

  cnscd_record_set (chi_three, body, "Hội Phụ nữ");
  chi_three->valid_from = CNSCD_DATE (2025, 2, 3);
  chi_three->valid_to = CNSCD_DATE (2030, 12, 31);
  cnscd_bulk_members_add (members, an, an_one);
  cnscd_bulk_members_add (members, binh, binh_one);
  cnscd_bulk_members_add (members, binh, binh_two);
  cnscd_bulk_members_add (members, chi, chi_three);
  return members;
}

static void
test_members (void)
{
  g_autoptr (CnscdBulkMembers) members = make_members ();
  g_autoptr (CnscdPerson) dung = cnscd_record_new (&CNSCD_KIND_PERSON, "01840");
  g_autoptr (CnscdMembership) elsewhere = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, "01840");

  g_assert_cmpuint (cnscd_bulk_members_get_n (members), ==, 4);
  g_assert_cmpstr (cnscd_bulk_members_get_unit (members), ==, UNIT);
  g_assert_true (
    cnscd_date_equal (cnscd_bulk_members_get_last_start (members), CNSCD_DATE (2025, 2, 3)));
  g_assert_true (
    cnscd_date_equal (cnscd_bulk_members_get_first_end (members), CNSCD_DATE (2030, 12, 31)));
  cnscd_bulk_members_add (members, dung, elsewhere);
  g_assert_null (cnscd_bulk_members_get_unit (members));
}

static void
test_edit (void)
{
  g_autoptr (CnscdBulkMembers) members = make_members ();
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("edit");
  const CnscdBulkEdit edit = {
    .fields = CNSCD_BULK_BODY | CNSCD_BULK_LEGAL_BASIS,
    .body = "  Hội  Phụ nữ ",
    .legal_basis = CNSCD_LEGAL_BASIS_CONSENT,
    .legal_basis_on = CNSCD_DATE (2026, 1, 15),
  };
  guint n_people = 0;

  g_assert_cmpuint (cnscd_bulk_edit_count (&edit, members), ==, 3);
  g_assert_cmpuint (cnscd_bulk_edit_add (&edit, members, set), ==, 3);

  /* Three memberships, for Chi's says so already, and each person once. */
  g_assert_cmpuint (cnscd_change_set_get_n_changes (set), ==, 6);
  for (guint i = 0; i < cnscd_change_set_get_n_changes (set); i++)
    {
      const CnscdRecordChange *change = cnscd_change_set_get_change (set, i);
      const CnscdRecord *record = change->after;

      if (record->kind == &CNSCD_KIND_PERSON)
        {
          const CnscdPerson *person = change->after;

          g_assert_cmpint (person->legal_basis, ==, CNSCD_LEGAL_BASIS_CONSENT);
          g_assert_true (cnscd_date_equal (person->legal_basis_on, CNSCD_DATE (2026, 1, 15)));
          n_people++;
        }
      else
        {
          const CnscdMembership *membership = change->after;

          g_assert_cmpstr (membership->body, ==, "Hội Phụ nữ");
          /* What was not set stays. */
          g_assert_cmpstr (membership->position, ==, "Trưởng xóm");
          g_assert_cmpint (membership->role, ==, CNSCD_ROLE_MEMBER);
          g_assert_true (cnscd_date_equal (membership->valid_from, CNSCD_DATE (2024, 5, 1)));
        }
    }
  g_assert_cmpuint (n_people, ==, 3);
}

static void
test_edit_other_fields (void)
{
  g_autoptr (CnscdBulkMembers) members = make_members ();
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("edit");
  const CnscdBulkEdit nothing = { .body = "not looked at", .role = CNSCD_ROLE_LEADER };
  const CnscdBulkEdit same = { .fields = CNSCD_BULK_ROLE | CNSCD_BULK_POSITION,
                               .role = CNSCD_ROLE_MEMBER,
                               .position = "Trưởng xóm" };
  const CnscdBulkEdit edit = { .fields = CNSCD_BULK_POSITION | CNSCD_BULK_ROLE | CNSCD_BULK_SINCE |
                                         CNSCD_BULK_DECISION,
                               .position = " ",
                               .role = CNSCD_ROLE_DEPUTY,
                               .since = CNSCD_DATE (2026, 1, 1),
                               .decision = "decision-1" };

  g_assert_cmpuint (cnscd_bulk_edit_count (&nothing, members), ==, 0);
  g_assert_cmpuint (cnscd_bulk_edit_count (&same, members), ==, 0);
  g_assert_cmpuint (cnscd_bulk_edit_add (&same, members, set), ==, 0);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (set), ==, 0);

  g_assert_cmpuint (cnscd_bulk_edit_add (&edit, members, set), ==, 3);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (set), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      const CnscdMembership *membership = cnscd_change_set_get_change (set, i)->after;

      g_assert_null (membership->position);
      g_assert_cmpstr (membership->decision, ==, "decision-1");
      g_assert_cmpint (membership->role, ==, CNSCD_ROLE_DEPUTY);
      g_assert_true (cnscd_date_equal (membership->valid_from, CNSCD_DATE (2026, 1, 1)));
    }
}

static void
test_end_and_delete (void)
{
  g_autoptr (CnscdBulkMembers) members = make_members ();
  g_autoptr (CnscdChangeSet) end = cnscd_change_set_new ("end");
  g_autoptr (CnscdChangeSet) delete = cnscd_change_set_new ("delete");

  g_assert_cmpuint (
    cnscd_bulk_end_add (members, CNSCD_DATE (2026, 3, 1), "Giải thể", "decision-1", end), ==, 4);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (end), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      const CnscdMembership *membership = cnscd_change_set_get_change (end, i)->after;

      g_assert_true (cnscd_date_equal (membership->valid_to, CNSCD_DATE (2026, 2, 28)));
      g_assert_cmpstr (membership->end_reason, ==, "Giải thể");
      g_assert_cmpstr (membership->end_decision, ==, "decision-1");
      g_assert_null (membership->decision);
    }

  g_assert_cmpuint (cnscd_bulk_delete_add (members, delete), ==, 4);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (delete), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      const CnscdRecordChange *change = cnscd_change_set_get_change (delete, i);

      g_assert_null (change->after);
      g_assert_true (((const CnscdRecord *) change->before)->kind == &CNSCD_KIND_MEMBERSHIP);
    }
}

/* Whom sessions refer to stays. */
static void
test_delete_in_use (void)
{
  g_autoptr (CnscdBulkMembers) members = make_members ();
  g_autoptr (CnscdBulkMembers) in_use = NULL;
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("delete");

  cnscd_bulk_members_set_in_use (members, cnscd_bulk_members_get_membership (members, 1));
  in_use = cnscd_bulk_delete_find_in_use (members);
  g_assert_cmpuint (cnscd_bulk_members_get_n (in_use), ==, 1);
  g_assert_true (cnscd_bulk_members_get_membership (in_use, 0) ==
                 cnscd_bulk_members_get_membership (members, 1));
  g_assert_cmpuint (cnscd_bulk_delete_add (members, set), ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_true (cnscd_change_set_get_change (set, i)->before !=
                   cnscd_bulk_members_get_membership (members, 1));
}

/* Chi came on that day. */
static void
test_end_too_new (void)
{
  g_autoptr (CnscdBulkMembers) members = make_members ();
  g_autoptr (CnscdBulkMembers) too_new =
    cnscd_bulk_end_find_too_new (members, CNSCD_DATE (2025, 2, 3));
  g_autoptr (CnscdBulkMembers) none =
    cnscd_bulk_end_find_too_new (members, CNSCD_DATE (2025, 2, 4));
  g_autoptr (CnscdChangeSet) end = cnscd_change_set_new ("end");

  g_assert_cmpuint (cnscd_bulk_members_get_n (too_new), ==, 1);
  g_assert_cmpstr (cnscd_bulk_members_get_person (too_new, 0)->full_name, ==, "Chi");
  g_assert_cmpuint (cnscd_bulk_members_get_n (none), ==, 0);
  g_assert_cmpuint (cnscd_bulk_end_add (members, CNSCD_DATE (2025, 2, 3), NULL, NULL, end), ==, 3);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (end), ==, 3);
}

static guint
count_new (CnscdChangeSet *set, const char *team, const char *decision)
{
  guint n = 0;

  for (guint i = 0; i < cnscd_change_set_get_n_changes (set); i++)
    {
      const CnscdRecordChange *change = cnscd_change_set_get_change (set, i);

      if (change->before == NULL)
        {
          g_assert_cmpstr (((const CnscdMembership *) change->after)->team, ==, team);
          g_assert_cmpstr (((const CnscdMembership *) change->after)->decision, ==, decision);
          n++;
        }
    }
  return n;
}

static void
test_move (void)
{
  g_autoptr (CnscdBulkMembers) members = make_members ();
  g_autoptr (CnscdTeam) four = cnscd_record_new (&CNSCD_KIND_TEAM, UNIT);
  g_autoptr (CnscdTeam) two = cnscd_record_new_blank (&CNSCD_KIND_TEAM);
  g_autoptr (CnscdChangeSet) to_four = cnscd_change_set_new ("move");
  g_autoptr (CnscdChangeSet) to_two = cnscd_change_set_new ("move");

  /* Bình comes out of two teams, and gets one place. */
  g_assert_cmpuint (cnscd_bulk_move_count (members, four->record.id), ==, 3);
  g_assert_cmpuint (
    cnscd_bulk_move_add (members, four, CNSCD_DATE (2026, 3, 1), NULL, "decision-1", to_four), ==,
    3);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (to_four), ==, 7);
  g_assert_cmpuint (count_new (to_four, four->record.id, "decision-1"), ==, 3);

  /* Bình is in the second one already. */
  cnscd_record_set_text (two, &two->record.id, "two");
  g_assert_cmpuint (cnscd_bulk_move_count (members, "two"), ==, 2);
  g_assert_cmpuint (cnscd_bulk_move_add (members, two, CNSCD_DATE (2026, 3, 1), NULL, NULL, to_two),
                    ==, 2);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (to_two), ==, 5);
  g_assert_cmpuint (count_new (to_two, "two", NULL), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/bulk-edit/members", test_members);
  g_test_add_func ("/core/bulk-edit/edit", test_edit);
  g_test_add_func ("/core/bulk-edit/other-fields", test_edit_other_fields);
  g_test_add_func ("/core/bulk-edit/end-and-delete", test_end_and_delete);
  g_test_add_func ("/core/bulk-edit/delete-in-use", test_delete_in_use);
  g_test_add_func ("/core/bulk-edit/end-too-new", test_end_too_new);
  g_test_add_func ("/core/bulk-edit/move", test_move);
  return g_test_run ();
}
