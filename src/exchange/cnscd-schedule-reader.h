/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-schedule-head.h"
#include "cnscd-schedule-when.h"

G_BEGIN_DECLS

/* Rows of one sheet on their way to sessions. */
typedef struct
{
  const CnscdScan *scan;
  const CnscdScheduleHead *head;
  CnscdScheduleTable *table;
  const char *sheet;
  guint *columns; /* by kind, from 1; owned by the table */
  guint row;
  const CnscdCell **cells; /* of the row */
  const CnscdCell **spans; /* by column: the merged cell that reaches down to this row */
  guint *span_ends;
  CnscdDate day;     /* of the rows above */
  CnscdDate dated;   /* the last one above that was written with its year */
  guint row_of_year; /* the last one, from 1, whose year was told */
  GHashTable *seen;  /* what a row says -> its number, from 1 */
  char *team_title;  /* (nullable): of the title row above */
  int title_year, title_month;
  guint n_years, n_ends; /* guessed */
  gboolean done;         /* what follows are signatures */
} CnscdScheduleReader;

const CnscdCell *cnscd_schedule_reader_get_cell (const CnscdScheduleReader *reader,
                                                 CnscdScheduleColumn column);
void cnscd_schedule_reader_add_finding (CnscdScheduleReader *reader,
                                        CnscdFindingLevel level,
                                        const char *code,
                                        CnscdScheduleColumn column,
                                        const char *format,
                                        ...) G_GNUC_PRINTF (5, 6);

void cnscd_schedule_reader_read_title (CnscdScheduleReader *reader);
CnscdDate cnscd_schedule_reader_settle_day (CnscdScheduleReader *reader, const CnscdWhen *when);
gboolean cnscd_schedule_reader_read_when (CnscdScheduleReader *reader,
                                          const CnscdCell *cell,
                                          CnscdWhenKind kind,
                                          CnscdWhen *when,
                                          CnscdDate *day);
void cnscd_schedule_reader_check_weekday (CnscdScheduleReader *reader, CnscdDate day, int weekday);
gboolean cnscd_schedule_reader_read_day (CnscdScheduleReader *reader, CnscdWhen *time);
gboolean cnscd_schedule_reader_read_times (CnscdScheduleReader *reader,
                                           CnscdScheduleEntry *entry,
                                           CnscdWhen *time);

gboolean cnscd_schedule_reader_is_new (CnscdScheduleReader *reader,
                                       const CnscdScheduleEntry *entry);

void cnscd_schedule_table_read_sheet (const CnscdScan *scan,
                                      const CnscdScheduleHead *head,
                                      CnscdScheduleTable *table);

G_END_DECLS
