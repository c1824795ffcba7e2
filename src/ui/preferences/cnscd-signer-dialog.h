/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-office-editor.h"
#include "ui/window/cnscd-form-dialog.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_SIGNER_DIALOG (cnscd_signer_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdSignerDialog, cnscd_signer_dialog, CNSCD, SIGNER_DIALOG, CnscdFormDialog)

AdwDialog *cnscd_signer_dialog_new (CnscdOfficeEditor *editor, int position);

G_END_DECLS
