/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-roster.h"
#include "store/cnscd-database.h"
#include "store/cnscd-teams.h"

G_BEGIN_DECLS

char *cnscd_roster_source_dup_team_title (const CnscdTeamSummary *team);
CnscdRoster *cnscd_roster_source_load (CnscdDatabase *database,
                                       const char *unit,
                                       const char *team,
                                       gboolean with_phones,
                                       GError **error);
GPtrArray *cnscd_roster_source_list_units (CnscdDatabase *database, GError **error);
GPtrArray *cnscd_roster_source_load_all (CnscdDatabase *database,
                                         const char *unit,
                                         const char *team,
                                         gboolean with_phones,
                                         GError **error);

G_END_DECLS
