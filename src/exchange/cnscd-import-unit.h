/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/cnscd-units.h"

G_BEGIN_DECLS

/* Which commune a file is of. */

const CnscdUnit *cnscd_import_find_unit (GPtrArray *units, const char *kind, const char *name);
gboolean cnscd_import_check_wanted (GPtrArray *units,
                                    const char *code,
                                    const CnscdUnit **wanted,
                                    GError **error);
gboolean cnscd_import_report_other_unit (CnscdDatabase *database,
                                         GPtrArray *findings,
                                         const char *unit,
                                         GError **error);
char *cnscd_import_choose_unit (CnscdDatabase *database,
                                GPtrArray *units,
                                const CnscdUnit *wanted,
                                const char *kind,
                                const char *name,
                                GPtrArray *findings,
                                GError **error);

G_END_DECLS
