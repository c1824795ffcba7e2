/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/cnscd-person-history.h"
#include "store/cnscd-record-store.h"
#include "ui/decisions/cnscd-decision-guide.h"
#include "ui/hamlets/cnscd-hamlet-actions.h"
#include "ui/members/cnscd-bulk-bar.h"
#include "ui/members/cnscd-end-dialog.h"
#include "ui/members/cnscd-member-actions.h"
#include "ui/members/cnscd-member-dialog.h"
#include "ui/people/cnscd-merge-dialog.h"

#include "display-test.h"

/* What all forms have in common: where the focus is, what they say and when, how they are left. */

#define UNIT "05716"

static CnscdApplication *application;

typedef struct
{
  DISPLAY_TEST
  CnscdTeam *team;
  CnscdHamlet *hamlet;
  CnscdPerson *person;
  CnscdPerson *namesake;
  CnscdMembership *membership;
  GtkWidget *expected;
} Test;

static CnscdPerson *
add_person (CnscdDatabase *database, const char *name)
{
  CnscdPerson *person = cnscd_record_new (&CNSCD_KIND_PERSON, UNIT);

  cnscd_record_set (person, full_name, name);
  display_test_put (database, person);
  return person;
}

static void
fill (Test *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);

  g_assert_no_error (error);
  cnscd_database_set_setting (database, "unit", UNIT, &error);
  g_assert_no_error (error);
  test->team = display_test_add_team (database, UNIT, "Tổ Một");
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *name = g_strdup_printf ("Lê Văn %c", 'A' + i);

      display_test_add_member (database, test->team, name, CNSCD_ROLE_MEMBER);
    }
  test->hamlet = cnscd_record_new (&CNSCD_KIND_HAMLET, UNIT);
  cnscd_record_set (test->hamlet, name, "Ba Nhất");
  test->hamlet->kind = CNSCD_HAMLET_KIND_HAMLET;
  test->hamlet->valid_from = CNSCD_DATE (2025, 11, 29);
  display_test_put (database, test->hamlet);
  test->person = add_person (database, "Đào Thị Ánh");
  test->namesake = add_person (database, "Đào Thị Anh");
  test->membership = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, UNIT);
  cnscd_record_set (test->membership, team, test->team->record.id);
  cnscd_record_set (test->membership, person, test->person->record.id);
  test->membership->role = CNSCD_ROLE_MEMBER;
  test->membership->valid_from = CNSCD_DATE (2025, 11, 29);
  display_test_put (database, test->membership);
}

static void
set_up (Test *test, gconstpointer data)
{
  display_test_make_folder (&test->display);
  fill (test);
  display_test_show (&test->display);
  if (g_strcmp0 (data, "narrow") == 0)
    gtk_window_set_default_size (GTK_WINDOW (test->window), 360, 720);
  display_test_wait_for_text (test->window, "Tổ Một");
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  cnscd_repository_close_finish (CNSCD_REPOSITORY (source), result, &error);
  g_assert_no_error (error);
  g_clear_object ((CnscdRepository **) user_data);
}

static gboolean
has_no_repository (gpointer data)
{
  return ((Test *) data)->repository == NULL;
}

/* Of a window that is gone. */
static void
close_database (Test *test)
{
  cnscd_repository_close_async (test->repository, closed_cb, &test->repository);
  display_test_pump_until (has_no_repository, test);
  display_test_remove_folder (test->folder);
  g_clear_pointer (&test->folder, g_free);
  g_clear_pointer (&test->path, g_free);
}

static void
tear_down (Test *test, gconstpointer data)
{
  g_clear_pointer (&test->team, cnscd_record_unref);
  g_clear_pointer (&test->hamlet, cnscd_record_unref);
  g_clear_pointer (&test->person, cnscd_record_unref);
  g_clear_pointer (&test->namesake, cnscd_record_unref);
  g_clear_pointer (&test->membership, cnscd_record_unref);
  if (test->window != NULL)
    display_test_tear_down (&test->display);
  else
    close_database (test);
}

