/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/cnscd-catalog.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_WEEK_HEAD (cnscd_week_head_get_type ())
G_DECLARE_FINAL_TYPE (CnscdWeekHead, cnscd_week_head, CNSCD, WEEK_HEAD, GtkWidget)

GtkWidget *cnscd_week_head_new (void);
void cnscd_week_head_set_day (CnscdWeekHead *self, CnscdDate day, gboolean is_today);
void cnscd_week_head_set_holiday (CnscdWeekHead *self, const CnscdHoliday *holiday);
void cnscd_week_head_set_n_hidden (CnscdWeekHead *self, guint n_hidden);

G_END_DECLS
