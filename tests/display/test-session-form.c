/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/cnscd-repository-office.h"
#include "store/cnscd-sessions.h"
#include "ui/common/cnscd-choice-dialog.h"
#include "ui/common/cnscd-choice-row.h"
#include "ui/schedule/cnscd-chosen-list.h"
#include "ui/schedule/cnscd-copy-dialog.h"
#include "ui/schedule/cnscd-plan-dialog.h"
#include "ui/schedule/cnscd-session-actions.h"

#include "display-test.h"
#include "sample-sessions.h"

/* A session planned and changed through its form. */

#define UNIT     "05716" /* xã Võ Nhai */
#define EVENING  (19 * 60)
#define THE_DAY  CNSCD_DATE (2027, 3, 16) /* a Tuesday */
#define LAST_DAY CNSCD_DATE (2027, 3, 20) /* of who leaves */

typedef struct
{
  DISPLAY_TEST
  CnscdTeam *one;
  CnscdTeam *two;
  char *alpha; /* id of a session */
  char *an;    /* as which Lê Văn An guides it */
  const char *expected;
} Test;

static char *
add_guide (CnscdDatabase *database, CnscdTeam *team, const char *name, CnscdDate valid_to)
{
  g_autoptr (CnscdPerson) person = cnscd_record_new (&CNSCD_KIND_PERSON, UNIT);
  g_autoptr (CnscdMembership) membership = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, UNIT);

  cnscd_record_set (person, full_name, name);
  cnscd_record_set (membership, team, team->record.id);
  cnscd_record_set (membership, person, person->record.id);
  membership->role = CNSCD_ROLE_MEMBER;
  membership->valid_to = valid_to;
  display_test_put (database, person);
  display_test_put (database, membership);
  return g_strdup (membership->record.id);
}

/* Alpha is guided by An, so that Bình has less to do; Chi is of the other team, and leaves. */
static void
fill (Test *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
  g_autoptr (CnscdSessionRecords) alpha = sample_session_new (UNIT, "Alpha", THE_DAY, EVENING, 90);
  g_autofree char *binh = NULL;
  g_autofree char *chi = NULL;

  g_assert_no_error (error);
  cnscd_database_set_setting (database, "unit", UNIT, &error);
  g_assert_no_error (error);
  test->one = display_test_add_team (database, UNIT, "Tổ Một");
  test->two = display_test_add_team (database, UNIT, "Tổ Hai");
  test->an = add_guide (database, test->one, "Lê Văn An", CNSCD_DATE_UNKNOWN);
  binh = add_guide (database, test->one, "Trần Thị Bình", CNSCD_DATE_UNKNOWN);
  chi = add_guide (database, test->two, "Đỗ Chi", LAST_DAY);
  cnscd_record_set (alpha->session, place, "Nhà văn hóa");
  cnscd_session_records_add_team (alpha, test->one->record.id);
  cnscd_session_records_add_guide (alpha, test->an, CNSCD_GUIDE_PART_LEADS);
  sample_session_put (database, alpha);
  test->alpha = g_strdup (alpha->session->record.id);
}

/* "Alpha 2027-03-16T19:00 [Tổ Một] {} (Lê Văn An); …" */
static char *
dup_sessions (Test *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
  g_autoptr (GPtrArray) sessions = NULL;
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  sessions = cnscd_sessions_list (database, &query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < sessions->len; i++)
    {
      const CnscdSessionSummary *session = sessions->pdata[i];
      char iso[CNSCD_TIME_ISO_SIZE];

      g_string_append_printf (text, "%s%s %s [%s] (%s)", text->len > 0 ? "; " : "", session->title,
                              cnscd_time_write_iso (session->starts_at, iso),
                              session->teams != NULL ? session->teams : "",
                              session->guides != NULL ? session->guides : "");
    }
  return g_string_free_and_steal (text);
}

static gboolean
has_sessions (gpointer data)
{
  Test *test = data;
  g_autofree char *sessions = dup_sessions (test);

  return g_str_equal (sessions, test->expected);
}

static void
wait_for_sessions (Test *test, const char *expected)
{
  test->expected = expected;
  display_test_pump_until (has_sessions, test);
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
  fill (test);
  display_test_show (&test->display);
  display_test_pump_until (is_open, test);
  cnscd_window_show_page (test->window, "schedule");
  display_test_settle ();
}

