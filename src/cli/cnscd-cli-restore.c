/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-cli-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "core/cnscd-records.h"
#include "store/cnscd-audit.h"
#include "store/cnscd-backup.h"
#include "store/cnscd-office-store.h"

static gboolean dry_run;
static gboolean yes;

static const GOptionEntry options[] = {
  { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run,
    N_ ("Only say what would change; change nothing"), NULL },
  { "yes", 'y', 0, G_OPTION_ARG_NONE, &yes, N_ ("Do not ask, even on a terminal"), NULL },
  G_OPTION_ENTRY_NULL,
};

static const char *
get_kind_title (const char *kind)
{
  static const struct
  {
    const char *kind;
    const char *title;
  } titles[] = {
    { "hamlet", N_ ("Hamlets") },
    { "hamlet_profile", N_ ("Hamlet profiles") },
    { "decision", N_ ("Decisions") },
    { "team", N_ ("Teams") },
    { "person", N_ ("People") },
    { "membership", N_ ("Memberships") },
    { "topic", N_ ("Topics") },
    { "audience", N_ ("Audiences") },
    { "audience_topic", N_ ("Topics of audiences") },
    { "indicator", N_ ("Indicators") },
    { "holiday", N_ ("Holidays") },
    { "series", N_ ("Series of sessions") },
    { "session", N_ ("Sessions") },
    { "session_team", N_ ("Teams of sessions") },
    { "session_topic", N_ ("Topics of sessions") },
    { "session_guide", N_ ("Guides of sessions") },
    { "session_result", N_ ("Results of sessions") },
    { CNSCD_RESTORE_KIND_SETTING, N_ ("Other settings") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      if (g_str_equal (titles[i].kind, kind))
        return g_dgettext (GETTEXT_PACKAGE, titles[i].title);
    }

  return kind;
}

static char *
make_summary (const GArray *counts)
{
  g_autoptr (CnscdCliTable) table = cnscd_cli_table_new ();

  cnscd_cli_table_add_column (table, "", CNSCD_CLI_ALIGN_START);
  cnscd_cli_table_add_column (table, _ ("Now"), CNSCD_CLI_ALIGN_END);
  cnscd_cli_table_add_column (table, _ ("In the backup"), CNSCD_CLI_ALIGN_END);
  cnscd_cli_table_add_column (table, _ ("Restored"), CNSCD_CLI_ALIGN_END);
  cnscd_cli_table_add_column (table, _ ("Removed"), CNSCD_CLI_ALIGN_END);
  cnscd_cli_table_add_column (table, _ ("Changed"), CNSCD_CLI_ALIGN_END);
  for (guint i = 0; i < counts->len; i++)
    {
      const CnscdRestoreCount *count = &g_array_index (counts, CnscdRestoreCount, i);

      if (count->n_here == 0 && count->n_there == 0)
        continue;
      cnscd_cli_table_add (table, get_kind_title (count->kind));
      cnscd_cli_table_add_number (table, count->n_here);
      cnscd_cli_table_add_number (table, count->n_there);
      cnscd_cli_table_add_number (table, count->n_added);
      cnscd_cli_table_add_number (table, count->n_removed);
      cnscd_cli_table_add_number (table, count->n_changed);
    }

  return cnscd_cli_table_to_text (table, cnscd_cli_terminal_width ());
}

static char *
dup_office_name (CnscdDatabase *database, const CnscdOffice *office)
{
  g_autoptr (CnscdUnit) unit = NULL;

  if (office->unit == NULL)
    return g_strdup (_ ("the whole province"));
  unit = cnscd_units_get (database, office->unit, NULL);
  return unit != NULL ? cnscd_unit_dup_full_name (unit) : g_strdup (office->unit);
}

/* A backup of another commune is most likely the wrong one. */
static char *
write_warning (CnscdDatabase *database, const CnscdOffice *there)
{
  g_autoptr (CnscdOffice) here = cnscd_office_load (database, NULL);
  g_autofree char *here_name = NULL;
  g_autofree char *there_name = NULL;

  if (here == NULL || g_strcmp0 (here->unit, there->unit) == 0 ||
      (here->unit == NULL && !here->unit_chosen) || (there->unit == NULL && !there->unit_chosen))
    return NULL;

  here_name = dup_office_name (database, here);
  there_name = dup_office_name (database, there);
  /* Translators: two communes: "xã Phú Bình", "xã Võ Nhai" */
  return g_strdup_printf (_ ("It is a backup of %s; the database here is of %s."), there_name,
                          here_name);
}

static void
print_json (CnscdCli *cli, const GArray *counts, const char *warning, gboolean restored)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "restored");
  json_builder_add_boolean_value (builder, restored);
  cnscd_cli_json_add_text (builder, "warning", warning);
  json_builder_set_member_name (builder, "changes");
  if (counts != NULL)
    {
      json_builder_begin_array (builder);
      for (guint i = 0; i < counts->len; i++)
        {
          const CnscdRestoreCount *count = &g_array_index (counts, CnscdRestoreCount, i);

          json_builder_begin_object (builder);
          cnscd_cli_json_add_text (builder, "kind", count->kind);
          cnscd_cli_json_add_count (builder, "here", count->n_here);
          cnscd_cli_json_add_count (builder, "there", count->n_there);
          cnscd_cli_json_add_count (builder, "added", count->n_added);
          cnscd_cli_json_add_count (builder, "removed", count->n_removed);
          cnscd_cli_json_add_count (builder, "changed", count->n_changed);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
    }
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
  cnscd_cli_json_print (cli, builder);
}

