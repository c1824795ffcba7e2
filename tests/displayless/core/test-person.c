/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cnscd-person-match.h"
#include "core/cnscd-person-merge.h"
#include "core/cnscd-roster-edit.h"
#include "core/cnscd-text.h"

#define UNIT  "05716"
#define NAME  CNSCD_PERSON_MATCH_NAME
#define BIRTH CNSCD_PERSON_MATCH_BIRTH
#define YEAR  CNSCD_PERSON_MATCH_YEAR
#define PHONE CNSCD_PERSON_MATCH_PHONE

/* ---- who may be the same person */

typedef struct
{
  const char *name;
  const char *birth; /* ISO, or NULL */
  const char *phone;
  CnscdGender gender;
} Somebody;

static CnscdPersonMatch
match (const Somebody *one, const Somebody *other)
{
  const Somebody *both[] = { one, other };
  CnscdPersonTraits traits[2] = { 0 };
  char *keys[2];
  char *folded[2];
  CnscdPersonMatch found;

  for (guint i = 0; i < 2; i++)
    {
      keys[i] = cnscd_text_match_key (both[i]->name);
      folded[i] = cnscd_text_search_key (both[i]->name);
      traits[i] = (CnscdPersonTraits) {
        .name_key = keys[i], .folded = folded[i], .gender = both[i]->gender, .phone = both[i]->phone
      };
      if (both[i]->birth != NULL)
        g_assert_true (cnscd_date_read_iso (both[i]->birth, &traits[i].birth));
    }

  found = cnscd_person_match (&traits[0], &traits[1]);
  g_assert_cmpint (cnscd_person_match (&traits[1], &traits[0]), ==, found);
  for (guint i = 0; i < 2; i++)
    {
      g_free (keys[i]);
      g_free (folded[i]);
    }
  return found;
}

