/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-change-set.h"
#include "cnscd-records.h"
#include "cnscd-schedule-records.h"

G_BEGIN_DECLS

/* What becomes of hamlets, as changes of records. */

/**
 * CnscdHamletDetails:
 * @hamlet: a hamlet
 * @profiles: (element-type CnscdHamletProfile): its figures, the newest first
 * @teams: (element-type CnscdTeam): those of it that go on
 * @sessions: (element-type CnscdSession): those that take or took place there
 *
 * A hamlet with all that belongs to it.
 */
typedef struct
{
  CnscdHamlet *hamlet;
  GPtrArray *profiles;
  GPtrArray *teams;
  GPtrArray *sessions;
} CnscdHamletDetails;

CnscdHamletDetails *cnscd_hamlet_details_new (CnscdHamlet *hamlet);
CnscdHamletDetails *cnscd_hamlet_details_ref (CnscdHamletDetails *details);
void cnscd_hamlet_details_unref (CnscdHamletDetails *details);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdHamletDetails, cnscd_hamlet_details_unref)

GPtrArray *cnscd_hamlet_list_records (GPtrArray *details);
char *cnscd_hamlet_dup_title (const CnscdHamlet *hamlet);
char *cnscd_hamlet_join_titles (GPtrArray *hamlets);
gboolean cnscd_hamlet_is_former (const CnscdHamlet *hamlet, CnscdDate today);
CnscdDate cnscd_hamlet_first_end (CnscdDate valid_from);
CnscdHamletProfile *
cnscd_hamlet_sum_profiles (GPtrArray *hamlets, const CnscdHamlet *into, CnscdDate as_of);

void cnscd_hamlet_end (CnscdChangeSet *set, CnscdHamlet *hamlet, CnscdDate from, const char *note);
void cnscd_hamlet_merge (CnscdChangeSet *set,
                         GPtrArray *hamlets,
                         CnscdHamlet *into,
                         CnscdDate from,
                         gboolean with_teams);
void cnscd_hamlet_split (CnscdChangeSet *set,
                         CnscdHamletDetails *details,
                         GPtrArray *into,
                         CnscdDate from,
                         gboolean with_teams);

G_END_DECLS
