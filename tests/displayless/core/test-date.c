/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <math.h>

#include "core/cnscd-date.h"

static void
check_iso (CnscdDate date, const char *wanted)
{
  char buffer[CNSCD_DATE_ISO_SIZE];

  g_assert_cmpstr (cnscd_date_write_iso (date, buffer), ==, wanted);
}

static void
test_iso (void)
{
  static const char *const good[] = { "1975",       "1975-06",    "1975-06-21", "0001",
                                      "2024-02-29", "9999-12-31", "2000-02-29" };
  static const char *const bad[] = {
    "",           "75",          "0000",       "1975-",      "1975-6",      "1975-00",    "1975-13",
    "1975-06-",   "1975-06-00",  "1975-06-31", "2023-02-29", "1900-02-29",  "1975/06/21", " 1975",
    "1975 ",      "1975-06-2",   "19750621",   "+975",       "1975-06-211", "21/06/1975", "197５",
    "1975-+6-21", "10000-01-01", NULL,
  };
  CnscdDate date;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (cnscd_date_read_iso (good[i], &date));
      g_assert_true (cnscd_date_is_valid (date));
      check_iso (date, good[i]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      date = CNSCD_DATE (1, 1, 1);
      g_assert_false (cnscd_date_read_iso (bad[i], &date));
      g_assert_false (cnscd_date_is_known (date));
    }

  check_iso (CNSCD_DATE_UNKNOWN, NULL);
  /* Nonsense is written within the buffer all the same. */
  check_iso (CNSCD_DATE (65535, 255, 255), "9999-99-99");
}

static void
test_values (void)
{
  g_assert_false (cnscd_date_is_known (CNSCD_DATE_UNKNOWN));
  g_assert_false (cnscd_date_is_valid (CNSCD_DATE_UNKNOWN));
  g_assert_true (cnscd_date_is_known (CNSCD_DATE (1975, 0, 0)));
  g_assert_false (cnscd_date_is_full (CNSCD_DATE (1975, 6, 0)));
  g_assert_true (cnscd_date_is_full (CNSCD_DATE (1975, 6, 21)));
  g_assert_false (cnscd_date_is_valid (CNSCD_DATE (1975, 0, 21)));
  g_assert_false (cnscd_date_is_valid (CNSCD_DATE (1975, 2, 29)));
  g_assert_false (cnscd_date_is_valid (CNSCD_DATE (10000, 1, 1)));
  g_assert_false (cnscd_date_is_valid (CNSCD_DATE (1975, 13, 1)));
}

static void
test_order (void)
{
  static const CnscdDate dates[] = {
    { 0 },           { 1974, 12, 31 }, { 1975, 0, 0 },  { 1975, 1, 0 },
    { 1975, 1, 31 }, { 1975, 2, 1 },   { 1975, 2, 10 }, { 1976, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (dates); j++)
        {
          int order = cnscd_date_compare (dates[i], dates[j]);

          g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
          g_assert_true (cnscd_date_equal (dates[i], dates[j]) == (i == j));
        }
    }
}

