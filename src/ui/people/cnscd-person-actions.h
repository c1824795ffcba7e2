/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/cnscd-person-history.h"
#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

void cnscd_person_actions_edit (CnscdWindow *window, CnscdPersonHistory *history);
void cnscd_person_actions_join (CnscdWindow *window, CnscdPersonHistory *history);
void cnscd_person_actions_merge (CnscdWindow *window, CnscdPersonHistory *history);
void cnscd_person_actions_compare (CnscdWindow *window, const char *one, const char *other);
gboolean cnscd_person_actions_is_move (CnscdPersonHistory *history,
                                       const CnscdPersonMembership *coming);
void cnscd_person_actions_withdraw (CnscdWindow *window,
                                    CnscdPersonHistory *history,
                                    const CnscdPersonMembership *coming);
void cnscd_person_actions_delete (CnscdWindow *window, CnscdPersonHistory *history);

G_END_DECLS
