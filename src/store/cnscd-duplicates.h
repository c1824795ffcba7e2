/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-person-match.h"
#include "cnscd-database.h"

G_BEGIN_DECLS

/* More pairs than so many nobody looks through: after some are merged come the others. */
#define CNSCD_DUPLICATES_MAX 500

/**
 * CnscdDuplicatePerson:
 * @team_name: (nullable): of a team that the person is in, the current one if there is one
 * @n_teams: how many memberships there are in all
 *
 * What a list shows of one of two people; strings are %NULL when unknown.
 */
typedef struct
{
  char *id;
  char *unit;
  char *full_name;
  CnscdGender gender;
  CnscdDate birth;
  char *phone;
  char *team_name;
  char *hamlet_name;
  int hamlet_kind; /* CnscdHamletKind */
  guint n_teams;
} CnscdDuplicatePerson;

/* Two records that may be of one person, the older record first. */
typedef struct
{
  CnscdDuplicatePerson one;
  CnscdDuplicatePerson other;
  CnscdPersonMatch match;
} CnscdDuplicate;

CnscdDuplicate *cnscd_duplicate_ref (CnscdDuplicate *duplicate);
void cnscd_duplicate_unref (CnscdDuplicate *duplicate);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdDuplicate, cnscd_duplicate_unref)

GPtrArray *cnscd_duplicates_find (CnscdDatabase *database, const char *unit, GError **error);
gboolean
cnscd_duplicates_count (CnscdDatabase *database, const char *unit, guint *n, GError **error);

G_END_DECLS
