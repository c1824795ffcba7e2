/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-member-index.h"

#include "cnscd-statement.h"

/* What the index and the search hold of memberships, in the order of their columns. */
#define SELECT_MEMBERSHIPS                                                                         \
  "SELECT m.nr, u.nr, t.nr, min (m.until, t.until), cnscd_name_key (p.full_name),"                 \
  " CASE m.role WHEN 'leader' THEN 1 WHEN 'deputy' THEN 2 WHEN 'member' THEN 3 ELSE 4 END,"        \
  " m.ordinal, p.birth, p.phone,"                                                                  \
  " m.nr, cnscd_fold (p.full_name), cnscd_exact (p.full_name), cnscd_fold (h.name)"                \
  " FROM membership m JOIN person p ON p.id = m.person JOIN team t ON t.id = m.team"               \
  " JOIN unit u ON u.code = m.unit LEFT JOIN hamlet h ON h.id = t.hamlet"                          \
  " WHERE m.deleted = 0 AND p.deleted = 0 AND t.deleted = 0"

#define INSERT_INDEX                                                                               \
  "INSERT INTO member_index"                                                                       \
  " (nr, unit, team, until, sort_key, role, ordinal, birth, phone)"                                \
  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
#define N_INDEX_COLUMNS 9

#define INSERT_SEARCH                                                                              \
  "INSERT INTO member_search (rowid, name, exact, place) VALUES (?1, ?2, ?3, ?4)"
#define N_SEARCH_COLUMNS 4

#define UPDATE_TEAM                                                                                \
  "UPDATE team SET"                                                                                \
  " sort_key = cnscd_text_key (coalesce ("                                                         \
  "  (SELECT h.name FROM hamlet h WHERE h.id = team.hamlet), team.name)),"                         \
  " folded = cnscd_fold (team.name || ' ' || coalesce ("                                           \
  "  (SELECT h.name FROM hamlet h WHERE h.id = team.hamlet), ''))"

static gboolean
run_with_nr (CnscdDatabase *database, const char *sql, gint64 nr, GError **error)
{
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (database, sql, error);

  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_int (statement, 1, nr);
  return cnscd_statement_run (statement, error);
}

static GArray *
find_nrs (CnscdDatabase *database, const char *sql, const char *id, GError **error)
{
  g_autoptr (GArray) nrs = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (database, sql, error);
  CnscdStep step;

  if (statement == NULL)
    return NULL;

  cnscd_statement_bind_text (statement, 1, id);
  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    {
      gint64 nr = cnscd_statement_int (statement, 0);

      g_array_append_val (nrs, nr);
    }

  return step == CNSCD_STEP_DONE ? g_steal_pointer (&nrs) : NULL;
}

/*
 * One row at a time instead of INSERT … SELECT: that opens a savepoint for
 * each statement, at which FTS5 writes out what it has gathered, and an import
 * takes three times as long.
 */
static gboolean
add_rows (CnscdDatabase *database, CnscdStatement *rows, GError **error)
{
  g_autoptr (CnscdStatement) index = cnscd_statement_take (database, INSERT_INDEX, error);
  g_autoptr (CnscdStatement) search =
    index != NULL ? cnscd_statement_take (database, INSERT_SEARCH, error) : NULL;
  CnscdStep step;

  if (search == NULL)
    return FALSE;

  while ((step = cnscd_statement_step (rows, error)) == CNSCD_STEP_ROW)
    {
      for (int i = 0; i < N_INDEX_COLUMNS; i++)
        cnscd_statement_bind_column (index, i + 1, rows, i);
      for (int i = 0; i < N_SEARCH_COLUMNS; i++)
        cnscd_statement_bind_column (search, i + 1, rows, N_INDEX_COLUMNS + i);

      if (!cnscd_statement_run (index, error) || !cnscd_statement_run (search, error))
        return FALSE;
    }

  return step == CNSCD_STEP_DONE;
}

static gboolean
add_membership (CnscdDatabase *database, gint64 nr, GError **error)
{
  g_autoptr (CnscdStatement) rows =
    cnscd_statement_take (database, SELECT_MEMBERSHIPS " AND m.nr = ?1", error);

  if (rows == NULL)
    return FALSE;

  cnscd_statement_bind_int (rows, 1, nr);
  return add_rows (database, rows, error);
}

