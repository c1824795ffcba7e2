/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/cnscd-session-report.h"
#include "ui/window/cnscd-form-dialog.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_REPORT_DIALOG (cnscd_report_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdReportDialog, cnscd_report_dialog, CNSCD, REPORT_DIALOG, CnscdFormDialog)

AdwDialog *cnscd_report_dialog_new (CnscdWindow *window, CnscdSessionReport *report);

G_END_DECLS
