/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-records.h"
#include "ui/window/cnscd-form-dialog.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_HAMLET_DIALOG (cnscd_hamlet_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdHamletDialog, cnscd_hamlet_dialog, CNSCD, HAMLET_DIALOG, CnscdFormDialog)

AdwDialog *cnscd_hamlet_dialog_new (CnscdWindow *window);
AdwDialog *cnscd_hamlet_dialog_new_for_hamlet (CnscdWindow *window, CnscdHamlet *hamlet);

G_END_DECLS
