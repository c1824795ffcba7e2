/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-members.h"

#include <string.h>

#include "cnscd-database-file.h"
#include "cnscd-kind-table.h"
#include "cnscd-member-orders.h"
#include "cnscd-member-sieve.h"
#include "cnscd-search-query.h"

/* What people remember of a phone may be its last digits; fewer would be in too many. */
#define MIN_INNER_DIGITS 4

/* How closely a member is what was searched for; 0: not at all. */
typedef enum
{
  TIER_NONE,
  TIER_WHOLE, /* whole words with the very accents */
  TIER_EXACT, /* the very accents, of longer words */
  TIER_NAME,  /* the name, whatever its accents */
  TIER_OTHER, /* phone, hamlet */
  TIER_PART,  /* digits inside of a phone */
  N_TIERS,
} Tier;

typedef struct
{
  gint64 unit;   /* unit.nr, 0 for all */
  gint64 team;   /* team.nr, 0 for all */
  guint8 *tiers; /* (nullable): by membership.nr; NULL for no search */
  gint64 max_nr; /* the last of @tiers */
  CnscdMemberSieve sieve;
} Filter;

/* Marks with @tier what a statement finds, except for what is marked already. */
static gboolean
mark (CnscdStatement *statement, Tier tier, const Filter *filter, GError **error)
{
  CnscdStep step;

  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    {
      gint64 nr = cnscd_statement_int (statement, 0);

      if (nr > 0 && nr <= filter->max_nr && filter->tiers[nr] == TIER_NONE)
        filter->tiers[nr] = (guint8) tier;
    }

  return step == CNSCD_STEP_DONE;
}

static gboolean
mark_words (CnscdDatabase *database,
            const char *query,
            Tier tier,
            const Filter *filter,
            GError **error)
{
  g_autoptr (CnscdStatement) statement = NULL;

  if (query == NULL)
    return TRUE;

  statement = cnscd_statement_take (
    database, "SELECT rowid FROM member_search WHERE member_search MATCH ?1", error);
  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_text (statement, 1, query);
  return mark (statement, tier, filter, error);
}

static gboolean
mark_phone_parts (CnscdDatabase *database, const char *digits, const Filter *filter, GError **error)
{
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (
    database, "SELECT nr FROM member_index WHERE instr (phone, ?1) > 0", error);

  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_text (statement, 1, digits);
  return mark (statement, TIER_PART, filter, error);
}

/*
 * Phones are no words of member_search: nearly every one is a term of its own
 * there, and "09" would merge as many lists as there are members. A range of
 * an index gives them at once.
 */
static gboolean
mark_phones (CnscdDatabase *database, char *const *phones, const Filter *filter, GError **error)
{
  for (guint i = 0; phones != NULL && phones[i] != NULL; i++)
    {
      g_autofree char *end = g_strconcat (phones[i], ":", NULL);
      g_autoptr (CnscdStatement) statement = cnscd_statement_take (
        database, "SELECT nr FROM member_index WHERE phone >= ?1 AND phone < ?2", error);

      if (statement == NULL)
        return FALSE;

      /* ':' is the character after '9'. */
      cnscd_statement_bind_text (statement, 1, phones[i]);
      cnscd_statement_bind_text (statement, 2, end);
      if (!mark (statement, TIER_OTHER, filter, error))
        return FALSE;
    }

  return phones == NULL || strlen (phones[0]) < MIN_INNER_DIGITS ||
         mark_phone_parts (database, phones[0], filter, error);
}

static gboolean
mark_all (CnscdDatabase *database,
          const CnscdSearchQuery *search,
          const Filter *filter,
          GError **error)
{
  return mark_words (database, search->whole, TIER_WHOLE, filter, error) &&
         mark_words (database, search->exact, TIER_EXACT, filter, error) &&
         mark_words (database, search->name, TIER_NAME, filter, error) &&
         mark_words (database, search->any, TIER_OTHER, filter, error);
}

