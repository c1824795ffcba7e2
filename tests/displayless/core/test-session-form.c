/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cnscd-repeat-form.h"
#include "core/cnscd-session-form.h"

#define UNIT    "05716"
#define THE_DAY CNSCD_DATE (2027, 3, 16) /* a Tuesday, the third of its month; mùng 9 tháng 2 */

static const char *const none[] = { NULL };

static CnscdSessionForm
form_new (void)
{
  return (CnscdSessionForm) {
    .title = "VNeID",
    .day = "16/3/2027",
    .start = "8h",
    .end = "10:00",
    .state = CNSCD_SESSION_STATE_PLANNED,
    .teams = none,
    .topics = none,
    .guides = none,
  };
}

static CnscdSessionRecords *
session_new (void)
{
  g_autoptr (CnscdSession) session = cnscd_record_new (&CNSCD_KIND_SESSION, UNIT);

  session->starts_at = cnscd_time_new (THE_DAY, 22 * 60);
  session->ends_at = session->starts_at + 4 * 60;
  session->state = CNSCD_SESSION_STATE_PLANNED;
  cnscd_record_set (session, title, "  As imported ");
  return cnscd_session_records_new (session);
}

static void
test_check (void)
{
  g_autofree char *long_title = g_strnfill (CNSCD_SESSION_MAX_TITLE + 1, 'a');
  const struct
  {
    CnscdSessionField field;
    const char *text;
    CnscdFormProblem problem;
  } rows[] = {
    { CNSCD_SESSION_FIELD_TITLE, " ", CNSCD_FORM_PROBLEM_MISSING },
    { CNSCD_SESSION_FIELD_TITLE, "Tư vấn", CNSCD_FORM_PROBLEM_NONE },
    { CNSCD_SESSION_FIELD_TITLE, long_title, CNSCD_FORM_PROBLEM_TOO_LONG },
    { CNSCD_SESSION_FIELD_DAY, "", CNSCD_FORM_PROBLEM_MISSING },
    { CNSCD_SESSION_FIELD_DAY, "31/2/2027", CNSCD_FORM_PROBLEM_NO_SUCH_DATE },
    { CNSCD_SESSION_FIELD_DAY, "3/2027", CNSCD_FORM_PROBLEM_NOT_A_FULL_DATE },
    { CNSCD_SESSION_FIELD_DAY, "mai", CNSCD_FORM_PROBLEM_NOT_A_DATE },
    { CNSCD_SESSION_FIELD_START, "", CNSCD_FORM_PROBLEM_MISSING },
    { CNSCD_SESSION_FIELD_START, "25h", CNSCD_FORM_PROBLEM_NOT_A_TIME },
    { CNSCD_SESSION_FIELD_START, "8h30", CNSCD_FORM_PROBLEM_NONE },
    { CNSCD_SESSION_FIELD_END, "8h", CNSCD_FORM_PROBLEM_BEFORE_START },
    { CNSCD_SESSION_FIELD_END, "7:30", CNSCD_FORM_PROBLEM_BEFORE_START },
    { CNSCD_SESSION_FIELD_END, "8:01", CNSCD_FORM_PROBLEM_NONE },
    { CNSCD_SESSION_FIELD_EXPECTED, "", CNSCD_FORM_PROBLEM_NONE },
    { CNSCD_SESSION_FIELD_EXPECTED, "nhiều", CNSCD_FORM_PROBLEM_NOT_A_NUMBER },
    { CNSCD_SESSION_FIELD_EXPECTED, "-3", CNSCD_FORM_PROBLEM_NOT_A_NUMBER },
    { CNSCD_SESSION_FIELD_EXPECTED, "99999999999", CNSCD_FORM_PROBLEM_TOO_LARGE },
    { CNSCD_SESSION_FIELD_EXPECTED, "30", CNSCD_FORM_PROBLEM_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CnscdSessionForm form = form_new ();
      const char **texts[] = { &form.title, &form.day, &form.start, &form.end, &form.expected };

      *texts[rows[i].field] = rows[i].text;
      g_assert_cmpint (cnscd_session_form_check (&form, rows[i].field), ==, rows[i].problem);
      g_assert_cmpint (cnscd_session_form_is_valid (&form), ==,
                       rows[i].problem == CNSCD_FORM_PROBLEM_NONE);
    }
}

/* What is stored is right as it is, and stays so. */
static void
test_stored (void)
{
  g_autoptr (CnscdSessionRecords) before = session_new ();
  g_autoptr (CnscdSessionRecords) after = NULL;
  CnscdSessionForm form = form_new ();

  form.session = before->session;
  form.title = before->session->title;
  form.start = "22h00";
  form.end = "2h00";
  g_assert_true (cnscd_session_form_is_valid (&form));
  after = cnscd_session_form_make (&form, before);
  g_assert_true (cnscd_session_records_equal (before, after));

  form.end = "3h00";
  g_assert_cmpint (cnscd_session_form_check (&form, CNSCD_SESSION_FIELD_END), ==,
                   CNSCD_FORM_PROBLEM_BEFORE_START);
}

static void
test_make (void)
{
  static const char *const teams[] = { "t1", "t2", NULL };
  static const char *const topics[] = { "a", "b", "c", NULL };
  static const char *const other_topics[] = { "c", "a", NULL };
  static const char *const guides[] = { "m1", "m2", NULL };
  static const CnscdGuidePart parts[] = { CNSCD_GUIDE_PART_LEADS, CNSCD_GUIDE_PART_HELPS };
  static const CnscdGuidePart swapped[] = { CNSCD_GUIDE_PART_HELPS, CNSCD_GUIDE_PART_LEADS };
  g_autoptr (CnscdSessionRecords) empty = session_new ();
  g_autoptr (CnscdSessionRecords) one = NULL;
  g_autoptr (CnscdSessionRecords) same = NULL;
  g_autoptr (CnscdSessionRecords) again = NULL;
  g_autoptr (CnscdSessionRecords) other = NULL;
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("change");
  CnscdSessionForm form = form_new ();

  form.teams = teams;
  form.topics = topics;
  form.guides = guides;
  form.parts = parts;
  form.expected = "30";
  form.place = " Nhà văn hóa ";
  one = cnscd_session_form_make (&form, empty);
  g_assert_cmpint (one->session->starts_at, ==, cnscd_time_new (THE_DAY, 8 * 60));
  g_assert_cmpint (one->session->ends_at, ==, cnscd_time_new (THE_DAY, 10 * 60));
  g_assert_cmpstr (one->session->place, ==, "Nhà văn hóa");
  g_assert_cmpint (one->session->expected, ==, 30);
  g_assert_cmpuint (one->teams->len, ==, 2);
  g_assert_cmpuint (one->topics->len, ==, 3);
  g_assert_cmpuint (one->guides->len, ==, 2);

  same = cnscd_session_form_make (&form, one);
  g_assert_true (cnscd_session_records_equal (one, same));

  /* Made twice of a new session, as a form does that wants to know whether it was touched. */
  again = cnscd_session_form_make (&form, empty);
  g_assert_true (cnscd_session_records_equal (one, again));

  form.topics = other_topics;
  form.parts = swapped;
  form.expected = "";
  other = cnscd_session_form_make (&form, one);
  g_assert_false (cnscd_session_records_equal (one, other));
  g_assert_cmpuint (other->topics->len, ==, 2);
  g_assert_cmpstr (((CnscdSessionTopic *) other->topics->pdata[0])->topic, ==, "c");
  g_assert_cmpstr (((CnscdSessionTopic *) other->topics->pdata[1])->topic, ==, "a");
  g_assert_cmpint (((CnscdSessionGuide *) other->guides->pdata[1])->part, ==,
                   CNSCD_GUIDE_PART_LEADS);
  g_assert_cmpint (other->session->expected, ==, CNSCD_COUNT_UNKNOWN);

  /* The session, a topic out, a topic moved, two parts. */
  cnscd_session_save (set, one, other);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (set), ==, 5);
}

