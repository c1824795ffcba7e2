/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cnscd-filters.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_FILTER_BAR (cnscd_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (CnscdFilterBar, cnscd_filter_bar, CNSCD, FILTER_BAR, AdwBin)

void cnscd_filter_bar_set_filters (CnscdFilterBar *self, CnscdFilters *filters);
void cnscd_filter_bar_set_start (CnscdFilterBar *self, GtkWidget *start);

G_END_DECLS
