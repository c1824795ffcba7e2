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

static void
part_free (gpointer data)
{
  CnscdDecisionPart *part = data;

  g_free (part->team);
  g_free (part->team_name);
  g_free (part->hamlet_name);
  g_free (part->person);
  g_free (part->full_name);
  g_free (part);
}

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

static GPtrArray *
read_parts (CnscdDatabase *database, const char *sql, const char *id, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (part_free);
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (database, sql, error);
  CnscdStep step;

  if (statement == NULL)
    return NULL;

  cnscd_statement_bind_text (statement, 1, id);
  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    g_ptr_array_add (parts, read_part (statement));

  return step == CNSCD_STEP_DONE ? g_steal_pointer (&parts) : NULL;
}

static gboolean
read_all (CnscdDatabase *database, const char *id, CnscdDecisionDetails *details, GError **error)
{
  details->decision = cnscd_record_store_get (database, &CNSCD_KIND_DECISION, id, error);

  return details->decision != NULL &&
         (details->teams_begun = read_parts (database, TEAMS_BEGUN, id, error)) != NULL &&
         (details->teams_ended = read_parts (database, TEAMS_ENDED, id, error)) != NULL &&
         (details->members_begun = read_parts (database, MEMBERS_BEGUN, id, error)) != NULL &&
         (details->members_ended = read_parts (database, MEMBERS_ENDED, id, error)) != NULL;
}

/**
 * cnscd_decision_details_read:
 * @database: a connection
 * @id: of a decision
 * @error: return location for a #CnscdStoreError; %CNSCD_STORE_ERROR_NOT_FOUND when there is no
 *   such decision
 *
 * Reads a decision and every team and membership that it began or ended.
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
 * cnscd_decision_details_free: (skip)
 * @details: (transfer full): a decision and what it did
 */
void
cnscd_decision_details_free (CnscdDecisionDetails *details)
{
  g_clear_pointer (&details->decision, cnscd_record_unref);
  g_clear_pointer (&details->teams_begun, g_ptr_array_unref);
  g_clear_pointer (&details->teams_ended, g_ptr_array_unref);
  g_clear_pointer (&details->members_begun, g_ptr_array_unref);
  g_clear_pointer (&details->members_ended, g_ptr_array_unref);
  g_free (details);
}
