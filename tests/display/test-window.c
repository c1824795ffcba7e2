/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/cnscd-member-list.h"
#include "ui/documents/cnscd-restore-flow.h"
#include "ui/members/cnscd-member-line.h"
#include "ui/teams/cnscd-team-line.h"
#include "ui/window/cnscd-backup-problem.h"

#include "display-test.h"

static CnscdApplication *application;

typedef struct
{
  DISPLAY_TEST
  GAsyncResult *result;
  const char *expected;
  guint n_expected;
} Test;

/* ---- the database */

static gboolean
has_result (gpointer data)
{
  return ((Test *) data)->result != NULL;
}

static void
take_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ((Test *) user_data)->result = g_object_ref (result);
}

static GAsyncResult *
wait_for_result (Test *test)
{
  display_test_pump_until (has_result, test);
  return g_steal_pointer (&test->result);
}

/* The sample roster: 36 teams, 252 members. */
static void
import_sample (const char *path)
{
  Test test = { 0 };
  g_autofree char *sample =
    g_test_build_filename (G_TEST_DIST, "data", "samples", "roster-annex.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (sample);
  g_autoptr (CnscdImportJob) job = cnscd_import_job_new (file);
  g_autoptr (CnscdRepository) repository = cnscd_repository_new ();
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) imported = NULL;
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (CnscdImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  cnscd_repository_open_async (repository, path, NULL, take_result_cb, &test);
  opened = wait_for_result (&test);
  g_assert_true (cnscd_repository_open_finish (repository, opened, &error));
  cnscd_repository_import_async (repository, job, FALSE, NULL, take_result_cb, &test);
  imported = wait_for_result (&test);
  plan = cnscd_repository_import_finish (repository, imported, NULL, &error);
  g_assert_no_error (error);
  cnscd_repository_close_async (repository, take_result_cb, &test);
  closed = wait_for_result (&test);
  g_assert_true (cnscd_repository_close_finish (repository, closed, &error));
}

/* Otherwise it is the first run; see test-office.c. */
static void
choose_unit (const char *path)
{
  g_autoptr (CnscdDatabase) database = cnscd_database_open (path, NULL);

  g_assert_nonnull (database);
  g_assert_true (cnscd_database_set_setting (database, "unit", "05716", NULL));
}

typedef enum
{
  CONTENT_SAMPLE,
  CONTENT_NOTHING,
  CONTENT_FOREIGN,
  CONTENT_DAMAGED,
} Content;

static void
damage (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  memset (bytes + size - 4096, 0x5a, 4096);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
}

static void
set_up (Test *test, gconstpointer data)
{
  display_test_make_folder (&test->display);
  if (GPOINTER_TO_INT (data) == CONTENT_SAMPLE || GPOINTER_TO_INT (data) == CONTENT_DAMAGED)
    import_sample (test->path);
  if (GPOINTER_TO_INT (data) == CONTENT_DAMAGED)
    damage (test->path);
  if (GPOINTER_TO_INT (data) == CONTENT_NOTHING)
    choose_unit (test->path);
  if (GPOINTER_TO_INT (data) == CONTENT_FOREIGN)
    g_assert_true (g_file_set_contents (test->path, "a letter to the committee", -1, NULL));

  display_test_show (&test->display);
}

static void
close_repository (Test *test)
{
  g_autoptr (GAsyncResult) closed = NULL;

  cnscd_repository_close_async (test->repository, take_result_cb, test);
  closed = wait_for_result (test);
  g_assert_true (cnscd_repository_close_finish (test->repository, closed, NULL));
}

static void
tear_down (Test *test, gconstpointer data)
{
  if (test->window != NULL)
    display_test_stop (application, test->window);
  else
    close_repository (test);
  g_clear_object (&test->repository);
  display_test_remove_folder (test->folder);
  g_free (test->folder);
  g_free (test->path);
}

/* ---- what is seen */

static gpointer
find (Test *test, GType type)
{
  return display_test_find (GTK_WIDGET (test->window), type);
}

static GListModel *
get_list (Test *test)
{
  GtkColumnView *columns = find (test, GTK_TYPE_COLUMN_VIEW);
  GtkListView *lines = find (test, GTK_TYPE_LIST_VIEW);

  if (columns != NULL)
    return G_LIST_MODEL (gtk_column_view_get_model (columns));
  return lines != NULL ? G_LIST_MODEL (gtk_list_view_get_model (lines)) : NULL;
}

static gboolean
has_n_rows (gpointer data)
{
  Test *test = data;
  GListModel *list = get_list (test);

  return list != NULL && g_list_model_get_n_items (list) == test->n_expected;
}

static void
wait_for_rows (Test *test, guint n)
{
  test->n_expected = n;
  display_test_pump_until (has_n_rows, test);
}

static gboolean
columns_are_seen (gpointer data)
{
  return find (data, GTK_TYPE_COLUMN_VIEW) != NULL;
}

static gboolean
member_lines_are_seen (gpointer data)
{
  return find (data, CNSCD_TYPE_MEMBER_LINE) != NULL;
}

static gboolean
search_is_seen (gpointer data)
{
  return find (data, GTK_TYPE_SEARCH_ENTRY) != NULL;
}

static void
show_members (Test *test)
{
  display_test_wait_for_text (test->window, "Xóm Ba Nhất");
  cnscd_window_show_page (test->window, "members");
  display_test_pump_until (columns_are_seen, test);
  wait_for_rows (test, 252);
}

/* ---- the keyboard */

/* Whether the focus is on the row that says @expected. */
static gboolean
row_has_focus (gpointer data)
{
  Test *test = data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (test->window));

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW) != NULL &&
         display_test_find_labelled (focus, test->expected) != NULL;
}

