/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void cnscd_locale_set_up (void);
void cnscd_locale_complete_adwaita (void);

G_END_DECLS
