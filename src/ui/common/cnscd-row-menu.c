/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-row-menu.h"

#include <glib/gi18n-lib.h>

#include "cnscd-line.h"
#include "cnscd-popover.h"

/*
 * The menu of a row in a list or a table: by the second button of the mouse,
 * by the Menu key or Shift+F10, and its items by keys of their own. It
 * belongs to the view, for one menu does for all rows.
 */
typedef struct
{
  GtkWidget *view;
  GtkWidget *popover;
  char *group;
  const CnscdRowMenuItem *items;
  guint n_items;
  CnscdRowMenuFindFunc find;
  CnscdRowMenuAppliesFunc applies; /* (nullable): NULL: to every row */
  CnscdRow *row;                   /* (nullable): that the menu is about */
} Menu;

typedef struct
{
  Menu *menu;
  const CnscdRowMenuItem *item;
} Choice;

static CnscdRow *
get_row (Menu *menu, GtkWidget *widget)
{
  CnscdRow *row = NULL;

  if (CNSCD_IS_LINE (widget))
    row = cnscd_line_get_row (CNSCD_LINE (widget));
  else if (menu->find != NULL)
    row = menu->find (widget);
  return row != NULL && cnscd_row_is_loaded (row) ? row : NULL;
}

/* Of what lies within @widget: the focus is on the whole row. */
static CnscdRow *
find_within (Menu *menu, GtkWidget *widget)
{
  CnscdRow *row = get_row (menu, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && row == NULL;
       child = gtk_widget_get_next_sibling (child))
    row = find_within (menu, child);
  return row;
}

static CnscdRow *
find_around (Menu *menu, GtkWidget *widget)
{
  CnscdRow *row = NULL;

  for (; widget != NULL && widget != menu->view && row == NULL;
       widget = gtk_widget_get_parent (widget))
    row = get_row (menu, widget);
  return row;
}

static CnscdRow *
get_focused (Menu *menu)
{
  GtkRoot *root = gtk_widget_get_root (menu->view);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || focus == menu->view || !gtk_widget_is_ancestor (focus, menu->view))
    return NULL;
  return find_within (menu, focus);
}

static gboolean
applies (Menu *menu, CnscdRow *row)
{
  return row != NULL && (menu->applies == NULL || menu->applies (menu->view, row));
}

static void
run (const Choice *choice)
{
  Menu *menu = choice->menu;

  if (menu->row != NULL && gtk_widget_get_root (menu->view) != NULL)
    choice->item->func (menu->view, cnscd_row_get_data (menu->row));
}

static void
activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  run (user_data);
}

static GMenuModel *
make_model (Menu *menu)
{
  GMenu *model = g_menu_new ();
  GMenu *section = NULL;

  for (guint i = 0; i < menu->n_items; i++)
    {
      const CnscdRowMenuItem *item = &menu->items[i];
      g_autofree char *action = g_strdup_printf ("%s.%s", menu->group, item->name);
      g_autoptr (GMenuItem) entry =
        g_menu_item_new (g_dgettext (GETTEXT_PACKAGE, item->label), action);

      if (item->accelerator != NULL)
        g_menu_item_set_attribute (entry, "accel", "s", item->accelerator);
      if (section == NULL || item->apart)
        {
          g_clear_object (&section);
          section = g_menu_new ();
          g_menu_append_section (model, NULL, G_MENU_MODEL (section));
        }
      g_menu_append_item (section, entry);
    }
  g_clear_object (&section);
  return G_MENU_MODEL (model);
}

static void
pop_up (Menu *menu, const GdkRectangle *at)
{
  if (menu->popover == NULL)
    {
      g_autoptr (GMenuModel) model = make_model (menu);

      menu->popover = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (menu->popover), FALSE);
      gtk_widget_set_halign (menu->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (menu->popover, menu->view);
    }
  cnscd_popover_pop_up (menu->popover, at);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, Menu *menu)
{
  CnscdRow *row = find_around (menu, gtk_widget_pick (menu->view, x, y, GTK_PICK_DEFAULT));

  if (!applies (menu, row))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_set_object (&menu->row, row);
}