static void
wait_for_focus (Test *test, const char *text)
{
  test->expected = text;
  display_test_pump_until (row_has_focus, test);
}

static gboolean
search_is_closed (gpointer data)
{
  return find (data, GTK_TYPE_SEARCH_ENTRY) == NULL;
}

static gboolean
menu_is_seen (gpointer data)
{
  return find (data, GTK_TYPE_POPOVER_MENU) != NULL;
}

static GtkEditable *
start_search (Test *test)
{
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.search", NULL);
  display_test_pump_until (search_is_seen, test);
  return find (test, GTK_TYPE_SEARCH_ENTRY);
}

/* ---- tests */

static void
test_teams (Test *test, gconstpointer data)
{
  GtkWidget *list;

  display_test_wait_for_text (test->window, "Xóm Ba Nhất");
  display_test_wait_for_text (test->window, "Xã Võ Nhai");
  display_test_wait_for_text (test->window, "36 teams");
  wait_for_rows (test, 36);
  g_assert_nonnull (find (test, CNSCD_TYPE_TEAM_LINE));
  g_assert_cmpstr (cnscd_window_get_visible_page (test->window), ==, "teams");

  /* A team's roster, leader first, and back. */
  list = find (test, GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (list, "activate", 0);
  display_test_wait_for_text (test->window, "7 members");
  display_test_wait_for_text (test->window, "Decision 103/QĐ-UBND of 29/11/2025");
  display_test_wait_for_text (test->window, "Leader");
  wait_for_rows (test, 7);
  g_assert_cmpstr (cnscd_window_get_visible_page (test->window), ==, "teams");
  adw_navigation_view_pop (find (test, ADW_TYPE_NAVIGATION_VIEW));
  wait_for_rows (test, 36);
}

static void
test_members (Test *test, gconstpointer data)
{
  show_members (test);
  display_test_wait_for_text (test->window, "252 members in 36 teams");
  display_test_wait_for_text (test->window, "Chu Đức An");
}

static void
test_search (Test *test, gconstpointer data)
{
  GtkEditable *entry;

  show_members (test);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.search", NULL);
  display_test_pump_until (search_is_seen, test);
  entry = find (test, GTK_TYPE_SEARCH_ENTRY);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (entry))));

  /* Without accents, and đ is a d. */
  gtk_editable_set_text (entry, "dao huu dong");
  wait_for_rows (test, 1);
  display_test_wait_for_text (test->window, "Đào Hữu Đông");
  display_test_wait_for_text (test->window, "1 member found");

  gtk_editable_set_text (entry, "nobody of this name");
  display_test_wait_for_text (test->window, "No Results Found");

  /* Escape ends the search. */
  g_signal_emit_by_name (entry, "stop-search");
  wait_for_rows (test, 252);
  display_test_wait_for_text (test->window, "252 members in 36 teams");
}

