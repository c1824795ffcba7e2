/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-bulk-bar.h"

G_BEGIN_DECLS

void cnscd_bulk_menu_attach (GtkWidget *view, CnscdRowSelection *selection, CnscdBulkBar *bar);

G_END_DECLS
