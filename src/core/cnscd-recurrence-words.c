/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-recurrence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cnscd-lunar.h"

#define N_WEEKDAYS    7
#define MAX_POSITION  5
#define MAX_MONTH_DAY 31

static const char *
get_weekday_name (int weekday)
{
  static const char *const names[] = {
    NC_ ("recurrence", "Monday"),   NC_ ("recurrence", "Tuesday"), NC_ ("recurrence", "Wednesday"),
    NC_ ("recurrence", "Thursday"), NC_ ("recurrence", "Friday"),  NC_ ("recurrence", "Saturday"),
    NC_ ("recurrence", "Sunday"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "recurrence", names[weekday - 1]);
}

static char *
format_position (int position, const char *weekday)
{
  switch (position)
    {
    case 1:
      /* Translators: the placeholder is a weekday: the first one of the month */
      return g_strdup_printf (C_ ("recurrence", "first %s"), weekday);
    case 2:
      return g_strdup_printf (C_ ("recurrence", "second %s"), weekday);
    case 3:
      return g_strdup_printf (C_ ("recurrence", "third %s"), weekday);
    case 4:
      return g_strdup_printf (C_ ("recurrence", "fourth %s"), weekday);
    case 5:
      return g_strdup_printf (C_ ("recurrence", "fifth %s"), weekday);
    default:
      return g_strdup_printf (C_ ("recurrence", "last %s"), weekday);
    }
}

static char *
format_month_day (const CnscdRecurrence *rule, int day)
{
  if (!rule->lunar)
    return g_strdup_printf (C_ ("recurrence", "day %d"), day);
  if (day == CNSCD_LUNAR_RAM)
    return g_strdup (C_ ("lunar day", "full moon"));
  if (day < 10)
    /* Translators: days 1 to 9 of a lunar month, “mùng” in Vietnamese */
    return g_strdup_printf (C_ ("early lunar day", "day %d"), day);
  return g_strdup_printf (C_ ("lunar day", "day %d"), day);
}

static char *
join (GStrvBuilder *builder)
{
  g_auto (GStrv) words = g_strv_builder_end (builder);

  return g_strjoinv (", ", words);
}

static char *
list_weekdays (const CnscdRecurrence *rule)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (int position = 1; position <= MAX_POSITION + 1; position++)
    {
      if (rule->positions != 0 && (rule->positions & CNSCD_DAY_BIT (position)) == 0)
        continue;

      for (int weekday = 1; weekday <= N_WEEKDAYS; weekday++)
        {
          const char *name = get_weekday_name (weekday);

          if ((rule->weekdays & CNSCD_DAY_BIT (weekday)) == 0)
            continue;
          if (rule->positions == 0)
            g_strv_builder_add (words, name);
          else
            g_strv_builder_take (words, format_position (position, name));
        }
      if (rule->positions == 0)
        break;
    }

  return join (words);
}

static char *
list_month_days (const CnscdRecurrence *rule)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (int day = 1; day <= MAX_MONTH_DAY; day++)
    {
      if (rule->month_days & CNSCD_DAY_BIT (day))
        g_strv_builder_take (words, format_month_day (rule, day));
    }
  if (rule->month_days & CNSCD_LAST_DAY_BIT)
    g_strv_builder_add (words, C_ ("recurrence", "last day"));

  return join (words);
}

/* The period alone, where the rule leaves the day to the first one. */
static char *
describe_period (const CnscdRecurrence *rule)
{
  int n = rule->interval;

  if (rule->frequency == CNSCD_FREQUENCY_DAILY)
    return n == 1 ? g_strdup (C_ ("recurrence", "every day"))
                  : g_strdup_printf (C_ ("recurrence", "every %d days"), n);
  if (rule->frequency == CNSCD_FREQUENCY_WEEKLY)
    return n == 1 ? g_strdup (C_ ("recurrence", "every week"))
                  : g_strdup_printf (C_ ("recurrence", "every %d weeks"), n);
  if (rule->lunar)
    return n == 1 ? g_strdup (C_ ("recurrence", "every lunar month"))
                  : g_strdup_printf (C_ ("recurrence", "every %d lunar months"), n);
  return n == 1 ? g_strdup (C_ ("recurrence", "every month"))
                : g_strdup_printf (C_ ("recurrence", "every %d months"), n);
}

static char *
describe_days (const CnscdRecurrence *rule, const char *days)
{
  int n = rule->interval;

  if (rule->frequency == CNSCD_FREQUENCY_WEEKLY)
    /* Translators: the placeholder is a list of weekdays */
    return n == 1 ? g_strdup_printf (C_ ("recurrence", "%s every week"), days)
                  : g_strdup_printf (C_ ("recurrence", "%s every %d weeks"), days, n);
  if (rule->lunar)
    /* Translators: the placeholder is a list of days of the lunar month */
    return n == 1 ? g_strdup_printf (C_ ("recurrence", "%s of every lunar month"), days)
                  : g_strdup_printf (C_ ("recurrence", "%s of every %d lunar months"), days, n);
  /* Translators: the placeholder is a list of days of the month: “second Sunday”, “day 15” */
  return n == 1 ? g_strdup_printf (C_ ("recurrence", "%s of every month"), days)
                : g_strdup_printf (C_ ("recurrence", "%s of every %d months"), days, n);
}

static char *
capitalize (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, text + strlen (first), NULL);
}

/**
 * cnscd_recurrence_describe:
 * @rule: a rule, for which cnscd_recurrence_check() is true
 *
 * Says a rule in words: "Tuesday, Thursday every 2 weeks, until 31/12/2026".
 *
 * Returns: (transfer full): the words, in the language of the program
 */
char *
cnscd_recurrence_describe (const CnscdRecurrence *rule)
{
  g_autofree char *days = NULL;
  g_autofree char *what = NULL;
  g_autofree char *sentence = NULL;

  g_return_val_if_fail (cnscd_recurrence_check (rule, NULL), NULL);

  if (rule->weekdays != 0)
    days = list_weekdays (rule);
  else if (rule->month_days != 0)
    days = list_month_days (rule);

  what = days != NULL ? describe_days (rule, days) : describe_period (rule);
  sentence = capitalize (what);

  if (cnscd_date_is_known (rule->until))
    {
      g_autofree char *until = cnscd_date_format (rule->until);

      /* Translators: what repeats, and the last day: “Tuesday every week, until 31/12/2026” */
      return g_strdup_printf (C_ ("recurrence", "%s, until %s"), sentence, until);
    }
  if (rule->count > 0)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s, %d time", "%s, %d times", (gulong) rule->count), sentence,
      rule->count);

  return g_steal_pointer (&sentence);
}
