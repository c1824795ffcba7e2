/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cnscd-bulk-edit.h"
#include "model/cnscd-member-list.h"
#include "model/cnscd-unit-scope.h"
#include "store/cnscd-record-store.h"
#include "ui/common/cnscd-choice-dialog.h"
#include "ui/common/cnscd-choice-row.h"
#include "ui/common/cnscd-filter-bar.h"
#include "ui/common/cnscd-list-stack.h"
#include "ui/common/cnscd-row-selection.h"
#include "ui/common/cnscd-unit-filter.h"
#include "ui/members/cnscd-bulk-bar.h"
#include "ui/members/cnscd-member-line.h"

#include "display-test.h"
#include "sample-sessions.h"

/* Members narrowed down and changed several at once, through the widgets. */

#define UNIT       "05716" /* xã Võ Nhai */
#define OTHER_UNIT "02143" /* xã Văn Lang; 05665 is Văn Lăng */

static CnscdApplication *application;

typedef struct
{
  DISPLAY_TEST
  CnscdTeam *one;
  CnscdTeam *two;
  CnscdTeam *other;
  const char *expected;
  guint n_expected;
  GtkWidget *widget;
  CnscdDecision *decision;
} Test;

/* ---- the database */

static void
add (CnscdDatabase *database,
     CnscdTeam *team,
     const char *name,
     CnscdRole role,
     CnscdGender gender,
     const char *body)
{
  g_autoptr (CnscdPerson) person = cnscd_record_new (&CNSCD_KIND_PERSON, team->record.unit);
  g_autoptr (CnscdMembership) membership =
    cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, team->record.unit);

  cnscd_record_set (person, full_name, name);
  person->gender = (int) gender;
  cnscd_record_set (membership, team, team->record.id);
  cnscd_record_set (membership, person, person->record.id);
  cnscd_record_set (membership, body, body);
  membership->role = (int) role;
  membership->valid_from = CNSCD_DATE (2025, 1, 1);
  display_test_put (database, person);
  display_test_put (database, membership);
}

static void
fill (Test *test, gboolean of_commune)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);

  g_assert_no_error (error);
  if (of_commune)
    cnscd_database_set_setting (database, "unit", UNIT, &error);
  g_assert_no_error (error);
  test->one = display_test_add_team (database, UNIT, "Tổ Một");
  test->two = display_test_add_team (database, UNIT, "Tổ Hai");
  test->other = display_test_add_team (database, OTHER_UNIT, "Tổ Xa");
  test->decision = cnscd_record_new (&CNSCD_KIND_DECISION, UNIT);
  cnscd_record_set (test->decision, number, "12/QĐ-UBND");
  test->decision->date = CNSCD_DATE (2026, 1, 20);
  display_test_put (database, test->decision);
  add (database, test->one, "Lê An", CNSCD_ROLE_LEADER, CNSCD_GENDER_MALE, "Xóm");
  add (database, test->one, "Lê Ba", CNSCD_ROLE_MEMBER, CNSCD_GENDER_FEMALE, "Hội Phụ nữ");
  add (database, test->one, "Lê Chi", CNSCD_ROLE_MEMBER, CNSCD_GENDER_FEMALE, "Đoàn Thanh niên");
  add (database, test->two, "Lê Dung", CNSCD_ROLE_LEADER, CNSCD_GENDER_FEMALE, "Xóm");
  if (!of_commune)
    add (database, test->other, "Lê Xa", CNSCD_ROLE_LEADER, CNSCD_GENDER_MALE, "Xóm");
}

/* By another program, while the window is open. */
static void
add_many (Test *test, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);

  g_assert_no_error (error);
  g_assert_true (cnscd_database_begin (database, &error));
  for (guint i = 0; i < n; i++)
    add (database, test->two, "Lê Nhiều", CNSCD_ROLE_MEMBER, CNSCD_GENDER_MALE, NULL);
  g_assert_true (cnscd_database_commit (database, &error));
  g_assert_no_error (error);
}

/* Everyone as another program would find them: "Lê An (Tổ Một, Xóm)". */
static char *
dup_members (Test *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
  g_autoptr (GPtrArray) members = NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  members = cnscd_members_list (database, &(CnscdMemberQuery) { .unit = UNIT }, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < members->len; i++)
    {
      const CnscdMember *member = members->pdata[i];

      g_string_append_printf (text, "%s%s (%s, %s, %d)", i > 0 ? "; " : "", member->full_name,
                              member->team_name, member->body, member->role);
    }
  return g_string_free_and_steal (text);
}

static gboolean
has_members (gpointer data)
{
  Test *test = data;
  g_autofree char *members = dup_members (test);

  return g_str_equal (members, test->expected);
}

static void
wait_for_members (Test *test, const char *expected)
{
  test->expected = expected;
  display_test_pump_until (has_members, test);
}

#define AT_FIRST                                                                                   \
  "Lê An (Tổ Một, Xóm, 1); Lê Ba (Tổ Một, Hội Phụ nữ, 3); "                                        \
  "Lê Chi (Tổ Một, Đoàn Thanh niên, 3); Lê Dung (Tổ Hai, Xóm, 1)"

static void
set_up (Test *test, gconstpointer data)
{
  display_test_make_folder (&test->display);
  fill (test, data == NULL);

  display_test_show (&test->display);
  display_test_wait_for_text (test->window, "Tổ Một");
}

