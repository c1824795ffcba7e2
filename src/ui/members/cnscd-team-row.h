/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-repository.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_TEAM_ROW (cnscd_team_row_get_type ())
G_DECLARE_FINAL_TYPE (CnscdTeamRow, cnscd_team_row, CNSCD, TEAM_ROW, AdwComboRow)

void cnscd_team_row_load (CnscdTeamRow *self,
                          CnscdRepository *repository,
                          const char *unit,
                          const char *const *left_out);
const CnscdTeamSummary *cnscd_team_row_get_team (CnscdTeamRow *self);

G_END_DECLS
