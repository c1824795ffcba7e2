/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-teams.h"

#include "cnscd-kind-table.h"
#include "cnscd-member-index.h"
#include "cnscd-office-store.h"
#include "cnscd-place-search.h"
#include "cnscd-team-facts.h"

/* Of a team t, which f set up: the last decision until the day ?2 by which somebody came or left.
 * Most members came by f itself, and are not looked at. */
#define LAST_CONSOLIDATION                                                                         \
  "(SELECT c.id FROM membership m JOIN decision c ON c.id IN (m.decision, m.end_decision)"         \
  " WHERE m.team = t.id AND m.deleted = 0"                                                         \
  " AND (m.decision IS NOT t.decision OR m.end_decision IS NOT NULL)"                              \
  " AND c.deleted = 0 AND c.kind = 'consolidate' AND c.date <= ?2"                                 \
  " AND c.date >= coalesce (f.date, '')"                                                           \
  " ORDER BY c.date DESC, c.nr DESC LIMIT 1)"

/* Leaves those that the office has to look after. */
static gboolean
keep_with_warnings (CnscdDatabase *database, const char *unit, GArray *nrs, GError **error)
{
  g_autoptr (CnscdOffice) office = cnscd_office_load (database, error);
  g_autoptr (GHashTable) all =
    office != NULL ? cnscd_team_facts_read_all (database, unit, error) : NULL;
  CnscdDate today = cnscd_date_today ();
  guint n_kept = 0;

  if (all == NULL)
    return FALSE;

  for (guint i = 0; i < nrs->len; i++)
    {
      gint64 nr = g_array_index (nrs, gint64, i);
      const CnscdTeamFacts *facts = g_hash_table_lookup (all, &nr);

      if (facts != NULL && cnscd_team_judge (facts, &office->sizes, today) != 0)
        g_array_index (nrs, gint64, n_kept++) = nr;
    }

  g_array_set_size (nrs, n_kept);
  return TRUE;
}

static GArray *
run_query (CnscdDatabase *database, const CnscdTeamQuery *query, GError **error)
{
  g_autoptr (CnscdPlaceSearch) search = cnscd_place_search_new (query->search, query->unit == NULL);
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (
    database,
    search != NULL ? "SELECT t.nr, t.folded, u.name, t.name, h.name FROM team t"
                     " LEFT JOIN unit u ON u.code = t.unit LEFT JOIN hamlet h ON h.id = t.hamlet"
                     " WHERE t.deleted = 0 AND (t.until >= ?1) = ?3 AND ?2 IN (t.unit, '')"
                     " ORDER BY t.level, t.sort_key, t.nr"
                   : "SELECT nr FROM team"
                     " WHERE deleted = 0 AND (until >= ?1) = ?3 AND ?2 IN (unit, '')"
                     " ORDER BY level, sort_key, nr",
    error);
  g_autoptr (GArray) nrs = NULL;
  char today[CNSCD_DATE_ISO_SIZE];

  if (statement == NULL)
    return NULL;

  cnscd_statement_bind_text (statement, 1, cnscd_date_write_iso (cnscd_date_today (), today));
  cnscd_statement_bind_text (statement, 2, query->unit != NULL ? query->unit : "");
  cnscd_statement_bind_int (statement, 3, query->shown != CNSCD_TEAMS_DISSOLVED);
  nrs = search != NULL ? cnscd_place_search_run (search, statement, error)
                       : cnscd_place_search_read_all (statement, error);
  if (nrs != NULL && query->shown == CNSCD_TEAMS_WITH_WARNINGS &&
      !keep_with_warnings (database, query->unit, nrs, error))
    return NULL;
  return g_steal_pointer (&nrs);
}

