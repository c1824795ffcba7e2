/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

gboolean cnscd_navigation_go_back (AdwNavigationView *view, const char *subject);
void cnscd_navigation_push (AdwNavigationView *view, AdwNavigationPage *page, const char *subject);
void cnscd_navigation_leave (AdwNavigationPage *page);

G_END_DECLS
