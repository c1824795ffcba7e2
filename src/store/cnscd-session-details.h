/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-sessions.h"

G_BEGIN_DECLS

/**
 * CnscdSessionPerson:
 * @person: id of the person
 * @name: full name
 * @part: what the person does
 *
 * Somebody who guides a session.
 */
typedef struct
{
  char *person;
  char *name;
  CnscdGuidePart part;
} CnscdSessionPerson;

/**
 * CnscdSessionValue:
 * @indicator: id of an indicator
 * @value: in its unit of measure, %CNSCD_COUNT_UNKNOWN when nobody reported it
 *
 * A result of a session.
 */
typedef struct
{
  char *indicator;
  gint64 value;
} CnscdSessionValue;

/**
 * CnscdSessionDetails:
 * @women: of those who came, %CNSCD_COUNT_UNKNOWN when nobody reported it
 * @elderly: likewise
 * @poor_households: likewise
 * @guides: (element-type CnscdSessionPerson): who leads first
 * @results: (element-type CnscdSessionValue): what came of it
 *
 * What a file says of a session beyond its summary.
 */
typedef struct
{
  gint64 women;
  gint64 elderly;
  gint64 poor_households;
  GPtrArray *guides;
  GPtrArray *results;
} CnscdSessionDetails;

GHashTable *cnscd_session_details_list (CnscdDatabase *database,
                                        const CnscdSessionQuery *query,
                                        GError **error);

/**
 * CnscdSessionVersion:
 * @number: 0 for a session as it was first stored, and higher with each change
 * @created_at: Unix time in microseconds, 0 when this computer does not know
 * @changed_at: likewise, of the last change
 */
typedef struct
{
  guint number;
  gint64 created_at;
  gint64 changed_at;
} CnscdSessionVersion;

GHashTable *cnscd_session_versions_list (CnscdDatabase *database,
                                         const CnscdSessionQuery *query,
                                         GError **error);

G_END_DECLS
