/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-undo-private.h"

#include <glib/gi18n-lib.h>

static CnscdUndoTrace *
take_trace (CnscdUndo *undo, const char *kind_name, const char *id, GError **error)
{
  const CnscdKind *kind = cnscd_kind_from_name (kind_name);
  CnscdUndoTrace *trace = g_hash_table_lookup (undo->by_id, id);
  CnscdKindTable *table;

  if (trace != NULL)
    return trace;

  table = kind != NULL ? cnscd_kind_table_get (undo->database, kind, error) : NULL;
  if (table == NULL)
    {
      if (kind == NULL)
        g_set_error (
          error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FAILED,
          _ ("The change concerns “%s”, which this program does not know. Update the program."),
          kind_name != NULL ? kind_name : "");
      return NULL;
    }

  trace = g_new0 (CnscdUndoTrace, 1);
  trace->table = table;
  trace->id = g_strdup (id);
  g_ptr_array_add (undo->traces, trace);
  g_hash_table_insert (undo->by_id, trace->id, trace);
  return trace;
}

/* Sets the fields that @json names in @record, and their bits; @keep_first spares those set. */
static gboolean
read_values (CnscdDatabase *database,
             const CnscdKind *kind,
             const char *json,
             gboolean keep_first,
             gpointer record,
             guint64 *set,
             GError **error)
{
  g_autoptr (CnscdStatement) statement =
    cnscd_statement_take (database, "SELECT key, value FROM json_each (?1)", error);
  guint64 known = *set;
  CnscdStep step;

  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_text (statement, 1, json);
  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    {
      const CnscdField *field = cnscd_kind_get_field (kind, cnscd_statement_text (statement, 0));
      guint64 bit = field != NULL ? G_GUINT64_CONSTANT (1) << (field - kind->fields) : 0;

      if (field == NULL || (keep_first && (known & bit) != 0))
        continue;
      if (!cnscd_field_set_text (field, record, cnscd_statement_text (statement, 1)))
        {
          g_info ("“%s” of “%s” cannot be read in the journal", field->name, kind->name);
          g_set_error_literal (
            error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_DAMAGED,
            _ ("The journal contains a value that cannot be read. Restore a backup."));
          return FALSE;
        }
      *set |= bit;
    }

  return step == CNSCD_STEP_DONE;
}

static gboolean
trace_row (CnscdUndo *undo, CnscdStatement *row, GError **error)
{
  CnscdUndoTrace *trace =
    take_trace (undo, cnscd_statement_text (row, 1), cnscd_statement_text (row, 2), error);
  const char *fields = cnscd_statement_text (row, 3);
  const char *before = cnscd_statement_text (row, 4);
  const CnscdKind *kind;
  guint64 seen;

  if (trace == NULL)
    return FALSE;

  trace->last_seq = cnscd_statement_int (row, 0);
  trace->deleted = cnscd_statement_int (row, 5) != 0;
  if (trace->first_seq == 0)
    {
      trace->first_seq = trace->last_seq;
      trace->created = before == NULL;
      trace->was_deleted = cnscd_statement_int (row, 6) != 0;
    }

  /* What was created goes away as a whole. */
  if (trace->created)
    return TRUE;

  kind = trace->table->kind;
  if (trace->before == NULL)
    {
      trace->before = cnscd_record_new_blank (kind);
      trace->written = cnscd_record_new_blank (kind);
    }

  seen = trace->touched;
  return read_values (undo->database, kind, before != NULL ? before : "{}", TRUE, trace->before,
                      &trace->touched, error) &&
         read_values (undo->database, kind, fields, FALSE, trace->written, &seen, error);
}

static gboolean
trace_action (CnscdUndo *undo, GError **error)
{
  g_autoptr (CnscdStatement) row =
    cnscd_statement_take (undo->database,
                          "SELECT seq, kind, id, fields, before, deleted, was_deleted FROM outbox"
                          " WHERE action = ?1 ORDER BY seq",
                          error);
  CnscdStep step;

  if (row == NULL)
    return FALSE;

  cnscd_statement_bind_int (row, 1, undo->action);
  while ((step = cnscd_statement_step (row, error)) == CNSCD_STEP_ROW)
    {
      if (!trace_row (undo, row, error))
        return FALSE;
    }

  return step == CNSCD_STEP_DONE;
}

/*
 * Notes what others changed since. Actions that were undone do not count, nor
 * do the undos: together they changed nothing but what a later edit changed
 * anyway, which has a row of its own. What was done again does count: it
 * undoes an undo, but is of the kind of what it does.
 */
static gboolean
trace_later_edits (CnscdUndo *undo, GError **error)
{
  g_autoptr (CnscdStatement) row = cnscd_statement_take (
    undo->database,
    "SELECT o.id, o.seq, j.key FROM outbox o LEFT JOIN json_each (o.fields) j"
    " WHERE o.seq > (SELECT min (seq) FROM outbox WHERE action = ?1) AND o.action IS NOT ?1"
    " AND (o.action IS NULL OR (o.action NOT IN (SELECT id FROM action WHERE undone_by IS NOT NULL)"
    "  AND o.action NOT IN (SELECT id FROM action WHERE kind = 'undo')))",
    error);
  CnscdStep step;

  if (row == NULL)
    return FALSE;

  cnscd_statement_bind_int (row, 1, undo->action);
  while ((step = cnscd_statement_step (row, error)) == CNSCD_STEP_ROW)
    {
      CnscdUndoTrace *trace = g_hash_table_lookup (undo->by_id, cnscd_statement_text (row, 0));
      const CnscdField *field;

      if (trace == NULL || cnscd_statement_int (row, 1) < trace->first_seq)
        continue;

      trace->edited = TRUE;
      field = cnscd_kind_get_field (trace->table->kind, cnscd_statement_text (row, 2));
      if (field != NULL)
        trace->later |= G_GUINT64_CONSTANT (1) << (field - trace->table->kind->fields);
    }

  return step == CNSCD_STEP_DONE;
}

/*< private >
 * cnscd_undo_read_traces:
 * @undo: an undo, without traces yet
 * @error: return location for a #CnscdStoreError
 *
 * Reads from the journal what the action did to each record, and what became
 * of it since.
 *
 * Returns: whether it was read
 */
gboolean
cnscd_undo_read_traces (CnscdUndo *undo, GError **error)
{
  return trace_action (undo, error) && trace_later_edits (undo, error);
}

/*< private >
 * cnscd_undo_trace_free:
 * @trace: (transfer full): a trace
 *
 * Frees it.
 */
void
cnscd_undo_trace_free (CnscdUndoTrace *trace)
{
  g_clear_pointer (&trace->before, cnscd_record_unref);
  g_clear_pointer (&trace->written, cnscd_record_unref);
  g_free (trace->id);
  g_free (trace);
}
