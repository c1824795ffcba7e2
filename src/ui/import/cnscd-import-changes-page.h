/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "exchange/cnscd-import.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_IMPORT_CHANGES_PAGE (cnscd_import_changes_page_get_type ())
G_DECLARE_FINAL_TYPE (CnscdImportChangesPage,
                      cnscd_import_changes_page,
                      CNSCD,
                      IMPORT_CHANGES_PAGE,
                      AdwNavigationPage)

guint cnscd_import_changes_page_show (CnscdImportChangesPage *self,
                                      const CnscdImportPlan *plan,
                                      CnscdImportFate fate);
CnscdImportFate cnscd_import_changes_page_get_fate (CnscdImportChangesPage *self);
void cnscd_import_changes_page_clear (CnscdImportChangesPage *self);

G_END_DECLS
