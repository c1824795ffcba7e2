/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-clash-row.h"

/**
 * cnscd_clash_row_new:
 * @title: what stands in the way, or in whose way
 * @subtitle: (nullable): more about it
 *
 * Returns: (transfer floating): a row of a form that warns
 */
GtkWidget *
cnscd_clash_row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, NULL);
  GtkWidget *image = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (image, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  return row;
}
