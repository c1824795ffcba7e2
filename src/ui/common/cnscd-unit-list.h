/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-repository-office.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_UNIT_LIST (cnscd_unit_list_get_type ())
G_DECLARE_FINAL_TYPE (CnscdUnitList, cnscd_unit_list, CNSCD, UNIT_LIST, AdwBin)

void cnscd_unit_list_fill (CnscdUnitList *self,
                           GPtrArray *units,
                           const char *all_title,
                           const char *chosen,
                           gboolean has_chosen);

G_END_DECLS
