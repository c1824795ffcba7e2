/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-catalog.h"
#include "model/cnscd-session-calendar.h"
#include "ui/window/cnscd-view-dialog.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_DAY_DIALOG (cnscd_day_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdDayDialog, cnscd_day_dialog, CNSCD, DAY_DIALOG, CnscdViewDialog)

AdwDialog *cnscd_day_dialog_new (CnscdRepository *repository,
                                 const CnscdSessionQuery *query,
                                 const CnscdCatalog *catalog,
                                 CnscdDate day);

G_END_DECLS
