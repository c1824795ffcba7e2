/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-office-store.h"

#include <glib/gi18n-lib.h>

#include "cnscd-units.h"

/* Names of settings: they never change. */
#define UNIT          "unit"
#define UNIT_CHOSEN   CNSCD_SETTING_UNIT_CHOSEN
#define SUPERIOR_BODY "letterhead-superior-body"
#define ISSUING_BODY  "letterhead-issuing-body"
#define PLACE_NAME    "letterhead-place-name"
#define SIGNERS       "signers"
#define TEAM_SIZE_MIN "team-size-min"
#define TEAM_SIZE_MAX "team-size-max"
#define MAX_SESSIONS  "max-sessions-per-week"

static gboolean
read_text (CnscdDatabase *database, const char *name, char **value, GError **error)
{
  g_autoptr (GError) problem = NULL;

  *value = cnscd_database_get_setting (database, name, &problem);
  if (problem == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
read_number (CnscdDatabase *database, const char *name, guint max, guint *number, GError **error)
{
  g_autofree char *text = NULL;
  guint64 value = 0;

  if (!read_text (database, name, &text, error))
    return FALSE;

  /* Anything else is as if nobody had chosen. */
  if (text != NULL && g_ascii_string_to_unsigned (text, 10, 0, max, &value, NULL))
    *number = (guint) value;
  return TRUE;
}

static gboolean
write_size (CnscdDatabase *database, const char *name, guint size, GError **error)
{
  g_autofree char *text = size > 0 ? g_strdup_printf ("%u", size) : NULL;

  return cnscd_database_set_setting (database, name, text, error);
}

/* Its 0 is chosen: no limit. */
static gboolean
write_max_sessions (CnscdDatabase *database, guint max, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%u", max);

  return cnscd_database_set_setting (database, MAX_SESSIONS, text, error);
}

/* Nothing but blanks is nothing. */
static gboolean
write_text (CnscdDatabase *database, const char *name, const char *value, GError **error)
{
  g_autofree char *text = value != NULL ? g_strstrip (g_strdup (value)) : NULL;

  return cnscd_database_set_setting (database, name, text != NULL && *text != '\0' ? text : NULL,
                                     error);
}

/**
 * cnscd_office_load:
 * @database: a connection
 * @error: return location for a #CnscdStoreError
 *
 * Reads what the office has chosen for itself.
 *
 * Returns: (transfer full): the office, or %NULL with @error set
 */
CnscdOffice *
cnscd_office_load (CnscdDatabase *database, GError **error)
{
  g_autoptr (CnscdOffice) office = cnscd_office_new ();
  g_autofree char *signers = NULL;
  g_autofree char *chosen = NULL;

  g_return_val_if_fail (database != NULL, NULL);

  if (!read_text (database, UNIT, &office->unit, error) ||
      !read_text (database, UNIT_CHOSEN, &chosen, error) ||
      !read_text (database, SUPERIOR_BODY, &office->superior_body, error) ||
      !read_text (database, ISSUING_BODY, &office->issuing_body, error) ||
      !read_text (database, PLACE_NAME, &office->place_name, error) ||
      !read_text (database, SIGNERS, &signers, error) ||
      !read_number (database, TEAM_SIZE_MIN, CNSCD_TEAM_SIZE_MAX, &office->sizes.min, error) ||
      !read_number (database, TEAM_SIZE_MAX, CNSCD_TEAM_SIZE_MAX, &office->sizes.max, error) ||
      !read_number (database, MAX_SESSIONS, CNSCD_SESSIONS_PER_WEEK_MAX,
                    &office->max_sessions_per_week, error))
    return NULL;

  office->unit_chosen = chosen != NULL;
  if (!cnscd_office_read_signers (office, signers))
    g_warning ("The setting “%s” is not understood.", SIGNERS);
  return g_steal_pointer (&office);
}

/**
 * cnscd_office_save:
 * @database: a connection
 * @office: what the office chooses for itself
 * @error: return location for a #CnscdStoreError
 *
 * Writes all of it or nothing. A commune that does not exist is refused.
 *
 * Returns: whether it was written
 */
gboolean
cnscd_office_save (CnscdDatabase *database, const CnscdOffice *office, GError **error)
{
  g_autofree char *signers = NULL;

  g_return_val_if_fail (database != NULL && office != NULL, FALSE);

  if (office->unit != NULL)
    {
      g_autoptr (CnscdUnit) unit = cnscd_units_get (database, office->unit, error);

      if (unit == NULL)
        return FALSE;
    }

  signers = cnscd_office_write_signers (office);
  if (!cnscd_database_begin (database, error))
    return FALSE;

  if (!cnscd_database_set_setting (database, UNIT, office->unit, error) ||
      !cnscd_database_set_setting (database, UNIT_CHOSEN, office->unit_chosen ? "1" : NULL,
                                   error) ||
      !write_text (database, SUPERIOR_BODY, office->superior_body, error) ||
      !write_text (database, ISSUING_BODY, office->issuing_body, error) ||
      !write_text (database, PLACE_NAME, office->place_name, error) ||
      !cnscd_database_set_setting (database, SIGNERS, signers, error) ||
      !write_size (database, TEAM_SIZE_MIN, office->sizes.min, error) ||
      !write_size (database, TEAM_SIZE_MAX, office->sizes.max, error) ||
      !write_max_sessions (database, office->max_sessions_per_week, error))
    {
      cnscd_database_rollback (database);
      return FALSE;
    }

  return cnscd_database_commit (database, error);
}
