/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CNSCD_TYPE_WEEK_ROW (cnscd_week_row_get_type ())

G_DECLARE_FINAL_TYPE (CnscdWeekRow, cnscd_week_row, CNSCD, WEEK_ROW, GtkWidget)

void cnscd_week_row_set_adjustment (CnscdWeekRow *self, GtkAdjustment *adjustment);
int cnscd_week_row_get_start_width (CnscdWeekRow *self);

G_END_DECLS
