/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

void cnscd_import_drop_attach (CnscdWindow *window, AdwToastOverlay *content);
gboolean cnscd_import_drop_files (CnscdWindow *window, const GValue *value);

G_END_DECLS
