/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-demo-private.h"

#include <string.h>

/* Of an audience that the list of habits does not know. */
static const CnscdDemoHabit usual = { NULL, 5, NULL, 30, 50, 20, FALSE };

/* An audience with its habit and what it is taught first. */
typedef struct
{
  CnscdAudience *audience;
  const CnscdDemoHabit *habit;
  GPtrArray *first_topics; /* (element-type CnscdTopic) */
} Audience;

struct _CnscdDemoTeaching
{
  GArray *audiences; /* (element-type Audience) */
  guint *weights;
  GPtrArray *topics; /* (element-type CnscdTopic) */
};

static const CnscdDemoHabit *
find_habit (const char *audience)
{
  for (guint i = 0; i < CNSCD_DEMO_N_HABITS; i++)
    {
      if (g_str_equal (CNSCD_DEMO_HABITS[i].audience, audience))
        return &CNSCD_DEMO_HABITS[i];
    }

  return &usual;
}

static void
clear_audience (gpointer data)
{
  Audience *audience = data;

  cnscd_record_unref (audience->audience);
  g_ptr_array_unref (audience->first_topics);
}

/**
 * cnscd_demo_teaching_new: (skip)
 * @plan: with a catalogue
 *
 * Returns: (transfer full) (nullable): what the catalogue offers, or %NULL when there is nothing to
 *   be taught or nobody to teach
 */
CnscdDemoTeaching *
cnscd_demo_teaching_new (const CnscdDemoPlan *plan)
{
  g_autoptr (GPtrArray) topics = cnscd_catalog_list_offered (plan->catalog->topics, plan->today);
  g_autoptr (GPtrArray) audiences =
    cnscd_catalog_list_offered (plan->catalog->audiences, plan->today);
  CnscdDemoTeaching *self;

  if (topics->len == 0 || audiences->len == 0)
    return NULL;

  self = g_new0 (CnscdDemoTeaching, 1);
  self->topics = g_steal_pointer (&topics);
  self->audiences = g_array_new (FALSE, FALSE, sizeof (Audience));
  g_array_set_clear_func (self->audiences, clear_audience);
  self->weights = g_new (guint, audiences->len);
  for (guint i = 0; i < audiences->len; i++)
    {
      CnscdAudience *record = audiences->pdata[i];
      Audience audience = { cnscd_record_ref (record), find_habit (record->name),
                            cnscd_catalog_list_topics_of (plan->catalog, record->record.id,
                                                          plan->today) };

      g_array_append_val (self->audiences, audience);
      self->weights[i] = audience.habit->weight;
    }

  return self;
}

/**
 * cnscd_demo_teaching_free: (skip)
 * @teaching: (transfer full): a teaching
 */
void
cnscd_demo_teaching_free (CnscdDemoTeaching *teaching)
{
  g_array_unref (teaching->audiences);
  g_ptr_array_unref (teaching->topics);
  g_free (teaching->weights);
  g_free (teaching);
}

static const Audience *
get_audience (const CnscdDemoTeaching *self, guint at)
{
  return &g_array_index (self->audiences, Audience, at);
}

/**
 * cnscd_demo_teaching_take_audience: (skip)
 * @teaching: a teaching
 * @generator: a generator
 *
 * Returns: the place of an audience
 */
guint
cnscd_demo_teaching_take_audience (const CnscdDemoTeaching *teaching, CnscdDemoGenerator *generator)
{
  return cnscd_demo_take_weighted (generator, teaching->weights, teaching->audiences->len);
}

/**
 * cnscd_demo_teaching_fits: (skip)
 * @teaching: a teaching
 * @generator: a generator
 * @audience: the place of an audience
 * @day: a day
 *
 * Returns: whether the audience is taught on such a weekday; more like at the weekend
 */
gboolean
cnscd_demo_teaching_fits (const CnscdDemoTeaching *teaching,
                          CnscdDemoGenerator *generator,
                          guint audience,
                          CnscdDate day)
{
  gboolean weekend = cnscd_date_get_weekday (day) >= 6;

  if (get_audience (teaching, audience)->habit->at_work)
    return !weekend;
  return weekend || cnscd_demo_take_chance (generator, 55);
}

/**
 * cnscd_demo_teaching_take_minute: (skip)
 * @teaching: a teaching
 * @generator: a generator
 * @audience: the place of an audience
 *
 * Returns: the minute of the day at which it is taught
 */
