/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gstdio.h>

#include "model/cnscd-repository-backup.h"
#include "model/cnscd-sample.h"
#include "store/cnscd-office-store.h"
#include "ui/preferences/cnscd-backup-preferences.h"
#include "ui/welcome/cnscd-welcome.h"

#include "display-test.h"

/* The first steps, samples and preferences, through the widgets, with a look into the database. */

#define UNIT  "05716"
#define OTHER "01840"

static CnscdApplication *application;

typedef struct
{
  DISPLAY_TEST
  GSettings *settings;
  const char *expected;
  guint n_expected;
} Test;

/* ---- the database */

static CnscdDatabase *
open_database (Test *test)
{
  g_autoptr (GError) error = NULL;
  CnscdDatabase *database = cnscd_database_open (test->path, &error);

  g_assert_no_error (error);
  return database;
}

/* Another connection, as another program would have. */
static CnscdOffice *
load (Test *test)
{
  g_autoptr (CnscdDatabase) database = open_database (test);
  g_autoptr (GError) error = NULL;
  CnscdOffice *office = cnscd_office_load (database, &error);

  g_assert_no_error (error);
  return office;
}

static void
assert_untouched (Test *test)
{
  g_autoptr (CnscdDatabase) database = open_database (test);
  g_autoptr (CnscdOffice) office = load (test);
  g_autoptr (CnscdOffice) nothing = cnscd_office_new ();
  gboolean empty = FALSE;

  g_assert_true (cnscd_database_is_empty (database, &empty, NULL));
  g_assert_true (empty);
  g_assert_true (cnscd_office_equal (office, nothing));
}

static void
fill (Test *test)
{
  g_autoptr (CnscdDatabase) database = open_database (test);
  g_autoptr (CnscdTeam) team = display_test_add_team (database, UNIT, "Tổ Một");
  g_autoptr (CnscdTeam) other = display_test_add_team (database, OTHER, "Tổ Phường");

  display_test_add_member (database, team, "Đào Thị Ánh", CNSCD_ROLE_LEADER);
  cnscd_database_set_setting (database, "unit", UNIT, NULL);
}

static void
open_window (Test *test)
{
  test->repository = cnscd_repository_new ();
  test->window =
    cnscd_window_new (GTK_APPLICATION (application), test->repository, test->path, test->settings);
  gtk_window_set_default_size (GTK_WINDOW (test->window), 1200, 760);
  gtk_window_present (GTK_WINDOW (test->window));
}

static void
close_window (Test *test)
{
  display_test_stop (application, test->window);
  g_clear_object (&test->repository);
}

static void
set_up (Test *test, gconstpointer filled)
{
  display_test_make_folder (&test->display);
  test->settings = g_settings_new ("org.thainguyen.CNSCD");
  if (filled != NULL)
    fill (test);
  open_window (test);
}

static void
tear_down (Test *test, gconstpointer filled)
{
  g_settings_reset (test->settings, "page");
  g_settings_reset (test->settings, "backup-folder");
  g_settings_reset (test->settings, "color-scheme");
  g_clear_object (&test->settings);
  display_test_tear_down (&test->display);
}

/* ---- the widgets */

