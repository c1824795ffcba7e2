/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-store.h"
#include "store/cnscd-decision-details.h"
#include "store/cnscd-decisions.h"
#include "store/cnscd-record-store.h"
#include "store/cnscd-unit-records-store.h"

static CnscdDecision *
add_decision (CnscdTestStore *store, const char *unit, const char *number, CnscdDate date)
{
  CnscdDecision *decision = cnscd_record_new (&CNSCD_KIND_DECISION, unit);

  cnscd_record_set (decision, number, number);
  decision->date = date;
  cnscd_test_store_put (store, decision);
  return decision;
}

static void
assert_decisions (CnscdTestStore *store, const CnscdDecisionQuery *query, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) decisions = cnscd_decisions_list (store->database, query, &error);
  g_autoptr (GArray) nrs = cnscd_decisions_query (store->database, query, NULL);
  g_autoptr (GString) numbers = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (nrs->len, ==, decisions->len);
  for (guint i = 0; i < decisions->len; i++)
    {
      const CnscdDecisionSummary *decision = decisions->pdata[i];

      g_assert_cmpint (g_array_index (nrs, gint64, i), ==, decision->nr);
      g_string_append_printf (numbers, "%s%s", i > 0 ? ", " : "", decision->number);
    }
  g_assert_cmpstr (numbers->str, ==, expected);
}

/* The newest first, those without a date last; not those that are deleted. */
static void
test_order (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdDecision) older =
    add_decision (store, CNSCD_TEST_UNIT, "7/QĐ-UBND", CNSCD_DATE (2025, 1, 9));
  g_autoptr (CnscdDecision) undated =
    add_decision (store, CNSCD_TEST_UNIT, "8/QĐ-UBND", CNSCD_DATE_UNKNOWN);
  g_autoptr (CnscdDecision) newer =
    add_decision (store, CNSCD_TEST_UNIT, "103/QĐ-UBND", CNSCD_DATE (2025, 11, 29));
  g_autoptr (CnscdDecision) theirs =
    add_decision (store, CNSCD_TEST_OTHER_UNIT, "5/QĐ-UBND", CNSCD_DATE (2025, 12, 1));
  g_autoptr (GError) error = NULL;

  assert_decisions (store, &(CnscdDecisionQuery) { .unit = CNSCD_TEST_UNIT },
                    "103/QĐ-UBND, 7/QĐ-UBND, 8/QĐ-UBND");
  assert_decisions (store, &(CnscdDecisionQuery) { 0 },
                    "5/QĐ-UBND, 103/QĐ-UBND, 7/QĐ-UBND, 8/QĐ-UBND");

  cnscd_record_store_delete (store->database, &CNSCD_KIND_DECISION, newer->record.id, &error);
  g_assert_no_error (error);
  assert_decisions (store, &(CnscdDecisionQuery) { .unit = CNSCD_TEST_UNIT },
                    "7/QĐ-UBND, 8/QĐ-UBND");
}

static void
test_search (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdDecision) one =
    add_decision (store, CNSCD_TEST_UNIT, "7/QĐ-UBND", CNSCD_DATE (2025, 1, 9));
  g_autoptr (CnscdDecision) other =
    add_decision (store, CNSCD_TEST_UNIT, "103/QĐ-UBND", CNSCD_DATE (2025, 11, 29));

  one->kind = CNSCD_DECISION_KIND_DISSOLVE;
  cnscd_record_set (one, subject, "Về các tổ cũ");
  cnscd_test_store_put (store, one);
  cnscd_record_set (other, signer, "Đặng Văn Ẩn");
  cnscd_test_store_put (store, other);

  assert_decisions (store, &(CnscdDecisionQuery) { .search = "103/qd" }, "103/QĐ-UBND");
  assert_decisions (store, &(CnscdDecisionQuery) { .search = "dang an" }, "103/QĐ-UBND");
  assert_decisions (store, &(CnscdDecisionQuery) { .search = "29/11/2025" }, "103/QĐ-UBND");
  assert_decisions (store, &(CnscdDecisionQuery) { .search = "giai the" }, "7/QĐ-UBND");
  assert_decisions (store, &(CnscdDecisionQuery) { .search = "tổ cũ" }, "7/QĐ-UBND");
  assert_decisions (store, &(CnscdDecisionQuery) { .search = "Võ Nhai 2025" },
                    "103/QĐ-UBND, 7/QĐ-UBND");
  assert_decisions (store, &(CnscdDecisionQuery) { .unit = CNSCD_TEST_UNIT, .search = "Võ Nhai" },
                    "");
  assert_decisions (store, &(CnscdDecisionQuery) { .search = "\"*" }, "");
}

