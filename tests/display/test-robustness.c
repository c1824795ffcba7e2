/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "display-test.h"
#include "store/cnscd-members.h"
#include "store/cnscd-record-store.h"
#include "ui/import/cnscd-import-dialog.h"
#include "ui/members/cnscd-member-actions.h"

/* What happens beside the one thing that a person is doing: hasty hands, other programs. */

#define UNIT      "05716"
#define N_MEMBERS 40

static CnscdApplication *application;

typedef struct
{
  char *folder;
  char *path;
  CnscdTeam *team;
  CnscdRepository *repository;
  CnscdWindow *window;
  guint n_expected;
} Test;

static void
fill (Test *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);

  g_assert_no_error (error);
  cnscd_database_set_setting (database, "unit", UNIT, &error);
  g_assert_no_error (error);
  test->team = display_test_add_team (database, UNIT, "Tổ Một");
  for (guint i = 0; i < N_MEMBERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Lê Văn Ba %u", i);

      display_test_add_member (database, test->team, name, CNSCD_ROLE_MEMBER);
    }
}

static void
set_up (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  test->folder = g_dir_make_tmp ("cnscd-robust-XXXXXX", &error);
  g_assert_no_error (error);
  test->path = g_build_filename (test->folder, "test.db", NULL);
  fill (test);
  test->repository = cnscd_repository_new ();
  test->window = display_test_open_window (application, test->repository, test->path);
}

static void
tear_down (Test *test, gconstpointer data)
{
  display_test_stop (application, test->window);
  g_clear_object (&test->repository);
  g_clear_pointer (&test->team, cnscd_record_unref);
  display_test_remove_folder (test->folder);
  g_free (test->folder);
  g_free (test->path);
}

/* ---- hasty hands */

static guint
count_dialogs (Test *test)
{
  g_autoptr (GListModel) dialogs =
    adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (test->window));

  return g_list_model_get_n_items (dialogs);
}

static void
count_press_cb (GtkGesture *gesture, int n_press, double x, double y, guint *n_presses)
{
  (*n_presses)++;
}

static GtkWidget *
watch_presses (GtkWidget *beneath, guint *n_presses)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect (gesture, "pressed", G_CALLBACK (count_press_cb), n_presses);
  gtk_widget_add_controller (beneath, GTK_EVENT_CONTROLLER (gesture));
  return beneath;
}

/* The second press of a double click on "Save" must not reach the page below. */
static void
test_double_click (Test *test, gconstpointer data)
{
  GtkWidget *below;
  guint n_below = 0;

  display_test_wait_for_text (test->window, "Tổ Một");
  cnscd_window_show_page (test->window, "members");
  display_test_wait_for_text (test->window, "Lê Văn Ba 0");
  below = display_test_find (GTK_WIDGET (test->window), ADW_TYPE_NAVIGATION_VIEW);
  watch_presses (below, &n_below);

  cnscd_member_actions_add (test->window, test->team->record.id);
  display_test_wait_for_dialog (test->window);
  display_test_settle ();
  display_test_type (test->window, "Full name", "Đào Thị Ánh");
  display_test_settle ();
  display_test_double_click (display_test_get_button (test->window, "_Save"));
  display_test_wait_for_no_dialog (test->window);
  display_test_settle ();

  g_assert_cmpuint (n_below, ==, 0);
  g_assert_cmpuint (count_dialogs (test), ==, 0);
}

