/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-decision-guide.h"

#include <glib/gi18n-lib.h>

#include "cnscd-decision-fields.h"
#include "cnscd-guide-people.h"
#include "cnscd-guide-plan.h"
#include "cnscd-guide-summary.h"
#include "cnscd-guide-teams.h"
#include "core/cnscd-member-form.h"
#include "core/cnscd-text.h"
#include "model/cnscd-repository-decisions.h"
#include "model/cnscd-repository-office.h"
#include "ui/common/cnscd-form.h"
#include "ui/common/cnscd-unit-choices.h"

/**
 * CnscdDecisionGuide:
 *
 * A new decision in steps: the decision itself, the teams or people that it
 * is about, and what will change, in words. All of it is saved as one action.
 */
struct _CnscdDecisionGuide
{
  CnscdFormDialog parent_instance;

  AdwNavigationView *navigation;
  GtkWidget *unit_group;
  CnscdChoiceRow *unit_row;
  CnscdDecisionFields *fields;
  AdwEntryRow *from_row;
  CnscdGuideTeams *teams;
  CnscdGuidePeople *people;
  CnscdGuideSummary *summary;

  GCancellable *cancellable;
  char *team;                /* (nullable): to begin with */
  CnscdUnitRecords *records; /* (nullable): until they are read */
  gboolean touched;          /* before another commune was chosen */
};

G_DEFINE_FINAL_TYPE (CnscdDecisionGuide, cnscd_decision_guide, CNSCD_TYPE_FORM_DIALOG)

static const char *
get_step (CnscdDecisionGuide *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  return page != NULL ? adw_navigation_page_get_tag (page) : "decision";
}

static gboolean
is_at (CnscdDecisionGuide *self, const char *step)
{
  return g_strcmp0 (get_step (self), step) == 0;
}

/* The first day: as typed, or the decision's own. */
static CnscdFormProblem
read_from (CnscdDecisionGuide *self, const CnscdDecision *decision, CnscdDate *from)
{
  CnscdFormProblem problem = cnscd_form_check_day (
    gtk_editable_get_text (GTK_EDITABLE (self->from_row)), CNSCD_DATE_UNKNOWN, from);

  if (problem != CNSCD_FORM_PROBLEM_MISSING)
    return problem;

  *from = decision->date;
  return CNSCD_FORM_PROBLEM_NONE;
}

/* What the steps come to so far. */
static CnscdGuidePlan *
make_plan (CnscdDecisionGuide *self)
{
  g_autoptr (CnscdDecision) decision = cnscd_decision_fields_make (self->fields);
  CnscdGuidePlan *plan = cnscd_guide_plan_new (self->records, decision);
  const CnscdOffice *office = cnscd_repository_get_office (
    cnscd_window_get_repository (cnscd_form_dialog_get_window (CNSCD_FORM_DIALOG (self))));

  read_from (self, decision, &plan->from);
  if (office != NULL)
    plan->sizes = office->sizes;
  if (decision->kind == CNSCD_DECISION_KIND_CONSOLIDATE)
    {
      plan->team = cnscd_guide_people_get_team (self->people);
      plan->seats = cnscd_guide_people_dup_seats (self->people);
      plan->joiners = cnscd_guide_people_dup_joiners (self->people);
    }
  else
    {
      plan->teams = cnscd_guide_teams_dup_teams (self->teams);
      plan->hamlets = cnscd_guide_teams_dup_hamlets (self->teams);
      plan->with_people = cnscd_guide_teams_takes_people (self->teams);
    }
  return plan;
}

/* ---- as a form */

static gboolean
check_decision (CnscdDecisionGuide *self)
{
  g_autoptr (CnscdDecision) decision = cnscd_decision_fields_make (self->fields);
  gboolean right = cnscd_decision_fields_check (self->fields);
  CnscdDate from;
  CnscdFormProblem problem = read_from (self, decision, &from);

  cnscd_form_show_day (self->from_row, _ ("In Force From"), problem);
  return right && problem == CNSCD_FORM_PROBLEM_NONE && self->records != NULL;
}

static gboolean
cnscd_decision_guide_check (CnscdFormDialog *form, gboolean changed)
{
  CnscdDecisionGuide *self = CNSCD_DECISION_GUIDE (form);
  g_autoptr (CnscdGuidePlan) plan = NULL;
  g_autofree char *problem = NULL;

  if (is_at (self, "decision"))
    return check_decision (self);

  plan = make_plan (self);
  problem = cnscd_guide_plan_dup_problem (plan);
  cnscd_guide_teams_show_problem (self->teams, problem);
  cnscd_guide_people_show_problem (self->people, problem);
  return problem == NULL && cnscd_guide_plan_is_complete (plan);
}

