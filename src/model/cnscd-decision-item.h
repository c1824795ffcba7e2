/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/cnscd-decisions.h"
#include "cnscd-row.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_DECISION_ITEM (cnscd_decision_item_get_type ())
G_DECLARE_FINAL_TYPE (CnscdDecisionItem, cnscd_decision_item, CNSCD, DECISION_ITEM, CnscdRow)

const CnscdDecisionSummary *cnscd_decision_item_get_decision (CnscdDecisionItem *self);

G_END_DECLS
