/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/cnscd-member-list.h"
#include "model/cnscd-unit-scope.h"
#include "ui/decisions/cnscd-decision-page.h"
#include "ui/hamlets/cnscd-hamlet-page.h"
#include "ui/members/cnscd-member-actions.h"
#include "ui/people/cnscd-duplicates-page.h"
#include "ui/people/cnscd-person-page.h"
#include "ui/teams/cnscd-team-history-page.h"
#include "ui/teams/cnscd-team-page.h"

#include "display-test.h"

/* How the pages hang together: what leads where, what becomes of pages whose subject is gone, and
 * keys that are the same on all. */

#define UNIT "05716"

static CnscdApplication *application;

typedef struct
{
  DISPLAY_TEST
  CnscdTeam *team;
  CnscdTeam *empty;
  const char *expected;
  GType type;
} Test;

static CnscdDatabase *
open_database (Test *test)
{
  g_autoptr (GError) error = NULL;
  CnscdDatabase *database = cnscd_database_open (test->path, &error);

  g_assert_no_error (error);
  return database;
}

static void
fill (Test *test, const char *unit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = open_database (test);

  cnscd_database_set_setting (database, "unit", unit, &error);
  g_assert_no_error (error);
  test->team = display_test_add_team (database, UNIT, "Tổ Một");
  test->empty = display_test_add_team (database, UNIT, "Tổ Hai");
  display_test_add_member (database, test->team, "Đào Thị Ánh", CNSCD_ROLE_LEADER);
  display_test_add_member (database, test->team, "Lê Văn Ba", CNSCD_ROLE_UNKNOWN);
}

static void
set_up (Test *test, gconstpointer data)
{
  display_test_make_folder (&test->display);
  fill (test, g_strcmp0 (data, "province") == 0 ? NULL : UNIT);

  test->repository = cnscd_repository_new ();
  test->window =
    cnscd_window_new (GTK_APPLICATION (application), test->repository, test->path, NULL);
  gtk_window_set_default_size (GTK_WINDOW (test->window),
                               g_strcmp0 (data, "narrow") == 0 ? 360 : 1200, 760);
  gtk_window_present (GTK_WINDOW (test->window));
  display_test_wait_for_text (test->window, "Tổ Một");
}

static void
tear_down (Test *test, gconstpointer data)
{
  g_clear_pointer (&test->team, cnscd_record_unref);
  g_clear_pointer (&test->empty, cnscd_record_unref);
  display_test_tear_down (&test->display);
}

static AdwNavigationView *
get_view (Test *test)
{
  return display_test_find (GTK_WIDGET (test->window), ADW_TYPE_NAVIGATION_VIEW);
}

static AdwNavigationPage *
get_page (Test *test)
{
  return adw_navigation_view_get_visible_page (get_view (test));
}

static gboolean
has_page (gpointer data)
{
  Test *test = data;

  return G_TYPE_CHECK_INSTANCE_TYPE (get_page (test), test->type);
}

static void
wait_for_page (Test *test, GType type)
{
  test->type = type;
  display_test_pump_until (has_page, test);
}

static GPtrArray *
read_team (Test *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = open_database (test);
  GPtrArray *members =
    cnscd_members_list (database, &(CnscdMemberQuery) { .team = test->team->record.id }, &error);

  g_assert_no_error (error);
  return members;
}

static const CnscdMember *
find_member (GPtrArray *members, const char *name)
{
  for (guint i = 0; i < members->len; i++)
    if (g_str_equal (((const CnscdMember *) members->pdata[i])->full_name, name))
      return members->pdata[i];
  g_assert_not_reached ();
}

static void
open_person (Test *test, const char *name)
{
  g_autoptr (GPtrArray) members = read_team (test);

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.open-person", "s",
                              find_member (members, name)->person);
  wait_for_page (test, CNSCD_TYPE_PERSON_PAGE);
}

/* ---- pages whose subject is gone */

