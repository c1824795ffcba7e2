/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-unit-records.h"
#include "ui/window/cnscd-form-dialog.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_DISSOLVE_DIALOG (cnscd_dissolve_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdDissolveDialog,
                      cnscd_dissolve_dialog,
                      CNSCD,
                      DISSOLVE_DIALOG,
                      CnscdFormDialog)

AdwDialog *
cnscd_dissolve_dialog_new (CnscdWindow *window, CnscdTeam *team, CnscdUnitRecords *records);

G_END_DECLS
