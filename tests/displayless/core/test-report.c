/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cnscd-report-form.h"

/* What may be told of a session afterwards, and what it makes of the session. */

#define UNIT  "05716"
#define TODAY CNSCD_DATE (2026, 11, 27)

typedef struct
{
  CnscdCatalog *catalog;
  CnscdSessionRecords *session;
  GPtrArray *indicators;
  const char *results[2];
  CnscdPresence presence[3];
  CnscdReportForm form;
} Test;

static void
add_indicator (CnscdCatalog *catalog, const char *name, gint64 ordinal, CnscdDate valid_to)
{
  g_autoptr (CnscdIndicator) indicator =
    cnscd_record_new (&CNSCD_KIND_INDICATOR, CNSCD_PROVINCE_CODE);

  cnscd_record_set (indicator, name, name);
  indicator->ordinal = ordinal;
  indicator->valid_to = valid_to;
  cnscd_catalog_add (catalog, indicator);
}

static void
set_up (Test *test, gconstpointer data)
{
  g_autoptr (CnscdSession) session = cnscd_record_new (&CNSCD_KIND_SESSION, UNIT);

  session->starts_at = cnscd_time_new (CNSCD_DATE (2026, 11, 20), 19 * 60);
  session->ends_at = session->starts_at + 120;
  session->state = CNSCD_SESSION_STATE_PLANNED;
  session->expected = 30;
  test->session = cnscd_session_records_new (session);
  cnscd_session_records_add_guide (test->session, "lead", CNSCD_GUIDE_PART_LEADS);
  cnscd_session_records_add_guide (test->session, "help", CNSCD_GUIDE_PART_HELPS);
  cnscd_session_records_add_guide (test->session, "other", CNSCD_GUIDE_PART_HELPS);

  test->catalog = cnscd_catalog_new ();
  add_indicator (test->catalog, "Guided", 1, CNSCD_DATE_UNKNOWN);
  add_indicator (test->catalog, "Given up", 2, CNSCD_DATE (2026, 11, 19));
  add_indicator (test->catalog, "Opened", 3, CNSCD_DATE_UNKNOWN);
  cnscd_catalog_sort (test->catalog);
  test->indicators = cnscd_report_list_indicators (test->catalog, test->session);

  test->form = (CnscdReportForm) { .session = test->session,
                                   .state = CNSCD_SESSION_STATE_HELD,
                                   .indicators = test->indicators,
                                   .results = test->results,
                                   .presence = test->presence };
}

static void
tear_down (Test *test, gconstpointer data)
{
  g_ptr_array_unref (test->indicators);
  cnscd_session_records_unref (test->session);
  cnscd_catalog_unref (test->catalog);
}

static const char *
get_name (GPtrArray *indicators, guint i)
{
  return ((CnscdIndicator *) indicators->pdata[i])->name;
}

static void
test_indicators (Test *test, gconstpointer data)
{
  const CnscdIndicator *ended = test->catalog->indicators->pdata[1];
  g_autoptr (GPtrArray) asked = NULL;

  g_assert_cmpuint (test->indicators->len, ==, 2);
  g_assert_cmpstr (get_name (test->indicators, 0), ==, "Guided");
  g_assert_cmpstr (get_name (test->indicators, 1), ==, "Opened");

  /* What was counted once is still shown. */
  cnscd_session_records_set_result (test->session, ended->record.id, 3);
  asked = cnscd_report_list_indicators (test->catalog, test->session);
  g_assert_cmpuint (asked->len, ==, 3);
  g_assert_cmpstr (get_name (asked, 1), ==, "Given up");
}

static CnscdFormProblem
check (Test *test, const char *all, CnscdReportField field, const char *text)
{
  for (guint i = 0; i < CNSCD_N_REPORT_FIELDS; i++)
    test->form.texts[i] = NULL;
  test->form.texts[CNSCD_REPORT_FIELD_ATTENDANCE] = all;
  test->form.texts[field] = text;
  g_assert_cmpint (cnscd_report_form_is_valid (&test->form), ==,
                   cnscd_report_form_check (&test->form, field) == CNSCD_FORM_PROBLEM_NONE);
  return cnscd_report_form_check (&test->form, field);
}

