/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-records.h"
#include "ui/window/cnscd-form-dialog.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_DECISION_DIALOG (cnscd_decision_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdDecisionDialog,
                      cnscd_decision_dialog,
                      CNSCD,
                      DECISION_DIALOG,
                      CnscdFormDialog)

AdwDialog *cnscd_decision_dialog_new (CnscdWindow *window, CnscdDecision *decision);

G_END_DECLS
