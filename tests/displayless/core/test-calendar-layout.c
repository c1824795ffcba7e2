/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cnscd-calendar-layout.h"
#include "core/cnscd-session-copy.h"

#define UNIT "05716"

static void
assert_date (CnscdDate date, const char *expected)
{
  char iso[CNSCD_DATE_ISO_SIZE];

  g_assert_cmpstr (cnscd_date_write_iso (date, iso), ==, expected);
}

static void
test_months (void)
{
  assert_date (cnscd_calendar_get_monday (CNSCD_DATE (2026, 11, 29)), "2026-11-23");
  assert_date (cnscd_calendar_get_monday (CNSCD_DATE (2026, 11, 23)), "2026-11-23");
  assert_date (cnscd_calendar_get_month_end (CNSCD_DATE (2028, 2, 3)), "2028-02-29");
  assert_date (cnscd_calendar_add_months (CNSCD_DATE (2027, 1, 31), 1), "2027-02-28");
  assert_date (cnscd_calendar_add_months (CNSCD_DATE (2027, 1, 15), -1), "2026-12-15");
  assert_date (cnscd_calendar_add_months (CNSCD_DATE (2026, 12, 1), 13), "2028-01-01");
  assert_date (cnscd_calendar_clamp (CNSCD_DATE (1066, 10, 14)), "1900-01-01");
  assert_date (cnscd_calendar_clamp (CNSCD_DATE (9999, 1, 1)), "2199-12-31");

  /* From Monday 1 to Sunday 28 February; Saturday 1 to Monday 31 August. */
  g_assert_cmpuint (cnscd_calendar_count_weeks (CNSCD_DATE (2027, 2, 10)), ==, 4);
  g_assert_cmpuint (cnscd_calendar_count_weeks (CNSCD_DATE (2026, 12, 10)), ==, 5);
  g_assert_cmpuint (cnscd_calendar_count_weeks (CNSCD_DATE (2026, 8, 1)), ==, 6);
}

static void
test_fitting (void)
{
  g_assert_cmpuint (cnscd_calendar_count_fitting (100, 20, 16, 5), ==, 5);
  /* One gives way to the words that tell how many more there are. */
  g_assert_cmpuint (cnscd_calendar_count_fitting (100, 20, 16, 6), ==, 4);
  g_assert_cmpuint (cnscd_calendar_count_fitting (30, 20, 16, 6), ==, 0);
  g_assert_cmpuint (cnscd_calendar_count_fitting (-5, 20, 16, 6), ==, 0);
  g_assert_cmpuint (cnscd_calendar_count_fitting (0, 20, 16, 0), ==, 0);
}

