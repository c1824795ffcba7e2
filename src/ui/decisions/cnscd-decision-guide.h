/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-records.h"
#include "ui/window/cnscd-form-dialog.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_DECISION_GUIDE (cnscd_decision_guide_get_type ())
G_DECLARE_FINAL_TYPE (CnscdDecisionGuide,
                      cnscd_decision_guide,
                      CNSCD,
                      DECISION_GUIDE,
                      CnscdFormDialog)

AdwDialog *cnscd_decision_guide_new (CnscdWindow *window,
                                     const char *unit,
                                     CnscdDecisionKind kind,
                                     const char *team);

G_END_DECLS
