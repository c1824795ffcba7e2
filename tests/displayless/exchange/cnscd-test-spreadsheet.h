/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/cnscd-workbook.h"

G_BEGIN_DECLS

GBytes *cnscd_test_package_build (const char *name, ...) G_GNUC_NULL_TERMINATED;
GBytes *cnscd_test_xlsx_build (const char *sheet_data,
                               const char *shared_strings,
                               const char *cell_formats,
                               const char *workbook_properties);
GBytes *cnscd_test_ods_build (const char *tables);
GBytes *cnscd_test_sample_load (const char *name);
CnscdWorkbook *cnscd_test_read (GBytes *bytes, const char *name, GError **error);
char *cnscd_test_workbook_print (const CnscdWorkbook *workbook);
void cnscd_test_workbook_check (const CnscdWorkbook *workbook);

#define CNSCD_TEST_MAIN_NS "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

G_END_DECLS
