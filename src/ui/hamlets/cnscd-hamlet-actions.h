/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-records.h"
#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

/* What can be done with a hamlet, by its id. */
void cnscd_hamlet_actions_add (CnscdWindow *window);
void cnscd_hamlet_actions_edit (CnscdWindow *window, const char *hamlet);
void cnscd_hamlet_actions_add_profile (CnscdWindow *window, const char *hamlet);
void
cnscd_hamlet_actions_edit_profile (CnscdWindow *window, const char *hamlet, const char *profile);
void cnscd_hamlet_actions_add_team (CnscdWindow *window, const char *hamlet);
void cnscd_hamlet_actions_merge (CnscdWindow *window, const char *hamlet);
void cnscd_hamlet_actions_split (CnscdWindow *window, const char *hamlet);
void cnscd_hamlet_actions_end (CnscdWindow *window, const char *hamlet);
void cnscd_hamlet_actions_delete (CnscdWindow *window, const char *hamlet);

G_END_DECLS
