/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-unit-list.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_UNIT_DIALOG (cnscd_unit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdUnitDialog, cnscd_unit_dialog, CNSCD, UNIT_DIALOG, AdwDialog)

CnscdUnitDialog *cnscd_unit_dialog_new (const char *explanation);
CnscdUnitList *cnscd_unit_dialog_get_list (CnscdUnitDialog *self);

G_END_DECLS
