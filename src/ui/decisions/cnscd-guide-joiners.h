/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-unit-records.h"
#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_GUIDE_JOINERS (cnscd_guide_joiners_get_type ())
G_DECLARE_FINAL_TYPE (CnscdGuideJoiners,
                      cnscd_guide_joiners,
                      CNSCD,
                      GUIDE_JOINERS,
                      AdwPreferencesGroup)

void cnscd_guide_joiners_begin (CnscdGuideJoiners *self,
                                CnscdWindow *window,
                                CnscdUnitRecords *records,
                                CnscdTeam *team);
void cnscd_guide_joiners_add (CnscdGuideJoiners *self);
void cnscd_guide_joiners_choose (CnscdGuideJoiners *self);
guint cnscd_guide_joiners_get_n (CnscdGuideJoiners *self);
GArray *cnscd_guide_joiners_dup (CnscdGuideJoiners *self);

G_END_DECLS
