/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-bulk-menu.h"

#include <glib/gi18n-lib.h>

#include "cnscd-member-column.h"
#include "ui/common/cnscd-line.h"

/*
 * The menu of several selected members, and the keys of its items. It comes
 * before the menu and the keys of a single row: who has selected several
 * means all of them. On a row that is not among them, that row's own menu
 * comes up.
 */
typedef struct
{
  GtkWidget *view;
  GtkWidget *popover;
  CnscdRowSelection *selection;
  CnscdBulkBar *bar;
} Menu;

static CnscdRow *
get_row (GtkWidget *widget)
{
  return CNSCD_IS_LINE (widget) ? cnscd_line_get_row (CNSCD_LINE (widget))
                                : cnscd_member_column_get_row (widget);
}

/* Of what lies within @widget: the focus is on the whole row. */
static CnscdRow *
find_within (GtkWidget *widget)
{
  CnscdRow *row = get_row (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && row == NULL;
       child = gtk_widget_get_next_sibling (child))
    row = find_within (child);
  return row;
}

static CnscdRow *
find_focused (Menu *menu)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (menu->view));

  return focus != NULL && focus != menu->view && gtk_widget_is_ancestor (focus, menu->view)
           ? find_within (focus)
           : NULL;
}

static CnscdRow *
find_at (Menu *menu, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (menu->view, x, y, GTK_PICK_DEFAULT);

  for (; widget != NULL && widget != menu->view; widget = gtk_widget_get_parent (widget))
    {
      CnscdRow *row = find_within (widget);

      if (row != NULL)
        return row;
    }
  return NULL;
}

static gboolean
is_one_of_several (Menu *menu, CnscdRow *row)
{
  return row != NULL && cnscd_row_selection_get_n_selected (menu->selection) > 1 &&
         cnscd_row_selection_contains (menu->selection, cnscd_row_get_nr (row));
}

static void
edit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  cnscd_bulk_bar_edit (((Menu *) user_data)->bar);
}

static void
move_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  cnscd_bulk_bar_move (((Menu *) user_data)->bar);
}

static void
end_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  cnscd_bulk_bar_end (((Menu *) user_data)->bar);
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  cnscd_bulk_bar_delete (((Menu *) user_data)->bar);
}

static const GActionEntry actions[] = {
  { .name = "edit", .activate = edit_cb },
  { .name = "move", .activate = move_cb },
  { .name = "end", .activate = end_cb },
  { .name = "delete", .activate = delete_cb },
};

static void
append (GMenu *menu, const char *label, const char *action, const char *accelerator)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  if (accelerator != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accelerator);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_model (void)
{
  GMenu *menu = g_menu_new ();

  append (menu, _ ("_Edit All Selected…"), "bulk.edit", "F2");
  append (menu, _ ("_Move All Selected…"), "bulk.move", "<Control>m");
  append (menu, _ ("End All Selected M_emberships…"), "bulk.end", "Delete");
  append (menu, _ ("_Delete All Selected"), "bulk.delete", NULL);
  return G_MENU_MODEL (menu);
}

static void
pop_up (Menu *menu, const GdkRectangle *at)
{
  if (menu->popover == NULL)
    {
      g_autoptr (GMenuModel) model = make_model ();

      menu->popover = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (menu->popover), FALSE);
      gtk_widget_set_halign (menu->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (menu->popover, menu->view);
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (menu->popover), at);
  gtk_popover_popup (GTK_POPOVER (menu->popover));
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, Menu *menu)
{
  if (!is_one_of_several (menu, find_at (menu, x, y)))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up (menu, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

static gboolean
menu_key_cb (GtkWidget *view, GVariant *args, gpointer user_data)
{
  Menu *menu = user_data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (view));
  graphene_rect_t bounds;

  if (!is_one_of_several (menu, find_focused (menu)) ||
      !gtk_widget_compute_bounds (focus, view, &bounds))
    return GDK_EVENT_PROPAGATE;

  pop_up (menu, &(GdkRectangle) { (int) bounds.origin.x + 24,
                                  (int) (bounds.origin.y + bounds.size.height / 2), 1, 1 });
  return GDK_EVENT_STOP;
}

static gboolean
run_key (Menu *menu, void (*func) (CnscdBulkBar *))
{
  if (!is_one_of_several (menu, find_focused (menu)))
    return GDK_EVENT_PROPAGATE;

  func (menu->bar);
  return GDK_EVENT_STOP;
}

static gboolean
edit_key_cb (GtkWidget *view, GVariant *args, gpointer user_data)
{
  return run_key (user_data, cnscd_bulk_bar_edit);
}

static gboolean
move_key_cb (GtkWidget *view, GVariant *args, gpointer user_data)
{
  return run_key (user_data, cnscd_bulk_bar_move);
}

static gboolean
end_key_cb (GtkWidget *view, GVariant *args, gpointer user_data)
{
  return run_key (user_data, cnscd_bulk_bar_end);
}

/* In lines, GTK selects none: there, these keys do. */
static gboolean
select_all_key_cb (GtkWidget *view, GVariant *args, gpointer user_data)
{
  Menu *menu = user_data;

  cnscd_row_selection_set_selecting (menu->selection, TRUE);
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (menu->selection));
  return GDK_EVENT_STOP;
}

static gboolean
toggle_key_cb (GtkWidget *view, GVariant *args, gpointer user_data)
{
  Menu *menu = user_data;
  CnscdRow *row = find_focused (menu);
  gint64 nr;

  if (row == NULL || !cnscd_row_selection_get_selecting (menu->selection))
    return GDK_EVENT_PROPAGATE;

  nr = cnscd_row_get_nr (row);
  cnscd_row_selection_set_selected (menu->selection, nr,
                                    !cnscd_row_selection_contains (menu->selection, nr));
  return GDK_EVENT_STOP;
}

static void
add_key (GtkEventController *controller, const char *trigger, GtkShortcutFunc func, Menu *menu)
{
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                      gtk_callback_action_new (func, menu, NULL)));
}

static void
destroy_cb (Menu *menu)
{
  g_clear_pointer (&menu->popover, gtk_widget_unparent);
}

static void
free_menu (gpointer data)
{
  Menu *menu = data;

  g_object_unref (menu->selection);
  g_free (menu);
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
  Menu *menu = g_new0 (Menu, 1);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  menu->view = view;
  menu->selection = g_object_ref (selection);
  menu->bar = bar;
  g_object_set_data_full (G_OBJECT (view), "bulk-menu", menu, free_menu);
  g_signal_connect_swapped (view, "destroy", G_CALLBACK (destroy_cb), menu);

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), menu);
  gtk_widget_insert_action_group (view, "bulk", G_ACTION_GROUP (group));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), menu);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, "Menu|<Shift>F10", menu_key_cb, menu);
  add_key (keys, "F2", edit_key_cb, menu);
  add_key (keys, "<Control>m", move_key_cb, menu);
  add_key (keys, "Delete|KP_Delete", end_key_cb, menu);
  if (GTK_IS_LIST_VIEW (view))
    {
      add_key (keys, "<Control>a", select_all_key_cb, menu);
      add_key (keys, "space|KP_Space", toggle_key_cb, menu);
    }
  gtk_widget_add_controller (view, keys);
}
