/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-recurrence.h"

#include <libical/ical.h>

#include "cnscd-lunar.h"
#include "cnscd-time.h"

#define DAYS_PER_WEEK        7
#define MAX_LUNAR_MONTH_DAYS 30

/* What the days that a rule gives are held against, and where they go. */
typedef struct
{
  GArray *days;
  CnscdDate start;
  CnscdDate first;
  CnscdDate last;
  guint max_days;
  int left; /* of the rule's count; G_MAXINT without */
} Listing;

/* Returns: whether more days are wanted */
static gboolean
take_day (Listing *listing, CnscdDate day)
{
  if (listing->left == 0 || cnscd_date_compare (day, listing->last) > 0)
    return FALSE;

  if (cnscd_date_compare (day, listing->start) >= 0)
    {
      listing->left--;
      if (cnscd_date_compare (day, listing->first) >= 0)
        g_array_append_val (listing->days, day);
    }

  return listing->days->len < listing->max_days;
}

static void
list_civil_days (const CnscdRecurrence *rule, Listing *listing)
{
  g_autofree char *text = cnscd_recurrence_to_text (rule);
  struct icalrecurrencetype recurrence = icalrecurrencetype_from_string (text);
  struct icaltimetype next = ICALTIMETYPE_INITIALIZER;
  icalrecur_iterator *iterator;

  next.year = listing->start.year;
  next.month = listing->start.month;
  next.day = listing->start.day;
  next.is_date = 1;
  iterator = icalrecur_iterator_new (recurrence, next);
  if (iterator == NULL)
    return;

  do
    next = icalrecur_iterator_next (iterator);
  while (
    !icaltime_is_null_time (next) &&
    take_day (listing, CNSCD_DATE ((guint16) next.year, (guint8) next.month, (guint8) next.day)));

  icalrecur_iterator_free (iterator);
}

/* The set of days in a lunar month of @length days. */
static guint
fit_into_month (const CnscdRecurrence *rule, guint days, int length)
{
  if (days & CNSCD_LAST_DAY_BIT || (rule->backward && days >> (length + 1) != 0))
    days |= CNSCD_DAY_BIT (length);

  return days & (CNSCD_DAY_BIT (length + 1) - 1) & ~CNSCD_LAST_DAY_BIT;
}

static void
list_lunar_days (const CnscdRecurrence *rule, Listing *listing)
{
  CnscdLunarDate lunar;
  CnscdDate month = listing->start;
  guint days = rule->month_days;

  if (!cnscd_lunar_from_date (month, &lunar))
    return;
  if (days == 0)
    days = CNSCD_DAY_BIT (lunar.day);
  month = cnscd_date_add_days (month, 1 - lunar.day);

  for (int n = 0; cnscd_lunar_from_date (month, &lunar); n++)
    {
      int length = cnscd_lunar_get_month_length (lunar.year, lunar.month, lunar.leap);

      if (n % rule->interval == 0)
        {
          guint wanted = fit_into_month (rule, days, length);

          for (int day = 1; day <= length; day++)
            {
              if (wanted & CNSCD_DAY_BIT (day) &&
                  !take_day (listing, cnscd_date_add_days (month, day - 1)))
                return;
            }
        }
      month = cnscd_date_add_days (month, length);
    }
}

/**
 * cnscd_recurrence_list_days:
 * @rule: a rule, for which cnscd_recurrence_check() is true
 * @start: the first day, from which intervals and times are counted
 * @first: the first day that is wanted
 * @last: the last day that is wanted
 * @max_days: how many are wanted at most
 *
 * Works out on which days something takes place. Unlike in an iCalendar file,
 * @start is among them only when @rule gives it. Civil months that lack a day
 * have no such day (RFC 5545); what lunar months do is the rule's to say.
 *
 * Returns: (transfer full) (element-type CnscdDate): the days, in order
 */
GArray *
cnscd_recurrence_list_days (const CnscdRecurrence *rule,
                            CnscdDate start,
                            CnscdDate first,
                            CnscdDate last,
                            guint max_days)
{
  Listing listing = {
    .days = g_array_new (FALSE, FALSE, sizeof (CnscdDate)),
    .start = start,
    .first = first,
    .last = last,
    .max_days = max_days,
  };

  g_return_val_if_fail (cnscd_recurrence_check (rule, NULL), listing.days);
  g_return_val_if_fail (cnscd_date_is_full (start) && cnscd_date_is_valid (start), listing.days);

  listing.left = rule->count > 0 ? rule->count : G_MAXINT;
  if (cnscd_date_is_known (rule->until) && cnscd_date_compare (rule->until, last) < 0)
    listing.last = rule->until;
  if (max_days == 0 || cnscd_date_compare (listing.last, start) < 0)
    return listing.days;

  if (rule->lunar)
    list_lunar_days (rule, &listing);
  else
    list_civil_days (rule, &listing);

  return listing.days;
}

