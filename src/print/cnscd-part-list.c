/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-part-list.h"

typedef struct
{
  gpointer thing;
  double gap;    /* above it */
  double height; /* with the space below it */
  void (*draw) (gpointer thing, cairo_t *cr, double x, double y);
  GDestroyNotify free;
} Part;

struct _CnscdPartList
{
  GArray *parts; /* (element-type Part) */
};

static void
clear_part (gpointer data)
{
  Part *part = data;

  part->free (part->thing);
}

static void
free_block (gpointer block)
{
  cnscd_text_block_free (block);
}

static void
free_facts (gpointer facts)
{
  cnscd_fact_list_free (facts);
}

static void
free_letterhead (gpointer letterhead)
{
  cnscd_letterhead_free (letterhead);
}

static void
free_table (gpointer table)
{
  cnscd_table_free (table);
}

static void
free_signature (gpointer signature)
{
  cnscd_signature_free (signature);
}

static void
draw_block (gpointer block, cairo_t *cr, double x, double y)
{
  cnscd_text_block_draw (block, cr, x, y);
}

static void
draw_facts (gpointer facts, cairo_t *cr, double x, double y)
{
  cnscd_fact_list_draw (facts, cr, x, y);
}

static void
draw_letterhead (gpointer letterhead, cairo_t *cr, double x, double y)
{
  cnscd_letterhead_draw (letterhead, cr, x, y);
}

static void
draw_table (gpointer table, cairo_t *cr, double x, double y)
{
  cnscd_table_draw_page (table, cr, 0, x, y);
}

static void
draw_signature (gpointer signature, cairo_t *cr, double x, double y)
{
  cnscd_signature_draw (signature, cr, x, y);
}

/**
 * cnscd_part_list_new: (skip)
 *
 * Returns: (transfer full): a list without parts
 */
CnscdPartList *
cnscd_part_list_new (void)
{
  CnscdPartList *parts = g_new (CnscdPartList, 1);

  parts->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (parts->parts, clear_part);
  return parts;
}

/**
 * cnscd_part_list_free: (skip)
 * @parts: (transfer full): a list
 */
void
cnscd_part_list_free (CnscdPartList *parts)
{
  g_return_if_fail (parts != NULL);

  g_array_unref (parts->parts);
  g_free (parts);
}

/**
 * cnscd_part_list_take_block: (skip)
 * @parts: a list
 * @block: (transfer full): a paragraph
 * @gap: above it, in points
 */
void
cnscd_part_list_take_block (CnscdPartList *parts, CnscdTextBlock *block, double gap)
{
  const Part part = { block, gap, cnscd_text_block_get_height (block), draw_block, free_block };

  g_array_append_val (parts->parts, part);
}

/**
 * cnscd_part_list_take_facts: (skip)
 * @parts: a list
 * @facts: (transfer full): facts
 * @gap: above them, in points
 */
void
cnscd_part_list_take_facts (CnscdPartList *parts, CnscdFactList *facts, double gap)
{
  const Part part = { facts, gap, cnscd_fact_list_get_height (facts), draw_facts, free_facts };

  g_array_append_val (parts->parts, part);
}

/**
 * cnscd_part_list_take_letterhead: (skip)
 * @parts: a list
 * @letterhead: (transfer full): a letterhead
 * @gap: above it, in points
 */
void
cnscd_part_list_take_letterhead (CnscdPartList *parts, CnscdLetterhead *letterhead, double gap)
{
  const Part part = { letterhead, gap, cnscd_letterhead_get_height (letterhead), draw_letterhead,
                      free_letterhead };

  g_array_append_val (parts->parts, part);
}

/**
 * cnscd_part_list_take_table: (skip)
 * @parts: a list
 * @table: (transfer full): a table that is laid out, of one page
 * @gap: above it, in points
 */
void
cnscd_part_list_take_table (CnscdPartList *parts, CnscdTable *table, double gap)
{
  const Part part = { table, gap, cnscd_table_get_page (table, 0)->height, draw_table, free_table };

  g_array_append_val (parts->parts, part);
}

/**
 * cnscd_part_list_take_signature: (skip)
 * @parts: a list
 * @signature: (transfer full): where it is signed
 * @gap: above it, in points
 */
void
cnscd_part_list_take_signature (CnscdPartList *parts, CnscdSignature *signature, double gap)
{
  const Part part = { signature, gap, cnscd_signature_get_height (signature), draw_signature,
                      free_signature };

  g_array_append_val (parts->parts, part);
}

/**
 * cnscd_part_list_add_space: (skip)
 * @parts: a list with something in it
 * @height: points
 *
 * Keeps whatever comes next from what is there.
 */
void
cnscd_part_list_add_space (CnscdPartList *parts, double height)
{
  g_return_if_fail (parts->parts->len > 0);

  g_array_index (parts->parts, Part, parts->parts->len - 1).height += height;
}

/**
 * cnscd_part_list_get_height: (skip)
 * @parts: a list
 *
 * Returns: points from the top of its first gap to the bottom of its last part
 */
double
cnscd_part_list_get_height (CnscdPartList *parts)
{
  double height = 0;

  for (guint i = 0; i < parts->parts->len; i++)
    {
      const Part *part = &g_array_index (parts->parts, Part, i);

      height += part->gap + part->height;
    }
  return height;
}

/**
 * cnscd_part_list_draw: (skip)
 * @parts: a list
 * @cr: where to draw it
 * @x: points from the left
 * @y: points from the top
 *
 * Returns: where it ends, in points from the top
 */
double
cnscd_part_list_draw (CnscdPartList *parts, cairo_t *cr, double x, double y)
{
  for (guint i = 0; i < parts->parts->len; i++)
    {
      const Part *part = &g_array_index (parts->parts, Part, i);

      part->draw (part->thing, cr, x, y + part->gap);
      y += part->gap + part->height;
    }
  return y;
}
