/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-guide-people.h"

#include <glib/gi18n-lib.h>

#include "ui/common/cnscd-choice-row.h"
#include "ui/common/cnscd-words.h"
#include "ui/members/cnscd-member-dialog.h"

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
  AdwPreferencesGroup *joiners_group;

  CnscdWindow *window;       /* not owned: it holds the dialog */
  CnscdUnitRecords *records; /* (nullable) */
  GPtrArray *teams;          /* (nullable) (element-type CnscdTeam): in the order of the row */
  GPtrArray *seats;          /* (element-type Seat) */
  GPtrArray *joiners;        /* (element-type Joiner) */
  gboolean filling;
};

/* Somebody who is in the team. */
typedef struct
{
  CnscdMembership *membership;
  GtkWidget *row;
  GtkCheckButton *check;
  GtkDropDown *roles;
  char *office;
  gboolean was_known; /* their role; else the first of @roles is "—" */
} Seat;

/* Somebody who comes. */
typedef struct
{
  CnscdPerson *person; /* (nullable) */
  CnscdMembership *membership;
  GtkWidget *row; /* (nullable) */
} Joiner;

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdGuidePeople, cnscd_guide_people, ADW_TYPE_BIN)

static void
seat_free (gpointer data)
{
  Seat *seat = data;

  cnscd_record_unref (seat->membership);
  g_free (seat->office);
  g_free (seat);
}

static void
joiner_free (gpointer data)
{
  Joiner *joiner = data;

  g_clear_pointer (&joiner->person, cnscd_record_unref);
  g_clear_pointer (&joiner->membership, cnscd_record_unref);
  g_free (joiner);
}

static gboolean
stays (const Seat *seat)
{
  return gtk_check_button_get_active (seat->check);
}

static CnscdRole
get_role (const Seat *seat)
{
  return (CnscdRole) (gtk_drop_down_get_selected (seat->roles) + (seat->was_known ? 1 : 0));
}

static const char *
get_name (CnscdGuidePeople *self, const CnscdPerson *person, const CnscdMembership *membership)
{
  if (person == NULL)
    person = cnscd_unit_records_find (self->records, &CNSCD_KIND_PERSON, membership->person);
  return person != NULL && person->full_name != NULL ? person->full_name : "—";
}

static char *
write_office (const CnscdMembership *membership)
{
  return cnscd_words_join (", ", membership->position, membership->body);
}

static void
update (CnscdGuidePeople *self)
{
  guint n_stay = 0;

  for (guint i = 0; i < self->seats->len; i++)
    {
      Seat *seat = self->seats->pdata[i];

      n_stay += stays (seat) ? 1 : 0;
      /* What is going to happen, in words. */
      adw_action_row_set_subtitle (ADW_ACTION_ROW (seat->row),
                                   stays (seat) ? seat->office : _ ("Leaves the team"));
      gtk_widget_set_sensitive (GTK_WIDGET (seat->roles), stays (seat));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->seats_group), self->seats->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->joiners_group), self->joiners->len > 0);
  gtk_button_set_label (self->all_button, n_stay > 0 ? _ ("Replace All") : _ ("Keep All"));
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
    stay &= !stays (self->seats->pdata[i]);

  self->filling = TRUE;
  for (guint i = 0; i < self->seats->len; i++)
    gtk_check_button_set_active (((Seat *) self->seats->pdata[i])->check, stay);
  self->filling = FALSE;
  changed_cb (self);
}

/* ---- who is in the team */

static GtkDropDown *
create_roles (const Seat *seat, const char *name)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  GtkWidget *roles;
  g_autofree char *label = NULL;

  if (!seat->was_known)
    gtk_string_list_append (list, "—");
  for (CnscdRole role = CNSCD_ROLE_LEADER; role <= CNSCD_ROLE_MEMBER; role++)
    gtk_string_list_append (list, cnscd_words_for_role (role));

  roles = gtk_drop_down_new (G_LIST_MODEL (list), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (roles),
                              (guint) seat->membership->role - (seat->was_known ? 1 : 0));
  gtk_widget_set_valign (roles, GTK_ALIGN_CENTER);
  /* Translators: %s is a person's name */
  label = g_strdup_printf (_ ("Role of %s"), name);
  gtk_widget_set_tooltip_text (roles, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (roles), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_DROP_DOWN (roles);
}

