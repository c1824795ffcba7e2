/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-cli-list.h"

#include <glib/gi18n-lib.h>

static char *search;
static char *team;
static char *unit;
static char *from;
static char *to;

static const GOptionEntry options[] = {
  { "search", 's', 0, G_OPTION_ARG_FILENAME, &search,
    N_ ("Only what contains this text, with or without accents"), N_ ("TEXT") },
  { "team", 't', 0, G_OPTION_ARG_FILENAME, &team, N_ ("Only this team (teams, members, sessions)"),
    N_ ("ID") },
  { "unit", 0, 0, G_OPTION_ARG_FILENAME, &unit, N_ ("Only this commune"), N_ ("CODE") },
  { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_ ("Only from this day on (sessions)"),
    N_ ("DATE") },
  { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_ ("Only up to this day (sessions)"), N_ ("DATE") },
  G_OPTION_ENTRY_NULL,
};

static const struct
{
  const char *name;
  CnscdCliListFunc list;
  gboolean by_team;   /* --team makes sense */
  gboolean by_day;    /* --from and --to make sense */
  gboolean reference; /* the same in every database */
} subjects[] = {
  { "units", cnscd_cli_list_units, .reference = TRUE },
  { "hamlets", cnscd_cli_list_hamlets },
  { "teams", cnscd_cli_list_teams, .by_team = TRUE },
  { "members", cnscd_cli_list_members, .by_team = TRUE },
  { "decisions", cnscd_cli_list_decisions },
  { "sessions", cnscd_cli_list_sessions, .by_team = TRUE, .by_day = TRUE },
  { "topics", cnscd_cli_list_topics, .reference = TRUE },
  { "audiences", cnscd_cli_list_audiences, .reference = TRUE },
};

static gboolean
find_subject (const char *name, guint *at, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      if (g_str_equal (subjects[i].name, name))
        {
          *at = i;
          return TRUE;
        }
    }

  g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE,
               _ ("There is no list “%s”. Use units, hamlets, teams, members, decisions, sessions, "
                  "topics or audiences."),
               name);
  return FALSE;
}

static gboolean
check_options (CnscdCli *cli, guint *at, GError **error)
{
  if (!cnscd_cli_take_arguments (cli, 1, _ ("What to list"), error) ||
      !find_subject (cli->arguments[0], at, error) ||
      !cnscd_cli_check_text ("--search", search, error) ||
      !cnscd_cli_check_text ("--team", team, error) ||
      !cnscd_cli_check_text ("--unit", unit, error))
    return FALSE;

  if (team != NULL && !subjects[*at].by_team)
    {
      g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE,
                   _ ("--team cannot be used with “%s”."), subjects[*at].name);
      return FALSE;
    }
  if ((from != NULL || to != NULL) && !subjects[*at].by_day)
    {
      g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE,
                   _ ("--from and --to cannot be used with “%s”."), subjects[*at].name);
      return FALSE;
    }

  return TRUE;
}

static gboolean
list (CnscdCli *cli, CnscdDatabase *database, guint at, GError **error)
{
  CnscdCliQuery query = { .search = search, .team = team, .unit = unit };
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (CnscdCliTable) table = NULL;
  g_autofree char *text = NULL;
  CnscdCliRows rows = { 0 };

  if (!cnscd_cli_read_days (from, to, &query.from, &query.to, error) ||
      !cnscd_cli_check_unit (database, unit, error) ||
      !cnscd_cli_check_team (database, team, error))
    return FALSE;

  if (cli->json)
    {
      rows.builder = builder = json_builder_new ();
      json_builder_begin_array (builder);
    }
  else
    rows.table = table = cnscd_cli_table_new ();

  if (!subjects[at].list (&rows, database, &query, error))
    return FALSE;

  if (cli->json)
    {
      json_builder_end_array (builder);
      cnscd_cli_json_print (cli, builder);
      return TRUE;
    }

  text = cnscd_cli_table_to_text (table, cnscd_cli_terminal_width ());
  g_string_append (cli->output, text);
  return TRUE;
}

static gboolean
run (CnscdCli *cli, GError **error)
{
  g_autofree char *path = NULL;
  CnscdDatabase *database;
  char *scratch = NULL;
  gboolean done;
  guint at = 0;

  if (!check_options (cli, &at, error))
    return FALSE;

  path = cnscd_cli_dup_database_path (cli);
  if (subjects[at].reference && !g_file_test (path, G_FILE_TEST_EXISTS))
    database = cnscd_cli_open_scratch (&scratch, error);
  else
    database = cnscd_cli_open_for_reading (cli, error);
  if (database == NULL)
    return FALSE;

  done = list (cli, database, at, error);
  if (scratch != NULL)
    cnscd_cli_remove_scratch (database, scratch);
  else
    cnscd_database_close (database);
  return done;
}

const CnscdCliCommand CNSCD_CLI_LIST = {
  .name = "list",
  .arguments = "units|hamlets|teams|members|decisions|sessions|topics|audiences",
  .summary = N_ ("Show what the database holds"),
  .options = options,
  .run = run,
};
