/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-end-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/common/cnscd-form.h"
#include "ui/common/cnscd-person-words.h"
#include "ui/common/cnscd-words.h"
#include "ui/decisions/cnscd-decision-row.h"
#include "ui/schedule/cnscd-planned-hint.h"
#include "ui/teams/cnscd-team-choice-row.h"

#define MOVE_DESCRIPTION                                                                           \
  N_ ("The membership so far stays in the history of the person and of the team.")

/**
 * CnscdEndDialog:
 *
 * A form that ends memberships, or ends them for ones in another team: since
 * when, why, and where to. Of one person, or of several at once.
 */
struct _CnscdEndDialog
{
  CnscdFormDialog parent_instance;

  AdwPreferencesGroup *group;
  CnscdTeamChoiceRow *team_row;
  AdwEntryRow *from_row;
  AdwEntryRow *reason_row;
  CnscdDecisionRow *decision_row;
  GtkLabel *coming;
  GtkLabel *planned;

  CnscdBulkMembers *members;
  gboolean moves;
  char *first_day; /* as the form came up */
};

G_DEFINE_FINAL_TYPE (CnscdEndDialog, cnscd_end_dialog, CNSCD_TYPE_FORM_DIALOG)

/* Who moves on the first day was never in the first team; nobody ends before being there. */
static CnscdFormProblem
read_day (CnscdEndDialog *self, CnscdDate *day)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->from_row));
  g_autoptr (CnscdBulkMembers) too_new = NULL;
  CnscdFormProblem problem;

  if (self->moves)
    return cnscd_form_check_day (text, cnscd_bulk_members_get_last_start (self->members), day);

  problem = cnscd_form_check_day (text, CNSCD_DATE_UNKNOWN, day);
  if (problem != CNSCD_FORM_PROBLEM_NONE)
    return problem;
  too_new = cnscd_bulk_end_find_too_new (self->members, *day);
  return cnscd_bulk_members_get_n (too_new) == cnscd_bulk_members_get_n (self->members)
           ? CNSCD_FORM_PROBLEM_BEFORE_START
           : CNSCD_FORM_PROBLEM_NONE;
}

static const char *
get_reason (CnscdEndDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->reason_row));

  return *text != '\0' ? text : NULL;
}

/* Who is there already is not moved; better told before than after. */
static void
show_stay (CnscdEndDialog *self)
{
  const CnscdTeamSummary *team =
    self->moves && self->members != NULL ? cnscd_team_choice_row_get_team (self->team_row) : NULL;
  guint n = self->members != NULL ? cnscd_bulk_members_count_people (self->members) : 0;
  guint n_moved = team != NULL ? cnscd_bulk_move_count (self->members, team->team) : n;
  g_autofree char *stay = cnscd_words_for_number (n - n_moved);
  g_autofree char *all = cnscd_words_for_number (n);
  g_autofree char *text = NULL;

  if (!self->moves || n < 2)
    return;

  if (n_moved < n)
    /* Translators: of people who are to move: "2 of 3" */
    text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s of %s is already in this team and stays.",
                                    "%s of %s are already in this team and stay.", n - n_moved),
                       stay, all);
  adw_preferences_group_set_description (self->group, text != NULL ? text : _ (MOVE_DESCRIPTION));
}

/* Who came too late to leave by then stays; better told before than after. */
static void
show_too_new (CnscdEndDialog *self, CnscdFormProblem problem, CnscdDate day)
{
  g_autoptr (CnscdBulkMembers) too_new = NULL;
  g_autofree char *names = NULL;
  g_autofree char *text = NULL;
  guint n;

  if (problem == CNSCD_FORM_PROBLEM_NONE)
    {
      too_new = cnscd_bulk_end_find_too_new (self->members, day);
      n = cnscd_bulk_members_get_n (too_new);
      names = cnscd_words_for_bulk_members (too_new);
      if (n > 0)
        /* Translators: %s is a name or several */
        text =
          g_strdup_printf (_ ("%s began on this day or later and stay as they are. If they were "
                              "entered by mistake, delete these memberships."),
                           names);
    }
  else if (problem == CNSCD_FORM_PROBLEM_BEFORE_START)
    text = g_strdup (_ ("A membership that was entered by mistake is deleted, not ended: select it "
                        "under Members and press Delete."));
  adw_preferences_group_set_description (
    self->group,
    text != NULL ? text : _ ("The membership stays in the history of the person and of the team."));
}

static void
show_coming (CnscdEndDialog *self)
{
  g_autofree char *day = cnscd_form_dup_coming_day (self->from_row);
  g_autofree char *words = NULL;

  if (day != NULL)
    words = self->moves
              /* Translators: %s is a day that is still to come */
              ? g_strdup_printf (_ ("From %s on. Until then still in the present team."), day)
              /* Translators: %s is a day that is still to come */
              : g_strdup_printf (_ ("From %s on. Until then still a member."), day);
  cnscd_form_show_coming (self->coming, words);
}