static void
tear_down (Test *test, gconstpointer data)
{
  display_test_tear_down (&test->display);
  cnscd_record_unref (test->one);
  cnscd_record_unref (test->two);
  g_free (test->alpha);
  g_free (test->an);
}

/* The window's topmost dialog is of a type. */

static gboolean
is_on_top (gpointer data)
{
  Test *test = data;
  AdwDialog *dialog = display_test_get_dialog (test->window);

  return dialog != NULL && g_str_equal (G_OBJECT_TYPE_NAME (dialog), test->expected);
}

static GtkWidget *
wait_for_top (Test *test, const char *type)
{
  test->expected = type;
  display_test_pump_until (is_on_top, test);
  display_test_settle ();
  return GTK_WIDGET (display_test_get_dialog (test->window));
}

static void
show_new (Test *test)
{
  cnscd_session_actions_add (test->window, UNIT, cnscd_time_new (THE_DAY, EVENING));
  wait_for_top (test, "CnscdPlanDialog");
}

static void
show_edit (Test *test, const char *session)
{
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.edit-session", "s", session);
  wait_for_top (test, "CnscdPlanDialog");
}

static GtkWidget *
open_chooser (Test *test, const char *row)
{
  gtk_widget_activate (display_test_get_row (test->window, row));
  return wait_for_top (test, "CnscdChoiceDialog");
}

static void
choose (Test *test, const char *row, const char *choice)
{
  open_chooser (test, row);
  gtk_widget_activate (display_test_get_row (test->window, choice));
  wait_for_top (test, "CnscdPlanDialog");
}

static void
assert_text (Test *test, const char *row, const char *text)
{
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (display_test_get_row (test->window, row))),
                   ==, text);
}

static void
assert_cannot_save (Test *test, const char *row)
{
  display_test_get_row (test->window, row);
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Plan")));
}

static void
undo (Test *test)
{
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
}

/* ---- what is planned */

static void
test_add (Test *test, gconstpointer data)
{
  show_new (test);
  choose (test, "Add Team", "Tổ Một");
  choose (test, "Add Team", "Tổ Hai");
  choose (test, "Add Topic", "VNeID");
  assert_text (test, "Title", "VNeID");
  display_test_type (test->window, "Title", "Gamma");
  display_test_type (test->window, "Day", "17/3/2027");
  display_test_type (test->window, "Begins", "8h30");
  assert_text (test, "Ends", "10h30");
  display_test_type (test->window, "People Expected", "30");
  display_test_settle ();
  choose (test, "Add Guide", "Trần Thị Bình");
  choose (test, "Add Guide", "Lê Văn An");
  display_test_press (test->window, "_Plan");
  wait_for_sessions (test, "Alpha 2027-03-16T19:00 [Tổ Một] (Lê Văn An); "
                           "Gamma 2027-03-17T08:30 [Tổ Một; Tổ Hai] (Trần Thị Bình; Lê Văn An)");
  display_test_wait_for_no_dialog (test->window);
  display_test_wait_for_text (test->window, "“Gamma” planned");
  undo (test);
  wait_for_sessions (test, "Alpha 2027-03-16T19:00 [Tổ Một] (Lê Văn An)");
}

static void
test_edit (Test *test, gconstpointer data)
{
  show_edit (test, test->alpha);
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Save")));
  assert_text (test, "Begins", "19h00");
  assert_text (test, "Ends", "20h30");
  display_test_type (test->window, "Begins", "18h");
  assert_text (test, "Ends", "19h30");
  display_test_press (test->window, "_Save");
  wait_for_sessions (test, "Alpha 2027-03-16T18:00 [Tổ Một] (Lê Văn An)");
  display_test_wait_for_no_dialog (test->window);
  undo (test);
  wait_for_sessions (test, "Alpha 2027-03-16T19:00 [Tổ Một] (Lê Văn An)");
}