static gboolean
cnscd_decision_guide_is_changed (CnscdFormDialog *form)
{
  CnscdDecisionGuide *self = CNSCD_DECISION_GUIDE (form);

  return self->touched || cnscd_decision_fields_is_changed (self->fields) ||
         *gtk_editable_get_text (GTK_EDITABLE (self->from_row)) != '\0' ||
         cnscd_guide_teams_is_changed (self->teams) || cnscd_guide_people_is_changed (self->people);
}

static gboolean
cnscd_decision_guide_can_save (CnscdFormDialog *form)
{
  return TRUE;
}

static CnscdChangeSet *
cnscd_decision_guide_make_changes (CnscdFormDialog *form)
{
  g_autoptr (CnscdGuidePlan) plan = make_plan (CNSCD_DECISION_GUIDE (form));

  return cnscd_guide_plan_make_changes (plan);
}

static void
stepped_cb (CnscdDecisionGuide *self)
{
  static const char *const steps[] = { "decision", "teams", "people", "summary" };
  gboolean is_first = is_at (self, steps[0]);
  gboolean is_last = is_at (self, steps[G_N_ELEMENTS (steps) - 1]);
  g_autofree char *subtitle = NULL;
  g_autoptr (CnscdGuidePlan) plan = NULL;

  /* Translators: of how many steps a form has, which one is shown */
  subtitle = g_strdup_printf (_ ("Step %d of %d"), is_first ? 1 : (is_last ? 3 : 2), 3);
  g_object_set (self, "subtitle", subtitle, "save-label", is_last ? _ ("_Save") : _ ("_Next"),
                "cancel-label", is_first ? _ ("_Cancel") : _ ("_Back"), NULL);
  if (is_last)
    plan = make_plan (self);
  /* What changes nothing may have been forgotten. */
  cnscd_form_dialog_suggest_save (CNSCD_FORM_DIALOG (self),
                                  plan == NULL || cnscd_guide_plan_changes_roster (plan));
  cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static void
push (CnscdDecisionGuide *self, const char *step)
{
  GtkWidget *page;

  adw_navigation_view_push_by_tag (self->navigation, step);
  page = GTK_WIDGET (adw_navigation_view_get_visible_page (self->navigation));
  if (!cnscd_form_focus_first (page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  stepped_cb (self);
}

static gboolean
cnscd_decision_guide_advance (CnscdFormDialog *form)
{
  CnscdDecisionGuide *self = CNSCD_DECISION_GUIDE (form);
  g_autoptr (CnscdDecision) decision = cnscd_decision_fields_make (self->fields);
  g_autoptr (CnscdGuidePlan) plan = NULL;

  if (is_at (self, "summary"))
    return FALSE;

  if (!is_at (self, "decision"))
    {
      plan = make_plan (self);
      cnscd_guide_plan_describe (plan, self->summary);
      push (self, "summary");
    }
  else if (decision->kind == CNSCD_DECISION_KIND_CONSOLIDATE)
    {
      cnscd_guide_people_fill (self->people, cnscd_form_dialog_get_window (form), self->records,
                               self->team);
      push (self, "people");
    }
  else
    {
      cnscd_guide_teams_fill (self->teams, self->records, (CnscdDecisionKind) decision->kind,
                              self->team);
      push (self, "teams");
    }
  return TRUE;
}

static gboolean
cnscd_decision_guide_retreat (CnscdFormDialog *form)
{
  return adw_navigation_view_pop (CNSCD_DECISION_GUIDE (form)->navigation);
}

/* ---- the commune */

static void
changed_cb (CnscdDecisionGuide *self)
{
  if (cnscd_form_dialog_get_window (CNSCD_FORM_DIALOG (self)) != NULL)
    cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdDecisionGuide *self = user_data;
  g_autoptr (GError) error = NULL;
  CnscdUnitRecords *records =
    cnscd_repository_load_unit_records_finish (CNSCD_REPOSITORY (source), result, &error);

  if (records == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        cnscd_form_dialog_show_error (CNSCD_FORM_DIALOG (self), error);
      return;
    }

  g_clear_pointer (&self->records, cnscd_unit_records_unref);
  self->records = records;
  changed_cb (self);
}

static void
load (CnscdDecisionGuide *self, CnscdRepository *repository, const char *unit)
{
  g_clear_pointer (&self->records, cnscd_unit_records_unref);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (unit != NULL)
    cnscd_repository_load_unit_records_async (repository, unit, self->cancellable, loaded_cb, self);
}

static char *
dup_issuer (CnscdRepository *repository, const char *unit)
{
  const char *name = cnscd_repository_get_unit_name (repository, unit);

  return name != NULL ? g_strconcat ("Ủy ban nhân dân ", name, NULL) : NULL;
}

static CnscdDecision *
new_decision (CnscdRepository *repository, const char *unit, CnscdDecisionKind kind)
{
  CnscdDecision *decision = cnscd_record_new (&CNSCD_KIND_DECISION, unit != NULL ? unit : "");
  const CnscdOffice *office = cnscd_repository_get_office (repository);
  g_autofree char *issuer = dup_issuer (repository, unit);

  cnscd_record_set (decision, issuer, issuer);
  if (office != NULL && office->unit != NULL && g_strcmp0 (office->unit, unit) == 0 &&
      office->signers->len > 0)
    cnscd_record_set (decision, signer, ((CnscdSigner *) office->signers->pdata[0])->full_name);
  decision->kind = kind != CNSCD_DECISION_KIND_UNKNOWN ? (int) kind : CNSCD_DECISION_KIND_ESTABLISH;
  return decision;
}

static void
unit_changed_cb (CnscdDecisionGuide *self)
{
  CnscdWindow *window = cnscd_form_dialog_get_window (CNSCD_FORM_DIALOG (self));
  const char *unit = cnscd_choice_row_get_chosen (self->unit_row);
  g_autoptr (CnscdDecision) decision = NULL;
  g_autofree char *issuer = NULL;
  CnscdRepository *repository;

  if (window == NULL)
    return;

  repository = cnscd_window_get_repository (window);
  self->touched |= cnscd_decision_fields_is_changed (self->fields);
  decision = cnscd_decision_fields_make (self->fields);
  issuer = dup_issuer (repository, unit);
  cnscd_record_set_text (decision, &decision->record.unit, unit != NULL ? unit : "");
  cnscd_record_set (decision, issuer, issuer);
  cnscd_decision_fields_fill (self->fields, repository, decision, TRUE);
  load (self, repository, unit);
  changed_cb (self);
}

static void
offer_units (CnscdDecisionGuide *self, CnscdRepository *repository)
{
  cnscd_unit_choices_offer (self->unit_row, cnscd_repository_get_units (repository), NULL);
  gtk_widget_set_visible (self->unit_group, TRUE);
}

static void
cnscd_decision_guide_dispose (GObject *object)
{
  CnscdDecisionGuide *self = CNSCD_DECISION_GUIDE (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (cnscd_decision_guide_parent_class)->dispose (object);
}

static void
cnscd_decision_guide_finalize (GObject *object)
{
  CnscdDecisionGuide *self = CNSCD_DECISION_GUIDE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->records, cnscd_unit_records_unref);
  g_free (self->team);

  G_OBJECT_CLASS (cnscd_decision_guide_parent_class)->finalize (object);
}

static void
cnscd_decision_guide_class_init (CnscdDecisionGuideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CnscdFormDialogClass *form_class = CNSCD_FORM_DIALOG_CLASS (klass);

  object_class->dispose = cnscd_decision_guide_dispose;
  object_class->finalize = cnscd_decision_guide_finalize;
  form_class->check = cnscd_decision_guide_check;
  form_class->is_changed = cnscd_decision_guide_is_changed;
  form_class->can_save = cnscd_decision_guide_can_save;
  form_class->make_changes = cnscd_decision_guide_make_changes;
  form_class->advance = cnscd_decision_guide_advance;
  form_class->retreat = cnscd_decision_guide_retreat;

  g_type_ensure (CNSCD_TYPE_CHOICE_ROW);
  g_type_ensure (CNSCD_TYPE_DECISION_FIELDS);
  g_type_ensure (CNSCD_TYPE_GUIDE_TEAMS);
  g_type_ensure (CNSCD_TYPE_GUIDE_PEOPLE);
  g_type_ensure (CNSCD_TYPE_GUIDE_SUMMARY);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/decisions/cnscd-decision-guide.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionGuide, navigation);
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionGuide, unit_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionGuide, unit_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionGuide, fields);
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionGuide, from_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionGuide, teams);
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionGuide, people);
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionGuide, summary);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stepped_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_changed_cb);
}

static void
cnscd_decision_guide_init (CnscdDecisionGuide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->fields, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->teams, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->people, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * cnscd_decision_guide_new:
 * @window: where the decision is entered
 * @unit: (nullable): code of the commune, %NULL to be chosen
 * @kind: what the decision does; may be changed
 * @team: (nullable): id of the team that it is about
 *
 * Returns: (transfer floating): a guided form for a new decision
 */
AdwDialog *
cnscd_decision_guide_new (CnscdWindow *window,
                          const char *unit,
                          CnscdDecisionKind kind,
                          const char *team)
{
  CnscdDecisionGuide *self;
  CnscdRepository *repository;
  g_autoptr (CnscdDecision) decision = NULL;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window), NULL);

  repository = cnscd_window_get_repository (window);
  decision = new_decision (repository, unit, kind);
  self = g_object_new (CNSCD_TYPE_DECISION_GUIDE, NULL);
  self->team = g_strdup (team);
  cnscd_decision_fields_fill (self->fields, repository, decision, TRUE);
  if (unit == NULL)
    offer_units (self, repository);
  cnscd_form_dialog_set_window (CNSCD_FORM_DIALOG (self), window);
  load (self, repository, unit);
  stepped_cb (self);
  return ADW_DIALOG (self);
}
