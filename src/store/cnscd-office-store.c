/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-office-store.h"

#include <glib/gi18n-lib.h>

#include "cnscd-units.h"

/* Names of settings: they never change. */
#define UNIT          "unit"
#define UNIT_CHOSEN   CNSCD_SETTING_UNIT_CHOSEN
#define UNIT_BEFORE   "unit-before:%" G_GINT64_FORMAT
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

/* "05716 1": the commune, "-" for the whole province, and whether somebody chose it. */
static char *
dup_choice (const char *unit, gboolean chosen)
{
  return g_strdup_printf ("%s %d", unit != NULL ? unit : "-", chosen ? 1 : 0);
}

static gboolean
read_choice (CnscdDatabase *database, char **choice, GError **error)
{
  g_autofree char *unit = NULL;
  g_autofree char *chosen = NULL;

  if (!read_text (database, UNIT, &unit, error) ||
      !read_text (database, UNIT_CHOSEN, &chosen, error))
    return FALSE;

  *choice = dup_choice (unit, chosen != NULL);
  return TRUE;
}

static gboolean
write_choice (CnscdDatabase *database, const char *choice, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (choice, " ", 2);
  gboolean has_unit = parts[0] != NULL && !g_str_equal (parts[0], "-");

  return cnscd_database_set_setting (database, UNIT, has_unit ? parts[0] : NULL, error) &&
         cnscd_database_set_setting (database, UNIT_CHOSEN,
                                     g_strcmp0 (parts[1], "1") == 0 ? "1" : NULL, error);
}

/* What an action made of the office's commune: before and after. */
static gboolean
remember_choice (CnscdDatabase *database,
                 gint64 action,
                 const char *before,
                 const char *after,
                 GError **error)
{
  g_autofree char *name = g_strdup_printf (UNIT_BEFORE, action);
  g_autofree char *value = g_strdup_printf ("%s;%s", before, after);

  return cnscd_database_set_setting (database, name, value, error);
}

/**
 * cnscd_office_set_unit:
 * @database: a connection in a transaction
 * @action: the action that this is part of; 0 for none
 * @unit: (nullable): code of a commune that exists
 * @chosen: whether somebody has chosen it
 * @error: return location for a #CnscdStoreError
 *
 * Makes this office one of a commune, as part of an action, with which it is
 * undone.
 *
 * Returns: whether it was written
 */
gboolean
cnscd_office_set_unit (CnscdDatabase *database,
                       gint64 action,
                       const char *unit,
                       gboolean chosen,
                       GError **error)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_return_val_if_fail (database != NULL, FALSE);

  after = dup_choice (unit, chosen);
  return read_choice (database, &before, error) && write_choice (database, after, error) &&
         (action == 0 || remember_choice (database, action, before, after, error));
}

/**
 * cnscd_office_restore_unit:
 * @database: a connection in a transaction
 * @action: the action that is undone
 * @undo: the action that undoes it, and may be undone itself
 * @is_used: whether something of the present commune is left
 * @restored: (out): whether @action had set the commune, and so the one from before was to be set
 * @error: return location for a #CnscdStoreError
 *
 * Sets the commune of this office back to what it was before an action, unless
 * somebody has chosen another one since. Where there was none before, one that
 * is used stays.
 *
 * Returns: whether that could be told and written
 */
gboolean
cnscd_office_restore_unit (CnscdDatabase *database,
                           gint64 action,
                           gint64 undo,
                           gboolean is_used,
                           gboolean *restored,
                           GError **error)
{
  g_autofree char *name = g_strdup_printf (UNIT_BEFORE, action);
  g_autofree char *value = NULL;
  g_autofree char *now = NULL;
  g_autofree char *unset = dup_choice (NULL, FALSE);
  g_auto (GStrv) choices = NULL;

  g_return_val_if_fail (database != NULL && restored != NULL, FALSE);

  *restored = FALSE;
  if (!read_text (database, name, &value, error) || !read_choice (database, &now, error))
    return FALSE;
  choices = g_strsplit (value != NULL ? value : "", ";", 2);
  if (g_strv_length (choices) != 2)
    return TRUE;

  *restored = TRUE;
  if (!g_str_equal (now, choices[1]) || (is_used && g_str_equal (choices[0], unset)))
    return cnscd_database_set_setting (database, name, NULL, error);
  return write_choice (database, choices[0], error) &&
         cnscd_database_set_setting (database, name, NULL, error) &&
         remember_choice (database, undo, choices[1], choices[0], error);
}
