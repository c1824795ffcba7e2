/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/cnscd-person-history.h"
#include "ui/window/cnscd-form-dialog.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_MERGE_DIALOG (cnscd_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdMergeDialog, cnscd_merge_dialog, CNSCD, MERGE_DIALOG, CnscdFormDialog)

AdwDialog *
cnscd_merge_dialog_new (CnscdWindow *window, CnscdPersonHistory *one, CnscdPersonHistory *other);

G_END_DECLS
