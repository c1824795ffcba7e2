/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void cnscd_member_menu_attach (GtkWidget *view);
void cnscd_member_menu_attach_to_team (GtkWidget *view);

G_END_DECLS
