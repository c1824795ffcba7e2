/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-schedule-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "cnscd-synonyms.h"
#include "core/cnscd-text.h"

/* Where nothing says how long a session takes. */
#define ASSUMED_MINUTES 120

/* Serials of these are dates from 1927 to 2118. */
#define FIRST_SERIAL 10000
#define LAST_SERIAL  80000

#define MAX_TITLE_CELLS 60

/* A number in a column of days: a serial, or a day of the title's month. */
static gboolean
read_day_number (CnscdScheduleReader *reader, double number, CnscdDate *day)
{
  CnscdWhen when = { .day = (int) number };

  if (number >= FIRST_SERIAL && number < LAST_SERIAL)
    *day = reader->dated = cnscd_date_from_serial (number, FALSE);
  else if (number >= 1 && number <= 31 && number == floor (number))
    *day = cnscd_schedule_reader_settle_day (reader, &when);
  else
    return FALSE;
  return cnscd_date_is_full (*day);
}

static void
note_time (CnscdScheduleReader *reader, CnscdScheduleEntry *entry, CnscdScheduleColumn column)
{
  char *text = cnscd_scan_dup_text (reader->scan, cnscd_schedule_reader_get_cell (reader, column));

  g_free (entry->written_time);
  entry->written_time = text;
}

/**
 * cnscd_schedule_reader_read_title: (skip)
 * @reader: a reader
 *
 * Reads the month and year that days without them are in: "THÁNG 11 NĂM 2026",
 * "Tuần từ 02/11/2026 đến 08/11/2026".
 */
void
cnscd_schedule_reader_read_title (CnscdScheduleReader *reader)
{
  static GRegex *regex;
  const GArray *cells = reader->scan->sheet->cells;

  if (g_once_init_enter_pointer (&regex))
    g_once_init_leave_pointer (
      &regex, g_regex_new ("tháng\\s*(\\d{1,2})\\s*(?:/|-|năm)\\s*(\\d{4})|năm\\s*(\\d{4})",
                           G_REGEX_OPTIMIZE, 0, NULL));

  for (guint i = 0; i < MIN (cells->len, MAX_TITLE_CELLS) && reader->title_year == 0; i++)
    {
      const CnscdCell *cell = &g_array_index (cells, CnscdCell, i);
      g_autofree char *text = NULL;
      g_autofree char *lower = NULL;
      g_autoptr (GMatchInfo) match = NULL;
      CnscdWhen when;

      if (cell->row >= reader->head->first_row)
        break;
      if (cell->type != CNSCD_CELL_TEXT || strlen (cell->text) > 400)
        continue;
      text = cnscd_scan_dup_text (reader->scan, cell);
      if (text == NULL)
        continue;
      lower = cnscd_text_lower (text);
      if (cnscd_when_parse (text, CNSCD_WHEN_ANY, &when) && when.year > 0)
        {
          reader->title_year = when.year;
          reader->title_month = when.month;
        }
      else if (g_regex_match (regex, lower, 0, &match))
        {
          g_autofree char *month = g_match_info_fetch (match, 1);
          g_autofree char *year = g_match_info_fetch (match, 2);
          g_autofree char *only_year = g_match_info_fetch (match, 3);

          reader->title_month = (int) g_ascii_strtoll (month, NULL, 10);
          reader->title_year = (int) g_ascii_strtoll (
            only_year != NULL && *only_year != '\0' ? only_year : year, NULL, 10);
        }
    }
}

/* The year in which @month is nearest to the last date above that has its own. */
static int
get_year_nearby (const CnscdScheduleReader *reader, int month)
{
  int months = month - reader->dated.month;

  return reader->dated.year + (months > 6 ? -1 : months < -6 ? 1 : 0);
}

/* Once a row, of which several cells may say the day. */
static void
tell_year_nearby (CnscdScheduleReader *reader, CnscdDate day)
{
  g_autofree char *written = cnscd_date_format (day);

  if (reader->row_of_year == reader->row + 1)
    return;
  reader->row_of_year = reader->row + 1;
  cnscd_schedule_reader_add_finding (reader, CNSCD_FINDING_WARNING, "session-year-assumed",
                                     CNSCD_SCHEDULE_DAY,
                                     _ ("The date has no year: it was taken for %s."), written);
}

/**
 * cnscd_schedule_reader_settle_day: (skip)
 * @reader: a reader
 * @when: what a cell says of a day
 *
 * Returns: the day, with what the sheet's title says where the cell does not, or
 *   else the rows above; unknown for none
 */
CnscdDate
cnscd_schedule_reader_settle_day (CnscdScheduleReader *reader, const CnscdWhen *when)
{
  int month = when->month > 0 ? when->month : reader->title_month;
  int year = when->year;
  gboolean nearby =
    year == 0 && month > 0 && reader->title_year == 0 && cnscd_date_is_full (reader->dated);
  CnscdDate day;

  if (nearby)
    year = get_year_nearby (reader, month);
  else if (year == 0)
    {
      year = reader->title_year > 0 ? reader->title_year : (int) reader->scan->this_year;
      reader->n_years += reader->title_year == 0;
      /* a week from December to January */
      if (reader->title_month == 12 && month == 1)
        year++;
    }
  if (month == 0 || year > G_MAXUINT16)
    return CNSCD_DATE_UNKNOWN;
  day = CNSCD_DATE ((guint16) year, (guint8) month, (guint8) when->day);
  if (!cnscd_date_is_valid (day))
    return CNSCD_DATE_UNKNOWN;

  if (nearby)
    tell_year_nearby (reader, day);
  else if (when->year > 0)
    reader->dated = day;
  return day;
}