static void
test_numbers (Test *test, gconstpointer data)
{
  for (CnscdReportField i = CNSCD_REPORT_FIELD_WOMEN; i < CNSCD_N_REPORT_FIELDS; i++)
    {
      g_assert_cmpint (check (test, "20", i, "20"), ==, CNSCD_FORM_PROBLEM_NONE);
      g_assert_cmpint (check (test, "20", i, "21"), ==, CNSCD_FORM_PROBLEM_MORE_THAN_ALL);
      g_assert_cmpint (check (test, "20", i, ""), ==, CNSCD_FORM_PROBLEM_NONE);
      g_assert_cmpint (check (test, "20", i, "0"), ==, CNSCD_FORM_PROBLEM_NONE);
      g_assert_cmpint (check (test, "0", i, "1"), ==, CNSCD_FORM_PROBLEM_MORE_THAN_ALL);
      /* What is unknown limits nothing. */
      g_assert_cmpint (check (test, "", i, "21"), ==, CNSCD_FORM_PROBLEM_NONE);
      g_assert_cmpint (check (test, "20", i, "-1"), ==, CNSCD_FORM_PROBLEM_NOT_A_NUMBER);
      g_assert_cmpint (check (test, "20", i, "many"), ==, CNSCD_FORM_PROBLEM_NOT_A_NUMBER);
      g_assert_cmpint (check (test, "20", i, "99999999999"), ==, CNSCD_FORM_PROBLEM_TOO_LARGE);
      g_assert_cmpint (check (test, "20", i, "1.5"), ==, CNSCD_FORM_PROBLEM_NOT_A_NUMBER);
    }
  g_assert_cmpint (check (test, "x", CNSCD_REPORT_FIELD_ATTENDANCE, "x"), ==,
                   CNSCD_FORM_PROBLEM_NOT_A_NUMBER);

  check (test, "20", CNSCD_REPORT_FIELD_WOMEN, "10");
  test->results[1] = "12 accounts";
  g_assert_cmpint (cnscd_report_form_check_result (&test->form, 0), ==, CNSCD_FORM_PROBLEM_NONE);
  g_assert_cmpint (cnscd_report_form_check_result (&test->form, 1), ==,
                   CNSCD_FORM_PROBLEM_NOT_A_NUMBER);
  g_assert_false (cnscd_report_form_is_valid (&test->form));

  /* Nothing is asked of what was not held. */
  test->form.state = CNSCD_SESSION_STATE_CANCELLED;
  g_assert_true (cnscd_report_form_is_valid (&test->form));
}

/* An import takes what nobody could type. */
static void
test_stored (Test *test, gconstpointer data)
{
  test->session->session->attendance = 10;
  test->session->session->attendance_women = 12;
  g_assert_cmpint (check (test, "10", CNSCD_REPORT_FIELD_WOMEN, "12"), ==, CNSCD_FORM_PROBLEM_NONE);
  g_assert_cmpint (check (test, "10", CNSCD_REPORT_FIELD_WOMEN, "13"), ==,
                   CNSCD_FORM_PROBLEM_MORE_THAN_ALL);
  g_assert_cmpint (check (test, "11", CNSCD_REPORT_FIELD_WOMEN, "12"), ==,
                   CNSCD_FORM_PROBLEM_MORE_THAN_ALL);
}

static gboolean
is_surprising (Test *test, const char *all)
{
  test->form.texts[CNSCD_REPORT_FIELD_ATTENDANCE] = all;
  return cnscd_report_form_is_surprising (&test->form);
}

static void
test_surprise (Test *test, gconstpointer data)
{
  g_assert_false (is_surprising (test, ""));
  g_assert_false (is_surprising (test, "59"));
  g_assert_true (is_surprising (test, "60"));
  g_assert_true (is_surprising (test, "300"));

  test->session->session->expected = 5;
  g_assert_false (is_surprising (test, "25"));
  g_assert_true (is_surprising (test, "26"));
  test->session->session->expected = CNSCD_COUNT_UNKNOWN;
  g_assert_false (is_surprising (test, "300"));
}

