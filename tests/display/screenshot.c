/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * screenshot DATABASE PAGE WIDTHxHEIGHT light|dark OUTPUT.png [SEARCH]
 *
 * Draws the program's window into a file, so that people can look at it. PAGE
 * is "teams", "team", "members", "sidebar", "menu", "shortcuts", "about",
 * "print", "member-add", "member-edit", "member-move", "member-end", "filters", "filtered",
 * "nobody", "selecting", "bulk-edit", "bulk-move", "bulk-end", "bulk-delete", "unit", "unit-chosen"
 * or "import:FILE".
 */
#include <adwaita.h>
#include <stdlib.h>
#include <string.h>

#include "cnscd-locale.h"
#include "ui/application/cnscd-application.h"
#include "ui/common/cnscd-list-stack.h"
#include "model/cnscd-member-row.h"
#include "ui/documents/cnscd-import-flow.h"
#include "ui/common/cnscd-unit-filter.h"
#include "ui/members/cnscd-bulk-bar.h"
#include "ui/members/cnscd-member-actions.h"
#include "ui/window/cnscd-window.h"

#include "display-test.h"

static GskRenderNode *
draw (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window),
                          gtk_widget_get_height (window));
  return gtk_snapshot_free_to_node (snapshot);
}

typedef struct
{
  GtkWidget *window;
  GskRenderNode *node;
} Drawing;

static gboolean
is_drawn (gpointer data)
{
  Drawing *drawing = data;

  drawing->node = draw (drawing->window);
  if (drawing->node == NULL)
    gtk_widget_queue_draw (drawing->window);
  return drawing->node != NULL;
}

static gboolean
save (GtkWidget *window, const char *path)
{
  Drawing drawing = { .window = window };
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  /* On a busy machine the first frame may not have been drawn yet. */
  display_test_pump_until (is_drawn, &drawing);
  node = drawing.node;
  texture = gsk_renderer_render_texture (
    gtk_native_get_renderer (GTK_NATIVE (window)), node,
    &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (window), gtk_widget_get_height (window)));
  return gdk_texture_save_to_png (texture, path);
}

/* Of the whole screen; with-display --size tells how large it is. */
static gboolean
save_screen (const char *path)
{
  const char *argv[] = { "import", "-window", "root", path, NULL };
  int status = 0;

  return g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                       &status, NULL) &&
         status == 0;
}

/* A form over a team's page, of its second member. */
static void
show_form (CnscdWindow *window, const char *form)
{
  GListModel *list;
  g_autoptr (CnscdMemberRow) row = NULL;
  const CnscdMember *member;

  display_test_open_team (window, 2);
  display_test_settle ();
  list = G_LIST_MODEL (gtk_list_view_get_model (
    GTK_LIST_VIEW (display_test_find (GTK_WIDGET (window), GTK_TYPE_LIST_VIEW))));
  row = g_list_model_get_item (list, 1);
  member = cnscd_member_row_get_member (row);
  if (g_str_equal (form, "add"))
    cnscd_member_actions_add (window, member->team);
  else if (g_str_equal (form, "edit"))
    cnscd_member_actions_edit (window, member);
  else if (g_str_equal (form, "move"))
    cnscd_member_actions_move (window, member);
  else
    cnscd_member_actions_end (window, member);
}

static void
set_combo (CnscdWindow *window, guint index, guint selected)
{
  GtkWidget *dialog = GTK_WIDGET (display_test_get_dialog (window));
  AdwComboRow *row = display_test_find (dialog, ADW_TYPE_COMBO_ROW);

  for (; index > 0; index--)
    row = ADW_COMBO_ROW (gtk_widget_get_next_sibling (GTK_WIDGET (row)));
  adw_combo_row_set_selected (row, selected);
  display_test_settle ();
}

/* The filters of the members: the dialog, and what it leaves. */
static void
show_filters (CnscdWindow *window, const char *what)
{
  g_signal_emit_by_name (display_test_find_named (GTK_WIDGET (window), "filter"), "clicked");
  display_test_settle ();
  if (g_str_equal (what, "filters"))
    return;

  set_combo (window, 3, 2);
  if (g_str_equal (what, "nobody"))
    {
      set_combo (window, 1, 1);
      set_combo (window, 0, 4);
      set_combo (window, 4, 4);
    }
  else
    set_combo (window, 4, 1);
  adw_dialog_close (display_test_get_dialog (window));
}

