/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-guide-people.h"

#include <glib/gi18n-lib.h>

#include "cnscd-guide-joiners.h"
#include "cnscd-seat-row.h"
#include "ui/common/cnscd-choice-row.h"
#include "ui/common/cnscd-words.h"

/**
 * CnscdGuidePeople:
 *
 * A step of a new decision that consolidates a team: who stays and as what,
 * who leaves, and who comes.
 */
struct _CnscdGuidePeople
{
  AdwBin parent_instance;

  CnscdChoiceRow *team_row;
  GtkLabel *problem;
  AdwPreferencesGroup *seats_group;
  GtkButton *all_button;
  CnscdGuideJoiners *joiners;
  AdwPreferencesGroup *add_group;

  CnscdWindow *window;       /* not owned: it holds the dialog */
  CnscdUnitRecords *records; /* (nullable) */
  GPtrArray *teams;          /* (nullable) (element-type CnscdTeam): in the order of the row */
  GPtrArray *seats;          /* (element-type CnscdSeatRow) */
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdGuidePeople, cnscd_guide_people, ADW_TYPE_BIN)

static void
update (CnscdGuidePeople *self)
{
  gboolean anybody = FALSE;

  for (guint i = 0; i < self->seats->len; i++)
    anybody |= cnscd_seat_row_stays (self->seats->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->seats_group), self->seats->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->add_group), cnscd_guide_people_get_team (self) != NULL);
  gtk_button_set_label (self->all_button, anybody ? _ ("Replace All") : _ ("Keep All"));
}

static void
changed_cb (CnscdGuidePeople *self)
{
  if (self->filling)
    return;

  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
all_cb (CnscdGuidePeople *self)
{
  gboolean stay = TRUE;

  for (guint i = 0; i < self->seats->len; i++)
    stay &= !cnscd_seat_row_stays (self->seats->pdata[i]);

  self->filling = TRUE;
  for (guint i = 0; i < self->seats->len; i++)
    cnscd_seat_row_set_stays (self->seats->pdata[i], stay);
  self->filling = FALSE;
  changed_cb (self);
}

static void
add_cb (CnscdGuidePeople *self)
{
  cnscd_guide_joiners_add (self->joiners);
}

static void
choose_cb (CnscdGuidePeople *self)
{
  cnscd_guide_joiners_choose (self->joiners);
}

/* ---- the team */

static void
add_seat (CnscdGuidePeople *self, CnscdMembership *membership)
{
  const CnscdPerson *person =
    cnscd_unit_records_find (self->records, &CNSCD_KIND_PERSON, membership->person);
  GtkWidget *row = cnscd_seat_row_new (
    membership, person != NULL && person->full_name != NULL ? person->full_name : "—");

  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->seats_group, row);
  g_ptr_array_add (self->seats, row);
}

static void
clear (CnscdGuidePeople *self)
{
  for (guint i = 0; i < self->seats->len; i++)
    adw_preferences_group_remove (self->seats_group, self->seats->pdata[i]);
  g_ptr_array_set_size (self->seats, 0);
}

static void
team_changed_cb (CnscdGuidePeople *self)
{
  CnscdTeam *team = cnscd_guide_people_get_team (self);
  g_autoptr (GPtrArray) memberships = NULL;

  if (self->filling)
    return;

  self->filling = TRUE;
  clear (self);
  cnscd_guide_joiners_begin (self->joiners, self->window, self->records, team);
  if (team != NULL)
    memberships =
      cnscd_unit_records_list_seats (self->records, team->record.id, cnscd_date_today ());
  for (guint i = 0; memberships != NULL && i < memberships->len; i++)
    add_seat (self, memberships->pdata[i]);
  self->filling = FALSE;
  changed_cb (self);
}

static void
cnscd_guide_people_finalize (GObject *object)
{
  CnscdGuidePeople *self = CNSCD_GUIDE_PEOPLE (object);

  g_ptr_array_unref (self->seats);
  g_clear_pointer (&self->teams, g_ptr_array_unref);
  g_clear_pointer (&self->records, cnscd_unit_records_unref);

  G_OBJECT_CLASS (cnscd_guide_people_parent_class)->finalize (object);
}

static void
cnscd_guide_people_class_init (CnscdGuidePeopleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cnscd_guide_people_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CNSCD_TYPE_CHOICE_ROW);
  g_type_ensure (CNSCD_TYPE_GUIDE_JOINERS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/decisions/cnscd-guide-people.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdGuidePeople, team_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdGuidePeople, problem);
  gtk_widget_class_bind_template_child (widget_class, CnscdGuidePeople, seats_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdGuidePeople, all_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdGuidePeople, joiners);
  gtk_widget_class_bind_template_child (widget_class, CnscdGuidePeople, add_group);
  gtk_widget_class_bind_template_callback (widget_class, team_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
}

