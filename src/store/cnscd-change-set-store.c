/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-change-set-store.h"

#include "core/cnscd-records.h"
#include "cnscd-action.h"
#include "cnscd-conflict.h"
#include "cnscd-record-store.h"

static gboolean
edit (CnscdDatabase *database,
      const CnscdRecordChange *change,
      CnscdConflicts conflicts,
      GPtrArray *contested,
      GError **error)
{
  const CnscdRecord *head = change->before;
  gpointer stored = cnscd_record_store_get (database, head->kind, head->id, error);
  gpointer merged;
  gboolean done;

  if (stored == NULL)
    return FALSE;

  /* All of it is found before anybody is asked, and nothing of it is kept. */
  if (conflicts == CNSCD_CONFLICTS_REFUSE &&
      !cnscd_conflict_list (database, stored, change, contested))
    {
      cnscd_record_unref (stored);
      return TRUE;
    }
  merged = conflicts == CNSCD_CONFLICTS_YIELD
             ? cnscd_conflict_yield (stored, change)
             : cnscd_record_merge (stored, change->before, change->after);
  done = cnscd_record_store_put (database, merged, error);
  cnscd_record_unref (merged);
  cnscd_record_unref (stored);
  return done;
}

static gboolean
apply_change (CnscdDatabase *database,
              const CnscdRecordChange *change,
              CnscdConflicts conflicts,
              GPtrArray *contested,
              GError **error)
{
  const CnscdRecord *head;

  if (change->before == NULL)
    return cnscd_record_store_put (database, change->after, error);
  if (change->after != NULL)
    return edit (database, change, conflicts, contested, error);

  head = change->before;
  return cnscd_record_store_delete (database, head->kind, head->id, error);
}

static gboolean
apply_all (CnscdDatabase *database, const CnscdChangeSet *set, gint64 *action, GError **error)
{
  g_autoptr (GPtrArray) contested = g_ptr_array_new_with_free_func (g_free);

  if (!cnscd_action_begin (database, "edit", cnscd_change_set_get_label (set), error))
    return FALSE;

  *action = cnscd_action_get_current (database);
  for (guint i = 0; i < cnscd_change_set_get_n_changes (set); i++)
    {
      if (!apply_change (database, cnscd_change_set_get_change (set, i),
                         cnscd_change_set_get_conflicts (set), contested, error))
        {
          cnscd_action_end (database);
          return FALSE;
        }
    }

  cnscd_action_end (database);
  if (contested->len == 0)
    return TRUE;

  cnscd_conflict_refuse (contested, error);
  return FALSE;
}

/**
 * cnscd_change_set_apply:
 * @database: a connection that is in no action
 * @set: what to change
 * @action: (out): what undoes it, for cnscd_action_undo(); 0 when @set is empty
 * @error: return location for a #CnscdStoreError
 *
 * Applies a set of changes as one action in one transaction: all of it, or
 * nothing with @error set. A record that somebody else changed meanwhile
 * keeps what they changed, but for the fields that @set changes; of those
 * that both changed the set says what becomes of them. One that somebody
 * deleted refuses the set.
 *
 * Returns: whether it was applied, durably
 */
gboolean
cnscd_change_set_apply (CnscdDatabase *database,
                        const CnscdChangeSet *set,
                        gint64 *action,
                        GError **error)
{
  gint64 id = 0;

  g_return_val_if_fail (database != NULL && set != NULL && action != NULL, FALSE);

  *action = 0;
  if (cnscd_change_set_get_n_changes (set) == 0)
    return TRUE;

  if (!cnscd_database_begin (database, error))
    return FALSE;
  if (!apply_all (database, set, &id, error))
    {
      cnscd_database_rollback (database);
      return FALSE;
    }
  if (!cnscd_database_commit (database, error))
    return FALSE;

  *action = id;
  return TRUE;
}
