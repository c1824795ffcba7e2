/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-distinct.h"

#include <string.h>

#include "cnscd-action.h"
#include "cnscd-statement.h"

/* Of settings; ';' is the character after ':'. */
#define DISTINCT_PREFIX "distinct:"

/* The same for the two in either order. */
static char *
dup_distinct_name (const char *one, const char *other)
{
  gboolean in_order = strcmp (one, other) < 0;

  return g_strconcat (DISTINCT_PREFIX, in_order ? one : other, ":", in_order ? other : one, NULL);
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

  cnscd_statement_bind_int (statement, 1, CNSCD_DISTINCT_MAX);
  return cnscd_statement_run (statement, error);
}

/**
 * cnscd_distinct_load: (skip)
 * @database: a connection
 * @error: return location for a #CnscdStoreError
 *
 * Returns: (transfer full) (nullable): all of them, for cnscd_distinct_contains()
 */
GHashTable *
cnscd_distinct_load (CnscdDatabase *database, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (
    database, "SELECT name FROM setting WHERE name >= 'distinct:' AND name < 'distinct;'", error);
  CnscdStep step;

  if (statement == NULL)
    return NULL;

  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    g_hash_table_add (names, cnscd_statement_dup_text (statement, 0));
  return step == CNSCD_STEP_DONE ? g_steal_pointer (&names) : NULL;
}

/**
 * cnscd_distinct_contains: (skip)
 * @names: of cnscd_distinct_load()
 * @one: id of a person
 * @other: id of another
 *
 * Returns: whether somebody has told on this device that they are two people
 */
gboolean
cnscd_distinct_contains (GHashTable *names, const char *one, const char *other)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (names != NULL && one != NULL && other != NULL, FALSE);

  if (g_hash_table_size (names) == 0)
    return FALSE;

  name = dup_distinct_name (one, other);
  return g_hash_table_contains (names, name);
}

/**
 * cnscd_distinct_has:
 * @database: a connection
 * @one: id of a person
 * @other: id of another
 *
 * Returns: whether somebody has told on this device that they are two people
 */
gboolean
cnscd_distinct_has (CnscdDatabase *database, const char *one, const char *other)
{
  g_autofree char *name = NULL;
  g_autofree char *since = NULL;

  g_return_val_if_fail (database != NULL && one != NULL && other != NULL, FALSE);

  name = dup_distinct_name (one, other);
  since = cnscd_database_get_setting (database, name, NULL);
  return since != NULL;
}

/**
 * cnscd_distinct_set:
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
cnscd_distinct_set (CnscdDatabase *database,
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
 * cnscd_distinct_turn_action:
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
cnscd_distinct_turn_action (CnscdDatabase *database, gint64 action, gint64 undo, GError **error)
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
