/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cnscd-office-editor.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_OFFICE_PREFERENCES (cnscd_office_preferences_get_type ())
G_DECLARE_FINAL_TYPE (CnscdOfficePreferences,
                      cnscd_office_preferences,
                      CNSCD,
                      OFFICE_PREFERENCES,
                      AdwPreferencesPage)

AdwPreferencesPage *cnscd_office_preferences_new (CnscdOfficeEditor *editor);
GtkWidget *cnscd_office_preferences_get_first_row (CnscdOfficePreferences *self);

G_END_DECLS
