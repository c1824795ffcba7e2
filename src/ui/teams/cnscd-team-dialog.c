/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-team-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-roster-decision.h"
#include "core/cnscd-team-form.h"
#include "model/cnscd-repository-teams.h"
#include "ui/common/cnscd-form.h"
#include "ui/common/cnscd-unit-choices.h"
#include "ui/common/cnscd-words.h"
#include "ui/decisions/cnscd-decision-row.h"

/**
 * CnscdTeamDialog:
 *
 * A form for a team: a new one, or one to be changed. What it can tell from
 * the hamlet and the decision it proposes, as long as nobody wrote something
 * else there.
 */
struct _CnscdTeamDialog
{
  CnscdFormDialog parent_instance;

  CnscdChoiceRow *unit_row;
  AdwComboRow *level_row;
  CnscdChoiceRow *hamlet_row;
  AdwEntryRow *name_row;
  AdwActionRow *clash_row;
  GtkImage *clash_image;
  CnscdDecisionRow *decision_row;
  AdwEntryRow *since_row;
  AdwEntryRow *note_row;

  CnscdTeam *team; /* as stored, or new */
  gboolean is_new;
  gboolean filled; /* from here on, what changes is somebody's doing */
  char *unit;      /* (nullable): until it is chosen */
  CnscdTeamChoices *choices;
  GCancellable *cancellable;
  char *proposed_name;
  char *proposed_since;
};

G_DEFINE_FINAL_TYPE (CnscdTeamDialog, cnscd_team_dialog, CNSCD_TYPE_FORM_DIALOG)

/* In the order of the combo row. */
static const CnscdTeamLevel levels[] = { CNSCD_TEAM_LEVEL_HAMLET, CNSCD_TEAM_LEVEL_COMMUNE };

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static CnscdRepository *
get_repository (CnscdTeamDialog *self)
{
  return cnscd_window_get_repository (cnscd_form_dialog_get_window (CNSCD_FORM_DIALOG (self)));
}

static CnscdTeamLevel
get_level (CnscdTeamDialog *self)
{
  return levels[MIN (adw_combo_row_get_selected (self->level_row), G_N_ELEMENTS (levels) - 1)];
}

static CnscdTeamForm
read_form (CnscdTeamDialog *self)
{
  CnscdTeamLevel level = get_level (self);
  /* What an import gave a commune's team stays, though the form does not show it. */
  gboolean with_hamlet =
    level == CNSCD_TEAM_LEVEL_HAMLET || level == (CnscdTeamLevel) self->team->level;

  return (CnscdTeamForm) {
    .team = self->team,
    .unit = self->unit,
    .name = get_text (self->name_row),
    .level = level,
    .hamlet = with_hamlet ? cnscd_choice_row_get_chosen (self->hamlet_row) : NULL,
    .decision = cnscd_decision_row_get_decision (self->decision_row),
    .since = get_text (self->since_row),
    .note = get_text (self->note_row),
  };
}

/* A copy with what was typed; whoever calls checks first that it is valid. */
static CnscdTeam *
make_team (CnscdTeamDialog *self)
{
  const CnscdTeamForm form = read_form (self);
  CnscdTeam *team = cnscd_record_copy (self->team);

  cnscd_team_form_fill (&form, team);
  return team;
}

static gboolean
cnscd_team_dialog_is_changed (CnscdFormDialog *form)
{
  CnscdTeamDialog *self = CNSCD_TEAM_DIALOG (form);
  g_autoptr (CnscdTeam) team = make_team (self);

  return !cnscd_record_equal (team, self->team) ||
         g_strcmp0 (team->record.unit, self->team->record.unit) != 0;
}

static const char *
describe_clash (CnscdTeamClash clash)
{
  switch (clash)
    {
    case CNSCD_TEAM_CLASH_SAME:
      return _ ("This team already exists. Choose another name or hamlet.");
    case CNSCD_TEAM_CLASH_NAME:
      return _ ("Another team of the commune has this name");
    case CNSCD_TEAM_CLASH_HAMLET:
      return _ ("The hamlet already has a team");
    case CNSCD_TEAM_CLASH_NONE:
    default:
      return NULL;
    }
}

static void
show_clash (CnscdTeamDialog *self, CnscdTeamClash clash)
{
  const char *words = describe_clash (clash);

  if (words != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->clash_row), words);
  gtk_image_set_from_icon_name (self->clash_image, clash == CNSCD_TEAM_CLASH_SAME
                                                     ? "dialog-error-symbolic"
                                                     : "dialog-warning-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self->clash_image), "warning");
  gtk_widget_remove_css_class (GTK_WIDGET (self->clash_image), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->clash_image),
                            clash == CNSCD_TEAM_CLASH_SAME ? "error" : "warning");
  gtk_widget_set_visible (GTK_WIDGET (self->clash_row), words != NULL);
}

