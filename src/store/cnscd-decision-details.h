/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-records.h"
#include "cnscd-database.h"

G_BEGIN_DECLS

/**
 * CnscdDecisionPart:
 * @person: (nullable): id of the person, %NULL for a team itself
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
} CnscdDecisionPart;

/**
 * CnscdDecisionDetails:
 * @teams_begun: (element-type CnscdDecisionPart): by hamlet in Vietnamese order
 * @teams_ended: (element-type CnscdDecisionPart): likewise
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
  GPtrArray *members_begun;
  GPtrArray *members_ended;
} CnscdDecisionDetails;

CnscdDecisionDetails *
cnscd_decision_details_read (CnscdDatabase *database, const char *id, GError **error);
void cnscd_decision_details_free (CnscdDecisionDetails *details);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdDecisionDetails, cnscd_decision_details_free)

G_END_DECLS
