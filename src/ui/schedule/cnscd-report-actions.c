/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-report-actions.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-repository-report.h"
#include "model/cnscd-repository-sessions.h"
#include "cnscd-report-dialog.h"

/* More than begin in a commune on one day. */
#define MAX_AT_A_TIME 64

/* What follows the session that was reported. */
typedef struct
{
  CnscdWindow *window;
  CnscdSession *session;
  gboolean from_start; /* nothing follows it */
} Search;

static void
search_free (Search *search)
{
  g_object_unref (search->window);
  cnscd_record_unref (search->session);
  g_free (search);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Search, search_free)

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  CnscdSessionReport *report =
    cnscd_repository_load_report_finish (CNSCD_REPOSITORY (source), result, &error);

  if (report == NULL)
    {
      cnscd_window_show_error (window, NULL, error);
      return;
    }

  if (cnscd_window_is_closed (window))
    cnscd_session_report_free (report);
  else if (report->session->session->starts_at > cnscd_time_now ())
    {
      cnscd_window_show_message (window, _ ("A session is reported when it has begun"));
      cnscd_session_report_free (report);
    }
  else
    adw_dialog_present (cnscd_report_dialog_new (window, report), GTK_WIDGET (window));
}

/**
 * cnscd_report_actions_report:
 * @window: a window
 * @session: id of a session
 *
 * Asks what came of a session.
 */
void
cnscd_report_actions_report (CnscdWindow *window, const char *session)
{
  g_return_if_fail (CNSCD_IS_WINDOW (window) && session != NULL);

  cnscd_repository_load_report_async (cnscd_window_get_repository (window), session, NULL,
                                      loaded_cb, g_object_ref (window));
}

static void search_next (Search *search);

static const CnscdSessionSummary *
find_next (const Search *search, GPtrArray *sessions)
{
  for (guint i = 0; i < sessions->len; i++)
    {
      const CnscdSessionSummary *summary = sessions->pdata[i];

      if (!g_str_equal (summary->session, search->session->record.id) &&
          (search->from_start || summary->starts_at >= search->session->starts_at))
        return summary;
    }

  return NULL;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Search) search = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions =
    cnscd_repository_list_sessions_finish (CNSCD_REPOSITORY (source), result, &error);
  const CnscdSessionSummary *next = sessions != NULL ? find_next (search, sessions) : NULL;

  if (sessions == NULL)
    cnscd_window_show_error (search->window, NULL, error);
  else if (cnscd_window_is_closed (search->window))
    return;
  else if (next != NULL)
    cnscd_report_actions_report (search->window, next->session);
  else if (search->from_start)
    cnscd_window_show_message (search->window, _ ("Every session is reported"));
  else
    {
      search->from_start = TRUE;
      search_next (g_steal_pointer (&search));
    }
}

static void
search_next (Search *search)
{
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;

  query.unit = search->session->record.unit;
  query.overdue_at = cnscd_time_now ();
  query.limit = MAX_AT_A_TIME;
  if (!search->from_start)
    query.from = cnscd_time_get_day (search->session->starts_at);
  cnscd_repository_list_sessions_async (cnscd_window_get_repository (search->window), &query, NULL,
                                        listed_cb, search);
}

/**
 * cnscd_report_actions_report_next:
 * @window: a window
 * @session: a session that was reported
 *
 * Asks what came of the next session of the commune that should have been
 * reported; after the last one, of the first.
 */
void
cnscd_report_actions_report_next (CnscdWindow *window, const CnscdSession *session)
{
  Search *search;

  g_return_if_fail (CNSCD_IS_WINDOW (window) && session != NULL);

  search = g_new0 (Search, 1);
  search->window = g_object_ref (window);
  search->session = cnscd_record_ref ((CnscdSession *) session);
  search_next (search);
}
