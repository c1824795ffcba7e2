/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-search-query.h"
#include "cnscd-statement.h"

G_BEGIN_DECLS

/**
 * CnscdPlaceSearch:
 *
 * What somebody looks for among hamlets or teams, by their names and, from the
 * province's desk, by those of their communes.
 */
typedef struct
{
  CnscdSearchQuery *folded;
  CnscdSearchQuery exact; /* its words with the accents typed */
  gboolean with_unit;     /* where there is more than one commune */
} CnscdPlaceSearch;

CnscdPlaceSearch *cnscd_place_search_new (const char *text, gboolean with_unit);
void cnscd_place_search_free (CnscdPlaceSearch *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdPlaceSearch, cnscd_place_search_free)

GArray *
cnscd_place_search_run (CnscdPlaceSearch *search, CnscdStatement *statement, GError **error);
GArray *cnscd_place_search_read_all (CnscdStatement *statement, GError **error);

G_END_DECLS
