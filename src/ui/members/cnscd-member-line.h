/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/cnscd-line.h"
#include "ui/common/cnscd-row-selection.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_MEMBER_LINE (cnscd_member_line_get_type ())
G_DECLARE_FINAL_TYPE (CnscdMemberLine, cnscd_member_line, CNSCD, MEMBER_LINE, CnscdLine)

/*
 * Owner of the lines of a team's own page, which need not name the team; of
 * others, the repository.
 */
#define CNSCD_MEMBER_LINE_IN_TEAM GINT_TO_POINTER (1)

void cnscd_member_line_set_selection (CnscdMemberLine *self, CnscdRowSelection *selection);
void cnscd_member_line_set_compact (CnscdMemberLine *self);

G_END_DECLS
