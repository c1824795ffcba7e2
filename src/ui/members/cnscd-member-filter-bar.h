/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cnscd-member-filters.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_MEMBER_FILTER_BAR (cnscd_member_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (CnscdMemberFilterBar,
                      cnscd_member_filter_bar,
                      CNSCD,
                      MEMBER_FILTER_BAR,
                      AdwBin)

void cnscd_member_filter_bar_set_filters (CnscdMemberFilterBar *self, CnscdMemberFilters *filters);
void cnscd_member_filter_bar_set_start (CnscdMemberFilterBar *self, GtkWidget *start);

G_END_DECLS