static const char *
get_title (Test *test, const char *title)
{
  return adw_preferences_row_get_title (
    ADW_PREFERENCES_ROW (display_test_get_row (test->window, title)));
}

static AdwDialog *
present (Test *test, AdwDialog *dialog)
{
  adw_dialog_present (dialog, GTK_WIDGET (test->window));
  return dialog;
}

static AdwDialog *
present_guide (Test *test, CnscdDecisionKind kind)
{
  return present (test, cnscd_decision_guide_new (test->window, UNIT, kind, test->team->record.id));
}

/* ---- the focus */

static gboolean
has_focus (gpointer data)
{
  Test *test = data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (test->window));

  return focus != NULL &&
         (focus == test->expected || gtk_widget_is_ancestor (focus, test->expected));
}

static void
wait_for_focus (Test *test, GtkWidget *widget)
{
  g_assert_nonnull (widget);
  test->expected = widget;
  display_test_pump_until (has_focus, test);
}

/* Not only for a moment, and with nothing selected that a key would replace. */
static void
check_focus (Test *test, const char *title, gboolean selected)
{
  GtkWidget *row = display_test_get_row (test->window, title);

  wait_for_focus (test, row);
  display_test_settle ();
  g_assert_true (has_focus (test));
  if (GTK_IS_EDITABLE (row))
    g_assert_cmpint (gtk_editable_get_selection_bounds (GTK_EDITABLE (row), NULL, NULL), ==,
                     selected);
  adw_dialog_force_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);
}

static CnscdPersonHistory *
read_history (Test *test, const CnscdPerson *person)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
  CnscdPersonHistory *history = cnscd_person_history_read (database, person->record.id, &error);

  g_assert_no_error (error);
  return history;
}

static void
test_focus (Test *test, gconstpointer data)
{
  g_autoptr (CnscdPersonHistory) one = read_history (test, test->person);
  g_autoptr (CnscdPersonHistory) other = read_history (test, test->namesake);
  GtkWidget *focus;

  present_guide (test, CNSCD_DECISION_KIND_ESTABLISH);
  check_focus (test, "Number", FALSE);
  present_guide (test, CNSCD_DECISION_KIND_CONSOLIDATE);
  check_focus (test, "Number", FALSE);
  present (test, cnscd_member_dialog_new_for_member (test->window, test->person, test->membership));
  check_focus (test, "Full Name", FALSE);
  present (test, cnscd_end_dialog_new_to_move (test->window, test->person, test->membership));
  check_focus (test, "New Team", FALSE);
  /* A suggestion is replaced. */
  present (test, cnscd_end_dialog_new (test->window, test->person, test->membership));
  check_focus (test, "No Longer a Member From", TRUE);

  present (test, cnscd_merge_dialog_new (test->window, one, other));
  wait_for_focus (test, GTK_WIDGET (display_test_get_dialog (test->window)));
  display_test_settle ();
  focus = gtk_root_get_focus (GTK_ROOT (test->window));
  g_assert_nonnull (focus);
  g_assert_false (GTK_IS_BUTTON (focus));
  display_test_press_key ("space");
  display_test_settle ();
  g_assert_nonnull (display_test_get_dialog (test->window));
  adw_dialog_force_close (display_test_get_dialog (test->window));
}

static gboolean
shows_member_form (gpointer data)
{
  return CNSCD_IS_MEMBER_DIALOG (display_test_get_dialog (((Test *) data)->window));
}

static gboolean
shows_guide (gpointer data)
{
  return CNSCD_IS_DECISION_GUIDE (display_test_get_dialog (((Test *) data)->window));
}

