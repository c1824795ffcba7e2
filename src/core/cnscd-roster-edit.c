/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-roster-edit.h"

/**
 * cnscd_membership_can_end:
 * @membership: a membership
 * @from: the first day on which the person is no longer in the team
 *
 * Returns: whether the person has been in the team for a day by then, as far as is known
 */
gboolean
cnscd_membership_can_end (const CnscdMembership *membership, CnscdDate from)
{
  g_return_val_if_fail (membership != NULL && cnscd_date_is_full (from), FALSE);

  return !cnscd_date_is_known (membership->valid_from) ||
         cnscd_date_compare (cnscd_date_add_days (from, -1), membership->valid_from) >= 0;
}

/**
 * cnscd_roster_end_membership:
 * @set: gets the changes
 * @membership: a membership
 * @from: the first day on which the person is no longer in the team
 * @reason: (nullable): why, in words
 * @decision: (nullable): id of the decision that says so
 *
 * Ends a membership; it stays in the person's and the team's history. One
 * that would not have a day (cnscd_membership_can_end()) never was, and is
 * deleted.
 */
void
cnscd_roster_end_membership (CnscdChangeSet *set,
                             CnscdMembership *membership,
                             CnscdDate from,
                             const char *reason,
                             const char *decision)
{
  g_autoptr (CnscdMembership) ended = NULL;

  g_return_if_fail (set != NULL && membership != NULL && cnscd_date_is_full (from));

  if (!cnscd_membership_can_end (membership, from))
    {
      cnscd_change_set_delete (set, membership);
      return;
    }

  ended = cnscd_record_copy (membership);
  ended->valid_to = cnscd_date_add_days (from, -1);
  cnscd_record_set (ended, end_reason, reason);
  cnscd_record_set (ended, end_decision, decision);
  cnscd_change_set_edit (set, membership, ended);
}

/**
 * cnscd_roster_move_member:
 * @set: gets the changes
 * @membership: in the team that the person leaves
 * @to: the other team, of the same commune
 * @from: the first day there
 * @reason: (nullable): why, in words
 * @decision: (nullable): id of the decision that says so
 *
 * Moves a person to another team, with the same body and position. Who leads
 * one team does not lead the other by that. Who moves on the first day was
 * never in the first team.
 */
void
cnscd_roster_move_member (CnscdChangeSet *set,
                          CnscdMembership *membership,
                          const CnscdTeam *to,
                          CnscdDate from,
                          const char *reason,
                          const char *decision)
{
  g_autoptr (CnscdMembership) there = NULL;

  g_return_if_fail (set != NULL && membership != NULL && to != NULL);

  cnscd_roster_end_membership (set, membership, from, reason, decision);

  there = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, membership->record.unit);
  cnscd_record_set (there, team, to->record.id);
  cnscd_record_set (there, person, membership->person);
  there->role = CNSCD_ROLE_MEMBER;
  cnscd_record_set (there, body, membership->body);
  cnscd_record_set (there, position, membership->position);
  there->valid_from = from;
  cnscd_record_set (there, decision, decision);
  cnscd_change_set_add (set, there);
}

/**
 * cnscd_roster_find_left:
 * @coming: a membership
 * @memberships: (element-type CnscdMembership): all of the same person
 *
 * Looks for the other end of a move, as cnscd_roster_move_member() makes it:
 * what ends on the day before, by the same decision. Of two that do, none is
 * taken, for which of them was meant is not known.
 *
 * Returns: (nullable) (transfer none): the membership that the person leaves for @coming
 */
CnscdMembership *
cnscd_roster_find_left (const CnscdMembership *coming, GPtrArray *memberships)
{
  CnscdMembership *found = NULL;
  CnscdDate last;

  g_return_val_if_fail (coming != NULL && memberships != NULL, NULL);

  if (!cnscd_date_is_full (coming->valid_from))
    return NULL;

  last = cnscd_date_add_days (coming->valid_from, -1);
  for (guint i = 0; i < memberships->len; i++)
    {
      CnscdMembership *membership = memberships->pdata[i];

      if (g_strcmp0 (membership->team, coming->team) == 0 ||
          g_strcmp0 (membership->person, coming->person) != 0 ||
          !cnscd_date_equal (membership->valid_to, last) ||
          g_strcmp0 (membership->end_decision, coming->decision) != 0)
        continue;
      if (found != NULL)
        return NULL;
      found = membership;
    }

  return found;
}

/**
 * cnscd_roster_withdraw_membership:
 * @set: gets the changes
 * @coming: a membership
 * @memberships: (element-type CnscdMembership): all of the same person
 * @today: today in Vietnam
 *
 * Withdraws a membership that has not begun: it was only planned, so that it is
 * no part of the history. Who was to move for it stays where they are, as long as
 * they were to be in the other team.
 *
 * Returns: whether it has not begun
 */
