/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cnscd-roster-edit.h"
#include "store/cnscd-duplicates.h"
#include "store/cnscd-members.h"
#include "store/cnscd-person-history.h"
#include "ui/common/cnscd-list-stack.h"
#include "ui/common/cnscd-page.h"
#include "ui/members/cnscd-end-dialog.h"
#include "ui/people/cnscd-duplicates-page.h"
#include "ui/people/cnscd-merge-dialog.h"
#include "ui/people/cnscd-person-chooser.h"
#include "ui/people/cnscd-person-page.h"
#include "ui/teams/cnscd-team-page.h"
#include "ui/window/cnscd-window-edit.h"

#include "display-test.h"

/* A person's page and possible duplicates, through the widgets. */

#define UNIT "05716"

static CnscdApplication *application;

typedef struct
{
  DISPLAY_TEST
  CnscdTeam *team;
  CnscdTeam *other_team;
  CnscdPerson *person; /* in one team now, and formerly in the other */
  CnscdPerson *twin;   /* the same, once more */
  const char *expected;
  guint n_expected;
  GType expected_type;
} Test;

/* ---- the database */

static CnscdPerson *
add_person (CnscdDatabase *database, const char *name, guint16 year, const char *phone)
{
  CnscdPerson *person = cnscd_record_new (&CNSCD_KIND_PERSON, UNIT);

  cnscd_record_set (person, full_name, name);
  person->birth = CNSCD_DATE (year, 0, 0);
  cnscd_record_set (person, phone, phone);
  display_test_put (database, person);
  return person;
}

static void
add_membership (CnscdDatabase *database,
                CnscdTeam *team,
                CnscdPerson *person,
                CnscdRole role,
                CnscdDate from,
                CnscdDate to)
{
  g_autoptr (CnscdMembership) membership = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, UNIT);

  cnscd_record_set (membership, team, team->record.id);
  cnscd_record_set (membership, person, person->record.id);
  membership->role = (int) role;
  membership->valid_from = from;
  membership->valid_to = to;
  display_test_put (database, membership);
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
  test->other_team = display_test_add_team (database, UNIT, "Tổ Hai");
  test->person = add_person (database, "Lê Văn Ba", 1980, "0912345678");
  add_membership (database, test->team, test->person, CNSCD_ROLE_MEMBER, CNSCD_DATE (2025, 11, 29),
                  CNSCD_DATE_UNKNOWN);
  add_membership (database, test->other_team, test->person, CNSCD_ROLE_DEPUTY,
                  CNSCD_DATE (2022, 7, 1), CNSCD_DATE (2024, 12, 31));
  test->twin = add_person (database, "LÊ VĂN BA", 1980, NULL);
  add_membership (database, test->other_team, test->twin, CNSCD_ROLE_LEADER,
                  CNSCD_DATE (2025, 12, 1), CNSCD_DATE_UNKNOWN);
  display_test_add_member (database, test->team, "Đào Thị Ánh", CNSCD_ROLE_LEADER);
}

/* Another connection, as another program would have. */
static CnscdDatabase *
open_again (Test *test)
{
  g_autoptr (GError) error = NULL;
  CnscdDatabase *database = cnscd_database_open (test->path, &error);

  g_assert_no_error (error);
  return database;
}

