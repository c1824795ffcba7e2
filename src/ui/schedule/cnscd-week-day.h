/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/cnscd-catalog.h"
#include "store/cnscd-session-days.h"

G_BEGIN_DECLS

/* Of an hour, in pixels. */
#define CNSCD_WEEK_HOUR_HEIGHT 44

/* More stand nowhere side by side and one below the other. */
#define CNSCD_WEEK_DAY_MAX_SESSIONS 40

#define CNSCD_TYPE_WEEK_DAY (cnscd_week_day_get_type ())
G_DECLARE_FINAL_TYPE (CnscdWeekDay, cnscd_week_day, CNSCD, WEEK_DAY, GtkWidget)

GtkWidget *cnscd_week_day_new (void);
void cnscd_week_day_set_day (CnscdWeekDay *self, CnscdDate day, CnscdDate today);
CnscdDate cnscd_week_day_get_day (CnscdWeekDay *self);
void cnscd_week_day_set_holiday (CnscdWeekDay *self, const CnscdHoliday *holiday);
void cnscd_week_day_set_sessions (CnscdWeekDay *self, const CnscdSessionDay *sessions);
void cnscd_week_day_set_selected (CnscdWeekDay *self, gboolean selected);
guint cnscd_week_day_get_n_hidden (CnscdWeekDay *self);
gboolean cnscd_week_day_focus_next (CnscdWeekDay *self, GtkWidget *focus, int step);

G_END_DECLS
