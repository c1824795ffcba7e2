/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CNSCD_TYPE_ORIENTATION_ROW (cnscd_orientation_row_get_type ())
G_DECLARE_FINAL_TYPE (CnscdOrientationRow,
                      cnscd_orientation_row,
                      CNSCD,
                      ORIENTATION_ROW,
                      AdwActionRow)

void cnscd_orientation_row_set_landscape (CnscdOrientationRow *self, gboolean landscape);
gboolean cnscd_orientation_row_get_landscape (CnscdOrientationRow *self);

G_END_DECLS
