/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-orientation-row.h"

#include <glib/gi18n-lib.h>

/**
 * CnscdOrientationRow:
 *
 * A row that chooses how pages lie.
 */
struct _CnscdOrientationRow
{
  AdwActionRow parent_instance;

  AdwToggleGroup *group;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdOrientationRow, cnscd_orientation_row, ADW_TYPE_ACTION_ROW)

static void
active_cb (CnscdOrientationRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
cnscd_orientation_row_class_init (CnscdOrientationRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * CnscdOrientationRow::changed:
   * @self: the row
   *
   * The pages are to lie otherwise.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", CNSCD_TYPE_ORIENTATION_ROW, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/documents/cnscd-orientation-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdOrientationRow, group);
  gtk_widget_class_bind_template_callback (widget_class, active_cb);
}

static void
cnscd_orientation_row_init (CnscdOrientationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_orientation_row_set_landscape:
 * @self: a row
 * @landscape: whether pages lie on their side
 */
void
cnscd_orientation_row_set_landscape (CnscdOrientationRow *self, gboolean landscape)
{
  g_return_if_fail (CNSCD_IS_ORIENTATION_ROW (self));

  adw_toggle_group_set_active_name (self->group, landscape ? "landscape" : "portrait");
}

/**
 * cnscd_orientation_row_get_landscape:
 * @self: a row
 *
 * Returns: whether pages lie on their side
 */
gboolean
cnscd_orientation_row_get_landscape (CnscdOrientationRow *self)
{
  g_return_val_if_fail (CNSCD_IS_ORIENTATION_ROW (self), FALSE);

  return g_strcmp0 (adw_toggle_group_get_active_name (self->group), "landscape") == 0;
}
