/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/cnscd-text.h"
#include "store/cnscd-office-store.h"

static const CnscdUnit *
find_by_code (GPtrArray *units, const char *code)
{
  for (guint i = 0; i < units->len; i++)
    {
      const CnscdUnit *unit = units->pdata[i];

      if (g_str_equal (unit->code, code))
        return unit;
    }
  return NULL;
}

/* By kind and name with all accents: xã Văn Lang and xã Văn Lăng are two communes. */
static const CnscdUnit *
find_by_name (GPtrArray *units, const char *kind, const char *name)
{
  g_autofree char *key = cnscd_text_match_key (name);
  const CnscdUnit *found = NULL;

  for (guint i = 0; i < units->len; i++)
    {
      const CnscdUnit *unit = units->pdata[i];
      g_autofree char *other = cnscd_text_match_key (unit->name);

      if (!g_str_equal (key, other) || (kind != NULL && !g_str_equal (kind, unit->kind)))
        continue;
      if (found != NULL)
        return NULL; /* a xã and a phường of one name */
      found = unit;
    }
  return found;
}

/**
 * cnscd_import_find_unit: (skip)
 * @units: (element-type CnscdUnit): the communes
 * @kind: (nullable): "xa" or "phuong", where the file says it
 * @name: its name, which may have words behind it that are no part of it, or its code
 *
 * Returns: (transfer none) (nullable): the commune
 */
const CnscdUnit *
cnscd_import_find_unit (GPtrArray *units, const char *kind, const char *name)
{
  g_autofree char *part = g_strdup (name);
  const CnscdUnit *unit = NULL;

  if (strspn (name, "0123456789") == strlen (name) && *name != '\0')
    {
      g_autofree char *code =
        g_strdup_printf ("%05" G_GUINT64_FORMAT, g_ascii_strtoull (name, NULL, 10));

      return find_by_code (units, code);
    }

  for (;;)
    {
      char *space;

      unit = find_by_name (units, kind, part);
      space = strrchr (part, ' ');
      if (unit != NULL || space == NULL)
        return unit;
      *space = '\0';
    }
}

static char *
dup_said (const char *kind, const char *name)
{
  if (kind == NULL)
    return g_strdup (name);
  return g_strconcat (g_str_equal (kind, "xa") ? "xã " : "phường ", name, NULL);
}

static gboolean
refuse_other (const CnscdUnit *wanted, const char *said, GError **error)
{
  g_autofree char *name = cnscd_unit_dup_full_name (wanted);

  g_set_error (
    error, CNSCD_IMPORT_ERROR, CNSCD_IMPORT_ERROR_UNIT,
    _ ("The file is for %s, but the import is for %s. Choose the right file or the right commune."),
    said, name);
  return FALSE;
}

/* The communes that rows name themselves. */
static gboolean
resolve_groups (Importer *importer, const CnscdUnit *wanted, gboolean *all_named, GError **error)
{
  *all_named = TRUE;
  for (guint i = 0; i < importer->table->groups->len; i++)
    {
      const CnscdRosterGroup *group = importer->table->groups->pdata[i];
      g_autofree char *said = NULL;
      const CnscdUnit *unit;

      if (group->unit_name == NULL)
        {
          *all_named = FALSE;
          continue;
        }
      said = dup_said (group->unit_kind, group->unit_name);
      if (g_hash_table_contains (importer->unit_names, said))
        continue;

      unit = cnscd_import_find_unit (importer->all_units, group->unit_kind, group->unit_name);
      if (unit == NULL)
        {
          g_set_error (error, CNSCD_IMPORT_ERROR, CNSCD_IMPORT_ERROR_UNIT,
                       _ ("Row %u of the sheet “%s” names the commune “%s”, which is unknown. "
                          "Nothing was imported."),
                       group->row, group->sheet, said);
          return FALSE;
        }
      if (wanted != NULL && !g_str_equal (unit->code, wanted->code))
        return refuse_other (wanted, said, error);
      g_hash_table_insert (importer->unit_names, g_steal_pointer (&said), g_strdup (unit->code));
    }
  return TRUE;
}

/**
 * cnscd_import_check_wanted: (skip)
 * @units: (element-type CnscdUnit): the communes
 * @code: (nullable): of the one that somebody chose
 * @wanted: (out) (transfer none) (nullable): it
 * @error: return location for a #CnscdImportError
 *
 * Returns: whether the code, if any, is a commune's
 */
