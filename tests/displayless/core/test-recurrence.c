/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "core/cnscd-lunar.h"
#include "core/cnscd-recurrence.h"

static CnscdRecurrence
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  CnscdRecurrence rule = { 0 };

  g_assert_true (cnscd_recurrence_parse (text, &rule, &error));
  g_assert_no_error (error);
  return rule;
}

static char *
join_days (GArray *days)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < days->len; i++)
    {
      char buffer[CNSCD_DATE_ISO_SIZE];

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                              cnscd_date_write_iso (g_array_index (days, CnscdDate, i), buffer));
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Everything from @start on, at most eight days. */
static void
assert_days (const char *text, CnscdDate start, const char *expected)
{
  CnscdRecurrence rule = parse (text);
  g_autoptr (GArray) days =
    cnscd_recurrence_list_days (&rule, start, start, CNSCD_DATE (2100, 12, 31), 8);
  g_autofree char *found = join_days (days);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_civil (void)
{
  assert_days ("FREQ=DAILY;COUNT=3", CNSCD_DATE (2026, 12, 30), "2026-12-30 2026-12-31 2027-01-01");
  assert_days ("FREQ=DAILY;INTERVAL=10;UNTIL=20261120", CNSCD_DATE (2026, 11, 1),
               "2026-11-01 2026-11-11");
  assert_days ("FREQ=WEEKLY;UNTIL=20261211", CNSCD_DATE (2026, 11, 27),
               "2026-11-27 2026-12-04 2026-12-11");
  /* Every other week, from a Wednesday on: the Tuesday of its week is over. */
  assert_days ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20261231", CNSCD_DATE (2026, 12, 2),
               "2026-12-03 2026-12-15 2026-12-17 2026-12-29 2026-12-31");
  assert_days ("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,FR;COUNT=3", CNSCD_DATE (2019, 1, 1),
               "2019-01-02 2019-01-04 2019-01-16");
  /* The first day counts only where the rule gives it. */
  assert_days ("FREQ=WEEKLY;BYDAY=TU;COUNT=2", CNSCD_DATE (2026, 11, 27), "2026-12-01 2026-12-08");
  assert_days ("FREQ=MONTHLY;BYDAY=2SU;COUNT=3", CNSCD_DATE (2026, 11, 27),
               "2026-12-13 2027-01-10 2027-02-14");
  assert_days ("FREQ=MONTHLY;BYDAY=1SU,3SU;COUNT=3", CNSCD_DATE (2026, 12, 1),
               "2026-12-06 2026-12-20 2027-01-03");
  assert_days ("FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270131", CNSCD_DATE (2026, 11, 1),
               "2026-11-27 2026-12-25 2027-01-29");
  assert_days ("FREQ=MONTHLY;BYDAY=5MO;COUNT=2", CNSCD_DATE (2026, 12, 1), "2027-03-29 2027-05-31");
  assert_days ("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3", CNSCD_DATE (2026, 12, 1),
               "2026-12-31 2027-01-31 2027-03-31");
  assert_days ("FREQ=MONTHLY;BYMONTHDAY=15,-1;COUNT=4", CNSCD_DATE (2027, 2, 1),
               "2027-02-15 2027-02-28 2027-03-15 2027-03-31");
  assert_days ("FREQ=MONTHLY;INTERVAL=3;COUNT=2", CNSCD_DATE (2026, 11, 5),
               "2026-11-05 2027-02-05");
  /* It ends before it begins; it never is. */
  assert_days ("FREQ=DAILY;UNTIL=20261101", CNSCD_DATE (2026, 11, 2), "");
  assert_days ("FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31", CNSCD_DATE (2027, 2, 1), "");
}

