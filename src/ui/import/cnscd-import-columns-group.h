/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "exchange/cnscd-table-shape.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_IMPORT_COLUMNS_GROUP (cnscd_import_columns_group_get_type ())
G_DECLARE_FINAL_TYPE (CnscdImportColumnsGroup,
                      cnscd_import_columns_group,
                      CNSCD,
                      IMPORT_COLUMNS_GROUP,
                      AdwPreferencesGroup)

void cnscd_import_columns_group_set_schedule (CnscdImportColumnsGroup *self, gboolean schedule);
void cnscd_import_columns_group_show (CnscdImportColumnsGroup *self, const GPtrArray *columns);

G_END_DECLS
