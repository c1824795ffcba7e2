/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-time.h"

#include <string.h>

#include "cnscd-clock.h"

#define UTC_OFFSET_MINUTES (CNSCD_UTC_OFFSET / 60)

/* Of 1970-01-01, as GDate counts. */
#define JULIAN_OF_EPOCH 719163

#define FIRST_DAY (1 - JULIAN_OF_EPOCH)
#define LAST_DAY  2932896 /* 9999-12-31 */

static gint64
floor_divide (gint64 dividend, gint64 divisor)
{
  gint64 quotient = dividend / divisor;

  return dividend % divisor < 0 ? quotient - 1 : quotient;
}

/**
 * cnscd_date_to_days:
 * @date: a date of which the day is known
 *
 * Returns: days since 1970-01-01, negative before
 */
gint64
cnscd_date_to_days (CnscdDate date)
{
  GDate day;

  g_return_val_if_fail (cnscd_date_is_full (date) && cnscd_date_is_valid (date), 0);

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, date.day, (GDateMonth) date.month, date.year);
  return (gint64) g_date_get_julian (&day) - JULIAN_OF_EPOCH;
}

/**
 * cnscd_date_from_days:
 * @days: days since 1970-01-01
 *
 * Returns: that date, unknown where there is none between the years 1 and 9999
 */
CnscdDate
cnscd_date_from_days (gint64 days)
{
  GDate day;

  if (days < FIRST_DAY || days > LAST_DAY)
    return CNSCD_DATE_UNKNOWN;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, (guint32) (days + JULIAN_OF_EPOCH));
  return CNSCD_DATE (g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day));
}

/**
 * cnscd_date_get_weekday:
 * @date: a date of which the day is known
 *
 * Returns: 1 for Monday to 7 for Sunday, as weeks begin in Vietnam
 */
int
cnscd_date_get_weekday (CnscdDate date)
{
  gint64 days = cnscd_date_to_days (date) + 3; /* 1970-01-01 was a Thursday */

  return (int) (days - floor_divide (days, 7) * 7) + 1;
}

/**
 * cnscd_time_new:
 * @day: a date of which the day is known
 * @minute_of_day: 0 to 1,439; others reach into the days before and after
 *
 * Returns: that time by Vietnam's clock
 */
CnscdTime
cnscd_time_new (CnscdDate day, int minute_of_day)
{
  return cnscd_date_to_days (day) * CNSCD_MINUTES_PER_DAY + minute_of_day;
}

/**
 * cnscd_time_now:
 *
 * Returns: the present minute in Vietnam, whatever time zone the computer is set to
 */
CnscdTime
cnscd_time_now (void)
{
  return floor_divide (cnscd_clock_get_time (), 60 * G_USEC_PER_SEC) + UTC_OFFSET_MINUTES;
}

/**
 * cnscd_time_is_valid:
 * @time: a number
 *
 * Returns: whether @time is known and lies in the years 1 to 9999
 */
gboolean
cnscd_time_is_valid (CnscdTime time)
{
  return time >= (gint64) FIRST_DAY * CNSCD_MINUTES_PER_DAY &&
         time < ((gint64) LAST_DAY + 1) * CNSCD_MINUTES_PER_DAY;
}

/**
 * cnscd_time_get_day:
 * @time: a time, or %CNSCD_TIME_UNKNOWN
 *
 * Returns: its day, unknown when @time is not valid
 */
CnscdDate
cnscd_time_get_day (CnscdTime time)
{
  if (!cnscd_time_is_valid (time))
    return CNSCD_DATE_UNKNOWN;

  return cnscd_date_from_days (floor_divide (time, CNSCD_MINUTES_PER_DAY));
}

/**
 * cnscd_time_get_minute_of_day:
 * @time: a valid time
 *
 * Returns: 0 to 1,439
 */
int
cnscd_time_get_minute_of_day (CnscdTime time)
{
  g_return_val_if_fail (cnscd_time_is_valid (time), 0);

  return (int) (time - floor_divide (time, CNSCD_MINUTES_PER_DAY) * CNSCD_MINUTES_PER_DAY);
}

/**
 * cnscd_time_write_iso:
 * @time: a time
 * @buffer: at least %CNSCD_TIME_ISO_SIZE bytes
 *
 * Writes "2026-11-27T19:30"; such texts sort as the times do.
 *
 * Returns: (nullable): @buffer, or %NULL when @time is not valid
 */
const char *
cnscd_time_write_iso (CnscdTime time, char buffer[CNSCD_TIME_ISO_SIZE])
{
  CnscdDate day = cnscd_time_get_day (time);
  int minute;

  if (!cnscd_date_is_known (day))
    return NULL;

  minute = cnscd_time_get_minute_of_day (time);
  cnscd_date_write_iso (day, buffer);
  g_snprintf (buffer + 10, CNSCD_TIME_ISO_SIZE - 10, "T%02d:%02d", minute / 60, minute % 60);
  return buffer;
}

