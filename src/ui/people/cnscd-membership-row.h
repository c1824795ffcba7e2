/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/cnscd-person-history.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_MEMBERSHIP_ROW (cnscd_membership_row_get_type ())
G_DECLARE_FINAL_TYPE (CnscdMembershipRow, cnscd_membership_row, CNSCD, MEMBERSHIP_ROW, AdwActionRow)

GtkWidget *cnscd_membership_row_new (void);
void cnscd_membership_row_set_membership (CnscdMembershipRow *self,
                                          CnscdPersonHistory *history,
                                          guint position);

G_END_DECLS
