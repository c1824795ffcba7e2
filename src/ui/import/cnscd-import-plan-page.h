/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "exchange/cnscd-import.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_IMPORT_PLAN_PAGE (cnscd_import_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (CnscdImportPlanPage,
                      cnscd_import_plan_page,
                      CNSCD,
                      IMPORT_PLAN_PAGE,
                      AdwNavigationPage)

void cnscd_import_plan_page_start (CnscdImportPlanPage *self, const char *name, gboolean pasted);
void cnscd_import_plan_page_set_schedule (CnscdImportPlanPage *self);
void cnscd_import_plan_page_set_progress (CnscdImportPlanPage *self, guint done, guint total);
void cnscd_import_plan_page_set_plan (CnscdImportPlanPage *self,
                                      CnscdImportPlan *plan,
                                      const char *unit_name,
                                      const char *office_name);
const CnscdImportPlan *cnscd_import_plan_page_get_plan (CnscdImportPlanPage *self);
gboolean cnscd_import_plan_page_get_take_unit (CnscdImportPlanPage *self);
GHashTable *cnscd_import_plan_page_dup_decisions (CnscdImportPlanPage *self);

G_END_DECLS