/* Who a person is and where: NULL when deleted. */
static char *
describe (Test *test, const CnscdPerson *person)
{
  g_autoptr (CnscdDatabase) database = open_again (test);
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdPersonHistory) history =
    cnscd_person_history_read (database, person->record.id, &error);
  g_autoptr (GString) text = NULL;

  if (history == NULL)
    {
      g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
      return g_strdup ("gone");
    }

  text = g_string_new (history->person->full_name);
  for (guint i = 0; i < history->memberships->len; i++)
    {
      const CnscdPersonMembership *membership = history->memberships->pdata[i];

      g_string_append_printf (text, ", %s%s", membership->team_name,
                              membership->is_current ? "" : " (former)");
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static gboolean
person_is (gpointer data)
{
  Test *test = data;
  g_autofree char *text = describe (test, test->person);

  return g_str_equal (text, test->expected);
}

static void
wait_for_person (Test *test, const char *text)
{
  test->expected = text;
  display_test_pump_until (person_is, test);
}

static void
assert_twin (Test *test, const char *expected)
{
  g_autofree char *text = describe (test, test->twin);

  g_assert_cmpstr (text, ==, expected);
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
  g_clear_pointer (&test->other_team, cnscd_record_unref);
  g_clear_pointer (&test->person, cnscd_record_unref);
  g_clear_pointer (&test->twin, cnscd_record_unref);
  display_test_tear_down (&test->display);
}

/* ---- the widgets */

static AdwNavigationPage *
get_page (Test *test)
{
  return adw_navigation_view_get_visible_page (
    display_test_find (GTK_WIDGET (test->window), ADW_TYPE_NAVIGATION_VIEW));
}

static gboolean
shows_type (gpointer data)
{
  Test *test = data;

  return g_type_is_a (G_OBJECT_TYPE (get_page (test)), test->expected_type);
}

static void
wait_for_page (Test *test, GType type)
{
  test->expected_type = type;
  display_test_pump_until (shows_type, test);
}

static gboolean
shows_dialog (gpointer data)
{
  Test *test = data;
  AdwDialog *dialog = display_test_get_dialog (test->window);

  return dialog != NULL && g_type_is_a (G_OBJECT_TYPE (dialog), test->expected_type);
}

static void
wait_for_dialog (Test *test, GType type)
{
  test->expected_type = type;
  display_test_pump_until (shows_dialog, test);
}

static void
act (Test *test, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_page (test)), action, NULL));
}

static void
open_person (Test *test)
{
  display_test_wait_for_text (test->window, "Tổ Một");
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.open-person", "s",
                              test->person->record.id);
  wait_for_page (test, CNSCD_TYPE_PERSON_PAGE);
  display_test_wait_for_text (test->window, "Current Memberships");
}

/* ---- a move that is only planned */

static CnscdPersonHistory *
read_history (Test *test)
{
  g_autoptr (CnscdDatabase) database = open_again (test);
  g_autoptr (GError) error = NULL;
  CnscdPersonHistory *history =
    cnscd_person_history_read (database, test->person->record.id, &error);

  g_assert_no_error (error);
  return history;
}

static void
moved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  cnscd_window_apply_finish (CNSCD_WINDOW (source), result, &error);
  g_assert_no_error (error);
}

/* To the other team, in a month. */
static void
plan_move (Test *test)
{
  g_autoptr (CnscdPersonHistory) history = read_history (test);
  const CnscdPersonMembership *membership = history->memberships->pdata[0];
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("planned");

  g_assert_true (membership->is_current);
  cnscd_roster_move_member (set, membership->record, test->other_team,
                            cnscd_date_add_days (cnscd_date_today (), 30), "đổi nơi ở", NULL);
  cnscd_window_apply_async (test->window, set, moved_cb, NULL);
}

