/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-paged-list.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_ROW_SELECTION (cnscd_row_selection_get_type ())
G_DECLARE_FINAL_TYPE (CnscdRowSelection, cnscd_row_selection, CNSCD, ROW_SELECTION, GObject)

CnscdRowSelection *cnscd_row_selection_new (CnscdPagedList *list);
guint cnscd_row_selection_get_n_selected (CnscdRowSelection *self);
GArray *cnscd_row_selection_dup_nrs (CnscdRowSelection *self);
gboolean cnscd_row_selection_contains (CnscdRowSelection *self, gint64 nr);
void cnscd_row_selection_set_selected (CnscdRowSelection *self, gint64 nr, gboolean selected);
gboolean cnscd_row_selection_get_selecting (CnscdRowSelection *self);
void cnscd_row_selection_set_selecting (CnscdRowSelection *self, gboolean selecting);

void cnscd_row_selection_set_keyed (CnscdRowSelection *self, gboolean keyed);

G_END_DECLS
