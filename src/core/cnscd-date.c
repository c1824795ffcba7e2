/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-date.h"

#include <math.h>
#include <string.h>

#include "cnscd-clock.h"

/* 31 December 9999 as a serial date of the 1900 system. */
#define LAST_SERIAL_1900 2958465
/* The 1904 system begins this many days later. */
#define SERIAL_1904_OFFSET 1462
/* Lotus 1-2-3, and Excel after it, count a 29 February 1900 that never was. */
#define FALSE_LEAP_SERIAL 60

static gboolean
read_digits (const char *text, guint n, guint *value)
{
  *value = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *value = *value * 10 + g_ascii_digit_value (text[i]);
    }

  return TRUE;
}

/**
 * cnscd_date_is_known:
 * @date: a date
 *
 * Returns: whether at least the year is known
 */
gboolean
cnscd_date_is_known (CnscdDate date)
{
  return date.year != 0;
}

/**
 * cnscd_date_is_full:
 * @date: a date
 *
 * Returns: whether the day is known
 */
gboolean
cnscd_date_is_full (CnscdDate date)
{
  return date.year != 0 && date.month != 0 && date.day != 0;
}

/**
 * cnscd_date_is_valid:
 * @date: a date
 *
 * Checks that @date exists in the calendar as far as it is known: years 1 to
 * 9999, no day without its month. The unknown date is not valid.
 *
 * Returns: whether it exists
 */
gboolean
cnscd_date_is_valid (CnscdDate date)
{
  if (date.year < 1 || date.year > 9999 || date.month > 12)
    return FALSE;

  if (date.month == 0 || date.day == 0)
    return date.day == 0;

  return date.day <= g_date_get_days_in_month ((GDateMonth) date.month, date.year);
}

/**
 * cnscd_date_compare:
 * @a: a date
 * @b: a date
 *
 * Orders dates by time. What is less well known comes first: unknown, then
 * 1975, then June 1975, then 1 June 1975.
 *
 * Returns: below, equal to or above 0, as strcmp()
 */
int
cnscd_date_compare (CnscdDate a, CnscdDate b)
{
  if (a.year != b.year)
    return a.year < b.year ? -1 : 1;
  if (a.month != b.month)
    return a.month < b.month ? -1 : 1;
  if (a.day != b.day)
    return a.day < b.day ? -1 : 1;

  return 0;
}

/**
 * cnscd_date_equal:
 * @a: a date
 * @b: a date
 *
 * Returns: whether both are the same and known to the same part
 */
gboolean
cnscd_date_equal (CnscdDate a, CnscdDate b)
{
  return cnscd_date_compare (a, b) == 0;
}

/**
 * cnscd_date_is_to_come:
 * @from: the first day of something, may be unknown
 * @today: a full date
 *
 * Something since "2026" may have begun on the first day of that year.
 *
 * Returns: whether @today is earlier than all that @from may be
 */
gboolean
cnscd_date_is_to_come (CnscdDate from, CnscdDate today)
{
  return cnscd_date_is_known (from) && cnscd_date_compare (from, today) > 0;
}

/**
 * cnscd_date_is_over:
 * @until: the last day of something, unknown while it goes on
 * @today: a full date
 *
 * Something until "2025" lasts to the end of that year.
 *
 * Returns: whether @today is later than all that @until may be
 */
gboolean
cnscd_date_is_over (CnscdDate until, CnscdDate today)
{
  const CnscdDate last = { until.year, until.month != 0 ? until.month : 99,
                           until.day != 0 ? until.day : 99 };

  return cnscd_date_is_known (until) && cnscd_date_compare (last, today) < 0;
}

/**
 * cnscd_date_write_iso:
 * @date: a date
 * @buffer: (out caller-allocates): room for %CNSCD_DATE_ISO_SIZE bytes
 *
 * Writes the stored form, ISO 8601 to the part that is known: "1975",
 * "1975-06" or "1975-06-21". Texts of this form sort as the dates do.
 *
 * Returns: (nullable): @buffer, or %NULL (and "" in @buffer) when @date is
 *   unknown
 */
const char *
cnscd_date_write_iso (CnscdDate date, char buffer[CNSCD_DATE_ISO_SIZE])
{
  guint year = MIN (date.year, 9999);
  guint month = MIN (date.month, 99);
  guint day = MIN (date.day, 99);

  buffer[0] = '\0';

  if (year == 0)
    return NULL;

  if (month == 0)
    g_snprintf (buffer, CNSCD_DATE_ISO_SIZE, "%04u", year);
  else if (day == 0)
    g_snprintf (buffer, CNSCD_DATE_ISO_SIZE, "%04u-%02u", year, month);
  else
    g_snprintf (buffer, CNSCD_DATE_ISO_SIZE, "%04u-%02u-%02u", year, month, day);

  return buffer;
}

/**
 * cnscd_date_read_iso:
 * @text: (nullable): a stored date
 * @date: (out): where the date goes; unknown on failure
 *
 * Reads what cnscd_date_write_iso() writes and nothing else. For what people
 * write there is cnscd_date_parse().
 *
 * Returns: whether @text is such a date and exists
 */
