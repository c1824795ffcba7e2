/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-repository-decisions.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_DECISION_ROW (cnscd_decision_row_get_type ())
G_DECLARE_FINAL_TYPE (CnscdDecisionRow, cnscd_decision_row, CNSCD, DECISION_ROW, AdwComboRow)

GtkWidget *cnscd_decision_row_new (void);
void cnscd_decision_row_set_repository (CnscdDecisionRow *self,
                                        CnscdRepository *repository,
                                        const char *unit);
void cnscd_decision_row_set_decision (CnscdDecisionRow *self, const char *decision);
const char *cnscd_decision_row_get_decision (CnscdDecisionRow *self);
const CnscdDecisionSummary *cnscd_decision_row_get_summary (CnscdDecisionRow *self);

G_END_DECLS
