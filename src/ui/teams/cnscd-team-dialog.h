/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-records.h"
#include "ui/window/cnscd-form-dialog.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_TEAM_DIALOG (cnscd_team_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdTeamDialog, cnscd_team_dialog, CNSCD, TEAM_DIALOG, CnscdFormDialog)

AdwDialog *cnscd_team_dialog_new (CnscdWindow *window);
AdwDialog *cnscd_team_dialog_new_for_hamlet (CnscdWindow *window, const CnscdHamlet *hamlet);
AdwDialog *cnscd_team_dialog_new_for_team (CnscdWindow *window, CnscdTeam *team);

G_END_DECLS
