/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-database-private.h"

G_BEGIN_DECLS

/**
 * CnscdStatement:
 *
 * A prepared statement of a connection's cache, borrowed until it goes out of
 * scope. Texts and keys are bound without copying: they must live until then.
 */
typedef struct
{
  CnscdDatabase *database;
  sqlite3_stmt *stmt;
  gboolean in_use;
  GPtrArray *repaired; /* (nullable) (element-type utf8): texts of this row that are no UTF-8 */
} CnscdStatement;

typedef enum
{
  CNSCD_STEP_ERROR,
  CNSCD_STEP_ROW,
  CNSCD_STEP_DONE,
} CnscdStep;

guint cnscd_statement_hash (gconstpointer sql);
CnscdStatement *cnscd_statement_take (CnscdDatabase *database, const char *sql, GError **error);
void cnscd_statement_release (CnscdStatement *statement);
void cnscd_statement_destroy (CnscdStatement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdStatement, cnscd_statement_release)

void cnscd_statement_bind_text (CnscdStatement *statement, int at, const char *text);
void cnscd_statement_bind_int (CnscdStatement *statement, int at, gint64 value);
void cnscd_statement_bind_null (CnscdStatement *statement, int at);
void
cnscd_statement_bind_column (CnscdStatement *statement, int at, CnscdStatement *from, int column);

CnscdStep cnscd_statement_step (CnscdStatement *statement, GError **error);
gboolean cnscd_statement_run (CnscdStatement *statement, GError **error);
void cnscd_statement_rewind (CnscdStatement *statement);

gboolean cnscd_statement_is_valid (CnscdStatement *statement, int column);
const char *cnscd_statement_text (CnscdStatement *statement, int column);
char *cnscd_statement_dup_text (CnscdStatement *statement, int column);
gint64 cnscd_statement_int (CnscdStatement *statement, int column);
gboolean cnscd_statement_is_null (CnscdStatement *statement, int column);

G_END_DECLS
