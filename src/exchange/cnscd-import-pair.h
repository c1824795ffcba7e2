/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-roster-table.h"

G_BEGIN_DECLS

/**
 * CnscdImportSide:
 * @team: (nullable): of a stored person, the first team
 * @sheet: (nullable): where the row stands; %NULL: the person is stored already
 * @row: from 1; 0: the person is stored already
 *
 * One of two people who may be the same: a row of the file, or somebody known before.
 */
typedef struct
{
  char *full_name;
  CnscdDate birth;
  char *phone; /* (nullable) */
  char *team;
  char *sheet;
  guint row;
} CnscdImportSide;

/* What speaks for or against it that two people are the same. */
typedef enum
{
  CNSCD_LIKENESS_UNKNOWN, /* one of both says nothing */
  CNSCD_LIKENESS_OTHER,
  CNSCD_LIKENESS_NEAR, /* a name but for accents or a letter; the year of birth */
  CNSCD_LIKENESS_SAME,
} CnscdLikeness;

/* Whether two are one person, as somebody decides. */
typedef enum
{
  CNSCD_IMPORT_TWO_PEOPLE,
  CNSCD_IMPORT_ONE_PERSON,
  CNSCD_IMPORT_MOVED_HERE, /* one person, who leaves the other's team for the row's */
} CnscdImportChoice;

/**
 * CnscdImportPair:
 * @row: of cnscd_import_row_dup_key(): the row that is decided about
 * @candidate: who else it may be: what is put into the decisions for "the same person"
 * @file: what the row says
 * @other: what was known of the candidate before this row
 * @last_day: in the team of @other, if the person has moved to that of @file; unknown where that
 *   cannot be, as when the file has them in both
 * @choice: what the import goes by
 *
 * A possible duplicate, for a person to decide. Immutable, and counts its references.
 */
typedef struct
{
  char *row;
  char *candidate;
  CnscdImportSide file;
  CnscdImportSide other;
  CnscdLikeness name;
  CnscdLikeness birth;
  CnscdLikeness phone;
  CnscdDate last_day;
  CnscdImportChoice choice;
} CnscdImportPair;

CnscdImportPair *cnscd_import_pair_ref (CnscdImportPair *pair);
void cnscd_import_pair_unref (CnscdImportPair *pair);
char *cnscd_import_row_dup_key (const CnscdRosterEntry *entry);
char *cnscd_import_pair_dup_decision (const CnscdImportPair *pair, CnscdImportChoice choice);
CnscdImportChoice cnscd_import_pair_get_choice (const CnscdImportPair *pair, const char *decision);

/* The decision that a row is nobody who is known already. */
#define CNSCD_IMPORT_SOMEBODY_ELSE ""
/* Behind a candidate, the decision that they have moved. No candidate ends so. */
#define CNSCD_IMPORT_MOVED_SUFFIX "\nmoved"

G_END_DECLS
