/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cnscd-series-edit.h"
#include "store/cnscd-sessions.h"
#include "ui/common/cnscd-choice-row.h"
#include "ui/documents/cnscd-print-dialog.h"
#include "ui/documents/cnscd-print-schedule.h"
#include "ui/documents/cnscd-print-sign-in.h"
#include "ui/schedule/cnscd-chosen-list.h"
#include "ui/schedule/cnscd-day-dialog.h"
#include "ui/schedule/cnscd-month-view.h"
#include "ui/schedule/cnscd-schedule-page.h"
#include "ui/schedule/cnscd-session-dialog.h"
#include "ui/schedule/cnscd-session-drag.h"
#include "ui/window/cnscd-form-dialog.h"

#include "display-test.h"
#include "sample-sessions.h"

/* What is done with a session from the places where it is shown, and what the keys of the schedule
 * do. */

#define UNIT    "05716" /* xã Võ Nhai */
#define EVENING (19 * 60)

/* A Tuesday. */
#define THE_DAY CNSCD_DATE (2027, 3, 16)

typedef struct
{
  DISPLAY_TEST
  CnscdTeam *one;
  CnscdTeam *two;
  CnscdSchedulePage *page;
  char *alpha; /* its id */
  char *code;
  const char *expected;
} Test;

static char *
put_session (CnscdDatabase *database,
             CnscdTeam *team,
             const char *title,
             CnscdDate day,
             CnscdSessionState state)
{
  g_autoptr (CnscdSessionRecords) records = sample_session_new (UNIT, title, day, EVENING, 90);

  records->session->state = (int) state;
  cnscd_session_records_add_team (records, team->record.id);
  sample_session_put (database, records);
  return g_strdup (records->session->record.id);
}

static gboolean
is_open (gpointer data)
{
  Test *test = data;

  return cnscd_repository_is_open (test->repository) &&
         cnscd_window_get_visible_page (test->window) != NULL;
}

static void
set_up (Test *test, gconstpointer data)
{
  display_test_make_folder (&test->display);
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
    g_autofree char *beta = NULL;
    g_autofree char *held = NULL;

    g_assert_no_error (error);
    cnscd_database_set_setting (database, "unit", UNIT, &error);
    g_assert_no_error (error);
    test->one = display_test_add_team (database, UNIT, "Tổ Một");
    test->two = display_test_add_team (database, UNIT, "Tổ Hai");
    test->alpha = put_session (database, test->one, "Alpha", THE_DAY, CNSCD_SESSION_STATE_PLANNED);
    test->code = cnscd_session_dup_code (test->alpha);
    beta = put_session (database, test->two, "Beta", CNSCD_DATE (2027, 3, 18),
                        CNSCD_SESSION_STATE_PLANNED);
    held =
      put_session (database, test->two, "Held", CNSCD_DATE (2027, 3, 17), CNSCD_SESSION_STATE_HELD);
  }
  display_test_show (&test->display);
  display_test_pump_until (is_open, test);
  cnscd_window_show_page (test->window, "schedule");
  display_test_settle ();
  test->page = display_test_find (GTK_WIDGET (test->window), CNSCD_TYPE_SCHEDULE_PAGE);
  cnscd_schedule_page_show (test->page, "month", THE_DAY);
  display_test_wait_for_text (test->window, "March 2027");
  display_test_settle ();
}

static void
tear_down (Test *test, gconstpointer data)
{
  display_test_tear_down (&test->display);
  cnscd_record_unref (test->one);
  cnscd_record_unref (test->two);
  g_free (test->alpha);
  g_free (test->code);
}

/* What another program finds: "Alpha 2027-03-16T19:00; …", without what was held. */
static gboolean
has_sessions (gpointer data)
{
  Test *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
  g_autoptr (GPtrArray) sessions = NULL;
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  sessions = cnscd_sessions_list (database, &query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < sessions->len; i++)
    {
      const CnscdSessionSummary *session = sessions->pdata[i];
      char iso[CNSCD_TIME_ISO_SIZE];

      if (session->state != CNSCD_SESSION_STATE_HELD)
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? "; " : "", session->title,
                                cnscd_time_write_iso (session->starts_at, iso));
    }
  return g_str_equal (text->str, test->expected);
}

