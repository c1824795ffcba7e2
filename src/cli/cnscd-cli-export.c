/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-cli-private.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-number.h"
#include "exchange/cnscd-export.h"

static char *output;
static char *unit;

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
    N_ ("The file to write: a name that ends in .xlsx or .csv"), N_ ("FILE") },
  { "unit", 0, 0, G_OPTION_ARG_FILENAME, &unit, N_ ("Only this commune"), N_ ("CODE") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
choose_subject (const char *word, CnscdExportSubject *subject, GError **error)
{
  if (g_str_equal (word, "members"))
    *subject = CNSCD_EXPORT_MEMBERS;
  else if (g_str_equal (word, "teams"))
    *subject = CNSCD_EXPORT_TEAMS;
  else
    {
      g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE,
                   _ ("“%s” cannot be exported. Use “members” or “teams”."), word);
      return FALSE;
    }

  return TRUE;
}

static gboolean
has_known_ending (const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, ".xlsx") || g_str_has_suffix (folded, ".csv");
}

static gboolean
run (CnscdCli *cli, GError **error)
{
  g_autoptr (CnscdDatabase) database = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *number = NULL;
  CnscdExportSubject subject;
  guint n_rows = 0;

  if (!cnscd_cli_take_arguments (cli, 1, _ ("What to export, “members” or “teams”,"), error) ||
      !choose_subject (cli->arguments[0], &subject, error) ||
      !cnscd_cli_check_text ("--unit", unit, error) ||
      !cnscd_cli_require_option ("--output", output, error))
    return FALSE;

  if (!has_known_ending (output))
    {
      g_set_error_literal (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE,
                           _ ("The file name must end in .xlsx or .csv."));
      return FALSE;
    }

  database = cnscd_cli_open_for_output (cli, error);
  if (database == NULL || !cnscd_cli_check_unit (database, unit, error))
    return FALSE;

  file = g_file_new_for_path (output);
  if (!cnscd_export_run (database, subject, TRUE, unit, file, NULL, &n_rows, error))
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
  .arguments = "members|teams --output FILE",
  .summary = N_ ("Write members or teams as a spreadsheet that can be imported again"),
  .options = options,
  .run = run,
};
