/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_NEGLECTED_DIALOG (cnscd_neglected_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdNeglectedDialog,
                      cnscd_neglected_dialog,
                      CNSCD,
                      NEGLECTED_DIALOG,
                      AdwDialog)

AdwDialog *cnscd_neglected_dialog_new (CnscdWindow *window, const char *unit);

G_END_DECLS
