/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cnscd-session-filters.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_SESSION_FILTER_BAR (cnscd_session_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (CnscdSessionFilterBar,
                      cnscd_session_filter_bar,
                      CNSCD,
                      SESSION_FILTER_BAR,
                      AdwBin)

void cnscd_session_filter_bar_set_filters (CnscdSessionFilterBar *self,
                                           CnscdSessionFilters *filters);

G_END_DECLS
