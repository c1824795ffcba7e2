/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/cnscd-column-widths.h"
#include "print/cnscd-table-pages.h"

#define LINE 14.0

/* Rows are cut at lines of LINE points. */
static gboolean
cut_cb (guint row, double from, double room, double *to, double *height, gpointer data)
{
  const CnscdTableBox *rows = data;
  double lines = (int) (room / LINE) > 0 ? (int) (room / LINE) : 1;

  *to = MIN (from + lines * LINE, rows[row].height);
  *height = *to - from;

  return *to >= rows[row].height;
}

/* What holds for every division of any rows over any pages. */
static void
assert_pages (const CnscdTableBox *rows, guint n_rows, const CnscdTableRoom *room, GArray *pages)
{
  guint next = 0;
  double at = 0;

  for (guint p = 0; p < pages->len; p++)
    {
      const CnscdTablePage *page = &g_array_index (pages, CnscdTablePage, p);
      double available = p == 0 ? room->first : room->page;
      double height = room->head;

      /* Every row once, in order. */
      g_assert_cmpuint (page->first, ==, next);
      g_assert_cmpfloat (page->from, ==, at);

      if (page->end == page->first)
        {
          g_assert_cmpuint (p, ==, 0);
          g_assert_cmpfloat (page->height, ==, 0);
          continue;
        }

      for (guint r = page->first; r < page->end; r++)
        {
          double from = r == page->first ? page->from : 0;
          double to = r == page->end - 1 && page->to > 0 ? page->to : rows[r].height;

          height += to - from;

          /* Only what no page could hold is split. */
          if (from > 0 || to < rows[r].height)
            g_assert_cmpfloat (rows[r].height, >, room->page - room->head - LINE * 3);
        }
      g_assert_cmpfloat_with_epsilon (page->height, height, 0.01);
      g_assert_cmpfloat (page->height, <=, available + 0.02);

      /* No group row alone at the foot. */
      if (p < pages->len - 1)
        g_assert_false (rows[page->end - 1].group);

      next = page->to > 0 ? page->end - 1 : page->end;
      at = page->to;
    }

  g_assert_cmpuint (next, ==, n_rows);
}

static void
test_random (void)
{
  for (guint seed = 0; seed < 3000; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      guint n_rows = g_rand_int_range (rand, 1, 120);
      g_autofree CnscdTableBox *rows = g_new0 (CnscdTableBox, n_rows);
      CnscdTableRoom room = { .head = 30, .page = g_rand_int_range (rand, 200, 700), .tail = 25 };
      g_autoptr (GArray) pages = NULL;

      room.first = room.page - g_rand_int_range (rand, 0, (int) room.page);
      for (guint i = 0; i < n_rows; i++)
        {
          /* Groups may even follow each other, but not end the table. */
          rows[i].group = i + 1 < n_rows && g_rand_int_range (rand, 0, 6) == 0 &&
                          !(i > 2 && rows[i - 1].group && rows[i - 2].group);
          rows[i].height = rows[i].group ? LINE : LINE * g_rand_int_range (rand, 1, 4);
          if (!rows[i].group && g_rand_int_range (rand, 0, 200) == 0)
            rows[i].height = LINE * 100;
        }

      pages = cnscd_table_pages_break (rows, n_rows, &room, cut_cb, rows);
      assert_pages (rows, n_rows, &room, pages);
    }
}

/* What follows the table does not stand alone on its page. */
static void
test_tail (void)
{
  for (guint n_rows = 1; n_rows < 200; n_rows++)
    {
      g_autofree CnscdTableBox *rows = g_new0 (CnscdTableBox, n_rows);
      CnscdTableRoom room = { .head = 30, .first = 300, .page = 500, .tail = 40 };
      g_autoptr (GArray) pages = NULL;
      const CnscdTablePage *last;

      for (guint i = 0; i < n_rows; i++)
        rows[i].height = LINE;

      pages = cnscd_table_pages_break (rows, n_rows, &room, cut_cb, rows);
      assert_pages (rows, n_rows, &room, pages);
      last = &g_array_index (pages, CnscdTablePage, pages->len - 1);
      g_assert_cmpuint (last->end, >, last->first);
      g_assert_cmpfloat (last->height + room.tail, <=, (pages->len == 1 ? 300 : 500) + 0.02);
    }
}

