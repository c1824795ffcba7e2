/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-window-private.h"

#include "cnscd-view-dialog.h"
#include "ui/common/cnscd-page.h"

/*
 * Toasts tell what was done. They lie above the bars at the bottom of a page,
 * whose buttons come next, and do not follow to another page. What was done from
 * a dialog that shows something is told there, or its button could not be reached.
 */

/* One that is younger tells what has made the page change. */
#define SETTLED_US (2 * G_USEC_PER_SEC)

/* A text that is wider than so many pixels has more than one line, and never more than so many. */
#define MAX_WIDTH 480
#define MAX_LINES 8

/* Characters of a title between quotation marks. */
#define MAX_QUOTED 56
#define OPENING    "“"
#define CLOSING    "”"

/* What a toast says; a custom title leaves it none of its own. */
#define TEXT_KEY "cnscd-text"

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

/* A title that is quoted is told by its beginning, in whole words: what was done is to be read at a
 * glance. */
static char *
shorten_quoted (const char *text)
{
  const char *start = strstr (text, OPENING);
  const char *end = start != NULL ? strstr (start, CLOSING) : NULL;
  const char *cut;

  if (end == NULL || g_utf8_pointer_to_offset (start, end) <= MAX_QUOTED)
    return g_strdup (text);

  cut = g_utf8_offset_to_pointer (start, MAX_QUOTED);
  while (cut > start && *cut != ' ')
    cut--;
  if (cut == start)
    return g_strdup (text);
  return g_strdup_printf ("%.*s…%s", (int) (cut - text), text, end);
}

/* A toast of the theme has one line, which cuts off a long name, and the end, which tells what was
 * done. */
static AdwClamp *
let_wrap (AdwToast *toast)
{
  const char *title = adw_toast_get_title (toast);
  GtkWidget *label, *clamp;
  g_autofree char *text = NULL;

  if (title == NULL || adw_toast_get_custom_title (toast) != NULL)
    return NULL;

  text = shorten_quoted (title);

  label = g_object_new (
    GTK_TYPE_LABEL, "label", text, "use-markup", adw_toast_get_use_markup (toast), "wrap", TRUE,
    "wrap-mode", PANGO_WRAP_WORD_CHAR, "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, "lines",
    MAX_LINES, "ellipsize", PANGO_ELLIPSIZE_END, "xalign", 0.0, "margin-top", 4, "margin-bottom", 4,
    "css-classes", (const char *[]) { "heading", NULL }, NULL);
  clamp = g_object_new (ADW_TYPE_CLAMP, "child", label, "maximum-size", MAX_WIDTH,
                        "tightening-threshold", MAX_WIDTH, NULL);
  g_object_set_data_full (G_OBJECT (toast), TEXT_KEY, g_strdup (text), g_free);
  adw_toast_set_custom_title (toast, clamp);
  return ADW_CLAMP (clamp);
}

/* The overlay gives a toast the height that it has where it is as wide as it likes: so it must not
 * like to be wider than there is room for. */
static void
fit (CnscdWindow *self, AdwClamp *clamp)
{
  GtkWidget *overlay = GTK_WIDGET (self->toast_place);
  GtkWidget *toast = gtk_widget_get_ancestor (GTK_WIDGET (clamp), GTK_TYPE_WIDGET);
  int width = gtk_widget_get_width (overlay);
  int whole, text;

  while (toast != NULL && gtk_widget_get_parent (toast) != overlay)
    toast = gtk_widget_get_parent (toast);
  /* Another one is still shown, or nothing is. */
  if (toast == NULL || width == 0)
    return;

  /* With its button whole. */
  gtk_widget_measure (toast, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &whole, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (clamp), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &text, NULL, NULL);
  width = CLAMP (width - (whole - text), 1, MAX_WIDTH);
  adw_clamp_set_maximum_size (clamp, width);
  adw_clamp_set_tightening_threshold (clamp, width);
}

/* What was as high as it is in a wide window stays so in a narrow one, and is cut off. */
static void
layout_cb (AdwToast *toast)
{
  GtkWidget *clamp = adw_toast_get_custom_title (toast);
  GtkRoot *root = gtk_widget_get_root (clamp);

  if (CNSCD_IS_WINDOW (root) && CNSCD_WINDOW (root)->toast_place != NULL)
    fit (CNSCD_WINDOW (root), ADW_CLAMP (clamp));
}

static void
fit_always (CnscdWindow *self, AdwToast *toast, AdwClamp *clamp)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));

  fit (self, clamp);
  if (surface != NULL)
    g_signal_connect_object (surface, "layout", G_CALLBACK (layout_cb), toast, G_CONNECT_SWAPPED);
}

