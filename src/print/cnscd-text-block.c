/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-text-block.h"

#include "cnscd-document.h"

/* Between the text and its rule, and the rule's own thickness. */
#define RULE_GAP       2.0
#define RULE_THICKNESS 0.75

/* Between the text and a box around it. */
#define BOX_PADDING_X 12.0
#define BOX_PADDING_Y 4.0

/* NĐ 30/2020/NĐ-CP: from a third to half of the line above. */
#define RULE_PART 0.4

struct _CnscdTextBlock
{
  CnscdTypesetter *typesetter;
  CnscdTextStyle style;
  char *text;
  const char *tag;
  CnscdTextRule rule;
  double width;
  double text_height;
  double last_line_width;
};

/**
 * cnscd_text_block_new:
 * @typesetter: what sets the text
 * @style: how the text looks
 * @text: (nullable): plain text from anywhere; a line feed begins a new line
 * @rule: the rule under it
 * @width: of the column, in points
 *
 * Makes a paragraph and measures it.
 *
 * Returns: (transfer full): the paragraph
 */
CnscdTextBlock *
cnscd_text_block_new (CnscdTypesetter *typesetter,
                      const CnscdTextStyle *style,
                      const char *text,
                      CnscdTextRule rule,
                      double width)
{
  CnscdTextBlock *block = g_new0 (CnscdTextBlock, 1);
  PangoLayout *layout;
  PangoLayoutLine *last;
  PangoRectangle extents;

  block->typesetter = cnscd_typesetter_ref (typesetter);
  block->style = *style;
  block->text = cnscd_typesetter_clean (text);
  block->tag = "P";
  block->rule = rule;
  block->width = width;

  layout = cnscd_typesetter_set (typesetter, style, block->text, width);
  pango_layout_get_extents (layout, NULL, &extents);
  block->text_height = pango_units_to_double (extents.height);

  last = pango_layout_get_line_readonly (layout, pango_layout_get_line_count (layout) - 1);
  pango_layout_line_get_extents (last, NULL, &extents);
  block->last_line_width = pango_units_to_double (extents.width);

  return block;
}

/**
 * cnscd_text_block_free:
 * @block: (nullable): a paragraph
 */
void
cnscd_text_block_free (CnscdTextBlock *block)
{
  if (block == NULL)
    return;

  cnscd_typesetter_unref (block->typesetter);
  g_free (block->text);
  g_free (block);
}

/**
 * cnscd_text_block_set_tag:
 * @block: a paragraph
 * @tag: a literal: what the paragraph is in a tagged PDF, "P" if nothing is said
 */
void
cnscd_text_block_set_tag (CnscdTextBlock *block, const char *tag)
{
  block->tag = tag;
}

/**
 * cnscd_text_block_get_height:
 * @block: a paragraph
 *
 * Returns: points that the text takes, with its rule
 */
double
cnscd_text_block_get_height (CnscdTextBlock *block)
{
  if (block->rule == CNSCD_TEXT_RULE_NONE)
    return block->text_height;
  if (block->rule == CNSCD_TEXT_RULE_BOX)
    return block->text_height + 2 * BOX_PADDING_Y;

  return block->text_height + RULE_GAP + RULE_THICKNESS;
}

/**
 * cnscd_text_block_get_text_width:
 * @block: a paragraph
 *
 * Returns: points that the last line of the text takes
 */
double
cnscd_text_block_get_text_width (CnscdTextBlock *block)
{
  return block->last_line_width;
}

/**
 * cnscd_text_block_get_rule_width:
 * @block: a paragraph
 *
 * Returns: points from end to end of the rule, 0 when there is none
 */
double
cnscd_text_block_get_rule_width (CnscdTextBlock *block)
{
  switch (block->rule)
    {
    case CNSCD_TEXT_RULE_FULL:
      return block->last_line_width;
    case CNSCD_TEXT_RULE_PART:
      return block->last_line_width * RULE_PART;
    case CNSCD_TEXT_RULE_NONE:
    case CNSCD_TEXT_RULE_BOX:
    default:
      return 0;
    }
}

static void
draw_box (CnscdTextBlock *block, cairo_t *cr, double x, double y)
{
  double width = block->last_line_width + 2 * BOX_PADDING_X;

  cnscd_document_begin_tag (cr, "Artifact");
  cairo_set_line_width (cr, RULE_THICKNESS);
  cairo_rectangle (cr, x + (block->width - width) / 2, y, width,
                   cnscd_text_block_get_height (block));
  cairo_stroke (cr);
  cnscd_document_end_tag (cr, "Artifact");
}

/**
 * cnscd_text_block_draw:
 * @block: a paragraph
 * @cr: where to draw, one unit a point
 * @x: left edge of the column
 * @y: upper edge of the text
 */
void
cnscd_text_block_draw (CnscdTextBlock *block, cairo_t *cr, double x, double y)
{
  double rule = cnscd_text_block_get_rule_width (block);

  if (block->rule == CNSCD_TEXT_RULE_BOX)
    {
      draw_box (block, cr, x, y);
      y += BOX_PADDING_Y;
    }

  cnscd_document_begin_tag (cr, block->tag);
  cnscd_typesetter_draw (block->typesetter, cr, &block->style, block->text, x, y, block->width);
  cnscd_document_end_tag (cr, block->tag);

  if (rule > 0)
    {
      double middle = y + block->text_height + RULE_GAP + RULE_THICKNESS / 2;

      cnscd_document_begin_tag (cr, "Artifact");
      cairo_set_line_width (cr, RULE_THICKNESS);
      cairo_move_to (cr, x + (block->width - rule) / 2, middle);
      cairo_rel_line_to (cr, rule, 0);
      cairo_stroke (cr);
      cnscd_document_end_tag (cr, "Artifact");
    }
}