/* A name and a phone were typed: both must fit. */
static gboolean
mark_both (CnscdDatabase *database,
           const CnscdSearchQuery *search,
           const Filter *filter,
           GError **error)
{
  const Filter by_phone = { .tiers = g_malloc0 ((gsize) filter->max_nr + 1),
                            .max_nr = filter->max_nr };
  gboolean done = mark_all (database, search, filter, error) &&
                  mark_phones (database, search->phones, &by_phone, error);

  for (gint64 nr = 0; done && nr <= filter->max_nr; nr++)
    {
      if (by_phone.tiers[nr] == TIER_NONE)
        filter->tiers[nr] = TIER_NONE;
    }
  g_free (by_phone.tiers);

  return done;
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
  if (!cnscd_member_sieve_init (&filter->sieve, database, &query->filter, error))
    return FALSE;

  search = cnscd_search_query_new (query->search);
  if (search == NULL)
    return TRUE;

  if (max_nr > CNSCD_MEMBER_MAX_NR)
    {
      cnscd_store_set_damaged_error (database->path, error);
      return FALSE;
    }

  filter->max_nr = max_nr;
  filter->tiers = g_malloc0 ((gsize) max_nr + 1);
  if (search->also_phones)
    return mark_both (database, search, filter, error);
  return mark_phones (database, search->phones, filter, error) &&
         mark_all (database, search, filter, error);
}

static void
collect (const CnscdMemberOrder *order, const Filter *filter, Tier tier, GArray *nrs)
{
  for (gsize i = 0; i < order->n_places; i++)
    {
      const CnscdMemberPlace *place = &order->places[i];

      if ((filter->unit == 0 || filter->unit == place->unit) &&
          (filter->team == 0 || filter->team == place->team) &&
          (filter->tiers == NULL || filter->tiers[place->nr] == tier) &&
          cnscd_member_sieve_fits (&filter->sieve, place->nr))
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
        for (Tier tier = TIER_WHOLE; tier < N_TIERS; tier++)
          collect (&order, &filter, tier, nrs);
    }
  g_free (filter.tiers);

  return nrs;
}

static CnscdMember *
read_member (CnscdStatement *statement)
{
  CnscdMember *member = g_atomic_rc_box_new0 (CnscdMember);

  member->nr = cnscd_statement_int (statement, 0);
  member->membership = cnscd_statement_dup_text (statement, 1);
  member->person = cnscd_statement_dup_text (statement, 2);
  member->team = cnscd_statement_dup_text (statement, 3);
  member->unit = cnscd_statement_dup_text (statement, 4);
  member->full_name = cnscd_statement_dup_text (statement, 5);
  member->gender =
    (CnscdGender) cnscd_kind_table_read_choice (statement, 6, &CNSCD_KIND_PERSON, "gender");
  member->birth = cnscd_kind_table_read_date (statement, 7);
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
 * ended before today, and they begin no later than today. What is unknown (a birth date, a phone, a
 * role) comes last in either direction. A search finds names by the beginnings of their words, in
 * any order and with or without accents, phones by their first digits in any spelling or by four or
 * more of the others, and hamlets; names with the very accents typed come first, whole words before
 * longer ones, then other names, then phones and hamlets, each in the order asked for. A blank
 * search is none; one without a letter or digit finds nothing.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): row numbers, for
 *   cnscd_members_read()
 */
GArray *
cnscd_members_query (CnscdDatabase *database, const CnscdMemberQuery *query, GError **error)
{
  GArray *nrs;

  g_return_val_if_fail (database != NULL && query != NULL, NULL);
  g_return_val_if_fail (query->sort <= CNSCD_MEMBER_SORT_OFFICE, NULL);

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
  g_return_val_if_fail (query->sort <= CNSCD_MEMBER_SORT_OFFICE, NULL);

  if (!cnscd_database_begin_reading (database, error))
    return NULL;
  nrs = run_query (database, query, error);
  if (nrs != NULL)
    members = cnscd_members_read (database, (const gint64 *) (gpointer) nrs->data, nrs->len, error);
  cnscd_database_end_reading (database);

  return members;
}
