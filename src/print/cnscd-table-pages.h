/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CnscdTableRoom:
 * @head: height of the head, repeated on each page
 * @first: what the first page has left for the table
 * @page: what every other page has
 * @tail: what must follow the last row on its page
 *
 * Heights in points.
 */
typedef struct
{
  double head;
  double first;
  double page;
  double tail;
} CnscdTableRoom;

typedef struct
{
  double height;
  gboolean group; /* names the rows that follow: never the last on a page */
} CnscdTableBox;

/**
 * CnscdTablePage:
 * @first: first row on the page
 * @end: the row after the last one
 * @from: where in the first row the page goes on, 0 at its beginning
 * @to: where in the last row the page breaks off, 0 at its end
 * @height: that the table takes, with its head; 0 when it begins on the next page
 */
typedef struct
{
  guint first;
  guint end;
  double from;
  double to;
  double height;
} CnscdTablePage;

/**
 * CnscdTableCutFunc:
 * @row: a row that is higher than a page
 * @from: where the part begins
 * @room: height that the part may take
 * @to: (out): where the part ends, past @from
 * @height: (out): that the part takes
 *
 * Returns: whether the rest of the row fits, and @to is its end
 */
typedef gboolean (*CnscdTableCutFunc) (guint row,
                                       double from,
                                       double room,
                                       double *to,
                                       double *height,
                                       gpointer data);

GArray *cnscd_table_pages_break (const CnscdTableBox *rows,
                                 guint n_rows,
                                 const CnscdTableRoom *room,
                                 CnscdTableCutFunc cut,
                                 gpointer data);

G_END_DECLS
