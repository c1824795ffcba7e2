/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-header.h"

/**
 * CnscdHeader:
 *
 * A header bar, its only child, whose #AdwWindowTitle is never cut: where it has
 * no room between the buttons, as in a narrow window or in large text, it comes
 * below them, whole, however long it is.
 *
 * While it is seen, it does not come back from there, lest a form whose title
 * tells what was typed moves under one's hands.
 */
struct _CnscdHeader
{
  GtkWidget parent_instance;

  GtkWidget *heading; /* the title below */
  GtkWidget *title;
  GtkWidget *subtitle;
  gboolean bound;
  int wanted_width; /* the widest that the header bar has wanted to be with its buttons */
  int buttons_width;
  int width; /* what it has, or will have; 0 when that is not known */
};

G_DEFINE_FINAL_TYPE (CnscdHeader, cnscd_header, GTK_TYPE_WIDGET)

static GtkWidget *
get_bar (CnscdHeader *self)
{
  return gtk_widget_get_last_child (GTK_WIDGET (self));
}

static GtkWidget *
get_window_title (CnscdHeader *self)
{
  return adw_header_bar_get_title_widget (ADW_HEADER_BAR (get_bar (self)));
}

static GtkWidget *
add_label (CnscdHeader *self, const char *css_class)
{
  GtkWidget *label =
    g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "justify",
                  GTK_JUSTIFY_CENTER, "css-classes", (const char *[]) { css_class, NULL }, NULL);

  gtk_box_append (GTK_BOX (self->heading), label);
  return label;
}

static gboolean
is_text (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  const char *text = g_value_get_string (from);

  g_value_set_boolean (to, text != NULL && *text != '\0');
  return TRUE;
}

static gboolean
is_crowded (CnscdHeader *self, int width)
{
  int bar, title, whole_title;
  int wanted;

  /* What a bar likes has room for a title in its middle, which a whole one need not have. */
  gtk_widget_measure (get_bar (self), GTK_ORIENTATION_HORIZONTAL, -1, &bar, NULL, NULL, NULL);
  gtk_widget_measure (get_window_title (self), GTK_ORIENTATION_HORIZONTAL, -1, &title, &whole_title,
                      NULL, NULL);
  wanted = bar - title + whole_title;
  /* Other buttons, as when there is less room, and not another title. */
  if (self->buttons_width != bar - title)
    self->wanted_width = 0;
  self->buttons_width = bar - title;
  self->wanted_width = MAX (self->wanted_width, wanted);
  return width >= 0 && width < self->wanted_width;
}

static int
measure_height (GtkWidget *widget, int width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static GtkSizeRequestMode
cnscd_header_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cnscd_header_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  CnscdHeader *self = CNSCD_HEADER (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int heading;

      gtk_widget_measure (get_bar (self), orientation, -1, minimum, natural, NULL, NULL);
      gtk_widget_measure (self->heading, orientation, -1, &heading, NULL, NULL, NULL);
      *minimum = MAX (*minimum, heading);
      /* There is a place for the title in any width: a dialog does not grow wider for it. */
      *natural = *minimum;
    }
  else
    {
      /* A toolbar view asks without a width, for what it takes itself. It may have been for fewer
       * buttons, as before a button leads back in a narrow window. */
      if (for_size < 0 && self->width > 0)
        {
          gtk_widget_measure (get_bar (self), GTK_ORIENTATION_HORIZONTAL, -1, &for_size, NULL, NULL,
                              NULL);
          for_size = MAX (for_size, self->width);
        }
      *minimum = measure_height (get_bar (self), for_size);
      if (is_crowded (self, for_size))
        *minimum += measure_height (self->heading, for_size);
      *natural = *minimum;
    }
}

static void
cnscd_header_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CnscdHeader *self = CNSCD_HEADER (widget);
  GtkWidget *bar = get_bar (self);
  gboolean crowded = is_crowded (self, width);
  int bar_height = crowded ? measure_height (bar, width) : height;

  self->width = width;
  gtk_widget_set_child_visible (get_window_title (self), !crowded);
  gtk_widget_set_child_visible (self->heading, crowded);
  gtk_widget_size_allocate (bar, &(GtkAllocation) { 0, 0, width, bar_height }, -1);
  if (crowded)
    gtk_widget_size_allocate (self->heading,
                              &(GtkAllocation) { 0, bar_height, width, height - bar_height }, -1);
}

static void
cnscd_header_root (GtkWidget *widget)
{
  CnscdHeader *self = CNSCD_HEADER (widget);

  GTK_WIDGET_CLASS (cnscd_header_parent_class)->root (widget);

  if (self->bound)
    return;

  self->bound = TRUE;
  g_object_bind_property (get_window_title (self), "title", self->title, "label",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (get_window_title (self), "subtitle", self->subtitle, "label",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property_full (self->subtitle, "label", self->subtitle, "visible",
                               G_BINDING_SYNC_CREATE, is_text, NULL, NULL, NULL);
}

static void
cnscd_header_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cnscd_header_parent_class)->unmap (widget);

  CNSCD_HEADER (widget)->wanted_width = 0;
}

static void
cnscd_header_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cnscd_header_parent_class)->dispose (object);
}

static void
cnscd_header_class_init (CnscdHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_header_dispose;
  widget_class->get_request_mode = cnscd_header_get_request_mode;
  widget_class->measure = cnscd_header_measure;
  widget_class->size_allocate = cnscd_header_size_allocate;
  widget_class->root = cnscd_header_root;
  widget_class->unmap = cnscd_header_unmap;
}

static void
cnscd_header_init (CnscdHeader *self)
{
  self->heading =
    g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 3,
                  "margin-start", 12, "margin-end", 12, "margin-top", 6, "margin-bottom", 6, NULL);
  self->title = add_label (self, "title-4");
  self->subtitle = add_label (self, "dimmed");
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
}

/**
 * cnscd_header_set_width:
 * @self: a header
 * @width: how wide it will be, in pixels
 *
 * Lets it know before it is shown, where its height decides that of the window.
 */
void
cnscd_header_set_width (CnscdHeader *self, int width)
{
  g_return_if_fail (CNSCD_IS_HEADER (self));

  if (self->width == width)
    return;

  self->width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * cnscd_header_forget:
 * @self: a header
 *
 * Has the title come back from below the buttons if it has room there now, for
 * who shows something else in another layout.
 */
void
cnscd_header_forget (CnscdHeader *self)
{
  g_return_if_fail (CNSCD_IS_HEADER (self));

  self->wanted_width = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
