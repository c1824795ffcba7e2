/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-time.h"

G_BEGIN_DECLS

/**
 * CnscdWhen:
 * @year: 0 where it does not say
 * @month: likewise
 * @day: likewise
 * @weekday: 1 for Monday to 7 for Sunday, 0 where it does not say
 * @start: minute of the day, -1 where it does not say
 * @end: likewise; over 1,439 on the day after; before @start where no session can be meant
 * @vague: the times stand for "sáng", "chiều" or "tối"
 *
 * What a text says of a day and a time of day.
 */
typedef struct
{
  int year;
  int month;
  int day;
  int weekday;
  int start;
  int end;
  gboolean vague;
} CnscdWhen;

/* What the text is known to be of. */
typedef enum
{
  CNSCD_WHEN_ANY,
  CNSCD_WHEN_DAY,  /* "27" is a day, "27-11" a day and a month */
  CNSCD_WHEN_TIME, /* "8" is an hour, "8.30" a time */
} CnscdWhenKind;

gboolean cnscd_when_parse (const char *text, CnscdWhenKind kind, CnscdWhen *when);
gboolean cnscd_when_settle_end (CnscdWhen *when);

G_END_DECLS
