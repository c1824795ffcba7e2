/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-records.h"
#include "cnscd-statement.h"

G_BEGIN_DECLS

#define CNSCD_ID_SIZE 37

/**
 * CnscdKindTable:
 * @columns: id, unit, then the fields, as cnscd_kind_table_read() takes them
 * @select_sql: nr, rev, deleted, then the columns of a record, by id
 * @insert_sql: id, unit, the fields
 * @list_sql: the columns of every record that is not deleted
 * @list_unit_sql: of one commune
 * @targets: for each field the kind that it refers to, or %NULL
 * @alive: id of a record lately seen not deleted, or ""
 *
 * A kind's table in one connection: SQL made once from its fields.
 */
struct _CnscdKindTable
{
  const CnscdKind *kind;
  char *columns;
  char *select_sql;
  char *insert_sql;
  char *list_sql;
  char *list_unit_sql;
  const CnscdKind **targets;
  char alive[CNSCD_ID_SIZE];
};

/* A stored row; @record is %NULL when there is none. */
typedef struct
{
  gint64 nr;
  gint64 rev;
  gboolean deleted;
  gpointer record;
} CnscdStoredRow;

CnscdKindTable *
cnscd_kind_table_get (CnscdDatabase *database, const CnscdKind *kind, GError **error);
void cnscd_kind_table_free (CnscdKindTable *table);
void cnscd_kind_table_forget (CnscdKindTable *table);

gboolean cnscd_kind_table_load (CnscdDatabase *database,
                                CnscdKindTable *table,
                                const char *id,
                                CnscdStoredRow *row,
                                GError **error);
gboolean cnscd_kind_table_is_alive (CnscdDatabase *database,
                                    CnscdKindTable *table,
                                    const char *id,
                                    gboolean *alive,
                                    GError **error);
void cnscd_kind_table_set_alive (CnscdKindTable *table, const char *id);
gpointer cnscd_kind_table_read (CnscdKindTable *table,
                                CnscdStatement *statement,
                                int first_column,
                                GError **error);
void cnscd_kind_table_bind (CnscdStatement *statement,
                            int at,
                            const CnscdField *field,
                            gconstpointer record);
CnscdDate cnscd_kind_table_read_date (CnscdStatement *statement, int column);
CnscdTime cnscd_kind_table_read_time (CnscdStatement *statement, int column);
int cnscd_kind_table_read_choice (CnscdStatement *statement,
                                  int column,
                                  const CnscdKind *kind,
                                  const char *field_name);

G_END_DECLS
