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
  CNSCD_MEMBER_SORT_UNIT,
  CNSCD_MEMBER_SORT_GENDER,
  CNSCD_MEMBER_SORT_OFFICE, /* position, then body */
} CnscdMemberSort;

/* By year of birth, as people reckon: who turns 35 this year is no longer under 35. */
typedef enum
{
  CNSCD_AGE_ANY,
  CNSCD_AGE_UNDER_35,
  CNSCD_AGE_35_TO_60,
  CNSCD_AGE_OVER_60,
  CNSCD_AGE_UNKNOWN,
} CnscdAge;

/* For members of whom something is not known. */
#define CNSCD_FILTER_UNKNOWN (-1)

/**
 * CnscdMemberFilter:
 * @role: a #CnscdRole, %CNSCD_FILTER_UNKNOWN, or 0 for any
 * @gender: a #CnscdGender, %CNSCD_FILTER_UNKNOWN, or 0 for any
 * @age: how old
 * @body: (nullable): represented body in any spelling, "" for none at all, %NULL for any
 * @without_legal_basis: only whose data is kept without a legal basis
 *
 * Who is wanted: everything that is set must fit. All zero: everyone.
 */
typedef struct
{
  int role;
  int gender;
  CnscdAge age;
  const char *body;
  gboolean without_legal_basis;
} CnscdMemberFilter;

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
  CnscdMemberFilter filter;
} CnscdMemberQuery;

/* A body that members represent, and how many do. */
typedef struct
{
  char *name;
  guint n_members;
} CnscdBodyCount;

void cnscd_body_count_free (CnscdBodyCount *count);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdBodyCount, cnscd_body_count_free)

/* The numbers (gint64) of all rows of a query, in order; then any rows of it by number. */
GArray *
cnscd_members_query (CnscdDatabase *database, const CnscdMemberQuery *query, GError **error);
GPtrArray *
cnscd_members_read (CnscdDatabase *database, const gint64 *nrs, gsize n_nrs, GError **error);
GPtrArray *
cnscd_members_list (CnscdDatabase *database, const CnscdMemberQuery *query, GError **error);
GPtrArray *cnscd_members_list_bodies (CnscdDatabase *database, const char *unit, GError **error);

G_END_DECLS
