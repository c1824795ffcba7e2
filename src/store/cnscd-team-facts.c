/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-team-facts.h"

#include "cnscd-kind-table.h"
#include "cnscd-member-index.h"

/* Of memberships m with their i; ?2 is today, ?3 the first year of birth of the young. */
#define COUNTS                                                                                     \
  "count (i.nr), count (i.nr) FILTER (WHERE i.role = 1), count (i.birth),"                         \
  " count (i.nr) FILTER (WHERE i.birth >= ?3),"                                                    \
  " count (i.nr) - count (DISTINCT m.person) FILTER (WHERE i.nr IS NOT NULL)"

typedef struct
{
  char today[CNSCD_DATE_ISO_SIZE];
  char youngest[CNSCD_DATE_ISO_SIZE];
} Days;

/* A statement reads what is bound to it where that stands: in @days. */
static void
bind_days (CnscdStatement *statement, Days *days)
{
  CnscdDate today = cnscd_date_today ();

  /* "1992" comes before every day of 1992. */
  cnscd_date_write_iso (CNSCD_DATE (today.year - CNSCD_TEAM_YOUNG_AGE + 1, 0, 0), days->youngest);
  cnscd_statement_bind_text (statement, 2, cnscd_date_write_iso (today, days->today));
  cnscd_statement_bind_text (statement, 3, days->youngest);
}

static void
read_counts (CnscdStatement *statement, int column, CnscdTeamFacts *facts)
{
  facts->n_members = (guint) cnscd_statement_int (statement, column);
  facts->n_leaders = (guint) cnscd_statement_int (statement, column + 1);
  facts->n_births = (guint) cnscd_statement_int (statement, column + 2);
  facts->n_young = (guint) cnscd_statement_int (statement, column + 3);
  facts->n_twice = (guint) cnscd_statement_int (statement, column + 4);
}

static gboolean
count_members (CnscdDatabase *database, const char *team, CnscdTeamFacts *facts, GError **error)
{
  g_autoptr (CnscdStatement) statement =
    cnscd_statement_take (database,
                          "SELECT " COUNTS " FROM membership m JOIN member_index i ON i.nr = m.nr"
                          " WHERE m.team = ?1 AND i.until >= ?2 AND " CNSCD_HAS_BEGUN,
                          error);
  Days days;

  if (statement == NULL)
    return FALSE;

  bind_days (statement, &days);
  cnscd_statement_bind_text (statement, 1, team);
  if (cnscd_statement_step (statement, error) != CNSCD_STEP_ROW)
    return FALSE;

  read_counts (statement, 0, facts);
  return TRUE;
}

static gboolean
read_hamlet (CnscdDatabase *database, const char *team, CnscdTeamFacts *facts, GError **error)
{
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (
    database, "SELECT h.valid_to FROM team t JOIN hamlet h ON h.id = t.hamlet WHERE t.id = ?1",
    error);
  CnscdStep step;

  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_text (statement, 1, team);
  step = cnscd_statement_step (statement, error);
  if (step == CNSCD_STEP_ROW)
    facts->hamlet_until = cnscd_kind_table_read_date (statement, 0);
  return step != CNSCD_STEP_ERROR;
}

/**
 * cnscd_team_facts_read:
 * @database: a connection
 * @team: id of a team
 * @facts: (out): what it can be judged by, with cnscd_team_judge()
 * @error: return location for a #CnscdStoreError
 *
 * Counts who is in a team today.
 *
 * Returns: whether it could be read
 */
gboolean
cnscd_team_facts_read (CnscdDatabase *database,
                       const char *team,
                       CnscdTeamFacts *facts,
                       GError **error)
{
  gboolean done;

  g_return_val_if_fail (database != NULL && team != NULL && facts != NULL, FALSE);

  *facts = (CnscdTeamFacts) { 0 };
  if (!cnscd_database_begin_reading (database, error))
    return FALSE;
  done = count_members (database, team, facts, error) && read_hamlet (database, team, facts, error);
  cnscd_database_end_reading (database);
  return done;
}

/**
 * cnscd_team_facts_read_all:
 * @database: a connection
 * @unit: (nullable): code of a commune; %NULL for all
 * @error: return location for a #CnscdStoreError
 *
 * Reads the same of all teams at once, which for the province takes a tenth of
 * the time.
 *
 * Returns: (transfer full) (nullable) (element-type gint64 CnscdTeamFacts): facts by
 *   the row number of the team
 */
GHashTable *
cnscd_team_facts_read_all (CnscdDatabase *database, const char *unit, GError **error)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (CnscdStatement) statement = NULL;
  CnscdStep step;
  Days days;

  g_return_val_if_fail (database != NULL, NULL);

  statement = cnscd_statement_take (database,
                                    "SELECT t.nr, h.valid_to, " COUNTS
                                    " FROM team t LEFT JOIN hamlet h ON h.id = t.hamlet"
                                    " LEFT JOIN membership m ON m.team = t.id AND " CNSCD_HAS_BEGUN
                                    " LEFT JOIN member_index i ON i.nr = m.nr AND i.until >= ?2"
                                    " WHERE t.deleted = 0 AND ?1 IN (t.unit, '') GROUP BY t.nr",
                                    error);
  if (statement == NULL)
    return NULL;

  bind_days (statement, &days);
  cnscd_statement_bind_text (statement, 1, unit != NULL ? unit : "");
  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    {
      gint64 nr = cnscd_statement_int (statement, 0);
      CnscdTeamFacts *facts = g_new0 (CnscdTeamFacts, 1);

      facts->hamlet_until = cnscd_kind_table_read_date (statement, 1);
      read_counts (statement, 2, facts);
      g_hash_table_insert (all, g_memdup2 (&nr, sizeof nr), facts);
    }

  return step != CNSCD_STEP_ERROR ? g_steal_pointer (&all) : NULL;
}
