/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/cnscd-fit-layout.h"
#include "ui/common/cnscd-header.h"
#include "ui/hamlets/cnscd-hamlet-actions.h"
#include "ui/members/cnscd-member-actions.h"
#include "ui/teams/cnscd-team-actions.h"

#include "display-test.h"

/* How much room things take: a form, a title that may be too long, a page that scrolls. */

#define UNIT "05716"

typedef struct
{
  DISPLAY_TEST
  CnscdTeam *team;
  CnscdHamlet *hamlet;
} Test;

static void
set_up (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = NULL;

  display_test_make_folder (&test->display);
  database = cnscd_database_open (test->path, &error);
  g_assert_no_error (error);
  cnscd_database_set_setting (database, "unit", UNIT, &error);
  g_assert_no_error (error);
  test->team = display_test_add_team (database, UNIT, "Tổ Một");
  test->hamlet = cnscd_record_new (&CNSCD_KIND_HAMLET, UNIT);
  cnscd_record_set (test->hamlet, name, "Ba Nhất");
  test->hamlet->kind = CNSCD_HAMLET_KIND_HAMLET;
  display_test_put (database, test->hamlet);
  display_test_show (&test->display);
  if (g_strcmp0 (data, "narrow") == 0)
    gtk_window_set_default_size (GTK_WINDOW (test->window), 360, 720);
  display_test_wait_for_text (test->window, "Tổ Một");
}

static void
tear_down (Test *test, gconstpointer data)
{
  g_clear_pointer (&test->team, cnscd_record_unref);
  g_clear_pointer (&test->hamlet, cnscd_record_unref);
  display_test_tear_down (&test->display);
}

/* ---- a form */

static GtkAdjustment *
get_scrolling (Test *test)
{
  GtkWidget *scrolled = display_test_find (GTK_WIDGET (display_test_get_dialog (test->window)),
                                           GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
}

/* What its page needs, in pixels. */
static int
measure_page (Test *test)
{
  GtkWidget *scrolled = display_test_find (GTK_WIDGET (display_test_get_dialog (test->window)),
                                           GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *viewport = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scrolled));
  int height;

  gtk_widget_measure (gtk_viewport_get_child (GTK_VIEWPORT (viewport)), GTK_ORIENTATION_VERTICAL,
                      gtk_widget_get_width (scrolled), NULL, &height, NULL, NULL);
  return height;
}

/* All of the page is seen, and nothing but it. */
static gboolean
fits (gpointer data)
{
  GtkAdjustment *scrolling = get_scrolling (data);

  return (int) gtk_adjustment_get_page_size (scrolling) == measure_page (data) &&
         (int) gtk_adjustment_get_upper (scrolling) == measure_page (data);
}

/* A row that appears makes the form higher, and one that goes lower. */
static void
test_follows (Test *test, gconstpointer data)
{
  int before, with_warning;

  cnscd_team_actions_add (test->window);
  display_test_wait_for_dialog (test->window);
  display_test_settle ();
  display_test_pump_until (fits, test);
  before = measure_page (test);

  display_test_type (test->window, "Name", "Tổ Một");
  display_test_wait_for_text (test->window,
                              "This team already exists. Choose another name or hamlet.");
  display_test_pump_until (fits, test);
  with_warning = measure_page (test);
  g_assert_cmpint (with_warning, >, before);

  display_test_type (test->window, "Name", "Tổ Hai");
  display_test_wait_for_no_text (test->window,
                                 "This team already exists. Choose another name or hamlet.");
  display_test_pump_until (fits, test);
  g_assert_cmpint (measure_page (test), ==, before);
}

/* No form is higher than what it shows. */
static void
test_no_empty_room (Test *test, gconstpointer data)
{
  cnscd_hamlet_actions_split (test->window, test->hamlet->record.id);
  display_test_wait_for_dialog (test->window);
  display_test_settle ();
  display_test_pump_until (fits, test);

  display_test_press (test->window, "Add Another");
  display_test_pump_until (fits, test);
}

/* What does not fit into the window is scrolled to. */
static void
test_scrolls (Test *test, gconstpointer data)
{
  cnscd_member_actions_add (test->window, test->team->record.id);
  display_test_wait_for_dialog (test->window);
  display_test_settle ();
  g_assert_cmpint ((int) gtk_adjustment_get_upper (get_scrolling (test)), ==, measure_page (test));
  g_assert_cmpfloat (gtk_adjustment_get_page_size (get_scrolling (test)), <,
                     gtk_adjustment_get_upper (get_scrolling (test)));
}

/* Nothing of what is chosen in a narrow window is cut. */
static void
test_preferences (Test *test, gconstpointer data)
{
  AdwDialog *dialog;
  int needed;

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.preferences", NULL);
  dialog = display_test_wait_for_dialog (test->window);
  display_test_settle ();
  gtk_widget_measure (adw_dialog_get_child (dialog), GTK_ORIENTATION_HORIZONTAL, -1, &needed, NULL,
                      NULL, NULL);
  g_assert_cmpint (needed, <=, 320);
}

