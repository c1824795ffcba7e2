/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-signature.h"

#include "cnscd-page-metrics.h"
#include "cnscd-text-block.h"

/* Of the width between the margins: the block stands at the right. */
#define WIDTH_PART 0.5

/* For a signature, and a seal over a third of it: NĐ 30/2020/NĐ-CP, Điều 33. */
#define SIGNING_ROOM CNSCD_MM_TO_PT (28)

struct _CnscdSignature
{
  CnscdTextBlock *authority; /* (nullable) */
  CnscdTextBlock *full_name;
  double left;
};

static const CnscdTextStyle authority_style = {
  .size = 13,
  .bold = TRUE,
  .align = CNSCD_TEXT_ALIGN_CENTER,
  .max_lines = 5,
};
static const CnscdTextStyle name_style = {
  .size = 14,
  .bold = TRUE,
  .align = CNSCD_TEXT_ALIGN_CENTER,
  .max_lines = 2,
};

static double
get_name_top (CnscdSignature *signature)
{
  return SIGNING_ROOM +
         (signature->authority != NULL ? cnscd_text_block_get_height (signature->authority) : 0);
}

/**
 * cnscd_signature_new:
 * @typesetter: what sets the text
 * @authority: (nullable): in one or more lines: "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"
 * @full_name: who signs
 * @width: between the margins, in points
 *
 * Returns: (transfer full): the place to sign
 */
CnscdSignature *
cnscd_signature_new (CnscdTypesetter *typesetter,
                     const char *authority,
                     const char *full_name,
                     double width)
{
  CnscdSignature *signature = g_new0 (CnscdSignature, 1);

  signature->left = width * (1 - WIDTH_PART);
  if (authority != NULL)
    signature->authority = cnscd_text_block_new (typesetter, &authority_style, authority,
                                                 CNSCD_TEXT_RULE_NONE, width * WIDTH_PART);
  signature->full_name = cnscd_text_block_new (typesetter, &name_style, full_name,
                                               CNSCD_TEXT_RULE_NONE, width * WIDTH_PART);
  return signature;
}

/**
 * cnscd_signature_free:
 * @signature: (nullable): a place to sign
 */
void
cnscd_signature_free (CnscdSignature *signature)
{
  if (signature == NULL)
    return;

  g_clear_pointer (&signature->authority, cnscd_text_block_free);
  cnscd_text_block_free (signature->full_name);
  g_free (signature);
}

/**
 * cnscd_signature_get_height:
 * @signature: a place to sign
 *
 * Returns: points that it takes, with the room to sign
 */
double
cnscd_signature_get_height (CnscdSignature *signature)
{
  return get_name_top (signature) + cnscd_text_block_get_height (signature->full_name);
}

/**
 * cnscd_signature_draw:
 * @signature: a place to sign
 * @cr: where to draw, one unit a point
 * @x: left margin
 * @y: upper edge
 *
 * Draws it at the right.
 */
void
cnscd_signature_draw (CnscdSignature *signature, cairo_t *cr, double x, double y)
{
  x += signature->left;
  if (signature->authority != NULL)
    cnscd_text_block_draw (signature->authority, cr, x, y);
  cnscd_text_block_draw (signature->full_name, cr, x, y + get_name_top (signature));
}
