/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/cnscd-member-list.h"
#include "ui/members/cnscd-end-dialog.h"
#include "ui/members/cnscd-member-actions.h"
#include "ui/members/cnscd-member-dialog.h"
#include "ui/teams/cnscd-team-choice-row.h"

#include "display-test.h"

/* What officials do by hand, through the widgets, with a look into the database afterwards. */

#define UNIT "05716"

static CnscdApplication *application;

typedef struct
{
  DISPLAY_TEST
  CnscdTeam *team;
  CnscdTeam *other;
  const char *expected;
} Test;

/* ---- the database */

static void
fill (Test *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);

  g_assert_no_error (error);
  cnscd_database_set_setting (database, "unit", UNIT, &error);
  g_assert_no_error (error);
  test->team = display_test_add_team (database, UNIT, "Tổ Một");
  test->other = display_test_add_team (database, UNIT, "Tổ Hai");
  display_test_add_member (database, test->team, "Đào Thị Ánh", CNSCD_ROLE_LEADER);
  display_test_add_member (database, test->team, "Lê Văn Ba", CNSCD_ROLE_MEMBER);
}

/* Another connection, as another program would have. */
static GPtrArray *
read_team (Test *test, CnscdTeam *team)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
  GPtrArray *members;

  g_assert_no_error (error);
  members = cnscd_members_list (
    database, &(CnscdMemberQuery) { .team = team->record.id, .sort = CNSCD_MEMBER_SORT_TEAM },
    &error);
  g_assert_no_error (error);
  return members;
}

static char *
dup_names (Test *test, CnscdTeam *team)
{
  g_autoptr (GPtrArray) members = read_team (test, team);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < members->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((const CnscdMember *) members->pdata[i])->full_name);
  return g_string_free_and_steal (g_steal_pointer (&names));
}

static gboolean
has_names (gpointer data)
{
  Test *test = data;
  g_autofree char *names = dup_names (test, test->team);

  return g_str_equal (names, test->expected);
}

static void
wait_for_names (Test *test, const char *names)
{
  test->expected = names;
  display_test_pump_until (has_names, test);
}

static void
set_up (Test *test, gconstpointer data)
{
  display_test_make_folder (&test->display);
  fill (test);

  display_test_show (&test->display);
}

static void
tear_down (Test *test, gconstpointer data)
{
  g_clear_pointer (&test->team, cnscd_record_unref);
  g_clear_pointer (&test->other, cnscd_record_unref);
  display_test_tear_down (&test->display);
}

/* ---- the widgets */

static void
open_team (Test *test)
{
  display_test_wait_for_text (test->window, "Tổ Một");
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-team", "s",
                              test->team->record.id);
  display_test_wait_for_text (test->window, "Lê Văn Ba");
}

static void
act_on (Test *test, guint position, void (*func) (CnscdWindow *, const CnscdMember *))
{
  g_autoptr (GPtrArray) members = read_team (test, test->team);

  func (test->window, members->pdata[position]);
  display_test_wait_for_dialog (test->window);
}

/* ---- tests */

static gboolean
new_has_focus (gpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (((Test *) data)->window));

  return focus != NULL && gtk_widget_get_mapped (focus) &&
         display_test_find_labelled (focus, "Hoàng Văn Ẩn") != NULL &&
         display_test_find_labelled (focus, "Lê Văn Ba") == NULL;
}

