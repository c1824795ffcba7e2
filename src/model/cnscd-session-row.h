/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/cnscd-sessions.h"
#include "cnscd-row.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_SESSION_ROW (cnscd_session_row_get_type ())
G_DECLARE_FINAL_TYPE (CnscdSessionRow, cnscd_session_row, CNSCD, SESSION_ROW, CnscdRow)

const CnscdSessionSummary *cnscd_session_row_get_session (CnscdSessionRow *self);

G_END_DECLS
