/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-place-search.h"

#include "core/cnscd-text.h"

typedef enum
{
  MATCH_NONE,
  MATCH_UNIT, /* some of the words are the commune's only */
  MATCH_FOLDED,
  MATCH_EXACT,
  N_MATCHES,
} Match;

static Match
match (const CnscdPlaceSearch *search, CnscdStatement *statement)
{
  const char *folded = cnscd_statement_text (statement, 1);
  const char *unit = search->with_unit ? cnscd_statement_text (statement, 2) : NULL;
  const char *name = cnscd_statement_text (statement, 3);
  const char *other = cnscd_statement_text (statement, 4);
  g_autofree char *unit_folded = unit != NULL ? cnscd_text_search_key (unit) : NULL;
  g_autofree char *text =
    g_strjoin (" ", folded != NULL ? folded : "", unit_folded != NULL ? unit_folded : "", NULL);
  g_autofree char *names = NULL;
  g_autofree char *exact = NULL;

  if (!cnscd_search_query_matches (search->folded, text))
    return MATCH_NONE;

  names = g_strjoin (" ", name != NULL ? name : "", other != NULL ? other : "",
                     unit != NULL ? unit : "", NULL);
  exact = cnscd_search_dup_exact (names);
  if (cnscd_search_query_matches (&search->exact, exact))
    return MATCH_EXACT;
  return folded != NULL && cnscd_search_query_matches (search->folded, folded) ? MATCH_FOLDED
                                                                               : MATCH_UNIT;
}

/**
 * cnscd_place_search_new: (skip)
 * @text: (nullable): what somebody typed
 * @with_unit: whether the names of communes are looked at, too
 *
 * Returns: (transfer full) (nullable): the search, or %NULL when @text is
 *   blank, so that nothing is looked for and everything is to be shown
 */
CnscdPlaceSearch *
cnscd_place_search_new (const char *text, gboolean with_unit)
{
  CnscdSearchQuery *folded = cnscd_search_query_new (text);
  CnscdPlaceSearch *search;
  g_autofree char *exact = NULL;

  if (folded == NULL)
    return NULL;

  search = g_new0 (CnscdPlaceSearch, 1);
  search->folded = folded;
  exact = cnscd_search_dup_exact (text);
  search->exact.words = g_strsplit (exact, " ", CNSCD_SEARCH_MAX_WORDS);
  search->with_unit = with_unit;
  return search;
}

/**
 * cnscd_place_search_free: (skip)
 * @search: (transfer full): a search
 */
void
cnscd_place_search_free (CnscdPlaceSearch *search)
{
  cnscd_search_query_free (search->folded);
  g_strfreev (search->exact.words);
  g_free (search);
}

/**
 * cnscd_place_search_run: (skip)
 * @search: a search
 * @statement: bound; its rows are a number, a folded text, the name of a
 *   commune, and two names as written, of which either may be NULL
 * @error: return location for a #CnscdStoreError
 *
 * Picks the rows that are looked for: those with the very accents typed come
 * first, and those that only the commune's name makes fit last.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the numbers
 */
GArray *
cnscd_place_search_run (CnscdPlaceSearch *search, CnscdStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  GArray *nrs;
  CnscdStep step;

  for (Match i = MATCH_NONE; i < N_MATCHES; i++)
    g_ptr_array_add (found, g_array_new (FALSE, FALSE, sizeof (gint64)));

  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    {
      gint64 nr = cnscd_statement_int (statement, 0);
      nrs = g_ptr_array_index (found, match (search, statement));
      g_array_append_val (nrs, nr);
    }
  if (step != CNSCD_STEP_DONE)
    return NULL;

  nrs = g_array_ref (g_ptr_array_index (found, MATCH_EXACT));
  for (Match i = MATCH_FOLDED; i > MATCH_NONE; i--)
    {
      const GArray *others = g_ptr_array_index (found, i);

      if (others->len > 0)
        g_array_append_vals (nrs, others->data, others->len);
    }
  return nrs;
}

/**
 * cnscd_place_search_read_all: (skip)
 * @statement: bound; the first column of its rows is a number
 * @error: return location for a #CnscdStoreError
 *
 * What cnscd_place_search_run() is when nothing is looked for.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the numbers
 */
GArray *
cnscd_place_search_read_all (CnscdStatement *statement, GError **error)
{
  g_autoptr (GArray) nrs = g_array_new (FALSE, FALSE, sizeof (gint64));
  CnscdStep step;

  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    {
      gint64 nr = cnscd_statement_int (statement, 0);

      g_array_append_val (nrs, nr);
    }

  return step == CNSCD_STEP_DONE ? g_steal_pointer (&nrs) : NULL;
}
