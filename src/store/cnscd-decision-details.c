/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-decision-details.h"

#include "cnscd-kind-table.h"
#include "cnscd-record-store.h"

#define TEAM_COLUMNS "t.id, t.name, h.name, h.kind"

static const char TEAMS_BEGUN[] = "SELECT " TEAM_COLUMNS ", NULL, NULL, NULL, t.valid_from,"
                                  " t.valid_to FROM team t LEFT JOIN hamlet h ON h.id = t.hamlet"
                                  " WHERE t.deleted = 0 AND t.decision = ?1"
                                  " ORDER BY t.level, t.sort_key, t.nr";
static const char TEAMS_ENDED[] = "SELECT " TEAM_COLUMNS ", NULL, NULL, NULL, t.valid_from,"
                                  " t.valid_to FROM team t LEFT JOIN hamlet h ON h.id = t.hamlet"
                                  " WHERE t.deleted = 0 AND t.end_decision = ?1"
                                  " ORDER BY t.level, t.sort_key, t.nr";

#define MEMBERS                                                                                    \
  "SELECT " TEAM_COLUMNS ", p.id, p.full_name, m.role, m.valid_from, m.valid_to"                   \
  " FROM membership m CROSS JOIN person p ON p.id = m.person CROSS JOIN team t ON t.id = m.team"   \
  " LEFT JOIN hamlet h ON h.id = t.hamlet LEFT JOIN member_index i ON i.nr = m.nr"                 \
  " WHERE m.deleted = 0 AND "
#define BY_TEAM                                                                                    \
  " ORDER BY t.level, t.sort_key, t.nr, i.role, i.ordinal NULLS LAST, i.sort_key, m.nr"

static const char MEMBERS_BEGUN[] = MEMBERS "m.decision = ?1" BY_TEAM;
static const char MEMBERS_ENDED[] = MEMBERS "m.end_decision = ?1" BY_TEAM;

/* Whoever begins in a team by the decision ?1, or ends. */
#define BEGUN(m) m ".team = t.id AND " m ".deleted = 0 AND " m ".decision = ?1"
#define ENDED(m) m ".team = t.id AND " m ".deleted = 0 AND " m ".end_decision = ?1"
#define COUNT(of, not, other)                                                                      \
  "(SELECT count (*) FROM membership m WHERE " of                                                  \
  " AND " not "EXISTS (SELECT 1 FROM membership o WHERE " other " AND o.person = m.person))"
/* The day from which it is so. */
#define SINCE                                                                                      \
  "coalesce ((SELECT max (m.valid_from) FROM membership m WHERE " BEGUN (                          \
    "m") "),"                                                                                      \
         " (SELECT max (m.valid_to) FROM membership m WHERE " ENDED (                              \
           "m") "),"                                                                               \
                " (SELECT d.date FROM decision d WHERE d.id = ?1), '9999-99-99')"
#define CHANGE_COLUMNS                                                                             \
  TEAM_COLUMNS ", NULL, NULL, NULL, t.valid_from, t.valid_to, " COUNT (                            \
    BEGUN ("m"), "NOT ",                                                                           \
    ENDED ("o")) ", " COUNT (ENDED ("m"), "NOT ",                                                  \
                             BEGUN (                                                               \
                               "o")) ", " COUNT (BEGUN ("m"), "",                                  \
                                                 ENDED (                                           \
                                                   "o")) ", "                                      \
                                                         "(SELECT count (*) FROM membership m, "   \
                                                         "(SELECT " SINCE " AS day) since"         \
                                                         " WHERE m.team = t.id AND m.deleted = 0 " \
                                                         "AND m.decision IS NOT ?1 AND "           \
                                                         "m.end_decision IS NOT ?1"                \
                                                         " AND coalesce (m.valid_from, '') <= "    \
                                                         "since.day AND m.until >= since.day)"

static const char TEAMS_CHANGED[] =
  "SELECT " CHANGE_COLUMNS " FROM team t LEFT JOIN hamlet h ON h.id = t.hamlet"
  " WHERE t.deleted = 0 AND t.decision IS NOT ?1 AND t.end_decision IS NOT ?1 AND t.id IN"
  " (SELECT team FROM membership WHERE deleted = 0 AND (decision = ?1 OR end_decision = ?1))"
  " ORDER BY t.level, t.sort_key, t.nr";
static const char TEAM_CHANGED[] =
  "SELECT " CHANGE_COLUMNS " FROM team t LEFT JOIN hamlet h ON h.id = t.hamlet WHERE t.id = ?2";

static CnscdDecisionPart *
read_part (CnscdStatement *statement)
{
  CnscdDecisionPart *part = g_new0 (CnscdDecisionPart, 1);

  part->team = cnscd_statement_dup_text (statement, 0);
  part->team_name = cnscd_statement_dup_text (statement, 1);
  part->hamlet_name = cnscd_statement_dup_text (statement, 2);
  part->hamlet_kind = cnscd_kind_table_read_choice (statement, 3, &CNSCD_KIND_HAMLET, "kind");
  part->person = cnscd_statement_dup_text (statement, 4);
  part->full_name = cnscd_statement_dup_text (statement, 5);
  part->role =
    (CnscdRole) cnscd_kind_table_read_choice (statement, 6, &CNSCD_KIND_MEMBERSHIP, "role");
  part->valid_from = cnscd_kind_table_read_date (statement, 7);
  part->valid_to = cnscd_kind_table_read_date (statement, 8);

  return part;
}

