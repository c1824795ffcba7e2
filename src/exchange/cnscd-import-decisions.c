/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-decisions.h"

/**
 * CnscdImportDecisions:
 *
 * Who may be the same person in an import, and what somebody decides about
 * them. Each decision makes another plan, whose pairs are added to those that
 * were there: who is in the middle of them loses none.
 */
struct _CnscdImportDecisions
{
  GPtrArray *pairs;  /* all that have come up, in this order */
  GHashTable *known; /* row and candidate -> index in @pairs */
  GHashTable *table; /* row -> candidate, "" for somebody else */
};

static GPtrArray *
create_pairs (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_import_pair_unref);
}

/* Whether there is something else to choose from. */
static gboolean
offers_other (const CnscdImportPair *one, const CnscdImportPair *other)
{
  return !cnscd_date_equal (one->last_day, other->last_day);
}

/**
 * cnscd_import_decisions_new: (skip)
 *
 * Returns: (transfer full): no decisions, about nobody
 */
CnscdImportDecisions *
cnscd_import_decisions_new (void)
{
  CnscdImportDecisions *decisions = g_new (CnscdImportDecisions, 1);

  *decisions = (CnscdImportDecisions) {
    .pairs = create_pairs (),
    .known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
  };
  return decisions;
}

/**
 * cnscd_import_decisions_free: (skip)
 * @decisions: (transfer full): decisions
 */
void
cnscd_import_decisions_free (CnscdImportDecisions *decisions)
{
  g_ptr_array_unref (decisions->pairs);
  g_hash_table_unref (decisions->known);
  g_hash_table_unref (decisions->table);
  g_free (decisions);
}

/**
 * cnscd_import_decisions_add: (skip)
 * @decisions: decisions
 * @pairs: (element-type CnscdImportPair): the possible duplicates of a plan
 *
 * Puts those that have not come up before behind the others. One that did is
 * replaced only where there is something else to choose from now.
 */
void
cnscd_import_decisions_add (CnscdImportDecisions *decisions, const GPtrArray *pairs)
{
  g_autoptr (GPtrArray) all = create_pairs ();

  for (guint i = 0; i < decisions->pairs->len; i++)
    g_ptr_array_add (all, cnscd_import_pair_ref (decisions->pairs->pdata[i]));
  for (guint i = 0; i < pairs->len; i++)
    {
      CnscdImportPair *pair = pairs->pdata[i];
      g_autofree char *key = g_strconcat (pair->row, "\n", pair->candidate, NULL);
      gpointer at;

      if (!g_hash_table_lookup_extended (decisions->known, key, NULL, &at))
        {
          g_hash_table_insert (decisions->known, g_steal_pointer (&key),
                               GUINT_TO_POINTER (all->len));
          g_ptr_array_add (all, cnscd_import_pair_ref (pair));
        }
      else if (offers_other (g_ptr_array_index (all, GPOINTER_TO_UINT (at)), pair))
        {
          cnscd_import_pair_unref (all->pdata[GPOINTER_TO_UINT (at)]);
          all->pdata[GPOINTER_TO_UINT (at)] = cnscd_import_pair_ref (pair);
        }
    }
  g_ptr_array_unref (decisions->pairs);
  decisions->pairs = g_steal_pointer (&all);
}

/**
 * cnscd_import_decisions_get_pairs: (skip)
 * @decisions: decisions
 *
 * Returns: (transfer none) (element-type CnscdImportPair): the possible duplicates of all plans;
 *   another array each time some are added, this one does not change
 */
GPtrArray *
cnscd_import_decisions_get_pairs (CnscdImportDecisions *decisions)
{
  return decisions->pairs;
}

/**
 * cnscd_import_decisions_decide: (skip)
 * @decisions: decisions
 * @pair: a possible duplicate
 * @choice: whether they are one person
 *
 * Replaces what was decided about the same row.
 */
void
cnscd_import_decisions_decide (CnscdImportDecisions *decisions,
                               const CnscdImportPair *pair,
                               CnscdImportChoice choice)
{
  g_hash_table_replace (decisions->table, g_strdup (pair->row),
                        cnscd_import_pair_dup_decision (pair, choice));
}

/**
 * cnscd_import_decisions_get_choice: (skip)
 * @decisions: decisions
 * @pair: a possible duplicate
 *
 * Returns: whether they are one person, as it was decided, or else as the import goes by. Who is
 *   one person is no other one.
 */
CnscdImportChoice
cnscd_import_decisions_get_choice (CnscdImportDecisions *decisions, const CnscdImportPair *pair)
{
  return cnscd_import_pair_get_choice (pair, g_hash_table_lookup (decisions->table, pair->row));
}

/**
 * cnscd_import_decisions_dup_table: (skip)
 * @decisions: decisions
 *
 * Returns: (transfer full) (element-type utf8 utf8): them, as of #CnscdImportOptions
 */
GHashTable *
cnscd_import_decisions_dup_table (CnscdImportDecisions *decisions)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer row, candidate;

  g_hash_table_iter_init (&iter, decisions->table);
  while (g_hash_table_iter_next (&iter, &row, &candidate))
    g_hash_table_insert (copy, g_strdup (row), g_strdup (candidate));
  return copy;
}
