/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-guide-summary.h"
#include "core/cnscd-change-set.h"
#include "core/cnscd-roster-decision.h"
#include "core/cnscd-roster-edit.h"
#include "core/cnscd-unit-records.h"

G_BEGIN_DECLS

/**
 * CnscdGuidePlan:
 * @from: the first day
 * @teams: (nullable) (element-type CnscdTeam): that are set up or dissolved
 * @hamlets: (nullable) (element-type CnscdHamlet): that get a team
 * @with_people: whether the decision names the people of @teams, too
 * @team: (nullable): the one that is consolidated; borrowed from @records
 * @seats: (nullable) (element-type CnscdTeamSeat): what becomes of its people
 * @joiners: (nullable) (element-type CnscdTeamJoiner): who comes
 * @sizes: how large a team should be
 *
 * What somebody has chosen in the steps of a new decision. Whoever fills it
 * keeps what @seats and @joiners point to.
 */
typedef struct
{
  CnscdUnitRecords *records;
  CnscdDecision *decision;
  CnscdDate from;
  GPtrArray *teams;
  GPtrArray *hamlets;
  gboolean with_people;
  CnscdTeam *team;
  GArray *seats;
  GArray *joiners;
  CnscdTeamSizes sizes;
} CnscdGuidePlan;

CnscdGuidePlan *cnscd_guide_plan_new (CnscdUnitRecords *records, CnscdDecision *decision);
void cnscd_guide_plan_free (CnscdGuidePlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdGuidePlan, cnscd_guide_plan_free)

char *cnscd_guide_plan_dup_problem (const CnscdGuidePlan *plan);
gboolean cnscd_guide_plan_is_complete (const CnscdGuidePlan *plan);
gboolean cnscd_guide_plan_changes_roster (const CnscdGuidePlan *plan);
void cnscd_guide_plan_describe (const CnscdGuidePlan *plan, CnscdGuideSummary *summary);
CnscdChangeSet *cnscd_guide_plan_make_changes (const CnscdGuidePlan *plan);

G_END_DECLS