static void
test_match (void)
{
  static const struct
  {
    Somebody one;
    Somebody other;
    guint expected;
  } cases[] = {
    /* the same name */
    { { "Lê Văn Ba", "1980", NULL, 0 }, { "Lê Văn Ba", "1980", NULL, 0 }, NAME | YEAR },
    { { "Lê Văn Ba", "1980-05-02", NULL, 0 },
      { "LÊ VĂN  BA", "1980-05-02", NULL, 0 },
      NAME | BIRTH },
    { { "Lê Văn Ba", "1980-05-02", NULL, 0 }, { "Lê Văn Ba", "1980", NULL, 0 }, NAME | YEAR },
    { { "Lê Văn Ba", "1980-05-02", NULL, 0 }, { "Lê Văn Ba", "1980-05-03", NULL, 0 }, 0 },
    { { "Lê Văn Ba", "1980", NULL, 0 }, { "Lê Văn Ba", "1981", NULL, 0 }, 0 },
    { { "Lê Văn Ba", "1980", "0912345678", 0 }, { "Lê Văn Ba", "1981", "0912345678", 0 }, 0 },
    { { "Lê Văn Ba", "1980", NULL, 0 }, { "Lê Văn Ba", NULL, NULL, 0 }, NAME },
    { { "Lê Văn Ba", NULL, "0912345678", 0 },
      { "Lê Văn Ba", NULL, "0912345678", 0 },
      NAME | PHONE },
    { { "Lê Văn Ba", NULL, "0912345678", 0 }, { "Lê Văn Ba", NULL, "0987654321", 0 }, 0 },
    { { "Lê Văn Ba", "1980", "0912345678", 0 }, { "Lê Văn Ba", NULL, "0987654321", 0 }, 0 },
    { { "Lê Văn Ba", "1980", "0912345678", 0 },
      { "Lê Văn Ba", "1980", "0987654321", 0 },
      NAME | YEAR },
    /* the same syllables, the tone in another place */
    { { "Hoàng Kim Hoà", "1990", NULL, 0 }, { "Hoàng Kim Hòa", "1990", NULL, 0 }, NAME | YEAR },
    /* other accents are another name, unless the rest agrees */
    { { "Nguyễn Văn Lang", "1980", NULL, 0 }, { "Nguyễn Văn Lăng", "1985", NULL, 0 }, 0 },
    { { "Nguyễn Văn Lang", NULL, NULL, 0 }, { "Nguyễn Văn Lăng", NULL, NULL, 0 }, 0 },
    { { "Nguyễn Văn Lang", "1980", NULL, 0 }, { "Nguyễn Văn Lăng", NULL, NULL, 0 }, 0 },
    { { "Nguyễn Văn Lang", "1980", "0912345678", 0 },
      { "Nguyễn Văn Lăng", "1980", "0987654321", 0 },
      0 },
    { { "Nguyễn Văn Lang", "1980", NULL, CNSCD_GENDER_MALE },
      { "Nguyễn Văn Lăng", "1980", NULL, CNSCD_GENDER_FEMALE },
      0 },
    { { "Nguyen Van Lang", "1980", NULL, 0 },
      { "Nguyễn Văn Lăng", "1980", NULL, 0 },
      CNSCD_PERSON_MATCH_LETTERS | YEAR },
    { { "Nguyen Van Lang", NULL, "0912345678", 0 },
      { "Nguyễn Văn Lăng", "1980", "0912345678", 0 },
      CNSCD_PERSON_MATCH_LETTERS | PHONE },
    /* one phone, similar names */
    { { "Nguyễn Hùng", NULL, "0912345678", 0 },
      { "Nguyễn Văn Hùng", "1980", "0912345678", 0 },
      CNSCD_PERSON_MATCH_SIMILAR | PHONE },
    { { "Nguyễn Văn Hùg", NULL, "0912345678", 0 },
      { "Nguyễn Văn Hùng", NULL, "0912345678", 0 },
      CNSCD_PERSON_MATCH_SIMILAR | PHONE },
    /* A name that was changed or mistyped; a family with one phone. */
    { { "Nguyễn Thị Lan", "1980-05-02", "0912345678", CNSCD_GENDER_FEMALE },
      { "Trần Bích Ngọc", "1980", "0912345678", 0 },
      YEAR | PHONE },
    { { "Nguyễn Thị Lan", "1980-05-02", "0912345678", 0 },
      { "Trần Bích Ngọc", "1980-05-02", "0912345678", 0 },
      BIRTH | PHONE },
    { { "Nguyễn Thị Lan", "1980", "0912345678", CNSCD_GENDER_FEMALE },
      { "Trần Văn Minh", "1980", "0912345678", CNSCD_GENDER_MALE },
      0 },
    { { "Nguyễn Thị Lan", "1980", "0912345678", 0 },
      { "Trần Văn Minh", NULL, "0912345678", 0 },
      0 },
    { { "Nguyễn Thị Lan", "1980", "0912345678", 0 },
      { "Trần Văn Minh", "2004", "0912345678", 0 },
      0 },
    { { "Nguyễn Hùng", "1980", NULL, 0 }, { "Nguyễn Văn Hùng", "1980", NULL, 0 }, 0 },
    { { "Nguyễn Thị Hoa", NULL, "0912345678", CNSCD_GENDER_FEMALE },
      { "Nguyễn Văn Hòa", NULL, "0912345678", CNSCD_GENDER_MALE },
      0 },
    /* a couple with one phone */
    { { "Đào Thị Ánh", NULL, "0912345678", 0 }, { "Lê Văn Ba", NULL, "0912345678", 0 }, 0 },
    { { "An", NULL, "0912345678", 0 }, { "Bình", NULL, "0912345678", 0 }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s, %s", cases[i].one.name, cases[i].other.name);
      g_assert_cmpuint (match (&cases[i].one, &cases[i].other), ==, cases[i].expected);
    }
}

static void
test_score (void)
{
  static const guint rising[] = {
    0,
    CNSCD_PERSON_MATCH_NAME,
    CNSCD_PERSON_MATCH_SIMILAR | PHONE,
    CNSCD_PERSON_MATCH_LETTERS | PHONE,
    NAME | YEAR,
    NAME | BIRTH,
    NAME | BIRTH | PHONE,
  };

  for (guint i = 1; i < G_N_ELEMENTS (rising); i++)
    g_assert_cmpuint (cnscd_person_match_get_score (rising[i]), >,
                      cnscd_person_match_get_score (rising[i - 1]));
  g_assert_cmpuint (cnscd_person_match_get_score (NAME | BIRTH | PHONE), ==, 100);
}

/* ---- merging */

static CnscdPerson *
new_person (const char *name, CnscdDate birth, const char *phone)
{
  CnscdPerson *person = cnscd_record_new (&CNSCD_KIND_PERSON, UNIT);

  cnscd_record_set (person, full_name, name);
  person->birth = birth;
  cnscd_record_set (person, phone, phone);
  return person;
}

static CnscdMembership *
new_membership (const CnscdPerson *person, const char *team, CnscdDate from, CnscdDate to)
{
  CnscdMembership *membership = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, UNIT);

  cnscd_record_set (membership, person, person->record.id);
  cnscd_record_set (membership, team, team);
  membership->role = CNSCD_ROLE_MEMBER;
  membership->valid_from = from;
  membership->valid_to = to;
  return membership;
}