/* Who has been added has the focus, and is seen. */
static void
test_joiner (Test *test, gconstpointer data)
{
  GtkWidget *scrolled;
  GtkWidget *row;
  graphene_rect_t bounds;

  present_guide (test, CNSCD_DECISION_KIND_CONSOLIDATE);
  display_test_settle ();
  display_test_type (test->window, "Number", "103/QĐ-UBND");
  display_test_type (test->window, "Date", "29/11/2025");
  display_test_press (test->window, "_Next");
  display_test_wait_for_text (test->window, "Current Members");
  display_test_settle ();
  g_signal_emit_by_name (display_test_get_row (test->window, "Add _New Person…"), "activated");
  display_test_pump_until (shows_member_form, test);
  display_test_settle ();
  display_test_type (test->window, "Full Name", "Nguyễn Thị Mới");
  display_test_press (test->window, "_Save");
  display_test_pump_until (shows_guide, test);
  row = display_test_get_row (test->window, "Nguyễn Thị Mới");
  wait_for_focus (test, row);
  display_test_settle ();
  g_assert_true (has_focus (test));
  scrolled = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  g_assert_true (gtk_widget_compute_bounds (row, scrolled, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (scrolled));
  adw_dialog_force_close (display_test_get_dialog (test->window));
}

/* ---- what is said */

static void
test_untouched (Test *test, gconstpointer data)
{
  present_guide (test, CNSCD_DECISION_KIND_ESTABLISH);
  display_test_settle ();
  display_test_type (test->window, "Number", "103/QĐ-UBND");
  g_assert_cmpstr (get_title (test, "Date"), ==, "Date");
  /* It was left. */
  gtk_widget_grab_focus (display_test_get_row (test->window, "Date"));
  g_assert_cmpstr (get_title (test, "Date"), ==, "Date");
  gtk_widget_grab_focus (display_test_get_row (test->window, "Note"));
  g_assert_cmpstr (get_title (test, "Date"), ==, "Date: still needed");
  display_test_type (test->window, "Number", "");
  g_assert_cmpstr (get_title (test, "Number"), ==, "Number: still needed");
  adw_dialog_force_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);

  /* "Save" was tried. */
  present_guide (test, CNSCD_DECISION_KIND_ESTABLISH);
  wait_for_focus (test, display_test_get_row (test->window, "Number"));
  display_test_settle ();
  display_test_press_key ("Return");
  display_test_settle ();
  g_assert_cmpstr (get_title (test, "Number"), ==, "Number: still needed");
  g_assert_cmpstr (get_title (test, "Date"), ==, "Date: still needed");
  adw_dialog_force_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);

  cnscd_hamlet_actions_split (test->window, test->hamlet->record.id);
  display_test_wait_for_dialog (test->window);
  display_test_settle ();
  display_test_type (test->window, "Name of hamlet 1", "Một");
  g_assert_cmpstr (get_title (test, "Name of hamlet 2"), ==, "Name of hamlet 2");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Split")));
  adw_dialog_force_close (display_test_get_dialog (test->window));
}

static gboolean
shows_reading (Test *test, const char *title, const char *reading)
{
  return display_test_find_labelled (display_test_get_row (test->window, title), reading) != NULL;
}

#define MISTAKE                                                                                    \
  "A membership that was entered by mistake is deleted, not ended: select it under Members and "   \
  "press Delete."