static void
test_format (void)
{
  static const struct
  {
    CnscdDate date;
    const char *plain;
    const char *official;
    const char *with_place;
  } cases[] = {
    { { 2026, 1, 5 },
      "05/01/2026",
      "ngày 05 tháng 01 năm 2026",
      "Võ Nhai, ngày 05 tháng 01 năm 2026" },
    { { 2026, 2, 10 },
      "10/02/2026",
      "ngày 10 tháng 02 năm 2026",
      "Võ Nhai, ngày 10 tháng 02 năm 2026" },
    { { 2025, 6, 29 },
      "29/06/2025",
      "ngày 29 tháng 6 năm 2025",
      "Võ Nhai, ngày 29 tháng 6 năm 2025" },
    { { 2025, 11, 9 },
      "09/11/2025",
      "ngày 09 tháng 11 năm 2025",
      "Võ Nhai, ngày 09 tháng 11 năm 2025" },
    { { 1975, 6, 0 }, "06/1975", "ngày … tháng 6 năm 1975", "Võ Nhai, ngày … tháng 6 năm 1975" },
    { { 1975, 0, 0 }, "1975", "ngày … tháng … năm 1975", "Võ Nhai, ngày … tháng … năm 1975" },
    { { 0 }, "", "ngày … tháng … năm …", "Võ Nhai, ngày … tháng … năm …" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = cnscd_date_format (cases[i].date);
      g_autofree char *official = cnscd_date_format_official (cases[i].date, NULL);
      g_autofree char *with_place = cnscd_date_format_official (cases[i].date, "Võ Nhai");

      g_assert_cmpstr (plain, ==, cases[i].plain);
      g_assert_cmpstr (official, ==, cases[i].official);
      g_assert_cmpstr (with_place, ==, cases[i].with_place);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *iso; /* NULL: refused */
  } cases[] = {
    { "21/06/1975", "1975-06-21" },
    { "21-6-1975", "1975-06-21" },
    { "21.6.75", "1975-06-21" },
    { "21\\6\\1975", "1975-06-21" },
    { "5/6/05", "2005-06-05" },
    { "5/6/29", "2029-06-05" },
    { "5/6/30", "1930-06-05" },
    { " 21 / 06 / 1975 ", "1975-06-21" },
    { "21\u201306\u20131975", "1975-06-21" },
    { "21 6 1975", "1975-06-21" },
    { "21/06/1975.", "1975-06-21" },
    { "'21/06/1975", "1975-06-21" },
    { "1975", "1975" },
    { "1985 ", "1985" },
    { "\u00a01985\u200b", "1985" },
    { "06/1975", "1975-06" },
    { "6-1975", "1975-06" },
    { "6.1975", "1975-06" },
    { "Ngày 5 tháng 6 năm 1975", "1975-06-05" },
    { "nga\u0300y 05 tha\u0301ng 06 na\u0306m 1975", "1975-06-05" },
    { "NGÀY 5 THÁNG 6 NĂM 1975", "1975-06-05" },
    { "ngày 05, tháng 6, năm 1975", "1975-06-05" },
    { "ngày 05/6/1975", "1975-06-05" },
    { "5 tháng 6 1975", "1975-06-05" },
    { "mùng 5 tháng 6 năm 1975", "1975-06-05" },
    { "tháng 6 năm 1975", "1975-06" },
    { "Tháng 6/1975", "1975-06" },
    { "T6/1975", "1975-06" },
    { "năm 1975", "1975" },
    { "Năm 75", "1975" },
    { "sinh năm 1975", "1975" },
    { "SN 1975", "1975" },
    { "SN: 75", "1975" },
    { "Ngày sinh: 21/06/1975", "1975-06-21" },
    { "sinh ngày 5 tháng 6 năm 1975", "1975-06-05" },
    { "1975-06-21", "1975-06-21" },
    { "1975-06", "1975-06" },
    { "1975/6/1", "1975-06-01" },
    { "1975-06-21 00:00:00", "1975-06-21" },
    { "1975-06-21T00:00:00.000Z", "1975-06-21" },
    { "21/06/1975 7:30", "1975-06-21" },
    { "21/06/1975 12:00:00 SA", "1975-06-21" },
    { "năm 1975 tháng 6 ngày 5", "1975-06-05" },
    /* What is not known is left out, dotted or zero */
    { "00/00/1975", "1975" },
    { "0/6/1975", "1975-06" },
    { "…/…/1975", "1975" },
    { ".../.../1975", "1975" },
    { "../../1975", "1975" },
    { "./6/1975", "1975-06" },
    { "--/--/1975", "1975" },
    { "-/-/1975", "1975" },
    { "__/06/1975", "1975-06" },
    { "xx/xx/1975", "1975" },
    { "?/?/1975", "1975" },
    { "ngày … tháng … năm 1975", "1975" },
    { "ngày ..... tháng 6 năm 1975", "1975-06" },
    { "1975/../..", "1975" },
    { "1975/06/__", "1975-06" },
    /* Dots and lines behind a date leave nothing out */
    { "01/02/1975..", "1975-02-01" },
    { "21/06/1975 __", "1975-06-21" },
    { "21/06/1975……… . _", "1975-06-21" },
    { "ngày 5 tháng 6 năm 1975 ........", "1975-06-05" },
    { "06/1975..", "1975-06" },
    { "1975....", "1975" },
    { "sinh năm 75 __", "1975" },
    /* Digits in a row, when there is one way to read them */
    { "21061975", "1975-06-21" },
    { "19750621", "1975-06-21" },
    { "20101112", "2010-11-12" },
    { "20121960", "1960-12-20" },
    { "19121920", "1920-12-19" },
    { "0912345678", NULL },
    { "99999999", NULL },
    /* No date of the calendar */
    { "31/02/1975", NULL },
    { "29/02/1975", NULL },
    { "29/02/1976", "1976-02-29" },
    { "31/04/1975", NULL },
    { "06/21/1975", NULL },
    { "1975-21-06", NULL },
    { "13/1975", NULL },
    { "0000", NULL },
    { "21/06/0000", NULL },
    { "21/00/1975", NULL },
    { "10000", NULL },
    /* Could be several things, or nothing */
    { "75", NULL },
    { "6/75", NULL },
    { "5/6", NULL },
    { "21/6", NULL },
    { "ngày 5 tháng 6", NULL },
    { "1975.5", NULL },
    { "1975,5", NULL },
    { "-1975", NULL },
    { "/1975", NULL },
    { "21/06/", NULL },
    { "21//06/1975", NULL },
    { "21/06/975", NULL },
    { "21/06/1975/3", NULL },
    { "21/06/1975..3", NULL },
    { "21/06/1975 ??", NULL },
    { "21/06/1975--", NULL },
    { "21/06/1975/..", NULL },
    { "21/06/..", NULL },
    { "21/6 ..", NULL },
    { "75..", NULL },
    { "__", NULL },
    { "năm ..", NULL },
    { "21/06/1975 25", NULL },
    { "21/06/1975:", NULL },
    { "1975-1980", NULL },
    { "1975 1980", NULL },
    { "tháng 21/06/1975", NULL },
    { "năm 5/6/1975", NULL },
    { "khoảng 1975", NULL },
    { "51 tuổi", NULL },
    { "1975m", NULL },
    { "ngày", NULL },
    { "năm", NULL },
    { "sinh", NULL },
    { "…", NULL },
    { "x", NULL },
    { "không rõ", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char iso[CNSCD_DATE_ISO_SIZE];
      CnscdDate date = CNSCD_DATE (1, 1, 1);
      gboolean understood = cnscd_date_parse (cases[i].text, &date);

      if (g_strcmp0 (cnscd_date_write_iso (date, iso), cases[i].iso) != 0)
        g_test_message ("\"%s\"", cases[i].text);
      g_assert_cmpstr (cnscd_date_write_iso (date, iso), ==, cases[i].iso);
      g_assert_true (understood == (cases[i].iso != NULL));
    }
}

/* What is wrong with "31/2/1975" is another thing than with "abc". */
static void
test_impossible (void)
{
  static const char *const impossible[] = {
    "31/2/1975",   "29/2/2023", "30-2-75",
    "2025-02-30",  "32/1/2025", "1/13/2025",
    "13/2025",     "2025-13",   "ngày 31 tháng 4 năm 2025",
    "31.06.2025.",
  };
  static const char *const others[] = {
    "",      " ",         "abc",        "hôm qua", "31",   "5/6",      "12345678901",
    "21/6/", "21/6/1975", "29/2/2024",  "1975",    "ngày", "không rõ", "0912345678",
    "a/b/c", "1/2/3",     "123/4/2025",
  };

  for (guint i = 0; i < G_N_ELEMENTS (impossible); i++)
    {
      g_test_message ("“%s”", impossible[i]);
      g_assert_true (cnscd_date_is_impossible (impossible[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_test_message ("“%s”", others[i]);
      g_assert_false (cnscd_date_is_impossible (others[i]));
    }
  g_assert_false (cnscd_date_is_impossible (NULL));
}

/* A day as it is said: the one that is next. */
static void
test_parse_near (void)
{
  static const struct
  {
    const char *text;
    const char *iso; /* NULL where it is refused */
  } cases[] = {
    { "29/11", "2026-11-29" },
    { "20-11", "2026-11-20" },
    { "5.1", "2027-01-05" },
    { "28/5", "2027-05-28" },
    { "30/5", "2026-05-30" },
    { " 1/6 ", "2026-06-01" },
    { "ngày 2 tháng 12", "2026-12-02" },
    { "29/11/2030", "2030-11-29" },
    { "11/2026", "2026-11" },
    { "31/2", NULL },
    { "29/2", NULL },
    { "29/13", NULL },
    { "29", NULL },
    { "29/11/", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CnscdDate date;
      char iso[CNSCD_DATE_ISO_SIZE];
      gboolean understood = cnscd_date_parse_near (cases[i].text, CNSCD_DATE (2026, 11, 27), &date);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (understood, ==, cases[i].iso != NULL);
      g_assert_cmpstr (cnscd_date_write_iso (date, iso), ==, cases[i].iso);
    }
}

static void
test_parse_own (void)
{
  GDate day;

  g_date_set_dmy (&day, 1, G_DATE_JANUARY, 1950);
  for (int i = 0; i < 2000; i++)
    {
      CnscdDate date =
        CNSCD_DATE (g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day));
      g_autofree char *plain = cnscd_date_format (date);
      g_autofree char *official = cnscd_date_format_official (date, NULL);
      char iso[CNSCD_DATE_ISO_SIZE];
      CnscdDate read;

      g_assert_true (cnscd_date_parse (plain, &read));
      g_assert_true (cnscd_date_equal (date, read));
      g_assert_true (cnscd_date_parse (official, &read));
      g_assert_true (cnscd_date_equal (date, read));
      g_assert_true (cnscd_date_parse (cnscd_date_write_iso (date, iso), &read));
      g_assert_true (cnscd_date_equal (date, read));
      g_date_add_days (&day, 37);
    }
}

static void
test_parse_random (void)
{
  static const char alphabet[] = "0123456789019/-. ,:x?_tngaymhs'\xc4\x90\xe2\x80\xa6";
  char bytes[17];

  for (int i = 0; i < 20000; i++)
    {
      int length = g_test_rand_int_range (0, sizeof bytes);
      CnscdDate date;

      for (int j = 0; j < length; j++)
        bytes[j] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];
      bytes[length] = '\0';
      if (cnscd_date_parse (bytes, &date))
        g_assert_true (cnscd_date_is_valid (date));
      else
        g_assert_false (cnscd_date_is_known (date));
    }
}

static void
test_serial (void)
{
  static const struct
  {
    double serial;
    gboolean epoch_1904;
    const char *iso;
  } cases[] = {
    { 1, FALSE, "1900-01-01" },
    { 59, FALSE, "1900-02-28" },
    { 60, FALSE, NULL },
    { 60.5, FALSE, NULL },
    { 61, FALSE, "1900-03-01" },
    { 27566, FALSE, "1975-06-21" },
    { 27566.99, FALSE, "1975-06-21" },
    { 45990, FALSE, "2025-11-29" },
    { 2958465, FALSE, "9999-12-31" },
    { 2958465.5, FALSE, "9999-12-31" },
    { 2958466, FALSE, NULL },
    { 0, FALSE, NULL },
    { 0.5, FALSE, NULL },
    { -1, FALSE, NULL },
    { NAN, FALSE, NULL },
    { INFINITY, FALSE, NULL },
    { 1e300, FALSE, NULL },
    { -1e300, TRUE, NULL },
    { 0, TRUE, "1904-01-01" },
    { 26104, TRUE, "1975-06-21" },
    { 2957003, TRUE, "9999-12-31" },
    { 2957004, TRUE, NULL },
    { -0.5, TRUE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_iso (cnscd_date_from_serial (cases[i].serial, cases[i].epoch_1904), cases[i].iso);
}

static void
test_today (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (7 * 3600);
  CnscdDate before, today, after;

  /* Midnight may pass in between. */
  do
    {
      g_autoptr (GDateTime) then = g_date_time_new_now (zone);
      g_autoptr (GDateTime) now = NULL;

      before = CNSCD_DATE (g_date_time_get_year (then), g_date_time_get_month (then),
                           g_date_time_get_day_of_month (then));
      today = cnscd_date_today ();
      now = g_date_time_new_now (zone);
      after = CNSCD_DATE (g_date_time_get_year (now), g_date_time_get_month (now),
                          g_date_time_get_day_of_month (now));
    }
  while (!cnscd_date_equal (before, after));

  g_assert_true (cnscd_date_equal (today, before));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/date/iso", test_iso);
  g_test_add_func ("/core/date/values", test_values);
  g_test_add_func ("/core/date/order", test_order);
  g_test_add_func ("/core/date/format", test_format);
  g_test_add_func ("/core/date/parse", test_parse);
  g_test_add_func ("/core/date/impossible", test_impossible);
  g_test_add_func ("/core/date/parse-near", test_parse_near);
  g_test_add_func ("/core/date/parse-own", test_parse_own);
  g_test_add_func ("/core/date/parse-random", test_parse_random);
  g_test_add_func ("/core/date/serial", test_serial);
  g_test_add_func ("/core/date/today", test_today);

  return g_test_run ();
}
