/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-members.h"

#include "cnscd-kind-table.h"
#include "cnscd-member-orders.h"
#include "cnscd-search-query.h"

/* How closely a member is what was searched for; 0: not at all. */
typedef enum
{
  TIER_NONE,
  TIER_EXACT, /* the very accents */
  TIER_NAME,  /* the name, whatever its accents */
  TIER_OTHER, /* phone, hamlet */
  N_TIERS,
} Tier;

typedef struct
{
  gint64 unit;   /* unit.nr, 0 for all */
  gint64 team;   /* team.nr, 0 for all */
  guint8 *tiers; /* (nullable): by membership.nr; NULL for no search */
} Filter;

static gboolean
mark_hits (CnscdDatabase *database,
           const char *query,
           Tier tier,
           guint8 *tiers,
           gint64 max_nr,
           GError **error)
{
  g_autoptr (CnscdStatement) statement = NULL;
  CnscdStep step;

  if (query == NULL)
    return TRUE;

  statement = cnscd_statement_take (
    database, "SELECT rowid FROM member_search WHERE member_search MATCH ?1", error);
  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_text (statement, 1, query);
  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    {
      gint64 nr = cnscd_statement_int (statement, 0);

      if (nr > 0 && nr <= max_nr && tiers[nr] == TIER_NONE)
        tiers[nr] = (guint8) tier;
    }

  return step == CNSCD_STEP_DONE;
}

static gboolean
find_nr (CnscdDatabase *database, const char *sql, const char *key, gint64 *nr, GError **error)
{
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (database, sql, error);
  CnscdStep step;

  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_text (statement, 1, key);
  step = cnscd_statement_step (statement, error);
  /* What does not exist has no members. */
  *nr = step == CNSCD_STEP_ROW ? cnscd_statement_int (statement, 0) : -1;

  return step != CNSCD_STEP_ERROR;
}

static gboolean
make_filter (CnscdDatabase *database,
             const CnscdMemberQuery *query,
             gint64 max_nr,
             Filter *filter,
             GError **error)
{
  g_autoptr (CnscdSearchQuery) search = NULL;

  if (query->unit != NULL &&
      !find_nr (database, "SELECT nr FROM unit WHERE code = ?1", query->unit, &filter->unit, error))
    return FALSE;
  if (query->team != NULL &&
      !find_nr (database, "SELECT nr FROM team WHERE id = ?1", query->team, &filter->team, error))
    return FALSE;

  search = cnscd_search_query_new (query->search);
  if (search == NULL)
    return TRUE;

  filter->tiers = g_malloc0 ((gsize) max_nr + 1);
  return mark_hits (database, search->exact, TIER_EXACT, filter->tiers, max_nr, error) &&
         mark_hits (database, search->name, TIER_NAME, filter->tiers, max_nr, error) &&
         mark_hits (database, search->any, TIER_OTHER, filter->tiers, max_nr, error);
}

static void
collect (const CnscdMemberOrder *order, const Filter *filter, Tier tier, GArray *nrs)
{
  for (gsize i = 0; i < order->n_places; i++)
    {
      const CnscdMemberPlace *place = &order->places[i];

      if ((filter->unit == 0 || filter->unit == place->unit) &&
          (filter->team == 0 || filter->team == place->team) &&
          (filter->tiers == NULL || filter->tiers[place->nr] == tier))
        g_array_append_val (nrs, place->nr);
    }
}

static GArray *
run_query (CnscdDatabase *database, const CnscdMemberQuery *query, GError **error)
{
  GArray *nrs = NULL;
  CnscdMemberOrder order;
  Filter filter = { 0 };

  if (!cnscd_member_orders_get (database, query->sort, query->descending, &order, error))
    return NULL;

  if (make_filter (database, query, order.max_nr, &filter, error))
    {
      nrs = g_array_sized_new (FALSE, FALSE, sizeof (gint64), 64);
      if (filter.tiers == NULL)
        collect (&order, &filter, TIER_NONE, nrs);
      else
        for (Tier tier = TIER_EXACT; tier < N_TIERS; tier++)
          collect (&order, &filter, tier, nrs);
    }
  g_free (filter.tiers);

  return nrs;
}

static CnscdMember *
read_member (CnscdStatement *statement)
{
  CnscdMember *member = g_atomic_rc_box_new0 (CnscdMember);
  const char *birth = cnscd_statement_text (statement, 7);

  member->nr = cnscd_statement_int (statement, 0);
  member->membership = cnscd_statement_dup_text (statement, 1);
  member->person = cnscd_statement_dup_text (statement, 2);
  member->team = cnscd_statement_dup_text (statement, 3);
  member->unit = cnscd_statement_dup_text (statement, 4);
  member->full_name = cnscd_statement_dup_text (statement, 5);
  member->gender =
    (CnscdGender) cnscd_kind_table_read_choice (statement, 6, &CNSCD_KIND_PERSON, "gender");
  if (birth != NULL)
    cnscd_date_read_iso (birth, &member->birth);
  member->phone = cnscd_statement_dup_text (statement, 8);
  member->role =
    (CnscdRole) cnscd_kind_table_read_choice (statement, 9, &CNSCD_KIND_MEMBERSHIP, "role");
  member->team_name = cnscd_statement_dup_text (statement, 10);
  member->hamlet_name = cnscd_statement_dup_text (statement, 11);
  member->hamlet_kind = cnscd_kind_table_read_choice (statement, 12, &CNSCD_KIND_HAMLET, "kind");
  member->body = cnscd_statement_dup_text (statement, 13);
  member->position = cnscd_statement_dup_text (statement, 14);
  member->note = cnscd_statement_dup_text (statement, 15);
  member->ordinal = cnscd_statement_is_null (statement, 16) ? CNSCD_COUNT_UNKNOWN
                                                            : cnscd_statement_int (statement, 16);

  return member;
}