/* Several members selected, and a form for them. */
static void
show_bulk (CnscdWindow *window, const char *what)
{
  GtkWidget *button = display_test_find_named (GTK_WIDGET (window), "select");
  CnscdBulkBar *bar;
  GtkColumnView *columns;
  GtkListView *lines;

  g_signal_emit_by_name (button, "clicked");
  display_test_settle ();
  columns = display_test_find (GTK_WIDGET (window), GTK_TYPE_COLUMN_VIEW);
  lines = display_test_find (GTK_WIDGET (window), GTK_TYPE_LIST_VIEW);
  for (guint i = 1; i < 7; i += 2)
    {
      if (columns != NULL)
        gtk_selection_model_select_item (gtk_column_view_get_model (columns), i, FALSE);
      else
        g_signal_emit_by_name (lines, "activate", i);
    }
  display_test_settle ();

  bar = display_test_find (GTK_WIDGET (window), CNSCD_TYPE_BULK_BAR);
  if (g_str_equal (what, "bulk-edit"))
    cnscd_bulk_bar_edit (bar);
  else if (g_str_equal (what, "bulk-move"))
    cnscd_bulk_bar_move (bar);
  else if (g_str_equal (what, "bulk-end"))
    cnscd_bulk_bar_end (bar);
  else if (g_str_equal (what, "bulk-delete"))
    cnscd_bulk_bar_delete (bar);
}

static void
show_units (CnscdWindow *window, const char *what)
{
  GtkWidget *filter = display_test_find (GTK_WIDGET (window), CNSCD_TYPE_UNIT_FILTER);

  if (g_str_equal (what, "unit-chosen"))
    cnscd_unit_filter_set_unit (CNSCD_UNIT_FILTER (filter), "05533");
  else
    g_signal_emit_by_name (display_test_find (filter, GTK_TYPE_BUTTON), "clicked");
}

int
main (int argc, char *argv[])
{
  g_autoptr (CnscdApplication) application = NULL;
  g_autoptr (CnscdRepository) repository = NULL;
  CnscdWindow *window;
  const char *page;
  int width, height;

  if (argc < 6 || sscanf (argv[3], "%dx%d", &width, &height) != 2)
    {
      g_printerr ("Usage: screenshot DATABASE PAGE WIDTHxHEIGHT light|dark OUTPUT.png [SEARCH]\n");
      return 2;
    }

  cnscd_locale_set_up ();
  gtk_disable_setlocale ();
  application = display_test_start ();
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      g_str_equal (argv[4], "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                    : ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-font-name",
                "Adwaita Sans 11", NULL);

  repository = cnscd_repository_new ();
  window = cnscd_window_new (GTK_APPLICATION (application), repository, argv[1], NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  display_test_settle ();

  page = argv[2];
  if (g_str_equal (page, "team"))
    display_test_open_team (window, 2);
  else if (g_str_has_prefix (page, "member-"))
    show_form (window, page + strlen ("member-"));
  else if (g_str_equal (page, "filters") || g_str_equal (page, "filtered") ||
           g_str_equal (page, "nobody") || g_str_equal (page, "selecting") ||
           g_str_has_prefix (page, "bulk-"))
    {
      cnscd_window_show_page (window, "members");
      display_test_settle ();
      if (g_str_has_prefix (page, "bulk-") || g_str_equal (page, "selecting"))
        show_bulk (window, page);
      else
        show_filters (window, page);
    }
  else if (g_str_has_prefix (page, "unit"))
    show_units (window, page);
  else if (g_str_equal (page, "sidebar"))
    adw_navigation_split_view_set_show_content (
      display_test_find (GTK_WIDGET (window), ADW_TYPE_NAVIGATION_SPLIT_VIEW), FALSE);
  else if (g_str_equal (page, "menu"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-menu", NULL);
  else if (g_str_equal (page, "shortcuts"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL);
  else if (g_str_equal (page, "about"))
    gtk_widget_activate_action (GTK_WIDGET (window), "app.about", NULL);
  else if (g_str_equal (page, "print"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.print-roster", "s", "");
  else if (g_str_has_prefix (page, "import:"))
    {
      g_autoptr (GFile) file = g_file_new_for_path (page + strlen ("import:"));

      cnscd_import_flow_start_with_file (window, file);
    }
  else if (cnscd_repository_is_open (repository))
    cnscd_window_show_page (window, page);
  display_test_settle ();

  if (argc > 6)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
      display_test_settle ();
      gtk_editable_set_text (display_test_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY),
                             argv[6]);
      display_test_settle ();
    }

  /* A popover is a window of its own. */
  if (g_str_equal (page, "menu")
        ? !save_screen (argv[5])
        : !save (g_str_equal (page, "shortcuts") ? display_test_newest_window ()
                                                 : GTK_WIDGET (window),
                 argv[5]))
    {
      g_printerr ("screenshot: cannot write %s\n", argv[5]);
      return 1;
    }
  display_test_stop (application, window);
  return 0;
}
