/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-person-match.h"

G_BEGIN_DECLS

/**
 * CnscdPersonCandidate:
 * @nr: number of the record; the older ones have the lower numbers
 * @id: id of the record
 * @unit: code of the commune
 * @full_name: (nullable): as it is written
 * @traits: what the person is compared by
 *
 * Somebody while pairs are looked for.
 */
typedef struct
{
  gint64 nr;
  const char *id;
  const char *unit;
  const char *full_name;
  CnscdPersonTraits traits;
} CnscdPersonCandidate;

/* Two records that may be of one person, the older record first. */
typedef struct
{
  const CnscdPersonCandidate *one;
  const CnscdPersonCandidate *other;
  CnscdPersonMatch match;
} CnscdPersonPair;

typedef gboolean (*CnscdPersonPairFunc) (const CnscdPersonPair *pair, gpointer user_data);

typedef struct _CnscdPersonPairs CnscdPersonPairs;

CnscdPersonPairs *cnscd_person_pairs_new (void);
void cnscd_person_pairs_free (CnscdPersonPairs *pairs);
void cnscd_person_pairs_add (CnscdPersonPairs *pairs, const CnscdPersonCandidate *candidate);
guint cnscd_person_pairs_find (CnscdPersonPairs *pairs,
                               CnscdPersonPairFunc is_distinct,
                               gpointer user_data);
void cnscd_person_pairs_sort (CnscdPersonPairs *pairs);
const CnscdPersonPair *cnscd_person_pairs_get (CnscdPersonPairs *pairs, guint i);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdPersonPairs, cnscd_person_pairs_free)

G_END_DECLS
