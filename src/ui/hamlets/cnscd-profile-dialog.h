/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-hamlet-edit.h"
#include "ui/window/cnscd-form-dialog.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_PROFILE_DIALOG (cnscd_profile_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdProfileDialog,
                      cnscd_profile_dialog,
                      CNSCD,
                      PROFILE_DIALOG,
                      CnscdFormDialog)

AdwDialog *cnscd_profile_dialog_new (CnscdWindow *window,
                                     CnscdHamletDetails *details,
                                     CnscdHamletProfile *profile);

G_END_DECLS
