/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-fit-layout.h"

/**
 * CnscdFitLayout:
 *
 * Gives a page that scrolls the height that all of it has in the width there
 * is. #GtkScrolledWindow wants the height for the width that its child would
 * like, which is too low where a text wraps: a form came up with its last row cut.
 *
 * CnscdFitLayout:natural-width is the width that it would like, whatever the
 * page would: a dialog that follows the height of its content keeps its own width.
 */
struct _CnscdFitLayout
{
  GtkLayoutManager parent_instance;

  int natural_width; /* -1: that of the page */
};

enum
{
  PROP_0,
  PROP_NATURAL_WIDTH,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CnscdFitLayout, cnscd_fit_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkScrolledWindow *
find_scrolled_window (GtkWidget *widget)
{
  GtkScrolledWindow *found = NULL;

  if (GTK_IS_SCROLLED_WINDOW (widget))
    return GTK_SCROLLED_WINDOW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_scrolled_window (child);
  return found;
}

/* How much higher than it says @page would like to be in the width, in pixels. */
static int
measure_lack (GtkWidget *page, int width)
{
  GtkScrolledWindow *scrolled = find_scrolled_window (page);
  GtkWidget *viewport;
  int wanted, height;

  if (width < 0 || scrolled == NULL || !gtk_scrolled_window_get_propagate_natural_height (scrolled))
    return 0;

  viewport = gtk_scrolled_window_get_child (scrolled);
  if (!GTK_IS_VIEWPORT (viewport))
    return 0;

  gtk_widget_measure (gtk_viewport_get_child (GTK_VIEWPORT (viewport)), GTK_ORIENTATION_VERTICAL,
                      width, NULL, &height, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (scrolled), GTK_ORIENTATION_VERTICAL, width, NULL, &wanted, NULL,
                      NULL);
  return height - wanted;
}

static GtkSizeRequestMode
cnscd_fit_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cnscd_fit_layout_measure (GtkLayoutManager *layout,
                          GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  CnscdFitLayout *self = CNSCD_FIT_LAYOUT (layout);
  GtkWidget *page = gtk_widget_get_first_child (widget);

  if (page == NULL)
    return;

  gtk_widget_measure (page, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *natural = MAX (*minimum, *natural + measure_lack (page, for_size));
  else if (self->natural_width >= 0)
    *natural = MAX (*minimum, self->natural_width);
}

static void
cnscd_fit_layout_allocate (GtkLayoutManager *layout,
                           GtkWidget *widget,
                           int width,
                           int height,
                           int baseline)
{
  GtkWidget *page = gtk_widget_get_first_child (widget);

  if (page != NULL && gtk_widget_should_layout (page))
    gtk_widget_allocate (page, width, height, baseline, NULL);
}

static void
cnscd_fit_layout_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NATURAL_WIDTH:
      g_value_set_int (value, CNSCD_FIT_LAYOUT (object)->natural_width);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cnscd_fit_layout_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  CnscdFitLayout *self = CNSCD_FIT_LAYOUT (object);

  switch (prop_id)
    {
    case PROP_NATURAL_WIDTH:
      if (self->natural_width == g_value_get_int (value))
        return;
      self->natural_width = g_value_get_int (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cnscd_fit_layout_class_init (CnscdFitLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = cnscd_fit_layout_get_property;
  object_class->set_property = cnscd_fit_layout_set_property;
  layout_class->get_request_mode = cnscd_fit_layout_get_request_mode;
  layout_class->measure = cnscd_fit_layout_measure;
  layout_class->allocate = cnscd_fit_layout_allocate;

  properties[PROP_NATURAL_WIDTH] =
    g_param_spec_int ("natural-width", NULL, NULL, -1, G_MAXINT, -1,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cnscd_fit_layout_init (CnscdFitLayout *self)
{
  self->natural_width = -1;
}
