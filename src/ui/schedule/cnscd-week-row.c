/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-week-row.h"

/* The line at the start of the first day is that of what stays in place. In pixels. */
#define OVERLAP 1

/**
 * CnscdWeekRow:
 *
 * What is beside each other in a week: its first child are the days; the second,
 * as the hours, stands before them, and stays there in sight, above them, while
 * they are scrolled sideways.
 */
struct _CnscdWeekRow
{
  GtkWidget parent_instance;

  GtkAdjustment *adjustment; /* (nullable): how far it is scrolled sideways */
  guint ticking;
};

G_DEFINE_FINAL_TYPE (CnscdWeekRow, cnscd_week_row, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
cnscd_week_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cnscd_week_row_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  CnscdWeekRow *self = CNSCD_WEEK_ROW (widget);
  int start = cnscd_week_row_get_start_width (self);
  GtkWidget *days = gtk_widget_get_first_child (widget);
  int height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (days, orientation, -1, minimum, natural, NULL, NULL);
      *minimum += start - OVERLAP;
      *natural += start - OVERLAP;
    }
  else
    {
      gtk_widget_measure (days, orientation, for_size < 0 ? -1 : for_size - start + OVERLAP,
                          minimum, natural, NULL, NULL);
      gtk_widget_measure (gtk_widget_get_last_child (widget), orientation, start, &height, NULL,
                          NULL, NULL);
      *minimum = MAX (*minimum, height);
      *natural = MAX (*natural, height);
    }
}

static void
cnscd_week_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CnscdWeekRow *self = CNSCD_WEEK_ROW (widget);
  gboolean backwards = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int start = cnscd_week_row_get_start_width (self);
  int days = width - start + OVERLAP;
  int x = 0;

  if (self->adjustment != NULL)
    x = (int) gtk_adjustment_get_value (self->adjustment);
  if (backwards && self->adjustment != NULL)
    x += (int) gtk_adjustment_get_page_size (self->adjustment) - start;
  gtk_widget_size_allocate (gtk_widget_get_first_child (widget),
                            &(GtkAllocation) { backwards ? 0 : width - days, 0, days, height }, -1);
  gtk_widget_size_allocate (gtk_widget_get_last_child (widget),
                            &(GtkAllocation) { CLAMP (x, 0, width - start), 0, start, height }, -1);
}

static gboolean
place_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  CNSCD_WEEK_ROW (widget)->ticking = 0;
  gtk_widget_queue_allocate (widget);
  return G_SOURCE_REMOVE;
}

/* At once, lest the start lags behind; and again, for what is asked for while sizes are given, as
 * when the window is resized, is forgotten. */
static void
scrolled_cb (CnscdWeekRow *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (self->ticking == 0)
    self->ticking = gtk_widget_add_tick_callback (GTK_WIDGET (self), place_cb, NULL, NULL);
}

static void
cnscd_week_row_dispose (GObject *object)
{
  GtkWidget *child;

  g_clear_object (&CNSCD_WEEK_ROW (object)->adjustment);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cnscd_week_row_parent_class)->dispose (object);
}

static void
cnscd_week_row_class_init (CnscdWeekRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_week_row_dispose;
  widget_class->get_request_mode = cnscd_week_row_get_request_mode;
  widget_class->measure = cnscd_week_row_measure;
  widget_class->size_allocate = cnscd_week_row_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
cnscd_week_row_init (CnscdWeekRow *self)
{
}

/**
 * cnscd_week_row_set_adjustment:
 * @self: a row without an adjustment
 * @adjustment: how far it is scrolled sideways
 */
void
cnscd_week_row_set_adjustment (CnscdWeekRow *self, GtkAdjustment *adjustment)
{
  g_return_if_fail (CNSCD_IS_WEEK_ROW (self) && self->adjustment == NULL);

  self->adjustment = g_object_ref (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * cnscd_week_row_get_start_width:
 * @self: a row
 *
 * Returns: how wide is what stays in place, in pixels
 */
int
cnscd_week_row_get_start_width (CnscdWeekRow *self)
{
  int width;

  g_return_val_if_fail (CNSCD_IS_WEEK_ROW (self), 0);

  gtk_widget_measure (gtk_widget_get_last_child (GTK_WIDGET (self)), GTK_ORIENTATION_HORIZONTAL, -1,
                      &width, NULL, NULL, NULL);
  return width;
}