static void
test_dates (Test *test, gconstpointer data)
{
  present (test, cnscd_end_dialog_new (test->window, test->person, test->membership));
  display_test_settle ();
  display_test_type (test->window, "No Longer a Member From", "1/1/26");
  display_test_wait_for_text (test->window, "01/01/2026");
  g_assert_true (shows_reading (test, "No Longer a Member From", "01/01/2026"));
  g_assert_cmpstr (gtk_editable_get_text (
                     GTK_EDITABLE (display_test_get_row (test->window, "No Longer a Member From"))),
                   ==, "1/1/26");
  display_test_type (test->window, "No Longer a Member From", "01/01/2026");
  g_assert_false (shows_reading (test, "No Longer a Member From", "01/01/2026"));

  display_test_type (test->window, "No Longer a Member From", "1/1/2025");
  g_assert_cmpstr (get_title (test, "No Longer a Member From"), ==,
                   "No Longer a Member From: before the start on 29/11/2025");
  g_assert_false (shows_reading (test, "No Longer a Member From", "01/01/2025"));

  /* Who ends on the first day would never have been there. */
  display_test_type (test->window, "No Longer a Member From", "29/11/2025");
  g_assert_cmpstr (get_title (test, "No Longer a Member From"), ==,
                   "No Longer a Member From: not after the start on 29/11/2025");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_End")));
  display_test_wait_for_text (test->window, MISTAKE);
  display_test_type (test->window, "No Longer a Member From", "30/11/2025");
  g_assert_true (gtk_widget_is_sensitive (display_test_get_button (test->window, "_End")));
  display_test_wait_for_no_text (test->window, MISTAKE);
  adw_dialog_force_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);

  cnscd_hamlet_actions_end (test->window, test->hamlet->record.id);
  display_test_wait_for_dialog (test->window);
  display_test_type (test->window, "No Longer a Hamlet From", "29/11/2025");
  g_assert_cmpstr (get_title (test, "No Longer a Hamlet From"), ==,
                   "No Longer a Hamlet From: not after the start on 29/11/2025");
  adw_dialog_force_close (display_test_get_dialog (test->window));
}

static void
test_long_name (Test *test, gconstpointer data)
{
  g_autofree char *name = g_strnfill (61, 'a');

  cnscd_member_actions_add (test->window, test->team->record.id);
  display_test_wait_for_dialog (test->window);
  display_test_type (test->window, "Full Name", name);
  g_assert_cmpstr (get_title (test, "Full Name"), ==, "Full Name: too long for a name");
  adw_dialog_force_close (display_test_get_dialog (test->window));
}

/* ---- steps */

/* "Next" pressed twice is one step. */
static void
test_double_next (Test *test, gconstpointer data)
{
  present_guide (test, CNSCD_DECISION_KIND_CONSOLIDATE);
  display_test_settle ();
  display_test_type (test->window, "Number", "103/QĐ-UBND");
  display_test_type (test->window, "Date", "29/11/2025");
  display_test_settle ();
  display_test_double_click (display_test_get_button (test->window, "_Next"));
  display_test_wait_for_text (test->window, "Step 2 of 3");
  display_test_settle ();
  display_test_wait_for_text (test->window, "Step 2 of 3");
  g_assert_nonnull (display_test_find_labelled (GTK_WIDGET (test->window), "Current Members"));

  /* Nor is "Back" "Cancel". */
  display_test_settle ();
  display_test_double_click (display_test_get_button (test->window, "_Back"));
  display_test_wait_for_text (test->window, "Step 1 of 3");
  display_test_settle ();
  g_assert_true (shows_guide (test));
  adw_dialog_force_close (display_test_get_dialog (test->window));
}

/* ---- toasts */

static gboolean
lies_above (gpointer data)
{
  Test *test = data;
  GtkWidget *overlay = display_test_find (GTK_WIDGET (test->window), ADW_TYPE_TOAST_OVERLAY);
  GtkWidget *toast =
    gtk_widget_get_ancestor (display_test_find_labelled (overlay, "Told"), GTK_TYPE_WIDGET);
  GtkWidget *bar = display_test_find (overlay, CNSCD_TYPE_BULK_BAR);
  graphene_rect_t toast_bounds, bar_bounds;

  while (toast != NULL && gtk_widget_get_parent (toast) != overlay)
    toast = gtk_widget_get_parent (toast);
  return toast != NULL && bar != NULL && gtk_widget_get_mapped (bar) &&
         gtk_widget_compute_bounds (toast, overlay, &toast_bounds) &&
         gtk_widget_compute_bounds (bar, overlay, &bar_bounds) &&
         toast_bounds.origin.y + toast_bounds.size.height <= bar_bounds.origin.y;
}

