/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-cli-private.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-number.h"
#include "exchange/cnscd-export-sessions.h"
#include "exchange/cnscd-export.h"

static char *output;
static char *unit;
static char *team;
static char *from;
static char *to;

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
    N_ ("The file to write: a name that ends in .xlsx or .csv, for sessions also in .ics"),
    N_ ("FILE") },
  { "unit", 0, 0, G_OPTION_ARG_FILENAME, &unit, N_ ("Only this commune"), N_ ("CODE") },
  { "team", 't', 0, G_OPTION_ARG_FILENAME, &team, N_ ("Only this team (sessions)"), N_ ("ID") },
  { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_ ("Only from this day on (sessions)"),
    N_ ("DATE") },
  { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_ ("Only up to this day (sessions)"), N_ ("DATE") },
  G_OPTION_ENTRY_NULL,
};

typedef enum
{
  SUBJECT_MEMBERS,
  SUBJECT_TEAMS,
  SUBJECT_SESSIONS,
} Subject;

static gboolean
choose_subject (const char *word, Subject *subject, GError **error)
{
  static const char *const words[] = { "members", "teams", "sessions", NULL };

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_str_equal (words[i], word))
        {
          *subject = (Subject) i;
          return TRUE;
        }
    }

  g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE,
               _ ("“%s” cannot be exported. Use “members”, “teams” or “sessions”."), word);
  return FALSE;
}

static gboolean
check_ending (Subject subject, GError **error)
{
  g_autofree char *folded = g_ascii_strdown (output, -1);

  if (g_str_has_suffix (folded, ".xlsx") || g_str_has_suffix (folded, ".csv") ||
      (subject == SUBJECT_SESSIONS && g_str_has_suffix (folded, ".ics")))
    return TRUE;

  g_set_error_literal (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE,
                       subject == SUBJECT_SESSIONS
                         ? _ ("The file name must end in .ics, .xlsx or .csv.")
                         : _ ("The file name must end in .xlsx or .csv."));
  return FALSE;
}

static gboolean
check_options (CnscdCli *cli, Subject *subject, GError **error)
{
  if (!cnscd_cli_take_arguments (cli, 1, _ ("What to export, “members”, “teams” or “sessions”,"),
                                 error) ||
      !choose_subject (cli->arguments[0], subject, error) ||
      !cnscd_cli_check_text ("--unit", unit, error) ||
      !cnscd_cli_check_text ("--team", team, error) ||
      !cnscd_cli_require_option ("--output", output, error) || !check_ending (*subject, error))
    return FALSE;

  if (*subject == SUBJECT_SESSIONS || (team == NULL && from == NULL && to == NULL))
    return TRUE;

  g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE,
               _ ("--team, --from and --to do not go with “%s”."), cli->arguments[0]);
  return FALSE;
}

static gboolean
export_sessions (CnscdDatabase *database, GFile *file, guint *n_rows, GError **error)
{
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;

  query.unit = unit;
  query.team = team;
  return cnscd_cli_check_team (database, team, error) &&
         cnscd_cli_read_days (from, to, &query.from, &query.to, error) &&
         cnscd_export_sessions (database, &query, file, NULL, n_rows, error);
}

static gboolean export (CnscdDatabase *database, Subject subject, guint *n_rows, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (output);

  if (subject == SUBJECT_SESSIONS)
    return export_sessions (database, file, n_rows, error);

  return cnscd_export_run (database,
                           subject == SUBJECT_MEMBERS ? CNSCD_EXPORT_MEMBERS : CNSCD_EXPORT_TEAMS,
                           TRUE, unit, file, NULL, n_rows, error);
}

static gboolean
run (CnscdCli *cli, GError **error)
{
  g_autoptr (CnscdDatabase) database = NULL;
  g_autofree char *number = NULL;
  Subject subject;
  guint n_rows = 0;

  if (!check_options (cli, &subject, error))
    return FALSE;

  database = cnscd_cli_open_for_output (cli, error);
  if (database == NULL || !cnscd_cli_check_unit (database, unit, error) ||
      !export (database, subject, &n_rows, error))
    return FALSE;

  if (cli->json)
    {
      cnscd_cli_json_print_done (cli, output, "rows", n_rows, NULL);
      return TRUE;
    }

  number = cnscd_number_format (n_rows);
  cnscd_cli_print (
    cli, g_dngettext (GETTEXT_PACKAGE, "Exported %s row\n", "Exported %s rows\n", n_rows), number);
  return TRUE;
}

const CnscdCliCommand CNSCD_CLI_EXPORT = {
  .name = "export",
  .arguments = "members|teams|sessions --output FILE",
  .summary = N_ ("Write members, teams or sessions as a spreadsheet that can be imported again, or "
                 "sessions as a calendar (.ics)"),
  .options = options,
  .run = run,
};