static void
tear_down (Test *test, gconstpointer data)
{
  cnscd_record_unref (test->one);
  cnscd_record_unref (test->decision);
  cnscd_record_unref (test->two);
  cnscd_record_unref (test->other);
  display_test_tear_down (&test->display);
}

/* ---- the widgets */

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

static GtkSelectionModel *
show_members (Test *test, guint n)
{
  cnscd_window_show_page (test->window, "members");
  display_test_pump_until (columns_are_seen, test);
  wait_for_rows (test, n);
  display_test_wait_for_text (test->window, "Lê An");
  return gtk_column_view_get_model (find (test, GTK_TYPE_COLUMN_VIEW));
}

static void
click_named (Test *test, const char *name)
{
  GtkWidget *button = display_test_find_named (GTK_WIDGET (test->window), name);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
open_filters (Test *test)
{
  click_named (test, "filter");
  display_test_wait_for_dialog (test->window);
}

static void
close_dialog (Test *test)
{
  adw_dialog_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);
}

static gboolean
has_no_choices (gpointer data)
{
  return !CNSCD_IS_CHOICE_DIALOG (display_test_get_dialog (((Test *) data)->window));
}

/* The same in the dialog that a row opens, when it offers @expected. */
static gboolean
has_row (gpointer data)
{
  Test *test = data;
  GtkWidget *row;

  if (has_no_choices (test))
    {
      adw_action_row_activate (ADW_ACTION_ROW (test->widget));
      return FALSE;
    }

  row = display_test_find_row (GTK_WIDGET (display_test_get_dialog (test->window)), test->expected);
  return row != NULL && gtk_widget_activate (row);
}

/* Whether the row of the dialog can be set to @expected. */
static gboolean
has_choice (gpointer data)
{
  Test *test = data;
  GListModel *choices = adw_combo_row_get_model (ADW_COMBO_ROW (test->widget));

  for (guint i = 0; choices != NULL && i < g_list_model_get_n_items (choices); i++)
    {
      if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (choices), i), test->expected) ==
          0)
        {
          adw_combo_row_set_selected (ADW_COMBO_ROW (test->widget), i);
          return TRUE;
        }
    }
  return FALSE;
}

static void
choose (Test *test, const char *title, const char *choice)
{
  test->widget = display_test_get_row (test->window, title);
  test->expected = choice;
  if (CNSCD_IS_CHOICE_ROW (test->widget))
    {
      display_test_pump_until (has_row, test);
      display_test_pump_until (has_no_choices, test);
    }
  else
    display_test_pump_until (has_choice, test);
}

static GtkWidget *
find_by_tooltip (GtkWidget *root, const char *tooltip)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_get_mapped (root) &&
      g_strcmp0 (gtk_widget_get_tooltip_text (root), tooltip) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_by_tooltip (child, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
remove_filter (Test *test, const char *tooltip)
{
  GtkWidget *chip = find_by_tooltip (GTK_WIDGET (test->window), tooltip);

  g_assert_nonnull (chip);
  gtk_widget_grab_focus (chip);
  g_signal_emit_by_name (chip, "clicked");
}

static gboolean
list_has_focus (gpointer data)
{
  Test *test = data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (test->window));

  return focus != NULL && gtk_widget_get_mapped (focus) &&
         gtk_widget_get_ancestor (focus, CNSCD_TYPE_LIST_STACK) != NULL;
}

static void
focus_row (Test *test, guint position)
{
  cnscd_list_stack_focus (find (test, CNSCD_TYPE_LIST_STACK), position);
  display_test_pump_until (list_has_focus, test);
}

static gboolean
bar_is_hidden (gpointer data)
{
  return find (data, CNSCD_TYPE_BULK_BAR) == NULL;
}

static gboolean
bar_is_seen (gpointer data)
{
  return !bar_is_hidden (data);
}

static void
press_bar (Test *test, const char *label)
{
  GtkWidget *bar;
  GtkWidget *button;

  /* It slides in. */
  display_test_pump_until (bar_is_seen, test);
  bar = find (test, CNSCD_TYPE_BULK_BAR);
  button = display_test_find_button (bar, label);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static guint
count_selected (GtkSelectionModel *selection)
{
  return cnscd_row_selection_get_n_selected (CNSCD_ROW_SELECTION (selection));
}

/* ---- tests: filters */

static void
test_filter (Test *test, gconstpointer data)
{
  show_members (test, 4);
  open_filters (test);
  choose (test, "Gender", "Female");
  wait_for_rows (test, 3);
  choose (test, "Role", "Member");
  wait_for_rows (test, 2);
  display_test_wait_for_text (test->window, "2 members");
  choose (test, "Body", "Hội Phụ nữ");
  wait_for_rows (test, 1);
  close_dialog (test);

  /* What is active is said in words, and in how many filters there are. */
  display_test_wait_for_text (test->window, "Female");
  display_test_wait_for_text (test->window, "Hội Phụ nữ");
  display_test_wait_for_text (test->window, "3");
  display_test_wait_for_text (test->window, "1 member");
  g_assert_nonnull (find_by_tooltip (GTK_WIDGET (test->window), "Filter (3 active)"));

  /* One after the other; the focus goes on to the next, and at last to the list. */
  remove_filter (test, "Remove the filter “Hội Phụ nữ”");
  wait_for_rows (test, 2);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (test->window)),
                                         find (test, CNSCD_TYPE_FILTER_BAR)));
  remove_filter (test, "Remove the filter “Member”");
  wait_for_rows (test, 3);
  remove_filter (test, "Remove the filter “Female”");
  wait_for_rows (test, 4);
  display_test_pump_until (list_has_focus, test);
  display_test_wait_for_text (test->window, "4 members in 2 teams");
  g_assert_nonnull (find_by_tooltip (GTK_WIDGET (test->window), "Filter"));
}

