/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

gboolean cnscd_open_files_add (const char *path, char **key, GError **error);
void cnscd_open_files_remove (char *key);
gboolean cnscd_open_files_renew (const char *path, const char *key, GError **error);
void cnscd_open_files_close (const char *path, char *key, sqlite3 *handle);
gboolean cnscd_open_files_have (const char *path);
gboolean cnscd_open_files_lock_unless_open (const char *path);
void cnscd_open_files_unlock (void);

G_END_DECLS
