/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-encoding-font.h"
#include "cnscd-spreadsheet-package.h"

G_BEGIN_DECLS

/* Which of a workbook's cell styles show a number as a date, or letters as others. */
typedef struct _CnscdXlsxStyles CnscdXlsxStyles;

CnscdXlsxStyles *cnscd_xlsx_styles_read (CnscdPackage *package, const char *part, GError **error);
void cnscd_xlsx_styles_free (CnscdXlsxStyles *styles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdXlsxStyles, cnscd_xlsx_styles_free)

gboolean cnscd_xlsx_styles_is_date (const CnscdXlsxStyles *styles, guint style);
CnscdLegacyFont cnscd_xlsx_styles_get_font (const CnscdXlsxStyles *styles, guint style);
gboolean cnscd_xlsx_format_is_date (const char *code);
gboolean cnscd_xlsx_builtin_is_date (guint number);

G_END_DECLS