static void
test_propose (void)
{
  g_autofree char *title = cnscd_session_propose_title ("VNeID (cài đặt)", "xóm Ba Nhất");
  g_autofree char *alone = cnscd_session_propose_title ("VNeID", NULL);
  g_autofree char *end = cnscd_session_propose_end ("8h", CNSCD_SESSION_USUAL_MINUTES);
  g_autofree char *late = cnscd_session_propose_end ("23:00", CNSCD_SESSION_USUAL_MINUTES);

  g_assert_cmpstr (title, ==, "VNeID – xóm Ba Nhất");
  g_assert_cmpstr (alone, ==, "VNeID");
  g_assert_null (cnscd_session_propose_title (NULL, "xóm Ba Nhất"));
  g_assert_cmpstr (end, ==, "10h00");
  g_assert_cmpstr (late, ==, "23h59");
  g_assert_null (cnscd_session_propose_end ("trưa", CNSCD_SESSION_USUAL_MINUTES));
}

static void
test_repeat (void)
{
  static const struct
  {
    CnscdRepeatKind kind;
    int interval;
  } rows[] = {
    { CNSCD_REPEAT_WEEKLY, 1 },
    { CNSCD_REPEAT_WEEKS, 3 },
    { CNSCD_REPEAT_WEEKDAY, 1 },
    { CNSCD_REPEAT_LUNAR, 1 },
  };
  static const CnscdDate seconds[] = {
    { 2027, 3, 23 }, { 2027, 4, 6 }, { 2027, 4, 20 }, { 2027, 4, 15 } /* mùng 9 tháng 3 */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CnscdRepeatForm form = {
        .kind = rows[i].kind, .first = THE_DAY, .interval = rows[i].interval, .until = "30/6/2027"
      };
      CnscdRecurrence rule;
      g_autoptr (GArray) days = NULL;
      int interval = 0;

      g_assert_cmpint (cnscd_repeat_form_check (&form), ==, CNSCD_FORM_PROBLEM_NONE);
      g_assert_true (cnscd_repeat_form_get_rule (&form, &rule));
      days = cnscd_recurrence_list_days (&rule, THE_DAY, THE_DAY, rule.until, 2);
      g_assert_cmpuint (days->len, ==, 2);
      g_assert_true (cnscd_date_equal (g_array_index (days, CnscdDate, 0), THE_DAY));
      g_assert_true (cnscd_date_equal (g_array_index (days, CnscdDate, 1), seconds[i]));
      g_assert_cmpint (cnscd_repeat_recognize (&rule, THE_DAY, &interval), ==, rows[i].kind);
      g_assert_cmpint (interval, ==, rows[i].interval);
    }
}

