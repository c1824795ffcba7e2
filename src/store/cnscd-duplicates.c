/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-duplicates.h"

#include <string.h>

#include "core/cnscd-text.h"
#include "cnscd-action.h"
#include "cnscd-kind-table.h"

/* Of more people with one name each is compared with so many who were born next. */
#define MAX_NAMESAKES 50

/* Of a file that lists one person a thousand times these are enough to choose the likeliest from.
 */
#define MAX_PAIRS 20000

#define DISTINCT_PREFIX "distinct:"

/* A person while pairs are looked for; the texts are the chunk's. */
typedef struct
{
  gint64 nr;
  const char *id;
  const char *unit;
  const char *full_name;
  CnscdPersonTraits traits;
} Candidate;

typedef struct
{
  const Candidate *one;
  const Candidate *other;
  CnscdPersonMatch match;
  guint score;
  GBytes *sort_key;
} Pair;

typedef struct
{
  GStringChunk *texts;
  GArray *candidates; /* of Candidate */
  GHashTable *distinct;
  GArray *pairs; /* of Pair */
} Finder;

static void
clear_pair (gpointer data)
{
  g_bytes_unref (((Pair *) data)->sort_key);
}

static void
finder_init (Finder *finder)
{
  finder->texts = g_string_chunk_new (64 * 1024);
  finder->candidates = g_array_new (FALSE, TRUE, sizeof (Candidate));
  finder->distinct = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  finder->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_array_set_clear_func (finder->pairs, clear_pair);
}

