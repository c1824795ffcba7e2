/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-guide-joiners.h"

#include <glib/gi18n-lib.h>

#include "cnscd-joiner-row.h"
#include "core/cnscd-roster-decision.h"
#include "ui/common/cnscd-choice-dialog.h"
#include "ui/common/cnscd-words.h"
#include "ui/members/cnscd-member-dialog.h"

/**
 * CnscdGuideJoiners:
 *
 * Who comes to a team that is consolidated: new people, and people who are
 * stored already, who keep their records.
 */
struct _CnscdGuideJoiners
{
  AdwPreferencesGroup parent_instance;

  CnscdWindow *window;       /* not owned: it holds the dialog */
  CnscdUnitRecords *records; /* (nullable) */
  CnscdTeam *team;           /* (nullable) */
  GPtrArray *rows;           /* (element-type CnscdJoinerRow) */
  char *chosen;              /* (nullable): id of a person, while the dialog closes */
  GtkWidget *taken;          /* (nullable) (weak): a new row, while its form closes */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdGuideJoiners, cnscd_guide_joiners, ADW_TYPE_PREFERENCES_GROUP)

static void
changed (CnscdGuideJoiners *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static CnscdMembership *
new_membership (CnscdGuideJoiners *self, const CnscdPerson *person)
{
  CnscdMembership *membership = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, self->team->record.unit);

  cnscd_record_set (membership, team, self->team->record.id);
  cnscd_record_set (membership, person, person->record.id);
  membership->role = CNSCD_ROLE_MEMBER;
  return membership;
}

/* ---- the rows */

static void
removed_cb (CnscdJoinerRow *row, CnscdGuideJoiners *self)
{
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  g_ptr_array_remove (self->rows, row);
  changed (self);
}

static CnscdJoinerRow *
find_row (CnscdGuideJoiners *self, const char *membership)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      CnscdJoinerRow *row = self->rows->pdata[i];

      if (g_strcmp0 (cnscd_joiner_row_get_membership (row)->record.id, membership) == 0)
        return row;
    }
  return NULL;
}

static CnscdJoinerRow *
find_row_of_person (CnscdGuideJoiners *self, const char *person)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      CnscdJoinerRow *row = self->rows->pdata[i];

      if (g_strcmp0 (cnscd_joiner_row_get_person (row)->record.id, person) == 0)
        return row;
    }
  return NULL;
}

static void show_form (CnscdGuideJoiners *self,
                       CnscdPerson *person,
                       CnscdMembership *membership,
                       gboolean is_new);

static void
activated_cb (CnscdJoinerRow *row, CnscdGuideJoiners *self)
{
  show_form (self, cnscd_joiner_row_get_person (row), cnscd_joiner_row_get_membership (row), FALSE);
}

/* Not before the row has its place, where it is scrolled to. */
static gboolean
focus_cb (GtkWidget *row, GdkFrameClock *clock, gpointer user_data)
{
  if (gtk_widget_get_height (row) == 0)
    return G_SOURCE_CONTINUE;

  gtk_widget_grab_focus (row);
  return G_SOURCE_REMOVE;
}

/* Who has just come is the one to go on with. */
static void
form_closed_cb (CnscdGuideJoiners *self)
{
  if (self->taken != NULL)
    gtk_widget_add_tick_callback (self->taken, focus_cb, NULL, NULL);
  g_clear_weak_pointer (&self->taken);
}

static GtkWidget *
add_row (CnscdGuideJoiners *self, CnscdPerson *person, CnscdMembership *membership)
{
  gboolean is_stored =
    cnscd_unit_records_find (self->records, &CNSCD_KIND_PERSON, person->record.id) != NULL;
  GtkWidget *row = cnscd_joiner_row_new (person, membership, is_stored);

  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, 0);
  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
  return row;
}

/* ---- the form */

