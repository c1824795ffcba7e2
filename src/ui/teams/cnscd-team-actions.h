/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/cnscd-members.h"
#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

void cnscd_team_actions_add (CnscdWindow *window);
void cnscd_team_actions_edit (CnscdWindow *window, const char *team);
void cnscd_team_actions_dissolve (CnscdWindow *window, const char *team);
void cnscd_team_actions_delete (CnscdWindow *window, const char *team);
void cnscd_team_actions_shift (CnscdWindow *window, const CnscdMember *member, int step);

G_END_DECLS