static gboolean
edit_has_focus (gpointer data)
{
  Test *test = data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (test->window));

  return GTK_IS_BUTTON (focus) &&
         g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)), "person.edit") == 0;
}

/* From the search to what was found, to the person, into the form and back, without the mouse. */
static void
test_keyboard (Test *test, gconstpointer data)
{
  GtkEditable *entry;
  int start, end;

  show_members (test);
  entry = start_search (test);
  gtk_editable_set_text (entry, "dao huu dong");
  wait_for_rows (test, 1);
  display_test_press_key ("Down");
  wait_for_focus (test, "Đào Hữu Đông");

  /* What was searched for can be typed over. */
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.search", NULL);
  g_assert_true (gtk_editable_get_selection_bounds (entry, &start, &end));
  g_assert_cmpint (end - start, ==, 12);

  /* Enter opens the page of the first, F2 the form, Escape goes back to it. */
  display_test_press_key ("Return");
  display_test_wait_for_text (test->window, "Current Memberships");
  display_test_pump_until (edit_has_focus, test);
  display_test_press_key ("F2");
  display_test_wait_for_dialog (test->window);
  display_test_wait_for_text (test->window, "In the Team");
  display_test_press_key ("Escape");
  display_test_wait_for_no_dialog (test->window);
  display_test_pump_until (edit_has_focus, test);
  display_test_press_key ("Escape");
  wait_for_focus (test, "Đào Hữu Đông");

  /* Escape in the list ends the search. */
  g_assert_nonnull (find (test, GTK_TYPE_SEARCH_ENTRY));
  display_test_press_key ("Escape");
  display_test_pump_until (search_is_closed, test);
  wait_for_rows (test, 252);

  /* Nothing found: the cursor stays. */
  entry = start_search (test);
  gtk_editable_set_text (entry, "nobody of this name");
  display_test_wait_for_text (test->window, "No Results Found");
  display_test_press_key ("Down");
  display_test_press_key ("Return");
  display_test_settle ();
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (entry))));
  display_test_press_key ("Escape");
  wait_for_rows (test, 252);

  /* From page to page. */
  display_test_press_key ("alt+1");
  wait_for_focus (test, "Xóm Ba Nhất");
  display_test_press_key ("Return");
  wait_for_rows (test, 7);
  wait_for_focus (test, "Leader");
  display_test_press_key ("Escape");
  wait_for_rows (test, 36);
  wait_for_focus (test, "Xóm Ba Nhất");
  display_test_press_key ("alt+2");
  display_test_pump_until (columns_are_seen, test);
  wait_for_focus (test, "Chu Đức An");
}

static gboolean
first_is_born_in (gpointer data)
{
  Test *test = data;
  g_autoptr (CnscdMemberRow) row = g_list_model_get_item (get_list (test), 0);
  const CnscdMember *member = cnscd_member_row_get_member (row);

  return member != NULL && member->birth.year == test->n_expected;
}

/* Before anything is sorted, for that moves the rows about. */
static guint
find_year (Test *test, gboolean last)
{
  guint year = last ? 0 : G_MAXUINT;

  for (guint i = 0; i < 252; i++)
    {
      g_autoptr (CnscdMemberRow) row = g_list_model_get_item (get_list (test), i);

      while (!cnscd_row_is_loaded (CNSCD_ROW (row)))
        g_main_context_iteration (NULL, TRUE);
      if (last)
        year = MAX (year, cnscd_member_row_get_member (row)->birth.year);
      else
        year = MIN (year, cnscd_member_row_get_member (row)->birth.year);
    }
  return year;
}

