/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-cli-private.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-lunar.h"

static void
print_json (CnscdCli *cli, CnscdLunarDate lunar)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cnscd_cli_json_add_count (builder, "day", lunar.day);
  cnscd_cli_json_add_count (builder, "month", lunar.month);
  cnscd_cli_json_add_count (builder, "year", lunar.year);
  json_builder_set_member_name (builder, "leap");
  json_builder_add_boolean_value (builder, lunar.leap);
  json_builder_end_object (builder);
  cnscd_cli_json_print (cli, builder);
}

static gboolean
run (CnscdCli *cli, GError **error)
{
  CnscdDate date;
  CnscdLunarDate lunar;

  if (!cnscd_cli_take_arguments (cli, 1, _ ("The date"), error))
    return FALSE;

  if (!cnscd_cli_parse_day (cli->arguments[0], &date))
    {
      g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE,
                   _ ("“%s” is not a date. Write it as YYYY-MM-DD."), cli->arguments[0]);
      return FALSE;
    }
  if (!cnscd_lunar_from_date (date, &lunar))
    {
      g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE,
                   _ ("Lunar dates are known from %d to %d only. Give a date within these years."),
                   CNSCD_LUNAR_FIRST_YEAR, CNSCD_LUNAR_LAST_YEAR);
      return FALSE;
    }

  if (cli->json)
    print_json (cli, lunar);
  else
    {
      g_autofree char *words = cnscd_lunar_format_words (lunar);
      g_autofree char *year = cnscd_lunar_format_year (lunar.year);

      /* Vietnamese in every language, as the calendar is. */
      cnscd_cli_print (cli, "%s, năm %s (%d)\n", words, year, lunar.year);
    }

  return TRUE;
}

const CnscdCliCommand CNSCD_CLI_LUNAR = {
  .name = "lunar",
  .arguments = "YYYY-MM-DD",
  .summary = N_ ("Show the lunar date of a day"),
  .run = run,
};
