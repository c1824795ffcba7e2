/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-schedule-words.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-calendar-layout.h"
#include "core/cnscd-lunar.h"
#include "ui/common/cnscd-words.h"

/* Translators: within a sentence; capital letters are made where one begins. */
static const char *const MONTHS[] = {
  NC_ ("month", "January"), NC_ ("month", "February"), NC_ ("month", "March"),
  NC_ ("month", "April"),   NC_ ("month", "May"),      NC_ ("month", "June"),
  NC_ ("month", "July"),    NC_ ("month", "August"),   NC_ ("month", "September"),
  NC_ ("month", "October"), NC_ ("month", "November"), NC_ ("month", "December"),
};

/* Translators: within a sentence; capital letters are made where one begins. */
static const char *const WEEKDAYS[] = {
  NC_ ("weekday", "Monday"),   NC_ ("weekday", "Tuesday"), NC_ ("weekday", "Wednesday"),
  NC_ ("weekday", "Thursday"), NC_ ("weekday", "Friday"),  NC_ ("weekday", "Saturday"),
  NC_ ("weekday", "Sunday"),
};

static const char *const SHORT_WEEKDAYS[] = {
  NC_ ("short weekday", "Mon"), NC_ ("short weekday", "Tue"), NC_ ("short weekday", "Wed"),
  NC_ ("short weekday", "Thu"), NC_ ("short weekday", "Fri"), NC_ ("short weekday", "Sat"),
  NC_ ("short weekday", "Sun"),
};

/**
 * cnscd_words_for_weekday:
 * @weekday: 1 for Monday to 7 for Sunday
 *
 * Returns: (transfer none): its name within a sentence
 */
const char *
cnscd_words_for_weekday (int weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= CNSCD_DAYS_PER_WEEK, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "weekday", WEEKDAYS[weekday - 1]);
}

/**
 * cnscd_words_for_short_weekday:
 * @weekday: 1 for Monday to 7 for Sunday
 *
 * Returns: (transfer none): its name at the head of a column
 */
const char *
cnscd_words_for_short_weekday (int weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= CNSCD_DAYS_PER_WEEK, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "short weekday", SHORT_WEEKDAYS[weekday - 1]);
}

static const char *
get_month_name (CnscdDate day)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "month", MONTHS[day.month - 1]);
}

/**
 * cnscd_words_for_month:
 * @day: a day
 *
 * Returns: (transfer full): its month, as a title
 */
char *
cnscd_words_for_month (CnscdDate day)
{
  g_autofree char *words = cnscd_words_for_month_in_text (day);

  return cnscd_words_capitalize (words);
}

/**
 * cnscd_words_for_month_in_text:
 * @day: a day
 *
 * Returns: (transfer full): its month, within a sentence
 */
char *
cnscd_words_for_month_in_text (CnscdDate day)
{
  /* Translators: a month and a year */
  return g_strdup_printf (C_ ("month", "%1$s %2$d"), get_month_name (day), day.year);
}

/**
 * cnscd_words_for_week:
 * @monday: the first day of a week
 *
 * Returns: (transfer full): its days, as a title: "23–29/11/2026"
 */
char *
cnscd_words_for_week (CnscdDate monday)
{
  CnscdDate sunday = cnscd_date_add_days (monday, CNSCD_DAYS_PER_WEEK - 1);

  if (monday.year != sunday.year)
    return g_strdup_printf ("%02d/%02d/%d–%02d/%02d/%d", monday.day, monday.month, monday.year,
                            sunday.day, sunday.month, sunday.year);
  if (monday.month != sunday.month)
    return g_strdup_printf ("%02d/%02d–%02d/%02d/%d", monday.day, monday.month, sunday.day,
                            sunday.month, sunday.year);
  return g_strdup_printf ("%02d–%02d/%02d/%d", monday.day, sunday.day, sunday.month, sunday.year);
}

/**
 * cnscd_words_for_day:
 * @day: a day
 *
 * Returns: (transfer full): the day without its year, within a sentence: "thứ Hai 23 tháng 11"
 */
char *
cnscd_words_for_day (CnscdDate day)
{
  /* Translators: "Monday", 23, "November" */
  return g_strdup_printf (C_ ("day", "%1$s %2$d %3$s"),
                          cnscd_words_for_weekday (cnscd_date_get_weekday (day)), day.day,
                          get_month_name (day));
}

/* Only Vietnamese has words for them. */
static gboolean
says_lunar_in_words (void)
{
  /* Translators: how lunar dates are written: "numbers", or "words" for the Vietnamese ones */
  return g_str_equal (C_ ("lunar date", "numbers"), "words");
}

/**
 * cnscd_words_for_lunar_numbers:
 * @day: a day
 *
 * Returns: (transfer full) (nullable): its lunar date in figures, "lunar 15/1", where there is
 *   little room
 */
char *
cnscd_words_for_lunar_numbers (CnscdDate day)
{
  CnscdLunarDate lunar;

  if (!cnscd_lunar_from_date (day, &lunar))
    return NULL;
  if (lunar.leap)
    /* Translators: day and month of the lunar calendar, in the leap month of that number */
    return g_strdup_printf (C_ ("lunar date", "lunar %1$d/%2$d leap"), lunar.day, lunar.month);
  /* Translators: day and month of the lunar calendar */
  return g_strdup_printf (C_ ("lunar date", "lunar %1$d/%2$d"), lunar.day, lunar.month);
}

/**
 * cnscd_words_for_lunar_day:
 * @day: a day
 *
 * Returns: (transfer full) (nullable): its lunar date: in Vietnamese "rằm tháng Giêng", in other
 *   languages "lunar 15/1"
 */
