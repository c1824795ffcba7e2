/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CNSCD_TYPE_FIT_LAYOUT (cnscd_fit_layout_get_type ())
G_DECLARE_FINAL_TYPE (CnscdFitLayout, cnscd_fit_layout, CNSCD, FIT_LAYOUT, GtkLayoutManager)

G_END_DECLS
