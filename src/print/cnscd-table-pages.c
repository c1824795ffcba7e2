/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-table-pages.h"

/* A group stays with this many of its rows where they fit on a page at all. */
#define ROWS_WITH_GROUP 2

/* Heights are sums of fractions: let equal ones fit. */
#define SLACK 0.01

typedef struct
{
  const CnscdTableBox *rows;
  guint n_rows;
  const CnscdTableRoom *room;
  CnscdTableCutFunc cut;
  gpointer data;

  GArray *pages;
  CnscdTablePage page;
  double available;
} Breaker;

static void
begin_page (Breaker *breaker, guint first, double from)
{
  breaker->page = (CnscdTablePage) {
    .first = first,
    .end = first,
    .from = from,
    .height = breaker->room->head,
  };
}

static void
end_page (Breaker *breaker)
{
  /* A head without a row says nothing. */
  if (breaker->page.end == breaker->page.first && breaker->n_rows > 0)
    breaker->page.height = 0;

  g_array_append_val (breaker->pages, breaker->page);
  breaker->available = breaker->room->page;
}

static gboolean
fits (Breaker *breaker, double height)
{
  return breaker->page.height + height <= breaker->available + SLACK;
}

/* The row with its group before it, or the group with its first rows. */
static guint
find_chunk_end (Breaker *breaker, guint row, guint n_wanted)
{
  guint end = row;

  while (end < breaker->n_rows && breaker->rows[end].group)
    end++;

  if (end == row)
    return row + 1;

  for (guint i = 0; i < n_wanted && end < breaker->n_rows && !breaker->rows[end].group; i++)
    end++;

  return end;
}

static double
sum_heights (Breaker *breaker, guint row, guint end)
{
  double height = 0;

  for (guint i = row; i < end; i++)
    height += breaker->rows[i].height;

  return height;
}

static void
place_chunk (Breaker *breaker, guint row, guint end)
{
  breaker->page.height += sum_heights (breaker, row, end);
  breaker->page.end = end;
}

static void
place_in_parts (Breaker *breaker, guint row)
{
  double from = 0;

  for (;;)
    {
      double to = 0;
      double height = 0;
      gboolean whole = breaker->cut (row, from, breaker->available - breaker->page.height, &to,
                                     &height, breaker->data);

      breaker->page.end = row + 1;
      breaker->page.height += height;

      if (whole)
        return;

      g_return_if_fail (to > from);

      breaker->page.to = to;
      from = to;
      end_page (breaker);
      begin_page (breaker, row, from);
    }
}

/* Only at the top of a page that has all the room there is. */
static guint
force_chunk (Breaker *breaker, guint row)
{
  guint end = find_chunk_end (breaker, row, 1);

  if (fits (breaker, sum_heights (breaker, row, end)))
    {
      place_chunk (breaker, row, end);
      return end;
    }

  for (guint i = row; i < end; i++)
    {
      if (fits (breaker, breaker->rows[i].height))
        place_chunk (breaker, i, i + 1);
      else
        place_in_parts (breaker, i);
    }

  return end;
}

/**
 * cnscd_table_pages_break:
 * @rows: (array length=n_rows): the rows' heights
 * @n_rows: how many
 * @room: what there is on the pages
 * @cut: (scope call): divides a row that is higher than a page
 * @data: for @cut
 *
 * Divides the rows of a table over pages. No row is split unless no page could
 * hold it; a group row is never the last on its page; the last row has what
 * follows the table on its page where a page can hold both.
 *
 * Returns: (transfer full) (element-type CnscdTablePage): at least one page
 */
GArray *
cnscd_table_pages_break (const CnscdTableBox *rows,
                         guint n_rows,
                         const CnscdTableRoom *room,
                         CnscdTableCutFunc cut,
                         gpointer data)
{
  Breaker breaker = {
    .rows = rows,
    .n_rows = n_rows,
    .room = room,
    .cut = cut,
    .data = data,
    .available = room->first,
  };
  guint row = 0;

  breaker.pages = g_array_new (FALSE, FALSE, sizeof (CnscdTablePage));
  begin_page (&breaker, 0, 0);

  while (row < n_rows)
    {
      guint end = find_chunk_end (&breaker, row, ROWS_WITH_GROUP);
      double height = sum_heights (&breaker, row, end);

      if (fits (&breaker, height + (end == n_rows ? room->tail : 0)))
        {
          place_chunk (&breaker, row, end);
          row = end;
        }
      else if (breaker.page.end > breaker.page.first || breaker.available < room->page)
        {
          end_page (&breaker);
          begin_page (&breaker, row, 0);
        }
      else
        {
          row = force_chunk (&breaker, row);
        }
    }

  end_page (&breaker);

  return breaker.pages;
}