static CnscdTeam *
add_team (CnscdTestStore *store, CnscdDecision *begun, CnscdDecision *ended)
{
  CnscdTeam *team = cnscd_test_store_add_team (store, NULL);

  cnscd_record_set (team, decision, begun != NULL ? begun->record.id : NULL);
  cnscd_record_set (team, end_decision, ended != NULL ? ended->record.id : NULL);
  cnscd_test_store_put (store, team);
  return team;
}

static void
add_membership (CnscdTestStore *store, CnscdTeam *team, CnscdDecision *begun, CnscdDecision *ended)
{
  g_autoptr (CnscdPerson) person = cnscd_test_store_add_person (store, "An", NULL);
  g_autoptr (CnscdMembership) membership =
    cnscd_test_store_add_membership (store, team, person, CNSCD_ROLE_MEMBER);

  cnscd_record_set (membership, decision, begun != NULL ? begun->record.id : NULL);
  cnscd_record_set (membership, end_decision, ended != NULL ? ended->record.id : NULL);
  cnscd_test_store_put (store, membership);
}

/* What decisions did is counted, whether they began or ended it. */
static void
test_counts (void)
{
  static const guint expected[][2] = { { 1, 2 }, { 1, 1 }, { 2, 3 }, { 0, 0 } };
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdDecision) established =
    add_decision (store, CNSCD_TEST_UNIT, "1/QĐ-UBND", CNSCD_DATE (2025, 1, 1));
  g_autoptr (CnscdDecision) consolidated =
    add_decision (store, CNSCD_TEST_UNIT, "2/QĐ-UBND", CNSCD_DATE (2025, 2, 1));
  g_autoptr (CnscdDecision) dissolved =
    add_decision (store, CNSCD_TEST_UNIT, "3/QĐ-UBND", CNSCD_DATE (2025, 3, 1));
  g_autoptr (CnscdDecision) nothing =
    add_decision (store, CNSCD_TEST_UNIT, "4/QĐ-UBND", CNSCD_DATE (2025, 4, 1));
  g_autoptr (CnscdTeam) team = add_team (store, established, dissolved);
  g_autoptr (CnscdTeam) other = add_team (store, NULL, dissolved);
  g_autoptr (GArray) nrs = NULL;
  g_autoptr (GPtrArray) summaries = NULL;
  g_autoptr (GError) error = NULL;

  add_membership (store, team, established, consolidated);
  add_membership (store, team, established, dissolved);
  add_membership (store, team, consolidated, dissolved);
  add_membership (store, other, NULL, dissolved);
  add_membership (store, other, NULL, NULL);

  nrs = cnscd_decisions_query (store->database, &(CnscdDecisionQuery) { 0 }, &error);
  g_assert_no_error (error);
  summaries =
    cnscd_decisions_read (store->database, (const gint64 *) (gpointer) nrs->data, nrs->len, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (summaries->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < summaries->len; i++)
    {
      const CnscdDecisionSummary *summary = summaries->pdata[summaries->len - 1 - i];

      g_assert_cmpuint (summary->n_teams, ==, expected[i][0]);
      g_assert_cmpuint (summary->n_members, ==, expected[i][1]);
    }
}