static void
test_nobody (Test *test, gconstpointer data)
{
  GtkWidget *button;

  show_members (test, 4);
  open_filters (test);
  choose (test, "Age", "Over 60");
  display_test_wait_for_text (test->window, "Nobody Matches");
  display_test_wait_for_text (test->window, "0 members");
  choose (test, "Age", "Year of birth not known");
  wait_for_rows (test, 4);
  choose (test, "Team", "Tổ Hai");
  wait_for_rows (test, 1);
  choose (test, "Gender", "Male");
  display_test_wait_for_text (test->window, "Nobody Matches");
  close_dialog (test);

  button = display_test_find_button (find (test, CNSCD_TYPE_LIST_STACK), "_Clear Filters");
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  wait_for_rows (test, 4);
  display_test_pump_until (list_has_focus, test);
}

static gboolean
search_is_seen (gpointer data)
{
  return find (data, GTK_TYPE_SEARCH_ENTRY) != NULL;
}

static void
test_filter_and_search (Test *test, gconstpointer data)
{
  GtkEditable *entry;

  show_members (test, 4);
  open_filters (test);
  choose (test, "Gender", "Female");
  wait_for_rows (test, 3);
  close_dialog (test);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.search", NULL);
  display_test_pump_until (search_is_seen, test);
  entry = find (test, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (entry, "le chi");
  wait_for_rows (test, 1);
  display_test_wait_for_text (test->window, "1 member found");
  gtk_editable_set_text (entry, "le an");
  display_test_wait_for_text (test->window, "Nobody Matches");
  g_signal_emit_by_name (entry, "stop-search");
  wait_for_rows (test, 3);
  display_test_wait_for_text (test->window, "3 members");
}

static char *
dup_first_name (Test *test)
{
  g_autoptr (CnscdMemberRow) row = g_list_model_get_item (get_list (test), 0);
  const CnscdMember *member = cnscd_member_row_get_member (row);

  return g_strdup (member != NULL ? member->full_name : NULL);
}

static gboolean
first_is (gpointer data)
{
  g_autofree char *name = dup_first_name (data);

  return g_strcmp0 (name, ((Test *) data)->expected) == 0;
}

/* Each head of a column sorts. */
static void
test_sorts (Test *test, gconstpointer data)
{
  static const struct
  {
    const char *title;
    GtkSortType order;
    const char *first;
  } cases[] = {
    { "Name", GTK_SORT_DESCENDING, "Lê Xa" },
    { "Commune", GTK_SORT_ASCENDING, "Lê Xa" },
    { "Commune", GTK_SORT_DESCENDING, "Lê An" },
    { "Gender", GTK_SORT_DESCENDING, "Lê Ba" },
    { "Position and Body", GTK_SORT_ASCENDING, "Lê Chi" },
    { "Position and Body", GTK_SORT_DESCENDING, "Lê An" },
  };
  GtkColumnView *view;

  show_members (test, 5);
  view = find (test, GTK_TYPE_COLUMN_VIEW);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GListModel *columns = gtk_column_view_get_columns (view);

      for (guint j = 0; j < g_list_model_get_n_items (columns); j++)
        {
          g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, j);

          if (g_strcmp0 (gtk_column_view_column_get_title (column), cases[i].title) == 0)
            gtk_column_view_sort_by_column (view, column, cases[i].order);
        }
      g_test_message ("%s", cases[i].title);
      test->expected = cases[i].first;
      display_test_pump_until (first_is, test);
    }
}

/* ---- tests: the commune */

static gboolean
has_units (gpointer data)
{
  return display_test_find_labelled (GTK_WIDGET (((Test *) data)->window), "Xã Văn Lăng") != NULL;
}

static GtkEditable *
open_units (Test *test)
{
  g_signal_emit_by_name (display_test_find (find (test, CNSCD_TYPE_UNIT_FILTER), GTK_TYPE_BUTTON),
                         "clicked");
  display_test_wait_for_dialog (test->window);
  display_test_pump_until (has_units, test);
  return display_test_find (GTK_WIDGET (display_test_get_dialog (test->window)),
                            GTK_TYPE_SEARCH_ENTRY);
}

static char *
dup_first_unit (Test *test)
{
  GtkListBox *box =
    display_test_find (GTK_WIDGET (display_test_get_dialog (test->window)), GTK_TYPE_LIST_BOX);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (box, i)) != NULL; i++)
    {
      if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
        return g_strdup (gtk_label_get_text (display_test_find (GTK_WIDGET (row), GTK_TYPE_LABEL)));
    }
  return NULL;
}

static gboolean
first_unit_is (gpointer data)
{
  g_autofree char *first = dup_first_unit (data);

  return g_strcmp0 (first, ((Test *) data)->expected) == 0;
}

