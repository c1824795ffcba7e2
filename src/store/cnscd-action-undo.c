/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-action.h"

#include <glib/gi18n-lib.h>

#include "cnscd-kind-table.h"
#include "cnscd-office-store.h"
#include "cnscd-record-rules.h"
#include "cnscd-record-store.h"

/* Records between two calls of the progress callback. */
#define PROGRESS_STEP 128

/*
 * What an action did to one record, and what was done to it afterwards by
 * others. Fields are bits in the order of the kind's table.
 */
typedef struct
{
  CnscdKindTable *table;
  char *id;
  gboolean created;     /* by the action */
  gboolean was_deleted; /* before the action */
  gboolean deleted;     /* after it */
  guint64 touched;      /* fields that the action changed */
  gpointer before;      /* a record with the values of those before the action */
  gpointer written;     /* … and after it */
  gint64 first_seq;
  gint64 last_seq;
  guint64 later;   /* fields that others changed since */
  gboolean edited; /* by others since, in whatever way */
  gboolean kept;
} Trace;

typedef struct
{
  CnscdDatabase *database;
  gint64 action;
  GPtrArray *traces; /* in the order in which the action first touched them */
  GHashTable *by_id;
  char *unit; /* (nullable): the commune of this office */
  gboolean took_of_unit;
  guint n_undone;
  guint n_kept;
  CnscdActionProgress progress; /* (nullable) */
  gpointer progress_data;
  guint n_passed;
} Undo;

static void
free_trace (gpointer data)
{
  Trace *trace = data;

  g_clear_pointer (&trace->before, cnscd_record_unref);
  g_clear_pointer (&trace->written, cnscd_record_unref);
  g_free (trace->id);
  g_free (trace);
}

static Trace *
take_trace (Undo *undo, const char *kind_name, const char *id, GError **error)
{
  const CnscdKind *kind = cnscd_kind_from_name (kind_name);
  Trace *trace = g_hash_table_lookup (undo->by_id, id);
  CnscdKindTable *table;

  if (trace != NULL)
    return trace;

  table = kind != NULL ? cnscd_kind_table_get (undo->database, kind, error) : NULL;
  if (table == NULL)
    {
      if (kind == NULL)
        g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FAILED,
                     _ ("The change concerns “%s”, which this program does not know. Update it."),
                     kind_name != NULL ? kind_name : "");
      return NULL;
    }

  trace = g_new0 (Trace, 1);
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
          g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_DAMAGED,
                       _ ("The journal holds a value that cannot be read (%s, %s). Restore a "
                          "backup."),
                       kind->name, field->name);
          return FALSE;
        }
      *set |= bit;
    }

  return step == CNSCD_STEP_DONE;
}

