/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cnscd-hamlet-edit.h"
#include "store/cnscd-hamlets.h"
#include "ui/common/cnscd-choice-row.h"
#include "ui/common/cnscd-line.h"
#include "ui/hamlets/cnscd-hamlet-actions.h"
#include "ui/hamlets/cnscd-hamlet-page.h"
#include "ui/hamlets/cnscd-share-bar.h"

#include "display-test.h"

/* What officials do with hamlets, through the widgets, with a look into the database afterwards. */

#define UNIT "05716"

static CnscdApplication *application;

typedef struct
{
  DISPLAY_TEST
  CnscdHamlet *one;   /* Ba Nhất, with figures and a team */
  CnscdHamlet *other; /* Đồng Quan, with figures */
  CnscdHamlet *bare;  /* Cây Đa, with nothing */
  CnscdTeam *team;
  CnscdHamletsShown shown;
  const char *expected;
} Test;

/* ---- the database */

static CnscdHamlet *
add_hamlet (CnscdDatabase *database, const char *name)
{
  CnscdHamlet *hamlet = cnscd_record_new (&CNSCD_KIND_HAMLET, UNIT);

  cnscd_record_set (hamlet, name, name);
  hamlet->kind = CNSCD_HAMLET_KIND_HAMLET;
  hamlet->valid_from = CNSCD_DATE (2019, 3, 1);
  display_test_put (database, hamlet);
  return hamlet;
}

static void
add_profile (CnscdDatabase *database,
             const CnscdHamlet *hamlet,
             CnscdDate as_of,
             gint64 households,
             gint64 poor,
             gint64 near_poor)
{
  g_autoptr (CnscdHamletProfile) profile = cnscd_record_new (&CNSCD_KIND_HAMLET_PROFILE, UNIT);

  cnscd_record_set (profile, hamlet, hamlet->record.id);
  profile->as_of = as_of;
  profile->households = households;
  profile->poor_households = poor;
  profile->near_poor_households = near_poor;
  display_test_put (database, profile);
}

static CnscdDatabase *
open_database (Test *test)
{
  g_autoptr (GError) error = NULL;
  CnscdDatabase *database = cnscd_database_open (test->path, &error);

  g_assert_no_error (error);
  return database;
}

static void
fill (Test *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = open_database (test);

  cnscd_database_set_setting (database, "unit", UNIT, &error);
  g_assert_no_error (error);
  test->one = add_hamlet (database, "Ba Nhất");
  test->other = add_hamlet (database, "Đồng Quan");
  test->bare = add_hamlet (database, "Cây Đa");
  add_profile (database, test->one, CNSCD_DATE (2024, 12, 31), 210, 4, 16);
  add_profile (database, test->one, CNSCD_DATE (2023, 12, 31), 205, 6, 18);
  add_profile (database, test->other, CNSCD_DATE (2024, 12, 31), 90, 1, CNSCD_COUNT_UNKNOWN);
  test->team = display_test_add_team (database, UNIT, "Tổ CNSCĐ xóm Ba Nhất");
  cnscd_record_set (test->team, hamlet, test->one->record.id);
  display_test_put (database, test->team);
}

/* Another connection, as another program would have. */
static CnscdHamletDetails *
read_hamlet (Test *test, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = open_database (test);
  CnscdHamletDetails *details = cnscd_hamlets_get (database, id, &error);

  g_assert_no_error (error);
  return details;
}

static char *
dup_names (Test *test, CnscdHamletsShown shown)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = open_database (test);
  g_autoptr (GArray) nrs =
    cnscd_hamlets_query (database, &(CnscdHamletQuery) { .shown = shown }, &error);
  g_autoptr (GPtrArray) hamlets = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  hamlets = cnscd_hamlets_read (database, (const gint64 *) (gpointer) nrs->data, nrs->len, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < hamlets->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((const CnscdHamletSummary *) hamlets->pdata[i])->name);
  return g_string_free_and_steal (g_steal_pointer (&names));
}

static gboolean
has_names (gpointer data)
{
  Test *test = data;
  g_autofree char *names = dup_names (test, test->shown);

  return g_str_equal (names, test->expected);
}

static void
wait_for_names (Test *test, CnscdHamletsShown shown, const char *names)
{
  test->shown = shown;
  test->expected = names;
  display_test_pump_until (has_names, test);
}

static CnscdHamletDetails *
find_hamlet_in (Test *test, const char *unit, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = open_database (test);
  g_autoptr (GPtrArray) all = cnscd_hamlets_get_current (database, unit, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      CnscdHamletDetails *details = all->pdata[i];

      if (g_strcmp0 (details->hamlet->name, name) == 0)
        return cnscd_hamlet_details_ref (details);
    }
  g_assert_not_reached ();
}

/* The only current hamlet with a name. */
static CnscdHamletDetails *
find_hamlet (Test *test, const char *name)
{
  return find_hamlet_in (test, UNIT, name);
}

static void
open_window (Test *test)
{
  test->repository = cnscd_repository_new ();
  test->window =
    cnscd_window_new (GTK_APPLICATION (application), test->repository, test->path, NULL);
  gtk_window_set_default_size (GTK_WINDOW (test->window), 1200, 900);
  gtk_window_present (GTK_WINDOW (test->window));
}

