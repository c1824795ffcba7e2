/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-code.h"

#include "core/cnscd-session.h"

#include "cnscd-statement.h"

/**
 * cnscd_sessions_find_by_code:
 * @database: a connection
 * @code: the short code of a session, as somebody typed it from paper
 * @error: return location for a #CnscdStoreError
 *
 * Looks for the sessions with a code. Looks at all ids, about 40 ms for the
 * province's of a year.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): their ids, mostly
 *   one; by their start
 */
GPtrArray *
cnscd_sessions_find_by_code (CnscdDatabase *database, const char *code, GError **error)
{
  g_autoptr (CnscdStatement) statement = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  CnscdStep step;

  g_return_val_if_fail (database != NULL && code != NULL, NULL);

  statement = cnscd_statement_take (
    database, "SELECT id FROM session WHERE deleted = 0 ORDER BY starts_at, nr", error);
  if (statement == NULL)
    return NULL;

  ids = g_ptr_array_new_with_free_func (g_free);
  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    {
      const char *id = cnscd_statement_text (statement, 0);

      if (cnscd_session_code_matches (id, code))
        g_ptr_array_add (ids, g_strdup (id));
    }

  return step == CNSCD_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}