static gboolean
renew_membership (CnscdDatabase *database, gint64 nr, GError **error)
{
  return run_with_nr (database, "DELETE FROM member_search WHERE rowid = ?1", nr, error) &&
         run_with_nr (database, "DELETE FROM member_index WHERE nr = ?1", nr, error) &&
         add_membership (database, nr, error);
}

static gboolean
renew_memberships (CnscdDatabase *database, const char *sql, const char *id, GError **error)
{
  g_autoptr (GArray) nrs = find_nrs (database, sql, id, error);

  if (nrs == NULL)
    return FALSE;

  for (guint i = 0; i < nrs->len; i++)
    {
      if (!renew_membership (database, g_array_index (nrs, gint64, i), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
note_team (CnscdDatabase *database, gint64 nr, const CnscdChange *change, GError **error)
{
  const CnscdRecord *team = change->after;

  if (!run_with_nr (database, UPDATE_TEAM " WHERE nr = ?1", nr, error))
    return FALSE;

  return change->before == NULL ||
         renew_memberships (database, "SELECT nr FROM membership WHERE team = ?1", team->id, error);
}

static gboolean
note_hamlet (CnscdDatabase *database, const CnscdChange *change, GError **error)
{
  const CnscdHamlet *before = change->before;
  const CnscdHamlet *after = change->after;
  g_autoptr (GArray) teams = NULL;

  if (before == NULL || g_strcmp0 (before->name, after->name) == 0)
    return TRUE;

  teams = find_nrs (database, "SELECT nr FROM team WHERE hamlet = ?1", after->record.id, error);
  if (teams == NULL)
    return FALSE;

  for (guint i = 0; i < teams->len; i++)
    {
      if (!run_with_nr (database, UPDATE_TEAM " WHERE nr = ?1", g_array_index (teams, gint64, i),
                        error))
        return FALSE;
    }

  return renew_memberships (database,
                            "SELECT m.nr FROM team t JOIN membership m ON m.team = t.id"
                            " WHERE t.hamlet = ?1",
                            after->record.id, error);
}

/**
 * cnscd_member_index_note: (skip)
 * @database: a connection in the transaction that makes the change
 * @nr: row number of the changed record
 * @change: what changed
 * @error: return location for a #CnscdStoreError
 *
 * Keeps what is derived from records: the index of members, the search, and
 * the order of teams.
 *
 * Returns: whether that was written
 */
gboolean
cnscd_member_index_note (CnscdDatabase *database,
                         gint64 nr,
                         const CnscdChange *change,
                         GError **error)
{
  const CnscdRecord *record = change->after;

  if (record->kind == &CNSCD_KIND_MEMBERSHIP)
    return change->before == NULL ? add_membership (database, nr, error)
                                  : renew_membership (database, nr, error);
  if (record->kind == &CNSCD_KIND_PERSON)
    return change->before == NULL ||
           renew_memberships (database, "SELECT nr FROM membership WHERE person = ?1", record->id,
                              error);
  if (record->kind == &CNSCD_KIND_TEAM)
    return note_team (database, nr, change, error);
  if (record->kind == &CNSCD_KIND_HAMLET)
    return note_hamlet (database, change, error);

  return TRUE;
}

/**
 * cnscd_member_index_rebuild: (skip)
 * @database: a connection in a transaction
 * @error: return location for a #CnscdStoreError
 *
 * Makes everything derived anew.
 *
 * Returns: whether that was written
 */
gboolean
cnscd_member_index_rebuild (CnscdDatabase *database, GError **error)
{
  g_autoptr (CnscdStatement) rows = NULL;

  if (!cnscd_database_exec (database,
                            "DELETE FROM member_index;"
                            "INSERT INTO member_search (member_search) VALUES ('delete-all');",
                            error) ||
      !cnscd_database_exec (database, UPDATE_TEAM, error))
    return FALSE;

  rows = cnscd_statement_take (database, SELECT_MEMBERSHIPS, error);
  return rows != NULL && add_rows (database, rows, error);
}
