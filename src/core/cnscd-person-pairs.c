/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-person-pairs.h"

#include "cnscd-text.h"

/* Of more people with one name each is compared with so many who were born next. */
#define MAX_NAMESAKES 50

/* Of a file that lists one person a thousand times these are enough to choose the likeliest from.
 */
#define MAX_PAIRS 20000

typedef struct
{
  CnscdPersonPair pair;
  guint score;
  GBytes *sort_key;
} Match;

/**
 * CnscdPersonPairs:
 *
 * Pairs of people of one commune who may be the same person. Only namesakes and
 * owners of one phone are compared, so that it takes as long as looking at
 * everybody once.
 */
struct _CnscdPersonPairs
{
  GStringChunk *texts;
  GArray *candidates;              /* (element-type CnscdPersonCandidate) */
  GArray *matches;                 /* (element-type Match) */
  CnscdPersonPairFunc is_distinct; /* while they are looked for */
  gpointer user_data;
};

static void
clear_match (gpointer data)
{
  g_bytes_unref (((Match *) data)->sort_key);
}

static const char *
keep_text (CnscdPersonPairs *pairs, const char *text)
{
  return text != NULL ? g_string_chunk_insert (pairs->texts, text) : NULL;
}

/* Few are compared with anybody. */
static void
ensure_name_key (CnscdPersonPairs *pairs, CnscdPersonCandidate *candidate)
{
  g_autofree char *name_key = NULL;

  if (candidate->traits.name_key != NULL)
    return;

  name_key = cnscd_text_match_key (candidate->full_name);
  candidate->traits.name_key = g_string_chunk_insert (pairs->texts, name_key);
}

static void
compare (CnscdPersonPairs *pairs, CnscdPersonCandidate *one, CnscdPersonCandidate *other)
{
  CnscdPersonPair *pair;
  Match match = { 0 };

  if (pairs->matches->len >= MAX_PAIRS)
    return;

  ensure_name_key (pairs, one);
  ensure_name_key (pairs, other);
  pair = &match.pair;
  pair->match = cnscd_person_match (&one->traits, &other->traits);
  pair->one = one->nr < other->nr ? one : other;
  pair->other = pair->one == one ? other : one;
  if (pair->match == CNSCD_PERSON_MATCH_NONE || pairs->is_distinct (pair, pairs->user_data))
    return;

  match.score = cnscd_person_match_get_score (pair->match);
  match.sort_key = cnscd_name_sort_key (pair->one->full_name);
  g_array_append_val (pairs->matches, match);
}

static int
compare_births (gconstpointer a, gconstpointer b)
{
  const CnscdPersonCandidate *one = *(const CnscdPersonCandidate *const *) a;
  const CnscdPersonCandidate *other = *(const CnscdPersonCandidate *const *) b;
  int order = cnscd_date_compare (one->traits.birth, other->traits.birth);

  return order != 0 ? order : g_strcmp0 (one->traits.phone, other->traits.phone);
}

static void
compare_namesakes (CnscdPersonPairs *pairs, GPtrArray *group)
{
  if (group->len > MAX_NAMESAKES)
    g_ptr_array_sort (group, compare_births);

  for (guint i = 0; i < group->len; i++)
    for (guint j = i + 1; j < MIN (group->len, i + 1 + MAX_NAMESAKES); j++)
      compare (pairs, group->pdata[i], group->pdata[j]);
}

static void
compare_phone_owners (CnscdPersonPairs *pairs, GPtrArray *group)
{
  if (group->len > CNSCD_PERSON_MATCH_MAX_PHONE_OWNERS)
    return;

  for (guint i = 0; i < group->len; i++)
    {
      CnscdPersonCandidate *one = group->pdata[i];

      for (guint j = i + 1; j < group->len; j++)
        {
          CnscdPersonCandidate *other = group->pdata[j];

          /* The others are namesakes and were compared as such. */
          if (!g_str_equal (one->traits.folded, other->traits.folded))
            compare (pairs, one, other);
        }
    }
}

static guint
hash_in_unit (const CnscdPersonCandidate *candidate, const char *key)
{
  return g_str_hash (candidate->unit) * 31 + g_str_hash (key);
}

static guint
hash_name (gconstpointer candidate)
{
  return hash_in_unit (candidate, ((const CnscdPersonCandidate *) candidate)->traits.folded);
}

static gboolean
is_namesake (gconstpointer a, gconstpointer b)
{
  const CnscdPersonCandidate *one = a;
  const CnscdPersonCandidate *other = b;

  return g_str_equal (one->traits.folded, other->traits.folded) &&
         g_str_equal (one->unit, other->unit);
}

static guint
hash_phone (gconstpointer candidate)
{
  return hash_in_unit (candidate, ((const CnscdPersonCandidate *) candidate)->traits.phone);
}

