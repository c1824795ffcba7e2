/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

void cnscd_import_flow_start (CnscdWindow *window);
void cnscd_import_flow_start_with_file (CnscdWindow *window, GFile *file);
void cnscd_import_flow_start_with_files (CnscdWindow *window, GSList *files);
void cnscd_import_flow_ask_undo (CnscdWindow *window, const CnscdOverview *overview);
void cnscd_import_flow_undo (CnscdWindow *window, gint64 action);

G_END_DECLS
