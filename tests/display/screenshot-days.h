/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

gboolean screenshot_show_days (CnscdWindow *window, const char *page);

G_END_DECLS