static void
finder_clear (Finder *finder)
{
  g_array_unref (finder->pairs);
  g_hash_table_unref (finder->distinct);
  g_array_unref (finder->candidates);
  g_string_chunk_free (finder->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finder, finder_clear)

/* The same for the two in either order. */
static char *
dup_distinct_name (const char *one, const char *other)
{
  gboolean in_order = strcmp (one, other) < 0;

  return g_strconcat (DISTINCT_PREFIX, in_order ? one : other, ":", in_order ? other : one, NULL);
}

static gboolean
read_distinct (CnscdDatabase *database, Finder *finder, GError **error)
{
  /* ';' is the character after ':'. */
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (
    database, "SELECT name FROM setting WHERE name >= 'distinct:' AND name < 'distinct;'", error);
  CnscdStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    g_hash_table_add (finder->distinct, cnscd_statement_dup_text (statement, 0));
  return step == CNSCD_STEP_DONE;
}

static const char *
keep_text (Finder *finder, CnscdStatement *statement, int column)
{
  const char *text = cnscd_statement_text (statement, column);

  return text != NULL ? g_string_chunk_insert (finder->texts, text) : NULL;
}

static void
add_candidate (Finder *finder, CnscdStatement *statement)
{
  Candidate candidate = { .nr = cnscd_statement_int (statement, 0) };
  const char *id = cnscd_statement_text (statement, 1);
  const char *unit = cnscd_statement_text (statement, 2);
  g_autofree char *folded = NULL;

  if (id == NULL || unit == NULL)
    return;

  candidate.id = g_string_chunk_insert (finder->texts, id);
  candidate.unit = g_string_chunk_insert_const (finder->texts, unit);
  candidate.full_name = keep_text (finder, statement, 3);
  candidate.traits.gender =
    (CnscdGender) cnscd_kind_table_read_choice (statement, 4, &CNSCD_KIND_PERSON, "gender");
  candidate.traits.birth = cnscd_kind_table_read_date (statement, 5);
  candidate.traits.phone = keep_text (finder, statement, 6);

  folded = cnscd_text_search_key (candidate.full_name);
  candidate.traits.folded = g_string_chunk_insert (finder->texts, folded);
  /* A name of signs only is nobody's. */
  if (*folded != '\0')
    g_array_append_val (finder->candidates, candidate);
}

static gboolean
read_candidates (CnscdDatabase *database, const char *unit, Finder *finder, GError **error)
{
  g_autoptr (CnscdStatement) statement =
    cnscd_statement_take (database,
                          "SELECT nr, id, unit, full_name, gender, birth, phone FROM person"
                          " WHERE deleted = 0 AND ?1 IN (unit, '')",
                          error);
  CnscdStep step;

  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_text (statement, 1, unit != NULL ? unit : "");
  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    add_candidate (finder, statement);
  return step == CNSCD_STEP_DONE;
}

static gboolean
is_distinct (Finder *finder, const Candidate *one, const Candidate *other)
{
  g_autofree char *name = NULL;

  if (g_hash_table_size (finder->distinct) == 0)
    return FALSE;

  name = dup_distinct_name (one->id, other->id);
  return g_hash_table_contains (finder->distinct, name);
}

/* Few are compared with anybody. */
static void
ensure_name_key (Finder *finder, Candidate *candidate)
{
  g_autofree char *name_key = NULL;

  if (candidate->traits.name_key != NULL)
    return;

  name_key = cnscd_text_match_key (candidate->full_name);
  candidate->traits.name_key = g_string_chunk_insert (finder->texts, name_key);
}

static void
compare (Finder *finder, Candidate *one, Candidate *other)
{
  Pair pair = { .match = CNSCD_PERSON_MATCH_NONE };

  if (finder->pairs->len >= MAX_PAIRS)
    return;

  ensure_name_key (finder, one);
  ensure_name_key (finder, other);
  pair.match = cnscd_person_match (&one->traits, &other->traits);
  if (pair.match == CNSCD_PERSON_MATCH_NONE || is_distinct (finder, one, other))
    return;

  pair.one = one->nr < other->nr ? one : other;
  pair.other = pair.one == one ? other : one;
  pair.score = cnscd_person_match_get_score (pair.match);
  pair.sort_key = cnscd_name_sort_key (pair.one->full_name);
  g_array_append_val (finder->pairs, pair);
}

static int
compare_births (gconstpointer a, gconstpointer b)
{
  const Candidate *one = *(const Candidate *const *) a;
  const Candidate *other = *(const Candidate *const *) b;
  int order = cnscd_date_compare (one->traits.birth, other->traits.birth);

  return order != 0 ? order : g_strcmp0 (one->traits.phone, other->traits.phone);
}

static void
compare_namesakes (Finder *finder, GPtrArray *group)
{
  if (group->len > MAX_NAMESAKES)
    g_ptr_array_sort (group, compare_births);

  for (guint i = 0; i < group->len; i++)
    for (guint j = i + 1; j < MIN (group->len, i + 1 + MAX_NAMESAKES); j++)
      compare (finder, group->pdata[i], group->pdata[j]);
}

static void
compare_phone_owners (Finder *finder, GPtrArray *group)
{
  if (group->len > CNSCD_PERSON_MATCH_MAX_PHONE_OWNERS)
    return;

  for (guint i = 0; i < group->len; i++)
    {
      Candidate *one = group->pdata[i];

      for (guint j = i + 1; j < group->len; j++)
        {
          Candidate *other = group->pdata[j];

          /* The others are namesakes and were compared as such. */
          if (!g_str_equal (one->traits.folded, other->traits.folded))
            compare (finder, one, other);
        }
    }
}

static guint
hash_in_unit (const Candidate *candidate, const char *key)
{
  return g_str_hash (candidate->unit) * 31 + g_str_hash (key);
}

static guint
hash_name (gconstpointer candidate)
{
  return hash_in_unit (candidate, ((const Candidate *) candidate)->traits.folded);
}

static gboolean
is_namesake (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  return g_str_equal (one->traits.folded, other->traits.folded) &&
         g_str_equal (one->unit, other->unit);
}

static guint
hash_phone (gconstpointer candidate)
{
  return hash_in_unit (candidate, ((const Candidate *) candidate)->traits.phone);
}

static gboolean
has_same_phone (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  return g_str_equal (one->traits.phone, other->traits.phone) &&
         g_str_equal (one->unit, other->unit);
}

static void
unref_group (gpointer group)
{
  if (group != NULL)
    g_ptr_array_unref (group);
}

/* Puts a candidate beside those of one commune who are alike; most stay alone, without an array. */
static void
add_to_group (GHashTable *groups, Candidate *candidate)
{
  gpointer first, value;
  GPtrArray *group;

  if (!g_hash_table_lookup_extended (groups, candidate, &first, &value))
    {
      g_hash_table_insert (groups, candidate, NULL);
      return;
    }

  group = value;
  if (group == NULL)
    {
      group = g_ptr_array_new ();
      g_ptr_array_add (group, first);
      g_hash_table_insert (groups, first, group);
    }
  g_ptr_array_add (group, candidate);
}

static void
for_each_group (Finder *finder, GHashTable *groups, void (*func) (Finder *, GPtrArray *))
{
  GHashTableIter iter;
  gpointer group;

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    {
      if (group != NULL)
        func (finder, group);
    }
}

static void
find_pairs (Finder *finder)
{
  g_autoptr (GHashTable) namesakes =
    g_hash_table_new_full (hash_name, is_namesake, NULL, unref_group);
  g_autoptr (GHashTable) phone_owners =
    g_hash_table_new_full (hash_phone, has_same_phone, NULL, unref_group);

  for (guint i = 0; i < finder->candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (finder->candidates, Candidate, i);

      add_to_group (namesakes, candidate);
      if (candidate->traits.phone != NULL)
        add_to_group (phone_owners, candidate);
    }

  for_each_group (finder, namesakes, compare_namesakes);
  for_each_group (finder, phone_owners, compare_phone_owners);
}

/* What speaks for it most, then by name; the same at each call. */
static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *one = a;
  const Pair *other = b;
  int order;

  if (one->score != other->score)
    return one->score > other->score ? -1 : 1;

  order = g_bytes_compare (one->sort_key, other->sort_key);
  if (order == 0)
    order = (one->one->nr > other->one->nr) - (one->one->nr < other->one->nr);
  if (order == 0)
    order = (one->other->nr > other->other->nr) - (one->other->nr < other->other->nr);
  return order;
}

