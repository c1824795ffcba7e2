/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-repository.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_DUPLICATES_PAGE (cnscd_duplicates_page_get_type ())
G_DECLARE_FINAL_TYPE (CnscdDuplicatesPage,
                      cnscd_duplicates_page,
                      CNSCD,
                      DUPLICATES_PAGE,
                      AdwNavigationPage)

AdwNavigationPage *cnscd_duplicates_page_new (CnscdRepository *repository);

G_END_DECLS