static void
test_lunar (void)
{
  /* Rằm and mùng 1 of each month. */
  assert_days ("RSCALE=VIETNAMESE;FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20260510",
               CNSCD_DATE (2026, 2, 17), "2026-03-03 2026-04-02 2026-05-01");
  assert_days ("RSCALE=VIETNAMESE;FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=4", CNSCD_DATE (2026, 2, 1),
               "2026-02-02 2026-02-17 2026-03-03 2026-03-19");
  /* The leap month of 2025 is a month, too. */
  assert_days ("RSCALE=VIETNAMESE;FREQ=MONTHLY;BYMONTHDAY=15;COUNT=3", CNSCD_DATE (2025, 7, 1),
               "2025-07-09 2025-08-08 2025-09-06");
  assert_days ("RSCALE=VIETNAMESE;FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15;COUNT=2",
               CNSCD_DATE (2025, 7, 1), "2025-07-09 2025-09-06");
  /* The twelfth month of the year of the snake has 29 days. */
  assert_days ("RSCALE=VIETNAMESE;FREQ=MONTHLY;BYMONTHDAY=30;SKIP=BACKWARD;COUNT=2",
               CNSCD_DATE (2026, 1, 19), "2026-02-16 2026-03-18");
  assert_days ("RSCALE=VIETNAMESE;FREQ=MONTHLY;BYMONTHDAY=29,30;SKIP=BACKWARD;COUNT=3",
               CNSCD_DATE (2026, 1, 19), "2026-02-16 2026-03-17 2026-03-18");
  assert_days ("RSCALE=VIETNAMESE;FREQ=MONTHLY;BYMONTHDAY=30;COUNT=1", CNSCD_DATE (2026, 1, 19),
               "2026-03-18");
  assert_days ("RSCALE=VIETNAMESE;FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2", CNSCD_DATE (2026, 1, 19),
               "2026-02-16 2026-03-18");
  assert_days ("RSCALE=VIETNAMESE;FREQ=MONTHLY;COUNT=2", CNSCD_DATE (2026, 2, 17),
               "2026-02-17 2026-03-19");
  /* Beyond what the calendar knows there is nothing. */
  assert_days ("RSCALE=VIETNAMESE;FREQ=MONTHLY;BYMONTHDAY=1", CNSCD_DATE (2100, 12, 1),
               "2100-12-01 2100-12-31");
  assert_days ("RSCALE=VIETNAMESE;FREQ=MONTHLY;BYMONTHDAY=1", CNSCD_DATE (1800, 1, 1), "");
}

static void
test_bounds (void)
{
  CnscdRecurrence daily = parse ("FREQ=DAILY");
  CnscdRecurrence counted = parse ("FREQ=WEEKLY;BYDAY=TU;COUNT=5");
  g_autoptr (GArray) few = cnscd_recurrence_list_days (
    &daily, CNSCD_DATE (2000, 1, 1), CNSCD_DATE (2026, 11, 27), CNSCD_DATE (2099, 1, 1), 2);
  g_autoptr (GArray) none = cnscd_recurrence_list_days (
    &daily, CNSCD_DATE (2000, 1, 1), CNSCD_DATE (2026, 11, 27), CNSCD_DATE (2099, 1, 1), 0);
  g_autoptr (GArray) backwards = cnscd_recurrence_list_days (
    &daily, CNSCD_DATE (2000, 1, 1), CNSCD_DATE (2026, 11, 27), CNSCD_DATE (2026, 11, 26), 9);
  /* The times before the first wanted day count. */
  g_autoptr (GArray) rest = cnscd_recurrence_list_days (
    &counted, CNSCD_DATE (2026, 11, 3), CNSCD_DATE (2026, 11, 20), CNSCD_DATE (2027, 1, 1), 9);
  g_autofree char *few_text = join_days (few);
  g_autofree char *rest_text = join_days (rest);

  g_assert_cmpstr (few_text, ==, "2026-11-27 2026-11-28");
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (backwards->len, ==, 0);
  g_assert_cmpstr (rest_text, ==, "2026-11-24 2026-12-01");

  g_assert_false (cnscd_recurrence_has_end (&daily));
  g_assert_true (cnscd_recurrence_has_end (&counted));
  cnscd_recurrence_end_before (&counted, CNSCD_DATE (2026, 12, 1));
  g_assert_cmpint (counted.count, ==, 0);
  g_assert_true (cnscd_date_equal (counted.until, CNSCD_DATE (2026, 11, 30)));
}

