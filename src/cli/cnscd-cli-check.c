/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-cli-private.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-number.h"

static void
print_json (CnscdCli *cli, gboolean ok, const GPtrArray *problems)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "ok");
  json_builder_add_boolean_value (builder, ok);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (problems, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "more");
  json_builder_add_boolean_value (builder,
                                  problems != NULL && problems->len >= CNSCD_DATABASE_MAX_PROBLEMS);
  json_builder_end_object (builder);
  cnscd_cli_json_print (cli, builder);
}

/* A database too damaged to be opened is an answer, too. */
static CnscdDatabase *
open_database (CnscdCli *cli, GError **error)
{
  g_autoptr (GError) problem = NULL;
  CnscdDatabase *database = cnscd_cli_open_for_reading (cli, &problem);

  if (database != NULL)
    return database;

  if (cli->json && g_error_matches (problem, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_DAMAGED))
    {
      g_autoptr (GPtrArray) problems = g_ptr_array_new ();

      g_ptr_array_add (problems, problem->message);
      print_json (cli, FALSE, problems);
      cli->output_anyway = TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

/* What is to be done: a roster that is wrong is mended, and no backup helps. */
static void
set_problems_error (guint n_problems, gboolean in_roster, GError **error)
{
  g_autofree char *number = cnscd_number_format (n_problems);

  if (in_roster)
    g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_REFUSED,
                 g_dngettext (GETTEXT_PACKAGE,
                              "The database is in order, but the roster has %s mistake. End or "
                              "delete one of the two memberships.",
                              "The database is in order, but the roster has %s mistakes. End or "
                              "delete one of the two memberships each.",
                              n_problems),
                 number);
  else if (n_problems >= CNSCD_DATABASE_MAX_PROBLEMS)
    g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_REFUSED,
                 _ ("The database has %s problems or more. Restore a backup with “cnscd restore”."),
                 number);
  else
    g_set_error (
      error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_REFUSED,
      g_dngettext (
        GETTEXT_PACKAGE, "The database has %s problem. Restore a backup with “cnscd restore”.",
        "The database has %s problems. Restore a backup with “cnscd restore”.", n_problems),
      number);
}

static gboolean
run (CnscdCli *cli, GError **error)
{
  g_autoptr (CnscdDatabase) database = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  gboolean sound;
  guint n_problems;

  if (!cnscd_cli_take_arguments (cli, 0, NULL, error))
    return FALSE;

  database = open_database (cli, error);
  if (database == NULL || !cnscd_database_check (database, TRUE, &problems, error))
    return FALSE;

  sound = problems->len == 0;
  if (sound)
    {
      g_clear_pointer (&problems, g_ptr_array_unref);
      if (!cnscd_database_check_roster (database, &problems, error))
        return FALSE;
    }
  n_problems = problems->len;
  if (cli->json)
    print_json (cli, n_problems == 0, problems);
  else if (n_problems == 0)
    cnscd_cli_print (cli, "%s\n", _ ("The database is in order."));
  else
    for (guint i = 0; i < n_problems; i++)
      {
        g_autofree char *problem = cnscd_cli_clean_for_terminal (g_ptr_array_index (problems, i));

        cnscd_cli_print (cli, "%s\n", problem);
      }

  if (n_problems == 0)
    return TRUE;

  cli->output_anyway = TRUE;
  set_problems_error (n_problems, sound, error);
  return FALSE;
}

const CnscdCliCommand CNSCD_CLI_CHECK = {
  .name = "check",
  .arguments = "",
  .summary = N_ ("Check the database thoroughly"),
  .run = run,
};
