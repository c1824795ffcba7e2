/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-merge.h"

/* What a record of a session's list stands for: the id of a team, topic or member. */
typedef const char *(*KeyFunc) (gconstpointer record);

static const char *
get_team (gconstpointer record)
{
  return ((const CnscdSessionTeam *) record)->team;
}

static const char *
get_topic (gconstpointer record)
{
  return ((const CnscdSessionTopic *) record)->topic;
}

static const char *
get_membership (gconstpointer record)
{
  return ((const CnscdSessionGuide *) record)->membership;
}

static gpointer
find_by_key (GPtrArray *records, KeyFunc get_key, const char *key)
{
  for (guint i = 0; i < records->len; i++)
    {
      if (g_str_equal (get_key (records->pdata[i]), key))
        return records->pdata[i];
    }

  return NULL;
}

/* Takes out of @list what the edit took out. */
static void
remove_removed (GPtrArray *list, GPtrArray *before, GPtrArray *after, KeyFunc get_key)
{
  for (guint i = list->len; i > 0; i--)
    {
      const char *key = get_key (list->pdata[i - 1]);

      if (find_by_key (before, get_key, key) != NULL && find_by_key (after, get_key, key) == NULL)
        g_ptr_array_remove_index (list, i - 1);
    }
}

static gboolean
is_same_order (GPtrArray *before, GPtrArray *after)
{
  if (before->len != after->len)
    return FALSE;

  for (guint i = 0; i < before->len; i++)
    {
      const CnscdSessionTopic *a = before->pdata[i];
      const CnscdSessionTopic *b = after->pdata[i];

      if (!g_str_equal (a->topic, b->topic) || a->ordinal != b->ordinal)
        return FALSE;
    }

  return TRUE;
}

static void
merge_topics (CnscdSessionRecords *merged,
              const CnscdSessionRecords *before,
              const CnscdSessionRecords *after)
{
  if (is_same_order (before->topics, after->topics))
    return;

  remove_removed (merged->topics, before->topics, after->topics, get_topic);
  for (guint i = 0; i < after->topics->len; i++)
    cnscd_session_records_add_topic (merged, get_topic (after->topics->pdata[i]));

  /* Their order is that of the edit; what this session alone has comes last. */
  for (guint i = 0; i < merged->topics->len; i++)
    {
      CnscdSessionTopic *topic = merged->topics->pdata[i];
      const CnscdSessionTopic *model = find_by_key (after->topics, get_topic, topic->topic);
      gint64 ordinal = model != NULL ? model->ordinal : topic->ordinal + after->topics->len;

      if (topic->ordinal != ordinal)
        {
          merged->topics->pdata[i] = cnscd_record_copy (topic);
          ((CnscdSessionTopic *) merged->topics->pdata[i])->ordinal = ordinal;
          cnscd_record_unref (topic);
        }
    }
}

static void
merge_guides (CnscdSessionRecords *merged,
              const CnscdSessionRecords *before,
              const CnscdSessionRecords *after)
{
  remove_removed (merged->guides, before->guides, after->guides, get_membership);

  for (guint i = 0; i < after->guides->len; i++)
    {
      const CnscdSessionGuide *guide = after->guides->pdata[i];
      const CnscdSessionGuide *old =
        find_by_key (before->guides, get_membership, guide->membership);

      if (old == NULL || old->part != guide->part)
        cnscd_session_records_add_guide (merged, guide->membership, (CnscdGuidePart) guide->part);
    }
}

/**
 * cnscd_session_dup_merged: (skip)
 * @session: a session
 * @before: another one, as it was seen
 * @after: that other one, as somebody wants it
 * @day: on which @session shall take place
 *
 * Does to @session what the edit from @before to @after did: each field that it
 * changed, the time of day, and the teams, topics and guides that it added,
 * changed or took out. What only @session has stays. What came of a session,
 * its state and its series are nobody else's, and stay as well.
 *
 * Returns: (transfer full): @session as it shall be
 */
CnscdSessionRecords *
cnscd_session_dup_merged (const CnscdSessionRecords *session,
                          const CnscdSessionRecords *before,
                          const CnscdSessionRecords *after,
                          CnscdDate day)
{
  const CnscdSession *from = session->session;
  CnscdSessionRecords *merged = cnscd_session_records_copy (session);
  CnscdTime before_start = before->session->starts_at;
  CnscdTime after_start = after->session->starts_at;
  int minute = cnscd_time_get_minute_of_day (from->starts_at);
  gint64 duration = from->ends_at - from->starts_at;
  gint64 new_duration = after->session->ends_at - after_start;
  CnscdSession *to;

  cnscd_record_unref (merged->session);
  to = merged->session = cnscd_record_merge (from, before->session, after->session);

  if (cnscd_time_get_minute_of_day (before_start) != cnscd_time_get_minute_of_day (after_start))
    minute = cnscd_time_get_minute_of_day (after_start);
  if (before->session->ends_at - before_start != new_duration)
    duration = new_duration;

  to->starts_at = cnscd_time_new (day, minute);
  to->ends_at = to->starts_at + duration;
  to->state = from->state;
  cnscd_record_set (to, series, from->series);
  to->series_day = from->series_day;
  to->attendance = from->attendance;
  to->attendance_women = from->attendance_women;
  to->attendance_elderly = from->attendance_elderly;
  to->attendance_poor_households = from->attendance_poor_households;
  to->reported_on = from->reported_on;

  remove_removed (merged->teams, before->teams, after->teams, get_team);
  for (guint i = 0; i < after->teams->len; i++)
    {
      const char *team = get_team (after->teams->pdata[i]);

      if (find_by_key (before->teams, get_team, team) == NULL)
        cnscd_session_records_add_team (merged, team);
    }
  merge_topics (merged, before, after);
  merge_guides (merged, before, after);

  return merged;
}
