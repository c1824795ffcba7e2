/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-member-row.h"
#include "cnscd-paged-list.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_MEMBER_LIST (cnscd_member_list_get_type ())
G_DECLARE_FINAL_TYPE (CnscdMemberList, cnscd_member_list, CNSCD, MEMBER_LIST, CnscdPagedList)

CnscdMemberList *cnscd_member_list_new (CnscdRepository *repository, const char *team);
void cnscd_member_list_set_sort (CnscdMemberList *self, CnscdMemberSort sort, gboolean descending);
void cnscd_member_list_set_team (CnscdMemberList *self, const char *team);
void cnscd_member_list_set_filter (CnscdMemberList *self, const CnscdMemberFilter *filter);
const CnscdMemberFilter *cnscd_member_list_get_filter (CnscdMemberList *self);

G_END_DECLS
