/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-hamlet-edit.h"
#include "ui/window/cnscd-form-dialog.h"

G_BEGIN_DECLS

void cnscd_hamlet_neighbours_load (CnscdFormDialog *form, const char *unit, GPtrArray **neighbours);
const char *cnscd_hamlet_neighbours_get_warning (void);

G_END_DECLS
