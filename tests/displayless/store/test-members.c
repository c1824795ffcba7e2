/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-store.h"
#include "store/cnscd-members.h"
#include "store/cnscd-record-store.h"

static char *
list_names (CnscdTestStore *store, const CnscdMemberQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) members = cnscd_members_list (store->database, query, &error);
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < members->len; i++)
    {
      const CnscdMember *member = g_ptr_array_index (members, i);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", member->full_name);
    }

  return g_string_free_and_steal (names);
}

static void
assert_names (CnscdTestStore *store, const CnscdMemberQuery *query, const char *expected)
{
  g_autofree char *names = list_names (store, query);

  g_assert_cmpstr (names, ==, expected);
}

static void
test_name_order (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, NULL);
  const char *names[] = { "Lý Văn Ẩn",     "Trần Thị Bình", "Nguyễn Văn An", "Đỗ Văn An",
                          "Nguyễn Thị An", "Hoàng Anh",     "Dương Văn An" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    cnscd_test_store_add_member (store, team, names[i]);

  assert_names (store, &(CnscdMemberQuery) { 0 },
                "Dương Văn An, Đỗ Văn An, Nguyễn Thị An, Nguyễn Văn An, Hoàng Anh, Lý Văn Ẩn, "
                "Trần Thị Bình");
  assert_names (store, &(CnscdMemberQuery) { .descending = TRUE },
                "Trần Thị Bình, Lý Văn Ẩn, Hoàng Anh, Nguyễn Văn An, Nguyễn Thị An, Đỗ Văn An, "
                "Dương Văn An");
}

static void
add (CnscdTestStore *store,
     CnscdTeam *team,
     const char *name,
     CnscdRole role,
     gint64 ordinal,
     CnscdDate birth,
     const char *phone)
{
  g_autoptr (CnscdPerson) person = cnscd_record_new (&CNSCD_KIND_PERSON, CNSCD_TEST_UNIT);
  g_autoptr (CnscdMembership) membership =
    cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, CNSCD_TEST_UNIT);

  cnscd_record_set (person, full_name, name);
  cnscd_record_set (person, phone, phone);
  person->birth = birth;
  cnscd_test_store_put (store, person);
  cnscd_record_set (membership, team, team->record.id);
  cnscd_record_set (membership, person, person->record.id);
  membership->role = (int) role;
  membership->ordinal = ordinal;
  cnscd_test_store_put (store, membership);
}

static void
test_orders (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) ten = cnscd_test_store_add_hamlet (store, "Tổ 10");
  g_autoptr (CnscdHamlet) two = cnscd_test_store_add_hamlet (store, "Tổ 2");
  g_autoptr (CnscdTeam) last = cnscd_test_store_add_team (store, ten);
  g_autoptr (CnscdTeam) middle = cnscd_test_store_add_team (store, two);
  g_autoptr (CnscdTeam) first = cnscd_test_store_add_team (store, NULL);

  add (store, last, "A", CNSCD_ROLE_LEADER, 1, CNSCD_DATE (1980, 0, 0), "0920000000");
  add (store, middle, "B", CNSCD_ROLE_UNKNOWN, 2, CNSCD_DATE (1980, 5, 1), NULL);
  add (store, middle, "C", CNSCD_ROLE_MEMBER, CNSCD_COUNT_UNKNOWN, CNSCD_DATE_UNKNOWN,
       "0910000000");
  add (store, middle, "D", CNSCD_ROLE_MEMBER, 1, CNSCD_DATE (1979, 12, 31), NULL);
  add (store, middle, "E", CNSCD_ROLE_LEADER, 9, CNSCD_DATE_UNKNOWN, "0930000000");
  add (store, first, "F", CNSCD_ROLE_DEPUTY, 1, CNSCD_DATE (2001, 1, 1), "0900000000");

  assert_names (store, &(CnscdMemberQuery) { .sort = CNSCD_MEMBER_SORT_TEAM }, "F, E, D, C, B, A");
  assert_names (store, &(CnscdMemberQuery) { .sort = CNSCD_MEMBER_SORT_TEAM, .descending = TRUE },
                "A, E, D, C, B, F");
  assert_names (store, &(CnscdMemberQuery) { .sort = CNSCD_MEMBER_SORT_ROLE }, "A, E, F, C, D, B");
  assert_names (store, &(CnscdMemberQuery) { .sort = CNSCD_MEMBER_SORT_ROLE, .descending = TRUE },
                "C, D, F, A, E, B");
  /* What is unknown comes last either way. */
  assert_names (store, &(CnscdMemberQuery) { .sort = CNSCD_MEMBER_SORT_BIRTH }, "D, A, B, F, C, E");
  assert_names (store, &(CnscdMemberQuery) { .sort = CNSCD_MEMBER_SORT_BIRTH, .descending = TRUE },
                "F, B, A, D, C, E");
  assert_names (store, &(CnscdMemberQuery) { .sort = CNSCD_MEMBER_SORT_PHONE }, "F, C, A, E, B, D");
  assert_names (store, &(CnscdMemberQuery) { .sort = CNSCD_MEMBER_SORT_PHONE, .descending = TRUE },
                "E, A, C, F, B, D");

  assert_names (store,
                &(CnscdMemberQuery) { .team = middle->record.id, .sort = CNSCD_MEMBER_SORT_TEAM },
                "E, D, C, B");
  assert_names (store, &(CnscdMemberQuery) { .team = "no such team" }, "");
  assert_names (store, &(CnscdMemberQuery) { .unit = CNSCD_TEST_UNIT }, "A, B, C, D, E, F");
  assert_names (store, &(CnscdMemberQuery) { .unit = CNSCD_TEST_OTHER_UNIT }, "");
  assert_names (store, &(CnscdMemberQuery) { .unit = "99999" }, "");
}

