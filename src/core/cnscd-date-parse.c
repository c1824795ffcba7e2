/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-date.h"

#include <string.h>

#include "cnscd-time.h"
#include "cnscd-text.h"

/* A two-digit year from here on lies in the twentieth century, as spreadsheets have it. */
#define CENTURY_PIVOT 30

/* Years between which eight digits in a row may be taken for a date. */
#define FIRST_PLAUSIBLE_YEAR 1900
#define LAST_PLAUSIBLE_YEAR  2099

typedef enum
{
  LABEL_NONE,
  LABEL_DAY,
  LABEL_MONTH,
  LABEL_YEAR,
} Label;

/* A number, or the blank left for one: "…/…/1975". */
typedef struct
{
  guint value;
  guint n_digits; /* 0 for a blank */
  Label label;
  char separator; /* before it: '/', '-', '.', ',' or ' ' */
} Part;

typedef struct
{
  const char *at;
  Part parts[3];
  guint n_parts;
  Label label;
  char separator;
  gboolean of_birth; /* "sinh năm 75" */
} Reader;

static const struct
{
  const char *word;
  Label label;
} words[] = {
  { "ngay", LABEL_DAY },    { "mung", LABEL_DAY }, { "mong", LABEL_DAY },
  { "thang", LABEL_MONTH }, { "t", LABEL_MONTH },  { "nam", LABEL_YEAR },
  { "sinh", LABEL_NONE },   { "sn", LABEL_NONE },  { "ns", LABEL_NONE },
};

static gboolean
add_part (Reader *reader, guint value, guint n_digits)
{
  if (reader->n_parts == G_N_ELEMENTS (reader->parts))
    return FALSE;

  reader->parts[reader->n_parts++] = (Part) {
    .value = value,
    .n_digits = n_digits,
    .label = reader->label,
    .separator = reader->separator != '\0' ? reader->separator : ' ',
  };
  reader->label = LABEL_NONE;
  reader->separator = '\0';
  return TRUE;
}

static gboolean
read_number (Reader *reader)
{
  guint value = 0;
  guint n_digits = 0;

  for (; g_ascii_isdigit (*reader->at); reader->at++)
    {
      if (++n_digits > 8)
        return FALSE;
      value = value * 10 + g_ascii_digit_value (*reader->at);
    }

  return add_part (reader, value, n_digits);
}

static gboolean
read_word (Reader *reader)
{
  gsize length = 0;

  while (g_ascii_isalpha (reader->at[length]))
    length++;

  if (strspn (reader->at, "x") == length)
    {
      reader->at += length;
      return add_part (reader, 0, 0);
    }

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strlen (words[i].word) != length || strncmp (words[i].word, reader->at, length) != 0)
        continue;

      if (words[i].label == LABEL_NONE)
        {
          if (reader->n_parts > 0)
            return FALSE;
          reader->of_birth = TRUE;
        }
      reader->label = words[i].label;
      reader->at += length;
      return TRUE;
    }

  return FALSE;
}

/* Dots, question marks and the like where a number is still to be written. */
static gboolean
read_blank (Reader *reader)
{
  gsize length = strspn (reader->at, "._?-");

  if (length == 0)
    return FALSE;
  if (length == 1 && strchr (".-", *reader->at) != NULL && reader->at[1] != '/')
    return FALSE;
  if (length == 1 && reader->n_parts > 0 && reader->separator == '\0' &&
      reader->label == LABEL_NONE)
    return FALSE;

  if (!add_part (reader, 0, 0))
    return FALSE;

  reader->at += length;
  return TRUE;
}

static gboolean
read_separator (Reader *reader)
{
  if (strspn (reader->at, "/-.,\\") == 0 || reader->n_parts == 0 || reader->separator != '\0')
    return FALSE;

  reader->separator = *reader->at == '\\' ? '/' : *reader->at;
  reader->at++;
  return TRUE;
}

