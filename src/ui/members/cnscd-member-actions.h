/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/cnscd-members.h"
#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

void cnscd_member_actions_add (CnscdWindow *window, const char *team);
void cnscd_member_actions_edit (CnscdWindow *window, const CnscdMember *member);
void cnscd_member_actions_end (CnscdWindow *window, const CnscdMember *member);
void cnscd_member_actions_move (CnscdWindow *window, const CnscdMember *member);

G_END_DECLS