static CnscdPersonMerge
new_merge (CnscdPerson *kept, CnscdPerson *other)
{
  return (CnscdPersonMerge) {
    .kept = kept,
    .kept_memberships = g_ptr_array_new_with_free_func (cnscd_record_unref),
    .other = other,
    .other_memberships = g_ptr_array_new_with_free_func (cnscd_record_unref),
  };
}

static void
clear_merge (CnscdPersonMerge *merge)
{
  cnscd_record_unref (merge->kept);
  cnscd_record_unref (merge->other);
  g_ptr_array_unref (merge->kept_memberships);
  g_ptr_array_unref (merge->other_memberships);
}

static void
test_suggest (void)
{
  CnscdPersonMerge merge =
    new_merge (new_person ("Nguyen Van Hung", CNSCD_DATE (1980, 0, 0), NULL),
               new_person ("Nguyễn Văn Hùng", CNSCD_DATE (1980, 5, 2), "0912345678"));
  CnscdPersonMerge back = merge;

  merge.kept->gender = CNSCD_GENDER_MALE;
  merge.kept->legal_basis = CNSCD_LEGAL_BASIS_CONSENT;
  merge.other->legal_basis = CNSCD_LEGAL_BASIS_CONSENT;
  merge.other->legal_basis_on = CNSCD_DATE (2026, 1, 5);
  cnscd_record_set (merge.kept, note, "Nghỉ thai sản");
  cnscd_record_set (merge.other, note, "Đã chuyển nhà");

  cnscd_person_merge_suggest (&merge);
  g_assert_true (merge.take_other[CNSCD_PERSON_CHOICE_NAME]);
  g_assert_false (merge.take_other[CNSCD_PERSON_CHOICE_GENDER]);
  g_assert_true (merge.take_other[CNSCD_PERSON_CHOICE_BIRTH]);
  g_assert_true (merge.take_other[CNSCD_PERSON_CHOICE_PHONE]);
  g_assert_true (merge.take_other[CNSCD_PERSON_CHOICE_LEGAL_BASIS]);
  g_assert_false (merge.take_other[CNSCD_PERSON_CHOICE_NOTE]);

  /* The other way round the same values stay, but for those that tell as much. */
  back.kept = merge.other;
  back.other = merge.kept;
  cnscd_person_merge_suggest (&back);
  for (CnscdPersonChoice choice = 0; choice < CNSCD_PERSON_CHOICE_NOTE; choice++)
    g_assert_cmpint (back.take_other[choice], ==, !merge.take_other[choice]);
  g_assert_false (back.take_other[CNSCD_PERSON_CHOICE_NOTE]);

  g_assert_true (
    cnscd_person_choice_differs (CNSCD_PERSON_CHOICE_LEGAL_BASIS, merge.kept, merge.other));
  g_assert_false (cnscd_person_choice_differs (CNSCD_PERSON_CHOICE_NAME, merge.kept, merge.kept));
  clear_merge (&merge);
}

/* A change of @set about the record of @id. */
static const CnscdRecordChange *
find_change (CnscdChangeSet *set, gconstpointer record)
{
  const CnscdRecord *wanted = record;

  for (guint i = 0; i < cnscd_change_set_get_n_changes (set); i++)
    {
      const CnscdRecordChange *change = cnscd_change_set_get_change (set, i);

      if (g_str_equal (((CnscdRecord *) change->before)->id, wanted->id))
        return change;
    }

  return NULL;
}

