/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "screenshot-report.h"

#include <glib/gi18n-lib.h>

#include "store/cnscd-change-set-store.h"
#include "store/cnscd-guides.h"
#include "store/cnscd-sessions.h"
#include "ui/schedule/cnscd-count-row.h"

#include "display-test.h"
#include "sample-sessions.h"

/* What is told of sessions afterwards. */

static char *
dup_overdue (CnscdWindow *window)
{
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (cnscd_window_get_path (window), &error);
  g_autoptr (GPtrArray) sessions = NULL;

  g_assert_no_error (error);
  query.overdue_at = cnscd_time_now ();
  sessions = cnscd_sessions_list (database, &query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sessions->len, >, 0);
  return g_strdup (((CnscdSessionSummary *) sessions->pdata[sessions->len - 1])->session);
}

static void
collect_rows (GtkWidget *root, GPtrArray *rows)
{
  if (CNSCD_IS_COUNT_ROW (root))
    g_ptr_array_add (rows, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_rows (child, rows);
}

static void
type (GtkWidget *dialog, const char *const *texts)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  collect_rows (dialog, rows);
  for (guint i = 0; texts[i] != NULL && i < rows->len; i++)
    gtk_editable_set_text (GTK_EDITABLE (display_test_find (rows->pdata[i], GTK_TYPE_ENTRY)),
                           texts[i]);
}

static gboolean
shows_alert (gpointer window)
{
  return ADW_IS_ALERT_DIALOG (display_test_get_dialog (window));
}

/* Somebody else tells something of it meanwhile. */
static void
contest (CnscdWindow *window, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (cnscd_window_get_path (window), &error);
  g_autoptr (CnscdSession) session = NULL;
  g_autoptr (CnscdSession) theirs = NULL;

  g_assert_no_error (error);
  session = cnscd_record_store_get (database, &CNSCD_KIND_SESSION, id, &error);
  g_assert_no_error (error);
  theirs = cnscd_record_copy (session);
  theirs->attendance = 30;
  theirs->attendance_women = 12;
  theirs->attendance_elderly = 4;
  display_test_put (database, theirs);
  display_test_press (window, _ ("_Save"));
  display_test_pump_until (shows_alert, window);
}

static void
show_form (CnscdWindow *window, const char *how)
{
  g_autofree char *session = dup_overdue (window);
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.report-session", "s", session);
  dialog = GTK_WIDGET (display_test_wait_for_dialog (window));
  display_test_settle ();
  if (g_str_equal (how, "-typed") || g_str_equal (how, "-conflict"))
    type (dialog, (const char *[]) { "24", "15", "0", "", "24", "12", "", "5", NULL });
  else if (g_str_equal (how, "-wrong"))
    type (dialog, (const char *[]) { "240", "250", "nhiều", "", "24", "12 tài khoản", NULL });
  else if (g_str_equal (how, "-below"))
    {
      GtkAdjustment *adjustment =
        gtk_scrolled_window_get_vadjustment (display_test_find (dialog, GTK_TYPE_SCROLLED_WINDOW));

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
    }
  else if (g_str_equal (how, "-postponed"))
    adw_toggle_group_set_active_name (display_test_find (dialog, ADW_TYPE_TOGGLE_GROUP),
                                      "postponed");
  if (g_str_equal (how, "-conflict"))
    contest (window, session);
}

/* Whatever is over has been held, and nothing more is known of it. */
static void
report_all (CnscdDatabase *database)
{
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("sample");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  gint64 action;

  query.overdue_at = cnscd_time_now ();
  sessions = cnscd_sessions_load (database, &query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < sessions->len; i++)
    {
      const CnscdSessionRecords *before = sessions->pdata[i];
      g_autoptr (CnscdSession) after = cnscd_record_copy (before->session);

      after->state = CNSCD_SESSION_STATE_HELD;
      after->reported_on = cnscd_date_today ();
      cnscd_change_set_edit (set, before->session, after);
    }
  if (sessions->len > 0)
    cnscd_change_set_apply (database, set, &action, &error);
  g_assert_no_error (error);
}

static void
teach (CnscdDatabase *database, const char *unit, GPtrArray *neglected, gboolean hamlets)
{
  for (guint i = 0; i < neglected->len; i++)
    {
      const CnscdNeglected *one = neglected->pdata[i];
      g_autoptr (CnscdSessionRecords) records = sample_session_new (
        unit, one->name, cnscd_date_add_days (cnscd_date_today (), 1 + (int) i % 20), 19 * 60, 90);

      if (hamlets)
        cnscd_record_set (records->session, hamlet, one->id);
      else
        cnscd_record_set (records->session, audience, one->id);
      sample_session_put (database, records);
    }
}

/* Everybody who was not taught lately will be. */
static void
teach_all (CnscdDatabase *database)
{
  CnscdDate today = cnscd_date_today ();
  CnscdDate since = cnscd_date_add_days (today, -60);
  g_autoptr (GError) error = NULL;
  g_autofree char *unit = cnscd_database_get_setting (database, "unit", &error);
  g_autoptr (GPtrArray) hamlets = NULL;
  g_autoptr (GPtrArray) audiences = NULL;

  g_assert_no_error (error);
  hamlets = cnscd_neglected_list_hamlets (database, unit, since, today, &error);
  g_assert_no_error (error);
  audiences = cnscd_neglected_list_audiences (database, unit, since, today, &error);
  g_assert_no_error (error);
  teach (database, unit, hamlets, TRUE);
  teach (database, unit, audiences, FALSE);
}

/* As when all is told, and everybody taught. */
static void
settle_all (CnscdWindow *window)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (cnscd_window_get_path (window), &error);

  g_assert_no_error (error);
  report_all (database);
  teach_all (database);
  cnscd_repository_look_for_changes (cnscd_window_get_repository (window));
  display_test_settle ();
}

static void
show_list (CnscdWindow *window, gboolean empty, const char *action)
{
  if (empty)
    settle_all (window);
  cnscd_window_show_page (window, "schedule");
  display_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
}

/* Returns: whether @page is one of these */
gboolean
screenshot_show_report (CnscdWindow *window, const char *page)
{
  if (g_str_has_prefix (page, "report"))
    show_form (window, page + strlen ("report"));
  else if (g_str_has_prefix (page, "overdue"))
    show_list (window, g_str_equal (page, "overdue-empty"), "win.overdue");
  else if (g_str_has_prefix (page, "neglected"))
    show_list (window, g_str_equal (page, "neglected-empty"), "win.neglected");
  else
    return FALSE;

  display_test_settle ();
  return TRUE;
}
