/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cnscd-person-pairs.h"

#define UNIT       "05716"
#define OTHER_UNIT "05707"

static void
add (CnscdPersonPairs *pairs,
     gint64 nr,
     const char *unit,
     const char *name,
     guint16 year,
     const char *phone)
{
  g_autofree char *id = g_strdup_printf ("person-%" G_GINT64_FORMAT, nr);
  g_autofree char *given = g_strdup (name);
  const CnscdPersonCandidate candidate = {
    .nr = nr,
    .id = id,
    .unit = unit,
    .full_name = given,
    .traits = { .birth = CNSCD_DATE (year, 0, 0), .phone = phone },
  };

  cnscd_person_pairs_add (pairs, &candidate);
}

static gboolean
never_distinct (const CnscdPersonPair *pair, gpointer user_data)
{
  return FALSE;
}

static gboolean
is_pair (const CnscdPersonPair *pair, gpointer nrs)
{
  const gint64 *both = nrs;

  return pair->one->nr == both[0] && pair->other->nr == both[1];
}

#define assert_pair(pairs, i, one_nr, other_nr)                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const CnscdPersonPair *found = cnscd_person_pairs_get (pairs, i);                              \
    g_assert_cmpint (found->one->nr, ==, one_nr);                                                  \
    g_assert_cmpint (found->other->nr, ==, other_nr);                                              \
  }                                                                                                \
  G_STMT_END

/* Namesakes and owners of one phone of one commune, each two once, the likeliest first. */
static void
test_find (void)
{
  g_autoptr (CnscdPersonPairs) pairs = cnscd_person_pairs_new ();
  guint n;

  add (pairs, 7, UNIT, "Lê Văn Ba", 1980, NULL);
  add (pairs, 3, UNIT, "Hà Thị Hoa", 1975, "0912345678");
  add (pairs, 5, UNIT, "Hà Thị Hoa", 1975, "0912345678");
  add (pairs, 4, UNIT, "Lê Văn Ba", 1980, NULL);
  add (pairs, 8, OTHER_UNIT, "Lê Văn Ba", 1980, NULL);
  add (pairs, 9, UNIT, "Đỗ Thị An", 1990, "0987654321");
  n = cnscd_person_pairs_find (pairs, never_distinct, NULL);
  cnscd_person_pairs_sort (pairs);
  g_assert_cmpuint (n, ==, 2);
  assert_pair (pairs, 0, 3, 5);
  assert_pair (pairs, 1, 4, 7);
  g_assert_cmpstr (cnscd_person_pairs_get (pairs, 1)->one->id, ==, "person-4");
  g_assert_cmpstr (cnscd_person_pairs_get (pairs, 1)->one->full_name, ==, "Lê Văn Ba");
}

/* Two who were told apart are left out, the others of that name are not. */
static void
test_distinct (void)
{
  g_autoptr (CnscdPersonPairs) pairs = cnscd_person_pairs_new ();
  gint64 both[] = { 1, 3 };

  for (guint nr = 1; nr <= 3; nr++)
    add (pairs, nr, UNIT, "Lê Văn Ba", 1980, NULL);
  g_assert_cmpuint (cnscd_person_pairs_find (pairs, is_pair, both), ==, 2);
  cnscd_person_pairs_sort (pairs);
  assert_pair (pairs, 0, 1, 2);
  assert_pair (pairs, 1, 2, 3);
}

/* Names of signs only are nobody's. */
static void
test_nameless (void)
{
  g_autoptr (CnscdPersonPairs) pairs = cnscd_person_pairs_new ();

  add (pairs, 1, UNIT, "…", 1980, "0912345678");
  add (pairs, 2, UNIT, "…", 1980, "0912345678");
  g_assert_cmpuint (cnscd_person_pairs_find (pairs, never_distinct, NULL), ==, 0);
}

/* A file that lists one person thousands of times takes neither for ever nor all of the memory. */
static void
test_many (void)
{
  g_autoptr (CnscdPersonPairs) pairs = cnscd_person_pairs_new ();
  guint n;

  for (guint nr = 1; nr <= 5000; nr++)
    add (pairs, nr, UNIT, "Lê Văn Ba", 1980, "0912345678");
  n = cnscd_person_pairs_find (pairs, never_distinct, NULL);
  g_assert_cmpuint (n, >, 5000);
  g_assert_cmpuint (n, <=, 20000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/person-pairs/find", test_find);
  g_test_add_func ("/person-pairs/distinct", test_distinct);
  g_test_add_func ("/person-pairs/nameless", test_nameless);
  g_test_add_func ("/person-pairs/many", test_many);
  return g_test_run ();
}
