/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "cnscd-workbook.h"

G_BEGIN_DECLS

CnscdWorkbook *
cnscd_xls_read (GBytes *bytes, guint *n_rows, GCancellable *cancellable, GError **error);

G_END_DECLS
