/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-record-store.h"

#include <glib/gi18n-lib.h>

#include "cnscd-kind-table.h"
#include "cnscd-member-index.h"
#include "cnscd-outbox.h"
#include "cnscd-record-rules.h"

/* Whoever has seen an id of the program's had the record before them: it was there. */
static const char *
describe_loss (const CnscdKind *kind)
{
  if (kind == &CNSCD_KIND_PERSON)
    return _ ("This person was deleted in another window.");
  if (kind == &CNSCD_KIND_MEMBERSHIP)
    return _ ("This membership was deleted in another window.");
  if (kind == &CNSCD_KIND_TEAM)
    return _ ("This team was deleted in another window.");
  if (kind == &CNSCD_KIND_HAMLET)
    return _ ("This hamlet was deleted in another window.");
  if (kind == &CNSCD_KIND_HAMLET_PROFILE)
    return _ ("These figures were deleted in another window.");
  if (kind == &CNSCD_KIND_DECISION)
    return _ ("This decision was deleted in another window.");
  return _ ("This was deleted in another window.");
}

static void
set_not_found_error (const CnscdKind *kind, GError **error)
{
  g_set_error_literal (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND, describe_loss (kind));
}

static gboolean
insert_row (CnscdDatabase *database, CnscdKindTable *table, gconstpointer record, GError **error)
{
  const CnscdRecord *head = record;
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (database, table->insert_sql, error);

  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_text (statement, 1, head->id);
  cnscd_statement_bind_text (statement, 2, head->unit);
  for (guint i = 0; i < table->kind->n_fields; i++)
    cnscd_kind_table_bind (statement, (int) i + 3, &table->kind->fields[i], record);

  return cnscd_statement_run (statement, error);
}

/* Writes the columns that differ, and only those, so that indexes on others rest. */
static gboolean
update_row (CnscdDatabase *database,
            CnscdKindTable *table,
            const CnscdStoredRow *stored,
            gconstpointer record,
            gboolean deleted,
            GError **error)
{
  const CnscdKind *kind = table->kind;
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (CnscdStatement) statement = NULL;
  int at = 0;

  g_string_printf (sql, "UPDATE \"%s\" SET deleted = ?", kind->name);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (!cnscd_field_equal (&kind->fields[i], stored->record, record))
        g_string_append_printf (sql, ", \"%s\" = ?", kind->fields[i].name);
    }
  g_string_append (sql, " WHERE nr = ?");

  statement = cnscd_statement_take (database, sql->str, error);
  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_int (statement, ++at, deleted);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (!cnscd_field_equal (&kind->fields[i], stored->record, record))
        cnscd_kind_table_bind (statement, ++at, &kind->fields[i], record);
    }
  cnscd_statement_bind_int (statement, ++at, stored->nr);

  return cnscd_statement_run (statement, error);
}

/* What follows from a change that is written; from one on trial nothing does. */
static gboolean
note_change (CnscdDatabase *database, gint64 nr, const CnscdChange *change, GError **error)
{
  return database->trial != 0 || (cnscd_outbox_add (database, change, error) &&
                                  cnscd_member_index_note (database, nr, change, error));
}

static gboolean
put_new (CnscdDatabase *database, CnscdKindTable *table, gconstpointer record, GError **error)
{
  const CnscdChange change = { .after = record };

  if (!cnscd_record_rules_check_references (database, table, record, NULL, error))
    return FALSE;

  if (insert_row (database, table, record, error))
    {
      gint64 nr = sqlite3_last_insert_rowid (database->handle);

      if (note_change (database, nr, &change, error))
        {
          cnscd_kind_table_set_alive (table, ((const CnscdRecord *) record)->id);
          return TRUE;
        }
    }

  cnscd_database_poison (database);
  return FALSE;
}

static gboolean
put_again (CnscdDatabase *database,
           CnscdKindTable *table,
           const CnscdStoredRow *stored,
           gconstpointer record,
           GError **error)
{
  const CnscdChange change = {
    .before = stored->record,
    .after = record,
    .rev = stored->rev,
    .was_deleted = stored->deleted,
  };

  if (g_strcmp0 (((const CnscdRecord *) record)->unit,
                 ((const CnscdRecord *) stored->record)->unit) != 0)
    {
      g_info ("A record of “%s” was to move to another unit", table->kind->name);
      g_set_error_literal (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID,
                           _ ("What is stored cannot move to another commune. Nothing was "
                              "changed."));
      return FALSE;
    }

  if (!stored->deleted && cnscd_record_equal (stored->record, record))
    return TRUE;

  /* What comes back from the dead may refer to what has died since. */
  if (!cnscd_record_rules_check_references (database, table, record,
                                            stored->deleted ? NULL : stored->record, error))
    return FALSE;

  if (update_row (database, table, stored, record, FALSE, error) &&
      note_change (database, stored->nr, &change, error))
    return TRUE;

  cnscd_database_poison (database);
  return FALSE;
}