static void
set_up (Test *test, gconstpointer data)
{
  display_test_make_folder (&test->display);
  fill (test);

  open_window (test);
}

static void
tear_down (Test *test, gconstpointer data)
{
  g_clear_pointer (&test->one, cnscd_record_unref);
  g_clear_pointer (&test->other, cnscd_record_unref);
  g_clear_pointer (&test->bare, cnscd_record_unref);
  g_clear_pointer (&test->team, cnscd_record_unref);
  display_test_tear_down (&test->display);
}

/* ---- the widgets */

static gboolean
is_open (gpointer data)
{
  return cnscd_repository_is_open (((Test *) data)->repository);
}

static void
set_unit_and_restart (Test *test, const char *unit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = open_database (test);

  cnscd_database_set_setting (database, "unit", *unit != '\0' ? unit : NULL, &error);
  g_assert_no_error (error);
  display_test_stop (application, test->window);
  g_clear_object (&test->repository);
  open_window (test);
  display_test_pump_until (is_open, test);
}

static void
open_page (Test *test)
{
  display_test_pump_until (is_open, test);
  display_test_wait_for_text (test->window, "Xóm Ba Nhất");
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-page", "s", "hamlets");
  display_test_wait_for_text (test->window, "Xóm Cây Đa");
}

static gboolean
sees_hamlet_page (gpointer data)
{
  AdwNavigationView *view =
    display_test_find (GTK_WIDGET (((Test *) data)->window), ADW_TYPE_NAVIGATION_VIEW);

  return CNSCD_IS_HAMLET_PAGE (adw_navigation_view_get_visible_page (view));
}

static gboolean
sees_no_hamlet_page (gpointer data)
{
  return !sees_hamlet_page (data);
}

static GtkWidget *
get_page (Test *test)
{
  AdwNavigationView *view = display_test_find (GTK_WIDGET (test->window), ADW_TYPE_NAVIGATION_VIEW);

  return GTK_WIDGET (adw_navigation_view_get_visible_page (view));
}

static void
open_hamlet (Test *test, const CnscdHamlet *hamlet)
{
  open_page (test);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-hamlet", "s", hamlet->record.id);
  display_test_pump_until (sees_hamlet_page, test);
  display_test_wait_for_no_text (test->window, "Xóm Cây Đa");
}

static void
act (Test *test, const char *action)
{
  gtk_widget_activate_action (get_page (test), action, NULL);
  display_test_wait_for_dialog (test->window);
}

static GtkWidget *
get_list (Test *test)
{
  GtkWidget *list = display_test_find (GTK_WIDGET (test->window), GTK_TYPE_LIST_VIEW);

  g_assert_nonnull (list);
  return list;
}

static void
show (Test *test, const char *name)
{
  adw_toggle_group_set_active_name (
    display_test_find (GTK_WIDGET (test->window), ADW_TYPE_TOGGLE_GROUP), name);
}

static const char *
get_text (Test *test, const char *title)
{
  return gtk_editable_get_text (GTK_EDITABLE (display_test_get_row (test->window, title)));
}

static void
check (Test *test, const char *title)
{
  GtkWidget *row = display_test_get_row (test->window, title);

  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row))), TRUE);
}

typedef struct
{
  const char *title;
  const char *text;
  const char *said;
} Wrong;

/* Each field says what is wrong, nothing wrong is saved, and what was typed stays. */
static void
assert_wrong (Test *test, const Wrong *cases, guint n_cases, const char *save)
{
  for (guint i = 0; i < n_cases; i++)
    {
      GtkWidget *row = display_test_get_row (test->window, cases[i].title);
      g_autofree char *right = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));

      gtk_editable_set_text (GTK_EDITABLE (row), cases[i].text);
      g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                       cases[i].said);
      g_assert_true (gtk_widget_has_css_class (row, "error"));
      g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, save)));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, cases[i].text);
      gtk_editable_set_text (GTK_EDITABLE (row), right);
      g_assert_false (gtk_widget_has_css_class (row, "error"));
    }
}

/* ---- the list */

static void
test_list (Test *test, gconstpointer data)
{
  open_page (test);
  display_test_wait_for_text (test->window, "3 hamlets");
  display_test_wait_for_text (test->window, "210 households · 1 team");
  display_test_wait_for_text (test->window, "— households");
  display_test_wait_for_text (test->window, "No team");

  show (test, "without-team");
  display_test_wait_for_no_text (test->window, "Xóm Ba Nhất");
  display_test_wait_for_text (test->window, "2 hamlets without a team");
  display_test_wait_for_text (test->window, "Xóm Đồng Quan");

  show (test, "former");
  display_test_wait_for_text (test->window, "No Former Hamlets");
  show (test, "current");
  display_test_wait_for_text (test->window, "Xóm Ba Nhất");
}

static gboolean
sees_search (gpointer data)
{
  return display_test_find (data, GTK_TYPE_SEARCH_ENTRY) != NULL;
}

static void
test_search (Test *test, gconstpointer data)
{
  open_page (test);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.search", NULL);
  display_test_pump_until (sees_search, test->window);
  gtk_editable_set_text (display_test_find (GTK_WIDGET (test->window), GTK_TYPE_SEARCH_ENTRY),
                         "dong q");
  display_test_wait_for_no_text (test->window, "Xóm Ba Nhất");
  display_test_wait_for_text (test->window, "1 hamlet found");
  gtk_editable_set_text (display_test_find (GTK_WIDGET (test->window), GTK_TYPE_SEARCH_ENTRY),
                         "xyz");
  display_test_wait_for_text (test->window, "No Results Found");
}

