/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cnscd-session-item.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_SESSION_LINE (cnscd_session_line_get_type ())
G_DECLARE_FINAL_TYPE (CnscdSessionLine, cnscd_session_line, CNSCD, SESSION_LINE, GtkWidget)

GtkWidget *cnscd_session_line_new (void);
void cnscd_session_line_set_item (CnscdSessionLine *self, CnscdSessionItem *item);

G_END_DECLS