static void
test_wrong (Test *test, gconstpointer data)
{
  show_new (test);
  assert_cannot_save (test, "Title");
  display_test_type (test->window, "Title", "Gamma");
  g_assert_true (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Plan")));
  display_test_type (test->window, "Day", "31/2/2027");
  assert_cannot_save (test, "Day: no such date");
  display_test_type (test->window, "Day", "16/3/2027");
  display_test_type (test->window, "Begins", "25h");
  assert_cannot_save (test, "Begins: not a time");
  display_test_type (test->window, "Begins", "19h");
  display_test_type (test->window, "Ends", "18h");
  assert_cannot_save (test, "Ends: before it began");
  display_test_type (test->window, "Ends", "20h");
  display_test_type (test->window, "People Expected", "nhiều");
  assert_cannot_save (test, "People Expected: not a whole number");
  display_test_type (test->window, "People Expected", "");
  adw_combo_row_set_selected (ADW_COMBO_ROW (display_test_get_row (test->window, "Repeat")), 1);
  display_test_type (test->window, "Until", "1/3/2027");
  assert_cannot_save (test, "Until: before the start on 16/03/2027");
  display_test_type (test->window, "Until", "1/4/2027");
  g_assert_true (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Plan")));

  /* What was typed is not lost without asking. */
  adw_dialog_close (display_test_get_dialog (test->window));
  wait_for_top (test, "AdwAlertDialog");
  adw_dialog_close (display_test_get_dialog (test->window));
  wait_for_top (test, "CnscdPlanDialog");
  assert_text (test, "Title", "Gamma");
}

/* An audience is taught its topics in the catalogue's order, unless others were chosen. */
static void
test_audience (Test *test, gconstpointer data)
{
  GtkWidget *dialog;
  g_autofree char *first = NULL;

  show_new (test);
  choose (test, "Audience", "Gia đình có con đi học");
  dialog = GTK_WIDGET (display_test_get_dialog (test->window));
  g_assert_nonnull (display_test_find_button (dialog, "Move Down"));
  first =
    g_strdup (gtk_editable_get_text (GTK_EDITABLE (display_test_get_row (test->window, "Title"))));
  g_assert_cmpstr (first, !=, "");

  /* The second topic comes first, and the title with it. */
  g_signal_emit_by_name (display_test_find_button (dialog, "Move Down"), "clicked");
  g_assert_cmpstr (
    gtk_editable_get_text (GTK_EDITABLE (display_test_get_row (test->window, "Title"))), !=, first);
}

/* ---- guides and clashes */

static void
test_guides (Test *test, gconstpointer data)
{
  GtkWidget *dialog;
  GtkWidget *an, *binh, *chi;

  show_new (test);
  dialog = open_chooser (test, "Add Guide");
  an = display_test_find_row (dialog, "Lê Văn An");
  binh = display_test_find_row (dialog, "Trần Thị Bình");
  chi = display_test_find_row (dialog, "Đỗ Chi");
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (an)), ==, 2);
  g_assert_nonnull (display_test_find_labelled (an, "Tổ Một\n1 session this quarter\nLast — · "
                                                    "next 16/03/2027"));
  g_assert_nonnull (display_test_find_labelled (binh, "Tổ Một\n0 sessions this quarter\nLast — · "
                                                      "next —"));
  adw_dialog_close (ADW_DIALOG (dialog));
  wait_for_top (test, "CnscdPlanDialog");

  /* The team's own come first. */
  choose (test, "Add Team", "Tổ Hai");
  dialog = open_chooser (test, "Add Guide");
  chi = display_test_find_row (dialog, "Đỗ Chi");
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (chi)), ==, 0);

  /* Without accents. */
  gtk_editable_set_text (display_test_find (dialog, GTK_TYPE_SEARCH_ENTRY), "le van");
  display_test_settle ();
  g_assert_null (display_test_find_row (dialog, "Đỗ Chi"));
  g_assert_nonnull (display_test_find_row (dialog, "Lê Văn An"));
}

/* So that the guides, and what stands in their way, are below what is seen. */
static void
scroll_up (Test *test)
{
  GtkWidget *dialog = GTK_WIDGET (display_test_get_dialog (test->window));
  GtkWidget *scroller = display_test_find (dialog, GTK_TYPE_SCROLLED_WINDOW);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
                            0);
  display_test_settle ();
}