/* The membership that was to end, and the one that was to begin. */
static char *
describe_plan (Test *test)
{
  g_autoptr (CnscdPersonHistory) history = read_history (test);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < history->memberships->len; i++)
    {
      const CnscdPersonMembership *membership = history->memberships->pdata[i];

      if (membership->is_current || membership->is_upcoming)
        g_string_append_printf (text, "%s%s%s ", membership->team_name,
                                membership->is_upcoming ? " upcoming" : "",
                                cnscd_date_is_known (membership->record->valid_to) ? " ends" : "");
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static gboolean
plan_is (gpointer data)
{
  Test *test = data;
  g_autofree char *text = describe_plan (test);

  return g_str_equal (text, test->expected);
}

static void
wait_for_plan (Test *test, const char *expected)
{
  test->expected = expected;
  display_test_pump_until (plan_is, test);
}

/* What stands in the menu of a membership. */
static char *
dup_items (GMenuModel *menu)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *label = NULL;
      g_autofree char *items = section != NULL ? dup_items (section) : NULL;

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
        g_string_append_printf (text, "%s; ", label);
      if (items != NULL)
        g_string_append (text, items);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
assert_menu (GtkWidget *row, const char *expected)
{
  GtkMenuButton *button = display_test_find (row, GTK_TYPE_MENU_BUTTON);
  g_autofree char *items = NULL;

  g_assert_true (gtk_widget_activate_action (row, "membership.menu", NULL));
  items = dup_items (gtk_menu_button_get_menu_model (button));
  g_assert_cmpstr (items, ==, expected);
  gtk_menu_button_popdown (button);
}

/* What there is to do depends on the membership. */
static void
test_menu (Test *test, gconstpointer data)
{
  GtkWidget *page;

  open_person (test);
  page = GTK_WIDGET (get_page (test));
  assert_menu (display_test_find_row (page, "Tổ Một"),
               "_Edit…; _Move to Another Team…; End M_embership…; ");
  assert_menu (display_test_find_row (page, "Tổ Hai"), "_Edit…; ");
}

/* A key goes to whatever has the focus when it comes. */
static gboolean
has_focus_within (gpointer data)
{
  GtkWidget *widget = data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* With the key that ends a membership; the other is as if nobody had planned anything. */
static void
test_withdraw (Test *test, gconstpointer data)
{
  GtkWidget *row;

  open_person (test);
  plan_move (test);
  wait_for_plan (test, "Tổ Một ends Tổ Hai upcoming ");
  display_test_wait_for_text (test->window, "Upcoming Memberships");
  /* Before the one of the same team that is over. */
  row = display_test_find_row (GTK_WIDGET (get_page (test)), "Tổ Hai");
  g_assert_nonnull (row);
  assert_menu (row, "_Edit…; _Withdraw This Move; ");

  gtk_widget_grab_focus (row);
  display_test_press_key ("Delete");
  wait_for_plan (test, "Tổ Một ");
  display_test_wait_for_text (test->window, "Move of Lê Văn Ba withdrawn");
  display_test_wait_for_no_text (test->window, "Upcoming Memberships");
  /* Not on the button that takes it back, which the next key would press. */
  display_test_pump_until (has_focus_within, get_page (test));
  display_test_settle ();
  g_assert_true (has_focus_within (get_page (test)));

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  wait_for_plan (test, "Tổ Một ends Tổ Hai upcoming ");
}

static gboolean
has_pairs (gpointer data)
{
  Test *test = data;
  GtkWidget *view = display_test_find (GTK_WIDGET (get_page (test)), GTK_TYPE_LIST_VIEW);
  GListModel *model =
    view != NULL ? G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view))) : NULL;

  return model != NULL && g_list_model_get_n_items (model) == test->n_expected;
}

static void
wait_for_pairs (Test *test, guint n_pairs)
{
  test->n_expected = n_pairs;
  display_test_pump_until (has_pairs, test);
}

static void
open_duplicates (Test *test)
{
  display_test_wait_for_text (test->window, "Tổ Một");
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.duplicates", NULL);
  wait_for_page (test, CNSCD_TYPE_DUPLICATES_PAGE);
}

static void
compare_first (Test *test)
{
  wait_for_pairs (test, 1);
  g_signal_emit_by_name (display_test_find (GTK_WIDGET (get_page (test)), GTK_TYPE_LIST_VIEW),
                         "activate", 0);
  wait_for_dialog (test, CNSCD_TYPE_MERGE_DIALOG);
}

static void
undo (Test *test)
{
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
}

/* ---- a person's page */

static void
test_page (Test *test, gconstpointer data)
{
  open_person (test);
  display_test_wait_for_text (test->window, "Lê Văn Ba");
  display_test_wait_for_text (test->window, "0912 345 678");
  display_test_wait_for_text (test->window, "Member\n29/11/2025 – now");
  display_test_wait_for_text (test->window, "Former Memberships");
  display_test_wait_for_text (test->window, "Deputy\n01/07/2022 – 31/12/2024");

  /* Into the team and, by its row, back to the same page. */
  gtk_widget_activate (display_test_find_row (GTK_WIDGET (get_page (test)), "Tổ Một"));
  wait_for_page (test, CNSCD_TYPE_TEAM_PAGE);
  display_test_wait_for_text (test->window, "Đào Thị Ánh");
  g_signal_emit_by_name (display_test_find (GTK_WIDGET (get_page (test)), GTK_TYPE_LIST_VIEW),
                         "activate", 1);
  wait_for_page (test, CNSCD_TYPE_PERSON_PAGE);
  adw_navigation_view_pop (display_test_find (GTK_WIDGET (test->window), ADW_TYPE_NAVIGATION_VIEW));
  g_assert_true (CNSCD_IS_PAGE (get_page (test)));
}

/* Which is where the focus goes when the page is there. */
static gboolean
edit_has_focus (gpointer data)
{
  Test *test = data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (test->window));

  return GTK_IS_BUTTON (focus) &&
         g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)), "person.edit") == 0;
}

