/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-schedule-table.h"

G_BEGIN_DECLS

/* So many different values of a column are shown as examples. */
#define CNSCD_SHAPE_EXAMPLES 3

/**
 * CnscdShapeColumn:
 * @index: from 0, as in the mappings
 * @letters: as the spreadsheet calls it: "A", "AB"
 * @head: (nullable): its words
 * @examples: what stands in it: "Hà Văn Bình · Lê Thị Hoa", "" where it is empty
 * @column: what it is taken for: a #CnscdColumn, in a schedule a #CnscdScheduleColumn
 * @forbidden: the law allows no such data here, whatever somebody chooses
 */
typedef struct
{
  guint index;
  char *letters;
  char *head;
  char *examples;
  guint column;
  gboolean forbidden;
} CnscdShapeColumn;

/**
 * CnscdTableShape:
 * @shape: (nullable): of cnscd_sheet_mapping_dup_shape()
 * @mappings: (element-type CnscdSheetMapping): of the sheets that have this shape
 * @columns: (element-type CnscdShapeColumn): those with a head or content
 * @n_rows: rows with content below the heads
 * @n_teams: teams that were read from these sheets
 * @n_people: people that were read, of a schedule sessions
 * @has_key: whether a column is known without which nothing can be read: that of names, of a
 *   schedule one of days or times
 *
 * All sheets of a file that have the same columns, so that a person corrects them once.
 */
typedef struct
{
  char *shape;
  GPtrArray *mappings;
  GPtrArray *columns;
  guint n_rows;
  guint n_teams;
  guint n_people;
  gboolean has_key;
} CnscdTableShape;

GPtrArray *cnscd_table_shapes_new (const CnscdWorkbook *workbook, const CnscdRosterTable *table);
GPtrArray *cnscd_table_shapes_new_schedule (const CnscdWorkbook *workbook,
                                            const CnscdScheduleTable *table);

G_END_DECLS
