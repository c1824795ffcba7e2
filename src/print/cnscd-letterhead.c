/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-letterhead.h"

#include "cnscd-text-block.h"

/* The country's name in bold capitals of 12 points takes this much of the
 * narrowest page. */
#define RIGHT_PART 0.6

/* Above the number and the date. */
#define LAST_LINE_GAP 8.0

struct _CnscdLetterhead
{
  GPtrArray *left;  /* (element-type CnscdTextBlock) */
  GPtrArray *right; /* (element-type CnscdTextBlock) */
  CnscdTextBlock *number;
  CnscdTextBlock *place_and_date;
  double left_width;
  double body_height;
  double height;
};

static const CnscdTextStyle superior_style = {
  .size = 12,
  .align = CNSCD_TEXT_ALIGN_CENTER,
  .max_lines = 3,
};
static const CnscdTextStyle body_style = {
  .size = 12,
  .bold = TRUE,
  .align = CNSCD_TEXT_ALIGN_CENTER,
  .max_lines = 4,
};
static const CnscdTextStyle country_style = {
  .size = 12,
  .bold = TRUE,
  .align = CNSCD_TEXT_ALIGN_CENTER,
};
static const CnscdTextStyle motto_style = {
  .size = 13,
  .bold = TRUE,
  .align = CNSCD_TEXT_ALIGN_CENTER,
};
static const CnscdTextStyle number_style = {
  .size = 13,
  .align = CNSCD_TEXT_ALIGN_CENTER,
  .max_lines = 2,
};
static const CnscdTextStyle date_style = {
  .size = 13,
  .italic = TRUE,
  .align = CNSCD_TEXT_ALIGN_CENTER,
  .max_lines = 2,
};

static void
free_block (gpointer block)
{
  cnscd_text_block_free (block);
}

static double
get_column_height (GPtrArray *blocks)
{
  double height = 0;

  for (guint i = 0; i < blocks->len; i++)
    height += cnscd_text_block_get_height (blocks->pdata[i]);

  return height;
}

static void
draw_column (GPtrArray *blocks, cairo_t *cr, double x, double y)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      cnscd_text_block_draw (blocks->pdata[i], cr, x, y);
      y += cnscd_text_block_get_height (blocks->pdata[i]);
    }
}

/**
 * cnscd_letterhead_new:
 * @typesetter: what sets the text
 * @text: what it says; the strings are copied
 * @width: between the margins, in points
 *
 * Returns: (transfer full): the letterhead
 */
CnscdLetterhead *
cnscd_letterhead_new (CnscdTypesetter *typesetter, const CnscdLetterheadText *text, double width)
{
  CnscdLetterhead *letterhead = g_new0 (CnscdLetterhead, 1);
  double right_width = width * RIGHT_PART;

  letterhead->left_width = width - right_width;
  letterhead->left = g_ptr_array_new_with_free_func (free_block);
  letterhead->right = g_ptr_array_new_with_free_func (free_block);

  if (text->superior_body != NULL)
    g_ptr_array_add (letterhead->left,
                     cnscd_text_block_new (typesetter, &superior_style, text->superior_body,
                                           CNSCD_TEXT_RULE_NONE, letterhead->left_width));
  if (text->issuing_body != NULL)
    g_ptr_array_add (letterhead->left,
                     cnscd_text_block_new (typesetter, &body_style, text->issuing_body,
                                           CNSCD_TEXT_RULE_PART, letterhead->left_width));
  g_ptr_array_add (letterhead->right, cnscd_text_block_new (typesetter, &country_style,
                                                            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                                                            CNSCD_TEXT_RULE_NONE, right_width));
  g_ptr_array_add (letterhead->right,
                   cnscd_text_block_new (typesetter, &motto_style, "Độc lập - Tự do - Hạnh phúc",
                                         CNSCD_TEXT_RULE_FULL, right_width));

  letterhead->body_height =
    MAX (get_column_height (letterhead->left), get_column_height (letterhead->right));
  letterhead->height = letterhead->body_height;

  if (text->number != NULL)
    letterhead->number = cnscd_text_block_new (typesetter, &number_style, text->number,
                                               CNSCD_TEXT_RULE_NONE, letterhead->left_width);
  if (text->place_and_date != NULL)
    letterhead->place_and_date = cnscd_text_block_new (
      typesetter, &date_style, text->place_and_date, CNSCD_TEXT_RULE_NONE, right_width);

  if (letterhead->number != NULL || letterhead->place_and_date != NULL)
    {
      double number =
        letterhead->number != NULL ? cnscd_text_block_get_height (letterhead->number) : 0;
      double date = letterhead->place_and_date != NULL
                      ? cnscd_text_block_get_height (letterhead->place_and_date)
                      : 0;

      letterhead->height += LAST_LINE_GAP + MAX (number, date);
    }

  return letterhead;
}

/**
 * cnscd_letterhead_free:
 * @letterhead: (nullable): a letterhead
 */
void
cnscd_letterhead_free (CnscdLetterhead *letterhead)
{
  if (letterhead == NULL)
    return;

  g_ptr_array_unref (letterhead->left);
  g_ptr_array_unref (letterhead->right);
  g_clear_pointer (&letterhead->number, cnscd_text_block_free);
  g_clear_pointer (&letterhead->place_and_date, cnscd_text_block_free);
  g_free (letterhead);
}

/**
 * cnscd_letterhead_get_height:
 * @letterhead: a letterhead
 *
 * Returns: points that it takes
 */
double
cnscd_letterhead_get_height (CnscdLetterhead *letterhead)
{
  return letterhead->height;
}

/**
 * cnscd_letterhead_draw:
 * @letterhead: a letterhead
 * @cr: where to draw, one unit a point
 * @x: left margin
 * @y: top margin
 */
void
cnscd_letterhead_draw (CnscdLetterhead *letterhead, cairo_t *cr, double x, double y)
{
  double last_line = y + letterhead->body_height + LAST_LINE_GAP;

  draw_column (letterhead->left, cr, x, y);
  draw_column (letterhead->right, cr, x + letterhead->left_width, y);

  if (letterhead->number != NULL)
    cnscd_text_block_draw (letterhead->number, cr, x, last_line);
  if (letterhead->place_and_date != NULL)
    cnscd_text_block_draw (letterhead->place_and_date, cr, x + letterhead->left_width, last_line);
}