static void
test_toast (Test *test, gconstpointer data)
{
  cnscd_window_show_page (test->window, "members");
  display_test_wait_for_text (test->window, "Đào Thị Ánh");
  display_test_settle ();
  g_signal_emit_by_name (display_test_find_named (GTK_WIDGET (test->window), "select"), "clicked");
  display_test_settle ();
  cnscd_window_show_message (test->window, "Told");
  display_test_wait_for_text (test->window, "Told");
  display_test_pump_until (lies_above, test);

  /* Time to read it, and it stays behind. */
  display_test_settle ();
  display_test_settle ();
  display_test_settle ();
  cnscd_window_show_page (test->window, "teams");
  display_test_wait_for_no_text (test->window, "Told");
}

#define LONG_TEXT                                                                                  \
  "Nguyễn Hoàng Thị Phương Thảo belongs to the team of another hamlet, which has told so."

static gboolean
is_whole (gpointer data)
{
  Test *test = data;
  GtkWidget *label = display_test_find_labelled (GTK_WIDGET (test->window), LONG_TEXT);
  int height;

  if (label == NULL || gtk_widget_get_width (GTK_WIDGET (test->window)) > 400)
    return FALSE;

  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (label)), NULL, &height);
  return gtk_widget_get_width (label) < 400 && gtk_widget_get_height (label) >= height;
}

/* What a wide window has shown is whole also after it was made narrow. */
static void
test_toast_narrowed (Test *test, gconstpointer data)
{
  AdwToast *toast = adw_toast_new (LONG_TEXT);

  adw_toast_set_timeout (toast, 0);
  cnscd_window_add_toast (test->window, toast);
  display_test_wait_for_text (test->window, LONG_TEXT);
  display_test_settle ();
  gtk_window_set_default_size (GTK_WINDOW (test->window), 360, 720);
  display_test_pump_until (is_whole, test);
}

/* ---- leaving */

static gboolean
asks (gpointer data)
{
  return ADW_IS_ALERT_DIALOG (display_test_get_dialog (((Test *) data)->window));
}

static gboolean
is_closed (gpointer data)
{
  return cnscd_window_is_closed (((Test *) data)->window);
}

/* Whatever takes the program away asks first, and goes on when told to. */
static void
test_quit (Test *test, gconstpointer data)
{
  g_autoptr (CnscdWindow) window = g_object_ref (test->window);

  cnscd_member_actions_add (test->window, test->team->record.id);
  display_test_wait_for_dialog (test->window);
  display_test_settle ();
  display_test_type (test->window, "Full Name", "Đào Thị Ánh");

  if (data != NULL)
    gtk_window_close (GTK_WINDOW (test->window));
  else
    display_test_press_key ("ctrl+q");
  display_test_pump_until (asks, test);
  display_test_settle ();
  display_test_press (test->window, "_Keep Editing");
  display_test_pump_until (shows_member_form, test);
  g_assert_false (cnscd_window_is_closed (test->window));
  display_test_settle ();

  if (data != NULL)
    gtk_window_close (GTK_WINDOW (test->window));
  else
    display_test_press_key ("ctrl+q");
  display_test_pump_until (asks, test);
  display_test_settle ();
  display_test_press (test->window, "_Discard");
  display_test_pump_until (is_closed, test);
  test->window = NULL;
}

/* A question that Escape asked is about the form alone. */
static void
test_escape (Test *test, gconstpointer data)
{
  cnscd_member_actions_add (test->window, test->team->record.id);
  display_test_wait_for_dialog (test->window);
  display_test_settle ();
  display_test_type (test->window, "Full Name", "Đào Thị Ánh");
  display_test_press_key ("Escape");
  display_test_pump_until (asks, test);
  display_test_settle ();
  display_test_press (test->window, "_Discard");
  display_test_wait_for_no_dialog (test->window);
  display_test_settle ();
  g_assert_false (cnscd_window_is_closed (test->window));
}

/* ---- what cannot be saved */