/**
 * cnscd_schedule_reader_read_when: (skip)
 * @reader: a reader
 * @cell: (nullable): a cell
 * @kind: what it is of
 * @when: (out): its times
 * @day: gets the day that it says, and is left alone when it says none
 *
 * Returns: %FALSE when the cell says something that is neither a day nor a time
 */
gboolean
cnscd_schedule_reader_read_when (CnscdScheduleReader *reader,
                                 const CnscdCell *cell,
                                 CnscdWhenKind kind,
                                 CnscdWhen *when,
                                 CnscdDate *day)
{
  g_autofree char *text = NULL;

  *when = (CnscdWhen) { .start = -1, .end = -1 };
  if (cell == NULL)
    return TRUE;
  if (cell->type == CNSCD_CELL_DATE)
    {
      *day = cell->date;
      if (kind != CNSCD_WHEN_TIME)
        reader->dated = *day;
      return TRUE;
    }
  if (cell->type == CNSCD_CELL_NUMBER)
    {
      if (kind == CNSCD_WHEN_DAY)
        return read_day_number (reader, cell->number, day);
      /* a part of a day, as spreadsheets keep times; or an hour */
      if (cell->number >= 0 && cell->number < 1)
        when->start = (int) round (cell->number * CNSCD_MINUTES_PER_DAY);
      else if (cell->number < 24 && cell->number == floor (cell->number))
        when->start = (int) cell->number * 60;
      return when->start >= 0 && when->start < CNSCD_MINUTES_PER_DAY;
    }

  text = cnscd_scan_dup_text (reader->scan, cell);
  if (text == NULL)
    return TRUE;
  if (!cnscd_when_parse (text, kind, when))
    return FALSE;
  if (when->day > 0)
    {
      *day = cnscd_schedule_reader_settle_day (reader, when);
      return cnscd_date_is_full (*day);
    }
  return TRUE;
}

/**
 * cnscd_schedule_reader_check_weekday: (skip)
 * @reader: a reader
 * @day: the day of the row
 * @weekday: what the row says of it, 0 for nothing
 *
 * Tells when they are not the same.
 */
void
cnscd_schedule_reader_check_weekday (CnscdScheduleReader *reader, CnscdDate day, int weekday)
{
  if (weekday > 0 && weekday != cnscd_date_get_weekday (day))
    {
      g_autofree char *written = cnscd_date_format (day);

      cnscd_schedule_reader_add_finding (
        reader, CNSCD_FINDING_WARNING, "session-weekday-differs", CNSCD_SCHEDULE_DAY,
        _ ("%s is another day of the week than the row says. The date counts."), written);
    }
}

/**
 * cnscd_schedule_reader_read_day: (skip)
 * @reader: a reader
 * @time: (out): the times that stand with the day
 *
 * Reads the day of the row: what cannot be read is an error, an empty cell
 * means the day above.
 *
 * Returns: whether @reader has the day
 */
gboolean
cnscd_schedule_reader_read_day (CnscdScheduleReader *reader, CnscdWhen *time)
{
  const CnscdCell *cell = cnscd_schedule_reader_get_cell (reader, CNSCD_SCHEDULE_DAY);
  CnscdDate day = CNSCD_DATE_UNKNOWN;
  CnscdDate day_of_time = CNSCD_DATE_UNKNOWN;
  CnscdWhen when, weekday = { 0 };
  CnscdDate unused;
  gboolean read = cnscd_schedule_reader_read_when (reader, cell, CNSCD_WHEN_DAY, &when, &day);
  gboolean read_time = cnscd_schedule_reader_read_when (
    reader, cnscd_schedule_reader_get_cell (reader, CNSCD_SCHEDULE_TIME),
    reader->columns[CNSCD_SCHEDULE_DAY] > 0 ? CNSCD_WHEN_TIME : CNSCD_WHEN_ANY, time, &day_of_time);

  cnscd_schedule_reader_read_when (reader,
                                   cnscd_schedule_reader_get_cell (reader, CNSCD_SCHEDULE_WEEKDAY),
                                   CNSCD_WHEN_DAY, &weekday, &unused);
  if (!cnscd_date_is_full (day))
    day = day_of_time;
  if (time->start < 0 && when.start >= 0)
    *time = when;
  if (!cnscd_date_is_full (day) && read && (read_time || time->start < 0))
    day = reader->day;

  if (!cnscd_date_is_full (day) || !cnscd_time_is_valid (cnscd_time_new (day, 0)))
    {
      g_autofree char *text = cnscd_scan_dup_text (
        reader->scan, read ? cnscd_schedule_reader_get_cell (reader, CNSCD_SCHEDULE_TIME) : cell);

      if (text != NULL)
        cnscd_schedule_reader_add_finding (
          reader, CNSCD_FINDING_ERROR, "session-date-unreadable",
          read ? CNSCD_SCHEDULE_TIME : CNSCD_SCHEDULE_DAY,
          _ ("“%s” is not a date. The row is not imported: write the date as "
             "27/11/2026."),
          text);
      else
        cnscd_schedule_reader_add_finding (reader, CNSCD_FINDING_ERROR, "session-date-missing",
                                           CNSCD_SCHEDULE_DAY,
                                           _ ("The row has no date, and is not imported."));
      return FALSE;
    }

  reader->day = day;
  cnscd_schedule_reader_check_weekday (
    reader, day, weekday.weekday > 0 ? weekday.weekday : MAX (when.weekday, time->weekday));
  return TRUE;
}