static void
press (Test *test, const char *label)
{
  GtkWidget *button = display_test_find_button (GTK_WIDGET (test->window), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* A row with this title that can be seen. */
static GtkWidget *
find_row (Test *test, const char *title)
{
  GtkWidget *label = display_test_find_labelled (GTK_WIDGET (test->window), title);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW) : NULL;
}

static void
activate_row (Test *test, const char *title)
{
  display_test_wait_for_text (test->window, title);
  g_assert_true (gtk_widget_activate (find_row (test, title)));
}

static gboolean
search_is_seen (gpointer data)
{
  GtkWidget *entry =
    display_test_find (GTK_WIDGET (((Test *) data)->window), GTK_TYPE_SEARCH_ENTRY);

  return entry != NULL && gtk_widget_get_focus_child (entry) != NULL;
}

static GtkWidget *
search_unit (Test *test, const char *text)
{
  GtkWidget *entry;

  display_test_pump_until (search_is_seen, test);
  entry = display_test_find (GTK_WIDGET (test->window), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  return entry;
}

static void
choose_unit (Test *test, const char *text)
{
  g_signal_emit_by_name (search_unit (test, text), "activate");
}

/* One that is revealed, by what its title begins with. */
static GtkWidget *
find_banner (GtkWidget *root, const char *title)
{
  if (ADW_IS_BANNER (root) && adw_banner_get_revealed (ADW_BANNER (root)) &&
      g_str_has_prefix (adw_banner_get_title (ADW_BANNER (root)), title))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_banner (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static guint
count_samples (void)
{
  g_autofree char *folder = cnscd_sample_dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static gboolean
has_n_samples (gpointer data)
{
  return count_samples () == ((Test *) data)->n_expected;
}

static void
wait_for_samples (Test *test, guint n)
{
  test->n_expected = n;
  display_test_pump_until (has_n_samples, test);
}

/* ---- first run */

static void
start (Test *test)
{
  display_test_wait_for_text (test->window, "Get Started");
  press (test, "_Get Started");
  display_test_wait_for_text (test->window, "The whole province");
}

static void
test_begin_empty (Test *test, gconstpointer data)
{
  g_autoptr (CnscdOffice) office = NULL;

  start (test);
  choose_unit (test, "dinh hoa");
  display_test_wait_for_text (test->window, "Xã Định Hóa");
  display_test_wait_for_text (test->window, "Begin Empty");
  assert_untouched (test);

  /* Back, and another one. */
  g_assert_true (adw_navigation_view_pop (display_test_find (
    display_test_find (GTK_WIDGET (test->window), CNSCD_TYPE_WELCOME), ADW_TYPE_NAVIGATION_VIEW)));
  display_test_wait_for_no_text (test->window, "Begin Empty");
  choose_unit (test, "05716");
  activate_row (test, "Begin Empty");
  display_test_wait_for_text (test->window, "No Teams Yet");
  display_test_wait_for_text (test->window, "Xã Võ Nhai");
  office = load (test);
  g_assert_cmpstr (office->unit, ==, UNIT);
  g_assert_true (office->unit_chosen);

  /* Once is enough. */
  close_window (test);
  open_window (test);
  display_test_wait_for_text (test->window, "No Teams Yet");
  g_assert_null (display_test_find_labelled (GTK_WIDGET (test->window), "Get Started"));
}

static gboolean
has_file_dialog (gpointer data)
{
  GtkWidget *newest = display_test_newest_window ();

  return newest != GTK_WIDGET (((Test *) data)->window) && GTK_IS_WINDOW (newest) &&
         gtk_widget_get_mapped (newest);
}

static gboolean
has_no_file_dialog (gpointer data)
{
  return !has_file_dialog (data);
}

static void
test_begin_importing (Test *test, gconstpointer data)
{
  g_autoptr (CnscdOffice) office = NULL;

  start (test);
  activate_row (test, "The whole province");
  activate_row (test, "Import a Spreadsheet");
  display_test_pump_until (has_file_dialog, test);
  office = load (test);
  g_assert_null (office->unit);
  g_assert_true (office->unit_chosen);
  gtk_window_close (GTK_WINDOW (display_test_newest_window ()));
  display_test_pump_until (has_no_file_dialog, test);
  display_test_wait_for_text (test->window, "No Teams Yet");
}

static gboolean
row_says (GtkListBox *list, int position, const char *text)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, position);

  return gtk_widget_get_child_visible (GTK_WIDGET (row)) &&
         display_test_find_labelled (GTK_WIDGET (row), text) != NULL;
}

typedef struct
{
  GtkListBox *list;
  const char *first;
  const char *second;
} Order;

static gboolean
is_in_order (gpointer data)
{
  const Order *order = data;

  return row_says (order->list, 0, order->first) && row_says (order->list, 1, order->second) &&
         !gtk_widget_get_child_visible (
           GTK_WIDGET (gtk_list_box_get_row_at_index (order->list, 2)));
}

/* What has a name with other accents comes after it, and what nothing fits is told. */
static void
test_search_units (Test *test, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *first;
    const char *second;
  } cases[] = {
    { "văn lăng", "05665", "02143" },
    { "văn lang", "02143", "05665" },
    { "van lang", "02143", "05665" },
  };
  GtkListBox *list;

  start (test);
  list = GTK_LIST_BOX (gtk_widget_get_parent (find_row (test, "The whole province")));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      search_unit (test, cases[i].typed);
      display_test_pump_until (is_in_order, &(Order) { list, cases[i].first, cases[i].second });
    }

  search_unit (test, "nowhere");
  display_test_wait_for_text (test->window, "No Results Found");
  choose_unit (test, "nowhere");
  g_assert_null (display_test_find_labelled (GTK_WIDGET (test->window), "Begin Empty"));
}

static gboolean
row_has_focus (gpointer data)
{
  Test *test = data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (test->window));

  return GTK_IS_LIST_BOX_ROW (focus) && display_test_find_labelled (focus, test->expected) != NULL;
}

static void
wait_for_focus (Test *test, const char *title)
{
  test->expected = title;
  display_test_pump_until (row_has_focus, test);
}

/* All of it without the mouse. */
static void
test_keyboard (Test *test, gconstpointer data)
{
  static const char *const keys[] = { "d", "i", "n", "h", "space", "h", "o", "a" };
  g_autoptr (CnscdOffice) office = NULL;

  display_test_wait_for_text (test->window, "Get Started");
  display_test_press_key ("Return");
  display_test_pump_until (search_is_seen, test);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      display_test_press_key (keys[i]);
      display_test_settle ();
    }
  display_test_wait_for_text (test->window, "Xã Định Hóa");
  display_test_press_key ("Down");
  wait_for_focus (test, "Xã Định Hóa");
  display_test_press_key ("Return");
  display_test_wait_for_text (test->window, "Begin Empty");
  wait_for_focus (test, "Import a Spreadsheet");

  /* Also the second time. */
  display_test_press_key ("alt+Left");
  display_test_pump_until (search_is_seen, test);
  display_test_settle ();
  display_test_press_key ("Down");
  wait_for_focus (test, "Xã Định Hóa");
  display_test_press_key ("Return");
  display_test_wait_for_text (test->window, "Begin Empty");
  wait_for_focus (test, "Import a Spreadsheet");
  display_test_settle ();
  g_assert_true (row_has_focus (test));
  display_test_press_key ("Down");
  wait_for_focus (test, "Begin Empty");
  display_test_press_key ("Return");
  display_test_wait_for_text (test->window, "No Teams Yet");
  office = load (test);
  g_assert_cmpstr (office->unit, ==, "05569");
}

