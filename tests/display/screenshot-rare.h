/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

void screenshot_prepare_rare (const char *path, const char *page);
gboolean screenshot_show_rare (CnscdWindow *window, const char *page);

G_END_DECLS
