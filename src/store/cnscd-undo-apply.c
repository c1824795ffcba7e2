/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-record-rules.h"
#include "cnscd-record-store.h"
#include "cnscd-undo-private.h"

/* Records between two calls of the progress callback. */
#define PROGRESS_STEP 128

static gboolean
is_alive (CnscdUndo *undo,
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
make_earlier (CnscdUndo *undo, CnscdUndoTrace *trace, gconstpointer stored, GError **error)
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
can_come_back (CnscdUndo *undo,
               CnscdUndoTrace *trace,
               gconstpointer record,
               gboolean *can,
               GError **error)
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
set_back (CnscdUndo *undo, CnscdUndoTrace *trace, const CnscdStoredRow *stored, GError **error)
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

/* Whoever mended a person's number after an import wants the person in a team, not only in the
 * file. */
static gboolean
belongs_to_edited_person (CnscdUndo *undo,
                          const CnscdUndoTrace *trace,
                          const CnscdStoredRow *stored)
{
  const CnscdMembership *membership = stored->record;
  const CnscdUndoTrace *person;

  if (trace->table->kind != &CNSCD_KIND_MEMBERSHIP)
    return FALSE;

  person = g_hash_table_lookup (undo->by_id, membership->person);
  return person != NULL && person->created && person->edited;
}

static gboolean
take_away (CnscdUndo *undo, CnscdUndoTrace *trace, const CnscdStoredRow *stored, GError **error)
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

      undo->took_team |=
        record->kind == &CNSCD_KIND_TEAM && g_strcmp0 (record->unit, undo->unit) == 0;
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

typedef gboolean (*ChangeFunc) (CnscdUndo *undo,
                                CnscdUndoTrace *trace,
                                const CnscdStoredRow *stored,
                                GError **error);

static gboolean
change (CnscdUndo *undo, CnscdUndoTrace *trace, ChangeFunc func, GError **error)
{
  CnscdStoredRow stored;
  gboolean done;

  if (!cnscd_kind_table_load (undo->database, trace->table, trace->id, &stored, error))
    return FALSE;
  if (stored.record == NULL)
    return TRUE;

  done = func (undo, trace, &stored, error);
  cnscd_record_unref (stored.record);
  return done;
}

static int
compare_last_seqs (gconstpointer a, gconstpointer b)
{
  const CnscdUndoTrace *one = *(const CnscdUndoTrace *const *) a;
  const CnscdUndoTrace *other = *(const CnscdUndoTrace *const *) b;

  return (one->last_seq > other->last_seq) - (one->last_seq < other->last_seq);
}

/* Each trace is passed twice. */
static void
pass (CnscdUndo *undo)
{
  if (undo->progress != NULL && undo->n_passed % PROGRESS_STEP == 0)
    undo->progress (undo->n_passed, 2 * undo->traces->len, undo->progress_data);
  undo->n_passed++;
}

/*< private >
 * cnscd_undo_apply:
 * @undo: an undo with its traces
 * @error: return location for a #CnscdStoreError
 *
 * Sets the records back, first what was changed or deleted, so that what was
 * made is not referred to; parents of what comes back were deleted after their
 * children, so backwards they come first.
 *
 * Returns: whether it was done
 */
gboolean
cnscd_undo_apply (CnscdUndo *undo, GError **error)
{
  g_autoptr (GPtrArray) by_last = g_ptr_array_copy (undo->traces, NULL, NULL);

  g_ptr_array_set_free_func (by_last, NULL);
  g_ptr_array_sort (by_last, compare_last_seqs);
  for (guint i = by_last->len; i > 0; i--)
    {
      CnscdUndoTrace *trace = g_ptr_array_index (by_last, i - 1);

      pass (undo);
      if (!trace->created && !change (undo, trace, set_back, error))
        return FALSE;
    }

  for (guint i = undo->traces->len; i > 0; i--)
    {
      CnscdUndoTrace *trace = g_ptr_array_index (undo->traces, i - 1);

      pass (undo);
      if ((trace->created || (trace->was_deleted && !trace->deleted)) &&
          !change (undo, trace, take_away, error))
        return FALSE;
    }

  for (guint i = 0; i < undo->traces->len; i++)
    undo->n_kept += ((CnscdUndoTrace *) g_ptr_array_index (undo->traces, i))->kept;
  return TRUE;
}
