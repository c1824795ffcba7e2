/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-private.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-roster-edit.h"

/* Whoever moves is in the new team from the day of the file's decision on, or from today. */
static CnscdDate
get_first_day (Importer *importer, const MoveState *move)
{
  UnitState *unit = g_hash_table_lookup (importer->units, move->person->record->record.unit);

  return unit->decision != NULL && cnscd_date_is_full (unit->decision->date) ? unit->decision->date
                                                                             : importer->today;
}

/* The place that the person leaves for the row's team: the only one stored, where the file does not
 * have them, and where they are for a day at least. Which of two is left nobody has said. */
static MembershipState *
find_left (Importer *importer, const MoveState *move)
{
  const GPtrArray *list = move->person->memberships;
  CnscdDate from = get_first_day (importer, move);
  MembershipState *found = NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      MembershipState *membership = list->pdata[i];

      if (membership->is_new)
        continue;
      if (found != NULL || membership->team == move->team || membership->claimed)
        return NULL;
      found = membership;
    }
  if (found == NULL || found->left)
    return found;
  /* who is to leave before that anyhow does not stay longer for it */
  return cnscd_membership_can_end (found->record, from) &&
             (!cnscd_date_is_known (found->record->valid_to) ||
              cnscd_date_compare (found->record->valid_to, from) >= 0)
           ? found
           : NULL;
}

/* The old place, as cnscd_roster_move_member() leaves it. */
static gboolean
end_place (Importer *importer, MembershipState *left, const MoveState *move, GError **error)
{
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("");
  CnscdMembership *ended;

  cnscd_roster_end_membership (set, left->record, get_first_day (importer, move), NULL,
                               move->there->record->decision);
  ended = cnscd_record_ref (cnscd_change_set_get_change (set, 0)->after);
  cnscd_record_unref (left->record);
  left->record = ended;
  left->left = TRUE;
  return cnscd_importer_put (importer, ended, error);
}

/* The new place: of what the file does not say, that of the old one, but for the role. */
static gboolean
begin_place (Importer *importer, const MembershipState *left, const MoveState *move, GError **error)
{
  CnscdMembership *begun = cnscd_record_copy (move->there->record);

  begun->valid_from = get_first_day (importer, move);
  if (begun->body == NULL)
    cnscd_record_set (begun, body, left->record->body);
  if (begun->position == NULL)
    cnscd_record_set (begun, position, left->record->position);
  cnscd_record_unref (move->there->record);
  move->there->record = begun;
  return cnscd_importer_put (importer, begun, error);
}

/* Somebody known, of whom the team changes: nobody new. */
static void
count_as_known (Importer *importer, const CnscdImportMove *move)
{
  CnscdImportPlan *plan = importer->plan;

  for (guint i = 0; i < plan->items->len; i++)
    {
      CnscdImportItem *item = plan->items->pdata[i];

      if (item->entry != move->entry || item->fate != CNSCD_IMPORT_CREATE)
        continue;

      item->fate = CNSCD_IMPORT_UPDATE;
      plan->members.created--;
      plan->members.updated++;
      if (item->changes == NULL)
        item->changes = cnscd_import_changes_new ();
      cnscd_import_changes_add (item->changes, CNSCD_COLUMN_TEAM, move->from, move->to);
      return;
    }
}

static void
report (Importer *importer, const MembershipState *left, const MoveState *move)
{
  const CnscdRosterEntry *entry = move->entry;
  CnscdImportMove *told = g_new0 (CnscdImportMove, 1);
  g_autofree char *day = NULL;

  told->entry = entry;
  told->from = g_strdup (left->team->record->name);
  told->to = g_strdup (move->team->record->name);
  told->last_day = left->record->valid_to;
  g_ptr_array_add (importer->plan->moves, told);
  count_as_known (importer, told);

  day = cnscd_date_format (told->last_day);
  cnscd_findings_add (importer->plan->findings, CNSCD_FINDING_INFO, "person-moved", entry->sheet,
                      entry->row, entry->column,
                      /* Translators: a name, two names of teams, a day */
                      _ ("%s moves from %s to %s; the last day in the old team is %s."),
                      move->person->record->full_name, told->from, told->to, day);
}

static gboolean
settle (Importer *importer, GHashTable *moved, const MoveState *move, GError **error)
{
  MembershipState *left = find_left (importer, move);

  if (left == NULL)
    return TRUE;
  if ((!left->left && !end_place (importer, left, move, error)) ||
      !begin_place (importer, left, move, error))
    return FALSE;
  g_hash_table_insert (moved, (gpointer) move->entry, move->person);
  report (importer, left, move);
  return TRUE;
}

/**
 * cnscd_importer_note_move:
 * @importer: an importer
 * @move: a move that is wanted, or may be
 */
void
cnscd_importer_note_move (Importer *importer, const MoveState *move)
{
  g_array_append_vals (importer->moves, move, 1);
}

/**
 * cnscd_importer_settle_moves:
 * @importer: an importer, after all rows
 * @error: return location for an error
 *
 * Moves those who are to move, by the rule of cnscd_roster_move_member(), and tells in each pair
 * whether its person can have moved: only after all rows it is known whom the file has in the old
 * team as well.
 *
 * Returns: whether nothing failed
 */
gboolean
cnscd_importer_settle_moves (Importer *importer, GError **error)
{
  g_autoptr (GHashTable) moved = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < importer->moves->len; i++)
    {
      const MoveState *move = &g_array_index (importer->moves, MoveState, i);

      if (move->pair != NULL && find_left (importer, move) != NULL)
        move->pair->last_day = cnscd_date_add_days (get_first_day (importer, move), -1);
    }
  for (guint i = 0; i < importer->moves->len; i++)
    {
      const MoveState *move = &g_array_index (importer->moves, MoveState, i);

      if (move->there != NULL && !settle (importer, moved, move, error))
        return FALSE;
    }
  for (guint i = 0; i < importer->moves->len; i++)
    {
      const MoveState *move = &g_array_index (importer->moves, MoveState, i);

      if (move->pair != NULL && g_hash_table_lookup (moved, move->entry) == move->person)
        move->pair->choice = CNSCD_IMPORT_MOVED_HERE;
    }
  return TRUE;
}