/* Keys that act on the page do nothing while a dialog lies on it. */
static void
test_keys_behind_dialog (Test *test, gconstpointer data)
{
  static const char *const keys[] = { "alt+1",  "alt+3",  "alt+4",  "ctrl+f", "F10",       "ctrl+n",
                                      "ctrl+z", "ctrl+e", "ctrl+p", "ctrl+o", "ctrl+comma" };
  AdwDialog *dialog;

  display_test_wait_for_text (test->window, "Tổ Một");
  cnscd_window_show_page (test->window, "members");
  display_test_wait_for_text (test->window, "Lê Văn Ba 0");
  cnscd_member_actions_add (test->window, test->team->record.id);
  dialog = display_test_wait_for_dialog (test->window);
  display_test_settle ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      /* As a popover leaves it that closes after the dialog has opened. */
      gtk_window_set_focus (GTK_WINDOW (test->window), NULL);
      display_test_press_key (keys[i]);
      display_test_settle ();
      g_assert_cmpstr (cnscd_window_get_visible_page (test->window), ==, "members");
      g_assert_true (display_test_get_dialog (test->window) == dialog);
      g_assert_null (display_test_find (GTK_WIDGET (test->window), GTK_TYPE_SEARCH_ENTRY));
      g_assert_cmpuint (count_dialogs (test), ==, 1);
    }
}

/* ---- files that are dragged here */

#define SOURCE "Drag Source"
#define FILES  "file:///nowhere/roster.csv\r\n"

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, gpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, strlen (data));

  return gdk_content_provider_new_for_bytes ("text/uri-list", bytes);
}

static void
run (const char *command)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) argv = NULL;

  g_shell_parse_argv (command, NULL, &argv, &error);
  g_assert_no_error (error);
  g_spawn_async (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  display_test_settle ();
}

/* Right of the window, as a file manager would stand there. */
static GtkWidget *
open_source (void)
{
  GtkWidget *source = gtk_window_new ();
  GtkWidget *label = gtk_label_new ("File");
  GtkDragSource *drag = gtk_drag_source_new ();

  g_signal_connect (drag, "prepare", G_CALLBACK (prepare_cb), (gpointer) FILES);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (drag));
  gtk_window_set_child (GTK_WINDOW (source), label);
  gtk_window_set_decorated (GTK_WINDOW (source), FALSE);
  gtk_window_set_title (GTK_WINDOW (source), SOURCE);
  gtk_window_set_default_size (GTK_WINDOW (source), 60, 60);
  gtk_window_present (GTK_WINDOW (source));
  display_test_settle ();
  run ("xdotool search --name '" SOURCE "' windowmove 1215 40");
  return source;
}

static void
drop_file (void)
{
  run ("xdotool mousemove 1240 70 mousedown 1");
  run ("xdotool mousemove 1220 75");
  run ("xdotool mousemove 1180 20");
  run ("xdotool mousemove 40 400");
  run ("xdotool mouseup 1");
}

/* A file that is dropped while a dialog is open is refused, and the next one is taken. */
static void
test_drop_on_dialog (Test *test, gconstpointer data)
{
  /* GTK's own fields of text warn of what they wait for. */
  GLogLevelFlags fatal = g_log_set_always_fatal (G_LOG_FATAL_MASK);
  GtkWidget *source;
  AdwDialog *dialog;

  display_test_wait_for_text (test->window, "Tổ Một");
  source = open_source ();

  cnscd_member_actions_add (test->window, test->team->record.id);
  dialog = display_test_wait_for_dialog (test->window);
  display_test_settle ();
  drop_file ();
  g_assert_true (display_test_get_dialog (test->window) == dialog);
  g_assert_cmpuint (count_dialogs (test), ==, 1);
  adw_dialog_force_close (dialog);
  display_test_wait_for_no_dialog (test->window);
  display_test_settle ();

  drop_file ();
  dialog = display_test_wait_for_dialog (test->window);
  g_assert_true (CNSCD_IS_IMPORT_DIALOG (dialog));
  display_test_settle ();
  /* on the import itself */
  drop_file ();
  for (guint i = 0; i < 4 && (dialog = display_test_get_dialog (test->window)) != NULL; i++)
    {
      adw_dialog_force_close (dialog);
      display_test_settle ();
    }
  g_assert_null (display_test_get_dialog (test->window));

  drop_file ();
  dialog = display_test_wait_for_dialog (test->window);
  g_assert_true (CNSCD_IS_IMPORT_DIALOG (dialog));
  gtk_window_destroy (GTK_WINDOW (source));
  g_log_set_always_fatal (fatal);
}

/* ---- menus of rows */

