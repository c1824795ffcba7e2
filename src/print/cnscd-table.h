/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-table-pages.h"
#include "cnscd-typesetter.h"

G_BEGIN_DECLS

/**
 * CnscdTableColumn:
 * @title: in the head
 * @over: (nullable): a title over this and its neighbours with the same one
 * @align: of the cells; titles are centred
 * @min_width: in points; the longest word of the title counts besides
 * @grow: share of the width that no column needs
 * @shrink: share of the width that is wanting: 0 for columns not to wrap
 * @merge_down: whether neighbouring cells with the same text are drawn as one
 */
typedef struct
{
  const char *title;
  const char *over;
  CnscdTextAlign align;
  double min_width;
  double grow;
  double shrink;
  gboolean merge_down;
} CnscdTableColumn;

typedef enum
{
  CNSCD_TABLE_ROW_BODY,
  CNSCD_TABLE_ROW_GROUP,  /* across all columns, bold */
  CNSCD_TABLE_ROW_REMARK, /* across all columns, italic, centred */
} CnscdTableRowKind;

/**
 * CnscdTable:
 *
 * A table on paper. Add the rows, lay it out once, then draw any page of it.
 */
typedef struct _CnscdTable CnscdTable;

CnscdTable *cnscd_table_new (CnscdTypesetter *typesetter,
                             const CnscdTableColumn *columns,
                             guint n_columns,
                             double font_size);
void cnscd_table_free (CnscdTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdTable, cnscd_table_free)

void cnscd_table_set_row_height (CnscdTable *table, double height);
void cnscd_table_add_row (CnscdTable *table, const char *const *cells);
void cnscd_table_add_group (CnscdTable *table, const char *title);
void cnscd_table_add_remark (CnscdTable *table, const char *text);

void cnscd_table_lay_out (CnscdTable *table,
                          double width,
                          double first_height,
                          double page_height,
                          double tail_height);
guint cnscd_table_get_n_rows (CnscdTable *table);
CnscdTableRowKind cnscd_table_get_row_kind (CnscdTable *table, guint row);
double cnscd_table_get_column_width (CnscdTable *table, guint column);
double cnscd_table_get_head_height (CnscdTable *table);
guint cnscd_table_get_n_pages (CnscdTable *table);
const CnscdTablePage *cnscd_table_get_page (CnscdTable *table, guint page);
void cnscd_table_draw_page (CnscdTable *table, cairo_t *cr, guint page, double x, double y);

G_END_DECLS
