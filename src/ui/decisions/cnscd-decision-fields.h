/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/cnscd-records.h"
#include "model/cnscd-repository.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_DECISION_FIELDS (cnscd_decision_fields_get_type ())
G_DECLARE_FINAL_TYPE (CnscdDecisionFields,
                      cnscd_decision_fields,
                      CNSCD,
                      DECISION_FIELDS,
                      AdwPreferencesGroup)

void cnscd_decision_fields_fill (CnscdDecisionFields *self,
                                 CnscdRepository *repository,
                                 CnscdDecision *decision,
                                 gboolean guided);
gboolean cnscd_decision_fields_check (CnscdDecisionFields *self);
gboolean cnscd_decision_fields_is_changed (CnscdDecisionFields *self);
CnscdDecision *cnscd_decision_fields_make (CnscdDecisionFields *self);

G_END_DECLS