static void
test_unit (Test *test, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *first;
  } searches[] = {
    { "dinh hoa", "Xã Định Hóa" }, { "định hoá", "Xã Định Hóa" },
    { "05716", "Xã Võ Nhai" },     { "Văn Lăng", "Xã Văn Lăng" },
    { "Văn Lang", "Xã Văn Lang" }, { "phuong bac kan", "Phường Bắc Kạn" },
    { "no such commune", NULL },   { "van lang", "Xã Văn Lang" },
  };
  GtkEditable *entry;

  wait_for_rows (test, 3);
  display_test_wait_for_text (test->window, "All Communes");
  entry = open_units (test);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_test_message ("%s", searches[i].typed);
      gtk_editable_set_text (entry, searches[i].typed);
      test->expected = searches[i].first;
      if (searches[i].first != NULL)
        display_test_pump_until (first_unit_is, test);
      else
        display_test_wait_for_text (test->window, "No Results Found");
    }

  /* Enter takes the first. The other page shows the same commune. */
  g_signal_emit_by_name (entry, "activate");
  display_test_wait_for_no_dialog (test->window);
  wait_for_rows (test, 1);
  display_test_wait_for_text (test->window, "1 team");
  display_test_wait_for_text (test->window, "Tổ Xa");
  display_test_wait_for_text (test->window, "Leader: Lê Xa");
  cnscd_window_show_page (test->window, "members");
  display_test_pump_until (columns_are_seen, test);
  wait_for_rows (test, 1);
  display_test_wait_for_text (test->window, "Lê Xa");
  display_test_wait_for_text (test->window, "Xã Văn Lang");

  /* A commune without anybody says so, and leads back. */
  cnscd_unit_scope_set_unit (cnscd_unit_scope_get (test->repository), "05665");
  display_test_wait_for_text (test->window, "Nobody Matches");
  g_signal_emit_by_name (
    display_test_find_button (find (test, CNSCD_TYPE_LIST_STACK), "_Clear Filters"), "clicked");
  wait_for_rows (test, 5);
  display_test_wait_for_text (test->window, "5 members in 3 teams");
}

/* A commune's office has nothing to choose. */
static void
test_no_unit (Test *test, gconstpointer data)
{
  wait_for_rows (test, 2);
  g_assert_null (find (test, CNSCD_TYPE_UNIT_FILTER));
  cnscd_unit_scope_set_unit (cnscd_unit_scope_get (test->repository), OTHER_UNIT);
  show_members (test, 4);
  g_assert_null (find (test, CNSCD_TYPE_UNIT_FILTER));
}

/* ---- tests: several at once */

static void
test_bulk_edit (Test *test, gconstpointer data)
{
  GtkSelectionModel *selection = show_members (test, 4);
  GtkWidget *body;

  /* A click selects one, and is no reason for a bar. */
  gtk_selection_model_select_item (selection, 0, TRUE);
  g_assert_null (find (test, CNSCD_TYPE_BULK_BAR));
  gtk_selection_model_select_item (selection, 1, FALSE);
  gtk_selection_model_select_item (selection, 2, FALSE);
  display_test_pump_until (bar_is_seen, test);
  display_test_wait_for_text (test->window, "3 selected");

  press_bar (test, "_Edit…");
  display_test_wait_for_dialog (test->window);
  display_test_wait_for_text (test->window, "Edit 3 Members");
  display_test_wait_for_text (test->window, "No changes yet");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Save")));

  /* Wrong input is told of, and nothing of it is saved. */
  display_test_type (test->window, "In the Team Since", "2025");
  display_test_wait_for_text (test->window, "In the Team Since: day, month and year are needed");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Save")));
  display_test_type (test->window, "In the Team Since", "31/2/2026");
  display_test_wait_for_text (test->window, "In the Team Since: no such date");
  display_test_type (test->window, "In the Team Since", "1/2/2026");
  g_assert_true (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Save")));
  display_test_wait_for_text (test->window, "3 members will be changed");

  display_test_type (test->window, "Body Represented", "Hội Nông dân");
  body = display_test_get_row (test->window, "Body Represented");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (body)), ==, "Hội Nông dân");
  choose (test, "Role", "Deputy");
  choose (test, "Legal Basis", "Consent");
  display_test_press (test->window, "_Save");
  display_test_wait_for_no_dialog (test->window);
  wait_for_members (test, "Lê An (Tổ Một, Hội Nông dân, 2); Lê Ba (Tổ Một, Hội Nông dân, 2); "
                          "Lê Chi (Tổ Một, Hội Nông dân, 2); Lê Dung (Tổ Hai, Xóm, 1)");
  display_test_wait_for_text (test->window, "3 members changed");

  /* The bar is gone, and the focus is where one can go on. */
  display_test_pump_until (bar_is_hidden, test);
  display_test_pump_until (list_has_focus, test);
  g_assert_cmpuint (count_selected (selection), ==, 0);

  /* One change: one undo. */
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  wait_for_members (test, AT_FIRST);
  display_test_wait_for_text (test->window, "Undone: 3 members changed");
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.redo", NULL);
  wait_for_members (test, "Lê An (Tổ Một, Hội Nông dân, 2); Lê Ba (Tổ Một, Hội Nông dân, 2); "
                          "Lê Chi (Tổ Một, Hội Nông dân, 2); Lê Dung (Tổ Hai, Xóm, 1)");
}