/**
 * cnscd_recurrence_has_end:
 * @rule: a rule
 *
 * Returns: whether it does not go on for ever
 */
gboolean
cnscd_recurrence_has_end (const CnscdRecurrence *rule)
{
  return rule->count > 0 || cnscd_date_is_known (rule->until);
}

/**
 * cnscd_recurrence_end_before:
 * @rule: (inout): a rule
 * @day: the first day that shall not be any more
 *
 * Ends @rule on the day before @day, whatever its end was.
 */
void
cnscd_recurrence_end_before (CnscdRecurrence *rule, CnscdDate day)
{
  rule->count = 0;
  rule->until = cnscd_date_add_days (day, -1);
}

static gboolean
replace_bit (guint *bits, int from, int to)
{
  if ((*bits & CNSCD_DAY_BIT (from)) == 0 || (from != to && (*bits & CNSCD_DAY_BIT (to)) != 0))
    return FALSE;

  *bits = (*bits & ~CNSCD_DAY_BIT (from)) | CNSCD_DAY_BIT (to);
  return TRUE;
}

static gint64
get_monday (CnscdDate day)
{
  return cnscd_date_to_days (day) - cnscd_date_get_weekday (day) + 1;
}

static gboolean
has_one_bit (guint bits)
{
  return bits != 0 && (bits & (bits - 1)) == 0;
}

static int
get_last_of_month (CnscdDate day)
{
  return g_date_get_days_in_month ((GDateMonth) day.month, day.year);
}

/* The second Sunday becomes the third Saturday; what is a fifth can only be meant as the last. */
static gboolean
move_position (CnscdRecurrence *rule, CnscdDate from, CnscdDate to)
{
  int position = (to.day - 1) / DAYS_PER_WEEK + 1;
  gboolean last = to.day + DAYS_PER_WEEK > get_last_of_month (to);

  if (!has_one_bit (rule->positions) || !has_one_bit (rule->weekdays) ||
      !replace_bit (&rule->weekdays, cnscd_date_get_weekday (from), cnscd_date_get_weekday (to)))
    return FALSE;

  if (position == 5 || (last && rule->positions == CNSCD_LAST_POSITION_BIT))
    rule->positions = CNSCD_LAST_POSITION_BIT;
  else
    rule->positions = CNSCD_DAY_BIT (position);
  return TRUE;
}

static gboolean
move_lunar_day (CnscdRecurrence *rule, CnscdDate from, CnscdDate to)
{
  CnscdLunarDate before, after;

  if (!cnscd_lunar_from_date (from, &before) || !cnscd_lunar_from_date (to, &after) ||
      before.year != after.year || before.month != after.month || before.leap != after.leap ||
      !replace_bit (&rule->month_days, before.day, after.day))
    return FALSE;

  rule->backward |= after.day == MAX_LUNAR_MONTH_DAYS;
  return TRUE;
}

/**
 * cnscd_recurrence_follow_move:
 * @rule: (inout): a rule; left alone when there is no answer
 * @from: a day that it gives
 * @to: the day to which that was moved
 *
 * Finds the rule that somebody means who moves one of its days and says that
 * all others shall follow: Tuesdays become Thursdays, the second Sunday of the
 * month the third Saturday, the lunar day 15 the 14th.
 *
 * Returns: whether there is one: not for a move into another month or onto a
 *   day that the rule gives as well, for instance
 */
gboolean
cnscd_recurrence_follow_move (CnscdRecurrence *rule, CnscdDate from, CnscdDate to)
{
  CnscdRecurrence moved = *rule;
  gboolean same_month = from.year == to.year && from.month == to.month;
  gboolean followed = FALSE;

  if (cnscd_date_equal (from, to))
    return TRUE;

  /* What the rule leaves open is what its first day has, and so all others. */
  if (moved.frequency == CNSCD_FREQUENCY_WEEKLY && moved.weekdays == 0)
    moved.weekdays = CNSCD_DAY_BIT (cnscd_date_get_weekday (from));

  switch (rule->frequency)
    {
    case CNSCD_FREQUENCY_DAILY:
      break;
    case CNSCD_FREQUENCY_WEEKLY:
      followed =
        (moved.interval == 1 || get_monday (from) == get_monday (to)) &&
        replace_bit (&moved.weekdays, cnscd_date_get_weekday (from), cnscd_date_get_weekday (to));
      break;
    case CNSCD_FREQUENCY_MONTHLY:
      if (moved.lunar)
        followed = move_lunar_day (&moved, from, to);
      else if (moved.weekdays != 0)
        followed = same_month && move_position (&moved, from, to);
      else
        followed = same_month && replace_bit (&moved.month_days, from.day, to.day);
      break;
    default:
      g_return_val_if_reached (FALSE);
    }

  if (followed)
    *rule = moved;
  return followed;
}
