/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/cnscd-records.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_JOINER_ROW (cnscd_joiner_row_get_type ())
G_DECLARE_FINAL_TYPE (CnscdJoinerRow, cnscd_joiner_row, CNSCD, JOINER_ROW, AdwActionRow)

GtkWidget *
cnscd_joiner_row_new (CnscdPerson *person, CnscdMembership *membership, gboolean is_stored);
void cnscd_joiner_row_take (CnscdJoinerRow *self, CnscdPerson *person, CnscdMembership *membership);
CnscdPerson *cnscd_joiner_row_get_person (CnscdJoinerRow *self);
CnscdMembership *cnscd_joiner_row_get_membership (CnscdJoinerRow *self);
gboolean cnscd_joiner_row_is_stored (CnscdJoinerRow *self);

G_END_DECLS
