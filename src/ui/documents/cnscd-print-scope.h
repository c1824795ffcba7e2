/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-repository.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_PRINT_SCOPE (cnscd_print_scope_get_type ())
G_DECLARE_FINAL_TYPE (CnscdPrintScope, cnscd_print_scope, CNSCD, PRINT_SCOPE, AdwPreferencesGroup)

void cnscd_print_scope_set_repository (CnscdPrintScope *self,
                                       CnscdRepository *repository,
                                       const char *team);
const char *cnscd_print_scope_get_unit (CnscdPrintScope *self);
const char *cnscd_print_scope_get_team (CnscdPrintScope *self);

G_END_DECLS
