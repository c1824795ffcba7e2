/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-schedule-records.h"

G_BEGIN_DECLS

/* The words of schedules: read from cells, and written on documents in Vietnamese whatever the
 * language of the program. */

const char *cnscd_session_state_get_title (CnscdSessionState state);
CnscdSessionState cnscd_session_state_parse (const char *text);
const char *cnscd_guide_part_get_title (CnscdGuidePart part);
char *cnscd_guide_dup_words (const char *name, CnscdGuidePart part);
const char *cnscd_weekday_get_title (int weekday);

char *cnscd_session_dup_hours (CnscdTime starts_at, CnscdTime ends_at);
char *cnscd_session_dup_content (const char *title, const char *topics);
char *cnscd_session_dup_place (const char *place, int hamlet_kind, const char *hamlet_name);
char *cnscd_session_dup_remark (CnscdSessionState state, const char *note);

G_END_DECLS
