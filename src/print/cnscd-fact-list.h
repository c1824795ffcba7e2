/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-typesetter.h"

G_BEGIN_DECLS

/**
 * CnscdFactList:
 *
 * Facts one below the other, each after what it is: "Địa điểm: Nhà văn hóa".
 */
typedef struct _CnscdFactList CnscdFactList;

CnscdFactList *cnscd_fact_list_new (CnscdTypesetter *typesetter, double width);
void cnscd_fact_list_free (CnscdFactList *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdFactList, cnscd_fact_list_free)

void cnscd_fact_list_add (CnscdFactList *facts, const char *label, const char *value);
double cnscd_fact_list_get_height (CnscdFactList *facts);
void cnscd_fact_list_draw (CnscdFactList *facts, cairo_t *cr, double x, double y);

G_END_DECLS
