/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-records.h"
#include "cnscd-database.h"

G_BEGIN_DECLS

/*
 * Rows as records, for every kind alike. Each writer here also journals the
 * change in the outbox and keeps the derived columns and the member index,
 * in the caller's transaction (or one of its own when there is none).
 */

gpointer cnscd_record_store_get (CnscdDatabase *database,
                                 const CnscdKind *kind,
                                 const char *id,
                                 GError **error);
GPtrArray *cnscd_record_store_list (CnscdDatabase *database,
                                    const CnscdKind *kind,
                                    const char *unit,
                                    GError **error);
GPtrArray *cnscd_record_store_list_by (CnscdDatabase *database,
                                       const CnscdKind *kind,
                                       const char *field,
                                       const char *id,
                                       GError **error);
gboolean cnscd_record_store_add (CnscdDatabase *database, gconstpointer record, GError **error);
gboolean cnscd_record_store_put (CnscdDatabase *database, gconstpointer record, GError **error);
gboolean cnscd_record_store_delete (CnscdDatabase *database,
                                    const CnscdKind *kind,
                                    const char *id,
                                    GError **error);
gboolean cnscd_record_store_count (CnscdDatabase *database,
                                   const CnscdKind *kind,
                                   const char *unit,
                                   gint64 *count,
                                   GError **error);

G_END_DECLS