static gboolean
put (CnscdDatabase *database, gconstpointer record, GError **error)
{
  const CnscdRecord *head = record;
  CnscdKindTable *table = cnscd_kind_table_get (database, head->kind, error);
  CnscdStoredRow stored;
  gboolean done;

  if (table == NULL || !cnscd_record_rules_check (database, record, error) ||
      !cnscd_kind_table_load (database, table, head->id, &stored, error))
    return FALSE;

  if (stored.record == NULL)
    return put_new (database, table, record, error);

  done = put_again (database, table, &stored, record, error);
  cnscd_record_unref (stored.record);
  return done;
}

static gboolean
add (CnscdDatabase *database, gconstpointer record, GError **error)
{
  CnscdKindTable *table =
    cnscd_kind_table_get (database, ((const CnscdRecord *) record)->kind, error);

  return table != NULL && cnscd_record_rules_check (database, record, error) &&
         put_new (database, table, record, error);
}

static gboolean
delete_stored (CnscdDatabase *database,
               CnscdKindTable *table,
               const CnscdStoredRow *stored,
               GError **error)
{
  const CnscdRecord *head = stored->record;
  const CnscdChange change = {
    .before = stored->record,
    .after = stored->record,
    .rev = stored->rev,
    .deleted = TRUE,
  };

  if (!cnscd_record_rules_check_unused (database, table->kind, head->id, error))
    return FALSE;

  cnscd_kind_table_forget (table);
  if (update_row (database, table, stored, stored->record, TRUE, error) &&
      note_change (database, stored->nr, &change, error))
    return TRUE;

  cnscd_database_poison (database);
  return FALSE;
}

static gboolean delete (CnscdDatabase *database,
                        const CnscdKind *kind,
                        const char *id,
                        GError **error)
{
  CnscdKindTable *table = cnscd_kind_table_get (database, kind, error);
  CnscdStoredRow stored;
  gboolean done = FALSE;

  if (table == NULL || !cnscd_kind_table_load (database, table, id, &stored, error))
    return FALSE;

  if (stored.record == NULL || stored.deleted)
    set_not_found_error (kind, error);
  else
    done = delete_stored (database, table, &stored, error);
  g_clear_pointer (&stored.record, cnscd_record_unref);

  return done;
}

/* A change within somebody's transaction is that one's to take back. */
static gboolean
finish (CnscdDatabase *database, gboolean own, gboolean done, GError **error)
{
  if (!own)
    return done;
  if (done)
    return cnscd_database_commit (database, error);

  cnscd_database_rollback (database);
  return FALSE;
}

/**
 * cnscd_record_store_get:
 * @database: a connection
 * @kind: (not nullable): what to look for
 * @id: its id
 * @error: return location for a #CnscdStoreError
 *
 * Returns: (transfer full) (nullable): the record, or %NULL with
 *   %CNSCD_STORE_ERROR_NOT_FOUND when there is none or it is deleted
 */
gpointer
cnscd_record_store_get (CnscdDatabase *database,
                        const CnscdKind *kind,
                        const char *id,
                        GError **error)
{
  CnscdKindTable *table;
  CnscdStoredRow stored;

  g_return_val_if_fail (database != NULL && kind != NULL && id != NULL, NULL);

  table = cnscd_kind_table_get (database, kind, error);
  if (table == NULL || !cnscd_kind_table_load (database, table, id, &stored, error))
    return NULL;

  if (stored.record == NULL || stored.deleted)
    {
      g_clear_pointer (&stored.record, cnscd_record_unref);
      set_not_found_error (kind, error);
    }

  return stored.record;
}

