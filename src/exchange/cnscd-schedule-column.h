/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-schedule-table.h"

G_BEGIN_DECLS

const char *cnscd_schedule_column_get_title (CnscdScheduleColumn column);
const char *cnscd_schedule_column_get_name (CnscdScheduleColumn column);

G_END_DECLS
