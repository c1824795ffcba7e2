/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-typesetter.h"

G_BEGIN_DECLS

/**
 * CnscdLetterheadText:
 * @superior_body: (nullable): in capitals; the people's committee of a commune names none
 * @issuing_body: (nullable): in capitals, in one or more lines
 * @number: (nullable): "Số: 05/BC-UBND"
 * @place_and_date: (nullable): "Võ Nhai, ngày 05 tháng 01 năm 2026"
 */
typedef struct
{
  const char *superior_body;
  const char *issuing_body;
  const char *number;
  const char *place_and_date;
} CnscdLetterheadText;

/**
 * CnscdLetterhead:
 *
 * What a document of an office begins with: the issuing body on the left, the
 * name and the motto of the country on the right. NĐ 30/2020/NĐ-CP, Phụ lục I.
 */
typedef struct _CnscdLetterhead CnscdLetterhead;

CnscdLetterhead *
cnscd_letterhead_new (CnscdTypesetter *typesetter, const CnscdLetterheadText *text, double width);
void cnscd_letterhead_free (CnscdLetterhead *letterhead);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdLetterhead, cnscd_letterhead_free)

double cnscd_letterhead_get_height (CnscdLetterhead *letterhead);
void cnscd_letterhead_draw (CnscdLetterhead *letterhead, cairo_t *cr, double x, double y);

G_END_DECLS
