/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-decision-dialog.h"

#include <glib/gi18n-lib.h>

#include "cnscd-decision-fields.h"

/**
 * CnscdDecisionDialog:
 *
 * A form for a decision as such: what it did stays as it is.
 */
struct _CnscdDecisionDialog
{
  CnscdFormDialog parent_instance;

  CnscdDecisionFields *fields;

  CnscdDecision *decision; /* as stored */
};

G_DEFINE_FINAL_TYPE (CnscdDecisionDialog, cnscd_decision_dialog, CNSCD_TYPE_FORM_DIALOG)

static gboolean
cnscd_decision_dialog_check (CnscdFormDialog *form, gboolean changed)
{
  return cnscd_decision_fields_check (CNSCD_DECISION_DIALOG (form)->fields);
}

static gboolean
cnscd_decision_dialog_is_changed (CnscdFormDialog *form)
{
  return cnscd_decision_fields_is_changed (CNSCD_DECISION_DIALOG (form)->fields);
}

static CnscdChangeSet *
cnscd_decision_dialog_make_changes (CnscdFormDialog *form)
{
  CnscdDecisionDialog *self = CNSCD_DECISION_DIALOG (form);
  g_autoptr (CnscdDecision) decision = cnscd_decision_fields_make (self->fields);
  g_autofree char *label = NULL;
  CnscdChangeSet *set;

  /* Translators: %s is the number of an official decision */
  label = g_strdup_printf (_ ("Decision %s changed"), decision->number);
  set = cnscd_change_set_new (label);
  cnscd_change_set_edit (set, self->decision, decision);
  return set;
}

static void
cnscd_decision_dialog_dispose (GObject *object)
{
  CnscdDecisionDialog *self = CNSCD_DECISION_DIALOG (object);

  g_clear_pointer (&self->decision, cnscd_record_unref);

  G_OBJECT_CLASS (cnscd_decision_dialog_parent_class)->dispose (object);
}

static void
cnscd_decision_dialog_class_init (CnscdDecisionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CnscdFormDialogClass *form_class = CNSCD_FORM_DIALOG_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_decision_dialog_dispose;
  form_class->check = cnscd_decision_dialog_check;
  form_class->is_changed = cnscd_decision_dialog_is_changed;
  form_class->make_changes = cnscd_decision_dialog_make_changes;

  g_type_ensure (CNSCD_TYPE_DECISION_FIELDS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/decisions/cnscd-decision-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionDialog, fields);
}

static void
cnscd_decision_dialog_init (CnscdDecisionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->fields, "changed", G_CALLBACK (cnscd_form_dialog_update), self,
                           G_CONNECT_SWAPPED);
}

/**
 * cnscd_decision_dialog_new:
 * @window: where the decision is changed
 * @decision: the decision as stored
 *
 * Returns: (transfer floating): a form for a decision
 */
AdwDialog *
cnscd_decision_dialog_new (CnscdWindow *window, CnscdDecision *decision)
{
  CnscdDecisionDialog *self;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window) && decision != NULL, NULL);

  self = g_object_new (CNSCD_TYPE_DECISION_DIALOG, NULL);
  cnscd_form_dialog_set_window (CNSCD_FORM_DIALOG (self), window);
  self->decision = cnscd_record_ref (decision);
  cnscd_decision_fields_fill (self->fields, cnscd_window_get_repository (window), decision, FALSE);
  cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}
