/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CNSCD_TYPE_MEMBER_CELL (cnscd_member_cell_get_type ())
G_DECLARE_FINAL_TYPE (CnscdMemberCell, cnscd_member_cell, CNSCD, MEMBER_CELL, GtkWidget)

GtkWidget *cnscd_member_cell_new (guint n_chars, guint n_natural, int *column_width);
void cnscd_member_cell_set_text (CnscdMemberCell *self, const char *text);

G_END_DECLS
