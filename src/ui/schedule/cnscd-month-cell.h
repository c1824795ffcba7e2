/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/cnscd-catalog.h"
#include "store/cnscd-session-days.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_MONTH_CELL (cnscd_month_cell_get_type ())
G_DECLARE_FINAL_TYPE (CnscdMonthCell, cnscd_month_cell, CNSCD, MONTH_CELL, GtkWidget)

/* More than there is room for on any screen. */
#define CNSCD_MONTH_CELL_MAX_CHIPS 12

GtkWidget *cnscd_month_cell_new (void);
void cnscd_month_cell_set_day (CnscdMonthCell *self,
                               CnscdDate day,
                               gboolean other_month,
                               CnscdDate today);
CnscdDate cnscd_month_cell_get_day (CnscdMonthCell *self);
gboolean cnscd_month_cell_is_count (CnscdMonthCell *self, GtkWidget *widget);
void cnscd_month_cell_set_holiday (CnscdMonthCell *self, const CnscdHoliday *holiday);
void cnscd_month_cell_set_sessions (CnscdMonthCell *self, const CnscdSessionDay *sessions);
void cnscd_month_cell_set_selected (CnscdMonthCell *self, gboolean selected);

G_END_DECLS