static CnscdTeamSummary *
read_summary (CnscdStatement *statement)
{
  CnscdTeamSummary *summary = g_atomic_rc_box_new0 (CnscdTeamSummary);

  summary->nr = cnscd_statement_int (statement, 0);
  summary->team = cnscd_statement_dup_text (statement, 1);
  summary->unit = cnscd_statement_dup_text (statement, 2);
  summary->name = cnscd_statement_dup_text (statement, 3);
  summary->level =
    (CnscdTeamLevel) cnscd_kind_table_read_choice (statement, 4, &CNSCD_KIND_TEAM, "level");
  summary->hamlet = cnscd_statement_dup_text (statement, 5);
  summary->hamlet_name = cnscd_statement_dup_text (statement, 6);
  summary->hamlet_kind = cnscd_kind_table_read_choice (statement, 7, &CNSCD_KIND_HAMLET, "kind");
  summary->decision_number = cnscd_statement_dup_text (statement, 8);
  summary->decision_date = cnscd_kind_table_read_date (statement, 9);
  summary->valid_to = cnscd_kind_table_read_date (statement, 12);
  summary->established_by = cnscd_statement_dup_text (statement, 13);
  summary->n_members = (guint) cnscd_statement_int (statement, 10);
  summary->leader_name = cnscd_statement_dup_text (statement, 11);

  return summary;
}

static void
clear_summary (gpointer data)
{
  CnscdTeamSummary *summary = data;

  g_free (summary->team);
  g_free (summary->unit);
  g_free (summary->name);
  g_free (summary->hamlet);
  g_free (summary->hamlet_name);
  g_free (summary->leader_name);
  g_free (summary->decision_number);
  g_free (summary->established_by);
}

/**
 * cnscd_team_summary_ref: (skip)
 * @summary: a line of the list of teams
 *
 * Returns: (transfer full): @summary; safe from any thread
 */
CnscdTeamSummary *
cnscd_team_summary_ref (CnscdTeamSummary *summary)
{
  g_return_val_if_fail (summary != NULL, NULL);

  return g_atomic_rc_box_acquire (summary);
}

/**
 * cnscd_team_summary_unref: (skip)
 * @summary: (transfer full): a line of the list of teams
 */
void
cnscd_team_summary_unref (CnscdTeamSummary *summary)
{
  g_return_if_fail (summary != NULL);

  g_atomic_rc_box_release_full (summary, clear_summary);
}

/**
 * cnscd_teams_query:
 * @database: a connection
 * @query: which teams
 * @error: return location for a #CnscdStoreError
 *
 * Finds the current teams: not deleted, not ended before today; or those of
 * them with warnings, for which each is judged, or the dissolved ones. Those of a
 * commune come first, then by the name of their hamlet in Vietnamese order,
 * or by their own where there is no hamlet. A search finds the beginnings of
 * the words of a team's and its hamlet's name, and without @query's unit also
 * of its commune's, with or without accents; those with the very accents typed
 * come first, and those that only the commune's name makes fit last.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): row numbers, for
 *   cnscd_teams_read()
 */
GArray *
cnscd_teams_query (CnscdDatabase *database, const CnscdTeamQuery *query, GError **error)
{
  g_return_val_if_fail (database != NULL && query != NULL, NULL);

  return run_query (database, query, error);
}

/**
 * cnscd_teams_find:
 * @database: a connection
 * @team: the id of a team
 * @nr: (out): its row number, for cnscd_teams_read(); 0 when there is no such
 *   team or it is not current
 * @error: return location for a #CnscdStoreError
 *
 * Finds one team that cnscd_teams_query() would find, without the others.
 *
 * Returns: whether it could be looked for
 */
gboolean
cnscd_teams_find (CnscdDatabase *database, const char *team, gint64 *nr, GError **error)
{
  g_autoptr (CnscdStatement) statement = NULL;
  char today[CNSCD_DATE_ISO_SIZE];
  CnscdStep step;

  g_return_val_if_fail (database != NULL && team != NULL && nr != NULL, FALSE);

  statement = cnscd_statement_take (
    database, "SELECT nr FROM team WHERE id = ?1 AND deleted = 0 AND until >= ?2", error);
  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_text (statement, 1, team);
  cnscd_statement_bind_text (statement, 2, cnscd_date_write_iso (cnscd_date_today (), today));
  step = cnscd_statement_step (statement, error);
  *nr = step == CNSCD_STEP_ROW ? cnscd_statement_int (statement, 0) : 0;

  return step != CNSCD_STEP_ERROR;
}

