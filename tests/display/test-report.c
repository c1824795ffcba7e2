/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cnscd-report-form.h"
#include "store/cnscd-sessions.h"
#include "ui/common/cnscd-choice-row.h"
#include "ui/people/cnscd-person-page.h"
#include "ui/schedule/cnscd-count-row.h"
#include "ui/schedule/cnscd-presence-row.h"
#include "ui/teams/cnscd-team-page.h"

#include "display-test.h"
#include "sample-sessions.h"

/* What came of sessions, told through the real widgets. */

#define UNIT    "05716" /* xã Võ Nhai */
#define OPENED  "f78a09c0-5326-5bc1-a781-536746194ea0"
#define ACCOUNT "Tài khoản thanh toán điện tử được mở"

typedef struct
{
  DISPLAY_TEST
  char *session; /* id of "Alpha" */
  char *code;
  char *person;      /* id of the one who leads */
  gboolean reported; /* what is waited for */
} Test;

static CnscdSessionRecords *
load (Test *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
  CnscdSessionRecords *records;

  g_assert_no_error (error);
  records = cnscd_session_load (database, test->session, &error);
  g_assert_no_error (error);
  return records;
}

static void
add_session (CnscdDatabase *database, Test *test, CnscdTeam *team, const char *title, int days_ago)
{
  CnscdDate day = cnscd_date_add_days (cnscd_date_today (), -days_ago);
  g_autoptr (CnscdSessionRecords) records = sample_session_new (UNIT, title, day, 19 * 60, 90);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) members = NULL;

  cnscd_session_records_add_team (records, team->record.id);
  records->session->expected = 30;
  members =
    cnscd_record_store_list_by (database, &CNSCD_KIND_MEMBERSHIP, "team", team->record.id, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < members->len; i++)
    cnscd_session_records_add_guide (records, ((CnscdRecord *) members->pdata[i])->id,
                                     i == 0 ? CNSCD_GUIDE_PART_LEADS : CNSCD_GUIDE_PART_HELPS);
  sample_session_put (database, records);
  if (g_str_equal (title, "Alpha"))
    {
      test->session = g_strdup (records->session->record.id);
      test->code = cnscd_session_dup_code (test->session);
      test->person = g_strdup (((CnscdMembership *) members->pdata[0])->person);
    }
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
    g_autoptr (CnscdTeam) team = NULL;

    g_assert_no_error (error);
    cnscd_database_set_setting (database, "unit", UNIT, &error);
    g_assert_no_error (error);
    team = display_test_add_team (database, UNIT, "Tổ Một");
    display_test_add_member (database, team, "Hà Thị Một", CNSCD_ROLE_LEADER);
    display_test_add_member (database, team, "Hà Văn Hai", CNSCD_ROLE_MEMBER);
    display_test_add_member (database, team, "Hà Văn Ba", CNSCD_ROLE_MEMBER);
    add_session (database, test, team, "Alpha", 3);
    add_session (database, test, team, "Beta", 2);
    add_session (database, test, team, "Gamma", -2);
  }
  display_test_show (&test->display);
  display_test_pump_until (is_open, test);
}

static void
tear_down (Test *test, gconstpointer data)
{
  display_test_tear_down (&test->display);
  g_free (test->session);
  g_free (test->code);
  g_free (test->person);
}

static gboolean
is_as_waited_for (gpointer data)
{
  Test *test = data;
  g_autoptr (CnscdSessionRecords) records = load (test);

  return cnscd_date_is_known (records->session->reported_on) == test->reported;
}

static void
wait_for_report (Test *test, gboolean reported)
{
  test->reported = reported;
  display_test_pump_until (is_as_waited_for, test);
}

static void
open_report (Test *test)
{
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.report-session", "s", test->session);
  display_test_wait_for_dialog (test->window);
  display_test_settle ();
}

static GtkWidget *
get_row (Test *test, const char *title)
{
  GtkWidget *row =
    display_test_find_row (GTK_WIDGET (display_test_get_dialog (test->window)), title);

  g_assert_nonnull (row);
  return row;
}

static GtkWidget *
get_entry (Test *test, const char *title)
{
  return display_test_find (get_row (test, title), GTK_TYPE_TEXT);
}

static void
type (Test *test, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_entry (test, title)), text);
}

