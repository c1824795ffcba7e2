/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/cnscd-schedule.h"

#include "cnscd-print-settings.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_PRINT_SCHEDULE (cnscd_print_schedule_get_type ())
G_DECLARE_FINAL_TYPE (CnscdPrintSchedule,
                      cnscd_print_schedule,
                      CNSCD,
                      PRINT_SCHEDULE,
                      CnscdPrintSettings)

CnscdPrintSettings *cnscd_print_schedule_new (const char *team, CnscdDate from, CnscdDate to);
void cnscd_print_schedule_narrow (CnscdPrintSchedule *self,
                                  const CnscdSessionQuery *query,
                                  const CnscdScheduleNarrowing *narrowing);
const char *cnscd_print_schedule_get_team (CnscdPrintSchedule *self);

G_END_DECLS
