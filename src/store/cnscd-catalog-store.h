/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-catalog.h"
#include "cnscd-database.h"

G_BEGIN_DECLS

CnscdCatalog *cnscd_catalog_read (CnscdDatabase *database, const char *unit, GError **error);

GHashTable *cnscd_catalog_list_used (CnscdDatabase *database, GError **error);

G_END_DECLS
