/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-repository-office.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_WELCOME (cnscd_welcome_get_type ())
G_DECLARE_FINAL_TYPE (CnscdWelcome, cnscd_welcome, CNSCD, WELCOME, AdwBin)

CnscdWelcome *cnscd_welcome_new (CnscdRepository *repository, GMenuModel *menu);
void cnscd_welcome_show_menu (CnscdWelcome *self);

G_END_DECLS