static void
clear_member (gpointer data)
{
  CnscdMember *member = data;

  g_free (member->membership);
  g_free (member->person);
  g_free (member->team);
  g_free (member->unit);
  g_free (member->full_name);
  g_free (member->phone);
  g_free (member->team_name);
  g_free (member->hamlet_name);
  g_free (member->body);
  g_free (member->position);
  g_free (member->note);
}

/**
 * cnscd_member_ref: (skip)
 * @member: a member
 *
 * Returns: (transfer full): @member; safe from any thread
 */
CnscdMember *
cnscd_member_ref (CnscdMember *member)
{
  g_return_val_if_fail (member != NULL, NULL);

  return g_atomic_rc_box_acquire (member);
}

/**
 * cnscd_member_unref: (skip)
 * @member: (transfer full): a member
 */
void
cnscd_member_unref (CnscdMember *member)
{
  g_return_if_fail (member != NULL);

  g_atomic_rc_box_release_full (member, clear_member);
}

/**
 * cnscd_members_query:
 * @database: a connection
 * @query: which members, in which order
 * @error: return location for a #CnscdStoreError
 *
 * Finds the current members: neither they nor their team are deleted or
 * ended before today. What is unknown (a birth date, a phone, a role) comes
 * last in either direction. A search finds names by the beginnings of their
 * words, in any order and with or without accents, phones by their first
 * digits in any spelling, and hamlets; names with the very accents typed come
 * first, then other names, then phones and hamlets, each in the order asked
 * for. A blank search is none; one without a letter or digit finds nothing.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): row numbers, for
 *   cnscd_members_read()
 */
GArray *
cnscd_members_query (CnscdDatabase *database, const CnscdMemberQuery *query, GError **error)
{
  GArray *nrs;

  g_return_val_if_fail (database != NULL && query != NULL, NULL);
  g_return_val_if_fail (query->sort <= CNSCD_MEMBER_SORT_PHONE, NULL);

  if (!cnscd_database_begin_reading (database, error))
    return NULL;
  nrs = run_query (database, query, error);
  cnscd_database_end_reading (database);

  return nrs;
}

/**
 * cnscd_members_read:
 * @database: a connection
 * @nrs: (array length=n_nrs): row numbers of a query
 * @n_nrs: how many
 * @error: return location for a #CnscdStoreError
 *
 * Reads lines of a list, in the order of @nrs. Since rows stay when they are
 * deleted, one that was deleted after the query is still read; only after a
 * restore may a row be gone, and is left out then.
 *
 * Returns: (transfer full) (nullable) (element-type CnscdMember): the lines
 */
GPtrArray *
cnscd_members_read (CnscdDatabase *database, const gint64 *nrs, gsize n_nrs, GError **error)
{
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (CnscdStatement) statement = NULL;

  g_return_val_if_fail (database != NULL && (nrs != NULL || n_nrs == 0), NULL);

  statement = cnscd_statement_take (
    database,
    "SELECT m.nr, m.id, p.id, t.id, m.unit, p.full_name, p.gender, p.birth, p.phone, m.role,"
    " t.name, h.name, h.kind, m.body, m.position, m.note, m.ordinal"
    " FROM membership m JOIN person p ON p.id = m.person JOIN team t ON t.id = m.team"
    " LEFT JOIN hamlet h ON h.id = t.hamlet WHERE m.nr = ?1",
    error);
  if (statement == NULL)
    return NULL;

  members = g_ptr_array_new_full ((guint) n_nrs, (GDestroyNotify) cnscd_member_unref);
  for (gsize i = 0; i < n_nrs; i++)
    {
      CnscdStep step;

      cnscd_statement_bind_int (statement, 1, nrs[i]);
      step = cnscd_statement_step (statement, error);
      if (step == CNSCD_STEP_ERROR)
        return NULL;
      if (step == CNSCD_STEP_ROW)
        g_ptr_array_add (members, read_member (statement));
      cnscd_statement_rewind (statement);
    }

  return g_steal_pointer (&members);
}

/**
 * cnscd_members_list:
 * @database: a connection
 * @query: which members, in which order
 * @error: return location for a #CnscdStoreError
 *
 * Queries and reads at once, for printing and export.
 *
 * Returns: (transfer full) (nullable) (element-type CnscdMember): the lines
 */
GPtrArray *
cnscd_members_list (CnscdDatabase *database, const CnscdMemberQuery *query, GError **error)
{
  GPtrArray *members = NULL;
  g_autoptr (GArray) nrs = NULL;

  g_return_val_if_fail (database != NULL && query != NULL, NULL);
  g_return_val_if_fail (query->sort <= CNSCD_MEMBER_SORT_PHONE, NULL);

  if (!cnscd_database_begin_reading (database, error))
    return NULL;
  nrs = run_query (database, query, error);
  if (nrs != NULL)
    members = cnscd_members_read (database, (const gint64 *) (gpointer) nrs->data, nrs->len, error);
  cnscd_database_end_reading (database);

  return members;
}