/* One decision with everything that it did, in the order of rosters. */
static void
test_details (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdDecision) first =
    add_decision (store, CNSCD_TEST_UNIT, "1/QĐ-UBND", CNSCD_DATE (2025, 1, 1));
  g_autoptr (CnscdDecision) second =
    add_decision (store, CNSCD_TEST_UNIT, "2/QĐ-UBND", CNSCD_DATE (2025, 2, 1));
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, hamlet);
  g_autoptr (CnscdTeam) commune = add_team (store, first, second);
  g_autoptr (CnscdDecisionDetails) details = NULL;
  g_autoptr (CnscdDecisionDetails) none = NULL;
  g_autoptr (GError) error = NULL;
  const CnscdDecisionPart *part;

  cnscd_record_set (team, decision, first->record.id);
  cnscd_test_store_put (store, team);
  add_membership (store, team, first, NULL);
  add_membership (store, commune, first, second);

  details = cnscd_decision_details_read (store->database, first->record.id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (details->decision->number, ==, "1/QĐ-UBND");
  g_assert_cmpuint (details->teams_begun->len, ==, 2);
  g_assert_cmpuint (details->teams_ended->len, ==, 0);
  g_assert_cmpuint (details->members_begun->len, ==, 2);
  g_assert_cmpuint (details->members_ended->len, ==, 0);
  part = details->teams_begun->pdata[1];
  g_assert_cmpstr (part->team, ==, team->record.id);
  g_assert_cmpstr (part->hamlet_name, ==, "Ba Nhất");
  g_assert_null (part->person);
  part = details->members_begun->pdata[0];
  g_assert_cmpstr (part->team, ==, commune->record.id);
  g_assert_cmpstr (part->full_name, ==, "An");
  g_assert_cmpint (part->role, ==, CNSCD_ROLE_MEMBER);

  cnscd_decision_details_free (g_steal_pointer (&details));
  details = cnscd_decision_details_read (store->database, second->record.id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (details->teams_begun->len, ==, 0);
  g_assert_cmpuint (details->teams_ended->len, ==, 1);
  g_assert_cmpuint (details->members_begun->len, ==, 0);
  g_assert_cmpuint (details->members_ended->len, ==, 1);

  none = cnscd_decision_details_read (store->database, team->record.id, &error);
  g_assert_null (none);
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
}

static void
test_unit_records (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, hamlet);
  g_autoptr (CnscdTeam) theirs = cnscd_record_new (&CNSCD_KIND_TEAM, CNSCD_TEST_OTHER_UNIT);
  g_autoptr (CnscdUnitRecords) records = NULL;
  g_autoptr (GPtrArray) teams = NULL;
  g_autoptr (GPtrArray) memberships = NULL;
  g_autoptr (GError) error = NULL;

  cnscd_test_store_add_member (store, team, "An");
  cnscd_record_set (theirs, name, "Tổ CNSCĐ");
  theirs->level = CNSCD_TEAM_LEVEL_COMMUNE;
  cnscd_test_store_put (store, theirs);

  records = cnscd_unit_records_read (store->database, CNSCD_TEST_UNIT, &error);
  g_assert_no_error (error);
  teams = cnscd_unit_records_list_teams (records, CNSCD_DATE (2026, 1, 1));
  g_assert_cmpuint (teams->len, ==, 1);
  g_assert_true (cnscd_record_equal (teams->pdata[0], team));
  memberships =
    cnscd_unit_records_list_memberships (records, team->record.id, CNSCD_DATE (2026, 1, 1));
  g_assert_cmpuint (memberships->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/decisions/order", test_order);
  g_test_add_func ("/store/decisions/search", test_search);
  g_test_add_func ("/store/decisions/counts", test_counts);
  g_test_add_func ("/store/decisions/details", test_details);
  g_test_add_func ("/store/decisions/unit-records", test_unit_records);

  return g_test_run ();
}
