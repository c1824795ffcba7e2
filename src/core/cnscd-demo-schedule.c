/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-demo-private.h"

#include "cnscd-recurrence.h"

/* Percent of the sessions that belong to a series. */
#define SERIES_SHARE 35

/* Per mille of the others that stand in the way of one before. */
#define RIVAL_SHARE 12

/* Per mille of the days off that are taken for a session all the same. */
#define HOLIDAY_SHARE 60

/*
 * first, n_days: when there are sessions
 * team_weights: how often each team has one; 0 for a team that has none
 * series: (element-type CnscdSeries)
 * slots: (element-type CnscdDemoSlot)
 */
typedef struct
{
  CnscdDemoGenerator *generator;
  const CnscdDemoPlan *plan;
  const CnscdDemoCommune *commune;
  const CnscdDemoTeaching *teaching;
  CnscdDate first;
  guint n_days;
  guint *team_weights;
  GPtrArray *series;
  GPtrArray *slots;
} Schedule;

static void
slot_free (gpointer data)
{
  CnscdDemoSlot *slot = data;

  g_clear_pointer (&slot->session, cnscd_demo_session_free);
  g_free (slot);
}

static CnscdDate
add_months (CnscdDate day, int n_months)
{
  int month = day.year * 12 + day.month - 1 + n_months;

  return CNSCD_DATE ((guint16) (month / 12), (guint8) (month % 12 + 1), 1);
}

/*
 * Whole months around today, but none before the teams were there. Returns: how many of
 * @n_sessions of the whole time are left.
 */
static guint
set_days (Schedule *self, guint n_sessions)
{
  CnscdDate today = self->plan->today;
  gint64 first = cnscd_date_to_days (add_months (today, -CNSCD_DEMO_MONTHS_BEFORE));
  gint64 end =
    cnscd_date_to_days (add_months (today, CNSCD_DEMO_MONTHS - CNSCD_DEMO_MONTHS_BEFORE));
  gint64 begin = MAX (first, cnscd_date_to_days (self->commune->decision_date));

  if (begin >= end)
    return 0;

  self->first = cnscd_date_from_days (begin);
  self->n_days = (guint) (end - begin);
  return (guint) ((gint64) n_sessions * (end - begin) / (end - first));
}

/* Some teams are zealous, and a few do nothing. */
static void
set_team_weights (Schedule *self)
{
  guint n_teams = self->commune->teams->len;

  self->team_weights = g_new (guint, n_teams);
  for (guint i = 0; i < n_teams; i++)
    {
      gboolean idle = i > 0 && cnscd_demo_take_chance (self->generator, 6);

      self->team_weights[i] = idle ? 0 : cnscd_demo_take_number (self->generator, 2, 6);
    }
}

static CnscdDemoTeam *
take_team (Schedule *self)
{
  guint at =
    cnscd_demo_take_weighted (self->generator, self->team_weights, self->commune->teams->len);

  return g_ptr_array_index (self->commune->teams, at);
}

static CnscdDate
take_day (Schedule *self)
{
  return cnscd_date_add_days (self->first,
                              (int) cnscd_demo_take_number (self->generator, 0, self->n_days - 1));
}

static CnscdDemoSlot *
add_slot (Schedule *self, CnscdDemoTeam *team, guint audience, CnscdDate day, guint minute)
{
  CnscdDemoSlot *slot = g_new0 (CnscdDemoSlot, 1);

  slot->nr = self->slots->len;
  slot->team = team;
  slot->audience = audience;
  slot->starts_at = cnscd_time_new (day, (int) minute);
  slot->minutes = 30 * cnscd_demo_take_number (self->generator, 2, 4);
  g_ptr_array_add (self->slots, slot);
  return slot;
}

static gboolean
is_day_off (Schedule *self, CnscdDate day)
{
  const CnscdHoliday *holiday = cnscd_catalog_find_holiday (self->plan->catalog, day);

  return holiday != NULL && holiday->kind != CNSCD_HOLIDAY_KIND_WORKDAY;
}

/* Every week or two, on a weekday of the month, or on a day of the lunar month. */
static CnscdRecurrence
take_rule (Schedule *self, CnscdDate start)
{
  CnscdDemoGenerator *generator = self->generator;
  CnscdRecurrence rule = { .interval = 1 };
  guint sort = cnscd_demo_take_number (generator, 0, 99);

  if (sort < 45)
    {
      rule.frequency = CNSCD_FREQUENCY_WEEKLY;
      rule.interval = cnscd_demo_take_chance (generator, 35) ? 2 : 1;
      rule.count = (int) cnscd_demo_take_number (generator, 4, 10);
      return rule;
    }

  rule.frequency = CNSCD_FREQUENCY_MONTHLY;
  rule.count = (int) cnscd_demo_take_number (generator, 3, 8);
  if (sort < 75)
    {
      guint position = cnscd_demo_take_number (generator, 1, 5);

      rule.weekdays = CNSCD_DAY_BIT ((guint) cnscd_date_get_weekday (start));
      rule.positions = position < 5 ? CNSCD_DAY_BIT (position) : CNSCD_LAST_POSITION_BIT;
    }
  else
    {
      rule.lunar = TRUE;
      rule.month_days = CNSCD_DAY_BIT (cnscd_demo_take_chance (generator, 50) ? 2u : 16u);
    }

  return rule;
}

