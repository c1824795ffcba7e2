/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/cnscd-decision-details.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_DECISION_PART_ITEM (cnscd_decision_part_item_get_type ())
G_DECLARE_FINAL_TYPE (CnscdDecisionPartItem,
                      cnscd_decision_part_item,
                      CNSCD,
                      DECISION_PART_ITEM,
                      GObject)

CnscdDecisionPartItem *cnscd_decision_part_item_new (const char *heading,
                                                     const CnscdDecisionPart *part);
const char *cnscd_decision_part_item_get_heading (CnscdDecisionPartItem *self);
const char *cnscd_decision_part_item_get_team (CnscdDecisionPartItem *self);
const char *cnscd_decision_part_item_get_person (CnscdDecisionPartItem *self);
const char *cnscd_decision_part_item_get_title (CnscdDecisionPartItem *self);
const char *cnscd_decision_part_item_get_subtitle (CnscdDecisionPartItem *self);

char *cnscd_decision_part_describe_change (const CnscdDecisionChange *change);

G_END_DECLS
