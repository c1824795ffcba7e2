/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-roster-edit.h"
#include "cnscd-database.h"

G_BEGIN_DECLS

gboolean cnscd_team_facts_read (CnscdDatabase *database,
                                const char *team,
                                CnscdTeamFacts *facts,
                                GError **error);
GHashTable *cnscd_team_facts_read_all (CnscdDatabase *database, const char *unit, GError **error);

G_END_DECLS
