/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-store.h"

#include <string.h>

#include "core/cnscd-person-merge.h"
#include "store/cnscd-action.h"
#include "store/cnscd-change-set-store.h"
#include "store/cnscd-distinct.h"
#include "store/cnscd-duplicates.h"
#include "store/cnscd-person-history.h"
#include "store/cnscd-record-store.h"

#define EXISTING "01234567-89ab-4cde-8f01-23456789abcd"

static CnscdPerson *
add_person (CnscdTestStore *store,
            const char *unit,
            const char *name,
            guint16 year,
            const char *phone)
{
  CnscdPerson *person = cnscd_record_new (&CNSCD_KIND_PERSON, unit);

  cnscd_record_set (person, full_name, name);
  person->birth = CNSCD_DATE (year, 0, 0);
  cnscd_record_set (person, phone, phone);
  cnscd_test_store_put (store, person);
  return person;
}

static void
add (CnscdTestStore *store, const char *name, guint16 year, const char *phone)
{
  g_autoptr (CnscdPerson) person = add_person (store, CNSCD_TEST_UNIT, name, year, phone);
}

static GPtrArray *
find (CnscdTestStore *store)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = cnscd_duplicates_find (store->database, CNSCD_TEST_UNIT, &error);

  g_assert_no_error (error);
  g_assert_nonnull (found);
  return found;
}

static char *
describe (GPtrArray *found)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const CnscdDuplicate *duplicate = found->pdata[i];

      g_string_append_printf (text, "%s%s = %s", i > 0 ? ", " : "", duplicate->one.full_name,
                              duplicate->other.full_name);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
assert_found (CnscdTestStore *store, const char *expected)
{
  g_autoptr (GPtrArray) found = find (store);
  g_autofree char *text = describe (found);

  g_assert_cmpstr (text, ==, expected);
}

/* ---- duplicates */

static void
test_find (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();

  assert_found (store, "");
  add (store, "Lê Văn Ba", 1980, NULL);
  add (store, "LÊ VĂN BA", 1980, "0912345678");
  add (store, "Hoàng Kim Hoà", 1990, "0987654321");
  add (store, "Hoàng Kim Hòa", 1990, "0987654321");
  add (store, "Trần Hùng", 0, "0208123456");
  add (store, "Trần Văn Hùng", 1985, "0208123456");
  /* renamed, or entered under a wrong name */
  add (store, "Lý Văn Sáu", 1960, "0933333333");
  add (store, "Nông Đức Thắng", 1960, "0933333333");
  /* none of these */
  add (store, "Nguyễn Văn Lang", 1980, NULL);
  add (store, "Nguyễn Văn Lăng", 1985, NULL);
  add (store, "Đào Thị Ánh", 1970, "0911111111");
  add (store, "Đào Thị Ánh", 1971, "0911111111");
  add (store, "…", 1980, NULL);
  add (store, "…", 1980, NULL);
  /* The likeliest first. */
  assert_found (store, "Hoàng Kim Hoà = Hoàng Kim Hòa, Lê Văn Ba = LÊ VĂN BA, "
                       "Lý Văn Sáu = Nông Đức Thắng, Trần Hùng = Trần Văn Hùng");
}

