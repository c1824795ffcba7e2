/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-widget.h"

/**
 * cnscd_widget_set_css_class:
 * @widget: a widget
 * @css_class: a class of the style sheet
 * @set: whether @widget has it
 */
void
cnscd_widget_set_css_class (GtkWidget *widget, const char *css_class, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/**
 * cnscd_widget_get_width:
 * @widget: a widget
 *
 * Returns: its natural width, in pixels
 */
int
cnscd_widget_get_width (GtkWidget *widget)
{
  int width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

/**
 * cnscd_widget_get_height:
 * @widget: a widget
 * @width: what it has of the other size, or -1
 *
 * Returns: its natural height, in pixels
 */
int
cnscd_widget_get_height (GtkWidget *widget, int width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

/**
 * cnscd_widget_place:
 * @widget: a child of a widget that gives it its place
 * @x: from the start of its parent, in pixels
 * @y: from the top of its parent
 * @width: the width that there is for it
 * @height: the height likewise
 *
 * Gives @widget a place; more room where it cannot do with less, for then GTK warns, and the parent
 * cuts it off.
 */
void
cnscd_widget_place (GtkWidget *widget, int x, int y, int width, int height)
{
  int min_width, min_height;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  width = MAX (width, min_width);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &min_height, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget, &(GtkAllocation) { x, y, width, MAX (height, min_height) }, -1);
}

/**
 * cnscd_widget_add_inscription:
 * @parent: (nullable): what shall contain it
 * @css_class: (nullable): its class of the style sheet
 *
 * Makes a text that takes no room of its own accord and is cut short by "…".
 *
 * Returns: (transfer none) or floating without a @parent: the text
 */
GtkInscription *
cnscd_widget_add_inscription (GtkWidget *parent, const char *css_class)
{
  GtkWidget *text = g_object_new (GTK_TYPE_INSCRIPTION, "min-chars", 0, "nat-chars", 0,
                                  "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (text, css_class);
  if (parent != NULL)
    gtk_widget_set_parent (text, parent);
  return GTK_INSCRIPTION (text);
}