/* Enter in a row, where "Save" cannot be pressed, goes to what is wrong. */
static void
press_enter (Test *test, const char *in, const char *key, const char *wrong)
{
  gtk_widget_grab_focus (display_test_get_row (test->window, in));
  display_test_settle ();
  display_test_press_key (key);
  wait_for_focus (test, display_test_get_row (test->window, wrong));
  display_test_settle ();
}

static void
test_enter_wrong (Test *test, gconstpointer data)
{
  const char *key = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = NULL;
  g_autoptr (CnscdPerson) person = NULL;

  present (test, cnscd_end_dialog_new_to_move (test->window, test->person, test->membership));
  display_test_settle ();
  display_test_type (test->window, "In the New Team From", "1/12/2025");
  gtk_widget_grab_focus (display_test_get_row (test->window, "In the New Team From"));
  display_test_settle ();
  display_test_press_key (key);
  display_test_settle ();
  adw_dialog_force_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);

  present_guide (test, CNSCD_DECISION_KIND_CONSOLIDATE);
  display_test_settle ();
  display_test_type (test->window, "Number", "103/QĐ-UBND");
  display_test_type (test->window, "Date", "32/13/2026");
  press_enter (test, "Number", key, "Date");
  display_test_wait_for_text (test->window, "Step 1 of 3");
  adw_dialog_force_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);

  present (test, cnscd_member_dialog_new_for_person (test->window, test->person));
  display_test_settle ();
  display_test_type (test->window, "Phone", "12345 gọi");
  display_test_type (test->window, "Full Name", "Đào Thị Ánh Mới");
  gtk_widget_grab_focus (display_test_get_row (test->window, "Full Name"));
  display_test_settle ();
  display_test_press_key (key);
  display_test_settle ();
  g_assert_nonnull (display_test_get_row (test->window, "Phone: not a phone number"));

  database = cnscd_database_open (test->path, &error);
  g_assert_no_error (error);
  person = cnscd_record_store_get (database, &CNSCD_KIND_PERSON, test->person->record.id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (person->full_name, ==, "Đào Thị Ánh");
  adw_dialog_force_close (display_test_get_dialog (test->window));
}

/* From any row. */
static void
test_save_key (Test *test, gconstpointer data)
{
  cnscd_member_actions_add (test->window, test->team->record.id);
  display_test_wait_for_dialog (test->window);
  display_test_settle ();
  display_test_type (test->window, "Full Name", "Nguyễn Thị Mới");
  gtk_widget_grab_focus (display_test_get_row (test->window, "Full Name"));
  display_test_settle ();
  display_test_press_key ("ctrl+Return");
  display_test_wait_for_no_dialog (test->window);
  display_test_wait_for_text (test->window, "Nguyễn Thị Mới added");
}

int
main (int argc, char *argv[])
{
  application = display_test_init (&argc, &argv, NULL);
  g_assert_nonnull (application);

#define ADD(name, func, data)                                                                      \
  g_test_add ("/display/forms/" name, Test, data, set_up, func, tear_down)
  ADD ("focus", test_focus, NULL);
  ADD ("focus-narrow", test_focus, "narrow");
  ADD ("joiner", test_joiner, NULL);
  ADD ("untouched", test_untouched, NULL);
  ADD ("dates", test_dates, NULL);
  ADD ("long-name", test_long_name, NULL);
  ADD ("double-next", test_double_next, NULL);
  ADD ("toast", test_toast, NULL);
  ADD ("toast-narrowed", test_toast_narrowed, NULL);
  ADD ("quit", test_quit, NULL);
  ADD ("close-window", test_quit, "close");
  ADD ("escape", test_escape, NULL);
  ADD ("enter-wrong", test_enter_wrong, "Return");
  ADD ("save-key-wrong", test_enter_wrong, "ctrl+Return");
  ADD ("save-key", test_save_key, NULL);
#undef ADD

  return display_test_run ();
}
