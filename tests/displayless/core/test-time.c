/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "core/cnscd-time.h"

static void
test_days (void)
{
  g_assert_cmpint (cnscd_date_to_days (CNSCD_DATE (1970, 1, 1)), ==, 0);
  g_assert_cmpint (cnscd_date_to_days (CNSCD_DATE (1969, 12, 31)), ==, -1);
  g_assert_cmpint (cnscd_date_to_days (CNSCD_DATE (2026, 11, 27)), ==, 20784);
  g_assert_true (cnscd_date_equal (cnscd_date_from_days (20784), CNSCD_DATE (2026, 11, 27)));
  g_assert_true (cnscd_date_equal (cnscd_date_from_days (2932896), CNSCD_DATE (9999, 12, 31)));
  g_assert_true (cnscd_date_equal (cnscd_date_from_days (-719162), CNSCD_DATE (1, 1, 1)));
  g_assert_false (cnscd_date_is_known (cnscd_date_from_days (2932897)));
  g_assert_false (cnscd_date_is_known (cnscd_date_from_days (-719163)));
  g_assert_false (cnscd_date_is_known (cnscd_date_from_days (G_MAXINT64)));

  /* A Friday, and a Thursday long before it. */
  g_assert_cmpint (cnscd_date_get_weekday (CNSCD_DATE (2026, 11, 27)), ==, 5);
  g_assert_cmpint (cnscd_date_get_weekday (CNSCD_DATE (2026, 11, 29)), ==, 7);
  g_assert_cmpint (cnscd_date_get_weekday (CNSCD_DATE (1970, 1, 1)), ==, 4);
  g_assert_cmpint (cnscd_date_get_weekday (CNSCD_DATE (1969, 12, 29)), ==, 1);
}

static void
test_iso (void)
{
  static const char *const wrong[] = {
    "",
    "2026-11-27",
    "2026-11-27T24:00",
    "2026-11-27T23:60",
    "2026-11-27 19:30",
    "2026-11-27T19:30:00",
    "2026-11-27T9:30",
    "2026-02-29T19:30",
    "2026-11-27T-1:30",
    "2026-11-27T19:3x",
    "0000-11-27T19:30",
  };
  char buffer[CNSCD_TIME_ISO_SIZE];
  CnscdTime time = CNSCD_TIME_UNKNOWN;

  g_assert_true (cnscd_time_read_iso ("2026-11-27T19:30", &time));
  g_assert_cmpint (time, ==, 20784 * 1440 + 19 * 60 + 30);
  g_assert_cmpstr (cnscd_time_write_iso (time, buffer), ==, "2026-11-27T19:30");
  g_assert_cmpint (cnscd_time_get_minute_of_day (time), ==, 19 * 60 + 30);
  g_assert_cmpint (cnscd_time_to_unix (time), ==, 1795782600);

  /* Before 1970 the minutes still count from midnight on. */
  g_assert_true (cnscd_time_read_iso ("1969-12-31T23:59", &time));
  g_assert_cmpint (time, ==, -1);
  g_assert_cmpstr (cnscd_time_write_iso (time, buffer), ==, "1969-12-31T23:59");
  g_assert_cmpint (cnscd_time_get_minute_of_day (time), ==, 23 * 60 + 59);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      time = 7;
      g_assert_false (cnscd_time_read_iso (wrong[i], &time));
      g_assert_cmpint (time, ==, 7);
    }
  g_assert_false (cnscd_time_read_iso (NULL, &time));
  g_assert_null (cnscd_time_write_iso (CNSCD_TIME_UNKNOWN, buffer));
  g_assert_null (cnscd_time_write_iso (G_MAXINT64, buffer));
  g_assert_false (cnscd_date_is_known (cnscd_time_get_day (CNSCD_TIME_UNKNOWN)));
}

static void
test_clock (void)
{
  static const struct
  {
    const char *text;
    int minute; /* -1: no time of day */
  } cases[] = {
    { "19:30", 1170 },  { "19h30", 1170 }, { "19 giờ 30 phút", 1170 },
    { "19 giờ", 1140 }, { "19h", 1140 },   { "7", 420 },
    { " 07.05 ", 425 }, { "1930", 1170 },  { "730", 450 },
    { "0h00", 0 },      { "23:59", 1439 }, { "24:00", -1 },
    { "19:60", -1 },    { "", -1 },        { "abc", -1 },
    { "19:30:00", -1 }, { "19h3000", -1 }, { ":30", -1 },
    { "193045", -1 },   { "-1", -1 },      { "19 giờ 30 chiều", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int minute = -1;

      g_assert_cmpint (cnscd_clock_parse (cases[i].text, &minute), ==, cases[i].minute >= 0);
      g_assert_cmpint (minute, ==, cases[i].minute);
    }
  g_assert_false (cnscd_clock_parse (NULL, &(int) { 0 }));

  g_autofree char *early = cnscd_time_format_clock (cnscd_time_new (CNSCD_DATE (2026, 1, 2), 450));
  g_autofree char *late = cnscd_time_format_clock (cnscd_time_new (CNSCD_DATE (2026, 1, 2), 1140));

  g_assert_cmpstr (early, ==, "7h30");
  g_assert_cmpstr (late, ==, "19h00");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/time/days", test_days);
  g_test_add_func ("/core/time/iso", test_iso);
  g_test_add_func ("/core/time/clock", test_clock);

  return g_test_run ();
}
