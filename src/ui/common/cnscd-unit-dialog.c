/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-unit-dialog.h"

/**
 * CnscdUnitDialog:
 *
 * Asks for a commune: #CnscdUnitList::chosen of its list gives the answer, and
 * closes it.
 */
struct _CnscdUnitDialog
{
  AdwDialog parent_instance;

  GtkLabel *explanation_label;
  CnscdUnitList *list;
};

G_DEFINE_FINAL_TYPE (CnscdUnitDialog, cnscd_unit_dialog, ADW_TYPE_DIALOG)

static void
chosen_cb (CnscdUnitDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
cnscd_unit_dialog_class_init (CnscdUnitDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CNSCD_TYPE_UNIT_LIST);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/common/cnscd-unit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdUnitDialog, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, CnscdUnitDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
cnscd_unit_dialog_init (CnscdUnitDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_unit_dialog_new:
 * @explanation: (nullable): what choosing does
 *
 * Returns: (transfer floating): a dialog whose list is to be filled
 */
CnscdUnitDialog *
cnscd_unit_dialog_new (const char *explanation)
{
  CnscdUnitDialog *self = g_object_new (CNSCD_TYPE_UNIT_DIALOG, NULL);

  if (explanation != NULL)
    {
      gtk_label_set_text (self->explanation_label, explanation);
      gtk_widget_set_visible (GTK_WIDGET (self->explanation_label), TRUE);
    }
  return self;
}

/**
 * cnscd_unit_dialog_get_list:
 * @self: a dialog
 *
 * Returns: (transfer none): its communes
 */
CnscdUnitList *
cnscd_unit_dialog_get_list (CnscdUnitDialog *self)
{
  g_return_val_if_fail (CNSCD_IS_UNIT_DIALOG (self), NULL);

  return self->list;
}
