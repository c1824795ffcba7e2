/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*CnscdAlarmFunc) (gpointer user_data);

typedef struct _CnscdAlarm CnscdAlarm;

CnscdAlarm *cnscd_alarm_new (CnscdAlarmFunc func, gpointer user_data);
void cnscd_alarm_set (CnscdAlarm *alarm, gint64 in_us);
void cnscd_alarm_free (CnscdAlarm *alarm);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdAlarm, cnscd_alarm_free)

G_END_DECLS
