/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-team-edit.h"

/**
 * cnscd_team_find_going_on:
 * @memberships: (element-type CnscdMembership): of a team
 * @day: a day
 *
 * Returns: (transfer full) (element-type CnscdMembership): those that have not ended before @day,
 *   in the order of @memberships
 */
GPtrArray *
cnscd_team_find_going_on (GPtrArray *memberships, CnscdDate day)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (cnscd_record_unref);

  g_return_val_if_fail (memberships != NULL && cnscd_date_is_full (day), found);

  for (guint i = 0; i < memberships->len; i++)
    {
      CnscdMembership *membership = memberships->pdata[i];

      if (!cnscd_date_is_over (membership->valid_to, day))
        g_ptr_array_add (found, cnscd_record_ref (membership));
    }

  return found;
}

/**
 * cnscd_team_shift_member:
 * @set: gets the changes
 * @memberships: (element-type CnscdMembership): of one team, in the order of its roster
 * @membership: id of one of them
 * @step: -1 for up, 1 for down
 *
 * Moves somebody one place among those of the same role. Rosters list leaders
 * before deputies before members, so that nobody leaves their own kind; within
 * it, everyone gets a number, from 1 on.
 *
 * Returns: whether there was a place to move to
 */
gboolean
cnscd_team_shift_member (CnscdChangeSet *set,
                         GPtrArray *memberships,
                         const char *membership,
                         int step)
{
  g_autoptr (GPtrArray) equals = g_ptr_array_new ();
  guint from = 0, to;
  int role = -1;

  g_return_val_if_fail (set != NULL && memberships != NULL && membership != NULL, FALSE);
  g_return_val_if_fail (step == -1 || step == 1, FALSE);

  for (guint i = 0; i < memberships->len; i++)
    {
      const CnscdMembership *each = memberships->pdata[i];

      if (g_strcmp0 (each->record.id, membership) == 0)
        role = each->role;
    }
  for (guint i = 0; i < memberships->len; i++)
    {
      CnscdMembership *each = memberships->pdata[i];

      if (each->role != role)
        continue;
      if (g_strcmp0 (each->record.id, membership) == 0)
        from = equals->len;
      g_ptr_array_add (equals, each);
    }

  if (role < 0 || (step < 0 && from == 0) || (step > 0 && from + 1 >= equals->len))
    return FALSE;

  to = step < 0 ? from - 1 : from + 1;
  g_ptr_array_insert (equals, (int) to, g_ptr_array_steal_index (equals, from));
  for (guint i = 0; i < equals->len; i++)
    {
      CnscdMembership *each = equals->pdata[i];
      g_autoptr (CnscdMembership) numbered = cnscd_record_copy (each);

      numbered->ordinal = i + 1;
      cnscd_change_set_edit (set, each, numbered);
    }
  return TRUE;
}
