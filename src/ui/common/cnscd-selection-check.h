/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/cnscd-row.h"
#include "cnscd-row-selection.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_SELECTION_CHECK (cnscd_selection_check_get_type ())
G_DECLARE_FINAL_TYPE (CnscdSelectionCheck, cnscd_selection_check, CNSCD, SELECTION_CHECK, AdwBin)

void cnscd_selection_check_set_selection (CnscdSelectionCheck *self, CnscdRowSelection *selection);
void cnscd_selection_check_set_row (CnscdSelectionCheck *self, CnscdRow *row, const char *name);
GtkListItemFactory *cnscd_selection_check_factory_new (CnscdRowSelection *selection);

G_END_DECLS
