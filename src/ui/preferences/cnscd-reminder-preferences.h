/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CNSCD_TYPE_REMINDER_PREFERENCES (cnscd_reminder_preferences_get_type ())
G_DECLARE_FINAL_TYPE (CnscdReminderPreferences,
                      cnscd_reminder_preferences,
                      CNSCD,
                      REMINDER_PREFERENCES,
                      AdwPreferencesPage)

AdwPreferencesPage *cnscd_reminder_preferences_new (GSettings *settings);

G_END_DECLS
