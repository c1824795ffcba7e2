/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-date.h"

G_BEGIN_DECLS

#define CNSCD_RECURRENCE_ERROR (cnscd_recurrence_error_quark ())
GQuark cnscd_recurrence_error_quark (void);

/**
 * CnscdRecurrenceError:
 * @CNSCD_RECURRENCE_ERROR_SYNTAX: no rule, or one with impossible values
 * @CNSCD_RECURRENCE_ERROR_UNSUPPORTED: a rule of a sort that the program has no use for
 * @CNSCD_RECURRENCE_ERROR_LIMIT: it repeats too rarely, too often or without end
 * @CNSCD_RECURRENCE_ERROR_NO_DAY: it gives no day
 */
typedef enum
{
  CNSCD_RECURRENCE_ERROR_SYNTAX,
  CNSCD_RECURRENCE_ERROR_UNSUPPORTED,
  CNSCD_RECURRENCE_ERROR_LIMIT,
  CNSCD_RECURRENCE_ERROR_NO_DAY,
} CnscdRecurrenceError;

typedef enum
{
  CNSCD_FREQUENCY_DAILY,
  CNSCD_FREQUENCY_WEEKLY,
  CNSCD_FREQUENCY_MONTHLY,
} CnscdFrequency;

#define CNSCD_RECURRENCE_MAX_INTERVAL 99
#define CNSCD_RECURRENCE_MAX_COUNT    999
/* Longer than any text of a rule that means something. */
#define CNSCD_RECURRENCE_MAX_LENGTH 200

/* Sets of days are bits: of a weekday (1 is Monday, 7 Sunday) or of a day of the month (1..31) … */
#define CNSCD_DAY_BIT(number) (1u << (number))
/* … or of which of its weekday in the month it is, 1 to 5; and the last of the month. */
#define CNSCD_LAST_DAY_BIT      CNSCD_DAY_BIT (0)
#define CNSCD_LAST_POSITION_BIT CNSCD_DAY_BIT (6)

/**
 * CnscdRecurrence:
 * @frequency: the period
 * @lunar: whether months are those of the Vietnamese lunar calendar; only with
 *   %CNSCD_FREQUENCY_MONTHLY
 * @interval: every how many periods, from 1 to %CNSCD_RECURRENCE_MAX_INTERVAL; a leap month counts
 *   as a month
 * @weekdays: on which weekdays: bits 1 to 7
 * @positions: which of these weekdays of the month: bits 1 to 5 and %CNSCD_LAST_POSITION_BIT; only
 *   monthly, and with @weekdays
 * @month_days: on which days of the month: bits 1 to 31 (lunar: 30) and %CNSCD_LAST_DAY_BIT; only
 *   monthly, and without @weekdays
 * @backward: lunar: in a month of 29 days, day 30 is the 29th; else there is none in that month
 * @count: how many times in all, 0 where another end is meant
 * @until: the last day on which it may be, or unknown
 *
 * How something repeats, as far as the program has a use for it. Without
 * @weekdays and @month_days it is the weekday or day of the month of the first
 * day. A value type; all zero but @interval is every day.
 */
typedef struct
{
  CnscdFrequency frequency;
  gboolean lunar;
  int interval;
  guint weekdays;
  guint positions;
  guint month_days;
  gboolean backward;
  int count;
  CnscdDate until;
} CnscdRecurrence;

gboolean cnscd_recurrence_check (const CnscdRecurrence *rule, GError **error);
gboolean cnscd_recurrence_parse (const char *text, CnscdRecurrence *rule, GError **error);
char *cnscd_recurrence_to_text (const CnscdRecurrence *rule);
char *cnscd_recurrence_describe (const CnscdRecurrence *rule);

GArray *cnscd_recurrence_list_days (const CnscdRecurrence *rule,
                                    CnscdDate start,
                                    CnscdDate first,
                                    CnscdDate last,
                                    guint max_days);
gboolean cnscd_recurrence_has_end (const CnscdRecurrence *rule);
void cnscd_recurrence_end_before (CnscdRecurrence *rule, CnscdDate day);
gboolean cnscd_recurrence_follow_move (CnscdRecurrence *rule, CnscdDate from, CnscdDate to);

G_END_DECLS
