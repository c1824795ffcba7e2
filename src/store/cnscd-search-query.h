/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many words of what somebody typed are looked at: names have six at the most. */
#define CNSCD_SEARCH_MAX_WORDS 16

/**
 * CnscdSearchQuery:
 * @words: the folded words; empty when nothing typed can be found
 * @whole: (nullable): FTS5 query for whole words with the very accents typed
 * @exact: (nullable): FTS5 query for words that begin with the very accents typed
 * @name: (nullable): FTS5 query for names, whatever their accents
 * @any: (nullable): FTS5 query for hamlets too
 * @phones: (nullable): beginnings of phone numbers, of which one must fit
 * @also_phones: whether a member must fit both @any and @phones, else either
 *
 * What somebody typed, as queries of member_search, the closest first.
 */
typedef struct
{
  char **words;
  char *whole;
  char *exact;
  char *name;
  char *any;
  char **phones;
  gboolean also_phones;
} CnscdSearchQuery;

CnscdSearchQuery *cnscd_search_query_new (const char *text);
void cnscd_search_query_free (CnscdSearchQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdSearchQuery, cnscd_search_query_free)

gboolean cnscd_search_query_matches (const CnscdSearchQuery *query, const char *folded);
char *cnscd_search_dup_exact (const char *text);

G_END_DECLS
