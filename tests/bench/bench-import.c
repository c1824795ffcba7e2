/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-bench.h"

#include <archive.h>
#include <archive_entry.h>
#include <libxml/parser.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "core/cnscd-text.h"
#include "exchange/cnscd-import.h"

#define N_RUNS 7

/* The floor of reading: every part of the file unpacked and parsed, and nothing done with it. */

static void
count_element (void *user_data,
               const xmlChar *name,
               const xmlChar *prefix,
               const xmlChar *uri,
               int n_namespaces,
               const xmlChar **namespaces,
               int n_attributes,
               int n_defaulted,
               const xmlChar **attributes)
{
  (*(guint *) user_data)++;
}

static void
count_text (void *user_data, const xmlChar *text, int length)
{
  (*(guint *) user_data) += (guint) length;
}

static void
parse_part (struct archive *archive)
{
  xmlSAXHandler handler = { 0 };
  xmlParserCtxtPtr parser;
  char buffer[65536];
  la_ssize_t n_read;
  guint n = 0;

  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = count_element;
  handler.characters = count_text;
  parser = xmlCreatePushParserCtxt (&handler, &n, NULL, 0, NULL);
  while ((n_read = archive_read_data (archive, buffer, sizeof buffer)) > 0)
    xmlParseChunk (parser, buffer, (int) n_read, 0);
  xmlParseChunk (parser, buffer, 0, 1);
  xmlFreeParserCtxt (parser);
}

static double
measure_unzip_and_sax (void)
{
  double start = bench_now ();
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;

  archive_read_support_format_zip (archive);
  archive_read_open_filename (archive, bench_sheet_path (), 65536);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      if (g_str_has_suffix (archive_entry_pathname (entry), ".xml"))
        parse_part (archive);
    }
  archive_read_free (archive);
  return bench_now () - start;
}

/*
 * The floor of writing: the rows that an import left, put into the same
 * tables with the same indexes by nothing but prepared statements.
 */
typedef struct
{
  char *insert;
  guint n_columns;
  GPtrArray *values; /* (element-type sqlite3_value): row by row */
} TableRows;

static void
table_rows_free (gpointer data)
{
  TableRows *rows = data;

  g_ptr_array_unref (rows->values);
  g_free (rows->insert);
  g_free (rows);
}

/* A floor that fails measures nothing. */
static void
check_sqlite (sqlite3 *db, gboolean well)
{
  if (!well)
    bench_check (g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "%s", sqlite3_errmsg (db)));
}

/* The columns that take a value: all but the generated ones. */
static char *
list_columns (sqlite3 *db, const char *table)
{
  GString *columns = g_string_new (NULL);
  sqlite3_stmt *stmt = NULL;

  g_assert (sqlite3_prepare_v2 (db, "SELECT name FROM pragma_table_xinfo (?) WHERE hidden = 0", -1,
                                &stmt, NULL) == SQLITE_OK);
  sqlite3_bind_text (stmt, 1, table, -1, SQLITE_STATIC);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_string_append_printf (columns, "%s\"%s\"", columns->len > 0 ? ", " : "",
                            (const char *) sqlite3_column_text (stmt, 0));
  sqlite3_finalize (stmt);
  return g_string_free (columns, FALSE);
}

/* @select: rows to read, with the values for @columns of @table */
static TableRows *
read_rows (sqlite3 *db, const char *select, const char *table, const char *columns)
{
  TableRows *rows = g_new0 (TableRows, 1);
  GString *insert = g_string_new (NULL);
  sqlite3_stmt *stmt = NULL;

  check_sqlite (db, sqlite3_prepare_v2 (db, select, -1, &stmt, NULL) == SQLITE_OK);
  rows->n_columns = (guint) sqlite3_column_count (stmt);
  rows->values = g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_value_free);
  g_string_printf (insert, "INSERT INTO \"%s\" (%s) VALUES (", table, columns);
  for (guint i = 0; i < rows->n_columns; i++)
    g_string_append (insert, i == 0 ? "?" : ", ?");
  g_string_append_c (insert, ')');
  rows->insert = g_string_free (insert, FALSE);

  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      for (guint i = 0; i < rows->n_columns; i++)
        g_ptr_array_add (rows->values, sqlite3_value_dup (sqlite3_column_value (stmt, (int) i)));
    }
  sqlite3_finalize (stmt);
  return rows;
}

static void
fold_text (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);

  if (text != NULL)
    sqlite3_result_text (context, cnscd_text_fold (text), -1, g_free);
}

static GPtrArray *
read_tables (const char *path)
{
  static const char *const tables[] = { "hamlet", "hamlet_profile", "decision",
                                        "team",   "person",         "membership",
                                        "action", "outbox",         "member_index" };
  GPtrArray *all = g_ptr_array_new_with_free_func (table_rows_free);
  sqlite3 *db = NULL;

  g_assert (sqlite3_open (path, &db) == SQLITE_OK);
  sqlite3_create_function (db, "fold", 1, SQLITE_UTF8, NULL, fold_text, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *columns = list_columns (db, tables[i]);
      g_autofree char *select = g_strdup_printf ("SELECT %s FROM \"%s\"", columns, tables[i]);

      g_ptr_array_add (all, read_rows (db, select, tables[i], columns));
    }

  /* The search index keeps no text, so its words are taken from where they came from. */
  g_ptr_array_add (all,
                   read_rows (db,
                              "SELECT m.nr, fold (p.full_name), lower (p.full_name), fold (h.name) "
                              "FROM membership m JOIN person p ON p.id = m.person "
                              "JOIN team t ON t.id = m.team LEFT JOIN hamlet h ON h.id = t.hamlet",
                              "member_search", "rowid, name, exact, place"));
  sqlite3_close (db);
  return all;
}