static gboolean
is_alone_on_list (gpointer data)
{
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (get_view (data));
  g_autoptr (AdwNavigationPage) below = g_list_model_get_item (stack, 0);

  return g_list_model_get_n_items (stack) == 2 &&
         g_strcmp0 (adw_navigation_page_get_tag (below), "teams") == 0;
}

/* The way back from a person is not the page of a team that is no longer there. */
static void
test_leave_below (Test *test, gconstpointer data)
{
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Delete");

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-team", "s",
                              test->empty->record.id);
  wait_for_page (test, CNSCD_TYPE_TEAM_PAGE);
  open_person (test, "Lê Văn Ba");
  cnscd_change_set_delete (set, test->empty);
  cnscd_repository_apply_async (test->repository, set, NULL, NULL);
  display_test_pump_until (is_alone_on_list, test);
  g_assert_true (CNSCD_IS_PERSON_PAGE (get_page (test)));
}

/* ---- pages that are there already */

static guint
count_pages (Test *test)
{
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (get_view (test));

  return g_list_model_get_n_items (stack);
}

/* Nothing is opened twice: what is below is the way back, what is shown stays. */
static void
test_twice (Test *test, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-team", "s",
                                  test->team->record.id);
      wait_for_page (test, CNSCD_TYPE_TEAM_PAGE);
      g_assert_cmpuint (count_pages (test), ==, 2);
    }

  open_person (test, "Lê Văn Ba");
  g_assert_cmpuint (count_pages (test), ==, 3);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-team", "s",
                              test->empty->record.id);
  wait_for_page (test, CNSCD_TYPE_TEAM_PAGE);
  g_assert_cmpuint (count_pages (test), ==, 4);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-team", "s",
                              test->team->record.id);
  display_test_settle ();
  g_assert_cmpuint (count_pages (test), ==, 2);
  g_assert_cmpstr (cnscd_team_page_get_team (CNSCD_TEAM_PAGE (get_page (test))), ==,
                   test->team->record.id);
}

/* ---- a role that is not known */

static gboolean
has_note (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = open_database (data);
  g_autoptr (GPtrArray) members = read_team (data);
  g_autoptr (CnscdMembership) membership = cnscd_record_store_get (
    database, &CNSCD_KIND_MEMBERSHIP, find_member (members, "Lê Văn Ba")->membership, &error);

  g_assert_no_error (error);
  g_assert_cmpint (membership->role, ==, CNSCD_ROLE_UNKNOWN);
  return g_strcmp0 (membership->note, "gọi sau") == 0;
}

static void
test_unknown_role (Test *test, gconstpointer data)
{
  g_autoptr (GPtrArray) members = read_team (test);
  AdwComboRow *row;

  cnscd_member_actions_edit (test->window, find_member (members, "Lê Văn Ba"));
  display_test_wait_for_dialog (test->window);
  row = ADW_COMBO_ROW (display_test_get_row (test->window, "Role"));
  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (row)), ==, "—");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Save")));
  display_test_type (test->window, "Note", "gọi sau");
  display_test_press (test->window, "_Save");
  display_test_wait_for_no_dialog (test->window);
  display_test_pump_until (has_note, test);

  /* Who has a role cannot lose it by mistake. */
  cnscd_member_actions_edit (test->window, find_member (members, "Đào Thị Ánh"));
  display_test_wait_for_dialog (test->window);
  row = ADW_COMBO_ROW (display_test_get_row (test->window, "Role"));
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (row)), ==, 3);
  adw_dialog_force_close (display_test_get_dialog (test->window));
}

/* ---- errors */

/* Warnings are fatal here. */
static void
test_narrow_error (Test *test, gconstpointer data)
{
  static const char *const headings[] = { "Cannot Change Decision",
                                          "Không thay đổi được các thành viên đã chọn" };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (
        CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND, "It is no longer there.");

      cnscd_window_show_error (test->window, headings[i], error);
      display_test_wait_for_dialog (test->window);
      display_test_wait_for_text (test->window, headings[i]);
      display_test_wait_for_text (test->window, "It is no longer there.");
      display_test_settle ();
      display_test_press (test->window, "_Close");
      display_test_wait_for_no_dialog (test->window);
    }
}

