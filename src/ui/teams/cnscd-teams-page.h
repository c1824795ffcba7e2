/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/cnscd-list-page.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_TEAMS_PAGE (cnscd_teams_page_get_type ())
G_DECLARE_FINAL_TYPE (CnscdTeamsPage, cnscd_teams_page, CNSCD, TEAMS_PAGE, CnscdListPage)

AdwNavigationPage *cnscd_teams_page_new (CnscdRepository *repository);

G_END_DECLS
