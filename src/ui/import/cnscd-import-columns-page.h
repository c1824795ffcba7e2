/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-repository-look.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_IMPORT_COLUMNS_PAGE (cnscd_import_columns_page_get_type ())
G_DECLARE_FINAL_TYPE (CnscdImportColumnsPage,
                      cnscd_import_columns_page,
                      CNSCD,
                      IMPORT_COLUMNS_PAGE,
                      AdwNavigationPage)

void cnscd_import_columns_page_set_file (CnscdImportColumnsPage *self,
                                         const char *name,
                                         gboolean pasted);
void cnscd_import_columns_page_set_unit (CnscdImportColumnsPage *self,
                                         const char *own_unit,
                                         const char *shown);
void cnscd_import_columns_page_set_schedule (CnscdImportColumnsPage *self);
void cnscd_import_columns_page_set_look (CnscdImportColumnsPage *self, CnscdImportLook *look);
GPtrArray *cnscd_import_columns_page_dup_mappings (CnscdImportColumnsPage *self);
const char *cnscd_import_columns_page_get_unit (CnscdImportColumnsPage *self);

G_END_DECLS