static void
test_sort (Test *test, gconstpointer data)
{
  GtkColumnView *view;
  GListModel *columns;
  g_autoptr (GtkColumnViewColumn) birth = NULL;
  guint first, last;

  show_members (test);
  view = find (test, GTK_TYPE_COLUMN_VIEW);
  columns = gtk_column_view_get_columns (view);
  birth = g_list_model_get_item (columns, 2); /* the first one is for check buttons */
  g_assert_cmpstr (gtk_column_view_column_get_title (birth), ==, "Born");

  first = find_year (test, FALSE);
  last = find_year (test, TRUE);
  g_assert_cmpuint (first, <, last);

  gtk_column_view_sort_by_column (view, birth, GTK_SORT_ASCENDING);
  test->n_expected = first;
  display_test_pump_until (first_is_born_in, test);

  gtk_column_view_sort_by_column (view, birth, GTK_SORT_DESCENDING);
  test->n_expected = last;
  display_test_pump_until (first_is_born_in, test);
}

static gboolean
is_collapsed (gpointer data)
{
  AdwNavigationSplitView *split_view = find (data, ADW_TYPE_NAVIGATION_SPLIT_VIEW);

  /* Not to be seen for a moment, while the window changes over. */
  return split_view != NULL && adw_navigation_split_view_get_collapsed (split_view);
}

static gboolean
has_size (gpointer data)
{
  Test *test = data;

  return gtk_widget_get_width (GTK_WIDGET (test->window)) > 0;
}

/* Names are told apart by what stands at their end. */
static gboolean
is_wholly_seen (gpointer data)
{
  Test *test = data;
  GtkLabel *label = display_test_find_labelled (GTK_WIDGET (test->window), test->expected);

  return label != NULL && !pango_layout_is_ellipsized (gtk_label_get_layout (label)) &&
         gtk_widget_get_width (GTK_WIDGET (label)) > 0;
}

static void
test_narrow (Test *test, gconstpointer data)
{
  show_members (test);
  /* The screen's answer to the first size, coming later, would undo the second. */
  display_test_pump_until (has_size, test);
  g_assert_false (is_collapsed (test));

  gtk_window_set_default_size (GTK_WINDOW (test->window), 360, 640);
  display_test_pump_until (is_collapsed, test);
  display_test_pump_until (member_lines_are_seen, test);
  display_test_wait_for_text (test->window, "Chu Đức An");
  g_assert_null (find (test, GTK_TYPE_COLUMN_VIEW));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (test->window)), <=, 400);
  test->expected = "Chu Đức An";
  display_test_pump_until (is_wholly_seen, test);
  display_test_press_key ("F10");
  display_test_pump_until (menu_is_seen, test);
  display_test_press_key ("Escape");

  cnscd_window_show_page (test->window, "teams");
  wait_for_rows (test, 36);
  test->expected = "Xóm Ba Nhất";
  display_test_pump_until (is_wholly_seen, test);
  cnscd_window_show_page (test->window, "members");
  display_test_pump_until (member_lines_are_seen, test);

  gtk_window_set_default_size (GTK_WINDOW (test->window), 1200, 760);
  display_test_pump_until (columns_are_seen, test);
  g_assert_false (is_collapsed (test));
}

/* Every button that shows an icon only says what it does. */
static void
assert_buttons_are_named (GtkWidget *widget, guint *n_named)
{
  const char *icon = NULL;

  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_TOGGLE_BUTTON (widget))
    icon = gtk_button_get_icon_name (GTK_BUTTON (widget));
  else if (GTK_IS_MENU_BUTTON (widget))
    icon = gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget));

  /* Those inside a menu button are its own. */
  if (icon != NULL && !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)))
    {
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           gtk_widget_get_tooltip_text (widget));
      (*n_named)++;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_buttons_are_named (child, n_named);
}

static void
test_accessible (Test *test, gconstpointer data)
{
  guint n_named = 0;
  GtkListBox *sidebar;

  show_members (test);
  assert_buttons_are_named (GTK_WIDGET (test->window), &n_named);
  g_assert_cmpuint (n_named, >=, 2);

  sidebar = find (test, GTK_TYPE_LIST_BOX);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (sidebar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Pages");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_list_box_get_row_at_index (sidebar, 0)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Teams");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find (test, GTK_TYPE_COLUMN_VIEW)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Members");

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.search", NULL);
  display_test_pump_until (search_is_seen, test);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find (test, GTK_TYPE_SEARCH_ENTRY)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Search members");
}

