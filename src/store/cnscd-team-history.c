/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-team-history.h"

#include "cnscd-record-store.h"
#include "cnscd-statement.h"

static void
event_free (gpointer data)
{
  CnscdTeamEvent *event = data;

  g_clear_pointer (&event->decision, cnscd_record_unref);
  g_free (event);
}

static void
former_member_free (gpointer data)
{
  CnscdFormerMember *member = data;

  g_clear_pointer (&member->membership, cnscd_record_unref);
  g_free (member->full_name);
  g_clear_pointer (&member->decision, cnscd_record_unref);
  g_clear_pointer (&member->end_decision, cnscd_record_unref);
  g_free (member);
}

/* The decisions of one history, each read once; one that is gone is remembered as %NULL. */
typedef struct
{
  CnscdDatabase *database;
  GHashTable *read; /* (element-type utf8 CnscdDecision) */
} Decisions;

static void
unref_decision (gpointer data)
{
  if (data != NULL)
    cnscd_record_unref (data);
}

static gboolean
find_decision (Decisions *decisions, const char *id, CnscdDecision **found, GError **error)
{
  g_autoptr (GError) problem = NULL;
  gpointer decision = NULL;

  *found = NULL;
  if (id == NULL)
    return TRUE;

  if (!g_hash_table_lookup_extended (decisions->read, id, NULL, &decision))
    {
      decision = cnscd_record_store_get (decisions->database, &CNSCD_KIND_DECISION, id, &problem);
      if (decision == NULL &&
          !g_error_matches (problem, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      g_hash_table_insert (decisions->read, g_strdup (id), decision);
    }

  *found = decision != NULL ? cnscd_record_ref (decision) : NULL;
  return TRUE;
}

static CnscdTeamEvent *
find_event (GPtrArray *events, const CnscdDecision *decision)
{
  for (guint i = 0; i < events->len; i++)
    {
      CnscdTeamEvent *event = events->pdata[i];

      if (event->decision != NULL &&
          g_strcmp0 (event->decision->record.id, decision->record.id) == 0)
        return event;
    }

  return NULL;
}

static CnscdTeamEvent *
add_event (GPtrArray *events, CnscdTeamEventKind kind, CnscdDate date, CnscdDecision *decision)
{
  CnscdTeamEvent *event = g_new0 (CnscdTeamEvent, 1);

  event->kind = kind;
  event->date = !cnscd_date_is_known (date) && decision != NULL ? decision->date : date;
  event->decision = decision != NULL ? cnscd_record_ref (decision) : NULL;
  g_ptr_array_add (events, event);
  return event;
}

static gboolean
add_ends (CnscdTeamHistory *history, Decisions *decisions, GError **error)
{
  const CnscdTeam *team = history->team;
  g_autoptr (CnscdDecision) decision = NULL;
  g_autoptr (CnscdDecision) end_decision = NULL;
  CnscdDate until = team->valid_to;

  if (!find_decision (decisions, team->decision, &decision, error) ||
      !find_decision (decisions, team->end_decision, &end_decision, error))
    return FALSE;

  if (decision != NULL || cnscd_date_is_known (team->valid_from))
    add_event (history->events, CNSCD_TEAM_EVENT_ESTABLISHED, team->valid_from, decision);
  if (end_decision != NULL || cnscd_date_is_known (until))
    add_event (history->events, CNSCD_TEAM_EVENT_DISSOLVED,
               cnscd_date_is_full (until) ? cnscd_date_add_days (until, 1) : until, end_decision);
  return TRUE;
}

static gboolean
count (CnscdTeamHistory *history,
       Decisions *decisions,
       const char *id,
       gboolean joined,
       GError **error)
{
  g_autoptr (CnscdDecision) decision = NULL;
  CnscdTeamEvent *event;

  if (!find_decision (decisions, id, &decision, error))
    return FALSE;
  if (decision == NULL)
    return TRUE;

  event = find_event (history->events, decision);
  if (event == NULL)
    event = add_event (history->events, CNSCD_TEAM_EVENT_DECIDED, CNSCD_DATE_UNKNOWN, decision);
  if (joined)
    event->n_joined++;
  else
    event->n_left++;
  return TRUE;
}

static gboolean
read_former_member (GPtrArray *members,
                    Decisions *decisions,
                    CnscdMembership *membership,
                    GError **error)
{
  CnscdFormerMember *member = g_new0 (CnscdFormerMember, 1);
  g_autoptr (CnscdPerson) person = NULL;

  g_ptr_array_add (members, member);
  member->membership = cnscd_record_ref (membership);
  person =
    cnscd_record_store_get (decisions->database, &CNSCD_KIND_PERSON, membership->person, error);
  if (person == NULL)
    return FALSE;

  member->full_name = g_strdup (person->full_name);
  return find_decision (decisions, membership->decision, &member->decision, error) &&
         find_decision (decisions, membership->end_decision, &member->end_decision, error);
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const CnscdTeamEvent *one = *(CnscdTeamEvent *const *) a;
  const CnscdTeamEvent *other = *(CnscdTeamEvent *const *) b;

  if (one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;
  if (cnscd_date_is_known (one->date) != cnscd_date_is_known (other->date))
    return cnscd_date_is_known (one->date) ? -1 : 1;
  return cnscd_date_compare (one->date, other->date);
}

static CnscdDate
get_end (const CnscdFormerMember *member, const CnscdTeam *team)
{
  CnscdDate end = member->membership->valid_to;

  return cnscd_date_is_known (end) ? end : team->valid_to;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const CnscdFormerMember *one = *(CnscdFormerMember *const *) a;
  const CnscdFormerMember *other = *(CnscdFormerMember *const *) b;

  return cnscd_date_compare (one->membership->valid_from, other->membership->valid_from);
}

/* The roster's order among those who left together. */
static int
compare_members (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const CnscdFormerMember *one = *(CnscdFormerMember *const *) a;
  const CnscdFormerMember *other = *(CnscdFormerMember *const *) b;

  return cnscd_date_compare (get_end (other, user_data), get_end (one, user_data));
}

static gboolean
read_memberships (CnscdTeamHistory *history, Decisions *decisions, GError **error)
{
  g_autoptr (GPtrArray) memberships =
    cnscd_team_memberships_list (decisions->database, history->team->record.id, error);
  CnscdDate today = cnscd_date_today ();

  if (memberships == NULL)
    return FALSE;

  for (guint i = 0; i < memberships->len; i++)
    {
      CnscdMembership *membership = memberships->pdata[i];
      GPtrArray *members = NULL;

      if (!count (history, decisions, membership->decision, TRUE, error) ||
          !count (history, decisions, membership->end_decision, FALSE, error))
        return FALSE;
      if (cnscd_date_is_over (membership->valid_to, today) ||
          cnscd_date_is_over (history->team->valid_to, today))
        members = history->members;
      else if (cnscd_date_is_to_come (membership->valid_from, today))
        members = history->upcoming;
      if (members != NULL && !read_former_member (members, decisions, membership, error))
        return FALSE;
    }

  g_ptr_array_sort (history->events, compare_events);
  g_ptr_array_sort_with_data (history->members, compare_members, history->team);
  g_ptr_array_sort (history->upcoming, compare_starts);
  return TRUE;
}

static gboolean
is_later (const CnscdDecision *decision, const CnscdDecision *than, CnscdDate today)
{
  return decision->kind == CNSCD_DECISION_KIND_CONSOLIDATE &&
         cnscd_date_is_known (decision->date) && !cnscd_date_is_to_come (decision->date, today) &&
         (than == NULL || cnscd_date_compare (decision->date, than->date) >= 0);
}

static void
find_last_decision (CnscdTeamHistory *history)
{
  CnscdDate today = cnscd_date_today ();
  CnscdDecision *last = NULL;

  for (guint i = 0; i < history->events->len; i++)
    {
      const CnscdTeamEvent *event = history->events->pdata[i];

      if (event->decision != NULL &&
          (event->kind == CNSCD_TEAM_EVENT_ESTABLISHED ||
           (event->kind == CNSCD_TEAM_EVENT_DECIDED && is_later (event->decision, last, today))))
        last = event->decision;
    }
  history->decision = last != NULL ? cnscd_record_ref (last) : NULL;
}

static CnscdTeamHistory *
read_history (CnscdDatabase *database, const char *team, GError **error)
{
  g_autoptr (CnscdTeamHistory) history = g_new0 (CnscdTeamHistory, 1);
  Decisions decisions = { .database = database };
  gboolean done;

  history->team = cnscd_record_store_get (database, &CNSCD_KIND_TEAM, team, error);
  if (history->team == NULL)
    return NULL;

  history->events = g_ptr_array_new_with_free_func (event_free);
  history->members = g_ptr_array_new_with_free_func (former_member_free);
  history->upcoming = g_ptr_array_new_with_free_func (former_member_free);
  decisions.read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_decision);
  done = add_ends (history, &decisions, error) && read_memberships (history, &decisions, error);
  g_hash_table_unref (decisions.read);
  if (done)
    find_last_decision (history);
  return done ? g_steal_pointer (&history) : NULL;
}

/**
 * cnscd_team_history_free: (skip)
 * @history: (transfer full): a history
 *
 * Frees it with all that is in it.
 */
void
cnscd_team_history_free (CnscdTeamHistory *history)
{
  g_clear_pointer (&history->team, cnscd_record_unref);
  g_clear_pointer (&history->decision, cnscd_record_unref);
  g_clear_pointer (&history->events, g_ptr_array_unref);
  g_clear_pointer (&history->members, g_ptr_array_unref);
  g_clear_pointer (&history->upcoming, g_ptr_array_unref);
  g_free (history);
}

/**
 * cnscd_team_history_read:
 * @database: a connection
 * @team: id of a team, current or not
 * @error: return location for a #CnscdStoreError
 *
 * Reads what became of a team: who set it up, changed and dissolved it
 * (thành lập, kiện toàn, giải thể), who was in it before today, and who will be. What was
 * decided without a date comes last among its kind.
 *
 * Returns: (transfer full) (nullable): its history
 */
CnscdTeamHistory *
cnscd_team_history_read (CnscdDatabase *database, const char *team, GError **error)
{
  CnscdTeamHistory *history;

  g_return_val_if_fail (database != NULL && team != NULL, NULL);

  if (!cnscd_database_begin_reading (database, error))
    return NULL;
  history = read_history (database, team, error);
  cnscd_database_end_reading (database);
  return history;
}

/**
 * cnscd_team_memberships_list:
 * @database: a connection
 * @team: id of a team
 * @error: return location for a #CnscdStoreError
 *
 * Reads all memberships of a team that are not deleted, also those that have
 * ended, in the order of its roster: leaders, deputies, members, others.
 *
 * Returns: (transfer full) (nullable) (element-type CnscdMembership): the memberships
 */
GPtrArray *
cnscd_team_memberships_list (CnscdDatabase *database, const char *team, GError **error)
{
  g_autoptr (GPtrArray) memberships = NULL;
  g_autoptr (CnscdStatement) statement = NULL;
  CnscdStep step;

  g_return_val_if_fail (database != NULL && team != NULL, NULL);

  statement =
    cnscd_statement_take (database,
                          "SELECT m.id FROM membership m JOIN member_index i ON i.nr = m.nr"
                          " WHERE m.team = ?1 AND m.deleted = 0"
                          " ORDER BY i.role, i.ordinal NULLS LAST, i.sort_key, m.nr",
                          error);
  if (statement == NULL)
    return NULL;

  memberships = g_ptr_array_new_with_free_func (cnscd_record_unref);
  cnscd_statement_bind_text (statement, 1, team);
  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    {
      gpointer membership = cnscd_record_store_get (database, &CNSCD_KIND_MEMBERSHIP,
                                                    cnscd_statement_text (statement, 0), error);

      if (membership == NULL)
        return NULL;
      g_ptr_array_add (memberships, membership);
    }

  return step == CNSCD_STEP_DONE ? g_steal_pointer (&memberships) : NULL;
}