/* ---- a list of which one is chosen */

/* All of it is seen. */
static gboolean
is_in_view (gpointer data)
{
  GtkWidget *row = gtk_widget_get_ancestor (data, GTK_TYPE_LIST_BOX_ROW);
  GtkWidget *scrolled = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (row, scrolled, &bounds) && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (scrolled);
}

/* The commune in use is far down among those of the province. */
static void
test_unit (Test *test, gconstpointer data)
{
  GtkWidget *preferences, *label;

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.preferences", NULL);
  preferences = GTK_WIDGET (display_test_wait_for_dialog (test->window));
  display_test_wait_for_text (test->window, "Xã Võ Nhai · 05716");
  g_signal_emit_by_name (display_test_find_row (preferences, "Commune"), "activate");
  display_test_wait_for_text (test->window, "Choose a Commune");
  label =
    display_test_find_labelled (GTK_WIDGET (display_test_get_dialog (test->window)), "Xã Võ Nhai");
  g_assert_nonnull (label);
  display_test_pump_until (is_in_view, label);

  /* It does not hold fast to it. */
  display_test_settle ();
  gtk_adjustment_set_value (get_scrolling (test), 0);
  display_test_settle ();
  g_assert_false (is_in_view (label));
}

/* ---- a title */

typedef struct
{
  GtkWindow *window;
  GtkWidget *header;
  GtkWidget *bar;
  GtkWidget *title;
} TitleTest;

static void
set_up_title (TitleTest *test, gconstpointer data)
{
  test->title = adw_window_title_new (data, "xã Tân Khánh");
  test->bar = g_object_new (ADW_TYPE_HEADER_BAR, "show-end-title-buttons", FALSE, NULL);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (test->bar), test->title);
  adw_header_bar_pack_start (ADW_HEADER_BAR (test->bar), gtk_button_new_with_label ("Hủy"));
  adw_header_bar_pack_end (ADW_HEADER_BAR (test->bar), gtk_button_new_with_label ("Lưu"));
  test->header = g_object_new (CNSCD_TYPE_HEADER, "valign", GTK_ALIGN_START, NULL);
  gtk_widget_set_parent (test->bar, test->header);
  test->window = g_object_new (ADW_TYPE_WINDOW, "content", test->header, NULL);
}

static void
tear_down_title (TitleTest *test, gconstpointer data)
{
  gtk_window_destroy (test->window);
}

static void
show_in_width (TitleTest *test, int width)
{
  gtk_window_set_default_size (test->window, width, 400);
  gtk_window_present (test->window);
  display_test_settle ();
  /* The frame around the window takes a little of it. */
  g_assert_cmpint (gtk_widget_get_width (test->header), <=, width);
}

/* Whether the title stands below the buttons; it stands in one place only. */
static gboolean
is_below (TitleTest *test)
{
  GtkWidget *heading = gtk_widget_get_first_child (test->header);

  g_assert_true (heading != test->bar);
  g_assert_true (gtk_widget_get_child_visible (heading) !=
                 gtk_widget_get_child_visible (test->title));
  return gtk_widget_get_child_visible (heading);
}

static void
assert_whole (GtkWidget *root, const char *text)
{
  GtkWidget *label = display_test_find_labelled (root, text);

  g_assert_nonnull (label);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
}

static void
test_title_fits (TitleTest *test, gconstpointer data)
{
  int height;

  show_in_width (test, 360);
  g_assert_false (is_below (test));
  assert_whole (test->title, data);
  assert_whole (test->title, "xã Tân Khánh");

  gtk_widget_measure (test->bar, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  g_assert_cmpint (gtk_widget_get_height (test->header), >=, height);
}

static void
test_title_does_not_fit (TitleTest *test, gconstpointer data)
{
  GtkWidget *heading, *label;
  int width, needed, one_line;

  show_in_width (test, 360);
  g_assert_true (is_below (test));
  width = gtk_widget_get_width (test->header);
  heading = gtk_widget_get_first_child (test->header);
  assert_whole (heading, data);
  assert_whole (heading, "xã Tân Khánh");

  /* In as many lines as it takes, within the header and below the buttons. */
  label = display_test_find_labelled (heading, data);
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (label))), >, 1);
  gtk_widget_measure (heading, GTK_ORIENTATION_VERTICAL, width, &needed, NULL, NULL, NULL);
  gtk_widget_measure (test->bar, GTK_ORIENTATION_VERTICAL, width, &one_line, NULL, NULL, NULL);
  g_assert_cmpint (gtk_widget_get_height (test->header), ==, one_line + needed);
  /* It asks for no more room than a narrow window has. */
  gtk_widget_measure (test->header, GTK_ORIENTATION_HORIZONTAL, -1, &needed, NULL, NULL, NULL);
  g_assert_cmpint (needed, <=, 360);
}