/**
 * cnscd_teams_read:
 * @database: a connection
 * @nrs: (array length=n_nrs): row numbers of a query
 * @n_nrs: how many
 * @error: return location for a #CnscdStoreError
 *
 * Reads lines of the list of teams, in the order of @nrs; the leader and the
 * number of members as of today, the decision the one that set the team up or
 * the last until today that changed who is in it (kiện toàn). A row that is gone is left out.
 *
 * Returns: (transfer full) (nullable) (element-type CnscdTeamSummary): the lines
 */
GPtrArray *
cnscd_teams_read (CnscdDatabase *database, const gint64 *nrs, gsize n_nrs, GError **error)
{
  g_autoptr (GPtrArray) summaries = NULL;
  g_autoptr (CnscdStatement) statement = NULL;
  char today[CNSCD_DATE_ISO_SIZE];

  g_return_val_if_fail (database != NULL && (nrs != NULL || n_nrs == 0), NULL);

  statement = cnscd_statement_take (
    database,
    "SELECT t.nr, t.id, t.unit, t.name, t.level, t.hamlet, h.name, h.kind, d.number, d.date,"
    " (SELECT count (*) FROM membership m JOIN member_index i ON i.nr = m.nr"
    "  WHERE m.team = t.id AND i.until >= ?2 AND " CNSCD_HAS_BEGUN "),"
    " (SELECT p.full_name FROM membership m JOIN member_index i ON i.nr = m.nr"
    "  JOIN person p ON p.id = m.person"
    "  WHERE m.team = t.id AND i.until >= ?2 AND i.role = 1 AND " CNSCD_HAS_BEGUN
    "  ORDER BY i.ordinal NULLS LAST, i.sort_key LIMIT 1), t.valid_to, t.decision"
    " FROM team t LEFT JOIN hamlet h ON h.id = t.hamlet"
    " LEFT JOIN decision f ON f.id = t.decision"
    " LEFT JOIN decision d ON d.id = coalesce (" LAST_CONSOLIDATION ", t.decision)"
    " WHERE t.nr = ?1",
    error);
  if (statement == NULL)
    return NULL;

  cnscd_date_write_iso (cnscd_date_today (), today);
  summaries = g_ptr_array_new_full ((guint) n_nrs, (GDestroyNotify) cnscd_team_summary_unref);
  for (gsize i = 0; i < n_nrs; i++)
    {
      CnscdStep step;

      cnscd_statement_bind_int (statement, 1, nrs[i]);
      cnscd_statement_bind_text (statement, 2, today);
      step = cnscd_statement_step (statement, error);
      if (step == CNSCD_STEP_ERROR)
        return NULL;
      if (step == CNSCD_STEP_ROW)
        {
          CnscdTeamSummary *summary = read_summary (statement);

          g_ptr_array_add (summaries, summary);
          if (!cnscd_team_facts_read (database, summary->team, &summary->facts, error))
            return NULL;
        }
      cnscd_statement_rewind (statement);
    }

  return g_steal_pointer (&summaries);
}

/**
 * cnscd_teams_list:
 * @database: a connection
 * @query: which teams
 * @error: return location for a #CnscdStoreError
 *
 * Queries and reads at once.
 *
 * Returns: (transfer full) (nullable) (element-type CnscdTeamSummary): the lines
 */
GPtrArray *
cnscd_teams_list (CnscdDatabase *database, const CnscdTeamQuery *query, GError **error)
{
  GPtrArray *summaries = NULL;
  g_autoptr (GArray) nrs = NULL;

  g_return_val_if_fail (database != NULL && query != NULL, NULL);

  if (!cnscd_database_begin_reading (database, error))
    return NULL;
  nrs = run_query (database, query, error);
  if (nrs != NULL)
    summaries = cnscd_teams_read (database, (const gint64 *) (gpointer) nrs->data, nrs->len, error);
  cnscd_database_end_reading (database);

  return summaries;
}