guint
cnscd_demo_teaching_take_minute (const CnscdDemoTeaching *teaching,
                                 CnscdDemoGenerator *generator,
                                 guint audience)
{
  const CnscdDemoHabit *habit = get_audience (teaching, audience)->habit;
  guint at = cnscd_demo_take_number (generator, 0, 99);
  guint half_hours = cnscd_demo_take_number (generator, 0, 2);
  guint hour = at < habit->mornings ? 8 : at < habit->mornings + habit->evenings ? 19 : 14;

  return 60 * hour + 30 * half_hours;
}

static gboolean
is_for_others (const CnscdDemoTeaching *self, const Audience *audience, gpointer topic)
{
  gboolean others = FALSE;

  for (guint i = 0; i < self->audiences->len; i++)
    {
      const Audience *other = get_audience (self, i);

      if (g_ptr_array_find (other->first_topics, topic, NULL))
        {
          if (other == audience)
            return FALSE;
          others = TRUE;
        }
    }

  return others;
}

/* The first of the catalogue most often, and seldom what others are taught first. */
static gpointer
take_topic (const CnscdDemoTeaching *self, CnscdDemoGenerator *generator, const Audience *audience)
{
  guint last = self->topics->len - 1;
  gpointer topic = NULL;

  for (guint i = 0; i < 3; i++)
    {
      guint at = MIN (cnscd_demo_take_number (generator, 0, last),
                      cnscd_demo_take_number (generator, 0, last));

      topic = self->topics->pdata[MIN (at, cnscd_demo_take_number (generator, 0, last))];
      if (!is_for_others (self, audience, topic))
        break;
    }

  return topic;
}

/* What the audience is taught first, in that order, and sometimes something else after it. */
static GPtrArray *
take_topics (const CnscdDemoTeaching *self, CnscdDemoGenerator *generator, const Audience *audience)
{
  GPtrArray *topics = g_ptr_array_new ();
  guint n_first = audience->first_topics->len;
  gpointer topic;

  if (n_first > 0 && cnscd_demo_take_chance (generator, 50))
    {
      guint first = cnscd_demo_take_number (generator, 0, n_first - 1);

      g_ptr_array_add (topics, audience->first_topics->pdata[first]);
      if (first + 1 < n_first && cnscd_demo_take_chance (generator, 50))
        g_ptr_array_add (topics, audience->first_topics->pdata[first + 1]);
    }
  else
    {
      g_ptr_array_add (topics, take_topic (self, generator, audience));
    }

  /* What comes last is none of those, which keep their order. */
  topic = take_topic (self, generator, audience);
  if (cnscd_demo_take_chance (generator, 20) && !g_ptr_array_find (topics, topic, NULL) &&
      !g_ptr_array_find (audience->first_topics, topic, NULL))
    g_ptr_array_add (topics, topic);

  return topics;
}

/* "VNeID cho người cao tuổi" */
static char *
make_title (const CnscdTopic *topic, const CnscdAudience *audience)
{
  const char *bracket = strstr (topic->name, " (");
  g_autofree char *subject = bracket != NULL
                               ? g_strndup (topic->name, (gsize) (bracket - topic->name))
                               : g_strdup (topic->name);
  const char *rest = g_utf8_next_char (audience->name);
  char first[7] = { 0 };

  g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (audience->name)), first);
  return g_strdup_printf ("%s cho %s%s", subject, first, rest);
}

/* One who leads and up to two who help, none of @others; the same ones do most. */
static GPtrArray *
take_guides (CnscdDemoGenerator *generator, const CnscdDemoTeam *team, GPtrArray *others)
{
  GPtrArray *guides = g_ptr_array_new ();
  guint last = team->memberships->len - 1;
  guint n_wanted = 1 + cnscd_demo_take_number (generator, 0, 2);

  for (guint tries = 0; guides->len < n_wanted && tries < 12; tries++)
    {
      guint at = MIN (cnscd_demo_take_number (generator, 0, last),
                      cnscd_demo_take_number (generator, 0, last));
      gpointer membership = team->memberships->pdata[at];

      if (!g_ptr_array_find (guides, membership, NULL) &&
          (others == NULL || !g_ptr_array_find (others, membership, NULL)))
        g_ptr_array_add (guides, membership);
    }

  return guides;
}

