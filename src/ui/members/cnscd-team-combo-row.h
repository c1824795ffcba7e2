/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-repository.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_TEAM_COMBO_ROW (cnscd_team_combo_row_get_type ())
G_DECLARE_FINAL_TYPE (CnscdTeamComboRow, cnscd_team_combo_row, CNSCD, TEAM_COMBO_ROW, AdwComboRow)

void cnscd_team_combo_row_load (CnscdTeamComboRow *self,
                                CnscdRepository *repository,
                                const char *unit,
                                const char *const *left_out);
const CnscdTeamSummary *cnscd_team_combo_row_get_team (CnscdTeamComboRow *self);

G_END_DECLS
