/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-menu.h"

#include <glib/gi18n-lib.h>

#include "ui/common/cnscd-popover.h"
#include "cnscd-schedule-words.h"
#include "cnscd-session-drag.h"

/*
 * The menu of a session in a view, by the second button of the mouse, by the
 * Menu key or Shift+F10; what it does most often also by keys.
 */

static void
add_item (GMenu *section, const char *label, const char *action, const char *accel, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  if (accel != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (section, item);
}

static void
add_states (GMenu *section, const CnscdSessionSummary *session)
{
  const char *id = session->session;

  if (session->state == CNSCD_SESSION_STATE_PLANNED)
    add_item (section, C_ ("menu", "_Postpone"), "win.postpone-session", NULL, id);
  if (cnscd_session_state_can_move (session->state))
    add_item (section, C_ ("menu", "Ca_ncel Session"), "win.cancel-session", NULL, id);
  if (session->state == CNSCD_SESSION_STATE_CANCELLED ||
      session->state == CNSCD_SESSION_STATE_POSTPONED)
    add_item (section, C_ ("menu", "_Plan Again"), "win.plan-session", NULL, id);
}

static GMenuModel *
make_model (const CnscdSessionSummary *session)
{
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();
  g_autoptr (GMenu) third = g_menu_new ();
  GMenu *model = g_menu_new ();
  const char *id = session->session;

  add_item (first, C_ ("menu", "_Open"), "win.open-session", NULL, id);
  add_item (second, C_ ("menu", "_Edit…"), "win.edit-session", "<Alt>Return", id);
  if (session->starts_at <= cnscd_time_now ())
    add_item (first, C_ ("menu", "_Report…"), "win.report-session", NULL, id);
  if (cnscd_session_state_can_move (session->state))
    {
      add_item (second, C_ ("menu", "_Move…"), "win.move-session", "F2", id);
      add_item (second, C_ ("menu", "C_ut"), "page.cut-session", "<Control>x", id);
    }
  add_states (second, session);
  add_item (third, C_ ("menu", "_Delete"), "win.delete-session", "Delete", id);

  g_menu_append_section (model, NULL, G_MENU_MODEL (first));
  g_menu_append_section (model, NULL, G_MENU_MODEL (second));
  g_menu_append_section (model, NULL, G_MENU_MODEL (third));
  return G_MENU_MODEL (model);
}

/* Where the focus was before the menu: GTK would look for it among what contains the menu. */
static G_DEFINE_QUARK (cnscd - focus - before, focus_before);

static void
give_focus_back (GtkWidget *popover)
{
  GWeakRef *before = g_object_get_qdata (G_OBJECT (popover), focus_before_quark ());
  g_autoptr (GtkWidget) widget = g_weak_ref_get (before);
  GtkRoot *root = gtk_widget_get_root (popover);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (widget != NULL &&
      (focus == NULL || focus == popover || gtk_widget_is_ancestor (focus, popover)))
    gtk_widget_grab_focus (widget);
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
remember_focus (GtkWidget *popover)
{
  GWeakRef *before = g_new0 (GWeakRef, 1);

  g_weak_ref_init (before, gtk_root_get_focus (gtk_widget_get_root (popover)));
  g_object_set_qdata_full (G_OBJECT (popover), focus_before_quark (), before, free_weak_ref);
}

/* Not at once: what was chosen is done while the menu closes. */
static void
unparent_cb (gpointer user_data)
{
  g_autoptr (GtkWidget) popover = user_data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
}

static void
closed_cb (GtkPopover *popover)
{
  give_focus_back (GTK_WIDGET (popover));
  g_idle_add_once (unparent_cb, g_object_ref (popover));
}

static void
destroy_cb (GtkWidget *popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
}

/* What scrolls to the focus takes a menu within it for something at its own start. */
static GtkWidget *
find_parent (GtkWidget *view)
{
  GtkWidget *found = view;

  for (GtkWidget *widget = view; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (GTK_IS_VIEWPORT (widget))
      found = gtk_widget_get_parent (gtk_widget_get_parent (widget));
  return found;
}

static void
pop_up (GtkWidget *view, const CnscdSessionSummary *session, float x, float y)
{
  g_autoptr (GMenuModel) model = make_model (session);
  GtkWidget *popover = gtk_popover_menu_new_from_model (model);
  GtkWidget *parent = find_parent (view);
  graphene_point_t at;

  if (!gtk_widget_compute_point (view, parent, &GRAPHENE_POINT_INIT (x, y), &at))
    at = GRAPHENE_POINT_INIT (0, 0);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_widget_set_parent (popover, parent);
  remember_focus (popover);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (destroy_cb), popover, G_CONNECT_SWAPPED);
  cnscd_popover_pop_up (popover, &(GdkRectangle) { (int) at.x, (int) at.y, 1, 1 });
}

/* So that the keys that the menu shows are for the same session once it is closed. */
static void
focus_session (GtkWidget *widget, GtkWidget *view)
{
  for (; widget != NULL && widget != view; widget = gtk_widget_get_parent (widget))
    if (cnscd_session_widget_get (widget) != NULL)
      {
        gtk_widget_grab_focus (widget);
        return;
      }
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkWidget *view)
{
  GtkWidget *picked = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  const CnscdSessionSummary *session = cnscd_session_widget_find (picked, view);

  if (session == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  focus_session (picked, view);
  pop_up (view, session, (float) x, (float) y);
}

static const CnscdSessionSummary *
get_focused (GtkWidget *view, GtkWidget **focus)
{
  GtkRoot *root = gtk_widget_get_root (view);

  *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  return *focus != NULL && gtk_widget_is_ancestor (*focus, view)
           ? cnscd_session_widget_find (*focus, view)
           : NULL;
}

static gboolean
menu_key_cb (GtkWidget *view, GVariant *args, gpointer user_data)
{
  GtkWidget *focus;
  const CnscdSessionSummary *session = get_focused (view, &focus);
  graphene_rect_t bounds;

  if (session == NULL || !gtk_widget_compute_bounds (focus, view, &bounds))
    return FALSE;

  pop_up (view, session, bounds.origin.x + 24, bounds.origin.y + bounds.size.height / 2);
  return TRUE;
}

static gboolean
action_key_cb (GtkWidget *view, GVariant *args, gpointer user_data)
{
  GtkWidget *focus;
  const CnscdSessionSummary *session = get_focused (view, &focus);

  return session != NULL &&
         gtk_widget_activate_action (view, (const char *) user_data, "s", session->session);
}

static void
add_key (GtkEventController *controller,
         const char *trigger,
         GtkShortcutFunc func,
         const char *action)
{
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                      gtk_callback_action_new (func, (gpointer) action, NULL)));
}

/**
 * cnscd_session_menu_new_rest:
 * @session: a session
 *
 * Returns: (transfer full): a menu for the session's own page, of what that has no buttons for
 */
GMenuModel *
cnscd_session_menu_new_rest (const CnscdSessionSummary *session)
{
  g_autoptr (GMenu) states = g_menu_new ();
  g_autoptr (GMenu) removal = g_menu_new ();
  GMenu *model = g_menu_new ();

  add_states (states, session);
  add_item (removal, C_ ("menu", "_Delete"), "win.delete-session", NULL, session->session);
  g_menu_append_section (model, NULL, G_MENU_MODEL (states));
  g_menu_append_section (model, NULL, G_MENU_MODEL (removal));
  return G_MENU_MODEL (model);
}

/**
 * cnscd_session_menu_attach:
 * @view: what contains sessions; see cnscd_session_widget_set()
 *
 * Gives the sessions in a view a menu, and the keys that the menu shows.
 */
void
cnscd_session_menu_attach (GtkWidget *view)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), view);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));

  add_key (keys, "Menu|<Shift>F10", menu_key_cb, NULL);
  add_key (keys, "<Alt>Return|<Alt>KP_Enter", action_key_cb, "win.edit-session");
  add_key (keys, "F2", action_key_cb, "win.move-session");
  add_key (keys, "<Control>x", action_key_cb, "page.cut-session");
  add_key (keys, "Delete|KP_Delete", action_key_cb, "win.delete-session");
  gtk_widget_add_controller (view, keys);
}
