/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-window-private.h"

/*
 * A button of a dialog that is pressed twice closes it at the first press; the
 * second one is meant for it, too, and not for what has lain beneath it, or for
 * the form's next step.
 */

#define NAME "cnscd-clicks"

/* Not all hands are as quick as the settings have it. */
#define PATIENCE  2  /* times the time within which two clicks are a double one */
#define TOLERANCE 16 /* px */

static gboolean
is_same_press (CnscdWindow *self, guint32 time, double x, double y)
{
  int double_click_time;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time",
                &double_click_time, NULL);
  return time - self->press_time < (guint32) (PATIENCE * double_click_time) &&
         ABS (x - self->press_x) <= TOLERANCE && ABS (y - self->press_y) <= TOLERANCE;
}

static void
pressed_cb (GtkGesture *gesture, int n_press, double widget_x, double widget_y, CnscdWindow *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  gconstpointer dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));
  guint32 time;
  double x, y;

  if (event == NULL || !gdk_event_get_position (event, &x, &y))
    return;

  time = gdk_event_get_time (event);
  if (self->pressed_dialog != NULL && (self->pressed_dialog != dialog || self->press_outdated) &&
      is_same_press (self, time, x, y))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      return;
    }

  self->pressed_dialog = dialog;
  self->press_outdated = FALSE;
  self->press_time = time;
  self->press_x = x;
  self->press_y = y;
}

static void
watch (CnscdWindow *self, GtkWidget *widget)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), 0);
  gtk_event_controller_set_name (GTK_EVENT_CONTROLLER (gesture), NAME);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (gesture));
}

static gboolean
is_watched (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_strcmp0 (gtk_event_controller_get_name (controller), NAME) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A dialog keeps the application's keys from the window below it; who quits means that, too. */
static void
add_quit_key (GtkWidget *dialog)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_q, GDK_CONTROL_MASK),
                      gtk_named_action_new ("app.quit")));
  gtk_widget_add_controller (dialog, controller);
}

static void
visible_dialog_cb (CnscdWindow *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));

  if (dialog == NULL || is_watched (GTK_WIDGET (dialog)))
    return;

  watch (self, GTK_WIDGET (dialog));
  add_quit_key (GTK_WIDGET (dialog));
}

/*< private >
 * cnscd_window_watch_clicks:
 *
 * Has the window swallow what is left of a double click when a dialog closed
 * under it.
 */
void
cnscd_window_watch_clicks (CnscdWindow *self)
{
  /* What is pressed within a dialog does not come by the window. */
  watch (self, GTK_WIDGET (self));
  g_signal_connect (self, "notify::visible-dialog", G_CALLBACK (visible_dialog_cb), NULL);
}

/*< private >
 * cnscd_window_outdate_press:
 *
 * To be called when a form has gone a step: what was pressed is another thing now.
 */
void
cnscd_window_outdate_press (CnscdWindow *self)
{
  self->press_outdated = TRUE;
}