static gboolean
trace_row (Undo *undo, CnscdStatement *row, GError **error)
{
  Trace *trace =
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
trace_action (Undo *undo, GError **error)
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
 * anyway, which has a row of its own.
 */
static gboolean
trace_later_edits (Undo *undo, GError **error)
{
  g_autoptr (CnscdStatement) row = cnscd_statement_take (
    undo->database,
    "SELECT o.id, o.seq, j.key FROM outbox o LEFT JOIN json_each (o.fields) j"
    " WHERE o.seq > (SELECT min (seq) FROM outbox WHERE action = ?1) AND o.action IS NOT ?1"
    " AND (o.action IS NULL OR (o.action NOT IN (SELECT id FROM action WHERE undone_by IS NOT NULL)"
    "  AND o.action NOT IN (SELECT undone_by FROM action WHERE undone_by IS NOT NULL)))",
    error);
  CnscdStep step;

  if (row == NULL)
    return FALSE;

  cnscd_statement_bind_int (row, 1, undo->action);
  while ((step = cnscd_statement_step (row, error)) == CNSCD_STEP_ROW)
    {
      Trace *trace = g_hash_table_lookup (undo->by_id, cnscd_statement_text (row, 0));
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

static gboolean
is_alive (Undo *undo,
          CnscdKindTable *table,
          guint i,
          gconstpointer record,
          gboolean *alive,
          GError **error)
{
  const CnscdField *field = &table->kind->fields[i];
  CnscdKindTable *target;

  *alive = TRUE;
  if (table->targets[i] == NULL || cnscd_field_is_unknown (field, record))
    return TRUE;

  target = cnscd_kind_table_get (undo->database, table->targets[i], error);
  return target != NULL &&
         cnscd_kind_table_is_alive (undo->database, target,
                                    G_STRUCT_MEMBER (char *, record, field->offset), alive, error);
}

/* The stored record with the fields set back that nobody has changed since. */
static gpointer
make_earlier (Undo *undo, Trace *trace, gconstpointer stored, GError **error)
{
  const CnscdKind *kind = trace->table->kind;
  gpointer earlier = cnscd_record_copy (stored);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CnscdField *field = &kind->fields[i];
      guint64 bit = G_GUINT64_CONSTANT (1) << i;
      g_autofree char *text = NULL;
      gboolean alive = TRUE;

      if ((trace->touched & bit) == 0)
        continue;

      /* A pull leaves no row in the journal, so the value itself is asked too. */
      if ((trace->later & bit) != 0 || !cnscd_field_equal (field, stored, trace->written))
        {
          trace->kept = TRUE;
          continue;
        }

      if (!is_alive (undo, trace->table, i, trace->before, &alive, error))
        {
          cnscd_record_unref (earlier);
          return NULL;
        }
      if (!alive)
        {
          trace->kept = TRUE;
          continue;
        }

      text = cnscd_field_dup_text (field, trace->before);
      cnscd_field_set_text (field, earlier, text);
    }

  return earlier;
}

static gboolean
can_come_back (Undo *undo, Trace *trace, gconstpointer record, gboolean *can, GError **error)
{
  *can = TRUE;
  for (guint i = 0; *can && i < trace->table->kind->n_fields; i++)
    {
      if (!is_alive (undo, trace->table, i, record, can, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
set_back_stored (Undo *undo, Trace *trace, const CnscdStoredRow *stored, GError **error)
{
  gpointer earlier = make_earlier (undo, trace, stored->record, error);
  gboolean differs;
  gboolean done = earlier != NULL;

  if (!done)
    return FALSE;

  differs = !cnscd_record_equal (stored->record, earlier);
  if (stored->deleted)
    {
      gboolean come_back = trace->deleted && !trace->was_deleted && !trace->edited;

      if (come_back)
        done = can_come_back (undo, trace, earlier, &come_back, error);
      trace->kept |= !come_back;
      differs = come_back;
    }

  if (done && differs)
    {
      done = cnscd_record_store_put (undo->database, earlier, error);
      undo->n_undone++;
    }
  cnscd_record_unref (earlier);

  return done;
}

static gboolean
set_back (Undo *undo, Trace *trace, GError **error)
{
  CnscdStoredRow stored;
  gboolean done;

  if (!cnscd_kind_table_load (undo->database, trace->table, trace->id, &stored, error))
    return FALSE;
  if (stored.record == NULL)
    return TRUE;

  done = set_back_stored (undo, trace, &stored, error);
  cnscd_record_unref (stored.record);
  return done;
}

/* Whoever mended a person's number after an import wants the person in a team, not only in the
 * file. */
static gboolean
belongs_to_edited_person (Undo *undo, const Trace *trace, const CnscdStoredRow *stored)
{
  const CnscdMembership *membership = stored->record;
  const Trace *person;

  if (trace->table->kind != &CNSCD_KIND_MEMBERSHIP)
    return FALSE;

  person = g_hash_table_lookup (undo->by_id, membership->person);
  return person != NULL && person->created && person->edited;
}

static gboolean
take_away_stored (Undo *undo, Trace *trace, const CnscdStoredRow *stored, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (stored->deleted)
    return TRUE;

  if (trace->edited || belongs_to_edited_person (undo, trace, stored))
    {
      trace->kept = TRUE;
      return TRUE;
    }

  if (cnscd_record_store_delete (undo->database, trace->table->kind, trace->id, &problem))
    {
      const CnscdRecord *record = stored->record;

      undo->took_of_unit |= g_strcmp0 (record->unit, undo->unit) == 0;
      undo->n_undone++;
      return TRUE;
    }

  /* Somebody refers to it since: it stays. */
  if (g_error_matches (problem, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID))
    {
      trace->kept = TRUE;
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
take_away (Undo *undo, Trace *trace, GError **error)
{
  CnscdStoredRow stored;
  gboolean done;

  if (!cnscd_kind_table_load (undo->database, trace->table, trace->id, &stored, error))
    return FALSE;
  if (stored.record == NULL)
    return TRUE;

  done = take_away_stored (undo, trace, &stored, error);
  cnscd_record_unref (stored.record);
  return done;
}

static int
compare_last_seqs (gconstpointer a, gconstpointer b)
{
  const Trace *one = *(const Trace *const *) a;
  const Trace *other = *(const Trace *const *) b;

  return (one->last_seq > other->last_seq) - (one->last_seq < other->last_seq);
}

/* Each trace is passed twice. */
static void
pass (Undo *undo)
{
  if (undo->progress != NULL && undo->n_passed % PROGRESS_STEP == 0)
    undo->progress (undo->n_passed, 2 * undo->traces->len, undo->progress_data);
  undo->n_passed++;
}

/* First what was changed or deleted, so that what was made is not referred to; parents of what
 * comes back were deleted after their children, so backwards they come first. */
static gboolean
apply (Undo *undo, GError **error)
{
  g_autoptr (GPtrArray) by_last = g_ptr_array_copy (undo->traces, NULL, NULL);

  g_ptr_array_set_free_func (by_last, NULL);
  g_ptr_array_sort (by_last, compare_last_seqs);
  for (guint i = by_last->len; i > 0; i--)
    {
      Trace *trace = g_ptr_array_index (by_last, i - 1);

      pass (undo);
      if (!trace->created && !set_back (undo, trace, error))
        return FALSE;
    }

  for (guint i = undo->traces->len; i > 0; i--)
    {
      Trace *trace = g_ptr_array_index (undo->traces, i - 1);

      pass (undo);
      if ((trace->created || (trace->was_deleted && !trace->deleted)) &&
          !take_away (undo, trace, error))
        return FALSE;
    }

  for (guint i = 0; i < undo->traces->len; i++)
    undo->n_kept += ((Trace *) g_ptr_array_index (undo->traces, i))->kept;
  return TRUE;
}

static char *
dup_label (CnscdDatabase *database, gint64 id, GError **error)
{
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (
    database, "SELECT label, undone_by IS NOT NULL FROM action WHERE id = ?1", error);
  CnscdStep step;

  if (statement == NULL)
    return NULL;

  cnscd_statement_bind_int (statement, 1, id);
  step = cnscd_statement_step (statement, error);
  if (step == CNSCD_STEP_ROW && cnscd_statement_int (statement, 1) == 0)
    return g_strdup (cnscd_statement_text (statement, 0));

  if (step == CNSCD_STEP_ROW)
    g_set_error_literal (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID,
                         _ ("This was undone already."));
  else if (step == CNSCD_STEP_DONE)
    g_set_error_literal (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND,
                         _ ("There is nothing to undo."));
  return NULL;
}

static gboolean
mark_undone (CnscdDatabase *database, gint64 id, GError **error)
{
  g_autoptr (CnscdStatement) statement =
    cnscd_statement_take (database, "UPDATE action SET undone_by = ?2 WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_int (statement, 1, id);
  cnscd_statement_bind_int (statement, 2, database->action);
  return cnscd_statement_run (statement, error);
}

static gboolean
load_unit (Undo *undo, GError **error)
{
  g_autoptr (GError) problem = NULL;

  undo->unit = cnscd_database_get_setting (undo->database, "unit", &problem);
  if (problem == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
has_record (CnscdDatabase *database, const char *unit, gboolean *has, GError **error)
{
  *has = FALSE;
  for (guint i = 0; !*has && CNSCD_KINDS[i] != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf (
        "SELECT 1 FROM \"%s\" WHERE unit = ?1 AND deleted = 0 LIMIT 1", CNSCD_KINDS[i]->name);
      g_autoptr (CnscdStatement) statement = cnscd_statement_take (database, sql, error);
      CnscdStep step;

      if (statement == NULL)
        return FALSE;
      cnscd_statement_bind_text (statement, 1, unit);
      step = cnscd_statement_step (statement, error);
      if (step == CNSCD_STEP_ERROR)
        return FALSE;
      *has = step == CNSCD_STEP_ROW;
    }

  return TRUE;
}

/* An import of a wrong file has made this office one of a commune that nothing is left of. */
static gboolean
forget_unit (Undo *undo, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *chosen = NULL;
  gboolean has;

  if (!undo->took_of_unit)
    return TRUE;

  chosen = cnscd_database_get_setting (undo->database, CNSCD_SETTING_UNIT_CHOSEN, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (chosen != NULL)
    return TRUE;

  return has_record (undo->database, undo->unit, &has, error) &&
         (has || cnscd_database_set_setting (undo->database, "unit", NULL, error));
}

static gboolean
run (Undo *undo, GError **error)
{
  g_autofree char *label = dup_label (undo->database, undo->action, error);
  gboolean done;

  if (label == NULL || !cnscd_action_begin (undo->database, "undo", label, error))
    return FALSE;

  done = load_unit (undo, error) && trace_action (undo, error) && trace_later_edits (undo, error) &&
         apply (undo, error) && forget_unit (undo, error) &&
         mark_undone (undo->database, undo->action, error);
  cnscd_action_end (undo->database);
  return done;
}

/**
 * cnscd_action_undo_with_progress:
 * @database: a connection that is in no action
 * @id: the action
 * @progress: (nullable) (scope call): told now and then how far it is
 * @progress_data: for @progress
 * @n_undone: (out) (optional): how many records were set back
 * @n_kept: (out) (optional): how many records keep something of the action
 * @error: return location for a #CnscdStoreError
 *
 * Undoes an action as a whole, as new changes in one transaction. What was
 * done afterwards is never lost: a field that was changed since keeps its
 * later value; a record that the action made stays when it was edited since,
 * or when another that stays refers to it; with an edited person stays the
 * membership. The commune of this office is forgotten with its last record;
 * other settings are not undone.
 *
 * Returns: whether it was undone; %CNSCD_STORE_ERROR_INVALID when it was
 *   already
 */
gboolean
cnscd_action_undo_with_progress (CnscdDatabase *database,
                                 gint64 id,
                                 CnscdActionProgress progress,
                                 gpointer progress_data,
                                 guint *n_undone,
                                 guint *n_kept,
                                 GError **error)
{
  g_autoptr (GPtrArray) traces = g_ptr_array_new_with_free_func (free_trace);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  Undo undo = {
    .database = database,
    .action = id,
    .traces = traces,
    .by_id = by_id,
    .progress = progress,
    .progress_data = progress_data,
  };
  gboolean done;

  g_return_val_if_fail (database != NULL, FALSE);

  if (!cnscd_database_begin (database, error))
    return FALSE;
  done = run (&undo, error);
  g_free (undo.unit);
  if (!done)
    {
      cnscd_database_rollback (database);
      return FALSE;
    }
  if (!cnscd_database_commit (database, error))
    return FALSE;

  if (n_undone != NULL)
    *n_undone = undo.n_undone;
  if (n_kept != NULL)
    *n_kept = undo.n_kept;
  return TRUE;
}

/**
 * cnscd_action_undo_full:
 * @database: a connection that is in no action
 * @id: the action
 * @n_undone: (out) (optional): how many records were set back
 * @n_kept: (out) (optional): how many records keep something of the action
 * @error: return location for a #CnscdStoreError
 *
 * As cnscd_action_undo_with_progress(), for who does not show progress.
 *
 * Returns: whether it was undone
 */
gboolean
cnscd_action_undo_full (CnscdDatabase *database,
                        gint64 id,
                        guint *n_undone,
                        guint *n_kept,
                        GError **error)
{
  return cnscd_action_undo_with_progress (database, id, NULL, NULL, n_undone, n_kept, error);
}

/**
 * cnscd_action_undo:
 * @database: a connection that is in no action
 * @id: the action
 * @n_undone: (out) (optional): how many records were set back
 * @error: return location for a #CnscdStoreError
 *
 * As cnscd_action_undo_full(), for who does not tell what was kept.
 *
 * Returns: whether it was undone
 */
gboolean
cnscd_action_undo (CnscdDatabase *database, gint64 id, guint *n_undone, GError **error)
{
  return cnscd_action_undo_full (database, id, n_undone, NULL, error);
}
