/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CnscdCliStatus:
 * @CNSCD_CLI_OK: done
 * @CNSCD_CLI_FAILED: refused or failed; the reason is on stderr
 * @CNSCD_CLI_USAGE: the command line makes no sense; the reason is on stderr
 *
 * The exit status of a subcommand.
 */
typedef enum
{
  CNSCD_CLI_OK = 0,
  CNSCD_CLI_FAILED = 1,
  CNSCD_CLI_USAGE = 2,
} CnscdCliStatus;

gboolean cnscd_cli_is_command (int argc, char *argv[]);
int cnscd_cli_run (int argc, char *argv[]);

G_END_DECLS
