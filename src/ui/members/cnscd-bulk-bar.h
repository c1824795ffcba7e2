/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-repository.h"
#include "ui/common/cnscd-row-selection.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_BULK_BAR (cnscd_bulk_bar_get_type ())
G_DECLARE_FINAL_TYPE (CnscdBulkBar, cnscd_bulk_bar, CNSCD, BULK_BAR, AdwBin)

void cnscd_bulk_bar_set_selection (CnscdBulkBar *self, CnscdRowSelection *selection);
void cnscd_bulk_bar_edit (CnscdBulkBar *self);
void cnscd_bulk_bar_move (CnscdBulkBar *self);
void cnscd_bulk_bar_end (CnscdBulkBar *self);
void cnscd_bulk_bar_delete (CnscdBulkBar *self);

G_END_DECLS
