/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/cnscd-line.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_DECISION_LINE (cnscd_decision_line_get_type ())
G_DECLARE_FINAL_TYPE (CnscdDecisionLine, cnscd_decision_line, CNSCD, DECISION_LINE, CnscdLine)

G_END_DECLS
