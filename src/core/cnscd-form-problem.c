/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-form-problem.h"

#include "cnscd-text.h"

/* Beyond this it is a slip of the finger. */
#define MAX_NAME_LENGTH 60

/**
 * cnscd_form_is_blank:
 * @text: (nullable): what somebody typed
 *
 * Returns: whether that is nothing but spaces
 */
gboolean
cnscd_form_is_blank (const char *text)
{
  g_autofree char *clean = cnscd_text_clean (text);

  return clean == NULL;
}

/**
 * cnscd_form_is_text:
 * @text: (nullable): what stands in a field
 * @stored: (nullable): what the field shows of a record
 *
 * Returns: whether @text is what is stored, of which something is known
 */
gboolean
cnscd_form_is_text (const char *text, const char *stored)
{
  return stored != NULL && *stored != '\0' && g_strcmp0 (text, stored) == 0;
}

/**
 * cnscd_form_is_date:
 * @text: (nullable): what stands in a field
 * @stored: a date of a record, may be unknown
 *
 * Returns: whether @text is @stored as cnscd_date_format() writes it, and known
 */
gboolean
cnscd_form_is_date (const char *text, CnscdDate stored)
{
  g_autofree char *shown = cnscd_date_is_known (stored) ? cnscd_date_format (stored) : NULL;

  return cnscd_form_is_text (text, shown);
}

/**
 * cnscd_form_check_date:
 * @text: (nullable): what somebody typed, or nothing
 * @date: (out): the date, of which day and month may be unknown; unknown with a problem
 *   or when nothing was typed
 *
 * Reads a date as cnscd_date_parse() does.
 *
 * Returns: what is wrong with it
 */
CnscdFormProblem
cnscd_form_check_date (const char *text, CnscdDate *date)
{
  *date = CNSCD_DATE_UNKNOWN;

  if (cnscd_form_is_blank (text) || cnscd_date_parse (text, date))
    return CNSCD_FORM_PROBLEM_NONE;
  return cnscd_date_is_impossible (text) ? CNSCD_FORM_PROBLEM_NO_SUCH_DATE
                                         : CNSCD_FORM_PROBLEM_NOT_A_DATE;
}

/**
 * cnscd_form_read_back:
 * @text: (nullable): what somebody typed as a date
 *
 * Returns: (transfer full) (nullable): how the date is understood, "01/01/2026"
 *   for "1/1/26" or, near that day, for "1/1"; %NULL where that is what stands there, or nothing is
 */
char *
cnscd_form_read_back (const char *text)
{
  g_autofree char *clean = cnscd_text_clean (text);
  g_autofree char *read = NULL;
  CnscdDate date;

  if (clean == NULL || !cnscd_date_parse_near (clean, cnscd_date_today (), &date))
    return NULL;

  read = cnscd_date_format (date);
  return g_str_equal (read, clean) ? NULL : g_steal_pointer (&read);
}

/**
 * cnscd_form_check_day:
 * @text: (nullable): what somebody typed
 * @not_before: a day that it must not come before, or unknown
 * @day: (out): the day; unknown with a problem
 *
 * Reads a day of which day, month and year are known.
 *
 * Returns: what is wrong with it
 */
CnscdFormProblem
cnscd_form_check_day (const char *text, CnscdDate not_before, CnscdDate *day)
{
  CnscdFormProblem problem = cnscd_form_check_date (text, day);

  if (problem != CNSCD_FORM_PROBLEM_NONE)
    return problem;
  if (!cnscd_date_is_known (*day))
    return CNSCD_FORM_PROBLEM_MISSING;

  if (!cnscd_date_is_full (*day))
    {
      *day = CNSCD_DATE_UNKNOWN;
      return CNSCD_FORM_PROBLEM_NOT_A_FULL_DATE;
    }
  if (cnscd_date_is_known (not_before) && cnscd_date_compare (*day, not_before) < 0)
    {
      *day = CNSCD_DATE_UNKNOWN;
      return CNSCD_FORM_PROBLEM_BEFORE_START;
    }

  return CNSCD_FORM_PROBLEM_NONE;
}

