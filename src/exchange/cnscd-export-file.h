/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-table-writer.h"
#include "store/cnscd-database.h"

G_BEGIN_DECLS

/* What every export shares: the name tells the format; the file and the entry in the audit log
 * are written together. */

gboolean cnscd_export_has_ending (GFile *file, const char *ending);
gboolean cnscd_export_choose_format (GFile *file, CnscdTableFormat *format, GError **error);
gboolean cnscd_export_check_file (CnscdDatabase *database, GFile *file, GError **error);
gboolean cnscd_export_write (CnscdDatabase *database,
                             const char *subject,
                             const char *unit,
                             gint64 n_people,
                             GFile *file,
                             GBytes *bytes,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
