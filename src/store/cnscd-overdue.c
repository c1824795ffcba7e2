/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-overdue.h"

#include "core/cnscd-text.h"
#include "cnscd-search-query.h"
#include "cnscd-session-code.h"
#include "cnscd-session-query.h"

/* What is looked for: the rest of the columns of a row. */
#define SELECT_FOUND                                                                               \
  "SELECT s.nr, s.title, s.place, h.name, u.name, (SELECT group_concat (t.name, ' ')"              \
  " FROM session_team x CROSS JOIN team t ON t.id = x.team"                                        \
  " WHERE x.session = s.id AND x.deleted = 0)"                                                     \
  " FROM session s LEFT JOIN hamlet h ON h.id = s.hamlet LEFT JOIN unit u ON u.code = s.unit"

#define N_COLUMNS 6

static CnscdStatement *
prepare (CnscdDatabase *database,
         const char *select,
         const CnscdOverdueQuery *query,
         const char *tail,
         GPtrArray *texts,
         GError **error)
{
  CnscdSessionQuery sessions = CNSCD_SESSION_QUERY_ALL;

  sessions.unit = query->unit;
  sessions.overdue_at = query->now;
  return cnscd_session_query_prepare (database, select, &sessions, tail, texts, error);
}

static gboolean
matches (const CnscdSearchQuery *search, CnscdStatement *statement)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *key = NULL;

  for (int column = 1; column < N_COLUMNS; column++)
    {
      const char *value = cnscd_statement_text (statement, column);

      if (value != NULL)
        g_string_append_printf (text, "%s ", value);
    }

  key = cnscd_text_search_key (text->str);
  return cnscd_search_query_matches (search, key);
}

static GArray *
run_query (CnscdDatabase *database, const CnscdOverdueQuery *query, GError **error)
{
  g_autoptr (CnscdSearchQuery) search = cnscd_search_query_new (query->search);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) nrs = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CnscdStatement) statement = NULL;
  CnscdStep step;

  statement = prepare (database, search != NULL ? SELECT_FOUND : "SELECT s.nr FROM session s",
                       query, NULL, texts, error);
  if (statement == NULL)
    return NULL;

  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    {
      gint64 nr = cnscd_statement_int (statement, 0);

      if (search == NULL || matches (search, statement))
        g_array_append_val (nrs, nr);
    }

  return step == CNSCD_STEP_DONE ? g_steal_pointer (&nrs) : NULL;
}

static GArray *
find_by_code (CnscdDatabase *database, const CnscdOverdueQuery *query, GError **error)
{
  g_autoptr (GPtrArray) ids = cnscd_sessions_find_by_code (database, query->search, error);
  g_autoptr (GArray) nrs = NULL;
  g_autoptr (CnscdStatement) statement = NULL;

  if (ids == NULL)
    return NULL;

  nrs = g_array_new (FALSE, FALSE, sizeof (gint64));
  statement = cnscd_statement_take (
    database, "SELECT nr FROM session WHERE id = ?1 AND ?2 IN (unit, '')", error);
  if (statement == NULL)
    return NULL;

  cnscd_statement_bind_text (statement, 2, query->unit != NULL ? query->unit : "");
  for (guint i = 0; i < ids->len; i++)
    {
      CnscdStep step;

      cnscd_statement_bind_text (statement, 1, ids->pdata[i]);
      step = cnscd_statement_step (statement, error);
      if (step == CNSCD_STEP_ERROR)
        return NULL;
      if (step == CNSCD_STEP_ROW)
        {
          gint64 nr = cnscd_statement_int (statement, 0);

          g_array_append_val (nrs, nr);
        }
      cnscd_statement_rewind (statement);
    }

  return g_steal_pointer (&nrs);
}

/**
 * cnscd_overdue_count:
 * @database: a connection
 * @query: which ones, whatever is searched
 * @n_sessions: (out): how many
 * @error: return location for a #CnscdStoreError
 *
 * Returns: whether they were counted
 */
gboolean
cnscd_overdue_count (CnscdDatabase *database,
                     const CnscdOverdueQuery *query,
                     guint *n_sessions,
                     GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CnscdStatement) statement = NULL;

  g_return_val_if_fail (database != NULL && query != NULL && n_sessions != NULL, FALSE);

  *n_sessions = 0;
  statement = prepare (database, "SELECT count (*) FROM session s", query, "", texts, error);
  if (statement == NULL || cnscd_statement_step (statement, error) != CNSCD_STEP_ROW)
    return FALSE;

  *n_sessions = (guint) cnscd_statement_int (statement, 0);
  return TRUE;
}

/**
 * cnscd_overdue_query:
 * @database: a connection
 * @query: which sessions
 * @error: return location for a #CnscdStoreError
 *
 * Finds the sessions that are over and not reported, the oldest first. A
 * search finds the beginnings of words of the title, the place, the hamlet,
 * the teams and the commune; and, by the code on its sign-in sheet, any
 * session, whose report may be corrected.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): row numbers, for
 *   cnscd_sessions_read()
 */
GArray *
cnscd_overdue_query (CnscdDatabase *database, const CnscdOverdueQuery *query, GError **error)
{
  GArray *nrs = NULL;

  g_return_val_if_fail (database != NULL && query != NULL, NULL);

  if (!cnscd_database_begin_reading (database, error))
    return NULL;
  if (cnscd_session_code_is_code (query->search))
    {
      nrs = find_by_code (database, query, error);
      if (nrs != NULL && nrs->len == 0)
        {
          g_array_unref (nrs);
          nrs = run_query (database, query, error);
        }
    }
  else
    nrs = run_query (database, query, error);
  cnscd_database_end_reading (database);

  return nrs;
}
