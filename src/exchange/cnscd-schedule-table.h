/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-roster-table.h"
#include "core/cnscd-schedule-records.h"

G_BEGIN_DECLS

/* What a column of a schedule says. */
typedef enum
{
  CNSCD_SCHEDULE_IGNORED,
  CNSCD_SCHEDULE_NUMBER, /* STT */
  CNSCD_SCHEDULE_UNIT,
  CNSCD_SCHEDULE_WEEKDAY,
  CNSCD_SCHEDULE_DAY,
  CNSCD_SCHEDULE_LUNAR, /* follows from the day */
  CNSCD_SCHEDULE_TIME,  /* from and to, perhaps with the day */
  CNSCD_SCHEDULE_START,
  CNSCD_SCHEDULE_END,
  CNSCD_SCHEDULE_TEAM,
  CNSCD_SCHEDULE_HAMLET,
  CNSCD_SCHEDULE_PLACE,
  CNSCD_SCHEDULE_TITLE,
  CNSCD_SCHEDULE_TOPICS, /* the title where there is no other */
  CNSCD_SCHEDULE_AUDIENCE,
  CNSCD_SCHEDULE_GUIDES,
  CNSCD_SCHEDULE_LEADER, /* who leads */
  CNSCD_SCHEDULE_HELPERS,
  CNSCD_SCHEDULE_EXPECTED,
  CNSCD_SCHEDULE_STATE,
  CNSCD_SCHEDULE_ATTENDANCE,
  CNSCD_SCHEDULE_WOMEN,
  CNSCD_SCHEDULE_ELDERLY,
  CNSCD_SCHEDULE_POOR,
  CNSCD_SCHEDULE_CODE,
  CNSCD_SCHEDULE_NOTE,
} CnscdScheduleColumn;

#define CNSCD_N_SCHEDULE_COLUMNS (CNSCD_SCHEDULE_NOTE + 1)

/* What stands below a head that the schedule does not know: perhaps an indicator's. */
typedef struct
{
  const char *head; /* owned by the table */
  guint column;     /* from 1 */
  gint64 value;     /* CNSCD_COUNT_UNKNOWN where it is no number */
} CnscdScheduleFigure;

/**
 * CnscdScheduleEntry:
 * @sheet: owned by the table
 * @row: from 1
 * @columns: (array fixed-size=26): where each kind of column is, from 1; 0: nowhere. Owned by the
 *   table
 * @texts: (array fixed-size=26): what the row says in each kind of column, clean; %NULL for
 *   nothing. Lists have ";" between what stood on lines of its own.
 * @starts_at: when it begins
 * @ends_at: when it ends
 * @without_time: the row says no time of day: a stored session keeps its own
 * @written_time: (nullable): what stands for the times where they were guessed
 * @figures: (element-type CnscdScheduleFigure): what stands below other heads
 *
 * One session of the file.
 */
typedef struct
{
  const char *sheet;
  guint row;
  const guint *columns;
  char *texts[CNSCD_N_SCHEDULE_COLUMNS];
  CnscdTime starts_at;
  CnscdTime ends_at;
  gboolean without_time;
  char *written_time;
  GArray *figures;
} CnscdScheduleEntry;

/**
 * CnscdScheduleTable:
 * @unit_kind: (nullable): "xa" or "phuong", from the title rows
 * @unit_name: (nullable): "Võ Nhai"
 * @n_tables: sheets that hold a schedule
 * @mappings: (element-type CnscdSheetMapping): a sheet each, as its columns were understood
 * @entries: (element-type CnscdScheduleEntry): in the file's order
 * @findings: (element-type CnscdFinding): what is worth telling
 *
 * What a workbook was understood to say of sessions. Knows no database.
 */
typedef struct
{
  char *unit_kind;
  char *unit_name;
  guint n_tables;
  GPtrArray *mappings;
  GPtrArray *entries;
  GPtrArray *findings;
  GStringChunk *strings;
  GPtrArray *columns;
} CnscdScheduleTable;

CnscdScheduleTable *cnscd_schedule_table_recognize (const CnscdWorkbook *workbook,
                                                    GPtrArray *mappings);
void cnscd_schedule_table_free (CnscdScheduleTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdScheduleTable, cnscd_schedule_table_free)

CnscdDate cnscd_schedule_table_find_first_day (const CnscdScheduleTable *table);
gboolean cnscd_schedule_table_is_likely (const CnscdWorkbook *workbook);

G_END_DECLS