/* ---- sample */

#define SAMPLE "This is a sample. Nothing of it is kept."

static void
test_sample_first (Test *test, gconstpointer data)
{
  start (test);
  choose_unit (test, "duc xuan");
  activate_row (test, "Open a Sample Commune");
  display_test_wait_for_text (test->window, SAMPLE);
  display_test_wait_for_text (test->window, "Phường Đức Xuân");
  wait_for_samples (test, 1);
  assert_untouched (test);

  press (test, "_Leave Sample");
  display_test_wait_for_text (test->window, "Begin Empty");
  g_assert_null (find_banner (GTK_WIDGET (test->window), SAMPLE));
  wait_for_samples (test, 0);
  assert_untouched (test);
  g_assert_false (cnscd_window_is_sample (test->window));
}

static gboolean
can_undo (gpointer data)
{
  Test *test = data;

  return cnscd_history_get_undo_label (cnscd_window_get_history (test->window)) != NULL;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  cnscd_history_apply_finish (CNSCD_HISTORY (source), result, NULL, &error);
  g_assert_no_error (error);
}

static void
add_team (Test *test, const char *name)
{
  g_autoptr (CnscdTeam) team = cnscd_record_new (&CNSCD_KIND_TEAM, UNIT);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("added");

  cnscd_record_set (team, name, name);
  team->level = CNSCD_TEAM_LEVEL_COMMUNE;
  cnscd_change_set_add (set, team);
  cnscd_history_apply_async (cnscd_window_get_history (test->window), set, done_cb, NULL);
  display_test_pump_until (can_undo, test);
}

static gboolean
list_has_focus (gpointer data)
{
  GtkWidget *window = GTK_WIDGET (((Test *) data)->window);
  GtkWidget *view = display_test_find (window, GTK_TYPE_LIST_VIEW);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return view != NULL && focus != NULL && gtk_widget_is_ancestor (focus, view);
}

/* What is done in a sample goes with it; what was done before can still be undone. */
static void
test_sample_later (Test *test, gconstpointer data)
{
  display_test_wait_for_text (test->window, "Tổ Một");
  add_team (test, "Tổ Thật");
  display_test_wait_for_text (test->window, "Tổ Thật");
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.open-sample", NULL);
  display_test_wait_for_text (test->window, SAMPLE);
  display_test_wait_for_no_text (test->window, "Tổ Thật");
  g_assert_false (can_undo (test));
  add_team (test, "Tổ Thử");
  display_test_wait_for_text (test->window, "Tổ Thử");

  /* What somebody typed there is not lost without a question. */
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.leave-sample", NULL);
  display_test_wait_for_text (test->window, "Leave the Sample?");
  display_test_press (test->window, "_Cancel");
  display_test_wait_for_no_dialog (test->window);
  g_assert_true (cnscd_window_is_sample (test->window));
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.leave-sample", NULL);
  display_test_wait_for_text (test->window, "Leave the Sample?");
  display_test_press (test->window, "_Leave");
  display_test_wait_for_text (test->window, "Tổ Thật");
  display_test_wait_for_no_text (test->window, "Tổ Thử");
  display_test_pump_until (list_has_focus, test);
  wait_for_samples (test, 0);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  display_test_wait_for_no_text (test->window, "Tổ Thật");
  display_test_wait_for_text (test->window, "Tổ Một");
}

/* The window closes over it, in whatever state it is. */
static void
test_sample_closed (Test *test, gconstpointer data)
{
  g_autoptr (GAsyncResult) closed = NULL;

  display_test_wait_for_text (test->window, "Tổ Một");
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.open-sample", NULL);
  display_test_wait_for_text (test->window, SAMPLE);
  wait_for_samples (test, 1);

  /* What somebody typed there is not lost without a question. */
  add_team (test, "Tổ Thử");
  gtk_window_close (GTK_WINDOW (test->window));
  display_test_wait_for_text (test->window, "Leave the Sample?");
  display_test_press (test->window, "_Cancel");
  display_test_wait_for_no_dialog (test->window);
  g_assert_true (cnscd_window_is_sample (test->window));
  gtk_window_close (GTK_WINDOW (test->window));
  display_test_wait_for_text (test->window, "Leave the Sample?");
  display_test_press (test->window, "_Close");
  wait_for_samples (test, 0);
  /* The office's own is not the window's any more. */
  g_assert_true (cnscd_repository_is_open (test->repository));

  g_clear_object (&test->repository);
  open_window (test);
  display_test_wait_for_text (test->window, "Tổ Một");
}

/* ---- preferences */

static AdwDialog *
open_preferences (Test *test, const char *page)
{
  AdwDialog *dialog;

  display_test_wait_for_text (test->window, "Tổ Một");
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.preferences", NULL);
  dialog = display_test_wait_for_dialog (test->window);
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), page);
  return dialog;
}

typedef struct
{
  Test *test;
  gboolean (*is) (const CnscdOffice *office, const char *value);
  const char *value;
} Expectation;

static gboolean
is_met (gpointer data)
{
  const Expectation *expectation = data;
  g_autoptr (CnscdOffice) office = load (expectation->test);

  return expectation->is (office, expectation->value);
}

static void
wait_for_office (Test *test, gboolean (*is) (const CnscdOffice *, const char *), const char *value)
{
  display_test_pump_until (is_met, &(Expectation) { test, is, value });
}