static GtkCheckButton *
create_check (const char *name)
{
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *label = NULL;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  /* Translators: %s is a person's name */
  label = g_strdup_printf (_ ("%s stays in the team"), name);
  gtk_widget_set_tooltip_text (check, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_CHECK_BUTTON (check);
}

static void
add_seat (CnscdGuidePeople *self, CnscdMembership *membership)
{
  Seat *seat = g_new0 (Seat, 1);
  const char *name = get_name (self, NULL, membership);

  seat->membership = cnscd_record_ref (membership);
  seat->office = write_office (membership);
  seat->was_known = membership->role != CNSCD_ROLE_UNKNOWN;
  seat->row = adw_action_row_new ();
  seat->check = create_check (name);
  seat->roles = create_roles (seat, name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (seat->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (seat->row), name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (seat->row), GTK_WIDGET (seat->check));
  adw_action_row_add_suffix (ADW_ACTION_ROW (seat->row), GTK_WIDGET (seat->roles));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (seat->row), GTK_WIDGET (seat->check));
  g_signal_connect_object (seat->check, "toggled", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (seat->roles, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->seats_group, seat->row);
  g_ptr_array_add (self->seats, seat);
}

/* ---- who comes */

static Joiner *
find_joiner (CnscdGuidePeople *self, const char *membership)
{
  for (guint i = 0; i < self->joiners->len; i++)
    {
      Joiner *joiner = self->joiners->pdata[i];

      if (g_strcmp0 (joiner->membership->record.id, membership) == 0)
        return joiner;
    }
  return NULL;
}

static void take_joiner (CnscdChangeSet *set, gpointer user_data);

static void
show_form (CnscdGuidePeople *self,
           CnscdPerson *person,
           CnscdMembership *membership,
           gboolean is_new)
{
  AdwDialog *dialog = cnscd_member_dialog_new_draft (self->window, person, membership, is_new);

  cnscd_form_dialog_set_taker (CNSCD_FORM_DIALOG (dialog), take_joiner, G_OBJECT (self));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
edit_joiner_cb (AdwActionRow *row, CnscdGuidePeople *self)
{
  Joiner *joiner = find_joiner (self, g_object_get_data (G_OBJECT (row), "membership"));

  if (joiner != NULL && joiner->person != NULL)
    show_form (self, joiner->person, joiner->membership, FALSE);
}

static void
remove_joiner_cb (GtkButton *button, CnscdGuidePeople *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_ACTION_ROW);
  Joiner *joiner = find_joiner (self, g_object_get_data (G_OBJECT (row), "membership"));

  adw_preferences_group_remove (self->joiners_group, row);
  g_ptr_array_remove (self->joiners, joiner);
  changed_cb (self);
}

static GtkWidget *
create_joiner_row (CnscdGuidePeople *self, const Joiner *joiner)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  const char *name = get_name (self, joiner->person, joiner->membership);
  g_autofree char *label = NULL;

  g_object_set_data_full (G_OBJECT (row), "membership", g_strdup (joiner->membership->record.id),
                          g_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  /* Translators: %s is a person's name */
  label = g_strdup_printf (_ ("Do not add %s"), name);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_joiner_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (edit_joiner_cb), self, 0);
  return row;
}

static void
show_joiner (CnscdGuidePeople *self, Joiner *joiner)
{
  g_autofree char *office = write_office (joiner->membership);
  g_autofree char *subtitle =
    cnscd_words_join (" · ", cnscd_words_for_role ((CnscdRole) joiner->membership->role), office);

  if (joiner->row == NULL)
    {
      joiner->row = create_joiner_row (self, joiner);
      adw_preferences_group_add (self->joiners_group, joiner->row);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (joiner->row),
                                 get_name (self, joiner->person, joiner->membership));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (joiner->row), subtitle);
}

static Joiner *
find_taker (CnscdGuidePeople *self, const CnscdChangeSet *set)
{
  for (guint i = 0; i < cnscd_change_set_get_n_changes (set); i++)
    {
      const CnscdRecord *after = cnscd_change_set_get_change (set, i)->after;

      for (guint j = 0; after != NULL && j < self->joiners->len; j++)
        {
          Joiner *joiner = self->joiners->pdata[j];

          if (g_strcmp0 (joiner->membership->record.id, after->id) == 0 ||
              g_strcmp0 (joiner->membership->person, after->id) == 0)
            return joiner;
        }
    }
  return NULL;
}

