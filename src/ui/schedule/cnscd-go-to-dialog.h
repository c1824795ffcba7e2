/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window/cnscd-form-dialog.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_GO_TO_DIALOG (cnscd_go_to_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdGoToDialog, cnscd_go_to_dialog, CNSCD, GO_TO_DIALOG, CnscdFormDialog)

AdwDialog *cnscd_go_to_dialog_new (CnscdWindow *window, CnscdDate day);

G_END_DECLS
