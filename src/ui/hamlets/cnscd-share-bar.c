/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-share-bar.h"

#define HEIGHT   16
#define MIN_PART 4 /* what is there at all can be seen */

/**
 * CnscdShareBar:
 *
 * A bar whose parts are as long as the counts that they stand for, in the
 * theme's colours. It says nothing that is not said in words beside it.
 */
struct _CnscdShareBar
{
  GtkWidget parent_instance;

  GArray *parts; /* (element-type gint64): as many as there are children */
};

G_DEFINE_FINAL_TYPE (CnscdShareBar, cnscd_share_bar, GTK_TYPE_WIDGET)

static void
remove_parts (CnscdShareBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_array_set_size (self->parts, 0);
}

static double
add_up (CnscdShareBar *self, guint n_parts)
{
  double sum = 0;

  for (guint i = 0; i < n_parts; i++)
    sum += (double) g_array_index (self->parts, gint64, i);
  return sum;
}

static void
cnscd_share_bar_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  CnscdShareBar *self = CNSCD_SHARE_BAR (widget);

  /* Children must be measured before they are given their places. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : MIN_PART * (int) self->parts->len;
  *natural = *minimum;
}

/* The last part is as long as what is left, so that no gap comes of rounding. */
static void
cnscd_share_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CnscdShareBar *self = CNSCD_SHARE_BAR (widget);
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double sum = add_up (self, self->parts->len);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int at = 0;

  for (guint i = 0; child != NULL; i++, child = gtk_widget_get_next_sibling (child))
    {
      gint64 part = g_array_index (self->parts, gint64, i);
      int end = sum > 0 ? (int) (add_up (self, i + 1) / sum * width + 0.5) : width;
      int rest = MIN_PART * (int) (self->parts->len - i - 1);

      if (part > 0)
        end = CLAMP (end, at + MIN_PART, MAX (width - rest, at + MIN_PART));
      else
        end = at;
      gtk_widget_set_child_visible (child, end > at);
      if (end > at)
        gtk_widget_size_allocate (
          child, &(GtkAllocation) { right_to_left ? width - end : at, 0, end - at, height }, -1);
      at = end;
    }
}

static void
cnscd_share_bar_dispose (GObject *object)
{
  remove_parts (CNSCD_SHARE_BAR (object));

  G_OBJECT_CLASS (cnscd_share_bar_parent_class)->dispose (object);
}

static void
cnscd_share_bar_finalize (GObject *object)
{
  g_array_unref (CNSCD_SHARE_BAR (object)->parts);

  G_OBJECT_CLASS (cnscd_share_bar_parent_class)->finalize (object);
}

static void
cnscd_share_bar_class_init (CnscdShareBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cnscd_share_bar_dispose;
  object_class->finalize = cnscd_share_bar_finalize;
  widget_class->measure = cnscd_share_bar_measure;
  widget_class->size_allocate = cnscd_share_bar_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "sharebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cnscd_share_bar_init (CnscdShareBar *self)
{
  self->parts = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * cnscd_share_bar_set_parts:
 * @self: a bar
 * @parts: (array length=n_parts): counts, none of them negative
 * @css_classes: (array length=n_parts): what each part looks like
 * @n_parts: how many
 * @description: what the bar shows, in words
 *
 * Sets what the bar shows.
 */
void
cnscd_share_bar_set_parts (CnscdShareBar *self,
                           const gint64 *parts,
                           const char *const *css_classes,
                           guint n_parts,
                           const char *description)
{
  g_return_if_fail (CNSCD_IS_SHARE_BAR (self));

  remove_parts (self);
  for (guint i = 0; i < n_parts; i++)
    {
      GtkWidget *part = g_object_new (GTK_TYPE_BOX, "css-name", "part", "accessible-role",
                                      GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_widget_add_css_class (part, css_classes[i]);
      gtk_widget_set_parent (part, GTK_WIDGET (self));
      g_array_append_val (self->parts, parts[i]);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
