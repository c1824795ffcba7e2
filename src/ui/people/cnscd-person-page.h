/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-repository.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_PERSON_PAGE (cnscd_person_page_get_type ())
G_DECLARE_FINAL_TYPE (CnscdPersonPage, cnscd_person_page, CNSCD, PERSON_PAGE, AdwNavigationPage)

AdwNavigationPage *cnscd_person_page_new (CnscdRepository *repository, const char *person);

G_END_DECLS