static void
test_edit (Test *test, gconstpointer data)
{
  open_person (test);
  display_test_pump_until (edit_has_focus, test);
  display_test_press_key ("Down");
  display_test_settle ();
  g_assert_false (GTK_IS_LABEL (gtk_root_get_focus (GTK_ROOT (test->window))));
  display_test_press_key ("F2");
  display_test_wait_for_dialog (test->window);
  display_test_type (test->window, "Phone", "12");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Save")));
  adw_combo_row_set_selected (ADW_COMBO_ROW (display_test_get_row (test->window, "Legal Basis")),
                              1);
  display_test_type (test->window, "Legal Basis Since", "31/12/2999");
  display_test_type (test->window, "Phone", "0987 654 321");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Save")));
  display_test_type (test->window, "Legal Basis Since", "5/1/2026");
  display_test_type (test->window, "Full Name", "Lê Văn Bốn");
  display_test_press (test->window, "_Save");
  display_test_wait_for_no_dialog (test->window);
  wait_for_person (test, "Lê Văn Bốn, Tổ Một, Tổ Hai (former)");
  display_test_wait_for_text (test->window, "0987 654 321");
  display_test_wait_for_text (test->window, "Consent (05/01/2026)");
  undo (test);
  wait_for_person (test, "Lê Văn Ba, Tổ Một, Tổ Hai (former)");
  display_test_wait_for_text (test->window, "0912 345 678");
}

static gboolean
can_join (gpointer data)
{
  Test *test = data;

  return gtk_widget_is_sensitive (display_test_get_button (test->window, "_Add"));
}

/* The keys of the lists work on a membership, too. */
static void
press_key_in (GtkWidget *widget, const char *key)
{
  display_test_pump_until (has_focus_within, widget);
  display_test_press_key (key);
}

static void
test_row_keys (Test *test, gconstpointer data)
{
  GtkWidget *row;

  open_person (test);
  display_test_pump_until (edit_has_focus, test);
  row = display_test_find_row (GTK_WIDGET (get_page (test)), "Tổ Một");
  gtk_widget_grab_focus (row);
  press_key_in (row, "Delete");
  display_test_wait_for_dialog (test->window);
  display_test_wait_for_text (test->window, "End Membership");
  press_key_in (GTK_WIDGET (display_test_get_dialog (test->window)), "Escape");
  display_test_wait_for_no_dialog (test->window);

  press_key_in (row, "ctrl+m");
  display_test_wait_for_dialog (test->window);
  display_test_wait_for_text (test->window, "Move to Another Team");
  press_key_in (GTK_WIDGET (display_test_get_dialog (test->window)), "Escape");
  display_test_wait_for_no_dialog (test->window);

  /* What is over cannot be ended, but put right. */
  row = display_test_find_row (GTK_WIDGET (get_page (test)), "Tổ Hai");
  gtk_widget_grab_focus (row);
  press_key_in (row, "Delete");
  display_test_settle ();
  g_assert_null (display_test_get_dialog (test->window));
  press_key_in (row, "F2");
  display_test_wait_for_dialog (test->window);
  display_test_type (test->window, "In the Team Since", "2/7/2022");
  display_test_press (test->window, "_Save");
  display_test_wait_for_no_dialog (test->window);
  display_test_wait_for_text (test->window, "Deputy\n02/07/2022 – 31/12/2024");
}

/* All of it is reached without a mouse and told to who does not see it. */
static void
test_accessible (Test *test, gconstpointer data)
{
  GtkWidget *page;

  open_person (test);
  page = GTK_WIDGET (get_page (test));
  gtk_test_accessible_assert_property (
    display_test_find (display_test_find (page, ADW_TYPE_HEADER_BAR), GTK_TYPE_MENU_BUTTON),
    GTK_ACCESSIBLE_PROPERTY_LABEL, "Person Menu");
  gtk_test_accessible_assert_property (
    display_test_find (display_test_find_row (page, "Phone"), GTK_TYPE_BUTTON),
    GTK_ACCESSIBLE_PROPERTY_LABEL, "Copy Phone Number");
  gtk_test_accessible_assert_property (
    display_test_find (display_test_find_row (page, "Tổ Một"), GTK_TYPE_MENU_BUTTON),
    GTK_ACCESSIBLE_PROPERTY_LABEL, "Membership Menu");

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.duplicates", NULL);
  wait_for_page (test, CNSCD_TYPE_DUPLICATES_PAGE);
  compare_first (test);
  display_test_wait_for_text (test->window, "Known in one only");
  gtk_test_accessible_assert_property (
    display_test_find (GTK_WIDGET (display_test_get_dialog (test->window)), GTK_TYPE_CHECK_BUTTON),
    GTK_ACCESSIBLE_PROPERTY_LABEL, "Full Name, Record 1: Lê Văn Ba");
}

