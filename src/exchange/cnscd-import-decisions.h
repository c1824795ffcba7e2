/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-import-pair.h"

G_BEGIN_DECLS

typedef struct _CnscdImportDecisions CnscdImportDecisions;

CnscdImportDecisions *cnscd_import_decisions_new (void);
void cnscd_import_decisions_free (CnscdImportDecisions *decisions);
void cnscd_import_decisions_add (CnscdImportDecisions *decisions, const GPtrArray *pairs);
GPtrArray *cnscd_import_decisions_get_pairs (CnscdImportDecisions *decisions);
void cnscd_import_decisions_decide (CnscdImportDecisions *decisions,
                                    const CnscdImportPair *pair,
                                    CnscdImportChoice choice);
CnscdImportChoice cnscd_import_decisions_get_choice (CnscdImportDecisions *decisions,
                                                     const CnscdImportPair *pair);
GHashTable *cnscd_import_decisions_dup_table (CnscdImportDecisions *decisions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdImportDecisions, cnscd_import_decisions_free)

G_END_DECLS
