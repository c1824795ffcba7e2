/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-column-widths.h"

#include <math.h>

/* Rows looked at to choose widths: more would not choose better. */
#define SAMPLE_ROWS 400

/* Lines end before the margin, so text takes more of them than its width says. */
#define RAGGED 1.12

/* A wrapped cell beside a higher one costs no paper, only looks: in lines, and
 * the less the more willingly its column shrinks. */
#define WRAPPED_CELL 0.1

/* Not worth a move. */
#define TRIFLE 0.01

static void
grow (const CnscdColumnNeed *needs, guint n_columns, double spare, double *widths)
{
  double shares = 0;

  for (guint i = 0; i < n_columns; i++)
    shares += needs[i].grow;

  for (guint i = 0; i < n_columns; i++)
    widths[i] += shares > 0 ? spare * needs[i].grow / shares : spare / n_columns;
}

static void
shrink (const CnscdColumnNeed *needs, guint n_columns, double wanting, double *widths)
{
  /* A column that reaches its minimum leaves the rest to the others, so at
   * most as many rounds as columns. */
  for (guint round = 0; round < n_columns && wanting > 0.001; round++)
    {
      double shares = 0;
      double taken = 0;

      for (guint i = 0; i < n_columns; i++)
        shares += needs[i].shrink * (widths[i] - needs[i].min);

      if (shares <= 0)
        break;

      for (guint i = 0; i < n_columns; i++)
        {
          double spare = widths[i] - needs[i].min;
          double share = MIN (wanting * needs[i].shrink * spare / shares, spare);

          widths[i] -= share;
          taken += share;
        }

      wanting -= taken;
    }

  /* Only columns that refuse to shrink are left to pay. */
  if (wanting > 0.001)
    {
      double spare = 0;

      for (guint i = 0; i < n_columns; i++)
        spare += widths[i] - needs[i].min;

      for (guint i = 0; i < n_columns; i++)
        widths[i] -= wanting * (widths[i] - needs[i].min) / spare;
    }
}

static double
estimate_lines (const CnscdColumnNeed *needs,
                guint n_columns,
                double padding,
                const CnscdColumnCell *cells,
                guint n_rows,
                const double *widths)
{
  guint step = MAX (n_rows / SAMPLE_ROWS, 1);
  double sum = 0;

  for (guint r = 0; r < n_rows; r += step)
    {
      const CnscdColumnCell *row = cells + (gsize) r * n_columns;
      double highest = 1;

      for (guint i = 0; i < n_columns; i++)
        {
          double room = MAX (widths[i] - padding, 1);
          double lines;

          highest = MAX (highest, row[i].n_lines);
          if (row[i].natural <= room)
            continue;

          /* As if all of them were as long as the longest. */
          lines = MAX (ceil (row[i].natural * RAGGED / room), 2) * row[i].n_lines;
          sum += WRAPPED_CELL * lines / MAX (needs[i].shrink, TRIFLE);
          highest = MAX (highest, lines);
        }

      sum += highest;
    }

  return sum;
}

/* Moves @step points from one column to another where that saves most lines. */
static gboolean
improve (const CnscdColumnNeed *needs,
         guint n_columns,
         double padding,
         const CnscdColumnCell *cells,
         guint n_rows,
         double step,
         double *lines,
         double *widths)
{
  double best = *lines - TRIFLE;
  guint giver = n_columns;
  guint taker = n_columns;

  for (guint i = 0; i < n_columns; i++)
    for (guint j = 0; j < n_columns; j++)
      {
        double tried;

        if (i == j || needs[i].shrink <= 0 || widths[i] - step < needs[i].min ||
            needs[j].shrink <= 0 || widths[j] >= needs[j].natural)
          continue;

        widths[i] -= step;
        widths[j] += step;
        tried = estimate_lines (needs, n_columns, padding, cells, n_rows, widths);
        widths[i] += step;
        widths[j] -= step;

        if (tried < best)
          {
            best = tried;
            giver = i;
            taker = j;
          }
      }

  if (giver == n_columns)
    return FALSE;

  widths[giver] -= step;
  widths[taker] += step;
  *lines = best;

  return TRUE;
}

/**
 * cnscd_column_widths_share:
 * @needs: (array length=n_columns): what each column needs, in points
 * @n_columns: how many, at least one
 * @available: points that the columns fill together
 * @widths: (out caller-allocates) (array length=n_columns): points of each
 *
 * Shares the width of a table among its columns: each gets what its content
 * takes on one line, and more or less of it by its weights; where even the
 * minima do not fit, all give way alike.
 */
void
cnscd_column_widths_share (const CnscdColumnNeed *needs,
                           guint n_columns,
                           double available,
                           double *widths)
{
  double min = 0;
  double natural = 0;

  g_return_if_fail (n_columns > 0);

  for (guint i = 0; i < n_columns; i++)
    {
      widths[i] = MAX (needs[i].natural, needs[i].min);
      min += needs[i].min;
      natural += widths[i];
    }

  if (min >= available)
    {
      for (guint i = 0; i < n_columns; i++)
        widths[i] = needs[i].min * available / min;
    }
  else if (natural > available)
    {
      shrink (needs, n_columns, natural - available, widths);
    }
  else
    {
      grow (needs, n_columns, available - natural, widths);
    }
}

/**
 * cnscd_column_widths_fit:
 * @needs: (array length=n_columns): what each column needs, in points
 * @n_columns: how many, at least one
 * @available: points that the columns fill together
 * @padding: points of a column that are not for text
 * @cells: (array): for each row, what each cell takes
 * @n_rows: how many
 * @widths: (out caller-allocates) (array length=n_columns): points of each
 *
 * As cnscd_column_widths_share(), then, where not everything fits on one line,
 * moves room between the columns that may shrink until the rows take the
 * fewest lines: one long name does not take the room of all offices.
 */
void
cnscd_column_widths_fit (const CnscdColumnNeed *needs,
                         guint n_columns,
                         double available,
                         double padding,
                         const CnscdColumnCell *cells,
                         guint n_rows,
                         double *widths)
{
  static const double steps[] = { 96, 72, 48, 24, 12, 6, 3 };
  double natural = 0;
  double lines;

  cnscd_column_widths_share (needs, n_columns, available, widths);

  for (guint i = 0; i < n_columns; i++)
    natural += MAX (needs[i].natural, needs[i].min);
  if (natural <= available)
    return;

  lines = estimate_lines (needs, n_columns, padding, cells, n_rows, widths);

  /* A small step may be what makes a large one worth while, so once more. */
  for (guint round = 0; round < 3; round++)
    for (guint s = 0; s < G_N_ELEMENTS (steps); s++)
      for (guint moves = 0; moves < 16; moves++)
        if (!improve (needs, n_columns, padding, cells, n_rows, steps[s], &lines, widths))
          break;
}
