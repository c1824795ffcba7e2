/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/cnscd-list-page.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_DECISIONS_PAGE (cnscd_decisions_page_get_type ())
G_DECLARE_FINAL_TYPE (CnscdDecisionsPage,
                      cnscd_decisions_page,
                      CNSCD,
                      DECISIONS_PAGE,
                      CnscdListPage)

AdwNavigationPage *cnscd_decisions_page_new (CnscdRepository *repository);

G_END_DECLS
