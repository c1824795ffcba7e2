/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_BACKUP_PREFERENCES (cnscd_backup_preferences_get_type ())
G_DECLARE_FINAL_TYPE (CnscdBackupPreferences,
                      cnscd_backup_preferences,
                      CNSCD,
                      BACKUP_PREFERENCES,
                      AdwPreferencesPage)

AdwPreferencesPage *cnscd_backup_preferences_new (CnscdWindow *window);
void cnscd_backup_preferences_choose (CnscdBackupPreferences *self, GFile *folder);

G_END_DECLS
