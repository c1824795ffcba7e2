/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-member-orders.h"

#include <string.h>

#include "core/cnscd-text.h"
#include "cnscd-database-file.h"
#include "cnscd-statement.h"

/*
 * A search or a list of one commune is a walk through an order of everybody,
 * 16 bytes a member, so that a key typed costs no sorting and no look-ups:
 * 0.1 ms for 15,000 members, where joining the hits of a short prefix to
 * their sort keys costs 10. One order is kept by name and one more by
 * whatever else was asked for last; any change in the file drops both.
 */
typedef struct
{
  gboolean filled;
  CnscdMemberSort sort;
  gboolean descending;
  GArray *places;
  gint64 max_nr;
} Slot;

struct _CnscdMemberOrders
{
  gint64 data_version;  /* changes with what other connections commit */
  gint64 total_changes; /* changes with what this one writes */
  guint n_rollbacks;
  char today[CNSCD_DATE_ISO_SIZE];
  Slot slots[2];
  CnscdMemberFacts *facts; /* (nullable): once somebody has asked */
};

#define SELECT_PLACES "SELECT i.nr, i.team, i.unit FROM member_index i"
/* The index knows no first days: the few that are still to come are found once, in one walk through
 * the memberships. */
#define IS_CURRENT                                                                                 \
  " WHERE i.until >= ?1"                                                                           \
  " AND i.nr NOT IN (SELECT nr FROM membership WHERE valid_from > ?1 AND deleted = 0) ORDER BY "

/* Those that are missing are made of the order by name; see sort_by_ranks(). */
static const struct
{
  const char *ascending;
  const char *descending;
} queries[CNSCD_MEMBER_SORT_OFFICE + 1] = {
  [CNSCD_MEMBER_SORT_NAME] = {
    SELECT_PLACES IS_CURRENT "i.sort_key",
    SELECT_PLACES IS_CURRENT "i.sort_key DESC",
  },
  [CNSCD_MEMBER_SORT_TEAM] = {
    SELECT_PLACES " JOIN team t ON t.nr = i.team" IS_CURRENT
    "t.level, t.sort_key, t.nr, i.role, i.ordinal NULLS LAST, i.sort_key",
    SELECT_PLACES " JOIN team t ON t.nr = i.team" IS_CURRENT
    "t.level DESC, t.sort_key DESC, t.nr DESC, i.role, i.ordinal NULLS LAST, i.sort_key",
  },
  [CNSCD_MEMBER_SORT_ROLE] = {
    SELECT_PLACES IS_CURRENT "i.role = 4, i.role, i.sort_key",
    SELECT_PLACES IS_CURRENT "i.role = 4, i.role DESC, i.sort_key",
  },
  [CNSCD_MEMBER_SORT_BIRTH] = {
    SELECT_PLACES IS_CURRENT "i.birth NULLS LAST, i.sort_key",
    SELECT_PLACES IS_CURRENT "i.birth DESC NULLS LAST, i.sort_key",
  },
  [CNSCD_MEMBER_SORT_PHONE] = {
    SELECT_PLACES IS_CURRENT "i.phone NULLS LAST, i.sort_key",
    SELECT_PLACES IS_CURRENT "i.phone DESC NULLS LAST, i.sort_key",
  },
};

static gboolean
read_data_version (CnscdDatabase *database, gint64 *version, GError **error)
{
  g_autoptr (CnscdStatement) statement =
    cnscd_statement_take (database, "PRAGMA data_version", error);

  if (statement == NULL || cnscd_statement_step (statement, error) != CNSCD_STEP_ROW)
    return FALSE;

  *version = cnscd_statement_int (statement, 0);
  return TRUE;
}