/* With none at all, the page says what to do. */
static void
test_empty (Test *test, gconstpointer data)
{
  GtkWidget *button;

  /* A commune that nobody has filled. */
  set_unit_and_restart (test, "05719");
  display_test_wait_for_text (test->window, "No Teams Yet");
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-page", "s", "hamlets");
  display_test_wait_for_text (test->window, "No Hamlets Yet");
  button = display_test_find_button (get_page (test), "_Add Hamlet…");
  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
  display_test_wait_for_dialog (test->window);
  display_test_type (test->window, "Name", "Tân Lập");
  display_test_press (test->window, "_Save");
  display_test_wait_for_text (test->window, "Xóm Tân Lập");
}

/* The row's menu has its items by keys, too. */
static void
test_keys (Test *test, gconstpointer data)
{
  open_page (test);
  gtk_list_view_scroll_to (GTK_LIST_VIEW (get_list (test)), 1, GTK_LIST_SCROLL_FOCUS, NULL);
  display_test_press_key ("F2");
  display_test_wait_for_dialog (test->window);
  g_assert_cmpstr (adw_dialog_get_title (display_test_get_dialog (test->window)), ==, "Xóm Cây Đa");
  adw_dialog_force_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);

  /* Nothing refers to it, so that it goes at once, and comes back at once. */
  gtk_list_view_scroll_to (GTK_LIST_VIEW (get_list (test)), 1, GTK_LIST_SCROLL_FOCUS, NULL);
  display_test_press_key ("Delete");
  wait_for_names (test, CNSCD_HAMLETS_CURRENT, "Ba Nhất, Đồng Quan");
  display_test_wait_for_text (test->window, "Xóm Cây Đa deleted");
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  wait_for_names (test, CNSCD_HAMLETS_CURRENT, "Ba Nhất, Cây Đa, Đồng Quan");
}

static gboolean
sees_menu (gpointer data)
{
  GtkWidget *menu = display_test_find (get_list (data), GTK_TYPE_POPOVER_MENU);

  return menu != NULL && gtk_widget_get_mapped (menu);
}

static gboolean
sees_no_menu (gpointer data)
{
  return !sees_menu (data);
}

static gboolean
is_laid_out (gpointer data)
{
  return gtk_widget_get_width (get_list (data)) > 0;
}

/* A row has its menu by the pointer, and does not look pressed afterwards. */
static void
test_menu (Test *test, gconstpointer data)
{
  static const char *const titles[] = { "Xóm Ba Nhất", "Xóm Đồng Quan" };

  open_page (test);
  display_test_pump_until (is_laid_out, test);
  display_test_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkWidget *line = gtk_widget_get_ancestor (
        display_test_find_labelled (get_list (test), titles[i]), CNSCD_TYPE_LINE);

      display_test_click_secondary (line);
      display_test_pump_until (sees_menu, test);
      display_test_settle ();
      display_test_press_key ("Escape");
      display_test_pump_until (sees_no_menu, test);
      display_test_settle ();
      g_assert_false (gtk_widget_get_state_flags (gtk_widget_get_parent (line)) &
                      GTK_STATE_FLAG_ACTIVE);
    }
}

/* ---- one hamlet */

static void
test_page (Test *test, gconstpointer data)
{
  open_hamlet (test, test->one);
  display_test_wait_for_text (test->window, "Figures as of 31/12/2024");
  display_test_wait_for_text (test->window, "4 households (1.90%)");
  display_test_wait_for_text (test->window, "16 households (7.62%)");
  display_test_wait_for_text (test->window, "190 households (90.48%)");
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (display_test_find (get_page (test), CNSCD_TYPE_SHARE_BAR)),
    GTK_ACCESSIBLE_PROPERTY_LABEL, "4 poor and 16 near-poor of 210 households");
  display_test_wait_for_text (test->window, "31/12/2023");
  display_test_wait_for_text (test->window, "205 households · 6 poor · 18 near-poor · — people");
  display_test_wait_for_text (test->window, "From 01/03/2019");
  display_test_wait_for_text (test->window, "Tổ CNSCĐ xóm Ba Nhất");

  /* Its team is opened by its row. */
  g_assert_true (gtk_widget_activate (gtk_widget_get_ancestor (
    display_test_find_labelled (get_page (test), "Tổ CNSCĐ xóm Ba Nhất"), ADW_TYPE_ACTION_ROW)));
  display_test_pump_until (sees_no_hamlet_page, test);
  display_test_wait_for_text (test->window, "No Members");
}

static void
test_page_without_anything (Test *test, gconstpointer data)
{
  open_page (test);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-hamlet", "s",
                              test->bare->record.id);
  display_test_pump_until (sees_hamlet_page, test);
  display_test_wait_for_text (test->window, "No figures yet");
  display_test_wait_for_text (test->window, "No team");
}

static gboolean
has_one_team (gpointer data)
{
  Test *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
  g_autoptr (CnscdHamletDetails) details =
    cnscd_hamlets_get (database, test->bare->record.id, &error);

  g_assert_no_error (error);
  return details->teams->len == 1;
}

