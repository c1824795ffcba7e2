/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_PREFERENCES_DIALOG (cnscd_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdPreferencesDialog,
                      cnscd_preferences_dialog,
                      CNSCD,
                      PREFERENCES_DIALOG,
                      AdwPreferencesDialog)

AdwDialog *cnscd_preferences_dialog_new (CnscdWindow *window);

G_END_DECLS
