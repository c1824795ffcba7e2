/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-bench.h"

#include <glib/gstdio.h>
#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/cnscd-record-store.h"
#include "store/cnscd-units.h"

static char *folder;

BenchFigure *
bench_figure_new (const char *name, double reach)
{
  BenchFigure *figure = g_new0 (BenchFigure, 1);

  figure->name = name;
  figure->unit = "ms";
  figure->reach = reach;
  figure->samples = g_array_new (FALSE, FALSE, sizeof (double));
  figure->floor_samples = g_array_new (FALSE, FALSE, sizeof (double));
  return figure;
}

void
bench_figure_free (BenchFigure *figure)
{
  g_array_unref (figure->samples);
  g_array_unref (figure->floor_samples);
  g_free (figure);
}

void
bench_figure_add (BenchFigure *figure, double milliseconds)
{
  g_array_append_val (figure->samples, milliseconds);
}

void
bench_figure_add_floor (BenchFigure *figure, double milliseconds)
{
  g_array_append_val (figure->floor_samples, milliseconds);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* The smallest sample that @share of all samples do not exceed. */
static double
find_quantile (GArray *samples, double share)
{
  guint at = (guint) ceil (share * samples->len);

  g_array_sort (samples, compare_doubles);
  return g_array_index (samples, double, at > 0 ? at - 1 : 0);
}

static void
print_number (const char *name, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  printf (", \"%s\": %s", name, g_ascii_formatd (buffer, sizeof buffer, "%.3f", number));
}

/**
 * bench_figure_print:
 * @figure: with at least one sample
 *
 * Prints the figure as a line of JSON.
 */
void
bench_figure_print (BenchFigure *figure)
{
  double median = find_quantile (figure->samples, 0.5);
  double p99 = find_quantile (figure->samples, 0.99);

  printf ("{\"name\": \"%s\", \"unit\": \"%s\"", figure->name, figure->unit);
  print_number ("median", median);
  print_number ("p99", p99);
  if (figure->floor_samples->len > 0)
    {
      double floor_median = find_quantile (figure->floor_samples, 0.5);

      print_number ("floor", floor_median);
      print_number ("ratio", median / floor_median);
    }
  else
    printf (", \"floor\": null, \"ratio\": null");
  if (figure->reach > 0)
    {
      print_number (figure->reach_is_p99 ? "reach_p99" : "reach", figure->reach);
      printf (", \"reached\": %s",
              (figure->reach_is_p99 ? p99 : median) <= figure->reach ? "true" : "false");
    }
  if (figure->peak_kb > 0)
    {
      print_number ("peak_mb", (double) figure->peak_kb / 1024.0);
      if (figure->peak_reach_kb > 0)
        {
          print_number ("reach_peak_mb", (double) figure->peak_reach_kb / 1024.0);
          printf (", \"reached_peak\": %s",
                  figure->peak_kb <= figure->peak_reach_kb ? "true" : "false");
        }
    }
  printf (", \"runs\": %u}\n", figure->samples->len);
  fflush (stdout);
}

double
bench_now (void)
{
  return (double) g_get_monotonic_time () / 1000.0;
}

guint64
bench_peak_kb (void)
{
  g_autofree char *status = NULL;
  const char *at;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  at = strstr (status, "VmHWM:");
  return at != NULL ? g_ascii_strtoull (at + strlen ("VmHWM:"), NULL, 10) : 0;
}

/*
 * Asked of the process itself: wait4() would also count the memory of its
 * parent, which a process has for a moment until it executes the program.
 */
guint64
bench_measure_peak_kb (const char *name, const char *argument)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", &error);
  g_autofree char *out = NULL;

  bench_check (error);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--once", name,
                              argument, NULL);
  bench_check (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error);
  bench_check (error);
  if (!g_subprocess_get_successful (process))
    {
      fprintf (stderr, "bench: the part “%s” failed\n", name);
      exit (1);
    }

  return g_ascii_strtoull (out, NULL, 10);
}

void
bench_check (GError *error)
{
  if (error == NULL)
    return;

  fprintf (stderr, "bench: %s\n", error->message);
  exit (1);
}

const char *
bench_folder (void)
{
  g_autoptr (GError) error = NULL;

  if (folder == NULL)
    folder = g_dir_make_tmp ("cnscd-bench-XXXXXX", &error);
  bench_check (error);
  return folder;
}

char *
bench_path (const char *name)
{
  return g_build_filename (bench_folder (), name, NULL);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
bench_clean_up (void)
{
  if (folder != NULL)
    remove_tree (folder);
  g_clear_pointer (&folder, g_free);
}

void
bench_remove_database (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_unlink (name);
    }
}

void
bench_copy_database (const char *from, const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  bench_remove_database (to);
  g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  bench_check (error);
}

static gboolean
store_record (gpointer record, gpointer user_data, GError **error)
{
  return cnscd_record_store_put (user_data, record, error);
}

/**
 * bench_units:
 *
 * Returns: (element-type CnscdDemoUnit): all communes
 */
const GArray *
bench_units (void)
{
  static GPtrArray *units;
  static GArray *demo_units;
  g_autofree char *path = bench_path ("units.db");
  g_autoptr (CnscdDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  if (demo_units != NULL)
    return demo_units;

  database = cnscd_database_open (path, &error);
  bench_check (error);
  units = cnscd_units_list (database, NULL, &error);
  bench_check (error);
  demo_units = g_array_new (FALSE, FALSE, sizeof (CnscdDemoUnit));
  for (guint i = 0; i < units->len; i++)
    {
      const CnscdUnit *unit = g_ptr_array_index (units, i);
      CnscdDemoUnit demo_unit = { unit->code, unit->kind, unit->name };

      g_array_append_val (demo_units, demo_unit);
    }

  return demo_units;
}

/**
 * bench_fill_database:
 * @path: of a new database
 * @n_units: how many communes to fill, 0 for all
 * @n_teams: in all of them
 * @n_members: in all teams
 */
void
bench_fill_database (const char *path, guint n_units, guint n_teams, guint n_members)
{
  const GArray *units = bench_units ();
  CnscdDemoPlan plan = {
    .seed = 1,
    .units = (const CnscdDemoUnit *) units->data,
    .n_units = n_units > 0 ? n_units : units->len,
    .n_teams = n_teams,
    .n_members = n_members,
  };
  g_autoptr (CnscdDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  database = cnscd_database_open (path, &error);
  bench_check (error);
  if (cnscd_database_begin (database, &error) &&
      cnscd_demo_generate (&plan, store_record, database, &error))
    cnscd_database_commit (database, &error);
  bench_check (error);
}

const char *
bench_province_path (void)
{
  static char *path;

  if (path == NULL)
    {
      path = bench_path ("province.db");
      bench_fill_database (path, 0, BENCH_N_TEAMS, BENCH_N_MEMBERS);
    }

  return path;
}

/**
 * bench_read_rows_barely:
 * @path: of a filled database
 *
 * Opens a database and reads 50 rows, with nothing but SQLite.
 *
 * Returns: how many rows were read
 */
guint
bench_read_rows_barely (const char *path)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  guint n_rows = 0;

  g_assert (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK);
  g_assert (sqlite3_prepare_v2 (db, "SELECT full_name, birth, phone FROM person LIMIT 50", -1,
                                &stmt, NULL) == SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    n_rows += sqlite3_column_text (stmt, 0) != NULL;
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return n_rows;
}
