/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-member-orders.h"

#include <string.h>

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
};

#define SELECT_PLACES "SELECT i.nr, i.team, i.unit FROM member_index i"
#define IS_CURRENT    " WHERE i.until >= ?1 ORDER BY "

static const struct
{
  const char *ascending;
  const char *descending;
} queries[] = {
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
      orders->data_version = data_version;
      orders->total_changes = total_changes;
      orders->n_rollbacks = database->n_rollbacks;
      g_strlcpy (orders->today, today, sizeof orders->today);
    }

  return TRUE;
}

static gboolean
fill (CnscdDatabase *database, CnscdMemberOrders *orders, Slot *slot, GError **error)
{
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (
    database, slot->descending ? queries[slot->sort].descending : queries[slot->sort].ascending,
    error);
  CnscdStep step;

  if (statement == NULL)
    return FALSE;

  if (slot->places == NULL)
    slot->places = g_array_new (FALSE, FALSE, sizeof (CnscdMemberPlace));
  g_array_set_size (slot->places, 0);
  slot->max_nr = 0;

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

  slot->filled = step == CNSCD_STEP_DONE;
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
  if (!slot->filled || slot->sort != sort || slot->descending != descending)
    {
      slot->sort = sort;
      slot->descending = descending;
      slot->filled = FALSE;
      if (!fill (database, orders, slot, error))
        return FALSE;
    }

  order->places = (const CnscdMemberPlace *) (gpointer) slot->places->data;
  order->n_places = slot->places->len;
  order->max_nr = slot->max_nr;
  return TRUE;
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
  g_free (orders);
}
