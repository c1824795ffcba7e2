/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

void cnscd_file_toast_show (CnscdWindow *window, const char *message, GFile *file);

G_END_DECLS