static gboolean
has_no_team (gpointer data)
{
  return !has_one_team (data);
}

/* A hamlet whose team was dissolved, and that gets another one. */
static void
test_add_team (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
  g_autoptr (CnscdTeam) old = cnscd_record_new (&CNSCD_KIND_TEAM, UNIT);
  g_autoptr (CnscdHamletDetails) details = NULL;
  const CnscdTeam *team;
  GtkWidget *button;
  AdwDialog *dialog;

  g_assert_no_error (error);
  cnscd_record_set (old, name, "Tổ cũ");
  cnscd_record_set (old, hamlet, test->bare->record.id);
  old->level = CNSCD_TEAM_LEVEL_HAMLET;
  old->valid_to = CNSCD_DATE (2024, 12, 31);
  display_test_put (database, old);

  open_page (test);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-hamlet", "s",
                              test->bare->record.id);
  display_test_pump_until (sees_hamlet_page, test);
  display_test_wait_for_text (test->window, "No team");
  display_test_wait_for_text (test->window, "Tổ cũ");
  display_test_wait_for_text (test->window, "Dissolved on 01/01/2025");

  button = display_test_find (get_page (test), ADW_TYPE_BUTTON_ROW);
  gtk_widget_activate (button);
  dialog = display_test_wait_for_dialog (test->window);
  g_assert_cmpstr (get_text (test, "Name"), ==, "Tổ CNSCĐ xóm Cây Đa");
  g_assert_cmpstr (
    cnscd_choice_row_get_chosen (CNSCD_CHOICE_ROW (display_test_get_row (test->window, "Hamlet"))),
    ==, test->bare->record.id);
  /* Nothing was typed, so that nothing would be lost. */
  g_assert_true (adw_dialog_get_can_close (dialog));
  display_test_type (test->window, "Name", "");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Save")));
  display_test_type (test->window, "Name", "Tổ CNSCĐ xóm Cây Đa");
  display_test_press (test->window, "_Save");
  display_test_wait_for_no_dialog (test->window);
  display_test_pump_until (has_one_team, test);
  details = cnscd_hamlets_get (database, test->bare->record.id, &error);
  g_assert_no_error (error);
  team = details->teams->pdata[0];
  g_assert_cmpstr (team->name, ==, "Tổ CNSCĐ xóm Cây Đa");
  g_assert_cmpstr (team->record.unit, ==, UNIT);

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  display_test_pump_until (has_no_team, test);
}

static void
test_add (Test *test, gconstpointer data)
{
  static const Wrong cases[] = {
    { "Name", "", "Name: still needed" },
    { "Name", "=1+1", "Name: not a name" },
    { "First Day", "31/2/2025", "First Day: no such date" },
    { "Last Day", "1/1/2019", "Last Day: before the start on 01/07/2025" },
    { "Last Day", "mai", "Last Day: not a date" },
  };
  g_autoptr (CnscdHamletDetails) added = NULL;

  open_page (test);
  act (test, "win.add-hamlet");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Save")));
  display_test_type (test->window, "Name", "Xóm  TÂN  LẬP");
  display_test_type (test->window, "First Day", "1/7/2025");
  assert_wrong (test, cases, G_N_ELEMENTS (cases), "_Save");
  g_assert_cmpstr (get_text (test, "Name"), ==, "Xóm  TÂN  LẬP");
  display_test_type (test->window, "Note", "mới lập");
  display_test_press (test->window, "_Save");
  display_test_wait_for_no_dialog (test->window);
  wait_for_names (test, CNSCD_HAMLETS_CURRENT, "Ba Nhất, Cây Đa, Đồng Quan, Tân Lập");
  display_test_wait_for_text (test->window, "Xóm Tân Lập added");
  display_test_wait_for_text (test->window, "Xóm Tân Lập");

  added = find_hamlet (test, "Tân Lập");
  g_assert_cmpint (added->hamlet->kind, ==, CNSCD_HAMLET_KIND_HAMLET);
  g_assert_true (cnscd_date_equal (added->hamlet->valid_from, CNSCD_DATE (2025, 7, 1)));
  g_assert_cmpstr (added->hamlet->note, ==, "mới lập");
  g_assert_cmpstr (added->hamlet->record.unit, ==, UNIT);

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  wait_for_names (test, CNSCD_HAMLETS_CURRENT, "Ba Nhất, Cây Đa, Đồng Quan");
}

/* From the province's desk, somebody has to say in which commune. */
static void
test_add_in_province (Test *test, gconstpointer data)
{
  g_autoptr (CnscdHamletDetails) added = NULL;
  GtkWidget *row;

  set_unit_and_restart (test, "");
  display_test_wait_for_text (test->window, "Xóm Ba Nhất");
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-page", "s", "hamlets");
  display_test_wait_for_text (test->window, "Xã Võ Nhai · 210 households · 1 team");
  act (test, "win.add-hamlet");
  row = display_test_get_row (test->window, "Commune");
  display_test_type (test->window, "Name", "Sơn Tây");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   "Commune: still needed");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Save")));
  cnscd_choice_row_set_chosen (CNSCD_CHOICE_ROW (row), "05533");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Phường Bá Xuyên");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Commune");
  display_test_press (test->window, "_Save");
  display_test_wait_for_no_dialog (test->window);
  wait_for_names (test, CNSCD_HAMLETS_CURRENT, "Ba Nhất, Cây Đa, Đồng Quan, Sơn Tây");
  added = find_hamlet_in (test, "05533", "Sơn Tây");
  g_assert_cmpint (added->hamlet->kind, ==, CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP);
}

