/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-kind-table.h"

G_BEGIN_DECLS

gboolean cnscd_record_rules_check (CnscdDatabase *database, gconstpointer record, GError **error);
gboolean cnscd_record_rules_check_references (CnscdDatabase *database,
                                              CnscdKindTable *table,
                                              gconstpointer record,
                                              gconstpointer before,
                                              GError **error);
gboolean cnscd_record_rules_check_unused (CnscdDatabase *database,
                                          const CnscdKind *kind,
                                          const char *id,
                                          GError **error);

G_END_DECLS