static void
test_current (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, NULL);
  g_autoptr (CnscdTeam) changed = cnscd_record_copy (team);
  g_autoptr (CnscdPerson) person = cnscd_test_store_add_person (store, "Đào Thị Hòa", NULL);
  g_autoptr (CnscdMembership) membership =
    cnscd_test_store_add_membership (store, team, person, CNSCD_ROLE_MEMBER);
  const CnscdDate today = cnscd_date_today ();
  const struct
  {
    CnscdDate until;
    const char *names;
  } cases[] = {
    { CNSCD_DATE (2000, 1, 1), "" },
    { today, "Đào Thị Hòa" },
    { CNSCD_DATE (today.year, 0, 0), "Đào Thị Hòa" },
    { CNSCD_DATE (today.year, today.month, 0), "Đào Thị Hòa" },
    { CNSCD_DATE (today.year - 1, 0, 0), "" },
    { CNSCD_DATE (9999, 12, 31), "Đào Thị Hòa" },
    { CNSCD_DATE_UNKNOWN, "Đào Thị Hòa" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      membership->valid_to = cases[i].until;
      cnscd_test_store_put (store, membership);
      assert_names (store, &(CnscdMemberQuery) { 0 }, cases[i].names);
    }

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      changed->valid_to = cases[i].until;
      cnscd_test_store_put (store, changed);
      assert_names (store, &(CnscdMemberQuery) { 0 }, cases[i].names);
    }
}

/* Lists follow every change, wherever it is made. */
static void
test_changes (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, hamlet);
  g_autoptr (CnscdPerson) person = cnscd_test_store_add_person (store, "Đào Thị Hòa", NULL);
  g_autoptr (CnscdMembership) membership =
    cnscd_test_store_add_membership (store, team, person, CNSCD_ROLE_MEMBER);
  g_autoptr (CnscdDatabase) other = cnscd_database_open (store->path, NULL);
  const CnscdMemberQuery all = { 0 };

  assert_names (store, &all, "Đào Thị Hòa");

  cnscd_record_set (person, full_name, "Đào Thị Hoa");
  g_assert_true (cnscd_record_store_put (other, person, NULL));
  assert_names (store, &all, "Đào Thị Hoa");
  assert_names (store, &(CnscdMemberQuery) { .search = "hòa" }, "Đào Thị Hoa");

  g_assert_true (cnscd_database_begin (store->database, NULL));
  cnscd_test_store_add_member (store, team, "Lý Văn Ẩn");
  assert_names (store, &all, "Lý Văn Ẩn, Đào Thị Hoa");
  cnscd_database_rollback (store->database);
  assert_names (store, &all, "Đào Thị Hoa");

  cnscd_record_set (hamlet, name, "Bắc Phong");
  cnscd_test_store_put (store, hamlet);
  assert_names (store, &(CnscdMemberQuery) { .search = "bac phong" }, "Đào Thị Hoa");
  assert_names (store, &(CnscdMemberQuery) { .search = "ba nhat" }, "");

  g_assert_true (cnscd_record_store_delete (store->database, &CNSCD_KIND_MEMBERSHIP,
                                            membership->record.id, NULL));
  assert_names (store, &all, "");
  assert_names (store, &(CnscdMemberQuery) { .search = "hoa" }, "");
}

