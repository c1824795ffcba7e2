/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-kind-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
join_columns (const CnscdKind *kind)
{
  GString *columns = g_string_new ("id, unit");

  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (columns, ", \"%s\"", kind->fields[i].name);

  return g_string_free_and_steal (columns);
}

static char *
join_places (guint n_places)
{
  GString *places = g_string_new ("?");

  for (guint i = 1; i < n_places; i++)
    g_string_append (places, ", ?");

  return g_string_free_and_steal (places);
}

/* The schema knows what a reference refers to; asking it keeps the two from drifting apart. */
static gboolean
find_targets (CnscdDatabase *database, CnscdKindTable *table, GError **error)
{
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (
    database, "SELECT \"from\", \"table\" FROM pragma_foreign_key_list (?1)", error);
  CnscdStep step;

  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_text (statement, 1, table->kind->name);
  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    {
      const CnscdField *field =
        cnscd_kind_get_field (table->kind, cnscd_statement_text (statement, 0));

      if (field != NULL)
        table->targets[field - table->kind->fields] =
          cnscd_kind_from_name (cnscd_statement_text (statement, 1));
    }

  return step == CNSCD_STEP_DONE;
}

/**
 * cnscd_kind_table_get: (skip)
 * @database: a connection
 * @kind: a kind
 * @error: return location for a #CnscdStoreError
 *
 * Returns: (transfer none) (nullable): the table of @kind
 */
CnscdKindTable *
cnscd_kind_table_get (CnscdDatabase *database, const CnscdKind *kind, GError **error)
{
  CnscdKindTable *table = g_hash_table_lookup (database->kind_tables, kind);
  g_autofree char *places = NULL;

  if (table != NULL)
    return table;

  places = join_places (kind->n_fields + 2);

  table = g_new0 (CnscdKindTable, 1);
  table->kind = kind;
  table->columns = join_columns (kind);
  table->targets = g_new0 (const CnscdKind *, kind->n_fields);
  table->select_sql = g_strdup_printf ("SELECT nr, rev, deleted, %s FROM \"%s\" WHERE id = ?1",
                                       table->columns, kind->name);
  table->insert_sql =
    g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s)", kind->name, table->columns, places);
  table->list_sql = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE deleted = 0 ORDER BY nr",
                                     table->columns, kind->name);
  table->list_unit_sql =
    g_strdup_printf ("SELECT %s FROM \"%s\" WHERE deleted = 0 AND unit = ?1 ORDER BY nr",
                     table->columns, kind->name);

  if (!find_targets (database, table, error))
    {
      cnscd_kind_table_free (table);
      return NULL;
    }

  g_hash_table_insert (database->kind_tables, (gpointer) kind, table);
  return table;
}

/**
 * cnscd_kind_table_free: (skip)
 * @table: (transfer full): a table
 */
void
cnscd_kind_table_free (CnscdKindTable *table)
{
  g_free (table->columns);
  g_free (table->select_sql);
  g_free (table->insert_sql);
  g_free (table->list_sql);
  g_free (table->list_unit_sql);
  g_free (table->targets);
  g_free (table);
}

/**
 * cnscd_kind_table_set_alive: (skip)
 * @table: a table
 * @id: of a record that is there and not deleted
 *
 * Memberships come after their person and beside others of their team, so
 * that remembering one id a kind saves nearly all look-ups of an import.
 */
void
cnscd_kind_table_set_alive (CnscdKindTable *table, const char *id)
{
  g_strlcpy (table->alive, id, sizeof table->alive);
}

/**
 * cnscd_kind_table_forget: (skip)
 * @table: a table
 *
 * Forgets what was seen alive: after a deletion, after a rollback, and when a
 * transaction ends, since then others may write.
 */
void
cnscd_kind_table_forget (CnscdKindTable *table)
{
  table->alive[0] = '\0';
}

/**
 * cnscd_kind_table_is_alive: (skip)
 * @database: a connection in a transaction
 * @table: a table
 * @id: an id
 * @alive: (out): whether there is such a record and it is not deleted
 * @error: return location for a #CnscdStoreError
 *
 * Returns: whether it could be told
 */
gboolean
cnscd_kind_table_is_alive (CnscdDatabase *database,
                           CnscdKindTable *table,
                           const char *id,
                           gboolean *alive,
                           GError **error)
{
  g_autoptr (CnscdStatement) statement = NULL;
  CnscdStep step;

  if (strcmp (table->alive, id) == 0)
    {
      *alive = TRUE;
      return TRUE;
    }

  statement = cnscd_statement_take (database, table->select_sql, error);
  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_text (statement, 1, id);
  step = cnscd_statement_step (statement, error);
  *alive = step == CNSCD_STEP_ROW && cnscd_statement_int (statement, 2) == 0;
  if (*alive)
    cnscd_kind_table_set_alive (table, id);

  return step != CNSCD_STEP_ERROR;
}

static gboolean
read_field (CnscdStatement *statement, int column, const CnscdField *field, gpointer record)
{
  const char *text;

  if (cnscd_statement_is_null (statement, column))
    return TRUE;

  if (field->type == CNSCD_FIELD_COUNT)
    {
      gint64 count = cnscd_statement_int (statement, column);

      G_STRUCT_MEMBER (gint64, record, field->offset) = count;
      return count >= 0;
    }

  text = cnscd_statement_text (statement, column);
  return cnscd_statement_is_valid (statement, column) && cnscd_field_set_text (field, record, text);
}

/**
 * cnscd_kind_table_read: (skip)
 * @table: a table
 * @statement: a statement on a row
 * @first_column: where id, unit and the fields begin
 * @error: return location for a #CnscdStoreError
 *
 * Returns: (transfer full) (nullable): the record, or %NULL when the row
 *   holds what no record can
 */
