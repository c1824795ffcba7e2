/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-spreadsheet-package.h"
#include "cnscd-workbook.h"

G_BEGIN_DECLS

/* The table of texts that the cells of a workbook share. */
typedef struct _CnscdXlsxStrings CnscdXlsxStrings;

CnscdXlsxStrings *cnscd_xlsx_strings_read (CnscdPackage *package,
                                           const char *part,
                                           CnscdWorkbook *workbook,
                                           GError **error);
void cnscd_xlsx_strings_free (CnscdXlsxStrings *strings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdXlsxStrings, cnscd_xlsx_strings_free)

gboolean cnscd_xlsx_strings_get (const CnscdXlsxStrings *strings, guint64 index, const char **text);
gboolean cnscd_xlsx_strings_has_font (const CnscdXlsxStrings *strings, guint64 index);
void cnscd_xlsx_decode_escapes (GString *text);

G_END_DECLS
