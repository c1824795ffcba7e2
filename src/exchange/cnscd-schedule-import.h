/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-import.h"

G_BEGIN_DECLS

/* Of @options the mappings, the decisions and the pairs are for rosters, and not looked at. */
CnscdImportPlan *cnscd_schedule_import_run (CnscdDatabase *database,
                                            const CnscdWorkbook *workbook,
                                            const CnscdImportOptions *options,
                                            GCancellable *cancellable,
                                            GError **error);

G_END_DECLS
