/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-records.h"
#include "ui/window/cnscd-form-dialog.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_HAMLET_END_DIALOG (cnscd_hamlet_end_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdHamletEndDialog,
                      cnscd_hamlet_end_dialog,
                      CNSCD,
                      HAMLET_END_DIALOG,
                      CnscdFormDialog)

AdwDialog *cnscd_hamlet_end_dialog_new (CnscdWindow *window, CnscdHamlet *hamlet);

G_END_DECLS
