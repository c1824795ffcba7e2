/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/cnscd-list-page.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_MEMBERS_PAGE (cnscd_members_page_get_type ())
G_DECLARE_FINAL_TYPE (CnscdMembersPage, cnscd_members_page, CNSCD, MEMBERS_PAGE, CnscdListPage)

AdwNavigationPage *cnscd_members_page_new (CnscdRepository *repository);

G_END_DECLS
