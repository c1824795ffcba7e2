/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-cli-private.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-number.h"
#include "store/cnscd-action.h"

static gboolean
run (CnscdCli *cli, GError **error)
{
  g_autoptr (CnscdDatabase) database = NULL;
  g_autoptr (CnscdAction) action = NULL;
  g_autoptr (GError) problem = NULL;
  g_autofree char *label = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *kept = NULL;
  guint n_undone = 0;
  guint n_kept = 0;

  if (!cnscd_cli_take_arguments (cli, 0, NULL, error))
    return FALSE;

  database = cnscd_cli_open_existing (cli, error);
  if (database == NULL)
    return FALSE;

  action = cnscd_action_last (database, "import", &problem);
  if (problem != NULL && !g_error_matches (problem, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (action == NULL || action->undone)
    {
      g_set_error_literal (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_REFUSED,
                           _ ("There is no import to undo."));
      return FALSE;
    }

  if (!cnscd_action_undo_full (database, action->id, &n_undone, &n_kept, error))
    return FALSE;

  if (cli->json)
    {
      cnscd_cli_json_print_done (cli, NULL, "undone", n_undone, "kept", n_kept, NULL);
      return TRUE;
    }

  label = cnscd_cli_clean_for_terminal (action->label);
  undone = cnscd_number_format (n_undone);
  kept = cnscd_number_format (n_kept);
  cnscd_cli_print (cli,
                   g_dngettext (GETTEXT_PACKAGE, "Undone: the import of “%s”, %s change\n",
                                "Undone: the import of “%s”, %s changes\n", n_undone),
                   label, undone);
  if (n_kept > 0)
    cnscd_cli_print (
      cli,
      g_dngettext (GETTEXT_PACKAGE,
                   "Kept: %s record that was edited afterwards, or is still needed\n",
                   "Kept: %s records that were edited afterwards, or are still needed\n", n_kept),
      kept);
  return TRUE;
}

const CnscdCliCommand CNSCD_CLI_UNDO_IMPORT = {
  .name = "undo-import",
  .arguments = "",
  .summary = N_ ("Undo the last import as a whole"),
  .run = run,
};
