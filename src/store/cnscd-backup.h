/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-database.h"

G_BEGIN_DECLS

#define CNSCD_BACKUP_KEEP 10

/* Rows of one kind, here and in the backup. */
typedef struct
{
  const char *kind;
  gint64 n_here;
  gint64 n_there;
  gint64 n_added;   /* there and not here */
  gint64 n_removed; /* here and not there */
  gint64 n_changed;
} CnscdRestoreCount;

char *cnscd_backup_dup_folder (const char *database_path);
char *cnscd_backup_rotate (CnscdDatabase *database, const char *reason, GError **error);
gboolean cnscd_backup_is_due (CnscdDatabase *database, gboolean *due, GError **error);
gboolean cnscd_backup_check_target (CnscdDatabase *database, const char *path, GError **error);
gboolean cnscd_backup_write (CnscdDatabase *database, const char *path, GError **error);
GArray *cnscd_backup_compare (CnscdDatabase *database, const char *backup_path, GError **error);
gboolean cnscd_backup_restore (const char *database_path, const char *backup_path, GError **error);

G_END_DECLS
