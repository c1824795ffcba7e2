/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-table.h"

G_BEGIN_DECLS

#define PADDING_X 3.5
#define PADDING_Y 2.5

typedef struct
{
  CnscdTableRowKind kind;
  guint first_cell; /* in the table's cells */
  double height;    /* of the content, without padding */
} CnscdTableRow;

struct _CnscdTable
{
  CnscdTypesetter *typesetter;
  CnscdTableColumn *columns;
  guint n_columns;
  CnscdTextStyle *styles;     /* of the columns' cells */
  CnscdTextStyle plain_style; /* of any cell on one line */
  CnscdTextStyle head_style;
  CnscdTextStyle group_style;
  CnscdTextStyle remark_style;

  GStringChunk *strings; /* each text once, so that its address is its key */
  GPtrArray *cells;      /* (nullable): %NULL belongs to the cell on its left */
  GArray *rows;

  double min_height; /* of a row's content */
  double width;
  double *edges; /* n_columns + 1, from the table's left side */
  double upper_head;
  double lower_head;
  GArray *pages;
};

CnscdTableRow *cnscd_table_get_row (CnscdTable *table, guint row);
const char *cnscd_table_get_cell (CnscdTable *table, const CnscdTableRow *row, guint column);
guint cnscd_table_get_span (CnscdTable *table, const CnscdTableRow *row, guint column);
gboolean cnscd_table_goes_on (CnscdTable *table, guint row, guint column);
const CnscdTextStyle *
cnscd_table_get_style (CnscdTable *table, const CnscdTableRow *row, guint column);
double cnscd_table_get_inner_width (CnscdTable *table, guint column, guint span);
guint cnscd_table_get_over_span (CnscdTable *table, guint column);

void cnscd_table_measure (CnscdTable *table);
gboolean cnscd_table_cut_row (guint row_number,
                              double from,
                              double room,
                              double *to,
                              double *height,
                              gpointer data);

G_END_DECLS