gboolean
cnscd_roster_withdraw_membership (CnscdChangeSet *set,
                                  CnscdMembership *coming,
                                  GPtrArray *memberships,
                                  CnscdDate today)
{
  CnscdMembership *left;

  g_return_val_if_fail (set != NULL && coming != NULL && memberships != NULL, FALSE);

  if (!cnscd_date_is_to_come (coming->valid_from, today))
    return FALSE;

  cnscd_change_set_delete (set, coming);
  left = cnscd_roster_find_left (coming, memberships);
  if (left != NULL)
    {
      g_autoptr (CnscdMembership) stays = cnscd_record_copy (left);

      stays->valid_to = coming->valid_to;
      cnscd_record_set (stays, end_reason, coming->end_reason);
      cnscd_record_set (stays, end_decision, coming->end_decision);
      cnscd_change_set_edit (set, left, stays);
    }
  return TRUE;
}

/**
 * cnscd_roster_find_coming:
 * @memberships: (element-type CnscdMembership): of a team
 * @from: the first day on which there is no such team
 *
 * Returns: (transfer full) (element-type CnscdMembership): those that were to begin then or later
 */
GPtrArray *
cnscd_roster_find_coming (GPtrArray *memberships, CnscdDate from)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (cnscd_record_unref);
  CnscdDate last;

  g_return_val_if_fail (memberships != NULL && cnscd_date_is_full (from), found);

  last = cnscd_date_add_days (from, -1);
  for (guint i = 0; i < memberships->len; i++)
    if (cnscd_date_is_to_come (((CnscdMembership *) memberships->pdata[i])->valid_from, last))
      g_ptr_array_add (found, cnscd_record_ref (memberships->pdata[i]));
  return found;
}

/**
 * cnscd_roster_dissolve_team:
 * @set: gets the changes
 * @team: a team
 * @memberships: (element-type CnscdMembership): those that go on, also what is still to begin
 * @elsewhere: (element-type CnscdMembership): in other teams, where somebody may stay who was to
 *   move to this one; see cnscd_unit_records_list_elsewhere()
 * @from: the first day on which there is no such team
 * @decision: (nullable): id of the decision that says so
 *
 * Dissolves a team (giải thể): it and its memberships end; those that were
 * only planned never begin, and are withdrawn.
 */
void
cnscd_roster_dissolve_team (CnscdChangeSet *set,
                            CnscdTeam *team,
                            GPtrArray *memberships,
                            GPtrArray *elsewhere,
                            CnscdDate from,
                            const char *decision)
{
  CnscdDate last = cnscd_date_add_days (from, -1);
  g_autoptr (CnscdTeam) ended = NULL;

  g_return_if_fail (set != NULL && team != NULL && memberships != NULL && elsewhere != NULL);
  g_return_if_fail (cnscd_date_is_full (from));

  for (guint i = 0; i < memberships->len; i++)
    {
      CnscdMembership *membership = memberships->pdata[i];

      /* Who was to leave later anyhow had a reason. */
      if (!cnscd_roster_withdraw_membership (set, membership, elsewhere, last))
        cnscd_roster_end_membership (set, membership, from, membership->end_reason, decision);
    }

  ended = cnscd_record_copy (team);
  ended->valid_to = last;
  cnscd_record_set (ended, end_decision, decision);
  cnscd_change_set_edit (set, team, ended);
}

/**
 * cnscd_roster_delete_person:
 * @set: gets the changes
 * @person: a person
 * @memberships: (element-type CnscdMembership): all of them
 *
 * Deletes somebody who should never have been there, with every membership.
 * Who has left a team is not deleted: their membership ends.
 */
void
cnscd_roster_delete_person (CnscdChangeSet *set, CnscdPerson *person, GPtrArray *memberships)
{
  g_return_if_fail (set != NULL && person != NULL && memberships != NULL);

  for (guint i = 0; i < memberships->len; i++)
    cnscd_change_set_delete (set, memberships->pdata[i]);
  cnscd_change_set_delete (set, person);
}

/**
 * cnscd_team_judge:
 * @facts: of a team
 * @sizes: how large it should be
 * @today: today in Vietnam
 *
 * Returns: what may be wrong with it
 */
CnscdTeamWarnings
cnscd_team_judge (const CnscdTeamFacts *facts, const CnscdTeamSizes *sizes, CnscdDate today)
{
  CnscdTeamWarnings warnings = 0;

  g_return_val_if_fail (facts != NULL && sizes != NULL, 0);

  if (facts->n_leaders == 0)
    warnings |= CNSCD_TEAM_WARNING_NO_LEADER;
  else if (facts->n_leaders > 1)
    warnings |= CNSCD_TEAM_WARNING_TWO_LEADERS;
  if (sizes->min > 0 && facts->n_members < sizes->min)
    warnings |= CNSCD_TEAM_WARNING_TOO_SMALL;
  if (sizes->max > 0 && facts->n_members > sizes->max)
    warnings |= CNSCD_TEAM_WARNING_TOO_LARGE;
  if (facts->n_twice > 0)
    warnings |= CNSCD_TEAM_WARNING_TWICE;
  if (cnscd_date_is_over (facts->hamlet_until, today))
    warnings |= CNSCD_TEAM_WARNING_HAMLET_ENDED;

  /* Of somebody whose age nobody knows it is not said that they are old. */
  if (facts->n_members > 0 && facts->n_young == 0 && facts->n_births == facts->n_members)
    warnings |= CNSCD_TEAM_WARNING_NOBODY_YOUNG;

  return warnings;
}