static void
test_empty (Test *test, gconstpointer data)
{
  display_test_wait_for_text (test->window, "No Teams Yet");
  cnscd_window_show_page (test->window, "members");
  display_test_wait_for_text (test->window, "No Members Yet");
  g_assert_nonnull (display_test_find_labelled (GTK_WIDGET (test->window), "_Import…") != NULL
                      ? display_test_find_labelled (GTK_WIDGET (test->window), "_Import…")
                      : display_test_find_labelled (GTK_WIDGET (test->window), "Import…"));
}

static void
test_refused (Test *test, gconstpointer data)
{
  display_test_wait_for_text (test->window, "Not a Database of This Program");
  g_assert_null (cnscd_window_get_visible_page (test->window));
  display_test_press_key ("F10");
  display_test_pump_until (menu_is_seen, test);
}

/* The rows may be there before the damage is found, but do not stay. */
static void
test_damaged (Test *test, gconstpointer data)
{
  display_test_wait_for_text (test->window, "The Database Is Damaged");
  g_assert_null (cnscd_window_get_visible_page (test->window));
  g_assert_false (cnscd_repository_is_open (test->repository));
}

static GFile *
find_backup (Test *test)
{
  g_autoptr (GFile) folder = cnscd_repository_dup_backup_folder (test->path);
  g_autoptr (GDir) dir = g_dir_open (g_file_peek_path (folder), 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, "-exit.db"))
      return g_file_get_child (folder, name);

  g_assert_not_reached ();
}

static guint
count_labels (GtkWidget *root, const char *text)
{
  guint n = GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) &&
            g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_labels (child, text);

  return n;
}

/* The label of the first button below the words; %NULL unless it is the suggested one. */
static const char *
get_first_suggested (Test *test)
{
  GtkWidget *button = display_test_find_button (GTK_WIDGET (test->window), "Restore _Backup…");
  GtkWidget *first = gtk_widget_get_first_child (gtk_widget_get_parent (button));

  while (first != NULL && (!GTK_IS_BUTTON (first) || !gtk_widget_get_visible (first)))
    first = gtk_widget_get_next_sibling (first);
  return gtk_widget_has_css_class (first, "suggested-action")
           ? gtk_button_get_label (GTK_BUTTON (first))
           : NULL;
}

/* What is wrong is said once, and there is something to do about it. */
static void
test_restore (Test *test, gconstpointer data)
{
  g_autoptr (GFile) backup = find_backup (test);
  const char *description;
  GtkWidget *label;

  display_test_wait_for_text (test->window, "The Database Is Damaged");
  display_test_settle ();
  description = adw_status_page_get_description (find (test, ADW_TYPE_STATUS_PAGE));
  g_assert_cmpuint (count_labels (GTK_WIDGET (test->window), description), ==, 1);
  /* The sentence names the file; where it is stands below. */
  g_assert_null (strchr (description, '/'));
  g_assert_cmpuint (count_labels (GTK_WIDGET (test->window), test->path), ==, 1);
  g_assert_cmpstr (get_first_suggested (test), ==, "Restore _Backup…");

  cnscd_restore_flow_start_with_file (test->window, backup);
  display_test_wait_for_text (test->window, "Restore This Backup?");
  label = display_test_find_labelled (
    display_test_find (GTK_WIDGET (test->window), ADW_TYPE_ALERT_DIALOG), "Restore");
  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  display_test_wait_for_text (test->window, "Backup restored");
  display_test_wait_for_text (test->window, "Xóm Ba Nhất");
  wait_for_rows (test, 36);
}

static gint64
find_last_import (Test *test)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CnscdOverview) overview = NULL;
  g_autoptr (GError) error = NULL;

  cnscd_repository_load_overview_async (test->repository, NULL, take_result_cb, test);
  result = wait_for_result (test);
  overview = cnscd_repository_load_overview_finish (test->repository, result, &error);
  g_assert_no_error (error);
  return overview->last_import_id;
}