static void
wait_for_sessions (Test *test, const char *expected)
{
  test->expected = expected;
  display_test_pump_until (has_sessions, test);
}

static gboolean
is_of_type (gpointer data)
{
  const struct
  {
    CnscdWindow *window;
    GType type;
  } *sought = data;
  AdwDialog *dialog = display_test_get_dialog (sought->window);

  return dialog != NULL && G_TYPE_CHECK_INSTANCE_TYPE (dialog, sought->type);
}

static GtkWidget *
wait_for_dialog_of (Test *test, GType type)
{
  struct
  {
    CnscdWindow *window;
    GType type;
  } sought = { test->window, type };

  display_test_pump_until (is_of_type, &sought);
  return GTK_WIDGET (display_test_get_dialog (test->window));
}

/* The page of a session. */
static GtkWidget *
open_alpha (Test *test)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.open-session", "s", test->alpha);
  dialog = wait_for_dialog_of (test, CNSCD_TYPE_SESSION_DIALOG);
  display_test_wait_for_text (test->window, "Tổ Một");
  display_test_settle ();
  return dialog;
}

/* As from a reminder that was shown before it was deleted. */
static void
test_gone (Test *test, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.open-session", "s",
                              "0198c0de-0000-7000-8000-000000000000");
  display_test_wait_for_text (test->window, "This session no longer exists");
  display_test_wait_for_no_dialog (test->window);
}

static gboolean
has_label (gpointer data)
{
  const struct
  {
    GtkWidget *root;
    const char *text;
  } *sight = data;

  return display_test_find_labelled (sight->root, sight->text) != NULL;
}

static void
wait_for_label_in (GtkWidget *root, const char *text)
{
  struct
  {
    GtkWidget *root;
    const char *text;
  } sight = { root, text };

  display_test_pump_until (has_label, &sight);
}

static GtkWidget *
find_session (GtkWidget *root, const char *title)
{
  const CnscdSessionSummary *session = cnscd_session_widget_get (root);

  if (session != NULL && gtk_widget_get_mapped (root) && g_str_equal (session->title, title))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_session (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* ---- the page of a session */

static void
test_sign_in (Test *test, gconstpointer data)
{
  GtkWidget *dialog;

  open_alpha (test);
  display_test_press (test->window, "Print _Sign-in Sheet…");
  dialog = wait_for_dialog_of (test, CNSCD_TYPE_PRINT_DIALOG);
  display_test_settle ();
  g_assert_nonnull (display_test_find (dialog, CNSCD_TYPE_PRINT_SIGN_IN));
  adw_dialog_force_close (display_test_get_dialog (test->window));
  wait_for_dialog_of (test, CNSCD_TYPE_SESSION_DIALOG);
}

/* What was done is told above the page, and undone from there. */
static void
test_toast (Test *test, gconstpointer data)
{
  GtkWidget *dialog = open_alpha (test);

  gtk_widget_activate_action (dialog, "win.postpone-session", "s", test->alpha);
  wait_for_label_in (dialog, "“Alpha” postponed");
  wait_for_label_in (dialog, "Postponed");
  display_test_settle ();
  display_test_press_key ("ctrl+z");
  wait_for_label_in (dialog, "Undone: “Alpha” postponed");
  wait_for_label_in (dialog, "Planned");

  gtk_widget_activate_action (dialog, "win.cancel-session", "s", test->alpha);
  wait_for_label_in (dialog, "“Alpha” cancelled");
  display_test_settle ();
  display_test_press (test->window, "_Undo");
  wait_for_label_in (dialog, "Undone: “Alpha” cancelled");
}

/* A form lies above the page while what it does is told. */
static void
test_toast_of_form (Test *test, gconstpointer data)
{
  GtkWidget *dialog = open_alpha (test);

  display_test_press (test->window, "_Move…");
  wait_for_dialog_of (test, CNSCD_TYPE_FORM_DIALOG);
  display_test_type (test->window, "Day", "17/3/2027");
  display_test_press (test->window, "_Move");
  wait_for_sessions (test, "Alpha 2027-03-17T19:00; Beta 2027-03-18T19:00");
  wait_for_label_in (dialog, "“Alpha” moved to 19h00, 17/03/2027");
}

/* The page of what is gone goes, and what is told of it stays. */
static void
test_delete (Test *test, gconstpointer data)
{
  GtkWidget *dialog = open_alpha (test);

  gtk_widget_activate_action (dialog, "win.delete-session", "s", test->alpha);
  wait_for_sessions (test, "Beta 2027-03-18T19:00");
  display_test_wait_for_no_dialog (test->window);
  display_test_settle ();
  g_assert_nonnull (display_test_find_labelled (GTK_WIDGET (test->window), "“Alpha” deleted"));
  g_signal_emit_by_name (display_test_find_button (GTK_WIDGET (test->window), "_Undo"), "clicked");
  wait_for_sessions (test, "Alpha 2027-03-16T19:00; Beta 2027-03-18T19:00");
}

static void
test_menu (Test *test, gconstpointer data)
{
  GtkWidget *dialog = open_alpha (test);
  GtkWidget *button = display_test_find_named (dialog, "menu");
  GMenuModel *model;
  guint n_items = 0;

  g_assert_nonnull (button);
  model = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button));
  for (int i = 0; i < g_menu_model_get_n_items (model); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (model, i, G_MENU_LINK_SECTION);

      n_items += (guint) g_menu_model_get_n_items (section);
    }
  /* Postpone, cancel, delete. */
  g_assert_cmpuint (n_items, ==, 3);
}

