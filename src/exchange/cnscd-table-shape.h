/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-roster-table.h"

G_BEGIN_DECLS

/* So many different values of a column are shown as examples. */
#define CNSCD_SHAPE_EXAMPLES 3

/**
 * CnscdShapeColumn:
 * @index: from 0, as in the mappings
 * @letters: as the spreadsheet calls it: "A", "AB"
 * @head: (nullable): its words
 * @examples: what stands in it: "Hà Văn Bình · Lê Thị Hoa", "" where it is empty
 * @column: what it is taken for
 * @forbidden: the law allows no such data here, whatever somebody chooses
 */
typedef struct
{
  guint index;
  char *letters;
  char *head;
  char *examples;
  CnscdColumn column;
  gboolean forbidden;
} CnscdShapeColumn;

/**
 * CnscdTableShape:
 * @shape: (nullable): of cnscd_sheet_mapping_dup_shape()
 * @mappings: (element-type CnscdSheetMapping): of the sheets that have this shape
 * @columns: (element-type CnscdShapeColumn): those with a head or content
 * @n_rows: rows with content below the heads
 * @n_teams: teams that were read from these sheets
 * @n_people: people that were read
 * @has_names: whether a column of names is known, without which nobody can be read
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
  gboolean has_names;
} CnscdTableShape;

GPtrArray *cnscd_table_shapes_new (const CnscdWorkbook *workbook, const CnscdRosterTable *table);

G_END_DECLS
