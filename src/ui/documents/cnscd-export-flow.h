/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/cnscd-sessions.h"
#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

void cnscd_export_flow_start (CnscdWindow *window);
void cnscd_export_flow_start_sessions (CnscdWindow *window,
                                       const CnscdSessionQuery *query,
                                       const char *filters);

G_END_DECLS
