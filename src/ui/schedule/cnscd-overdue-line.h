/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/cnscd-line.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_OVERDUE_LINE (cnscd_overdue_line_get_type ())
G_DECLARE_FINAL_TYPE (CnscdOverdueLine, cnscd_overdue_line, CNSCD, OVERDUE_LINE, CnscdLine)

G_END_DECLS
