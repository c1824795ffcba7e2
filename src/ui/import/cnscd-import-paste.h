/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

void cnscd_import_paste (CnscdWindow *window);

G_END_DECLS