static gboolean
cnscd_end_dialog_check (CnscdFormDialog *form, gboolean changed)
{
  CnscdEndDialog *self = CNSCD_END_DIALOG (form);
  CnscdDate day;
  CnscdFormProblem problem = read_day (self, &day);

  if (self->moves)
    show_stay (self);
  else
    show_too_new (self, problem, day);
  cnscd_form_show_team_day (
    self->from_row, self->moves ? _ ("In the New Team From") : _ ("No Longer a Member From"),
    problem, cnscd_bulk_members_get_last_start (self->members));
  show_coming (self);
  if (problem == CNSCD_FORM_PROBLEM_NONE && cnscd_bulk_members_get_n (self->members) == 1)
    cnscd_planned_hint_show (self->planned, day);
  return problem == CNSCD_FORM_PROBLEM_NONE;
}

static gboolean
cnscd_end_dialog_is_changed (CnscdFormDialog *form)
{
  CnscdEndDialog *self = CNSCD_END_DIALOG (form);

  return get_reason (self) != NULL ||
         cnscd_decision_row_get_decision (self->decision_row) != NULL ||
         g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->from_row)), self->first_day) != 0;
}

/* As it comes up, the form is ready. */
static gboolean
cnscd_end_dialog_can_save (CnscdFormDialog *form)
{
  CnscdEndDialog *self = CNSCD_END_DIALOG (form);

  const CnscdTeamSummary *team =
    self->moves ? cnscd_team_choice_row_get_team (self->team_row) : NULL;

  return !self->moves || (team != NULL && cnscd_bulk_move_count (self->members, team->team) > 0);
}

