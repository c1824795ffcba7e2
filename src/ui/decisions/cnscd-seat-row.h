/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/cnscd-roster-decision.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_SEAT_ROW (cnscd_seat_row_get_type ())
G_DECLARE_FINAL_TYPE (CnscdSeatRow, cnscd_seat_row, CNSCD, SEAT_ROW, AdwActionRow)

GtkWidget *cnscd_seat_row_new (CnscdMembership *membership, const char *name);
gboolean cnscd_seat_row_stays (CnscdSeatRow *self);
void cnscd_seat_row_set_stays (CnscdSeatRow *self, gboolean stays);
CnscdTeamSeat cnscd_seat_row_get_seat (CnscdSeatRow *self);

G_END_DECLS
