/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-repository.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_SCHEDULE_PAGE (cnscd_schedule_page_get_type ())
G_DECLARE_FINAL_TYPE (CnscdSchedulePage,
                      cnscd_schedule_page,
                      CNSCD,
                      SCHEDULE_PAGE,
                      AdwNavigationPage)

AdwNavigationPage *cnscd_schedule_page_new (CnscdRepository *repository);
void cnscd_schedule_page_show (CnscdSchedulePage *self, const char *view, CnscdDate day);
gboolean
cnscd_schedule_page_press_key (CnscdSchedulePage *self, guint keyval, GdkModifierType state);

G_END_DECLS
