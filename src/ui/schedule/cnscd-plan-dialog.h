/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/cnscd-repository-schedule.h"
#include "ui/window/cnscd-form-dialog.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_PLAN_DIALOG (cnscd_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdPlanDialog, cnscd_plan_dialog, CNSCD, PLAN_DIALOG, CnscdFormDialog)

AdwDialog *
cnscd_plan_dialog_new (CnscdWindow *window, const CnscdSessionQuery *wanted, CnscdTime starts_at);
AdwDialog *cnscd_plan_dialog_new_for_session (CnscdWindow *window, CnscdSessionInSeries *session);

G_END_DECLS
