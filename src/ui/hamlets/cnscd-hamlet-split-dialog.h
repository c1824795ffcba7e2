/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-hamlet-edit.h"
#include "ui/window/cnscd-form-dialog.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_HAMLET_SPLIT_DIALOG (cnscd_hamlet_split_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdHamletSplitDialog,
                      cnscd_hamlet_split_dialog,
                      CNSCD,
                      HAMLET_SPLIT_DIALOG,
                      CnscdFormDialog)

AdwDialog *cnscd_hamlet_split_dialog_new (CnscdWindow *window, CnscdHamletDetails *details);

G_END_DECLS
