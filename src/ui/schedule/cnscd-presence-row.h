/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/cnscd-schedule-records.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_PRESENCE_ROW (cnscd_presence_row_get_type ())
G_DECLARE_FINAL_TYPE (CnscdPresenceRow, cnscd_presence_row, CNSCD, PRESENCE_ROW, AdwActionRow)

GtkWidget *cnscd_presence_row_new (const char *name, CnscdGuidePart part, CnscdPresence presence);
CnscdPresence cnscd_presence_row_get_presence (CnscdPresenceRow *self);
void cnscd_presence_row_set_presence (CnscdPresenceRow *self, CnscdPresence presence);

G_END_DECLS
