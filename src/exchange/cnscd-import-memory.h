/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-roster-table.h"
#include "store/cnscd-database.h"

G_BEGIN_DECLS

char *cnscd_sheet_mapping_dup_shape (const CnscdSheetMapping *mapping);
GPtrArray *cnscd_import_memory_find (CnscdDatabase *database,
                                     const CnscdWorkbook *workbook,
                                     GPtrArray *mappings,
                                     GError **error);
void cnscd_import_memory_report (GPtrArray *kept, GPtrArray *findings);
gboolean cnscd_import_memory_keep (CnscdDatabase *database, GPtrArray *mappings, GError **error);
gboolean cnscd_import_memory_forget (CnscdDatabase *database, const char *shape, GError **error);

G_END_DECLS