/* Whole also when it comes up for the first time. */
static void
test_first_menu (Test *test, gconstpointer data)
{
  GtkWidget *popover, *scrolled;
  GtkAdjustment *adjustment;

  display_test_wait_for_text (test->window, "Tổ Một");
  display_test_settle ();
  run ("xdotool mousemove 700 130 click 3");
  popover = display_test_find (GTK_WIDGET (test->window), GTK_TYPE_POPOVER_MENU);
  g_assert_nonnull (popover);
  scrolled = display_test_find (popover, GTK_TYPE_SCROLLED_WINDOW);
  g_assert_nonnull (scrolled);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), <=,
                     gtk_adjustment_get_page_size (adjustment));
}

/* ---- other programs */

static GtkColumnView *
get_columns (Test *test)
{
  return display_test_find (GTK_WIDGET (test->window), GTK_TYPE_COLUMN_VIEW);
}

static gboolean
has_expected_rows (gpointer data)
{
  Test *test = data;

  return get_columns (test) != NULL &&
         g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (get_columns (test)))) ==
           test->n_expected;
}

static void
wait_for_rows (Test *test, guint n)
{
  test->n_expected = n;
  display_test_pump_until (has_expected_rows, test);
}

/* What another program adds shows up by itself, and leaves the list where it was. */
static void
test_other_program (Test *test, gconstpointer data)
{
  GtkSelectionModel *selection;
  GtkAdjustment *adjustment;
  double value;

  display_test_wait_for_text (test->window, "Tổ Một");
  cnscd_window_show_page (test->window, "members");
  wait_for_rows (test, N_MEMBERS);
  display_test_settle ();
  selection = gtk_column_view_get_model (get_columns (test));
  gtk_selection_model_select_item (selection, 30, TRUE);
  gtk_column_view_scroll_to (get_columns (test), 38, NULL, GTK_LIST_SCROLL_NONE, NULL);
  display_test_settle ();
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_columns (test)));
  value = gtk_adjustment_get_value (adjustment);
  g_assert_cmpfloat (value, >, 0);

  {
    g_autoptr (GError) error = NULL;
    g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);

    g_assert_no_error (error);
    display_test_add_member (database, test->team, "Zzz Zz Zzz", CNSCD_ROLE_MEMBER);
  }
  wait_for_rows (test, N_MEMBERS + 1);
  display_test_settle ();
  g_assert_true (gtk_column_view_get_model (get_columns (test)) == selection);
  g_assert_true (gtk_selection_model_is_selected (selection, 30));
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), value, 1);
}

/* ---- another file */

static gboolean
sees_choice (gpointer data)
{
  GtkWidget *button =
    display_test_find_button (GTK_WIDGET (((Test *) data)->window), "_Choose Another File…");

  return button != NULL && gtk_widget_get_mapped (button);
}

static gboolean
sees_no_choice (gpointer data)
{
  return !sees_choice (data);
}

/* A file that is none of this program's is no dead end. */
static void
test_another_file (Test *test, gconstpointer data)
{
  g_autofree char *path = g_build_filename (test->folder, "letter.db", NULL);
  g_autoptr (GFile) letter = g_file_new_for_path (path);
  g_autoptr (GFile) file = g_file_new_for_path (test->path);

  display_test_wait_for_text (test->window, "Tổ Một");
  g_assert_true (g_file_set_contents (path, "a letter to the committee", -1, NULL));
  cnscd_window_open_file (test->window, letter);
  display_test_pump_until (sees_choice, test);
  display_test_wait_for_text (test->window, "Not a Database of This Program");

  cnscd_window_open_file (test->window, file);
  display_test_wait_for_text (test->window, "Tổ Một");
  display_test_pump_until (sees_no_choice, test);
  g_assert_cmpstr (cnscd_window_get_path (test->window), ==, test->path);
}

/* ---- two at one record */

