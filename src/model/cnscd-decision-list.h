/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-paged-list.h"
#include "cnscd-decision-item.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_DECISION_LIST (cnscd_decision_list_get_type ())
G_DECLARE_FINAL_TYPE (CnscdDecisionList, cnscd_decision_list, CNSCD, DECISION_LIST, CnscdPagedList)

CnscdDecisionList *cnscd_decision_list_new (CnscdRepository *repository);

G_END_DECLS
