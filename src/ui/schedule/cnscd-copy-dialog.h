/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-session-copy.h"
#include "store/cnscd-sessions.h"
#include "ui/window/cnscd-form-dialog.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_COPY_DIALOG (cnscd_copy_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdCopyDialog, cnscd_copy_dialog, CNSCD, COPY_DIALOG, CnscdFormDialog)

AdwDialog *cnscd_copy_dialog_new (CnscdWindow *window,
                                  const CnscdSessionQuery *query,
                                  const char *filters,
                                  CnscdCatalog *catalog,
                                  CnscdCopySpan span,
                                  CnscdDate day);

G_END_DECLS