static void
cnscd_guide_people_init (CnscdGuidePeople *self)
{
  self->seats = g_ptr_array_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_guide_people_fill:
 * @self: a step
 * @window: where it is shown
 * @records: of the commune
 * @team: (nullable): id of the team to begin with
 *
 * Offers the teams of a commune, of which somebody has to choose one, unless it
 * is the only one. What was chosen before stays when the records are the same
 * as before.
 */
void
cnscd_guide_people_fill (CnscdGuidePeople *self,
                         CnscdWindow *window,
                         CnscdUnitRecords *records,
                         const char *team)
{
  g_autoptr (GListStore) choices = g_list_store_new (CNSCD_TYPE_CHOICE);
  const char *chosen = NULL;

  g_return_if_fail (CNSCD_IS_GUIDE_PEOPLE (self) && records != NULL);

  if (self->records == records)
    return;

  cnscd_unit_records_ref (records);
  g_clear_pointer (&self->records, cnscd_unit_records_unref);
  g_clear_pointer (&self->teams, g_ptr_array_unref);
  self->window = window;
  self->records = records;
  self->teams = cnscd_unit_records_list_teams (records, cnscd_date_today ());

  for (guint i = 0; i < self->teams->len; i++)
    {
      const CnscdTeam *one = self->teams->pdata[i];
      g_autofree char *name = cnscd_words_for_team_among (records, one);

      cnscd_choice_append (choices, one->record.id, name, NULL);
      if (self->teams->len == 1 || g_strcmp0 (one->record.id, team) == 0)
        chosen = one->record.id;
    }

  self->filling = TRUE;
  cnscd_choice_row_set_choices (self->team_row, G_LIST_MODEL (choices));
  cnscd_choice_row_set_chosen (self->team_row, chosen);
  self->filling = FALSE;
  team_changed_cb (self);
}

/**
 * cnscd_guide_people_show_problem:
 * @self: a step
 * @problem: (nullable): what is wrong with what is chosen
 */
void
cnscd_guide_people_show_problem (CnscdGuidePeople *self, const char *problem)
{
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

/**
 * cnscd_guide_people_get_team:
 * @self: a step
 *
 * Returns: (nullable) (transfer none): the team that is consolidated
 */
CnscdTeam *
cnscd_guide_people_get_team (CnscdGuidePeople *self)
{
  const char *chosen = cnscd_choice_row_get_chosen (self->team_row);

  for (guint i = 0; self->teams != NULL && i < self->teams->len; i++)
    {
      CnscdTeam *team = self->teams->pdata[i];

      if (g_strcmp0 (team->record.id, chosen) == 0)
        return team;
    }
  return NULL;
}

/**
 * cnscd_guide_people_dup_seats:
 * @self: a step
 *
 * Returns: (transfer full) (element-type CnscdTeamSeat): what becomes of who is in the team
 */
GArray *
cnscd_guide_people_dup_seats (CnscdGuidePeople *self)
{
  GArray *seats = g_array_new (FALSE, FALSE, sizeof (CnscdTeamSeat));

  for (guint i = 0; i < self->seats->len; i++)
    {
      const CnscdTeamSeat one = cnscd_seat_row_get_seat (self->seats->pdata[i]);

      g_array_append_val (seats, one);
    }
  return seats;
}

/**
 * cnscd_guide_people_dup_joiners:
 * @self: a step
 *
 * Returns: (transfer full) (element-type CnscdTeamJoiner): who comes
 */
GArray *
cnscd_guide_people_dup_joiners (CnscdGuidePeople *self)
{
  return cnscd_guide_joiners_dup (self->joiners);
}

/**
 * cnscd_guide_people_is_changed:
 * @self: a step
 *
 * Returns: whether anybody comes, leaves or changes role
 */
gboolean
cnscd_guide_people_is_changed (CnscdGuidePeople *self)
{
  for (guint i = 0; i < self->seats->len; i++)
    {
      const CnscdTeamSeat seat = cnscd_seat_row_get_seat (self->seats->pdata[i]);

      if (!seat.stays || seat.role != (CnscdRole) seat.membership->role)
        return TRUE;
    }
  return cnscd_guide_joiners_get_n (self->joiners) > 0;
}
