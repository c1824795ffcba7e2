/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-repository.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_UNIT_SCOPE (cnscd_unit_scope_get_type ())
G_DECLARE_FINAL_TYPE (CnscdUnitScope, cnscd_unit_scope, CNSCD, UNIT_SCOPE, GObject)

CnscdUnitScope *cnscd_unit_scope_get (CnscdRepository *repository);

const char *cnscd_unit_scope_get_unit (CnscdUnitScope *self);
void cnscd_unit_scope_set_unit (CnscdUnitScope *self, const char *unit);

G_END_DECLS
