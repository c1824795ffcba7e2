/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-demo-private.h"

#include <string.h>

/* Results come in within a week or so; some never do. */
static guint
get_unreported_share (gint64 days_ago)
{
  return days_ago <= 5 ? 350 : days_ago <= 30 ? 80 : 7;
}

static void
set_off (CnscdDemoGenerator *generator, CnscdSession *session, CnscdSessionState state)
{
  const CnscdDemoPool *why =
    state == CNSCD_SESSION_STATE_POSTPONED ? &CNSCD_DEMO_POSTPONED : &CNSCD_DEMO_CANCELLED;

  session->state = state;
  cnscd_record_set (session, note, cnscd_demo_take_word (generator, why));
}

static gint64
forget_sometimes (CnscdDemoGenerator *generator, gint64 count)
{
  return cnscd_demo_take_chance (generator, 12) ? CNSCD_COUNT_UNKNOWN : count;
}

static void
report (CnscdDemoGenerator *generator, const CnscdDemoSession *made, CnscdDate day, gint64 days_ago)
{
  CnscdSession *session = made->session;
  guint expected = session->expected != CNSCD_COUNT_UNKNOWN ? (guint) session->expected : 30;
  guint came = expected * cnscd_demo_take_number (generator, 45, 115) / 100;
  guint women = came * cnscd_demo_take_number (generator, 40, 68) / 100;
  guint elderly = came * cnscd_demo_take_number (generator, made->elderly / 2, made->elderly) / 100;
  guint poor = came * cnscd_demo_take_number (generator, 0, 9) / 100;
  guint wait = cnscd_demo_take_number (generator, 0, 5);

  session->state = CNSCD_SESSION_STATE_HELD;
  session->attendance = came;
  session->attendance_women = forget_sometimes (generator, women);
  session->attendance_elderly = forget_sometimes (generator, elderly);
  session->attendance_poor_households = forget_sometimes (generator, poor);
  session->reported_on = cnscd_date_add_days (day, (int) MIN ((gint64) wait, days_ago));
}

/* What became of it until today. */
static void
take_state (CnscdDemoGenerator *generator, const CnscdDemoPlan *plan, const CnscdDemoSession *made)
{
  CnscdSession *session = made->session;
  CnscdDate day = cnscd_time_get_day (session->starts_at);
  gint64 days_ago = cnscd_date_to_days (plan->today) - cnscd_date_to_days (day);
  guint at = cnscd_demo_take_number (generator, 0, 999);

  if (at < (days_ago > 0 ? 30u : 12u))
    set_off (generator, session, CNSCD_SESSION_STATE_POSTPONED);
  else if (at < (days_ago > 0 ? 52u : 18u))
    set_off (generator, session, CNSCD_SESSION_STATE_CANCELLED);
  else if (days_ago <= 0)
    return;
  else if (!cnscd_demo_take_rare_chance (generator, get_unreported_share (days_ago)))
    report (generator, made, day, days_ago);
  else if (cnscd_demo_take_chance (generator, 40))
    session->state = CNSCD_SESSION_STATE_HELD;
}

