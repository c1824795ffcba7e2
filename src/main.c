/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <signal.h>

#include "cnscd-locale.h"
#include "cli/cnscd-cli.h"
#include "ui/application/cnscd-application.h"

int
main (int argc, char *argv[])
{
  g_autoptr (CnscdApplication) application = NULL;

  /* A file over the user's limit is an error that is told, not the end of the program. */
  signal (SIGXFSZ, SIG_IGN);
  cnscd_locale_set_up ();

  if (cnscd_cli_is_command (argc, argv))
    return cnscd_cli_run (argc, argv);

  /* It would undo what was set up for the language. */
  gtk_disable_setlocale ();
  if (!gtk_init_check ())
    {
      g_printerr ("cnscd: %s\n",
                  _ ("There is no display to open a window on. “cnscd --help” lists the commands "
                     "that need none."));
      return 1;
    }

  adw_init ();
  cnscd_locale_complete_adwaita ();
  g_set_application_name (_ ("Digital Teams"));
  application = cnscd_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
