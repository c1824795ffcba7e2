/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-date.h"

G_BEGIN_DECLS

/**
 * CnscdTime:
 *
 * A point in time to the minute, by Vietnam's clock: minutes since 1970-01-01
 * 00:00 there. Vietnam has had one time zone (UTC+7) without summer time since
 * 1975, so that differences are real minutes and a day has 1,440.
 */
typedef gint64 CnscdTime;

#define CNSCD_TIME_UNKNOWN     G_MININT64
#define CNSCD_MINUTES_PER_DAY  (24 * 60)
#define CNSCD_MINUTES_PER_WEEK (7 * CNSCD_MINUTES_PER_DAY)

/* ISO 8601 without seconds and zone ("2026-11-27T19:30") needs this many bytes. */
#define CNSCD_TIME_ISO_SIZE 17

CnscdTime cnscd_time_new (CnscdDate day, int minute_of_day);
CnscdTime cnscd_time_now (void);
gboolean cnscd_time_is_valid (CnscdTime time);
CnscdDate cnscd_time_get_day (CnscdTime time);
int cnscd_time_get_minute_of_day (CnscdTime time);
const char *cnscd_time_write_iso (CnscdTime time, char buffer[CNSCD_TIME_ISO_SIZE]);
gboolean cnscd_time_read_iso (const char *text, CnscdTime *time);
gint64 cnscd_time_to_unix (CnscdTime time);
char *cnscd_time_format_clock (CnscdTime time);
char *cnscd_time_format_span (CnscdTime starts_at, CnscdTime ends_at);
gboolean cnscd_clock_parse (const char *text, int *minute_of_day);

gint64 cnscd_date_to_days (CnscdDate date);
CnscdDate cnscd_date_from_days (gint64 days);
int cnscd_date_get_weekday (CnscdDate date);

G_END_DECLS
