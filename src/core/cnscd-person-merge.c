/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-person-merge.h"

#include <string.h>

#define MAX_FIELDS_OF_CHOICE 2

/* What goes together: when consent was given says nothing of a public duty. */
static const struct
{
  const char *fields[MAX_FIELDS_OF_CHOICE];
} choices[CNSCD_N_PERSON_CHOICES] = {
  [CNSCD_PERSON_CHOICE_NAME] = { { "full_name" } },
  [CNSCD_PERSON_CHOICE_GENDER] = { { "gender" } },
  [CNSCD_PERSON_CHOICE_BIRTH] = { { "birth" } },
  [CNSCD_PERSON_CHOICE_PHONE] = { { "phone" } },
  [CNSCD_PERSON_CHOICE_LEGAL_BASIS] = { { "legal_basis", "legal_basis_on" } },
  [CNSCD_PERSON_CHOICE_NOTE] = { { "note" } },
};

static const CnscdField *
get_field (CnscdPersonChoice choice, guint i)
{
  return i < MAX_FIELDS_OF_CHOICE
           ? cnscd_kind_get_field (&CNSCD_KIND_PERSON, choices[choice].fields[i])
           : NULL;
}

static void
take (CnscdPersonChoice choice, CnscdPerson *person, const CnscdPerson *from)
{
  const CnscdField *field;

  for (guint i = 0; (field = get_field (choice, i)) != NULL; i++)
    {
      g_autofree char *text = cnscd_field_dup_text (field, from);

      cnscd_field_set_text (field, person, text);
    }
}

/* Whether the other's value tells more; the longer name has more accents or more syllables. */
static gboolean
tells_more (CnscdPersonChoice choice, const CnscdPerson *kept, const CnscdPerson *other)
{
  if (cnscd_person_choice_is_unknown (choice, other))
    return FALSE;
  if (cnscd_person_choice_is_unknown (choice, kept))
    return TRUE;

  switch (choice)
    {
    case CNSCD_PERSON_CHOICE_NAME:
      return strlen (other->full_name) > strlen (kept->full_name);
    case CNSCD_PERSON_CHOICE_BIRTH:
      return kept->birth.year == other->birth.year &&
             cnscd_date_compare (other->birth, kept->birth) > 0 &&
             !cnscd_date_is_full (kept->birth);
    case CNSCD_PERSON_CHOICE_LEGAL_BASIS:
      return kept->legal_basis == other->legal_basis && !cnscd_date_is_known (kept->legal_basis_on);
    case CNSCD_PERSON_CHOICE_GENDER:
    case CNSCD_PERSON_CHOICE_PHONE:
    case CNSCD_PERSON_CHOICE_NOTE:
    case CNSCD_N_PERSON_CHOICES:
    default:
      return FALSE;
    }
}

/* The last day that @date can mean: "2025" is all of 2025. */
static CnscdDate
get_last_day (CnscdDate date)
{
  if (date.month == 0)
    date.month = 12;
  if (date.day == 0)
    date.day = 31;
  return date;
}

static gboolean
begins_after (const CnscdMembership *one, const CnscdMembership *other)
{
  return cnscd_date_is_known (one->valid_from) && cnscd_date_is_known (other->valid_to) &&
         cnscd_date_compare (one->valid_from, get_last_day (other->valid_to)) > 0;
}

/* A membership as it was, and as it shall be. */
typedef struct
{
  CnscdMembership *record;
  CnscdMembership *value;
} Place;

static void
place_free (gpointer data)
{
  Place *place = data;

  cnscd_record_unref (place->value);
  g_free (place);
}

static Place *
place_new (CnscdMembership *record, const CnscdPerson *person)
{
  Place *place = g_new0 (Place, 1);

  place->record = record;
  place->value = cnscd_record_copy (record);
  cnscd_record_set (place->value, person, person->record.id);
  return place;
}

static gboolean
ranks_below (const CnscdMembership *one, const CnscdMembership *other)
{
  return other->role != CNSCD_ROLE_UNKNOWN &&
         (one->role == CNSCD_ROLE_UNKNOWN || one->role > other->role);
}

static void
fill_from (CnscdMembership *membership, const CnscdMembership *other)
{
  for (guint i = 0; i < CNSCD_KIND_MEMBERSHIP.n_fields; i++)
    {
      const CnscdField *field = &CNSCD_KIND_MEMBERSHIP.fields[i];
      g_autofree char *text = NULL;

      /* How it ends goes together, and it keeps its place. */
      if (g_str_equal (field->name, "valid_to") || g_str_has_prefix (field->name, "end_") ||
          g_str_equal (field->name, "ordinal") || !cnscd_field_is_unknown (field, membership))
        continue;
      text = cnscd_field_dup_text (field, other);
      cnscd_field_set_text (field, membership, text);
    }
}