/* A move goes no further over midnight than the form lets a session go. */
static void
test_start (void)
{
  g_autoptr (CnscdSessionRecords) records = session_new ();
  CnscdSession *session = records->session;

  /* It does so already. */
  g_assert_cmpint (cnscd_session_check_start (session, "23h"), ==, CNSCD_FORM_PROBLEM_NONE);
  session->starts_at = cnscd_time_new (THE_DAY, 8 * 60);
  session->ends_at = session->starts_at + 60;
  g_assert_cmpint (cnscd_session_check_start (session, "22h59"), ==, CNSCD_FORM_PROBLEM_NONE);
  g_assert_cmpint (cnscd_session_check_start (session, "23h"), ==,
                   CNSCD_FORM_PROBLEM_PAST_MIDNIGHT);
  g_assert_cmpint (cnscd_session_check_start (session, "25h"), ==, CNSCD_FORM_PROBLEM_NOT_A_TIME);
  g_assert_cmpint (cnscd_session_check_start (session, ""), ==, CNSCD_FORM_PROBLEM_MISSING);
}

static void
test_repeat_wrong (void)
{
  CnscdRepeatForm form = { .kind = CNSCD_REPEAT_WEEKLY, .first = THE_DAY, .until = "15/3/2027" };
  CnscdRecurrence rule;
  int interval;

  g_assert_cmpint (cnscd_repeat_form_check (&form), ==, CNSCD_FORM_PROBLEM_BEFORE_START);
  form.until = "";
  g_assert_cmpint (cnscd_repeat_form_check (&form), ==, CNSCD_FORM_PROBLEM_MISSING);
  form.until = "sau";
  g_assert_cmpint (cnscd_repeat_form_check (&form), ==, CNSCD_FORM_PROBLEM_NOT_A_DATE);
  g_assert_false (cnscd_repeat_form_get_rule (&form, &rule));
  form.until = "31/12/2099";
  g_assert_cmpint (cnscd_repeat_form_check (&form), ==, CNSCD_FORM_PROBLEM_TOO_MANY);
  form.first = CNSCD_DATE (2101, 3, 1);
  form.until = "1/6/2101";
  g_assert_cmpint (cnscd_repeat_form_check (&form), ==, CNSCD_FORM_PROBLEM_NONE);
  form.kind = CNSCD_REPEAT_LUNAR;
  g_assert_cmpint (cnscd_repeat_form_check (&form), ==, CNSCD_FORM_PROBLEM_NOT_LUNAR);
  form.first = THE_DAY;
  form.until = "sau";
  form.kind = CNSCD_REPEAT_NEVER;
  g_assert_cmpint (cnscd_repeat_form_check (&form), ==, CNSCD_FORM_PROBLEM_NONE);
  form.until = "1/6/2027";
  g_assert_false (cnscd_repeat_form_get_rule (&form, &rule));

  rule = (CnscdRecurrence) { .frequency = CNSCD_FREQUENCY_DAILY, .interval = 1 };
  g_assert_cmpint (cnscd_repeat_recognize (&rule, THE_DAY, &interval), ==, CNSCD_REPEAT_NEVER);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session-form/check", test_check);
  g_test_add_func ("/session-form/stored", test_stored);
  g_test_add_func ("/session-form/make", test_make);
  g_test_add_func ("/session-form/propose", test_propose);
  g_test_add_func ("/session-form/repeat", test_repeat);
  g_test_add_func ("/session-form/repeat/wrong", test_repeat_wrong);
  g_test_add_func ("/session-form/start", test_start);

  return g_test_run ();
}
