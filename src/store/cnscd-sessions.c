/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-sessions.h"

#include <string.h>

#include "cnscd-kind-table.h"
#include "cnscd-record-store.h"
#include "cnscd-session-query.h"

#define JOINED(names) "(SELECT group_concat (name, '; ') FROM (" names "))"

#define TEAMS                                                                                      \
  JOINED ("SELECT t.name AS name FROM session_team x CROSS JOIN team t ON t.id = x.team"           \
          " WHERE x.session = s.id AND x.deleted = 0 ORDER BY x.nr")
#define TOPICS                                                                                     \
  JOINED ("SELECT t.name AS name FROM session_topic x CROSS JOIN topic t ON t.id = x.topic"        \
          " WHERE x.session = s.id AND x.deleted = 0 ORDER BY x.ordinal, x.nr")
#define GUIDES                                                                                     \
  JOINED ("SELECT p.full_name AS name FROM session_guide x"                                        \
          " CROSS JOIN membership m ON m.id = x.membership CROSS JOIN person p ON p.id = m.person" \
          " WHERE x.session = s.id AND x.deleted = 0 ORDER BY x.part IS NOT 'leads', x.nr")
#define N_TEAMS  "(SELECT count (*) FROM session_team WHERE session = s.id AND deleted = 0)"
#define N_GUIDES "(SELECT count (*) FROM session_guide WHERE session = s.id AND deleted = 0)"

static const char SELECT_SUMMARY[] =
  "SELECT s.nr, s.id, s.unit, s.title, s.starts_at, s.ends_at, s.state, s.place, s.hamlet, h.name,"
  " h.kind, s.audience, a.name, s.expected, s.attendance, s.reported_on, s.series IS NOT NULL,"
  " s.note, " TEAMS ", " TOPICS ", " GUIDES ", " N_TEAMS ", " N_GUIDES
  " FROM session s LEFT JOIN hamlet h ON h.id = s.hamlet LEFT JOIN audience a ON a.id = s.audience";

static void
clear_summary (gpointer data)
{
  CnscdSessionSummary *summary = data;

  g_free (summary->session);
  g_free (summary->unit);
  g_free (summary->title);
  g_free (summary->place);
  g_free (summary->hamlet);
  g_free (summary->hamlet_name);
  g_free (summary->audience);
  g_free (summary->audience_name);
  g_free (summary->note);
  g_free (summary->teams);
  g_free (summary->topics);
  g_free (summary->guides);
}

/**
 * cnscd_session_summary_ref: (skip)
 * @summary: a summary
 *
 * Returns: (transfer full): @summary; safe from any thread
 */
CnscdSessionSummary *
cnscd_session_summary_ref (CnscdSessionSummary *summary)
{
  g_return_val_if_fail (summary != NULL, NULL);

  return g_atomic_rc_box_acquire (summary);
}

/**
 * cnscd_session_summary_unref: (skip)
 * @summary: (transfer full): a summary
 */
void
cnscd_session_summary_unref (CnscdSessionSummary *summary)
{
  g_return_if_fail (summary != NULL);

  g_atomic_rc_box_release_full (summary, clear_summary);
}

/**
 * cnscd_session_query_copy: (skip)
 * @query: a query
 *
 * Returns: (transfer full): a copy with texts of its own
 */
CnscdSessionQuery *
cnscd_session_query_copy (const CnscdSessionQuery *query)
{
  CnscdSessionQuery *copy = g_new (CnscdSessionQuery, 1);

  *copy = *query;
  copy->unit = g_strdup (query->unit);
  copy->team = g_strdup (query->team);
  copy->hamlet = g_strdup (query->hamlet);
  copy->topic = g_strdup (query->topic);
  copy->audience = g_strdup (query->audience);
  copy->guide = g_strdup (query->guide);
  copy->session = g_strdup (query->session);

  return copy;
}

/**
 * cnscd_session_query_free: (skip)
 * @query: (transfer full): a query that was copied
 */
void
cnscd_session_query_free (CnscdSessionQuery *query)
{
  g_free ((char *) query->unit);
  g_free ((char *) query->team);
  g_free ((char *) query->hamlet);
  g_free ((char *) query->topic);
  g_free ((char *) query->audience);
  g_free ((char *) query->guide);
  g_free ((char *) query->session);
  g_free (query);
}

