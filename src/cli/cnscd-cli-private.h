/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "cnscd-cli.h"
#include "core/cnscd-date.h"
#include "store/cnscd-database.h"
#include "store/cnscd-units.h"

G_BEGIN_DECLS

#define CNSCD_CLI_ERROR (cnscd_cli_error_quark ())
GQuark cnscd_cli_error_quark (void);

typedef enum
{
  CNSCD_CLI_ERROR_USAGE,
  CNSCD_CLI_ERROR_NOT_FOUND,
  CNSCD_CLI_ERROR_REFUSED,
  CNSCD_CLI_ERROR_OUTPUT,
} CnscdCliError;

/**
 * CnscdCli:
 * @database: (nullable): file named with --database
 * @json: whether --json was given
 * @output: what the command prints; written out once it has succeeded
 * @output_anyway: write @output even after a failure, because it tells of it
 * @arguments: what is neither option nor the name of the command
 *
 * One run of a subcommand.
 */
typedef struct
{
  char *database;
  gboolean json;
  GString *output;
  gboolean output_anyway;
  GStrv arguments;
} CnscdCli;

typedef gboolean (*CnscdCliFunc) (CnscdCli *cli, GError **error);

/*
 * A subcommand. @options and @run have their values in static variables of the
 * command's file: a process runs one command once.
 */
typedef struct
{
  const char *name;
  const char *arguments; /* as in the usage line: "FILE" */
  const char *summary;   /* msgid */
  const GOptionEntry *options;
  CnscdCliFunc run;
} CnscdCliCommand;

extern const CnscdCliCommand CNSCD_CLI_IMPORT;
extern const CnscdCliCommand CNSCD_CLI_LIST;
extern const CnscdCliCommand CNSCD_CLI_PRINT;
extern const CnscdCliCommand CNSCD_CLI_EXPORT;
extern const CnscdCliCommand CNSCD_CLI_UNDO_IMPORT;
extern const CnscdCliCommand CNSCD_CLI_BACKUP;
extern const CnscdCliCommand CNSCD_CLI_RESTORE;
extern const CnscdCliCommand CNSCD_CLI_CHECK;
extern const CnscdCliCommand CNSCD_CLI_LUNAR;
extern const CnscdCliCommand CNSCD_CLI_DEMO;

/* What every command needs. */
gboolean cnscd_cli_take_arguments (CnscdCli *cli, guint n_wanted, const char *what, GError **error);
gboolean cnscd_cli_check_text (const char *option, const char *value, GError **error);
gboolean cnscd_cli_parse_day (const char *value, CnscdDate *day);
gboolean cnscd_cli_read_day (const char *option, const char *value, CnscdDate *day, GError **error);
gboolean cnscd_cli_read_days (const char *from,
                              const char *to,
                              CnscdDate *first,
                              CnscdDate *last,
                              GError **error);
gboolean cnscd_cli_require_option (const char *option, const char *value, GError **error);
char *cnscd_cli_dup_database_path (CnscdCli *cli);
CnscdDatabase *cnscd_cli_open (CnscdCli *cli, GError **error);
CnscdDatabase *cnscd_cli_open_existing (CnscdCli *cli, GError **error);
CnscdDatabase *cnscd_cli_open_for_reading (CnscdCli *cli, GError **error);
CnscdDatabase *cnscd_cli_open_for_output (CnscdCli *cli, GError **error);
void cnscd_cli_close_and_remove_empty (CnscdDatabase *database, const char *path);
CnscdDatabase *cnscd_cli_open_scratch (char **folder, GError **error);
void cnscd_cli_remove_scratch (CnscdDatabase *database, char *folder);
gboolean cnscd_cli_check_unit (CnscdDatabase *database, const char *unit, GError **error);
gboolean cnscd_cli_check_team (CnscdDatabase *database, const char *team, GError **error);
void cnscd_cli_print (CnscdCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* One JSON document. */
void cnscd_cli_json_add_text (JsonBuilder *builder, const char *name, const char *value);
void cnscd_cli_json_add_count (JsonBuilder *builder, const char *name, gint64 value);
void cnscd_cli_json_add_date (JsonBuilder *builder, const char *name, CnscdDate date);
void cnscd_cli_json_print (CnscdCli *cli, JsonBuilder *builder);
void cnscd_cli_json_print_done (CnscdCli *cli, const char *output, ...) G_GNUC_NULL_TERMINATED;

/**
 * CnscdCliTable:
 *
 * Rows of text in columns, aligned by the width that a terminal gives them.
 */
typedef struct _CnscdCliTable CnscdCliTable;

typedef enum
{
  CNSCD_CLI_ALIGN_START,
  CNSCD_CLI_ALIGN_END,
} CnscdCliAlign;

CnscdCliTable *cnscd_cli_table_new (void);
void cnscd_cli_table_free (CnscdCliTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdCliTable, cnscd_cli_table_free)
void cnscd_cli_table_add_column (CnscdCliTable *table, const char *title, CnscdCliAlign align);
void cnscd_cli_table_add (CnscdCliTable *table, const char *text);
void cnscd_cli_table_add_number (CnscdCliTable *table, gint64 number);
char *cnscd_cli_table_to_text (CnscdCliTable *table, guint width);
char *cnscd_cli_clean_for_terminal (const char *text);
guint cnscd_cli_terminal_width (void);

G_END_DECLS