static void
test_clashes (Test *test, gconstpointer data)
{
  show_new (test);
  display_test_type (test->window, "Title", "Gamma");
  choose (test, "Add Guide", "Lê Văn An");
  display_test_wait_for_text (test->window, "Lê Văn An guides “Alpha” at that time (19h00–20h30)");
  display_test_type (test->window, "Place", "nhà văn hoá");
  display_test_wait_for_text (test->window, "“Alpha” is at this place at that time (19h00–20h30)");
  choose (test, "Add Guide", "Đỗ Chi");
  display_test_type (test->window, "Day", "21/3/2027");
  display_test_wait_for_text (test->window, "Đỗ Chi is not a team member on that day");
  display_test_wait_for_no_text (test->window,
                                 "“Alpha” is at this place at that time (19h00–20h30)");

  /* None keeps anybody from saving, but what is below the day is named before. */
  display_test_type (test->window, "Day", "16/3/2027");
  display_test_wait_for_text (test->window, "Lê Văn An guides “Alpha” at that time (19h00–20h30)");
  scroll_up (test);
  display_test_press (test->window, "_Plan");
  wait_for_top (test, "AdwAlertDialog");
  display_test_press (test->window, "_Cancel");
  wait_for_top (test, "CnscdPlanDialog");
  wait_for_sessions (test, "Alpha 2027-03-16T19:00 [Tổ Một] (Lê Văn An)");
  scroll_up (test);
  display_test_press (test->window, "_Plan");
  wait_for_top (test, "AdwAlertDialog");
  display_test_wait_for_text (test->window, "Plan Anyway?");
  display_test_press (test->window, "_Plan");
  wait_for_sessions (test, "Alpha 2027-03-16T19:00 [Tổ Một] (Lê Văn An); "
                           "Gamma 2027-03-16T19:00 [] (Lê Văn An; Đỗ Chi)");
}

static gboolean
is_office_saved (gpointer data)
{
  Test *test = data;

  return cnscd_repository_get_office (test->repository)->max_sessions_per_week == 1;
}

/* What else a day and a week may have against a session. */
static void
test_day_and_week (Test *test, gconstpointer data)
{
  g_autoptr (CnscdOffice) office =
    cnscd_office_copy (cnscd_repository_get_office (test->repository));

  office->max_sessions_per_week = 1;
  cnscd_repository_save_office_async (test->repository, office, NULL, NULL);
  display_test_pump_until (is_office_saved, test);
  show_new (test);
  display_test_type (test->window, "Title", "Gamma");
  display_test_type (test->window, "Day", "30/4/2027");
  display_test_wait_for_text (test->window, "The day is a holiday: Ngày Chiến thắng");
  choose (test, "Add Guide", "Lê Văn An");
  display_test_type (test->window, "Day", "17/3/2027");
  display_test_wait_for_text (test->window,
                              "Lê Văn An has 2 sessions that week, more than the limit of 1");
  display_test_wait_for_no_text (test->window, "The day is a holiday: Ngày Chiến thắng");
}

/* Beta of the week after, at the time of Alpha and with the same guide. */
static char *
add_beta (Test *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
  g_autoptr (CnscdSessionRecords) beta =
    sample_session_new (UNIT, "Beta", CNSCD_DATE (2027, 3, 23), EVENING, 60);

  g_assert_no_error (error);
  cnscd_session_records_add_guide (beta, test->an, CNSCD_GUIDE_PART_LEADS);
  sample_session_put (database, beta);
  return g_strdup (beta->session->record.id);
}

/* Every session of a series is looked at, not its first one alone. */
static void
test_series_clashes (Test *test, gconstpointer data)
{
  const char *one = "1 of 4 sessions has a clash:\n"
                    "16/03/2027: Lê Văn An guides “Alpha” at that time (19h00–20h30)";
  const char *two = "2 of 4 sessions have a clash:\n"
                    "16/03/2027: Lê Văn An guides “Alpha” at that time (19h00–20h30)\n"
                    "23/03/2027: Lê Văn An guides “Beta” at that time (19h00–20h00)";
  g_autofree char *beta = NULL;

  show_new (test);
  display_test_type (test->window, "Title", "Gamma");
  choose (test, "Add Guide", "Lê Văn An");
  display_test_type (test->window, "Day", "9/3/2027");
  adw_combo_row_set_selected (ADW_COMBO_ROW (display_test_get_row (test->window, "Repeat")), 1);
  display_test_type (test->window, "Until", "1/4/2027");
  display_test_wait_for_text (test->window, one);

  beta = add_beta (test);
  display_test_type (test->window, "Begins", "19h15");
  display_test_wait_for_text (test->window, two);
  display_test_type (test->window, "Begins", "8h");
  display_test_wait_for_no_text (test->window, two);

  /* None keeps anybody from saving. */
  display_test_type (test->window, "Begins", "19h");
  display_test_type (test->window, "Until", "17/3/2027");
  display_test_press (test->window, "_Plan");
  wait_for_sessions (test, "Gamma 2027-03-09T19:00 [] (Lê Văn An); "
                           "Alpha 2027-03-16T19:00 [Tổ Một] (Lê Văn An); "
                           "Gamma 2027-03-16T19:00 [] (Lê Văn An); "
                           "Beta 2027-03-23T19:00 [] (Lê Văn An)");
}

