/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-member-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-member-form.h"
#include "core/cnscd-phone.h"
#include "ui/common/cnscd-form.h"
#include "ui/common/cnscd-person-words.h"
#include "ui/common/cnscd-words.h"
#include "ui/teams/cnscd-team-choice-row.h"

/**
 * CnscdMemberDialog:
 *
 * A form for a person in a team: a new one, or one to be changed. It edits a
 * copy; nothing is stored before "Save".
 */
struct _CnscdMemberDialog
{
  CnscdFormDialog parent_instance;

  GtkWidget *person_group;
  GtkWidget *team_group;
  CnscdTeamChoiceRow *team_row;
  AdwEntryRow *name_row;
  AdwComboRow *gender_row;
  AdwEntryRow *birth_row;
  AdwEntryRow *phone_row;
  AdwComboRow *legal_basis_row;
  AdwEntryRow *legal_basis_on_row;
  AdwComboRow *role_row;
  AdwEntryRow *body_row;
  AdwEntryRow *position_row;
  AdwEntryRow *since_row;
  AdwEntryRow *note_row;
  GtkLabel *coming;

  CnscdPerson *person; /* as stored, or new */
  CnscdMembership *membership;
  gboolean is_new;
  gboolean joins;  /* who is there already, another team */
  gboolean filled; /* from here on, what changes is somebody's doing */
};

G_DEFINE_FINAL_TYPE (CnscdMemberDialog, cnscd_member_dialog, CNSCD_TYPE_FORM_DIALOG)

/* In the order of the combo row, which has the last only for who has it already. */
static const CnscdRole roles[] = { CNSCD_ROLE_LEADER, CNSCD_ROLE_DEPUTY, CNSCD_ROLE_MEMBER,
                                   CNSCD_ROLE_UNKNOWN };

static const struct
{
  CnscdMemberField field;
  gsize offset;
  const char *title;
  void (*show) (AdwEntryRow *row, const char *title, CnscdFormProblem problem);
} checked_rows[] = {
  { CNSCD_MEMBER_FIELD_FULL_NAME, G_STRUCT_OFFSET (CnscdMemberDialog, name_row), N_ ("Full Name"),
    cnscd_form_show_name },
  { CNSCD_MEMBER_FIELD_BIRTH, G_STRUCT_OFFSET (CnscdMemberDialog, birth_row),
    N_ ("Year or Date of Birth"), cnscd_form_show_date },
  { CNSCD_MEMBER_FIELD_PHONE, G_STRUCT_OFFSET (CnscdMemberDialog, phone_row), N_ ("Phone"),
    cnscd_form_show_problem },
  { CNSCD_MEMBER_FIELD_LEGAL_BASIS_ON, G_STRUCT_OFFSET (CnscdMemberDialog, legal_basis_on_row),
    N_ ("Legal Basis Since"), cnscd_form_show_date },
  { CNSCD_MEMBER_FIELD_SINCE, G_STRUCT_OFFSET (CnscdMemberDialog, since_row),
    N_ ("In the Team Since"), cnscd_form_show_day },
};

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static CnscdMemberForm
read_form (CnscdMemberDialog *self)
{
  return (CnscdMemberForm) {
    .person = self->person,
    .membership = self->membership,
    .full_name = get_text (self->name_row),
    .gender = (CnscdGender) adw_combo_row_get_selected (self->gender_row),
    .birth = get_text (self->birth_row),
    .phone = get_text (self->phone_row),
    .legal_basis = (CnscdLegalBasis) adw_combo_row_get_selected (self->legal_basis_row),
    .legal_basis_on = get_text (self->legal_basis_on_row),
    .role = roles[MIN (adw_combo_row_get_selected (self->role_row), G_N_ELEMENTS (roles) - 1)],
    .body = get_text (self->body_row),
    .position = get_text (self->position_row),
    .since = get_text (self->since_row),
    .note = get_text (self->note_row),
  };
}

static AdwEntryRow *
get_checked_row (CnscdMemberDialog *self, guint i)
{
  return G_STRUCT_MEMBER (AdwEntryRow *, self, checked_rows[i].offset);
}

/* Copies with what was typed; whoever calls checks first that it is valid. */
static void
make_records (CnscdMemberDialog *self, CnscdPerson **person, CnscdMembership **membership)
{
  const CnscdMemberForm form = read_form (self);

  *person = cnscd_record_copy (self->person);
  *membership = cnscd_record_copy (self->membership);
  cnscd_member_form_fill (&form, *person, *membership);
}