/* A new one for a hamlet: the form shows in the beginning what may be right as it is. */
static gboolean
is_proposed (CnscdTeamDialog *self)
{
  return self->is_new && self->team->hamlet != NULL;
}

static gboolean
cnscd_team_dialog_can_save (CnscdFormDialog *form)
{
  return is_proposed (CNSCD_TEAM_DIALOG (form)) || cnscd_team_dialog_is_changed (form);
}

static gboolean
cnscd_team_dialog_check (CnscdFormDialog *dialog, gboolean changed)
{
  CnscdTeamDialog *self = CNSCD_TEAM_DIALOG (dialog);
  const CnscdTeamForm form = read_form (self);
  CnscdDate until = self->team->valid_to;
  CnscdFormProblem name = cnscd_team_form_check (&form, CNSCD_TEAM_FIELD_NAME, until);
  CnscdFormProblem since = cnscd_team_form_check (&form, CNSCD_TEAM_FIELD_SINCE, until);
  CnscdTeamClash clash = CNSCD_TEAM_CLASH_NONE;

  cnscd_form_show_problem (self->name_row, C_ ("team", "Name"), name);
  cnscd_form_show_day (self->since_row, C_ ("team", "Since"), since);
  if (self->choices != NULL && (changed || is_proposed (self)))
    clash = cnscd_team_form_find_clash (&form, self->choices->teams, self->team->record.id,
                                        cnscd_date_today ());
  show_clash (self, clash);

  return cnscd_team_form_is_valid (&form, until) && clash != CNSCD_TEAM_CLASH_SAME;
}

static void
changed_cb (CnscdTeamDialog *self)
{
  if (self->filled)
    cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

/* What nobody has touched since it was proposed gives way to a better proposal. */
static void
propose (AdwEntryRow *row, char **proposed, const char *text)
{
  const char *present = get_text (row);

  if (*present != '\0' && g_strcmp0 (present, *proposed) != 0)
    return;

  g_set_str (proposed, text);
  set_text (row, text);
}

static const CnscdHamlet *
find_hamlet (CnscdTeamDialog *self, const char *id)
{
  for (guint i = 0; self->choices != NULL && i < self->choices->hamlets->len; i++)
    {
      const CnscdHamlet *hamlet = self->choices->hamlets->pdata[i];

      if (g_strcmp0 (hamlet->record.id, id) == 0)
        return hamlet;
    }

  return NULL;
}

static void
propose_name (CnscdTeamDialog *self)
{
  const CnscdHamlet *hamlet = find_hamlet (self, cnscd_choice_row_get_chosen (self->hamlet_row));
  g_autofree char *name = NULL;

  if (get_level (self) == CNSCD_TEAM_LEVEL_COMMUNE)
    name = cnscd_team_propose_commune_name (
      self->unit != NULL ? cnscd_repository_get_unit_name (get_repository (self), self->unit)
                         : NULL);
  else if (hamlet != NULL)
    name = cnscd_team_propose_name (hamlet->kind, hamlet->name);
  propose (self->name_row, &self->proposed_name, name != NULL ? name : "");
}

static void
level_changed_cb (CnscdTeamDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->hamlet_row),
                          get_level (self) == CNSCD_TEAM_LEVEL_HAMLET);
  if (self->filled && self->is_new)
    propose_name (self);
  changed_cb (self);
}

static void
hamlet_changed_cb (CnscdTeamDialog *self)
{
  if (self->filled && self->is_new)
    propose_name (self);
  changed_cb (self);
}

static void
decision_changed_cb (CnscdTeamDialog *self)
{
  const CnscdDecisionSummary *decision = cnscd_decision_row_get_summary (self->decision_row);

  if (self->filled && self->is_new && decision != NULL && cnscd_date_is_known (decision->date))
    {
      g_autofree char *date = cnscd_date_format (decision->date);

      propose (self->since_row, &self->proposed_since, date);
    }
  changed_cb (self);
}

static char *
describe_hamlet (CnscdTeamDialog *self, const CnscdHamlet *hamlet, gboolean over)
{
  if (over)
    {
      g_autofree char *date = cnscd_date_format (hamlet->valid_to);

      /* Translators: %s is the last day of a hamlet that does not exist any more */
      return g_strdup_printf (_ ("Until %s"), date);
    }
  return cnscd_team_is_hamlet_without (self->choices->teams, hamlet->record.id,
                                       self->team->record.id, cnscd_date_today ())
           ? g_strdup (C_ ("hamlet", "No team yet"))
           : NULL;
}

