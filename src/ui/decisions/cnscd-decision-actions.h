/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/cnscd-decision-details.h"
#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

void cnscd_decision_actions_new (CnscdWindow *window, CnscdDecisionKind kind, const char *team);
void cnscd_decision_actions_edit (CnscdWindow *window, const char *decision);
void cnscd_decision_actions_delete (CnscdWindow *window, const char *decision);
gboolean cnscd_decision_actions_is_used (const CnscdDecisionDetails *details);

G_END_DECLS