static gboolean
is_warned (gpointer data)
{
  GtkWidget *row = display_test_get_row (data, "Name");

  return g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                      "Name: another hamlet has it, too");
}

/* That a name is there already is told, and keeps nobody from it. */
static void
test_known_name (Test *test, gconstpointer data)
{
  open_page (test);
  act (test, "win.add-hamlet");
  display_test_type (test->window, "Name", "ba nhất");
  display_test_pump_until (is_warned, test->window);
  g_assert_true (gtk_widget_has_css_class (display_test_get_row (test->window, "Name"), "warning"));
  g_assert_true (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Save")));
  display_test_type (test->window, "Name", "Ba Nhát");
  g_assert_false (
    gtk_widget_has_css_class (display_test_get_row (test->window, "Name"), "warning"));
  adw_dialog_force_close (display_test_get_dialog (test->window));
}

static void
test_edit (Test *test, gconstpointer data)
{
  g_autoptr (CnscdHamletDetails) edited = NULL;

  open_hamlet (test, test->one);
  act (test, "hamlet.edit");
  g_assert_true (adw_dialog_get_can_close (display_test_get_dialog (test->window)));
  display_test_type (test->window, "Name", "Ba Nhì");
  adw_combo_row_set_selected (ADW_COMBO_ROW (display_test_get_row (test->window, "Kind")), 1);
  display_test_press (test->window, "_Save");
  display_test_wait_for_no_dialog (test->window);
  display_test_wait_for_text (test->window, "Tổ dân phố Ba Nhì");

  edited = read_hamlet (test, test->one->record.id);
  g_assert_cmpstr (edited->hamlet->name, ==, "Ba Nhì");
  g_assert_cmpint (edited->hamlet->kind, ==, CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP);
}

/* ---- figures */

static void
test_add_figures (Test *test, gconstpointer data)
{
  static const Wrong cases[] = {
    { "As of", "", "As of: still needed" },
    { "As of", "31/12/2999", "As of: in the future" },
    { "As of", "31/12/2024", "As of: already exists" },
    { "Households", "1.25", "Households: not a whole number" },
    { "Poor Households", "1300", "Poor Households: more than the total" },
    { "Near-Poor Households", "1.247", "Near-Poor Households: more than the total" },
    { "Of Working Age", "x", "Of Working Age: not a whole number" },
  };
  g_autoptr (CnscdHamletDetails) details = NULL;
  const CnscdHamletProfile *profile;

  open_hamlet (test, test->one);
  act (test, "hamlet.add-profile");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Save")));
  display_test_type (test->window, "As of", "31/12/2025");
  display_test_type (test->window, "Households", "1.250");
  display_test_type (test->window, "Poor Households", "4");
  assert_wrong (test, cases, G_N_ELEMENTS (cases), "_Save");
  display_test_type (test->window, "People", "0");
  display_test_press (test->window, "_Save");
  display_test_wait_for_no_dialog (test->window);
  display_test_wait_for_text (test->window, "Figures as of 31/12/2025");
  display_test_wait_for_text (test->window, "1,250");
  display_test_wait_for_text (test->window, "Figures of xóm Ba Nhất added");

  details = read_hamlet (test, test->one->record.id);
  g_assert_cmpuint (details->profiles->len, ==, 3);
  profile = details->profiles->pdata[0];
  g_assert_true (cnscd_date_equal (profile->as_of, CNSCD_DATE (2025, 12, 31)));
  g_assert_cmpint (profile->households, ==, 1250);
  g_assert_cmpint (profile->poor_households, ==, 4);
  g_assert_cmpint (profile->near_poor_households, ==, CNSCD_COUNT_UNKNOWN);
  g_assert_cmpint (profile->people, ==, 0);
  g_assert_cmpint (profile->working_age_people, ==, CNSCD_COUNT_UNKNOWN);

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  display_test_wait_for_text (test->window, "Figures as of 31/12/2024");
}

static void
test_edit_figures (Test *test, gconstpointer data)
{
  g_autoptr (CnscdHamletDetails) before = read_hamlet (test, test->one->record.id);
  const CnscdHamletProfile *newest = before->profiles->pdata[0];
  g_autoptr (CnscdHamletDetails) edited = NULL;
  g_autoptr (CnscdHamletDetails) deleted = NULL;

  open_hamlet (test, test->one);
  display_test_wait_for_text (test->window, "4 households (1.90%)");
  cnscd_hamlet_actions_edit_profile (test->window, test->one->record.id, newest->record.id);
  display_test_wait_for_dialog (test->window);
  g_assert_cmpstr (get_text (test, "Households"), ==, "210");
  g_assert_cmpstr (get_text (test, "People"), ==, "");
  display_test_type (test->window, "Poor Households", "5");
  display_test_press (test->window, "_Save");
  display_test_wait_for_no_dialog (test->window);
  display_test_wait_for_text (test->window, "5 households (2.38%)");
  edited = read_hamlet (test, test->one->record.id);
  g_assert_cmpint (((CnscdHamletProfile *) edited->profiles->pdata[0])->poor_households, ==, 5);

  cnscd_hamlet_actions_edit_profile (test->window, test->one->record.id, newest->record.id);
  display_test_wait_for_dialog (test->window);
  g_signal_emit_by_name (display_test_get_row (test->window, "_Delete Figures"), "activated");
  display_test_wait_for_no_dialog (test->window);
  display_test_wait_for_text (test->window, "Figures as of 31/12/2023");
  deleted = read_hamlet (test, test->one->record.id);
  g_assert_cmpuint (deleted->profiles->len, ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  display_test_wait_for_text (test->window, "Figures as of 31/12/2024");
}

/* ---- merging, splitting, ending */

static gboolean
has_choices (gpointer data)
{
  Test *test = data;

  return display_test_find_row (GTK_WIDGET (display_test_get_dialog (test->window)),
                                "Xóm Đồng Quan") != NULL;
}

static void
start_merge (Test *test)
{
  open_hamlet (test, test->one);
  act (test, "hamlet.merge");
  display_test_pump_until (has_choices, test);
}

static void
test_merge (Test *test, gconstpointer data)
{
  static const Wrong cases[] = {
    { "Name", "", "Name: still needed" },
    { "First Day", "2025", "First Day: day, month and year are needed" },
    { "First Day", "1/3/2019", "First Day: not after the start on 01/03/2019" },
    { "First Day", "hôm qua", "First Day: not a date" },
  };
  g_autoptr (CnscdHamletDetails) made = NULL;
  g_autoptr (CnscdHamletDetails) ended = NULL;
  g_autoptr (CnscdHamletDetails) back = NULL;
  const CnscdHamletProfile *profile;

  start_merge (test);
  display_test_type (test->window, "Name", "Nhất Quan");
  display_test_type (test->window, "First Day", "1/7/2025");
  /* One alone is no merger. */
  display_test_wait_for_text (test->window, "Chosen: xóm Ba Nhất. Choose another one.");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Merge")));
  check (test, "Xóm Đồng Quan");
  display_test_wait_for_text (test->window, "2 chosen: xóm Ba Nhất and xóm Đồng Quan");
  assert_wrong (test, cases, G_N_ELEMENTS (cases), "_Merge");
  display_test_press (test->window, "_Merge");
  display_test_wait_for_no_dialog (test->window);
  wait_for_names (test, CNSCD_HAMLETS_CURRENT, "Cây Đa, Nhất Quan");
  wait_for_names (test, CNSCD_HAMLETS_FORMER, "Ba Nhất, Đồng Quan");
  display_test_wait_for_text (test->window,
                              "Xóm Ba Nhất and xóm Đồng Quan merged into xóm Nhất Quan");
  display_test_wait_for_text (test->window, "Merged into xóm Nhất Quan on 01/07/2025");
  display_test_wait_for_text (test->window, "Former hamlet");

  made = find_hamlet (test, "Nhất Quan");
  g_assert_true (cnscd_date_equal (made->hamlet->valid_from, CNSCD_DATE (2025, 7, 1)));
  g_assert_cmpstr (made->hamlet->note, ==,
                   "Merged from xóm Ba Nhất and xóm Đồng Quan on 01/07/2025");
  g_assert_cmpuint (made->profiles->len, ==, 1);
  profile = made->profiles->pdata[0];
  g_assert_cmpint (profile->households, ==, 300);
  g_assert_cmpint (profile->poor_households, ==, 5);
  g_assert_cmpint (profile->near_poor_households, ==, CNSCD_COUNT_UNKNOWN);
  /* Unless somebody says so, teams stay. */
  g_assert_cmpuint (made->teams->len, ==, 0);
  ended = read_hamlet (test, test->one->record.id);
  g_assert_true (cnscd_date_equal (ended->hamlet->valid_to, CNSCD_DATE (2025, 6, 30)));
  g_assert_cmpuint (ended->teams->len, ==, 1);

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  wait_for_names (test, CNSCD_HAMLETS_CURRENT, "Ba Nhất, Cây Đa, Đồng Quan");
  back = read_hamlet (test, test->one->record.id);
  g_assert_true (cnscd_record_equal (back->hamlet, test->one));
}

static void
test_merge_with_teams (Test *test, gconstpointer data)
{
  g_autoptr (CnscdHamletDetails) made = NULL;

  start_merge (test);
  check (test, "Xóm Cây Đa");
  check (test, "Teams now belong to the new hamlet");
  /* One of the old names may go on. */
  display_test_type (test->window, "Name", "Ba Nhất");
  g_assert_false (
    gtk_widget_has_css_class (display_test_get_row (test->window, "Name"), "warning"));
  display_test_type (test->window, "First Day", "1/7/2025");
  display_test_press (test->window, "_Merge");
  display_test_wait_for_no_dialog (test->window);
  wait_for_names (test, CNSCD_HAMLETS_FORMER, "Ba Nhất, Cây Đa");
  made = find_hamlet (test, "Ba Nhất");
  g_assert_cmpuint (made->teams->len, ==, 1);
  g_assert_cmpstr (((CnscdTeam *) made->teams->pdata[0])->record.id, ==, test->team->record.id);
  /* Nobody knows how many households Cây Đa has. */
  g_assert_cmpuint (made->profiles->len, ==, 0);
}

/* Whether the teams go along is asked below the fold: nothing is done before it was seen. */
static void
test_merge_by_enter (Test *test, gconstpointer data)
{
  GtkWidget *row;
  GtkWidget *choice;
  graphene_rect_t bounds;

  start_merge (test);
  gtk_window_set_default_size (GTK_WINDOW (test->window), 600, 480);
  display_test_settle ();
  check (test, "Xóm Cây Đa");
  display_test_type (test->window, "First Day", "1/7/2025");
  display_test_type (test->window, "Name", "Ba Nhất");
  row = display_test_get_row (test->window, "Name");
  adw_entry_row_grab_focus_without_selecting (ADW_ENTRY_ROW (row));
  display_test_settle ();
  g_assert_true (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Merge")));
  display_test_press_key ("Return");
  display_test_settle ();
  g_assert_nonnull (display_test_get_dialog (test->window));

  row = display_test_get_row (test->window, "First Day");
  adw_entry_row_grab_focus_without_selecting (ADW_ENTRY_ROW (row));
  display_test_settle ();
  display_test_press_key ("Return");
  display_test_settle ();
  g_assert_nonnull (display_test_get_dialog (test->window));
  choice = display_test_get_row (test->window, "Teams stay as they are");
  g_assert_true (gtk_widget_compute_bounds (
    choice, GTK_WIDGET (display_test_get_dialog (test->window)), &bounds));
  g_assert_cmpfloat (bounds.origin.y, <, 480);
  wait_for_names (test, CNSCD_HAMLETS_FORMER, "");
}

static void
test_search_to_merge (Test *test, gconstpointer data)
{
  GtkWidget *dialog;
  GtkWidget *entry;

  start_merge (test);
  dialog = GTK_WIDGET (display_test_get_dialog (test->window));
  display_test_pump_until (sees_search, dialog);
  entry = display_test_find (dialog, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "dong");
  display_test_wait_for_no_text (test->window, "Xóm Cây Đa");
  g_assert_nonnull (display_test_find_labelled (dialog, "Xóm Đồng Quan"));
  /* What is not seen is chosen as before. */
  check (test, "Xóm Đồng Quan");
  display_test_wait_for_text (test->window, "2 chosen: xóm Ba Nhất and xóm Đồng Quan");
  adw_dialog_force_close (display_test_get_dialog (test->window));
}

static void
test_split (Test *test, gconstpointer data)
{
  static const Wrong cases[] = {
    { "Name of hamlet 1", "", "Name of hamlet 1: still needed" },
    { "Name of hamlet 2", "ba nhất 1", "Name of hamlet 2: already exists" },
    { "Name of hamlet 2", "?", "Name of hamlet 2: not a name" },
    { "First Day", "1/3/2019", "First Day: not after the start on 01/03/2019" },
  };
  g_autoptr (CnscdHamletDetails) first = NULL;
  g_autoptr (CnscdHamletDetails) ended = NULL;

  open_hamlet (test, test->one);
  act (test, "hamlet.split");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Split")));
  display_test_type (test->window, "Name of hamlet 1", "Ba Nhất 1");
  display_test_type (test->window, "Name of hamlet 2", "Ba Nhất 2");
  display_test_type (test->window, "First Day", "1/1/2026");
  assert_wrong (test, cases, G_N_ELEMENTS (cases), "_Split");

  /* A third, which is thought better of, and a third again. */
  display_test_press (test->window, "Add Another");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Split")));
  display_test_press (test->window, "Remove");
  g_assert_true (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Split")));
  display_test_press (test->window, "Add Another");
  display_test_type (test->window, "Name of hamlet 3", "Ba Nhất 3");

  check (test, "Teams now belong to the first new hamlet");
  display_test_press (test->window, "_Split");
  display_test_wait_for_no_dialog (test->window);
  wait_for_names (test, CNSCD_HAMLETS_CURRENT,
                  "Ba Nhất 1, Ba Nhất 2, Ba Nhất 3, Cây Đa, Đồng Quan");
  display_test_wait_for_text (
    test->window, "Xóm Ba Nhất split into xóm Ba Nhất 1, xóm Ba Nhất 2 and xóm Ba Nhất 3");

  first = find_hamlet (test, "Ba Nhất 1");
  g_assert_cmpuint (first->teams->len, ==, 1);
  g_assert_cmpuint (first->profiles->len, ==, 0);
  g_assert_cmpstr (first->hamlet->note, ==, "Split off from xóm Ba Nhất on 01/01/2026");
  ended = read_hamlet (test, test->one->record.id);
  g_assert_true (cnscd_date_equal (ended->hamlet->valid_to, CNSCD_DATE (2025, 12, 31)));
  g_assert_cmpuint (ended->teams->len, ==, 0);

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  wait_for_names (test, CNSCD_HAMLETS_CURRENT, "Ba Nhất, Cây Đa, Đồng Quan");
}

static void
test_end (Test *test, gconstpointer data)
{
  static const Wrong cases[] = {
    { "No Longer a Hamlet From", "", "No Longer a Hamlet From: still needed" },
    { "No Longer a Hamlet From", "1/3/2019",
      "No Longer a Hamlet From: not after the start on 01/03/2019" },
    { "No Longer a Hamlet From", "2025",
      "No Longer a Hamlet From: day, month and year are needed" },
  };
  g_autoptr (CnscdHamletDetails) ended = NULL;

  open_hamlet (test, test->one);
  act (test, "hamlet.end");
  assert_wrong (test, cases, G_N_ELEMENTS (cases), "_End");
  display_test_type (test->window, "No Longer a Hamlet From", "1/7/2025");
  display_test_type (test->window, "Note", "lòng hồ");
  display_test_press (test->window, "_End");
  display_test_wait_for_no_dialog (test->window);
  wait_for_names (test, CNSCD_HAMLETS_FORMER, "Ba Nhất");
  display_test_wait_for_text (test->window, "Xóm Ba Nhất ended");
  display_test_wait_for_text (test->window, "From 01/03/2019 until 30/06/2025");

  ended = read_hamlet (test, test->one->record.id);
  g_assert_cmpstr (ended->hamlet->note, ==, "lòng hồ");
  g_assert_cmpuint (ended->teams->len, ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  wait_for_names (test, CNSCD_HAMLETS_FORMER, "");
}

static gboolean
offers_to_end (gpointer data)
{
  AdwDialog *dialog = display_test_get_dialog (data);

  return dialog != NULL && g_strcmp0 (adw_dialog_get_title (dialog), "End Hamlet") == 0;
}

/* What others refer to is not deleted, and it is said why and what to do instead. */
static void
test_delete (Test *test, gconstpointer data)
{
  open_hamlet (test, test->one);
  act (test, "hamlet.delete");
  g_assert_cmpstr (
    adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (display_test_get_dialog (test->window))), ==,
    "Hamlet in Use");
  g_signal_emit_by_name (display_test_get_dialog (test->window), "response::end", "end");
  adw_dialog_force_close (display_test_get_dialog (test->window));
  display_test_pump_until (offers_to_end, test->window);
  adw_dialog_force_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);
  wait_for_names (test, CNSCD_HAMLETS_CURRENT, "Ba Nhất, Cây Đa, Đồng Quan");
}

/* The page of what is deleted goes. */
static void
test_delete_bare (Test *test, gconstpointer data)
{
  open_page (test);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-hamlet", "s",
                              test->bare->record.id);
  display_test_pump_until (sees_hamlet_page, test);
  display_test_wait_for_text (test->window, "No figures yet");
  gtk_widget_activate_action (get_page (test), "hamlet.delete", NULL);
  wait_for_names (test, CNSCD_HAMLETS_CURRENT, "Ba Nhất, Đồng Quan");
  display_test_pump_until (sees_no_hamlet_page, test);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  wait_for_names (test, CNSCD_HAMLETS_CURRENT, "Ba Nhất, Cây Đa, Đồng Quan");
}

static gboolean
says_why_not (gpointer data)
{
  AdwDialog *dialog = display_test_get_dialog (data);

  return ADW_IS_ALERT_DIALOG (dialog) &&
         g_strcmp0 (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)),
                    "Cannot Delete Hamlet") == 0;
}

