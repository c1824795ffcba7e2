/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "cnscd-database.h"

G_BEGIN_DECLS

/* "CNSC": in the header of every file of this program, beside SQLite's own mark. */
#define CNSCD_APPLICATION_ID 0x434e5343

#define CNSCD_DATABASE_BUSY_TIMEOUT 5000 /* ms */

typedef struct _CnscdKindTable CnscdKindTable;
typedef struct _CnscdMemberOrders CnscdMemberOrders;

struct _CnscdDatabase
{
  sqlite3 *handle;
  char *path;
  char *file;              /* of cnscd_open_files_add() */
  GHashTable *statements;  /* SQL → CnscdStatement, each of them idle or in use */
  GHashTable *kind_tables; /* CnscdKind → CnscdKindTable */
  GHashTable *unit_codes;  /* of every commune */
  CnscdMemberOrders *member_orders;
  char *backup_folder;           /* (nullable): chosen for the rotating backups */
  gboolean missed_backup_folder; /* the last backup could not be written there */

  gint64 data_version; /* of cnscd_database_look_for_changes(); 0: not asked yet */

  gboolean unchecked; /* open for reading only, until cnscd_database_confirm() */
  gboolean read_only; /* of cnscd_database_open_for_reading(): can never be confirmed */
  gboolean keeps_wal; /* closing must not carry the WAL over into a file not checked yet */

  guint depth;    /* of transactions: 0 outside */
  guint poisoned; /* depth at which a change was left half done, 0 for none */
  guint trial;    /* depth of cnscd_database_begin_trial(), 0 for none */
  guint n_rollbacks;

  gint64 action; /* that changes belong to, 0 for none */
  guint action_depth;
};

CnscdDatabase *cnscd_database_connect (const char *path, int flags, GError **error);
gboolean cnscd_database_quick_check (CnscdDatabase *database, GError **error);
gboolean cnscd_database_check_schema (CnscdDatabase *database, GPtrArray *problems, GError **error);
gboolean cnscd_database_exec (CnscdDatabase *database, const char *sql, GError **error);
gboolean cnscd_database_begin_reading (CnscdDatabase *database, GError **error);
void cnscd_database_end_reading (CnscdDatabase *database);
gboolean cnscd_database_has_unit (CnscdDatabase *database,
                                  const char *code,
                                  gboolean *known,
                                  GError **error);
void cnscd_database_poison (CnscdDatabase *database);
void cnscd_database_set_error (CnscdDatabase *database, GError **error);
void cnscd_store_set_sqlite_error (sqlite3 *handle, int result, const char *path, GError **error);

gboolean cnscd_functions_register (sqlite3 *handle);

G_END_DECLS
