/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void cnscd_leftovers_remove (const char *database_path);

G_END_DECLS
