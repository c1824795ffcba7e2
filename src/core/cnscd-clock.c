/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-clock.h"

#define UTC_OFFSET_US (CNSCD_UTC_OFFSET * (gint64) G_USEC_PER_SEC)
#define DAY_US        (24 * 3600 * (gint64) G_USEC_PER_SEC)

static CnscdClockFunc clock_source = g_get_real_time;

/**
 * cnscd_clock_get_time:
 *
 * Returns: the time, in microseconds since 1970, UTC
 */
gint64
cnscd_clock_get_time (void)
{
  CnscdClockFunc source = (CnscdClockFunc) g_atomic_pointer_get (&clock_source);

  return source ();
}

/**
 * cnscd_clock_dup_zone:
 *
 * Returns: (transfer full): Vietnam's time, whatever this computer's is
 */
GTimeZone *
cnscd_clock_dup_zone (void)
{
  return g_time_zone_new_offset (CNSCD_UTC_OFFSET);
}

/**
 * cnscd_clock_dup_date_time:
 * @time: microseconds since 1970, UTC, such as of cnscd_clock_get_time()
 *
 * Returns: (transfer full) (nullable): the date and time in Vietnam; %NULL past the year 9999
 */
GDateTime *
cnscd_clock_dup_date_time (gint64 time)
{
  g_autoptr (GTimeZone) zone = cnscd_clock_dup_zone ();
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (time);

  return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

/**
 * cnscd_clock_get_time_to_midnight:
 *
 * Returns: how long it is until the next day begins in Vietnam, in microseconds; more than 0
 */
gint64
cnscd_clock_get_time_to_midnight (void)
{
  gint64 time_of_day = (cnscd_clock_get_time () + UTC_OFFSET_US) % DAY_US;

  return DAY_US - (time_of_day < 0 ? time_of_day + DAY_US : time_of_day);
}

/**
 * cnscd_clock_set_source:
 * @source: (nullable): what tells the time from now on; %NULL for the computer's clock
 *
 * For tests.
 */
void
cnscd_clock_set_source (CnscdClockFunc source)
{
  g_atomic_pointer_set (&clock_source, source != NULL ? source : g_get_real_time);
}
