/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-sign-in-source.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-session-words.h"
#include "store/cnscd-catalog-store.h"
#include "store/cnscd-record-store.h"
#include "store/cnscd-session-code.h"
#include "store/cnscd-sessions.h"
#include "store/cnscd-teams.h"

#include "cnscd-issuer-source.h"

static void
set_not_found (const char *session, GError **error)
{
  g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND,
               _ ("There is no session “%s”."), session);
}

/* Also one whose membership has ended since: the sheet says who guided. */
static gboolean
add_guides (CnscdSignIn *sheet, CnscdDatabase *database, GPtrArray *guides, GError **error)
{
  for (guint i = 0; i < guides->len; i++)
    {
      const CnscdSessionGuide *guide = guides->pdata[i];
      g_autoptr (CnscdMembership) membership =
        cnscd_record_store_get (database, &CNSCD_KIND_MEMBERSHIP, guide->membership, error);
      g_autoptr (CnscdPerson) person = NULL;

      if (membership != NULL)
        person = cnscd_record_store_get (database, &CNSCD_KIND_PERSON, membership->person, error);
      if (person == NULL)
        return FALSE;
      cnscd_sign_in_add_guide (sheet, person->full_name, (CnscdGuidePart) guide->part);
    }
  return TRUE;
}

static gboolean
set_leader (CnscdSignIn *sheet, CnscdDatabase *database, GPtrArray *teams, GError **error)
{
  g_autoptr (GPtrArray) found = NULL;
  gint64 nr = 0;

  if (teams->len != 1)
    return TRUE;
  if (!cnscd_teams_find (database, ((const CnscdSessionTeam *) teams->pdata[0])->team, &nr, error))
    return FALSE;

  found = cnscd_teams_read (database, &nr, nr != 0 ? 1 : 0, error);
  if (found == NULL)
    return FALSE;
  if (found->len > 0)
    sheet->leader = g_strdup (((const CnscdTeamSummary *) found->pdata[0])->leader_name);
  return TRUE;
}

static gint64
find_value (GPtrArray *results, const char *indicator)
{
  for (guint i = 0; i < results->len; i++)
    {
      const CnscdSessionResult *result = results->pdata[i];

      if (g_str_equal (result->indicator, indicator))
        return result->value;
    }
  return CNSCD_COUNT_UNKNOWN;
}

/* What is offered on that day, and what has been counted whatever was offered. */
static gboolean
add_results (CnscdSignIn *sheet,
             CnscdDatabase *database,
             const CnscdSessionRecords *records,
             GError **error)
{
  CnscdDate day = cnscd_time_get_day (records->session->starts_at);
  g_autoptr (CnscdCatalog) catalog =
    cnscd_catalog_read (database, records->session->record.unit, error);
  g_autoptr (GPtrArray) offered = NULL;

  if (catalog == NULL)
    return FALSE;

  offered = cnscd_catalog_list_offered (catalog->indicators, day);
  for (guint i = 0; i < catalog->indicators->len; i++)
    {
      const CnscdIndicator *indicator = catalog->indicators->pdata[i];
      gint64 value = find_value (records->results, indicator->record.id);

      if (value >= 0 || cnscd_catalog_find (offered, indicator->record.id) != NULL)
        cnscd_sign_in_add_result (sheet, indicator->name, indicator->unit_of_measure, value);
    }
  return TRUE;
}

static void
set_facts (CnscdSignIn *sheet, const CnscdSession *session, const CnscdSessionSummary *summary)
{
  sheet->issuer.date = cnscd_time_get_day (session->starts_at);
  sheet->code = cnscd_session_dup_code (session->record.id);
  sheet->title = g_strdup (session->title);
  sheet->topics = g_strdup (summary->topics);
  sheet->starts_at = session->starts_at;
  sheet->ends_at = session->ends_at;
  sheet->state = (CnscdSessionState) session->state;
  sheet->place =
    cnscd_session_dup_place (summary->place, summary->hamlet_kind, summary->hamlet_name);
  sheet->teams = g_strdup (summary->teams);
  sheet->audience = g_strdup (summary->audience_name);
  sheet->expected = session->expected;
  sheet->counts[0] = session->attendance;
  sheet->counts[1] = session->attendance_women;
  sheet->counts[2] = session->attendance_elderly;
  sheet->counts[3] = session->attendance_poor_households;
}

/**
 * cnscd_sign_in_source_find:
 * @database: an open database
 * @session: the id of a session, or its short code as somebody typed it from paper
 * @error: (nullable): return location for a #CnscdStoreError
 *
 * Returns: (transfer full) (nullable): the id; %CNSCD_STORE_ERROR_NOT_FOUND when
 *   there is no such session, or when several have the code
 */
char *
cnscd_sign_in_source_find (CnscdDatabase *database, const char *session, GError **error)
{
  g_autoptr (GPtrArray) ids = NULL;

  g_return_val_if_fail (database != NULL && session != NULL, NULL);

  if (cnscd_uuid_is_valid (session))
    return g_strdup (session);

  ids = cnscd_sessions_find_by_code (database, session, error);
  if (ids == NULL)
    return NULL;
  if (ids->len == 1)
    return g_strdup (ids->pdata[0]);

  if (ids->len == 0)
    set_not_found (session, error);
  else
    g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND,
                 _ ("More than one session has the code “%s”. Give the id of the one that is "
                    "meant, as “list sessions --json” tells it."),
                 session);
  return NULL;
}

/**
 * cnscd_sign_in_source_load:
 * @database: an open database
 * @session: the id of a session
 * @error: (nullable): return location for a #CnscdStoreError
 *
 * Reads what the sign-in sheet of a session says. The caller enters the print
 * into the audit log.
 *
 * Returns: (transfer full) (nullable): the sheet;
 *   %CNSCD_STORE_ERROR_NOT_FOUND when there is no such session
 */
CnscdSignIn *
cnscd_sign_in_source_load (CnscdDatabase *database, const char *session, GError **error)
{
  g_autoptr (CnscdSignIn) sheet = cnscd_sign_in_new ();
  g_autoptr (CnscdSessionRecords) records = NULL;
  g_autoptr (GPtrArray) summaries = NULL;
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;

  g_return_val_if_fail (database != NULL && session != NULL, NULL);

  query.session = session;
  summaries = cnscd_sessions_list (database, &query, error);
  if (summaries == NULL)
    return NULL;
  if (summaries->len == 0)
    {
      set_not_found (session, error);
      return NULL;
    }

  records = cnscd_session_load (database, session, error);
  if (records == NULL ||
      !cnscd_issuer_load (&sheet->issuer, database, records->session->record.unit, error))
    return NULL;
  set_facts (sheet, records->session, summaries->pdata[0]);

  return add_guides (sheet, database, records->guides, error) &&
             set_leader (sheet, database, records->teams, error) &&
             add_results (sheet, database, records, error)
           ? g_steal_pointer (&sheet)
           : NULL;
}