/* Before a session lands on another one, the window asks. */
static void
test_move_clashes (Test *test, gconstpointer data)
{
  const char *before = "Alpha 2027-03-16T19:00 [Tổ Một] (Lê Văn An); "
                       "Beta 2027-03-23T19:00 [] (Lê Văn An)";
  g_autofree char *beta = add_beta (test);

  cnscd_session_actions_move (test->window, beta, cnscd_time_new (THE_DAY, EVENING + 30));
  wait_for_top (test, "AdwAlertDialog");
  display_test_wait_for_text (test->window,
                              "16/03/2027: Lê Văn An guides “Alpha” at that time (19h00–20h30)");
  display_test_press (test->window, "_Cancel");
  display_test_wait_for_no_dialog (test->window);
  wait_for_sessions (test, before);

  cnscd_session_actions_move (test->window, beta, cnscd_time_new (THE_DAY, EVENING + 30));
  wait_for_top (test, "AdwAlertDialog");
  display_test_press (test->window, "_Move");
  wait_for_sessions (test, "Alpha 2027-03-16T19:00 [Tổ Một] (Lê Văn An); "
                           "Beta 2027-03-16T19:30 [] (Lê Văn An)");
  display_test_wait_for_no_dialog (test->window);
  display_test_wait_for_text (test->window, "“Beta” moved to 19h30, 16/03/2027");
  undo (test);
  wait_for_sessions (test, before);

  /* What is in nobody's way is moved at once. */
  cnscd_session_actions_move (test->window, beta,
                              cnscd_time_new (CNSCD_DATE (2027, 3, 24), EVENING));
  wait_for_sessions (test, "Alpha 2027-03-16T19:00 [Tổ Một] (Lê Văn An); "
                           "Beta 2027-03-24T19:00 [] (Lê Văn An)");
}

static void
test_copy_clashes (Test *test, gconstpointer data)
{
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;
  g_autoptr (CnscdCatalog) catalog = cnscd_catalog_new ();
  g_autofree char *beta = add_beta (test);

  query.unit = UNIT;
  adw_dialog_present (
    cnscd_copy_dialog_new (test->window, &query, NULL, catalog, CNSCD_COPY_SPAN_WEEK, THE_DAY),
    GTK_WIDGET (test->window));
  display_test_wait_for_text (test->window, "1 session will be planned.");
  display_test_wait_for_text (test->window, "1 of 1 session has a clash");
  display_test_wait_for_text (test->window, "23/03/2027 · Alpha");
  display_test_wait_for_text (test->window, "Lê Văn An guides “Beta” at that time (19h00–20h00)");
  display_test_press (test->window, "_Copy");
  wait_for_sessions (test, "Alpha 2027-03-16T19:00 [Tổ Một] (Lê Văn An); "
                           "Beta 2027-03-23T19:00 [] (Lê Văn An); "
                           "Alpha 2027-03-23T19:00 [Tổ Một] (Lê Văn An)");
}

/* ---- series */

static char *
find_session (Test *test, CnscdDate day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
  g_autoptr (GPtrArray) sessions = NULL;
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;

  query.from = day;
  query.to = day;
  sessions = cnscd_sessions_list (database, &query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sessions->len, ==, 1);
  return g_strdup (((CnscdSessionSummary *) sessions->pdata[0])->session);
}