static void
activate (GtkWidget *row)
{
  g_signal_emit_by_name (row, "activate");
}

static gboolean
may_save (Test *test)
{
  return gtk_widget_is_sensitive (
    adw_dialog_get_default_widget (display_test_get_dialog (test->window)));
}

static CnscdPresence
get_presence (const CnscdSessionRecords *records, guint i)
{
  return (CnscdPresence) ((CnscdSessionGuide *) records->guides->pdata[i])->presence;
}

static void
test_report (Test *test, gconstpointer data)
{
  g_autoptr (CnscdSessionRecords) after = NULL;
  g_autoptr (CnscdSessionRecords) undone = NULL;
  GtkWidget *exception;

  open_report (test);
  g_signal_emit_by_name (get_row (test, "All _Present"), "activated");
  exception = get_row (test, "Hà Văn Ba");
  g_assert_cmpint (cnscd_presence_row_get_presence (CNSCD_PRESENCE_ROW (exception)), ==,
                   CNSCD_PRESENCE_PRESENT);
  activate (exception);
  g_assert_cmpint (cnscd_presence_row_get_presence (CNSCD_PRESENCE_ROW (exception)), ==,
                   CNSCD_PRESENCE_ABSENT);
  type (test, "Total", "24");
  type (test, "Women", "0");
  type (test, ACCOUNT, "7");
  g_assert_true (may_save (test));
  display_test_press (test->window, "_Save");
  display_test_wait_for_no_dialog (test->window);
  wait_for_report (test, TRUE);

  after = load (test);
  g_assert_cmpint (after->session->state, ==, CNSCD_SESSION_STATE_HELD);
  g_assert_cmpint (after->session->attendance, ==, 24);
  g_assert_cmpint (after->session->attendance_women, ==, 0);
  /* Blank is unknown. */
  g_assert_cmpint (after->session->attendance_elderly, ==, CNSCD_COUNT_UNKNOWN);
  g_assert_cmpint (after->session->attendance_poor_households, ==, CNSCD_COUNT_UNKNOWN);
  g_assert_cmpuint (after->results->len, ==, 1);
  g_assert_cmpint (cnscd_report_get_result (after, OPENED), ==, 7);
  g_assert_cmpuint (after->guides->len, ==, 3);
  g_assert_cmpint (get_presence (after, 0), ==, CNSCD_PRESENCE_PRESENT);
  g_assert_cmpint (get_presence (after, 1), ==, CNSCD_PRESENCE_PRESENT);
  g_assert_cmpint (get_presence (after, 2), ==, CNSCD_PRESENCE_ABSENT);

  /* Who came is told where the session is shown. */
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.open-session", "s", test->session);
  display_test_wait_for_text (test->window, "Hà Thị Một · Leads · Present\n"
                                            "Hà Văn Hai · Helps · Present\n"
                                            "Hà Văn Ba · Helps · Absent");
  adw_dialog_force_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  wait_for_report (test, FALSE);
  undone = load (test);
  g_assert_cmpint (undone->session->state, ==, CNSCD_SESSION_STATE_PLANNED);
  g_assert_cmpint (undone->session->attendance, ==, CNSCD_COUNT_UNKNOWN);
  g_assert_cmpuint (undone->results->len, ==, 0);
  g_assert_cmpint (get_presence (undone, 0), ==, CNSCD_PRESENCE_UNKNOWN);
}

static void
test_wrong (Test *test, gconstpointer data)
{
  open_report (test);
  type (test, "Total", "20");
  type (test, "Women", "21");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (get_row (test, "Women"))), ==,
                   "More than the 20 who came");
  g_assert_false (may_save (test));
  type (test, "Women", "20");
  g_assert_true (may_save (test));

  type (test, ACCOUNT, "seven");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (get_row (test, ACCOUNT))), ==,
                   "Not a whole number");
  g_assert_false (may_save (test));
  type (test, ACCOUNT, "");

  /* A slip is told, but may be right. */
  type (test, "Total", "200");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (get_row (test, "Total"))), ==,
                   "30 were expected");
  g_assert_true (may_save (test));
}