/* A row of three pages begins on a page and goes on from where it broke off. */
static void
test_huge_row (void)
{
  const CnscdTableBox rows[] = { { LINE, TRUE }, { LINE * 100, FALSE }, { LINE, FALSE } };
  const CnscdTableRoom room = { .head = 30, .first = 300, .page = 600, .tail = 20 };
  g_autoptr (GArray) pages =
    cnscd_table_pages_break (rows, G_N_ELEMENTS (rows), &room, cut_cb, (gpointer) rows);

  assert_pages (rows, G_N_ELEMENTS (rows), &room, pages);
  g_assert_cmpuint (pages->len, >=, 3);
}

static void
test_empty (void)
{
  const CnscdTableRoom room = { .head = 30, .first = 300, .page = 600, .tail = 20 };
  g_autoptr (GArray) pages = cnscd_table_pages_break (NULL, 0, &room, cut_cb, NULL);

  g_assert_cmpuint (pages->len, ==, 1);
  g_assert_cmpfloat (g_array_index (pages, CnscdTablePage, 0).height, ==, 30);
}

static double
sum (const double *widths, guint n)
{
  double result = 0;

  for (guint i = 0; i < n; i++)
    result += widths[i];

  return result;
}

static void
test_widths (void)
{
  const CnscdColumnNeed needs[] = {
    { 30, 20, 0, 0 },
    { 90, 150, 1, 0.5 },
    { 80, 240, 2, 3 },
  };
  double widths[3];

  /* Spare room goes where it is wanted. */
  cnscd_column_widths_share (needs, 3, 600, widths);
  g_assert_cmpfloat_with_epsilon (sum (widths, 3), 600, 0.01);
  g_assert_cmpfloat_with_epsilon (widths[0], 30, 0.01);
  g_assert_cmpfloat (widths[1], >=, 150);
  g_assert_cmpfloat (widths[2], >=, 240);

  /* What is wanting is taken from those that may shrink, down to their minimum. */
  cnscd_column_widths_share (needs, 3, 300, widths);
  g_assert_cmpfloat_with_epsilon (sum (widths, 3), 300, 0.01);
  g_assert_cmpfloat_with_epsilon (widths[0], 30, 0.01);
  g_assert_cmpfloat (widths[1], >=, 90);
  g_assert_cmpfloat (widths[2], >=, 80);

  /* Too narrow for all: everyone gives, nobody is lost. */
  cnscd_column_widths_share (needs, 3, 100, widths);
  g_assert_cmpfloat_with_epsilon (sum (widths, 3), 100, 0.01);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat (widths[i], >, 10);
}

/* One name of 600 points among forty of 100 must not starve the other column. */
static void
test_widths_outlier (void)
{
  const CnscdColumnNeed needs[] = { { 80, 610, 1, 0.6 }, { 80, 210, 2, 3 } };
  CnscdColumnCell cells[40][2];
  double widths[2];

  for (guint i = 0; i < 40; i++)
    {
      cells[i][0] = (CnscdColumnCell) { i == 0 ? 600 : 100, 1 };
      cells[i][1] = (CnscdColumnCell) { 190, 1 };
    }

  cnscd_column_widths_fit (needs, 2, 320, 7, &cells[0][0], 40, widths);
  g_assert_cmpfloat_with_epsilon (sum (widths, 2), 320, 0.01);
  g_assert_cmpfloat (widths[0], >=, 107);
  g_assert_cmpfloat (widths[1], >=, 197);
}

/* Three names one below the other wrap three times: their column gets the room that one long text
 * can do without. */
static void
test_widths_lines (void)
{
  const CnscdColumnNeed needs[] = { { 80, 610, 1, 1 }, { 60, 127, 1, 1 } };
  CnscdColumnCell cells[40][2];
  double widths[2];

  for (guint i = 0; i < 40; i++)
    {
      cells[i][0] = (CnscdColumnCell) { 300, 1 };
      cells[i][1] = (CnscdColumnCell) { 120, 3 };
    }

  cnscd_column_widths_fit (needs, 2, 300, 7, &cells[0][0], 40, widths);
  g_assert_cmpfloat_with_epsilon (sum (widths, 2), 300, 0.01);
  g_assert_cmpfloat (widths[1], >=, 127);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/print/table-pages/random", test_random);
  g_test_add_func ("/print/table-pages/tail", test_tail);
  g_test_add_func ("/print/table-pages/huge-row", test_huge_row);
  g_test_add_func ("/print/table-pages/empty", test_empty);
  g_test_add_func ("/print/column-widths/share", test_widths);
  g_test_add_func ("/print/column-widths/outlier", test_widths_outlier);
  g_test_add_func ("/print/column-widths/lines", test_widths_lines);

  return g_test_run ();
}