gpointer
cnscd_kind_table_read (CnscdKindTable *table,
                       CnscdStatement *statement,
                       int first_column,
                       GError **error)
{
  const CnscdKind *kind = table->kind;
  CnscdRecord *record = cnscd_record_new_blank (kind);

  cnscd_record_set (record, id, cnscd_statement_text (statement, first_column));
  cnscd_record_set (record, unit, cnscd_statement_text (statement, first_column + 1));

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (read_field (statement, first_column + 2 + (int) i, &kind->fields[i], record))
        continue;

      g_info ("“%s” of “%s” %s cannot be read", kind->fields[i].name, kind->name,
              record->id != NULL ? record->id : "?");
      g_set_error_literal (
        error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_DAMAGED,
        _ ("The database contains a value that cannot be read. Restore a backup."));
      cnscd_record_unref (record);
      return NULL;
    }

  return record;
}

/**
 * cnscd_kind_table_load: (skip)
 * @database: a connection
 * @table: a table
 * @id: an id
 * @row: (out): the row, deleted or not; its record belongs to the caller
 * @error: return location for a #CnscdStoreError
 *
 * Returns: %FALSE on an error; that there is no such row is none
 */
gboolean
cnscd_kind_table_load (CnscdDatabase *database,
                       CnscdKindTable *table,
                       const char *id,
                       CnscdStoredRow *row,
                       GError **error)
{
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (database, table->select_sql, error);
  CnscdStep step;

  memset (row, 0, sizeof *row);
  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_text (statement, 1, id);
  step = cnscd_statement_step (statement, error);
  if (step != CNSCD_STEP_ROW)
    return step == CNSCD_STEP_DONE;

  row->nr = cnscd_statement_int (statement, 0);
  row->rev = cnscd_statement_int (statement, 1);
  row->deleted = cnscd_statement_int (statement, 2) != 0;
  row->record = cnscd_kind_table_read (table, statement, 3, error);
  return row->record != NULL;
}

/**
 * cnscd_kind_table_bind: (skip)
 * @statement: a statement
 * @at: from 1
 * @field: a field of the kind of @record
 * @record: a record that outlives the run
 *
 * Binds a record's value as it is stored.
 */
void
cnscd_kind_table_bind (CnscdStatement *statement,
                       int at,
                       const CnscdField *field,
                       gconstpointer record)
{
  char iso[MAX (CNSCD_DATE_ISO_SIZE, CNSCD_TIME_ISO_SIZE)];

  if (cnscd_field_is_unknown (field, record))
    {
      cnscd_statement_bind_null (statement, at);
      return;
    }

  switch (field->type)
    {
    case CNSCD_FIELD_TEXT:
    case CNSCD_FIELD_REFERENCE:
      cnscd_statement_bind_text (statement, at, G_STRUCT_MEMBER (char *, record, field->offset));
      break;
    case CNSCD_FIELD_COUNT:
      cnscd_statement_bind_int (statement, at, G_STRUCT_MEMBER (gint64, record, field->offset));
      break;
    case CNSCD_FIELD_DATE:
      cnscd_date_write_iso (G_STRUCT_MEMBER (CnscdDate, record, field->offset), iso);
      sqlite3_bind_text (statement->stmt, at, iso, -1, SQLITE_TRANSIENT);
      break;
    case CNSCD_FIELD_TIME:
      cnscd_time_write_iso (G_STRUCT_MEMBER (CnscdTime, record, field->offset), iso);
      sqlite3_bind_text (statement->stmt, at, iso, -1, SQLITE_TRANSIENT);
      break;
    case CNSCD_FIELD_CHOICE:
      cnscd_statement_bind_text (statement, at,
                                 field->choices[G_STRUCT_MEMBER (int, record, field->offset) - 1]);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * cnscd_kind_table_read_date: (skip)
 * @statement: a statement on a row
 * @column: from 0
 *
 * Returns: the date, unknown for NULL and for what is no date
 */
CnscdDate
cnscd_kind_table_read_date (CnscdStatement *statement, int column)
{
  const char *text = cnscd_statement_text (statement, column);
  CnscdDate date = CNSCD_DATE_UNKNOWN;

  return text != NULL && cnscd_date_read_iso (text, &date) ? date : CNSCD_DATE_UNKNOWN;
}

/**
 * cnscd_kind_table_read_time: (skip)
 * @statement: a statement on a row
 * @column: from 0
 *
 * Returns: the time, %CNSCD_TIME_UNKNOWN for NULL and for what is no time
 */
CnscdTime
cnscd_kind_table_read_time (CnscdStatement *statement, int column)
{
  CnscdTime time = CNSCD_TIME_UNKNOWN;

  return cnscd_time_read_iso (cnscd_statement_text (statement, column), &time) ? time
                                                                               : CNSCD_TIME_UNKNOWN;
}

/**
 * cnscd_kind_table_read_choice: (skip)
 * @statement: a statement on a row
 * @column: from 0
 * @kind: a kind
 * @field_name: a choice of it
 *
 * Returns: the value of the enumeration, 0 for NULL and for no word of it
 */
int
cnscd_kind_table_read_choice (CnscdStatement *statement,
                              int column,
                              const CnscdKind *kind,
                              const char *field_name)
{
  const CnscdField *field = cnscd_kind_get_field (kind, field_name);
  const char *word = cnscd_statement_text (statement, column);

  for (int i = 0; word != NULL && field->choices[i] != NULL; i++)
    {
      if (strcmp (field->choices[i], word) == 0)
        return i + 1;
    }

  return 0;
}