/* "00:00:00", "7:30 am": a spreadsheet's time of a day, of no interest. */
static gboolean
is_time (const char *text)
{
  gsize n;

  text += *text == 't';
  for (int i = 0; i < 3; i++)
    {
      n = strspn (text, "0123456789");
      if (n < 1 || n > 2)
        return FALSE;
      text += n;
      if (*text != ':')
        {
          if (i == 0)
            return FALSE;
          break;
        }
      text++;
    }

  if (*text == '.')
    text += 1 + strspn (text + 1, "0123456789");
  text += *text == ' ';

  return strcmp (text, "") == 0 || strcmp (text, "z") == 0 || strcmp (text, "am") == 0 ||
         strcmp (text, "pm") == 0 || strcmp (text, "sa") == 0 || strcmp (text, "ch") == 0;
}

/* "21/06/1975 ....": the rest of a line to write on, with nothing left to fill in. */
static gboolean
is_rest_of_line (const Reader *reader)
{
  return reader->n_parts > 0 && reader->separator == '\0' && reader->label == LABEL_NONE &&
         reader->at[strspn (reader->at, " ._")] == '\0';
}

static gboolean
read_parts (Reader *reader)
{
  while (*reader->at != '\0')
    {
      if (is_rest_of_line (reader))
        return TRUE;
      if (reader->n_parts == 3 && reader->separator == '\0' && is_time (reader->at))
        return TRUE;

      if (*reader->at == ' ')
        reader->at++;
      else if (*reader->at == ':' && reader->n_parts == 0)
        reader->at++;
      else if (g_ascii_isdigit (*reader->at))
        {
          if (!read_number (reader))
            return FALSE;
        }
      else if (g_ascii_isalpha (*reader->at))
        {
          if (!read_word (reader))
            return FALSE;
        }
      else if (!read_blank (reader) && !read_separator (reader))
        return FALSE;
    }

  /* "1975." is somebody's full stop, "21/6/" half a date. */
  return reader->label == LABEL_NONE &&
         (reader->separator == '\0' || strchr (".,", reader->separator) != NULL);
}

static gboolean
may_be (const Part *part, Label label)
{
  return part->label == LABEL_NONE || part->label == label;
}

static gboolean
read_year (const Part *part, gboolean short_allowed, guint *year)
{
  if (part->n_digits == 4)
    *year = part->value;
  else if (part->n_digits == 2 && short_allowed)
    *year = part->value + (part->value < CENTURY_PIVOT ? 2000 : 1900);
  else
    return FALSE;

  return TRUE;
}

/* 00 is written for what is not known, as on identity papers: 00/00/1975. What is no date, but
 * written as one, is told by its numbers. */
static gboolean
make_date (guint year, const Part *month, const Part *day, CnscdDate *date)
{
  if ((month != NULL && month->n_digits > 2) || (day != NULL && day->n_digits > 2))
    return FALSE;

  *date = CNSCD_DATE (year, month != NULL ? month->value : 0, day != NULL ? day->value : 0);
  return cnscd_date_is_valid (*date);
}

static gboolean
is_plausible (CnscdDate date)
{
  return date.month != 0 && date.day != 0 && date.year >= FIRST_PLAUSIBLE_YEAR &&
         date.year <= LAST_PLAUSIBLE_YEAR && cnscd_date_is_valid (date);
}

/* 21061975 or 19750621, when it can be only one of them. */
static gboolean
read_compact (guint digits, CnscdDate *date)
{
  CnscdDate day_first = CNSCD_DATE (digits % 10000, digits / 10000 % 100, digits / 1000000);
  CnscdDate year_first = CNSCD_DATE (digits / 10000, digits / 100 % 100, digits % 100);

  if (is_plausible (day_first) == is_plausible (year_first))
    return FALSE;

  *date = is_plausible (day_first) ? day_first : year_first;
  return TRUE;
}

static gboolean
read_one (const Reader *reader, CnscdDate *date)
{
  const Part *part = &reader->parts[0];
  guint year;

  if (part->n_digits == 8 && part->label != LABEL_MONTH && part->label != LABEL_YEAR)
    return read_compact (part->value, date);

  return may_be (part, LABEL_YEAR) &&
         read_year (part, part->label == LABEL_YEAR || reader->of_birth, &year) &&
         make_date (year, NULL, NULL, date);
}

