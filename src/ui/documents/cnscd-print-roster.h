/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-print-settings.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_PRINT_ROSTER (cnscd_print_roster_get_type ())
G_DECLARE_FINAL_TYPE (CnscdPrintRoster, cnscd_print_roster, CNSCD, PRINT_ROSTER, CnscdPrintSettings)

CnscdPrintSettings *cnscd_print_roster_new (const char *team);
const char *cnscd_print_roster_get_team (CnscdPrintRoster *self);

G_END_DECLS
