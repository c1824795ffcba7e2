/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/cnscd-members.h"
#include "cnscd-row.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_MEMBER_ROW (cnscd_member_row_get_type ())
G_DECLARE_FINAL_TYPE (CnscdMemberRow, cnscd_member_row, CNSCD, MEMBER_ROW, CnscdRow)

const CnscdMember *cnscd_member_row_get_member (CnscdMemberRow *self);

G_END_DECLS
