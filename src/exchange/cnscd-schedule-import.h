/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-import.h"
#include "cnscd-schedule-table.h"

G_BEGIN_DECLS

/* One session of the plan: what the file says, and what becomes of it. */
typedef struct
{
  const CnscdScheduleEntry *entry;
  CnscdImportFate fate;
  char *title;
} CnscdScheduleItem;

/**
 * CnscdSchedulePlan:
 * @unit: (nullable): code of the commune of rows that name none
 * @items: (element-type CnscdScheduleItem): the rows that are imported
 * @findings: (element-type CnscdFinding): the table's and the store's
 *
 * What an import of a schedule does, or would do. Made by the same code for both.
 */
typedef struct
{
  char *unit;
  CnscdScheduleTable *table;
  CnscdImportCount sessions;
  GPtrArray *items;
  GPtrArray *findings;
  gboolean dry_run;
} CnscdSchedulePlan;

/* Of @options the mappings, the decisions and the pairs are for rosters, and not looked at. */
CnscdSchedulePlan *cnscd_schedule_import_run (CnscdDatabase *database,
                                              const CnscdWorkbook *workbook,
                                              const CnscdImportOptions *options,
                                              GCancellable *cancellable,
                                              GError **error);
void cnscd_schedule_plan_free (CnscdSchedulePlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdSchedulePlan, cnscd_schedule_plan_free)

G_END_DECLS
