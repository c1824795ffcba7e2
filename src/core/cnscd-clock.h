/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Asia/Ho_Chi_Minh since 1975, in seconds; without daylight saving, so that no time zone data is
 * needed. */
#define CNSCD_UTC_OFFSET (7 * 60 * 60)

/**
 * CnscdClockFunc:
 *
 * Tells the time, on any thread.
 *
 * Returns: microseconds since 1970, UTC
 */
typedef gint64 (*CnscdClockFunc) (void);

gint64 cnscd_clock_get_time (void);
GDateTime *cnscd_clock_dup_date_time (gint64 time);
GTimeZone *cnscd_clock_dup_zone (void);
gint64 cnscd_clock_get_time_to_midnight (void);
void cnscd_clock_set_source (CnscdClockFunc source);

G_END_DECLS
