/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

void cnscd_print_flow_print (CnscdWindow *window, const char *team);
void cnscd_print_flow_save (CnscdWindow *window, const char *team);

G_END_DECLS
