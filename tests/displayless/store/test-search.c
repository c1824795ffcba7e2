/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cnscd-test-store.h"
#include "store/cnscd-members.h"

typedef struct
{
  CnscdTestStore *store;
} Fixture;

static void
add (CnscdTestStore *store, CnscdTeam *team, const char *name, const char *phone)
{
  g_autoptr (CnscdPerson) person = cnscd_test_store_add_person (store, name, phone);
  g_autoptr (CnscdMembership) membership =
    cnscd_test_store_add_membership (store, team, person, CNSCD_ROLE_MEMBER);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  CnscdTestStore *store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autoptr (CnscdHamlet) group = cnscd_test_store_add_hamlet (store, "Tổ 12");
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, hamlet);
  g_autoptr (CnscdTeam) other = cnscd_test_store_add_team (store, group);

  fixture->store = store;
  add (store, team, "Đào Thị Hòa", "0328456789");
  add (store, team, "Đạo Văn Hoà", "0912345678");
  add (store, team, "Dao Văn Hoàng", NULL);
  add (store, other, "Nguyễn Văn An", "0987654321");
  add (store, other, "Ngũ Thị Vân", "02083123456");
  add (store, other, "Giàng A H'Mông", NULL);
  add (store, other, "Đặng Thị Ẩn", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->store, cnscd_test_store_free);
}

static void
assert_finds (Fixture *fixture, const char *search, const char *expected)
{
  const CnscdMemberQuery query = { .search = search };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) members = cnscd_members_list (fixture->store->database, &query, &error);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < members->len; i++)
    {
      const CnscdMember *member = g_ptr_array_index (members, i);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", member->full_name);
    }
  g_assert_cmpstr (names->str, ==, expected);
}

#define EVERYBODY                                                                                  \
  "Nguyễn Văn An, Đặng Thị Ẩn, Giàng A H'Mông, Đào Thị Hòa, Đạo Văn Hoà, Dao Văn Hoàng, "          \
  "Ngũ Thị Vân"

static void
test_accents (Fixture *fixture, gconstpointer data)
{
  /* The very accents first, then by name. */
  assert_finds (fixture, "dao", "Dao Văn Hoàng, Đào Thị Hòa, Đạo Văn Hoà");
  assert_finds (fixture, "đào", "Đào Thị Hòa, Đạo Văn Hoà, Dao Văn Hoàng");
  assert_finds (fixture, "ĐẠO", "Đạo Văn Hoà, Đào Thị Hòa, Dao Văn Hoàng");
  assert_finds (fixture, "dang", "Đặng Thị Ẩn");
  assert_finds (fixture, "ẩn", "Đặng Thị Ẩn, Nguyễn Văn An");
  assert_finds (fixture, "an", "Nguyễn Văn An, Đặng Thị Ẩn");

  /* One word, whichever vowel bears the tone; also on the way to a longer one. */
  assert_finds (fixture, "hòa", "Đào Thị Hòa, Đạo Văn Hoà, Dao Văn Hoàng");
  assert_finds (fixture, "hoà", "Đào Thị Hòa, Đạo Văn Hoà, Dao Văn Hoàng");
  assert_finds (fixture, "hoàn", "Dao Văn Hoàng");

  /* Decomposed, as macOS and some input methods write. */
  assert_finds (fixture, "Đa\xcc\x80o", "Đào Thị Hòa, Đạo Văn Hoà, Dao Văn Hoàng");
  assert_finds (fixture, "hmong", "Giàng A H'Mông");
  assert_finds (fixture, "h'mông", "Giàng A H'Mông");
}

