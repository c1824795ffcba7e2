/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-details.h"

#include "cnscd-kind-table.h"
#include "cnscd-session-query.h"

/* Between them comes which sessions. A change of what belongs to one is a change of the session. */
#define CHILDREN_OF_CHOSEN(child)                                                                  \
  " UNION ALL SELECT c.id, x.id FROM chosen c CROSS JOIN " child " x ON x.session = c.id"
#define VERSIONS_BEGIN "WITH chosen AS MATERIALIZED (SELECT s.id AS id, s.rev AS rev FROM session s"
#define VERSIONS_END                                                                               \
  "), part AS (SELECT id AS session, id FROM chosen" CHILDREN_OF_CHOSEN ("session_team")           \
    CHILDREN_OF_CHOSEN ("session_topic") CHILDREN_OF_CHOSEN ("session_guide") CHILDREN_OF_CHOSEN ( \
      "session_result") ")"                                                                        \
                        " SELECT session, max (rev), count (DISTINCT action), min (at), max (at) " \
                        "FROM ("                                                                   \
                        " SELECT id AS session, rev, NULL AS at, NULL AS action FROM chosen"       \
                        " UNION ALL SELECT p.session, 0, o.created_at, ifnull (o.action, -o.seq)"  \
                        " FROM part p CROSS JOIN outbox o ON o.id = p.id AND o.kind IN"            \
                        " ('session', 'session_team', 'session_topic', 'session_guide', "          \
                        "'session_result')"                                                        \
                        ") GROUP BY session"

static void
person_free (gpointer data)
{
  CnscdSessionPerson *person = data;

  g_free (person->person);
  g_free (person->name);
  g_free (person);
}

static void
value_free (gpointer data)
{
  CnscdSessionValue *value = data;

  g_free (value->indicator);
  g_free (value);
}

static void
details_free (gpointer data)
{
  CnscdSessionDetails *details = data;

  g_ptr_array_unref (details->guides);
  g_ptr_array_unref (details->results);
  g_free (details);
}

static CnscdSessionDetails *
ensure_details (GHashTable *all, const char *session)
{
  CnscdSessionDetails *details = g_hash_table_lookup (all, session);

  if (details != NULL)
    return details;

  details = g_new0 (CnscdSessionDetails, 1);
  details->women = details->elderly = details->poor_households = CNSCD_COUNT_UNKNOWN;
  details->guides = g_ptr_array_new_with_free_func (person_free);
  details->results = g_ptr_array_new_with_free_func (value_free);
  g_hash_table_insert (all, g_strdup (session), details);
  return details;
}

static gint64
read_count (CnscdStatement *statement, int column)
{
  return cnscd_statement_is_null (statement, column) ? CNSCD_COUNT_UNKNOWN
                                                     : cnscd_statement_int (statement, column);
}

/* Reads a row into the details of a session. */
typedef void (*ReadRow) (CnscdStatement *statement, CnscdSessionDetails *details);

/* The id of the session comes first. */
static gboolean
collect (CnscdDatabase *database,
         const char *select,
         const CnscdSessionQuery *query,
         const char *tail,
         ReadRow read,
         GHashTable *all,
         GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CnscdStatement) statement =
    cnscd_session_query_prepare (database, select, query, tail, texts, error);
  CnscdStep step = CNSCD_STEP_ERROR;

  if (statement == NULL)
    return FALSE;

  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    read (statement, ensure_details (all, cnscd_statement_text (statement, 0)));
  return step == CNSCD_STEP_DONE;
}

static void
read_attendance (CnscdStatement *statement, CnscdSessionDetails *details)
{
  details->women = read_count (statement, 1);
  details->elderly = read_count (statement, 2);
  details->poor_households = read_count (statement, 3);
}

static void
read_guide (CnscdStatement *statement, CnscdSessionDetails *details)
{
  CnscdSessionPerson *person = g_new0 (CnscdSessionPerson, 1);

  person->person = cnscd_statement_dup_text (statement, 1);
  person->name = cnscd_statement_dup_text (statement, 2);
  person->part =
    (CnscdGuidePart) cnscd_kind_table_read_choice (statement, 3, &CNSCD_KIND_SESSION_GUIDE, "part");
  g_ptr_array_add (details->guides, person);
}

