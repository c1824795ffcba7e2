/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-records.h"
#include "core/cnscd-schedule-records.h"
#include "cnscd-database.h"

G_BEGIN_DECLS

/**
 * CnscdPersonMembership:
 * @record: the membership
 * @team_name: (nullable): of its team
 * @hamlet_name: (nullable): of the team's hamlet
 * @hamlet_kind: a #CnscdHamletKind
 * @is_current: whether it has begun, and neither it nor its team had ended before today
 * @is_upcoming: whether it is still to begin
 * @until: the last day of what ended: the membership's own or the team's; unknown while it goes on
 * @decision_number: (nullable): of the decision that made it
 * @end_decision_number: (nullable): of the decision that ended it
 *
 * A membership with the names of what it refers to.
 */
typedef struct
{
  CnscdMembership *record;
  char *team_name;
  char *hamlet_name;
  int hamlet_kind;
  gboolean is_current;
  gboolean is_upcoming;
  CnscdDate until;
  char *decision_number;
  CnscdDate decision_date;
  char *end_decision_number;
  CnscdDate end_decision_date;
} CnscdPersonMembership;

/**
 * CnscdPersonHistory:
 * @person: the person
 * @memberships: (element-type CnscdPersonMembership): all that are not deleted, current ones first,
 *   then those to come, then the newest first
 * @guides: (element-type CnscdSessionGuide): the sessions that they guide
 */
typedef struct
{
  CnscdPerson *person;
  GPtrArray *memberships;
  GPtrArray *guides;
} CnscdPersonHistory;

CnscdPersonHistory *cnscd_person_history_ref (CnscdPersonHistory *history);
void cnscd_person_history_unref (CnscdPersonHistory *history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdPersonHistory, cnscd_person_history_unref)

CnscdPersonHistory *
cnscd_person_history_read (CnscdDatabase *database, const char *person, GError **error);
GPtrArray *cnscd_person_history_dup_records (const CnscdPersonHistory *history);

G_END_DECLS