/* What the form for a member would have stored: somebody who comes, or what became of them. */
static void
take (CnscdChangeSet *set, gpointer user_data)
{
  CnscdGuideJoiners *self = user_data;
  CnscdPerson *person = NULL;
  CnscdMembership *membership = NULL;
  CnscdJoinerRow *row;

  for (guint i = 0; i < cnscd_change_set_get_n_changes (set); i++)
    {
      CnscdRecord *after = cnscd_change_set_get_change (set, i)->after;

      if (after != NULL && after->kind == &CNSCD_KIND_PERSON)
        person = (CnscdPerson *) after;
      else if (after != NULL && after->kind == &CNSCD_KIND_MEMBERSHIP)
        membership = (CnscdMembership *) after;
    }

  row = membership != NULL ? find_row (self, membership->record.id)
                           : find_row_of_person (self, person != NULL ? person->record.id : NULL);
  if (person == NULL && membership != NULL)
    person = cnscd_unit_records_find (self->records, &CNSCD_KIND_PERSON, membership->person);
  if (row != NULL)
    cnscd_joiner_row_take (row, person, membership);
  else if (person != NULL && membership != NULL)
    g_set_weak_pointer (&self->taken, add_row (self, person, membership));
  changed (self);
}

static void
show_form (CnscdGuideJoiners *self,
           CnscdPerson *person,
           CnscdMembership *membership,
           gboolean is_new)
{
  gboolean is_stored =
    cnscd_unit_records_find (self->records, &CNSCD_KIND_PERSON, person->record.id) != NULL;
  AdwDialog *dialog = is_stored
                        ? cnscd_member_dialog_new_draft_to_join (self->window, person, membership)
                        : cnscd_member_dialog_new_draft (self->window, person, membership, is_new);

  cnscd_form_dialog_set_taker (CNSCD_FORM_DIALOG (dialog), take, G_OBJECT (self));
  g_signal_connect_object (dialog, "closed", G_CALLBACK (form_closed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, gtk_widget_get_parent (GTK_WIDGET (self)));
}

/* ---- who is stored already */

/* "1975 · Xóm Ba Nhất · Until 30/11/2025": which of two namesakes it is. */
static char *
describe_person (CnscdGuideJoiners *self, const CnscdPerson *person)
{
  const CnscdMembership *last =
    cnscd_unit_records_find_last_membership (self->records, person->record.id);
  const CnscdTeam *team =
    last != NULL ? cnscd_unit_records_find (self->records, &CNSCD_KIND_TEAM, last->team) : NULL;
  g_autofree char *birth =
    cnscd_date_is_known (person->birth) ? cnscd_date_format (person->birth) : NULL;
  g_autofree char *place = team != NULL ? cnscd_words_for_team_among (self->records, team) : NULL;
  g_autofree char *where = cnscd_words_join (" · ", birth, place);
  g_autofree char *until = NULL;

  if (last != NULL && cnscd_date_is_over (last->valid_to, cnscd_date_today ()))
    {
      g_autofree char *day = cnscd_date_format (last->valid_to);

      until = g_strdup_printf (_ ("Until %s"), day);
    }
  return cnscd_words_join (" · ", where, until);
}

static void
chosen_cb (CnscdGuideJoiners *self, CnscdChoice *choice)
{
  g_set_str (&self->chosen, cnscd_choice_get_id (choice));
}

/* Only then, for a dialog that closes takes the focus from one above it. */
static void
closed_cb (CnscdGuideJoiners *self)
{
  g_autofree char *chosen = g_steal_pointer (&self->chosen);
  CnscdPerson *person = cnscd_unit_records_find (self->records, &CNSCD_KIND_PERSON, chosen);
  const CnscdMembership *last;
  g_autoptr (CnscdMembership) membership = NULL;

  if (person == NULL)
    return;

  membership = new_membership (self, person);
  /* Whom they represent does not change with the team. */
  last = cnscd_unit_records_find_last_membership (self->records, person->record.id);
  if (last != NULL)
    {
      cnscd_record_set (membership, body, last->body);
      cnscd_record_set (membership, position, last->position);
    }
  show_form (self, person, membership, TRUE);
}

static void
cnscd_guide_joiners_dispose (GObject *object)
{
  CnscdGuideJoiners *self = CNSCD_GUIDE_JOINERS (object);

  g_clear_weak_pointer (&self->taken);
  g_clear_pointer (&self->records, cnscd_unit_records_unref);
  g_clear_pointer (&self->team, cnscd_record_unref);

  G_OBJECT_CLASS (cnscd_guide_joiners_parent_class)->dispose (object);
}

static void
cnscd_guide_joiners_finalize (GObject *object)
{
  CnscdGuideJoiners *self = CNSCD_GUIDE_JOINERS (object);

  g_ptr_array_unref (self->rows);
  g_free (self->chosen);

  G_OBJECT_CLASS (cnscd_guide_joiners_parent_class)->finalize (object);
}

static void
cnscd_guide_joiners_class_init (CnscdGuideJoinersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cnscd_guide_joiners_dispose;
  object_class->finalize = cnscd_guide_joiners_finalize;

  /**
   * CnscdGuideJoiners::changed:
   * @self: the group
   *
   * Somebody else comes, or as somebody else.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cnscd_guide_joiners_init (CnscdGuideJoiners *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * cnscd_guide_joiners_begin:
 * @self: a group
 * @window: where it is shown
 * @records: of the commune
 * @team: (nullable): to which people come
 *
 * Begins without anybody.
 */
void
cnscd_guide_joiners_begin (CnscdGuideJoiners *self,
                           CnscdWindow *window,
                           CnscdUnitRecords *records,
                           CnscdTeam *team)
{
  g_return_if_fail (CNSCD_IS_GUIDE_JOINERS (self) && records != NULL);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  cnscd_unit_records_ref (records);
  g_clear_pointer (&self->records, cnscd_unit_records_unref);
  g_clear_pointer (&self->team, cnscd_record_unref);
  self->window = window;
  self->records = records;
  self->team = team != NULL ? cnscd_record_ref (team) : NULL;
  changed (self);
}

/**
 * cnscd_guide_joiners_add:
 * @self: a group
 *
 * Asks for a new person.
 */
void
cnscd_guide_joiners_add (CnscdGuideJoiners *self)
{
  g_autoptr (CnscdPerson) person = NULL;
  g_autoptr (CnscdMembership) membership = NULL;

  if (self->team == NULL)
    return;

  person = cnscd_record_new (&CNSCD_KIND_PERSON, self->team->record.unit);
  membership = new_membership (self, person);
  show_form (self, person, membership, TRUE);
}

/**
 * cnscd_guide_joiners_choose:
 * @self: a group
 *
 * Asks for a person who is stored already: of the commune, in another team or in none.
 */
void
cnscd_guide_joiners_choose (CnscdGuideJoiners *self)
{
  g_autoptr (GListStore) choices = g_list_store_new (CNSCD_TYPE_CHOICE);
  g_autoptr (GPtrArray) people = NULL;
  AdwDialog *dialog;

  if (self->team == NULL)
    return;

  people = cnscd_unit_records_list_people_outside (self->records, self->team->record.id,
                                                   cnscd_date_today ());
  for (guint i = 0; i < people->len; i++)
    {
      const CnscdPerson *person = people->pdata[i];
      g_autofree char *detail = NULL;

      if (find_row_of_person (self, person->record.id) != NULL)
        continue;
      detail = describe_person (self, person);
      cnscd_choice_append (choices, person->record.id,
                           person->full_name != NULL ? person->full_name : "—", detail);
    }

  dialog = cnscd_choice_dialog_new (_ ("Choose Person"), G_LIST_MODEL (choices), NULL);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, gtk_widget_get_parent (GTK_WIDGET (self)));
}

/**
 * cnscd_guide_joiners_get_n:
 * @self: a group
 *
 * Returns: how many come
 */
guint
cnscd_guide_joiners_get_n (CnscdGuideJoiners *self)
{
  return self->rows->len;
}

/**
 * cnscd_guide_joiners_dup:
 * @self: a group
 *
 * Returns: (transfer full) (element-type CnscdTeamJoiner): who comes
 */
GArray *
cnscd_guide_joiners_dup (CnscdGuideJoiners *self)
{
  GArray *joiners = g_array_new (FALSE, FALSE, sizeof (CnscdTeamJoiner));

  for (guint i = 0; i < self->rows->len; i++)
    {
      CnscdJoinerRow *row = self->rows->pdata[i];
      const CnscdTeamJoiner one = { .person = cnscd_joiner_row_is_stored (row)
                                                ? NULL
                                                : cnscd_joiner_row_get_person (row),
                                    .membership = cnscd_joiner_row_get_membership (row) };

      g_array_append_val (joiners, one);
    }
  return joiners;
}
