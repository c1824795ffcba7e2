/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CNSCD_TYPE_SHARE_BAR (cnscd_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (CnscdShareBar, cnscd_share_bar, CNSCD, SHARE_BAR, GtkWidget)

void cnscd_share_bar_set_parts (CnscdShareBar *self,
                                const gint64 *parts,
                                const char *const *css_classes,
                                guint n_parts,
                                const char *description);

G_END_DECLS
