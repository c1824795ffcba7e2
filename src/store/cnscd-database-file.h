/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-database.h"

G_BEGIN_DECLS

typedef enum
{
  CNSCD_FILE_REFUSED,
  CNSCD_FILE_MISSING, /* or empty */
  CNSCD_FILE_OURS,
} CnscdFileState;

CnscdFileState cnscd_database_file_look (const char *path, GError **error);
gboolean cnscd_database_file_is_same (const char *one, const char *other);
gboolean cnscd_database_file_create (const char *path, const char *later_path, GError **error);
gboolean cnscd_database_file_flush (const char *path, GError **error);
gboolean
cnscd_database_file_replace (const char *from, const char *to, gboolean keep, GError **error);
char *cnscd_database_file_dup_aside (const char *path, const char *why, GError **error);
gboolean cnscd_database_file_move_journals (const char *from, const char *to, GError **error);
void cnscd_database_file_remove (const char *path);
void cnscd_store_set_newer_error (const char *path, GError **error);
void cnscd_store_set_damaged_error (const char *path, GError **error);
void cnscd_store_set_damaged_backup_error (const char *path, GError **error);

G_END_DECLS