static gboolean
read_two (const Reader *reader, CnscdDate *date)
{
  const Part *a = &reader->parts[0];
  const Part *b = &reader->parts[1];
  guint year;

  /* 1975.5 is more likely a number than May 1975. */
  if (a->n_digits == 4)
    return may_be (a, LABEL_YEAR) && may_be (b, LABEL_MONTH) &&
           (strchr ("-/", b->separator) != NULL || b->label == LABEL_MONTH) &&
           make_date (a->value, b, NULL, date);

  return may_be (a, LABEL_MONTH) && may_be (b, LABEL_YEAR) &&
         read_year (b, b->label == LABEL_YEAR, &year) && make_date (year, a, NULL, date);
}

static gboolean
read_three (const Reader *reader, CnscdDate *date)
{
  const Part *a = &reader->parts[0];
  const Part *b = &reader->parts[1];
  const Part *c = &reader->parts[2];
  guint year;

  if (!may_be (b, LABEL_MONTH))
    return FALSE;

  if (a->n_digits == 4)
    return may_be (a, LABEL_YEAR) && may_be (c, LABEL_DAY) && make_date (a->value, b, c, date);

  return may_be (a, LABEL_DAY) && may_be (c, LABEL_YEAR) && read_year (c, TRUE, &year) &&
         make_date (year, b, a, date);
}

static gboolean
read_date (const char *text, CnscdDate *date)
{
  g_autofree char *folded = cnscd_text_fold (text);
  Reader reader = { .at = folded };

  *date = CNSCD_DATE_UNKNOWN;

  /* The mark of a text cell, and what people quote. */
  reader.at += strspn (reader.at, "'\"");

  if (!read_parts (&reader))
    return FALSE;

  switch (reader.n_parts)
    {
    case 1:
      return read_one (&reader, date);
    case 2:
      return read_two (&reader, date);
    case 3:
      return read_three (&reader, date);
    default:
      return FALSE;
    }
}

/**
 * cnscd_date_parse:
 * @text: (nullable): a date as somebody wrote it
 * @date: (out): where the date goes; unknown on failure
 *
 * Understands "21/06/1975", "21-6-1975", "21.6.75", "1975", "06/1975", "Ngày 5
 * tháng 6 năm 1975", "sinh năm 1975", "00/00/1975", "…/…/1975", ISO 8601 with
 * or without a time, and any of them with dots or a line behind it. The day always comes first, or
 * the year when it has four digits. Two digits are a year only after a day and a month, or after
 * the word for it: 00 to 29 are 2000 to 2029. Everything else, and a date that does not exist, is
 * refused rather than guessed at.
 *
 * Returns: whether @text was understood
 */
gboolean
cnscd_date_parse (const char *text, CnscdDate *date)
{
  if (read_date (text, date))
    return TRUE;

  *date = CNSCD_DATE_UNKNOWN;
  return FALSE;
}

/**
 * cnscd_date_parse_near:
 * @text: (nullable): a day as somebody wrote it, perhaps without its year: "29/11"
 * @near: a day
 * @date: (out): where the date goes; unknown on failure
 *
 * As cnscd_date_parse(); where only day and month are written, the one that is
 * the fewest days from @near.
 *
 * Returns: whether @text was understood
 */
gboolean
cnscd_date_parse_near (const char *text, CnscdDate near, CnscdDate *date)
{
  gint64 distance = G_MAXINT64;
  CnscdDate nearest = CNSCD_DATE_UNKNOWN;

  g_return_val_if_fail (cnscd_date_is_full (near), FALSE);

  if (cnscd_date_parse (text, date))
    return TRUE;

  for (int year = near.year - 1; text != NULL && year <= near.year + 1; year++)
    {
      g_autofree char *whole = g_strdup_printf ("%s/%d", text, year);
      gint64 days;

      if (!cnscd_date_parse (whole, date) || !cnscd_date_is_full (*date))
        continue;

      days = ABS (cnscd_date_to_days (*date) - cnscd_date_to_days (near));
      if (days < distance)
        {
          distance = days;
          nearest = *date;
        }
    }

  *date = nearest;
  return cnscd_date_is_full (nearest);
}

/**
 * cnscd_date_is_impossible:
 * @text: (nullable): what cnscd_date_parse() refused
 *
 * Returns: whether it is written as a date, but no calendar has it: "31/2/1975"
 */
gboolean
cnscd_date_is_impossible (const char *text)
{
  CnscdDate date;

  return !read_date (text, &date) && !cnscd_date_equal (date, CNSCD_DATE_UNKNOWN);
}
