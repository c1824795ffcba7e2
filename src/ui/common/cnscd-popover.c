/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-popover.h"

/* What its items say, it learns after it was measured the first time. */
static gboolean
measure_again_cb (GtkWidget *popover, GdkFrameClock *clock, gpointer data)
{
  gtk_widget_queue_resize (popover);
  gtk_popover_present (GTK_POPOVER (popover));
  return G_SOURCE_REMOVE;
}

/**
 * cnscd_popover_pop_up:
 * @popover: a menu with a parent
 * @at: where in its parent
 *
 * Shows a menu where somebody asked for it, as high as its items are.
 */
void
cnscd_popover_pop_up (GtkWidget *popover, const GdkRectangle *at)
{
  g_return_if_fail (GTK_IS_POPOVER (popover) && at != NULL);

  gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_add_tick_callback (popover, measure_again_cb, NULL, NULL);
}