/* In a window that is wide it stands between the buttons, and what changes it is seen at once. */
static void
test_title_changes (TitleTest *test, gconstpointer data)
{
  show_in_width (test, 1200);
  g_assert_false (is_below (test));
  assert_whole (test->title, data);

  adw_window_title_set_title (ADW_WINDOW_TITLE (test->title), "Tổ Một");
  display_test_settle ();
  assert_whole (test->title, "Tổ Một");
}

/* A title that grows while it is seen goes below, and stays there while it is shortened again. */
static void
test_title_stays (TitleTest *test, gconstpointer data)
{
  show_in_width (test, 360);
  g_assert_false (is_below (test));

  adw_window_title_set_title (ADW_WINDOW_TITLE (test->title),
                              "Tổ công nghệ số cộng đồng xóm Ba Nhất");
  display_test_settle ();
  g_assert_true (is_below (test));
  assert_whole (gtk_widget_get_first_child (test->header), "Tổ công nghệ số cộng đồng xóm Ba Nhất");

  adw_window_title_set_title (ADW_WINDOW_TITLE (test->title), data);
  display_test_settle ();
  g_assert_true (is_below (test));
  assert_whole (gtk_widget_get_first_child (test->header), data);
}

/* ---- a page that scrolls */

static GtkWidget *
create_page (void)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (group),
    "Danh sách tổ công nghệ số cộng đồng được lập theo quyết định của Ủy ban nhân dân xã, gồm "
    "thông tin của tổ trưởng, tổ phó và các thành viên đang tham gia.");
  for (guint i = 0; i < 3; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), adw_entry_row_new ());
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return page;
}

/* The natural height of the page is that of its text as it is wrapped in the width. */
static void
test_fit (void)
{
  GtkWidget *bin = adw_bin_new ();
  GtkWidget *page = create_page ();
  GtkWidget *scrolled, *content;
  int widths[] = { 300, 360, 900 };

  g_object_ref_sink (bin);
  gtk_widget_set_layout_manager (bin, g_object_new (CNSCD_TYPE_FIT_LAYOUT, NULL));
  adw_bin_set_child (ADW_BIN (bin), page);
  scrolled = gtk_widget_get_first_child (page);
  content = gtk_viewport_get_child (
    GTK_VIEWPORT (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scrolled))));

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      int minimum, natural, needed;

      gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, widths[i], NULL, &needed, NULL, NULL);
      gtk_widget_measure (bin, GTK_ORIENTATION_VERTICAL, widths[i], &minimum, &natural, NULL, NULL);
      g_assert_cmpint (natural, ==, needed);
      /* It can do with less, for it scrolls. */
      g_assert_cmpint (minimum, <, needed);
    }
  g_object_unref (bin);
}

/* Bars above and below what scrolls have their room, too. */
static void
test_fit_bars (void)
{
  GtkWidget *bin = g_object_ref_sink (adw_bin_new ());
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *bar = gtk_action_bar_new ();
  GtkWidget *page = create_page ();
  int bare, with_bar, height;

  gtk_widget_set_layout_manager (bin, g_object_new (CNSCD_TYPE_FIT_LAYOUT, NULL));
  adw_bin_set_child (ADW_BIN (bin), view);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  gtk_widget_measure (bin, GTK_ORIENTATION_VERTICAL, 300, NULL, &bare, NULL, NULL);

  gtk_action_bar_pack_start (GTK_ACTION_BAR (bar), gtk_button_new_with_label ("Người khác"));
  adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (view), bar);
  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  gtk_widget_measure (bin, GTK_ORIENTATION_VERTICAL, 300, NULL, &with_bar, NULL, NULL);
  g_assert_cmpint (height, >, 0);
  g_assert_cmpint (with_bar, ==, bare + height);
  g_object_unref (bin);
}

int
main (int argc, char *argv[])
{
  g_assert_nonnull (display_test_init (&argc, &argv, NULL));

#define ADD(name, func, data)                                                                      \
  g_test_add ("/display/layout/" name, Test, data, set_up, func, tear_down)
  ADD ("form-follows", test_follows, NULL);
  ADD ("form-follows-narrow", test_follows, "narrow");
  ADD ("no-empty-room", test_no_empty_room, NULL);
  ADD ("scrolls", test_scrolls, "narrow");
  ADD ("preferences", test_preferences, "narrow");
  ADD ("unit", test_unit, NULL);
#undef ADD

#define ADD(name, func, title)                                                                     \
  g_test_add ("/display/layout/" name, TitleTest, title, set_up_title, func, tear_down_title)
  ADD ("title/fits", test_title_fits, "Tổ Một");
  ADD ("title/does-not-fit", test_title_does_not_fit,
       "Tổ công nghệ số cộng đồng tổ dân phố Đồng Tâm 1, 2 và vùng lân cận");
  ADD ("title/changes", test_title_changes, "Tổ công nghệ số cộng đồng tổ dân phố Đồng Tâm");
  ADD ("title/stays", test_title_stays, "Tổ Một");
#undef ADD
  g_test_add_func ("/display/layout/fit", test_fit);
  g_test_add_func ("/display/layout/fit-bars", test_fit_bars);

  return display_test_run ();
}
