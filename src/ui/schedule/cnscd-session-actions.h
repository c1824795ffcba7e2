/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-series-edit.h"
#include "store/cnscd-sessions.h"
#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

void cnscd_session_actions_open (CnscdWindow *window, const char *session);
AdwDialog *cnscd_session_actions_add (CnscdWindow *window, const char *unit, CnscdTime starts_at);
AdwDialog *cnscd_session_actions_add_like (CnscdWindow *window,
                                           const CnscdSessionQuery *wanted,
                                           CnscdTime starts_at);
void cnscd_session_actions_edit (CnscdWindow *window, const char *session);
void cnscd_session_actions_add_for (CnscdWindow *window,
                                    const char *unit,
                                    const char *hamlet,
                                    const char *audience);
void cnscd_session_actions_move (CnscdWindow *window, const char *session, CnscdTime starts_at);
void cnscd_session_actions_ask_move (CnscdWindow *window, const char *session);
void cnscd_session_actions_explain_fixed (CnscdWindow *window);
void
cnscd_session_actions_set_state (CnscdWindow *window, const char *session, CnscdSessionState state);
void cnscd_session_actions_delete (CnscdWindow *window, const char *session);

G_END_DECLS
