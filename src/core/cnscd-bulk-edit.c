/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-bulk-edit.h"

#include "cnscd-roster-edit.h"
#include "cnscd-text.h"

struct _CnscdBulkMembers
{
  GPtrArray *people;      /* (element-type CnscdPerson): one for each membership */
  GPtrArray *memberships; /* (element-type CnscdMembership) */
  GHashTable *in_use;     /* (element-type CnscdMembership): that sessions refer to */
};

/**
 * cnscd_bulk_members_new: (skip)
 *
 * Returns: (transfer full): nobody yet
 */
CnscdBulkMembers *
cnscd_bulk_members_new (void)
{
  CnscdBulkMembers *self = g_atomic_rc_box_new0 (CnscdBulkMembers);

  self->people = g_ptr_array_new_with_free_func (cnscd_record_unref);
  self->memberships = g_ptr_array_new_with_free_func (cnscd_record_unref);
  self->in_use = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * cnscd_bulk_members_ref: (skip)
 * @self: members
 *
 * Returns: (transfer full): @self; safe from any thread
 */
CnscdBulkMembers *
cnscd_bulk_members_ref (CnscdBulkMembers *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear_members (gpointer data)
{
  CnscdBulkMembers *self = data;

  g_hash_table_unref (self->in_use);
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->memberships);
}

/**
 * cnscd_bulk_members_unref: (skip)
 * @self: (transfer full): members
 */
void
cnscd_bulk_members_unref (CnscdBulkMembers *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_members);
}

/**
 * cnscd_bulk_members_add: (skip)
 * @self: members that are not shared yet
 * @person: a person as stored
 * @membership: one of the person's, as stored
 */
void
cnscd_bulk_members_add (CnscdBulkMembers *self, CnscdPerson *person, CnscdMembership *membership)
{
  g_return_if_fail (self != NULL && person != NULL && membership != NULL);

  g_ptr_array_add (self->people, cnscd_record_ref (person));
  g_ptr_array_add (self->memberships, cnscd_record_ref (membership));
}

/**
 * cnscd_bulk_members_set_in_use: (skip)
 * @self: members that are not shared yet
 * @membership: one of theirs
 *
 * Notes that sessions refer to a membership, which cannot be deleted then.
 */
void
cnscd_bulk_members_set_in_use (CnscdBulkMembers *self, CnscdMembership *membership)
{
  g_return_if_fail (self != NULL && g_ptr_array_find (self->memberships, membership, NULL));

  g_hash_table_add (self->in_use, membership);
}

/**
 * cnscd_bulk_members_get_n: (skip)
 * @self: members
 *
 * Returns: how many memberships
 */
guint
cnscd_bulk_members_get_n (const CnscdBulkMembers *self)
{
  return self->memberships->len;
}

/**
 * cnscd_bulk_members_get_person: (skip)
 * @self: members
 * @index: from 0
 *
 * Returns: (transfer none): whose the membership is
 */
CnscdPerson *
cnscd_bulk_members_get_person (const CnscdBulkMembers *self, guint index)
{
  g_return_val_if_fail (index < self->people->len, NULL);

  return self->people->pdata[index];
}

/**
 * cnscd_bulk_members_get_membership: (skip)
 * @self: members
 * @index: from 0
 *
 * Returns: (transfer none): a membership
 */
CnscdMembership *
cnscd_bulk_members_get_membership (const CnscdBulkMembers *self, guint index)
{
  g_return_val_if_fail (index < self->memberships->len, NULL);

  return self->memberships->pdata[index];
}

/**
 * cnscd_bulk_members_get_unit: (skip)
 * @self: members
 *
 * Returns: (transfer none) (nullable): code of the commune that all of them are of, if it is one
 */