static void
test_read (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, hamlet);
  g_autoptr (CnscdPerson) person = cnscd_test_store_add_person (store, "Đào Thị Hòa", "0912345678");
  g_autoptr (CnscdMembership) membership =
    cnscd_test_store_add_membership (store, team, person, CNSCD_ROLE_DEPUTY);
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) none = NULL;
  const gint64 nrs[] = { 2, 1, 99, 1 };
  const CnscdMember *member;

  person->birth = CNSCD_DATE (1975, 6, 0);
  person->gender = CNSCD_GENDER_FEMALE;
  cnscd_test_store_put (store, person);
  cnscd_record_set (membership, body, "Hội Phụ nữ");
  cnscd_record_set (membership, position, "Chi hội trưởng");
  cnscd_record_set (membership, note, "ghi chú");
  cnscd_test_store_put (store, membership);
  cnscd_test_store_add_member (store, team, "Lý Văn Ẩn");

  members = cnscd_members_read (store->database, nrs, G_N_ELEMENTS (nrs), NULL);
  g_assert_cmpuint (members->len, ==, 3);
  member = g_ptr_array_index (members, 0);
  g_assert_cmpstr (member->full_name, ==, "Lý Văn Ẩn");

  member = g_ptr_array_index (members, 1);
  g_assert_cmpint (member->nr, ==, 1);
  g_assert_cmpstr (member->membership, ==, membership->record.id);
  g_assert_cmpstr (member->person, ==, person->record.id);
  g_assert_cmpstr (member->team, ==, team->record.id);
  g_assert_cmpstr (member->unit, ==, CNSCD_TEST_UNIT);
  g_assert_cmpstr (member->full_name, ==, "Đào Thị Hòa");
  g_assert_cmpint (member->gender, ==, CNSCD_GENDER_FEMALE);
  g_assert_true (cnscd_date_equal (member->birth, CNSCD_DATE (1975, 6, 0)));
  g_assert_cmpstr (member->phone, ==, "0912345678");
  g_assert_cmpint (member->role, ==, CNSCD_ROLE_DEPUTY);
  g_assert_cmpstr (member->team_name, ==, "Tổ CNSCĐ xóm Ba Nhất");
  g_assert_cmpstr (member->hamlet_name, ==, "Ba Nhất");
  g_assert_cmpint (member->hamlet_kind, ==, CNSCD_HAMLET_KIND_HAMLET);
  g_assert_cmpstr (member->body, ==, "Hội Phụ nữ");
  g_assert_cmpstr (member->position, ==, "Chi hội trưởng");
  g_assert_cmpstr (member->note, ==, "ghi chú");
  g_assert_cmpint (member->ordinal, ==, CNSCD_COUNT_UNKNOWN);

  none = cnscd_members_read (store->database, NULL, 0, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

/* No number that this program gives: a search must not ask for that much memory, or write before
 * it. */
static void
test_strange_numbers (void)
{
  static const char *const numbers[] = { "4611686018427387904", "-7", "9223372036854775807" };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
      g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, NULL);
      g_autofree char *sql = g_strdup_printf (
        "UPDATE membership SET nr = %s; UPDATE member_index SET nr = %s", numbers[i], numbers[i]);
      const CnscdMemberQuery query = { .search = "an 0912345" };
      g_autoptr (GError) error = NULL;

      cnscd_test_store_add_member (store, team, "Nguyễn Văn An");
      cnscd_test_store_exec (store, sql);
      assert_names (store, &(CnscdMemberQuery) { 0 }, "Nguyễn Văn An");
      g_assert_null (cnscd_members_query (store->database, &query, &error));
      g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_DAMAGED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/members/name-order", test_name_order);
  g_test_add_func ("/store/members/orders", test_orders);
  g_test_add_func ("/store/members/current", test_current);
  g_test_add_func ("/store/members/changes", test_changes);
  g_test_add_func ("/store/members/read", test_read);
  g_test_add_func ("/store/members/strange-numbers", test_strange_numbers);

  return g_test_run ();
}
