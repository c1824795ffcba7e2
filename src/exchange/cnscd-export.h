/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/cnscd-database.h"

G_BEGIN_DECLS

typedef enum
{
  CNSCD_EXPORT_MEMBERS,
  CNSCD_EXPORT_TEAMS,
} CnscdExportSubject;

/*
 * The format follows the name of @file: .xlsx or .csv. Written beside it and
 * renamed, so that a failure leaves what was there. Audited in @database.
 */
gboolean cnscd_export_run (CnscdDatabase *database,
                           CnscdExportSubject subject,
                           gboolean with_phones,
                           const char *unit,
                           GFile *file,
                           GCancellable *cancellable,
                           guint *n_rows,
                           GError **error);

G_END_DECLS