/* Opens the form of a member, with another phone in it; gives the person as stored. */
static CnscdPerson *
begin_edit (Test *test, CnscdDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) members = cnscd_members_list (database, &(CnscdMemberQuery) { 0 }, &error);
  const CnscdMember *member;
  CnscdPerson *person;

  g_assert_no_error (error);
  member = members->pdata[0];
  person = cnscd_record_store_get (database, &CNSCD_KIND_PERSON, member->person, &error);
  g_assert_no_error (error);
  display_test_wait_for_text (test->window, "Tổ Một");
  cnscd_member_actions_edit (test->window, member);
  display_test_wait_for_dialog (test->window);
  display_test_settle ();
  display_test_type (test->window, "Phone", "0912345222");
  return person;
}

static void
test_changed_meanwhile (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
  g_autoptr (CnscdPerson) seen = begin_edit (test, database);
  g_autoptr (CnscdPerson) theirs = cnscd_record_copy (seen);
  g_autoptr (CnscdPerson) kept = NULL;
  g_autoptr (CnscdPerson) stored = NULL;

  cnscd_record_set (theirs, phone, "0912345333");
  display_test_put (database, theirs);

  display_test_press (test->window, "_Save");
  display_test_wait_for_text (test->window,
                              "Somebody changed this meanwhile:\nPhone: you typed 0912 345 222 · "
                              "stored: 0912 345 333");
  display_test_press (test->window, "_Back to the Form");
  display_test_settle ();
  kept = cnscd_record_store_get (database, &CNSCD_KIND_PERSON, seen->record.id, &error);
  g_assert_cmpstr (kept->phone, ==, "0912345333");

  display_test_press (test->window, "_Save");
  display_test_wait_for_text (test->window,
                              "Somebody changed this meanwhile:\nPhone: you typed 0912 345 222 · "
                              "stored: 0912 345 333");
  display_test_press (test->window, "_Use Mine");
  display_test_wait_for_no_dialog (test->window);
  stored = cnscd_record_store_get (database, &CNSCD_KIND_PERSON, seen->record.id, &error);
  g_assert_cmpstr (stored->phone, ==, "0912345222");
}

static void
test_deleted_meanwhile (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
  g_autoptr (CnscdPerson) seen = begin_edit (test, database);
  g_autoptr (GPtrArray) members = cnscd_members_list (database, &(CnscdMemberQuery) { 0 }, &error);

  for (guint i = 0; i < members->len; i++)
    {
      const CnscdMember *member = members->pdata[i];

      if (g_strcmp0 (member->person, seen->record.id) == 0)
        cnscd_record_store_delete (database, &CNSCD_KIND_MEMBERSHIP, member->membership, &error);
      g_assert_no_error (error);
    }
  cnscd_record_store_delete (database, &CNSCD_KIND_PERSON, seen->record.id, &error);
  g_assert_no_error (error);

  display_test_press (test->window, "_Save");
  display_test_wait_for_text (
    test->window, "This person was deleted in another window. What you typed cannot be saved here. "
                  "Go back to the form to copy it, or close the form.");
  g_assert_cmpstr (adw_alert_dialog_get_default_response (
                     ADW_ALERT_DIALOG (display_test_get_dialog (test->window))),
                   ==, "back");
  display_test_press (test->window, "_Close Form");
  display_test_wait_for_no_dialog (test->window);
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("cnscd-home-XXXXXX", NULL);
  int status;

  g_assert_nonnull (home);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  application = display_test_start ();

#define ADD(name, func)                                                                            \
  g_test_add ("/display/robustness/" name, Test, NULL, set_up, func, tear_down)
  ADD ("double-click", test_double_click);
  ADD ("keys-behind-dialog", test_keys_behind_dialog);
  ADD ("drop-on-dialog", test_drop_on_dialog);
  ADD ("first-menu", test_first_menu);
  ADD ("other-program", test_other_program);
  ADD ("another-file", test_another_file);
  ADD ("changed-meanwhile", test_changed_meanwhile);
  ADD ("deleted-meanwhile", test_deleted_meanwhile);
#undef ADD

  status = g_test_run ();
  g_clear_object (&application);
  display_test_remove_folder (home);
  return status;
}