static void
test_series (Test *test, gconstpointer data)
{
  g_autoptr (CnscdSessionRecords) first =
    sample_session_new (UNIT, "Series", CNSCD_DATE (2027, 4, 5), EVENING, 60);
  CnscdRecurrence rule = { .frequency = CNSCD_FREQUENCY_WEEKLY,
                           .interval = 1,
                           .until = CNSCD_DATE (2027, 4, 19) };
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("series");
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkWidget) dialog = NULL;

  g_assert_true (cnscd_series_add (set, NULL, first, &rule, &error));
  g_assert_no_error (error);
  cnscd_repository_apply_async (test->repository, set, NULL, NULL);
  wait_for_sessions (test, "Alpha 2027-03-16T19:00; Beta 2027-03-18T19:00; "
                           "Series 2027-04-05T19:00; Series 2027-04-12T19:00; "
                           "Series 2027-04-19T19:00");

  cnscd_schedule_page_show (test->page, NULL, CNSCD_DATE (2027, 4, 12));
  display_test_settle ();
  {
    const CnscdSessionSummary *session =
      cnscd_session_widget_get (find_session (GTK_WIDGET (test->page), "Series"));
    g_autofree char *id = g_strdup (session->session);

    gtk_widget_activate_action (GTK_WIDGET (test->window), "win.open-session", "s", id);
    dialog = g_object_ref (wait_for_dialog_of (test, CNSCD_TYPE_SESSION_DIALOG));
    display_test_wait_for_text (test->window, "Every week, until 19/04/2027");
    gtk_widget_activate_action (dialog, "win.delete-session", "s", id);
  }
  wait_for_dialog_of (test, ADW_TYPE_ALERT_DIALOG);
  display_test_press (test->window, "_All of the Series");
  wait_for_sessions (test, "Alpha 2027-03-16T19:00; Beta 2027-03-18T19:00");
  /* How much is gone is told. */
  display_test_wait_for_text (test->window, "“Series”: 3 sessions deleted");
}

