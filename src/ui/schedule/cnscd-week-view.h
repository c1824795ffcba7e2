/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/cnscd-catalog.h"
#include "model/cnscd-session-calendar.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_WEEK_VIEW (cnscd_week_view_get_type ())
G_DECLARE_FINAL_TYPE (CnscdWeekView, cnscd_week_view, CNSCD, WEEK_VIEW, AdwBin)

void cnscd_week_view_set_calendar (CnscdWeekView *self, CnscdSessionCalendar *calendar);
void cnscd_week_view_set_catalog (CnscdWeekView *self, CnscdCatalog *catalog);
void cnscd_week_view_set_day (CnscdWeekView *self, CnscdDate day);
void cnscd_week_view_focus_day (CnscdWeekView *self);

G_END_DECLS
