/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-bulk-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-member-form.h"
#include "ui/common/cnscd-form.h"
#include "ui/common/cnscd-person-words.h"
#include "ui/common/cnscd-words.h"
#include "ui/decisions/cnscd-decision-row.h"

/**
 * CnscdBulkDialog:
 *
 * A form for what several members shall have in common. All of it is left as
 * it is until somebody says otherwise.
 */
struct _CnscdBulkDialog
{
  CnscdFormDialog parent_instance;

  AdwComboRow *role_row;
  AdwEntryRow *body_row;
  GtkCheckButton *body_check;
  AdwEntryRow *position_row;
  GtkCheckButton *position_check;
  AdwEntryRow *since_row;
  GtkCheckButton *since_check;
  CnscdDecisionRow *decision_row;
  AdwComboRow *legal_basis_row;
  AdwEntryRow *legal_basis_on_row;

  CnscdBulkMembers *members;
};

G_DEFINE_FINAL_TYPE (CnscdBulkDialog, cnscd_bulk_dialog, CNSCD_TYPE_FORM_DIALOG)

/* In the order of the combo rows, after "leave as it is". */
static const CnscdRole roles[] = { CNSCD_ROLE_LEADER, CNSCD_ROLE_DEPUTY, CNSCD_ROLE_MEMBER };
static const CnscdLegalBasis legal_bases[] = { CNSCD_LEGAL_BASIS_CONSENT,
                                               CNSCD_LEGAL_BASIS_PUBLIC_DUTY,
                                               CNSCD_LEGAL_BASIS_UNKNOWN };

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static gboolean
is_blank (AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (get_text (row)));

  return *text == '\0';
}

static CnscdFormProblem
read_since (CnscdBulkDialog *self, CnscdDate *day)
{
  CnscdDate end = cnscd_bulk_members_get_first_end (self->members);
  CnscdFormProblem problem;

  *day = CNSCD_DATE_UNKNOWN;
  if (!gtk_check_button_get_active (self->since_check))
    return CNSCD_FORM_PROBLEM_NONE;

  problem = cnscd_form_check_day (get_text (self->since_row), CNSCD_DATE_UNKNOWN, day);
  if (problem == CNSCD_FORM_PROBLEM_NONE && cnscd_date_is_known (end) &&
      cnscd_date_compare (*day, end) > 0)
    problem = CNSCD_FORM_PROBLEM_AFTER_END;
  return problem;
}

static CnscdFormProblem
read_legal_basis_on (CnscdBulkDialog *self, CnscdDate *day)
{
  CnscdFormProblem problem;

  *day = CNSCD_DATE_UNKNOWN;
  if (is_blank (self->legal_basis_on_row) ||
      !gtk_widget_get_visible (GTK_WIDGET (self->legal_basis_on_row)))
    return CNSCD_FORM_PROBLEM_NONE;

  problem = cnscd_form_check_day (get_text (self->legal_basis_on_row), CNSCD_DATE_UNKNOWN, day);
  if (problem == CNSCD_FORM_PROBLEM_NONE && cnscd_date_compare (*day, cnscd_date_today ()) > 0)
    problem = CNSCD_FORM_PROBLEM_IN_THE_FUTURE;
  return problem;
}

static CnscdBulkEdit
read_form (CnscdBulkDialog *self)
{
  guint role = adw_combo_row_get_selected (self->role_row);
  guint legal_basis = adw_combo_row_get_selected (self->legal_basis_row);
  CnscdBulkEdit edit = { .body = get_text (self->body_row),
                         .position = get_text (self->position_row),
                         .decision = cnscd_decision_row_get_decision (self->decision_row) };

  read_since (self, &edit.since);
  read_legal_basis_on (self, &edit.legal_basis_on);
  if (gtk_check_button_get_active (self->body_check))
    edit.fields |= CNSCD_BULK_BODY;
  if (gtk_check_button_get_active (self->position_check))
    edit.fields |= CNSCD_BULK_POSITION;
  if (cnscd_date_is_known (edit.since))
    edit.fields |= CNSCD_BULK_SINCE;
  if (edit.decision != NULL)
    edit.fields |= CNSCD_BULK_DECISION;
  if (role > 0 && role <= G_N_ELEMENTS (roles))
    {
      edit.fields |= CNSCD_BULK_ROLE;
      edit.role = roles[role - 1];
    }
  if (legal_basis > 0 && legal_basis <= G_N_ELEMENTS (legal_bases))
    {
      edit.fields |= CNSCD_BULK_LEGAL_BASIS;
      edit.legal_basis = legal_bases[legal_basis - 1];
    }

  return edit;
}

