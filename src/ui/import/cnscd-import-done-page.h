/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/cnscd-import.h"
#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_IMPORT_DONE_PAGE (cnscd_import_done_page_get_type ())
G_DECLARE_FINAL_TYPE (CnscdImportDonePage,
                      cnscd_import_done_page,
                      CNSCD,
                      IMPORT_DONE_PAGE,
                      AdwNavigationPage)

void cnscd_import_done_page_set_plan (CnscdImportDonePage *self,
                                      CnscdWindow *window,
                                      const CnscdImportPlan *plan,
                                      gint64 action,
                                      const char *name);
void cnscd_import_done_page_focus (CnscdImportDonePage *self);

G_END_DECLS
