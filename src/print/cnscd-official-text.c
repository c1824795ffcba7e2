/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-official-text.h"

#include <string.h>

#include "core/cnscd-lunar.h"
#include "core/cnscd-time.h"

/* Spaces that neither break nor collapse: room for a pen. */
#define NBSP         "\302\240"
#define BLANK_NUMBER NBSP NBSP NBSP NBSP NBSP NBSP
#define BLANK_DAY    NBSP NBSP NBSP NBSP NBSP
#define BLANK_YEAR   NBSP NBSP NBSP NBSP NBSP NBSP

/**
 * cnscd_official_date:
 * @date: a date of which day, month and year may be unknown
 * @place: (nullable): where the document is dated: "Võ Nhai"
 *
 * Writes a date as official documents do: "Võ Nhai, ngày 05 tháng 01 năm
 * 2026", as cnscd_date_format_official() does; but day and month stay blank
 * unless both are known, for a pen to fill in.
 *
 * Returns: (transfer full): the text
 */
char *
cnscd_official_date (CnscdDate date, const char *place)
{
  GString *text;

  if (cnscd_date_is_full (date))
    return cnscd_date_format_official (date, place);

  text = g_string_new (place);
  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append (text, "ngày" BLANK_DAY "tháng" BLANK_DAY "năm");
  if (date.year > 0)
    g_string_append_printf (text, " %d", date.year);
  else
    g_string_append (text, BLANK_YEAR);

  return g_string_free_and_steal (text);
}

/**
 * cnscd_official_lunar:
 * @day: a day
 *
 * Returns: (transfer full) (nullable): its lunar date: "19/10", "01/6 nhuận"; %NULL where the
 *   calendar does not reach
 */
char *
cnscd_official_lunar (CnscdDate day)
{
  CnscdLunarDate lunar;

  if (!cnscd_lunar_from_date (day, &lunar))
    return NULL;

  return g_strdup_printf ("%02d/%d%s", lunar.day, lunar.month, lunar.leap ? " nhuận" : "");
}

/* How many months @from and @to begin and end, if they do, in one calendar year; otherwise 0. */
static int
count_whole_months (CnscdDate from, CnscdDate to)
{
  return from.day == 1 && from.year == to.year && cnscd_date_add_days (to, 1).day == 1
           ? to.month - from.month + 1
           : 0;
}

/**
 * cnscd_official_range:
 * @from: the first day
 * @to: the last day, not before @from
 *
 * Names days in the shortest way that leaves no doubt: "năm 2026", "quý IV
 * năm 2026", "tháng 11 năm 2026", "ngày 27 tháng 11 năm 2026", "từ ngày 23 đến ngày 29
 * tháng 11 năm 2026", after "tuần" where they are a week.
 *
 * Returns: (transfer full): the text
 */
char *
cnscd_official_range (CnscdDate from, CnscdDate to)
{
  int n_months = count_whole_months (from, to);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  gboolean week;

  if (cnscd_date_equal (from, to))
    return cnscd_official_date (from, NULL);
  if (n_months == 12)
    return g_strdup_printf ("năm %d", from.year);
  if (n_months == 3 && from.month % 3 == 1)
    {
      g_autofree char *quarter = cnscd_official_roman (from.month / 3 + 1);

      return g_strdup_printf ("quý %s năm %d", quarter, from.year);
    }

  /* A month as in a date, where January and February have a zero before them. */
  first = cnscd_official_date (from, NULL);
  if (n_months == 1)
    return g_strdup (strstr (first, "tháng"));
  if (from.year == to.year)
    *strstr (first, from.month == to.month ? " tháng" : " năm") = '\0';

  last = cnscd_official_date (to, NULL);
  week = cnscd_date_get_weekday (from) == 1 && cnscd_date_equal (cnscd_date_add_days (from, 6), to);
  return g_strconcat (week ? "tuần từ " : "từ ", first, " đến ", last, NULL);
}

/**
 * cnscd_official_decision:
 * @number: (nullable): "103/QĐ-UBND"
 * @date: when it was signed, as far as it is known
 * @place_name: (nullable): whose people's committee decided: "xã Võ Nhai"
 *
 * Names a decision: "Quyết định số 103/QĐ-UBND ngày 29 tháng 11 năm 2025 của
 * Ủy ban nhân dân xã Võ Nhai", in two lines.
 *
 * Returns: (transfer full): the text
 */
char *
cnscd_official_decision (const char *number, CnscdDate date, const char *place_name)
{
  g_autofree char *day = cnscd_official_date (date, NULL);
  gboolean known = number != NULL && *number != '\0';

  return g_strconcat ("Quyết định số ", known ? number : BLANK_NUMBER "/QĐ-UBND", " ", day,
                      place_name != NULL ? "\ncủa Ủy ban nhân dân " : NULL, place_name, NULL);
}

/**
 * cnscd_official_count:
 * @count: a number of things
 *
 * Returns: (transfer full): the number with a point for each thousand: "2.255"
 */
char *
cnscd_official_count (guint count)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%u", count);
  for (gssize i = (gssize) text->len - 3; i > 0; i -= 3)
    g_string_insert_c (text, i, '.');

  return g_string_free_and_steal (text);
}

/**
 * cnscd_official_roman:
 * @number: from 1
 *
 * Returns: (transfer full): the Roman number, or the Arabic one where there is
 *   none (0, and from 4000)
 */
char *
cnscd_official_roman (guint number)
{
  static const struct
  {
    guint value;
    const char *digits;
  } steps[] = {
    { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" },
    { 90, "XC" },  { 50, "L" },   { 40, "XL" }, { 10, "X" },   { 9, "IX" },
    { 5, "V" },    { 4, "IV" },   { 1, "I" },
  };
  GString *text;

  if (number == 0 || number >= 4000)
    return g_strdup_printf ("%u", number);

  text = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (; number >= steps[i].value; number -= steps[i].value)
      g_string_append (text, steps[i].digits);

  return g_string_free_and_steal (text);
}

/**
 * cnscd_official_skip_team_words:
 * @title: what a team is called: "Tổ CNSCĐ xóm Ba Nhất"
 *
 * Returns: (nullable) (transfer none): what it says beyond being such a team:
 *   "xóm Ba Nhất"; %NULL when it does not say that it is one
 */
const char *
cnscd_official_skip_team_words (const char *title)
{
  static const char *const words[] = { "Tổ CNSCĐ ", "Tổ công nghệ số cộng đồng " };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (title, words[i]))
      return title + strlen (words[i]);

  return NULL;
}
