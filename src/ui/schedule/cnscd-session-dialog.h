/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window/cnscd-view-dialog.h"
#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_SESSION_DIALOG (cnscd_session_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdSessionDialog,
                      cnscd_session_dialog,
                      CNSCD,
                      SESSION_DIALOG,
                      CnscdViewDialog)

AdwDialog *cnscd_session_dialog_new (CnscdWindow *window, const char *session);

G_END_DECLS
