/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CNSCD_TYPE_APPLICATION (cnscd_application_get_type ())
G_DECLARE_FINAL_TYPE (CnscdApplication, cnscd_application, CNSCD, APPLICATION, AdwApplication)

CnscdApplication *cnscd_application_new (void);

G_END_DECLS