static gboolean
cnscd_member_dialog_is_changed (CnscdFormDialog *form)
{
  CnscdMemberDialog *self = CNSCD_MEMBER_DIALOG (form);
  g_autoptr (CnscdPerson) person = NULL;
  g_autoptr (CnscdMembership) membership = NULL;

  make_records (self, &person, &membership);
  return !cnscd_record_equal (person, self->person) ||
         !cnscd_record_equal (membership, self->membership);
}

static void
show_coming (CnscdMemberDialog *self)
{
  g_autofree char *day = gtk_widget_get_visible (GTK_WIDGET (self->since_row))
                           ? cnscd_form_dup_coming_day (self->since_row)
                           : NULL;
  g_autofree char *words = NULL;

  if (day != NULL)
    /* Translators: %s is a day that is still to come */
    words = g_strdup_printf (_ ("In the team from %s on, and not counted until then."), day);
  cnscd_form_show_coming (self->coming, words);
}

static gboolean
cnscd_member_dialog_check (CnscdFormDialog *dialog, gboolean changed)
{
  CnscdMemberDialog *self = CNSCD_MEMBER_DIALOG (dialog);
  const CnscdMemberForm form = read_form (self);
  CnscdDate today = cnscd_date_today ();

  gtk_widget_set_visible (GTK_WIDGET (self->legal_basis_on_row),
                          form.legal_basis != CNSCD_LEGAL_BASIS_UNKNOWN);
  for (guint i = 0; i < G_N_ELEMENTS (checked_rows); i++)
    {
      CnscdFormProblem problem = cnscd_member_form_check (&form, checked_rows[i].field, today);

      checked_rows[i].show (get_checked_row (self, i), _ (checked_rows[i].title), problem);
    }

  show_coming (self);
  return cnscd_member_form_is_valid (&form, today);
}

/* What the form shows in the beginning may be right as it is. */
static gboolean
cnscd_member_dialog_can_save (CnscdFormDialog *form)
{
  CnscdMemberDialog *self = CNSCD_MEMBER_DIALOG (form);

  if (!self->joins)
    return cnscd_member_dialog_is_changed (form);
  return self->membership->team != NULL || cnscd_team_choice_row_get_team (self->team_row) != NULL;
}

