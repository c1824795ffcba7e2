/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cnscd_spreadsheet_set_damaged (GError **error);
gboolean cnscd_spreadsheet_set_encrypted (GError **error);

G_END_DECLS