static void
assert_arranged (CnscdDayBlock *blocks, guint n_blocks, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  cnscd_calendar_arrange (blocks, n_blocks);
  for (guint i = 0; i < n_blocks; i++)
    g_string_append_printf (text, "%s%u/%u", i > 0 ? " " : "", blocks[i].column,
                            blocks[i].n_columns);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_arrange (void)
{
  CnscdDayBlock apart[] = { { 60, 120 }, { 120, 180 }, { 300, 360 } };
  CnscdDayBlock same[] = { { 60, 120 }, { 60, 120 }, { 60, 120 } };
  CnscdDayBlock chain[] = { { 0, 60 }, { 30, 90 }, { 60, 120 }, { 100, 130 }, { 200, 260 } };
  CnscdDayBlock around[] = { { 0, 600 }, { 10, 20 }, { 20, 30 }, { 25, 40 } };

  assert_arranged (apart, G_N_ELEMENTS (apart), "0/1 0/1 0/1");
  assert_arranged (same, G_N_ELEMENTS (same), "0/3 1/3 2/3");
  assert_arranged (chain, G_N_ELEMENTS (chain), "0/2 1/2 0/2 1/2 0/1");
  assert_arranged (around, G_N_ELEMENTS (around), "0/3 1/3 1/3 2/3");
  assert_arranged (NULL, 0, "");
}

static void
test_round (void)
{
  g_assert_cmpint (cnscd_calendar_round_minute (67, 15), ==, 60);
  g_assert_cmpint (cnscd_calendar_round_minute (68, 15), ==, 75);
  g_assert_cmpint (cnscd_calendar_round_minute (-20, 15), ==, 0);
  g_assert_cmpint (cnscd_calendar_round_minute (1439, 15), ==, 1425);
}

static CnscdSessionRecords *
new_session (const char *title, CnscdDate day, CnscdSessionState state)
{
  g_autoptr (CnscdSession) session = cnscd_record_new (&CNSCD_KIND_SESSION, UNIT);

  cnscd_record_set (session, title, title);
  session->starts_at = cnscd_time_new (day, 19 * 60 + 30);
  session->ends_at = session->starts_at + 90;
  session->state = (int) state;
  session->attendance = 20;
  return cnscd_session_records_new (session);
}

static CnscdCatalog *
new_catalog (void)
{
  CnscdCatalog *catalog = cnscd_catalog_new ();
  g_autoptr (CnscdHoliday) holiday = cnscd_record_new (&CNSCD_KIND_HOLIDAY, CNSCD_PROVINCE_CODE);

  cnscd_record_set (holiday, name, "Tết Dương lịch");
  holiday->kind = CNSCD_HOLIDAY_KIND_DAY_OFF;
  holiday->first_day = holiday->last_day = CNSCD_DATE (2027, 1, 1);
  cnscd_catalog_add (catalog, holiday);
  return catalog;
}

static void
test_copy_days (void)
{
  /* The fourth Friday of November, and the fifth Monday, which January 2027 lacks. */
  assert_date (cnscd_session_copy_find_day (CNSCD_COPY_SPAN_MONTH, 1, CNSCD_DATE (2026, 11, 27)),
               "2026-12-25");
  assert_date (cnscd_session_copy_find_day (CNSCD_COPY_SPAN_MONTH, 2, CNSCD_DATE (2026, 11, 1)),
               "2027-01-03");
  g_assert_false (cnscd_date_is_known (
    cnscd_session_copy_find_day (CNSCD_COPY_SPAN_MONTH, 2, CNSCD_DATE (2026, 11, 30))));
  assert_date (cnscd_session_copy_find_day (CNSCD_COPY_SPAN_WEEK, 2, CNSCD_DATE (2026, 12, 25)),
               "2027-01-08");
}

static void
test_copy (void)
{
  g_autoptr (CnscdCatalog) catalog = new_catalog ();
  g_autoptr (GPtrArray) sources =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_session_records_unref);
  g_autoptr (GPtrArray) there =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_session_records_unref);
  g_autoptr (CnscdSessionCopy) copy = NULL;
  g_autoptr (CnscdSessionCopy) again = NULL;
  g_autoptr (CnscdSessionCopy) all = NULL;
  const CnscdSessionRecords *plan;

  g_ptr_array_add (sources,
                   new_session ("Thứ Sáu", CNSCD_DATE (2026, 12, 25), CNSCD_SESSION_STATE_HELD));
  g_ptr_array_add (
    sources, new_session ("Thứ Bảy", CNSCD_DATE (2026, 12, 26), CNSCD_SESSION_STATE_POSTPONED));
  g_ptr_array_add (sources,
                   new_session ("Hủy", CNSCD_DATE (2026, 12, 26), CNSCD_SESSION_STATE_CANCELLED));

  copy = cnscd_session_copy_new (sources, there, catalog, CNSCD_COPY_SPAN_WEEK, 1, FALSE);
  g_assert_cmpuint (copy->plans->len, ==, 1);
  g_assert_cmpuint (copy->n_holiday, ==, 1);
  g_assert_cmpuint (copy->n_there, ==, 0);
  plan = copy->plans->pdata[0];
  g_assert_cmpstr (plan->session->title, ==, "Thứ Bảy");
  g_assert_cmpint (plan->session->state, ==, CNSCD_SESSION_STATE_PLANNED);
  g_assert_cmpint (plan->session->attendance, ==, CNSCD_COUNT_UNKNOWN);
  g_assert_cmpint (plan->session->starts_at, ==,
                   cnscd_time_new (CNSCD_DATE (2027, 1, 2), 19 * 60 + 30));

  all = cnscd_session_copy_new (sources, there, catalog, CNSCD_COPY_SPAN_WEEK, 1, TRUE);
  g_assert_cmpuint (all->plans->len, ==, 2);
  g_assert_cmpuint (all->n_holiday, ==, 1);

  again = cnscd_session_copy_new (sources, all->plans, catalog, CNSCD_COPY_SPAN_WEEK, 1, TRUE);
  g_assert_cmpuint (again->plans->len, ==, 0);
  g_assert_cmpuint (again->n_there, ==, 2);
}

/* What repeats by itself is not planned beside itself. */
static void
test_copy_series (void)
{
  g_autoptr (CnscdCatalog) catalog = new_catalog ();
  g_autoptr (GPtrArray) sources =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_session_records_unref);
  g_autoptr (GPtrArray) there =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_session_records_unref);
  g_autoptr (CnscdSessionCopy) copy = NULL;
  g_autoptr (CnscdSessionCopy) over = NULL;
  CnscdSessionRecords *source =
    new_session ("Âm lịch", CNSCD_DATE (2026, 12, 20), CNSCD_SESSION_STATE_PLANNED);
  CnscdSessionRecords *next =
    new_session ("Âm lịch", CNSCD_DATE (2027, 1, 19), CNSCD_SESSION_STATE_PLANNED);

  cnscd_record_set (source->session, series, "a");
  cnscd_record_set (next->session, series, "a");
  g_ptr_array_add (sources, source);
  over = cnscd_session_copy_new (sources, there, catalog, CNSCD_COPY_SPAN_MONTH, 1, TRUE);
  g_assert_cmpuint (over->plans->len, ==, 1);
  g_assert_cmpuint (over->n_repeating, ==, 0);

  g_ptr_array_add (there, next);
  copy = cnscd_session_copy_new (sources, there, catalog, CNSCD_COPY_SPAN_MONTH, 1, TRUE);
  g_assert_cmpuint (copy->plans->len, ==, 0);
  g_assert_cmpuint (copy->n_repeating, ==, 1);
  g_assert_cmpuint (copy->n_there, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/calendar/months", test_months);
  g_test_add_func ("/core/calendar/fitting", test_fitting);
  g_test_add_func ("/core/calendar/arrange", test_arrange);
  g_test_add_func ("/core/calendar/round", test_round);
  g_test_add_func ("/core/calendar/copy-days", test_copy_days);
  g_test_add_func ("/core/calendar/copy", test_copy);
  g_test_add_func ("/core/calendar/copy-series", test_copy_series);

  return g_test_run ();
}
