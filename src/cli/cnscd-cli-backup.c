/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-cli-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/cnscd-backup.h"

/* Under any name: through a link, or in other words. */
static gboolean
are_same_file (const char *a, const char *b)
{
  GStatBuf first;
  GStatBuf second;

  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

static gboolean
run (CnscdCli *cli, GError **error)
{
  g_autoptr (CnscdDatabase) database = NULL;
  g_autofree char *path = NULL;
  g_autofree char *shown = NULL;

  if (!cnscd_cli_take_arguments (cli, 1, _ ("The file to write the backup to"), error))
    return FALSE;

  database = cnscd_cli_open_existing (cli, error);
  if (database == NULL)
    return FALSE;

  path = g_canonicalize_filename (cli->arguments[0], NULL);
  if (are_same_file (path, cnscd_database_get_path (database)))
    {
      g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_REFUSED,
                   _ ("“%s” is the database itself. Name another file for the backup."), path);
      return FALSE;
    }

  if (!cnscd_backup_write (database, path, error))
    return FALSE;

  shown = cnscd_cli_clean_for_terminal (path);
  cnscd_cli_print (cli, _ ("Backup written to %s\n"), shown);
  return TRUE;
}

const CnscdCliCommand CNSCD_CLI_BACKUP = {
  .name = "backup",
  .arguments = "FILE",
  .summary = N_ ("Write a copy of the database, also while the window is open"),
  .run = run,
};