/* "decision/end decision" of everyone's memberships, the ended ones, too. */
static char *
dup_decisions (Test *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
  g_autoptr (GPtrArray) members = NULL;
  guint n_set_up = 0;
  guint n_ended = 0;

  g_assert_no_error (error);
  members = cnscd_record_store_list (database, &CNSCD_KIND_MEMBERSHIP, UNIT, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < members->len; i++)
    {
      const CnscdMembership *membership = members->pdata[i];

      n_set_up += g_strcmp0 (membership->decision, test->decision->record.id) == 0;
      n_ended += g_strcmp0 (membership->end_decision, test->decision->record.id) == 0;
    }
  return g_strdup_printf ("%u/%u", n_set_up, n_ended);
}

static gboolean
has_decisions (gpointer data)
{
  Test *test = data;
  g_autofree char *decisions = dup_decisions (test);

  return g_str_equal (decisions, test->expected);
}

static void
wait_for_decisions (Test *test, const char *expected)
{
  test->expected = expected;
  display_test_pump_until (has_decisions, test);
}

static void
undo (Test *test, const char *told)
{
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  wait_for_decisions (test, "0/0");
  display_test_wait_for_text (test->window, told);
  display_test_pump_until (bar_is_hidden, test);
}

/* Each form for several members can name the decision that says so. */
static void
test_bulk_decision (Test *test, gconstpointer data)
{
  GtkSelectionModel *selection = show_members (test, 4);

  gtk_selection_model_select_range (selection, 0, 3, TRUE);
  press_bar (test, "_Edit…");
  display_test_wait_for_dialog (test->window);
  choose (test, "Decision", "Decision 12/QĐ-UBND of 20/01/2026");
  display_test_wait_for_text (test->window, "3 members will be changed");
  choose (test, "Decision", "Leave as it is");
  display_test_wait_for_text (test->window, "No changes yet");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Save")));
  choose (test, "Decision", "Decision 12/QĐ-UBND of 20/01/2026");
  display_test_press (test->window, "_Save");
  display_test_wait_for_no_dialog (test->window);
  wait_for_decisions (test, "3/0");
  display_test_wait_for_text (test->window, "3 members changed");
  undo (test, "Undone: 3 members changed");

  gtk_selection_model_select_range (selection, 0, 3, TRUE);
  press_bar (test, "E_nd…");
  display_test_wait_for_dialog (test->window);
  choose (test, "Decision", "Decision 12/QĐ-UBND of 20/01/2026");
  g_signal_emit_by_name (adw_dialog_get_default_widget (display_test_get_dialog (test->window)),
                         "clicked");
  display_test_wait_for_no_dialog (test->window);
  wait_for_decisions (test, "0/3");
  display_test_wait_for_text (test->window, "3 memberships ended");
  undo (test, "Undone: 3 memberships ended");

  wait_for_rows (test, 4);
  gtk_selection_model_select_range (selection, 0, 3, TRUE);
  press_bar (test, "_Move…");
  display_test_wait_for_dialog (test->window);
  choose (test, "New Team", "Tổ Hai");
  choose (test, "Decision", "Decision 12/QĐ-UBND of 20/01/2026");
  display_test_press (test->window, "_Move");
  display_test_wait_for_no_dialog (test->window);
  wait_for_decisions (test, "3/3");
}

