/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/cnscd-repository.h"
#include "ui/common/cnscd-choice-row.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_TEAM_CHOICE_ROW (cnscd_team_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (CnscdTeamChoiceRow,
                      cnscd_team_choice_row,
                      CNSCD,
                      TEAM_CHOICE_ROW,
                      CnscdChoiceRow)

void cnscd_team_choice_row_load (CnscdTeamChoiceRow *self,
                                 CnscdRepository *repository,
                                 const char *unit,
                                 const char *all_title,
                                 const char *const *left_out);
const CnscdTeamSummary *cnscd_team_choice_row_get_team (CnscdTeamChoiceRow *self);

G_END_DECLS