/* Many names are in more than one commune. */
static void
test_communes (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  g_autoptr (CnscdPerson) there =
    add_person (store, CNSCD_TEST_OTHER_UNIT, "Lê Văn Ba", 1980, "0912345678");
  add (store, "Lê Văn Ba", 1980, "0912345678");
  found = cnscd_duplicates_find (store->database, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 0);

  g_autoptr (CnscdPerson) again =
    add_person (store, CNSCD_TEST_OTHER_UNIT, "Lê Văn Ba", 1980, "0912345678");
  assert_found (store, "");
  g_ptr_array_unref (g_steal_pointer (&found));
  found = cnscd_duplicates_find (store->database, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
}

static void
test_details (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, hamlet);
  g_autoptr (CnscdTeam) former = cnscd_test_store_add_team (store, NULL);
  g_autoptr (CnscdPerson) person =
    add_person (store, CNSCD_TEST_UNIT, "Lê Văn Ba", 1980, "0912345678");
  g_autoptr (CnscdMembership) now =
    cnscd_test_store_add_membership (store, team, person, CNSCD_ROLE_MEMBER);
  g_autoptr (CnscdMembership) then = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, CNSCD_TEST_UNIT);
  g_autoptr (GPtrArray) found = NULL;
  const CnscdDuplicate *duplicate;

  cnscd_record_set (then, team, former->record.id);
  cnscd_record_set (then, person, person->record.id);
  then->valid_from = CNSCD_DATE (2023, 1, 1);
  then->valid_to = CNSCD_DATE (2023, 12, 31);
  cnscd_test_store_put (store, then);
  add (store, "Lê Văn Ba", 1980, NULL);

  found = find (store);
  g_assert_cmpuint (found->len, ==, 1);
  duplicate = found->pdata[0];
  g_assert_cmpstr (duplicate->one.id, ==, person->record.id);
  g_assert_cmpstr (duplicate->one.hamlet_name, ==, "Ba Nhất");
  g_assert_cmpint (duplicate->one.hamlet_kind, ==, CNSCD_HAMLET_KIND_HAMLET);
  g_assert_cmpuint (duplicate->one.n_teams, ==, 2);
  g_assert_cmpstr (duplicate->one.phone, ==, "0912345678");
  g_assert_cmpuint (duplicate->other.n_teams, ==, 0);
  g_assert_cmpuint (duplicate->match, ==, CNSCD_PERSON_MATCH_NAME | CNSCD_PERSON_MATCH_YEAR);
}

static void
test_distinct (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdPerson) one = add_person (store, CNSCD_TEST_UNIT, "Lê Văn Ba", 1980, NULL);
  g_autoptr (CnscdPerson) other = add_person (store, CNSCD_TEST_UNIT, "Lê Văn Ba", 1980, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *count = NULL;

  assert_found (store, "Lê Văn Ba = Lê Văn Ba");
  cnscd_distinct_set (store->database, one->record.id, other->record.id, TRUE, &error);
  g_assert_no_error (error);
  assert_found (store, "");
  cnscd_test_store_reopen (store);
  assert_found (store, "");

  /* In whatever order. */
  cnscd_distinct_set (store->database, other->record.id, one->record.id, FALSE, &error);
  g_assert_no_error (error);
  assert_found (store, "Lê Văn Ba = Lê Văn Ba");

  /* Nobody's disk fills up with it, and other settings stay. */
  cnscd_database_set_setting (store->database, "unit", CNSCD_TEST_UNIT, &error);
  g_assert_no_error (error);
  cnscd_test_store_exec (store,
                         "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                         " WHERE i < 6000) INSERT INTO setting SELECT 'distinct:' || i, i FROM n");
  cnscd_distinct_set (store->database, one->record.id, other->record.id, TRUE, &error);
  g_assert_no_error (error);
  count = cnscd_test_store_query (store, "SELECT count (*), min (CAST (value AS INTEGER)) FROM"
                                         " setting WHERE name LIKE 'distinct:%'");
  g_assert_cmpstr (count, ==, "5000|1002");
  assert_found (store, "");
  g_free (count);
  count = cnscd_database_get_setting (store->database, "unit", &error);
  g_assert_cmpstr (count, ==, CNSCD_TEST_UNIT);
}

/* Whoever is deleted is nobody's double. */
static void
test_deleted (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdPerson) one = add_person (store, CNSCD_TEST_UNIT, "Lê Văn Ba", 1980, NULL);
  g_autoptr (GError) error = NULL;

  add (store, "Lê Văn Ba", 1980, NULL);
  cnscd_record_store_delete (store->database, &CNSCD_KIND_PERSON, one->record.id, &error);
  g_assert_no_error (error);
  assert_found (store, "");
}

/* Neither a file that says the same a thousand times nor an office's phone takes forever. */
static void
test_many (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (cnscd_database_begin (store->database, &error));
  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *name = g_strdup_printf ("Lê Văn %c%c", 'A' + i % 26, 'a' + i / 26 % 26);

      add (store, "Nguyễn Văn Hùng", 1980, NULL);
      add (store, name, 0, "0208888888");
    }
  g_assert_true (cnscd_database_commit (store->database, &error));

  found = find (store);
  g_assert_cmpuint (found->len, ==, CNSCD_DUPLICATES_MAX);
}

/* ---- history and merging */