/* Blank with a check mark is something else than blank without one. */
static void
test_bulk_blank (Test *test, gconstpointer data)
{
  GtkSelectionModel *selection = show_members (test, 4);
  GtkWidget *check;

  gtk_selection_model_select_all (selection);
  display_test_pump_until (bar_is_seen, test);
  press_bar (test, "_Edit…");
  display_test_wait_for_dialog (test->window);
  choose (test, "Role", "Member");
  display_test_wait_for_text (test->window, "2 members will be changed");
  check = display_test_find (display_test_get_row (test->window, "Body Represented"),
                             GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  display_test_wait_for_text (test->window, "4 members will be changed");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  display_test_wait_for_text (test->window, "2 members will be changed");
  display_test_press (test->window, "_Save");
  display_test_wait_for_no_dialog (test->window);
  wait_for_members (test, "Lê An (Tổ Một, Xóm, 3); Lê Ba (Tổ Một, Hội Phụ nữ, 3); "
                          "Lê Chi (Tổ Một, Đoàn Thanh niên, 3); Lê Dung (Tổ Hai, Xóm, 3)");
}

static void
test_bulk_move (Test *test, gconstpointer data)
{
  GtkSelectionModel *selection = show_members (test, 4);

  gtk_selection_model_select_all (selection);
  display_test_pump_until (bar_is_seen, test);
  press_bar (test, "_Move…");
  display_test_wait_for_dialog (test->window);
  choose (test, "New Team", "Tổ Hai");
  display_test_wait_for_text (test->window, "1 of 4 is already in this team and stays.");
  display_test_type (test->window, "In the New Team From", "31/12/2024");
  display_test_wait_for_text (test->window, "In the New Team From: before the start on 01/01/2025");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Move")));
  display_test_type (test->window, "In the New Team From", "1/2/2026");
  display_test_press (test->window, "_Move");
  display_test_wait_for_no_dialog (test->window);

  /* Who is there already stays as they are. */
  wait_for_members (test, "Lê An (Tổ Hai, Xóm, 3); Lê Ba (Tổ Hai, Hội Phụ nữ, 3); "
                          "Lê Chi (Tổ Hai, Đoàn Thanh niên, 3); Lê Dung (Tổ Hai, Xóm, 1)");
  display_test_wait_for_text (test->window, "3 members moved to Tổ Hai");
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  wait_for_members (test, AT_FIRST);
}

static void
test_bulk_end_and_delete (Test *test, gconstpointer data)
{
  GtkSelectionModel *selection = show_members (test, 4);

  gtk_selection_model_select_range (selection, 1, 2, TRUE);
  display_test_pump_until (bar_is_seen, test);
  press_bar (test, "E_nd…");
  display_test_wait_for_dialog (test->window);
  display_test_wait_for_text (test->window, "2 members");
  display_test_type (test->window, "No Longer a Member From", "1/2/2026");
  display_test_press (test->window, "_End");
  display_test_wait_for_no_dialog (test->window);
  wait_for_members (test, "Lê An (Tổ Một, Xóm, 1); Lê Dung (Tổ Hai, Xóm, 1)");
  display_test_wait_for_text (test->window, "2 memberships ended");
  display_test_pump_until (bar_is_hidden, test);
  wait_for_rows (test, 2);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  wait_for_members (test, AT_FIRST);
  wait_for_rows (test, 4);

  gtk_selection_model_select_range (selection, 0, 3, TRUE);
  display_test_pump_until (bar_is_seen, test);
  press_bar (test, "_Delete");
  display_test_wait_for_dialog (test->window);
  display_test_wait_for_text (test->window, "Delete 3 Memberships?");
  display_test_press (test->window, "_Cancel");
  display_test_wait_for_no_dialog (test->window);
  wait_for_members (test, AT_FIRST);

  press_bar (test, "_Delete");
  display_test_wait_for_dialog (test->window);
  display_test_wait_for_text (test->window, "Delete 3 Memberships?");
  display_test_press (test->window, "_Delete");
  wait_for_members (test, "Lê Dung (Tổ Hai, Xóm, 1)");
  display_test_wait_for_text (test->window, "3 memberships deleted");
  display_test_pump_until (list_has_focus, test);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  wait_for_members (test, AT_FIRST);
}

/* Who guides a session stays, and is named before. */
static void
test_bulk_delete_guide (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (CnscdSessionRecords) session = NULL;
  GtkSelectionModel *selection;
  const CnscdMember *guide;
  g_autofree char *words = NULL;

  g_assert_no_error (error);
  members = cnscd_members_list (database, &(CnscdMemberQuery) { .unit = UNIT }, &error);
  g_assert_no_error (error);
  guide = members->pdata[0];
  session = sample_session_new (UNIT, "Alpha", CNSCD_DATE (2026, 3, 2), 8 * 60, 60);
  cnscd_session_records_add_team (session, guide->team);
  cnscd_session_records_add_guide (session, guide->membership, CNSCD_GUIDE_PART_LEADS);
  sample_session_put (database, session);

  selection = show_members (test, 4);
  gtk_selection_model_select_range (selection, 0, 2, TRUE);
  display_test_pump_until (bar_is_seen, test);
  press_bar (test, "_Delete");
  display_test_wait_for_dialog (test->window);
  display_test_wait_for_text (test->window, "Delete 1 Membership?");
  words = g_strdup_printf (
    "Delete only what was entered by mistake: no history is kept. If somebody has left a team, end "
    "the membership instead.\n\nGuides of sessions stay: %s. If they have left, end their "
    "memberships instead.",
    guide->full_name);
  display_test_wait_for_text (test->window, words);
  display_test_press (test->window, "_Delete");
  display_test_wait_for_text (test->window, "1 membership deleted");
  wait_for_rows (test, 3);
}

/* By another program: the second of all members is there since a later day. */
static void
begin_later (Test *test, CnscdDate day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (CnscdMembership) membership = NULL;

  g_assert_no_error (error);
  members = cnscd_members_list (database, &(CnscdMemberQuery) { .unit = UNIT }, &error);
  g_assert_no_error (error);
  membership = cnscd_record_store_get (database, &CNSCD_KIND_MEMBERSHIP,
                                       ((CnscdMember *) members->pdata[1])->membership, &error);
  g_assert_no_error (error);
  membership->valid_from = day;
  display_test_put (database, membership);
}

/* Who came on the day on which others leave, stays and is named before. */
static void
test_bulk_end_too_new (Test *test, gconstpointer data)
{
  GtkSelectionModel *selection;

  begin_later (test, CNSCD_DATE (2026, 2, 1));
  selection = show_members (test, 4);
  gtk_selection_model_select_range (selection, 0, 3, TRUE);
  display_test_pump_until (bar_is_seen, test);
  press_bar (test, "E_nd…");
  display_test_wait_for_dialog (test->window);
  display_test_type (test->window, "No Longer a Member From", "1/1/2025");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_End")));
  display_test_type (test->window, "No Longer a Member From", "1/2/2026");
  display_test_wait_for_text (test->window,
                              "Lê Ba began on this day or later and stay as they are. If they "
                              "were entered by mistake, delete these memberships.");
  display_test_press (test->window, "_End");
  display_test_wait_for_no_dialog (test->window);
  wait_for_members (test, "Lê Ba (Tổ Một, Hội Phụ nữ, 3); Lê Dung (Tổ Hai, Xóm, 1)");
  display_test_wait_for_text (test->window, "2 memberships ended");
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  wait_for_members (test, AT_FIRST);
}

/* People of two communes cannot be moved to one team. */
static void
test_bulk_move_of_two_communes (Test *test, gconstpointer data)
{
  GtkSelectionModel *selection = show_members (test, 5);

  gtk_selection_model_select_all (selection);
  display_test_pump_until (bar_is_seen, test);
  press_bar (test, "_Move…");
  display_test_wait_for_text (
    test->window, "People can only be moved within their commune. Select members of one commune.");
  g_assert_null (display_test_get_dialog (test->window));
  g_assert_cmpuint (count_selected (selection), ==, 5);
}

/* Nothing that would keep somebody waiting without a word. */
static void
test_too_many (Test *test, gconstpointer data)
{
  GtkSelectionModel *selection;
  GtkWidget *bar;

  add_many (test, CNSCD_BULK_MAX + 1);
  selection = show_members (test, CNSCD_BULK_MAX + 6);
  gtk_selection_model_select_all (selection);
  display_test_pump_until (bar_is_seen, test);
  display_test_wait_for_text (test->window,
                              "1,006 selected · at most 1,000 can be changed at once");
  bar = find (test, CNSCD_TYPE_BULK_BAR);
  g_assert_false (gtk_widget_is_sensitive (display_test_find_button (bar, "_Edit…")));
  g_assert_false (gtk_widget_is_sensitive (display_test_find_button (bar, "_Delete")));
  cnscd_bulk_bar_delete (CNSCD_BULK_BAR (bar));
  g_assert_null (display_test_get_dialog (test->window));

  for (guint i = 0; i < 6; i++)
    gtk_selection_model_unselect_item (selection, i);
  display_test_wait_for_text (test->window, "1,000 selected");
  g_assert_true (gtk_widget_is_sensitive (display_test_find_button (bar, "_Edit…")));
}

static gboolean
checks_are_seen (gpointer data)
{
  return find (data, GTK_TYPE_CHECK_BUTTON) != NULL;
}

static gboolean
checks_are_hidden (gpointer data)
{
  return !checks_are_seen (data);
}

/* Selected is who was selected, whatever the order, and nobody who is not seen. */
static int
get_row_height (GtkColumnView *view)
{
  return gtk_widget_get_height (
    gtk_widget_get_first_child (gtk_widget_get_last_child (GTK_WIDGET (view))));
}

/* What GTK does when a row is clicked. */
static void
click_row (GtkColumnView *view, guint position, gboolean extend)
{
  g_assert_true (gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (view)),
                                             "list.select-item", "(ubb)", position, FALSE, extend));
}

