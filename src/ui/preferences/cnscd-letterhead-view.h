/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/cnscd-office.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_LETTERHEAD_VIEW (cnscd_letterhead_view_get_type ())
G_DECLARE_FINAL_TYPE (CnscdLetterheadView, cnscd_letterhead_view, CNSCD, LETTERHEAD_VIEW, GtkWidget)

void cnscd_letterhead_view_show (CnscdLetterheadView *self,
                                 const CnscdOffice *office,
                                 const char *unit_name);

G_END_DECLS