static gint64
read_count (CnscdStatement *statement, int column)
{
  return cnscd_statement_is_null (statement, column) ? CNSCD_COUNT_UNKNOWN
                                                     : cnscd_statement_int (statement, column);
}

static CnscdSessionSummary *
read_summary (CnscdStatement *statement)
{
  CnscdSessionSummary *summary = g_atomic_rc_box_new0 (CnscdSessionSummary);

  summary->nr = cnscd_statement_int (statement, 0);
  summary->session = cnscd_statement_dup_text (statement, 1);
  summary->unit = cnscd_statement_dup_text (statement, 2);
  summary->title = cnscd_statement_dup_text (statement, 3);
  summary->starts_at = cnscd_kind_table_read_time (statement, 4);
  summary->ends_at = cnscd_kind_table_read_time (statement, 5);
  summary->state =
    (CnscdSessionState) cnscd_kind_table_read_choice (statement, 6, &CNSCD_KIND_SESSION, "state");
  summary->place = cnscd_statement_dup_text (statement, 7);
  summary->hamlet = cnscd_statement_dup_text (statement, 8);
  summary->hamlet_name = cnscd_statement_dup_text (statement, 9);
  summary->hamlet_kind = cnscd_kind_table_read_choice (statement, 10, &CNSCD_KIND_HAMLET, "kind");
  summary->audience = cnscd_statement_dup_text (statement, 11);
  summary->audience_name = cnscd_statement_dup_text (statement, 12);
  summary->expected = read_count (statement, 13);
  summary->attendance = read_count (statement, 14);
  summary->reported_on = cnscd_kind_table_read_date (statement, 15);
  summary->repeats = cnscd_statement_int (statement, 16) != 0;
  summary->note = cnscd_statement_dup_text (statement, 17);
  summary->teams = cnscd_statement_dup_text (statement, 18);
  summary->topics = cnscd_statement_dup_text (statement, 19);
  summary->guides = cnscd_statement_dup_text (statement, 20);
  summary->n_teams = (guint) cnscd_statement_int (statement, 21);
  summary->n_guides = (guint) cnscd_statement_int (statement, 22);

  return summary;
}

/* Texts to bind, in the order of their places. */
typedef struct
{
  GString *sql;
  GPtrArray *texts; /* (element-type utf8) */
} Where;

static void
where_add (Where *where, const char *condition, const char *text)
{
  if (text == NULL)
    return;

  g_string_append (where->sql, condition);
  g_ptr_array_add (where->texts, g_strdup (text));
}

/* Times are texts that begin with their day, so that "2026-11-28" ends the 27th. */
static void
where_add_day (Where *where, const char *condition, CnscdDate day)
{
  char iso[CNSCD_DATE_ISO_SIZE];

  if (cnscd_date_is_full (day))
    where_add (where, condition, cnscd_date_write_iso (day, iso));
}

/*< private >
 * cnscd_session_query_prepare:
 * @select: what is asked of each, from "session s"
 * @query: which sessions
 * @tail: (nullable): what becomes of them, before the limit; by their start by default
 * @texts: (element-type utf8): empty; to live as long as the statement
 *
 * Returns: (nullable): the query, ready to be stepped through
 */
CnscdStatement *
cnscd_session_query_prepare (CnscdDatabase *database,
                             const char *select,
                             const CnscdSessionQuery *query,
                             const char *tail,
                             GPtrArray *texts,
                             GError **error)
{
  g_autoptr (GString) sql = g_string_new (select);
  Where where = { .sql = sql, .texts = texts };
  gboolean overdue = query->overdue_at != CNSCD_TIME_UNKNOWN;
  CnscdStatement *statement;
  char iso[CNSCD_TIME_ISO_SIZE];

  g_string_append (sql, " WHERE s.deleted = 0");
  /* What is overdue is few of all: a plus keeps SQLite from going by anything else. */
  where_add (&where, overdue ? " AND +s.unit = ?" : " AND s.unit = ?", query->unit);
  where_add_day (&where, " AND s.starts_at >= ?", query->from);
  where_add_day (&where, " AND s.starts_at < ?",
                 cnscd_date_is_full (query->to) ? cnscd_date_add_days (query->to, 1)
                                                : CNSCD_DATE_UNKNOWN);
  where_add (&where, " AND s.id = ?", query->session);
  where_add (&where, " AND s.hamlet = ?", query->hamlet);
  where_add (&where, " AND s.audience = ?", query->audience);
  where_add (&where,
             " AND s.id IN (SELECT session FROM session_team WHERE team = ? AND deleted = 0)",
             query->team);
  where_add (&where,
             " AND EXISTS (SELECT 1 FROM session_topic x WHERE x.session = s.id AND x.topic = ?"
             " AND x.deleted = 0)",
             query->topic);
  where_add (&where,
             " AND s.id IN (SELECT x.session FROM membership m CROSS JOIN session_guide x"
             " ON x.membership = m.id WHERE m.person = ? AND x.deleted = 0)",
             query->guide);
  if (overdue)
    where_add (&where,
               " AND s.reported_on IS NULL AND s.state IN ('planned', 'held') AND s.ends_at <= ?",
               cnscd_time_write_iso (query->overdue_at, iso));
  if (tail != NULL)
    g_string_append (sql, tail);
  else
    g_string_append (sql, overdue ? " ORDER BY +s.starts_at, s.nr" : " ORDER BY s.starts_at, s.nr");
  if (query->limit > 0)
    g_string_append_printf (sql, " LIMIT %u", query->limit);

  statement = cnscd_statement_take (database, sql->str, error);
  for (guint i = 0; statement != NULL && i < texts->len; i++)
    cnscd_statement_bind_text (statement, (int) i + 1, texts->pdata[i]);

  return statement;
}

