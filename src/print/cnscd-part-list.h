/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-fact-list.h"
#include "cnscd-letterhead.h"
#include "cnscd-signature.h"
#include "cnscd-table.h"
#include "cnscd-text-block.h"

G_BEGIN_DECLS

/**
 * CnscdPartList:
 *
 * Parts of a page one below the other, each as wide as the text and a gap below
 * the one above it.
 */
typedef struct _CnscdPartList CnscdPartList;

CnscdPartList *cnscd_part_list_new (void);
void cnscd_part_list_free (CnscdPartList *parts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdPartList, cnscd_part_list_free)

void cnscd_part_list_take_block (CnscdPartList *parts, CnscdTextBlock *block, double gap);
void cnscd_part_list_take_facts (CnscdPartList *parts, CnscdFactList *facts, double gap);
void
cnscd_part_list_take_letterhead (CnscdPartList *parts, CnscdLetterhead *letterhead, double gap);
void cnscd_part_list_take_table (CnscdPartList *parts, CnscdTable *table, double gap);
void cnscd_part_list_take_signature (CnscdPartList *parts, CnscdSignature *signature, double gap);
void cnscd_part_list_add_space (CnscdPartList *parts, double height);

double cnscd_part_list_get_height (CnscdPartList *parts);
double cnscd_part_list_draw (CnscdPartList *parts, cairo_t *cr, double x, double y);

G_END_DECLS
