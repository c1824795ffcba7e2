/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/cnscd-catalog.h"
#include "model/cnscd-repository.h"
#include "cnscd-session-filters.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_SESSION_FILTER_DIALOG (cnscd_session_filter_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdSessionFilterDialog,
                      cnscd_session_filter_dialog,
                      CNSCD,
                      SESSION_FILTER_DIALOG,
                      AdwDialog)

AdwDialog *cnscd_session_filter_dialog_new (CnscdSessionFilters *filters,
                                            CnscdRepository *repository,
                                            const CnscdCatalog *catalog,
                                            const char *unit);

G_END_DECLS
