/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/cnscd-import-decisions.h"

static void
add_pair (GPtrArray *pairs, const char *row, const char *candidate, CnscdDate last_day)
{
  CnscdImportPair *pair = g_atomic_rc_box_new0 (CnscdImportPair);

  pair->row = g_strdup (row);
  pair->candidate = g_strdup (candidate);
  pair->last_day = last_day;
  g_ptr_array_add (pairs, pair);
}

static GPtrArray *
create_pairs (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_import_pair_unref);
}

static const CnscdImportPair *
get_pair (CnscdImportDecisions *decisions, guint i)
{
  const GPtrArray *pairs = cnscd_import_decisions_get_pairs (decisions);

  g_assert_cmpuint (i, <, pairs->len);
  return pairs->pdata[i];
}

/* A later plan adds to the pairs, and takes none of them away. */
static void
test_add (void)
{
  g_autoptr (CnscdImportDecisions) decisions = cnscd_import_decisions_new ();
  g_autoptr (GPtrArray) first = create_pairs ();
  g_autoptr (GPtrArray) second = create_pairs ();
  g_autoptr (GPtrArray) before = NULL;

  add_pair (first, "row 1", "binh", CNSCD_DATE_UNKNOWN);
  add_pair (first, "row 2", "hoa", CNSCD_DATE_UNKNOWN);
  cnscd_import_decisions_add (decisions, first);
  before = g_ptr_array_ref (cnscd_import_decisions_get_pairs (decisions));

  add_pair (second, "row 3", "binh", CNSCD_DATE_UNKNOWN);
  add_pair (second, "row 2", "hoa", CNSCD_DATE_UNKNOWN);
  cnscd_import_decisions_add (decisions, second);
  g_assert_cmpuint (before->len, ==, 2);
  g_assert_cmpuint (cnscd_import_decisions_get_pairs (decisions)->len, ==, 3);
  g_assert_true (get_pair (decisions, 0) == first->pdata[0]);
  g_assert_true (get_pair (decisions, 1) == first->pdata[1]);
  g_assert_true (get_pair (decisions, 2) == second->pdata[0]);
}

/* Whether somebody has moved turns out only with another decision. */
static void
test_add_choice (void)
{
  const CnscdDate last_day = CNSCD_DATE (2026, 6, 30);
  g_autoptr (CnscdImportDecisions) decisions = cnscd_import_decisions_new ();
  g_autoptr (GPtrArray) first = create_pairs ();
  g_autoptr (GPtrArray) second = create_pairs ();

  add_pair (first, "row 1", "binh", CNSCD_DATE_UNKNOWN);
  cnscd_import_decisions_add (decisions, first);
  add_pair (second, "row 1", "binh", last_day);
  cnscd_import_decisions_add (decisions, second);
  g_assert_cmpuint (cnscd_import_decisions_get_pairs (decisions)->len, ==, 1);
  g_assert_true (cnscd_date_equal (get_pair (decisions, 0)->last_day, last_day));
}

/* Who is one person is no other one. */
static void
test_decide (void)
{
  g_autoptr (CnscdImportDecisions) decisions = cnscd_import_decisions_new ();
  g_autoptr (GPtrArray) pairs = create_pairs ();
  g_autoptr (GHashTable) table = NULL;

  add_pair (pairs, "row 1", "binh", CNSCD_DATE_UNKNOWN);
  add_pair (pairs, "row 1", "hoa", CNSCD_DATE_UNKNOWN);
  add_pair (pairs, "row 2", "hoa", CNSCD_DATE_UNKNOWN);
  ((CnscdImportPair *) pairs->pdata[0])->choice = CNSCD_IMPORT_ONE_PERSON;
  cnscd_import_decisions_add (decisions, pairs);
  g_assert_cmpint (cnscd_import_decisions_get_choice (decisions, pairs->pdata[0]), ==,
                   CNSCD_IMPORT_ONE_PERSON);

  cnscd_import_decisions_decide (decisions, pairs->pdata[1], CNSCD_IMPORT_ONE_PERSON);
  g_assert_cmpint (cnscd_import_decisions_get_choice (decisions, pairs->pdata[0]), ==,
                   CNSCD_IMPORT_TWO_PEOPLE);
  g_assert_cmpint (cnscd_import_decisions_get_choice (decisions, pairs->pdata[1]), ==,
                   CNSCD_IMPORT_ONE_PERSON);
  g_assert_cmpint (cnscd_import_decisions_get_choice (decisions, pairs->pdata[2]), ==,
                   CNSCD_IMPORT_TWO_PEOPLE);

  cnscd_import_decisions_decide (decisions, pairs->pdata[2], CNSCD_IMPORT_TWO_PEOPLE);
  table = cnscd_import_decisions_dup_table (decisions);
  g_assert_cmpuint (g_hash_table_size (table), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (table, "row 1"), ==, "hoa");
  g_assert_cmpstr (g_hash_table_lookup (table, "row 2"), ==, CNSCD_IMPORT_SOMEBODY_ELSE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/decisions/add", test_add);
  g_test_add_func ("/exchange/decisions/add-choice", test_add_choice);
  g_test_add_func ("/exchange/decisions/decide", test_decide);
  return g_test_run ();
}
