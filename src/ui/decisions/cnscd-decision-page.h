/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-repository.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_DECISION_PAGE (cnscd_decision_page_get_type ())
G_DECLARE_FINAL_TYPE (CnscdDecisionPage,
                      cnscd_decision_page,
                      CNSCD,
                      DECISION_PAGE,
                      AdwNavigationPage)

AdwNavigationPage *cnscd_decision_page_new (CnscdRepository *repository, const char *decision);

G_END_DECLS
