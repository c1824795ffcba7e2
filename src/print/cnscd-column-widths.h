/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CnscdColumnNeed:
 * @min: points below which words would break
 * @natural: points with which nothing wraps
 * @grow: share of the room that nobody needs
 * @shrink: share of the room that is wanting, weighed by what can be given up
 */
typedef struct
{
  double min;
  double natural;
  double grow;
  double shrink;
} CnscdColumnNeed;

/**
 * CnscdColumnCell:
 * @natural: points that the longest of its lines takes; 0 for a cell that does not count
 * @n_lines: that the text itself has
 */
typedef struct
{
  float natural;
  float n_lines;
} CnscdColumnCell;

void cnscd_column_widths_share (const CnscdColumnNeed *needs,
                                guint n_columns,
                                double available,
                                double *widths);
void cnscd_column_widths_fit (const CnscdColumnNeed *needs,
                              guint n_columns,
                              double available,
                              double padding,
                              const CnscdColumnCell *cells,
                              guint n_rows,
                              double *widths);

G_END_DECLS
