/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cnscd-duplicate-item.h"
#include "model/cnscd-repository.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_DUPLICATE_LINE (cnscd_duplicate_line_get_type ())
G_DECLARE_FINAL_TYPE (CnscdDuplicateLine, cnscd_duplicate_line, CNSCD, DUPLICATE_LINE, AdwBin)

GtkListItemFactory *cnscd_duplicate_line_factory_new (CnscdRepository *repository);

G_END_DECLS