/* Enter goes from number to number, and Control+Enter saves. */
static void
test_keys (Test *test, gconstpointer data)
{
  g_autoptr (CnscdSessionRecords) after = NULL;

  open_report (test);
  gtk_widget_grab_focus (get_entry (test, "Total"));
  display_test_settle ();
  display_test_press_key ("Return");
  display_test_settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (test->window)) == get_entry (test, "Women"));
  type (test, "Total", "9");
  display_test_press_key ("ctrl+Return");
  display_test_wait_for_no_dialog (test->window);
  wait_for_report (test, TRUE);
  after = load (test);
  g_assert_cmpint (after->session->attendance, ==, 9);
}

static void
test_next (Test *test, gconstpointer data)
{
  open_report (test);
  type (test, "Total", "12");
  display_test_press (test->window, "Save and _Next");
  wait_for_report (test, TRUE);
  display_test_wait_for_text (test->window, "Beta");
  display_test_settle ();
  display_test_press (test->window, "Save and _Next");
  display_test_wait_for_text (test->window, "Every session is reported");
  display_test_wait_for_no_dialog (test->window);
}

static void
test_not_held (Test *test, gconstpointer data)
{
  g_autoptr (CnscdSessionRecords) after = NULL;

  open_report (test);
  adw_toggle_group_set_active_name (
    display_test_find (GTK_WIDGET (display_test_get_dialog (test->window)), ADW_TYPE_TOGGLE_GROUP),
    "cancelled");
  display_test_type (test->window, "Reason or Note", "Mưa lũ, đường ngập");
  display_test_press (test->window, "_Save");
  display_test_wait_for_no_dialog (test->window);
  display_test_wait_for_text (test->window, "“Alpha” cancelled");
  after = load (test);
  g_assert_cmpint (after->session->state, ==, CNSCD_SESSION_STATE_CANCELLED);
  g_assert_cmpstr (after->session->note, ==, "Mưa lũ, đường ngập");
  g_assert_false (cnscd_date_is_known (after->session->reported_on));
}

/* That a report goes with it is told before. */
static void
test_reported_not_held (Test *test, gconstpointer data)
{
  static const char words[] = "Everything that was reported of the session will be deleted.";
  AdwToggleGroup *group;
  g_autoptr (CnscdSessionRecords) after = NULL;

  open_report (test);
  type (test, "Total", "24");
  adw_toggle_group_set_active_name (
    display_test_find (GTK_WIDGET (display_test_get_dialog (test->window)), ADW_TYPE_TOGGLE_GROUP),
    "cancelled");
  display_test_settle ();
  display_test_wait_for_no_text (test->window, words);
  adw_toggle_group_set_active_name (
    display_test_find (GTK_WIDGET (display_test_get_dialog (test->window)), ADW_TYPE_TOGGLE_GROUP),
    "held");
  display_test_press (test->window, "_Save");
  display_test_wait_for_no_dialog (test->window);
  wait_for_report (test, TRUE);

  open_report (test);
  display_test_wait_for_no_text (test->window, words);
  group =
    display_test_find (GTK_WIDGET (display_test_get_dialog (test->window)), ADW_TYPE_TOGGLE_GROUP);
  adw_toggle_group_set_active_name (group, "postponed");
  display_test_wait_for_text (test->window, words);
  adw_toggle_group_set_active_name (group, "held");
  display_test_wait_for_no_text (test->window, words);
  adw_toggle_group_set_active_name (group, "postponed");
  display_test_press (test->window, "_Save");
  display_test_wait_for_no_dialog (test->window);
  wait_for_report (test, FALSE);
  after = load (test);
  g_assert_cmpint (after->session->attendance, ==, CNSCD_COUNT_UNKNOWN);
}

/* What a session came to is not deleted by one key. */
static void
test_delete_reported (Test *test, gconstpointer data)
{
  open_report (test);
  type (test, "Total", "24");
  display_test_press (test->window, "_Save");
  display_test_wait_for_no_dialog (test->window);
  wait_for_report (test, TRUE);

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.delete-session", "s", test->session);
  display_test_wait_for_text (test->window, "Delete a Reported Session?");
  display_test_settle ();
  display_test_press (test->window, "_Cancel");
  display_test_wait_for_no_dialog (test->window);
  wait_for_report (test, TRUE);

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.delete-session", "s", test->session);
  display_test_wait_for_text (test->window, "Delete a Reported Session?");
  display_test_settle ();
  display_test_press (test->window, "_Delete");
  display_test_wait_for_text (test->window, "“Alpha” deleted");
}

