/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-paged-list.h"
#include "cnscd-session-row.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_OVERDUE_LIST (cnscd_overdue_list_get_type ())
G_DECLARE_FINAL_TYPE (CnscdOverdueList, cnscd_overdue_list, CNSCD, OVERDUE_LIST, CnscdPagedList)

CnscdOverdueList *cnscd_overdue_list_new (CnscdRepository *repository);

G_END_DECLS
