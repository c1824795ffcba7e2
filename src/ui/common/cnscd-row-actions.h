/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void cnscd_row_actions_attach (AdwActionRow *row,
                               const char *group,
                               GSimpleActionGroup *actions,
                               GMenuModel *menu,
                               const char *menu_name);
void cnscd_row_actions_enable (GSimpleActionGroup *actions, const char *name, gboolean enabled);

G_END_DECLS