/* A person can be in two teams; not in one of them twice. */
static void
test_join (Test *test, gconstpointer data)
{
  open_person (test);
  act (test, "person.join");
  display_test_wait_for_dialog (test->window);
  display_test_pump_until (can_join, test);
  /* The only other team is chosen at once. */
  g_assert_cmpstr (
    adw_action_row_get_subtitle (ADW_ACTION_ROW (display_test_get_row (test->window, "Team"))), ==,
    "Tổ Hai");
  display_test_type (test->window, "In the Team Since", "2025");
  g_assert_false (can_join (test));
  display_test_type (test->window, "In the Team Since", "1/2/2026");
  display_test_press (test->window, "_Add");
  display_test_wait_for_no_dialog (test->window);
  wait_for_person (test, "Lê Văn Ba, Tổ Hai, Tổ Một, Tổ Hai (former)");
  display_test_wait_for_text (test->window, "Lê Văn Ba added to Tổ Hai");
  display_test_wait_for_text (test->window, "Member\n01/02/2026 – now");
  undo (test);
  wait_for_person (test, "Lê Văn Ba, Tổ Một, Tổ Hai (former)");
  display_test_wait_for_no_text (test->window, "Member\n01/02/2026 – now");
}

static void
test_end (Test *test, gconstpointer data)
{
  open_person (test);
  act (test, "person.end");
  display_test_wait_for_dialog (test->window);
  display_test_type (test->window, "No Longer a Member From", "1/1/2020");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_End")));
  display_test_type (test->window, "No Longer a Member From", "1/1/2026");
  display_test_type (test->window, "Reason", "Chuyển nơi ở");
  display_test_press (test->window, "_End");
  display_test_wait_for_no_dialog (test->window);
  wait_for_person (test, "Lê Văn Ba, Tổ Một (former), Tổ Hai (former)");
  display_test_wait_for_text (test->window, "Not in any team now");
  display_test_wait_for_text (test->window, "Member\n29/11/2025 – 31/12/2025\nEnded: Chuyển nơi ở");
  /* There is nothing more to end. */
  act (test, "person.end");
  display_test_settle ();
  g_assert_null (display_test_get_dialog (test->window));
  undo (test);
  wait_for_person (test, "Lê Văn Ba, Tổ Một, Tổ Hai (former)");
  display_test_wait_for_no_text (test->window, "Not in any team now");
}

static gboolean
is_first_page (gpointer data)
{
  return CNSCD_IS_PAGE (get_page (data));
}

/* No time is broken at its dash. */
static void
wait_for_unbroken_body (Test *test)
{
  AdwDialog *dialog = display_test_get_dialog (test->window);
  g_autoptr (GString) shown = g_string_new (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)));

  g_assert_cmpuint (g_string_replace (shown, " – ", "\u00a0–\u2060\u00a0", 0), ==, 2);
  display_test_wait_for_text (test->window, shown->str);
}

/* Whoever has served is not deleted at a stroke, and rather ends; there is a way back also when
 * the page is under another. */
