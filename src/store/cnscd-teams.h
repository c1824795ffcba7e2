/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-records.h"
#include "core/cnscd-roster-edit.h"
#include "cnscd-database.h"

G_BEGIN_DECLS

/* A team with what a list shows of it; strings are %NULL when unknown. */
typedef struct
{
  gint64 nr;
  char *team;
  char *unit;
  char *name;
  CnscdTeamLevel level;
  char *hamlet;
  char *hamlet_name;
  int hamlet_kind; /* CnscdHamletKind */
  char *leader_name;
  char *decision_number; /* of the last one: setting up, then consolidation */
  CnscdDate decision_date;
  char *established_by; /* id of the decision that set it up */
  CnscdDate valid_to;   /* its last day */
  guint n_members;
  CnscdTeamFacts facts; /* what it can be judged by */
} CnscdTeamSummary;

CnscdTeamSummary *cnscd_team_summary_ref (CnscdTeamSummary *summary);
void cnscd_team_summary_unref (CnscdTeamSummary *summary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdTeamSummary, cnscd_team_summary_unref)

typedef enum
{
  CNSCD_TEAMS_CURRENT,
  CNSCD_TEAMS_WITH_WARNINGS, /* current ones that cnscd_team_judge() finds something about */
  CNSCD_TEAMS_DISSOLVED,
} CnscdTeamsShown;

/* All zero: every current team, by hamlet name in Vietnamese order. */
typedef struct
{
  const char *unit;
  const char *search;
  CnscdTeamsShown shown;
} CnscdTeamQuery;

GArray *cnscd_teams_query (CnscdDatabase *database, const CnscdTeamQuery *query, GError **error);
gboolean cnscd_teams_find (CnscdDatabase *database, const char *team, gint64 *nr, GError **error);
GPtrArray *
cnscd_teams_read (CnscdDatabase *database, const gint64 *nrs, gsize n_nrs, GError **error);
GPtrArray *cnscd_teams_list (CnscdDatabase *database, const CnscdTeamQuery *query, GError **error);

G_END_DECLS