gboolean
cnscd_import_check_wanted (GPtrArray *units,
                           const char *code,
                           const CnscdUnit **wanted,
                           GError **error)
{
  *wanted = NULL;
  if (code != NULL)
    {
      *wanted = find_by_code (units, code);
      if (*wanted == NULL)
        {
          g_set_error (error, CNSCD_IMPORT_ERROR, CNSCD_IMPORT_ERROR_UNIT,
                       _ ("There is no commune with the code “%s”."), code);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * cnscd_import_choose_unit: (skip)
 * @database: the database
 * @units: (element-type CnscdUnit): the communes
 * @wanted: (nullable): the one that somebody chose
 * @kind: (nullable): "xa" or "phuong": what the file's title says
 * @name: (nullable): the commune's name in the file's title
 * @findings: (element-type CnscdFinding): gets what is worth telling
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the code of the commune that a file is of: the chosen one,
 *   the one of its title, or the one of this office
 */
char *
cnscd_import_choose_unit (CnscdDatabase *database,
                          GPtrArray *units,
                          const CnscdUnit *wanted,
                          const char *kind,
                          const char *name,
                          GPtrArray *findings,
                          GError **error)
{
  const CnscdUnit *titled = NULL;
  g_autofree char *setting = NULL;
  g_autofree char *said = name != NULL ? dup_said (kind, name) : NULL;
  g_autofree char *unit = NULL;
  GError *local_error = NULL;

  if (name != NULL)
    {
      titled = cnscd_import_find_unit (units, kind, name);
      if (titled != NULL && wanted != NULL && !g_str_equal (titled->code, wanted->code))
        {
          refuse_other (wanted, said, error);
          return NULL;
        }
    }

  setting = cnscd_database_get_setting (database, "unit", &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }
  if (setting != NULL && find_by_code (units, setting) == NULL)
    g_clear_pointer (&setting, g_free);

  if (wanted != NULL)
    unit = g_strdup (wanted->code);
  else if (titled != NULL)
    unit = g_strdup (titled->code);
  else if (setting != NULL)
    unit = g_strdup (setting);
  else if (said != NULL)
    {
      g_set_error (
        error, CNSCD_IMPORT_ERROR, CNSCD_IMPORT_ERROR_UNIT,
        _ ("The file names the commune “%s”, which is unknown. Choose the commune it is for."),
        said);
      return NULL;
    }
  else
    {
      g_set_error_literal (
        error, CNSCD_IMPORT_ERROR, CNSCD_IMPORT_ERROR_UNIT,
        _ ("The file does not say which commune it is for. Choose the commune."));
      return NULL;
    }

  if (said != NULL && titled == NULL)
    cnscd_findings_add (findings, CNSCD_FINDING_WARNING, "unit-unknown", NULL, 0, 0,
                        _ ("The title of the file names the commune “%s”, which is unknown."),
                        said);
  return g_steal_pointer (&unit);
}

/**
 * cnscd_import_report_other_unit: (skip)
 * @database: the database
 * @findings: (element-type CnscdFinding): gets what is worth telling
 * @unit: code of the commune that a file is of
 * @error: return location for an error
 *
 * Tells that a file is of another commune than this office, which stays what it is.
 *
 * Returns: whether that could be found out
 */
gboolean
cnscd_import_report_other_unit (CnscdDatabase *database,
                                GPtrArray *findings,
                                const char *unit,
                                GError **error)
{
  g_autoptr (CnscdOffice) office = cnscd_office_load (database, error);
  g_autoptr (CnscdUnit) own = NULL;
  g_autoptr (CnscdUnit) other = NULL;
  g_autofree char *own_name = NULL;
  g_autofree char *other_name = NULL;

  if (office == NULL)
    return FALSE;
  if (office->unit == NULL || g_str_equal (office->unit, unit))
    return TRUE;

  own = cnscd_units_get (database, office->unit, error);
  other = own != NULL ? cnscd_units_get (database, unit, error) : NULL;
  if (other == NULL)
    return FALSE;
  own_name = cnscd_unit_dup_full_name (own);
  other_name = cnscd_unit_dup_full_name (other);
  cnscd_findings_add (findings, CNSCD_FINDING_WARNING, "unit-other", NULL, 0, 0,
                      _ ("The file is for %s; this office is %s and stays so."), other_name,
                      own_name);
  return TRUE;
}

/**
 * cnscd_importer_resolve_units:
 * @importer: an importer
 * @error: return location for an error
 *
 * Finds which communes the file is of: by its rows, the option, its title, and
 * the commune of this office, in this order.
 *
 * Returns: whether each team of the file has a commune
 */
gboolean
cnscd_importer_resolve_units (Importer *importer, GError **error)
{
  const CnscdRosterTable *table = importer->table;
  const CnscdUnit *wanted = NULL;
  gboolean all_named;

  importer->all_units = cnscd_units_list (importer->database, NULL, error);
  if (importer->all_units == NULL)
    return FALSE;

  if (!cnscd_import_check_wanted (importer->all_units, importer->options->unit, &wanted, error))
    return FALSE;
  if (!resolve_groups (importer, wanted, &all_named, error))
    return FALSE;
  if (all_named)
    return TRUE;

  importer->unit =
    cnscd_import_choose_unit (importer->database, importer->all_units, wanted, table->unit_kind,
                              table->unit_name, importer->plan->findings, error);
  return importer->unit != NULL;
}

/**
 * cnscd_importer_get_unit:
 * @importer: an importer whose communes are resolved
 * @group: a team of the file
 *
 * Returns: (transfer none): the code of its commune
 */
const char *
cnscd_importer_get_unit (Importer *importer, const CnscdRosterGroup *group)
{
  g_autofree char *said = NULL;

  if (group->unit_name == NULL)
    return importer->unit;
  said = dup_said (group->unit_kind, group->unit_name);
  return g_hash_table_lookup (importer->unit_names, said);
}
