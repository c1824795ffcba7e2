/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/cnscd-line.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_TEAM_LINE (cnscd_team_line_get_type ())
G_DECLARE_FINAL_TYPE (CnscdTeamLine, cnscd_team_line, CNSCD, TEAM_LINE, CnscdLine)

G_END_DECLS