static GPtrArray *
read_records (CnscdKindTable *table, CnscdStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (cnscd_record_unref);
  CnscdStep step;

  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    {
      gpointer record = cnscd_kind_table_read (table, statement, 0, error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }

  return step == CNSCD_STEP_DONE ? g_steal_pointer (&records) : NULL;
}

/**
 * cnscd_record_store_list:
 * @database: a connection
 * @kind: what to list
 * @unit: (nullable): code of a commune, or %NULL for all
 * @error: return location for a #CnscdStoreError
 *
 * Reads every record that is not deleted, in the order in which they came.
 * For windows use the queries that read page by page.
 *
 * Returns: (transfer full) (nullable) (element-type CnscdRecord): the records;
 *   the array owns them
 */
GPtrArray *
cnscd_record_store_list (CnscdDatabase *database,
                         const CnscdKind *kind,
                         const char *unit,
                         GError **error)
{
  g_autoptr (CnscdStatement) statement = NULL;
  CnscdKindTable *table;

  g_return_val_if_fail (database != NULL && kind != NULL, NULL);

  table = cnscd_kind_table_get (database, kind, error);
  if (table == NULL)
    return NULL;

  statement =
    cnscd_statement_take (database, unit != NULL ? table->list_unit_sql : table->list_sql, error);
  if (statement == NULL)
    return NULL;

  if (unit != NULL)
    cnscd_statement_bind_text (statement, 1, unit);
  return read_records (table, statement, error);
}

/**
 * cnscd_record_store_list_by:
 * @database: a connection
 * @kind: what to list
 * @field: name of a reference of @kind, by which there is an index
 * @id: (not nullable): what it refers to
 * @error: return location for a #CnscdStoreError
 *
 * Reads every record that is not deleted and refers to @id, in the order in
 * which they came.
 *
 * Returns: (transfer full) (nullable) (element-type CnscdRecord): the records;
 *   the array owns them
 */
GPtrArray *
cnscd_record_store_list_by (CnscdDatabase *database,
                            const CnscdKind *kind,
                            const char *field,
                            const char *id,
                            GError **error)
{
  g_autoptr (CnscdStatement) statement = NULL;
  g_autofree char *sql = NULL;
  CnscdKindTable *table;

  g_return_val_if_fail (database != NULL && kind != NULL && id != NULL, NULL);
  g_return_val_if_fail (cnscd_kind_get_field (kind, field) != NULL, NULL);

  table = cnscd_kind_table_get (database, kind, error);
  if (table == NULL)
    return NULL;

  sql = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE deleted = 0 AND \"%s\" = ?1 ORDER BY nr",
                         table->columns, kind->name, field);
  statement = cnscd_statement_take (database, sql, error);
  if (statement == NULL)
    return NULL;

  cnscd_statement_bind_text (statement, 1, id);
  return read_records (table, statement, error);
}

/**
 * cnscd_record_store_count:
 * @database: a connection
 * @kind: what to count
 * @unit: (nullable): code of a commune, or %NULL for all
 * @count: (out): how many records are not deleted
 * @error: return location for a #CnscdStoreError
 *
 * Returns: whether they could be counted
 */
gboolean
cnscd_record_store_count (CnscdDatabase *database,
                          const CnscdKind *kind,
                          const char *unit,
                          gint64 *count,
                          GError **error)
{
  g_autofree char *sql = NULL;
  g_autoptr (CnscdStatement) statement = NULL;

  g_return_val_if_fail (database != NULL && kind != NULL && count != NULL, FALSE);

  sql = g_strdup_printf ("SELECT count (*) FROM \"%s\" WHERE deleted = 0 AND ?1 IN (unit, '')",
                         kind->name);
  statement = cnscd_statement_take (database, sql, error);
  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_text (statement, 1, unit != NULL ? unit : "");
  if (cnscd_statement_step (statement, error) != CNSCD_STEP_ROW)
    return FALSE;

  *count = cnscd_statement_int (statement, 0);
  return TRUE;
}

/**
 * cnscd_record_store_put:
 * @database: a connection
 * @record: a record, complete
 * @error: return location for a #CnscdStoreError
 *
 * Stores @record: a new one, another state of one that is there, or one that
 * was deleted and comes back. Only what differs is written and journalled; of
 * what is stored as it is already, nothing. It must have what its kind
 * requires, belong to a known commune, and refer to nothing that is not there.
 *
 * Within the caller's transaction, or in one of its own when there is none.
 *
 * Returns: whether it is stored
 */
gboolean
cnscd_record_store_put (CnscdDatabase *database, gconstpointer record, GError **error)
{
  gboolean own;

  g_return_val_if_fail (database != NULL && record != NULL, FALSE);

  own = database->depth == 0;
  if (own && !cnscd_database_begin (database, error))
    return FALSE;

  return finish (database, own, put (database, record, error), error);
}

/**
 * cnscd_record_store_add:
 * @database: a connection
 * @record: a record made a moment ago, complete
 * @error: return location for a #CnscdStoreError
 *
 * As cnscd_record_store_put(), but without looking for a record of that id:
 * one that is there already is an error, after which the transaction can only
 * be rolled back.
 *
 * Returns: whether it is stored
 */
gboolean
cnscd_record_store_add (CnscdDatabase *database, gconstpointer record, GError **error)
{
  gboolean own;

  g_return_val_if_fail (database != NULL && record != NULL, FALSE);

  own = database->depth == 0;
  if (own && !cnscd_database_begin (database, error))
    return FALSE;

  return finish (database, own, add (database, record, error), error);
}

/**
 * cnscd_record_store_delete:
 * @database: a connection
 * @kind: a kind
 * @id: of a record
 * @error: return location for a #CnscdStoreError
 *
 * Deletes a record that no other refers to. It stays in the file, for undoing
 * and for the other devices, but is found by nothing; putting it again brings
 * it back.
 *
 * Returns: whether it was there and is deleted now
 */
gboolean
cnscd_record_store_delete (CnscdDatabase *database,
                           const CnscdKind *kind,
                           const char *id,
                           GError **error)
{
  gboolean own;

  g_return_val_if_fail (database != NULL && kind != NULL && id != NULL, FALSE);

  own = database->depth == 0;
  if (own && !cnscd_database_begin (database, error))
    return FALSE;

  return finish (database, own, delete (database, kind, id, error), error);
}
