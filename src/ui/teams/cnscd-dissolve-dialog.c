/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-dissolve-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-member-form.h"
#include "core/cnscd-roster-edit.h"
#include "ui/common/cnscd-form.h"
#include "ui/common/cnscd-words.h"
#include "ui/decisions/cnscd-decision-row.h"
#include "ui/schedule/cnscd-planned-hint.h"

/**
 * CnscdDissolveDialog:
 *
 * A form that dissolves a team (giải thể): since when, and by which decision.
 */
struct _CnscdDissolveDialog
{
  CnscdFormDialog parent_instance;

  AdwPreferencesGroup *group;
  AdwEntryRow *from_row;
  CnscdDecisionRow *decision_row;
  GtkLabel *coming;
  GtkLabel *planned;
  AdwPreferencesGroup *coming_group;
  GPtrArray *coming_rows; /* (element-type GtkWidget): in the group */

  CnscdTeam *team;
  CnscdUnitRecords *records; /* of its commune */
  GPtrArray *elsewhere;      /* (element-type CnscdMembership): in its other teams */
  char *first_day;           /* as the form came up */
};

/* Of those who were to come; more would leave no room for the form. */
#define N_LISTED 4

G_DEFINE_FINAL_TYPE (CnscdDissolveDialog, cnscd_dissolve_dialog, CNSCD_TYPE_FORM_DIALOG)

static CnscdFormProblem
read_day (CnscdDissolveDialog *self, CnscdDate *day)
{
  CnscdDate first = self->team->valid_from;

  /* It was there for a day at least; one that never was is deleted. */
  if (cnscd_date_is_full (first))
    first = cnscd_date_add_days (first, 1);
  return cnscd_form_check_day (gtk_editable_get_text (GTK_EDITABLE (self->from_row)), first, day);
}

static GPtrArray *
list_seats (CnscdDissolveDialog *self, CnscdDate day)
{
  return cnscd_unit_records_list_seats (self->records, self->team->record.id, day);
}

static void
append_ending (GString *text, guint n)
{
  g_autofree char *number = cnscd_words_for_number (n);

  g_string_append_printf (
    text,
    /* Translators: %s is a number */
    g_dngettext (GETTEXT_PACKAGE, "%s membership ends with the team. Both stay in the history.",
                 "%s memberships end with the team. All stay in the history.", n),
    number);
}

static void
add_coming_row (CnscdDissolveDialog *self, const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, NULL);

  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (self->coming_group, row);
  g_ptr_array_add (self->coming_rows, row);
}

static void
show_withdrawn (CnscdDissolveDialog *self, GPtrArray *coming)
{
  g_autofree char *number = cnscd_words_for_number (coming->len);
  g_autofree char *title = NULL;

  for (guint i = 0; i < self->coming_rows->len; i++)
    adw_preferences_group_remove (self->coming_group, self->coming_rows->pdata[i]);
  g_ptr_array_set_size (self->coming_rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->coming_group), coming->len > 0);

  /* Translators: %s is a number; who it is follows */
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s planned membership is withdrawn",
                                        "%s planned memberships are withdrawn", coming->len),
                           number);
  adw_preferences_group_set_title (self->coming_group, title);
  cnscd_form_wrap_title (self->coming_group);
  for (guint i = 0; i < MIN (coming->len, N_LISTED); i++)
    {
      const CnscdMembership *membership = coming->pdata[i];
      const CnscdPerson *person =
        cnscd_unit_records_find (self->records, &CNSCD_KIND_PERSON, membership->person);
      g_autofree char *fate =
        cnscd_words_for_withdrawn (self->records, membership, self->elsewhere);

      add_coming_row (self, person != NULL && person->full_name != NULL ? person->full_name : "—",
                      fate);
    }
  if (coming->len > N_LISTED)
    {
      guint n_others = coming->len - N_LISTED;
      g_autofree char *others = cnscd_words_for_number (n_others);
      g_autofree char *words = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "and %s other", "and %s others", n_others), others);

      add_coming_row (self, words, NULL);
    }
}

/* Who goes on then, and who is still to come, depends on the day. */
static void
show_consequences (CnscdDissolveDialog *self, CnscdDate day)
{
  g_autoptr (GPtrArray) seats = list_seats (self, day);
  g_autoptr (GPtrArray) coming = cnscd_roster_find_coming (seats, day);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *markup = NULL;

  if (seats->len == 0)
    g_string_append (text, _ ("The team then has no members. It stays in the history."));
  if (seats->len > coming->len)
    append_ending (text, seats->len - coming->len);
  show_withdrawn (self, coming);
  markup = g_markup_escape_text (text->str, -1);
  adw_preferences_group_set_description (self->group, markup);
}

static void
show_coming (CnscdDissolveDialog *self)
{
  g_autofree char *day = cnscd_form_dup_coming_day (self->from_row);
  g_autofree char *words = NULL;

  if (day != NULL)
    /* Translators: %s is a day that is still to come */
    words = g_strdup_printf (_ ("From %s on. Until then the team goes on."), day);
  cnscd_form_show_coming (self->coming, words);
}

static gboolean
cnscd_dissolve_dialog_check (CnscdFormDialog *form, gboolean changed)
{
  CnscdDissolveDialog *self = CNSCD_DISSOLVE_DIALOG (form);
  CnscdDate day;
  CnscdFormProblem problem = read_day (self, &day);

  cnscd_form_show_team_day (self->from_row, _ ("First Day Without the Team"), problem,
                            self->team->valid_from);
  if (problem == CNSCD_FORM_PROBLEM_NONE)
    {
      show_consequences (self, day);
      cnscd_planned_hint_show (self->planned, day);
    }
  show_coming (self);
  return problem == CNSCD_FORM_PROBLEM_NONE;
}