/* Not when pressed: the menu would get the release, and the row look pressed ever after. */
static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, Menu *menu)
{
  pop_up (menu, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

static gboolean
menu_key_cb (GtkWidget *view, GVariant *args, gpointer user_data)
{
  Menu *menu = user_data;
  CnscdRow *row = get_focused (menu);
  GtkWidget *focus = applies (menu, row) ? gtk_root_get_focus (gtk_widget_get_root (view)) : NULL;
  graphene_rect_t bounds;

  if (focus == NULL || !gtk_widget_compute_bounds (focus, view, &bounds))
    return FALSE;

  g_set_object (&menu->row, row);
  pop_up (menu, &(GdkRectangle) { (int) bounds.origin.x + 24,
                                  (int) (bounds.origin.y + bounds.size.height / 2), 1, 1 });
  return TRUE;
}

static gboolean
key_cb (GtkWidget *view, GVariant *args, gpointer user_data)
{
  const Choice *choice = user_data;
  CnscdRow *row = get_focused (choice->menu);

  if (!applies (choice->menu, row))
    return FALSE;

  g_set_object (&choice->menu->row, row);
  run (choice);
  return TRUE;
}

static void
add_key (GtkEventController *controller,
         const char *trigger,
         GtkShortcutFunc func,
         gpointer data,
         GDestroyNotify free_data)
{
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                      gtk_callback_action_new (func, data, free_data)));
}

static Choice *
choice_new (Menu *menu, const CnscdRowMenuItem *item)
{
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice) { .menu = menu, .item = item };
  return choice;
}

static void
free_menu (gpointer data)
{
  Menu *menu = data;

  g_clear_object (&menu->row);
  g_free (menu->group);
  g_free (menu);
}

static void
destroy_cb (Menu *menu)
{
  g_clear_pointer (&menu->popover, gtk_widget_unparent);
}

static char *
dup_key (const char *group)
{
  return g_strconcat ("cnscd-row-menu-", group, NULL);
}

static void
attach (GtkWidget *view,
        const char *group,
        const CnscdRowMenuItem *items,
        guint n_items,
        CnscdRowMenuFindFunc find,
        CnscdRowMenuAppliesFunc applies_func)
{
  Menu *menu;
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autofree char *key = dup_key (group);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WIDGET (view) && group != NULL && items != NULL);

  menu = g_new0 (Menu, 1);
  menu->view = view;
  menu->group = g_strdup (group);
  menu->items = items;
  menu->n_items = n_items;
  menu->find = find;
  menu->applies = applies_func;
  g_object_set_data_full (G_OBJECT (view), key, menu, free_menu);
  g_signal_connect_swapped (view, "destroy", G_CALLBACK (destroy_cb), menu);

  add_key (keys, "Menu|<Shift>F10", menu_key_cb, menu, NULL);
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (items[i].name, NULL);

      g_signal_connect_data (action, "activate", G_CALLBACK (activate_cb),
                             choice_new (menu, &items[i]),
                             (GClosureNotify) (void (*) (void)) g_free, 0);
      g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
      if (items[i].keys != NULL)
        add_key (keys, items[i].keys, key_cb, choice_new (menu, &items[i]), g_free);
    }
  gtk_widget_insert_action_group (view, group, G_ACTION_GROUP (actions));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), menu);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), menu);
  if (applies_func != NULL)
    {
      gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
      gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
    }
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (view, keys);
}

/**
 * cnscd_row_menu_attach:
 * @view: a list or column view of a [class@Cnscd.PagedList]
 * @group: what the actions are called together: "member"
 * @items: (array length=n_items): what can be done with a row; must outlive @view
 * @n_items: how many
 * @find: (nullable): for cells that are no [class@Cnscd.Line]
 *
 * Gives the rows of a list a menu, and the keys that the menu shows.
 */
void
cnscd_row_menu_attach (GtkWidget *view,
                       const char *group,
                       const CnscdRowMenuItem *items,
                       guint n_items,
                       CnscdRowMenuFindFunc find)
{
  attach (view, group, items, n_items, find, NULL);
}

/**
 * cnscd_row_menu_attach_before:
 * @view: a list or column view of a [class@Cnscd.PagedList]
 * @group: what the actions are called together: "bulk"
 * @items: (array length=n_items): what can be done with a row; must outlive @view
 * @n_items: how many
 * @find: (nullable): for cells that are no [class@Cnscd.Line]
 * @applies_func: which rows have this menu, now
 *
 * Gives some rows a menu and keys that come before those which every row has.
 */
void
cnscd_row_menu_attach_before (GtkWidget *view,
                              const char *group,
                              const CnscdRowMenuItem *items,
                              guint n_items,
                              CnscdRowMenuFindFunc find,
                              CnscdRowMenuAppliesFunc applies_func)
{
  g_return_if_fail (applies_func != NULL);

  attach (view, group, items, n_items, find, applies_func);
}

/**
 * cnscd_row_menu_get_focused:
 * @view: a list with a menu
 * @group: of which menu
 *
 * Returns: (nullable) (transfer none): the row that has the focus
 */
CnscdRow *
cnscd_row_menu_get_focused (GtkWidget *view, const char *group)
{
  g_autofree char *key = dup_key (group);
  Menu *menu = g_object_get_data (G_OBJECT (view), key);

  return menu != NULL ? get_focused (menu) : NULL;
}
