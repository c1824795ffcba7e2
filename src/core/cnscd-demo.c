/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-demo-private.h"

/*
 * In milliseconds: made-up records say so by their ids' time, which is 2026-01-01T00:00Z for
 * rosters and some days later for schedules.
 */
#define FIRST_ID_TIME          G_GUINT64_CONSTANT (1767225600000)
#define FIRST_SCHEDULE_ID_TIME G_GUINT64_CONSTANT (1768000000000)

/* So that a roster is the same with a schedule and without one. */
#define SCHEDULE_SEED G_GUINT64_CONSTANT (0x6275e1bb68c6f36d)

/* Phones lie in 0900 100000 … 0900 999999. */
#define PHONES_FROM 100000
#define PHONES_TO   999999

/*
 * FNV-1a over the communes' codes: what two communes make up with the same
 * seed must not bear the same ids, for it may meet at the province.
 */
static guint64
mix_units (const CnscdDemoPlan *plan)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (guint i = 0; i < plan->n_units; i++)
    {
      for (const char *at = plan->units[i].code; *at != '\0'; at++)
        hash = (hash ^ (guchar) *at) * G_GUINT64_CONSTANT (0x100000001b3);
    }

  return hash;
}

/* A commune's share of a total by its teams, so that all shares together are the total. */
static guint
get_share (guint total, guint first_team, guint n_teams, guint all_teams)
{
  return (guint) ((guint64) total * (first_team + n_teams) / all_teams -
                  (guint64) total * first_team / all_teams);
}

/**
 * cnscd_demo_generate:
 * @plan: what to make
 * @sink: (scope call): takes the records one by one
 * @user_data: for @sink
 * @error: return location for an error of @sink
 *
 * Makes up believable decisions, hamlets with profiles, teams, people and
 * memberships, and a year of sessions with what came of them. Nobody in them
 * exists: names are drawn from lists, phones from a range that is given to
 * nobody. A count that nobody reported is unknown.
 *
 * The numbers drawn depend on @plan alone, never on the time, the locale or
 * the library, so that the same seed gives the same records, ids included,
 * on every machine. The roster does not depend on the schedule.
 *
 * Returns: whether @sink took every record
 */
gboolean
cnscd_demo_generate (const CnscdDemoPlan *plan,
                     CnscdDemoSink sink,
                     gpointer user_data,
                     GError **error)
{
  CnscdDemoGenerator roster = { .id_time = FIRST_ID_TIME, .sink = sink, .sink_data = user_data };
  CnscdDemoGenerator schedule = { .id_time = FIRST_SCHEDULE_ID_TIME,
                                  .sink = sink,
                                  .sink_data = user_data };
  g_autofree guint *n_teams = NULL;
  g_autofree guint *sizes = NULL;
  guint all_teams = plan->n_teams;
  guint all_members = plan->n_members;
  guint all_sessions = plan->n_sessions;
  guint first = 0;

  g_return_val_if_fail (plan->n_units > 0, FALSE);
  g_return_val_if_fail (plan->catalog == NULL || cnscd_date_is_full (plan->today), FALSE);

  roster.state = plan->seed ^ mix_units (plan);
  schedule.state = roster.state ^ SCHEDULE_SEED;
  if (all_teams == 0)
    {
      for (guint i = 0; i < plan->n_units; i++)
        all_teams += cnscd_demo_take_number (&roster, 36, 40);
    }
  if (all_members == 0)
    all_members = CNSCD_DEMO_COMMUNE_MEMBERS * plan->n_units;
  if (all_sessions == 0)
    all_sessions = CNSCD_DEMO_COMMUNE_SESSIONS * plan->n_units;

  g_return_val_if_fail (all_teams >= plan->n_units, FALSE);
  g_return_val_if_fail (all_members >= CNSCD_DEMO_TEAM_MIN * all_teams, FALSE);
  g_return_val_if_fail (all_members <= CNSCD_DEMO_TEAM_MAX * all_teams, FALSE);

  /* Never twice the same phone: the steps of all people together stay within the range. */
  roster.phone_step = MIN ((PHONES_TO - PHONES_FROM) / 2 / all_members, 40);
  g_return_val_if_fail (roster.phone_step > 0, FALSE);
  roster.phone = cnscd_demo_take_number (&roster, PHONES_FROM, PHONES_TO / 2);

  n_teams = cnscd_demo_split_unevenly (&roster, all_teams, plan->n_units,
                                       MAX (all_teams / plan->n_units / 2, 1),
                                       all_teams / plan->n_units * 2 + 1, 2 * all_teams);
  sizes = cnscd_demo_split_unevenly (&roster, all_members, all_teams, CNSCD_DEMO_TEAM_MIN,
                                     CNSCD_DEMO_TEAM_MAX, 4 * all_teams);

  for (guint i = 0; i < plan->n_units; i++)
    {
      g_autoptr (CnscdDemoCommune) commune = cnscd_demo_commune_new (&plan->units[i]);
      guint n_sessions = get_share (all_sessions, first, n_teams[i], all_teams);

      if (!cnscd_demo_give_roster (&roster, commune, sizes + first, n_teams[i], error))
        return FALSE;
      if (plan->catalog != NULL &&
          !cnscd_demo_give_schedule (&schedule, plan, commune, n_sessions, error))
        return FALSE;
      first += n_teams[i];
    }

  return TRUE;
}
