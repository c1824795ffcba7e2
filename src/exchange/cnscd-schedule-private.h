/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-import-transaction.h"
#include "cnscd-schedule-import.h"
#include "cnscd-schedule-match.h"
#include "store/cnscd-units.h"

G_BEGIN_DECLS

typedef struct
{
  CnscdDatabase *database;
  const CnscdImportOptions *options;
  GCancellable *cancellable;
  CnscdImportPlan *plan;
  CnscdImportTransaction transaction;
  GPtrArray *units;        /* CnscdUnit, of the province */
  const CnscdUnit *wanted; /* (nullable) */
  GHashTable *places;      /* code -> CnscdSchedulePlace */
  GHashTable *claimed;     /* ids of sessions that a row spoke of */
  GHashTable *ignored;     /* heads that were told to be ignored, with their sheets */
  GHashTable *people;      /* ids of the memberships that the file names */
  gboolean knows_office;
  guint max_per_week; /* sessions of a guide, once @knows_office */
} CnscdScheduleImporter;

/* One row on its way into the store. */
typedef struct
{
  CnscdScheduleImporter *importer;
  const CnscdScheduleEntry *entry;
  CnscdSchedulePlace *place;
  CnscdDate day;
  CnscdScheduleNames *teams;
  const CnscdSessionSummary *stored; /* (nullable) */
  CnscdSessionRecords *before;       /* (nullable) */
  CnscdSessionRecords *after;
  GString *kept; /* lines for the note: what could not be put in its place */
} CnscdScheduleRow;

void cnscd_schedule_row_add_finding (const CnscdScheduleRow *row,
                                     CnscdFindingLevel level,
                                     const char *code,
                                     CnscdScheduleColumn column,
                                     const char *format,
                                     ...) G_GNUC_PRINTF (5, 6);
void cnscd_schedule_row_keep_in_note (CnscdScheduleRow *row, const char *title, const char *text);
const char *cnscd_schedule_row_get_text (const CnscdScheduleRow *row, CnscdScheduleColumn column);
gboolean cnscd_schedule_says_same (const char *stored, const char *text);
void cnscd_schedule_row_report_names (CnscdScheduleRow *row,
                                      const CnscdScheduleNames *names,
                                      CnscdScheduleColumn column,
                                      const char *code_unknown,
                                      const char *code_doubtful,
                                      const char *title);
gboolean cnscd_schedule_names_is_complete (const CnscdScheduleNames *names);
void cnscd_schedule_row_set_guides (CnscdScheduleRow *row);
void cnscd_schedule_row_fill (CnscdScheduleRow *row, const char *title);
gboolean cnscd_schedule_row_report_clashes (CnscdScheduleRow *row, GError **error);
gboolean cnscd_schedule_row_import (CnscdScheduleRow *row, GError **error);

G_END_DECLS