static guint
count_people (CnscdBulkDialog *self)
{
  const CnscdBulkEdit edit = read_form (self);

  return cnscd_bulk_edit_count (&edit, self->members);
}

static gboolean
cnscd_bulk_dialog_is_changed (CnscdFormDialog *form)
{
  CnscdBulkDialog *self = CNSCD_BULK_DIALOG (form);

  return adw_combo_row_get_selected (self->role_row) > 0 ||
         adw_combo_row_get_selected (self->legal_basis_row) > 0 ||
         gtk_check_button_get_active (self->body_check) ||
         gtk_check_button_get_active (self->position_check) ||
         gtk_check_button_get_active (self->since_check) ||
         cnscd_decision_row_get_decision (self->decision_row) != NULL ||
         *get_text (self->legal_basis_on_row) != '\0';
}

static gboolean
cnscd_bulk_dialog_can_save (CnscdFormDialog *form)
{
  return count_people (CNSCD_BULK_DIALOG (form)) > 0;
}

static void
show_count (CnscdBulkDialog *self)
{
  guint n = count_people (self);
  g_autofree char *number = cnscd_words_for_number (n);
  /* Translators: %s is a number */
  g_autofree char *text = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%s member will be changed", "%s members will be changed", n),
    number);

  g_object_set (self, "subtitle", n > 0 ? text : _ ("No changes yet"), NULL);
}

static gboolean
cnscd_bulk_dialog_check (CnscdFormDialog *form, gboolean changed)
{
  CnscdBulkDialog *self = CNSCD_BULK_DIALOG (form);
  CnscdDate day;
  CnscdFormProblem since = read_since (self, &day);
  CnscdFormProblem legal_basis_on;

  gtk_widget_set_visible (GTK_WIDGET (self->legal_basis_on_row),
                          adw_combo_row_get_selected (self->legal_basis_row) > 0 &&
                            adw_combo_row_get_selected (self->legal_basis_row) <
                              G_N_ELEMENTS (legal_bases));
  legal_basis_on = read_legal_basis_on (self, &day);
  cnscd_form_show_day (self->since_row, _ ("In the Team Since"), since);
  cnscd_form_show_date (self->legal_basis_on_row, _ ("Since"), legal_basis_on);
  show_count (self);
  return since == CNSCD_FORM_PROBLEM_NONE && legal_basis_on == CNSCD_FORM_PROBLEM_NONE;
}

