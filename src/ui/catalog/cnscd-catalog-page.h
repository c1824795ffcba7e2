/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-repository.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_CATALOG_PAGE (cnscd_catalog_page_get_type ())
G_DECLARE_FINAL_TYPE (CnscdCatalogPage, cnscd_catalog_page, CNSCD, CATALOG_PAGE, AdwNavigationPage)

AdwNavigationPage *cnscd_catalog_page_new (CnscdRepository *repository);
void cnscd_catalog_page_show (CnscdCatalogPage *self, const char *name);

G_END_DECLS