/* Adds at most @n_most sessions. */
static void
add_series (Schedule *self, guint n_most)
{
  CnscdDemoGenerator *generator = self->generator;
  CnscdDemoTeam *team = take_team (self);
  guint audience = cnscd_demo_teaching_take_audience (self->teaching, generator);
  guint minute = cnscd_demo_teaching_take_minute (self->teaching, generator, audience);
  CnscdDate start = take_day (self);
  CnscdDate last = cnscd_date_add_days (self->first, (int) self->n_days - 1);
  CnscdRecurrence rule = take_rule (self, start);
  g_autoptr (GArray) days = NULL;
  g_autofree char *text = NULL;
  CnscdSeries *series;

  if (!cnscd_demo_teaching_fits (self->teaching, generator, audience, start))
    return;
  days = cnscd_recurrence_list_days (&rule, start, start, last, MIN (n_most, (guint) rule.count));
  if (days->len < 2)
    return;

  rule.count = (int) days->len;
  text = cnscd_recurrence_to_text (&rule);
  series = cnscd_demo_make_record (generator, &CNSCD_KIND_SERIES, self->commune->unit->code);
  cnscd_record_set (series, rule, text);
  series->first_day = start;
  g_ptr_array_add (self->series, series);

  for (guint i = 0; i < days->len; i++)
    {
      CnscdDate day = g_array_index (days, CnscdDate, i);
      CnscdDemoSlot *slot = add_slot (self, team, audience, day, minute);

      slot->series = series;
      slot->series_day = day;
      if (i > 0)
        slot->minutes = ((CnscdDemoSlot *) self->slots->pdata[slot->nr - 1])->minutes;
    }
}

static void
add_rival (Schedule *self, const CnscdDemoSlot *rival)
{
  CnscdDate day = cnscd_time_get_day (rival->starts_at);
  guint minute = (guint) cnscd_time_get_minute_of_day (rival->starts_at) +
                 30 * cnscd_demo_take_number (self->generator, 0, 1);
  CnscdDemoSlot *slot = add_slot (self, rival->team, rival->audience, day, minute);

  slot->rival = rival;
  slot->same_place = cnscd_demo_take_chance (self->generator, 50);
}

static void
add_single (Schedule *self)
{
  CnscdDemoGenerator *generator = self->generator;
  const CnscdDemoSlot *before =
    self->slots->len > 0 ? self->slots->pdata[self->slots->len - 1] : NULL;
  CnscdDemoTeam *team;
  guint audience;
  CnscdDate day;

  if (before != NULL && before->rival == NULL &&
      cnscd_demo_take_rare_chance (generator, RIVAL_SHARE))
    {
      add_rival (self, before);
      return;
    }

  team = take_team (self);
  audience = cnscd_demo_teaching_take_audience (self->teaching, generator);
  do
    day = take_day (self);
  while (!cnscd_demo_teaching_fits (self->teaching, generator, audience, day) ||
         (is_day_off (self, day) && !cnscd_demo_take_rare_chance (generator, HOLIDAY_SHARE)));
  add_slot (self, team, audience, day,
            cnscd_demo_teaching_take_minute (self->teaching, generator, audience));
}

static int
compare_slots (gconstpointer a, gconstpointer b)
{
  const CnscdDemoSlot *one = a;
  const CnscdDemoSlot *other = b;

  if (one->starts_at != other->starts_at)
    return one->starts_at < other->starts_at ? -1 : 1;
  return (one->nr > other->nr) - (one->nr < other->nr);
}

static gboolean
give_all (Schedule *self, GError **error)
{
  for (guint i = 0; i < self->series->len; i++)
    {
      if (!cnscd_demo_give (self->generator, self->series->pdata[i], error))
        return FALSE;
    }

  for (guint i = 0; i < self->slots->len; i++)
    {
      CnscdDemoSlot *slot = self->slots->pdata[i];

      slot->session = cnscd_demo_session_new (self->teaching, self->generator, self->commune, slot);
      if (!cnscd_demo_give_session (self->generator, self->plan, slot->session, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * cnscd_demo_give_schedule: (skip)
 * @generator: a generator
 * @plan: what to make, with a catalogue
 * @commune: a commune with its teams
 * @n_sessions: how many, if the teams were there all the time
 * @error: return location for an error of the sink
 *
 * Makes a year of sessions: by their start, after the series that some belong
 * to. A catalogue without topics or audiences gives none.
 *
 * Returns: whether the sink took them
 */
gboolean
cnscd_demo_give_schedule (CnscdDemoGenerator *generator,
                          const CnscdDemoPlan *plan,
                          const CnscdDemoCommune *commune,
                          guint n_sessions,
                          GError **error)
{
  g_autoptr (CnscdDemoTeaching) teaching = cnscd_demo_teaching_new (plan);
  g_autoptr (GPtrArray) series = g_ptr_array_new_with_free_func (cnscd_record_unref);
  g_autoptr (GPtrArray) slots = g_ptr_array_new_with_free_func (slot_free);
  Schedule self = { .generator = generator,
                    .plan = plan,
                    .commune = commune,
                    .teaching = teaching,
                    .series = series,
                    .slots = slots };
  gboolean done;

  if (teaching != NULL)
    n_sessions = set_days (&self, n_sessions);
  if (teaching == NULL || n_sessions == 0)
    return TRUE;

  set_team_weights (&self);
  while (slots->len < n_sessions * SERIES_SHARE / 100)
    add_series (&self, n_sessions - slots->len);
  while (slots->len < n_sessions)
    add_single (&self);

  g_ptr_array_sort_values (slots, compare_slots);
  done = give_all (&self, error);
  g_free (self.team_weights);
  return done;
}