static CnscdDecisionPart *
read_change (CnscdStatement *statement)
{
  CnscdDecisionPart *part = read_part (statement);

  part->change.n_joined = (guint) cnscd_statement_int (statement, 9);
  part->change.n_left = (guint) cnscd_statement_int (statement, 10);
  part->change.n_moved = (guint) cnscd_statement_int (statement, 11);
  part->change.n_kept = (guint) cnscd_statement_int (statement, 12);
  return part;
}

static GPtrArray *
read_parts (CnscdDatabase *database,
            const char *sql,
            const char *id,
            CnscdDecisionPart *(*read) (CnscdStatement *),
            GError **error)
{
  g_autoptr (GPtrArray) parts =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_decision_part_free);
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (database, sql, error);
  CnscdStep step;

  if (statement == NULL)
    return NULL;

  cnscd_statement_bind_text (statement, 1, id);
  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    g_ptr_array_add (parts, read (statement));

  return step == CNSCD_STEP_DONE ? g_steal_pointer (&parts) : NULL;
}

static gboolean
read_all (CnscdDatabase *database, const char *id, CnscdDecisionDetails *details, GError **error)
{
  details->decision = cnscd_record_store_get (database, &CNSCD_KIND_DECISION, id, error);

  return details->decision != NULL &&
         (details->teams_begun = read_parts (database, TEAMS_BEGUN, id, read_part, error)) !=
           NULL &&
         (details->teams_ended = read_parts (database, TEAMS_ENDED, id, read_part, error)) !=
           NULL &&
         (details->teams_changed = read_parts (database, TEAMS_CHANGED, id, read_change, error)) !=
           NULL &&
         (details->members_begun = read_parts (database, MEMBERS_BEGUN, id, read_part, error)) !=
           NULL &&
         (details->members_ended = read_parts (database, MEMBERS_ENDED, id, read_part, error)) !=
           NULL;
}

/**
 * cnscd_decision_details_read:
 * @database: a connection
 * @id: of a decision
 * @error: return location for a #CnscdStoreError; %CNSCD_STORE_ERROR_NOT_FOUND when there is no
 *   such decision
 *
 * Reads a decision, every team and membership that it began or ended, and the teams whose people
 * it changed.
 *
 * Returns: (transfer full) (nullable): them
 */
CnscdDecisionDetails *
cnscd_decision_details_read (CnscdDatabase *database, const char *id, GError **error)
{
  g_autoptr (CnscdDecisionDetails) details = NULL;
  gboolean done;

  g_return_val_if_fail (database != NULL && id != NULL, NULL);

  details = g_new0 (CnscdDecisionDetails, 1);
  if (!cnscd_database_begin_reading (database, error))
    return NULL;
  done = read_all (database, id, details, error);
  cnscd_database_end_reading (database);

  return done ? g_steal_pointer (&details) : NULL;
}

/**
 * cnscd_decision_details_read_change:
 * @database: a connection
 * @decision: id of a decision
 * @team: id of a team
 * @error: return location for a #CnscdStoreError
 *
 * Counts what a decision made of the people of one team.
 *
 * Returns: (transfer full) (nullable): the team, %NULL with an error
 */
CnscdDecisionPart *
cnscd_decision_details_read_change (CnscdDatabase *database,
                                    const char *decision,
                                    const char *team,
                                    GError **error)
{
  g_autoptr (CnscdStatement) statement = NULL;

  g_return_val_if_fail (database != NULL && decision != NULL && team != NULL, NULL);

  statement = cnscd_statement_take (database, TEAM_CHANGED, error);
  if (statement == NULL)
    return NULL;

  cnscd_statement_bind_text (statement, 1, decision);
  cnscd_statement_bind_text (statement, 2, team);
  switch (cnscd_statement_step (statement, error))
    {
    case CNSCD_STEP_ROW:
      return read_change (statement);

    case CNSCD_STEP_DONE:
      return g_new0 (CnscdDecisionPart, 1);

    case CNSCD_STEP_ERROR:
    default:
      return NULL;
    }
}

/**
 * cnscd_decision_part_free: (skip)
 * @part: (transfer full): a team or a membership
 */
void
cnscd_decision_part_free (CnscdDecisionPart *part)
{
  g_free (part->team);
  g_free (part->team_name);
  g_free (part->hamlet_name);
  g_free (part->person);
  g_free (part->full_name);
  g_free (part);
}

/**
 * cnscd_decision_details_free: (skip)
 * @details: (transfer full): a decision and what it did
 */
void
cnscd_decision_details_free (CnscdDecisionDetails *details)
{
  g_clear_pointer (&details->decision, cnscd_record_unref);
  g_clear_pointer (&details->teams_begun, g_ptr_array_unref);
  g_clear_pointer (&details->teams_ended, g_ptr_array_unref);
  g_clear_pointer (&details->teams_changed, g_ptr_array_unref);
  g_clear_pointer (&details->members_begun, g_ptr_array_unref);
  g_clear_pointer (&details->members_ended, g_ptr_array_unref);
  g_free (details);
}