/* Taking an import back empties the pages that are shown. */
static void
test_undo (Test *test, gconstpointer data)
{
  display_test_wait_for_text (test->window, "Xóm Ba Nhất");
  wait_for_rows (test, 36);
  g_signal_emit_by_name (find (test, GTK_TYPE_LIST_VIEW), "activate", 0);
  wait_for_rows (test, 7);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo-import-now", "x",
                              find_last_import (test));
  display_test_wait_for_text (test->window, "Import undone. The file can be imported again.");
  display_test_wait_for_text (test->window, "No Teams Yet");
}

/* Closing tells everybody who is in the middle of something, and nothing is shown any more. */
static void
test_closed (Test *test, gconstpointer data)
{
  g_autoptr (CnscdWindow) window = g_object_ref (test->window);
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "late");

  display_test_wait_for_text (test->window, "Xóm Ba Nhất");
  g_assert_false (cnscd_window_is_closed (window));
  gtk_window_close (GTK_WINDOW (window));
  g_assert_true (cnscd_window_is_closed (window));
  g_assert_true (g_cancellable_is_cancelled (cnscd_window_get_cancellable (window)));
  cnscd_window_show_message (window, "late");
  cnscd_window_show_error (window, "Late", error);
  test->window = NULL;
}

static gboolean
has_window (gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  return CNSCD_IS_WINDOW (window) &&
         cnscd_repository_is_open (cnscd_window_get_repository (CNSCD_WINDOW (window)));
}

/* Who asks for the window while the database closes gets it when that is done. */
static void
test_again (void)
{
  GtkWindow *window;

  g_application_activate (G_APPLICATION (application));
  display_test_pump_until (has_window, NULL);
  gtk_window_close (gtk_application_get_active_window (GTK_APPLICATION (application)));
  g_application_activate (G_APPLICATION (application));
  g_assert_null (gtk_application_get_windows (GTK_APPLICATION (application)));
  display_test_pump_until (has_window, NULL);

  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  gtk_window_close (window);
}

static void
open_again (Test *test, GSettings *settings)
{
  CnscdWindow *other = test->window;

  test->window =
    cnscd_window_new (GTK_APPLICATION (application), test->repository, test->path, settings);
  gtk_window_present (GTK_WINDOW (test->window));
  gtk_window_destroy (GTK_WINDOW (other));
}

/* What went wrong after the last window was gone is told by the next, of this database only. */
static void
test_backup_banner (Test *test, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.thainguyen.CNSCD");
  g_autoptr (GError) full =
    g_error_new_literal (CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FULL, "Die Platte ist voll.");
  g_autoptr (GError) other = g_error_new_literal (CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FAILED, "?");
  g_autoptr (GVariant) kept = NULL;
  AdwDialog *dialog;

  cnscd_backup_problem_note (settings, test->path, full, NULL);
  cnscd_backup_problem_note (settings, "/elsewhere/\377.db", other, NULL);
  open_again (test, settings);
  display_test_wait_for_text (
    test->window,
    "The last backup failed: the disk is full. Make room, then back up in the preferences.");

  /* One at a time, the weightiest. */
  cnscd_notices_set (cnscd_window_get_notices (test->window), CNSCD_NOTICE_SAMPLE, "Weightier",
                     "_Leave Sample", "win.leave-sample");
  display_test_wait_for_text (test->window, "Weightier");
  cnscd_notices_clear (cnscd_window_get_notices (test->window), CNSCD_NOTICE_SAMPLE);
  display_test_wait_for_no_text (test->window, "Weightier");

  /* Its button leads to where something can be done. */
  g_signal_emit_by_name (display_test_find_button (GTK_WIDGET (test->window), "_Preferences"),
                         "clicked");
  dialog = display_test_wait_for_dialog (test->window);
  g_assert_cmpstr (adw_preferences_dialog_get_visible_page_name (ADW_PREFERENCES_DIALOG (dialog)),
                   ==, "backup");
  adw_dialog_force_close (dialog);
  display_test_wait_for_no_dialog (test->window);

  /* And no longer when one was made. */
  cnscd_backup_problem_note (settings, test->path, NULL, NULL);
  display_test_wait_for_no_text (
    test->window,
    "The last backup failed: the disk is full. Make room, then back up in the preferences.");
  kept = g_settings_get_value (settings, "backup-problems");
  g_assert_cmpuint (g_variant_n_children (kept), ==, 1);
  g_settings_reset (settings, "backup-problems");
}

