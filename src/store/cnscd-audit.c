/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-audit.h"

#include "cnscd-statement.h"

static gboolean
add (CnscdDatabase *database,
     const char *action,
     const char *subject,
     const char *detail,
     gint64 n_people,
     GError **error)
{
  g_autofree char *who = g_utf8_make_valid (g_get_user_name (), -1);
  g_autofree char *shown = detail != NULL ? g_utf8_make_valid (detail, -1) : NULL;
  g_autoptr (CnscdStatement) statement =
    cnscd_statement_take (database,
                          "INSERT INTO audit (at, who, action, subject, detail, n_people)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                          error);

  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_int (statement, 1, g_get_real_time ());
  cnscd_statement_bind_text (statement, 2, who);
  cnscd_statement_bind_text (statement, 3, action);
  cnscd_statement_bind_text (statement, 4, subject);
  cnscd_statement_bind_text (statement, 5, shown);
  cnscd_statement_bind_int (statement, 6, n_people);

  return cnscd_statement_run (statement, error);
}

/**
 * cnscd_audit_add:
 * @database: a connection
 * @action: what was done: "import", "export", "print", "restore"
 * @subject: with what: "members", "roster"
 * @detail: (nullable): the file's name, the commune, the team; nobody's data
 * @n_people: how many people it was about
 * @error: return location for a #CnscdStoreError
 *
 * Notes who took people's data in or out, when and how much of it (NĐ
 * 356/2025/NĐ-CP). Who: the name of the account on this computer.
 *
 * Returns: whether it was noted
 */
gboolean
cnscd_audit_add (CnscdDatabase *database,
                 const char *action,
                 const char *subject,
                 const char *detail,
                 gint64 n_people,
                 GError **error)
{
  g_return_val_if_fail (database != NULL && action != NULL && subject != NULL, FALSE);
  g_return_val_if_fail (n_people >= 0, FALSE);

  if (!cnscd_database_begin (database, error))
    return FALSE;

  if (!add (database, action, subject, detail, n_people, error))
    {
      cnscd_database_rollback (database);
      return FALSE;
    }

  return cnscd_database_commit (database, error);
}

static void
clear_entry (gpointer data)
{
  CnscdAuditEntry *entry = data;

  g_free (entry->who);
  g_free (entry->action);
  g_free (entry->subject);
  g_free (entry->detail);
  g_free (entry);
}

/**
 * cnscd_audit_list:
 * @database: a connection
 * @n_newest: how many entries at most
 * @error: return location for a #CnscdStoreError
 *
 * Returns: (transfer full) (nullable) (element-type CnscdAuditEntry): the
 *   newest entries, the newest first
 */
GPtrArray *
cnscd_audit_list (CnscdDatabase *database, guint n_newest, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (CnscdStatement) statement = NULL;
  CnscdStep step;

  g_return_val_if_fail (database != NULL, NULL);

  statement = cnscd_statement_take (database,
                                    "SELECT at, who, action, subject, detail, n_people FROM audit"
                                    " ORDER BY seq DESC LIMIT ?1",
                                    error);
  if (statement == NULL)
    return NULL;

  entries = g_ptr_array_new_with_free_func (clear_entry);
  cnscd_statement_bind_int (statement, 1, n_newest);
  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    {
      CnscdAuditEntry *entry = g_new0 (CnscdAuditEntry, 1);

      entry->at = cnscd_statement_int (statement, 0);
      entry->who = cnscd_statement_dup_text (statement, 1);
      entry->action = cnscd_statement_dup_text (statement, 2);
      entry->subject = cnscd_statement_dup_text (statement, 3);
      entry->detail = cnscd_statement_dup_text (statement, 4);
      entry->n_people = cnscd_statement_int (statement, 5);
      g_ptr_array_add (entries, entry);
    }

  return step == CNSCD_STEP_DONE ? g_steal_pointer (&entries) : NULL;
}
