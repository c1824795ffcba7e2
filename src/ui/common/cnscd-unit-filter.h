/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-repository.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_UNIT_FILTER (cnscd_unit_filter_get_type ())
G_DECLARE_FINAL_TYPE (CnscdUnitFilter, cnscd_unit_filter, CNSCD, UNIT_FILTER, AdwBin)

void cnscd_unit_filter_set_repository (CnscdUnitFilter *self, CnscdRepository *repository);
const char *cnscd_unit_filter_get_unit (CnscdUnitFilter *self);
void cnscd_unit_filter_set_unit (CnscdUnitFilter *self, const char *unit);

G_END_DECLS
