/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-cli-private.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-number.h"
#include "exchange/cnscd-import.h"
#include "exchange/cnscd-schedule-import.h"
#include "exchange/cnscd-workbook.h"

static char *unit;
static gboolean dry_run;
static gboolean moved;

static const GOptionEntry options[] = {
  { "unit", 0, 0, G_OPTION_ARG_FILENAME, &unit,
    N_ ("Code of the commune that the file is for, such as 05716"), N_ ("CODE") },
  { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run,
    N_ ("Only say what the import would do; change nothing"), NULL },
  { "moved", 0, 0, G_OPTION_ARG_NONE, &moved,
    N_ ("Whoever is in another team than before, and not in the old one as well, has moved"),
    NULL },
  G_OPTION_ENTRY_NULL,
};

static void
add_counts (JsonBuilder *builder, const char *name, const CnscdImportCount *count)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  cnscd_cli_json_add_count (builder, "created", count->created);
  cnscd_cli_json_add_count (builder, "updated", count->updated);
  cnscd_cli_json_add_count (builder, "unchanged", count->unchanged);
  json_builder_end_object (builder);
}

/* 0 stands for "the whole row" or "the whole sheet". */
static gint64
get_place (guint place)
{
  return place > 0 ? (gint64) place : CNSCD_COUNT_UNKNOWN;
}