static gboolean
unit_is (const CnscdOffice *office, const char *value)
{
  return g_strcmp0 (office->unit, value) == 0;
}

static gboolean
superior_is (const CnscdOffice *office, const char *value)
{
  return g_strcmp0 (office->superior_body, value) == 0;
}

static gboolean
body_is (const CnscdOffice *office, const char *value)
{
  return g_strcmp0 (office->issuing_body, value) == 0;
}

static gboolean
place_is (const CnscdOffice *office, const char *value)
{
  return g_strcmp0 (office->place_name, value) == 0;
}

static gboolean
sizes_are (const CnscdOffice *office, const char *value)
{
  g_autofree char *sizes = g_strdup_printf ("%u-%u", office->sizes.min, office->sizes.max);

  return g_str_equal (sizes, value);
}

static gboolean
sessions_are (const CnscdOffice *office, const char *value)
{
  g_autofree char *sessions = g_strdup_printf ("%u", office->max_sessions_per_week);

  return g_str_equal (sessions, value);
}

static gboolean
signers_are (const CnscdOffice *office, const char *value)
{
  g_autoptr (GString) signers = g_string_new (NULL);

  for (guint i = 0; i < office->signers->len; i++)
    {
      const CnscdSigner *signer = office->signers->pdata[i];

      g_string_append_printf (signers, "%s%s", i > 0 ? ", " : "", signer->full_name);
    }
  return g_str_equal (signers->str, value);
}

static void
test_unit (Test *test, gconstpointer data)
{
  AdwDialog *dialog = open_preferences (test, "office");

  activate_row (test, "Commune");
  choose_unit (test, "phuong duc xuan");
  wait_for_office (test, unit_is, OTHER);
  display_test_wait_for_text (test->window, "Phường Đức Xuân · 01840");
  adw_dialog_force_close (dialog);
  display_test_wait_for_text (test->window, "Tổ Phường");
  display_test_wait_for_no_text (test->window, "Tổ Một");

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.preferences", NULL);
  dialog = display_test_wait_for_dialog (test->window);
  activate_row (test, "Commune");
  activate_row (test, "The whole province");
  wait_for_office (test, unit_is, NULL);
  adw_dialog_force_close (dialog);
  display_test_wait_for_text (test->window, "Tổ Phường");
  display_test_wait_for_text (test->window, "Tổ Một");
}

static gboolean
is_at_root (gpointer data)
{
  Test *test = data;
  GtkWidget *view = display_test_find (GTK_WIDGET (test->window), ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr (GListModel) stack =
    adw_navigation_view_get_navigation_stack (ADW_NAVIGATION_VIEW (view));

  return g_list_model_get_n_items (stack) == 1;
}

/* What is opened goes with its commune, and the way back is offered. */
static void
test_unit_undone (Test *test, gconstpointer data)
{
  AdwDialog *dialog;

  display_test_wait_for_text (test->window, "Tổ Một");
  display_test_open_team (test->window, 0);
  display_test_wait_for_text (test->window, "Đào Thị Ánh");
  g_assert_false (is_at_root (test));
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.preferences", NULL);
  dialog = display_test_wait_for_dialog (test->window);
  activate_row (test, "Commune");
  choose_unit (test, "phuong duc xuan");
  wait_for_office (test, unit_is, OTHER);
  display_test_pump_until (is_at_root, test);

  display_test_wait_for_text (test->window, "Phường Đức Xuân is shown now");
  press (test, "_Undo");
  wait_for_office (test, unit_is, UNIT);
  display_test_wait_for_text (test->window, "Xã Võ Nhai · 05716");

  /* Who changes their mind chooses it again, and may take that back as well. */
  activate_row (test, "Commune");
  choose_unit (test, "phuong duc xuan");
  wait_for_office (test, unit_is, OTHER);
  display_test_wait_for_text (test->window, "Phường Đức Xuân · 01840");
  display_test_wait_for_text (test->window, "Phường Đức Xuân is shown now");
  press (test, "_Undo");
  wait_for_office (test, unit_is, UNIT);
  adw_dialog_force_close (dialog);
}

static gboolean
is_preferences (gpointer data)
{
  return ADW_IS_PREFERENCES_DIALOG (display_test_get_dialog (((Test *) data)->window));
}

/* Escape leaves the search first, and then the choice. */
static void
test_unit_escape (Test *test, gconstpointer data)
{
  AdwDialog *dialog = open_preferences (test, "office");
  GtkWidget *entry;

  activate_row (test, "Commune");
  entry = search_unit (test, "duc");
  display_test_settle ();
  display_test_press_key ("Escape");
  display_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_false (is_preferences (test));
  display_test_press_key ("Escape");
  display_test_pump_until (is_preferences, test);
  adw_dialog_force_close (dialog);
}

static void
apply (Test *test, const char *title, const char *text)
{
  GtkWidget *row = display_test_get_row (test->window, title);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "apply");
}

static const char *
get_text (Test *test, const char *title)
{
  return gtk_editable_get_text (GTK_EDITABLE (display_test_get_row (test->window, title)));
}