static gboolean
has_same_phone (gconstpointer a, gconstpointer b)
{
  const CnscdPersonCandidate *one = a;
  const CnscdPersonCandidate *other = b;

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
add_to_group (GHashTable *groups, CnscdPersonCandidate *candidate)
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
for_each_group (CnscdPersonPairs *pairs,
                GHashTable *groups,
                void (*func) (CnscdPersonPairs *, GPtrArray *))
{
  GHashTableIter iter;
  gpointer group;

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    {
      if (group != NULL)
        func (pairs, group);
    }
}

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const Match *one = a;
  const Match *other = b;
  int order;

  if (one->score != other->score)
    return one->score > other->score ? -1 : 1;

  order = g_bytes_compare (one->sort_key, other->sort_key);
  if (order == 0)
    order = (one->pair.one->nr > other->pair.one->nr) - (one->pair.one->nr < other->pair.one->nr);
  if (order == 0)
    order =
      (one->pair.other->nr > other->pair.other->nr) - (one->pair.other->nr < other->pair.other->nr);
  return order;
}

/**
 * cnscd_person_pairs_new: (skip)
 *
 * Returns: (transfer full): pairs of nobody
 */
CnscdPersonPairs *
cnscd_person_pairs_new (void)
{
  CnscdPersonPairs *pairs = g_new0 (CnscdPersonPairs, 1);

  pairs->texts = g_string_chunk_new (64 * 1024);
  pairs->candidates = g_array_new (FALSE, TRUE, sizeof (CnscdPersonCandidate));
  pairs->matches = g_array_new (FALSE, FALSE, sizeof (Match));
  g_array_set_clear_func (pairs->matches, clear_match);
  return pairs;
}

/**
 * cnscd_person_pairs_free: (skip)
 * @pairs: (transfer full): pairs
 */
void
cnscd_person_pairs_free (CnscdPersonPairs *pairs)
{
  g_return_if_fail (pairs != NULL);

  g_array_unref (pairs->matches);
  g_array_unref (pairs->candidates);
  g_string_chunk_free (pairs->texts);
  g_free (pairs);
}

/**
 * cnscd_person_pairs_add: (skip)
 * @pairs: pairs that are not looked for yet
 * @candidate: somebody; the texts are copied, and the keys of the name made here
 *
 * Adds a person who may be the same as another one of them.
 */
void
cnscd_person_pairs_add (CnscdPersonPairs *pairs, const CnscdPersonCandidate *candidate)
{
  g_autofree char *folded = NULL;
  CnscdPersonCandidate kept = *candidate;

  g_return_if_fail (pairs != NULL && candidate->id != NULL && candidate->unit != NULL);

  folded = cnscd_text_search_key (candidate->full_name);
  /* A name of signs only is nobody's. */
  if (*folded == '\0')
    return;

  kept.id = keep_text (pairs, candidate->id);
  kept.unit = g_string_chunk_insert_const (pairs->texts, candidate->unit);
  kept.full_name = keep_text (pairs, candidate->full_name);
  kept.traits.phone = keep_text (pairs, candidate->traits.phone);
  kept.traits.folded = keep_text (pairs, folded);
  kept.traits.name_key = NULL;
  g_array_append_val (pairs->candidates, kept);
}

/**
 * cnscd_person_pairs_find: (skip)
 * @pairs: pairs with everybody added
 * @is_distinct: (scope call): whether somebody has said that two are not the same
 * @user_data: for @is_distinct
 *
 * Looks for the pairs; see cnscd_person_match().
 *
 * Returns: how many there are
 */
guint
cnscd_person_pairs_find (CnscdPersonPairs *pairs,
                         CnscdPersonPairFunc is_distinct,
                         gpointer user_data)
{
  g_autoptr (GHashTable) namesakes =
    g_hash_table_new_full (hash_name, is_namesake, NULL, unref_group);
  g_autoptr (GHashTable) phone_owners =
    g_hash_table_new_full (hash_phone, has_same_phone, NULL, unref_group);

  g_return_val_if_fail (pairs != NULL && is_distinct != NULL, 0);

  pairs->is_distinct = is_distinct;
  pairs->user_data = user_data;
  for (guint i = 0; i < pairs->candidates->len; i++)
    {
      CnscdPersonCandidate *candidate = &g_array_index (pairs->candidates, CnscdPersonCandidate, i);

      add_to_group (namesakes, candidate);
      if (candidate->traits.phone != NULL)
        add_to_group (phone_owners, candidate);
    }

  for_each_group (pairs, namesakes, compare_namesakes);
  for_each_group (pairs, phone_owners, compare_phone_owners);
  return pairs->matches->len;
}

/**
 * cnscd_person_pairs_sort: (skip)
 * @pairs: pairs that were found
 *
 * Puts the likeliest first, then by name; the same each time.
 */
void
cnscd_person_pairs_sort (CnscdPersonPairs *pairs)
{
  g_return_if_fail (pairs != NULL);

  g_array_sort (pairs->matches, compare_matches);
}

/**
 * cnscd_person_pairs_get: (skip)
 * @pairs: pairs that were found
 * @i: which of them, from 0
 *
 * Returns: (transfer none): a pair, which is there as long as @pairs
 */
const CnscdPersonPair *
cnscd_person_pairs_get (CnscdPersonPairs *pairs, guint i)
{
  g_return_val_if_fail (pairs != NULL && i < pairs->matches->len, NULL);

  return &g_array_index (pairs->matches, Match, i).pair;
}