static gboolean
cnscd_dissolve_dialog_is_changed (CnscdFormDialog *form)
{
  CnscdDissolveDialog *self = CNSCD_DISSOLVE_DIALOG (form);

  return cnscd_decision_row_get_decision (self->decision_row) != NULL ||
         g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->from_row)), self->first_day) != 0;
}

/* As it comes up, the form is ready. */
static gboolean
cnscd_dissolve_dialog_can_save (CnscdFormDialog *form)
{
  return TRUE;
}

static void
changed_cb (CnscdDissolveDialog *self)
{
  if (self->first_day != NULL)
    cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static char *
dup_label (CnscdDissolveDialog *self, CnscdDate day)
{
  g_autofree char *text = NULL;

  if (!cnscd_date_is_to_come (day, cnscd_date_today ()))
    /* Translators: %s is the name of a team */
    return g_strdup_printf (_ ("%s dissolved"), self->team->name);

  text = cnscd_date_format (day);
  /* Translators: the name of a team, and a day that is still to come */
  return g_strdup_printf (_ ("%s to be dissolved on %s"), self->team->name, text);
}

static CnscdChangeSet *
cnscd_dissolve_dialog_make_changes (CnscdFormDialog *form)
{
  CnscdDissolveDialog *self = CNSCD_DISSOLVE_DIALOG (form);
  g_autofree char *label = NULL;
  g_autoptr (GPtrArray) seats = NULL;
  CnscdChangeSet *set;
  CnscdDate day;

  read_day (self, &day);
  seats = list_seats (self, day);
  label = dup_label (self, day);
  set = cnscd_change_set_new (label);
  cnscd_roster_dissolve_team (set, self->team, seats, self->elsewhere, day,
                              cnscd_decision_row_get_decision (self->decision_row));
  return set;
}

static void
cnscd_dissolve_dialog_dispose (GObject *object)
{
  CnscdDissolveDialog *self = CNSCD_DISSOLVE_DIALOG (object);

  g_clear_pointer (&self->team, cnscd_record_unref);
  g_clear_pointer (&self->records, cnscd_unit_records_unref);
  g_clear_pointer (&self->elsewhere, g_ptr_array_unref);
  g_clear_pointer (&self->first_day, g_free);

  G_OBJECT_CLASS (cnscd_dissolve_dialog_parent_class)->dispose (object);
}

static void
cnscd_dissolve_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (CNSCD_DISSOLVE_DIALOG (object)->coming_rows);

  G_OBJECT_CLASS (cnscd_dissolve_dialog_parent_class)->finalize (object);
}

static void
cnscd_dissolve_dialog_class_init (CnscdDissolveDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CnscdFormDialogClass *form_class = CNSCD_FORM_DIALOG_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_dissolve_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cnscd_dissolve_dialog_finalize;
  form_class->check = cnscd_dissolve_dialog_check;
  form_class->is_changed = cnscd_dissolve_dialog_is_changed;
  form_class->can_save = cnscd_dissolve_dialog_can_save;
  form_class->make_changes = cnscd_dissolve_dialog_make_changes;

  g_type_ensure (CNSCD_TYPE_DECISION_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/teams/cnscd-dissolve-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdDissolveDialog, group);
  gtk_widget_class_bind_template_child (widget_class, CnscdDissolveDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdDissolveDialog, decision_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdDissolveDialog, coming);
  gtk_widget_class_bind_template_child (widget_class, CnscdDissolveDialog, planned);
  gtk_widget_class_bind_template_child (widget_class, CnscdDissolveDialog, coming_group);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
cnscd_dissolve_dialog_init (CnscdDissolveDialog *self)
{
  self->coming_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_dissolve_dialog_new:
 * @window: where the team is dissolved
 * @team: the team as stored
 * @records: of its commune, as stored
 *
 * Returns: (transfer floating): a form that dissolves a team
 */
AdwDialog *
cnscd_dissolve_dialog_new (CnscdWindow *window, CnscdTeam *team, CnscdUnitRecords *records)
{
  g_autoptr (GPtrArray) teams = g_ptr_array_new ();
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;
  CnscdDissolveDialog *self;
  g_autofree char *title = NULL;
  g_autofree char *today = NULL;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window), NULL);
  g_return_val_if_fail (team != NULL && records != NULL, NULL);

  self = g_object_new (CNSCD_TYPE_DISSOLVE_DIALOG, "save-label", _ ("_Dissolve"), NULL);
  /* Beside the buttons it would have no room in a narrow window. */
  title = g_markup_escape_text (team->name, -1);
  adw_preferences_group_set_title (self->group, title);
  cnscd_form_wrap_title (self->group);
  cnscd_form_dialog_set_window (CNSCD_FORM_DIALOG (self), window);
  self->team = cnscd_record_ref (team);
  self->records = cnscd_unit_records_ref (records);
  g_ptr_array_add (teams, team);
  self->elsewhere = cnscd_unit_records_list_elsewhere (records, teams);
  cnscd_decision_row_set_repository (self->decision_row, cnscd_window_get_repository (window),
                                     team->record.unit);
  query.team = team->record.id;
  cnscd_planned_hint_attach (self->planned, cnscd_window_get_repository (window), &query);
  today = cnscd_date_format (cnscd_date_today ());
  gtk_editable_set_text (GTK_EDITABLE (self->from_row), today);
  self->first_day = g_steal_pointer (&today);
  cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}
