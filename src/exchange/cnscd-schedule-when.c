/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-schedule-when.h"

#include <string.h>

#include "core/cnscd-text.h"

/* Longer texts are no dates. */
#define MAX_BYTES 400

#define NOON (12 * 60)

/* A session that would be longer is a slip: "21h00 – 19h00" is none of 22 hours. */
#define MAX_GUESSED_MINUTES (6 * 60)

#define HOUR_WORD   "(?:giờ|[hg](?!\\p{L}))"
#define MINUTE_WORD "(?:phút|p(?!\\p{L})|')?"
#define TO          "\\s*(?:->|-|–|—|−|~|→|đến|tới)\\s*"

/* What people mean by a part of the day, where they give no hour. */
static const struct
{
  const char *word;
  int start;
  int end;
} parts_of_day[] = {
  { "sáng", 8 * 60, 10 * 60 },
  { "chiều", 14 * 60, 16 * 60 },
  { "tối", 19 * 60 + 30, 21 * 60 },
  { "cả ngày", 8 * 60, 16 * 60 },
};

/* The text as far as it was not understood yet: what was is blanked. */
typedef struct
{
  char *text;
  CnscdWhenKind kind;
  CnscdWhen *when;
} Reader;

static GRegex *
get_regex (GRegex **regex, const char *pattern)
{
  if (g_once_init_enter_pointer (regex))
    g_once_init_leave_pointer (regex, g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL));
  return *regex;
}

/* The number that @group of @match holds, -1 for none. */
static int
fetch (GMatchInfo *match, int group)
{
  g_autofree char *text = g_match_info_fetch (match, group);

  return text != NULL && *text != '\0' ? (int) g_ascii_strtoll (text, NULL, 10) : -1;
}

static void
blank (Reader *reader, GMatchInfo *match)
{
  int start, end;

  if (g_match_info_fetch_pos (match, 0, &start, &end))
    memset (reader->text + start, ' ', end - start);
}

static gboolean
take_day (Reader *reader, GMatchInfo *match, int year, int month, int day)
{
  CnscdWhen *when = reader->when;

  if (day < 1 || day > 31 || month < 1 || month > 12)
    return FALSE;
  if (year >= 0 && year < 100)
    year += 2000;

  when->year = MAX (year, 0);
  when->month = month;
  when->day = day;
  blank (reader, match);
  return TRUE;
}

static gboolean
read_day (Reader *reader)
{
  static GRegex *iso, *full, *words, *brief, *dashed, *only;
  g_autoptr (GMatchInfo) in_iso = NULL;
  g_autoptr (GMatchInfo) in_full = NULL;
  g_autoptr (GMatchInfo) in_words = NULL;
  g_autoptr (GMatchInfo) in_brief = NULL;
  g_autoptr (GMatchInfo) in_dashed = NULL;
  g_autoptr (GMatchInfo) in_only = NULL;

  get_regex (&iso, "(?<!\\d)(\\d{4})-(\\d{1,2})-(\\d{1,2})(?!\\d)");
  get_regex (&full,
             "(?<![\\d/])(\\d{1,2})\\s*([/.-])\\s*(\\d{1,2})\\s*\\2\\s*(\\d{4}|\\d{2})(?!\\d)");
  get_regex (&words,
             "(?:ngày|mùng)\\s*(\\d{1,2})\\s*tháng\\s*(\\d{1,2})(?:[\\s,]*năm\\s*(\\d{4}))?");
  get_regex (&brief, "(?<![\\d/])(\\d{1,2})\\s*/\\s*(\\d{1,2})(?![\\d/])");
  get_regex (&dashed, "(?<!\\d)(\\d{1,2})\\s*[.-]\\s*(\\d{1,2})(?!\\d)");
  get_regex (&only, "^\\s*(?:ngày)?\\s*(\\d{1,2})\\s*$");

  if (g_regex_match (iso, reader->text, 0, &in_iso) &&
      take_day (reader, in_iso, fetch (in_iso, 1), fetch (in_iso, 2), fetch (in_iso, 3)))
    return TRUE;
  if (g_regex_match (full, reader->text, 0, &in_full) &&
      take_day (reader, in_full, fetch (in_full, 4), fetch (in_full, 3), fetch (in_full, 1)))
    return TRUE;
  if (g_regex_match (words, reader->text, 0, &in_words) &&
      take_day (reader, in_words, fetch (in_words, 3), fetch (in_words, 2), fetch (in_words, 1)))
    return TRUE;
  if (g_regex_match (brief, reader->text, 0, &in_brief) &&
      take_day (reader, in_brief, -1, fetch (in_brief, 2), fetch (in_brief, 1)))
    return TRUE;
  if (reader->kind != CNSCD_WHEN_DAY)
    return FALSE;

  if (g_regex_match (dashed, reader->text, 0, &in_dashed) &&
      take_day (reader, in_dashed, -1, fetch (in_dashed, 2), fetch (in_dashed, 1)))
    return TRUE;
  if (g_regex_match (only, reader->text, 0, &in_only) && fetch (in_only, 1) >= 1 &&
      fetch (in_only, 1) <= 31)
    {
      reader->when->day = fetch (in_only, 1);
      blank (reader, in_only);
      return TRUE;
    }
  return FALSE;
}