/**
 * cnscd_form_check_near_day:
 * @text: (nullable): what somebody typed
 * @not_before: a day that it must not come before, or unknown
 * @day: (out): the day; unknown with a problem
 *
 * As cnscd_form_check_day(), for what takes place: without its year it is the
 * day that is next to today, before or after it.
 *
 * Returns: what is wrong with it
 */
CnscdFormProblem
cnscd_form_check_near_day (const char *text, CnscdDate not_before, CnscdDate *day)
{
  g_autofree char *whole = NULL;

  if (cnscd_form_is_blank (text) || !cnscd_date_parse_near (text, cnscd_date_today (), day))
    return cnscd_form_check_day (text, not_before, day);

  whole = cnscd_date_format (*day);
  return cnscd_form_check_day (whole, not_before, day);
}

/**
 * cnscd_form_check_name:
 * @text: (nullable): what was typed as somebody's name
 *
 * Returns: what is wrong with it
 */
CnscdFormProblem
cnscd_form_check_name (const char *text)
{
  g_autofree char *name = cnscd_name_normalize (text);

  if (name == NULL)
    return CNSCD_FORM_PROBLEM_MISSING;
  if (g_utf8_strlen (name, -1) > MAX_NAME_LENGTH)
    return CNSCD_FORM_PROBLEM_NAME_TOO_LONG;

  return cnscd_form_find_stray (name) != 0 ? CNSCD_FORM_PROBLEM_NOT_A_NAME
                                           : CNSCD_FORM_PROBLEM_NONE;
}

/**
 * cnscd_form_find_stray:
 * @text: (nullable): what was typed as somebody's name
 *
 * Returns: the first character that no name has, or 0
 */
gunichar
cnscd_form_find_stray (const char *text)
{
  g_autofree char *name = cnscd_name_normalize (text);

  for (const char *at = name != NULL ? name : ""; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      /* Names of the Tày, Nùng, Mông and Dao have no others either. */
      if (!g_unichar_isalpha (c) && !g_unichar_ismark (c) && c != ' ' && c != '-' && c != '\'' &&
          c != 0x2019 && c != '.')
        return c;
    }

  return 0;
}

/**
 * cnscd_form_is_far_ahead:
 * @text: (nullable): what somebody typed as a day
 * @today: today in Vietnam
 *
 * A year too many is a slip of the finger more often than a plan; it may be
 * one, though, so that it is asked about and not refused.
 *
 * Returns: whether it is a day of which day, month and year are known, more
 *   than a year from @today
 */
gboolean
cnscd_form_is_far_ahead (const char *text, CnscdDate today)
{
  CnscdDate day;

  return cnscd_form_check_day (text, CNSCD_DATE_UNKNOWN, &day) == CNSCD_FORM_PROBLEM_NONE &&
         cnscd_date_compare (day, CNSCD_DATE (today.year + 1, today.month, today.day)) > 0;
}

/**
 * cnscd_form_is_before_teams:
 * @text: (nullable): what somebody typed as a day
 *
 * Community digital teams were first set up in 2022 (công văn 793/BTTTT-THH of 5 March 2022): what
 * happened to one before is a slip of the finger, most likely.
 *
 * Returns: whether it is a day of which day, month and year are known, before 2022
 */
gboolean
cnscd_form_is_before_teams (const char *text)
{
  CnscdDate day;

  return cnscd_form_check_day (text, CNSCD_DATE_UNKNOWN, &day) == CNSCD_FORM_PROBLEM_NONE &&
         day.year < 2022;
}

/**
 * cnscd_form_get_coming_day:
 * @text: (nullable): what somebody typed as a day
 * @today: today in Vietnam
 *
 * Returns: the day if it is still to come, or else unknown
 */
CnscdDate
cnscd_form_get_coming_day (const char *text, CnscdDate today)
{
  CnscdDate day;

  return cnscd_form_check_date (text, &day) == CNSCD_FORM_PROBLEM_NONE &&
             cnscd_date_is_to_come (day, today)
           ? day
           : CNSCD_DATE_UNKNOWN;
}