static void
test_series (Test *test, gconstpointer data)
{
  const char *planned = "Alpha 2027-03-16T19:00 [Tổ Một] (Lê Văn An); "
                        "Gamma 2027-03-17T08:00 [] (); Gamma 2027-03-24T08:00 [] (); "
                        "Gamma 2027-03-31T08:00 [] ()";
  g_autofree char *second = NULL;
  AdwComboRow *repeat;

  show_new (test);
  display_test_type (test->window, "Title", "Gamma");
  display_test_type (test->window, "Day", "17/3/2027");
  display_test_type (test->window, "Begins", "8h");
  adw_combo_row_set_selected (ADW_COMBO_ROW (display_test_get_row (test->window, "Repeat")), 1);
  display_test_type (test->window, "Until", "1/4/2027");
  g_assert_true (g_str_has_prefix (
    adw_action_row_get_subtitle (
      ADW_ACTION_ROW (gtk_widget_get_next_sibling (display_test_get_row (test->window, "Until")))),
    "Wed 17/03/2027 ("));
  display_test_press (test->window, "_Plan");
  wait_for_sessions (test, planned);
  display_test_wait_for_no_dialog (test->window);
  display_test_wait_for_text (test->window, "“Gamma” planned · 3 sessions");

  second = find_session (test, CNSCD_DATE (2027, 3, 24));
  show_edit (test, second);
  display_test_type (test->window, "Title", "Delta");
  display_test_press (test->window, "_Save");
  wait_for_top (test, "AdwAlertDialog");
  display_test_press (test->window, "This and the _Following");
  wait_for_sessions (test, "Alpha 2027-03-16T19:00 [Tổ Một] (Lê Văn An); "
                           "Gamma 2027-03-17T08:00 [] (); Delta 2027-03-24T08:00 [] (); "
                           "Delta 2027-03-31T08:00 [] ()");
  display_test_wait_for_no_dialog (test->window);
  undo (test);
  wait_for_sessions (test, planned);

  /* The rule is told once: above its days, or where it is left as it was. */
  show_edit (test, second);
  repeat = ADW_COMBO_ROW (display_test_get_row (test->window, "Repeat"));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (repeat)), ==, "");
  adw_combo_row_set_selected (repeat, 0);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (repeat)), !=, "");
  adw_combo_row_set_selected (repeat, 1);

  /* Until a week later: one more. */
  display_test_type (test->window, "Until", "7/4/2027");
  display_test_press (test->window, "_Save");
  wait_for_top (test, "AdwAlertDialog");
  g_assert_false (
    gtk_widget_is_sensitive (display_test_get_button (test->window, "Only _This One")));
  display_test_press (test->window, "_All of the Series");
  wait_for_sessions (test, "Alpha 2027-03-16T19:00 [Tổ Một] (Lê Văn An); "
                           "Gamma 2027-03-17T08:00 [] (); Gamma 2027-03-24T08:00 [] (); "
                           "Gamma 2027-03-31T08:00 [] (); Gamma 2027-04-07T08:00 [] ()");
}

/* ---- choosing */

static guint
count_choosers (Test *test)
{
  g_autoptr (GListModel) dialogs =
    adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (test->window));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (dialogs); i++)
    {
      g_autoptr (AdwDialog) dialog = g_list_model_get_item (dialogs, i);

      n += CNSCD_IS_CHOICE_DIALOG (dialog);
    }
  return n;
}

static guint
count_rows (GtkWidget *list_box)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list_box), (int) n) != NULL)
    n++;
  return n;
}

typedef struct
{
  GtkWidget *list_box;
  GtkAdjustment *adjustment;
  guint n;
} Rows;

static gboolean
has_rows (gpointer data)
{
  Rows *rows = data;

  return count_rows (rows->list_box) >= rows->n;
}

/* However often it is pressed, one list comes up, at once and for whoever types already; of many
 * people only those in sight have rows. */
