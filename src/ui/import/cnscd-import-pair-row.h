/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "exchange/cnscd-import-pair.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_IMPORT_PAIR_ROW (cnscd_import_pair_row_get_type ())
G_DECLARE_FINAL_TYPE (CnscdImportPairRow, cnscd_import_pair_row, CNSCD, IMPORT_PAIR_ROW, GtkBox)

GtkWidget *cnscd_import_pair_row_new (void);
void cnscd_import_pair_row_set_pair (CnscdImportPairRow *self,
                                     const CnscdImportPair *pair,
                                     gboolean pasted);
const CnscdImportPair *cnscd_import_pair_row_get_pair (CnscdImportPairRow *self);
void cnscd_import_pair_row_set_choice (CnscdImportPairRow *self, CnscdImportChoice choice);

G_END_DECLS
