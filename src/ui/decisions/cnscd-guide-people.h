/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-roster-decision.h"
#include "core/cnscd-unit-records.h"
#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_GUIDE_PEOPLE (cnscd_guide_people_get_type ())
G_DECLARE_FINAL_TYPE (CnscdGuidePeople, cnscd_guide_people, CNSCD, GUIDE_PEOPLE, AdwBin)

void cnscd_guide_people_fill (CnscdGuidePeople *self,
                              CnscdWindow *window,
                              CnscdUnitRecords *records,
                              const char *team);
void cnscd_guide_people_show_problem (CnscdGuidePeople *self, const char *problem);
CnscdTeam *cnscd_guide_people_get_team (CnscdGuidePeople *self);
GArray *cnscd_guide_people_dup_seats (CnscdGuidePeople *self);
GArray *cnscd_guide_people_dup_joiners (CnscdGuidePeople *self);
gboolean cnscd_guide_people_is_changed (CnscdGuidePeople *self);

G_END_DECLS
