/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void cnscd_session_menu_attach (GtkWidget *view);

G_END_DECLS
