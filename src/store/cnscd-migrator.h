/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-database.h"

G_BEGIN_DECLS

guint cnscd_migrator_get_latest (void);
const char *const *cnscd_migrator_get_scripts (void);
gboolean cnscd_migrator_get_version (CnscdDatabase *database, guint *version, GError **error);
gboolean cnscd_migrator_run (CnscdDatabase *database, const char *const *scripts, GError **error);

G_END_DECLS