static void
test_merge (void)
{
  CnscdPersonMerge merge =
    new_merge (new_person ("Lê Văn Ba", CNSCD_DATE (1980, 0, 0), "0912345678"),
               new_person ("Lê Văn Ba", CNSCD_DATE (1980, 5, 2), "0987654321"));
  g_autofree char *team = cnscd_uuid_new ();
  g_autofree char *elsewhere = cnscd_uuid_new ();
  CnscdMembership *former =
    new_membership (merge.other, elsewhere, CNSCD_DATE (2022, 7, 1), CNSCD_DATE (2024, 12, 31));
  CnscdMembership *leading =
    new_membership (merge.other, team, CNSCD_DATE (2025, 11, 29), CNSCD_DATE_UNKNOWN);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Merged");
  const CnscdRecordChange *change;
  const CnscdRecord *last;

  leading->role = CNSCD_ROLE_LEADER;
  g_ptr_array_add (merge.other_memberships, former);
  g_ptr_array_add (merge.other_memberships, leading);
  g_ptr_array_add (merge.kept_memberships,
                   new_membership (merge.kept, team, CNSCD_DATE (2025, 2, 1), CNSCD_DATE_UNKNOWN));
  merge.take_other[CNSCD_PERSON_CHOICE_BIRTH] = TRUE;
  cnscd_person_merge_apply (&merge, set);

  /* Both histories go on with the kept person; nobody is in one team twice. */
  g_assert_cmpuint (cnscd_change_set_get_n_changes (set), ==, 5);
  change = find_change (set, former);
  g_assert_cmpstr (((CnscdMembership *) change->after)->person, ==, merge.kept->record.id);
  change = find_change (set, leading);
  g_assert_cmpstr (((CnscdMembership *) change->after)->person, ==, merge.kept->record.id);
  g_assert_cmpint (((CnscdMembership *) change->after)->role, ==, CNSCD_ROLE_LEADER);
  g_assert_true (
    cnscd_date_equal (((CnscdMembership *) change->after)->valid_from, CNSCD_DATE (2025, 2, 1)));
  g_assert_null (find_change (set, merge.kept_memberships->pdata[0])->after);

  change = find_change (set, merge.kept);
  g_assert_true (
    cnscd_date_equal (((CnscdPerson *) change->after)->birth, CNSCD_DATE (1980, 5, 2)));
  g_assert_cmpstr (((CnscdPerson *) change->after)->phone, ==, "0912345678");

  /* Only when nothing refers to it any more. */
  change = cnscd_change_set_get_change (set, 4);
  last = change->before;
  g_assert_cmpstr (last->id, ==, merge.other->record.id);
  g_assert_null (change->after);
  clear_merge (&merge);
}

static void
test_merge_same (void)
{
  CnscdPersonMerge merge = new_merge (new_person ("Lê Văn Ba", CNSCD_DATE_UNKNOWN, NULL),
                                      new_person ("Lê Văn Ba", CNSCD_DATE_UNKNOWN, NULL));
  g_autofree char *one = cnscd_uuid_new ();
  g_autofree char *two = cnscd_uuid_new ();
  CnscdMembership *richer =
    new_membership (merge.kept, one, CNSCD_DATE (2025, 11, 29), CNSCD_DATE_UNKNOWN);
  CnscdMembership *same = new_membership (merge.other, one, CNSCD_DATE_UNKNOWN, CNSCD_DATE_UNKNOWN);
  CnscdMembership *poorer =
    new_membership (merge.kept, two, CNSCD_DATE_UNKNOWN, CNSCD_DATE_UNKNOWN);
  CnscdMembership *fuller =
    new_membership (merge.other, two, CNSCD_DATE (2022, 7, 1), CNSCD_DATE_UNKNOWN);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Merged");

  same->ordinal = 7;
  g_ptr_array_add (merge.kept_memberships, richer);
  g_ptr_array_add (merge.kept_memberships, poorer);
  g_ptr_array_add (merge.other_memberships, same);
  g_ptr_array_add (merge.other_memberships, fuller);
  cnscd_person_merge_apply (&merge, set);

  g_assert_null (find_change (set, richer));
  g_assert_null (find_change (set, same)->after);
  g_assert_null (find_change (set, poorer)->after);
  g_assert_nonnull (find_change (set, fuller)->after);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (set), ==, 4);
  clear_merge (&merge);
}

