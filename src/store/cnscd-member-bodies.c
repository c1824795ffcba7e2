/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-members.h"

#include "core/cnscd-text.h"
#include "cnscd-member-orders.h"
#include "cnscd-statement.h"

static gboolean
find_unit (CnscdDatabase *database, const char *code, gint64 *nr, GError **error)
{
  g_autoptr (CnscdStatement) statement =
    cnscd_statement_take (database, "SELECT nr FROM unit WHERE code = ?1", error);
  CnscdStep step;

  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_text (statement, 1, code);
  step = cnscd_statement_step (statement, error);
  /* What does not exist has no members. */
  *nr = step == CNSCD_STEP_ROW ? cnscd_statement_int (statement, 0) : -1;
  return step != CNSCD_STEP_ERROR;
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const CnscdBodyCount *one = *(const CnscdBodyCount *const *) a;
  const CnscdBodyCount *other = *(const CnscdBodyCount *const *) b;
  g_autoptr (GBytes) one_key = NULL;
  g_autoptr (GBytes) other_key = NULL;

  if (one->n_members != other->n_members)
    return one->n_members > other->n_members ? -1 : 1;

  one_key = cnscd_text_sort_key (one->name);
  other_key = cnscd_text_sort_key (other->name);
  return g_bytes_compare (one_key, other_key);
}

static GPtrArray *
count_bodies (CnscdDatabase *database, const char *unit, GError **error)
{
  GPtrArray *bodies;
  CnscdMemberOrder order;
  const CnscdMemberFacts *facts;
  g_autofree guint *counts = NULL;
  gint64 unit_nr = 0;

  if ((unit != NULL && !find_unit (database, unit, &unit_nr, error)) ||
      !cnscd_member_orders_get (database, CNSCD_MEMBER_SORT_NAME, FALSE, &order, error))
    return NULL;
  facts = cnscd_member_orders_get_facts (database, error);
  if (facts == NULL)
    return NULL;

  counts = g_new0 (guint, cnscd_member_facts_get_n_bodies (facts) + 1);
  for (gsize i = 0; i < order.n_places; i++)
    {
      if (unit_nr == 0 || unit_nr == order.places[i].unit)
        counts[cnscd_member_facts_get (facts, order.places[i].nr)->body]++;
    }

  bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_body_count_free);
  for (guint i = 1; i <= cnscd_member_facts_get_n_bodies (facts); i++)
    {
      CnscdBodyCount *count;

      if (counts[i] == 0)
        continue;
      count = g_new0 (CnscdBodyCount, 1);
      count->name = cnscd_member_facts_dup_body (facts, i);
      count->n_members = counts[i];
      g_ptr_array_add (bodies, count);
    }
  g_ptr_array_sort (bodies, compare_counts);
  return bodies;
}

/**
 * cnscd_body_count_free: (skip)
 * @count: (transfer full): a body
 */
void
cnscd_body_count_free (CnscdBodyCount *count)
{
  g_free (count->name);
  g_free (count);
}

/**
 * cnscd_members_list_bodies:
 * @database: a connection
 * @unit: (nullable): code of a commune, %NULL for all
 * @error: return location for a #CnscdStoreError
 *
 * Lists the bodies that current members represent, those of most members
 * first. Spellings that differ in capitals, spaces or the place of a tone are
 * one body, called as most people write it.
 *
 * Returns: (transfer full) (nullable) (element-type CnscdBodyCount): the bodies
 */
GPtrArray *
cnscd_members_list_bodies (CnscdDatabase *database, const char *unit, GError **error)
{
  GPtrArray *bodies;

  g_return_val_if_fail (database != NULL, NULL);

  if (!cnscd_database_begin_reading (database, error))
    return NULL;
  bodies = count_bodies (database, unit, error);
  cnscd_database_end_reading (database);

  return bodies;
}
