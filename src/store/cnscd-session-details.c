/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-details.h"

#include "cnscd-kind-table.h"
#include "cnscd-record-store.h"

/* ?1: the commune, or NULL for all. */
#define OF_UNIT(table) "(?1 IS NULL OR " table ".unit = ?1)"

/* A change of what belongs to a session is one of the session. */
#define CHANGES_OF(child)                                                                          \
  " UNION ALL SELECT x.session, 0, o.created_at, ifnull (o.action, -o.seq)"                        \
  " FROM outbox o CROSS JOIN " child " x ON x.id = o.id WHERE o.kind = '" child                    \
  "' AND " OF_UNIT ("o")

static const char SELECT_VERSIONS[] =
  "SELECT session, max (rev), count (DISTINCT action), min (at), max (at) FROM ("
  " SELECT id AS session, rev, NULL AS at, NULL AS action FROM session s"
  " WHERE deleted = 0 AND " OF_UNIT ("s") //
  " UNION ALL SELECT o.id, 0, o.created_at, ifnull (o.action, -o.seq) FROM outbox o"
  " WHERE o.kind = 'session' AND " OF_UNIT ("o") //
  CHANGES_OF ("session_team") CHANGES_OF ("session_topic") CHANGES_OF ("session_guide")
    CHANGES_OF ("session_result") //
  ") GROUP BY session";

static void
person_free (gpointer data)
{
  CnscdSessionPerson *person = data;

  g_free (person->person);
  g_free (person->name);
  g_free (person);
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
  details->results = g_ptr_array_new_with_free_func (cnscd_record_unref);
  g_hash_table_insert (all, g_strdup (session), details);
  return details;
}

static gint64
read_count (CnscdStatement *statement, int column)
{
  return cnscd_statement_is_null (statement, column) ? CNSCD_COUNT_UNKNOWN
                                                     : cnscd_statement_int (statement, column);
}

static gboolean
read_attendance (CnscdDatabase *database, const char *unit, GHashTable *all, GError **error)
{
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (
    database,
    "SELECT id, attendance_women, attendance_elderly, attendance_poor_households FROM session s"
    " WHERE deleted = 0 AND " OF_UNIT ("s"),
    error);
  CnscdStep step = CNSCD_STEP_ERROR;

  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_text (statement, 1, unit);
  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    {
      CnscdSessionDetails *details = ensure_details (all, cnscd_statement_text (statement, 0));

      details->women = read_count (statement, 1);
      details->elderly = read_count (statement, 2);
      details->poor_households = read_count (statement, 3);
    }
  return step == CNSCD_STEP_DONE;
}

static gboolean
read_guides (CnscdDatabase *database, const char *unit, GHashTable *all, GError **error)
{
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (
    database,
    "SELECT x.session, p.id, p.full_name, x.part FROM session_guide x"
    " CROSS JOIN membership m ON m.id = x.membership CROSS JOIN person p ON p.id = m.person"
    " WHERE x.deleted = 0 AND " OF_UNIT ("x") " ORDER BY x.part IS NOT 'leads', x.nr",
    error);
  CnscdStep step = CNSCD_STEP_ERROR;

  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_text (statement, 1, unit);
  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    {
      CnscdSessionDetails *details = ensure_details (all, cnscd_statement_text (statement, 0));
      CnscdSessionPerson *person = g_new0 (CnscdSessionPerson, 1);

      person->person = cnscd_statement_dup_text (statement, 1);
      person->name = cnscd_statement_dup_text (statement, 2);
      person->part = (CnscdGuidePart) cnscd_kind_table_read_choice (
        statement, 3, &CNSCD_KIND_SESSION_GUIDE, "part");
      g_ptr_array_add (details->guides, person);
    }
  return step == CNSCD_STEP_DONE;
}

static gboolean
read_results (CnscdDatabase *database, const char *unit, GHashTable *all, GError **error)
{
  g_autoptr (GPtrArray) results =
    cnscd_record_store_list (database, &CNSCD_KIND_SESSION_RESULT, unit, error);

  for (guint i = 0; results != NULL && i < results->len; i++)
    {
      const CnscdSessionResult *result = results->pdata[i];
      CnscdSessionDetails *details = ensure_details (all, result->session);

      g_ptr_array_add (details->results, cnscd_record_ref (results->pdata[i]));
    }
  return results != NULL;
}

/**
 * cnscd_session_details_list:
 * @database: a connection
 * @unit: (nullable): code of a commune; %NULL for all
 * @error: return location for a #CnscdStoreError
 *
 * Returns: (transfer full) (nullable) (element-type utf8 CnscdSessionDetails): by the session's id
 */
GHashTable *
cnscd_session_details_list (CnscdDatabase *database, const char *unit, GError **error)
{
  g_autoptr (GHashTable) all =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, details_free);
  gboolean done;

  g_return_val_if_fail (database != NULL, NULL);

  if (!cnscd_database_begin_reading (database, error))
    return NULL;
  done = read_attendance (database, unit, all, error) && read_guides (database, unit, all, error) &&
         read_results (database, unit, all, error);
  cnscd_database_end_reading (database);

  return done ? g_steal_pointer (&all) : NULL;
}

/**
 * cnscd_session_versions_list:
 * @database: a connection
 * @unit: (nullable): code of a commune; %NULL for all
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
cnscd_session_versions_list (CnscdDatabase *database, const char *unit, GError **error)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (CnscdStatement) statement = NULL;
  CnscdStep step;

  g_return_val_if_fail (database != NULL, NULL);

  statement = cnscd_statement_take (database, SELECT_VERSIONS, error);
  if (statement == NULL)
    return NULL;

  cnscd_statement_bind_text (statement, 1, unit);
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
