/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-records.h"
#include "core/cnscd-bulk-edit.h"
#include "ui/window/cnscd-form-dialog.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_END_DIALOG (cnscd_end_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdEndDialog, cnscd_end_dialog, CNSCD, END_DIALOG, CnscdFormDialog)

AdwDialog *
cnscd_end_dialog_new (CnscdWindow *window, CnscdPerson *person, CnscdMembership *membership);
AdwDialog *cnscd_end_dialog_new_to_move (CnscdWindow *window,
                                         CnscdPerson *person,
                                         CnscdMembership *membership);
AdwDialog *cnscd_end_dialog_new_for_several (CnscdWindow *window, CnscdBulkMembers *members);
AdwDialog *cnscd_end_dialog_new_to_move_several (CnscdWindow *window, CnscdBulkMembers *members);

G_END_DECLS
