/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/cnscd-sessions.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_SESSION_CHIP (cnscd_session_chip_get_type ())
G_DECLARE_FINAL_TYPE (CnscdSessionChip, cnscd_session_chip, CNSCD, SESSION_CHIP, GtkWidget)

GtkWidget *cnscd_session_chip_new (gboolean block);
void cnscd_session_chip_set_session (CnscdSessionChip *self, const CnscdSessionSummary *session);
const CnscdSessionSummary *cnscd_session_chip_get_session (CnscdSessionChip *self);

void cnscd_session_style (GtkWidget *widget, GtkImage *icon, const CnscdSessionSummary *session);

G_END_DECLS
