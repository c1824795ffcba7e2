/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-catalog.h"
#include "ui/window/cnscd-form-dialog.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_CATALOG_DIALOG (cnscd_catalog_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdCatalogDialog,
                      cnscd_catalog_dialog,
                      CNSCD,
                      CATALOG_DIALOG,
                      CnscdFormDialog)

AdwDialog *cnscd_catalog_dialog_new (CnscdWindow *window,
                                     CnscdCatalog *catalog,
                                     const CnscdKind *kind,
                                     gpointer record);

G_END_DECLS
