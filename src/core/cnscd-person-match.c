/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-person-match.h"

#include <string.h>

/* Whether one text becomes the other by one letter put in, left out or changed. */
static gboolean
differs_by_a_slip (const char *one, const char *other)
{
  gsize n_one = strlen (one);
  gsize n_other = strlen (other);
  gsize start = 0;
  gsize end = 0;

  if (n_one > n_other + 1 || n_other > n_one + 1)
    return FALSE;

  while (start < MIN (n_one, n_other) && one[start] == other[start])
    start++;
  while (end < MIN (n_one, n_other) - start && one[n_one - 1 - end] == other[n_other - 1 - end])
    end++;
  return MAX (n_one, n_other) - start - end <= 1;
}

/* "nguyen van hung" and "nguyen hung": the family name and the given name decide. */
static gboolean
differs_in_the_middle (const char *one, const char *other)
{
  const char *given_one = strrchr (one, ' ');
  const char *given_other = strrchr (other, ' ');
  gsize family = strcspn (one, " ");

  return given_one != NULL && given_other != NULL && g_str_equal (given_one, given_other) &&
         family == strcspn (other, " ") && strncmp (one, other, family) == 0;
}

/*
 * Many people of a commune have one name, relatives have one phone, and one
 * accent is another name: the less the names have in common, the more the
 * rest must agree.
 */
static gboolean
is_likely (CnscdPersonMatch names,
           CnscdEvidence births,
           CnscdEvidence phones,
           gboolean genders_differ)
{
  if (births == CNSCD_EVIDENCE_AGAINST)
    return FALSE;

  switch ((int) names)
    {
    case CNSCD_PERSON_MATCH_NAME:
      return births != CNSCD_EVIDENCE_UNKNOWN || phones != CNSCD_EVIDENCE_AGAINST;
    case CNSCD_PERSON_MATCH_LETTERS:
      if (genders_differ)
        return FALSE;
      return phones == CNSCD_EVIDENCE_STRONG || births == CNSCD_EVIDENCE_STRONG ||
             (births == CNSCD_EVIDENCE_WEAK && phones == CNSCD_EVIDENCE_UNKNOWN);
    case CNSCD_PERSON_MATCH_SIMILAR:
      return phones == CNSCD_EVIDENCE_STRONG && !genders_differ;
    default:
      /* A name may be entered wrongly or changed; a family's members are born on other days. */
      return phones == CNSCD_EVIDENCE_STRONG && births != CNSCD_EVIDENCE_UNKNOWN && !genders_differ;
    }
}

/**
 * cnscd_person_compare_names:
 * @one: a person
 * @other: another record
 *
 * Returns: how alike the names are: %CNSCD_PERSON_MATCH_NAME, %CNSCD_PERSON_MATCH_LETTERS,
 *   %CNSCD_PERSON_MATCH_SIMILAR or nothing
 */
CnscdPersonMatch
cnscd_person_compare_names (const CnscdPersonTraits *one, const CnscdPersonTraits *other)
{
  if (g_str_equal (one->name_key, other->name_key))
    return CNSCD_PERSON_MATCH_NAME;
  if (g_str_equal (one->folded, other->folded))
    return CNSCD_PERSON_MATCH_LETTERS;
  if (differs_in_the_middle (one->folded, other->folded) ||
      differs_by_a_slip (one->folded, other->folded))
    return CNSCD_PERSON_MATCH_SIMILAR;

  return CNSCD_PERSON_MATCH_NONE;
}

/**
 * cnscd_person_compare_births:
 * @one: a date of birth, or a part of one
 * @other: another
 *
 * Returns: what they say; a year agrees with every day of it, two days of one year do not
 */
CnscdEvidence
cnscd_person_compare_births (CnscdDate one, CnscdDate other)
{
  if (!cnscd_date_is_known (one) || !cnscd_date_is_known (other))
    return CNSCD_EVIDENCE_UNKNOWN;
  if (one.year != other.year)
    return CNSCD_EVIDENCE_AGAINST;
  if ((one.month != 0 && other.month != 0 && one.month != other.month) ||
      (one.day != 0 && other.day != 0 && one.day != other.day))
    return CNSCD_EVIDENCE_AGAINST;

  return cnscd_date_is_full (one) && cnscd_date_is_full (other) ? CNSCD_EVIDENCE_STRONG
                                                                : CNSCD_EVIDENCE_WEAK;
}

/**
 * cnscd_person_compare_phones:
 * @one: (nullable): the digits of a phone
 * @other: (nullable): of another
 *
 * Returns: what they say
 */
CnscdEvidence
cnscd_person_compare_phones (const char *one, const char *other)
{
  if (one == NULL || other == NULL)
    return CNSCD_EVIDENCE_UNKNOWN;

  return g_str_equal (one, other) ? CNSCD_EVIDENCE_STRONG : CNSCD_EVIDENCE_AGAINST;
}

/**
 * cnscd_person_match:
 * @one: a person
 * @other: another record, of the same commune
 *
 * Judges whether two records may be of one person. Births that contradict
 * each other say no; a year agrees with every day of it. The same name with
 * two phones needs a birth that agrees; names that differ by accents only,
 * one that agrees or the same phone; similar names the same phone; other names
 * the same phone and a birth that agrees.
 *
 * Returns: what speaks for it
 */
CnscdPersonMatch
cnscd_person_match (const CnscdPersonTraits *one, const CnscdPersonTraits *other)
{
  CnscdPersonMatch match;
  CnscdEvidence births, phones;

  g_return_val_if_fail (one != NULL && other != NULL, CNSCD_PERSON_MATCH_NONE);

  match = cnscd_person_compare_names (one, other);
  births = cnscd_person_compare_births (one->birth, other->birth);
  phones = cnscd_person_compare_phones (one->phone, other->phone);
  if (!is_likely (match, births, phones,
                  one->gender != CNSCD_GENDER_UNKNOWN && other->gender != CNSCD_GENDER_UNKNOWN &&
                    one->gender != other->gender))
    return CNSCD_PERSON_MATCH_NONE;

  if (births == CNSCD_EVIDENCE_STRONG)
    match |= CNSCD_PERSON_MATCH_BIRTH;
  else if (births == CNSCD_EVIDENCE_WEAK)
    match |= CNSCD_PERSON_MATCH_YEAR;
  if (phones == CNSCD_EVIDENCE_STRONG)
    match |= CNSCD_PERSON_MATCH_PHONE;
  return match;
}

/**
 * cnscd_person_match_get_score:
 * @match: what speaks for two records being of one person
 *
 * Returns: how much that is, from 0 (nothing) to 100
 */
guint
cnscd_person_match_get_score (CnscdPersonMatch match)
{
  guint score = 0;

  if ((match & CNSCD_PERSON_MATCH_NAME) != 0)
    score += 35;
  else if ((match & CNSCD_PERSON_MATCH_LETTERS) != 0)
    score += 20;
  else if ((match & CNSCD_PERSON_MATCH_SIMILAR) != 0)
    score += 10;

  if ((match & CNSCD_PERSON_MATCH_BIRTH) != 0)
    score += 35;
  else if ((match & CNSCD_PERSON_MATCH_YEAR) != 0)
    score += 20;
  if ((match & CNSCD_PERSON_MATCH_PHONE) != 0)
    score += 30;
  return score;
}
