/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-decision-details.h"

G_BEGIN_DECLS

/**
 * CnscdDecisionSummary:
 * @n_teams: teams that it set up or dissolved, or whose people it changed
 * @n_members: memberships that it began or, of one that began none, ended
 * @team_name: (nullable): of the only team whose people it changed, if it consolidates teams
 * @hamlet_name: (nullable): likewise
 * @hamlet_kind: likewise, a #CnscdHamletKind
 * @change: what it made of the people of teams, if it consolidates teams
 *
 * A decision with what a list shows of it; strings are %NULL when unknown.
 */
typedef struct
{
  gint64 nr;
  char *decision;
  char *unit;
  char *number;
  CnscdDate date;
  CnscdDecisionKind kind;
  char *signer;
  char *subject;
  guint n_teams;
  guint n_members;
  char *team_name;
  char *hamlet_name;
  int hamlet_kind;
  CnscdDecisionChange change;
} CnscdDecisionSummary;

CnscdDecisionSummary *cnscd_decision_summary_ref (CnscdDecisionSummary *summary);
void cnscd_decision_summary_unref (CnscdDecisionSummary *summary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdDecisionSummary, cnscd_decision_summary_unref)

/* All zero: every decision, the newest first. */
typedef struct
{
  const char *unit;
  const char *search;
} CnscdDecisionQuery;

GArray *
cnscd_decisions_query (CnscdDatabase *database, const CnscdDecisionQuery *query, GError **error);
GPtrArray *
cnscd_decisions_read (CnscdDatabase *database, const gint64 *nrs, gsize n_nrs, GError **error);
GPtrArray *
cnscd_decisions_list (CnscdDatabase *database, const CnscdDecisionQuery *query, GError **error);

G_END_DECLS
