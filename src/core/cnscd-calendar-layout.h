/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-time.h"

G_BEGIN_DECLS

#define CNSCD_DAYS_PER_WEEK       7
#define CNSCD_CALENDAR_MAX_WEEKS  6
#define CNSCD_CALENDAR_FIRST_YEAR 1900
#define CNSCD_CALENDAR_LAST_YEAR  2199

/**
 * CnscdDayBlock:
 * @from: minute of the day at which it begins
 * @to: minute of the day at which it ends, after @from
 * @column: (out): where it stands beside others, from 0
 * @n_columns: (out): how many stand side by side there
 *
 * A session as a block on a day's column of time.
 */
typedef struct
{
  int from;
  int to;
  guint column;
  guint n_columns;
} CnscdDayBlock;

CnscdDate cnscd_calendar_get_monday (CnscdDate day);
CnscdDate cnscd_calendar_get_month_start (CnscdDate day);
CnscdDate cnscd_calendar_get_month_end (CnscdDate day);
CnscdDate cnscd_calendar_add_months (CnscdDate day, int n_months);
guint cnscd_calendar_count_weeks (CnscdDate day);
CnscdDate cnscd_calendar_clamp (CnscdDate day);

guint cnscd_calendar_count_fitting (int room, int chip, int more, guint n_chips);
void cnscd_calendar_arrange (CnscdDayBlock *blocks, guint n_blocks);
int cnscd_calendar_round_minute (int minute, int step);

G_END_DECLS
