/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/cnscd-line.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_HAMLET_LINE (cnscd_hamlet_line_get_type ())
G_DECLARE_FINAL_TYPE (CnscdHamletLine, cnscd_hamlet_line, CNSCD, HAMLET_LINE, CnscdLine)

G_END_DECLS
