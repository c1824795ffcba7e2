/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/cnscd-repository-decisions.h"
#include "ui/common/cnscd-choice-row.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_DECISION_ROW (cnscd_decision_row_get_type ())
G_DECLARE_FINAL_TYPE (CnscdDecisionRow, cnscd_decision_row, CNSCD, DECISION_ROW, CnscdChoiceRow)

GtkWidget *cnscd_decision_row_new (void);
void cnscd_decision_row_set_repository (CnscdDecisionRow *self,
                                        CnscdRepository *repository,
                                        const char *unit);
void cnscd_decision_row_offer_to_leave (CnscdDecisionRow *self, const char *label);
void cnscd_decision_row_set_decision (CnscdDecisionRow *self, const char *decision);
const char *cnscd_decision_row_get_decision (CnscdDecisionRow *self);
const CnscdDecisionSummary *cnscd_decision_row_get_summary (CnscdDecisionRow *self);

G_END_DECLS
