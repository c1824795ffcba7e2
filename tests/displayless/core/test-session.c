/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "core/cnscd-session.h"

#define UNIT       "05716"
#define ID         "01890a5d-ac96-774b-bcce-b302099a8057"
#define OTHER      "01890a5d-ac96-774b-bcce-b302099a8058"
#define MEMBERSHIP "01890a5d-ac96-774b-bcce-b302099a8059"

static CnscdSessionRecords *
make_records (void)
{
  g_autoptr (CnscdSession) session = cnscd_record_new (&CNSCD_KIND_SESSION, UNIT);

  cnscd_record_set (session, title, "Hướng dẫn VNeID");
  session->starts_at = cnscd_time_new (CNSCD_DATE (2026, 11, 27), 19 * 60);
  session->ends_at = session->starts_at + 90;
  session->state = CNSCD_SESSION_STATE_PLANNED;
  session->expected = 20;
  return cnscd_session_records_new (session);
}

/* "add 2, edit 1, delete 0", of all kinds together. */
static char *
describe (const CnscdChangeSet *set)
{
  guint added = 0, edited = 0, deleted = 0;

  for (guint i = 0; i < cnscd_change_set_get_n_changes (set); i++)
    {
      const CnscdRecordChange *change = cnscd_change_set_get_change (set, i);

      if (change->before == NULL)
        added++;
      else if (change->after == NULL)
        deleted++;
      else
        edited++;
    }

  return g_strdup_printf ("%u %u %u", added, edited, deleted);
}

static void
assert_changes (const CnscdChangeSet *set, const char *expected)
{
  g_autofree char *found = describe (set);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_children (void)
{
  g_autoptr (CnscdSessionRecords) records = make_records ();
  const CnscdSessionGuide *guide;

  cnscd_session_records_add_team (records, ID);
  cnscd_session_records_add_team (records, ID);
  cnscd_session_records_add_topic (records, ID);
  cnscd_session_records_add_topic (records, OTHER);
  cnscd_session_records_add_topic (records, ID);
  cnscd_session_records_add_guide (records, MEMBERSHIP, CNSCD_GUIDE_PART_HELPS);
  cnscd_session_records_add_guide (records, MEMBERSHIP, CNSCD_GUIDE_PART_LEADS);

  g_assert_cmpuint (records->teams->len, ==, 1);
  g_assert_cmpuint (records->topics->len, ==, 2);
  g_assert_cmpint (((CnscdSessionTopic *) records->topics->pdata[0])->ordinal, ==, 1);
  g_assert_cmpint (((CnscdSessionTopic *) records->topics->pdata[1])->ordinal, ==, 2);
  g_assert_cmpuint (records->guides->len, ==, 1);
  guide = records->guides->pdata[0];
  g_assert_cmpint (guide->part, ==, CNSCD_GUIDE_PART_LEADS);
  g_assert_cmpint (guide->presence, ==, CNSCD_PRESENCE_UNKNOWN);

  cnscd_session_records_set_result (records, ID, 0);
  cnscd_session_records_set_result (records, OTHER, CNSCD_COUNT_UNKNOWN);
  g_assert_cmpuint (records->results->len, ==, 1);
  cnscd_session_records_set_result (records, ID, 12);
  g_assert_cmpuint (records->results->len, ==, 1);
  g_assert_cmpint (((CnscdSessionResult *) records->results->pdata[0])->value, ==, 12);
  cnscd_session_records_set_result (records, ID, CNSCD_COUNT_UNKNOWN);
  g_assert_cmpuint (records->results->len, ==, 0);
}

static void
test_changes (void)
{
  g_autoptr (CnscdSessionRecords) before = make_records ();
  g_autoptr (CnscdSessionRecords) after = NULL;
  g_autoptr (CnscdChangeSet) added = cnscd_change_set_new ("add");
  g_autoptr (CnscdChangeSet) nothing = cnscd_change_set_new ("nothing");
  g_autoptr (CnscdChangeSet) saved = cnscd_change_set_new ("save");
  g_autoptr (CnscdChangeSet) deleted = cnscd_change_set_new ("delete");
  const CnscdRecordChange *last;

  cnscd_session_records_add_team (before, ID);
  cnscd_session_records_add_guide (before, MEMBERSHIP, CNSCD_GUIDE_PART_LEADS);
  cnscd_session_records_set_result (before, ID, 3);
  cnscd_session_add (added, before);
  assert_changes (added, "4 0 0");

  after = cnscd_session_records_copy (before);
  cnscd_session_save (nothing, before, after);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (nothing), ==, 0);

  /* The title, the guide's part and the result change; a team goes, another comes. */
  cnscd_record_set (after->session, title, "Hướng dẫn VssID");
  cnscd_session_records_add_guide (after, MEMBERSHIP, CNSCD_GUIDE_PART_HELPS);
  cnscd_session_records_set_result (after, ID, 4);
  g_ptr_array_set_size (after->teams, 0);
  cnscd_session_records_add_team (after, OTHER);
  cnscd_session_save (saved, before, after);
  assert_changes (saved, "1 3 1");
  g_assert_cmpstr (before->session->title, ==, "Hướng dẫn VNeID");
  g_assert_cmpint (((CnscdSessionGuide *) before->guides->pdata[0])->part, ==,
                   CNSCD_GUIDE_PART_LEADS);

  /* What belongs to it goes before it. */
  cnscd_session_delete (deleted, before);
  assert_changes (deleted, "0 0 4");
  last = cnscd_change_set_get_change (deleted, 3);
  g_assert_true (last->before == before->session);
}

