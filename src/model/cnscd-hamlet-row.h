/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/cnscd-hamlets.h"
#include "cnscd-row.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_HAMLET_ROW (cnscd_hamlet_row_get_type ())
G_DECLARE_FINAL_TYPE (CnscdHamletRow, cnscd_hamlet_row, CNSCD, HAMLET_ROW, CnscdRow)

const CnscdHamletSummary *cnscd_hamlet_row_get_hamlet (CnscdHamletRow *self);

G_END_DECLS
