/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-fit-layout.h"

/**
 * CnscdFitLayout:
 *
 * Gives a page that scrolls the height that all of it has in the width there
 * is. #GtkScrolledWindow wants the height for the width that its child would
 * like, which is too low where a text wraps: a form came up with its last row cut.
 */
struct _CnscdFitLayout
{
  GtkLayoutManager parent_instance;
};

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

static int
measure_scrolled (GtkWidget *page, int width)
{
  GtkScrolledWindow *scrolled = find_scrolled_window (page);
  GtkWidget *viewport;
  int height = 0;

  if (width < 0 || scrolled == NULL || !gtk_scrolled_window_get_propagate_natural_height (scrolled))
    return 0;

  viewport = gtk_scrolled_window_get_child (scrolled);
  if (GTK_IS_VIEWPORT (viewport))
    gtk_widget_measure (gtk_viewport_get_child (GTK_VIEWPORT (viewport)), GTK_ORIENTATION_VERTICAL,
                        width, NULL, &height, NULL, NULL);
  return height;
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
  GtkWidget *page = gtk_widget_get_first_child (widget);

  if (page == NULL)
    return;

  gtk_widget_measure (page, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *natural = MAX (*natural, measure_scrolled (page, for_size));
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
cnscd_fit_layout_class_init (CnscdFitLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = cnscd_fit_layout_get_request_mode;
  layout_class->measure = cnscd_fit_layout_measure;
  layout_class->allocate = cnscd_fit_layout_allocate;
}

static void
cnscd_fit_layout_init (CnscdFitLayout *self)
{
}