/* Only what somebody had reported is lost, and only with the session. */
static void
test_deletes (Test *test, gconstpointer data)
{
  CnscdSessionGuide *guide = test->session->guides->pdata[0];

  guide->presence = CNSCD_PRESENCE_UNKNOWN;
  test->form.state = CNSCD_SESSION_STATE_CANCELLED;
  test->form.texts[CNSCD_REPORT_FIELD_ATTENDANCE] = "24";
  g_assert_false (cnscd_report_form_deletes (&test->form));
  test->session->session->attendance_elderly = 0;
  g_assert_true (cnscd_report_form_deletes (&test->form));
  test->form.state = CNSCD_SESSION_STATE_HELD;
  g_assert_false (cnscd_report_form_deletes (&test->form));
  test->form.state = CNSCD_SESSION_STATE_POSTPONED;
  g_assert_true (cnscd_report_form_deletes (&test->form));
  test->session->session->attendance_elderly = CNSCD_COUNT_UNKNOWN;
  g_assert_false (cnscd_report_form_deletes (&test->form));
  guide->presence = CNSCD_PRESENCE_ABSENT;
  g_assert_true (cnscd_report_form_deletes (&test->form));
}

static void
test_make (Test *test, gconstpointer data)
{
  const CnscdIndicator *opened = test->indicators->pdata[1];
  g_autoptr (CnscdSessionRecords) made = NULL;
  g_autoptr (CnscdSessionRecords) cancelled = NULL;
  g_autoptr (CnscdSessionRecords) corrected = NULL;

  check (test, "1.020", CNSCD_REPORT_FIELD_WOMEN, "0");
  test->presence[0] = CNSCD_PRESENCE_PRESENT;
  test->presence[1] = CNSCD_PRESENCE_ABSENT;
  test->results[0] = "";
  test->results[1] = "0";
  made = cnscd_report_form_make (&test->form, TODAY);
  g_assert_cmpint (made->session->state, ==, CNSCD_SESSION_STATE_HELD);
  g_assert_true (cnscd_date_equal (made->session->reported_on, TODAY));
  g_assert_cmpint (made->session->attendance, ==, 1020);
  g_assert_cmpint (made->session->attendance_women, ==, 0);
  g_assert_cmpint (made->session->attendance_elderly, ==, CNSCD_COUNT_UNKNOWN);
  for (guint i = 0; i < made->guides->len; i++)
    g_assert_cmpint (((CnscdSessionGuide *) made->guides->pdata[i])->presence, ==,
                     test->presence[i]);
  g_assert_cmpuint (made->results->len, ==, 1);
  g_assert_cmpint (cnscd_report_get_result (made, opened->record.id), ==, 0);
  /* What was stored is as it was. */
  g_assert_cmpint (test->session->session->state, ==, CNSCD_SESSION_STATE_PLANNED);
  g_assert_cmpuint (test->session->results->len, ==, 0);

  /* A correction: blank is unknown again; the report is still one of its day. */
  test->form.session = made;
  test->results[1] = " ";
  corrected = cnscd_report_form_make (&test->form, CNSCD_DATE (2026, 12, 1));
  g_assert_cmpuint (corrected->results->len, ==, 0);
  g_assert_true (cnscd_date_equal (corrected->session->reported_on, TODAY));

  test->form.state = CNSCD_SESSION_STATE_CANCELLED;
  cancelled = cnscd_report_form_make (&test->form, TODAY);
  g_assert_cmpint (cancelled->session->state, ==, CNSCD_SESSION_STATE_CANCELLED);
  g_assert_cmpint (cancelled->session->attendance, ==, CNSCD_COUNT_UNKNOWN);
  g_assert_false (cnscd_date_is_known (cancelled->session->reported_on));
  g_assert_cmpuint (cancelled->results->len, ==, 0);
  g_assert_cmpint (((CnscdSessionGuide *) cancelled->guides->pdata[0])->presence, ==,
                   CNSCD_PRESENCE_UNKNOWN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/report/indicators", Test, NULL, set_up, test_indicators, tear_down);
  g_test_add ("/report/numbers", Test, NULL, set_up, test_numbers, tear_down);
  g_test_add ("/report/stored", Test, NULL, set_up, test_stored, tear_down);
  g_test_add ("/report/surprise", Test, NULL, set_up, test_surprise, tear_down);
  g_test_add ("/report/deletes", Test, NULL, set_up, test_deletes, tear_down);
  g_test_add ("/report/make", Test, NULL, set_up, test_make, tear_down);
  return g_test_run ();
}
