/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-duplicates.h"

#include "core/cnscd-person-pairs.h"
#include "cnscd-distinct.h"
#include "cnscd-kind-table.h"

static void
add_candidate (CnscdPersonPairs *pairs, CnscdStatement *statement)
{
  const CnscdPersonCandidate candidate = {
    .nr = cnscd_statement_int (statement, 0),
    .id = cnscd_statement_text (statement, 1),
    .unit = cnscd_statement_text (statement, 2),
    .full_name = cnscd_statement_text (statement, 3),
    .traits = {
      .gender =
        (CnscdGender) cnscd_kind_table_read_choice (statement, 4, &CNSCD_KIND_PERSON, "gender"),
      .birth = cnscd_kind_table_read_date (statement, 5),
      .phone = cnscd_statement_text (statement, 6),
    },
  };

  if (candidate.id != NULL && candidate.unit != NULL)
    cnscd_person_pairs_add (pairs, &candidate);
}

static gboolean
is_distinct (const CnscdPersonPair *pair, gpointer names)
{
  return cnscd_distinct_contains (names, pair->one->id, pair->other->id);
}

static gboolean
read_people (CnscdDatabase *database, const char *unit, CnscdPersonPairs *pairs, GError **error)
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
    add_candidate (pairs, statement);
  return step == CNSCD_STEP_DONE;
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
             const CnscdPersonCandidate *candidate,
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
make_duplicates (CnscdDatabase *database, CnscdPersonPairs *pairs, guint n, GError **error)
{
  g_autoptr (GPtrArray) duplicates =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_duplicate_unref);

  cnscd_person_pairs_sort (pairs);
  for (guint i = 0; i < MIN (n, CNSCD_DUPLICATES_MAX); i++)
    {
      const CnscdPersonPair *pair = cnscd_person_pairs_get (pairs, i);
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
 * #CnscdPersonPairs. Two of whom somebody said that they are not the same are left
 * out.
 *
 * Returns: (transfer full) (nullable) (element-type CnscdDuplicate): at most
 *   %CNSCD_DUPLICATES_MAX pairs, the likeliest first
 */
GPtrArray *
cnscd_duplicates_find (CnscdDatabase *database, const char *unit, GError **error)
{
  g_autoptr (CnscdPersonPairs) pairs = cnscd_person_pairs_new ();
  g_autoptr (GHashTable) distinct = NULL;
  GPtrArray *duplicates = NULL;

  g_return_val_if_fail (database != NULL, NULL);

  if (!cnscd_database_begin_reading (database, error))
    return NULL;
  distinct = cnscd_distinct_load (database, error);
  if (distinct != NULL && read_people (database, unit, pairs, error))
    duplicates = make_duplicates (database, pairs,
                                  cnscd_person_pairs_find (pairs, is_distinct, distinct), error);
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
  g_autoptr (CnscdPersonPairs) pairs = cnscd_person_pairs_new ();
  g_autoptr (GHashTable) distinct = NULL;
  gboolean read;

  g_return_val_if_fail (database != NULL && n != NULL, FALSE);

  if (!cnscd_database_begin_reading (database, error))
    return FALSE;
  distinct = cnscd_distinct_load (database, error);
  read = distinct != NULL && read_people (database, unit, pairs, error);
  cnscd_database_end_reading (database);
  if (!read)
    return FALSE;

  *n = cnscd_person_pairs_find (pairs, is_distinct, distinct);
  return TRUE;
}