/* The higher role, from the first day of both to the last. */
static void
join (CnscdMembership *membership, const CnscdMembership *other)
{
  if (cnscd_date_is_known (other->valid_from) &&
      cnscd_date_compare (other->valid_from, membership->valid_from) < 0)
    membership->valid_from = other->valid_from;
  if (cnscd_date_is_known (membership->valid_to) &&
      (!cnscd_date_is_known (other->valid_to) ||
       cnscd_date_compare (get_last_day (other->valid_to), get_last_day (membership->valid_to)) >
         0))
    {
      membership->valid_to = other->valid_to;
      cnscd_record_set (membership, end_reason, other->end_reason);
      cnscd_record_set (membership, end_decision, other->end_decision);
    }
  fill_from (membership, other);
}

/* Of two that say the same, the one that says more stays; else the one with the higher role. */
static gboolean
stays_before (const CnscdMembership *one, const CnscdMembership *other)
{
  if (cnscd_membership_says_no_more (other, one))
    return TRUE;
  return !cnscd_membership_says_no_more (one, other) && !ranks_below (one, other);
}

/* Takes out of @places the first one that is in the same team at the same time. */
static Place *
take_overlapping (GPtrArray *places, const Place *place)
{
  for (guint i = 0; i < places->len; i++)
    {
      Place *other = places->pdata[i];

      if (cnscd_membership_overlaps (other->value, place->value))
        return g_ptr_array_steal_index (places, i);
    }

  return NULL;
}

/* The membership that takes the place of one, through all that take each other's. */
static const char *
find_heir (GHashTable *heirs, const char *membership)
{
  const char *heir;

  while ((heir = g_hash_table_lookup (heirs, membership)) != NULL)
    membership = heir;
  return membership;
}

static void
join_guides (CnscdSessionGuide *guide, const CnscdSessionGuide *other)
{
  if (guide->part == CNSCD_GUIDE_PART_UNKNOWN || other->part == CNSCD_GUIDE_PART_LEADS)
    guide->part = other->part;
  if (guide->presence == CNSCD_PRESENCE_UNKNOWN || other->presence == CNSCD_PRESENCE_PRESENT)
    guide->presence = other->presence;
}

static CnscdSessionGuide *
find_same (GPtrArray *guides, const CnscdSessionGuide *guide)
{
  for (guint i = 0; i < guides->len; i++)
    {
      CnscdSessionGuide *other = guides->pdata[i];

      if (g_str_equal (other->session, guide->session) &&
          g_str_equal (other->membership, guide->membership))
        return other;
    }

  return NULL;
}

/* Who guided is a record that must not be lost; nobody guides a session twice. */
static void
hand_on_sessions (const CnscdPersonMerge *merge, GHashTable *heirs, CnscdChangeSet *set)
{
  g_autoptr (GPtrArray) stored = g_ptr_array_new ();
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (cnscd_record_unref);

  for (guint i = 0; merge->guides != NULL && i < merge->guides->len; i++)
    {
      g_autoptr (CnscdSessionGuide) value = cnscd_record_copy (merge->guides->pdata[i]);
      CnscdSessionGuide *same;

      cnscd_record_set (value, membership, find_heir (heirs, value->membership));
      same = find_same (values, value);
      if (same != NULL)
        {
          join_guides (same, value);
          cnscd_change_set_delete (set, merge->guides->pdata[i]);
          continue;
        }
      g_ptr_array_add (stored, merge->guides->pdata[i]);
      g_ptr_array_add (values, g_steal_pointer (&value));
    }

  for (guint i = 0; i < values->len; i++)
    cnscd_change_set_edit (set, stored->pdata[i], values->pdata[i]);
}

static void
merge_memberships (const CnscdPersonMerge *merge, CnscdChangeSet *set)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (place_free);
  g_autoptr (GPtrArray) needless = g_ptr_array_new ();
  g_autoptr (GHashTable) heirs = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < merge->kept_memberships->len; i++)
    g_ptr_array_add (places, place_new (merge->kept_memberships->pdata[i], merge->kept));
  for (guint i = 0; i < merge->other_memberships->len; i++)
    {
      Place *place = place_new (merge->other_memberships->pdata[i], merge->kept);
      Place *other;

      while ((other = take_overlapping (places, place)) != NULL)
        {
          Place *goes = stays_before (other->value, place->value) ? place : other;

          place = goes == place ? other : place;
          join (place->value, goes->value);
          g_ptr_array_add (needless, goes->record);
          g_hash_table_insert (heirs, goes->record->record.id, place->record->record.id);
          place_free (goes);
        }
      g_ptr_array_add (places, place);
    }

  for (guint i = 0; i < places->len; i++)
    {
      Place *place = places->pdata[i];

      cnscd_change_set_edit (set, place->record, place->value);
    }
  hand_on_sessions (merge, heirs, set);
  for (guint i = 0; i < needless->len; i++)
    cnscd_change_set_delete (set, needless->pdata[i]);
}

/**
 * cnscd_person_choice_differs:
 * @choice: what is chosen
 * @one: a person
 * @other: another record
 *
 * Returns: whether the two say different things, or only one says anything
 */