const char *
cnscd_bulk_members_get_unit (const CnscdBulkMembers *self)
{
  const char *unit = NULL;

  for (guint i = 0; i < self->memberships->len; i++)
    {
      const CnscdRecord *record = self->memberships->pdata[i];

      if (unit != NULL && g_strcmp0 (unit, record->unit) != 0)
        return NULL;
      unit = record->unit;
    }

  return unit;
}

/**
 * cnscd_bulk_members_get_team: (skip)
 * @self: members
 *
 * Returns: (transfer none) (nullable): id of the team that all of them are in, if it is one
 */
const char *
cnscd_bulk_members_get_team (const CnscdBulkMembers *self)
{
  const char *team = NULL;

  for (guint i = 0; i < self->memberships->len; i++)
    {
      const CnscdMembership *membership = self->memberships->pdata[i];

      if (team != NULL && g_strcmp0 (team, membership->team) != 0)
        return NULL;
      team = membership->team;
    }

  return team;
}

/**
 * cnscd_bulk_members_get_last_start: (skip)
 * @self: members
 *
 * Returns: the first day of whoever came last, so far as it is known
 */
CnscdDate
cnscd_bulk_members_get_last_start (const CnscdBulkMembers *self)
{
  CnscdDate last = CNSCD_DATE_UNKNOWN;

  for (guint i = 0; i < self->memberships->len; i++)
    {
      CnscdDate start = ((const CnscdMembership *) self->memberships->pdata[i])->valid_from;

      if (cnscd_date_is_known (start) && cnscd_date_compare (start, last) > 0)
        last = start;
    }

  return last;
}

/**
 * cnscd_bulk_members_get_first_end: (skip)
 * @self: members
 *
 * Returns: the last day of whoever leaves first; unknown when nobody is to leave
 */
CnscdDate
cnscd_bulk_members_get_first_end (const CnscdBulkMembers *self)
{
  CnscdDate first = CNSCD_DATE_UNKNOWN;

  for (guint i = 0; i < self->memberships->len; i++)
    {
      CnscdDate end = ((const CnscdMembership *) self->memberships->pdata[i])->valid_to;

      if (cnscd_date_is_known (end) &&
          (!cnscd_date_is_known (first) || cnscd_date_compare (end, first) < 0))
        first = end;
    }

  return first;
}

static void
set_clean (gpointer record, char **field, const char *text)
{
  g_autofree char *clean = cnscd_text_clean (text);

  cnscd_record_set_text (record, field, clean);
}

static CnscdMembership *
edit_membership (const CnscdBulkEdit *edit, const CnscdMembership *membership)
{
  CnscdMembership *edited = cnscd_record_copy (membership);

  if ((edit->fields & CNSCD_BULK_BODY) != 0)
    set_clean (edited, &edited->body, edit->body);
  if ((edit->fields & CNSCD_BULK_POSITION) != 0)
    set_clean (edited, &edited->position, edit->position);
  if ((edit->fields & CNSCD_BULK_ROLE) != 0)
    edited->role = (int) edit->role;
  if ((edit->fields & CNSCD_BULK_SINCE) != 0)
    edited->valid_from = edit->since;
  if ((edit->fields & CNSCD_BULK_DECISION) != 0)
    cnscd_record_set (edited, decision, edit->decision);
  return edited;
}

static CnscdPerson *
edit_person (const CnscdBulkEdit *edit, const CnscdPerson *person)
{
  CnscdPerson *edited = cnscd_record_copy (person);

  if ((edit->fields & CNSCD_BULK_LEGAL_BASIS) != 0)
    {
      edited->legal_basis = (int) edit->legal_basis;
      edited->legal_basis_on = edit->legal_basis_on;
    }
  return edited;
}

