/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-change-set.h"
#include "cnscd-records.h"

G_BEGIN_DECLS

/* What decisions do with teams and people, as changes of records. */

/**
 * CnscdTeamSeat:
 * @membership: somebody who is in the team until now, or is to come to it
 * @stays: whether they still are when it is consolidated
 * @role: their role then
 */
typedef struct
{
  CnscdMembership *membership;
  gboolean stays;
  CnscdRole role;
} CnscdTeamSeat;

/**
 * CnscdTeamJoiner:
 * @person: (nullable): a new person, %NULL for one who is known already
 * @membership: as typed, in the team
 */
typedef struct
{
  CnscdPerson *person;
  CnscdMembership *membership;
} CnscdTeamJoiner;

CnscdTeam *cnscd_roster_new_hamlet_team (const CnscdHamlet *hamlet);
void cnscd_roster_establish_team (CnscdChangeSet *set,
                                  CnscdTeam *team,
                                  gboolean is_new,
                                  GPtrArray *memberships,
                                  CnscdDate from,
                                  const char *decision);
void cnscd_roster_consolidate_team (CnscdChangeSet *set,
                                    const CnscdTeamSeat *seats,
                                    guint n_seats,
                                    GPtrArray *elsewhere,
                                    const CnscdTeamJoiner *joiners,
                                    guint n_joiners,
                                    CnscdDate from,
                                    const char *decision,
                                    CnscdDate today);

G_END_DECLS
