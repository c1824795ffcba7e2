/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-days.h"

#include "cnscd-session-query.h"

static void
clear_day (gpointer data)
{
  g_clear_pointer (&((CnscdSessionDay *) data)->first, g_ptr_array_unref);
}

/**
 * cnscd_session_day_ref: (skip)
 * @day: a day
 *
 * Returns: (transfer full): @day; safe from any thread
 */
CnscdSessionDay *
cnscd_session_day_ref (CnscdSessionDay *day)
{
  g_return_val_if_fail (day != NULL, NULL);

  return g_atomic_rc_box_acquire (day);
}

/**
 * cnscd_session_day_unref: (skip)
 * @day: (transfer full): a day
 */
void
cnscd_session_day_unref (CnscdSessionDay *day)
{
  g_return_if_fail (day != NULL);

  g_atomic_rc_box_release_full (day, clear_day);
}

/* Days with their numbers of sessions, and nothing else yet. */
static GPtrArray *
count (CnscdDatabase *database, CnscdSessionQuery query, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) days =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_session_day_unref);
  g_autoptr (CnscdStatement) statement = NULL;
  CnscdStep step;

  query.limit = 0;
  statement = cnscd_session_query_prepare (
    database, "SELECT substr (s.starts_at, 1, 10) AS day, count (*) FROM session s", &query,
    " GROUP BY day ORDER BY day", texts, error);
  if (statement == NULL)
    return NULL;

  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    {
      CnscdSessionDay *day;
      CnscdDate date;

      if (!cnscd_date_read_iso (cnscd_statement_text (statement, 0), &date) ||
          !cnscd_date_is_full (date))
        continue;

      day = g_atomic_rc_box_new0 (CnscdSessionDay);
      day->day = date;
      day->n_sessions = (guint) cnscd_statement_int (statement, 1);
      g_ptr_array_add (days, day);
    }

  return step == CNSCD_STEP_DONE ? g_steal_pointer (&days) : NULL;
}

static gboolean
read_first (CnscdDatabase *database,
            GPtrArray *days,
            const CnscdSessionQuery *query,
            GError **error)
{
  for (guint i = 0; i < days->len; i++)
    {
      CnscdSessionDay *day = days->pdata[i];
      CnscdSessionQuery of_day = *query;

      of_day.from = of_day.to = day->day;
      day->first = cnscd_sessions_list (database, &of_day, error);
      if (day->first == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * cnscd_session_days_list:
 * @database: a connection
 * @query: which sessions; its limit is that of each day
 * @error: return location for a #CnscdStoreError
 *
 * What a calendar shows of a range of days: a day's sessions are counted in the
 * index, and only as many of them are read as there is room for.
 *
 * Returns: (transfer full) (nullable) (element-type CnscdSessionDay): the days
 *   on which there are sessions, in order
 */
GPtrArray *
cnscd_session_days_list (CnscdDatabase *database, const CnscdSessionQuery *query, GError **error)
{
  g_autoptr (GPtrArray) days = NULL;
  gboolean complete = FALSE;

  g_return_val_if_fail (database != NULL && query != NULL, NULL);

  if (!cnscd_database_begin_reading (database, error))
    return NULL;
  days = count (database, *query, error);
  complete = days != NULL && read_first (database, days, query, error);
  cnscd_database_end_reading (database);

  return complete ? g_steal_pointer (&days) : NULL;
}