static void
test_many_people (Test *test, gconstpointer data)
{
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, NULL);
  GtkWidget *row, *dialog, *focus, *scrolled;
  Rows rows;

  for (int i = 0; i < 100; i++)
    {
      g_autofree char *name = g_strdup_printf ("Nguyễn Văn %c%c", 'A' + i / 26, 'A' + i % 26);

      g_free (add_guide (database, test->one, name, CNSCD_DATE_UNKNOWN));
    }
  show_new (test);
  display_test_settle ();
  row = display_test_get_row (test->window, "Add Guide");
  for (int i = 0; i < 3; i++)
    gtk_widget_activate (row);
  g_assert_cmpuint (count_choosers (test), ==, 1);
  dialog = GTK_WIDGET (display_test_get_dialog (test->window));
  focus = gtk_root_get_focus (GTK_ROOT (test->window));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, dialog));

  wait_for_top (test, "CnscdChoiceDialog");
  rows.list_box = display_test_find (dialog, GTK_TYPE_LIST_BOX);
  g_assert_cmpuint (count_rows (rows.list_box), <=, 50);
  scrolled = gtk_widget_get_ancestor (rows.list_box, GTK_TYPE_SCROLLED_WINDOW);
  rows.adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  for (rows.n = 60; rows.n <= 100; rows.n += 40)
    {
      display_test_settle ();
      gtk_adjustment_set_value (rows.adjustment, gtk_adjustment_get_upper (rows.adjustment));
      display_test_pump_until (has_rows, &rows);
    }
  g_assert_cmpuint (count_choosers (test), ==, 1);
  display_test_get_row (test->window, "Nguyễn Văn DV");
}

static gboolean
is_narrow (gpointer window)
{
  return gtk_widget_get_width (window) <= 360;
}

/* What is typed is searched for, also where the choices come up from below. */
static void
test_narrow_chooser (Test *test, gconstpointer data)
{
  GtkWidget *dialog;
  GtkWidget *focus;

  gtk_window_set_default_size (GTK_WINDOW (test->window), 360, 720);
  display_test_pump_until (is_narrow, test->window);
  show_new (test);
  dialog = open_chooser (test, "Add Team");
  display_test_settle ();
  focus = gtk_root_get_focus (GTK_ROOT (test->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, display_test_find (dialog, GTK_TYPE_SEARCH_ENTRY)));
}

static void
test_nothing_to_choose (Test *test, gconstpointer data)
{
  cnscd_session_actions_add (test->window, "01840", cnscd_time_new (THE_DAY, EVENING));
  wait_for_top (test, "CnscdPlanDialog");
  display_test_settle ();
  open_chooser (test, "Add Team");
  display_test_wait_for_text (test->window, "No Teams Yet");
}

static CnscdHamlet *
add_hamlet (CnscdDatabase *database, const char *name, const char *team_name)
{
  g_autoptr (CnscdHamlet) hamlet = cnscd_record_new (&CNSCD_KIND_HAMLET, UNIT);
  g_autoptr (CnscdTeam) team = cnscd_record_new (&CNSCD_KIND_TEAM, UNIT);

  cnscd_record_set (hamlet, name, name);
  hamlet->kind = CNSCD_HAMLET_KIND_HAMLET;
  cnscd_record_set (team, name, team_name);
  cnscd_record_set (team, hamlet, hamlet->record.id);
  team->level = CNSCD_TEAM_LEVEL_HAMLET;
  display_test_put (database, hamlet);
  display_test_put (database, team);
  return g_steal_pointer (&hamlet);
}

/* Of forty teams nobody chooses one after the other. */
static void
test_all_teams (Test *test, gconstpointer data)
{
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, NULL);
  g_autoptr (CnscdHamlet) oak = add_hamlet (database, "Bản Cáu", "A");

  show_new (test);
  choose (test, "Add Team", "All Teams");
  /* In whatever hamlet. */
  g_assert_null (
    cnscd_choice_row_get_chosen (CNSCD_CHOICE_ROW (display_test_get_row (test->window, "Hamlet"))));
  display_test_get_row (test->window, "Tổ Một");
  display_test_get_row (test->window, "Tổ Hai");
  display_test_type (test->window, "Title", "Gamma");
  display_test_type (test->window, "Day", "17/3/2027");
  display_test_type (test->window, "Begins", "8h30");
  display_test_press (test->window, "_Plan");
  wait_for_sessions (test, "Alpha 2027-03-16T19:00 [Tổ Một] (Lê Văn An); "
                           "Gamma 2027-03-17T08:30 [A; Tổ Hai; Tổ Một] ()");
}