/* Who sits before a terminal is asked; a script has said what it wants. */
static gboolean
confirm (const char *summary, GError **error)
{
  char answer[16] = "";

  if (yes || !isatty (STDIN_FILENO))
    return TRUE;

  fprintf (stderr, "%s%s ", summary, _ ("Replace the database by the backup? [y/N]"));
  fflush (stderr);
  if (fgets (answer, sizeof answer, stdin) != NULL && g_ascii_tolower (answer[0]) == 'y')
    return TRUE;

  g_set_error_literal (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_REFUSED,
                       _ ("Nothing was restored."));
  return FALSE;
}

/*
 * What would change, from a database that may be the very one that broke: a
 * damaged one cannot be compared, and that must not keep it from being
 * replaced. Anything else that is wrong stops the command.
 */
static gboolean
compare (CnscdCli *cli, const char *backup, GArray **counts, char **warning, GError **error)
{
  g_autoptr (CnscdOffice) office = NULL;
  g_autoptr (CnscdDatabase) database = NULL;
  g_autoptr (GError) problem = NULL;
  g_autofree char *path = cnscd_cli_dup_database_path (cli);
  char *scratch = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    database = cnscd_cli_open_existing (cli, &problem);
  else
    database = cnscd_cli_open_scratch (&scratch, &problem);

  if (database == NULL && g_error_matches (problem, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_DAMAGED))
    return TRUE;
  if (database == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  *counts = cnscd_backup_compare (database, backup, &office, error);
  if (*counts != NULL)
    *warning = write_warning (database, office);
  if (scratch != NULL)
    cnscd_cli_remove_scratch (g_steal_pointer (&database), scratch);
  return *counts != NULL;
}

static gint64
find_n_people (const GArray *counts)
{
  for (guint i = 0; counts != NULL && i < counts->len; i++)
    {
      const CnscdRestoreCount *count = &g_array_index (counts, CnscdRestoreCount, i);

      if (g_str_equal (count->kind, CNSCD_KIND_PERSON.name))
        return count->n_there;
    }

  return 0;
}

static gboolean
restore (CnscdCli *cli, const char *backup, const GArray *counts, GError **error)
{
  g_autofree char *path = cnscd_cli_dup_database_path (cli);
  g_autofree char *label = g_path_get_basename (backup);
  g_autoptr (CnscdDatabase) database = NULL;

  if (!cnscd_backup_restore (path, backup, error))
    return FALSE;

  database = cnscd_database_open (path, error);
  return database != NULL &&
         cnscd_audit_add (database, "restore", "members", label, find_n_people (counts), error);
}

static gboolean
run (CnscdCli *cli, GError **error)
{
  g_autoptr (GArray) counts = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *warning = NULL;
  g_autofree char *table = NULL;
  g_autofree char *summary = NULL;

  if (!cnscd_cli_take_arguments (cli, 1, _ ("The backup to restore"), error))
    return FALSE;

  backup = g_canonicalize_filename (cli->arguments[0], NULL);
  if (!g_file_test (backup, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_NOT_FOUND, _ ("There is no file “%s”."),
                   backup);
      return FALSE;
    }

  if (!compare (cli, backup, &counts, &warning, error))
    return FALSE;

  if (counts != NULL)
    {
      table = make_summary (counts);
      summary = warning != NULL ? g_strdup_printf ("%s\n\n%s", warning, table) : g_strdup (table);
    }
  else
    summary = g_strdup_printf (
      "%s\n", _ ("The database is damaged, so it cannot be told what the backup changes."));

  if (!dry_run && (!confirm (summary, error) || !restore (cli, backup, counts, error)))
    return FALSE;

  if (cli->json)
    print_json (cli, counts, warning, !dry_run);
  else
    cnscd_cli_print (cli, "%s%s\n", summary,
                     dry_run ? _ ("Nothing was changed: this is what restoring would do.")
                             : _ ("Restored."));
  return TRUE;
}

const CnscdCliCommand CNSCD_CLI_RESTORE = {
  .name = "restore",
  .arguments = "FILE",
  .summary = N_ ("Replace the database by a backup, after showing what changes"),
  .options = options,
  .run = run,
};