static void
test_overdue (Test *test, gconstpointer data)
{
  GtkSearchEntry *search;

  cnscd_window_show_page (test->window, "schedule");
  display_test_wait_for_text (test->window, "2 sessions to be reported");
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.overdue", NULL);
  display_test_wait_for_text (test->window, "To Be Reported");
  display_test_wait_for_text (test->window, "Alpha");
  display_test_wait_for_text (test->window, "Beta");
  display_test_wait_for_text (test->window, "2 sessions");

  /* By the code on its paper. */
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.search", NULL);
  display_test_settle ();
  search = display_test_find (GTK_WIDGET (test->window), GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (search);
  gtk_editable_set_text (GTK_EDITABLE (search), test->code);
  display_test_wait_for_no_text (test->window, "Beta");
  display_test_wait_for_text (test->window, "Alpha");
}

static gboolean
shows_team (gpointer data)
{
  return display_test_find (GTK_WIDGET (((Test *) data)->window), CNSCD_TYPE_TEAM_PAGE) != NULL;
}

static gboolean
shows_person (gpointer data)
{
  return display_test_find (GTK_WIDGET (((Test *) data)->window), CNSCD_TYPE_PERSON_PAGE) != NULL;
}

/* Who ends a membership or dissolves a team is told what was planned. */
static void
test_planned (Test *test, gconstpointer data)
{
  static const char words[] = "1 session is planned from that day on and stays as it is.";
  g_autofree char *later = cnscd_date_format (cnscd_date_add_days (cnscd_date_today (), 3));

  display_test_open_team (test->window, 0);
  display_test_pump_until (shows_team, test);
  display_test_settle ();
  g_assert_true (gtk_widget_activate_action (
    display_test_find (GTK_WIDGET (test->window), CNSCD_TYPE_TEAM_PAGE), "team.dissolve", NULL));
  display_test_wait_for_dialog (test->window);
  display_test_wait_for_text (test->window, words);
  display_test_type (test->window, "First Day Without the Team", later);
  display_test_wait_for_no_text (test->window, words);
  adw_dialog_force_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.open-person", "s", test->person);
  display_test_pump_until (shows_person, test);
  display_test_settle ();
  g_assert_true (gtk_widget_activate_action (
    display_test_find (GTK_WIDGET (test->window), CNSCD_TYPE_PERSON_PAGE), "person.end", NULL));
  display_test_wait_for_dialog (test->window);
  display_test_wait_for_text (test->window, words);
  display_test_type (test->window, "No Longer a Member From", later);
  display_test_wait_for_no_text (test->window, words);
  adw_dialog_force_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);
}

static gboolean
has_audience (gpointer data)
{
  GtkWidget *row = display_test_get_row (((Test *) data)->window, "Audience");

  return CNSCD_IS_CHOICE_ROW (row) && cnscd_choice_row_get_chosen (CNSCD_CHOICE_ROW (row)) != NULL;
}

static void
test_neglected (Test *test, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.neglected", NULL);
  display_test_wait_for_dialog (test->window);
  display_test_wait_for_text (test->window, "No session yet");
  activate (get_row (test, "Nông dân"));
  display_test_wait_for_text (test->window, "New Session");
  display_test_pump_until (has_audience, test);
}

int
main (int argc, char *argv[])
{
  display_test_init (&argc, &argv, NULL);
  g_test_add ("/report/report", Test, NULL, set_up, test_report, tear_down);
  g_test_add ("/report/wrong", Test, NULL, set_up, test_wrong, tear_down);
  g_test_add ("/report/keys", Test, NULL, set_up, test_keys, tear_down);
  g_test_add ("/report/next", Test, NULL, set_up, test_next, tear_down);
  g_test_add ("/report/not-held", Test, NULL, set_up, test_not_held, tear_down);
  g_test_add ("/report/reported-not-held", Test, NULL, set_up, test_reported_not_held, tear_down);
  g_test_add ("/report/delete-reported", Test, NULL, set_up, test_delete_reported, tear_down);
  g_test_add ("/report/overdue", Test, NULL, set_up, test_overdue, tear_down);
  g_test_add ("/report/planned", Test, NULL, set_up, test_planned, tear_down);
  g_test_add ("/report/neglected", Test, NULL, set_up, test_neglected, tear_down);
  return display_test_run ();
}
