/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-plan-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-vocabulary.h"
#include "ui/common/cnscd-words.h"
#include "cnscd-plan-words.h"
#include "cnscd-schedule-words.h"

/* What the form for a session offers to choose from, and what it proposes. */

static const CnscdHamlet *
find_hamlet (CnscdPlanDialog *self, const char *id)
{
  for (guint i = 0; id != NULL && self->plan != NULL && i < self->plan->hamlets->len; i++)
    {
      const CnscdHamlet *hamlet = self->plan->hamlets->pdata[i];

      if (g_str_equal (hamlet->record.id, id))
        return hamlet;
    }

  return NULL;
}

static char *
dup_team_name (CnscdPlanDialog *self, const CnscdTeam *team)
{
  const CnscdHamlet *hamlet = find_hamlet (self, team->hamlet);

  return cnscd_words_for_team_at (hamlet != NULL ? hamlet->kind : CNSCD_HAMLET_KIND_UNKNOWN,
                                  hamlet != NULL ? hamlet->name : NULL, team->name);
}

static void
offer_hamlets (CnscdPlanDialog *self)
{
  g_autoptr (GListStore) choices = g_list_store_new (CNSCD_TYPE_CHOICE);

  cnscd_choice_append (choices, NULL, C_ ("hamlet", "None"), NULL);
  for (guint i = 0; i < self->plan->hamlets->len; i++)
    {
      const CnscdHamlet *hamlet = self->plan->hamlets->pdata[i];
      g_autofree char *name = cnscd_words_for_place (hamlet->kind, hamlet->name);

      if (!cnscd_date_is_over (hamlet->valid_to, self->plan_day) ||
          g_strcmp0 (hamlet->record.id, self->before->session->hamlet) == 0)
        cnscd_choice_append (choices, hamlet->record.id, name, NULL);
    }
  cnscd_choice_row_set_choices (self->hamlet_row, G_LIST_MODEL (choices));
}

static void
offer_teams (CnscdPlanDialog *self)
{
  g_autoptr (GListStore) choices = g_list_store_new (CNSCD_TYPE_CHOICE);
  const char *const *chosen = cnscd_chosen_list_get_ids (self->teams_list);

  for (guint i = 0; i < self->plan->teams->len; i++)
    {
      const CnscdTeam *team = self->plan->teams->pdata[i];
      g_autofree char *name = dup_team_name (self, team);

      if (!cnscd_date_is_over (team->valid_to, self->plan_day) ||
          g_strv_contains (chosen, team->record.id))
        cnscd_choice_append (choices, team->record.id, name, NULL);
    }
  cnscd_chosen_list_set_choices (self->teams_list, G_LIST_MODEL (choices));
}

static void
offer_catalog (CnscdPlanDialog *self)
{
  const CnscdCatalog *catalog = self->plan->catalog;
  const char *const *chosen = cnscd_chosen_list_get_ids (self->topics_list);
  g_autoptr (GListStore) topics = g_list_store_new (CNSCD_TYPE_CHOICE);
  g_autoptr (GListStore) audiences = g_list_store_new (CNSCD_TYPE_CHOICE);

  for (guint i = 0; i < catalog->topics->len; i++)
    {
      const CnscdTopic *topic = catalog->topics->pdata[i];

      if (!cnscd_date_is_over (topic->valid_to, self->plan_day) ||
          g_strv_contains (chosen, topic->record.id))
        cnscd_choice_append (topics, topic->record.id, topic->name, NULL);
    }
  cnscd_chosen_list_set_choices (self->topics_list, G_LIST_MODEL (topics));

  cnscd_choice_append (audiences, NULL, C_ ("audience", "None"), NULL);
  for (guint i = 0; i < catalog->audiences->len; i++)
    {
      const CnscdAudience *audience = catalog->audiences->pdata[i];

      if (!cnscd_date_is_over (audience->valid_to, self->plan_day) ||
          g_strcmp0 (audience->record.id, self->before->session->audience) == 0)
        cnscd_choice_append (audiences, audience->record.id, audience->name, NULL);
    }
  cnscd_choice_row_set_choices (self->audience_row, G_LIST_MODEL (audiences));
}

static void
append_guide (CnscdPlanDialog *self, GListStore *choices, const CnscdGuideLoad *load)
{
  g_autofree char *words = cnscd_date_is_over (load->guide.valid_to, self->plan_day)
                             ? g_strdup (load->team_name)
                             : cnscd_words_for_guide_load (load);

  cnscd_choice_append (choices, load->guide.membership, load->guide.full_name, words);
}