/* @set: (nullable): NULL to count only. */
static guint
edit_all (const CnscdBulkEdit *edit, const CnscdBulkMembers *members, CnscdChangeSet *set)
{
  g_autoptr (GHashTable) changed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < members->memberships->len; i++)
    {
      CnscdMembership *membership = members->memberships->pdata[i];
      CnscdPerson *person = members->people->pdata[i];
      g_autoptr (CnscdMembership) edited = edit_membership (edit, membership);
      g_autoptr (CnscdPerson) edited_person = edit_person (edit, person);

      if (!cnscd_record_equal (membership, edited))
        {
          g_hash_table_add (changed, person->record.id);
          if (set != NULL)
            cnscd_change_set_edit (set, membership, edited);
        }

      /* Somebody in two teams is one person. */
      if (g_hash_table_add (seen, person->record.id) && !cnscd_record_equal (person, edited_person))
        {
          g_hash_table_add (changed, person->record.id);
          if (set != NULL)
            cnscd_change_set_edit (set, person, edited_person);
        }
    }

  return g_hash_table_size (changed);
}

/**
 * cnscd_bulk_edit_count: (skip)
 * @edit: what is set
 * @members: for whom
 *
 * Returns: how many people it changes: not those with whom it is so already
 */
guint
cnscd_bulk_edit_count (const CnscdBulkEdit *edit, const CnscdBulkMembers *members)
{
  g_return_val_if_fail (edit != NULL && members != NULL, 0);

  return edit_all (edit, members, NULL);
}

/**
 * cnscd_bulk_edit_add: (skip)
 * @edit: what is set
 * @members: for whom
 * @set: gets the changes
 *
 * Sets something for several members at once; everything else stays with each
 * of them as it is.
 *
 * Returns: how many people it changes
 */
guint
cnscd_bulk_edit_add (const CnscdBulkEdit *edit,
                     const CnscdBulkMembers *members,
                     CnscdChangeSet *set)
{
  g_return_val_if_fail (edit != NULL && members != NULL && set != NULL, 0);

  return edit_all (edit, members, set);
}

/**
 * cnscd_bulk_members_count_people: (skip)
 * @members: members
 *
 * Returns: how many people they are, some of whom may be in several teams
 */
guint
cnscd_bulk_members_count_people (const CnscdBulkMembers *members)
{
  g_autoptr (GHashTable) people = NULL;

  g_return_val_if_fail (members != NULL, 0);

  people = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < members->people->len; i++)
    g_hash_table_add (people, ((CnscdRecord *) members->people->pdata[i])->id);
  return g_hash_table_size (people);
}

/**
 * cnscd_bulk_end_find_too_new: (skip)
 * @members: who is to leave
 * @from: the first day on which they are no longer in their teams
 *
 * Returns: (transfer full): those who come that day or later, and so cannot leave by then
 */
CnscdBulkMembers *
cnscd_bulk_end_find_too_new (const CnscdBulkMembers *members, CnscdDate from)
{
  CnscdBulkMembers *found;

  g_return_val_if_fail (members != NULL, NULL);

  found = cnscd_bulk_members_new ();
  for (guint i = 0; i < members->memberships->len; i++)
    {
      CnscdMembership *membership = members->memberships->pdata[i];

      if (!cnscd_membership_can_end (membership, from))
        cnscd_bulk_members_add (found, members->people->pdata[i], membership);
    }
  return found;
}

/**
 * cnscd_bulk_end_add: (skip)
 * @members: who leaves
 * @from: the first day on which they are no longer in their teams
 * @reason: (nullable): why, in words
 * @decision: (nullable): id of the decision that says so
 * @set: gets the changes
 *
 * Ends several memberships, but for those of cnscd_bulk_end_find_too_new().
 *
 * Returns: how many memberships end
 */
guint
cnscd_bulk_end_add (const CnscdBulkMembers *members,
                    CnscdDate from,
                    const char *reason,
                    const char *decision,
                    CnscdChangeSet *set)
{
  guint n = 0;

  g_return_val_if_fail (members != NULL && set != NULL, 0);

  for (guint i = 0; i < members->memberships->len; i++)
    {
      CnscdMembership *membership = members->memberships->pdata[i];

      if (!cnscd_membership_can_end (membership, from))
        continue;
      cnscd_roster_end_membership (set, membership, from, reason, decision);
      n++;
    }
  return n;
}

