/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-person-history.h"

#include "cnscd-kind-table.h"
#include "cnscd-member-index.h"
#include "cnscd-record-store.h"

static void
membership_free (gpointer data)
{
  CnscdPersonMembership *membership = data;

  g_clear_pointer (&membership->record, cnscd_record_unref);
  g_free (membership->team_name);
  g_free (membership->hamlet_name);
  g_free (membership->decision_number);
  g_free (membership->end_decision_number);
  g_free (membership);
}

static CnscdPersonMembership *
read_membership (CnscdDatabase *database, CnscdStatement *statement, GError **error)
{
  CnscdPersonMembership *membership;
  const char *id = cnscd_statement_text (statement, 0);
  CnscdMembership *record =
    cnscd_record_store_get (database, &CNSCD_KIND_MEMBERSHIP, id != NULL ? id : "", error);

  if (record == NULL)
    return NULL;

  membership = g_new0 (CnscdPersonMembership, 1);
  membership->record = record;
  membership->team_name = cnscd_statement_dup_text (statement, 1);
  membership->hamlet_name = cnscd_statement_dup_text (statement, 2);
  membership->hamlet_kind = cnscd_kind_table_read_choice (statement, 3, &CNSCD_KIND_HAMLET, "kind");
  membership->is_current = cnscd_statement_int (statement, 4) == 2;
  membership->is_upcoming = cnscd_statement_int (statement, 4) == 1;
  membership->until = cnscd_kind_table_read_date (statement, 5);
  membership->decision_number = cnscd_statement_dup_text (statement, 6);
  membership->decision_date = cnscd_kind_table_read_date (statement, 7);
  membership->end_decision_number = cnscd_statement_dup_text (statement, 8);
  membership->end_decision_date = cnscd_kind_table_read_date (statement, 9);
  return membership;
}

static GPtrArray *
read_memberships (CnscdDatabase *database, const char *person, GError **error)
{
  g_autoptr (GPtrArray) memberships = g_ptr_array_new_with_free_func (membership_free);
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (
    database,
    "SELECT m.id, t.name, h.name, h.kind,"
    " CASE WHEN min (m.until, t.until) < ?2 THEN 0 WHEN " CNSCD_HAS_BEGUN " THEN 2 ELSE 1 END,"
    " CASE WHEN m.until <= t.until THEN m.valid_to ELSE t.valid_to END,"
    " d.number, d.date, e.number, e.date"
    " FROM membership m JOIN team t ON t.id = m.team LEFT JOIN hamlet h ON h.id = t.hamlet"
    " LEFT JOIN decision d ON d.id = m.decision LEFT JOIN decision e ON e.id = m.end_decision"
    " WHERE m.person = ?1 AND m.deleted = 0 AND t.deleted = 0"
    " ORDER BY 5 DESC, m.valid_from DESC NULLS LAST, m.until DESC, m.nr DESC",
    error);
  char today[CNSCD_DATE_ISO_SIZE];
  CnscdStep step;

  if (statement == NULL)
    return NULL;

  cnscd_statement_bind_text (statement, 1, person);
  cnscd_statement_bind_text (statement, 2, cnscd_date_write_iso (cnscd_date_today (), today));
  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    {
      CnscdPersonMembership *membership = read_membership (database, statement, error);

      if (membership == NULL)
        return NULL;
      g_ptr_array_add (memberships, membership);
    }

  return step == CNSCD_STEP_DONE ? g_steal_pointer (&memberships) : NULL;
}

static GPtrArray *
read_guides (CnscdDatabase *database, const char *person, GError **error)
{
  g_autoptr (GPtrArray) guides = g_ptr_array_new_with_free_func (cnscd_record_unref);
  g_autoptr (CnscdStatement) statement =
    cnscd_statement_take (database,
                          "SELECT g.id FROM membership m CROSS JOIN session_guide g"
                          " ON g.membership = m.id AND g.deleted = 0"
                          " WHERE m.person = ?1 AND m.deleted = 0 ORDER BY g.nr",
                          error);
  CnscdStep step;

  if (statement == NULL)
    return NULL;

  cnscd_statement_bind_text (statement, 1, person);
  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    {
      gpointer guide = cnscd_record_store_get (database, &CNSCD_KIND_SESSION_GUIDE,
                                               cnscd_statement_text (statement, 0), error);

      if (guide == NULL)
        return NULL;
      g_ptr_array_add (guides, guide);
    }

  return step == CNSCD_STEP_DONE ? g_steal_pointer (&guides) : NULL;
}

static void
clear_history (gpointer data)
{
  CnscdPersonHistory *history = data;

  g_clear_pointer (&history->person, cnscd_record_unref);
  g_clear_pointer (&history->memberships, g_ptr_array_unref);
  g_clear_pointer (&history->guides, g_ptr_array_unref);
}

/**
 * cnscd_person_history_ref: (skip)
 * @history: a person with all memberships
 *
 * Returns: (transfer full): @history; safe from any thread
 */
CnscdPersonHistory *
cnscd_person_history_ref (CnscdPersonHistory *history)
{
  g_return_val_if_fail (history != NULL, NULL);

  return g_atomic_rc_box_acquire (history);
}

/**
 * cnscd_person_history_unref: (skip)
 * @history: (transfer full): a person with all memberships
 */
void
cnscd_person_history_unref (CnscdPersonHistory *history)
{
  g_return_if_fail (history != NULL);

  g_atomic_rc_box_release_full (history, clear_history);
}

/**
 * cnscd_person_history_read:
 * @database: a connection
 * @person: id of a person
 * @error: return location for a #CnscdStoreError; %CNSCD_STORE_ERROR_NOT_FOUND when there is no
 *   such person
 *
 * Reads a person with all memberships, current and former.
 *
 * Returns: (transfer full) (nullable): them
 */
CnscdPersonHistory *
cnscd_person_history_read (CnscdDatabase *database, const char *person, GError **error)
{
  g_autoptr (CnscdPersonHistory) history = NULL;

  g_return_val_if_fail (database != NULL && person != NULL, NULL);

  if (!cnscd_database_begin_reading (database, error))
    return NULL;
  history = g_atomic_rc_box_new0 (CnscdPersonHistory);
  history->person = cnscd_record_store_get (database, &CNSCD_KIND_PERSON, person, error);
  if (history->person != NULL)
    history->memberships = read_memberships (database, person, error);
  if (history->memberships != NULL)
    history->guides = read_guides (database, person, error);
  cnscd_database_end_reading (database);

  return history->guides != NULL ? g_steal_pointer (&history) : NULL;
}

/**
 * cnscd_person_history_dup_records:
 * @history: a person with all memberships
 *
 * Returns: (transfer full) (element-type CnscdMembership): the memberships
 */
GPtrArray *
cnscd_person_history_dup_records (const CnscdPersonHistory *history)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (cnscd_record_unref);

  g_return_val_if_fail (history != NULL, records);

  for (guint i = 0; i < history->memberships->len; i++)
    {
      const CnscdPersonMembership *membership = history->memberships->pdata[i];

      g_ptr_array_add (records, cnscd_record_ref (membership->record));
    }

  return records;
}
