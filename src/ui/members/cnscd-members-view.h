/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/cnscd-member-list.h"
#include "cnscd-bulk-bar.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_MEMBERS_VIEW (cnscd_members_view_get_type ())
G_DECLARE_FINAL_TYPE (CnscdMembersView, cnscd_members_view, CNSCD, MEMBERS_VIEW, AdwBreakpointBin)

void cnscd_members_view_set_list (CnscdMembersView *self,
                                  CnscdRepository *repository,
                                  CnscdPagedList *list,
                                  CnscdBulkBar *bulk_bar);
void cnscd_members_view_set_with_unit (CnscdMembersView *self, gboolean with_unit);
gboolean cnscd_members_view_shows_lines (CnscdMembersView *self);
CnscdRowSelection *cnscd_members_view_get_selection (CnscdMembersView *self);

G_END_DECLS