/* A word that is there as a whole comes before one that only begins so. */
static void
test_whole_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (fixture->store, "Na Rì");
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (fixture->store, hamlet);

  add (fixture->store, team, "Hoàng Văn Bình", NULL);
  add (fixture->store, team, "Đào Thị Hoài", NULL);
  add (fixture->store, team, "Đạo Hoàng Anh", NULL);

  assert_finds (fixture, "hoà",
                "Đào Thị Hòa, Đạo Văn Hoà, Đạo Hoàng Anh, Hoàng Văn Bình, Đào Thị Hoài, "
                "Dao Văn Hoàng");
  assert_finds (fixture, "hòa",
                "Đào Thị Hòa, Đạo Văn Hoà, Đạo Hoàng Anh, Hoàng Văn Bình, Đào Thị Hoài, "
                "Dao Văn Hoàng");
  assert_finds (fixture, "đạo hoà",
                "Đạo Văn Hoà, Đạo Hoàng Anh, Đào Thị Hòa, Đào Thị Hoài, "
                "Dao Văn Hoàng");
  assert_finds (fixture, "hoà na rì", "Đạo Hoàng Anh, Hoàng Văn Bình, Đào Thị Hoài");
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  assert_finds (fixture, "ngu van", "Nguyễn Văn An, Ngũ Thị Vân");
  assert_finds (fixture, "van ngu", "Nguyễn Văn An, Ngũ Thị Vân");
  assert_finds (fixture, "  nguyễn   văn  ", "Nguyễn Văn An");
  assert_finds (fixture, "guyen", "");
  assert_finds (fixture, "x", "");
  assert_finds (fixture, "d", "Dao Văn Hoàng, Đặng Thị Ẩn, Đào Thị Hòa, Đạo Văn Hoà");
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  assert_finds (fixture, "ba nhat", "Đào Thị Hòa, Đạo Văn Hoà, Dao Văn Hoàng");
  assert_finds (fixture, "hoang ba nhat", "Dao Văn Hoàng");
  assert_finds (fixture, "nhất", "Đào Thị Hòa, Đạo Văn Hoà, Dao Văn Hoàng");
  assert_finds (fixture, "tổ 12", "Nguyễn Văn An, Đặng Thị Ẩn, Giàng A H'Mông, Ngũ Thị Vân");
  assert_finds (fixture, "12", "Nguyễn Văn An, Đặng Thị Ẩn, Giàng A H'Mông, Ngũ Thị Vân");
  assert_finds (fixture, "an tổ 12", "Nguyễn Văn An, Đặng Thị Ẩn");
}

static void
test_phones (Fixture *fixture, gconstpointer data)
{
  assert_finds (fixture, "0912345678", "Đạo Văn Hoà");
  assert_finds (fixture, "0912", "Đạo Văn Hoà");
  assert_finds (fixture, "0912.345.678", "Đạo Văn Hoà");
  assert_finds (fixture, "0912 34", "Đạo Văn Hoà");
  assert_finds (fixture, "(0208) 3123", "Ngũ Thị Vân");
  assert_finds (fixture, "+84 912", "Đạo Văn Hoà");
  assert_finds (fixture, "84912345678", "Đạo Văn Hoà");
  /* As spreadsheets leave it. */
  assert_finds (fixture, "912345", "Đạo Văn Hoà");
  /* As it was called before 2018. */
  assert_finds (fixture, "01628456789", "Đào Thị Hòa");
  assert_finds (fixture, "0162 8", "Đào Thị Hòa");
  /* What is remembered of it. */
  assert_finds (fixture, "345 678", "Đạo Văn Hoà");
  assert_finds (fixture, "4567", "Đào Thị Hòa, Đạo Văn Hoà");
  assert_finds (fixture, "hoà 345678", "Đạo Văn Hoà");
  assert_finds (fixture, "678", "");
  assert_finds (fixture, "hoà 0912", "Đạo Văn Hoà");
  assert_finds (fixture, "hoà 0913", "");
  assert_finds (fixture, "0999", "");
  assert_finds (fixture, "123456789012345678901234567890", "");
  /* A sign that is no name; and marks that are no sign of a phone either. */
  assert_finds (fixture, "# 0912345", "Đạo Văn Hoà");
  assert_finds (fixture, "— 0912345", "Đạo Văn Hoà");
  assert_finds (fixture, "*0912", "Đạo Văn Hoà");
  assert_finds (fixture, "\"0912\"", "Đạo Văn Hoà");
  assert_finds (fixture, "' 0912", "Đạo Văn Hoà");
  assert_finds (fixture, "# 0999", "");
  assert_finds (fixture, "*12", "Nguyễn Văn An, Đặng Thị Ẩn, Giàng A H'Mông, Ngũ Thị Vân");
}