static void
test_texts (void)
{
  static const struct
  {
    const char *text;
    const char *written; /* NULL: the same */
    const char *words;
  } cases[] = {
    { "FREQ=DAILY", NULL, "Every day" },
    { "FREQ=DAILY;INTERVAL=3", NULL, "Every 3 days" },
    { "FREQ=WEEKLY", NULL, "Every week" },
    { "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261231", NULL, "Tuesday every week, until 31/12/2026" },
    { "freq=weekly;byday=th,tu;interval=2;wkst=mo", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
      "Tuesday, Thursday every 2 weeks" },
    { "FREQ=WEEKLY;BYDAY=SU;COUNT=1", NULL, "Sunday every week, 1 time" },
    { "FREQ=WEEKLY;BYDAY=SU;COUNT=12", NULL, "Sunday every week, 12 times" },
    { "FREQ=MONTHLY;BYDAY=+2SU", "FREQ=MONTHLY;BYDAY=2SU", "Second Sunday of every month" },
    { "FREQ=MONTHLY;BYDAY=4SU,2SU", "FREQ=MONTHLY;BYDAY=2SU,4SU",
      "Second Sunday, fourth Sunday of every month" },
    { "FREQ=MONTHLY;BYDAY=-1FR;INTERVAL=2", "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR",
      "Last Friday of every 2 months" },
    { "FREQ=MONTHLY;BYMONTHDAY=-1,15", "FREQ=MONTHLY;BYMONTHDAY=15,-1",
      "Day 15, last day of every month" },
    { "FREQ=MONTHLY;BYMONTHDAY=31", NULL, "Day 31 of every month" },
    { "RSCALE=VIETNAMESE;FREQ=MONTHLY;BYMONTHDAY=1,15,20", NULL,
      "Day 1, full moon, day 20 of every lunar month" },
    { "RSCALE=VIETNAMESE;FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=30;SKIP=BACKWARD;UNTIL=20271231", NULL,
      "Day 30 of every 2 lunar months, until 31/12/2027" },
    { "RSCALE=VIETNAMESE;FREQ=MONTHLY;SKIP=OMIT", "RSCALE=VIETNAMESE;FREQ=MONTHLY",
      "Every lunar month" },
    { "FREQ=DAILY;UNTIL=20271231T235959Z", "FREQ=DAILY;UNTIL=20271231",
      "Every day, until 31/12/2027" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CnscdRecurrence rule = parse (cases[i].text);
      g_autofree char *written = cnscd_recurrence_to_text (&rule);
      g_autofree char *words = cnscd_recurrence_describe (&rule);

      g_assert_cmpstr (written, ==, cases[i].written != NULL ? cases[i].written : cases[i].text);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *text;
    CnscdRecurrenceError code;
  } cases[] = {
    { "", CNSCD_RECURRENCE_ERROR_SYNTAX },
    { "weekly", CNSCD_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=", CNSCD_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=OFTEN", CNSCD_RECURRENCE_ERROR_SYNTAX },
    { "BYDAY=TU", CNSCD_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=WEEKLY;", CNSCD_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=WEEKLY;FREQ=DAILY", CNSCD_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=WEEKLY;X=1", CNSCD_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=WEEKLY;INTERVAL=0", CNSCD_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=WEEKLY;INTERVAL=-1", CNSCD_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=WEEKLY;INTERVAL=1x", CNSCD_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=WEEKLY;INTERVAL=99999999999999999999", CNSCD_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=WEEKLY;INTERVAL=100", CNSCD_RECURRENCE_ERROR_LIMIT },
    { "FREQ=WEEKLY;COUNT=0", CNSCD_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=WEEKLY;COUNT=1000", CNSCD_RECURRENCE_ERROR_LIMIT },
    { "FREQ=WEEKLY;COUNT=3;UNTIL=20271231", CNSCD_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=WEEKLY;UNTIL=20270229", CNSCD_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=WEEKLY;UNTIL=2027", CNSCD_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=WEEKLY;UNTIL=31/12/2027", CNSCD_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=YEARLY", CNSCD_RECURRENCE_ERROR_UNSUPPORTED },
    { "FREQ=SECONDLY", CNSCD_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=WEEKLY;BYDAY=", CNSCD_RECURRENCE_ERROR_UNSUPPORTED },
    { "FREQ=WEEKLY;BYDAY=XX", CNSCD_RECURRENCE_ERROR_UNSUPPORTED },
    { "FREQ=WEEKLY;BYDAY=T", CNSCD_RECURRENCE_ERROR_UNSUPPORTED },
    { "FREQ=WEEKLY;BYDAY=2TU", CNSCD_RECURRENCE_ERROR_UNSUPPORTED },
    { "FREQ=WEEKLY;BYHOUR=19", CNSCD_RECURRENCE_ERROR_UNSUPPORTED },
    { "FREQ=WEEKLY;WKST=SU", CNSCD_RECURRENCE_ERROR_UNSUPPORTED },
    { "FREQ=DAILY;BYDAY=TU", CNSCD_RECURRENCE_ERROR_UNSUPPORTED },
    { "FREQ=MONTHLY;BYDAY=TU", CNSCD_RECURRENCE_ERROR_UNSUPPORTED },
    { "FREQ=MONTHLY;BYDAY=6TU", CNSCD_RECURRENCE_ERROR_UNSUPPORTED },
    { "FREQ=MONTHLY;BYDAY=-2TU", CNSCD_RECURRENCE_ERROR_UNSUPPORTED },
    { "FREQ=MONTHLY;BYDAY=1TU,2WE", CNSCD_RECURRENCE_ERROR_UNSUPPORTED },
    { "FREQ=MONTHLY;BYDAY=1TU,WE", CNSCD_RECURRENCE_ERROR_UNSUPPORTED },
    { "FREQ=MONTHLY;BYMONTHDAY=32", CNSCD_RECURRENCE_ERROR_UNSUPPORTED },
    { "FREQ=MONTHLY;BYMONTHDAY=0", CNSCD_RECURRENCE_ERROR_UNSUPPORTED },
    { "FREQ=MONTHLY;BYMONTHDAY=15;BYDAY=1TU", CNSCD_RECURRENCE_ERROR_UNSUPPORTED },
    { "FREQ=WEEKLY;BYMONTHDAY=15", CNSCD_RECURRENCE_ERROR_UNSUPPORTED },
    { "FREQ=MONTHLY;SKIP=BACKWARD", CNSCD_RECURRENCE_ERROR_SYNTAX },
    { "RSCALE=CHINESE;FREQ=MONTHLY", CNSCD_RECURRENCE_ERROR_UNSUPPORTED },
    { "RSCALE=VIETNAMESE;FREQ=WEEKLY", CNSCD_RECURRENCE_ERROR_UNSUPPORTED },
    { "RSCALE=VIETNAMESE;FREQ=MONTHLY;BYDAY=1SU", CNSCD_RECURRENCE_ERROR_UNSUPPORTED },
    { "RSCALE=VIETNAMESE;FREQ=MONTHLY;BYMONTHDAY=31", CNSCD_RECURRENCE_ERROR_SYNTAX },
    { "RSCALE=VIETNAMESE;FREQ=MONTHLY;SKIP=FORWARD", CNSCD_RECURRENCE_ERROR_UNSUPPORTED },
    { "FREQ=WEEKLY\nX:Y", CNSCD_RECURRENCE_ERROR_SYNTAX },
    { "\xff\xfe=\xff", CNSCD_RECURRENCE_ERROR_SYNTAX },
  };
  g_autofree char *endless = g_strnfill (1 << 20, ';');
  g_autofree char *long_list = NULL;
  g_autoptr (GString) days = g_string_new ("FREQ=WEEKLY;BYDAY=MO");
  CnscdRecurrence rule = { .interval = 7 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_autofree char *shown = g_strescape (cases[i].text, NULL);

      g_test_message ("%s", shown);
      g_assert_false (cnscd_recurrence_parse (cases[i].text, &rule, &error));
      g_assert_error (error, CNSCD_RECURRENCE_ERROR, (int) cases[i].code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }

  for (int i = 0; i < 10000; i++)
    g_string_append (days, ",MO");
  long_list = g_string_free_and_steal (g_steal_pointer (&days));
  g_assert_false (cnscd_recurrence_parse (endless, &rule, NULL));
  g_assert_false (cnscd_recurrence_parse (long_list, &rule, NULL));
  g_assert_false (cnscd_recurrence_parse (NULL, &rule, NULL));
  g_assert_cmpint (rule.interval, ==, 7);
}

static void
assert_follows (const char *text, CnscdDate from, CnscdDate to, const char *expected)
{
  CnscdRecurrence rule = parse (text);
  g_autofree char *moved = NULL;

  g_assert_cmpint (cnscd_recurrence_follow_move (&rule, from, to), ==, expected != NULL);
  moved = cnscd_recurrence_to_text (&rule);
  g_assert_cmpstr (moved, ==, expected != NULL ? expected : text);
}

static void
test_follow_move (void)
{
  const CnscdDate tuesday = CNSCD_DATE (2026, 12, 1);

  assert_follows ("FREQ=WEEKLY;BYDAY=TU", tuesday, tuesday, "FREQ=WEEKLY;BYDAY=TU");
  assert_follows ("FREQ=WEEKLY;BYDAY=TU", tuesday, CNSCD_DATE (2026, 12, 3),
                  "FREQ=WEEKLY;BYDAY=TH");
  assert_follows ("FREQ=WEEKLY", tuesday, CNSCD_DATE (2026, 12, 3), "FREQ=WEEKLY;BYDAY=TH");
  assert_follows ("FREQ=WEEKLY;BYDAY=TU,FR", tuesday, CNSCD_DATE (2026, 11, 30),
                  "FREQ=WEEKLY;BYDAY=MO,FR");
  assert_follows ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", tuesday, CNSCD_DATE (2026, 12, 6),
                  "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU");
  assert_follows ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", tuesday, CNSCD_DATE (2026, 12, 7), NULL);
  assert_follows ("FREQ=WEEKLY;BYDAY=FR", tuesday, CNSCD_DATE (2026, 12, 3), NULL);
  assert_follows ("FREQ=WEEKLY;BYDAY=TU,TH", tuesday, CNSCD_DATE (2026, 12, 3), NULL);
  assert_follows ("FREQ=DAILY", tuesday, CNSCD_DATE (2026, 12, 3), NULL);
  assert_follows ("FREQ=MONTHLY;BYDAY=2SU", CNSCD_DATE (2026, 12, 13), CNSCD_DATE (2026, 12, 19),
                  "FREQ=MONTHLY;BYDAY=3SA");
  assert_follows ("FREQ=MONTHLY;BYDAY=-1FR", CNSCD_DATE (2026, 12, 25), CNSCD_DATE (2026, 12, 27),
                  "FREQ=MONTHLY;BYDAY=-1SU");
  assert_follows ("FREQ=MONTHLY;BYDAY=-1FR", CNSCD_DATE (2026, 12, 25), CNSCD_DATE (2027, 1, 1),
                  NULL);
  assert_follows ("FREQ=MONTHLY;BYMONTHDAY=1", tuesday, CNSCD_DATE (2026, 12, 3),
                  "FREQ=MONTHLY;BYMONTHDAY=3");
  assert_follows ("RSCALE=VIETNAMESE;FREQ=MONTHLY;BYMONTHDAY=15", CNSCD_DATE (2026, 3, 3),
                  CNSCD_DATE (2026, 3, 2), "RSCALE=VIETNAMESE;FREQ=MONTHLY;BYMONTHDAY=14");
  assert_follows ("RSCALE=VIETNAMESE;FREQ=MONTHLY;BYMONTHDAY=15", CNSCD_DATE (2026, 3, 3),
                  CNSCD_DATE (2026, 3, 18),
                  "RSCALE=VIETNAMESE;FREQ=MONTHLY;BYMONTHDAY=30;SKIP=BACKWARD");
  assert_follows ("RSCALE=VIETNAMESE;FREQ=MONTHLY;BYMONTHDAY=15", CNSCD_DATE (2026, 3, 3),
                  CNSCD_DATE (2026, 3, 19), NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/recurrence/civil", test_civil);
  g_test_add_func ("/core/recurrence/lunar", test_lunar);
  g_test_add_func ("/core/recurrence/bounds", test_bounds);
  g_test_add_func ("/core/recurrence/texts", test_texts);
  g_test_add_func ("/core/recurrence/refusals", test_refusals);
  g_test_add_func ("/core/recurrence/follow-move", test_follow_move);

  return g_test_run ();
}
