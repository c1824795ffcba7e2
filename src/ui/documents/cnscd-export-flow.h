/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

void cnscd_export_flow_start (CnscdWindow *window);
void cnscd_export_flow_start_sessions (CnscdWindow *window,
                                       CnscdDate from,
                                       CnscdDate to,
                                       const char *team);

G_END_DECLS