/* ---- one choice of a commune for all pages */

static gboolean
is_list (gpointer data)
{
  Test *test = data;

  return display_test_find_labelled (GTK_WIDGET (get_page (test)), test->expected) != NULL;
}

static void
wait_for_page_text (Test *test, const char *text)
{
  test->expected = text;
  display_test_pump_until (is_list, test);
}

static void
add_places (Test *test, const char *other_unit)
{
  const char *const units[] = { UNIT, other_unit };
  static const char *const names[] = { "Ba Nhất", "Đồng Quan" };
  static const char *const numbers[] = { "103/QĐ-UBND", "7/QĐ-UBND" };
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Add");

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (CnscdHamlet) hamlet = cnscd_record_new (&CNSCD_KIND_HAMLET, units[i]);
      g_autoptr (CnscdDecision) decision = cnscd_record_new (&CNSCD_KIND_DECISION, units[i]);

      cnscd_record_set (hamlet, name, names[i]);
      hamlet->kind = CNSCD_HAMLET_KIND_HAMLET;
      cnscd_record_set (decision, number, numbers[i]);
      decision->date = CNSCD_DATE (2025 - i, 11, 29);
      cnscd_change_set_add (set, hamlet);
      cnscd_change_set_add (set, decision);
    }
  cnscd_repository_apply_async (test->repository, set, NULL, NULL);
}

static void
test_unit (Test *test, gconstpointer data)
{
  CnscdUnitScope *scope = cnscd_unit_scope_get (test->repository);

  add_places (test, "05773");
  cnscd_window_show_page (test->window, "hamlets");
  wait_for_page_text (test, "Xóm Đồng Quan");
  cnscd_unit_scope_set_unit (scope, UNIT);
  display_test_wait_for_no_text (test->window, "Xóm Đồng Quan");
  wait_for_page_text (test, "Xóm Ba Nhất");

  /* A page that is built later begins with the choice. */
  cnscd_window_show_page (test->window, "decisions");
  wait_for_page_text (test, "1 decision");
  cnscd_unit_scope_set_unit (scope, "05443");
  wait_for_page_text (test, "No Decisions Found");
  g_signal_emit_by_name (display_test_find_button (GTK_WIDGET (get_page (test)), "_All Communes"),
                         "clicked");
  wait_for_page_text (test, "2 decisions");
  g_assert_null (cnscd_unit_scope_get_unit (scope));
}

/* ---- from a team's history */

static void
activate_row (Test *test, const char *title)
{
  GtkWidget *row = display_test_find_row (GTK_WIDGET (get_page (test)), title);

  g_assert_nonnull (row);
  gtk_widget_activate (row);
}

static void
test_history_links (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = open_database (test);
  g_autoptr (GPtrArray) members = read_team (test);
  g_autoptr (CnscdDecision) decision = cnscd_record_new (&CNSCD_KIND_DECISION, UNIT);
  g_autoptr (CnscdMembership) stored = cnscd_record_store_get (
    database, &CNSCD_KIND_MEMBERSHIP, find_member (members, "Lê Văn Ba")->membership, &error);
  g_autoptr (CnscdMembership) ended = cnscd_record_copy (stored);
  g_autoptr (CnscdTeam) team = cnscd_record_copy (test->team);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("End");

  g_assert_no_error (error);
  cnscd_record_set (decision, number, "103/QĐ-UBND");
  decision->date = CNSCD_DATE (2025, 11, 29);
  cnscd_record_set (team, decision, decision->record.id);
  ended->valid_to = CNSCD_DATE (2025, 12, 31);
  cnscd_change_set_add (set, decision);
  cnscd_change_set_edit (set, test->team, team);
  cnscd_change_set_edit (set, stored, ended);
  cnscd_repository_apply_async (test->repository, set, NULL, NULL);

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-team", "s",
                              test->team->record.id);
  wait_for_page (test, CNSCD_TYPE_TEAM_PAGE);
  gtk_widget_activate_action (GTK_WIDGET (get_page (test)), "team.history", NULL);
  wait_for_page (test, CNSCD_TYPE_TEAM_HISTORY_PAGE);
  wait_for_page_text (test, "Lê Văn Ba");
  activate_row (test, "Lê Văn Ba");
  wait_for_page (test, CNSCD_TYPE_PERSON_PAGE);
  adw_navigation_view_pop (get_view (test));
  wait_for_page (test, CNSCD_TYPE_TEAM_HISTORY_PAGE);
  display_test_settle ();
  activate_row (test, "29/11/2025");
  wait_for_page (test, CNSCD_TYPE_DECISION_PAGE);
}