static gboolean
read_team (CnscdDatabase *database, CnscdDuplicatePerson *person, GError **error)
{
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (
    database,
    "SELECT t.name, h.name, h.kind, count (*) OVER ()"
    " FROM membership m JOIN team t ON t.id = m.team LEFT JOIN hamlet h ON h.id = t.hamlet"
    " WHERE m.person = ?1 AND m.deleted = 0 AND t.deleted = 0"
    " ORDER BY min (m.until, t.until) DESC, m.valid_from DESC NULLS LAST, m.nr DESC LIMIT 1",
    error);
  CnscdStep step;

  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_text (statement, 1, person->id);
  step = cnscd_statement_step (statement, error);
  if (step == CNSCD_STEP_ROW)
    {
      person->team_name = cnscd_statement_dup_text (statement, 0);
      person->hamlet_name = cnscd_statement_dup_text (statement, 1);
      person->hamlet_kind = cnscd_kind_table_read_choice (statement, 2, &CNSCD_KIND_HAMLET, "kind");
      person->n_teams = (guint) cnscd_statement_int (statement, 3);
    }
  return step != CNSCD_STEP_ERROR;
}

static gboolean
fill_person (CnscdDatabase *database,
             const Candidate *candidate,
             CnscdDuplicatePerson *person,
             GError **error)
{
  person->id = g_strdup (candidate->id);
  person->unit = g_strdup (candidate->unit);
  person->full_name = g_strdup (candidate->full_name);
  person->gender = candidate->traits.gender;
  person->birth = candidate->traits.birth;
  person->phone = g_strdup (candidate->traits.phone);
  return read_team (database, person, error);
}

