/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/cnscd-session-days.h"
#include "cnscd-repository.h"

G_BEGIN_DECLS

/**
 * CnscdCalendarSpan:
 * @CNSCD_CALENDAR_SPAN_WEEK: from Monday to Sunday
 * @CNSCD_CALENDAR_SPAN_MONTH: of the civil calendar
 *
 * What a calendar reads at a time.
 */
typedef enum
{
  CNSCD_CALENDAR_SPAN_WEEK,
  CNSCD_CALENDAR_SPAN_MONTH,
} CnscdCalendarSpan;

#define CNSCD_TYPE_SESSION_CALENDAR (cnscd_session_calendar_get_type ())
G_DECLARE_FINAL_TYPE (CnscdSessionCalendar,
                      cnscd_session_calendar,
                      CNSCD,
                      SESSION_CALENDAR,
                      GObject)

CnscdSessionCalendar *
cnscd_session_calendar_new (CnscdRepository *repository, CnscdCalendarSpan span, guint max_per_day);
void cnscd_session_calendar_set_query (CnscdSessionCalendar *self, const CnscdSessionQuery *query);
void cnscd_session_calendar_show (CnscdSessionCalendar *self, CnscdDate from, CnscdDate to);
const CnscdSessionDay *cnscd_session_calendar_get_day (CnscdSessionCalendar *self, CnscdDate day);
guint cnscd_session_calendar_count (CnscdSessionCalendar *self, CnscdDate from, CnscdDate to);
gboolean
cnscd_session_calendar_is_loaded (CnscdSessionCalendar *self, CnscdDate from, CnscdDate to);

G_END_DECLS
