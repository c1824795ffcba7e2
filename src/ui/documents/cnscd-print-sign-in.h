/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-print-settings.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_PRINT_SIGN_IN (cnscd_print_sign_in_get_type ())
G_DECLARE_FINAL_TYPE (CnscdPrintSignIn,
                      cnscd_print_sign_in,
                      CNSCD,
                      PRINT_SIGN_IN,
                      CnscdPrintSettings)

CnscdPrintSettings *cnscd_print_sign_in_new (const char *session);

G_END_DECLS
