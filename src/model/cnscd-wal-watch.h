/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _CnscdWalWatch CnscdWalWatch;

/**
 * CnscdWalWatchFunc:
 * @user_data: given to cnscd_wal_watch_new()
 *
 * Called on the main context when something was written.
 */
typedef void (*CnscdWalWatchFunc) (gpointer user_data);

CnscdWalWatch *
cnscd_wal_watch_new (const char *database_path, CnscdWalWatchFunc func, gpointer user_data);
void cnscd_wal_watch_free (CnscdWalWatch *watch);

G_END_DECLS