static void
test_letterhead (Test *test, gconstpointer data)
{
  AdwDialog *dialog = open_preferences (test, "office");

  /* What follows the commune is seen. */
  g_assert_cmpstr (get_text (test, "Superior Body"), ==, "");
  g_assert_cmpstr (get_text (test, "Issuing Body"), ==, "ỦY BAN NHÂN DÂN");
  g_assert_cmpstr (get_text (test, "Issuing Body, Second Line"), ==, "XÃ VÕ NHAI");
  g_assert_cmpstr (get_text (test, "Place in the Date of Documents"), ==, "Võ Nhai");

  apply (test, "Superior Body", " Tỉnh  Thái Nguyên ");
  wait_for_office (test, superior_is, "TỈNH THÁI NGUYÊN");
  g_assert_cmpstr (get_text (test, "Superior Body"), ==, "TỈNH THÁI NGUYÊN");

  /* Somebody types into another row, and has not applied it. */
  gtk_editable_set_text (
    GTK_EDITABLE (display_test_get_row (test->window, "Issuing Body, Second Line")), "Đang g");
  apply (test, "Place in the Date of Documents", "Đình Cả");
  wait_for_office (test, place_is, "Đình Cả");
  g_assert_cmpstr (get_text (test, "Issuing Body, Second Line"), ==, "Đang g");
  wait_for_office (test, body_is, NULL);

  apply (test, "Issuing Body, Second Line", "xã Võ Nhai mới");
  wait_for_office (test, body_is, "ỦY BAN NHÂN DÂN\nXÃ VÕ NHAI MỚI");

  /* Emptied or as it would be anyway, it follows the commune again. */
  apply (test, "Issuing Body, Second Line", "XÃ VÕ NHAI");
  wait_for_office (test, body_is, NULL);
  apply (test, "Place in the Date of Documents", "");
  wait_for_office (test, place_is, NULL);
  g_assert_cmpstr (get_text (test, "Place in the Date of Documents"), ==, "Võ Nhai");
  apply (test, "Superior Body", "");
  wait_for_office (test, superior_is, NULL);
  adw_dialog_force_close (dialog);
}

/* Nobody need see the button that applies what is typed. */
static void
test_letterhead_left (Test *test, gconstpointer data)
{
  AdwDialog *dialog = open_preferences (test, "office");
  GtkWidget *row = display_test_get_row (test->window, "Superior Body");

  /* While it comes up, the focus is held. */
  display_test_settle ();
  gtk_widget_grab_focus (row);
  display_test_settle ();
  gtk_editable_set_text (GTK_EDITABLE (row), "Tỉnh Thái Nguyên");
  gtk_widget_grab_focus (display_test_get_row (test->window, "Place in the Date of Documents"));
  wait_for_office (test, superior_is, "TỈNH THÁI NGUYÊN");

  gtk_editable_set_text (
    GTK_EDITABLE (display_test_get_row (test->window, "Place in the Date of Documents")),
    "Đình Cả");
  adw_dialog_close (dialog);
  wait_for_office (test, place_is, "Đình Cả");
  wait_for_office (test, body_is, NULL);
}

static void
set_size (Test *test, const char *title, double value)
{
  adw_spin_row_set_value (ADW_SPIN_ROW (display_test_get_row (test->window, title)), value);
}

static const char *
get_subtitle (Test *test, const char *title)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (display_test_get_row (test->window, title)));
}

static void
test_sizes (Test *test, gconstpointer data)
{
  AdwDialog *dialog = open_preferences (test, "office");

  g_assert_cmpstr (get_subtitle (test, "Minimum Members"), ==, "No limit");
  set_size (test, "Minimum Members", 5);
  wait_for_office (test, sizes_are, "5-0");
  set_size (test, "Maximum Members", 7);
  wait_for_office (test, sizes_are, "5-7");
  g_assert_cmpstr (get_subtitle (test, "Maximum Members"), ==, "");

  /* Wrong: said at the rows, and not stored, not even when the dialog closes. */
  set_size (test, "Minimum Members", 9);
  g_assert_cmpstr (get_subtitle (test, "Minimum Members"), ==, "More than the maximum");
  g_assert_cmpstr (get_subtitle (test, "Maximum Members"), ==, "Less than the minimum");
  g_assert_true (
    gtk_widget_has_css_class (display_test_get_row (test->window, "Minimum Members"), "error"));
  adw_dialog_force_close (dialog);
  display_test_wait_for_no_dialog (test->window);
  display_test_settle ();
  wait_for_office (test, sizes_are, "5-7");

  /* What was changed a moment before the dialog closes is stored. */
  dialog = open_preferences (test, "office");
  set_size (test, "Maximum Members", 8);
  adw_dialog_force_close (dialog);
  wait_for_office (test, sizes_are, "5-8");
}

static void
test_sessions (Test *test, gconstpointer data)
{
  AdwDialog *dialog = open_preferences (test, "office");

  g_assert_cmpfloat (adw_spin_row_get_value (ADW_SPIN_ROW (
                       display_test_get_row (test->window, "Maximum Sessions a Week"))),
                     ==, CNSCD_SESSIONS_PER_WEEK_DEFAULT);
  g_assert_cmpstr (get_subtitle (test, "Maximum Sessions a Week"), ==, "");
  set_size (test, "Maximum Sessions a Week", 0);
  g_assert_cmpstr (get_subtitle (test, "Maximum Sessions a Week"), ==, "No limit");
  wait_for_office (test, sessions_are, "0");
  set_size (test, "Maximum Sessions a Week", 5);
  adw_dialog_force_close (dialog);
  wait_for_office (test, sessions_are, "5");
}