static CnscdMembership *
add_membership (CnscdTestStore *store,
                CnscdTeam *team,
                CnscdPerson *person,
                CnscdDate from,
                CnscdDate to)
{
  CnscdMembership *membership = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, CNSCD_TEST_UNIT);

  cnscd_record_set (membership, team, team->record.id);
  cnscd_record_set (membership, person, person->record.id);
  membership->role = CNSCD_ROLE_MEMBER;
  membership->valid_from = from;
  membership->valid_to = to;
  cnscd_test_store_put (store, membership);
  return membership;
}

static void
test_history (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, hamlet);
  g_autoptr (CnscdTeam) dissolved = cnscd_record_new (&CNSCD_KIND_TEAM, CNSCD_TEST_UNIT);
  g_autoptr (CnscdDecision) decision = cnscd_record_new (&CNSCD_KIND_DECISION, CNSCD_TEST_UNIT);
  g_autoptr (CnscdPerson) person =
    add_person (store, CNSCD_TEST_UNIT, "Lê Văn Ba", 1980, "0912345678");
  g_autoptr (CnscdMembership) current = NULL;
  g_autoptr (CnscdMembership) first = NULL;
  g_autoptr (CnscdMembership) second = NULL;
  g_autoptr (CnscdMembership) mistaken = NULL;
  g_autoptr (CnscdPersonHistory) history = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  const CnscdPersonMembership *membership;

  cnscd_record_set (dissolved, name, "Tổ cũ");
  dissolved->level = CNSCD_TEAM_LEVEL_COMMUNE;
  dissolved->valid_to = CNSCD_DATE (2024, 6, 30);
  cnscd_test_store_put (store, dissolved);
  cnscd_record_set (decision, number, "103/QĐ-UBND");
  decision->date = CNSCD_DATE (2025, 11, 29);
  cnscd_test_store_put (store, decision);

  current = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, CNSCD_TEST_UNIT);
  cnscd_record_set (current, team, team->record.id);
  cnscd_record_set (current, person, person->record.id);
  cnscd_record_set (current, decision, decision->record.id);
  cnscd_test_store_put (store, current);
  first = add_membership (store, team, person, CNSCD_DATE (2022, 7, 1), CNSCD_DATE (2023, 0, 0));
  second = add_membership (store, dissolved, person, CNSCD_DATE (2024, 1, 1), CNSCD_DATE_UNKNOWN);
  mistaken = add_membership (store, team, person, CNSCD_DATE (2020, 1, 1), CNSCD_DATE_UNKNOWN);
  cnscd_record_store_delete (store->database, &CNSCD_KIND_MEMBERSHIP, mistaken->record.id, &error);
  g_assert_no_error (error);

  history = cnscd_person_history_read (store->database, person->record.id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (history->person->full_name, ==, "Lê Văn Ba");
  g_assert_cmpuint (history->memberships->len, ==, 3);

  membership = history->memberships->pdata[0];
  g_assert_true (membership->is_current);
  g_assert_cmpstr (membership->record->record.id, ==, current->record.id);
  g_assert_cmpstr (membership->hamlet_name, ==, "Ba Nhất");
  g_assert_cmpstr (membership->decision_number, ==, "103/QĐ-UBND");
  g_assert_true (cnscd_date_equal (membership->decision_date, CNSCD_DATE (2025, 11, 29)));
  g_assert_false (cnscd_date_is_known (membership->until));

  /* It ended with its team. */
  membership = history->memberships->pdata[1];
  g_assert_false (membership->is_current);
  g_assert_cmpstr (membership->record->record.id, ==, second->record.id);
  g_assert_cmpstr (membership->team_name, ==, "Tổ cũ");
  g_assert_true (cnscd_date_equal (membership->until, CNSCD_DATE (2024, 6, 30)));

  membership = history->memberships->pdata[2];
  g_assert_cmpstr (membership->record->record.id, ==, first->record.id);
  g_assert_true (cnscd_date_equal (membership->until, CNSCD_DATE (2023, 0, 0)));

  records = cnscd_person_history_dup_records (history);
  g_assert_cmpuint (records->len, ==, 3);
  g_assert_null (cnscd_person_history_read (store->database, EXISTING, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
}

#define WHO_IS_WHERE                                                                               \
  "SELECT p.full_name, p.birth, p.phone, p.deleted, group_concat (m.role || ' ' || m.deleted, ' "  \
  "')"                                                                                             \
  " FROM person p LEFT JOIN membership m ON m.person = p.id GROUP BY p.nr ORDER BY p.nr, m.nr"

/* What a merge does to the file, that nothing is lost by it, and that one undo takes it back. */
static void
test_merge (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, NULL);
  g_autoptr (CnscdPerson) kept = add_person (store, CNSCD_TEST_UNIT, "Lê Văn Ba", 1980, NULL);
  g_autoptr (CnscdPerson) other = add_person (store, CNSCD_TEST_UNIT, "Lê Văn Ba", 0, "0912345678");
  g_autoptr (CnscdMembership) one =
    add_membership (store, team, kept, CNSCD_DATE_UNKNOWN, CNSCD_DATE_UNKNOWN);
  g_autoptr (CnscdMembership) same =
    add_membership (store, team, other, CNSCD_DATE_UNKNOWN, CNSCD_DATE_UNKNOWN);
  g_autoptr (CnscdMembership) leading =
    cnscd_test_store_add_membership (store, team, other, CNSCD_ROLE_LEADER);
  g_autoptr (GPtrArray) kept_memberships = g_ptr_array_new ();
  g_autoptr (GPtrArray) other_memberships = g_ptr_array_new ();
  CnscdPersonMerge merge = { .kept = kept,
                             .kept_memberships = kept_memberships,
                             .other = other,
                             .other_memberships = other_memberships };
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Merged");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = cnscd_test_store_query (store, WHO_IS_WHERE);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  gint64 action;
  guint n_kept;

  g_ptr_array_add (kept_memberships, one);
  g_ptr_array_add (other_memberships, same);
  g_ptr_array_add (other_memberships, leading);
  cnscd_person_merge_suggest (&merge);
  cnscd_person_merge_apply (&merge, set);
  assert_found (store, "Lê Văn Ba = Lê Văn Ba");

  g_assert_true (cnscd_change_set_apply (store->database, set, &action, &error));
  g_assert_no_error (error);
  after = cnscd_test_store_query (store, WHO_IS_WHERE);
  g_assert_cmpstr (after, ==,
                   "Lê Văn Ba|1980|0912345678|0|member 1 leader 0\n"
                   "Lê Văn Ba|NULL|0912345678|1|member 1");
  assert_found (store, "");

  g_assert_true (cnscd_action_undo_full (store->database, action, NULL, &n_kept, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_kept, ==, 0);
  undone = cnscd_test_store_query (store, WHO_IS_WHERE);
  g_assert_cmpstr (undone, ==, before);
  assert_found (store, "Lê Văn Ba = Lê Văn Ba");
}

static CnscdSessionGuide *
add_guide (CnscdTestStore *store,
           const CnscdSession *session,
           const CnscdMembership *membership,
           CnscdGuidePart part,
           CnscdPresence presence)
{
  CnscdSessionGuide *guide = cnscd_record_new (&CNSCD_KIND_SESSION_GUIDE, CNSCD_TEST_UNIT);

  cnscd_record_set (guide, session, session->record.id);
  cnscd_record_set (guide, membership, membership->record.id);
  guide->part = (int) part;
  guide->presence = (int) presence;
  cnscd_test_store_put (store, guide);
  return guide;
}

static CnscdSession *
add_session (CnscdTestStore *store, const char *title)
{
  CnscdSession *session = cnscd_record_new (&CNSCD_KIND_SESSION, CNSCD_TEST_UNIT);

  cnscd_record_set (session, title, title);
  session->starts_at = cnscd_time_new (CNSCD_DATE (2026, 3, 3), 19 * 60);
  session->ends_at = session->starts_at + 90;
  session->state = CNSCD_SESSION_STATE_HELD;
  cnscd_test_store_put (store, session);
  return session;
}

#define WHO_GUIDES                                                                                 \
  "SELECT s.title, g.part, g.presence, m.role, m.deleted FROM session_guide g"                     \
  " JOIN session s ON s.id = g.session JOIN membership m ON m.id = g.membership"                   \
  " WHERE g.deleted = 0 ORDER BY s.title, m.role"

/* Who guided stays on record, once for each session. */
static void
test_merge_guides (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, NULL);
  g_autoptr (CnscdPerson) kept = add_person (store, CNSCD_TEST_UNIT, "Lê Văn Ba", 1980, NULL);
  g_autoptr (CnscdPerson) other = add_person (store, CNSCD_TEST_UNIT, "Lê Văn Ba", 1980, NULL);
  g_autoptr (CnscdMembership) leading =
    cnscd_test_store_add_membership (store, team, kept, CNSCD_ROLE_LEADER);
  g_autoptr (CnscdMembership) goes =
    cnscd_test_store_add_membership (store, team, other, CNSCD_ROLE_MEMBER);
  g_autoptr (CnscdSession) alpha = add_session (store, "Alpha");
  g_autoptr (CnscdSession) beta = add_session (store, "Beta");
  g_autoptr (CnscdSessionGuide) one =
    add_guide (store, alpha, leading, CNSCD_GUIDE_PART_HELPS, CNSCD_PRESENCE_UNKNOWN);
  g_autoptr (CnscdSessionGuide) same =
    add_guide (store, alpha, goes, CNSCD_GUIDE_PART_LEADS, CNSCD_PRESENCE_PRESENT);
  g_autoptr (CnscdSessionGuide) alone =
    add_guide (store, beta, goes, CNSCD_GUIDE_PART_HELPS, CNSCD_PRESENCE_ABSENT);
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdPersonHistory) of_kept =
    cnscd_person_history_read (store->database, kept->record.id, &error);
  g_autoptr (CnscdPersonHistory) of_other =
    cnscd_person_history_read (store->database, other->record.id, &error);
  g_autoptr (GPtrArray) kept_memberships = cnscd_person_history_dup_records (of_kept);
  g_autoptr (GPtrArray) other_memberships = cnscd_person_history_dup_records (of_other);
  g_autoptr (GPtrArray) guides = g_ptr_array_new ();
  CnscdPersonMerge merge = { .kept = kept,
                             .kept_memberships = kept_memberships,
                             .other = other,
                             .other_memberships = other_memberships,
                             .guides = guides };
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Merged");
  g_autofree char *before = cnscd_test_store_query (store, WHO_GUIDES);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  gint64 action;

  g_assert_no_error (error);
  g_assert_cmpuint (of_kept->guides->len, ==, 1);
  g_assert_cmpuint (of_other->guides->len, ==, 2);
  g_ptr_array_extend (guides, of_kept->guides, NULL, NULL);
  g_ptr_array_extend (guides, of_other->guides, NULL, NULL);
  cnscd_person_merge_apply (&merge, set);
  g_assert_true (cnscd_change_set_apply (store->database, set, &action, &error));
  g_assert_no_error (error);
  after = cnscd_test_store_query (store, WHO_GUIDES);
  g_assert_cmpstr (after, ==,
                   "Alpha|leads|present|leader|0\n"
                   "Beta|helps|absent|leader|0");

  g_assert_true (cnscd_action_undo_full (store->database, action, NULL, NULL, &error));
  g_assert_no_error (error);
  undone = cnscd_test_store_query (store, WHO_GUIDES);
  g_assert_cmpstr (undone, ==, before);
}

