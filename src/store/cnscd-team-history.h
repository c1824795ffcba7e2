/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-records.h"
#include "cnscd-database.h"

G_BEGIN_DECLS

typedef enum
{
  CNSCD_TEAM_EVENT_ESTABLISHED,
  CNSCD_TEAM_EVENT_DECIDED, /* anything in between: see the decision's kind */
  CNSCD_TEAM_EVENT_DISSOLVED,
} CnscdTeamEventKind;

/**
 * CnscdTeamEvent:
 * @kind: what happened
 * @date: when, may be unknown; of a team that was dissolved, the first day without it
 * @decision: (nullable): by which decision
 * @n_joined: how many came into the team by it
 * @n_left: how many left it by it
 *
 * Something that was decided about a team.
 */
typedef struct
{
  CnscdTeamEventKind kind;
  CnscdDate date;
  CnscdDecision *decision;
  guint n_joined;
  guint n_left;
} CnscdTeamEvent;

/**
 * CnscdFormerMember:
 * @membership: that ended or is to begin
 * @full_name: of the person
 * @decision: (nullable): by which it began
 * @end_decision: (nullable): by which it ended
 *
 * Somebody who is no longer in a team, or not yet.
 */
typedef struct
{
  CnscdMembership *membership;
  char *full_name;
  CnscdDecision *decision;
  CnscdDecision *end_decision;
} CnscdFormerMember;

/**
 * CnscdTeamHistory:
 * @team: the team
 * @decision: (nullable): the last until today that concerns it: the one that set it up, then
 *   those that changed who is in it (kiện toàn)
 * @events: (element-type CnscdTeamEvent): what was decided, from the first to the last
 * @members: (element-type CnscdFormerMember): who is no longer in it, the last to leave first
 * @upcoming: (element-type CnscdFormerMember): who is not in it yet, the first to come first
 */
typedef struct
{
  CnscdTeam *team;
  CnscdDecision *decision;
  GPtrArray *events;
  GPtrArray *members;
  GPtrArray *upcoming;
} CnscdTeamHistory;

void cnscd_team_history_free (CnscdTeamHistory *history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdTeamHistory, cnscd_team_history_free)

CnscdTeamHistory *
cnscd_team_history_read (CnscdDatabase *database, const char *team, GError **error);
GPtrArray *cnscd_team_memberships_list (CnscdDatabase *database, const char *team, GError **error);

G_END_DECLS