static void
test_add (Test *test, gconstpointer data)
{
  g_autoptr (GPtrArray) members = NULL;
  const CnscdMember *member;
  AdwNavigationView *view;

  open_team (test);
  view = display_test_find (GTK_WIDGET (test->window), ADW_TYPE_NAVIGATION_VIEW);
  gtk_widget_activate_action (GTK_WIDGET (adw_navigation_view_get_visible_page (view)),
                              "team.add-member", NULL);
  display_test_wait_for_dialog (test->window);
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Save")));

  display_test_type (test->window, "Full Name", "  HOÀNG  VĂN ẨN ");
  display_test_type (test->window, "Year or Date of Birth", "21/6/1990");
  display_test_type (test->window, "Phone", "0162 345 6789");
  display_test_type (test->window, "Body Represented", "Đoàn Thanh niên");
  adw_combo_row_set_selected (ADW_COMBO_ROW (display_test_get_row (test->window, "Role")), 1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (display_test_get_row (test->window, "Gender")), 1);
  display_test_press (test->window, "_Save");
  display_test_wait_for_no_dialog (test->window);
  wait_for_names (test, "Đào Thị Ánh, Hoàng Văn Ẩn, Lê Văn Ba");
  display_test_wait_for_text (test->window, "Hoàng Văn Ẩn added");
  display_test_wait_for_text (test->window, "Hoàng Văn Ẩn");
  display_test_pump_until (new_has_focus, test);

  members = read_team (test, test->team);
  member = members->pdata[1];
  g_assert_cmpint (member->role, ==, CNSCD_ROLE_DEPUTY);
  g_assert_cmpint (member->gender, ==, CNSCD_GENDER_MALE);
  g_assert_cmpstr (member->phone, ==, "0323456789");
  g_assert_cmpstr (member->body, ==, "Đoàn Thanh niên");
  g_assert_true (cnscd_date_equal (member->birth, CNSCD_DATE (1990, 6, 21)));

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  wait_for_names (test, "Đào Thị Ánh, Lê Văn Ba");
  display_test_wait_for_text (test->window, "Undone: Hoàng Văn Ẩn added");
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.redo", NULL);
  wait_for_names (test, "Đào Thị Ánh, Hoàng Văn Ẩn, Lê Văn Ba");
}

static void
test_edit (Test *test, gconstpointer data)
{
  open_team (test);
  act_on (test, 1, cnscd_member_actions_edit);
  g_assert_cmpstr (adw_dialog_get_title (display_test_get_dialog (test->window)), ==, "Lê Văn Ba");
  /* Nothing changed, nothing to save, nothing to ask. */
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Save")));
  g_assert_true (adw_dialog_get_can_close (display_test_get_dialog (test->window)));
  display_test_type (test->window, "Full Name", "Lê Văn Bốn");
  g_assert_false (adw_dialog_get_can_close (display_test_get_dialog (test->window)));
  display_test_press (test->window, "_Save");
  display_test_wait_for_no_dialog (test->window);
  wait_for_names (test, "Đào Thị Ánh, Lê Văn Bốn");
}

/* Each field says what is wrong, and nothing wrong is saved. */
static void
test_wrong_input (Test *test, gconstpointer data)
{
  static const struct
  {
    const char *title;
    const char *text;
    const char *said;
  } cases[] = {
    { "Full Name", "", "Full Name: still needed" },
    { "Full Name", "0912345678", "Full Name: no name contains “0”" },
    { "Full Name", "Nguyễn Văn A 123", "Full Name: no name contains “1”" },
    { "Year or Date of Birth", "31/2/1990", "Year or Date of Birth: no such date" },
    { "Year or Date of Birth", "2999", "Year or Date of Birth: in the future" },
    { "Year or Date of Birth", "1850", "Year or Date of Birth: too long ago" },
    { "Phone", "12345", "Phone: not a phone number" },
    { "In the Team Since", "2025", "In the Team Since: day, month and year are needed" },
  };

  open_team (test);
  act_on (test, 1, cnscd_member_actions_edit);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *row = display_test_get_row (test->window, cases[i].title);
      g_autofree char *right = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));

      gtk_editable_set_text (GTK_EDITABLE (row), cases[i].text);
      g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                       cases[i].said);
      g_assert_true (gtk_widget_has_css_class (row, "error"));
      g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Save")));
      /* What somebody types is left as it is. */
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, cases[i].text);
      gtk_editable_set_text (GTK_EDITABLE (row), right);
      g_assert_false (gtk_widget_has_css_class (row, "error"));
    }
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Save")));
  adw_dialog_force_close (display_test_get_dialog (test->window));
  wait_for_names (test, "Đào Thị Ánh, Lê Văn Ba");
}

static gboolean
asks (gpointer data)
{
  return ADW_IS_ALERT_DIALOG (display_test_get_dialog (((Test *) data)->window));
}

