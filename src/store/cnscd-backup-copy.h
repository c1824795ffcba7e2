/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-database-private.h"

G_BEGIN_DECLS

gboolean cnscd_backup_copy_into (CnscdDatabase *from, CnscdDatabase *to, GError **error);
gboolean cnscd_backup_copy (CnscdDatabase *database, const char *path, GError **error);
CnscdDatabase *cnscd_backup_open (const char *path, GError **error);
CnscdDatabase *
cnscd_backup_open_current (const char *path, const char *folder, char **copy, GError **error);

G_END_DECLS