/* ---- keys */

static gboolean
shows_tag (gpointer data)
{
  Test *test = data;

  return g_strcmp0 (cnscd_window_get_visible_page (test->window), test->expected) == 0;
}

static void
test_keys (Test *test, gconstpointer data)
{
  static const struct
  {
    const char *key;
    const char *tag;
    const char *dialog;
  } pages[] = {
    { "alt+3", "hamlets", "New Hamlet" },
    { "alt+4", "decisions", "New Decision" },
    { "alt+1", "teams", "New Team" },
  };

  display_test_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      display_test_press_key (pages[i].key);
      test->expected = pages[i].tag;
      display_test_pump_until (shows_tag, test);
      display_test_settle ();
      display_test_press_key ("ctrl+n");
      display_test_wait_for_dialog (test->window);
      g_assert_cmpstr (adw_dialog_get_title (display_test_get_dialog (test->window)), ==,
                       pages[i].dialog);
      adw_dialog_force_close (display_test_get_dialog (test->window));
      display_test_wait_for_no_dialog (test->window);
    }
}

static GtkWidget *
get_focus (Test *test)
{
  return gtk_root_get_focus (GTK_ROOT (test->window));
}

static gboolean
row_has_focus (gpointer data)
{
  GtkWidget *focus = get_focus (data);

  return focus != NULL && gtk_widget_get_mapped (focus) && !GTK_IS_BUTTON (focus) &&
         gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW) != NULL &&
         display_test_find_labelled (focus, ((Test *) data)->expected) != NULL;
}

static gboolean
sidebar_has_focus (gpointer data)
{
  GtkWidget *focus = get_focus (data);

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX) != NULL;
}

static gboolean
sidebar_has_lost_focus (gpointer data)
{
  return get_focus (data) != NULL && !sidebar_has_focus (data);
}

/* One stop on the way, where the arrow keys go from page to page. */
static void
test_sidebar (Test *test, gconstpointer data)
{
  GtkWidget *sidebar = display_test_find (GTK_WIDGET (test->window), GTK_TYPE_LIST_BOX);

  display_test_settle ();
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (GTK_LIST_BOX (sidebar))));
  display_test_pump_until (sidebar_has_focus, test);
  display_test_press_key ("Tab");
  display_test_pump_until (sidebar_has_lost_focus, test);
  test->expected = "teams";
  g_assert_true (shows_tag (test));
  display_test_press_key ("shift+Tab");
  display_test_pump_until (sidebar_has_focus, test);
  g_assert_true (shows_tag (test));
  display_test_press_key ("Down");
  test->expected = "members";
  display_test_pump_until (shows_tag, test);
  g_assert_true (sidebar_has_focus (test));
}

/* Also where the list has another layout. */
static void
test_narrow_focus (Test *test, gconstpointer data)
{
  display_test_settle ();
  display_test_press_key ("alt+2");
  test->expected = "Đào Thị Ánh";
  display_test_pump_until (row_has_focus, test);
  display_test_settle ();
  g_assert_true (row_has_focus (test));
  display_test_press_key ("ctrl+a");
  display_test_wait_for_text (test->window, "2 selected");
}

