/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-catalog.h"
#include "store/cnscd-sessions.h"

G_BEGIN_DECLS

const char *cnscd_words_for_weekday (int weekday);
const char *cnscd_words_for_short_weekday (int weekday);
char *cnscd_words_for_month (CnscdDate day);
char *cnscd_words_for_month_in_text (CnscdDate day);
char *cnscd_words_for_week (CnscdDate monday);
char *cnscd_words_for_day (CnscdDate day);
char *cnscd_words_for_lunar_numbers (CnscdDate day);
char *cnscd_words_for_lunar_day (CnscdDate day);
char *cnscd_words_for_calendar_day (CnscdDate day, const CnscdHoliday *holiday, guint n_sessions);
char *cnscd_words_for_sessions (guint n_sessions);
char *cnscd_words_for_more_sessions (guint n_sessions);
const char *cnscd_words_for_session_state (CnscdSessionState state);
char *cnscd_words_for_session_start (CnscdTime starts_at);
char *cnscd_words_for_session (const CnscdSessionSummary *session, gboolean overdue);

gboolean cnscd_session_summary_is_overdue (const CnscdSessionSummary *session, CnscdTime now);
gboolean cnscd_session_state_can_move (CnscdSessionState state);

G_END_DECLS
