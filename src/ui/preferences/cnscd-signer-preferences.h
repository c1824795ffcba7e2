/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/window/cnscd-window.h"
#include "cnscd-office-editor.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_SIGNER_PREFERENCES (cnscd_signer_preferences_get_type ())
G_DECLARE_FINAL_TYPE (CnscdSignerPreferences,
                      cnscd_signer_preferences,
                      CNSCD,
                      SIGNER_PREFERENCES,
                      AdwPreferencesPage)

AdwPreferencesPage *cnscd_signer_preferences_new (CnscdOfficeEditor *editor, CnscdWindow *window);
void cnscd_signer_preferences_undo (CnscdSignerPreferences *self);

G_END_DECLS