static void
changed_cb (CnscdEndDialog *self)
{
  if (self->members != NULL)
    cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

/* Of the only person, %NULL when there are several. */
static const char *
get_name (CnscdEndDialog *self)
{
  return cnscd_bulk_members_get_n (self->members) == 1
           ? cnscd_bulk_members_get_person (self->members, 0)->full_name
           : NULL;
}

static CnscdChangeSet *
make_move (CnscdEndDialog *self, CnscdDate day)
{
  const CnscdTeamSummary *summary = cnscd_team_choice_row_get_team (self->team_row);
  guint n = cnscd_bulk_move_count (self->members, summary->team);
  g_autofree char *place = cnscd_words_for_team (summary);
  g_autofree char *members = cnscd_words_for_members (n);
  g_autofree char *label = NULL;
  g_autoptr (CnscdTeam) team = cnscd_record_new_blank (&CNSCD_KIND_TEAM);
  CnscdChangeSet *set;

  /* Translators: a person's name or "12 members", and the team that they go to */
  label = g_strdup_printf (_ ("%s moved to %s"),
                           get_name (self) != NULL ? get_name (self) : members, place);
  set = cnscd_change_set_new (label);
  cnscd_record_set_text (team, &team->record.id, summary->team);
  cnscd_bulk_move_add (self->members, team, day, get_reason (self),
                       cnscd_decision_row_get_decision (self->decision_row), set);
  return set;
}

static CnscdChangeSet *
make_end (CnscdEndDialog *self, CnscdDate day)
{
  g_autoptr (CnscdBulkMembers) too_new = cnscd_bulk_end_find_too_new (self->members, day);
  guint n = cnscd_bulk_members_get_n (self->members) - cnscd_bulk_members_get_n (too_new);
  g_autofree char *number = cnscd_words_for_number (n);
  g_autofree char *label = NULL;
  CnscdChangeSet *set;

  /* Translators: %s is a person's name */
  label =
    get_name (self) != NULL
      ? g_strdup_printf (_ ("%s left the team"), get_name (self))
      : g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%s membership ended", "%s memberships ended", n), number);
  set = cnscd_change_set_new (label);
  cnscd_bulk_end_add (self->members, day, get_reason (self),
                      cnscd_decision_row_get_decision (self->decision_row), set);
  return set;
}

static CnscdChangeSet *
cnscd_end_dialog_make_changes (CnscdFormDialog *form)
{
  CnscdEndDialog *self = CNSCD_END_DIALOG (form);
  CnscdDate day;

  read_day (self, &day);
  return self->moves ? make_move (self, day) : make_end (self, day);
}

static void
cnscd_end_dialog_dispose (GObject *object)
{
  CnscdEndDialog *self = CNSCD_END_DIALOG (object);

  g_clear_pointer (&self->members, cnscd_bulk_members_unref);
  g_clear_pointer (&self->first_day, g_free);

  G_OBJECT_CLASS (cnscd_end_dialog_parent_class)->dispose (object);
}

static void
cnscd_end_dialog_class_init (CnscdEndDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CnscdFormDialogClass *form_class = CNSCD_FORM_DIALOG_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_end_dialog_dispose;
  form_class->check = cnscd_end_dialog_check;
  form_class->is_changed = cnscd_end_dialog_is_changed;
  form_class->can_save = cnscd_end_dialog_can_save;
  form_class->make_changes = cnscd_end_dialog_make_changes;

  g_type_ensure (CNSCD_TYPE_DECISION_ROW);
  g_type_ensure (CNSCD_TYPE_TEAM_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/members/cnscd-end-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdEndDialog, group);
  gtk_widget_class_bind_template_child (widget_class, CnscdEndDialog, team_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdEndDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdEndDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdEndDialog, decision_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdEndDialog, coming);
  gtk_widget_class_bind_template_child (widget_class, CnscdEndDialog, planned);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
cnscd_end_dialog_init (CnscdEndDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static CnscdEndDialog *
create (CnscdWindow *window, CnscdBulkMembers *members, gboolean moves)
{
  guint n = cnscd_bulk_members_get_n (members);
  const char *unit = cnscd_bulk_members_get_unit (members);
  g_autofree char *counted = cnscd_words_for_members (n);
  CnscdEndDialog *self = g_object_new (
    CNSCD_TYPE_END_DIALOG, "title", moves ? _ ("Move to Another Team") : _ ("End Membership"),
    "subtitle", n == 1 ? cnscd_bulk_members_get_person (members, 0)->full_name : counted,
    "save-label", moves ? _ ("_Move") : C_ ("membership", "_End"), NULL);

  cnscd_form_dialog_set_window (CNSCD_FORM_DIALOG (self), window);
  self->moves = moves;
  /* A decision is one commune's. */
  gtk_widget_set_visible (GTK_WIDGET (self->decision_row), unit != NULL);
  if (unit != NULL)
    cnscd_decision_row_set_repository (self->decision_row, cnscd_window_get_repository (window),
                                       unit);
  self->first_day = cnscd_date_format (cnscd_date_today ());
  gtk_widget_set_visible (GTK_WIDGET (self->team_row), moves);
  adw_preferences_group_set_description (
    self->group, moves ? _ (MOVE_DESCRIPTION)
                       : _ ("The membership stays in the history of the person and of the team."));
  gtk_editable_set_text (GTK_EDITABLE (self->from_row), self->first_day);
  self->members = cnscd_bulk_members_ref (members);
  if (n == 1)
    {
      CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;

      query.guide = cnscd_bulk_members_get_person (members, 0)->record.id;
      cnscd_planned_hint_attach (self->planned, cnscd_window_get_repository (window), &query);
    }
  cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
  return self;
}

static CnscdBulkMembers *
make_one (CnscdPerson *person, CnscdMembership *membership)
{
  CnscdBulkMembers *members = cnscd_bulk_members_new ();

  cnscd_bulk_members_add (members, person, membership);
  return members;
}

/**
 * cnscd_end_dialog_new:
 * @window: where the membership ends
 * @person: the person as stored
 * @membership: the membership as stored
 *
 * Returns: (transfer floating): a form that ends a membership
 */
AdwDialog *
cnscd_end_dialog_new (CnscdWindow *window, CnscdPerson *person, CnscdMembership *membership)
{
  g_autoptr (CnscdBulkMembers) members = NULL;

  g_return_val_if_fail (person != NULL && membership != NULL, NULL);

  members = make_one (person, membership);
  return cnscd_end_dialog_new_for_several (window, members);
}

/**
 * cnscd_end_dialog_new_to_move:
 * @window: where the person moves
 * @person: the person as stored
 * @membership: the membership as stored
 *
 * Returns: (transfer floating): a form that moves a person to another team of the commune
 */
AdwDialog *
cnscd_end_dialog_new_to_move (CnscdWindow *window, CnscdPerson *person, CnscdMembership *membership)
{
  g_autoptr (CnscdBulkMembers) members = NULL;

  g_return_val_if_fail (person != NULL && membership != NULL, NULL);

  members = make_one (person, membership);
  return cnscd_end_dialog_new_to_move_several (window, members);
}

/**
 * cnscd_end_dialog_new_for_several:
 * @window: where the memberships end
 * @members: as stored
 *
 * Returns: (transfer floating): a form that ends all these memberships
 */
AdwDialog *
cnscd_end_dialog_new_for_several (CnscdWindow *window, CnscdBulkMembers *members)
{
  g_return_val_if_fail (CNSCD_IS_WINDOW (window), NULL);
  g_return_val_if_fail (members != NULL && cnscd_bulk_members_get_n (members) > 0, NULL);

  return ADW_DIALOG (create (window, members, FALSE));
}

/**
 * cnscd_end_dialog_new_to_move_several:
 * @window: where the people move
 * @members: as stored, all of one commune
 *
 * Returns: (transfer floating): a form that moves all of them to one team of the commune
 */
AdwDialog *
cnscd_end_dialog_new_to_move_several (CnscdWindow *window, CnscdBulkMembers *members)
{
  const char *left_out[] = { NULL, NULL };
  CnscdEndDialog *self;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window), NULL);
  g_return_val_if_fail (members != NULL && cnscd_bulk_members_get_unit (members) != NULL, NULL);

  self = create (window, members, TRUE);
  /* The team that all of them are in is no other one. */
  left_out[0] = cnscd_bulk_members_get_team (members);
  cnscd_team_choice_row_load (self->team_row, cnscd_window_get_repository (window),
                              cnscd_bulk_members_get_unit (members), NULL, left_out);
  return ADW_DIALOG (self);
}
