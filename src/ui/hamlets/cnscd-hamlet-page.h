/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-repository.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_HAMLET_PAGE (cnscd_hamlet_page_get_type ())
G_DECLARE_FINAL_TYPE (CnscdHamletPage, cnscd_hamlet_page, CNSCD, HAMLET_PAGE, AdwNavigationPage)

AdwNavigationPage *cnscd_hamlet_page_new (CnscdRepository *repository, const char *hamlet);

G_END_DECLS