static void
show_toast (CnscdWindow *self, AdwToast *toast, AdwToastOverlay *place)
{
  AdwClamp *clamp = let_wrap (toast);

  /* One that is told late says the opposite of what has happened since. */
  if (self->toast_place != NULL)
    adw_toast_overlay_dismiss_all (self->toast_place);
  g_set_weak_pointer (&self->toast, toast);
  g_set_weak_pointer (&self->toast_place, place);
  self->toast_time = g_get_monotonic_time ();
  adw_toast_overlay_add_toast (place, toast);
  if (clamp != NULL)
    fit_always (self, toast, clamp);
  cnscd_window_place_toasts (self);
}

/* What was told above it is still to be read, and to be undone. */
static void
view_closed_cb (CnscdWindow *self, CnscdViewDialog *view)
{
  const char *text =
    self->toast != NULL ? g_object_get_data (G_OBJECT (self->toast), TEXT_KEY) : NULL;
  AdwToast *toast;
  const char *action;

  if (text == NULL || cnscd_window_is_closed (self) ||
      self->toast_place != cnscd_view_dialog_get_toasts (view))
    return;

  toast = adw_toast_new (text);
  action = adw_toast_get_action_name (self->toast);
  adw_toast_set_use_markup (toast, adw_toast_get_use_markup (self->toast));
  adw_toast_set_timeout (toast, adw_toast_get_timeout (self->toast));
  if (action != NULL)
    {
      adw_toast_set_button_label (toast, adw_toast_get_button_label (self->toast));
      adw_toast_set_action_name (toast, action);
      adw_toast_set_action_target_value (toast, adw_toast_get_action_target_value (self->toast));
    }
  cnscd_window_add_toast (self, toast);
}

static gboolean
is_on_toast (CnscdWindow *self, GtkWidget *focus)
{
  GtkWidget *content = adw_toast_overlay_get_child (self->toast_overlay);

  return gtk_widget_is_ancestor (focus, GTK_WIDGET (self->toast_overlay)) && focus != content &&
         !gtk_widget_is_ancestor (focus, content);
}

static gboolean
return_focus_cb (gpointer data)
{
  CnscdWindow *self = data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  self->stray_focus = 0;
  if (cnscd_window_is_closed (self) || page == NULL || !gtk_widget_get_mapped (GTK_WIDGET (page)) ||
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL ||
      (focus != NULL && !is_on_toast (self, focus)))
    return G_SOURCE_REMOVE;

  if (self->page_focus != NULL && gtk_widget_get_mapped (self->page_focus) &&
      gtk_widget_is_ancestor (self->page_focus, GTK_WIDGET (page)) &&
      gtk_widget_grab_focus (self->page_focus))
    return G_SOURCE_REMOVE;
  if (CNSCD_IS_PAGE (page))
    cnscd_page_focus (CNSCD_PAGE (page));
  else
    gtk_widget_grab_focus (GTK_WIDGET (page));
  return G_SOURCE_REMOVE;
}

/* What had it is gone, and it goes on to a toast, or is lost with one. */
static void
focus_cb (CnscdWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->navigation)))
    g_set_weak_pointer (&self->page_focus, focus);
  if (self->toast != NULL && !self->moving_focus && self->stray_focus == 0 &&
      (focus == NULL || is_on_toast (self, focus)))
    self->stray_focus = g_idle_add (return_focus_cb, self);
}

static gboolean
moved_cb (gpointer data)
{
  ((CnscdWindow *) data)->moving_focus = FALSE;
  g_object_unref (data);
  return G_SOURCE_REMOVE;
}

static gboolean
key_cb (CnscdWindow *self, guint key)
{
  if (!self->moving_focus &&
      (key == GDK_KEY_Tab || key == GDK_KEY_ISO_Left_Tab || key == GDK_KEY_KP_Tab ||
       key == GDK_KEY_Left || key == GDK_KEY_Right || key == GDK_KEY_Up || key == GDK_KEY_Down))
    {
      self->moving_focus = TRUE;
      g_idle_add_full (G_PRIORITY_HIGH, moved_cb, g_object_ref (self), NULL);
    }
  return GDK_EVENT_PROPAGATE;
}

/*< private >
 * cnscd_window_watch_focus:
 *
 * Whoever wants the button of a toast goes there by Tab or pointer. Left alone, the focus would go
 * there from what is gone, and the next key would take back what was done.
 */
void
cnscd_window_watch_focus (CnscdWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_cb), NULL);
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