static void
test_move (void)
{
  g_autoptr (CnscdSessionRecords) records = make_records ();
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("move");
  g_autoptr (CnscdChangeSet) still = cnscd_change_set_new ("still");
  const CnscdSession *moved;

  cnscd_session_move (set, records->session,
                      records->session->starts_at + CNSCD_MINUTES_PER_DAY + 30);
  moved = cnscd_change_set_get_change (set, 0)->after;
  g_assert_cmpint (moved->starts_at, ==, cnscd_time_new (CNSCD_DATE (2026, 11, 28), 19 * 60 + 30));
  g_assert_cmpint (moved->ends_at - moved->starts_at, ==, 90);

  cnscd_session_move (still, records->session, records->session->starts_at);
  cnscd_session_set_state (still, records->session, CNSCD_SESSION_STATE_PLANNED);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (still), ==, 0);
}

/* The same again is a plan: nobody has come to it. */
static void
test_plan_again (void)
{
  g_autoptr (CnscdSessionRecords) records = make_records ();
  g_autoptr (CnscdSessionRecords) plan = NULL;
  CnscdSessionGuide *guide;

  cnscd_session_records_add_team (records, ID);
  cnscd_session_records_add_topic (records, OTHER);
  cnscd_session_records_add_guide (records, MEMBERSHIP, CNSCD_GUIDE_PART_LEADS);
  cnscd_session_records_set_result (records, ID, 3);
  guide = records->guides->pdata[0];
  guide->presence = CNSCD_PRESENCE_PRESENT;
  records->session->state = CNSCD_SESSION_STATE_HELD;
  records->session->attendance = 17;
  records->session->reported_on = CNSCD_DATE (2026, 11, 28);
  cnscd_record_set (records->session, series, ID);
  records->session->series_day = CNSCD_DATE (2026, 11, 27);

  plan = cnscd_session_dup_plan (records, records->session->starts_at + CNSCD_MINUTES_PER_WEEK);
  g_assert_cmpstr (plan->session->record.id, !=, records->session->record.id);
  g_assert_cmpstr (plan->session->title, ==, "Hướng dẫn VNeID");
  g_assert_cmpint (plan->session->ends_at - plan->session->starts_at, ==, 90);
  g_assert_cmpint (plan->session->state, ==, CNSCD_SESSION_STATE_PLANNED);
  g_assert_cmpint (plan->session->expected, ==, 20);
  g_assert_cmpint (plan->session->attendance, ==, CNSCD_COUNT_UNKNOWN);
  g_assert_false (cnscd_date_is_known (plan->session->reported_on));
  g_assert_null (plan->session->series);
  g_assert_cmpuint (plan->teams->len, ==, 1);
  g_assert_cmpuint (plan->topics->len, ==, 1);
  g_assert_cmpuint (plan->results->len, ==, 0);
  guide = plan->guides->pdata[0];
  g_assert_cmpint (guide->presence, ==, CNSCD_PRESENCE_UNKNOWN);
  g_assert_cmpstr (guide->session, ==, plan->session->record.id);
}

static void
test_overdue (void)
{
  g_autoptr (CnscdSessionRecords) records = make_records ();
  CnscdSession *session = records->session;

  g_assert_false (cnscd_session_is_overdue (session, session->ends_at - 1));
  g_assert_true (cnscd_session_is_overdue (session, session->ends_at));
  session->state = CNSCD_SESSION_STATE_HELD;
  g_assert_true (cnscd_session_is_overdue (session, session->ends_at));
  session->state = CNSCD_SESSION_STATE_CANCELLED;
  g_assert_false (cnscd_session_is_overdue (session, session->ends_at));
  session->state = CNSCD_SESSION_STATE_HELD;
  session->reported_on = CNSCD_DATE (2026, 11, 28);
  g_assert_false (cnscd_session_is_overdue (session, session->ends_at));
}

static void
test_code (void)
{
  g_autofree char *code = cnscd_session_dup_code (ID);
  g_autofree char *zero = cnscd_session_dup_code ("01890a5d-ac96-774b-bcce-b30200000000");
  g_autofree char *ones = cnscd_session_dup_code ("01890a5d-ac96-774b-bcce-b302ffffffff");

  g_assert_cmpstr (code, ==, "4SN-02Q");
  g_assert_cmpstr (zero, ==, "000-000");
  g_assert_cmpstr (ones, ==, "ZZZ-ZZZ");

  g_assert_true (cnscd_session_code_matches (ID, code));
  g_assert_true (cnscd_session_code_matches (ID, " 4snO2q "));
  g_assert_true (cnscd_session_code_matches (ID, "4SN o2q"));
  g_assert_true (cnscd_session_code_matches ("01890a5d-ac96-774b-bcce-b30202a02cf7", "lAo-b7q"));
  g_assert_true (cnscd_session_code_matches ("01890a5d-ac96-774b-bcce-b30202a02cf7", "iA0B7Q"));
  g_assert_false (cnscd_session_code_matches (ID, "4SN-02"));
  g_assert_false (cnscd_session_code_matches (ID, "4SN-02Q7"));
  g_assert_false (cnscd_session_code_matches (ID, "4SN-02R"));
  g_assert_false (cnscd_session_code_matches (ID, ""));
  g_assert_false (cnscd_session_code_matches (ID, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/session/children", test_children);
  g_test_add_func ("/core/session/changes", test_changes);
  g_test_add_func ("/core/session/move", test_move);
  g_test_add_func ("/core/session/plan-again", test_plan_again);
  g_test_add_func ("/core/session/overdue", test_overdue);
  g_test_add_func ("/core/session/code", test_code);

  return g_test_run ();
}