/* Also of a series, a report is not deleted before somebody says so. */
static void
test_series_reported (Test *test, gconstpointer data)
{
  g_autoptr (CnscdSessionRecords) first =
    sample_session_new (UNIT, "Series", CNSCD_DATE (2027, 4, 5), EVENING, 60);
  CnscdRecurrence rule = { .frequency = CNSCD_FREQUENCY_WEEKLY,
                           .interval = 1,
                           .until = CNSCD_DATE (2027, 4, 12) };
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("series");
  g_autoptr (GError) error = NULL;

  first->session->attendance = 24;
  g_assert_true (cnscd_series_add (set, NULL, first, &rule, &error));
  g_assert_no_error (error);
  cnscd_repository_apply_async (test->repository, set, NULL, NULL);
  wait_for_sessions (test, "Alpha 2027-03-16T19:00; Beta 2027-03-18T19:00; "
                           "Series 2027-04-05T19:00; Series 2027-04-12T19:00");

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.delete-session", "s",
                              first->session->record.id);
  wait_for_dialog_of (test, ADW_TYPE_ALERT_DIALOG);
  display_test_press (test->window, "Only _This One");
  display_test_wait_for_text (test->window, "Delete a Reported Session?");
  display_test_settle ();
  display_test_press (test->window, "_Delete");
  wait_for_sessions (test, "Alpha 2027-03-16T19:00; Beta 2027-03-18T19:00; "
                           "Series 2027-04-12T19:00");
}

/* ---- the list of a day */

static void
test_cut_in_day (Test *test, gconstpointer data)
{
  GtkWidget *dialog;
  GtkWidget *session;

  gtk_widget_grab_focus (GTK_WIDGET (test->page));
  cnscd_schedule_page_show (test->page, "month", THE_DAY);
  display_test_settle ();
  g_signal_emit_by_name (display_test_find (GTK_WIDGET (test->page), CNSCD_TYPE_MONTH_VIEW),
                         "day-activated", (gint64) cnscd_date_to_days (THE_DAY));
  dialog = wait_for_dialog_of (test, CNSCD_TYPE_DAY_DIALOG);
  wait_for_label_in (dialog, "Alpha");
  display_test_settle ();
  session = find_session (dialog, "Alpha");
  g_assert_true (gtk_widget_activate_action (session, "page.cut-session", "s", test->alpha));
  /* It is pasted on the page. */
  display_test_wait_for_no_dialog (test->window);
  display_test_wait_for_text (test->window,
                              "“Alpha” is cut. Go to another day and paste it there.");
  cnscd_schedule_page_show (test->page, "month", CNSCD_DATE (2027, 3, 15));
  gtk_widget_activate_action (GTK_WIDGET (test->page), "page.paste-session", NULL);
  wait_for_sessions (test, "Alpha 2027-03-15T19:00; Beta 2027-03-18T19:00");
}

static gboolean
has_menu (gpointer page)
{
  return display_test_find (page, GTK_TYPE_POPOVER_MENU) != NULL;
}

static gboolean
has_no_menu (gpointer page)
{
  return !has_menu (page);
}

/* Who opens the menu by mouse may close it and go on by key. */
static void
test_menu_focus (Test *test, gconstpointer data)
{
  GtkWidget *view = display_test_find (GTK_WIDGET (test->page), CNSCD_TYPE_MONTH_VIEW);

  display_test_click_secondary (find_session (view, "Alpha"));
  display_test_pump_until (has_menu, test->page);
  display_test_settle ();
  display_test_press_key ("Escape");
  display_test_pump_until (has_no_menu, test->page);
  display_test_settle ();
  display_test_press_key ("Delete");
  wait_for_sessions (test, "Beta 2027-03-18T19:00");
}

/* ---- dragging */

/* Who tries learns why. */
static void
test_drag_held (Test *test, gconstpointer data)
{
  GtkWidget *session = find_session (GTK_WIDGET (test->page), "Held");
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (session);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      g_autoptr (GdkContentProvider) content = NULL;

      if (GTK_IS_DRAG_SOURCE (controller))
        g_signal_emit_by_name (controller, "prepare", 5.0, 5.0, &content);
      g_assert_null (content);
    }
  display_test_wait_for_text (test->window,
                              "Only sessions that are planned or postponed can be moved");
}

/* What stands in the way is said before. */
static void
test_clash (Test *test, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.move-session", "s", test->alpha);
  wait_for_dialog_of (test, CNSCD_TYPE_FORM_DIALOG);
  display_test_type (test->window, "Day", "30/4/2027");
  display_test_press (test->window, "_Move");
  wait_for_dialog_of (test, ADW_TYPE_ALERT_DIALOG);
  display_test_wait_for_text (test->window, "Move Anyway?");
  display_test_press (test->window, "_Move");
  wait_for_sessions (test, "Beta 2027-03-18T19:00; Alpha 2027-04-30T19:00");
}