static double
measure_bare_inserts (const GPtrArray *tables)
{
  g_autofree char *path = bench_path ("floor.db");
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;
  double start;
  double end;

  bench_remove_database (path);
  cnscd_database_close (cnscd_database_open (path, &error));
  bench_check (error);
  g_assert (sqlite3_open (path, &db) == SQLITE_OK);
  sqlite3_exec (db,
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON",
                NULL, NULL, NULL);
  sqlite3_exec (db, "SELECT count (*) FROM member_search", NULL, NULL, NULL);

  start = bench_now ();
  sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  for (guint i = 0; i < tables->len; i++)
    {
      const TableRows *rows = g_ptr_array_index (tables, i);
      sqlite3_stmt *stmt = NULL;

      check_sqlite (db, sqlite3_prepare_v2 (db, rows->insert, -1, &stmt, NULL) == SQLITE_OK);
      for (guint j = 0; j < rows->values->len; j += rows->n_columns)
        {
          for (guint k = 0; k < rows->n_columns; k++)
            sqlite3_bind_value (stmt, (int) k + 1, g_ptr_array_index (rows->values, j + k));
          check_sqlite (db, sqlite3_step (stmt) == SQLITE_DONE);
          sqlite3_reset (stmt);
        }
      sqlite3_finalize (stmt);
    }
  check_sqlite (db, sqlite3_exec (db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK);
  end = bench_now ();

  sqlite3_close (db);
  return end - start;
}

static CnscdWorkbook *
read_workbook (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (bench_sheet_path ());
  g_autoptr (GError) error = NULL;
  CnscdWorkbook *workbook = cnscd_workbook_read (file, NULL, &error);

  bench_check (error);
  return workbook;
}

static void
import (CnscdDatabase *database, const CnscdWorkbook *workbook, gboolean dry_run)
{
  const CnscdImportOptions options = { .label = "roster.xlsx", .dry_run = dry_run };
  g_autoptr (CnscdImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  plan = cnscd_import_run (database, workbook, &options, NULL, &error);
  bench_check (error);
  if (plan->members.created != BENCH_N_MEMBERS || plan->teams.created != BENCH_N_TEAMS)
    bench_check (g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "%u members and %u teams were found",
                              plan->members.created, plan->teams.created));
}

static CnscdDatabase *
open_empty (const char *path)
{
  g_autoptr (GError) error = NULL;
  CnscdDatabase *database;

  bench_remove_database (path);
  database = cnscd_database_open (path, &error);
  bench_check (error);
  return database;
}

/**
 * bench_import_once:
 * @argument: the file to import
 *
 * An import as the program does it, in a process that does nothing else.
 */
void
bench_import_once (const char *argument)
{
  g_autofree char *path = bench_path ("once.db");
  g_autoptr (CnscdDatabase) database = open_empty (path);
  g_autoptr (GFile) file = g_file_new_for_path (argument);
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdWorkbook) workbook = cnscd_workbook_read (file, NULL, &error);

  bench_check (error);
  import (database, workbook, TRUE);
  import (database, workbook, FALSE);
}

/**
 * bench_import:
 *
 * Reading, trying out and importing a sheet of 15,000 rows and 13 columns.
 */
void
bench_import (void)
{
  g_autoptr (BenchFigure) reading = bench_figure_new ("xlsx-read", 0);
  g_autoptr (BenchFigure) dry = bench_figure_new ("import-dry-run", 600);
  g_autoptr (BenchFigure) commit = bench_figure_new ("import-commit", 500);
  g_autofree char *path = bench_path ("import.db");
  g_autoptr (GPtrArray) tables = NULL;

  bench_sheet_path ();
  for (guint i = 0; i < N_RUNS; i++)
    {
      CnscdDatabase *database = open_empty (path);
      g_autoptr (CnscdWorkbook) workbook = NULL;
      double start = bench_now ();
      double read;
      double tried;

      workbook = read_workbook ();
      read = bench_now ();
      import (database, workbook, TRUE);
      tried = bench_now ();
      import (database, workbook, FALSE);
      bench_figure_add (commit, bench_now () - tried);
      bench_figure_add (dry, tried - start);
      bench_figure_add (reading, read - start);
      cnscd_database_close (database);
    }

  tables = read_tables (path);
  for (guint i = 0; i < N_RUNS; i++)
    {
      double sax = measure_unzip_and_sax ();
      double inserts = measure_bare_inserts (tables);

      bench_figure_add_floor (reading, sax);
      bench_figure_add_floor (dry, sax + inserts);
      bench_figure_add_floor (commit, inserts);
    }

  commit->peak_kb = bench_measure_peak_kb ("import", bench_sheet_path ());
  commit->peak_reach_kb = 60 * 1024;
  bench_figure_print (reading);
  bench_figure_print (dry);
  bench_figure_print (commit);
}