/* What the form for a member would have stored: somebody new, or what became of them. */
static void
take_joiner (CnscdChangeSet *set, gpointer user_data)
{
  CnscdGuidePeople *self = user_data;
  Joiner *joiner = find_taker (self, set);
  gboolean is_new = joiner == NULL;

  if (is_new)
    joiner = g_new0 (Joiner, 1);

  for (guint i = 0; i < cnscd_change_set_get_n_changes (set); i++)
    {
      CnscdRecord *after = cnscd_change_set_get_change (set, i)->after;

      if (after != NULL && after->kind == &CNSCD_KIND_PERSON)
        {
          g_clear_pointer (&joiner->person, cnscd_record_unref);
          joiner->person = cnscd_record_ref (after);
        }
      else if (after != NULL && after->kind == &CNSCD_KIND_MEMBERSHIP)
        {
          g_clear_pointer (&joiner->membership, cnscd_record_unref);
          joiner->membership = cnscd_record_ref (after);
        }
    }
  if (joiner->membership == NULL)
    {
      joiner_free (joiner);
      return;
    }

  if (is_new)
    g_ptr_array_add (self->joiners, joiner);
  show_joiner (self, joiner);
  changed_cb (self);
}

static void
add_cb (CnscdGuidePeople *self)
{
  CnscdTeam *team = cnscd_guide_people_get_team (self);
  g_autoptr (CnscdPerson) person = NULL;
  g_autoptr (CnscdMembership) membership = NULL;

  if (team == NULL)
    return;

  person = cnscd_record_new (&CNSCD_KIND_PERSON, team->record.unit);
  membership = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, team->record.unit);
  cnscd_record_set (membership, team, team->record.id);
  cnscd_record_set (membership, person, person->record.id);
  membership->role = CNSCD_ROLE_MEMBER;
  show_form (self, person, membership, TRUE);
}

/* ---- the team */

static void
clear (CnscdGuidePeople *self)
{
  for (guint i = 0; i < self->seats->len; i++)
    adw_preferences_group_remove (self->seats_group, ((Seat *) self->seats->pdata[i])->row);
  for (guint i = 0; i < self->joiners->len; i++)
    adw_preferences_group_remove (self->joiners_group, ((Joiner *) self->joiners->pdata[i])->row);
  g_ptr_array_set_size (self->seats, 0);
  g_ptr_array_set_size (self->joiners, 0);
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
  if (team != NULL)
    memberships =
      cnscd_unit_records_list_memberships (self->records, team->record.id, cnscd_date_today ());
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
  g_ptr_array_unref (self->joiners);
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
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/decisions/cnscd-guide-people.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdGuidePeople, team_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdGuidePeople, problem);
  gtk_widget_class_bind_template_child (widget_class, CnscdGuidePeople, seats_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdGuidePeople, all_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdGuidePeople, joiners_group);
  gtk_widget_class_bind_template_callback (widget_class, team_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
cnscd_guide_people_init (CnscdGuidePeople *self)
{
  self->seats = g_ptr_array_new_with_free_func (seat_free);
  self->joiners = g_ptr_array_new_with_free_func (joiner_free);
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
 * Offers the teams of a commune. What was chosen before stays when the
 * records are the same as before.
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
      if (i == 0 || g_strcmp0 (one->record.id, team) == 0)
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
      const Seat *seat = self->seats->pdata[i];
      const CnscdTeamSeat one = { .membership = seat->membership,
                                  .stays = stays (seat),
                                  .role = get_role (seat) };

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
  GArray *joiners = g_array_new (FALSE, FALSE, sizeof (CnscdTeamJoiner));

  for (guint i = 0; i < self->joiners->len; i++)
    {
      const Joiner *joiner = self->joiners->pdata[i];
      const CnscdTeamJoiner one = { .person = joiner->person, .membership = joiner->membership };

      g_array_append_val (joiners, one);
    }
  return joiners;
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
      const Seat *seat = self->seats->pdata[i];

      if (!stays (seat) || get_role (seat) != (CnscdRole) seat->membership->role)
        return TRUE;
    }
  return self->joiners->len > 0;
}