static void
changed_cb (CnscdBulkDialog *self)
{
  if (self->members != NULL)
    cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

/* Who types something means it. */
static void
text_changed (CnscdBulkDialog *self, GtkCheckButton *check)
{
  if (self->members != NULL)
    gtk_check_button_set_active (check, TRUE);
  changed_cb (self);
}

static void
body_changed_cb (CnscdBulkDialog *self)
{
  text_changed (self, self->body_check);
}

static void
position_changed_cb (CnscdBulkDialog *self)
{
  text_changed (self, self->position_check);
}

static void
since_changed_cb (CnscdBulkDialog *self)
{
  text_changed (self, self->since_check);
}

static CnscdChangeSet *
cnscd_bulk_dialog_make_changes (CnscdFormDialog *form)
{
  CnscdBulkDialog *self = CNSCD_BULK_DIALOG (form);
  const CnscdBulkEdit edit = read_form (self);
  guint n = cnscd_bulk_edit_count (&edit, self->members);
  g_autofree char *number = cnscd_words_for_number (n);
  /* Translators: %s is a number */
  g_autofree char *label = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%s member changed", "%s members changed", n), number);
  CnscdChangeSet *set = cnscd_change_set_new (label);

  cnscd_bulk_edit_add (&edit, self->members, set);
  return set;
}

static void
cnscd_bulk_dialog_dispose (GObject *object)
{
  g_clear_pointer (&CNSCD_BULK_DIALOG (object)->members, cnscd_bulk_members_unref);

  G_OBJECT_CLASS (cnscd_bulk_dialog_parent_class)->dispose (object);
}

static void
cnscd_bulk_dialog_class_init (CnscdBulkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CnscdFormDialogClass *form_class = CNSCD_FORM_DIALOG_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_bulk_dialog_dispose;
  form_class->check = cnscd_bulk_dialog_check;
  form_class->is_changed = cnscd_bulk_dialog_is_changed;
  form_class->can_save = cnscd_bulk_dialog_can_save;
  form_class->make_changes = cnscd_bulk_dialog_make_changes;

  g_type_ensure (CNSCD_TYPE_DECISION_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/members/cnscd-bulk-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdBulkDialog, role_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdBulkDialog, body_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdBulkDialog, body_check);
  gtk_widget_class_bind_template_child (widget_class, CnscdBulkDialog, position_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdBulkDialog, position_check);
  gtk_widget_class_bind_template_child (widget_class, CnscdBulkDialog, since_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdBulkDialog, since_check);
  gtk_widget_class_bind_template_child (widget_class, CnscdBulkDialog, decision_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdBulkDialog, legal_basis_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdBulkDialog, legal_basis_on_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, body_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, position_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, since_changed_cb);
}

static void
set_choices (AdwComboRow *row, const char *const *choices)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (choices);

  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

static void
cnscd_bulk_dialog_init (CnscdBulkDialog *self)
{
  const char *role_words[] = { _ ("Leave as it is"), cnscd_words_for_role (CNSCD_ROLE_LEADER),
                               cnscd_words_for_role (CNSCD_ROLE_DEPUTY),
                               cnscd_words_for_role (CNSCD_ROLE_MEMBER), NULL };
  const char *legal_basis_words[] = {
    _ ("Leave as it is"),
    cnscd_words_for_legal_basis_kind (CNSCD_LEGAL_BASIS_CONSENT),
    cnscd_words_for_legal_basis_kind (CNSCD_LEGAL_BASIS_PUBLIC_DUTY),
    C_ ("legal basis", "Not known"),
    NULL,
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  set_choices (self->role_row, role_words);
  set_choices (self->legal_basis_row, legal_basis_words);
  cnscd_decision_row_offer_to_leave (self->decision_row, _ ("Leave as it is"));
}

/**
 * cnscd_bulk_dialog_new:
 * @window: where the members are changed
 * @members: as stored
 *
 * Returns: (transfer floating): a form for several members
 */
AdwDialog *
cnscd_bulk_dialog_new (CnscdWindow *window, CnscdBulkMembers *members)
{
  CnscdBulkDialog *self;
  const char *unit;
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window) && members != NULL, NULL);

  number = cnscd_words_for_number (cnscd_bulk_members_get_n (members));
  /* Translators: %s is a number */
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Edit %s Member", "Edit %s Members",
                                        cnscd_bulk_members_get_n (members)),
                           number);
  self = g_object_new (CNSCD_TYPE_BULK_DIALOG, "title", title, NULL);
  cnscd_form_dialog_set_window (CNSCD_FORM_DIALOG (self), window);
  /* A decision is one commune's. */
  unit = cnscd_bulk_members_get_unit (members);
  gtk_widget_set_visible (GTK_WIDGET (self->decision_row), unit != NULL);
  if (unit != NULL)
    cnscd_decision_row_set_repository (self->decision_row, cnscd_window_get_repository (window),
                                       unit);
  self->members = cnscd_bulk_members_ref (members);
  cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}
