/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-scroll.h"

/* In which it has to come up. */
#define PATIENCE_FRAMES 120

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *n_frames = data;
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  graphene_point_t top;

  if (scrolled == NULL || ++*n_frames > PATIENCE_FRAMES)
    return G_SOURCE_REMOVE;
  if (!gtk_widget_get_mapped (widget) || gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  if (gtk_widget_compute_point (widget, scrolled, &GRAPHENE_POINT_INIT (0, 0), &top))
    gtk_adjustment_set_value (
      adjustment, gtk_adjustment_get_value (adjustment) + top.y -
                    (gtk_widget_get_height (scrolled) - gtk_widget_get_height (widget)) / 2.0);
  return G_SOURCE_REMOVE;
}

/**
 * cnscd_scroll_to:
 * @widget: a row of a list that is coming up
 *
 * Scrolls so that @widget is in the middle of what is seen, as far as that can
 * be, as soon as it is laid out.
 */
void
cnscd_scroll_to (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_add_tick_callback (widget, scroll_cb, g_new0 (guint, 1), g_free);
}
