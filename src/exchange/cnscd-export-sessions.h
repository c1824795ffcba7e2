/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/cnscd-sessions.h"

G_BEGIN_DECLS

/*
 * The format follows the name of @file: .ics, .xlsx or .csv. Written beside it
 * and renamed, so that a failure leaves what was there. Audited in @database.
 */
gboolean cnscd_export_sessions (CnscdDatabase *database,
                                const CnscdSessionQuery *query,
                                GFile *file,
                                GCancellable *cancellable,
                                guint *n_rows,
                                GError **error);

G_END_DECLS
