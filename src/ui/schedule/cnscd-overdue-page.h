/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/cnscd-list-page.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_OVERDUE_PAGE (cnscd_overdue_page_get_type ())
G_DECLARE_FINAL_TYPE (CnscdOverduePage, cnscd_overdue_page, CNSCD, OVERDUE_PAGE, CnscdListPage)

AdwNavigationPage *cnscd_overdue_page_new (CnscdRepository *repository);

G_END_DECLS
