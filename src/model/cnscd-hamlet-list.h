/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-paged-list.h"
#include "cnscd-hamlet-row.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_HAMLET_LIST (cnscd_hamlet_list_get_type ())
G_DECLARE_FINAL_TYPE (CnscdHamletList, cnscd_hamlet_list, CNSCD, HAMLET_LIST, CnscdPagedList)

CnscdHamletList *cnscd_hamlet_list_new (CnscdRepository *repository);
void cnscd_hamlet_list_set_shown (CnscdHamletList *self, CnscdHamletsShown shown);
CnscdHamletsShown cnscd_hamlet_list_get_shown (CnscdHamletList *self);

G_END_DECLS
