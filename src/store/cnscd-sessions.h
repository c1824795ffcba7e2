/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-records.h"
#include "core/cnscd-session.h"
#include "cnscd-database.h"

G_BEGIN_DECLS

/**
 * CnscdSessionSummary:
 * @teams: names of its teams, joined by "; "
 * @topics: names of its topics in their order, likewise
 * @guides: names of its guides, who leads first, likewise
 * @n_teams: how many teams
 * @n_guides: how many guides
 * @repeats: whether it belongs to a series
 *
 * A session with what calendars, lists and schedules show of it. Immutable;
 * strings are %NULL and counts %CNSCD_COUNT_UNKNOWN when unknown.
 */
typedef struct
{
  gint64 nr;
  char *session;
  char *unit;
  char *title;
  CnscdTime starts_at;
  CnscdTime ends_at;
  CnscdSessionState state;
  char *place;
  char *hamlet;
  char *hamlet_name;
  int hamlet_kind; /* CnscdHamletKind */
  char *audience;
  char *audience_name;
  gint64 expected;
  gint64 attendance;
  CnscdDate reported_on;
  gboolean repeats;
  char *note;
  char *teams;
  char *topics;
  char *guides;
  guint n_teams;
  guint n_guides;
} CnscdSessionSummary;

CnscdSessionSummary *cnscd_session_summary_ref (CnscdSessionSummary *summary);
void cnscd_session_summary_unref (CnscdSessionSummary *summary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdSessionSummary, cnscd_session_summary_unref)

/**
 * CnscdSessionQuery:
 * @unit: (nullable): code of a commune; %NULL for all
 * @from: first day; unknown for no bound
 * @to: last day; unknown for no bound
 * @team: (nullable): id of a team that holds it
 * @hamlet: (nullable): id of the hamlet
 * @topic: (nullable): id of a topic that is taught
 * @audience: (nullable): id of the audience
 * @guide: (nullable): id of the person who guides
 * @session: (nullable): id of the session
 * @overdue_at: only what is over by then and not reported; %CNSCD_TIME_UNKNOWN for all
 * @limit: at most so many; 0 for no bound
 *
 * Which sessions. Use %CNSCD_SESSION_QUERY_ALL to begin with.
 */
typedef struct
{
  const char *unit;
  CnscdDate from;
  CnscdDate to;
  const char *team;
  const char *hamlet;
  const char *topic;
  const char *audience;
  const char *guide;
  const char *session;
  CnscdTime overdue_at;
  guint limit;
} CnscdSessionQuery;

#define CNSCD_SESSION_QUERY_ALL                                                                    \
  ((CnscdSessionQuery) {                                                                           \
    .overdue_at = CNSCD_TIME_UNKNOWN,                                                              \
  })

CnscdSessionQuery *cnscd_session_query_copy (const CnscdSessionQuery *query);
void cnscd_session_query_free (CnscdSessionQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdSessionQuery, cnscd_session_query_free)

GPtrArray *
cnscd_sessions_list (CnscdDatabase *database, const CnscdSessionQuery *query, GError **error);

CnscdSessionRecords *
cnscd_session_load (CnscdDatabase *database, const char *session, GError **error);
GPtrArray *
cnscd_sessions_load (CnscdDatabase *database, const CnscdSessionQuery *query, GError **error);
GPtrArray *cnscd_sessions_load_series (CnscdDatabase *database, const char *series, GError **error);

G_END_DECLS
