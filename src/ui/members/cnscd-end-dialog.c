/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-end-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-roster-edit.h"
#include "ui/common/cnscd-form.h"
#include "ui/common/cnscd-words.h"

/**
 * CnscdEndDialog:
 *
 * A form that ends a membership, or ends it for one in another team: since
 * when, why, and where to.
 */
struct _CnscdEndDialog
{
  CnscdFormDialog parent_instance;

  AdwPreferencesGroup *group;
  AdwComboRow *team_row;
  AdwEntryRow *from_row;
  AdwEntryRow *reason_row;

  CnscdPerson *person;
  CnscdMembership *membership;
  gboolean moves;
  GPtrArray *teams; /* (nullable) (element-type CnscdTeamSummary): in the order of the row */
  char *first_day;  /* as the form came up */
};

G_DEFINE_FINAL_TYPE (CnscdEndDialog, cnscd_end_dialog, CNSCD_TYPE_FORM_DIALOG)

static CnscdFormProblem
read_day (CnscdEndDialog *self, CnscdDate *day)
{
  return cnscd_form_check_day (gtk_editable_get_text (GTK_EDITABLE (self->from_row)),
                               self->membership->valid_from, day);
}

static const char *
get_reason (CnscdEndDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->reason_row));

  return *text != '\0' ? text : NULL;
}

static const CnscdTeamSummary *
get_team (CnscdEndDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->team_row);

  return self->teams != NULL && selected < self->teams->len ? self->teams->pdata[selected] : NULL;
}

static gboolean
cnscd_end_dialog_check (CnscdFormDialog *form, gboolean changed)
{
  CnscdEndDialog *self = CNSCD_END_DIALOG (form);
  CnscdDate day;
  CnscdFormProblem problem = read_day (self, &day);

  cnscd_form_show_problem (self->from_row,
                           self->moves ? _ ("In the new team from") : _ ("No longer a member from"),
                           problem);
  return problem == CNSCD_FORM_PROBLEM_NONE;
}

static gboolean
cnscd_end_dialog_is_changed (CnscdFormDialog *form)
{
  CnscdEndDialog *self = CNSCD_END_DIALOG (form);

  return get_reason (self) != NULL ||
         g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->from_row)), self->first_day) != 0;
}

/* As it comes up, the form is ready. */
static gboolean
cnscd_end_dialog_can_save (CnscdFormDialog *form)
{
  CnscdEndDialog *self = CNSCD_END_DIALOG (form);

  return !self->moves || get_team (self) != NULL;
}

static void
changed_cb (CnscdEndDialog *self)
{
  if (self->membership != NULL)
    cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static CnscdChangeSet *
make_move (CnscdEndDialog *self, CnscdDate day)
{
  const CnscdTeamSummary *summary = get_team (self);
  g_autofree char *place = cnscd_words_for_team (summary);
  g_autofree char *label = NULL;
  g_autoptr (CnscdTeam) team = cnscd_record_new_blank (&CNSCD_KIND_TEAM);
  CnscdChangeSet *set;

  /* Translators: a person's name, and the team that the person goes to */
  label = g_strdup_printf (_ ("%s moved to %s"), self->person->full_name, place);
  set = cnscd_change_set_new (label);
  cnscd_record_set_text (team, &team->record.id, summary->team);
  cnscd_roster_move_member (set, self->membership, team, day, get_reason (self), NULL);
  return set;
}

static CnscdChangeSet *
make_end (CnscdEndDialog *self, CnscdDate day)
{
  g_autofree char *label = NULL;
  CnscdChangeSet *set;

  /* Translators: %s is a person's name */
  label = g_strdup_printf (_ ("%s left the team"), self->person->full_name);
  set = cnscd_change_set_new (label);
  cnscd_roster_end_membership (set, self->membership, day, get_reason (self), NULL);
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
teams_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdEndDialog) self = user_data;
  g_autoptr (GPtrArray) teams = NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GError) error = NULL;

  teams = cnscd_repository_read_finish (CNSCD_REPOSITORY (source), result, &error);
  if (teams == NULL)
    {
      cnscd_form_dialog_show_error (CNSCD_FORM_DIALOG (self), error);
      return;
    }

  for (guint i = 0; i < teams->len;)
    {
      const CnscdTeamSummary *team = teams->pdata[i];
      g_autofree char *name = NULL;

      if (g_strcmp0 (team->team, self->membership->team) == 0)
        {
          g_ptr_array_remove_index (teams, i);
          continue;
        }
      name = cnscd_words_for_team (team);
      gtk_string_list_append (names, name);
      i++;
    }
  self->teams = g_steal_pointer (&teams);
  adw_combo_row_set_model (self->team_row, G_LIST_MODEL (names));
  cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static void
teams_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdEndDialog) self = user_data;
  g_autoptr (GArray) nrs = NULL;
  g_autoptr (GError) error = NULL;

  nrs = cnscd_repository_query_finish (CNSCD_REPOSITORY (source), result, &error);
  if (nrs == NULL)
    {
      cnscd_form_dialog_show_error (CNSCD_FORM_DIALOG (self), error);
      return;
    }

  cnscd_repository_read_teams_async (CNSCD_REPOSITORY (source),
                                     (const gint64 *) (gpointer) nrs->data, nrs->len, NULL,
                                     teams_read_cb, g_object_ref (self));
}

static void
cnscd_end_dialog_dispose (GObject *object)
{
  CnscdEndDialog *self = CNSCD_END_DIALOG (object);

  g_clear_pointer (&self->person, cnscd_record_unref);
  g_clear_pointer (&self->membership, cnscd_record_unref);
  g_clear_pointer (&self->teams, g_ptr_array_unref);
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

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/members/cnscd-end-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdEndDialog, group);
  gtk_widget_class_bind_template_child (widget_class, CnscdEndDialog, team_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdEndDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdEndDialog, reason_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
cnscd_end_dialog_init (CnscdEndDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static CnscdEndDialog *
create (CnscdWindow *window, CnscdPerson *person, CnscdMembership *membership, gboolean moves)
{
  CnscdEndDialog *self = g_object_new (
    CNSCD_TYPE_END_DIALOG, "title", moves ? _ ("Move to Another Team") : _ ("End Membership"),
    "subtitle", person->full_name, "save-label", moves ? _ ("_Move") : _ ("_End Membership"), NULL);

  cnscd_form_dialog_set_window (CNSCD_FORM_DIALOG (self), window);
  self->person = cnscd_record_ref (person);
  self->moves = moves;
  self->first_day = cnscd_date_format (cnscd_date_today ());
  gtk_widget_set_visible (GTK_WIDGET (self->team_row), moves);
  adw_preferences_group_set_description (
    self->group, moves ? _ ("The membership so far stays in the history of both.")
                       : _ ("The membership stays in the history of the person and of the team."));
  gtk_editable_set_text (GTK_EDITABLE (self->from_row), self->first_day);
  self->membership = cnscd_record_ref (membership);
  cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
  return self;
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
  g_return_val_if_fail (CNSCD_IS_WINDOW (window), NULL);
  g_return_val_if_fail (person != NULL && membership != NULL, NULL);

  return ADW_DIALOG (create (window, person, membership, FALSE));
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
  CnscdEndDialog *self;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window), NULL);
  g_return_val_if_fail (person != NULL && membership != NULL, NULL);

  self = create (window, person, membership, TRUE);
  cnscd_repository_query_teams_async (cnscd_window_get_repository (window),
                                      &(CnscdTeamQuery) { .unit = membership->record.unit }, NULL,
                                      teams_found_cb, g_object_ref (self));
  return ADW_DIALOG (self);
}