static void
changed_cb (CnscdMemberDialog *self)
{
  if (self->filled)
    cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static CnscdChangeSet *
make_join (CnscdMemberDialog *self, CnscdMembership *membership)
{
  const CnscdTeamSummary *team = cnscd_team_choice_row_get_team (self->team_row);
  g_autofree char *place = cnscd_words_for_team (team);
  g_autofree char *label = NULL;
  CnscdChangeSet *set;

  /* Translators: a person's name, and another team that the person joins */
  label = g_strdup_printf (_ ("%s added to %s"), self->person->full_name, place);
  set = cnscd_change_set_new (label);
  cnscd_record_set (membership, team, team->team);
  cnscd_change_set_add (set, membership);
  return set;
}

static CnscdChangeSet *
cnscd_member_dialog_make_changes (CnscdFormDialog *form)
{
  CnscdMemberDialog *self = CNSCD_MEMBER_DIALOG (form);
  g_autoptr (CnscdPerson) person = NULL;
  g_autoptr (CnscdMembership) membership = NULL;
  CnscdChangeSet *set;
  g_autofree char *label = NULL;

  make_records (self, &person, &membership);
  if (self->joins && membership->team == NULL)
    return make_join (self, membership);

  label = g_strdup_printf (self->is_new || self->joins ? _ ("%s added") : _ ("%s changed"),
                           person->full_name);
  set = cnscd_change_set_new (label);
  if (self->joins)
    cnscd_change_set_add (set, membership);
  else if (self->is_new)
    {
      cnscd_change_set_add (set, person);
      cnscd_change_set_add (set, membership);
    }
  else
    {
      cnscd_change_set_edit (set, self->person, person);
      if (membership->team != NULL)
        cnscd_change_set_edit (set, self->membership, membership);
    }

  return set;
}

static void
set_choices (AdwComboRow *row, const char *const *choices)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (choices);

  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
fill_role (CnscdMemberDialog *self)
{
  const char *names[] = { cnscd_words_for_role (CNSCD_ROLE_LEADER),
                          cnscd_words_for_role (CNSCD_ROLE_DEPUTY),
                          cnscd_words_for_role (CNSCD_ROLE_MEMBER),
                          self->membership->role == CNSCD_ROLE_UNKNOWN ? "—" : NULL, NULL };

  set_choices (self->role_row, names);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (roles[i] == (CnscdRole) self->membership->role)
      adw_combo_row_set_selected (self->role_row, i);
}

static void
fill (CnscdMemberDialog *self)
{
  const CnscdPerson *person = self->person;
  const CnscdMembership *membership = self->membership;
  g_autofree char *birth =
    cnscd_date_is_known (person->birth) ? cnscd_date_format (person->birth) : NULL;
  g_autofree char *phone = person->phone != NULL ? cnscd_phone_format (person->phone) : NULL;
  g_autofree char *legal_basis_on = cnscd_date_is_known (person->legal_basis_on)
                                      ? cnscd_date_format (person->legal_basis_on)
                                      : NULL;
  g_autofree char *since = cnscd_date_is_known (membership->valid_from)
                             ? cnscd_date_format (membership->valid_from)
                             : NULL;

  set_text (self->name_row, person->full_name);
  adw_combo_row_set_selected (self->gender_row, (guint) person->gender);
  set_text (self->birth_row, birth);
  set_text (self->phone_row, phone);
  adw_combo_row_set_selected (self->legal_basis_row, (guint) person->legal_basis);
  set_text (self->legal_basis_on_row, legal_basis_on);
  fill_role (self);
  set_text (self->body_row, membership->body);
  set_text (self->position_row, membership->position);
  set_text (self->since_row, since);
  set_text (self->note_row, membership->note);
  self->filled = TRUE;
  cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static void
cnscd_member_dialog_dispose (GObject *object)
{
  CnscdMemberDialog *self = CNSCD_MEMBER_DIALOG (object);

  g_clear_pointer (&self->person, cnscd_record_unref);
  g_clear_pointer (&self->membership, cnscd_record_unref);

  G_OBJECT_CLASS (cnscd_member_dialog_parent_class)->dispose (object);
}

static void
cnscd_member_dialog_class_init (CnscdMemberDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CnscdFormDialogClass *form_class = CNSCD_FORM_DIALOG_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_member_dialog_dispose;
  form_class->check = cnscd_member_dialog_check;
  form_class->is_changed = cnscd_member_dialog_is_changed;
  form_class->can_save = cnscd_member_dialog_can_save;
  form_class->make_changes = cnscd_member_dialog_make_changes;

  g_type_ensure (CNSCD_TYPE_TEAM_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/members/cnscd-member-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberDialog, person_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberDialog, team_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberDialog, team_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberDialog, gender_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberDialog, birth_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberDialog, phone_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberDialog, legal_basis_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberDialog, legal_basis_on_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberDialog, role_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberDialog, body_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberDialog, position_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberDialog, since_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberDialog, coming);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
cnscd_member_dialog_init (CnscdMemberDialog *self)
{
  const char *genders[] = { "—", cnscd_words_for_gender (CNSCD_GENDER_MALE),
                            cnscd_words_for_gender (CNSCD_GENDER_FEMALE), NULL };
  const char *legal_bases[] = { "—", cnscd_words_for_legal_basis_kind (CNSCD_LEGAL_BASIS_CONSENT),
                                cnscd_words_for_legal_basis_kind (CNSCD_LEGAL_BASIS_PUBLIC_DUTY),
                                NULL };

  gtk_widget_init_template (GTK_WIDGET (self));
  set_choices (self->gender_row, genders);
  set_choices (self->legal_basis_row, legal_bases);
}

static CnscdMemberDialog *
create (CnscdWindow *window, CnscdPerson *person, CnscdMembership *membership, gboolean is_new)
{
  CnscdMemberDialog *self = g_object_new (CNSCD_TYPE_MEMBER_DIALOG, NULL);

  cnscd_form_dialog_set_window (CNSCD_FORM_DIALOG (self), window);
  self->is_new = is_new;
  self->person = cnscd_record_ref (person);
  self->membership = cnscd_record_ref (membership);
  if (!is_new)
    adw_dialog_set_title (ADW_DIALOG (self), person->full_name);
  fill (self);
  return self;
}

/**
 * cnscd_member_dialog_new:
 * @window: where the member is added
 * @team: the team
 *
 * Returns: (transfer floating): a form for a new member of @team
 */
AdwDialog *
cnscd_member_dialog_new (CnscdWindow *window, CnscdTeam *team)
{
  g_autoptr (CnscdPerson) person = NULL;
  g_autoptr (CnscdMembership) membership = NULL;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window) && team != NULL, NULL);

  person = cnscd_record_new (&CNSCD_KIND_PERSON, team->record.unit);
  membership = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, team->record.unit);
  cnscd_record_set (membership, team, team->record.id);
  cnscd_record_set (membership, person, person->record.id);
  membership->role = CNSCD_ROLE_MEMBER;
  membership->valid_from = cnscd_date_today ();
  return ADW_DIALOG (create (window, person, membership, TRUE));
}