static gboolean
read_two_digits (const char *text, int limit, int *value)
{
  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]))
    return FALSE;

  *value = (text[0] - '0') * 10 + (text[1] - '0');
  return *value < limit;
}

/**
 * cnscd_time_read_iso:
 * @text: (nullable): what cnscd_time_write_iso() gives
 * @time: (out): the time
 *
 * Returns: whether @text is that, of a time that exists; if not, @time is as before
 */
gboolean
cnscd_time_read_iso (const char *text, CnscdTime *time)
{
  char date[CNSCD_DATE_ISO_SIZE];
  CnscdDate day;
  int hour, minute;

  g_return_val_if_fail (time != NULL, FALSE);

  if (text == NULL || strlen (text) != CNSCD_TIME_ISO_SIZE - 1 || text[10] != 'T' ||
      text[13] != ':')
    return FALSE;

  g_strlcpy (date, text, sizeof date);
  if (!cnscd_date_read_iso (date, &day) || !cnscd_date_is_full (day) ||
      !read_two_digits (text + 11, 24, &hour) || !read_two_digits (text + 14, 60, &minute))
    return FALSE;

  *time = cnscd_time_new (day, hour * 60 + minute);
  return TRUE;
}

/**
 * cnscd_time_to_unix:
 * @time: a valid time
 *
 * Returns: seconds since 1970-01-01 00:00 UTC
 */
gint64
cnscd_time_to_unix (CnscdTime time)
{
  g_return_val_if_fail (cnscd_time_is_valid (time), 0);

  return (time - UTC_OFFSET_MINUTES) * 60;
}

/**
 * cnscd_time_format_clock:
 * @time: a valid time
 *
 * The time of day as schedules write it: "7h30", "19h00".
 *
 * Returns: (transfer full): the text
 */
char *
cnscd_time_format_clock (CnscdTime time)
{
  int minute = cnscd_time_get_minute_of_day (time);

  return g_strdup_printf ("%dh%02d", minute / 60, minute % 60);
}

/**
 * cnscd_clock_parse:
 * @text: (nullable): what a person typed: "19:30", "19h30", "19h", "19 giờ 30", "7", "1930"
 * @minute_of_day: (out): 0 to 1,439
 *
 * Returns: whether @text is a time of day; if not, @minute_of_day is as before
 */
gboolean
cnscd_clock_parse (const char *text, int *minute_of_day)
{
  int groups[2] = { 0, 0 };
  int lengths[2] = { 0, 0 };
  int n_groups = 0;
  const char *p = text;

  g_return_val_if_fail (minute_of_day != NULL, FALSE);

  while (p != NULL && g_ascii_isspace (*p))
    p++;
  for (; p != NULL && *p != '\0'; n_groups++)
    {
      gsize separator;

      if (n_groups == 2)
        return FALSE;
      for (; g_ascii_isdigit (*p) && lengths[n_groups] < 4; p++, lengths[n_groups]++)
        groups[n_groups] = groups[n_groups] * 10 + (*p - '0');
      if (lengths[n_groups] == 0 || g_ascii_isdigit (*p))
        return FALSE;

      while (g_ascii_isspace (*p))
        p++;
      separator = g_str_has_prefix (p, "giờ")                     ? strlen ("giờ")
                  : g_str_has_prefix (p, "phút")                  ? strlen ("phút")
                  : *p != '\0' && strchr ("hHgGpP:.", *p) != NULL ? 1
                                                                  : 0;
      if (separator == 0 && *p != '\0')
        return FALSE;
      p += separator;
      while (g_ascii_isspace (*p))
        p++;
    }

  /* "1930" and "730" */
  if (n_groups == 1 && lengths[0] >= 3)
    {
      groups[1] = groups[0] % 100;
      groups[0] /= 100;
    }
  else if (n_groups == 0 || lengths[0] > 2 || lengths[1] > 2)
    return FALSE;
  if (groups[0] > 23 || groups[1] > 59)
    return FALSE;

  *minute_of_day = groups[0] * 60 + groups[1];
  return TRUE;
}

/**
 * cnscd_time_format_span:
 * @starts_at: when something begins
 * @ends_at: when it ends; may be unknown
 *
 * Returns: (transfer full): "19h00–21h00", with the day of the end when that is another one
 */
char *
cnscd_time_format_span (CnscdTime starts_at, CnscdTime ends_at)
{
  g_autofree char *start = cnscd_time_format_clock (starts_at);
  g_autofree char *end = NULL;
  CnscdDate last;

  if (!cnscd_time_is_valid (ends_at))
    return g_steal_pointer (&start);

  end = cnscd_time_format_clock (ends_at);
  last = cnscd_time_get_day (ends_at);
  if (cnscd_date_equal (cnscd_time_get_day (starts_at), last))
    return g_strdup_printf ("%s–%s", start, end);
  return g_strdup_printf ("%s–%s %d/%d", start, end, last.day, last.month);
}
