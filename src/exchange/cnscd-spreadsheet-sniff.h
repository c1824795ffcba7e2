/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-spreadsheet-package.h"

G_BEGIN_DECLS

typedef enum
{
  CNSCD_SPREADSHEET_TEXT,     /* may be a .csv */
  CNSCD_SPREADSHEET_PACKAGE,  /* a zip: .xlsx, .ods or something else */
  CNSCD_SPREADSHEET_COMPOUND, /* OLE2: .xls, an encrypted .xlsx or something else */
  CNSCD_SPREADSHEET_XLSX,
  CNSCD_SPREADSHEET_ODS,
} CnscdSpreadsheetFormat;

gboolean cnscd_spreadsheet_sniff (GBytes *bytes, CnscdSpreadsheetFormat *format, GError **error);
gboolean cnscd_spreadsheet_sniff_package (CnscdPackage *package,
                                          CnscdSpreadsheetFormat *format,
                                          GError **error);

G_END_DECLS
