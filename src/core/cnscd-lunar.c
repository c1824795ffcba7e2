/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-lunar.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cnscd-sky.h"
#include "cnscd-time.h"

/* Of 1970-01-01 00:00. */
#define JULIAN_DAY_OF_EPOCH 2440587.5
#define UTC_OFFSET_DAYS     (7 / 24.0)

#define DAYS_PER_MOON     29.530588861
#define FIRST_MOON_OF_ALL 10962 /* days from the epoch to new moon 0 */
#define DEGREES_PER_TERM  30
/* The sun's longitude at the winter solstice (đông chí) is this many times as much. */
#define SOLSTICE 9

#define MONTHS_PER_YEAR 12
#define MAX_MONTHS      (MONTHS_PER_YEAR + 1)

/*
 * The months from one month 11 to the next, which is what the rule is about:
 * the solar year @year contains the last of them but not the first. Days are
 * counted from 1970-01-01.
 */
typedef struct
{
  int n_months;
  int leap; /* index of the leap month, or MAX_MONTHS */
  gint32 first_days[MAX_MONTHS + 1];
} Round;

#define FIRST_ROUND CNSCD_LUNAR_FIRST_YEAR
#define LAST_ROUND  (CNSCD_LUNAR_LAST_YEAR + 1)

static Round *rounds[LAST_ROUND - FIRST_ROUND + 1];

static gint32
get_day_of_new_moon (int number)
{
  return (gint32) floor (cnscd_sky_new_moon (number) - JULIAN_DAY_OF_EPOCH + UTC_OFFSET_DAYS);
}

/* How many of the twelve major terms (trung khí) the sun has passed when the day begins. */
static int
count_terms (gint32 day)
{
  double longitude = cnscd_sky_sun_longitude (day + JULIAN_DAY_OF_EPOCH - UTC_OFFSET_DAYS);

  return (int) (longitude / DEGREES_PER_TERM);
}

/* The last new moon of a solar year that the solstice does not precede. */
static int
find_month_11 (int year)
{
  gint32 last = (gint32) cnscd_date_to_days (CNSCD_DATE (year, 12, 31));
  int number = (int) ceil ((last - FIRST_MOON_OF_ALL) / DAYS_PER_MOON) + 1;
  gint32 day;

  while ((day = get_day_of_new_moon (number)) > last || count_terms (day) == SOLSTICE)
    number--;

  return number;
}

static Round *
compute_round (int year)
{
  Round *made = g_new0 (Round, 1);
  int first = find_month_11 (year - 1);
  int terms[MAX_MONTHS + 1];

  made->n_months = find_month_11 (year) - first;
  made->leap = MAX_MONTHS;

  for (int i = 0; i <= made->n_months; i++)
    {
      made->first_days[i] = get_day_of_new_moon (first + i);
      terms[i] = count_terms (made->first_days[i]);
    }

  for (int i = 1; made->n_months == MAX_MONTHS && i < MAX_MONTHS; i++)
    {
      if (terms[i] == terms[i + 1])
        {
          made->leap = i;
          break;
        }
    }

  return made;
}

/* Computed once and kept for good; who comes second at the same time throws its own away. */
static const Round *
get_round (int year)
{
  Round **place = &rounds[year - FIRST_ROUND];
  Round *round = g_atomic_pointer_get (place);

  if (round == NULL)
    {
      Round *made = compute_round (year);

      if (g_atomic_pointer_compare_and_exchange (place, NULL, made))
        return made;
      g_free (made);
      round = g_atomic_pointer_get (place);
    }

  return round;
}

static gboolean
is_in_range (int year)
{
  return year >= CNSCD_LUNAR_FIRST_YEAR && year <= CNSCD_LUNAR_LAST_YEAR;
}

/* Finds a month of the lunar year @year; months 11 and 12 lie in the next round. */
static const Round *
find_month (int year, int month, gboolean leap, int *index)
{
  const Round *round;
  int n, round_year;

  if (month < 1 || month > MONTHS_PER_YEAR || year < FIRST_ROUND - 1 || year > LAST_ROUND)
    return NULL;

  n = (month + 1) % MONTHS_PER_YEAR;
  round_year = month > 10 ? year + 1 : year;
  if (round_year < FIRST_ROUND || round_year > LAST_ROUND)
    return NULL;

  round = get_round (round_year);
  *index = n < round->leap ? n : n + 1;
  if (leap && ++*index != round->leap)
    return NULL;

  return round;
}

/**
 * cnscd_lunar_from_date:
 * @date: a date of the civil calendar
 * @lunar: (out): its lunar date
 *
 * The Vietnamese calendar by its rule, with the day of Vietnam's clock (UTC+7,
 * QĐ 121/CP of 8 August 1967, in force since 1968): a month begins on the day
 * of the new moon; the month of the winter solstice is the eleventh; where 13
 * months begin from one eleventh to the next, the first of them in which the
 * sun passes no multiple of 30° is a leap month. Before 1968 the calendars in
 * use in Vietnam followed other meridians at times, and this says what the rule
 * of today would have given.
 *
 * The first date of a year takes some 0.1 ms, the others are looked up. Safe
 * from any thread.
 *
 * Returns: whether @date is a day from 1900 to 2100; else @lunar is left alone
 */
