/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CNSCD_TYPE_COUNT_ROW (cnscd_count_row_get_type ())
G_DECLARE_FINAL_TYPE (CnscdCountRow, cnscd_count_row, CNSCD, COUNT_ROW, AdwActionRow)

GtkWidget *cnscd_count_row_new (const char *title, const char *unit);
const char *cnscd_count_row_get_text (CnscdCountRow *self);
void cnscd_count_row_set_count (CnscdCountRow *self, gint64 count);
void cnscd_count_row_show_problem (CnscdCountRow *self, const char *words);
void cnscd_count_row_show_warning (CnscdCountRow *self, const char *words);
gboolean cnscd_count_row_focus (CnscdCountRow *self);
void cnscd_count_row_align_unit (CnscdCountRow *self, GtkSizeGroup *group);

G_END_DECLS