/* Somebody puts the other one into a team meanwhile: then nothing at all is merged. */
static void
test_merge_meanwhile (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, NULL);
  g_autoptr (CnscdPerson) kept = add_person (store, CNSCD_TEST_UNIT, "Lê Văn Ba", 1980, NULL);
  g_autoptr (CnscdPerson) other = add_person (store, CNSCD_TEST_UNIT, "Lê Văn Ba", 1980, NULL);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  CnscdPersonMerge merge = {
    .kept = kept, .kept_memberships = none, .other = other, .other_memberships = none
  };
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Merged");
  g_autoptr (CnscdMembership) late = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 action;

  cnscd_person_merge_apply (&merge, set);
  late = cnscd_test_store_add_membership (store, team, other, CNSCD_ROLE_MEMBER);
  before = cnscd_test_store_query (store, WHO_IS_WHERE);
  g_assert_false (cnscd_change_set_apply (store->database, set, &action, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID);
  after = cnscd_test_store_query (store, WHO_IS_WHERE);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/people/duplicates/find", test_find);
  g_test_add_func ("/store/people/duplicates/communes", test_communes);
  g_test_add_func ("/store/people/duplicates/details", test_details);
  g_test_add_func ("/store/people/duplicates/distinct", test_distinct);
  g_test_add_func ("/store/people/duplicates/deleted", test_deleted);
  g_test_add_func ("/store/people/duplicates/many", test_many);
  g_test_add_func ("/store/people/history", test_history);
  g_test_add_func ("/store/people/merge", test_merge);
  g_test_add_func ("/store/people/merge-guides", test_merge_guides);
  g_test_add_func ("/store/people/merge-meanwhile", test_merge_meanwhile);

  return g_test_run ();
}