/* A folder that was missed is of interest while it is the chosen one. */
static void
test_missed_folder (Test *test, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.thainguyen.CNSCD");
  g_autofree char *words = NULL;

  g_settings_set_string (settings, "backup-folder", "/media/ổ đĩa");
  cnscd_backup_problem_note (settings, test->path, NULL, "/media/ổ đĩa");
  words = cnscd_backup_problem_describe (settings, test->path, NULL);
  g_assert_nonnull (strstr (words, "“ổ đĩa”"));
  g_assert_null (cnscd_backup_problem_describe (settings, "/elsewhere.db", NULL));

  g_settings_set_string (settings, "backup-folder", "");
  g_assert_null (cnscd_backup_problem_describe (settings, test->path, NULL));
  g_settings_reset (settings, "backup-problems");
  g_settings_reset (settings, "backup-folder");
}

/* Every key that the application has is told, and the dialog does not come twice. */
static gboolean
tells_key (GtkWidget *root, const char *wanted)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (root), "GtkShortcutLabel"))
    {
      g_autofree char *accelerator = NULL;
      guint key, wanted_key;
      GdkModifierType modifiers, wanted_modifiers;

      g_object_get (root, "accelerator", &accelerator, NULL);
      g_assert_true (gtk_accelerator_parse (accelerator, &key, &modifiers));
      g_assert_true (gtk_accelerator_parse (wanted, &wanted_key, &wanted_modifiers));
      return key == wanted_key && modifiers == wanted_modifiers;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (tells_key (child, wanted))
      return TRUE;
  return FALSE;
}

static void
test_shortcuts (Test *test, gconstpointer data)
{
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (GTK_APPLICATION (application));
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-help-overlay", NULL);
  dialog = display_test_wait_for_dialog (test->window);
  g_assert_cmpuint (g_strv_length (actions), >, 0);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) keys =
        gtk_application_get_accels_for_action (GTK_APPLICATION (application), actions[i]);

      for (guint k = 0; keys[k] != NULL; k++)
        g_assert_true (tells_key (GTK_WIDGET (dialog), keys[k]));
    }

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-help-overlay", NULL);
  g_assert_true (display_test_get_dialog (test->window) == dialog);
  adw_dialog_close (dialog);
  display_test_wait_for_no_dialog (test->window);
}

int
main (int argc, char *argv[])
{
  application = display_test_init (&argc, &argv, NULL);

#define ADD(name, content, func)                                                                   \
  g_test_add ("/display/window/" name, Test, GINT_TO_POINTER (content), set_up, func, tear_down)
  ADD ("teams", CONTENT_SAMPLE, test_teams);
  ADD ("members", CONTENT_SAMPLE, test_members);
  ADD ("search", CONTENT_SAMPLE, test_search);
  ADD ("keyboard", CONTENT_SAMPLE, test_keyboard);
  ADD ("shortcuts", CONTENT_SAMPLE, test_shortcuts);
  ADD ("sort", CONTENT_SAMPLE, test_sort);
  ADD ("narrow", CONTENT_SAMPLE, test_narrow);
  ADD ("accessible", CONTENT_SAMPLE, test_accessible);
  ADD ("undo", CONTENT_SAMPLE, test_undo);
  ADD ("closed", CONTENT_SAMPLE, test_closed);
  ADD ("backup-banner", CONTENT_SAMPLE, test_backup_banner);
  ADD ("missed-folder", CONTENT_SAMPLE, test_missed_folder);
  g_test_add_func ("/display/application/again", test_again);
  ADD ("empty", CONTENT_NOTHING, test_empty);
  ADD ("refused", CONTENT_FOREIGN, test_refused);
  ADD ("damaged", CONTENT_DAMAGED, test_damaged);
  ADD ("restore", CONTENT_DAMAGED, test_restore);
#undef ADD

  return display_test_run ();
}
