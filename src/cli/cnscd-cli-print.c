/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-cli-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/cnscd-number.h"
#include "print/cnscd-print-operation.h"
#include "print/cnscd-roster-layout.h"
#include "print/cnscd-roster-source.h"
#include "store/cnscd-audit.h"
#include "store/cnscd-office-store.h"

static char *output;
static char *team;
static char *unit;
static char *signer;
static gboolean phones;
static gboolean landscape;

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The PDF file to write"), N_ ("FILE") },
  { "team", 't', 0, G_OPTION_ARG_FILENAME, &team, N_ ("Only this team, as a document of its own"),
    N_ ("ID") },
  { "unit", 0, 0, G_OPTION_ARG_FILENAME, &unit, N_ ("The teams of this commune"), N_ ("CODE") },
  { "signer", 0, 0, G_OPTION_ARG_STRING, &signer, N_ ("The signer, by a name in the preferences"),
    N_ ("NAME") },
  { "phones", 0, 0, G_OPTION_ARG_NONE, &phones, N_ ("With a column of phone numbers"), NULL },
  { "landscape", 0, 0, G_OPTION_ARG_NONE, &landscape, N_ ("In landscape orientation"), NULL },
  G_OPTION_ENTRY_NULL,
};

/* @found: (out) (transfer none) (nullable): one of @office's, or nobody when nobody was named */
static gboolean
find_signer (const CnscdOffice *office, const CnscdSigner **found, GError **error)
{
  *found = NULL;
  if (signer == NULL)
    return TRUE;

  for (guint i = 0; i < office->signers->len && *found == NULL; i++)
    {
      const CnscdSigner *one = g_ptr_array_index (office->signers, i);

      if (g_str_equal (one->full_name, signer))
        *found = one;
    }
  if (*found != NULL)
    return TRUE;

  g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_NOT_FOUND,
               _ ("The office has no signer “%s”. Give a name from the preferences."), signer);
  return FALSE;
}

/* Returns: (transfer full) (nullable): what was asked for, ready to be drawn */
static CnscdDocument *
load_document (CnscdDatabase *database, guint *n_people, GError **error)
{
  g_autoptr (CnscdOffice) office = cnscd_office_load (database, error);
  g_autoptr (GPtrArray) rosters = NULL;
  const CnscdSigner *found = NULL;

  if (office == NULL || !find_signer (office, &found, error))
    return NULL;

  rosters = cnscd_roster_source_load_all (database, unit, team, phones, error);
  if (rosters == NULL)
    return NULL;

  for (guint i = 0; i < rosters->len; i++)
    {
      CnscdRoster *roster = g_ptr_array_index (rosters, i);

      roster->landscape = landscape;
      cnscd_roster_set_signer (roster, found);
      *n_people += cnscd_roster_get_n_people (roster);
    }
  return cnscd_roster_layout (rosters, NULL);
}

static gboolean
check_options (CnscdCli *cli, GError **error)
{
  if (!cnscd_cli_take_arguments (cli, 1, _ ("What to print, “roster”,"), error) ||
      !cnscd_cli_check_text ("--team", team, error) ||
      !cnscd_cli_check_text ("--unit", unit, error) ||
      !cnscd_cli_check_text ("--signer", signer, error) ||
      !cnscd_cli_require_option ("--output", output, error))
    return FALSE;

  if (g_str_equal (cli->arguments[0], "roster"))
    return TRUE;

  g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE,
               _ ("“%s” cannot be printed. Use “roster”."), cli->arguments[0]);
  return FALSE;
}

/* A slip in the name must not put a PDF in the place of a spreadsheet or of the database. */
static gboolean
check_output (CnscdDatabase *database, GError **error)
{
  gsize length = strlen (output);

  if (!g_file_test (output, G_FILE_TEST_IS_DIR) &&
      (length < 5 || g_ascii_strcasecmp (output + length - 4, ".pdf") != 0))
    {
      g_set_error_literal (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE,
                           _ ("The file name must end in .pdf."));
      return FALSE;
    }
  return cnscd_database_check_output (database, output, error);
}

/* People's data leaves with an entry in the log, or not at all; the entry is there first, so that
 * nothing of an earlier file is lost where it cannot be made. */
static gboolean
write_with_entry (CnscdDatabase *database, CnscdDocument *document, guint n_people, GError **error)
{
  g_autofree char *name = g_path_get_basename (output);

  if (!cnscd_database_begin (database, error))
    return FALSE;
  if (!cnscd_audit_add (database, "print", "roster", name, n_people, error) ||
      !cnscd_print_operation_export (document, output, error))
    {
      cnscd_database_rollback (database);
      return FALSE;
    }

  return cnscd_database_commit (database, error);
}

static gboolean
run (CnscdCli *cli, GError **error)
{
  g_autoptr (CnscdDatabase) database = NULL;
  g_autoptr (CnscdDocument) document = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *number = NULL;
  guint n_people = 0;

  if (!check_options (cli, error))
    return FALSE;

  database = cnscd_cli_open_for_output (cli, error);
  if (database == NULL || !cnscd_cli_check_unit (database, unit, error) ||
      !cnscd_cli_check_team (database, team, error))
    return FALSE;

  if (!check_output (database, error))
    return FALSE;
  document = load_document (database, &n_people, error);
  if (document == NULL || !write_with_entry (database, document, n_people, error))
    return FALSE;

  if (cli->json)
    {
      cnscd_cli_json_print_done (cli, output, "members", n_people, NULL);
      return TRUE;
    }

  shown = cnscd_cli_clean_for_terminal (output);
  number = cnscd_number_format (n_people);
  cnscd_cli_print (cli,
                   g_dngettext (GETTEXT_PACKAGE, "Printed %s member to %s\n",
                                "Printed %s members to %s\n", n_people),
                   number, shown);
  return TRUE;
}

const CnscdCliCommand CNSCD_CLI_PRINT = {
  .name = "print",
  .arguments = "roster --output FILE.pdf",
  .summary = N_ ("Write the roster of one team, or of all as an annex, as PDF"),
  .options = options,
  .run = run,
};
