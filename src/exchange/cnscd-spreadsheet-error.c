/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-spreadsheet-error.h"

#include <glib/gi18n-lib.h>

#include "cnscd-workbook.h"

/* What readers of several formats say, in the same words whatever the format is. */

/**
 * cnscd_spreadsheet_set_damaged: (skip)
 * @error: (nullable): return location
 *
 * Returns: %FALSE
 */
gboolean
cnscd_spreadsheet_set_damaged (GError **error)
{
  g_set_error_literal (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_DAMAGED,
                       _ ("The file is damaged or was not copied completely. Get it again from "
                          "where it came, or open it in a spreadsheet program and save it again."));
  return FALSE;
}

/**
 * cnscd_spreadsheet_set_encrypted: (skip)
 * @error: (nullable): return location
 *
 * Returns: %FALSE
 */
gboolean
cnscd_spreadsheet_set_encrypted (GError **error)
{
  g_set_error_literal (
    error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_ENCRYPTED,
    _ ("The file is protected with a password. Open it in a spreadsheet program, "
       "save it without a password, and choose it again."));
  return FALSE;
}