static void
test_delete (Test *test, gconstpointer data)
{
  open_person (test);
  act (test, "person.delete");
  wait_for_dialog (test, ADW_TYPE_ALERT_DIALOG);
  display_test_wait_for_text (test->window, "Delete This Person?");
  g_assert_nonnull (
    strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (display_test_get_dialog (test->window))),
            "Lê Văn Ba will be deleted, with 2 memberships and their history:\n"
            "Tổ Một · 29/11/2025 – now\nTổ Hai · 01/07/2022 – 31/12/2024"));
  wait_for_unbroken_body (test);
  g_assert_cmpint (adw_alert_dialog_get_response_appearance (
                     ADW_ALERT_DIALOG (display_test_get_dialog (test->window)), "delete"),
                   ==, ADW_RESPONSE_DESTRUCTIVE);
  display_test_press (test->window, "_Cancel");
  display_test_wait_for_no_dialog (test->window);
  wait_for_person (test, "Lê Văn Ba, Tổ Một, Tổ Hai (former)");

  act (test, "person.delete");
  wait_for_dialog (test, ADW_TYPE_ALERT_DIALOG);
  display_test_press (test->window, "End M_embership…");
  wait_for_dialog (test, CNSCD_TYPE_END_DIALOG);
  adw_dialog_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);
  wait_for_person (test, "Lê Văn Ba, Tổ Một, Tổ Hai (former)");

  act (test, "person.delete");
  wait_for_dialog (test, ADW_TYPE_ALERT_DIALOG);
  display_test_press (test->window, "_Delete");
  display_test_wait_for_no_dialog (test->window);
  wait_for_person (test, "gone");
  display_test_wait_for_text (test->window, "Lê Văn Ba deleted");
  display_test_pump_until (is_first_page, test);
  undo (test);
  wait_for_person (test, "Lê Văn Ba, Tổ Một, Tổ Hai (former)");

  open_person (test);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-team", "s",
                              test->other_team->record.id);
  wait_for_page (test, CNSCD_TYPE_TEAM_PAGE);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.redo", NULL);
  wait_for_person (test, "gone");
  display_test_wait_for_text (test->window, "Done again: Lê Văn Ba deleted");
  display_test_settle ();
  adw_navigation_view_pop (display_test_find (GTK_WIDGET (test->window), ADW_TYPE_NAVIGATION_VIEW));
  display_test_pump_until (is_first_page, test);
}

/* ---- duplicates */

static void
choose (Test *test, const char *field, guint record)
{
  GtkWidget *label =
    display_test_find_labelled (GTK_WIDGET (display_test_get_dialog (test->window)), field);
  GtkWidget *box;
  GtkWidget *row;
  g_autofree char *title = g_strdup_printf ("Record %u", record);

  g_assert_nonnull (label);
  box = gtk_widget_get_parent (gtk_widget_get_parent (label));
  row = display_test_find_row (box, title);
  g_assert_nonnull (row);
  gtk_widget_activate (row);
}

static void
test_merge (Test *test, gconstpointer data)
{
  open_duplicates (test);
  display_test_wait_for_text (test->window, "1 pair");
  display_test_wait_for_text (test->window, "Same name · Same year of birth");
  compare_first (test);
  display_test_wait_for_text (test->window, "Known in one only");
  display_test_wait_for_text (test->window, "Different");
  /* Of which neither says anything. */
  g_assert_null (display_test_find_labelled (GTK_WIDGET (test->window), "Note"));

  /* What somebody chose is not lost without a question. */
  g_assert_true (adw_dialog_get_can_close (display_test_get_dialog (test->window)));
  choose (test, "Full Name", 2);
  g_assert_false (adw_dialog_get_can_close (display_test_get_dialog (test->window)));
  display_test_press (test->window, "_Merge");
  display_test_wait_for_no_dialog (test->window);
  wait_for_person (test, "LÊ VĂN BA, Tổ Hai, Tổ Một, Tổ Hai (former)");
  assert_twin (test, "gone");
  display_test_wait_for_text (test->window, "Two records of LÊ VĂN BA merged");
  display_test_wait_for_text (test->window, "No Possible Duplicates");
  /* From where the keys lead back. */
  display_test_pump_until (has_focus_within, get_page (test));
  display_test_settle ();
  g_assert_true (has_focus_within (get_page (test)));

  undo (test);
  wait_for_person (test, "Lê Văn Ba, Tổ Một, Tổ Hai (former)");
  assert_twin (test, "LÊ VĂN BA, Tổ Hai");
  wait_for_pairs (test, 1);
}

static void
open_page_of (Test *test, const CnscdPerson *person)
{
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.open-person", "s", person->record.id);
  wait_for_page (test, CNSCD_TYPE_PERSON_PAGE);
}

