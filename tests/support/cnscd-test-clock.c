/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-clock.h"

#include "core/cnscd-clock.h"

/* Ahead of the computer's clock, in microseconds. */
static gint64 ahead;

static gint64
get_time (void)
{
  return g_get_real_time () + ahead;
}

/* Sets the program's clock to a time in Vietnam, from which it goes on. */
void
cnscd_test_clock_set (CnscdDate day, int hour, int minute, double second)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (7 * 3600);
  g_autoptr (GDateTime) time =
    g_date_time_new (zone, day.year, day.month, day.day, hour, minute, second);

  g_assert_nonnull (time);
  ahead = g_date_time_to_unix_usec (time) - g_get_real_time ();
  cnscd_clock_set_source (get_time);
}

/* Back to the computer's clock. */
void
cnscd_test_clock_reset (void)
{
  cnscd_clock_set_source (NULL);
}
