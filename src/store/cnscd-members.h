/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-records.h"
#include "cnscd-database.h"

G_BEGIN_DECLS

/**
 * CnscdMember:
 *
 * One line of a roster: a person in a team, with what a list shows of both.
 * Read-only; every string is %NULL when unknown.
 */
typedef struct
{
  gint64 nr; /* number of the membership's row, stable while the database is open */
  char *membership;
  char *person;
  char *team;
  char *unit;
  char *full_name;
  CnscdGender gender;
  CnscdDate birth;
  char *phone;
  CnscdRole role;
  char *team_name;
  char *hamlet_name;
  int hamlet_kind; /* CnscdHamletKind */
  char *body;
  char *position;
  char *note;
  gint64 ordinal;
} CnscdMember;

CnscdMember *cnscd_member_ref (CnscdMember *member);
void cnscd_member_unref (CnscdMember *member);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdMember, cnscd_member_unref)

typedef enum
{
  CNSCD_MEMBER_SORT_NAME, /* given name, family name, middle names */
  CNSCD_MEMBER_SORT_TEAM, /* team, then rank, then ordinal: as on the printed roster */
  CNSCD_MEMBER_SORT_ROLE,
  CNSCD_MEMBER_SORT_BIRTH,
  CNSCD_MEMBER_SORT_PHONE,
} CnscdMemberSort;

/**
 * CnscdMemberQuery:
 *
 * Which current members, in which order. All zero: everyone, by name.
 * With @search, hits with the very accents typed come before the folded ones.
 */
typedef struct
{
  const char *unit;
  const char *team;
  const char *search;
  CnscdMemberSort sort;
  gboolean descending;
} CnscdMemberQuery;

/* The numbers (gint64) of all rows of a query, in order; then any rows of it by number. */
GArray *
cnscd_members_query (CnscdDatabase *database, const CnscdMemberQuery *query, GError **error);
GPtrArray *
cnscd_members_read (CnscdDatabase *database, const gint64 *nrs, gsize n_nrs, GError **error);
GPtrArray *
cnscd_members_list (CnscdDatabase *database, const CnscdMemberQuery *query, GError **error);

G_END_DECLS
