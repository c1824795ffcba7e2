/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-bulk-menu.h"

#include <glib/gi18n-lib.h>

#include "cnscd-member-column.h"
#include "ui/common/cnscd-row-menu.h"

/*
 * The menu of several selected members, and the keys of its items. It comes
 * before the menu and the keys of a single row: who has selected several
 * means all of them. On a row that is not among them, that row's own menu
 * comes up.
 */

#define SELECTION "bulk-selection"
#define BAR       "bulk-bar"

static CnscdRowSelection *
get_selection (GtkWidget *view)
{
  return g_object_get_data (G_OBJECT (view), SELECTION);
}

static CnscdBulkBar *
get_bar (GtkWidget *view)
{
  return g_object_get_data (G_OBJECT (view), BAR);
}

static gboolean
is_one_of_several (GtkWidget *view, CnscdRow *row)
{
  CnscdRowSelection *selection = get_selection (view);

  return cnscd_row_selection_get_n_selected (selection) > 1 &&
         cnscd_row_selection_contains (selection, cnscd_row_get_nr (row));
}

static void
edit (GtkWidget *view, gpointer data)
{
  cnscd_bulk_bar_edit (get_bar (view));
}

static void
move (GtkWidget *view, gpointer data)
{
  cnscd_bulk_bar_move (get_bar (view));
}

static void
end (GtkWidget *view, gpointer data)
{
  cnscd_bulk_bar_end (get_bar (view));
}

static void
delete_all (GtkWidget *view, gpointer data)
{
  cnscd_bulk_bar_delete (get_bar (view));
}

static const CnscdRowMenuItem items[] = {
  { .name = "edit",
    .label = N_ ("_Edit All Selected…"),
    .accelerator = "F2",
    .keys = "F2",
    .func = edit },
  { .name = "move",
    .label = N_ ("_Move All Selected…"),
    .accelerator = "<Control>m",
    .keys = "<Control>m",
    .func = move },
  { .name = "end",
    .label = N_ ("End All Selected M_emberships…"),
    .accelerator = "Delete",
    .keys = "Delete|KP_Delete",
    .func = end },
  { .name = "delete", .label = N_ ("_Delete All Selected"), .func = delete_all, .apart = TRUE },
};

static gboolean
select_all_key_cb (GtkWidget *view, GVariant *args, gpointer user_data)
{
  CnscdRowSelection *selection = get_selection (view);

  cnscd_row_selection_set_selecting (selection, TRUE);
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (selection));
  return GDK_EVENT_STOP;
}

static gboolean
toggle_key_cb (GtkWidget *view, GVariant *args, gpointer user_data)
{
  CnscdRowSelection *selection = get_selection (view);
  CnscdRow *row = cnscd_row_menu_get_focused (view, "bulk");
  gint64 nr;

  if (row == NULL || !cnscd_row_selection_get_selecting (selection))
    return GDK_EVENT_PROPAGATE;

  nr = cnscd_row_get_nr (row);
  cnscd_row_selection_set_selected (selection, nr, !cnscd_row_selection_contains (selection, nr));
  return GDK_EVENT_STOP;
}

static void
add_key (GtkEventController *controller, const char *trigger, GtkShortcutFunc func)
{
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                      gtk_callback_action_new (func, NULL, NULL)));
}

/* In lines, GTK selects none: there, these keys do. */
static void
add_selecting_keys (GtkWidget *view)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, "<Control>a", select_all_key_cb);
  add_key (keys, "space|KP_Space", toggle_key_cb);
  gtk_widget_add_controller (view, keys);
}

/**
 * cnscd_bulk_menu_attach:
 * @view: a list or column view of members
 * @selection: which of them are selected
 * @bar: what is done with them; on the same page as @view
 *
 * Gives several selected rows a menu, and the keys that it shows.
 */
void
cnscd_bulk_menu_attach (GtkWidget *view, CnscdRowSelection *selection, CnscdBulkBar *bar)
{
  g_object_set_data_full (G_OBJECT (view), SELECTION, g_object_ref (selection), g_object_unref);
  g_object_set_data (G_OBJECT (view), BAR, bar);
  cnscd_row_menu_attach_before (view, "bulk", items, G_N_ELEMENTS (items),
                                cnscd_member_column_get_row, is_one_of_several);
  if (GTK_IS_LIST_VIEW (view))
    add_selecting_keys (view);
}