static gboolean
drop_stale (CnscdDatabase *database, CnscdMemberOrders *orders, GError **error)
{
  gint64 total_changes = sqlite3_total_changes64 (database->handle);
  gint64 data_version = 0;
  char today[CNSCD_DATE_ISO_SIZE];

  if (!read_data_version (database, &data_version, error))
    return FALSE;
  cnscd_date_write_iso (cnscd_date_today (), today);

  if (data_version != orders->data_version || total_changes != orders->total_changes ||
      database->n_rollbacks != orders->n_rollbacks || strcmp (today, orders->today) != 0)
    {
      for (guint i = 0; i < G_N_ELEMENTS (orders->slots); i++)
        orders->slots[i].filled = FALSE;
      g_clear_pointer (&orders->facts, cnscd_member_facts_free);
      orders->data_version = data_version;
      orders->total_changes = total_changes;
      orders->n_rollbacks = database->n_rollbacks;
      g_strlcpy (orders->today, today, sizeof orders->today);
    }

  return TRUE;
}

static gboolean
fill_from_query (CnscdDatabase *database, CnscdMemberOrders *orders, Slot *slot, GError **error)
{
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (
    database, slot->descending ? queries[slot->sort].descending : queries[slot->sort].ascending,
    error);
  CnscdStep step;

  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_text (statement, 1, orders->today);
  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    {
      const CnscdMemberPlace place = {
        .nr = cnscd_statement_int (statement, 0),
        .team = (guint32) cnscd_statement_int (statement, 1),
        .unit = (guint32) cnscd_statement_int (statement, 2),
      };

      slot->max_nr = MAX (slot->max_nr, place.nr >= 0 ? place.nr : G_MAXINT64);
      g_array_append_val (slot->places, place);
    }

  return step == CNSCD_STEP_DONE;
}

static gboolean fill (CnscdDatabase *database,
                      CnscdMemberOrders *orders,
                      Slot *slot,
                      CnscdMemberSort sort,
                      gboolean descending,
                      GError **error);

/* The order by name, which every other one begins with. */
static Slot *
get_by_name (CnscdDatabase *database, CnscdMemberOrders *orders, GError **error)
{
  Slot *slot = &orders->slots[0];

  if (!slot->filled && !fill (database, orders, slot, CNSCD_MEMBER_SORT_NAME, FALSE, error))
    return NULL;
  return slot;
}

static const CnscdMemberFacts *
get_facts (CnscdDatabase *database, CnscdMemberOrders *orders, GError **error)
{
  const Slot *by_name = get_by_name (database, orders, error);

  if (by_name != NULL && orders->facts == NULL)
    {
      if (by_name->max_nr > CNSCD_MEMBER_MAX_NR)
        cnscd_store_set_damaged_error (database->path, error);
      else
        orders->facts = cnscd_member_facts_read (database, by_name->max_nr, error);
    }

  return by_name != NULL ? orders->facts : NULL;
}

/*
 * Sorts by rank, and members of one rank by name: one step a member and no
 * comparison. Rank 0 is unknown, and stays last.
 */
static void
sort_by_ranks (const Slot *by_name, Slot *slot, const guint32 *ranks, guint32 n_ranks)
{
  guint n = by_name->places->len;
  g_autofree guint *starts = g_new0 (guint, (gsize) n_ranks + 2);
  guint start = 0;

  for (guint i = 0; i < n; i++)
    starts[ranks[i]]++;
  for (guint32 i = 1; i <= n_ranks + 1; i++)
    {
      guint32 rank = i == n_ranks + 1 ? 0 : slot->descending ? n_ranks + 1 - i : i;
      guint count = starts[rank];

      starts[rank] = start;
      start += count;
    }

  g_array_set_size (slot->places, n);
  slot->max_nr = by_name->max_nr;
  for (guint i = 0; i < n; i++)
    g_array_index (slot->places, CnscdMemberPlace, starts[ranks[i]]++) =
      g_array_index (by_name->places, CnscdMemberPlace, i);
}

static gboolean
rank_units (CnscdDatabase *database, GHashTable *ranks, GError **error)
{
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (
    database, "SELECT nr FROM unit ORDER BY cnscd_text_key (name), code", error);
  CnscdStep step;
  guint rank = 0;

  if (statement == NULL)
    return FALSE;

  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    g_hash_table_insert (ranks, GUINT_TO_POINTER ((guint32) cnscd_statement_int (statement, 0)),
                         GUINT_TO_POINTER (++rank));
  return step == CNSCD_STEP_DONE;
}

