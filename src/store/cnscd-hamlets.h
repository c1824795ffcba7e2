/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-hamlet-edit.h"
#include "cnscd-database.h"

G_BEGIN_DECLS

/* A hamlet with what a list shows of it; strings are %NULL when unknown. */
typedef struct
{
  gint64 nr;
  char *hamlet;
  char *unit;
  char *name;
  int kind; /* CnscdHamletKind */
  CnscdDate valid_from;
  CnscdDate valid_to;
  CnscdDate as_of; /* of the newest figures */
  gint64 households;
  guint n_teams;      /* current ones */
  gboolean is_former; /* ended before today */
} CnscdHamletSummary;

CnscdHamletSummary *cnscd_hamlet_summary_ref (CnscdHamletSummary *summary);
void cnscd_hamlet_summary_unref (CnscdHamletSummary *summary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdHamletSummary, cnscd_hamlet_summary_unref)

typedef enum
{
  CNSCD_HAMLETS_CURRENT,
  CNSCD_HAMLETS_WITHOUT_TEAM, /* current ones that no current team is of */
  CNSCD_HAMLETS_FORMER,
} CnscdHamletsShown;

/* All zero: every current hamlet, by name in Vietnamese order. */
typedef struct
{
  const char *unit;
  const char *search;
  CnscdHamletsShown shown;
} CnscdHamletQuery;

GArray *
cnscd_hamlets_query (CnscdDatabase *database, const CnscdHamletQuery *query, GError **error);
GPtrArray *
cnscd_hamlets_read (CnscdDatabase *database, const gint64 *nrs, gsize n_nrs, GError **error);
GArray *cnscd_hamlets_query_teams (CnscdDatabase *database, const char *hamlet, GError **error);

CnscdHamletDetails *cnscd_hamlets_get (CnscdDatabase *database, const char *hamlet, GError **error);
GPtrArray *cnscd_hamlets_get_current (CnscdDatabase *database, const char *unit, GError **error);

G_END_DECLS
