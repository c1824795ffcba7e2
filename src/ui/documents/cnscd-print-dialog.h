/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window/cnscd-window.h"

#include "cnscd-print-settings.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_PRINT_DIALOG (cnscd_print_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdPrintDialog, cnscd_print_dialog, CNSCD, PRINT_DIALOG, AdwDialog)

AdwDialog *
cnscd_print_dialog_new (CnscdWindow *window, CnscdPrintSettings *settings, gboolean to_file);

G_END_DECLS