static GPtrArray *
make_duplicates (CnscdDatabase *database, Finder *finder, GError **error)
{
  g_autoptr (GPtrArray) duplicates =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_duplicate_unref);

  g_array_sort (finder->pairs, compare_pairs);
  for (guint i = 0; i < MIN (finder->pairs->len, CNSCD_DUPLICATES_MAX); i++)
    {
      const Pair *pair = &g_array_index (finder->pairs, Pair, i);
      CnscdDuplicate *duplicate = g_atomic_rc_box_new0 (CnscdDuplicate);

      g_ptr_array_add (duplicates, duplicate);
      duplicate->match = pair->match;
      if (!fill_person (database, pair->one, &duplicate->one, error) ||
          !fill_person (database, pair->other, &duplicate->other, error))
        return NULL;
    }

  return g_steal_pointer (&duplicates);
}

static void
clear_person (CnscdDuplicatePerson *person)
{
  g_free (person->id);
  g_free (person->unit);
  g_free (person->full_name);
  g_free (person->phone);
  g_free (person->team_name);
  g_free (person->hamlet_name);
}

static void
clear_duplicate (gpointer data)
{
  CnscdDuplicate *duplicate = data;

  clear_person (&duplicate->one);
  clear_person (&duplicate->other);
}

/**
 * cnscd_duplicate_ref: (skip)
 * @duplicate: two people
 *
 * Returns: (transfer full): @duplicate; safe from any thread
 */
CnscdDuplicate *
cnscd_duplicate_ref (CnscdDuplicate *duplicate)
{
  g_return_val_if_fail (duplicate != NULL, NULL);

  return g_atomic_rc_box_acquire (duplicate);
}

/**
 * cnscd_duplicate_unref: (skip)
 * @duplicate: (transfer full): two people
 */
void
cnscd_duplicate_unref (CnscdDuplicate *duplicate)
{
  g_return_if_fail (duplicate != NULL);

  g_atomic_rc_box_release_full (duplicate, clear_duplicate);
}

/**
 * cnscd_duplicates_find:
 * @database: a connection
 * @unit: (nullable): code of a commune; %NULL: of each
 * @error: return location for a #CnscdStoreError
 *
 * Finds the people of one commune who may be the same person; see
 * cnscd_person_match(). Only namesakes and owners of one phone are compared,
 * so that it takes as long as reading everybody once. Two of whom somebody
 * said that they are not the same are left out.
 *
 * Returns: (transfer full) (nullable) (element-type CnscdDuplicate): at most
 *   %CNSCD_DUPLICATES_MAX pairs, the likeliest first
 */
GPtrArray *
cnscd_duplicates_find (CnscdDatabase *database, const char *unit, GError **error)
{
  g_auto (Finder) finder;
  GPtrArray *duplicates = NULL;

  finder_init (&finder);
  g_return_val_if_fail (database != NULL, NULL);

  if (!cnscd_database_begin_reading (database, error))
    return NULL;
  if (read_distinct (database, &finder, error) && read_candidates (database, unit, &finder, error))
    {
      find_pairs (&finder);
      duplicates = make_duplicates (database, &finder, error);
    }
  cnscd_database_end_reading (database);

  return duplicates;
}

/**
 * cnscd_duplicates_count:
 * @database: a connection
 * @unit: (nullable): code of a commune; %NULL: of each
 * @n: (out): how many pairs there are, also of those that are too many to be listed
 * @error: return location for a #CnscdStoreError
 *
 * Counts what cnscd_duplicates_find() would find.
 *
 * Returns: whether they could be counted
 */
gboolean
cnscd_duplicates_count (CnscdDatabase *database, const char *unit, guint *n, GError **error)
{
  g_auto (Finder) finder;
  gboolean read;

  finder_init (&finder);
  g_return_val_if_fail (database != NULL && n != NULL, FALSE);

  if (!cnscd_database_begin_reading (database, error))
    return FALSE;
  read =
    read_distinct (database, &finder, error) && read_candidates (database, unit, &finder, error);
  cnscd_database_end_reading (database);
  if (!read)
    return FALSE;

  find_pairs (&finder);
  *n = finder.pairs->len;
  return TRUE;
}

