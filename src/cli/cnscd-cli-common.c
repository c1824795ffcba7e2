/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-cli-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/cnscd-records.h"
#include "store/cnscd-database-file.h"
#include "store/cnscd-record-store.h"

G_DEFINE_QUARK (cnscd - cli - error - quark, cnscd_cli_error)

/**
 * cnscd_cli_take_arguments:
 * @cli: the run
 * @n_wanted: how many arguments the command takes
 * @what: (nullable): the missing argument, for the message
 * @error: return location
 *
 * Returns: %FALSE with a usage error when there are more or fewer
 */
gboolean
cnscd_cli_take_arguments (CnscdCli *cli, guint n_wanted, const char *what, GError **error)
{
  guint n_given = g_strv_length (cli->arguments);

  if (n_given < n_wanted)
    g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE, _ ("%s is missing."), what);
  else if (n_given > n_wanted)
    g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE,
                 _ ("“%s” is one argument too many."), cli->arguments[n_wanted]);

  return n_given == n_wanted;
}

/**
 * cnscd_cli_check_text:
 * @option: for the message: "--search"
 * @value: (nullable): as the shell gave it
 * @error: return location
 *
 * Options that hold text are parsed as file names, because GOption refuses
 * every Vietnamese letter in the locale "C"; so they are checked here.
 *
 * Returns: %FALSE with a usage error when @value is no UTF-8
 */
gboolean
cnscd_cli_check_text (const char *option, const char *value, GError **error)
{
  if (value == NULL || g_utf8_validate (value, -1, NULL))
    return TRUE;

  g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE,
               _ ("The value of %s is not UTF-8 text."), option);
  return FALSE;
}

/**
 * cnscd_cli_parse_day:
 * @value: as the shell gave it: "2026-11-27" or "27/11/2026"
 * @day: (out): the day
 *
 * Returns: whether @value is one
 */
gboolean
cnscd_cli_parse_day (const char *value, CnscdDate *day)
{
  return g_utf8_validate (value, -1, NULL) &&
         (cnscd_date_read_iso (value, day) || cnscd_date_parse (value, day)) &&
         cnscd_date_is_full (*day);
}

/**
 * cnscd_cli_read_day:
 * @option: for the message: "--from"
 * @value: (nullable): as the shell gave it: "2026-11-27" or "27/11/2026"
 * @day: (out): the day, unknown without a @value
 * @error: return location
 *
 * Returns: %FALSE with a usage error when @value is no day
 */
gboolean
cnscd_cli_read_day (const char *option, const char *value, CnscdDate *day, GError **error)
{
  *day = CNSCD_DATE_UNKNOWN;
  if (value == NULL)
    return TRUE;
  if (cnscd_cli_parse_day (value, day))
    return TRUE;

  g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE,
               _ ("The value of %s is not a date. Write it as YYYY-MM-DD."), option);
  return FALSE;
}

/**
 * cnscd_cli_read_days:
 * @from: (nullable): the value of --from
 * @to: (nullable): that of --to
 * @first: (out): the first day, unknown without @from
 * @last: (out): the last day, unknown without @to
 * @error: return location
 *
 * Returns: %FALSE with a usage error when one is no day, or the last comes before the first
 */
gboolean
cnscd_cli_read_days (const char *from,
                     const char *to,
                     CnscdDate *first,
                     CnscdDate *last,
                     GError **error)
{
  if (!cnscd_cli_read_day ("--from", from, first, error) ||
      !cnscd_cli_read_day ("--to", to, last, error))
    return FALSE;
  if (from == NULL || to == NULL || cnscd_date_compare (*first, *last) <= 0)
    return TRUE;

  g_set_error_literal (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE,
                       _ ("The --to date is before the --from date."));
  return FALSE;
}

/**
 * cnscd_cli_require_option:
 * @option: for the message: "--output"
 * @value: (nullable): its value
 * @error: return location
 *
 * Returns: %FALSE with a usage error when there is no @value
 */
gboolean
cnscd_cli_require_option (const char *option, const char *value, GError **error)
{
  if (value != NULL && *value != '\0')
    return TRUE;

  g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE, _ ("%s is missing."), option);
  return FALSE;
}

/**
 * cnscd_cli_dup_database_path:
 * @cli: the run
 *
 * Returns: (transfer full): path of the database to work on
 */
char *
cnscd_cli_dup_database_path (CnscdCli *cli)
{
  if (cli->database != NULL)
    return g_canonicalize_filename (cli->database, NULL);
  return cnscd_database_default_path ();
}

/**
 * cnscd_cli_open:
 * @cli: the run
 * @error: return location for a #CnscdStoreError
 *
 * Opens the database, and makes it when there is none.
 *
 * Returns: (transfer full) (nullable): the connection
 */
CnscdDatabase *
cnscd_cli_open (CnscdCli *cli, GError **error)
{
  g_autofree char *path = cnscd_cli_dup_database_path (cli);

  if (cli->database == NULL)
    {
      g_autofree char *folder = g_path_get_dirname (path);

      g_mkdir_with_parents (folder, 0700);
    }

  return cnscd_database_open (path, error);
}

static gboolean
check_existing (const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_NOT_FOUND,
               _ ("There is no database “%s” yet. Import a roster first, or name another file "
                  "with --database."),
               path);
  return FALSE;
}

/**
 * cnscd_cli_open_existing:
 * @cli: the run
 * @error: return location for a #CnscdStoreError or a #CnscdCliError
 *
 * Opens the database for a command that only makes sense where there is one:
 * a mistyped path is an error then, not an empty database.
 *
 * Returns: (transfer full) (nullable): the connection
 */