/* Who is there already, for whom there is no second place. */
static GHashTable *
find_people_of_team (const CnscdBulkMembers *members, const char *team)
{
  GHashTable *there = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < members->memberships->len; i++)
    {
      const CnscdMembership *membership = members->memberships->pdata[i];

      if (g_strcmp0 (membership->team, team) == 0)
        g_hash_table_add (there, membership->person);
    }

  return there;
}

/**
 * cnscd_bulk_move_count: (skip)
 * @members: who moves
 * @to: id of a team
 *
 * Returns: how many of them are not in that team yet
 */
guint
cnscd_bulk_move_count (const CnscdBulkMembers *members, const char *to)
{
  g_autoptr (GHashTable) there = NULL;

  g_return_val_if_fail (members != NULL && to != NULL, 0);

  there = find_people_of_team (members, to);
  return cnscd_bulk_members_count_people (members) - g_hash_table_size (there);
}

/**
 * cnscd_bulk_move_add: (skip)
 * @members: who moves
 * @to: the team, of the same commune
 * @from: the first day there
 * @reason: (nullable): why, in words
 * @decision: (nullable): id of the decision that says so
 * @set: gets the changes
 *
 * Moves several people to one team. Who is in it already stays, and who comes
 * out of two teams gets one place there; their other memberships end.
 *
 * Returns: how many people come to the team
 */
guint
cnscd_bulk_move_add (const CnscdBulkMembers *members,
                     const CnscdTeam *to,
                     CnscdDate from,
                     const char *reason,
                     const char *decision,
                     CnscdChangeSet *set)
{
  g_autoptr (GHashTable) there = NULL;
  guint n_moved = 0;

  g_return_val_if_fail (members != NULL && to != NULL && set != NULL, 0);

  there = find_people_of_team (members, to->record.id);
  for (guint i = 0; i < members->memberships->len; i++)
    {
      CnscdMembership *membership = members->memberships->pdata[i];

      if (g_strcmp0 (membership->team, to->record.id) == 0)
        continue;

      if (g_hash_table_add (there, membership->person))
        {
          cnscd_roster_move_member (set, membership, to, from, reason, decision);
          n_moved++;
        }
      else
        cnscd_roster_end_membership (set, membership, from, reason, decision);
    }

  return n_moved;
}

/**
 * cnscd_bulk_delete_find_in_use: (skip)
 * @members: who is to be deleted
 *
 * Returns: (transfer full): those who guide sessions, and so cannot be deleted
 */
CnscdBulkMembers *
cnscd_bulk_delete_find_in_use (const CnscdBulkMembers *members)
{
  CnscdBulkMembers *found;

  g_return_val_if_fail (members != NULL, NULL);

  found = cnscd_bulk_members_new ();
  for (guint i = 0; i < members->memberships->len; i++)
    if (g_hash_table_contains (members->in_use, members->memberships->pdata[i]))
      cnscd_bulk_members_add (found, members->people->pdata[i], members->memberships->pdata[i]);
  return found;
}

/**
 * cnscd_bulk_delete_add: (skip)
 * @members: whose memberships were entered by mistake
 * @set: gets the changes
 *
 * Deletes memberships, not people: unlike one that ends, a deleted one is in
 * nobody's history. Those of cnscd_bulk_delete_find_in_use() stay.
 *
 * Returns: how many memberships are deleted
 */
guint
cnscd_bulk_delete_add (const CnscdBulkMembers *members, CnscdChangeSet *set)
{
  guint n = 0;

  g_return_val_if_fail (members != NULL && set != NULL, 0);

  for (guint i = 0; i < members->memberships->len; i++)
    {
      if (g_hash_table_contains (members->in_use, members->memberships->pdata[i]))
        continue;
      cnscd_change_set_delete (set, members->memberships->pdata[i]);
      n++;
    }
  return n;
}