/* The first team becomes the last one. */
static void
rename_first (Test *test)
{
  g_autoptr (CnscdTeam) renamed = cnscd_record_copy (test->empty);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Rename");

  cnscd_record_set (renamed, name, "Tổ Sau Cùng");
  cnscd_change_set_edit (set, test->empty, renamed);
  cnscd_repository_apply_async (test->repository, set, NULL, NULL);
  display_test_settle ();
}

/* A narrow window has another navigation view around that of the pages. */
static gboolean
sees_type (gpointer data)
{
  Test *test = data;

  return display_test_find (GTK_WIDGET (test->window), test->type) != NULL;
}

/* By keys only: into a list, to its second row, into that, and back to the row, which may have
 * another place by then. */
static void
test_narrow_lists (Test *test, gconstpointer data)
{
  static const struct
  {
    const char *key;
    const char *first;
    const char *second;
  } lists[] = {
    { "alt+3", "Xóm Ba Nhất", "Xóm Đồng Quan" },
    { "alt+4", "103/QĐ-UBND · 29/11/2025", "7/QĐ-UBND · 29/11/2024" },
    { "alt+1", "Tổ Hai", "Tổ Một" },
  };
  const GType types[] = { CNSCD_TYPE_HAMLET_PAGE, CNSCD_TYPE_DECISION_PAGE, CNSCD_TYPE_TEAM_PAGE };

  add_places (test, UNIT);
  display_test_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      display_test_press_key (lists[i].key);
      test->expected = lists[i].first;
      display_test_pump_until (row_has_focus, test);
      display_test_settle ();
      display_test_press_key ("Down");
      test->expected = lists[i].second;
      display_test_pump_until (row_has_focus, test);
      display_test_press_key ("Return");
      test->type = types[i];
      display_test_pump_until (sees_type, test);
      display_test_settle ();
      if (types[i] == CNSCD_TYPE_TEAM_PAGE)
        rename_first (test);
      display_test_press_key ("alt+Left");
      display_test_pump_until (row_has_focus, test);
      display_test_settle ();
      g_assert_true (row_has_focus (test));
    }
}

/* The menu that it is chosen from gives the focus back to its button, but not for long. */
static void
test_duplicates_focus (Test *test, gconstpointer data)
{
  GtkWidget *item;

  {
    g_autoptr (CnscdDatabase) database = open_database (test);

    display_test_add_member (database, test->empty, "Đào Thị Ánh", CNSCD_ROLE_MEMBER);
  }
  display_test_settle ();
  display_test_press_key ("F10");
  display_test_wait_for_text (test->window, "Possible Duplicates");
  display_test_settle ();
  item = display_test_find_labelled (GTK_WIDGET (test->window), "Possible Duplicates");
  gtk_widget_activate (gtk_widget_get_parent (item));
  test->expected = "Đào Thị Ánh";
  display_test_pump_until (row_has_focus, test);
  display_test_settle ();
  g_assert_true (row_has_focus (test));
  display_test_press_key ("Return");
  display_test_wait_for_dialog (test->window);
  adw_dialog_force_close (display_test_get_dialog (test->window));
}

int
main (int argc, char *argv[])
{
  application = display_test_init (&argc, &argv, NULL);

#define ADD(name, func, data)                                                                      \
  g_test_add ("/display/navigation/" name, Test, data, set_up, func, tear_down)
  ADD ("leave-below", test_leave_below, NULL);
  ADD ("twice", test_twice, NULL);
  ADD ("unknown-role", test_unknown_role, NULL);
  ADD ("narrow-error", test_narrow_error, "narrow");
  ADD ("unit", test_unit, "province");
  ADD ("history-links", test_history_links, NULL);
  ADD ("keys", test_keys, NULL);
  ADD ("sidebar", test_sidebar, NULL);
  ADD ("narrow-focus", test_narrow_focus, "narrow");
  ADD ("narrow-lists", test_narrow_lists, "narrow");
  ADD ("duplicates-focus", test_duplicates_focus, NULL);
#undef ADD

  return display_test_run ();
}
