/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-hamlet-end-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-hamlet-edit.h"
#include "core/cnscd-text.h"
#include "cnscd-hamlet-words.h"
#include "ui/common/cnscd-form.h"
#include "ui/common/cnscd-words.h"

/**
 * CnscdHamletEndDialog:
 *
 * A form that ends a hamlet: since when, and why.
 */
struct _CnscdHamletEndDialog
{
  CnscdFormDialog parent_instance;

  AdwEntryRow *from_row;
  AdwEntryRow *note_row;

  CnscdHamlet *hamlet;
  char *first_day; /* as the form came up */
};

G_DEFINE_FINAL_TYPE (CnscdHamletEndDialog, cnscd_hamlet_end_dialog, CNSCD_TYPE_FORM_DIALOG)

static CnscdFormProblem
read_day (CnscdHamletEndDialog *self, CnscdDate *day)
{
  return cnscd_form_check_day (gtk_editable_get_text (GTK_EDITABLE (self->from_row)),
                               cnscd_hamlet_first_end (self->hamlet->valid_from), day);
}

static gboolean
cnscd_hamlet_end_dialog_check (CnscdFormDialog *form, gboolean changed)
{
  CnscdHamletEndDialog *self = CNSCD_HAMLET_END_DIALOG (form);
  CnscdDate day;
  CnscdFormProblem problem = read_day (self, &day);

  cnscd_form_show_day_after (self->from_row, _ ("No Longer a Hamlet From"), problem,
                             self->hamlet->valid_from);
  return problem == CNSCD_FORM_PROBLEM_NONE;
}

static gboolean
cnscd_hamlet_end_dialog_is_changed (CnscdFormDialog *form)
{
  CnscdHamletEndDialog *self = CNSCD_HAMLET_END_DIALOG (form);

  return *gtk_editable_get_text (GTK_EDITABLE (self->note_row)) != '\0' ||
         g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->from_row)), self->first_day) != 0;
}

/* As it comes up, the form is ready. */
static gboolean
cnscd_hamlet_end_dialog_can_save (CnscdFormDialog *form)
{
  return TRUE;
}

static void
changed_cb (CnscdHamletEndDialog *self)
{
  if (self->hamlet != NULL)
    cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static CnscdChangeSet *
cnscd_hamlet_end_dialog_make_changes (CnscdFormDialog *form)
{
  CnscdHamletEndDialog *self = CNSCD_HAMLET_END_DIALOG (form);
  g_autofree char *note = cnscd_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->note_row)));
  g_autofree char *title = cnscd_hamlet_dup_title (self->hamlet);
  g_autofree char *label = NULL;
  CnscdChangeSet *set;
  CnscdDate day;

  read_day (self, &day);
  /* Translators: %s is a hamlet */
  label = g_strdup_printf (_ ("%s ended"), title);
  set = cnscd_hamlet_change_set_new (label);
  cnscd_hamlet_end (set, self->hamlet, day, note);
  return set;
}

static void
cnscd_hamlet_end_dialog_dispose (GObject *object)
{
  CnscdHamletEndDialog *self = CNSCD_HAMLET_END_DIALOG (object);

  g_clear_pointer (&self->hamlet, cnscd_record_unref);
  g_clear_pointer (&self->first_day, g_free);

  G_OBJECT_CLASS (cnscd_hamlet_end_dialog_parent_class)->dispose (object);
}

static void
cnscd_hamlet_end_dialog_class_init (CnscdHamletEndDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CnscdFormDialogClass *form_class = CNSCD_FORM_DIALOG_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_hamlet_end_dialog_dispose;
  form_class->check = cnscd_hamlet_end_dialog_check;
  form_class->is_changed = cnscd_hamlet_end_dialog_is_changed;
  form_class->can_save = cnscd_hamlet_end_dialog_can_save;
  form_class->make_changes = cnscd_hamlet_end_dialog_make_changes;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/hamlets/cnscd-hamlet-end-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletEndDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletEndDialog, note_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
cnscd_hamlet_end_dialog_init (CnscdHamletEndDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_hamlet_end_dialog_new:
 * @window: where the hamlet ends
 * @hamlet: the hamlet as stored
 *
 * Returns: (transfer floating): a form that ends a hamlet
 */
AdwDialog *
cnscd_hamlet_end_dialog_new (CnscdWindow *window, CnscdHamlet *hamlet)
{
  CnscdHamletEndDialog *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window) && hamlet != NULL, NULL);

  title = cnscd_words_for_place (hamlet->kind, hamlet->name);
  self = g_object_new (CNSCD_TYPE_HAMLET_END_DIALOG, "subtitle", title, NULL);
  cnscd_form_dialog_set_window (CNSCD_FORM_DIALOG (self), window);
  self->first_day = cnscd_date_format (cnscd_date_today ());
  gtk_editable_set_text (GTK_EDITABLE (self->from_row), self->first_day);
  self->hamlet = cnscd_record_ref (hamlet);
  cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}
