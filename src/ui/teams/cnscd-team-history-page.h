/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-repository.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_TEAM_HISTORY_PAGE (cnscd_team_history_page_get_type ())
G_DECLARE_FINAL_TYPE (CnscdTeamHistoryPage,
                      cnscd_team_history_page,
                      CNSCD,
                      TEAM_HISTORY_PAGE,
                      AdwNavigationPage)

AdwNavigationPage *
cnscd_team_history_page_new (CnscdRepository *repository, const char *team, const char *title);

G_END_DECLS