gboolean
cnscd_lunar_from_date (CnscdDate date, CnscdLunarDate *lunar)
{
  const Round *round;
  int year = date.year;
  int index, number;
  gint32 day;

  g_return_val_if_fail (lunar != NULL, FALSE);

  if (!is_in_range (year) || !cnscd_date_is_full (date) || !cnscd_date_is_valid (date))
    return FALSE;

  day = (gint32) cnscd_date_to_days (date);
  round = get_round (year);
  if (day >= round->first_days[round->n_months])
    round = get_round (++year);

  for (index = round->n_months - 1; round->first_days[index] > day; index--)
    ;
  number = index < round->leap ? index : index - 1;

  *lunar = (CnscdLunarDate) {
    .year = number < 2 ? year - 1 : year,
    .month = (number + 10) % MONTHS_PER_YEAR + 1,
    .day = day - round->first_days[index] + 1,
    .leap = index == round->leap,
  };
  return TRUE;
}

/**
 * cnscd_lunar_to_date:
 * @lunar: a lunar date
 *
 * Returns: the date of the civil calendar, unknown when there is no such lunar
 *   date from 1900 to 2100: day 30 of a short month, a leap month that the year
 *   lacks
 */
CnscdDate
cnscd_lunar_to_date (CnscdLunarDate lunar)
{
  int index;
  const Round *round = find_month (lunar.year, lunar.month, lunar.leap, &index);
  CnscdDate date;

  if (round == NULL || lunar.day < 1 ||
      lunar.day > round->first_days[index + 1] - round->first_days[index])
    return CNSCD_DATE_UNKNOWN;

  date = cnscd_date_from_days ((gint64) round->first_days[index] + lunar.day - 1);
  return is_in_range (date.year) ? date : CNSCD_DATE_UNKNOWN;
}

/**
 * cnscd_lunar_get_month_length:
 * @year: a lunar year
 * @month: 1..12
 * @leap: whether the leap month of that number is meant
 *
 * Returns: 29 (tháng thiếu) or 30 (tháng đủ) days, 0 when there is no such month
 */
int
cnscd_lunar_get_month_length (int year, int month, gboolean leap)
{
  int index;
  const Round *round = find_month (year, month, leap, &index);

  return round != NULL ? round->first_days[index + 1] - round->first_days[index] : 0;
}

/**
 * cnscd_lunar_get_leap_month:
 * @year: a lunar year
 *
 * Returns: the number of the month that its leap month repeats, 0 when it has
 *   none or lies outside of the range
 */
int
cnscd_lunar_get_leap_month (int year)
{
  for (int month = 1; month <= MONTHS_PER_YEAR; month++)
    {
      if (cnscd_lunar_get_month_length (year, month, TRUE) > 0)
        return month;
    }

  return 0;
}

/**
 * cnscd_lunar_format_cell:
 * @lunar: a lunar date
 *
 * As calendars print it under the day: "15", and with the month on its first
 * day: "1/10", "1/6 nhuận".
 *
 * Returns: (transfer full): the text
 */
char *
cnscd_lunar_format_cell (CnscdLunarDate lunar)
{
  if (lunar.day != 1)
    return g_strdup_printf ("%d", lunar.day);
  if (!lunar.leap)
    return g_strdup_printf ("%d/%d", lunar.day, lunar.month);
  /* Translators: day and month of the lunar calendar, in the leap month of that number */
  return g_strdup_printf (C_ ("lunar date", "%d/%d leap"), lunar.day, lunar.month);
}

/**
 * cnscd_lunar_format_words:
 * @lunar: a lunar date
 *
 * As people say it, without the year, in Vietnamese whatever the language of
 * the program: "mùng 1 tháng Giêng", "rằm tháng Chạp", "rằm tháng 6 nhuận",
 * "ngày 10 tháng 3 âm lịch". What could be taken for a date of the civil
 * calendar says that it is none.
 *
 * Returns: (transfer full): the words
 */
char *
cnscd_lunar_format_words (CnscdLunarDate lunar)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean named = lunar.month == 1 || lunar.month == 12;

  if (lunar.day == CNSCD_LUNAR_RAM)
    g_string_append (words, "rằm");
  else
    g_string_append_printf (words, lunar.day < 10 ? "mùng %d" : "ngày %d", lunar.day);

  if (lunar.month == 1)
    g_string_append (words, " tháng Giêng");
  else if (lunar.month == 12)
    g_string_append (words, " tháng Chạp");
  else
    g_string_append_printf (words, " tháng %d", lunar.month);

  if (lunar.leap)
    g_string_append (words, " nhuận");
  else if (!named && lunar.day != CNSCD_LUNAR_RAM)
    g_string_append (words, " âm lịch");

  return g_string_free_and_steal (g_steal_pointer (&words));
}

/**
 * cnscd_lunar_format_year:
 * @year: a lunar year
 *
 * Returns: (transfer full): its name by stem and branch (can chi), in
 *   Vietnamese: "Bính Ngọ" for 2026
 */
char *
cnscd_lunar_format_year (int year)
{
  static const char *const stems[] = { "Giáp", "Ất",   "Bính", "Đinh", "Mậu",
                                       "Kỷ",   "Canh", "Tân",  "Nhâm", "Quý" };
  static const char *const branches[] = { "Tý",  "Sửu", "Dần",  "Mão", "Thìn", "Tỵ",
                                          "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi" };

  g_return_val_if_fail (year >= 4, NULL);

  /* The year 4 was Giáp Tý. */
  return g_strconcat (stems[(year - 4) % G_N_ELEMENTS (stems)], " ",
                      branches[(year - 4) % G_N_ELEMENTS (branches)], NULL);
}