/* Leaving an unfinished form asks first. */
static void
test_discard (Test *test, gconstpointer data)
{
  AdwDialog *form;

  open_team (test);
  act_on (test, 1, cnscd_member_actions_edit);
  form = display_test_get_dialog (test->window);
  display_test_type (test->window, "Full Name", "Lê Văn Năm");
  adw_dialog_close (form);
  display_test_pump_until (asks, test);
  g_signal_emit_by_name (display_test_get_dialog (test->window), "response::cancel", "cancel");
  adw_dialog_force_close (display_test_get_dialog (test->window));
  g_assert_true (display_test_get_dialog (test->window) == form);
  adw_dialog_force_close (form);
  display_test_wait_for_no_dialog (test->window);
  wait_for_names (test, "Đào Thị Ánh, Lê Văn Ba");
}

static void
test_end (Test *test, gconstpointer data)
{
  open_team (test);
  act_on (test, 1, cnscd_member_actions_end);
  display_test_type (test->window, "No Longer a Member From", "hôm nay");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_End")));
  display_test_type (test->window, "No Longer a Member From", "1/1/2026");
  display_test_type (test->window, "Reason", "Chuyển nơi ở");
  display_test_press (test->window, "_End");
  display_test_wait_for_no_dialog (test->window);
  wait_for_names (test, "Đào Thị Ánh");
  display_test_wait_for_text (test->window, "Lê Văn Ba left the team");
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  wait_for_names (test, "Đào Thị Ánh, Lê Văn Ba");
}

/* What may be wrong with a team is told in words, and no longer when it is mended. */
static void
test_warnings (Test *test, gconstpointer data)
{
  open_team (test);
  act_on (test, 0, cnscd_member_actions_edit);
  /* Also the list of teams, which is still seen for a moment, says so of a team. */
  display_test_wait_for_no_text (test->window, "No leader");
  adw_combo_row_set_selected (ADW_COMBO_ROW (display_test_get_row (test->window, "Role")), 2);
  display_test_press (test->window, "_Save");
  display_test_wait_for_no_dialog (test->window);
  display_test_wait_for_text (test->window, "Đào Thị Ánh changed");
  display_test_wait_for_text (test->window, "No leader");
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  display_test_wait_for_text (test->window, "Undone: Đào Thị Ánh changed");
  display_test_wait_for_no_text (test->window, "No leader");
}

/* The only other team is chosen at once. */
static gboolean
knows_teams (gpointer data)
{
  return cnscd_team_choice_row_get_team (CNSCD_TEAM_CHOICE_ROW (
           display_test_get_row (((Test *) data)->window, "New Team"))) != NULL;
}

static void
test_move (Test *test, gconstpointer data)
{
  g_autofree char *there = NULL;

  open_team (test);
  act_on (test, 0, cnscd_member_actions_move);
  display_test_pump_until (knows_teams, test);
  display_test_press (test->window, "_Move");
  display_test_wait_for_no_dialog (test->window);
  wait_for_names (test, "Lê Văn Ba");
  there = dup_names (test, test->other);
  g_assert_cmpstr (there, ==, "Đào Thị Ánh");
}

/* What an import took, and a form would not, does not keep anybody from changing the rest. */
static void
test_strange_name (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
  g_autoptr (GPtrArray) members = NULL;
  const CnscdMember *member;

  g_assert_no_error (error);
  display_test_add_member (database, test->team, "Nguyễn 😀 Văn", CNSCD_ROLE_DEPUTY);
  g_clear_pointer (&database, cnscd_database_close);
  open_team (test);
  act_on (test, 1, cnscd_member_actions_edit);
  display_test_type (test->window, "Phone", "0987 654 321");
  display_test_press (test->window, "_Save");
  display_test_wait_for_no_dialog (test->window);

  members = read_team (test, test->team);
  member = members->pdata[1];
  g_assert_cmpstr (member->full_name, ==, "Nguyễn 😀 Văn");
  g_assert_cmpstr (member->phone, ==, "0987654321");
}

int
main (int argc, char *argv[])
{
  application = display_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/display/edit/" name, Test, NULL, set_up, func, tear_down)
  ADD ("add", test_add);
  ADD ("edit", test_edit);
  ADD ("wrong-input", test_wrong_input);
  ADD ("strange-name", test_strange_name);
  ADD ("discard", test_discard);
  ADD ("end", test_end);
  ADD ("move", test_move);
  ADD ("warnings", test_warnings);
#undef ADD

  return display_test_run ();
}