/* What both were and are is on the page of the one; the keys take it back. */
static void
test_merged_histories (Test *test, gconstpointer data)
{
  open_duplicates (test);
  compare_first (test);
  display_test_press (test->window, "_Merge");
  display_test_wait_for_no_dialog (test->window);
  display_test_wait_for_text (test->window, "No Possible Duplicates");
  open_page_of (test, test->person);
  display_test_wait_for_text (test->window, "Leader\n01/12/2025 – now");
  display_test_wait_for_text (test->window, "Member\n29/11/2025 – now");
  display_test_wait_for_text (test->window, "Deputy\n01/07/2022 – 31/12/2024");

  display_test_pump_until (edit_has_focus, test);
  display_test_press_key ("ctrl+z");
  wait_for_person (test, "Lê Văn Ba, Tổ Một, Tổ Hai (former)");
  assert_twin (test, "LÊ VĂN BA, Tổ Hai");
  display_test_wait_for_no_text (test->window, "Leader\n01/12/2025 – now");
  display_test_wait_for_text (test->window, "Member\n29/11/2025 – now");
  display_test_wait_for_text (test->window, "Deputy\n01/07/2022 – 31/12/2024");
  open_page_of (test, test->twin);
  display_test_wait_for_text (test->window, "LÊ VĂN BA");
  display_test_wait_for_text (test->window, "Leader\n01/12/2025 – now");
}

/* ---- the hint on the page of members */

static gboolean
is_over (gpointer data)
{
  return *(gboolean *) data;
}

static void
end_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* Longer than the hint waits before it counts. */
static gboolean
sees_no_hint_for_a_while (Test *test)
{
  gboolean over = FALSE;

  g_timeout_add_once (600, end_cb, &over);
  display_test_pump_until (is_over, &over);
  return display_test_find_labelled (GTK_WIDGET (test->window), "1 possible duplicate") == NULL;
}

static void
compare_and_come_back (Test *test)
{
  g_signal_emit_by_name (display_test_find_button (GTK_WIDGET (test->window), "_Compare"),
                         "clicked");
  wait_for_page (test, CNSCD_TYPE_DUPLICATES_PAGE);
  adw_navigation_view_pop (display_test_find (GTK_WIDGET (test->window), ADW_TYPE_NAVIGATION_VIEW));
  display_test_pump_until (is_first_page, test);
}

static void
add_twins (Test *test)
{
  g_autoptr (CnscdDatabase) database = open_again (test);
  g_autoptr (CnscdPerson) one = add_person (database, "Hà Văn Tư", 1990, "0987654321");
  g_autoptr (CnscdPerson) other = add_person (database, "HÀ VĂN TƯ", 1990, NULL);

  add_membership (database, test->team, one, CNSCD_ROLE_MEMBER, CNSCD_DATE (2025, 11, 29),
                  CNSCD_DATE_UNKNOWN);
  add_membership (database, test->other_team, other, CNSCD_ROLE_MEMBER, CNSCD_DATE (2025, 11, 29),
                  CNSCD_DATE_UNKNOWN);
}

static void
test_hint (Test *test, gconstpointer data)
{
  display_test_wait_for_text (test->window, "Tổ Một");
  cnscd_window_show_page (test->window, "members");
  display_test_wait_for_text (test->window, "1 possible duplicate");

  /* Who has looked at them has peace, until there are more. */
  compare_and_come_back (test);
  g_assert_true (sees_no_hint_for_a_while (test));
  add_twins (test);
  cnscd_repository_look_for_changes (test->repository);
  display_test_wait_for_text (test->window, "2 possible duplicates");

  compare_and_come_back (test);
  display_test_wait_for_no_text (test->window, "2 possible duplicates");
}

/* A step of the window like any other: the keys take it back, and not what was done before. */
static void
test_distinct (Test *test, gconstpointer data)
{
  open_person (test);
  act (test, "person.delete");
  wait_for_dialog (test, ADW_TYPE_ALERT_DIALOG);
  display_test_press (test->window, "_Delete");
  display_test_wait_for_text (test->window, "Lê Văn Ba deleted");
  wait_for_person (test, "gone");
  undo (test);
  wait_for_person (test, "Lê Văn Ba, Tổ Một, Tổ Hai (former)");

  open_duplicates (test);
  compare_first (test);
  display_test_press (test->window, "_Different People");
  display_test_wait_for_no_dialog (test->window);
  display_test_wait_for_text (test->window, "Remembered as different people");
  display_test_wait_for_text (test->window, "No Possible Duplicates");
  wait_for_person (test, "Lê Văn Ba, Tổ Một, Tổ Hai (former)");
  assert_twin (test, "LÊ VĂN BA, Tổ Hai");

  undo (test);
  wait_for_pairs (test, 1);
  display_test_wait_for_text (test->window, "Undone: Remembered as different people");
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.redo", NULL);
  display_test_wait_for_text (test->window, "No Possible Duplicates");
  undo (test);
  wait_for_pairs (test, 1);
  wait_for_person (test, "Lê Văn Ba, Tổ Một, Tổ Hai (former)");
}