CnscdDatabase *
cnscd_cli_open_existing (CnscdCli *cli, GError **error)
{
  g_autofree char *path = cnscd_cli_dup_database_path (cli);

  return check_existing (path, error) ? cnscd_database_open (path, error) : NULL;
}

/**
 * cnscd_cli_open_for_reading:
 * @cli: the run
 * @error: return location for a #CnscdStoreError or a #CnscdCliError
 *
 * As cnscd_cli_open_existing(), for a command that writes nothing: also what
 * may only be read is opened.
 *
 * Returns: (transfer full) (nullable): the connection
 */
CnscdDatabase *
cnscd_cli_open_for_reading (CnscdCli *cli, GError **error)
{
  g_autofree char *path = cnscd_cli_dup_database_path (cli);

  return check_existing (path, error) ? cnscd_database_open_for_reading (path, error) : NULL;
}

/**
 * cnscd_cli_open_for_output:
 * @cli: the run
 * @error: return location for a #CnscdStoreError or a #CnscdCliError
 *
 * As cnscd_cli_open_existing(), for a command by which people's data leave:
 * there is no such without an entry in the log (Luật 91/2025/QH15).
 *
 * Returns: (transfer full) (nullable): the connection
 */
CnscdDatabase *
cnscd_cli_open_for_output (CnscdCli *cli, GError **error)
{
  g_autoptr (CnscdDatabase) database = cnscd_cli_open_for_reading (cli, error);

  if (database == NULL || !cnscd_database_is_read_only (database))
    return g_steal_pointer (&database);

  g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_REFUSED,
               _ ("“%s” is read-only, and each print and export has to be recorded in its log. Ask "
                  "for write access to the file and its folder."),
               cnscd_database_get_path (database));
  return NULL;
}

/**
 * cnscd_cli_open_scratch:
 * @folder: (out): for cnscd_cli_remove_scratch()
 * @error: return location
 *
 * Opens an empty database in a temporary folder, for what must not leave a
 * file behind.
 *
 * Returns: (transfer full) (nullable): the connection
 */
CnscdDatabase *
cnscd_cli_open_scratch (char **folder, GError **error)
{
  g_autofree char *path = NULL;
  CnscdDatabase *database;

  *folder = g_dir_make_tmp ("cnscd-XXXXXX", error);
  if (*folder == NULL)
    return NULL;

  path = g_build_filename (*folder, "scratch.db", NULL);
  database = cnscd_database_open (path, error);
  if (database == NULL)
    cnscd_cli_remove_scratch (NULL, g_steal_pointer (folder));
  return database;
}

/**
 * cnscd_cli_remove_scratch:
 * @database: (nullable) (transfer full): of cnscd_cli_open_scratch()
 * @folder: (nullable) (transfer full): of cnscd_cli_open_scratch()
 */
void
cnscd_cli_remove_scratch (CnscdDatabase *database, char *folder)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_clear_pointer (&database, cnscd_database_close);
  if (folder == NULL)
    return;

  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

static gboolean
propagate_unless_not_found (GError *problem, GError **error)
{
  if (problem == NULL || g_error_matches (problem, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND))
    return FALSE;

  g_propagate_error (error, g_error_copy (problem));
  return TRUE;
}

/**
 * cnscd_cli_check_unit:
 * @database: a connection
 * @unit: (nullable): code of a commune
 * @error: return location
 *
 * Returns: %FALSE with an error when @unit is given and no commune has it
 */
gboolean
cnscd_cli_check_unit (CnscdDatabase *database, const char *unit, GError **error)
{
  g_autoptr (CnscdUnit) found = NULL;
  g_autoptr (GError) problem = NULL;

  if (unit == NULL)
    return TRUE;

  found = cnscd_units_get (database, unit, &problem);
  if (found == NULL && !propagate_unless_not_found (problem, error))
    g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_NOT_FOUND,
                 _ ("No commune has the code “%s”. “cnscd list units” shows the codes."), unit);

  return found != NULL;
}

/**
 * cnscd_cli_check_team:
 * @database: a connection
 * @team: (nullable): id of a team
 * @error: return location
 *
 * Returns: %FALSE with an error when @team is given and there is no such team
 */
gboolean
cnscd_cli_check_team (CnscdDatabase *database, const char *team, GError **error)
{
  g_autoptr (CnscdTeam) found = NULL;
  g_autoptr (GError) problem = NULL;

  if (team == NULL)
    return TRUE;

  found = cnscd_record_store_get (database, &CNSCD_KIND_TEAM, team, &problem);
  if (found == NULL && !propagate_unless_not_found (problem, error))
    g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_NOT_FOUND,
                 _ ("There is no team with the id “%s”. “cnscd list teams --json” shows the ids."),
                 team);

  return found != NULL;
}

/**
 * cnscd_cli_print:
 * @cli: the run
 * @format: of printf()
 * @...: its values
 *
 * Adds to what the command prints when it has succeeded. Values from files
 * and databases go through cnscd_cli_clean_for_terminal() first.
 */
void
cnscd_cli_print (CnscdCli *cli, const char *format, ...)
{
  va_list values;

  va_start (values, format);
  g_string_append_vprintf (cli->output, format, values);
  va_end (values);
}

/**
 * cnscd_cli_close_and_remove_empty:
 * @database: (transfer full): a database that was made for a command that was refused
 * @path: its path
 *
 * Closes it, and removes it when it is empty: a name mistyped would stay for ever.
 */
void
cnscd_cli_close_and_remove_empty (CnscdDatabase *database, const char *path)
{
  gboolean empty = FALSE;
  gboolean told = cnscd_database_is_empty (database, &empty, NULL);

  cnscd_database_close (database);
  if (told && empty)
    cnscd_database_file_remove (path);
}
