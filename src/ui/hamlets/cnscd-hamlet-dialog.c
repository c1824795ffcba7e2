/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-hamlet-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-hamlet-form.h"
#include "model/cnscd-repository-office.h"
#include "cnscd-hamlet-neighbours.h"
#include "cnscd-hamlet-words.h"
#include "ui/common/cnscd-form.h"
#include "ui/common/cnscd-unit-choices.h"
#include "ui/common/cnscd-words.h"

/**
 * CnscdHamletDialog:
 *
 * A form for a hamlet: a new one, or one to be changed. It edits a copy;
 * nothing is stored before "Save".
 */
struct _CnscdHamletDialog
{
  CnscdFormDialog parent_instance;

  CnscdChoiceRow *unit_row;
  AdwEntryRow *name_row;
  AdwComboRow *kind_row;
  AdwEntryRow *from_row;
  AdwEntryRow *to_row;
  AdwEntryRow *note_row;

  CnscdHamlet *hamlet; /* as stored, or new */
  GPtrArray *others;   /* (nullable) (element-type CnscdHamletDetails): of its commune */
  gboolean is_new;
  gboolean filled; /* from here on, what changes is somebody's doing */
};

G_DEFINE_FINAL_TYPE (CnscdHamletDialog, cnscd_hamlet_dialog, CNSCD_TYPE_FORM_DIALOG)

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static CnscdHamletForm
read_form (CnscdHamletDialog *self)
{
  return (CnscdHamletForm) {
    .hamlet = self->hamlet,
    .name = get_text (self->name_row),
    .kind = cnscd_hamlet_kind_row_get (self->kind_row),
    .valid_from = get_text (self->from_row),
    .valid_to = get_text (self->to_row),
    .note = get_text (self->note_row),
  };
}

static CnscdHamlet *
make_record (CnscdHamletDialog *self)
{
  const CnscdHamletForm form = read_form (self);
  CnscdHamlet *hamlet = cnscd_record_copy (self->hamlet);

  cnscd_hamlet_form_fill (&form, hamlet);
  return hamlet;
}

static gboolean
cnscd_hamlet_dialog_is_changed (CnscdFormDialog *form)
{
  CnscdHamletDialog *self = CNSCD_HAMLET_DIALOG (form);
  g_autoptr (CnscdHamlet) hamlet = make_record (self);

  return !cnscd_record_equal (hamlet, self->hamlet);
}

static void
check_unit (CnscdHamletDialog *self, gboolean changed)
{
  gboolean missing = changed && self->hamlet->record.unit == NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->unit_row),
                                 missing ? _ ("Commune: still needed") : _ ("Commune"));
  if (missing)
    gtk_widget_add_css_class (GTK_WIDGET (self->unit_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->unit_row), "error");
}

static gboolean
cnscd_hamlet_dialog_check (CnscdFormDialog *dialog, gboolean changed)
{
  CnscdHamletDialog *self = CNSCD_HAMLET_DIALOG (dialog);
  const CnscdHamletForm form = read_form (self);
  const struct
  {
    AdwEntryRow *row;
    const char *title;
  } rows[] = {
    [CNSCD_HAMLET_FIELD_NAME] = { self->name_row, C_ ("place", "Name") },
    [CNSCD_HAMLET_FIELD_VALID_FROM] = { self->from_row, _ ("First Day") },
    [CNSCD_HAMLET_FIELD_VALID_TO] = { self->to_row, _ ("Last Day") },
  };
  gboolean known = FALSE;
  CnscdDate from;

  cnscd_form_check_date (form.valid_from, &from);
  check_unit (self, changed);
  for (CnscdHamletField i = 0; i < CNSCD_N_HAMLET_FIELDS; i++)
    {
      CnscdFormProblem problem = cnscd_hamlet_form_check (&form, i);

      if (i == CNSCD_HAMLET_FIELD_NAME)
        cnscd_form_show_problem (rows[i].row, rows[i].title, problem);
      else
        cnscd_form_show_day_after (rows[i].row, rows[i].title, problem, from);
    }

  if (self->others != NULL &&
      cnscd_hamlet_form_check (&form, CNSCD_HAMLET_FIELD_NAME) == CNSCD_FORM_PROBLEM_NONE)
    {
      g_autoptr (GPtrArray) others = cnscd_hamlet_list_records (self->others);

      known = cnscd_hamlet_form_is_known (form.name, others, self->hamlet->record.id);
    }
  cnscd_form_show_warning (self->name_row, C_ ("place", "Name"),
                           known ? cnscd_hamlet_neighbours_get_warning () : NULL);

  return cnscd_hamlet_form_is_valid (&form) && self->hamlet->record.unit != NULL;
}

