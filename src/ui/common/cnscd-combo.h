/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void cnscd_combo_show_whole_items (AdwComboRow *row);

G_END_DECLS
