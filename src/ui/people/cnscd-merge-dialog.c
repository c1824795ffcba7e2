/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-merge-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-person-merge.h"
#include "cnscd-merge-field.h"
#include "ui/common/cnscd-person-words.h"
#include "ui/common/cnscd-words.h"
#include "ui/window/cnscd-window-edit.h"

/**
 * CnscdMergeDialog:
 *
 * Two records that may be of one person, side by side: what stays of each, or
 * that they are two people.
 */
struct _CnscdMergeDialog
{
  CnscdFormDialog parent_instance;

  CnscdMergeField *name_field;
  CnscdMergeField *gender_field;
  CnscdMergeField *birth_field;
  CnscdMergeField *phone_field;
  CnscdMergeField *legal_basis_field;
  CnscdMergeField *note_field;
  GtkWidget *histories;
  AdwPreferencesGroup *one_group;
  AdwPreferencesGroup *other_group;
  GtkWidget *distinct_button;

  CnscdPersonHistory *one;
  CnscdPersonHistory *other;
  CnscdPersonMerge merge; /* as suggested */
  gboolean filled;
};

G_DEFINE_FINAL_TYPE (CnscdMergeDialog, cnscd_merge_dialog, CNSCD_TYPE_FORM_DIALOG)

static const gsize fields[CNSCD_N_PERSON_CHOICES] = {
  [CNSCD_PERSON_CHOICE_NAME] = G_STRUCT_OFFSET (CnscdMergeDialog, name_field),
  [CNSCD_PERSON_CHOICE_GENDER] = G_STRUCT_OFFSET (CnscdMergeDialog, gender_field),
  [CNSCD_PERSON_CHOICE_BIRTH] = G_STRUCT_OFFSET (CnscdMergeDialog, birth_field),
  [CNSCD_PERSON_CHOICE_PHONE] = G_STRUCT_OFFSET (CnscdMergeDialog, phone_field),
  [CNSCD_PERSON_CHOICE_LEGAL_BASIS] = G_STRUCT_OFFSET (CnscdMergeDialog, legal_basis_field),
  [CNSCD_PERSON_CHOICE_NOTE] = G_STRUCT_OFFSET (CnscdMergeDialog, note_field),
};

static CnscdMergeField *
get_field (CnscdMergeDialog *self, CnscdPersonChoice choice)
{
  return G_STRUCT_MEMBER (CnscdMergeField *, self, fields[choice]);
}

static gboolean
cnscd_merge_dialog_check (CnscdFormDialog *form, gboolean changed)
{
  return TRUE;
}

static gboolean
cnscd_merge_dialog_is_changed (CnscdFormDialog *form)
{
  CnscdMergeDialog *self = CNSCD_MERGE_DIALOG (form);

  for (CnscdPersonChoice choice = 0; choice < CNSCD_N_PERSON_CHOICES; choice++)
    {
      if (cnscd_merge_field_get_takes_other (get_field (self, choice)) !=
          self->merge.take_other[choice])
        return TRUE;
    }

  return FALSE;
}

/* What is suggested may be right. */
static gboolean
cnscd_merge_dialog_can_save (CnscdFormDialog *form)
{
  return TRUE;
}

static CnscdChangeSet *
cnscd_merge_dialog_make_changes (CnscdFormDialog *form)
{
  CnscdMergeDialog *self = CNSCD_MERGE_DIALOG (form);
  CnscdPersonMerge merge = self->merge;
  CnscdChangeSet *set;
  g_autofree char *label = NULL;

  for (CnscdPersonChoice choice = 0; choice < CNSCD_N_PERSON_CHOICES; choice++)
    merge.take_other[choice] = cnscd_merge_field_get_takes_other (get_field (self, choice));

  /* Translators: %s is a person's name */
  label = g_strdup_printf (_ ("Two records of %s merged"),
                           merge.take_other[CNSCD_PERSON_CHOICE_NAME] ? merge.other->full_name
                                                                      : merge.kept->full_name);
  set = cnscd_change_set_new (label);
  cnscd_person_merge_apply (&merge, set);
  return set;
}

static void
changed_cb (CnscdMergeDialog *self)
{
  if (self->filled)
    cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static void
distinct_set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdMergeDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (cnscd_window_apply_finish (CNSCD_WINDOW (source), result, &error))
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }

  gtk_widget_set_sensitive (self->distinct_button, TRUE);
  cnscd_form_dialog_show_error (CNSCD_FORM_DIALOG (self), error);
}

static void
distinct_cb (CnscdMergeDialog *self)
{
  CnscdWindow *window = cnscd_form_dialog_get_window (CNSCD_FORM_DIALOG (self));

  gtk_widget_set_sensitive (self->distinct_button, FALSE);
  cnscd_window_tell_apart_async (window, self->merge.kept->record.id, self->merge.other->record.id,
                                 distinct_set_cb, g_object_ref (self));
}

