/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-team-facts.h"

#include "cnscd-statement.h"

static gboolean
count_members (CnscdDatabase *database, const char *team, CnscdTeamFacts *facts, GError **error)
{
  g_autoptr (CnscdStatement) statement =
    cnscd_statement_take (database,
                          "SELECT count (*), count (*) FILTER (WHERE i.role = 1), count (i.birth),"
                          " count (*) FILTER (WHERE i.birth >= ?3)"
                          " FROM membership m JOIN member_index i ON i.nr = m.nr"
                          " WHERE m.team = ?1 AND i.until >= ?2",
                          error);
  CnscdDate today = cnscd_date_today ();
  char iso[CNSCD_DATE_ISO_SIZE];
  char youngest[CNSCD_DATE_ISO_SIZE];

  if (statement == NULL)
    return FALSE;

  /* "1992" comes before every day of 1992. */
  cnscd_date_write_iso (CNSCD_DATE (today.year - CNSCD_TEAM_YOUNG_AGE + 1, 0, 0), youngest);
  cnscd_statement_bind_text (statement, 1, team);
  cnscd_statement_bind_text (statement, 2, cnscd_date_write_iso (today, iso));
  cnscd_statement_bind_text (statement, 3, youngest);
  if (cnscd_statement_step (statement, error) != CNSCD_STEP_ROW)
    return FALSE;

  facts->n_members = (guint) cnscd_statement_int (statement, 0);
  facts->n_leaders = (guint) cnscd_statement_int (statement, 1);
  facts->n_births = (guint) cnscd_statement_int (statement, 2);
  facts->n_young = (guint) cnscd_statement_int (statement, 3);
  return TRUE;
}

static gboolean
read_hamlet (CnscdDatabase *database, const char *team, CnscdTeamFacts *facts, GError **error)
{
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (
    database, "SELECT h.valid_to FROM team t JOIN hamlet h ON h.id = t.hamlet WHERE t.id = ?1",
    error);
  CnscdStep step;
  const char *until;

  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_text (statement, 1, team);
  step = cnscd_statement_step (statement, error);
  until = step == CNSCD_STEP_ROW ? cnscd_statement_text (statement, 0) : NULL;
  if (until != NULL)
    cnscd_date_read_iso (until, &facts->hamlet_until);
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
