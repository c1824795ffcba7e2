/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/cnscd-list-page.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_HAMLETS_PAGE (cnscd_hamlets_page_get_type ())
G_DECLARE_FINAL_TYPE (CnscdHamletsPage, cnscd_hamlets_page, CNSCD, HAMLETS_PAGE, CnscdListPage)

AdwNavigationPage *cnscd_hamlets_page_new (CnscdRepository *repository);

G_END_DECLS
