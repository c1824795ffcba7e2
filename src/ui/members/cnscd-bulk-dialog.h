/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-bulk-edit.h"
#include "ui/window/cnscd-form-dialog.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_BULK_DIALOG (cnscd_bulk_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdBulkDialog, cnscd_bulk_dialog, CNSCD, BULK_DIALOG, CnscdFormDialog)

AdwDialog *cnscd_bulk_dialog_new (CnscdWindow *window, CnscdBulkMembers *members);

G_END_DECLS
