/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-store.h"
#include "store/cnscd-members.h"
#include "store/cnscd-record-store.h"

static void
assert_names (CnscdTestStore *store, const CnscdMemberQuery *query, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) members = cnscd_members_list (store->database, query, &error);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < members->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            ((const CnscdMember *) members->pdata[i])->full_name);
  g_assert_cmpstr (names->str, ==, expected);
}

#define FILTER(...) (&(CnscdMemberQuery) { .filter = { __VA_ARGS__ } })

typedef struct
{
  const char *name;
  CnscdRole role;
  CnscdGender gender;
  int age; /* this year; 0: unknown */
  const char *body;
  const char *position;
  CnscdLegalBasis legal_basis;
  const char *unit;
} Row;

static CnscdTeam *
add_team (CnscdTestStore *store, const char *unit)
{
  CnscdTeam *team = cnscd_record_new (&CNSCD_KIND_TEAM, unit);

  cnscd_record_set (team, name, "Tổ");
  team->level = CNSCD_TEAM_LEVEL_HAMLET;
  cnscd_test_store_put (store, team);
  return team;
}

static void
add (CnscdTestStore *store, CnscdTeam *team, const Row *row)
{
  g_autoptr (CnscdPerson) person = cnscd_record_new (&CNSCD_KIND_PERSON, team->record.unit);
  g_autoptr (CnscdMembership) membership =
    cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, team->record.unit);

  cnscd_record_set (person, full_name, row->name);
  person->gender = (int) row->gender;
  if (row->age > 0)
    person->birth = CNSCD_DATE ((guint16) (cnscd_date_today ().year - row->age), 12, 31);
  person->legal_basis = (int) row->legal_basis;
  cnscd_test_store_put (store, person);
  cnscd_record_set (membership, team, team->record.id);
  cnscd_record_set (membership, person, person->record.id);
  membership->role = (int) row->role;
  cnscd_record_set (membership, body, row->body);
  cnscd_record_set (membership, position, row->position);
  cnscd_test_store_put (store, membership);
}

static const Row rows[] = {
  { "An", CNSCD_ROLE_LEADER, CNSCD_GENDER_MALE, 34, "Đoàn Thanh niên", "Bí thư",
    CNSCD_LEGAL_BASIS_CONSENT, CNSCD_TEST_UNIT },
  { "Ba", CNSCD_ROLE_MEMBER, CNSCD_GENDER_FEMALE, 35, "Hội Phụ nữ", NULL, 0, CNSCD_TEST_UNIT },
  { "Chi", CNSCD_ROLE_DEPUTY, CNSCD_GENDER_FEMALE, 60, "ĐOÀN  THANH NIÊN", "Phó bí thư",
    CNSCD_LEGAL_BASIS_PUBLIC_DUTY, CNSCD_TEST_UNIT },
  { "Dao", CNSCD_ROLE_UNKNOWN, CNSCD_GENDER_UNKNOWN, 0, NULL, NULL, 0, CNSCD_TEST_UNIT },
  { "Em", CNSCD_ROLE_MEMBER, CNSCD_GENDER_MALE, 61, "Hội Phụ nữ", "Ủy viên",
    CNSCD_LEGAL_BASIS_CONSENT, CNSCD_TEST_OTHER_UNIT },
  { "Giang", CNSCD_ROLE_MEMBER, CNSCD_GENDER_FEMALE, 20, "Đoàn Thanh niên", "Ủy viên", 0,
    CNSCD_TEST_OTHER_UNIT },
};

typedef struct
{
  CnscdTestStore *store;
  CnscdTeam *team;
  CnscdTeam *other;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = cnscd_test_store_new ();
  fixture->team = add_team (fixture->store, CNSCD_TEST_UNIT);
  fixture->other = add_team (fixture->store, CNSCD_TEST_OTHER_UNIT);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add (fixture->store,
         g_str_equal (rows[i].unit, CNSCD_TEST_UNIT) ? fixture->team : fixture->other, &rows[i]);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  cnscd_record_unref (fixture->team);
  cnscd_record_unref (fixture->other);
  cnscd_test_store_free (fixture->store);
}

static void
test_each (Fixture *fixture, gconstpointer data)
{
  CnscdTestStore *store = fixture->store;

  assert_names (store, FILTER (0), "An Ba Chi Dao Em Giang");
  assert_names (store, FILTER (.role = CNSCD_ROLE_LEADER), "An");
  assert_names (store, FILTER (.role = CNSCD_ROLE_MEMBER), "Ba Em Giang");
  assert_names (store, FILTER (.role = CNSCD_FILTER_UNKNOWN), "Dao");
  assert_names (store, FILTER (.gender = CNSCD_GENDER_FEMALE), "Ba Chi Giang");
  assert_names (store, FILTER (.gender = CNSCD_FILTER_UNKNOWN), "Dao");
  assert_names (store, FILTER (.age = CNSCD_AGE_UNDER_35), "An Giang");
  assert_names (store, FILTER (.age = CNSCD_AGE_35_TO_60), "Ba Chi");
  assert_names (store, FILTER (.age = CNSCD_AGE_OVER_60), "Em");
  assert_names (store, FILTER (.age = CNSCD_AGE_UNKNOWN), "Dao");
  assert_names (store, FILTER (.without_legal_basis = TRUE), "Ba Dao Giang");

  /* A body in whatever spelling, but not without its accents. */
  assert_names (store, FILTER (.body = "Đoàn Thanh niên"), "An Chi Giang");
  assert_names (store, FILTER (.body = "đoàn thanh niên "), "An Chi Giang");
  assert_names (store, FILTER (.body = "Doan Thanh nien"), "");
  assert_names (store, FILTER (.body = "Hội Chữ thập đỏ"), "");
  assert_names (store, FILTER (.body = ""), "Dao");
}