/**
 * cnscd_sessions_list:
 * @database: a connection
 * @query: which ones
 * @error: return location for a #CnscdStoreError
 *
 * Returns: (transfer full) (nullable) (element-type CnscdSessionSummary): the
 *   sessions by their start
 */
GPtrArray *
cnscd_sessions_list (CnscdDatabase *database, const CnscdSessionQuery *query, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CnscdStatement) statement = NULL;
  g_autoptr (GPtrArray) summaries = NULL;
  CnscdStep step;

  g_return_val_if_fail (database != NULL && query != NULL, NULL);

  statement = cnscd_session_query_prepare (database, SELECT_SUMMARY, query, NULL, texts, error);
  if (statement == NULL)
    return NULL;

  summaries = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_session_summary_unref);
  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    g_ptr_array_add (summaries, read_summary (statement));

  return step == CNSCD_STEP_DONE ? g_steal_pointer (&summaries) : NULL;
}

/**
 * cnscd_sessions_read:
 * @database: a connection
 * @nrs: (array length=n_nrs): numbers of rows
 * @n_nrs: how many
 * @error: return location for a #CnscdStoreError
 *
 * Returns: (transfer full) (nullable) (element-type CnscdSessionSummary): those sessions of @nrs
 *   that there are, in that order
 */
GPtrArray *
cnscd_sessions_read (CnscdDatabase *database, const gint64 *nrs, gsize n_nrs, GError **error)
{
  g_autofree char *sql = g_strconcat (SELECT_SUMMARY, " WHERE s.nr = ?1", NULL);
  g_autoptr (CnscdStatement) statement = NULL;
  g_autoptr (GPtrArray) summaries = NULL;

  g_return_val_if_fail (database != NULL && nrs != NULL, NULL);

  statement = cnscd_statement_take (database, sql, error);
  if (statement == NULL)
    return NULL;

  summaries = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_session_summary_unref);
  for (gsize i = 0; i < n_nrs; i++)
    {
      CnscdStep step;

      cnscd_statement_bind_int (statement, 1, nrs[i]);
      step = cnscd_statement_step (statement, error);
      if (step == CNSCD_STEP_ERROR)
        return NULL;
      if (step == CNSCD_STEP_ROW)
        g_ptr_array_add (summaries, read_summary (statement));
      cnscd_statement_rewind (statement);
    }

  return g_steal_pointer (&summaries);
}

static gboolean
load_children (CnscdDatabase *database,
               const CnscdKind *kind,
               const char *session,
               GPtrArray *into,
               GError **error)
{
  g_autoptr (GPtrArray) records =
    cnscd_record_store_list_by (database, kind, "session", session, error);

  if (records == NULL)
    return FALSE;

  g_ptr_array_extend (into, records, (GCopyFunc) (void (*) (void)) cnscd_record_ref, NULL);
  return TRUE;
}

static int
compare_topics (gconstpointer a, gconstpointer b)
{
  const CnscdSessionTopic *one = a;
  const CnscdSessionTopic *other = b;

  return (one->ordinal > other->ordinal) - (one->ordinal < other->ordinal);
}