static gboolean
form_is_seen (gpointer data)
{
  return display_test_find_row (GTK_WIDGET (display_test_get_dialog (((Test *) data)->window)),
                                "Full Name") != NULL;
}

static gboolean
preferences_are_seen (gpointer data)
{
  return ADW_IS_PREFERENCES_DIALOG (display_test_get_dialog (((Test *) data)->window));
}

static void
add_signer (Test *test, const char *name, const char *authority)
{
  g_signal_emit_by_name (display_test_get_row (test->window, "_Add Signer…"), "activated");
  display_test_pump_until (form_is_seen, test);
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Save")));

  /* Without a name, or with none of a person, there is nothing to save. */
  gtk_widget_activate (display_test_get_row (test->window, authority));
  if (!g_str_has_prefix (authority, "TM. ỦY BAN NHÂN DÂN\nCHỦ"))
    g_assert_cmpstr (adw_preferences_row_get_title (
                       ADW_PREFERENCES_ROW (display_test_get_row (test->window, "Full Name"))),
                     ==, "Full Name");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Save")));
  display_test_type (test->window, "Full Name", "12345");
  g_assert_cmpstr (adw_preferences_row_get_title (
                     ADW_PREFERENCES_ROW (display_test_get_row (test->window, "Full Name"))),
                   ==, "Full Name: no name contains “1”");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Save")));

  display_test_type (test->window, "Full Name", name);
  if (g_str_equal (authority, "Other"))
    {
      display_test_type (test->window, "First Line", "giám đốc");
      display_test_type (test->window, "Third Line", "  ");
    }
  display_test_press (test->window, "_Save");
  display_test_pump_until (preferences_are_seen, test);
}

static gboolean
signer_is_shown (gpointer data)
{
  Expectation *expectation = data;

  return display_test_find_row (GTK_WIDGET (display_test_get_dialog (expectation->test->window)),
                                expectation->value) != NULL;
}

static void
act (Test *test, const char *name, const char *action)
{
  display_test_pump_until (signer_is_shown, &(Expectation) { test, NULL, name });
  g_assert_true (
    gtk_widget_activate_action (display_test_get_row (test->window, name), action, NULL));
}

static void
test_signers (Test *test, gconstpointer data)
{
  AdwDialog *dialog = open_preferences (test, "signers");
  g_autoptr (CnscdOffice) office = NULL;
  const CnscdSigner *signer;

  add_signer (test, "Ma Thị Nguyệt", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH");
  wait_for_office (test, signers_are, "Ma Thị Nguyệt");
  add_signer (test, "  ĐẶNG VĂN  BỐN", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH");
  wait_for_office (test, signers_are, "Ma Thị Nguyệt, Đặng Văn Bốn");
  add_signer (test, "Lý Thị Năm", "Other");
  wait_for_office (test, signers_are, "Ma Thị Nguyệt, Đặng Văn Bốn, Lý Thị Năm");
  office = load (test);
  signer = office->signers->pdata[1];
  g_assert_cmpstr (signer->authority, ==, "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH");
  signer = office->signers->pdata[2];
  g_assert_cmpstr (signer->authority, ==, "GIÁM ĐỐC");

  act (test, "Lý Thị Năm", "signer.move-up");
  wait_for_office (test, signers_are, "Ma Thị Nguyệt, Lý Thị Năm, Đặng Văn Bốn");
  act (test, "Ma Thị Nguyệt", "signer.move-down");
  wait_for_office (test, signers_are, "Lý Thị Năm, Ma Thị Nguyệt, Đặng Văn Bốn");
  act (test, "Ma Thị Nguyệt", "signer.delete");
  wait_for_office (test, signers_are, "Lý Thị Năm, Đặng Văn Bốn");
  display_test_wait_for_text (test->window, "Ma Thị Nguyệt removed");
  press (test, "_Undo");
  wait_for_office (test, signers_are, "Lý Thị Năm, Ma Thị Nguyệt, Đặng Văn Bốn");

  /* As any change: one after the other, and when the preferences are closed as well. */
  act (test, "Ma Thị Nguyệt", "signer.delete");
  act (test, "Đặng Văn Bốn", "signer.delete");
  wait_for_office (test, signers_are, "Lý Thị Năm");
  display_test_settle ();
  display_test_press_key ("ctrl+z");
  wait_for_office (test, signers_are, "Lý Thị Năm, Đặng Văn Bốn");
  adw_dialog_force_close (dialog);
  display_test_wait_for_no_dialog (test->window);
  display_test_press_key ("ctrl+z");
  wait_for_office (test, signers_are, "Lý Thị Năm, Ma Thị Nguyệt, Đặng Văn Bốn");
  display_test_wait_for_text (test->window, "Undone: Ma Thị Nguyệt removed");
  display_test_press_key ("ctrl+shift+z");
  wait_for_office (test, signers_are, "Lý Thị Năm, Đặng Văn Bốn");
  display_test_wait_for_text (test->window, "Done again: Ma Thị Nguyệt removed");
  display_test_press_key ("ctrl+z");
  wait_for_office (test, signers_are, "Lý Thị Năm, Ma Thị Nguyệt, Đặng Văn Bốn");
  display_test_wait_for_text (test->window, "Undone: Ma Thị Nguyệt removed");
  dialog = open_preferences (test, "signers");

  /* What the window knows is a little behind what is stored. */
  display_test_pump_until (signer_is_shown, &(Expectation) { test, NULL, "Ma Thị Nguyệt" });
  act (test, "Lý Thị Năm", "signer.edit");
  display_test_pump_until (form_is_seen, test);
  g_assert_cmpstr (get_text (test, "First Line"), ==, "GIÁM ĐỐC");
  display_test_type (test->window, "Full Name", "");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Save")));
  display_test_type (test->window, "Full Name", "Lý Thị Sáu");
  display_test_press (test->window, "_Save");
  wait_for_office (test, signers_are, "Lý Thị Sáu, Ma Thị Nguyệt, Đặng Văn Bốn");
  adw_dialog_force_close (dialog);
}

/* ---- backups */

static gboolean
has_n_backups (gpointer data)
{
  Test *test = data;
  guint n = 0;
  GtkWidget *row = display_test_find_button (GTK_WIDGET (test->window), "_Restore…");
  GtkWidget *list = row != NULL ? gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX) : NULL;

  for (int i = 0; list != NULL && gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i) != NULL;
       i++)
    n++;
  return n == test->n_expected;
}

