/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _CnscdFormPlace CnscdFormPlace;

CnscdFormPlace *cnscd_form_place_new (AdwDialog *dialog, GtkWidget *page, GtkWidget *save_button);
void cnscd_form_place_free (CnscdFormPlace *place);
gboolean cnscd_form_place_return (CnscdFormPlace *place);
gboolean cnscd_form_place_go_on (CnscdFormPlace *place);

G_END_DECLS