static void
test_together (Fixture *fixture, gconstpointer data)
{
  CnscdTestStore *store = fixture->store;
  const CnscdMemberFilter women_of_the_youth = { .gender = CNSCD_GENDER_FEMALE,
                                                 .body = "Đoàn Thanh niên" };

  assert_names (store, &(CnscdMemberQuery) { .filter = women_of_the_youth }, "Chi Giang");
  assert_names (
    store, &(CnscdMemberQuery) { .filter = women_of_the_youth, .unit = CNSCD_TEST_UNIT }, "Chi");
  assert_names (
    store, &(CnscdMemberQuery) { .filter = women_of_the_youth, .team = fixture->other->record.id },
    "Giang");
  assert_names (store, &(CnscdMemberQuery) { .filter = women_of_the_youth, .search = "gia" },
                "Giang");
  assert_names (store, &(CnscdMemberQuery) { .filter = women_of_the_youth, .search = "an" }, "");
  assert_names (store, &(CnscdMemberQuery) { .filter = women_of_the_youth, .descending = TRUE },
                "Giang Chi");
  assert_names (store,
                FILTER (.gender = CNSCD_GENDER_FEMALE, .age = CNSCD_AGE_UNDER_35,
                        .role = CNSCD_ROLE_MEMBER, .body = "đoàn thanh niên",
                        .without_legal_basis = TRUE),
                "Giang");
  assert_names (store, FILTER (.gender = CNSCD_GENDER_MALE, .age = CNSCD_AGE_UNKNOWN), "");
}

/* What is asked for again after a change is answered from what is there now. */
static void
test_changes (Fixture *fixture, gconstpointer data)
{
  CnscdTestStore *store = fixture->store;
  static const Row one_more = {
    "Hoa", CNSCD_ROLE_LEADER, CNSCD_GENDER_FEMALE, 40, "Hội Nông dân", NULL, 0, NULL
  };

  assert_names (store, FILTER (.body = "Hội Nông dân"), "");
  add (store, fixture->team, &one_more);
  assert_names (store, FILTER (.body = "Hội Nông dân"), "Hoa");
  cnscd_test_store_exec (store, "UPDATE person SET gender = 'male' WHERE full_name = 'Hoa'");
  assert_names (store, FILTER (.role = CNSCD_ROLE_LEADER, .gender = CNSCD_GENDER_FEMALE), "");
  assert_names (store, FILTER (.role = CNSCD_ROLE_LEADER, .gender = CNSCD_GENDER_MALE), "An Hoa");
}

static void
test_sorts (Fixture *fixture, gconstpointer data)
{
  CnscdTestStore *store = fixture->store;

#define SORT(sort_by, down) (&(CnscdMemberQuery) { .sort = (sort_by), .descending = (down) })
  /* Đức Xuân before Võ Nhai, by name within. */
  assert_names (store, SORT (CNSCD_MEMBER_SORT_UNIT, FALSE), "Em Giang An Ba Chi Dao");
  assert_names (store, SORT (CNSCD_MEMBER_SORT_UNIT, TRUE), "An Ba Chi Dao Em Giang");
  /* What is unknown comes last either way. */
  assert_names (store, SORT (CNSCD_MEMBER_SORT_GENDER, FALSE), "An Em Ba Chi Giang Dao");
  assert_names (store, SORT (CNSCD_MEMBER_SORT_GENDER, TRUE), "Ba Chi Giang An Em Dao");
  /* "Bí thư, …", "Hội Phụ nữ", "Phó bí thư, …", "Ủy viên, Đoàn …", "Ủy viên, Hội …" */
  assert_names (store, SORT (CNSCD_MEMBER_SORT_OFFICE, FALSE), "An Ba Chi Giang Em Dao");
  assert_names (store, SORT (CNSCD_MEMBER_SORT_OFFICE, TRUE), "Em Giang Chi Ba An Dao");
#undef SORT

  assert_names (store,
                &(CnscdMemberQuery) { .sort = CNSCD_MEMBER_SORT_UNIT,
                                      .filter = { .gender = CNSCD_GENDER_FEMALE } },
                "Giang Ba Chi");
  assert_names (
    store, &(CnscdMemberQuery) { .sort = CNSCD_MEMBER_SORT_OFFICE, .unit = CNSCD_TEST_OTHER_UNIT },
    "Giang Em");
}

static char *
list_bodies (CnscdTestStore *store, const char *unit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) bodies = cnscd_members_list_bodies (store->database, unit, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < bodies->len; i++)
    {
      const CnscdBodyCount *count = bodies->pdata[i];

      g_string_append_printf (text, "%s%s: %u", i > 0 ? ", " : "", count->name, count->n_members);
    }
  return g_string_free_and_steal (text);
}

static void
test_bodies (Fixture *fixture, gconstpointer data)
{
  g_autofree char *all = list_bodies (fixture->store, NULL);
  g_autofree char *here = list_bodies (fixture->store, CNSCD_TEST_OTHER_UNIT);
  g_autofree char *nowhere = list_bodies (fixture->store, "99999");

  g_assert_cmpstr (all, ==, "Đoàn Thanh niên: 3, Hội Phụ nữ: 2");
  g_assert_cmpstr (here, ==, "Đoàn Thanh niên: 1, Hội Phụ nữ: 1");
  g_assert_cmpstr (nowhere, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/store/member-filters/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("each", test_each);
  ADD ("together", test_together);
  ADD ("changes", test_changes);
  ADD ("sorts", test_sorts);
  ADD ("bodies", test_bodies);
#undef ADD
  return g_test_run ();
}