static void
wait_for_backups (Test *test, guint n)
{
  test->n_expected = n;
  display_test_pump_until (has_n_backups, test);
}

static CnscdBackupPreferences *
get_backup_page (Test *test)
{
  return display_test_find (GTK_WIDGET (test->window), CNSCD_TYPE_BACKUP_PREFERENCES);
}

static gboolean
folder_is (gpointer data)
{
  Test *test = data;

  return g_strcmp0 (cnscd_repository_get_backup_folder (test->repository), test->expected) == 0;
}

static void
choose_folder (Test *test, const char *path)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  cnscd_backup_preferences_choose (get_backup_page (test), folder);
}

static void
test_backup (Test *test, gconstpointer data)
{
  AdwDialog *dialog = open_preferences (test, "backup");
  g_autofree char *stick = g_build_filename (test->folder, "stick", NULL);
  g_autofree char *chosen = NULL;
  g_autofree char *message = NULL;

  display_test_wait_for_text (test->window, "None yet");
  press (test, "Back Up _Now");
  display_test_wait_for_text (test->window, "Backup written");
  wait_for_backups (test, 1);
  g_assert_null (display_test_find_labelled (GTK_WIDGET (test->window), "None yet"));

  /* Nothing can be written there: told, and the folder is as before. */
  choose_folder (test, "/proc");
  message = g_strdup_printf ("Backups cannot be written to “proc”: %s. Choose another folder.",
                             g_strerror (ENOENT));
  display_test_wait_for_text (test->window, message);
  press (test, "_Close");
  display_test_wait_for_no_text (test->window, message);
  g_assert_null (cnscd_repository_get_backup_folder (test->repository));

  g_assert_cmpint (g_mkdir (stick, 0700), ==, 0);
  choose_folder (test, stick);
  test->expected = stick;
  display_test_pump_until (folder_is, test);
  display_test_wait_for_text (test->window, stick);
  chosen = g_settings_get_string (test->settings, "backup-folder");
  g_assert_cmpstr (chosen, ==, stick);
  press (test, "Back Up _Now");
  wait_for_backups (test, 2);

  /* Pulled out. */
  display_test_remove_folder (stick);
  press (test, "Back Up _Now");
  display_test_wait_for_text (
    test->window, "The backup folder is missing or cannot be written, so the backup is kept beside "
                  "the database. Connect the drive, or choose another folder.");
  press (test, "_Close");
  g_assert_nonnull (
    find_banner (GTK_WIDGET (test->window), "Backups are kept beside the database"));

  /* Back to where they were at first. */
  press (test, "Keep Backups Beside the Database");
  test->expected = NULL;
  display_test_pump_until (folder_is, test);
  display_test_wait_for_text (test->window, "Beside the database");
  adw_dialog_force_close (dialog);
}

/* What the office has chosen for itself is lost with a restore like anything else, and told. */
static void
test_restore_settings (Test *test, gconstpointer data)
{
  AdwDialog *dialog = open_preferences (test, "backup");
  GtkWidget *alert;

  press (test, "Back Up _Now");
  wait_for_backups (test, 1);
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "signers");
  add_signer (test, "Ma Thị Nguyệt", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH");
  wait_for_office (test, signers_are, "Ma Thị Nguyệt");

  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "backup");
  press (test, "_Restore…");
  display_test_wait_for_text (test->window, "Restore This Backup?");
  alert = GTK_WIDGET (display_test_get_dialog (test->window));
  g_assert_null (
    strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (alert)), "Nothing was changed"));
  g_assert_nonnull (display_test_find_row (alert, "Signers"));
  g_assert_null (display_test_find_row (alert, "Letterhead"));
  display_test_wait_for_text (test->window, "1 new (Ma Thị Nguyệt)");
  press (test, "_Restore");
  display_test_wait_for_text (test->window, "Backup restored");
  wait_for_office (test, signers_are, "");
}

