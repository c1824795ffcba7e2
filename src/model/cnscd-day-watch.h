/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*CnscdDayWatchFunc) (gpointer user_data);

typedef struct _CnscdDayWatch CnscdDayWatch;

CnscdDayWatch *cnscd_day_watch_new (CnscdDayWatchFunc func, gpointer user_data);
void cnscd_day_watch_look (CnscdDayWatch *watch);
void cnscd_day_watch_free (CnscdDayWatch *watch);

G_END_DECLS
