/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-repository.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_TEAM_PAGE (cnscd_team_page_get_type ())
G_DECLARE_FINAL_TYPE (CnscdTeamPage, cnscd_team_page, CNSCD, TEAM_PAGE, AdwNavigationPage)

AdwNavigationPage *cnscd_team_page_new (CnscdRepository *repository, const char *team);
const char *cnscd_team_page_get_team (CnscdTeamPage *self);

G_END_DECLS