static gboolean
fill_by_unit (CnscdDatabase *database, const Slot *by_name, Slot *slot, GError **error)
{
  g_autoptr (GHashTable) units = g_hash_table_new (NULL, NULL);
  g_autofree guint32 *ranks = g_new0 (guint32, by_name->places->len + 1);

  if (!rank_units (database, units, error))
    return FALSE;

  for (guint i = 0; i < by_name->places->len; i++)
    {
      guint32 unit = g_array_index (by_name->places, CnscdMemberPlace, i).unit;

      ranks[i] = GPOINTER_TO_UINT (g_hash_table_lookup (units, GUINT_TO_POINTER (unit)));
    }
  sort_by_ranks (by_name, slot, ranks, g_hash_table_size (units));
  return TRUE;
}

static gboolean
fill_by_gender (CnscdDatabase *database,
                CnscdMemberOrders *orders,
                const Slot *by_name,
                Slot *slot,
                GError **error)
{
  const CnscdMemberFacts *facts = get_facts (database, orders, error);
  g_autofree guint32 *ranks = g_new0 (guint32, by_name->places->len + 1);

  if (facts == NULL)
    return FALSE;

  for (guint i = 0; i < by_name->places->len; i++)
    {
      gint64 nr = g_array_index (by_name->places, CnscdMemberPlace, i).nr;

      ranks[i] = cnscd_member_facts_get (facts, nr)->gender;
    }
  sort_by_ranks (by_name, slot, ranks, CNSCD_GENDER_FEMALE);
  return TRUE;
}

/* A text among a few hundred that many members share. */
typedef struct
{
  char *text;
  GBytes *key;
  guint32 rank;
} Office;

static void
office_free (gpointer data)
{
  Office *office = data;

  g_free (office->text);
  g_clear_pointer (&office->key, g_bytes_unref);
  g_free (office);
}

static int
compare_offices (gconstpointer a, gconstpointer b)
{
  const Office *one = *(const Office *const *) a;
  const Office *other = *(const Office *const *) b;
  int order = g_bytes_compare (one->key, other->key);

  return order != 0 ? order : strcmp (one->text, other->text);
}

static void
rank_offices (GHashTable *offices)
{
  g_autoptr (GPtrArray) sorted = g_hash_table_get_values_as_ptr_array (offices);

  for (guint i = 0; i < sorted->len; i++)
    {
      Office *office = sorted->pdata[i];

      office->key = cnscd_text_sort_key (office->text);
    }
  g_ptr_array_sort (sorted, compare_offices);
  for (guint i = 0; i < sorted->len; i++)
    ((Office *) sorted->pdata[i])->rank = i + 1;
}

/* Finds the office of each member of which one is known. */
static gboolean
read_offices (CnscdDatabase *database, GHashTable *offices, GHashTable *by_nr, GError **error)
{
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (
    database,
    "SELECT nr, coalesce (position || ', ' || body, position, body) AS office FROM membership"
    " WHERE deleted = 0 AND office IS NOT NULL",
    error);
  CnscdStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    {
      const char *text = cnscd_statement_text (statement, 1);
      gint64 nr = cnscd_statement_int (statement, 0);
      Office *office = g_hash_table_lookup (offices, text);

      if (office == NULL)
        {
          office = g_new0 (Office, 1);
          office->text = g_strdup (text);
          g_hash_table_insert (offices, office->text, office);
        }
      g_hash_table_insert (by_nr, g_memdup2 (&nr, sizeof nr), office);
    }

  return step == CNSCD_STEP_DONE;
}