/* What becomes of a membership that the other record has, too. */
static char *
describe_double (const CnscdMembership *membership, GPtrArray *others)
{
  char *words = NULL;

  for (guint i = 0; i < others->len; i++)
    {
      const CnscdMembership *other = others->pdata[i];

      if (cnscd_membership_says_no_more (membership, other) ||
          cnscd_membership_says_no_more (other, membership))
        {
          g_free (words);
          return g_strdup (_ ("In both records: stays once"));
        }
      if (words == NULL && cnscd_membership_overlaps (membership, other))
        words = g_strdup_printf (
          /* Translators: %s is a role, such as "leader" */
          _ ("In the same team in the other record: joined into one, with the role “%s”"),
          cnscd_words_for_role (cnscd_membership_get_joined_role (membership, other)));
    }

  return words;
}

static void
show_memberships (AdwPreferencesGroup *group, CnscdPersonHistory *history, GPtrArray *others)
{
  for (guint i = 0; i < history->memberships->len; i++)
    {
      const CnscdPersonMembership *membership = history->memberships->pdata[i];
      g_autofree char *team = cnscd_words_for_membership_team (membership);
      g_autofree char *office = cnscd_words_for_membership_office (membership);
      g_autofree char *period = cnscd_words_for_membership_period (membership);
      g_autofree char *known = cnscd_words_join ("\n", office, period);
      g_autofree char *doubled = describe_double (membership->record, others);
      g_autofree char *subtitle = cnscd_words_join ("\n", known, doubled);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), team);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      adw_preferences_group_add (group, row);
    }

  if (history->memberships->len == 0)
    adw_preferences_group_set_description (group, _ ("Never in any team"));
}

static void
cnscd_merge_dialog_dispose (GObject *object)
{
  CnscdMergeDialog *self = CNSCD_MERGE_DIALOG (object);

  g_clear_pointer (&self->merge.kept_memberships, g_ptr_array_unref);
  g_clear_pointer (&self->merge.other_memberships, g_ptr_array_unref);
  g_clear_pointer (&self->merge.guides, g_ptr_array_unref);
  g_clear_pointer (&self->one, cnscd_person_history_unref);
  g_clear_pointer (&self->other, cnscd_person_history_unref);

  G_OBJECT_CLASS (cnscd_merge_dialog_parent_class)->dispose (object);
}

static void
cnscd_merge_dialog_class_init (CnscdMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CnscdFormDialogClass *form_class = CNSCD_FORM_DIALOG_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_merge_dialog_dispose;
  form_class->check = cnscd_merge_dialog_check;
  form_class->is_changed = cnscd_merge_dialog_is_changed;
  form_class->can_save = cnscd_merge_dialog_can_save;
  form_class->make_changes = cnscd_merge_dialog_make_changes;

  g_type_ensure (CNSCD_TYPE_MERGE_FIELD);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/people/cnscd-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdMergeDialog, name_field);
  gtk_widget_class_bind_template_child (widget_class, CnscdMergeDialog, gender_field);
  gtk_widget_class_bind_template_child (widget_class, CnscdMergeDialog, birth_field);
  gtk_widget_class_bind_template_child (widget_class, CnscdMergeDialog, phone_field);
  gtk_widget_class_bind_template_child (widget_class, CnscdMergeDialog, legal_basis_field);
  gtk_widget_class_bind_template_child (widget_class, CnscdMergeDialog, note_field);
  gtk_widget_class_bind_template_child (widget_class, CnscdMergeDialog, histories);
  gtk_widget_class_bind_template_child (widget_class, CnscdMergeDialog, one_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdMergeDialog, other_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdMergeDialog, distinct_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, distinct_cb);
}

static void
cnscd_merge_dialog_init (CnscdMergeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gpointer
copy_record (gconstpointer record, gpointer user_data)
{
  return cnscd_record_ref ((gpointer) record);
}

/**
 * cnscd_merge_dialog_new:
 * @window: where the two are merged
 * @one: a person, who is kept
 * @other: another record of the same commune
 *
 * Returns: (transfer floating): a form that merges the two
 */
AdwDialog *
cnscd_merge_dialog_new (CnscdWindow *window, CnscdPersonHistory *one, CnscdPersonHistory *other)
{
  CnscdMergeDialog *self;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window), NULL);
  g_return_val_if_fail (one != NULL && other != NULL, NULL);

  self = g_object_new (CNSCD_TYPE_MERGE_DIALOG, NULL);
  cnscd_form_dialog_set_window (CNSCD_FORM_DIALOG (self), window);
  self->one = cnscd_person_history_ref (one);
  self->other = cnscd_person_history_ref (other);
  self->merge = (CnscdPersonMerge) {
    .kept = one->person,
    .kept_memberships = cnscd_person_history_dup_records (one),
    .other = other->person,
    .other_memberships = cnscd_person_history_dup_records (other),
    .guides = g_ptr_array_copy (one->guides, copy_record, NULL),
  };
  g_ptr_array_extend (self->merge.guides, other->guides, copy_record, NULL);
  cnscd_person_merge_suggest (&self->merge);

  for (CnscdPersonChoice choice = 0; choice < CNSCD_N_PERSON_CHOICES; choice++)
    {
      cnscd_merge_field_set_people (get_field (self, choice), choice, one->person, other->person);
      cnscd_merge_field_set_takes_other (get_field (self, choice), self->merge.take_other[choice]);
    }
  show_memberships (self->one_group, one, self->merge.other_memberships);
  show_memberships (self->other_group, other, self->merge.kept_memberships);
  self->filled = TRUE;
  cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}
