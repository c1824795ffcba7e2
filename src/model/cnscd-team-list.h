/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-paged-list.h"
#include "cnscd-team-row.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_TEAM_LIST (cnscd_team_list_get_type ())
G_DECLARE_FINAL_TYPE (CnscdTeamList, cnscd_team_list, CNSCD, TEAM_LIST, CnscdPagedList)

CnscdTeamList *cnscd_team_list_new (CnscdRepository *repository);
void cnscd_team_list_set_shown (CnscdTeamList *self, CnscdTeamsShown shown);
CnscdTeamsShown cnscd_team_list_get_shown (CnscdTeamList *self);

G_END_DECLS