/**
 * cnscd_plan_dialog_offer_guides:
 * @self: a form whose plan is there
 *
 * Offers the teams' own members first, each time who has the least to do.
 */
void
cnscd_plan_dialog_offer_guides (CnscdPlanDialog *self)
{
  g_autoptr (GListStore) choices = g_list_store_new (CNSCD_TYPE_CHOICE);
  const char *const *teams = cnscd_chosen_list_get_ids (self->teams_list);

  for (guint others = 0; others < 2; others++)
    {
      for (guint i = 0; i < self->plan->guides->len; i++)
        {
          const CnscdGuideLoad *load = self->plan->guides->pdata[i];

          if (g_strv_contains (teams, load->team) == (others == 0))
            append_guide (self, choices, load);
        }
    }
  cnscd_chosen_list_set_choices (self->guides_list, G_LIST_MODEL (choices));
}

/* Where there is one team only, it is that one. */
static void
propose_only_team (CnscdPlanDialog *self)
{
  const CnscdTeam *only = NULL;

  for (guint i = 0; i < self->plan->teams->len; i++)
    {
      const CnscdTeam *team = self->plan->teams->pdata[i];

      if (cnscd_date_is_over (team->valid_to, self->plan_day))
        continue;
      if (only != NULL)
        return;
      only = team;
    }
  if (only != NULL)
    cnscd_chosen_list_add (self->teams_list, only->record.id, CNSCD_GUIDE_PART_UNKNOWN);
}

/* The team, topic and guide that it may be of, as far as they are there on that day. */
static void
propose_wanted (CnscdPlanDialog *self)
{
  const CnscdSessionQuery *wanted = self->wanted;
  const CnscdGuideLoad *guide = NULL;

  for (guint i = 0; i < self->plan->teams->len; i++)
    {
      const CnscdTeam *team = self->plan->teams->pdata[i];

      if (g_strcmp0 (team->record.id, wanted->team) == 0 &&
          !cnscd_date_is_over (team->valid_to, self->plan_day))
        cnscd_chosen_list_add (self->teams_list, team->record.id, CNSCD_GUIDE_PART_UNKNOWN);
    }
  for (guint i = 0; i < self->plan->catalog->topics->len; i++)
    {
      const CnscdTopic *topic = self->plan->catalog->topics->pdata[i];

      if (g_strcmp0 (topic->record.id, wanted->topic) == 0 &&
          !cnscd_date_is_over (topic->valid_to, self->plan_day))
        cnscd_chosen_list_add (self->topics_list, topic->record.id, CNSCD_GUIDE_PART_UNKNOWN);
    }
  /* as a member of that team, of whoever is in several */
  for (guint i = 0; i < self->plan->guides->len; i++)
    {
      const CnscdGuideLoad *load = self->plan->guides->pdata[i];

      if (g_strcmp0 (load->guide.person, wanted->guide) == 0 &&
          !cnscd_date_is_over (load->guide.valid_to, self->plan_day) &&
          (guide == NULL || g_strcmp0 (load->team, wanted->team) == 0))
        guide = load;
    }
  if (guide != NULL)
    cnscd_chosen_list_add (self->guides_list, guide->guide.membership, CNSCD_GUIDE_PART_LEADS);
}

/* Whoever chose a team knows better. */
static gboolean
has_own_teams (CnscdPlanDialog *self)
{
  const char *const *teams = cnscd_chosen_list_get_ids (self->teams_list);

  return teams[0] != NULL && (teams[1] != NULL || g_strcmp0 (teams[0], self->proposed_team) != 0);
}

/**
 * cnscd_plan_dialog_propose_team:
 * @self: a form
 *
 * Proposes the team of the hamlet, for a hamlet's sessions are mostly its own team's.
 */
void
cnscd_plan_dialog_propose_team (CnscdPlanDialog *self)
{
  const char *hamlet = cnscd_choice_row_get_chosen (self->hamlet_row);
  const CnscdTeam *found = NULL;

  if (hamlet == NULL || self->plan == NULL || has_own_teams (self))
    return;

  for (guint i = 0; i < self->plan->teams->len && found == NULL; i++)
    {
      const CnscdTeam *team = self->plan->teams->pdata[i];

      if (g_strcmp0 (team->hamlet, hamlet) == 0 &&
          !cnscd_date_is_over (team->valid_to, self->plan_day))
        found = team;
    }
  if (found == NULL)
    return;

  cnscd_chosen_list_clear (self->teams_list);
  g_set_str (&self->proposed_team, found->record.id);
  cnscd_chosen_list_add (self->teams_list, found->record.id, CNSCD_GUIDE_PART_UNKNOWN);
  cnscd_plan_dialog_offer_guides (self);
}