static int
compare_guides (gconstpointer a, gconstpointer b)
{
  const CnscdSessionGuide *one = a;
  const CnscdSessionGuide *other = b;

  return (one->part != CNSCD_GUIDE_PART_LEADS) - (other->part != CNSCD_GUIDE_PART_LEADS);
}

static CnscdSessionRecords *
load (CnscdDatabase *database, const char *id, GError **error)
{
  g_autoptr (CnscdSession) session =
    cnscd_record_store_get (database, &CNSCD_KIND_SESSION, id, error);
  g_autoptr (CnscdSessionRecords) records = NULL;

  if (session == NULL)
    return NULL;

  records = cnscd_session_records_new (session);
  if (!load_children (database, &CNSCD_KIND_SESSION_TEAM, id, records->teams, error) ||
      !load_children (database, &CNSCD_KIND_SESSION_TOPIC, id, records->topics, error) ||
      !load_children (database, &CNSCD_KIND_SESSION_GUIDE, id, records->guides, error) ||
      !load_children (database, &CNSCD_KIND_SESSION_RESULT, id, records->results, error))
    return NULL;

  g_ptr_array_sort_values (records->topics, compare_topics);
  g_ptr_array_sort_values (records->guides, compare_guides);
  return g_steal_pointer (&records);
}

static GPtrArray *
load_all (CnscdDatabase *database, CnscdStatement *ids, GError **error)
{
  g_autoptr (GPtrArray) all =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_session_records_unref);
  CnscdStep step;

  while ((step = cnscd_statement_step (ids, error)) == CNSCD_STEP_ROW)
    {
      CnscdSessionRecords *records = load (database, cnscd_statement_text (ids, 0), error);

      if (records == NULL)
        return NULL;
      g_ptr_array_add (all, records);
    }

  return step == CNSCD_STEP_DONE ? g_steal_pointer (&all) : NULL;
}

/**
 * cnscd_session_load:
 * @database: a connection
 * @session: id of a session
 * @error: return location for a #CnscdStoreError; %CNSCD_STORE_ERROR_NOT_FOUND when there is no
 *   such session
 *
 * Returns: (transfer full) (nullable): the session with all that belongs to it
 */
CnscdSessionRecords *
cnscd_session_load (CnscdDatabase *database, const char *session, GError **error)
{
  CnscdSessionRecords *records;

  g_return_val_if_fail (database != NULL && session != NULL, NULL);

  if (!cnscd_database_begin_reading (database, error))
    return NULL;
  records = load (database, session, error);
  cnscd_database_end_reading (database);

  return records;
}

/**
 * cnscd_sessions_load:
 * @database: a connection
 * @query: which ones
 * @error: return location for a #CnscdStoreError
 *
 * Returns: (transfer full) (nullable) (element-type CnscdSessionRecords): the
 *   sessions by their start, with all that belongs to them
 */
GPtrArray *
cnscd_sessions_load (CnscdDatabase *database, const CnscdSessionQuery *query, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *all = NULL;

  g_return_val_if_fail (database != NULL && query != NULL, NULL);

  if (!cnscd_database_begin_reading (database, error))
    return NULL;
  {
    g_autoptr (CnscdStatement) ids = cnscd_session_query_prepare (
      database, "SELECT s.id FROM session s", query, NULL, texts, error);

    if (ids != NULL)
      all = load_all (database, ids, error);
  }
  cnscd_database_end_reading (database);

  return all;
}

/**
 * cnscd_sessions_load_series:
 * @database: a connection
 * @series: id of a series
 * @error: return location for a #CnscdStoreError
 *
 * Returns: (transfer full) (nullable) (element-type CnscdSessionRecords): its
 *   sessions by their start, with all that belongs to them
 */
GPtrArray *
cnscd_sessions_load_series (CnscdDatabase *database, const char *series, GError **error)
{
  GPtrArray *all = NULL;

  g_return_val_if_fail (database != NULL && series != NULL, NULL);

  if (!cnscd_database_begin_reading (database, error))
    return NULL;
  {
    g_autoptr (CnscdStatement) ids = cnscd_statement_take (
      database, "SELECT id FROM session WHERE series = ?1 AND deleted = 0 ORDER BY starts_at, nr",
      error);

    if (ids != NULL)
      {
        cnscd_statement_bind_text (ids, 1, series);
        all = load_all (database, ids, error);
      }
  }
  cnscd_database_end_reading (database);

  return all;
}