/**
 * cnscd_member_dialog_new_for_member:
 * @window: where the member is changed
 * @person: the person as stored
 * @membership: the membership as stored
 *
 * Returns: (transfer floating): a form for a member
 */
AdwDialog *
cnscd_member_dialog_new_for_member (CnscdWindow *window,
                                    CnscdPerson *person,
                                    CnscdMembership *membership)
{
  g_return_val_if_fail (CNSCD_IS_WINDOW (window), NULL);
  g_return_val_if_fail (person != NULL && membership != NULL, NULL);

  return ADW_DIALOG (create (window, person, membership, FALSE));
}

/**
 * cnscd_member_dialog_new_draft:
 * @window: where the member is to join
 * @person: a person who is not stored yet
 * @membership: a membership that is not stored yet
 * @is_new: whether both are still to be filled
 *
 * For a form that says since when for several people at once.
 *
 * Returns: (transfer floating): a form for a member; see cnscd_form_dialog_set_taker()
 */
AdwDialog *
cnscd_member_dialog_new_draft (CnscdWindow *window,
                               CnscdPerson *person,
                               CnscdMembership *membership,
                               gboolean is_new)
{
  CnscdMemberDialog *self;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window), NULL);
  g_return_val_if_fail (person != NULL && membership != NULL, NULL);

  self = create (window, person, membership, is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->since_row), FALSE);
  return ADW_DIALOG (self);
}

/**
 * cnscd_member_dialog_new_draft_to_join:
 * @window: where the person is to join
 * @person: a person as stored
 * @membership: a membership of theirs in a team, not stored yet
 *
 * As cnscd_member_dialog_new_draft(), for somebody who keeps their record.
 *
 * Returns: (transfer floating): a form for the membership; see cnscd_form_dialog_set_taker()
 */
AdwDialog *
cnscd_member_dialog_new_draft_to_join (CnscdWindow *window,
                                       CnscdPerson *person,
                                       CnscdMembership *membership)
{
  CnscdMemberDialog *self;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window), NULL);
  g_return_val_if_fail (person != NULL && membership != NULL && membership->team != NULL, NULL);

  self = create (window, person, membership, FALSE);
  self->joins = TRUE;
  gtk_widget_set_visible (self->person_group, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->since_row), FALSE);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->role_row));
  cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}

static CnscdMemberDialog *
create_for_person (CnscdWindow *window, CnscdPerson *person)
{
  CnscdMemberDialog *self = g_object_new (CNSCD_TYPE_MEMBER_DIALOG, NULL);

  cnscd_form_dialog_set_window (CNSCD_FORM_DIALOG (self), window);
  self->person = cnscd_record_ref (person);
  self->membership = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, person->record.unit);
  cnscd_record_set (self->membership, person, person->record.id);
  self->membership->role = CNSCD_ROLE_MEMBER;
  return self;
}

/**
 * cnscd_member_dialog_new_for_person:
 * @window: where the person is changed
 * @person: a person as stored, who is and was in no team
 *
 * Returns: (transfer floating): a form for a person alone
 */
AdwDialog *
cnscd_member_dialog_new_for_person (CnscdWindow *window, CnscdPerson *person)
{
  CnscdMemberDialog *self;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window) && person != NULL, NULL);

  self = create_for_person (window, person);
  gtk_widget_set_visible (self->team_group, FALSE);
  adw_dialog_set_title (ADW_DIALOG (self), person->full_name);
  fill (self);
  return ADW_DIALOG (self);
}

/**
 * cnscd_member_dialog_new_to_join:
 * @window: where the person is shown
 * @person: a person as stored
 * @teams: (array zero-terminated=1): ids of the teams that the person is in
 *
 * Returns: (transfer floating): a form that adds somebody to another team
 */
AdwDialog *
cnscd_member_dialog_new_to_join (CnscdWindow *window, CnscdPerson *person, const char *const *teams)
{
  CnscdMemberDialog *self;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window) && person != NULL && teams != NULL, NULL);

  self = create_for_person (window, person);
  self->joins = TRUE;
  self->membership->valid_from = cnscd_date_today ();
  gtk_widget_set_visible (self->person_group, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->team_row), TRUE);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->team_row));
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Add to a Team"));
  g_object_set (self, "subtitle", person->full_name, "save-label", _ ("_Add"), NULL);
  fill (self);
  cnscd_team_choice_row_load (self->team_row, cnscd_window_get_repository (window),
                              person->record.unit, NULL, teams);
  return ADW_DIALOG (self);
}
