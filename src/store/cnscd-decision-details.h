/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-records.h"
#include "cnscd-database.h"

G_BEGIN_DECLS

/**
 * CnscdDecisionChange:
 * @n_joined: who was not in the team before
 * @n_left: who was in it, and is not any more
 * @n_moved: who has another role, body or position since
 * @n_kept: who was in it then, and of whom the decision says nothing else
 *
 * What a decision made of the people of one team, or of several.
 */
typedef struct
{
  guint n_joined;
  guint n_left;
  guint n_moved;
  guint n_kept;
} CnscdDecisionChange;

/**
 * CnscdDecisionPart:
 * @person: (nullable): id of the person, %NULL for a team itself
 * @change: of a team that it changed
 *
 * A team or a membership that a decision began or ended; strings are %NULL
 * when unknown.
 */
typedef struct
{
  char *team;
  char *team_name;
  char *hamlet_name;
  int hamlet_kind; /* CnscdHamletKind */
  char *person;
  char *full_name;
  CnscdRole role;
  CnscdDate valid_from;
  CnscdDate valid_to;
  CnscdDecisionChange change;
} CnscdDecisionPart;

/**
 * CnscdDecisionDetails:
 * @teams_begun: (element-type CnscdDecisionPart): by hamlet in Vietnamese order
 * @teams_ended: (element-type CnscdDecisionPart): likewise
 * @teams_changed: (element-type CnscdDecisionPart): neither begun nor ended, but with others in
 *   them since; likewise
 * @members_begun: (element-type CnscdDecisionPart): by team, then as on its roster
 * @members_ended: (element-type CnscdDecisionPart): likewise
 *
 * A decision with all that refers to it.
 */
typedef struct
{
  CnscdDecision *decision;
  GPtrArray *teams_begun;
  GPtrArray *teams_ended;
  GPtrArray *teams_changed;
  GPtrArray *members_begun;
  GPtrArray *members_ended;
} CnscdDecisionDetails;

CnscdDecisionDetails *
cnscd_decision_details_read (CnscdDatabase *database, const char *id, GError **error);
CnscdDecisionPart *cnscd_decision_details_read_change (CnscdDatabase *database,
                                                       const char *decision,
                                                       const char *team,
                                                       GError **error);
void cnscd_decision_part_free (CnscdDecisionPart *part);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdDecisionPart, cnscd_decision_part_free)
void cnscd_decision_details_free (CnscdDecisionDetails *details);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdDecisionDetails, cnscd_decision_details_free)

G_END_DECLS