static gboolean
fill_by_office (CnscdDatabase *database, const Slot *by_name, Slot *slot, GError **error)
{
  g_autoptr (GHashTable) offices =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, office_free);
  g_autoptr (GHashTable) by_nr = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree guint32 *ranks = g_new0 (guint32, by_name->places->len + 1);

  if (!read_offices (database, offices, by_nr, error))
    return FALSE;

  rank_offices (offices);
  for (guint i = 0; i < by_name->places->len; i++)
    {
      gint64 nr = g_array_index (by_name->places, CnscdMemberPlace, i).nr;
      const Office *office = g_hash_table_lookup (by_nr, &nr);

      ranks[i] = office != NULL ? office->rank : 0;
    }
  sort_by_ranks (by_name, slot, ranks, g_hash_table_size (offices));
  return TRUE;
}

static gboolean
fill_from_names (CnscdDatabase *database, CnscdMemberOrders *orders, Slot *slot, GError **error)
{
  const Slot *by_name = get_by_name (database, orders, error);

  if (by_name == NULL)
    return FALSE;

  if (slot->sort == CNSCD_MEMBER_SORT_UNIT)
    return fill_by_unit (database, by_name, slot, error);
  if (slot->sort == CNSCD_MEMBER_SORT_GENDER)
    return fill_by_gender (database, orders, by_name, slot, error);
  return fill_by_office (database, by_name, slot, error);
}

static gboolean
fill (CnscdDatabase *database,
      CnscdMemberOrders *orders,
      Slot *slot,
      CnscdMemberSort sort,
      gboolean descending,
      GError **error)
{
  if (slot->places == NULL)
    slot->places = g_array_new (FALSE, FALSE, sizeof (CnscdMemberPlace));
  g_array_set_size (slot->places, 0);
  slot->sort = sort;
  slot->descending = descending;
  slot->max_nr = 0;
  slot->filled = queries[sort].ascending != NULL ? fill_from_query (database, orders, slot, error)
                                                 : fill_from_names (database, orders, slot, error);
  return slot->filled;
}

/**
 * cnscd_member_orders_get: (skip)
 * @database: a connection
 * @sort: by what
 * @descending: from the end; what is unknown stays last
 * @order: (out): the order, until the next call
 * @error: return location for a #CnscdStoreError
 *
 * Returns: whether it could be read
 */
gboolean
cnscd_member_orders_get (CnscdDatabase *database,
                         CnscdMemberSort sort,
                         gboolean descending,
                         CnscdMemberOrder *order,
                         GError **error)
{
  CnscdMemberOrders *orders;
  Slot *slot;

  if (database->member_orders == NULL)
    database->member_orders = g_new0 (CnscdMemberOrders, 1);
  orders = database->member_orders;

  if (!drop_stale (database, orders, error))
    return FALSE;

  slot = &orders->slots[sort == CNSCD_MEMBER_SORT_NAME && !descending ? 0 : 1];
  if ((!slot->filled || slot->sort != sort || slot->descending != descending) &&
      !fill (database, orders, slot, sort, descending, error))
    return FALSE;

  order->places = (const CnscdMemberPlace *) (gpointer) slot->places->data;
  order->n_places = slot->places->len;
  order->max_nr = slot->max_nr;
  return TRUE;
}

/**
 * cnscd_member_orders_get_facts: (skip)
 * @database: a connection
 * @error: return location for a #CnscdStoreError
 *
 * To be called after cnscd_member_orders_get(): what it answers is of the same moment.
 *
 * Returns: (transfer none) (nullable): what members can be filtered by, until the next order
 */
const CnscdMemberFacts *
cnscd_member_orders_get_facts (CnscdDatabase *database, GError **error)
{
  g_return_val_if_fail (database->member_orders != NULL, NULL);

  return get_facts (database, database->member_orders, error);
}

/**
 * cnscd_member_orders_free: (skip)
 * @orders: (transfer full): the orders of a connection
 */
void
cnscd_member_orders_free (CnscdMemberOrders *orders)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders->slots); i++)
    g_clear_pointer (&orders->slots[i].places, g_array_unref);
  g_clear_pointer (&orders->facts, cnscd_member_facts_free);
  g_free (orders);
}