/* The oldest first; what was decided about people who are gone would come next anyway. */
static gboolean
forget_oldest (CnscdDatabase *database, GError **error)
{
  g_autoptr (CnscdStatement) statement =
    cnscd_statement_take (database,
                          "DELETE FROM setting WHERE name IN (SELECT name FROM setting"
                          " WHERE name >= 'distinct:' AND name < 'distinct;'"
                          " ORDER BY CAST (value AS INTEGER) DESC LIMIT -1 OFFSET ?1)",
                          error);

  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_int (statement, 1, CNSCD_DUPLICATES_MAX_DISTINCT);
  return cnscd_statement_run (statement, error);
}

/**
 * cnscd_duplicates_are_distinct:
 * @database: a connection
 * @one: id of a person
 * @other: id of another
 *
 * Returns: whether somebody has told on this device that they are two people
 */
gboolean
cnscd_duplicates_are_distinct (CnscdDatabase *database, const char *one, const char *other)
{
  g_autofree char *name = NULL;
  g_autofree char *since = NULL;

  g_return_val_if_fail (database != NULL && one != NULL && other != NULL, FALSE);

  name = dup_distinct_name (one, other);
  since = cnscd_database_get_setting (database, name, NULL);
  return since != NULL;
}

/**
 * cnscd_duplicates_set_distinct:
 * @database: a connection
 * @one: id of a person
 * @other: id of another
 * @distinct: whether they are two people
 * @error: return location for a #CnscdStoreError
 *
 * Remembers on this device that two are not the same person, or forgets it.
 * As a setting it outlasts whatever is undone.
 *
 * Returns: whether it was written
 */
gboolean
cnscd_duplicates_set_distinct (CnscdDatabase *database,
                               const char *one,
                               const char *other,
                               gboolean distinct,
                               GError **error)
{
  gint64 action;
  g_autofree char *name = NULL;
  g_autofree char *now = NULL;

  g_return_val_if_fail (database != NULL && one != NULL && other != NULL, FALSE);

  name = dup_distinct_name (one, other);
  action = cnscd_action_get_current (database);
  if (distinct)
    now = action != 0
            ? g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, g_get_real_time (), action)
            : g_strdup_printf ("%" G_GINT64_FORMAT, g_get_real_time ());
  if (!cnscd_database_begin (database, error))
    return FALSE;
  if (!cnscd_database_set_setting (database, name, now, error) || !forget_oldest (database, error))
    {
      cnscd_database_rollback (database);
      return FALSE;
    }

  return cnscd_database_commit (database, error);
}

/**
 * cnscd_duplicates_turn_action:
 * @database: a connection
 * @action: an action that is undone: what somebody did, or an undo of it
 * @undo: the action that undoes it, and may be undone itself
 * @error: return location for a #CnscdStoreError
 *
 * Forgets who was told apart in it, but for telling them apart again with an
 * undo of the undo.
 *
 * Returns: whether that was done
 */
gboolean
cnscd_duplicates_turn_action (CnscdDatabase *database, gint64 action, gint64 undo, GError **error)
{
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (
    database,
    "UPDATE OR REPLACE setting SET"
    " name = CASE WHEN name LIKE 'undone-%' THEN substr (name, 8) ELSE 'undone-' || name END,"
    " value = substr (value, 1, instr (value, ' ')) || ?2"
    " WHERE (name >= 'distinct:' AND name < 'distinct;'"
    "  OR name >= 'undone-distinct:' AND name < 'undone-distinct;')"
    " AND value LIKE '% ' || ?1",
    error);

  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_int (statement, 1, action);
  cnscd_statement_bind_int (statement, 2, undo);
  return cnscd_statement_run (statement, error);
}
