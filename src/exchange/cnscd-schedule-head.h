/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-recognizer.h"
#include "cnscd-schedule-table.h"

G_BEGIN_DECLS

/**
 * CnscdScheduleHead:
 * @first_row: of the head, from 0
 * @last_row: likewise
 * @columns: (element-type CnscdScheduleColumn): by column
 * @heads: (element-type utf8): the words, by column; %NULL where there are none
 *
 * The head of a schedule, of one row or two.
 */
typedef struct
{
  guint first_row;
  guint last_row;
  GArray *columns;
  GPtrArray *heads;
} CnscdScheduleHead;

CnscdScheduleHead *cnscd_schedule_head_find (const CnscdScan *scan);
CnscdScheduleHead *cnscd_schedule_head_new_mapped (const CnscdScan *scan,
                                                   const CnscdSheetMapping *given);
gboolean cnscd_schedule_head_is_roster (const CnscdScan *scan);
gboolean
cnscd_schedule_head_match (const CnscdScan *scan, const CnscdScheduleHead *head, guint row);
void cnscd_schedule_head_free (CnscdScheduleHead *head);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdScheduleHead, cnscd_schedule_head_free)

G_END_DECLS