static void
test_restore (Test *test, gconstpointer data)
{
  const char *body;

  open_preferences (test, "backup");
  press (test, "Back Up _Now");
  wait_for_backups (test, 1);
  adw_dialog_force_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);
  add_team (test, "Tổ Sau Này");
  display_test_wait_for_text (test->window, "Tổ Sau Này");

  open_preferences (test, "backup");
  wait_for_backups (test, 1);
  press (test, "_Restore…");
  display_test_wait_for_text (test->window, "Restore This Backup?");
  body = adw_alert_dialog_get_body (ADW_ALERT_DIALOG (display_test_get_dialog (test->window)));
  g_assert_true (g_str_has_prefix (body, "Backup of "));
  g_assert_null (strstr (body, "Nothing was changed"));
  display_test_wait_for_text (test->window, "1 new (Tổ Sau Này)");
  g_assert_null (
    display_test_find_labelled (GTK_WIDGET (display_test_get_dialog (test->window)), "People"));
  press (test, "_Cancel");
  /* Where it was chosen. */
  display_test_pump_until (is_preferences, test);
  display_test_wait_for_no_text (test->window, "Restore This Backup?");
  press (test, "_Restore…");
  display_test_wait_for_text (test->window, "Restore This Backup?");
  press (test, "_Restore");
  display_test_wait_for_text (test->window, "Backup restored");
  display_test_wait_for_no_text (test->window, "Tổ Sau Này");
  display_test_wait_for_text (test->window, "Tổ Một");
  /* What was done before belongs to another database. */
  g_assert_false (can_undo (test));

  /* Before it is restored, what there was is kept. */
  open_preferences (test, "backup");
  wait_for_backups (test, 2);
}

/* ---- appearance */

static void
test_appearance (Test *test, gconstpointer data)
{
  AdwDialog *dialog = open_preferences (test, "appearance");
  AdwComboRow *row = ADW_COMBO_ROW (display_test_get_row (test->window, "Color Scheme"));
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autofree char *scheme = NULL;

  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  adw_combo_row_set_selected (row, 2);
  scheme = g_settings_get_string (test->settings, "color-scheme");
  g_assert_cmpstr (scheme, ==, "dark");
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_FORCE_DARK);
  adw_combo_row_set_selected (row, 1);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_FORCE_LIGHT);
  adw_combo_row_set_selected (row, 0);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_DEFAULT);
  adw_dialog_force_close (dialog);
}

/* What is no time changes nothing, and is told. */
static void
test_reminder_time (Test *test, gconstpointer data)
{
  AdwDialog *dialog;
  GtkWidget *row;

  display_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.preferences", NULL);
  dialog = display_test_wait_for_dialog (test->window);
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "reminders");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (
                     display_test_get_row (test->window, "Time on the Evening Before"))),
                   ==, "19h00");
  display_test_type (test->window, "Time on the Evening Before", "25:99");
  display_test_get_row (test->window, "Time on the Evening Before: not a time");
  g_assert_cmpint (g_settings_get_int (test->settings, "reminder-evening-minute"), ==, 19 * 60);
  /* On the way to 18h30, 1h00 is not meant: it would remind at once, and not in the evening. */
  row = display_test_get_row (test->window, "Time on the Evening Before: not a time");
  gtk_editable_set_text (GTK_EDITABLE (row), "1");
  gtk_editable_set_text (GTK_EDITABLE (row), "18h30");
  g_assert_cmpint (g_settings_get_int (test->settings, "reminder-evening-minute"), ==, 19 * 60);
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_cmpint (g_settings_get_int (test->settings, "reminder-evening-minute"), ==,
                   18 * 60 + 30);
  /* So is what somebody leaves, and what is wrong is not. */
  gtk_widget_grab_focus (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "18h45");
  gtk_widget_grab_focus (display_test_get_row (test->window, "Shortly Before the Session"));
  display_test_settle ();
  g_assert_cmpint (g_settings_get_int (test->settings, "reminder-evening-minute"), ==,
                   18 * 60 + 45);
  gtk_editable_set_text (GTK_EDITABLE (row), "20h15");
  adw_dialog_force_close (dialog);
  display_test_wait_for_no_dialog (test->window);
  g_assert_cmpint (g_settings_get_int (test->settings, "reminder-evening-minute"), ==,
                   20 * 60 + 15);
  g_settings_reset (test->settings, "reminder-evening-minute");
}

int
main (int argc, char *argv[])
{
  application = display_test_init (&argc, &argv, "XDG_CACHE_HOME");

#define ADD(name, filled, func)                                                                    \
  g_test_add ("/display/office/" name, Test, GINT_TO_POINTER (filled), set_up, func, tear_down)
  ADD ("begin-empty", FALSE, test_begin_empty);
  ADD ("begin-importing", FALSE, test_begin_importing);
  ADD ("search-units", FALSE, test_search_units);
  ADD ("keyboard", FALSE, test_keyboard);
  ADD ("sample-first", FALSE, test_sample_first);
  ADD ("sample-later", TRUE, test_sample_later);
  ADD ("sample-closed", TRUE, test_sample_closed);
  ADD ("unit", TRUE, test_unit);
  ADD ("unit-undone", TRUE, test_unit_undone);
  ADD ("unit-escape", TRUE, test_unit_escape);
  ADD ("letterhead", TRUE, test_letterhead);
  ADD ("letterhead-left", TRUE, test_letterhead_left);
  ADD ("sizes", TRUE, test_sizes);
  ADD ("sessions", TRUE, test_sessions);
  ADD ("signers", TRUE, test_signers);
  ADD ("backup", TRUE, test_backup);
  ADD ("restore", TRUE, test_restore);
  ADD ("restore-settings", TRUE, test_restore_settings);
  ADD ("appearance", TRUE, test_appearance);
  ADD ("reminder-time", TRUE, test_reminder_time);
#undef ADD

  return display_test_run ();
}
