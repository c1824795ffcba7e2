/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-cli-private.h"

#include <glib/gi18n-lib.h>

#include "store/cnscd-audit.h"
#include "store/cnscd-backup.h"
#include "store/cnscd-members.h"

/*
 * A backup is everybody's data in a file. It cannot be written inside a
 * transaction, so its entry is committed first: one for a backup that then
 * failed is better than a copy that no entry tells of. The copy holds it, too.
 */
static gboolean
note_backup (CnscdDatabase *database, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GArray) members = cnscd_members_query (database, &(CnscdMemberQuery) { 0 }, error);

  return members != NULL &&
         cnscd_audit_add (database, "export", "backup", name, members->len, error);
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
  if (!cnscd_backup_check_target (database, path, error) || !note_backup (database, path, error) ||
      !cnscd_backup_write (database, path, error))
    return FALSE;

  if (cli->json)
    {
      cnscd_cli_json_print_done (cli, path, NULL);
      return TRUE;
    }

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
