/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-cli-private.h"
#include "core/cnscd-records.h"
#include "core/cnscd-schedule-records.h"

G_BEGIN_DECLS

/**
 * CnscdCliRows:
 *
 * A list on its way out: objects of a JSON array, or lines of a table, which
 * shows fewer fields and translates the words.
 */
typedef struct
{
  JsonBuilder *builder; /* (nullable): one of the two */
  CnscdCliTable *table; /* (nullable) */
} CnscdCliRows;

/* What was asked for; %NULL: everything. */
typedef struct
{
  const char *search;
  const char *team;
  const char *unit;
  CnscdDate from; /* unknown for no bound */
  CnscdDate to;
} CnscdCliQuery;

typedef gboolean (*CnscdCliListFunc) (CnscdCliRows *rows,
                                      CnscdDatabase *database,
                                      const CnscdCliQuery *query,
                                      GError **error);

gboolean cnscd_cli_list_units (CnscdCliRows *rows,
                               CnscdDatabase *database,
                               const CnscdCliQuery *query,
                               GError **error);
gboolean cnscd_cli_list_hamlets (CnscdCliRows *rows,
                                 CnscdDatabase *database,
                                 const CnscdCliQuery *query,
                                 GError **error);
gboolean cnscd_cli_list_teams (CnscdCliRows *rows,
                               CnscdDatabase *database,
                               const CnscdCliQuery *query,
                               GError **error);
gboolean cnscd_cli_list_members (CnscdCliRows *rows,
                                 CnscdDatabase *database,
                                 const CnscdCliQuery *query,
                                 GError **error);
gboolean cnscd_cli_list_decisions (CnscdCliRows *rows,
                                   CnscdDatabase *database,
                                   const CnscdCliQuery *query,
                                   GError **error);

gboolean cnscd_cli_list_sessions (CnscdCliRows *rows,
                                  CnscdDatabase *database,
                                  const CnscdCliQuery *query,
                                  GError **error);
gboolean cnscd_cli_list_topics (CnscdCliRows *rows,
                                CnscdDatabase *database,
                                const CnscdCliQuery *query,
                                GError **error);
gboolean cnscd_cli_list_audiences (CnscdCliRows *rows,
                                   CnscdDatabase *database,
                                   const CnscdCliQuery *query,
                                   GError **error);

/* A row is begun, filled in the order of the columns, and ended. */
void cnscd_cli_rows_add_column (CnscdCliRows *rows, const char *title);
void cnscd_cli_rows_add_number_column (CnscdCliRows *rows, const char *title);
void cnscd_cli_rows_begin (CnscdCliRows *rows);
void cnscd_cli_rows_end (CnscdCliRows *rows);
void cnscd_cli_rows_hidden (CnscdCliRows *rows, const char *name, const char *value);
void cnscd_cli_rows_text (CnscdCliRows *rows, const char *name, const char *value);
void
cnscd_cli_rows_shown (CnscdCliRows *rows, const char *name, const char *value, const char *shown);
void cnscd_cli_rows_choice (CnscdCliRows *rows,
                            const char *name,
                            const CnscdKind *kind,
                            const char *field,
                            int value);
void cnscd_cli_rows_hidden_choice (CnscdCliRows *rows,
                                   const char *name,
                                   const CnscdKind *kind,
                                   const char *field,
                                   int value);
void cnscd_cli_rows_date (CnscdCliRows *rows, const char *name, CnscdDate date);
void cnscd_cli_rows_count (CnscdCliRows *rows, const char *name, gint64 count);

G_END_DECLS