static void
add_findings (JsonBuilder *builder, GPtrArray *findings)
{
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    {
      const CnscdFinding *finding = g_ptr_array_index (findings, i);

      json_builder_begin_object (builder);
      cnscd_cli_json_add_text (builder, "sheet", finding->sheet);
      cnscd_cli_json_add_count (builder, "row", get_place (finding->row));
      cnscd_cli_json_add_count (builder, "column", get_place (finding->column));
      cnscd_cli_json_add_text (builder, "code", finding->code);
      cnscd_cli_json_add_text (builder, "message", finding->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* Of those who were known: each value that changes, those that are replaced first. */
static void
add_changes (JsonBuilder *builder, const CnscdImportPlan *plan)
{
  g_autoptr (GPtrArray) updated = cnscd_import_plan_select (plan, CNSCD_IMPORT_UPDATE, NULL);

  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < updated->len; i++)
    {
      const CnscdImportItem *item = updated->pdata[i];

      for (guint j = 0; j < item->changes->len; j++)
        {
          const CnscdImportChange *change = item->changes->pdata[j];

          json_builder_begin_object (builder);
          cnscd_cli_json_add_text (builder, "sheet", item->entry->sheet);
          cnscd_cli_json_add_count (builder, "row", get_place (item->entry->row));
          cnscd_cli_json_add_text (builder, "full_name", item->entry->full_name);
          cnscd_cli_json_add_text (builder, "field", change->field);
          cnscd_cli_json_add_text (builder, "before", change->before);
          cnscd_cli_json_add_text (builder, "after", change->after);
          json_builder_set_member_name (builder, "completes");
          json_builder_add_boolean_value (builder, change->completes);
          json_builder_end_object (builder);
        }
    }
  json_builder_end_array (builder);
}

static void
add_moves (JsonBuilder *builder, GPtrArray *moves)
{
  json_builder_set_member_name (builder, "moves");
  json_builder_begin_array (builder);
  for (guint i = 0; i < moves->len; i++)
    {
      const CnscdImportMove *move = moves->pdata[i];
      char last_day[CNSCD_DATE_ISO_SIZE];

      json_builder_begin_object (builder);
      cnscd_cli_json_add_text (builder, "sheet", move->entry->sheet);
      cnscd_cli_json_add_count (builder, "row", get_place (move->entry->row));
      cnscd_cli_json_add_text (builder, "full_name", move->entry->full_name);
      cnscd_cli_json_add_text (builder, "from", move->from);
      cnscd_cli_json_add_text (builder, "to", move->to);
      cnscd_cli_json_add_text (builder, "last_day",
                               cnscd_date_write_iso (move->last_day, last_day));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* @...: names and #CnscdImportCount of them, ended by %NULL */
G_GNUC_NULL_TERMINATED
static void
print_json (CnscdCli *cli, const CnscdImportPlan *plan, ...)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const char *name;
  va_list counts;

  json_builder_begin_object (builder);
  va_start (counts, plan);
  while ((name = va_arg (counts, const char *)) != NULL)
    add_counts (builder, name, va_arg (counts, const CnscdImportCount *));
  va_end (counts);
  add_changes (builder, plan);
  if (plan->schedule == NULL)
    add_moves (builder, plan->moves);
  add_findings (builder, plan->findings);
  json_builder_end_object (builder);
  cnscd_cli_json_print (cli, builder);
}

static void
print_finding (CnscdCli *cli, const CnscdFinding *finding)
{
  g_autofree char *sheet = cnscd_cli_clean_for_terminal (finding->sheet);
  g_autofree char *message = cnscd_cli_clean_for_terminal (finding->message);

  cnscd_cli_print (cli, "  ");
  if (*sheet != '\0')
    cnscd_cli_print (cli, "%s: ", sheet);
  if (finding->row > 0 && finding->column > 0)
    cnscd_cli_print (cli, _ ("row %u, column %u: "), finding->row, finding->column);
  else if (finding->row > 0)
    cnscd_cli_print (cli, _ ("row %u: "), finding->row);
  cnscd_cli_print (cli, "%s\n", message);
}

/* How many are created, updated and unchanged. */
static GStrv
write_counts (const CnscdImportCount *count)
{
  GStrv texts = g_new0 (char *, 4);

  texts[0] = cnscd_number_format (count->created);
  texts[1] = cnscd_number_format (count->updated);
  texts[2] = cnscd_number_format (count->unchanged);
  return texts;
}

static void
print_findings (CnscdCli *cli, GPtrArray *findings)
{
  if (findings->len > 0)
    cnscd_cli_print (cli, "%s\n", _ ("Worth a look:"));
  for (guint i = 0; i < findings->len; i++)
    print_finding (cli, g_ptr_array_index (findings, i));
}

static void
print_trial (CnscdCli *cli)
{
  if (dry_run)
    cnscd_cli_print (cli, "%s\n", _ ("Nothing was changed: this is what the import would do."));
}

static void
print_text (CnscdCli *cli, const CnscdImportPlan *plan)
{
  g_auto (GStrv) teams = write_counts (&plan->teams);
  g_auto (GStrv) members = write_counts (&plan->members);

  print_trial (cli);
  cnscd_cli_print (cli, _ ("Teams: %s created, %s updated, %s unchanged\n"), teams[0], teams[1],
                   teams[2]);
  cnscd_cli_print (cli, _ ("Members: %s created, %s updated, %s unchanged\n"), members[0],
                   members[1], members[2]);
  if (plan->moves->len > 0)
    {
      g_autofree char *moves = cnscd_number_format (plan->moves->len);

      cnscd_cli_print (cli, _ ("Moved from another team: %s\n"), moves);
    }
  print_findings (cli, plan->findings);
}

static gboolean
import_schedule (CnscdCli *cli,
                 CnscdDatabase *database,
                 const CnscdWorkbook *workbook,
                 const CnscdImportOptions *import_options,
                 GError **error)
{
  g_autoptr (CnscdImportPlan) plan =
    cnscd_schedule_import_run (database, workbook, import_options, NULL, error);
  g_auto (GStrv) sessions = NULL;

  if (plan == NULL)
    return FALSE;

  if (cli->json)
    {
      print_json (cli, plan, "sessions", &plan->sessions, NULL);
      return TRUE;
    }

  print_trial (cli);
  sessions = write_counts (&plan->sessions);
  cnscd_cli_print (cli, _ ("Sessions: %s created, %s updated, %s unchanged\n"), sessions[0],
                   sessions[1], sessions[2]);
  print_findings (cli, plan->findings);
  return TRUE;
}

static gboolean
import (CnscdCli *cli,
        CnscdDatabase *database,
        GFile *file,
        const CnscdWorkbook *workbook,
        gboolean schedule,
        GError **error)
{
  g_autoptr (CnscdImportPlan) plan = NULL;
  g_autofree char *label = g_file_get_basename (file);
  CnscdImportOptions import_options = {
    .unit = unit, .label = label, .moves = moved, .dry_run = dry_run
  };

  if (!cnscd_cli_check_unit (database, unit, error))
    return FALSE;
  if (schedule)
    return import_schedule (cli, database, workbook, &import_options, error);

  /* Whoever guides would become a member, born on the day of the session. */
  if (cnscd_schedule_table_is_likely (workbook))
    {
      g_set_error_literal (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_REFUSED,
                           _ ("This is a schedule, not a roster. Use “cnscd import sessions "
                              "FILE”."));
      return FALSE;
    }

  plan = cnscd_import_run (database, workbook, &import_options, NULL, error);
  if (plan == NULL)
    return FALSE;

  if (cli->json)
    print_json (cli, plan, "teams", &plan->teams, "members", &plan->members, NULL);
  else
    print_text (cli, plan);
  return TRUE;
}

/* "import sessions FILE"; a file called "sessions" that is there is a roster. Takes the word away.
 */
static gboolean
take_sessions (CnscdCli *cli)
{
  if (g_strv_length (cli->arguments) == 0 || !g_str_equal (cli->arguments[0], "sessions") ||
      (cli->arguments[1] == NULL && g_file_test ("sessions", G_FILE_TEST_EXISTS)))
    return FALSE;

  g_free (cli->arguments[0]);
  for (guint i = 0; cli->arguments[i] != NULL; i++)
    cli->arguments[i] = cli->arguments[i + 1];
  return TRUE;
}

static gboolean
run (CnscdCli *cli, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (CnscdWorkbook) workbook = NULL;
  g_autofree char *path = NULL;
  CnscdDatabase *database;
  char *scratch = NULL;
  gboolean schedule = take_sessions (cli);
  gboolean existed;
  gboolean done;

  if (!cnscd_cli_take_arguments (cli, 1, _ ("The file to import"), error) ||
      !cnscd_cli_check_text ("--unit", unit, error))
    return FALSE;

  file = g_file_new_for_commandline_arg (cli->arguments[0]);
  path = cnscd_cli_dup_database_path (cli);

  /* Before there is a database: a file that cannot be read makes none. */
  workbook = cnscd_workbook_read (file, NULL, error);
  if (workbook == NULL)
    return FALSE;

  /* A dry run leaves nothing behind, not even an empty database. */
  existed = g_file_test (path, G_FILE_TEST_EXISTS);
  if (dry_run && !existed)
    database = cnscd_cli_open_scratch (&scratch, error);
  else
    database = cnscd_cli_open (cli, error);
  if (database == NULL)
    return FALSE;

  done = import (cli, database, file, workbook, schedule, error);
  if (scratch != NULL)
    cnscd_cli_remove_scratch (database, scratch);
  else if (!done && !existed)
    cnscd_cli_close_and_remove_empty (database, path);
  else
    cnscd_database_close (database);
  return done;
}

const CnscdCliCommand CNSCD_CLI_IMPORT = {
  .name = "import",
  .arguments = "[sessions] FILE",
  .summary =
    N_ ("Import a roster, or a schedule of sessions, from a spreadsheet (.xlsx, .ods, .xls "
        "or .csv)"),
  .options = options,
  .run = run,
};
