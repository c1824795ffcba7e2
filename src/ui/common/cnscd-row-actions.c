/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-row-actions.h"

/*
 * What can be done with one of the rows of a page of preferences, which stand
 * in an order: by the button of its menu, by the second button of the mouse
 * and by the same keys wherever there are such rows.
 */

#define ACTIONS_KEY "cnscd-row-actions"

static const struct
{
  const char *trigger;
  const char *action;
} KEYS[] = {
  { "F2", "edit" },
  { "<Alt>Up", "move-up" },
  { "<Alt>Down", "move-down" },
  { "Delete|KP_Delete", "delete" },
  { "Delete|KP_Delete", "end" },
  { "Menu|<Shift>F10", "menu" },
};

/* What is done may end the row. */
static gboolean
activate (GtkWidget *row, const char *action)
{
  g_autoptr (GSimpleActionGroup) actions =
    g_object_ref (g_object_get_data (G_OBJECT (row), ACTIONS_KEY));
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (actions), action);

  if (found == NULL || !g_action_get_enabled (found))
    return FALSE;

  g_action_activate (found, NULL);
  return TRUE;
}

/* The key goes on to the next that has it where the action is not there or not allowed. */
static gboolean
key_cb (GtkWidget *row, GVariant *arguments, gpointer action)
{
  return activate (row, action);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkWidget *row)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  activate (row, "menu");
}

static void
menu_action_cb (GSimpleAction *action, GVariant *parameter, gpointer button)
{
  gtk_menu_button_popup (button);
}

static void
add_keys (GtkWidget *row)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (KEYS); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (KEYS[i].trigger),
                        gtk_callback_action_new (key_cb, (gpointer) KEYS[i].action, NULL)));
  gtk_widget_add_controller (row, shortcuts);
}

static void
add_click (GtkWidget *row)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
}

static GtkWidget *
create_button (GMenuModel *menu, const char *name)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

/**
 * cnscd_row_actions_attach:
 * @row: a row without a menu
 * @group: the name of @actions within @menu
 * @actions: what can be done with the row: "edit", "move-up", "move-down", "delete" and "end", of
 *   which any may be missing; the delete key does the one of the last two that is allowed
 * @menu: shows them
 * @menu_name: what the button of the menu is called
 *
 * Gives a row its actions, a menu of them and their keys.
 */
void
cnscd_row_actions_attach (AdwActionRow *row,
                          const char *group,
                          GSimpleActionGroup *actions,
                          GMenuModel *menu,
                          const char *menu_name)
{
  const GActionEntry entries[] = { { .name = "menu", .activate = menu_action_cb } };
  GtkWidget *button;

  g_return_if_fail (ADW_IS_ACTION_ROW (row) && group != NULL);
  g_return_if_fail (G_IS_SIMPLE_ACTION_GROUP (actions) && G_IS_MENU_MODEL (menu));

  button = create_button (menu, menu_name);
  adw_action_row_add_suffix (row, button);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), button);
  g_object_set_data_full (G_OBJECT (row), ACTIONS_KEY, g_object_ref (actions), g_object_unref);
  gtk_widget_insert_action_group (GTK_WIDGET (row), group, G_ACTION_GROUP (actions));
  add_keys (GTK_WIDGET (row));
  add_click (GTK_WIDGET (row));
}

/**
 * cnscd_row_actions_enable:
 * @actions: the actions of a row
 * @name: one of them
 * @enabled: whether it can be done now
 */
void
cnscd_row_actions_enable (GSimpleActionGroup *actions, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (actions), name);

  g_return_if_fail (G_IS_SIMPLE_ACTION (action));

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}