static gboolean
give_teams (CnscdDemoGenerator *generator, const CnscdDemoSession *made, GError **error)
{
  const CnscdRecord *session = &made->session->record;

  for (guint i = 0; i < made->teams->len; i++)
    {
      const CnscdDemoTeam *team = made->teams->pdata[i];
      g_autoptr (CnscdSessionTeam) record =
        cnscd_demo_make_record (generator, &CNSCD_KIND_SESSION_TEAM, session->unit);

      cnscd_record_set (record, session, session->id);
      cnscd_record_set (record, team, team->team->record.id);
      if (!cnscd_demo_give (generator, record, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
give_topics (CnscdDemoGenerator *generator, const CnscdDemoSession *made, GError **error)
{
  const CnscdRecord *session = &made->session->record;

  for (guint i = 0; i < made->topics->len; i++)
    {
      const CnscdTopic *topic = made->topics->pdata[i];
      g_autoptr (CnscdSessionTopic) record =
        cnscd_demo_make_record (generator, &CNSCD_KIND_SESSION_TOPIC, session->unit);

      cnscd_record_set (record, session, session->id);
      cnscd_record_set (record, topic, topic->record.id);
      record->ordinal = i + 1;
      if (!cnscd_demo_give (generator, record, error))
        return FALSE;
    }

  return TRUE;
}

/* Whether a guide came is told with the rest of what came of it. */
static gboolean
give_guides (CnscdDemoGenerator *generator, const CnscdDemoSession *made, GError **error)
{
  const CnscdRecord *session = &made->session->record;
  gboolean reported = cnscd_date_is_known (made->session->reported_on);

  for (guint i = 0; i < made->guides->len; i++)
    {
      const CnscdMembership *guide = made->guides->pdata[i];
      g_autoptr (CnscdSessionGuide) record =
        cnscd_demo_make_record (generator, &CNSCD_KIND_SESSION_GUIDE, session->unit);

      cnscd_record_set (record, session, session->id);
      cnscd_record_set (record, membership, guide->record.id);
      record->part = i == 0 ? CNSCD_GUIDE_PART_LEADS : CNSCD_GUIDE_PART_HELPS;
      if (reported && !cnscd_demo_take_chance (generator, 5))
        record->presence = i > 0 && cnscd_demo_take_chance (generator, 6) ? CNSCD_PRESENCE_ABSENT
                                                                          : CNSCD_PRESENCE_PRESENT;
      if (!cnscd_demo_give (generator, record, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
give_result (CnscdDemoGenerator *generator,
             const CnscdDemoSession *made,
             const CnscdIndicator *indicator,
             gint64 value,
             GError **error)
{
  const CnscdRecord *session = &made->session->record;
  g_autoptr (CnscdSessionResult) record =
    cnscd_demo_make_record (generator, &CNSCD_KIND_SESSION_RESULT, session->unit);

  cnscd_record_set (record, session, session->id);
  cnscd_record_set (record, indicator, indicator->record.id);
  record->value = value;
  return cnscd_demo_give (generator, record, error);
}

static gboolean
is_gained (const CnscdDemoSession *made, const CnscdIndicator *indicator)
{
  for (guint i = 0; i < CNSCD_DEMO_N_GAINS; i++)
    {
      const CnscdDemoGain *gain = &CNSCD_DEMO_GAINS[i];

      if (strstr (indicator->name, gain->indicator) == NULL)
        continue;
      for (guint t = 0; t < made->topics->len; t++)
        {
          if (strstr (((const CnscdTopic *) made->topics->pdata[t])->name, gain->topic) != NULL)
            return TRUE;
        }
    }

  return FALSE;
}

/* Everybody who came was taught; of the rest, what the topics can bring. No record: not known. */
static gboolean
give_results (CnscdDemoGenerator *generator,
              const CnscdDemoPlan *plan,
              const CnscdDemoSession *made,
              GError **error)
{
  gint64 came = made->session->attendance;

  if (!cnscd_date_is_known (made->session->reported_on))
    return TRUE;

  for (guint i = 0; i < plan->catalog->indicators->len; i++)
    {
      const CnscdIndicator *indicator = plan->catalog->indicators->pdata[i];
      guint percent = i == 0 ? 100 : cnscd_demo_take_number (generator, 0, 70);

      if ((i > 0 && !is_gained (made, indicator)) || cnscd_demo_take_chance (generator, 10))
        continue;
      if (!give_result (generator, made, indicator, came * percent / 100, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * cnscd_demo_give_session: (skip)
 * @generator: a generator
 * @plan: what to make
 * @made: a planned session; gets its state
 * @error: return location for an error of the sink
 *
 * Gives a session with everything that belongs to it, and with what became of
 * it until the plan's today.
 *
 * Returns: whether the sink took it
 */
gboolean
cnscd_demo_give_session (CnscdDemoGenerator *generator,
                         const CnscdDemoPlan *plan,
                         const CnscdDemoSession *made,
                         GError **error)
{
  take_state (generator, plan, made);

  return cnscd_demo_give (generator, made->session, error) && give_teams (generator, made, error) &&
         give_topics (generator, made, error) && give_guides (generator, made, error) &&
         give_results (generator, plan, made, error);
}
