/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-form-problem.h"
#include "cnscd-session.h"

G_BEGIN_DECLS

/* How long a session is planned for. */
#define CNSCD_SESSION_USUAL_MINUTES 120

/**
 * CnscdSessionForm:
 * @session: (nullable): what the form shows, as stored
 * @day: as typed: "27/11/2026"
 * @start: as typed: "8h", "8:00", "8h30"
 * @end: likewise, on the same day
 * @hamlet: (nullable): id
 * @audience: (nullable): id
 * @teams: (array zero-terminated=1): ids of teams
 * @topics: (array zero-terminated=1): ids of topics, in the order in which they are taught
 * @guides: (array zero-terminated=1): ids of memberships
 * @parts: (array): what each of @guides does
 *
 * A session as typed into a form: texts as they stand in its fields, %NULL or
 * blank for unknown. All belongs to whoever fills it.
 */
typedef struct
{
  const CnscdSession *session;
  const char *title;
  const char *day;
  const char *start;
  const char *end;
  const char *hamlet;
  const char *place;
  const char *audience;
  const char *expected;
  CnscdSessionState state;
  const char *note;
  const char *const *teams;
  const char *const *topics;
  const char *const *guides;
  const CnscdGuidePart *parts;
} CnscdSessionForm;

typedef enum
{
  CNSCD_SESSION_FIELD_TITLE,
  CNSCD_SESSION_FIELD_DAY,
  CNSCD_SESSION_FIELD_START,
  CNSCD_SESSION_FIELD_END,
  CNSCD_SESSION_FIELD_EXPECTED,
  CNSCD_N_SESSION_FIELDS,
} CnscdSessionField;

/* Of a title, in characters. */
#define CNSCD_SESSION_MAX_TITLE 200

CnscdFormProblem cnscd_session_form_check (const CnscdSessionForm *form, CnscdSessionField field);
gboolean cnscd_session_form_is_valid (const CnscdSessionForm *form);
gboolean cnscd_session_form_get_times (const CnscdSessionForm *form,
                                       CnscdTime *starts_at,
                                       CnscdTime *ends_at);
CnscdSessionRecords *cnscd_session_form_make (const CnscdSessionForm *form,
                                              const CnscdSessionRecords *before);
gboolean cnscd_session_records_equal (const CnscdSessionRecords *one,
                                      const CnscdSessionRecords *other);

gboolean cnscd_session_can_start_at (const CnscdSession *session, int minute);
CnscdFormProblem cnscd_session_check_start (const CnscdSession *session, const char *start);
char *cnscd_session_propose_title (const char *topic, const char *place);
char *cnscd_session_propose_end (const char *start, CnscdTime minutes);

G_END_DECLS