/* One that goes on and an ended one, with a third that overlaps both. */
static void
test_merge_chain (void)
{
  CnscdPersonMerge merge = new_merge (new_person ("Lê Văn Ba", CNSCD_DATE_UNKNOWN, NULL),
                                      new_person ("Lê Văn Ba", CNSCD_DATE_UNKNOWN, NULL));
  g_autofree char *team = cnscd_uuid_new ();
  CnscdMembership *early =
    new_membership (merge.kept, team, CNSCD_DATE (2022, 7, 1), CNSCD_DATE (2023, 12, 31));
  CnscdMembership *late =
    new_membership (merge.kept, team, CNSCD_DATE (2025, 1, 1), CNSCD_DATE_UNKNOWN);
  CnscdMembership *between =
    new_membership (merge.other, team, CNSCD_DATE (2023, 1, 1), CNSCD_DATE (2025, 6, 30));
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Merged");
  const CnscdMembership *joined;
  guint n = 0;

  cnscd_record_set (between, end_reason, "Chuyển đi");
  late->role = CNSCD_ROLE_DEPUTY;
  g_ptr_array_add (merge.kept_memberships, early);
  g_ptr_array_add (merge.kept_memberships, late);
  g_ptr_array_add (merge.other_memberships, between);
  cnscd_person_merge_apply (&merge, set);

  joined = find_change (set, late)->after;
  g_assert_nonnull (joined);
  g_assert_cmpint (joined->role, ==, CNSCD_ROLE_DEPUTY);
  g_assert_true (cnscd_date_equal (joined->valid_from, CNSCD_DATE (2022, 7, 1)));
  g_assert_false (cnscd_date_is_known (joined->valid_to));
  g_assert_null (joined->end_reason);
  for (guint i = 0; i < cnscd_change_set_get_n_changes (set); i++)
    n += cnscd_change_set_get_change (set, i)->after == NULL;
  g_assert_cmpuint (n, ==, 3); /* two memberships and the other record */
  clear_merge (&merge);
}

static void
test_overlap (void)
{
  g_autoptr (CnscdPerson) person = new_person ("Lê Văn Ba", CNSCD_DATE_UNKNOWN, NULL);
  g_autofree char *team = cnscd_uuid_new ();
  g_autofree char *elsewhere = cnscd_uuid_new ();
  g_autoptr (CnscdMembership) early =
    new_membership (person, team, CNSCD_DATE_UNKNOWN, CNSCD_DATE (2024, 0, 0));
  g_autoptr (CnscdMembership) late =
    new_membership (person, team, CNSCD_DATE (2025, 1, 1), CNSCD_DATE_UNKNOWN);
  g_autoptr (CnscdMembership) between =
    new_membership (person, team, CNSCD_DATE (2024, 12, 31), CNSCD_DATE (2025, 6, 1));
  g_autoptr (CnscdMembership) other =
    new_membership (person, elsewhere, CNSCD_DATE_UNKNOWN, CNSCD_DATE_UNKNOWN);

  g_assert_false (cnscd_membership_overlaps (early, late));
  g_assert_false (cnscd_membership_overlaps (late, early));
  g_assert_true (cnscd_membership_overlaps (early, between));
  g_assert_true (cnscd_membership_overlaps (between, late));
  g_assert_false (cnscd_membership_overlaps (late, other));
  g_assert_false (cnscd_membership_says_no_more (late, other));
  g_assert_false (cnscd_membership_says_no_more (early, late));
}

static void
test_delete (void)
{
  g_autoptr (CnscdPerson) person = new_person ("Lê Văn Ba", CNSCD_DATE_UNKNOWN, NULL);
  g_autoptr (GPtrArray) memberships = g_ptr_array_new_with_free_func (cnscd_record_unref);
  g_autofree char *team = cnscd_uuid_new ();
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Deleted");
  const CnscdRecordChange *change;

  g_ptr_array_add (memberships,
                   new_membership (person, team, CNSCD_DATE_UNKNOWN, CNSCD_DATE_UNKNOWN));
  cnscd_roster_delete_person (set, person, memberships);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (set), ==, 2);
  change = cnscd_change_set_get_change (set, 1);
  g_assert_true (change->before == person);
  g_assert_null (change->after);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/person/match", test_match);
  g_test_add_func ("/core/person/score", test_score);
  g_test_add_func ("/core/person/suggest", test_suggest);
  g_test_add_func ("/core/person/merge", test_merge);
  g_test_add_func ("/core/person/merge-same", test_merge_same);
  g_test_add_func ("/core/person/merge-chain", test_merge_chain);
  g_test_add_func ("/core/person/overlap", test_overlap);
  g_test_add_func ("/core/person/delete", test_delete);

  return g_test_run ();
}
