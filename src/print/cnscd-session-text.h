/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-time.h"

G_BEGIN_DECLS

/* What printed documents say of a session, in Vietnamese whatever the language of the program. */

char *cnscd_session_text_dup_hours (CnscdTime starts_at, CnscdTime ends_at);
char *cnscd_session_text_dup_lunar (CnscdDate day);
char *cnscd_session_text_dup_content (const char *title, const char *topics);
char *cnscd_session_text_dup_place (const char *place, int hamlet_kind, const char *hamlet_name);
char *cnscd_session_text_dup_state (int state, const char *note);

G_END_DECLS
