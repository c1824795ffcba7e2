/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-schedule-records.h"
#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

void cnscd_report_actions_report (CnscdWindow *window, const char *session);
void cnscd_report_actions_report_next (CnscdWindow *window, const CnscdSession *session);

G_END_DECLS