static void
append_hamlets (CnscdTeamDialog *self, GListStore *list, gboolean over)
{
  CnscdDate today = cnscd_date_today ();

  for (guint i = 0; i < self->choices->hamlets->len; i++)
    {
      const CnscdHamlet *hamlet = self->choices->hamlets->pdata[i];
      g_autofree char *title = NULL;
      g_autofree char *detail = NULL;

      if (cnscd_date_is_over (hamlet->valid_to, today) != over)
        continue;

      title = cnscd_words_for_place (hamlet->kind, hamlet->name);
      detail = describe_hamlet (self, hamlet, over);
      cnscd_choice_append (list, hamlet->record.id, title, detail);
    }
}

static void
show_choices (CnscdTeamDialog *self)
{
  g_autoptr (GListStore) hamlets = g_list_store_new (CNSCD_TYPE_CHOICE);

  cnscd_unit_choices_offer (self->unit_row, self->choices->units, NULL);

  cnscd_choice_append (hamlets, NULL, C_ ("hamlet", "None"), NULL);
  append_hamlets (self, hamlets, FALSE);
  append_hamlets (self, hamlets, TRUE);
  cnscd_choice_row_set_choices (self->hamlet_row, G_LIST_MODEL (hamlets));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdTeamDialog *self = user_data;
  g_autoptr (GError) error = NULL;
  CnscdTeamChoices *choices =
    cnscd_repository_load_team_choices_finish (CNSCD_REPOSITORY (source), result, &error);

  if (choices == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        cnscd_form_dialog_show_error (CNSCD_FORM_DIALOG (self), error);
      return;
    }

  g_clear_pointer (&self->choices, cnscd_team_choices_free);
  self->choices = choices;
  show_choices (self);
  cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static void
set_unit (CnscdTeamDialog *self, const char *unit)
{
  g_set_str (&self->unit, unit);
  /* Until those of this commune are there. */
  cnscd_choice_row_set_choices (self->hamlet_row, NULL);
  g_clear_pointer (&self->choices, cnscd_team_choices_free);
  gtk_widget_set_sensitive (GTK_WIDGET (self->hamlet_row), unit != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->decision_row), unit != NULL);
  if (unit != NULL)
    cnscd_decision_row_set_repository (self->decision_row, get_repository (self), unit);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  cnscd_repository_load_team_choices_async (get_repository (self), unit, self->cancellable,
                                            loaded_cb, self);
}

/* What was chosen of one commune is nothing in another. */
static void
unit_changed_cb (CnscdTeamDialog *self)
{
  if (!self->filled)
    return;

  cnscd_choice_row_set_chosen (self->hamlet_row, NULL);
  cnscd_decision_row_set_decision (self->decision_row, NULL);
  set_unit (self, cnscd_choice_row_get_chosen (self->unit_row));
  propose_name (self);
  changed_cb (self);
}

static CnscdChangeSet *
cnscd_team_dialog_make_changes (CnscdFormDialog *form)
{
  CnscdTeamDialog *self = CNSCD_TEAM_DIALOG (form);
  g_autoptr (CnscdTeam) team = make_team (self);
  g_autofree char *label =
    g_strdup_printf (self->is_new ? _ ("%s added") : _ ("%s changed"), team->name);
  CnscdChangeSet *set = cnscd_change_set_new (label);

  if (self->is_new)
    cnscd_change_set_add (set, team);
  else
    cnscd_change_set_edit (set, self->team, team);
  return set;
}

static void
cnscd_team_dialog_saved (CnscdFormDialog *form)
{
  CnscdTeamDialog *self = CNSCD_TEAM_DIALOG (form);

  if (self->is_new)
    gtk_widget_activate_action (GTK_WIDGET (cnscd_form_dialog_get_window (form)), "win.show-team",
                                "s", self->team->record.id);
}