/* "Thứ Sáu", "thứ 6", "T6", "Chủ nhật", "CN"; "năm" alone is a year. */
static gboolean
read_weekday (Reader *reader)
{
  static const char *const names[] = { "hai", "ba", "tư", "năm", "sáu", "bảy", "bẩy" };
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *name = NULL;
  int number;

  get_regex (&regex, "(?<!\\p{L})(?:thứ\\s*|t\\.?)([2-7])(?!\\d)|(?<!\\p{L})(?:thứ)\\s*"
                     "(hai|ba|tư|năm|sáu|bảy|bẩy)(?!\\p{L})|(?<!\\p{L})(chủ nhật|cn)(?!\\p{L})");
  if (!g_regex_match (regex, reader->text, 0, &match))
    return FALSE;

  number = fetch (match, 1);
  name = g_match_info_fetch (match, 2);
  reader->when->weekday = number > 0 ? number - 1 : 7;
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (names[i], name))
        reader->when->weekday = (int) MIN (i, 5) + 1;
    }
  blank (reader, match);
  return TRUE;
}

static int
make_minute (int hour, int minute)
{
  if (hour < 0 || hour > 24 || minute > 59 || (hour == 24 && minute > 0))
    return -1;
  return hour * 60 + MAX (minute, 0);
}

static const char *
get_time_pattern (CnscdWhenKind kind, gboolean range)
{
  /* a full stop parts hours from minutes only where nothing else can be meant */
#define CLOCK(mark) "(\\d{1,2})\\s*(?:" HOUR_WORD "|" mark ")\\s*(\\d{1,2})?(?!\\d)\\s*" MINUTE_WORD
#define LOOSE(mark)                                                                                \
  "(\\d{1,2})\\s*(?:(?:" HOUR_WORD "|" mark ")\\s*(\\d{1,2})?(?!\\d))?\\s*" MINUTE_WORD

  if (kind == CNSCD_WHEN_TIME)
    return range ? "(?<!\\d)" LOOSE ("[:.]") TO CLOCK ("[:.]") : "(?<!\\d)" CLOCK ("[:.]");
  return range ? "(?<!\\d)" LOOSE (":") TO CLOCK (":") : "(?<!\\d)" CLOCK (":");
}

