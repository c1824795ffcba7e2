/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "cnscd-workbook.h"

G_BEGIN_DECLS

CnscdWorkbook *cnscd_csv_read (GBytes *bytes,
                               const char *name,
                               guint *n_rows,
                               GCancellable *cancellable,
                               GError **error);
CnscdWorkbook *
cnscd_csv_read_rows (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error);

G_END_DECLS
