/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/cnscd-catalog.h"
#include "model/cnscd-session-calendar.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_MONTH_VIEW (cnscd_month_view_get_type ())
G_DECLARE_FINAL_TYPE (CnscdMonthView, cnscd_month_view, CNSCD, MONTH_VIEW, GtkWidget)

void cnscd_month_view_set_calendar (CnscdMonthView *self, CnscdSessionCalendar *calendar);
void cnscd_month_view_set_catalog (CnscdMonthView *self, CnscdCatalog *catalog);
void cnscd_month_view_set_day (CnscdMonthView *self, CnscdDate day);
void cnscd_month_view_focus_day (CnscdMonthView *self);

G_END_DECLS
