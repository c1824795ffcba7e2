/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-date.h"

G_BEGIN_DECLS

/* The years of the civil calendar of which every day has a lunar date. */
#define CNSCD_LUNAR_FIRST_YEAR 1900
#define CNSCD_LUNAR_LAST_YEAR  2100

/* Day 15, the full moon. */
#define CNSCD_LUNAR_RAM 15

/**
 * CnscdLunarDate:
 * @year: by the civil year in which it begins (Tết 2026 begins 2026)
 * @month: 1..12
 * @day: 1..30
 * @leap: whether it is the leap month (tháng nhuận) that follows the month of that number
 *
 * A date of the Vietnamese lunar calendar (âm lịch).
 */
typedef struct
{
  int year;
  int month;
  int day;
  gboolean leap;
} CnscdLunarDate;

gboolean cnscd_lunar_from_date (CnscdDate date, CnscdLunarDate *lunar);
CnscdDate cnscd_lunar_to_date (CnscdLunarDate lunar);
int cnscd_lunar_get_month_length (int year, int month, gboolean leap);
int cnscd_lunar_get_leap_month (int year);
char *cnscd_lunar_format_cell (CnscdLunarDate lunar);
char *cnscd_lunar_format_words (CnscdLunarDate lunar);
char *cnscd_lunar_format_year (int year);

G_END_DECLS
