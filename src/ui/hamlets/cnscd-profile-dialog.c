/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-profile-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-hamlet-form.h"
#include "cnscd-hamlet-words.h"
#include "ui/common/cnscd-form.h"
#include "ui/common/cnscd-words.h"
#include "ui/window/cnscd-window-edit.h"

/**
 * CnscdProfileDialog:
 *
 * A form for the figures of a hamlet as of one day: new ones, or ones to be
 * changed or deleted.
 */
struct _CnscdProfileDialog
{
  CnscdFormDialog parent_instance;

  AdwEntryRow *as_of_row;
  AdwEntryRow *households_row;
  AdwEntryRow *poor_row;
  AdwEntryRow *near_poor_row;
  AdwEntryRow *people_row;
  AdwEntryRow *working_age_row;
  GtkWidget *delete_group;

  CnscdHamletProfile *profile; /* as stored, or new */
  char *place;                 /* "xóm Ba Nhất" */
  GPtrArray *others;           /* (element-type CnscdHamletProfile) */
  gboolean is_new;
  gboolean filled; /* from here on, what changes is somebody's doing */
};

G_DEFINE_FINAL_TYPE (CnscdProfileDialog, cnscd_profile_dialog, CNSCD_TYPE_FORM_DIALOG)

static const struct
{
  gsize offset;
  const char *title;
} fields[] = {
  [CNSCD_PROFILE_FIELD_AS_OF] = { G_STRUCT_OFFSET (CnscdProfileDialog, as_of_row), N_ ("As of") },
  [CNSCD_PROFILE_FIELD_HOUSEHOLDS] = { G_STRUCT_OFFSET (CnscdProfileDialog, households_row),
                                       N_ ("Households") },
  [CNSCD_PROFILE_FIELD_POOR] = { G_STRUCT_OFFSET (CnscdProfileDialog, poor_row),
                                 N_ ("Poor Households") },
  [CNSCD_PROFILE_FIELD_NEAR_POOR] = { G_STRUCT_OFFSET (CnscdProfileDialog, near_poor_row),
                                      N_ ("Near-Poor Households") },
  [CNSCD_PROFILE_FIELD_PEOPLE] = { G_STRUCT_OFFSET (CnscdProfileDialog, people_row),
                                   N_ ("People") },
  [CNSCD_PROFILE_FIELD_WORKING_AGE] = { G_STRUCT_OFFSET (CnscdProfileDialog, working_age_row),
                                        N_ ("Of Working Age") },
};

static AdwEntryRow *
get_row (CnscdProfileDialog *self, CnscdProfileField field)
{
  return G_STRUCT_MEMBER (AdwEntryRow *, self, fields[field].offset);
}

static CnscdProfileForm
read_form (CnscdProfileDialog *self)
{
  CnscdProfileForm form = {
    .profile = self->is_new ? NULL : self->profile,
    .others = self->others,
  };

  for (CnscdProfileField i = 0; i < CNSCD_N_PROFILE_FIELDS; i++)
    form.texts[i] = gtk_editable_get_text (GTK_EDITABLE (get_row (self, i)));
  return form;
}

static CnscdHamletProfile *
make_record (CnscdProfileDialog *self)
{
  const CnscdProfileForm form = read_form (self);
  CnscdHamletProfile *profile = cnscd_record_copy (self->profile);

  cnscd_profile_form_fill (&form, profile);
  return profile;
}

/* Also what is no figure yet would be lost. */
static gboolean
cnscd_profile_dialog_is_changed (CnscdFormDialog *dialog)
{
  CnscdProfileDialog *self = CNSCD_PROFILE_DIALOG (dialog);
  const CnscdProfileForm form = read_form (self);
  g_autoptr (CnscdHamletProfile) profile = make_record (self);

  for (CnscdProfileField i = CNSCD_PROFILE_FIELD_HOUSEHOLDS; i < CNSCD_N_PROFILE_FIELDS; i++)
    {
      CnscdFormProblem problem = cnscd_profile_form_check (&form, i, cnscd_date_today ());

      if (problem == CNSCD_FORM_PROBLEM_NOT_A_NUMBER || problem == CNSCD_FORM_PROBLEM_TOO_LARGE)
        return TRUE;
    }

  return !cnscd_record_equal (profile, self->profile);
}

static gboolean
cnscd_profile_dialog_check (CnscdFormDialog *dialog, gboolean changed)
{
  CnscdProfileDialog *self = CNSCD_PROFILE_DIALOG (dialog);
  const CnscdProfileForm form = read_form (self);
  CnscdDate today = cnscd_date_today ();

  for (CnscdProfileField i = 0; i < CNSCD_N_PROFILE_FIELDS; i++)
    {
      CnscdFormProblem problem = cnscd_profile_form_check (&form, i, today);

      if (i == CNSCD_PROFILE_FIELD_AS_OF)
        cnscd_form_show_date (get_row (self, i), _ (fields[i].title), problem);
      else
        cnscd_form_show_problem (get_row (self, i), _ (fields[i].title), problem);
    }

  return cnscd_profile_form_is_valid (&form, today);
}

