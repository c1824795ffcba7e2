/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-units.h"

#include <glib/gi18n-lib.h>

#include "cnscd-search-query.h"
#include "cnscd-statement.h"

#include "core/cnscd-text.h"

#define SELECT_UNITS "SELECT code, kind, name, province FROM unit"

static CnscdUnit *
read_unit (CnscdStatement *statement)
{
  CnscdUnit *unit = g_new0 (CnscdUnit, 1);

  unit->code = cnscd_statement_dup_text (statement, 0);
  unit->kind = cnscd_statement_dup_text (statement, 1);
  unit->name = cnscd_statement_dup_text (statement, 2);
  unit->province = cnscd_statement_dup_text (statement, 3);

  return unit;
}

static gboolean
matches (const CnscdUnit *unit, const CnscdSearchQuery *search, const char *typed)
{
  g_autofree char *full_name = cnscd_unit_dup_full_name (unit);
  g_autofree char *folded = cnscd_text_search_key (full_name);

  return cnscd_search_query_matches (search, folded) || g_str_has_prefix (unit->code, typed);
}

/**
 * cnscd_unit_free:
 * @unit: (transfer full): a commune
 */
void
cnscd_unit_free (CnscdUnit *unit)
{
  g_return_if_fail (unit != NULL);

  g_free (unit->code);
  g_free (unit->kind);
  g_free (unit->name);
  g_free (unit->province);
  g_free (unit);
}

/**
 * cnscd_unit_dup_full_name:
 * @unit: a commune
 *
 * Returns: (transfer full): its name with the word for its kind, Vietnamese as
 *   on paper: "xã Võ Nhai", "phường Đức Xuân"
 */
char *
cnscd_unit_dup_full_name (const CnscdUnit *unit)
{
  g_return_val_if_fail (unit != NULL, NULL);

  return g_strconcat (g_strcmp0 (unit->kind, "phuong") == 0 ? "phường " : "xã ", unit->name, NULL);
}

/**
 * cnscd_units_list:
 * @database: a connection
 * @search: (nullable): beginnings of words of the name, with or without
 *   accents, or of the code
 * @error: return location for a #CnscdStoreError
 *
 * Returns: (transfer full) (nullable) (element-type CnscdUnit): the communes,
 *   by name in Vietnamese order
 */
GPtrArray *
cnscd_units_list (CnscdDatabase *database, const char *search, GError **error)
{
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (CnscdSearchQuery) query = NULL;
  g_autoptr (CnscdStatement) statement = NULL;
  g_autofree char *typed = cnscd_text_clean (search);
  CnscdStep step;

  g_return_val_if_fail (database != NULL, NULL);

  statement =
    cnscd_statement_take (database, SELECT_UNITS " ORDER BY cnscd_text_key (name), code", error);
  if (statement == NULL)
    return NULL;

  query = cnscd_search_query_new (search);
  units = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_unit_free);
  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    {
      CnscdUnit *unit = read_unit (statement);

      if (query == NULL || matches (unit, query, typed))
        g_ptr_array_add (units, unit);
      else
        cnscd_unit_free (unit);
    }

  return step == CNSCD_STEP_DONE ? g_steal_pointer (&units) : NULL;
}

/**
 * cnscd_units_get:
 * @database: a connection
 * @code: code of a commune: "05716"
 * @error: return location for a #CnscdStoreError
 *
 * Returns: (transfer full) (nullable): the commune, or %NULL with
 *   %CNSCD_STORE_ERROR_NOT_FOUND
 */
CnscdUnit *
cnscd_units_get (CnscdDatabase *database, const char *code, GError **error)
{
  g_autoptr (CnscdStatement) statement = NULL;
  CnscdStep step;

  g_return_val_if_fail (database != NULL && code != NULL, NULL);

  statement = cnscd_statement_take (database, SELECT_UNITS " WHERE code = ?1", error);
  if (statement == NULL)
    return NULL;

  cnscd_statement_bind_text (statement, 1, code);
  step = cnscd_statement_step (statement, error);
  if (step == CNSCD_STEP_ROW)
    return read_unit (statement);

  if (step == CNSCD_STEP_DONE)
    g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND,
                 _ ("There is no commune with the code “%s”. Choose one of the province’s."), code);
  return NULL;
}