/* ---- the schedule's keys */

static void
focus_main_menu (Test *test)
{
  GtkWidget *button = display_test_find_button (GTK_WIDGET (test->window), "Main Menu");

  g_assert_true (gtk_widget_grab_focus (
    button != NULL ? button : display_test_find (GTK_WIDGET (test->window), GTK_TYPE_MENU_BUTTON)));
  display_test_settle ();
  g_assert_false (
    gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (test->window)), GTK_WIDGET (test->page)));
}

/* Wherever the focus is. */
static void
test_keys (Test *test, gconstpointer data)
{
  focus_main_menu (test);
  display_test_press_key ("Page_Down");
  display_test_wait_for_text (test->window, "April 2027");
  focus_main_menu (test);
  display_test_press_key ("alt+Left");
  display_test_wait_for_text (test->window, "March 2027");
  focus_main_menu (test);
  display_test_press_key ("ctrl+g");
  display_test_wait_for_dialog (test->window);
  display_test_type (test->window, "Date", "24/5/2027");
  display_test_press (test->window, "_Go");
  display_test_wait_for_text (test->window, "May 2027");

  /* Not on another page. */
  display_test_wait_for_no_dialog (test->window);
  cnscd_window_show_page (test->window, "teams");
  display_test_settle ();
  display_test_press_key ("ctrl+g");
  display_test_settle ();
  g_assert_null (display_test_get_dialog (test->window));
}

/* To days that a calendar has. */
static void
test_go_to (Test *test, gconstpointer data)
{
  static const char *const wrong[] = { "1/1/1000", "1/1/2300", "31/2" };
  GtkWidget *row;

  gtk_widget_activate_action (GTK_WIDGET (test->page), "page.go-to", NULL);
  display_test_wait_for_dialog (test->window);
  row = display_test_get_row (test->window, "Date");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (row), wrong[i]);
      display_test_settle ();
      g_assert_true (gtk_widget_has_css_class (row, "error"));
    }
  gtk_editable_set_text (GTK_EDITABLE (row), "5/4/2031");
  display_test_press (test->window, "_Go");
  display_test_wait_for_text (test->window, "April 2031");
}

static void
test_print_key (Test *test, gconstpointer data)
{
  display_test_press_key ("ctrl+p");
  display_test_wait_for_dialog (test->window);
  display_test_settle ();
  g_assert_nonnull (display_test_find (GTK_WIDGET (display_test_get_dialog (test->window)),
                                       CNSCD_TYPE_PRINT_SCHEDULE));
}

static void
choose_filter (Test *test)
{
  GtkWidget *dialog;

  g_signal_emit_by_name (display_test_find_named (GTK_WIDGET (test->page), "filter"), "clicked");
  dialog = GTK_WIDGET (display_test_wait_for_dialog (test->window));
  display_test_settle ();
  cnscd_choice_row_set_chosen (CNSCD_CHOICE_ROW (display_test_find_row (dialog, "Team")),
                               test->one->record.id);
  adw_dialog_close (ADW_DIALOG (dialog));
  display_test_wait_for_no_dialog (test->window);
  display_test_wait_for_text (test->window, "1 session");
}

/* What is printed is what is shown. */
static void
test_print_filtered (Test *test, gconstpointer data)
{
  choose_filter (test);
  gtk_widget_activate_action (GTK_WIDGET (test->page), "page.print", NULL);
  display_test_wait_for_dialog (test->window);
  display_test_settle ();
  g_assert_cmpstr (
    cnscd_print_schedule_get_team (display_test_find (
      GTK_WIDGET (display_test_get_dialog (test->window)), CNSCD_TYPE_PRINT_SCHEDULE)),
    ==, test->one->record.id);
}