/* A team that has ended still refers to its hamlet, and the store says so. */
static void
test_delete_refused (Test *test, gconstpointer data)
{
  g_autoptr (CnscdDatabase) database = open_database (test);
  g_autoptr (CnscdTeam) team = cnscd_record_new (&CNSCD_KIND_TEAM, UNIT);

  cnscd_record_set (team, name, "Tổ cũ");
  cnscd_record_set (team, hamlet, test->bare->record.id);
  team->level = CNSCD_TEAM_LEVEL_HAMLET;
  team->valid_to = CNSCD_DATE (2024, 12, 31);
  display_test_put (database, team);

  open_page (test);
  cnscd_hamlet_actions_delete (test->window, test->bare->record.id);
  display_test_pump_until (says_why_not, test->window);
  g_assert_cmpstr (
    adw_alert_dialog_get_body (ADW_ALERT_DIALOG (display_test_get_dialog (test->window))), ==,
    "The hamlet still has a team. Delete or move it first.");
  adw_dialog_force_close (display_test_get_dialog (test->window));
  wait_for_names (test, CNSCD_HAMLETS_CURRENT, "Ba Nhất, Cây Đa, Đồng Quan");
}

int
main (int argc, char *argv[])
{
  application = display_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/display/hamlets/" name, Test, NULL, set_up, func, tear_down)
  ADD ("list", test_list);
  ADD ("search", test_search);
  ADD ("empty", test_empty);
  ADD ("keys", test_keys);
  ADD ("menu", test_menu);
  ADD ("page", test_page);
  ADD ("page-without-anything", test_page_without_anything);
  ADD ("add-team", test_add_team);
  ADD ("add", test_add);
  ADD ("add-in-province", test_add_in_province);
  ADD ("known-name", test_known_name);
  ADD ("edit", test_edit);
  ADD ("add-figures", test_add_figures);
  ADD ("edit-figures", test_edit_figures);
  ADD ("merge", test_merge);
  ADD ("merge-with-teams", test_merge_with_teams);
  ADD ("merge-by-enter", test_merge_by_enter);
  ADD ("search-to-merge", test_search_to_merge);
  ADD ("split", test_split);
  ADD ("end", test_end);
  ADD ("delete", test_delete);
  ADD ("delete-bare", test_delete_bare);
  ADD ("delete-refused", test_delete_refused);
#undef ADD

  return display_test_run ();
}
