/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-cli-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "print/cnscd-document-book.h"
#include "print/cnscd-print-operation.h"
#include "print/cnscd-roster-document.h"
#include "print/cnscd-roster-source.h"
#include "store/cnscd-audit.h"
#include "store/cnscd-teams.h"

static char *output;
static char *team;
static char *unit;
static gboolean phones;
static gboolean landscape;

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The PDF file to write"), N_ ("FILE") },
  { "team", 't', 0, G_OPTION_ARG_FILENAME, &team, N_ ("Only this team, as a document of its own"),
    N_ ("ID") },
  { "unit", 0, 0, G_OPTION_ARG_FILENAME, &unit, N_ ("The teams of this commune"), N_ ("CODE") },
  { "phones", 0, 0, G_OPTION_ARG_NONE, &phones, N_ ("With a column of phone numbers"), NULL },
  { "landscape", 0, 0, G_OPTION_ARG_NONE, &landscape, N_ ("On pages laid across"), NULL },
  G_OPTION_ENTRY_NULL,
};

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/*
 * The communes to print: the one asked for, or this office's, or at the
 * province's desk every one that has teams, for each has an annex of its own.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): codes
 */
static GPtrArray *
choose_units (CnscdDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) teams = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) problem = NULL;
  char *own;

  own = unit != NULL ? g_strdup (unit) : cnscd_database_get_setting (database, "unit", &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  if (own != NULL)
    {
      g_ptr_array_add (codes, own);
      return g_steal_pointer (&codes);
    }

  teams = cnscd_teams_list (database, &(CnscdTeamQuery) { 0 }, error);
  if (teams == NULL)
    return NULL;
  for (guint i = 0; i < teams->len; i++)
    {
      const CnscdTeamSummary *one = g_ptr_array_index (teams, i);

      if (g_hash_table_add (seen, one->unit))
        g_ptr_array_add (codes, g_strdup (one->unit));
    }
  g_ptr_array_sort (codes, compare_codes);

  if (codes->len == 0)
    {
      g_set_error_literal (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_NOT_FOUND,
                           _ ("There are no teams to print. Import a roster first."));
      return NULL;
    }

  return g_steal_pointer (&codes);
}

/* Returns: (transfer full) (nullable): one roster, ready to be drawn */
static CnscdDocument *
load_document (CnscdDatabase *database,
               CnscdTypesetter *typesetter,
               const char *code,
               guint *n_people,
               GError **error)
{
  g_autoptr (CnscdRoster) roster = cnscd_roster_source_load (database, code, team, phones, error);

  if (roster == NULL)
    return NULL;

  roster->landscape = landscape;
  *n_people += cnscd_roster_get_n_people (roster);
  return cnscd_roster_document_new (roster, typesetter);
}

static CnscdDocument *
load_all (CnscdDatabase *database, guint *n_people, GError **error)
{
  g_autoptr (CnscdTypesetter) typesetter = cnscd_typesetter_new ();
  g_autoptr (CnscdDocumentBook) book = NULL;
  g_autoptr (GPtrArray) codes = NULL;

  if (team != NULL)
    return load_document (database, typesetter, unit, n_people, error);

  codes = choose_units (database, error);
  if (codes == NULL)
    return NULL;
  if (codes->len == 1)
    return load_document (database, typesetter, g_ptr_array_index (codes, 0), n_people, error);

  book = cnscd_document_book_new ("Danh sách thành viên Tổ công nghệ số cộng đồng", NULL);
  for (guint i = 0; i < codes->len; i++)
    {
      g_autoptr (CnscdDocument) document =
        load_document (database, typesetter, g_ptr_array_index (codes, i), n_people, error);

      if (document == NULL)
        return NULL;
      cnscd_document_book_add (book, document);
    }

  return CNSCD_DOCUMENT (g_steal_pointer (&book));
}

static gboolean
check_options (CnscdCli *cli, GError **error)
{
  if (!cnscd_cli_take_arguments (cli, 1, _ ("What to print, “roster”,"), error) ||
      !cnscd_cli_check_text ("--team", team, error) ||
      !cnscd_cli_check_text ("--unit", unit, error) ||
      !cnscd_cli_require_option ("--output", output, error))
    return FALSE;

  if (g_str_equal (cli->arguments[0], "roster"))
    return TRUE;

  g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE,
               _ ("“%s” cannot be printed: “roster” can."), cli->arguments[0]);
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
                           _ ("The name of the file must end in .pdf."));
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
  guint n_people = 0;

  if (!check_options (cli, error))
    return FALSE;

  database = cnscd_cli_open_existing (cli, error);
  if (database == NULL || !cnscd_cli_check_unit (database, unit, error) ||
      !cnscd_cli_check_team (database, team, error))
    return FALSE;

  if (!check_output (database, error))
    return FALSE;
  document = load_all (database, &n_people, error);
  if (document == NULL || !write_with_entry (database, document, n_people, error))
    return FALSE;

  if (cli->json)
    {
      cnscd_cli_json_print_done (cli, output, "members", n_people, NULL);
      return TRUE;
    }

  shown = cnscd_cli_clean_for_terminal (output);
  cnscd_cli_print (cli,
                   g_dngettext (GETTEXT_PACKAGE, "Printed %u member to %s\n",
                                "Printed %u members to %s\n", n_people),
                   n_people, shown);
  return TRUE;
}

const CnscdCliCommand CNSCD_CLI_PRINT = {
  .name = "print",
  .arguments = "roster --output FILE.pdf",
  .summary = N_ ("Write the roster of one team, or of all as an annex, as PDF"),
  .options = options,
  .run = run,
};