static void
changed_cb (CnscdProfileDialog *self)
{
  if (self->filled)
    cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static CnscdChangeSet *
cnscd_profile_dialog_make_changes (CnscdFormDialog *form)
{
  CnscdProfileDialog *self = CNSCD_PROFILE_DIALOG (form);
  g_autoptr (CnscdHamletProfile) profile = make_record (self);
  g_autofree char *label = NULL;
  CnscdChangeSet *set;

  /* Translators: %s is a hamlet */
  label = g_strdup_printf (self->is_new ? _ ("Figures of %s added") : _ ("Figures of %s changed"),
                           self->place);
  set = cnscd_change_set_new (label);
  if (self->is_new)
    cnscd_change_set_add (set, profile);
  else
    cnscd_change_set_edit (set, self->profile, profile);
  return set;
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdProfileDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (cnscd_window_apply_finish (CNSCD_WINDOW (source), result, &error))
    adw_dialog_force_close (ADW_DIALOG (self));
  else
    cnscd_form_dialog_show_error (CNSCD_FORM_DIALOG (self), error);
}

/* Without a question, for it can be undone. */
static void
delete_cb (CnscdProfileDialog *self)
{
  g_autoptr (CnscdChangeSet) set = NULL;
  g_autofree char *label = NULL;

  /* Translators: %s is a hamlet */
  label = g_strdup_printf (_ ("Figures of %s deleted"), self->place);
  set = cnscd_change_set_new (label);
  cnscd_change_set_delete (set, self->profile);
  cnscd_window_apply_async (cnscd_form_dialog_get_window (CNSCD_FORM_DIALOG (self)), set,
                            deleted_cb, g_object_ref (self));
}

static void
set_count (AdwEntryRow *row, gint64 count)
{
  g_autofree char *text = count != CNSCD_COUNT_UNKNOWN ? cnscd_words_for_count (count) : NULL;

  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
fill (CnscdProfileDialog *self)
{
  const CnscdHamletProfile *profile = self->profile;
  g_autofree char *as_of = cnscd_date_format (profile->as_of);

  gtk_editable_set_text (GTK_EDITABLE (self->as_of_row), as_of);
  set_count (self->households_row, profile->households);
  set_count (self->poor_row, profile->poor_households);
  set_count (self->near_poor_row, profile->near_poor_households);
  set_count (self->people_row, profile->people);
  set_count (self->working_age_row, profile->working_age_people);
  gtk_widget_set_visible (self->delete_group, !self->is_new);
  self->filled = TRUE;
  cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static void
cnscd_profile_dialog_dispose (GObject *object)
{
  CnscdProfileDialog *self = CNSCD_PROFILE_DIALOG (object);

  g_clear_pointer (&self->profile, cnscd_record_unref);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->others, g_ptr_array_unref);

  G_OBJECT_CLASS (cnscd_profile_dialog_parent_class)->dispose (object);
}

static void
cnscd_profile_dialog_class_init (CnscdProfileDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CnscdFormDialogClass *form_class = CNSCD_FORM_DIALOG_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_profile_dialog_dispose;
  form_class->check = cnscd_profile_dialog_check;
  form_class->is_changed = cnscd_profile_dialog_is_changed;
  form_class->make_changes = cnscd_profile_dialog_make_changes;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/hamlets/cnscd-profile-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdProfileDialog, as_of_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdProfileDialog, households_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdProfileDialog, poor_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdProfileDialog, near_poor_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdProfileDialog, people_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdProfileDialog, working_age_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdProfileDialog, delete_group);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
cnscd_profile_dialog_init (CnscdProfileDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_profile_dialog_new:
 * @window: where the figures are entered
 * @details: the hamlet as stored
 * @profile: (nullable): its figures of one day, to be changed; %NULL for new ones
 *
 * Returns: (transfer floating): a form for the figures of a hamlet
 */
AdwDialog *
cnscd_profile_dialog_new (CnscdWindow *window,
                          CnscdHamletDetails *details,
                          CnscdHamletProfile *profile)
{
  CnscdProfileDialog *self;
  const CnscdHamlet *hamlet;
  g_autofree char *title = NULL;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window) && details != NULL, NULL);

  hamlet = details->hamlet;
  self = g_object_new (CNSCD_TYPE_PROFILE_DIALOG, "title",
                       profile != NULL ? _ ("Figures") : _ ("New Figures"), NULL);
  cnscd_form_dialog_set_window (CNSCD_FORM_DIALOG (self), window);
  self->place = cnscd_hamlet_dup_title (hamlet);
  title = cnscd_words_capitalize (self->place);
  g_object_set (self, "subtitle", title, NULL);
  self->others = g_ptr_array_new_with_free_func (cnscd_record_unref);
  for (guint i = 0; i < details->profiles->len; i++)
    if (details->profiles->pdata[i] != profile)
      g_ptr_array_add (self->others, cnscd_record_ref (details->profiles->pdata[i]));

  self->is_new = profile == NULL;
  if (profile != NULL)
    self->profile = cnscd_record_ref (profile);
  else
    {
      self->profile = cnscd_record_new (&CNSCD_KIND_HAMLET_PROFILE, hamlet->record.unit);
      cnscd_record_set (self->profile, hamlet, hamlet->record.id);
      self->profile->as_of = cnscd_date_today ();
    }
  fill (self);
  return ADW_DIALOG (self);
}