/* Filtered by a team: the form proposes it. */
static GtkWidget *
show_new_of_team (Test *test)
{
  GtkWidget *teams;

  choose_filter (test);
  gtk_widget_activate_action (GTK_WIDGET (test->page), "page.new", NULL);
  display_test_wait_for_dialog (test->window);
  display_test_wait_for_text (test->window, "Add Team");
  display_test_settle ();
  teams =
    display_test_find (GTK_WIDGET (display_test_get_dialog (test->window)), CNSCD_TYPE_CHOSEN_LIST);
  g_assert_cmpstr (cnscd_chosen_list_get_ids (CNSCD_CHOSEN_LIST (teams))[0], ==,
                   test->one->record.id);
  return teams;
}

/* A new session is of what is shown, and so is seen at once. */
static void
test_of_filters (Test *test, gconstpointer data)
{
  show_new_of_team (test);
  display_test_type (test->window, "Title", "Gamma");
  display_test_type (test->window, "Day", "22/3/2027");
  display_test_press (test->window, "_Plan");
  display_test_wait_for_text (test->window, "2 sessions");
  g_assert_nonnull (find_session (GTK_WIDGET (test->page), "Gamma"));
}

/* What is planned and does not pass the filters is not lost. */
static void
test_hidden (Test *test, gconstpointer data)
{
  g_signal_emit_by_name (display_test_find_button (show_new_of_team (test), "Remove"), "clicked");
  display_test_type (test->window, "Title", "Gamma");
  display_test_type (test->window, "Day", "22/3/2027");
  display_test_press (test->window, "_Plan");
  display_test_wait_for_text (test->window, "“Gamma” is planned, but the filters hide it");
  g_assert_null (find_session (GTK_WIDGET (test->page), "Gamma"));
  g_signal_emit_by_name (display_test_find_button (GTK_WIDGET (test->window), "_Show All"),
                         "clicked");
  display_test_wait_for_text (test->window, "4 sessions");
}

/* Any session is found by the code on its paper, or by its words. */
static void
test_search (Test *test, gconstpointer data)
{
  GtkSearchEntry *search;

  display_test_press_key ("ctrl+f");
  display_test_wait_for_text (test->window, "To Be Reported");
  display_test_settle ();
  search = display_test_find (GTK_WIDGET (test->window), GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (search);
  gtk_editable_set_text (GTK_EDITABLE (search), test->code);
  display_test_wait_for_text (test->window, "Alpha");
}

static gboolean
has_no_toast (gpointer data)
{
  Test *test = data;

  return display_test_find_labelled (GTK_WIDGET (test->window), "“Alpha” postponed") == NULL;
}

/* Long enough to be read, and to reach the button. */
static void
test_toast_time (Test *test, gconstpointer data)
{
  gint64 start;

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.postpone-session", "s", test->alpha);
  display_test_wait_for_text (test->window, "“Alpha” postponed");
  start = g_get_monotonic_time ();
  display_test_pump_until (has_no_toast, test);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 5 * G_USEC_PER_SEC);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Test *test, gconstpointer data);
  } tests[] = {
    { "/session-acts/sign-in", test_sign_in },
    { "/session-acts/toast", test_toast },
    { "/session-acts/toast-of-form", test_toast_of_form },
    { "/session-acts/delete", test_delete },
    { "/session-acts/menu", test_menu },
    { "/session-acts/menu-focus", test_menu_focus },
    { "/session-acts/series", test_series },
    { "/session-acts/series-reported", test_series_reported },
    { "/session-acts/cut-in-day", test_cut_in_day },
    { "/session-acts/drag-held", test_drag_held },
    { "/session-acts/clash", test_clash },
    { "/session-acts/keys", test_keys },
    { "/session-acts/go-to", test_go_to },
    { "/session-acts/print-key", test_print_key },
    { "/session-acts/gone", test_gone },
    { "/session-acts/print-filtered", test_print_filtered },
    { "/session-acts/of-filters", test_of_filters },
    { "/session-acts/hidden", test_hidden },
    { "/session-acts/search", test_search },
    { "/session-acts/toast-time", test_toast_time },
  };

  display_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Test, NULL, set_up, tests[i].test, tear_down);
  return display_test_run ();
}
