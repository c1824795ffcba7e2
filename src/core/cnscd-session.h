/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-change-set.h"
#include "cnscd-schedule-records.h"

G_BEGIN_DECLS

/**
 * CnscdSessionRecords:
 * @session: the session
 * @teams: (element-type CnscdSessionTeam): that hold it
 * @topics: (element-type CnscdSessionTopic): in the order in which they are taught
 * @guides: (element-type CnscdSessionGuide): who leads first
 * @results: (element-type CnscdSessionResult): what came of it
 *
 * A session with all records that belong to it. Filled by whoever makes it,
 * and immutable from the moment it is shared.
 */
typedef struct
{
  CnscdSession *session;
  GPtrArray *teams;
  GPtrArray *topics;
  GPtrArray *guides;
  GPtrArray *results;
} CnscdSessionRecords;

CnscdSessionRecords *cnscd_session_records_new (CnscdSession *session);
CnscdSessionRecords *cnscd_session_records_ref (CnscdSessionRecords *self);
void cnscd_session_records_unref (CnscdSessionRecords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdSessionRecords, cnscd_session_records_unref)

CnscdSessionRecords *cnscd_session_records_copy (const CnscdSessionRecords *self);
void cnscd_session_records_add_team (CnscdSessionRecords *self, const char *team);
void cnscd_session_records_add_topic (CnscdSessionRecords *self, const char *topic);
void cnscd_session_records_add_guide (CnscdSessionRecords *self,
                                      const char *membership,
                                      CnscdGuidePart part);
void
cnscd_session_records_set_result (CnscdSessionRecords *self, const char *indicator, gint64 value);

/* What people do with sessions, as changes of records. */

void cnscd_session_add (CnscdChangeSet *set, const CnscdSessionRecords *records);
void cnscd_session_save (CnscdChangeSet *set,
                         const CnscdSessionRecords *before,
                         const CnscdSessionRecords *after);
void cnscd_session_delete (CnscdChangeSet *set, const CnscdSessionRecords *records);
void cnscd_session_move (CnscdChangeSet *set, CnscdSession *session, CnscdTime starts_at);
void cnscd_session_set_state (CnscdChangeSet *set, CnscdSession *session, CnscdSessionState state);
CnscdSessionRecords *cnscd_session_dup_plan (const CnscdSessionRecords *records,
                                             CnscdTime starts_at);

gboolean cnscd_session_is_overdue (const CnscdSession *session, CnscdTime now);
char *cnscd_session_dup_code (const char *id);
gboolean cnscd_session_code_is_code (const char *text);
gboolean cnscd_session_code_matches (const char *id, const char *text);

G_END_DECLS
