/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of the time in a backup's name, after its stem and a hyphen. */
#define CNSCD_BACKUP_TIME_LENGTH (strlen ("YYYYMMDD-HHMMSS-"))

char *cnscd_backup_folder_dup_stem (const char *database_path);
char *cnscd_backup_folder_dup_stem_abroad (const char *database_path);
guint64 cnscd_backup_folder_read_number (const char *time);
GPtrArray *cnscd_backup_folder_find (const char *folder, const char *stem);

G_END_DECLS