/* What nobody has touched since it was proposed gives way to a better proposal. */
static void
propose (AdwEntryRow *row, char **proposed, const char *text)
{
  const char *present = cnscd_plan_dialog_get_text (row);

  if (text == NULL || (!cnscd_form_is_blank (present) && g_strcmp0 (present, *proposed) != 0))
    return;

  g_set_str (proposed, text);
  if (!g_str_equal (present, text))
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

/**
 * cnscd_plan_dialog_propose_title:
 * @self: a form
 *
 * Names the session after its first topic and its hamlet.
 */
void
cnscd_plan_dialog_propose_title (CnscdPlanDialog *self)
{
  const char *first = cnscd_chosen_list_get_ids (self->topics_list)[0];
  const CnscdHamlet *hamlet = find_hamlet (self, cnscd_choice_row_get_chosen (self->hamlet_row));
  const CnscdTopic *topic = first != NULL && self->plan != NULL
                              ? cnscd_catalog_find (self->plan->catalog->topics, first)
                              : NULL;
  g_autofree char *place =
    hamlet != NULL ? cnscd_hamlet_full_name ((CnscdHamletKind) hamlet->kind, hamlet->name) : NULL;
  g_autofree char *title = cnscd_session_propose_title (topic != NULL ? topic->name : NULL, place);

  propose (self->title_row, &self->proposed_title, title);
}

static gboolean
has_proposed_topics (CnscdPlanDialog *self)
{
  const char *const *topics = cnscd_chosen_list_get_ids (self->topics_list);

  return topics[0] == NULL || (self->proposed_topics != NULL &&
                               g_strv_equal (topics, (const char *const *) self->proposed_topics));
}

/**
 * cnscd_plan_dialog_propose_topics:
 * @self: a form
 *
 * Proposes what the audience is taught first.
 */
void
cnscd_plan_dialog_propose_topics (CnscdPlanDialog *self)
{
  const char *audience = cnscd_choice_row_get_chosen (self->audience_row);
  g_autoptr (GPtrArray) topics = NULL;

  if (audience == NULL || self->plan == NULL || !has_proposed_topics (self))
    return;

  topics = cnscd_catalog_list_topics_of (self->plan->catalog, audience, self->plan_day);
  cnscd_chosen_list_clear (self->topics_list);
  for (guint i = 0; i < topics->len; i++)
    cnscd_chosen_list_add (self->topics_list, ((CnscdTopic *) topics->pdata[i])->record.id,
                           CNSCD_GUIDE_PART_UNKNOWN);
  g_strfreev (self->proposed_topics);
  self->proposed_topics = g_strdupv ((char **) cnscd_chosen_list_get_ids (self->topics_list));
}

/**
 * cnscd_plan_dialog_propose_end:
 * @self: a form
 *
 * Proposes when the session ends, by when it begins: it goes on as long as before.
 */
void
cnscd_plan_dialog_propose_end (CnscdPlanDialog *self)
{
  const CnscdSession *session = self->before->session;
  g_autofree char *end = cnscd_session_propose_end (cnscd_plan_dialog_get_text (self->start_row),
                                                    session->ends_at - session->starts_at);

  propose (self->end_row, &self->proposed_end, end);
}

/**
 * cnscd_plan_dialog_propose_all:
 * @self: a form that nobody has touched, whose plan is there
 *
 * Proposes what can be, from the day and what the session is planned for.
 */
void
cnscd_plan_dialog_propose_all (CnscdPlanDialog *self)
{
  propose_wanted (self);
  if (cnscd_chosen_list_get_ids (self->teams_list)[0] == NULL)
    propose_only_team (self);
  cnscd_plan_dialog_propose_team (self);
  cnscd_plan_dialog_propose_topics (self);
  cnscd_plan_dialog_propose_title (self);
}

/**
 * cnscd_plan_dialog_offer:
 * @self: a form whose plan is there
 *
 * Offers what can be chosen on its day, but for the guides.
 */
void
cnscd_plan_dialog_offer (CnscdPlanDialog *self)
{
  offer_hamlets (self);
  offer_teams (self);
  offer_catalog (self);
}