char *
cnscd_words_for_lunar_day (CnscdDate day)
{
  CnscdLunarDate lunar;

  if (!says_lunar_in_words ())
    return cnscd_words_for_lunar_numbers (day);

  return cnscd_lunar_from_date (day, &lunar) ? cnscd_lunar_format_words (lunar) : NULL;
}

/**
 * cnscd_words_for_sessions:
 * @n_sessions: a number of sessions
 *
 * Returns: (transfer full): the number with its noun
 */
char *
cnscd_words_for_sessions (guint n_sessions)
{
  g_autofree char *number = cnscd_words_for_number (n_sessions);

  /* Translators: %s is a number */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s session", "%s sessions", n_sessions),
                          number);
}

/**
 * cnscd_words_for_more_sessions:
 * @n_sessions: how many are not shown
 *
 * Returns: (transfer full): that there are more
 */
char *
cnscd_words_for_more_sessions (guint n_sessions)
{
  g_autofree char *number = cnscd_words_for_number (n_sessions);

  /* Translators: %s is a number of sessions that there is no room for */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "+%s more", "+%s more", n_sessions),
                          number);
}

/**
 * cnscd_words_for_calendar_day:
 * @day: a day
 * @holiday: (nullable): what day it is
 * @n_sessions: how many sessions it has
 *
 * Returns: (transfer full): all that a calendar tells of it, for who does not see it
 */
char *
cnscd_words_for_calendar_day (CnscdDate day, const CnscdHoliday *holiday, guint n_sessions)
{
  g_autofree char *words = cnscd_words_for_day (day);
  g_autofree char *lunar = cnscd_words_for_lunar_day (day);
  g_autofree char *sessions =
    n_sessions > 0 ? cnscd_words_for_sessions (n_sessions) : g_strdup (_ ("no session"));
  GString *text = g_string_new (words);

  if (cnscd_date_equal (day, cnscd_date_today ()))
    g_string_append_printf (text, ", %s", C_ ("day", "today"));
  if (lunar != NULL)
    {
      /* What could be taken for a date of the civil calendar says so itself. */
      if (!says_lunar_in_words () || strstr (lunar, "âm lịch") != NULL)
        g_string_append_printf (text, ", %s", lunar);
      else
        /* Translators: %s is a lunar date in Vietnamese: "rằm tháng 10" */
        {
          g_autofree char *date = g_strdup_printf (C_ ("lunar date", "%s by the moon"), lunar);

          g_string_append_printf (text, ", %s", date);
        }
    }
  if (holiday != NULL)
    g_string_append_printf (text, ", %s", holiday->name);
  g_string_append_printf (text, ", %s", sessions);
  return g_string_free_and_steal (text);
}

/**
 * cnscd_words_for_session_state:
 * @state: a state
 *
 * Returns: (transfer none): what it is called
 */
const char *
cnscd_words_for_session_state (CnscdSessionState state)
{
  switch (state)
    {
    case CNSCD_SESSION_STATE_PLANNED:
      return C_ ("session state", "Planned");
    case CNSCD_SESSION_STATE_HELD:
      return C_ ("session state", "Held");
    case CNSCD_SESSION_STATE_POSTPONED:
      return C_ ("session state", "Postponed");
    case CNSCD_SESSION_STATE_CANCELLED:
      return C_ ("session state", "Cancelled");
    case CNSCD_SESSION_STATE_UNKNOWN:
    default:
      return "—";
    }
}

/**
 * cnscd_words_for_session_start:
 * @starts_at: when a session begins
 *
 * Returns: (transfer full): the time and the day: "19h00, 23/11/2026"
 */
char *
cnscd_words_for_session_start (CnscdTime starts_at)
{
  g_autofree char *clock = cnscd_time_format_clock (starts_at);
  g_autofree char *day = cnscd_date_format (cnscd_time_get_day (starts_at));

  return g_strdup_printf ("%s, %s", clock, day);
}

/**
 * cnscd_words_for_session:
 * @session: a session
 * @overdue: whether it should have been reported
 *
 * Returns: (transfer full): what a chip tells, for who does not see it
 */
char *
cnscd_words_for_session (const CnscdSessionSummary *session, gboolean overdue)
{
  g_autofree char *time = cnscd_time_format_span (session->starts_at, session->ends_at);
  GString *text = g_string_new (time);

  g_string_append_printf (text, ", %s", session->title);
  if (session->teams != NULL)
    g_string_append_printf (text, ", %s", session->teams);
  g_string_append_printf (text, ", %s",
                          overdue ? C_ ("session", "To Be Reported")
                                  : cnscd_words_for_session_state (session->state));
  return g_string_free_and_steal (text);
}

/**
 * cnscd_session_summary_is_overdue: (skip)
 * @session: a session
 * @now: the present
 *
 * Returns: as cnscd_session_is_overdue()
 */
gboolean
cnscd_session_summary_is_overdue (const CnscdSessionSummary *session, CnscdTime now)
{
  return session->ends_at <= now && !cnscd_date_is_known (session->reported_on) &&
         (session->state == CNSCD_SESSION_STATE_PLANNED ||
          session->state == CNSCD_SESSION_STATE_HELD);
}

/**
 * cnscd_session_state_can_move: (skip)
 * @state: of a session
 *
 * Returns: whether the session is still to come to pass
 */
gboolean
cnscd_session_state_can_move (CnscdSessionState state)
{
  return state == CNSCD_SESSION_STATE_PLANNED || state == CNSCD_SESSION_STATE_POSTPONED;
}
