/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void cnscd_popover_pop_up (GtkWidget *popover, const GdkRectangle *at);

G_END_DECLS