/* A hamlet comes with its team, until somebody chooses another; teams stand in their order. */
static void
test_team_of_hamlet (Test *test, gconstpointer data)
{
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, NULL);
  g_autoptr (CnscdHamlet) oak = add_hamlet (database, "Đồng", "Đội Đồng");
  g_autoptr (CnscdHamlet) elm = add_hamlet (database, "Áng", "Đội Áng");
  GtkWidget *teams, *dialog, *first, *second;

  show_new (test);
  display_test_settle ();
  teams =
    display_test_find (GTK_WIDGET (display_test_get_dialog (test->window)), CNSCD_TYPE_CHOSEN_LIST);
  choose (test, "Hamlet", "Xóm Đồng");
  g_assert_nonnull (display_test_find_row (teams, "Xóm Đồng"));
  choose (test, "Hamlet", "Xóm Áng");
  g_assert_nonnull (display_test_find_row (teams, "Xóm Áng"));
  g_assert_null (display_test_find_row (teams, "Xóm Đồng"));
  g_signal_emit_by_name (display_test_find_button (teams, "Remove"), "clicked");

  dialog = open_chooser (test, "Add Team");
  first = display_test_find_row (dialog, "Xóm Áng");
  second = display_test_find_row (dialog, "Xóm Đồng");
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (first)), ==,
                   gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (second)) - 1);
  gtk_widget_activate (display_test_get_row (test->window, "Tổ Một"));
  wait_for_top (test, "CnscdPlanDialog");
  choose (test, "Hamlet", "Xóm Đồng");
  g_assert_nonnull (display_test_find_row (teams, "Tổ Một"));
  g_assert_null (display_test_find_row (teams, "Xóm Đồng"));
}

static gboolean
is_cut (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) &&
      pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_cut (child))
      return TRUE;
  return FALSE;
}

/* What is too much is said where it is typed. */
static void
test_limits (Test *test, gconstpointer data)
{
  g_autofree char *title = g_strnfill (201, 'a');
  GtkWidget *repeat, *until;

  show_new (test);
  display_test_type (test->window, "Title", title);
  assert_cannot_save (test, "Title: longer than 200 characters");
  display_test_type (test->window, "Title", "Gamma");
  display_test_type (test->window, "People Expected", "99999999999");
  assert_cannot_save (test, "People Expected: too large");
  display_test_type (test->window, "People Expected", "30");

  repeat = display_test_get_row (test->window, "Repeat");
  for (guint kind = 1; kind < 5; kind++)
    {
      adw_combo_row_set_selected (ADW_COMBO_ROW (repeat), kind);
      display_test_settle ();
      g_assert_false (is_cut (repeat));
    }
  adw_combo_row_set_selected (ADW_COMBO_ROW (repeat), 1);
  display_test_type (test->window, "Until", "31/12/2099");
  assert_cannot_save (test, "Until: gives more than 366 sessions");
  until = display_test_get_row (test->window, "Until");
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_next_sibling (until)));
  display_test_type (test->window, "Until", "1/4/2027");
  g_assert_true (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Plan")));
}

#define ADD_TEST(path, function) g_test_add (path, Test, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  display_test_init (&argc, &argv, NULL);

  ADD_TEST ("/display/session-form/add", test_add);
  ADD_TEST ("/display/session-form/edit", test_edit);
  ADD_TEST ("/display/session-form/wrong", test_wrong);
  ADD_TEST ("/display/session-form/audience", test_audience);
  ADD_TEST ("/display/session-form/guides", test_guides);
  ADD_TEST ("/display/session-form/clashes", test_clashes);
  ADD_TEST ("/display/session-form/day-and-week", test_day_and_week);
  ADD_TEST ("/display/session-form/series", test_series);
  ADD_TEST ("/display/session-form/series-clashes", test_series_clashes);
  ADD_TEST ("/display/session-form/move-clashes", test_move_clashes);
  ADD_TEST ("/display/session-form/copy-clashes", test_copy_clashes);

  ADD_TEST ("/display/session-form/many-people", test_many_people);
  ADD_TEST ("/display/session-form/all-teams", test_all_teams);
  ADD_TEST ("/display/session-form/narrow-chooser", test_narrow_chooser);
  ADD_TEST ("/display/session-form/nothing-to-choose", test_nothing_to_choose);
  ADD_TEST ("/display/session-form/team-of-hamlet", test_team_of_hamlet);
  ADD_TEST ("/display/session-form/limits", test_limits);

  return display_test_run ();
}
