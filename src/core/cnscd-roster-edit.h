/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-change-set.h"
#include "cnscd-records.h"

G_BEGIN_DECLS

/* What people do with rosters, as changes of records. */

gboolean cnscd_membership_can_end (const CnscdMembership *membership, CnscdDate from);
void cnscd_roster_end_membership (CnscdChangeSet *set,
                                  CnscdMembership *membership,
                                  CnscdDate from,
                                  const char *reason,
                                  const char *decision);
void cnscd_roster_move_member (CnscdChangeSet *set,
                               CnscdMembership *membership,
                               const CnscdTeam *to,
                               CnscdDate from,
                               const char *reason,
                               const char *decision);
CnscdMembership *cnscd_roster_find_left (const CnscdMembership *coming, GPtrArray *memberships);
gboolean cnscd_roster_withdraw_membership (CnscdChangeSet *set,
                                           CnscdMembership *coming,
                                           GPtrArray *memberships,
                                           CnscdDate today);
GPtrArray *cnscd_roster_find_coming (GPtrArray *memberships, CnscdDate from);
void cnscd_roster_dissolve_team (CnscdChangeSet *set,
                                 CnscdTeam *team,
                                 GPtrArray *memberships,
                                 GPtrArray *elsewhere,
                                 CnscdDate from,
                                 const char *decision);
void cnscd_roster_delete_person (CnscdChangeSet *set, CnscdPerson *person, GPtrArray *memberships);

/**
 * CnscdTeamWarnings:
 *
 * What may be wrong with a team. Rules differ between provinces and years, so
 * that none of these keeps anybody from anything.
 */
typedef enum
{
  CNSCD_TEAM_WARNING_NO_LEADER = 1 << 0,
  CNSCD_TEAM_WARNING_TWO_LEADERS = 1 << 1,
  CNSCD_TEAM_WARNING_TOO_SMALL = 1 << 2,
  CNSCD_TEAM_WARNING_TOO_LARGE = 1 << 3,
  CNSCD_TEAM_WARNING_HAMLET_ENDED = 1 << 4,
  CNSCD_TEAM_WARNING_NOBODY_YOUNG = 1 << 5,
  CNSCD_TEAM_WARNING_TWICE = 1 << 6, /* somebody is in the team twice */
} CnscdTeamWarnings;

/**
 * CnscdTeamFacts:
 *
 * What a team is judged by.
 */
typedef struct
{
  guint n_members;
  guint n_leaders;
  guint n_births;         /* members whose year of birth is known */
  guint n_young;          /* of them, those under 35 this year */
  CnscdDate hamlet_until; /* its last day; unknown while it goes on */
  guint n_twice;          /* places in the team beyond one a person */
} CnscdTeamFacts;

/**
 * CnscdTeamSizes:
 *
 * How large a team should be: 0 for no bound.
 */
typedef struct
{
  guint min;
  guint max;
} CnscdTeamSizes;

#define CNSCD_TEAM_YOUNG_AGE 35

CnscdTeamWarnings
cnscd_team_judge (const CnscdTeamFacts *facts, const CnscdTeamSizes *sizes, CnscdDate today);

G_END_DECLS
