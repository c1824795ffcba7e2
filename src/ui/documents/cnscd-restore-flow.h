/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

void cnscd_restore_flow_start (CnscdWindow *window);
void cnscd_restore_flow_start_with_file (CnscdWindow *window, GFile *backup);

G_END_DECLS
