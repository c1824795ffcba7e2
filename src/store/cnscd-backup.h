/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-office.h"
#include "cnscd-database.h"

G_BEGIN_DECLS

#define CNSCD_BACKUP_KEEP 10

/* The kind of what the office has chosen beside its records: learned columns, namesakes told apart.
 */
#define CNSCD_RESTORE_KIND_SETTING "setting"

/* Rows of one kind, here and in the backup. */
typedef struct
{
  const char *kind;
  gint64 n_here;
  gint64 n_there;
  gint64 n_added;   /* there and not here */
  gint64 n_removed; /* here and not there */
  gint64 n_changed;
  char *names; /* (nullable): the newest of what is here only or changed */
} CnscdRestoreCount;

/* One rotating backup. */
typedef struct
{
  char *path;
  char *reason; /* "exit", "import", "manual" ... */
  gint64 at;    /* by this computer's clock, Unix time in seconds */
  goffset size; /* bytes */
} CnscdBackup;

void cnscd_backup_free (CnscdBackup *backup);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdBackup, cnscd_backup_free)

char *cnscd_backup_dup_folder (const char *database_path);
void cnscd_backup_set_folder (CnscdDatabase *database, const char *folder);
const char *cnscd_backup_get_missed_folder (CnscdDatabase *database);
gboolean cnscd_backup_check_folder (const char *folder, GError **error);
GPtrArray *cnscd_backup_list (CnscdDatabase *database);
gint64 cnscd_backup_read_time (const char *path);
char *cnscd_backup_make (CnscdDatabase *database, const char *reason, GError **error);
void cnscd_backup_settle (CnscdDatabase *database, const char *path, gboolean wanted);
char *cnscd_backup_rotate (CnscdDatabase *database, const char *reason, GError **error);
gboolean cnscd_backup_is_due (CnscdDatabase *database, gboolean *due, GError **error);
gboolean cnscd_backup_check_target (CnscdDatabase *database, const char *path, GError **error);
gboolean cnscd_backup_write (CnscdDatabase *database, const char *path, GError **error);
GArray *cnscd_backup_compare (CnscdDatabase *database,
                              const char *backup_path,
                              CnscdOffice **office,
                              GError **error);
gboolean cnscd_backup_restore (const char *database_path, const char *backup_path, GError **error);

G_END_DECLS