gboolean
cnscd_person_choice_differs (CnscdPersonChoice choice,
                             const CnscdPerson *one,
                             const CnscdPerson *other)
{
  const CnscdField *field;

  g_return_val_if_fail (choice < CNSCD_N_PERSON_CHOICES, FALSE);
  g_return_val_if_fail (one != NULL && other != NULL, FALSE);

  for (guint i = 0; (field = get_field (choice, i)) != NULL; i++)
    {
      if (!cnscd_field_equal (field, one, other))
        return TRUE;
    }

  return FALSE;
}

/**
 * cnscd_person_choice_is_unknown:
 * @choice: what is chosen
 * @person: a person
 *
 * Returns: whether nothing is known of it
 */
gboolean
cnscd_person_choice_is_unknown (CnscdPersonChoice choice, const CnscdPerson *person)
{
  g_return_val_if_fail (choice < CNSCD_N_PERSON_CHOICES, TRUE);
  g_return_val_if_fail (person != NULL, TRUE);

  return cnscd_field_is_unknown (get_field (choice, 0), person);
}

/**
 * cnscd_person_merge_suggest:
 * @merge: two records of one person
 *
 * Chooses for each value the one that tells more: what is known before what
 * is not, a day of birth before its year, a name with its accents before one
 * without. Where both tell as much, the kept person's stays.
 */
void
cnscd_person_merge_suggest (CnscdPersonMerge *merge)
{
  g_return_if_fail (merge != NULL && merge->kept != NULL && merge->other != NULL);

  for (CnscdPersonChoice choice = 0; choice < CNSCD_N_PERSON_CHOICES; choice++)
    merge->take_other[choice] = tells_more (choice, merge->kept, merge->other);
}

/**
 * cnscd_person_merge_apply:
 * @merge: two records of one person of one commune
 * @set: gets the changes
 *
 * Makes one person of two: the kept one gets the chosen values and every
 * membership of the other, which is deleted. Both histories stay; only two
 * memberships of one team at the same time become one, since nobody is in a
 * team twice: with the higher role, from the first day of both to the last.
 * That one then guides the sessions of both.
 */
void
cnscd_person_merge_apply (const CnscdPersonMerge *merge, CnscdChangeSet *set)
{
  g_autoptr (CnscdPerson) merged = NULL;

  g_return_if_fail (merge != NULL && set != NULL);
  g_return_if_fail (merge->kept != NULL && merge->other != NULL);
  g_return_if_fail (g_strcmp0 (merge->kept->record.id, merge->other->record.id) != 0);
  g_return_if_fail (g_strcmp0 (merge->kept->record.unit, merge->other->record.unit) == 0);

  merge_memberships (merge, set);

  merged = cnscd_record_copy (merge->kept);
  for (CnscdPersonChoice choice = 0; choice < CNSCD_N_PERSON_CHOICES; choice++)
    {
      if (merge->take_other[choice])
        take (choice, merged, merge->other);
    }
  cnscd_change_set_edit (set, merge->kept, merged);
  cnscd_change_set_delete (set, merge->other);
}

/**
 * cnscd_membership_says_no_more:
 * @one: a membership
 * @other: another
 *
 * Returns: whether @other says everything that @one does: the same team, the
 *   same last day, and otherwise the same or what @one leaves open. Places in
 *   the roster do not count.
 */
gboolean
cnscd_membership_says_no_more (const CnscdMembership *one, const CnscdMembership *other)
{
  g_return_val_if_fail (one != NULL && other != NULL, FALSE);

  /* That no last day is known says that it goes on. */
  if (!cnscd_date_equal (one->valid_to, other->valid_to))
    return FALSE;

  for (guint i = 0; i < CNSCD_KIND_MEMBERSHIP.n_fields; i++)
    {
      const CnscdField *field = &CNSCD_KIND_MEMBERSHIP.fields[i];

      if (g_str_equal (field->name, "person") || g_str_equal (field->name, "ordinal"))
        continue;
      if (!cnscd_field_is_unknown (field, one) && !cnscd_field_equal (field, one, other))
        return FALSE;
    }

  return TRUE;
}

/**
 * cnscd_membership_get_joined_role:
 * @one: a membership
 * @other: another of the same person in the same team
 *
 * Returns: the role that stays when both become one: the higher
 */
CnscdRole
cnscd_membership_get_joined_role (const CnscdMembership *one, const CnscdMembership *other)
{
  g_return_val_if_fail (one != NULL && other != NULL, CNSCD_ROLE_UNKNOWN);

  return (CnscdRole) (ranks_below (one, other) ? other->role : one->role);
}

/**
 * cnscd_membership_overlaps:
 * @one: a membership
 * @other: another
 *
 * Returns: whether both are, or may be, in the same team at the same time
 */
gboolean
cnscd_membership_overlaps (const CnscdMembership *one, const CnscdMembership *other)
{
  g_return_val_if_fail (one != NULL && other != NULL, FALSE);

  return g_strcmp0 (one->team, other->team) == 0 && !begins_after (one, other) &&
         !begins_after (other, one);
}
