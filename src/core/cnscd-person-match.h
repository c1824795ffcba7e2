/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-records.h"

G_BEGIN_DECLS

/**
 * CnscdPersonMatch:
 * @CNSCD_PERSON_MATCH_NAME: the same name, wherever the tone is written
 * @CNSCD_PERSON_MATCH_LETTERS: the same name but for accents
 * @CNSCD_PERSON_MATCH_SIMILAR: similar names: another middle name, or a slip of the pen
 * @CNSCD_PERSON_MATCH_BIRTH: born on the same day
 * @CNSCD_PERSON_MATCH_YEAR: born in the same year, as far as is known
 * @CNSCD_PERSON_MATCH_PHONE: the same phone
 *
 * What speaks for two records being of one person. Nothing set: they are not,
 * or too little speaks for it.
 */
typedef enum
{
  CNSCD_PERSON_MATCH_NONE = 0,
  CNSCD_PERSON_MATCH_NAME = 1 << 0,
  CNSCD_PERSON_MATCH_LETTERS = 1 << 1,
  CNSCD_PERSON_MATCH_SIMILAR = 1 << 2,
  CNSCD_PERSON_MATCH_BIRTH = 1 << 3,
  CNSCD_PERSON_MATCH_YEAR = 1 << 4,
  CNSCD_PERSON_MATCH_PHONE = 1 << 5,
} CnscdPersonMatch;

/**
 * CnscdPersonTraits:
 * @name_key: of cnscd_text_match_key()
 * @folded: of cnscd_text_search_key()
 * @phone: (nullable): its digits
 *
 * What people are compared by. The texts belong to whoever fills it.
 */
typedef struct
{
  const char *name_key;
  const char *folded;
  CnscdGender gender;
  CnscdDate birth;
  const char *phone;
} CnscdPersonTraits;

/**
 * CnscdEvidence:
 * @CNSCD_EVIDENCE_UNKNOWN: one of both says nothing
 * @CNSCD_EVIDENCE_AGAINST: both cannot be of one person
 * @CNSCD_EVIDENCE_WEAK: they agree as far as is known: the year of birth
 * @CNSCD_EVIDENCE_STRONG: they are the same
 *
 * What a value of two records says about their being of one person.
 */
typedef enum
{
  CNSCD_EVIDENCE_UNKNOWN,
  CNSCD_EVIDENCE_AGAINST,
  CNSCD_EVIDENCE_WEAK,
  CNSCD_EVIDENCE_STRONG,
} CnscdEvidence;

/* A phone of more people than that is an office's and says nothing of any of them. */
#define CNSCD_PERSON_MATCH_MAX_PHONE_OWNERS 10

CnscdPersonMatch cnscd_person_compare_names (const CnscdPersonTraits *one,
                                             const CnscdPersonTraits *other);
CnscdEvidence cnscd_person_compare_births (CnscdDate one, CnscdDate other);
CnscdEvidence cnscd_person_compare_phones (const char *one, const char *other);
CnscdPersonMatch cnscd_person_match (const CnscdPersonTraits *one, const CnscdPersonTraits *other);
guint cnscd_person_match_get_score (CnscdPersonMatch match);

G_END_DECLS
