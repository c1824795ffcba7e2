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

static void
give_to (CnscdChangeSet *set, CnscdMembership *membership, const CnscdPerson *person)
{
  g_autoptr (CnscdMembership) given = cnscd_record_copy (membership);

  cnscd_record_set (given, person, person->record.id);
  cnscd_change_set_edit (set, membership, given);
}

/* A membership of the kept person that makes @membership needless, or the other way round. */
static CnscdMembership *
find_double (GPtrArray *memberships, const CnscdMembership *membership, gboolean needless)
{
  for (guint i = 0; i < memberships->len; i++)
    {
      CnscdMembership *candidate = memberships->pdata[i];

      if (needless ? cnscd_membership_says_no_more (membership, candidate)
                   : cnscd_membership_says_no_more (candidate, membership))
        return candidate;
    }

  return NULL;
}

static void
merge_memberships (const CnscdPersonMerge *merge, CnscdChangeSet *set)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_copy (merge->kept_memberships, NULL, NULL);
  g_autoptr (GPtrArray) needless = g_ptr_array_new ();

  g_ptr_array_set_free_func (kept, NULL);
  for (guint i = 0; i < merge->other_memberships->len; i++)
    {
      CnscdMembership *membership = merge->other_memberships->pdata[i];
      CnscdMembership *poorer;

      if (find_double (kept, membership, TRUE) != NULL)
        {
          g_ptr_array_add (needless, membership);
          continue;
        }

      poorer = find_double (kept, membership, FALSE);
      if (poorer != NULL)
        {
          g_ptr_array_remove (kept, poorer);
          g_ptr_array_add (needless, poorer);
        }
      give_to (set, membership, merge->kept);
    }

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
 * membership of the other, which is deleted. Both histories stay; only of two
 * memberships that say the same, the one that says less is deleted.
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
