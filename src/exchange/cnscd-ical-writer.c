/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-ical-writer.h"

#include <string.h>

#include "cnscd-config.h"

/*
 * Written by hand: libical (3.0) leaves commas of a category as they are,
 * which makes two of it, and escapes quotation marks and tabs, which RFC 5545
 * does not know.
 */

#define ZONE "Asia/Ho_Chi_Minh"

/* Octets of a line without its end, RFC 5545, 3.1. */
#define MAX_LINE 75

struct _CnscdIcalWriter
{
  GString *text;
  char *stamp; /* of all events: when the file was made */
};

/* The next line begins with a space, which is no part of the text. */
static void
append_folded (GString *text, const char *line)
{
  gsize room = MAX_LINE;

  for (gsize left = strlen (line); left > room; left = strlen (line))
    {
      gsize n = room;

      /* never within a character */
      while (n > 1 && ((guchar) line[n] & 0xC0) == 0x80)
        n--;
      g_string_append_len (text, line, (gssize) n);
      g_string_append (text, "\r\n ");
      line += n;
      room = MAX_LINE - 1;
    }
  g_string_append (text, line);
  g_string_append (text, "\r\n");
}

/* TEXT of RFC 5545, 3.3.11, which has no control characters but tabs. */
static void
append_escaped (GString *line, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\\' || *p == ';' || *p == ',')
        g_string_append_c (line, '\\');
      if (*p == '\n' || (*p == '\r' && p[1] != '\n'))
        g_string_append (line, "\\n");
      else if (*p == '\t' || ((guchar) *p >= 0x20 && *p != 0x7F))
        g_string_append_c (line, *p);
    }
}

static void
append_text (GString *text, const char *name, const char *value)
{
  g_autoptr (GString) line = NULL;

  if (value == NULL || *value == '\0')
    return;

  line = g_string_new (name);
  g_string_append_c (line, ':');
  append_escaped (line, value);
  append_folded (text, line->str);
}

/* By Vietnam's clock, which the VTIMEZONE describes. */
static void
append_time (GString *text, const char *name, CnscdTime time)
{
  CnscdDate day = cnscd_time_get_day (time);
  int minute = cnscd_time_get_minute_of_day (time);

  g_string_append_printf (text, "%s;TZID=" ZONE ":%04d%02d%02dT%02d%02d00\r\n", name, day.year,
                          day.month, day.day, minute / 60, minute % 60);
}

/* @at: microseconds since 1970 */
static char *
dup_utc (gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);

  return time != NULL ? g_date_time_format (time, "%Y%m%dT%H%M%SZ") : NULL;
}

static void
append_utc (GString *text, const char *name, gint64 at)
{
  g_autofree char *written = at > 0 ? dup_utc (at) : NULL;

  if (written != NULL)
    g_string_append_printf (text, "%s:%s\r\n", name, written);
}

/**
 * cnscd_ical_writer_new: (skip)
 * @name: what the calendar is called
 * @now: Unix time in microseconds: when the file is made
 *
 * Begins an iCalendar file (RFC 5545) to be published. It names no organizer:
 * RFC 5546, 3.2.1, asks for one, but RFC 5545, 3.8.4.3, forbids it where nobody
 * is invited, and calendars take one for somebody to answer to.
 *
 * Returns: (transfer full): a writer
 */
CnscdIcalWriter *
cnscd_ical_writer_new (const char *name, gint64 now)
{
  CnscdIcalWriter *writer = g_new0 (CnscdIcalWriter, 1);

  writer->stamp = dup_utc (now);
  writer->text = g_string_new ("BEGIN:VCALENDAR\r\n"
                               "PRODID:-//" CNSCD_APP_ID "//cnscd " CNSCD_VERSION "//VI\r\n"
                               "VERSION:2.0\r\n"
                               "CALSCALE:GREGORIAN\r\n"
                               "METHOD:PUBLISH\r\n");
  append_text (writer->text, "NAME", name); /* RFC 7986 */
  append_text (writer->text, "X-WR-CALNAME", name);
  g_string_append (writer->text, "X-WR-TIMEZONE:" ZONE "\r\n"
                                 "BEGIN:VTIMEZONE\r\n"
                                 "TZID:" ZONE "\r\n"
                                 "BEGIN:STANDARD\r\n"
                                 "DTSTART:19700101T000000\r\n"
                                 "TZOFFSETFROM:+0700\r\n"
                                 "TZOFFSETTO:+0700\r\n"
                                 "TZNAME:+07\r\n"
                                 "END:STANDARD\r\n"
                                 "END:VTIMEZONE\r\n");
  return writer;
}

/**
 * cnscd_ical_writer_add: (skip)
 * @writer: a writer
 * @event: what to tell
 *
 * Each session is an event of its own, also those of a series: no RRULE tells
 * a day of the lunar calendar to a calendar that does not know RFC 7529, and
 * each session may have been moved.
 */
void
cnscd_ical_writer_add (CnscdIcalWriter *writer, const CnscdIcalEvent *event)
{
  static const char *const statuses[] = { "CONFIRMED", "TENTATIVE", "CANCELLED" };
  GString *text = writer->text;

  g_return_if_fail (cnscd_time_is_valid (event->starts_at));

  g_string_append (text, "BEGIN:VEVENT\r\n");
  append_text (text, "UID", event->uid);
  g_string_append_printf (text, "DTSTAMP:%s\r\n", writer->stamp);
  append_time (text, "DTSTART", event->starts_at);
  /* Without it an event ends as it begins; it must not end earlier (3.6.1). */
  if (event->ends_at > event->starts_at && cnscd_time_is_valid (event->ends_at))
    append_time (text, "DTEND", event->ends_at);
  g_string_append_printf (text, "SEQUENCE:%u\r\n", event->sequence);
  append_utc (text, "CREATED", event->created_at);
  append_utc (text, "LAST-MODIFIED", event->changed_at);
  append_text (text, "SUMMARY", event->summary);
  append_text (text, "LOCATION", event->location);
  append_text (text, "DESCRIPTION", event->description);
  for (guint i = 0; event->categories != NULL && event->categories[i] != NULL; i++)
    append_text (text, "CATEGORIES", event->categories[i]);
  g_string_append_printf (text, "STATUS:%s\r\n", statuses[event->status]);
  /* Nobody is busy at the time of what does not take place then. */
  g_string_append_printf (text, "TRANSP:%s\r\n",
                          event->status == CNSCD_ICAL_CONFIRMED ? "OPAQUE" : "TRANSPARENT");
  g_string_append (text, "END:VEVENT\r\n");
}

/**
 * cnscd_ical_writer_finish: (skip)
 * @writer: (transfer full): a writer
 *
 * Returns: (transfer full): the bytes of the file
 */
GBytes *
cnscd_ical_writer_finish (CnscdIcalWriter *writer)
{
  GBytes *bytes;

  g_string_append (writer->text, "END:VCALENDAR\r\n");
  bytes = g_string_free_to_bytes (writer->text);
  g_free (writer->stamp);
  g_free (writer);
  return bytes;
}
