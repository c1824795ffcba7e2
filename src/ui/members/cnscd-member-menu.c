/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-member-menu.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-member-row.h"
#include "cnscd-member-actions.h"
#include "cnscd-member-column.h"
#include "ui/common/cnscd-line.h"

/*
 * The menu of a member in a list or a table: by the second button of the
 * mouse, by the Menu key or Shift+F10, and its items by keys of their own.
 * It belongs to the view, for one menu does for all rows.
 */
typedef struct
{
  GtkWidget *view;
  GtkWidget *popover;
  CnscdMember *member; /* (nullable) that the menu is about */
} Menu;

typedef void (*ActionFunc) (CnscdWindow *window, const CnscdMember *member);

static const CnscdMember *
get_member (GtkWidget *widget)
{
  CnscdRow *row = CNSCD_IS_LINE (widget) ? cnscd_line_get_row (CNSCD_LINE (widget))
                                         : cnscd_member_column_get_row (widget);

  return CNSCD_IS_MEMBER_ROW (row) ? cnscd_member_row_get_member (CNSCD_MEMBER_ROW (row)) : NULL;
}

/* Of what lies within @widget: the focus is on the whole row. */
static const CnscdMember *
find_within (GtkWidget *widget)
{
  const CnscdMember *member = get_member (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && member == NULL;
       child = gtk_widget_get_next_sibling (child))
    member = find_within (child);
  return member;
}

static const CnscdMember *
find_around (GtkWidget *widget, GtkWidget *view)
{
  const CnscdMember *member = NULL;

  for (; widget != NULL && widget != view && member == NULL;
       widget = gtk_widget_get_parent (widget))
    member = get_member (widget);
  return member;
}

static void
set_member (Menu *menu, const CnscdMember *member)
{
  CnscdMember *held = member != NULL ? cnscd_member_ref ((CnscdMember *) member) : NULL;

  g_clear_pointer (&menu->member, cnscd_member_unref);
  menu->member = held;
}

static const CnscdMember *
get_focused (Menu *menu)
{
  GtkRoot *root = gtk_widget_get_root (menu->view);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || focus == menu->view || !gtk_widget_is_ancestor (focus, menu->view))
    return NULL;
  return find_within (focus);
}

static void
run (Menu *menu, ActionFunc func)
{
  GtkRoot *root = gtk_widget_get_root (menu->view);

  if (menu->member != NULL && CNSCD_IS_WINDOW (root))
    func (CNSCD_WINDOW (root), menu->member);
}

static void
edit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  run (user_data, cnscd_member_actions_edit);
}

static void
move_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  run (user_data, cnscd_member_actions_move);
}

static void
end_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  run (user_data, cnscd_member_actions_end);
}

static const GActionEntry actions[] = {
  { .name = "edit", .activate = edit_cb },
  { .name = "move", .activate = move_cb },
  { .name = "end", .activate = end_cb },
};

static void
append (GMenu *menu, const char *label, const char *action, const char *accelerator)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", accelerator);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_model (void)
{
  GMenu *menu = g_menu_new ();

  append (menu, _ ("_Edit…"), "member.edit", "F2");
  append (menu, _ ("_Move to Another Team…"), "member.move", "<Control>m");
  append (menu, _ ("End M_embership…"), "member.end", "Delete");
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
  GtkWidget *at = gtk_widget_pick (menu->view, x, y, GTK_PICK_DEFAULT);
  const CnscdMember *member = find_around (at, menu->view);

  if (member == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  set_member (menu, member);
  pop_up (menu, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

static gboolean
menu_key_cb (GtkWidget *view, GVariant *args, gpointer user_data)
{
  Menu *menu = user_data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (view));
  const CnscdMember *member = get_focused (menu);
  graphene_rect_t bounds;

  if (member == NULL || !gtk_widget_compute_bounds (focus, view, &bounds))
    return FALSE;

  set_member (menu, member);
  pop_up (menu, &(GdkRectangle) { (int) bounds.origin.x + 24,
                                  (int) (bounds.origin.y + bounds.size.height / 2), 1, 1 });
  return TRUE;
}

static gboolean
run_key (Menu *menu, ActionFunc func)
{
  const CnscdMember *member = get_focused (menu);

  if (member == NULL)
    return FALSE;

  set_member (menu, member);
  run (menu, func);
  return TRUE;
}

static gboolean
edit_key_cb (GtkWidget *view, GVariant *args, gpointer user_data)
{
  return run_key (user_data, cnscd_member_actions_edit);
}

static gboolean
move_key_cb (GtkWidget *view, GVariant *args, gpointer user_data)
{
  return run_key (user_data, cnscd_member_actions_move);
}

static gboolean
end_key_cb (GtkWidget *view, GVariant *args, gpointer user_data)
{
  return run_key (user_data, cnscd_member_actions_end);
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
free_menu (gpointer data)
{
  Menu *menu = data;

  set_member (menu, NULL);
  g_free (menu);
}

static void
destroy_cb (Menu *menu)
{
  g_clear_pointer (&menu->popover, gtk_widget_unparent);
}

/**
 * cnscd_member_menu_attach:
 * @view: a list or column view of a [class@Cnscd.MemberList], in a window
 *
 * Gives its rows a menu, and the keys that the menu shows.
 */
void
cnscd_member_menu_attach (GtkWidget *view)
{
  Menu *menu = g_new0 (Menu, 1);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  menu->view = view;
  g_object_set_data_full (G_OBJECT (view), "member-menu", menu, free_menu);
  g_signal_connect_swapped (view, "destroy", G_CALLBACK (destroy_cb), menu);

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), menu);
  gtk_widget_insert_action_group (view, "member", G_ACTION_GROUP (group));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), menu);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));

  add_key (keys, "Menu|<Shift>F10", menu_key_cb, menu);
  add_key (keys, "F2", edit_key_cb, menu);
  add_key (keys, "<Control>m", move_key_cb, menu);
  add_key (keys, "Delete|KP_Delete", end_key_cb, menu);
  gtk_widget_add_controller (view, keys);
}
