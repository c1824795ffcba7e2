/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-window-private.h"

#include "cnscd-view-dialog.h"

/*
 * Toasts tell what was done. They lie above the bars at the bottom of a page,
 * whose buttons come next, and do not follow to another page. What was done from
 * a dialog that shows something is told there, or its button could not be reached.
 */

/* One that is younger tells what has made the page change. */
#define SETTLED_US (2 * G_USEC_PER_SEC)

/* A form may lie above it still, which is about to close. */
static CnscdViewDialog *
find_view (CnscdWindow *self)
{
  g_autoptr (GListModel) dialogs =
    adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (self));

  for (guint i = g_list_model_get_n_items (dialogs); i > 0; i--)
    {
      g_autoptr (AdwDialog) dialog = g_list_model_get_item (dialogs, i - 1);

      if (CNSCD_IS_VIEW_DIALOG (dialog))
        return CNSCD_VIEW_DIALOG (dialog);
    }
  return NULL;
}

static int
get_room_below (CnscdWindow *self, GtkWidget *widget)
{
  GtkWidget *overlay = GTK_WIDGET (self->toast_place);
  graphene_rect_t bounds;
  int room = 0;

  /* A list has no bars. */
  if (!gtk_widget_get_mapped (widget) || GTK_IS_SCROLLED_WINDOW (widget))
    return 0;

  if (ADW_IS_TOOLBAR_VIEW (widget))
    {
      int height = adw_toolbar_view_get_bottom_bar_height (ADW_TOOLBAR_VIEW (widget));

      g_signal_handlers_disconnect_by_func (widget, cnscd_window_place_toasts, self);
      g_signal_connect_object (widget, "notify::bottom-bar-height",
                               G_CALLBACK (cnscd_window_place_toasts), self, G_CONNECT_SWAPPED);
      if (height > 0 && gtk_widget_compute_bounds (widget, overlay, &bounds))
        room =
          gtk_widget_get_height (overlay) - (int) (bounds.origin.y + bounds.size.height) + height;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    room = MAX (room, get_room_below (self, child));
  return room;
}

/*< private >
 * cnscd_window_place_toasts:
 *
 * Puts the toasts above the bars of what is shown.
 */
void
cnscd_window_place_toasts (CnscdWindow *self)
{
  GtkWidget *content;
  int room;

  if (self->toast == NULL || self->toast_place == NULL)
    return;

  content = adw_toast_overlay_get_child (self->toast_place);
  room = get_room_below (self, content);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->toast_place));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (child != content)
      gtk_widget_set_margin_bottom (child, room);
}

/*< private >
 * cnscd_window_dismiss_toast:
 *
 * To be called when another page is shown: takes away what told of the one before, unless it offers
 * something to do.
 */
void
cnscd_window_dismiss_toast (CnscdWindow *self)
{
  if (self->toast != NULL && adw_toast_get_button_label (self->toast) == NULL &&
      g_get_monotonic_time () - self->toast_time > SETTLED_US)
    adw_toast_dismiss (self->toast);
}

static void
show_toast (CnscdWindow *self, AdwToast *toast, AdwToastOverlay *place)
{
  /* One that is told late says the opposite of what has happened since. */
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, toast);
  g_set_weak_pointer (&self->toast_place, place);
  self->toast_time = g_get_monotonic_time ();
  adw_toast_overlay_add_toast (place, toast);
  cnscd_window_place_toasts (self);
}

/* What was told above it is still to be read, and to be undone. */
static void
view_closed_cb (CnscdWindow *self, CnscdViewDialog *view)
{
  AdwToast *toast;
  const char *action;

  if (self->toast == NULL || cnscd_window_is_closed (self) ||
      self->toast_place != cnscd_view_dialog_get_toasts (view))
    return;

  toast = adw_toast_new (adw_toast_get_title (self->toast));
  action = adw_toast_get_action_name (self->toast);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, adw_toast_get_timeout (self->toast));
  if (action != NULL)
    {
      adw_toast_set_button_label (toast, adw_toast_get_button_label (self->toast));
      adw_toast_set_action_name (toast, action);
      adw_toast_set_action_target_value (toast, adw_toast_get_action_target_value (self->toast));
    }
  cnscd_window_add_toast (self, toast);
}

/**
 * cnscd_window_add_toast:
 * @self: a window
 * @toast: (transfer full): a toast
 *
 * Shows a toast, unless the window is closed.
 */
void
cnscd_window_add_toast (CnscdWindow *self, AdwToast *toast)
{
  CnscdViewDialog *view;

  g_return_if_fail (CNSCD_IS_WINDOW (self));

  if (cnscd_window_is_closed (self))
    {
      g_object_unref (toast);
      return;
    }

  view = find_view (self);
  if (view != NULL)
    {
      g_signal_handlers_disconnect_by_func (view, view_closed_cb, self);
      g_signal_connect_object (view, "closed", G_CALLBACK (view_closed_cb), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
    }
  show_toast (self, toast,
              view != NULL ? cnscd_view_dialog_get_toasts (view) : self->toast_overlay);
}

/**
 * cnscd_window_show_message:
 * @self: a window
 * @message: for people, in a few words: what happened, not what went wrong
 *
 * Shows a toast with a text; for errors there is cnscd_window_show_error().
 */
void
cnscd_window_show_message (CnscdWindow *self, const char *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  cnscd_window_add_toast (self, toast);
}