static void
changed_cb (CnscdHamletDialog *self)
{
  if (self->filled)
    cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static CnscdChangeSet *
cnscd_hamlet_dialog_make_changes (CnscdFormDialog *form)
{
  CnscdHamletDialog *self = CNSCD_HAMLET_DIALOG (form);
  g_autoptr (CnscdHamlet) hamlet = make_record (self);
  g_autofree char *title = cnscd_hamlet_dup_title (hamlet);
  g_autofree char *label =
    g_strdup_printf (self->is_new ? _ ("%s added") : _ ("%s changed"), title);
  CnscdChangeSet *set = cnscd_hamlet_change_set_new (label);

  if (self->is_new)
    cnscd_change_set_add (set, hamlet);
  else
    cnscd_change_set_edit (set, self->hamlet, hamlet);
  return set;
}

static void
load_others (CnscdHamletDialog *self)
{
  cnscd_hamlet_neighbours_load (CNSCD_FORM_DIALOG (self), self->hamlet->record.unit, &self->others);
}

/* In a phường they are tổ dân phố, in a xã they are xóm. */
static void
guess_kind (CnscdHamletDialog *self)
{
  CnscdWindow *window = cnscd_form_dialog_get_window (CNSCD_FORM_DIALOG (self));
  const char *name = cnscd_repository_get_unit_name (cnscd_window_get_repository (window),
                                                     self->hamlet->record.unit);

  self->hamlet->kind = name != NULL && g_str_has_prefix (name, "phường ")
                         ? CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP
                         : CNSCD_HAMLET_KIND_HAMLET;
  cnscd_hamlet_kind_row_select (self->kind_row, self->hamlet->kind);
}

static void
use_unit (CnscdHamletDialog *self, const char *unit)
{
  cnscd_record_set_text (self->hamlet, &self->hamlet->record.unit, unit);
  guess_kind (self);
  load_others (self);
}

static void
unit_changed_cb (CnscdHamletDialog *self)
{
  use_unit (self, cnscd_choice_row_get_chosen (self->unit_row));
  cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
set_date (AdwEntryRow *row, CnscdDate date)
{
  g_autofree char *text = cnscd_date_is_known (date) ? cnscd_date_format (date) : NULL;

  set_text (row, text);
}

static void
fill (CnscdHamletDialog *self)
{
  set_text (self->name_row, self->hamlet->name);
  cnscd_hamlet_kind_row_select (self->kind_row, self->hamlet->kind);
  set_date (self->from_row, self->hamlet->valid_from);
  set_date (self->to_row, self->hamlet->valid_to);
  set_text (self->note_row, self->hamlet->note);
  self->filled = TRUE;
  cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static void
cnscd_hamlet_dialog_dispose (GObject *object)
{
  CnscdHamletDialog *self = CNSCD_HAMLET_DIALOG (object);

  g_clear_pointer (&self->hamlet, cnscd_record_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);

  G_OBJECT_CLASS (cnscd_hamlet_dialog_parent_class)->dispose (object);
}

static void
cnscd_hamlet_dialog_class_init (CnscdHamletDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CnscdFormDialogClass *form_class = CNSCD_FORM_DIALOG_CLASS (klass);

  g_type_ensure (CNSCD_TYPE_CHOICE_ROW);
  G_OBJECT_CLASS (klass)->dispose = cnscd_hamlet_dialog_dispose;
  form_class->check = cnscd_hamlet_dialog_check;
  form_class->is_changed = cnscd_hamlet_dialog_is_changed;
  form_class->make_changes = cnscd_hamlet_dialog_make_changes;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/hamlets/cnscd-hamlet-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletDialog, unit_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletDialog, to_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletDialog, note_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_changed_cb);
}

static void
cnscd_hamlet_dialog_init (CnscdHamletDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cnscd_hamlet_kind_row_set_up (self->kind_row);
}

/**
 * cnscd_hamlet_dialog_new:
 * @window: where the hamlet is added
 *
 * Returns: (transfer floating): a form for a new hamlet of the chosen commune, or of one that is
 *   to be chosen
 */
AdwDialog *
cnscd_hamlet_dialog_new (CnscdWindow *window)
{
  CnscdHamletDialog *self;
  CnscdRepository *repository;
  const char *unit;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window), NULL);

  self = g_object_new (CNSCD_TYPE_HAMLET_DIALOG, NULL);
  cnscd_form_dialog_set_window (CNSCD_FORM_DIALOG (self), window);
  repository = cnscd_window_get_repository (window);
  unit = cnscd_repository_get_unit (repository);
  self->is_new = TRUE;
  self->hamlet = cnscd_record_new (&CNSCD_KIND_HAMLET, unit);
  self->hamlet->kind = CNSCD_HAMLET_KIND_HAMLET;
  if (unit != NULL)
    use_unit (self, unit);
  else
    {
      gtk_widget_set_visible (GTK_WIDGET (self->unit_row), TRUE);
      cnscd_unit_choices_offer (self->unit_row, cnscd_repository_get_units (repository), NULL);
    }
  fill (self);
  return ADW_DIALOG (self);
}

/**
 * cnscd_hamlet_dialog_new_for_hamlet:
 * @window: where the hamlet is changed
 * @hamlet: the hamlet as stored
 *
 * Returns: (transfer floating): a form for a hamlet
 */
AdwDialog *
cnscd_hamlet_dialog_new_for_hamlet (CnscdWindow *window, CnscdHamlet *hamlet)
{
  CnscdHamletDialog *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window) && hamlet != NULL, NULL);

  self = g_object_new (CNSCD_TYPE_HAMLET_DIALOG, NULL);
  cnscd_form_dialog_set_window (CNSCD_FORM_DIALOG (self), window);
  self->hamlet = cnscd_record_ref (hamlet);
  title = cnscd_words_for_place (hamlet->kind, hamlet->name);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  load_others (self);
  fill (self);
  return ADW_DIALOG (self);
}
