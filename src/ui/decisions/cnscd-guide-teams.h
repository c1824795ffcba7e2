/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/cnscd-unit-records.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_GUIDE_TEAMS (cnscd_guide_teams_get_type ())
G_DECLARE_FINAL_TYPE (CnscdGuideTeams, cnscd_guide_teams, CNSCD, GUIDE_TEAMS, AdwBin)

void cnscd_guide_teams_fill (CnscdGuideTeams *self,
                             CnscdUnitRecords *records,
                             CnscdDecisionKind kind,
                             const char *team);
void cnscd_guide_teams_show_problem (CnscdGuideTeams *self, const char *problem);
GPtrArray *cnscd_guide_teams_dup_teams (CnscdGuideTeams *self);
GPtrArray *cnscd_guide_teams_dup_hamlets (CnscdGuideTeams *self);
gboolean cnscd_guide_teams_takes_people (CnscdGuideTeams *self);
gboolean cnscd_guide_teams_is_changed (CnscdGuideTeams *self);

G_END_DECLS