static void
test_order_and_filter (Fixture *fixture, gconstpointer data)
{
  const CnscdMemberQuery query = { .search = "h", .descending = TRUE };
  const CnscdMemberQuery elsewhere = { .search = "h", .unit = CNSCD_TEST_OTHER_UNIT };
  g_autoptr (GPtrArray) members = cnscd_members_list (fixture->store->database, &query, NULL);
  g_autoptr (GArray) none = cnscd_members_query (fixture->store->database, &elsewhere, NULL);

  g_assert_cmpuint (members->len, ==, 4);
  g_assert_cmpstr (((CnscdMember *) g_ptr_array_index (members, 0))->full_name, ==,
                   "Dao Văn Hoàng");
  g_assert_cmpuint (none->len, ==, 0);
}

/* Nothing that somebody types is an error, and nothing is taken for a command. */
static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  static const char *const nothing[] = {
    "\"", "'", "*",  "^",     "()", ")(", "-",  ":",   "😀",
    "%",  "_", "\\", "\"\"*", "--", ";",  "{}", "...",
  };
  static const char *const no_hit[] = {
    "AND",
    "OR",
    "NOT",
    "NEAR(a b, 2)",
    "name:dao",
    "{name place}:dao",
    "dao OR an",
    "\"dao",
    "dao* -an",
    "dao AND",
    "'; DROP TABLE team; --",
    "^dao dao^ x",
    "rowid:1",
    "\xff\xfe",
    "dao\xff",
    "member_search",
    "NULL",
    "𝔡𝔞𝔬",
    "ﬁ",
    "漢字",
    "เ",
    "٣",
  };
  g_autofree char *long_word = g_strnfill (10 * 1024, 'a');
  g_autoptr (GString) long_text = g_string_new (NULL);

  assert_finds (fixture, NULL, EVERYBODY);
  assert_finds (fixture, "", EVERYBODY);
  assert_finds (fixture, " \t\n ", EVERYBODY);

  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    assert_finds (fixture, nothing[i], "");

  for (guint i = 0; i < G_N_ELEMENTS (no_hit); i++)
    {
      const CnscdMemberQuery query = { .search = no_hit[i] };
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) nrs = cnscd_members_query (fixture->store->database, &query, &error);

      g_assert_no_error (error);
      g_assert_nonnull (nrs);
    }

  assert_finds (fixture, "dao* (hoa)", "Đào Thị Hòa, Đạo Văn Hoà, Dao Văn Hoàng");
  assert_finds (fixture, long_word, "");
  for (guint i = 0; i < 2000; i++)
    g_string_append (long_text, "an \"*");
  assert_finds (fixture, long_text->str, "Nguyễn Văn An, Đặng Thị Ẩn");
}

/* A table that somebody dropped is damage, not a matter of the disk. */
static void
test_lost_table (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (GArray) nrs = NULL;
  g_autoptr (GError) error = NULL;

  cnscd_test_store_exec (store, "DROP TABLE member_index");
  nrs = cnscd_members_query (store->database, &(CnscdMemberQuery) { 0 }, &error);
  g_assert_null (nrs);
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_DAMAGED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                        \
  g_test_add ("/store/search/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("accents", test_accents);
  ADD ("whole-words", test_whole_words);
  ADD ("words", test_words);
  ADD ("places", test_places);
  ADD ("phones", test_phones);
  ADD ("order-and-filter", test_order_and_filter);
  ADD ("hostile", test_hostile);

  g_test_add_func ("/store/search/lost-table", test_lost_table);
  return g_test_run ();
}
