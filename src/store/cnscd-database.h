/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CNSCD_STORE_ERROR (cnscd_store_error_quark ())
GQuark cnscd_store_error_quark (void);

/**
 * CnscdStoreError:
 * @CNSCD_STORE_ERROR_FAILED: the disk or SQLite refused; the message says why
 * @CNSCD_STORE_ERROR_BUSY: another program holds the database
 * @CNSCD_STORE_ERROR_FOREIGN: the file is not a database of this program
 * @CNSCD_STORE_ERROR_NEWER: made by a newer version of this program
 * @CNSCD_STORE_ERROR_DAMAGED: the file fails SQLite's own check
 * @CNSCD_STORE_ERROR_NOT_FOUND: no such record
 * @CNSCD_STORE_ERROR_INVALID: the record breaks a rule of the store
 * @CNSCD_STORE_ERROR_CONFLICT: somebody else has changed the same
 * @CNSCD_STORE_ERROR_FULL: no room is left on the disk
 */
typedef enum
{
  CNSCD_STORE_ERROR_FAILED,
  CNSCD_STORE_ERROR_BUSY,
  CNSCD_STORE_ERROR_FOREIGN,
  CNSCD_STORE_ERROR_NEWER,
  CNSCD_STORE_ERROR_DAMAGED,
  CNSCD_STORE_ERROR_NOT_FOUND,
  CNSCD_STORE_ERROR_INVALID,
  CNSCD_STORE_ERROR_FULL,
  CNSCD_STORE_ERROR_CONFLICT,
} CnscdStoreError;

/**
 * CnscdDatabase:
 *
 * One connection to the program's SQLite file. Not for two threads at once:
 * each thread opens its own.
 */
typedef struct _CnscdDatabase CnscdDatabase;

/* More than so many problems tell nobody anything. */
#define CNSCD_DATABASE_MAX_PROBLEMS 100

CnscdDatabase *cnscd_database_open (const char *path, GError **error);
CnscdDatabase *cnscd_database_open_for_reading (const char *path, GError **error);
gboolean cnscd_database_is_read_only (CnscdDatabase *database);
CnscdDatabase *cnscd_database_open_unchecked (const char *path, GError **error);
gboolean cnscd_database_confirm (CnscdDatabase *database, GError **error);
gboolean cnscd_database_hold (CnscdDatabase *database, GError **error);
void cnscd_database_close (CnscdDatabase *database);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdDatabase, cnscd_database_close)

const char *cnscd_database_get_path (CnscdDatabase *database);
char *cnscd_database_default_path (void);
gboolean cnscd_database_check_output (CnscdDatabase *database, const char *path, GError **error);
gboolean cnscd_database_check (CnscdDatabase *database,
                               gboolean thorough,
                               GPtrArray **problems,
                               GError **error);
gboolean
cnscd_database_check_roster (CnscdDatabase *database, GPtrArray **problems, GError **error);
gboolean
cnscd_database_look_for_changes (CnscdDatabase *database, gboolean *changed, GError **error);
gboolean cnscd_database_is_empty (CnscdDatabase *database, gboolean *empty, GError **error);

/* Local settings of this database: the chosen commune, this device's id. */
char *cnscd_database_get_setting (CnscdDatabase *database, const char *name, GError **error);
gboolean cnscd_database_set_setting (CnscdDatabase *database,
                                     const char *name,
                                     const char *value,
                                     GError **error);

/*
 * A transaction: BEGIN IMMEDIATE when outermost, a savepoint when nested.
 * Each begin is answered by exactly one commit or rollback.
 */
gboolean cnscd_database_begin (CnscdDatabase *database, GError **error);
gboolean cnscd_database_begin_trial (CnscdDatabase *database, GError **error);
gboolean cnscd_database_commit (CnscdDatabase *database, GError **error);
void cnscd_database_rollback (CnscdDatabase *database);

G_END_DECLS
