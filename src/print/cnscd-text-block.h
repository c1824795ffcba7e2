/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-typesetter.h"

G_BEGIN_DECLS

/**
 * CnscdTextRule:
 * @CNSCD_TEXT_RULE_NONE: no rule
 * @CNSCD_TEXT_RULE_FULL: as long as the last line of the text: under the Tiêu ngữ
 * @CNSCD_TEXT_RULE_PART: two fifths of it: under the issuing body or a subject
 * @CNSCD_TEXT_RULE_BOX: around a centred text: a code to be found at once
 */
typedef enum
{
  CNSCD_TEXT_RULE_NONE,
  CNSCD_TEXT_RULE_FULL,
  CNSCD_TEXT_RULE_PART,
  CNSCD_TEXT_RULE_BOX,
} CnscdTextRule;

/**
 * CnscdTextBlock:
 *
 * A paragraph at its place in a column, with a rule under it, or around it, if wanted.
 */
typedef struct _CnscdTextBlock CnscdTextBlock;

CnscdTextBlock *cnscd_text_block_new (CnscdTypesetter *typesetter,
                                      const CnscdTextStyle *style,
                                      const char *text,
                                      CnscdTextRule rule,
                                      double width);
void cnscd_text_block_free (CnscdTextBlock *block);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdTextBlock, cnscd_text_block_free)

void cnscd_text_block_set_tag (CnscdTextBlock *block, const char *tag);
double cnscd_text_block_get_height (CnscdTextBlock *block);
double cnscd_text_block_get_text_width (CnscdTextBlock *block);
double cnscd_text_block_get_rule_width (CnscdTextBlock *block);
void cnscd_text_block_draw (CnscdTextBlock *block, cairo_t *cr, double x, double y);

G_END_DECLS