static GListModel *
get_found (Test *test)
{
  GtkWidget *view =
    display_test_find (GTK_WIDGET (display_test_get_dialog (test->window)), GTK_TYPE_LIST_VIEW);

  return view != NULL ? G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view))) : NULL;
}

static gboolean
has_found (gpointer data)
{
  Test *test = data;
  GListModel *found = get_found (test);

  return found != NULL && g_list_model_get_n_items (found) == test->n_expected;
}

static gboolean
has_search (gpointer data)
{
  Test *test = data;

  return display_test_find (GTK_WIDGET (display_test_get_dialog (test->window)),
                            GTK_TYPE_SEARCH_ENTRY) != NULL;
}

static void
search (Test *test, const char *text, guint n_found)
{
  display_test_pump_until (has_search, test);
  gtk_editable_set_text (
    display_test_find (GTK_WIDGET (display_test_get_dialog (test->window)), GTK_TYPE_SEARCH_ENTRY),
    text);
  test->n_expected = n_found;
  if (n_found > 0)
    display_test_pump_until (has_found, test);
  else
    display_test_wait_for_text (test->window, "No Results Found");
}

static void
activate_found (Test *test, guint position)
{
  g_signal_emit_by_name (
    display_test_find (GTK_WIDGET (display_test_get_dialog (test->window)), GTK_TYPE_LIST_VIEW),
    "activate", position);
}

/* From a person's page, with whom a search finds. */
static void
test_merge_with (Test *test, gconstpointer data)
{
  open_person (test);
  act (test, "person.merge");
  wait_for_dialog (test, CNSCD_TYPE_PERSON_CHOOSER);
  search (test, "nobody of this name", 0);
  search (test, "le van ba", 2);
  display_test_settle ();
  activate_found (test, 0);
  display_test_wait_for_text (test->window, "This is the same record. Choose the other one.");
  display_test_press (test->window, "_Close");
  wait_for_dialog (test, CNSCD_TYPE_PERSON_CHOOSER);
  activate_found (test, 1);
  wait_for_dialog (test, CNSCD_TYPE_MERGE_DIALOG);
  display_test_press (test->window, "_Merge");
  display_test_wait_for_no_dialog (test->window);
  wait_for_person (test, "Lê Văn Ba, Tổ Hai, Tổ Một, Tổ Hai (former)");
  assert_twin (test, "gone");
  display_test_wait_for_text (test->window, "Leader\n01/12/2025 – now");
}

/* Somebody else puts the other record into a team meanwhile: the form says so, and nothing is
 * merged. */
static void
test_merge_refused (Test *test, gconstpointer data)
{
  open_duplicates (test);
  compare_first (test);
  {
    g_autoptr (CnscdDatabase) database = open_again (test);

    add_membership (database, test->team, test->twin, CNSCD_ROLE_MEMBER, CNSCD_DATE_UNKNOWN,
                    CNSCD_DATE_UNKNOWN);
  }
  display_test_press (test->window, "_Merge");
  display_test_wait_for_text (
    test->window, "The person is still a member of a team. Delete the membership first.");
  display_test_press (test->window, "_Close");
  wait_for_dialog (test, CNSCD_TYPE_MERGE_DIALOG);
  g_assert_true (CNSCD_IS_MERGE_DIALOG (display_test_get_dialog (test->window)));
  wait_for_person (test, "Lê Văn Ba, Tổ Một, Tổ Hai (former)");
  adw_dialog_force_close (display_test_get_dialog (test->window));
}

int
main (int argc, char *argv[])
{
  application = display_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/display/person/" name, Test, NULL, set_up, func, tear_down)
  ADD ("page", test_page);
  ADD ("edit", test_edit);
  ADD ("row-keys", test_row_keys);
  ADD ("accessible", test_accessible);
  ADD ("join", test_join);
  ADD ("end", test_end);
  ADD ("delete", test_delete);
  ADD ("menu", test_menu);
  ADD ("withdraw", test_withdraw);
  ADD ("merge", test_merge);
  ADD ("merged-histories", test_merged_histories);
  ADD ("hint", test_hint);
  ADD ("distinct", test_distinct);
  ADD ("merge-with", test_merge_with);
  ADD ("merge-refused", test_merge_refused);
#undef ADD

  return display_test_run ();
}
