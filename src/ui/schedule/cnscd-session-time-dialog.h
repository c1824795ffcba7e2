/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-schedule-records.h"
#include "ui/window/cnscd-form-dialog.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_SESSION_TIME_DIALOG (cnscd_session_time_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdSessionTimeDialog,
                      cnscd_session_time_dialog,
                      CNSCD,
                      SESSION_TIME_DIALOG,
                      CnscdFormDialog)

AdwDialog *cnscd_session_time_dialog_new_move (CnscdWindow *window, const CnscdSession *session);
AdwDialog *
cnscd_session_time_dialog_new_add (CnscdWindow *window, const char *unit, CnscdTime starts_at);

G_END_DECLS
