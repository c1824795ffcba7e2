/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-view-dialog.h"

/**
 * CnscdViewDialog:
 *
 * A dialog that shows something, as a page does: what is done from it is told
 * in a toast above it, and undone by the same keys. Its child is the overlay of
 * the toasts.
 */
G_DEFINE_ABSTRACT_TYPE (CnscdViewDialog, cnscd_view_dialog, ADW_TYPE_DIALOG)

static void
cnscd_view_dialog_class_init (CnscdViewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
}

static void
cnscd_view_dialog_init (CnscdViewDialog *self)
{
}

/**
 * cnscd_view_dialog_get_toasts:
 * @self: a dialog
 *
 * Returns: (transfer none): where its toasts are shown
 */
AdwToastOverlay *
cnscd_view_dialog_get_toasts (CnscdViewDialog *self)
{
  g_return_val_if_fail (CNSCD_IS_VIEW_DIALOG (self), NULL);

  return ADW_TOAST_OVERLAY (adw_dialog_get_child (ADW_DIALOG (self)));
}