static void
read_result (CnscdStatement *statement, CnscdSessionDetails *details)
{
  CnscdSessionValue *value = g_new0 (CnscdSessionValue, 1);

  value->indicator = cnscd_statement_dup_text (statement, 1);
  value->value = read_count (statement, 2);
  g_ptr_array_add (details->results, value);
}

static gboolean
read_all (CnscdDatabase *database, const CnscdSessionQuery *query, GHashTable *all, GError **error)
{
  return collect (database,
                  "SELECT s.id, s.attendance_women, s.attendance_elderly,"
                  " s.attendance_poor_households FROM session s",
                  query, "", read_attendance, all, error) &&
         collect (database,
                  "SELECT s.id, p.id, p.full_name, x.part FROM session s"
                  " CROSS JOIN session_guide x ON x.session = s.id AND x.deleted = 0"
                  " CROSS JOIN membership m ON m.id = x.membership"
                  " CROSS JOIN person p ON p.id = m.person",
                  query, " ORDER BY x.part IS NOT 'leads', x.nr", read_guide, all, error) &&
         collect (database,
                  "SELECT s.id, x.indicator, x.value FROM session s"
                  " CROSS JOIN session_result x ON x.session = s.id AND x.deleted = 0",
                  query, " ORDER BY x.nr", read_result, all, error);
}

/**
 * cnscd_session_details_list:
 * @database: a connection
 * @query: which sessions; its limit is of no meaning
 * @error: return location for a #CnscdStoreError
 *
 * Returns: (transfer full) (nullable) (element-type utf8 CnscdSessionDetails): by the session's id
 */
GHashTable *
cnscd_session_details_list (CnscdDatabase *database, const CnscdSessionQuery *query, GError **error)
{
  g_autoptr (GHashTable) all =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, details_free);
  CnscdSessionQuery unlimited;
  gboolean done;

  g_return_val_if_fail (database != NULL && query != NULL, NULL);

  unlimited = *query;
  unlimited.limit = 0;
  if (!cnscd_database_begin_reading (database, error))
    return NULL;
  done = read_all (database, &unlimited, all, error);
  cnscd_database_end_reading (database);

  return done ? g_steal_pointer (&all) : NULL;
}

/**
 * cnscd_session_versions_list:
 * @database: a connection
 * @query: which sessions; its limit is of no meaning
 * @error: return location for a #CnscdStoreError
 *
 * How often each session has changed since it was first stored: the actions in
 * the journal that changed it or what belongs to it (an undo is one more), and
 * the changes that the province has counted. Never goes down, as the SEQUENCE
 * of RFC 5545, 3.8.7.4, wants it.
 *
 * Returns: (transfer full) (nullable) (element-type utf8 CnscdSessionVersion): by the session's id
 */
GHashTable *
cnscd_session_versions_list (CnscdDatabase *database,
                             const CnscdSessionQuery *query,
                             GError **error)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CnscdStatement) statement = NULL;
  CnscdSessionQuery unlimited;
  CnscdStep step;

  g_return_val_if_fail (database != NULL && query != NULL, NULL);

  unlimited = *query;
  unlimited.limit = 0;
  statement =
    cnscd_session_query_prepare (database, VERSIONS_BEGIN, &unlimited, VERSIONS_END, texts, error);
  if (statement == NULL)
    return NULL;

  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    {
      CnscdSessionVersion *version = g_new0 (CnscdSessionVersion, 1);
      gint64 n_actions = cnscd_statement_int (statement, 2);
      gint64 number = cnscd_statement_int (statement, 1) + MAX (n_actions - 1, 0);

      version->number = (guint) CLAMP (number, 0, G_MAXINT);
      version->created_at = cnscd_statement_int (statement, 3);
      version->changed_at = cnscd_statement_int (statement, 4);
      g_hash_table_insert (all, cnscd_statement_dup_text (statement, 0), version);
    }
  return step == CNSCD_STEP_DONE ? g_steal_pointer (&all) : NULL;
}
