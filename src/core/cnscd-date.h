/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CnscdDate:
 * @year: 1..9999, or 0 when nothing is known
 * @month: 1..12, or 0 when only the year is known
 * @day: 1..31, or 0 when only the year (and month) is known
 *
 * A calendar date that may be known to the year only, as birth dates on
 * paper rosters are. A value type: all zero means "unknown".
 */
typedef struct
{
  guint16 year;
  guint8 month;
  guint8 day;
} CnscdDate;

#define CNSCD_DATE_UNKNOWN  ((CnscdDate) { 0 })
#define CNSCD_DATE(y, m, d) ((CnscdDate) { (y), (m), (d) })

/* ISO text ("1975", "1975-06", "1975-06-21") needs at most this many bytes. */
#define CNSCD_DATE_ISO_SIZE 11

gboolean cnscd_date_is_known (CnscdDate date);
gboolean cnscd_date_is_full (CnscdDate date);
gboolean cnscd_date_is_valid (CnscdDate date);
int cnscd_date_compare (CnscdDate a, CnscdDate b);
gboolean cnscd_date_equal (CnscdDate a, CnscdDate b);
gboolean cnscd_date_is_to_come (CnscdDate from, CnscdDate today);
gboolean cnscd_date_is_over (CnscdDate until, CnscdDate today);
const char *cnscd_date_write_iso (CnscdDate date, char buffer[CNSCD_DATE_ISO_SIZE]);
gboolean cnscd_date_read_iso (const char *text, CnscdDate *date);
char *cnscd_date_format (CnscdDate date);
char *cnscd_date_format_official (CnscdDate date, const char *place);
CnscdDate cnscd_date_from_serial (double serial, gboolean epoch_1904);
gboolean cnscd_date_parse (const char *text, CnscdDate *date);
gboolean cnscd_date_parse_near (const char *text, CnscdDate near, CnscdDate *date);
gboolean cnscd_date_is_impossible (const char *text);
CnscdDate cnscd_date_add_days (CnscdDate date, int n_days);
CnscdDate cnscd_date_today (void);

G_END_DECLS