/* Returns: whether there is one, right or not */
static gboolean
read_range (Reader *reader)
{
  static GRegex *loose, *strict;
  g_autoptr (GMatchInfo) match = NULL;
  GRegex *regex = reader->kind == CNSCD_WHEN_TIME
                    ? get_regex (&loose, get_time_pattern (CNSCD_WHEN_TIME, TRUE))
                    : get_regex (&strict, get_time_pattern (CNSCD_WHEN_ANY, TRUE));
  int start, end;

  if (!g_regex_match (regex, reader->text, 0, &match))
    return FALSE;
  start = make_minute (fetch (match, 1), fetch (match, 2));
  end = make_minute (fetch (match, 3), fetch (match, 4));
  /* "8h – 26h" says neither. */
  if (start < 0 || end < 0)
    return TRUE;

  reader->when->start = start;
  reader->when->end = end;
  blank (reader, match);
  return TRUE;
}

static gboolean
read_clock (Reader *reader)
{
  static GRegex *loose, *strict;
  g_autoptr (GMatchInfo) match = NULL;
  GRegex *regex = reader->kind == CNSCD_WHEN_TIME
                    ? get_regex (&loose, get_time_pattern (CNSCD_WHEN_TIME, FALSE))
                    : get_regex (&strict, get_time_pattern (CNSCD_WHEN_ANY, FALSE));
  int minute = -1;

  if (g_regex_match (regex, reader->text, 0, &match))
    minute = make_minute (fetch (match, 1), fetch (match, 2));
  if (minute >= 0)
    blank (reader, match);
  else if (reader->kind != CNSCD_WHEN_TIME || !cnscd_clock_parse (reader->text, &minute))
    return FALSE;

  reader->when->start = minute;
  return TRUE;
}

/* "2h chiều" is 14h00, "7h30 tối" 19h30. */
static void
read_part_of_day (Reader *reader)
{
  CnscdWhen *when = reader->when;

  for (gsize i = 0; i < G_N_ELEMENTS (parts_of_day); i++)
    {
      int latest = i == 2 ? NOON : 7 * 60;

      if (strstr (reader->text, parts_of_day[i].word) == NULL)
        continue;
      if (when->start < 0)
        {
          when->start = parts_of_day[i].start;
          when->end = parts_of_day[i].end;
          when->vague = TRUE;
        }
      else if ((i == 1 || i == 2) && when->start < latest)
        {
          when->start += NOON;
          if (when->end >= 0 && when->end < NOON)
            when->end += NOON;
        }
      return;
    }
}

/**
 * cnscd_when_settle_end: (skip)
 * @when: (inout): a start and perhaps an end
 *
 * Reads an end before the start as people mean it: "11h – 1h30" goes over
 * noon, "22h – 1h" over midnight.
 *
 * Returns: %FALSE when no session can be meant, and the end is left as it is
 */
gboolean
cnscd_when_settle_end (CnscdWhen *when)
{
  int later;

  if (when->end < 0 || when->end >= when->start)
    return TRUE;

  later = when->start <= NOON && when->end + NOON > when->start ? NOON : CNSCD_MINUTES_PER_DAY;
  if (when->end + later - when->start > MAX_GUESSED_MINUTES)
    return FALSE;

  when->end += later;
  return TRUE;
}

/**
 * cnscd_when_parse: (skip)
 * @text: (nullable): a cell, clean: "Thứ 6, ngày 27/11/2026", "8h00–10h00", "sáng", "19h30 ngày
 * 3/12"
 * @kind: what it is known to be of
 * @when: (out): what it says
 *
 * Returns: whether it says a day, a weekday or a time of day
 */
gboolean
cnscd_when_parse (const char *text, CnscdWhenKind kind, CnscdWhen *when)
{
  g_autofree char *lower = NULL;
  Reader reader = { .kind = kind, .when = when };
  gboolean day, weekday;

  *when = (CnscdWhen) { .start = -1, .end = -1 };
  if (text == NULL || strlen (text) > MAX_BYTES)
    return FALSE;

  lower = cnscd_text_lower (text);
  reader.text = lower;
  day = read_day (&reader);
  weekday = read_weekday (&reader);
  if (!read_range (&reader))
    read_clock (&reader);
  read_part_of_day (&reader);
  cnscd_when_settle_end (when);
  return day || weekday || when->start >= 0;
}