static void
test_selecting (Test *test, gconstpointer data)
{
  GtkSelectionModel *selection = show_members (test, 4);
  GtkColumnView *view = find (test, GTK_TYPE_COLUMN_VIEW);
  GtkColumnViewColumn *name;
  int height;

  display_test_settle ();
  height = get_row_height (view);
  click_named (test, "select");
  display_test_pump_until (checks_are_seen, test);
  display_test_pump_until (bar_is_seen, test);
  display_test_wait_for_text (test->window, "0 selected");
  /* What is under the pointer stays there. */
  display_test_settle ();
  g_assert_cmpint (get_row_height (view), ==, height);
  g_assert_false (gtk_widget_is_sensitive (
    display_test_find_button (find (test, CNSCD_TYPE_BULK_BAR), "_Edit…")));

  gtk_check_button_set_active (find (test, GTK_TYPE_CHECK_BUTTON), TRUE);
  display_test_wait_for_text (test->window, "1 selected");
  g_assert_true (gtk_selection_model_is_selected (selection, 0));
  name = g_list_model_get_item (gtk_column_view_get_columns (view), 1);
  gtk_column_view_sort_by_column (view, name, GTK_SORT_DESCENDING);
  g_object_unref (name);
  test->expected = "Lê Dung";
  display_test_pump_until (first_is, test);
  g_assert_true (gtk_selection_model_is_selected (selection, 3));
  g_assert_false (gtk_selection_model_is_selected (selection, 0));

  /* A click on a row is one on its button; with Shift it goes on to there. */
  click_row (view, 0, FALSE);
  g_assert_cmpuint (count_selected (selection), ==, 2);
  click_row (view, 0, FALSE);
  g_assert_cmpuint (count_selected (selection), ==, 1);
  click_row (view, 1, FALSE);
  click_row (view, 2, TRUE);
  g_assert_cmpuint (count_selected (selection), ==, 3);
  g_assert_false (gtk_selection_model_is_selected (selection, 0));

  gtk_selection_model_select_all (selection);
  g_assert_cmpuint (count_selected (selection), ==, 4);
  open_filters (test);
  choose (test, "Gender", "Male");
  wait_for_rows (test, 1);
  close_dialog (test);
  g_assert_cmpuint (count_selected (selection), ==, 1);

  /* Escape leaves it, and the focus stays on the page. */
  focus_row (test, 0);
  display_test_press_key ("Escape");
  display_test_pump_until (checks_are_hidden, test);
  display_test_pump_until (bar_is_hidden, test);
  g_assert_cmpuint (count_selected (selection), ==, 0);
  display_test_pump_until (list_has_focus, test);
}

