/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-roster-decision.h"

#include "cnscd-roster-edit.h"
#include "cnscd-vocabulary.h"

/**
 * cnscd_roster_new_hamlet_team:
 * @hamlet: a hamlet
 *
 * Returns: (transfer full): a team for it, without people: "Tổ CNSCĐ xóm Ba Nhất"
 */
CnscdTeam *
cnscd_roster_new_hamlet_team (const CnscdHamlet *hamlet)
{
  CnscdTeam *team;
  g_autofree char *place = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (hamlet != NULL, NULL);

  team = cnscd_record_new (&CNSCD_KIND_TEAM, hamlet->record.unit);
  place = cnscd_hamlet_full_name ((CnscdHamletKind) hamlet->kind, hamlet->name);
  name = g_strconcat ("Tổ CNSCĐ ", place, NULL);
  cnscd_record_set (team, name, name);
  cnscd_record_set (team, hamlet, hamlet->record.id);
  team->level = CNSCD_TEAM_LEVEL_HAMLET;
  return team;
}

/**
 * cnscd_roster_establish_team:
 * @set: gets the changes
 * @team: a team
 * @is_new: whether the team is not stored yet
 * @memberships: (nullable) (element-type CnscdMembership): the people that the decision names, too
 * @from: the first day on which the team exists
 * @decision: id of the decision that says so
 *
 * Has a decision establish a team (thành lập), with its first people. What has
 * a first day or a decision already keeps it.
 */
void
cnscd_roster_establish_team (CnscdChangeSet *set,
                             CnscdTeam *team,
                             gboolean is_new,
                             GPtrArray *memberships,
                             CnscdDate from,
                             const char *decision)
{
  g_autoptr (CnscdTeam) established = NULL;

  g_return_if_fail (set != NULL && team != NULL && decision != NULL);

  established = cnscd_record_copy (team);
  if (established->decision == NULL)
    cnscd_record_set (established, decision, decision);
  if (!cnscd_date_is_known (established->valid_from))
    established->valid_from = from;
  if (is_new)
    cnscd_change_set_add (set, established);
  else
    cnscd_change_set_edit (set, team, established);

  for (guint i = 0; memberships != NULL && i < memberships->len; i++)
    {
      CnscdMembership *membership = memberships->pdata[i];
      g_autoptr (CnscdMembership) named = cnscd_record_copy (membership);

      if (named->decision != NULL)
        continue;
      cnscd_record_set (named, decision, decision);
      if (!cnscd_date_is_known (named->valid_from))
        named->valid_from = from;
      cnscd_change_set_edit (set, membership, named);
    }
}

static void
change_role (CnscdChangeSet *set, const CnscdTeamSeat *seat, CnscdDate from, const char *decision)
{
  CnscdMembership *before = seat->membership;
  g_autoptr (CnscdMembership) after = NULL;

  /* One that begins that day or later has no past with the other role. */
  if (cnscd_date_is_known (before->valid_from) &&
      cnscd_date_compare (from, before->valid_from) <= 0)
    {
      after = cnscd_record_copy (before);
      after->role = (int) seat->role;
      cnscd_record_set (after, decision, decision);
      cnscd_change_set_edit (set, before, after);
      return;
    }

  cnscd_roster_end_membership (set, before, from, NULL, decision);
  after = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, before->record.unit);
  cnscd_record_set (after, team, before->team);
  cnscd_record_set (after, person, before->person);
  after->role = (int) seat->role;
  cnscd_record_set (after, body, before->body);
  cnscd_record_set (after, position, before->position);
  cnscd_record_set (after, note, before->note);
  after->valid_from = from;
  cnscd_record_set (after, decision, decision);
  cnscd_change_set_add (set, after);
}

/**
 * cnscd_roster_consolidate_team:
 * @set: gets the changes
 * @seats: (array length=n_seats): what becomes of the people in the team
 * @n_seats: how many
 * @elsewhere: (element-type CnscdMembership): in other teams, where somebody stays who was to move
 *   to this one and does not; see cnscd_unit_records_list_elsewhere()
 * @joiners: (array length=n_joiners): who comes to the team
 * @n_joiners: how many
 * @from: the first day of the team as it is then
 * @decision: id of the decision that says so
 * @today: today in Vietnam
 *
 * Consolidates a team (kiện toàn). Who leaves, leaves the day before @from; who
 * was to come only then, does not come, but stays where they are.
 * Who stays as what they were, goes on as if nothing had happened; who gets
 * another role ends and begins anew, so that the history says who was what
 * when.
 */
void
cnscd_roster_consolidate_team (CnscdChangeSet *set,
                               const CnscdTeamSeat *seats,
                               guint n_seats,
                               GPtrArray *elsewhere,
                               const CnscdTeamJoiner *joiners,
                               guint n_joiners,
                               CnscdDate from,
                               const char *decision,
                               CnscdDate today)
{
  g_return_if_fail (set != NULL && (seats != NULL || n_seats == 0));
  g_return_if_fail (elsewhere != NULL && (joiners != NULL || n_joiners == 0));
  g_return_if_fail (cnscd_date_is_full (from) && decision != NULL);

  for (guint i = 0; i < n_seats; i++)
    {
      CnscdDate begins = seats[i].membership->valid_from;

      if (!seats[i].stays && cnscd_date_is_to_come (begins, today) &&
          cnscd_date_compare (begins, from) >= 0)
        cnscd_roster_withdraw_membership (set, seats[i].membership, elsewhere, today);
      else if (!seats[i].stays)
        cnscd_roster_end_membership (set, seats[i].membership, from, NULL, decision);
      else if ((CnscdRole) seats[i].membership->role != seats[i].role)
        change_role (set, &seats[i], from, decision);
    }

  for (guint i = 0; i < n_joiners; i++)
    {
      g_autoptr (CnscdMembership) membership = cnscd_record_copy (joiners[i].membership);

      membership->valid_from = from;
      cnscd_record_set (membership, decision, decision);
      if (joiners[i].person != NULL)
        cnscd_change_set_add (set, joiners[i].person);
      cnscd_change_set_add (set, membership);
    }
}