gboolean
cnscd_date_read_iso (const char *text, CnscdDate *date)
{
  gsize length;
  guint year, month = 0, day = 0;
  CnscdDate found;

  *date = CNSCD_DATE_UNKNOWN;

  if (text == NULL)
    return FALSE;

  length = strlen (text);
  if (length != 4 && length != 7 && length != 10)
    return FALSE;

  if (!read_digits (text, 4, &year))
    return FALSE;
  /* "1975-00" is not how the month is left out. */
  if (length >= 7 && (text[4] != '-' || !read_digits (text + 5, 2, &month) || month == 0))
    return FALSE;
  if (length == 10 && (text[7] != '-' || !read_digits (text + 8, 2, &day) || day == 0))
    return FALSE;

  found = CNSCD_DATE (year, month, day);
  if (!cnscd_date_is_valid (found))
    return FALSE;

  *date = found;
  return TRUE;
}

/**
 * cnscd_date_format:
 * @date: a date
 *
 * The date as Vietnamese write it, to the part that is known: "1975",
 * "06/1975" or "21/06/1975".
 *
 * Returns: (transfer full): the text, "" when unknown
 */
char *
cnscd_date_format (CnscdDate date)
{
  if (date.year == 0)
    return g_strdup ("");
  if (date.month == 0)
    return g_strdup_printf ("%u", date.year);
  if (date.day == 0)
    return g_strdup_printf ("%02u/%u", date.month, date.year);

  return g_strdup_printf ("%02u/%02u/%u", date.day, date.month, date.year);
}

/**
 * cnscd_date_format_official:
 * @date: a date
 * @place: (nullable): the name of the place without its kind: "Võ Nhai"
 *
 * The line of place and date on an official document, in Vietnamese whatever
 * the language of the program: "Võ Nhai, ngày 05 tháng 01 năm 2026". Days
 * below 10 and the months 1 and 2 get a zero before them, other months do not
 * (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.4). What is unknown is left blank to be
 * written by hand: "ngày … tháng … năm …".
 *
 * Returns: (transfer full): the text; without @place it begins with "ngày"
 */
char *
cnscd_date_format_official (CnscdDate date, const char *place)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (place != NULL && *place != '\0')
    g_string_append_printf (text, "%s, ", place);

  if (date.day != 0)
    g_string_append_printf (text, "ngày %02u", date.day);
  else
    g_string_append (text, "ngày …");

  if (date.month == 0)
    g_string_append (text, " tháng …");
  else if (date.month <= 2)
    g_string_append_printf (text, " tháng %02u", date.month);
  else
    g_string_append_printf (text, " tháng %u", date.month);

  if (date.year != 0)
    g_string_append_printf (text, " năm %u", date.year);
  else
    g_string_append (text, " năm …");

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * cnscd_date_from_serial:
 * @serial: days as a spreadsheet counts them; the part of a day is ignored
 * @epoch_1904: whether the workbook counts from 1904, as those of old Macs do
 *
 * Reads a date cell (ECMA-376 Part 1, 18.17.4.1). In the 1900 system 1 is 1
 * January 1900 and 60 the 29 February 1900 that never was; in the 1904 system
 * 0 is 1 January 1904.
 *
 * Returns: the date, unknown when there is none of this number up to the year
 *   9999
 */
CnscdDate
cnscd_date_from_serial (double serial, gboolean epoch_1904)
{
  double days = floor (serial);
  GDate date;

  if (!isfinite (serial))
    return CNSCD_DATE_UNKNOWN;

  if (epoch_1904)
    {
      if (days < 0)
        return CNSCD_DATE_UNKNOWN;
      days += SERIAL_1904_OFFSET;
    }

  if (days < 1 || days > LAST_SERIAL_1900 || days == FALSE_LEAP_SERIAL)
    return CNSCD_DATE_UNKNOWN;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 31, G_DATE_DECEMBER, 1899);
  g_date_add_days (&date, days > FALSE_LEAP_SERIAL ? (guint) days - 1 : (guint) days);

  return CNSCD_DATE (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

/**
 * cnscd_date_add_days:
 * @date: a date of which the day is known
 * @n_days: how many days later; negative for earlier
 *
 * Returns: that date, unknown where there is none between the years 1 and 9999
 */
CnscdDate
cnscd_date_add_days (CnscdDate date, int n_days)
{
  GDate day;
  gint64 julian;

  g_return_val_if_fail (cnscd_date_is_full (date) && cnscd_date_is_valid (date),
                        CNSCD_DATE_UNKNOWN);

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, date.day, (GDateMonth) date.month, date.year);
  julian = (gint64) g_date_get_julian (&day) + n_days;
  if (julian < 1 || julian > G_MAXINT32)
    return CNSCD_DATE_UNKNOWN;
  g_date_set_julian (&day, (guint32) julian);
  if (g_date_get_year (&day) > 9999)
    return CNSCD_DATE_UNKNOWN;

  return CNSCD_DATE (g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day));
}

/**
 * cnscd_date_today:
 *
 * Returns: today in Vietnam, whatever time zone the computer is set to
 */
CnscdDate
cnscd_date_today (void)
{
  gint64 seconds = cnscd_clock_get_time () / G_USEC_PER_SEC + CNSCD_UTC_OFFSET;
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (seconds);

  if (now == NULL)
    return CNSCD_DATE_UNKNOWN;

  return CNSCD_DATE (g_date_time_get_year (now), g_date_time_get_month (now),
                     g_date_time_get_day_of_month (now));
}
