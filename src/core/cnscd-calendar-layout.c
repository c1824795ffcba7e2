/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-calendar-layout.h"

#define MONTHS_PER_YEAR 12

/**
 * cnscd_calendar_get_monday:
 * @day: a day
 *
 * Returns: the first day of its week, which begins on Monday (TCVN 6398, ISO 8601)
 */
CnscdDate
cnscd_calendar_get_monday (CnscdDate day)
{
  return cnscd_date_add_days (day, 1 - cnscd_date_get_weekday (day));
}

/**
 * cnscd_calendar_get_month_start:
 * @day: a day
 *
 * Returns: the first day of its month
 */
CnscdDate
cnscd_calendar_get_month_start (CnscdDate day)
{
  return CNSCD_DATE (day.year, day.month, 1);
}

/**
 * cnscd_calendar_get_month_end:
 * @day: a day
 *
 * Returns: the last day of its month
 */
CnscdDate
cnscd_calendar_get_month_end (CnscdDate day)
{
  return CNSCD_DATE (day.year, day.month,
                     g_date_get_days_in_month ((GDateMonth) day.month, day.year));
}

/**
 * cnscd_calendar_add_months:
 * @day: a day
 * @n_months: how many months later; earlier when below 0
 *
 * Returns: the same day of that month, or its last day when it is shorter
 */
CnscdDate
cnscd_calendar_add_months (CnscdDate day, int n_months)
{
  int months = day.year * MONTHS_PER_YEAR + day.month - 1 + n_months;
  CnscdDate moved = CNSCD_DATE ((guint16) (months / MONTHS_PER_YEAR),
                                (guint8) (months % MONTHS_PER_YEAR + 1), day.day);

  moved.day = MIN (moved.day, cnscd_calendar_get_month_end (moved).day);
  return moved;
}

/**
 * cnscd_calendar_count_weeks:
 * @day: a day
 *
 * Returns: how many weeks, from Monday on, its month has a part in: 4 to 6
 */
guint
cnscd_calendar_count_weeks (CnscdDate day)
{
  CnscdDate first = cnscd_calendar_get_month_start (day);
  int before = cnscd_date_get_weekday (first) - 1;
  int days = cnscd_calendar_get_month_end (day).day;

  return (guint) (before + days + CNSCD_DAYS_PER_WEEK - 1) / CNSCD_DAYS_PER_WEEK;
}

/**
 * cnscd_calendar_clamp:
 * @day: a day
 *
 * Returns: @day, or the nearest one that a calendar shows
 */
CnscdDate
cnscd_calendar_clamp (CnscdDate day)
{
  if (day.year < CNSCD_CALENDAR_FIRST_YEAR)
    return CNSCD_DATE (CNSCD_CALENDAR_FIRST_YEAR, 1, 1);
  if (day.year > CNSCD_CALENDAR_LAST_YEAR)
    return CNSCD_DATE (CNSCD_CALENDAR_LAST_YEAR, 12, 31);

  return day;
}

/**
 * cnscd_calendar_count_fitting:
 * @room: height that there is, in pixels
 * @chip: height of a session, with the gap after it
 * @more: height of the words that tell how many more there are
 * @n_chips: how many sessions there are
 *
 * Returns: how many of them are shown: all, or as many as leave room for the words
 */
guint
cnscd_calendar_count_fitting (int room, int chip, int more, guint n_chips)
{
  g_return_val_if_fail (chip > 0, 0);

  if ((gint64) chip * n_chips <= room)
    return n_chips;

  return (guint) MAX (0, room - more) / (guint) chip;
}

static void
set_n_columns (CnscdDayBlock *blocks, guint from, guint to, guint n_columns)
{
  for (guint i = from; i < to; i++)
    blocks[i].n_columns = n_columns;
}

/**
 * cnscd_calendar_arrange:
 * @blocks: (array length=n_blocks) (inout): blocks, by their beginning
 * @n_blocks: how many
 *
 * Puts blocks that overlap side by side: each into the first column that is
 * free when it begins. Those that are connected by overlaps are equally wide.
 */
void
cnscd_calendar_arrange (CnscdDayBlock *blocks, guint n_blocks)
{
  g_autofree int *ends = g_new (int, MAX (n_blocks, 1)); /* of the columns */
  guint n_columns = 0;
  guint first = 0;
  int last_end = G_MININT;

  for (guint i = 0; i < n_blocks; i++)
    {
      guint column = 0;

      if (blocks[i].from >= last_end)
        {
          set_n_columns (blocks, first, i, n_columns);
          first = i;
          n_columns = 0;
        }

      while (column < n_columns && ends[column] > blocks[i].from)
        column++;
      ends[column] = blocks[i].to;
      n_columns = MAX (n_columns, column + 1);
      last_end = first == i ? blocks[i].to : MAX (last_end, blocks[i].to);
      blocks[i].column = column;
    }
  set_n_columns (blocks, first, n_blocks, n_columns);
}

/**
 * cnscd_calendar_round_minute:
 * @minute: of the day; may lie outside of it
 * @step: in minutes
 *
 * Returns: the nearest multiple of @step within the day
 */
int
cnscd_calendar_round_minute (int minute, int step)
{
  int rounded;

  g_return_val_if_fail (step > 0 && step <= CNSCD_MINUTES_PER_DAY, 0);

  rounded = (MAX (minute, 0) + step / 2) / step * step;
  return MIN (rounded, CNSCD_MINUTES_PER_DAY - step);
}
