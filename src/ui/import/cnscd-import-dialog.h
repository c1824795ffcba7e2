/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/cnscd-repository-look.h"
#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_IMPORT_DIALOG (cnscd_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdImportDialog, cnscd_import_dialog, CNSCD, IMPORT_DIALOG, AdwDialog)

CnscdImportDialog *
cnscd_import_dialog_new (CnscdWindow *window, CnscdImportJob *job, const char *name);
void cnscd_import_dialog_show_message (CnscdImportDialog *self, const char *message);

G_END_DECLS
