/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-cli-private.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-lunar.h"
#include "core/cnscd-number.h"
#include "store/cnscd-demo-store.h"

/* The commune of the published decision with 36 teams: xã Võ Nhai. */
#define DEFAULT_UNIT "05716"

static char *scale;
static gint64 seed = 1;
static char *unit;
static char *today_text;

static const GOptionEntry options[] = {
  { "scale", 0, 0, G_OPTION_ARG_FILENAME, &scale,
    N_ ("“commune” (the default) or “province”: 92 communes, 2,255 teams, 15,000 members, 110,000 "
        "sessions"),
    N_ ("SCALE") },
  { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_ ("A number; the same number gives the same people"),
    N_ ("N") },
  { "unit", 0, 0, G_OPTION_ARG_FILENAME, &unit, N_ ("Code of the commune to fill"), N_ ("CODE") },
  { "today", 0, 0, G_OPTION_ARG_FILENAME, &today_text,
    N_ ("The day around which the year of sessions lies (default: the present one)"), N_ ("DATE") },
  G_OPTION_ENTRY_NULL,
};

/* Returns: (nullable) (element-type CnscdUnit): the communes to fill */
static GPtrArray *
choose_units (CnscdDatabase *database, gboolean province, GError **error)
{
  const char *code = unit != NULL ? unit : DEFAULT_UNIT;
  GPtrArray *units;

  if (province)
    return cnscd_units_list (database, NULL, error);

  if (!cnscd_cli_check_unit (database, code, error))
    return NULL;

  units = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_unit_free);
  g_ptr_array_add (units, cnscd_units_get (database, code, error));
  return units;
}

static gboolean
check_options (gboolean *province, CnscdDate *today, GError **error)
{
  if (!cnscd_cli_check_text ("--unit", unit, error) ||
      !cnscd_cli_check_text ("--scale", scale, error) ||
      !cnscd_cli_read_day ("--today", today_text, today, error))
    return FALSE;
  if (!cnscd_date_is_known (*today))
    *today = cnscd_date_today ();

  if (today->year <= CNSCD_LUNAR_FIRST_YEAR || today->year >= CNSCD_LUNAR_LAST_YEAR)
    {
      g_set_error (
        error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE,
        _ ("Sessions can be made up from %d to %d only. Give a date within these years."),
        CNSCD_LUNAR_FIRST_YEAR + 1, CNSCD_LUNAR_LAST_YEAR - 1);
      return FALSE;
    }

  *province = g_strcmp0 (scale, "province") == 0;
  if (scale != NULL && !*province && !g_str_equal (scale, "commune"))
    {
      g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE,
                   _ ("There is no scale “%s”. Use “commune” or “province”."), scale);
      return FALSE;
    }
  if (*province && unit != NULL)
    {
      g_set_error_literal (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE,
                           _ ("--unit cannot be used with --scale province."));
      return FALSE;
    }

  return TRUE;
}

static gboolean
fill (CnscdDatabase *database,
      gboolean province,
      CnscdDate today,
      CnscdDemoCounts *counts,
      GError **error)
{
  g_autoptr (GPtrArray) units = NULL;
  gboolean empty = FALSE;

  if (!cnscd_database_is_empty (database, &empty, error))
    return FALSE;

  if (!empty)
    {
      g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_REFUSED,
                   _ ("The database “%s” is not empty: made-up people are never mixed with real "
                      "ones. Name a new file with --database."),
                   cnscd_database_get_path (database));
      return FALSE;
    }

  units = choose_units (database, province, error);
  return units != NULL &&
         cnscd_demo_fill (database, units, (guint64) seed, today, province, counts, error);
}

static gboolean
run (CnscdCli *cli, GError **error)
{
  g_autoptr (CnscdDatabase) database = NULL;
  g_autofree char *path = NULL;
  CnscdDemoCounts counts;
  gboolean province = FALSE;
  gboolean existed;
  CnscdDate today;

  if (!cnscd_cli_take_arguments (cli, 0, NULL, error) || !check_options (&province, &today, error))
    return FALSE;

  path = cnscd_cli_dup_database_path (cli);
  existed = g_file_test (path, G_FILE_TEST_EXISTS);
  database = cnscd_cli_open (cli, error);
  if (database == NULL)
    return FALSE;

  if (!fill (database, province, today, &counts, error))
    {
      if (!existed)
        cnscd_cli_close_and_remove_empty (g_steal_pointer (&database), path);
      return FALSE;
    }

  if (cli->json)
    cnscd_cli_json_print_done (cli, NULL, "teams", counts.n_teams, "members", counts.n_members,
                               "sessions", counts.n_sessions, NULL);
  else
    {
      g_autofree char *teams = cnscd_number_format (counts.n_teams);
      g_autofree char *members = cnscd_number_format (counts.n_members);
      g_autofree char *sessions = cnscd_number_format (counts.n_sessions);

      cnscd_cli_print (cli, _ ("Made up %s teams, %s members and %s sessions\n"), teams, members,
                       sessions);
    }
  return TRUE;
}

const CnscdCliCommand CNSCD_CLI_DEMO = {
  .name = "demo",
  .arguments = "",
  .summary = N_ ("Fill an empty database with made-up people"),
  .options = options,
  .run = run,
};
