/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-schedule-source.h"

#include <glib/gi18n-lib.h>

#include "cnscd-issuer-source.h"
#include "cnscd-roster-source.h"

static gboolean
set_team (CnscdSchedule *schedule, CnscdDatabase *database, const char *team, GError **error)
{
  g_autoptr (GPtrArray) found = NULL;
  gint64 nr = 0;

  if (!cnscd_teams_find (database, team, &nr, error))
    return FALSE;

  found = cnscd_teams_read (database, &nr, nr != 0 ? 1 : 0, error);
  if (found == NULL)
    return FALSE;

  /* One that ended has had sessions, too. */
  schedule->team_title =
    found->len > 0 ? cnscd_roster_source_dup_team_title (found->pdata[0]) : g_strdup ("Tổ CNSCĐ");
  return TRUE;
}

/* Adds the session to the schedule of its commune, which comes to be with the first one. */
static gboolean
add_session (GPtrArray *schedules,
             GHashTable *by_unit,
             CnscdDatabase *database,
             const CnscdSessionQuery *query,
             CnscdSessionSummary *session,
             GError **error)
{
  CnscdSchedule *schedule = g_hash_table_lookup (by_unit, session->unit);

  if (schedule == NULL)
    {
      schedule = cnscd_schedule_new (query->from, query->to);
      g_ptr_array_add (schedules, schedule);
      if (!cnscd_issuer_load (&schedule->issuer, database, session->unit, error) ||
          (query->team != NULL && !set_team (schedule, database, query->team, error)))
        return FALSE;
      g_hash_table_insert (by_unit, schedule->issuer.unit, schedule);
    }

  g_ptr_array_add (schedule->sessions, cnscd_session_summary_ref (session));
  return TRUE;
}

static int
compare_units (gconstpointer a, gconstpointer b)
{
  const CnscdSchedule *one = a;
  const CnscdSchedule *other = b;

  return g_strcmp0 (one->issuer.unit, other->issuer.unit);
}

static void
set_nothing_to_print (CnscdDate from, CnscdDate to, GError **error)
{
  g_autofree char *first = cnscd_date_format (from);
  g_autofree char *last = cnscd_date_format (to);

  g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND,
               _ ("There are no sessions to print from %s to %s. Choose other days, or plan some "
                  "first."),
               first, last);
}

/**
 * cnscd_schedule_source_load_all:
 * @database: an open database
 * @query: which sessions, from a first to a last day; no commune for this office's, or for every
 *   one that has sessions where no office was chosen
 * @error: (nullable): return location for a #CnscdStoreError
 *
 * Reads what schedules say: mostly one, but at the province's desk one for each
 * commune. Postponed and cancelled sessions are on it, for who comes to them
 * must read so. The caller enters the print into the audit log.
 *
 * Returns: (transfer full) (nullable) (element-type CnscdSchedule): the
 *   schedules, in the order of the communes' codes;
 *   %CNSCD_STORE_ERROR_NOT_FOUND when there is no session
 */
GPtrArray *
cnscd_schedule_source_load_all (CnscdDatabase *database,
                                const CnscdSessionQuery *query,
                                GError **error)
{
  g_autoptr (GPtrArray) schedules =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_schedule_free);
  g_autoptr (GHashTable) by_unit = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) sessions = NULL;
  g_autofree char *of_unit = NULL;
  CnscdSessionQuery of_issuer;

  g_return_val_if_fail (database != NULL && query != NULL, NULL);
  g_return_val_if_fail (cnscd_date_is_full (query->from) && cnscd_date_is_full (query->to), NULL);

  if (!cnscd_issuer_find_unit (database, query->unit, query->team, &of_unit, error))
    return NULL;

  of_issuer = *query;
  of_issuer.unit = of_unit;
  sessions = cnscd_sessions_list (database, &of_issuer, error);
  if (sessions == NULL)
    return NULL;

  for (guint i = 0; i < sessions->len; i++)
    if (!add_session (schedules, by_unit, database, &of_issuer, sessions->pdata[i], error))
      return NULL;

  if (schedules->len == 0)
    {
      set_nothing_to_print (query->from, query->to, error);
      return NULL;
    }
  g_ptr_array_sort_values (schedules, compare_units);
  return g_steal_pointer (&schedules);
}
