/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-typesetter.h"

G_BEGIN_DECLS

/**
 * CnscdSignature:
 *
 * Where a document is signed: the authority that signs, room for a pen and a
 * seal, and the name. NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.7.
 */
typedef struct _CnscdSignature CnscdSignature;

CnscdSignature *cnscd_signature_new (CnscdTypesetter *typesetter,
                                     const char *authority,
                                     const char *full_name,
                                     double width);

/**
 * CnscdSignaturePlace:
 * @authority: in capitals: "TỔ TRƯỞNG"
 * @note: (nullable): under it: "(Ký, ghi rõ họ tên)"
 * @full_name: (nullable): %NULL leaves it to a pen
 *
 * One of two who sign side by side.
 */
typedef struct
{
  const char *authority;
  const char *note;
  const char *full_name;
} CnscdSignaturePlace;

CnscdSignature *cnscd_signature_new_pair (CnscdTypesetter *typesetter,
                                          const CnscdSignaturePlace *left,
                                          const CnscdSignaturePlace *right,
                                          double width);
void cnscd_signature_set_recipients (CnscdSignature *signature,
                                     CnscdTypesetter *typesetter,
                                     const char *recipients,
                                     double width);
void cnscd_signature_free (CnscdSignature *signature);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdSignature, cnscd_signature_free)

double cnscd_signature_get_height (CnscdSignature *signature);
void cnscd_signature_draw (CnscdSignature *signature, cairo_t *cr, double x, double y);

G_END_DECLS