/* A rival at the same place has other guides, if the team has any left. */
static void
set_guides (CnscdDemoSession *self, CnscdDemoGenerator *generator, const CnscdDemoSlot *slot)
{
  GPtrArray *others = slot->rival != NULL ? slot->rival->session->guides : NULL;

  if (others == NULL || slot->same_place)
    self->guides = take_guides (generator, slot->team, others);
  else
    self->guides = g_ptr_array_new ();

  if (self->guides->len == 0)
    g_ptr_array_add (self->guides, others->pdata[0]);
}

/* In the hamlet's house, or where the audience is anyhow, which is in no hamlet. */
static void
set_place (CnscdDemoSession *self,
           CnscdDemoGenerator *generator,
           const CnscdDemoCommune *commune,
           const CnscdDemoSlot *slot,
           const CnscdDemoHabit *habit)
{
  const CnscdTeam *team = slot->team->team;
  CnscdSession *session = self->session;

  if (slot->rival != NULL && slot->same_place)
    {
      cnscd_record_set (session, place, slot->rival->session->session->place);
      cnscd_record_set (session, hamlet, slot->rival->session->session->hamlet);
    }
  else if (slot->team->place != NULL && slot->rival == NULL &&
           (habit->place == NULL || cnscd_demo_take_chance (generator, 40)))
    {
      cnscd_record_set (session, place, slot->team->place);
      cnscd_record_set (session, hamlet, team->hamlet);
    }
  else
    {
      g_autofree char *place = g_strdup_printf (
        "%s %s", habit->place != NULL ? habit->place : "Hội trường Ủy ban nhân dân",
        commune->full_name);

      cnscd_record_set (session, place, place);
    }
}

/* What takes place for the whole commune, another team sometimes holds with. */
static void
set_teams (CnscdDemoSession *self,
           CnscdDemoGenerator *generator,
           const CnscdDemoCommune *commune,
           const CnscdDemoSlot *slot)
{
  CnscdDemoTeam *other;

  g_ptr_array_add (self->teams, slot->team);
  if (self->session->hamlet != NULL || !cnscd_demo_take_chance (generator, 40))
    return;

  other = commune->teams->pdata[cnscd_demo_take_number (generator, 0, commune->teams->len - 1)];
  if (other == slot->team)
    return;
  g_ptr_array_add (self->teams, other);
  if (self->guides->len < 3)
    g_ptr_array_add (self->guides, other->memberships->pdata[0]);
}

/**
 * cnscd_demo_session_new: (skip)
 * @teaching: a teaching
 * @generator: a generator
 * @commune: a commune
 * @slot: of one of its teams; a rival's session has been made
 *
 * Returns: (transfer full): what is planned
 */
CnscdDemoSession *
cnscd_demo_session_new (const CnscdDemoTeaching *teaching,
                        CnscdDemoGenerator *generator,
                        const CnscdDemoCommune *commune,
                        const CnscdDemoSlot *slot)
{
  CnscdDemoSession *self = g_new0 (CnscdDemoSession, 1);
  const Audience *audience = get_audience (teaching, slot->audience);
  CnscdSession *session =
    cnscd_demo_make_record (generator, &CNSCD_KIND_SESSION, commune->unit->code);
  g_autofree char *title = NULL;

  self->session = session;
  self->teams = g_ptr_array_new ();
  self->topics = take_topics (teaching, generator, audience);
  self->elderly = audience->habit->elderly;
  title = make_title (self->topics->pdata[0], audience->audience);

  cnscd_record_set (session, title, title);
  cnscd_record_set (session, audience, audience->audience->record.id);
  session->starts_at = slot->starts_at;
  session->ends_at = slot->starts_at + slot->minutes;
  session->state = CNSCD_SESSION_STATE_PLANNED;
  if (cnscd_demo_take_chance (generator, 90))
    session->expected = 5 * cnscd_demo_take_number (generator, 3, 14);
  if (slot->series != NULL)
    {
      cnscd_record_set (session, series, slot->series->record.id);
      session->series_day = slot->series_day;
    }

  set_guides (self, generator, slot);
  set_place (self, generator, commune, slot, audience->habit);
  set_teams (self, generator, commune, slot);
  return self;
}

/**
 * cnscd_demo_session_free: (skip)
 * @session: (transfer full): a session
 */
void
cnscd_demo_session_free (CnscdDemoSession *session)
{
  cnscd_record_unref (session->session);
  g_ptr_array_unref (session->teams);
  g_ptr_array_unref (session->topics);
  g_ptr_array_unref (session->guides);
  g_free (session);
}