/* The keys of a member's menu work on all that are selected. */
static void
test_keys (Test *test, gconstpointer data)
{
  GtkSelectionModel *selection = show_members (test, 4);

  focus_row (test, 0);
  display_test_press_key ("F2");
  display_test_wait_for_dialog (test->window);
  g_assert_cmpstr (adw_dialog_get_title (display_test_get_dialog (test->window)), ==, "Lê An");
  close_dialog (test);

  focus_row (test, 0);
  display_test_press_key ("ctrl+a");
  display_test_pump_until (bar_is_seen, test);
  g_assert_cmpuint (count_selected (selection), ==, 4);
  display_test_press_key ("F2");
  display_test_wait_for_dialog (test->window);
  g_assert_cmpstr (adw_dialog_get_title (display_test_get_dialog (test->window)), ==,
                   "Edit 4 Members");
  close_dialog (test);
}

static gboolean
sees_expected (gpointer data)
{
  Test *test = data;

  return display_test_find_labelled (GTK_WIDGET (test->window), test->expected) != NULL;
}

/* The menu of a selected row is that of all selected ones; of another row, that row's. */
static void
test_menu (Test *test, gconstpointer data)
{
  GtkSelectionModel *selection = show_members (test, 4);

  focus_row (test, 0);
  gtk_selection_model_select_range (selection, 0, 2, TRUE);
  display_test_pump_until (bar_is_seen, test);
  focus_row (test, 1);
  display_test_press_key ("shift+F10");
  test->expected = "Edit All Selected…";
  display_test_pump_until (sees_expected, test);
  display_test_press_key ("Escape");
  display_test_wait_for_no_text (test->window, "Edit All Selected…");
  g_assert_cmpuint (count_selected (selection), ==, 2);

  focus_row (test, 3);
  display_test_press_key ("shift+F10");
  test->expected = "Edit…";
  display_test_pump_until (sees_expected, test);
  g_assert_null (display_test_find_labelled (GTK_WIDGET (test->window), "Edit All Selected…"));
  display_test_press_key ("Escape");
}

static gboolean
lines_are_seen (gpointer data)
{
  return find (data, CNSCD_TYPE_MEMBER_LINE) != NULL;
}

static gboolean
has_size (gpointer data)
{
  return gtk_widget_get_width (GTK_WIDGET (((Test *) data)->window)) > 0;
}

/* Where there is no room for a table, a line is a check button while one selects. */
static void
test_narrow (Test *test, gconstpointer data)
{
  GtkSelectionModel *selection = show_members (test, 4);
  GtkListView *view;

  /* The screen's answer to the first size, coming later, would undo the second. */
  display_test_pump_until (has_size, test);
  gtk_window_set_default_size (GTK_WINDOW (test->window), 400, 700);
  display_test_pump_until (lines_are_seen, test);
  wait_for_rows (test, 4);
  click_named (test, "select");
  display_test_pump_until (checks_are_seen, test);
  view = find (test, GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (view, "activate", 1);
  g_signal_emit_by_name (view, "activate", 2);
  g_signal_emit_by_name (view, "activate", 2);
  g_assert_cmpuint (count_selected (selection), ==, 1);
  g_assert_true (gtk_selection_model_is_selected (selection, 1));

  focus_row (test, 3);
  display_test_press_key ("space");
  display_test_wait_for_text (test->window, "2 selected");
  g_assert_true (gtk_selection_model_is_selected (selection, 3));
  display_test_press_key ("ctrl+a");
  display_test_wait_for_text (test->window, "4 selected");
  display_test_press_key ("Escape");
  display_test_pump_until (checks_are_hidden, test);
  g_assert_cmpuint (count_selected (selection), ==, 0);
}

int
main (int argc, char *argv[])
{
  application = display_test_init (&argc, &argv, NULL);

#define ADD(name, data, func)                                                                      \
  g_test_add ("/display/filters/" name, Test, data, set_up, func, tear_down)
#define PROVINCE GINT_TO_POINTER (1)
  ADD ("filter", NULL, test_filter);
  ADD ("nobody", NULL, test_nobody);
  ADD ("filter-and-search", NULL, test_filter_and_search);
  ADD ("sorts", PROVINCE, test_sorts);
  ADD ("unit", PROVINCE, test_unit);
  ADD ("no-unit", NULL, test_no_unit);
  ADD ("bulk-edit", NULL, test_bulk_edit);
  ADD ("bulk-decision", NULL, test_bulk_decision);
  ADD ("bulk-blank", NULL, test_bulk_blank);
  ADD ("bulk-move", NULL, test_bulk_move);
  ADD ("bulk-end-and-delete", NULL, test_bulk_end_and_delete);
  ADD ("bulk-delete-guide", NULL, test_bulk_delete_guide);
  ADD ("bulk-end-too-new", NULL, test_bulk_end_too_new);
  ADD ("bulk-move-of-two-communes", PROVINCE, test_bulk_move_of_two_communes);
  ADD ("too-many", PROVINCE, test_too_many);
  ADD ("selecting", NULL, test_selecting);
  ADD ("keys", NULL, test_keys);
  ADD ("menu", NULL, test_menu);
  ADD ("narrow", NULL, test_narrow);
#undef ADD

  return display_test_run ();
}