/* What the columns of the start and the end say counts more than what stands with the day. */
static gboolean
collect_times (CnscdScheduleReader *reader, CnscdWhen *time, CnscdDate *end_day)
{
  static const CnscdScheduleColumn columns[] = { CNSCD_SCHEDULE_TIME, CNSCD_SCHEDULE_START,
                                                 CNSCD_SCHEDULE_END };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const CnscdCell *cell = cnscd_schedule_reader_get_cell (reader, columns[i]);
      g_autofree char *text = cnscd_scan_dup_text (reader->scan, cell);
      CnscdDate unused = CNSCD_DATE_UNKNOWN;
      CnscdWhen when = { .start = -1, .end = -1 };
      gboolean is_end = columns[i] == CNSCD_SCHEDULE_END;
      gboolean is_time = columns[i] == CNSCD_SCHEDULE_TIME;

      if (text == NULL || cnscd_words_is_blank (text))
        continue;
      if ((is_time && time->start >= 0) ||
          (!is_time &&
           cnscd_schedule_reader_read_when (reader, cell, CNSCD_WHEN_TIME, &when,
                                            is_end ? end_day : &unused) &&
           when.start >= 0))
        {
          if (is_end)
            time->end = when.start;
          else if (!is_time)
            *time = when;
          continue;
        }

      cnscd_schedule_reader_add_finding (
        reader, CNSCD_FINDING_ERROR, "session-time-unreadable", columns[i],
        _ ("“%s” is no time. The row is not imported: write the time as 8h00–10h00."), text);
      return FALSE;
    }
  return TRUE;
}

static void
tell_vague_times (CnscdScheduleReader *reader, CnscdScheduleEntry *entry, const CnscdWhen *time)
{
  g_autofree char *first = cnscd_time_format_clock (cnscd_time_new (reader->day, time->start));
  g_autofree char *last = cnscd_time_format_clock (cnscd_time_new (reader->day, time->end));

  note_time (reader, entry, CNSCD_SCHEDULE_TIME);
  cnscd_schedule_reader_add_finding (reader, CNSCD_FINDING_INFO, "session-time-assumed",
                                     CNSCD_SCHEDULE_TIME, _ ("“%s” was taken for %s–%s."),
                                     entry->written_time != NULL ? entry->written_time : "", first,
                                     last);
}

/**
 * cnscd_schedule_reader_read_times: (skip)
 * @reader: a reader whose day is read
 * @entry: gets when it begins and ends
 * @time: what cnscd_schedule_reader_read_day() told
 *
 * Reads the times of the row: no time is made up for one that cannot be read,
 * or for an end that comes before the start.
 *
 * Returns: whether nothing is wrong with them
 */
gboolean
cnscd_schedule_reader_read_times (CnscdScheduleReader *reader,
                                  CnscdScheduleEntry *entry,
                                  CnscdWhen *time)
{
  CnscdDate end_day = reader->day;

  if (!collect_times (reader, time, &end_day))
    return FALSE;
  if (time->start < 0)
    {
      entry->without_time = TRUE;
      entry->starts_at = cnscd_time_new (reader->day, 0);
      entry->ends_at = entry->starts_at;
      return TRUE;
    }

  if (time->vague)
    tell_vague_times (reader, entry, time);
  if (time->end < 0)
    {
      time->end = time->start + ASSUMED_MINUTES;
      reader->n_ends++;
    }
  if (cnscd_date_equal (end_day, reader->day))
    cnscd_when_settle_end (time);
  entry->starts_at = cnscd_time_new (reader->day, time->start);
  entry->ends_at = cnscd_time_new (end_day, time->end);
  if (entry->ends_at < entry->starts_at)
    {
      g_autofree char *start = cnscd_time_format_clock (entry->starts_at);
      g_autofree char *end = cnscd_time_format_clock (entry->ends_at);

      cnscd_schedule_reader_add_finding (
        reader, CNSCD_FINDING_ERROR, "session-ends-before",
        reader->columns[CNSCD_SCHEDULE_END] > 0 ? CNSCD_SCHEDULE_END : CNSCD_SCHEDULE_TIME,
        _ ("The session would end at %2$s, before it begins at %1$s. The row is not imported."),
        start, end);
      return FALSE;
    }
  return TRUE;
}
