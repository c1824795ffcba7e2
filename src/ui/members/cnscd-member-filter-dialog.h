/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cnscd-member-filters.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_MEMBER_FILTER_DIALOG (cnscd_member_filter_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdMemberFilterDialog,
                      cnscd_member_filter_dialog,
                      CNSCD,
                      MEMBER_FILTER_DIALOG,
                      AdwDialog)

AdwDialog *cnscd_member_filter_dialog_new (CnscdMemberFilters *filters, const char *unit);

G_END_DECLS
