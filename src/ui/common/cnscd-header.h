/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CNSCD_TYPE_HEADER (cnscd_header_get_type ())
G_DECLARE_FINAL_TYPE (CnscdHeader, cnscd_header, CNSCD, HEADER, GtkWidget)

void cnscd_header_set_width (CnscdHeader *self, int width);
void cnscd_header_forget (CnscdHeader *self);

G_END_DECLS
