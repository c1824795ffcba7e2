/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-spreadsheet-package.h"
#include "cnscd-workbook.h"

G_BEGIN_DECLS

CnscdWorkbook *cnscd_xlsx_read (CnscdPackage *package, guint *n_rows, GError **error);

G_END_DECLS
