/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-database-private.h"

#include "core/cnscd-text.h"
#include "cnscd-search-query.h"

/* What SQL needs of core, so that derived columns are filled by one INSERT … SELECT. */

static const char *
get_text (sqlite3_value *value)
{
  return (const char *) sqlite3_value_text (value);
}

static void
set_bytes (sqlite3_context *context, GBytes *bytes)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if (size == 0)
    sqlite3_result_zeroblob (context, 0);
  else
    sqlite3_result_blob64 (context, data, size, SQLITE_TRANSIENT);
  g_bytes_unref (bytes);
}

static void
name_key_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  set_bytes (context, cnscd_name_sort_key (get_text (values[0])));
}

static void
text_key_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  set_bytes (context, cnscd_text_sort_key (get_text (values[0])));
}

static void
fold_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  sqlite3_result_text (context, cnscd_text_search_key (get_text (values[0])), -1, g_free);
}

static void
exact_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  sqlite3_result_text (context, cnscd_search_dup_exact (get_text (values[0])), -1, g_free);
}

/**
 * cnscd_functions_register: (skip)
 * @handle: a connection
 *
 * Adds the SQL functions cnscd_name_key (name), cnscd_text_key (text),
 * cnscd_fold (text) and cnscd_exact (text). They are not for the schema
 * itself, so that any SQLite can still read and check the file.
 *
 * Returns: whether SQLite took them
 */
gboolean
cnscd_functions_register (sqlite3 *handle)
{
  static const struct
  {
    const char *name;
    void (*run) (sqlite3_context *, int, sqlite3_value **);
  } functions[] = {
    { "cnscd_name_key", name_key_cb },
    { "cnscd_text_key", text_key_cb },
    { "cnscd_fold", fold_cb },
    { "cnscd_exact", exact_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    {
      if (sqlite3_create_function_v2 (handle, functions[i].name, 1,
                                      SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
                                      functions[i].run, NULL, NULL, NULL) != SQLITE_OK)
        return FALSE;
    }

  return TRUE;
}
