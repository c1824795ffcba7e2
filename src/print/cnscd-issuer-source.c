/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-issuer-source.h"

#include <glib/gi18n-lib.h>

#include "store/cnscd-office-store.h"
#include "store/cnscd-record-store.h"
#include "store/cnscd-units.h"

#define PROVINCE "tỉnh Thái Nguyên"

static gboolean
set_place (CnscdIssuer *issuer, CnscdDatabase *database, const char *unit, GError **error)
{
  g_autoptr (CnscdOffice) nothing_chosen = cnscd_office_new ();

  if (unit == NULL)
    {
      issuer->place_name = g_strdup (PROVINCE);
    }
  else
    {
      g_autoptr (CnscdUnit) found = cnscd_units_get (database, unit, error);

      if (found == NULL)
        return FALSE;

      issuer->place_name = cnscd_unit_dup_full_name (found);
    }

  issuer->unit = g_strdup (unit);
  issuer->issuing_body = cnscd_office_dup_issuing_body (nothing_chosen, issuer->place_name);

  return TRUE;
}

static gboolean
read_own_unit (CnscdDatabase *database, char **unit, GError **error)
{
  g_autoptr (GError) problem = NULL;

  *unit = cnscd_database_get_setting (database, "unit", &problem);
  if (problem == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * cnscd_issuer_load:
 * @issuer: (out caller-allocates): nothing yet; to be cleared in any case
 * @database: an open database
 * @unit: (nullable): the code of a commune; %NULL for the whole province
 * @error: (nullable): return location for a #CnscdStoreError
 *
 * Reads whose letterhead a document has: the office's where it prints its own
 * commune; what it has chosen says nothing of others.
 *
 * Returns: whether @issuer is filled
 */
gboolean
cnscd_issuer_load (CnscdIssuer *issuer, CnscdDatabase *database, const char *unit, GError **error)
{
  g_autoptr (CnscdOffice) office = NULL;
  g_autofree char *own = NULL;

  if (!set_place (issuer, database, unit, error) || !read_own_unit (database, &own, error))
    return FALSE;
  if (g_strcmp0 (own, unit) != 0)
    return TRUE;

  office = cnscd_office_load (database, error);
  if (office == NULL)
    return FALSE;

  issuer->of_office = TRUE;
  issuer->superior_body = g_strdup (office->superior_body);
  issuer->dated_at = g_strdup (office->place_name);
  if (office->issuing_body != NULL)
    g_set_str (&issuer->issuing_body, office->issuing_body);
  return TRUE;
}

/**
 * cnscd_issuer_find_unit:
 * @database: an open database
 * @unit: (nullable): the code of a commune
 * @team: (nullable): the id of a team
 * @found: (out) (transfer full) (nullable): the commune of the team, the one asked
 *   for, or this office's; %NULL for the province
 * @error: (nullable): return location for a #CnscdStoreError
 *
 * Returns: whether it could be told
 */
gboolean
cnscd_issuer_find_unit (CnscdDatabase *database,
                        const char *unit,
                        const char *team,
                        char **found,
                        GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (team != NULL)
    {
      g_autoptr (CnscdTeam) record =
        cnscd_record_store_get (database, &CNSCD_KIND_TEAM, team, &local_error);

      if (record == NULL)
        {
          if (local_error != NULL &&
              !g_error_matches (local_error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND))
            g_propagate_error (error, g_steal_pointer (&local_error));
          else
            g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND,
                         _ ("There is no team “%s”."), team);
          return FALSE;
        }

      *found = g_strdup (record->record.unit);
      return TRUE;
    }

  if (unit != NULL)
    {
      *found = g_strdup (unit);
      return TRUE;
    }

  return read_own_unit (database, found, error);
}