static void
fill (CnscdTeamDialog *self, CnscdWindow *window)
{
  const CnscdTeam *team = self->team;
  g_autofree char *since =
    cnscd_date_is_known (team->valid_from) ? cnscd_date_format (team->valid_from) : NULL;

  cnscd_form_dialog_set_window (CNSCD_FORM_DIALOG (self), window);
  gtk_widget_set_visible (GTK_WIDGET (self->unit_row), team->record.unit == NULL);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (levels[i] == (CnscdTeamLevel) team->level)
      adw_combo_row_set_selected (self->level_row, i);
  cnscd_choice_row_set_asks (self->hamlet_row, self->is_new);
  cnscd_choice_row_set_asks (CNSCD_CHOICE_ROW (self->decision_row), self->is_new);
  cnscd_choice_row_set_chosen (self->hamlet_row, team->hamlet);
  set_text (self->name_row, team->name);
  cnscd_decision_row_set_decision (self->decision_row, team->decision);
  set_text (self->since_row, since);
  set_text (self->note_row, team->note);
  adw_dialog_set_focus (ADW_DIALOG (self), !self->is_new ? GTK_WIDGET (self->name_row)
                                           : team->record.unit == NULL
                                             ? GTK_WIDGET (self->unit_row)
                                             : GTK_WIDGET (self->hamlet_row));
  set_unit (self, team->record.unit);
  self->filled = TRUE;
  cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static void
cnscd_team_dialog_dispose (GObject *object)
{
  CnscdTeamDialog *self = CNSCD_TEAM_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->choices, cnscd_team_choices_free);
  g_clear_pointer (&self->team, cnscd_record_unref);

  G_OBJECT_CLASS (cnscd_team_dialog_parent_class)->dispose (object);
}

static void
cnscd_team_dialog_finalize (GObject *object)
{
  CnscdTeamDialog *self = CNSCD_TEAM_DIALOG (object);

  g_free (self->unit);
  g_free (self->proposed_name);
  g_free (self->proposed_since);

  G_OBJECT_CLASS (cnscd_team_dialog_parent_class)->finalize (object);
}

static void
cnscd_team_dialog_class_init (CnscdTeamDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CnscdFormDialogClass *form_class = CNSCD_FORM_DIALOG_CLASS (klass);

  object_class->dispose = cnscd_team_dialog_dispose;
  object_class->finalize = cnscd_team_dialog_finalize;
  form_class->check = cnscd_team_dialog_check;
  form_class->is_changed = cnscd_team_dialog_is_changed;
  form_class->can_save = cnscd_team_dialog_can_save;
  form_class->make_changes = cnscd_team_dialog_make_changes;
  form_class->saved = cnscd_team_dialog_saved;

  g_type_ensure (CNSCD_TYPE_CHOICE_ROW);
  g_type_ensure (CNSCD_TYPE_DECISION_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/teams/cnscd-team-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamDialog, unit_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamDialog, level_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamDialog, hamlet_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamDialog, clash_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamDialog, clash_image);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamDialog, decision_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamDialog, since_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamDialog, note_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, level_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, hamlet_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, decision_changed_cb);
}

static void
cnscd_team_dialog_init (CnscdTeamDialog *self)
{
  const char *names[] = { C_ ("team level", "Hamlet"), C_ ("team level", "Commune"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->level_row, G_LIST_MODEL (list));
}

/**
 * cnscd_team_dialog_new:
 * @window: where the team is added
 *
 * Returns: (transfer floating): a form for a new team, whose page comes up when it is saved
 */
AdwDialog *
cnscd_team_dialog_new (CnscdWindow *window)
{
  CnscdTeamDialog *self;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window), NULL);

  self = g_object_new (CNSCD_TYPE_TEAM_DIALOG, NULL);
  self->is_new = TRUE;
  self->team = cnscd_record_new (&CNSCD_KIND_TEAM,
                                 cnscd_repository_get_unit (cnscd_window_get_repository (window)));
  self->team->level = CNSCD_TEAM_LEVEL_HAMLET;
  fill (self, window);
  return ADW_DIALOG (self);
}

/**
 * cnscd_team_dialog_new_for_hamlet:
 * @window: where the team is added
 * @hamlet: a hamlet
 *
 * Returns: (transfer floating): a form for a new team of @hamlet, as it is usually called
 */
AdwDialog *
cnscd_team_dialog_new_for_hamlet (CnscdWindow *window, const CnscdHamlet *hamlet)
{
  CnscdTeamDialog *self;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window) && hamlet != NULL, NULL);

  self = g_object_new (CNSCD_TYPE_TEAM_DIALOG, NULL);
  self->is_new = TRUE;
  self->team = cnscd_roster_new_hamlet_team (hamlet);
  g_set_str (&self->proposed_name, self->team->name);
  fill (self, window);
  return ADW_DIALOG (self);
}

/**
 * cnscd_team_dialog_new_for_team:
 * @window: where the team is changed
 * @team: the team as stored
 *
 * Returns: (transfer floating): a form for a team
 */
AdwDialog *
cnscd_team_dialog_new_for_team (CnscdWindow *window, CnscdTeam *team)
{
  CnscdTeamDialog *self;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window) && team != NULL, NULL);

  self = g_object_new (CNSCD_TYPE_TEAM_DIALOG, "title", _ ("Edit Team"), NULL);
  self->team = cnscd_record_ref (team);
  fill (self, window);
  return ADW_DIALOG (self);
}
