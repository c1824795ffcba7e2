/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/cnscd-sessions.h"

G_BEGIN_DECLS

GMenuModel *cnscd_session_menu_new_rest (const CnscdSessionSummary *session);
void cnscd_session_menu_attach (GtkWidget *view);

G_END_DECLS
