/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/cnscd-demo.h"
#include "store/cnscd-database.h"

G_BEGIN_DECLS

#define BENCH_N_MEMBERS 15000
#define BENCH_N_TEAMS   2255

/**
 * BenchWork:
 *
 * One run of what is measured. Setting up and cleaning up is done by
 * @prepare and @finish, which are not measured.
 */
typedef void (*BenchWork) (gpointer data);

/**
 * BenchFigure:
 * @name: of the figure
 * @what: what is measured, against which floor
 * @reach: what `median` (or `p99`, see @reach_is_p99) should be at most, 0: not given
 * @samples: (element-type double): milliseconds
 * @floor_samples: (element-type double): milliseconds of the bare libraries
 * @peak_kb: the most memory that a process doing only this took; 0: not measured
 */
typedef struct
{
  const char *name;
  const char *unit;
  double reach;
  gboolean reach_is_p99;
  GArray *samples;
  GArray *floor_samples;
  guint64 peak_kb;
  guint64 peak_reach_kb;
} BenchFigure;

BenchFigure *bench_figure_new (const char *name, double reach);
void bench_figure_free (BenchFigure *figure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchFigure, bench_figure_free)
void bench_figure_add (BenchFigure *figure, double milliseconds);
void bench_figure_add_floor (BenchFigure *figure, double milliseconds);
void bench_figure_print (BenchFigure *figure);

/* Milliseconds since an arbitrary moment. */
double bench_now (void);
/* The most memory this process has had, in KiB. */
guint64 bench_peak_kb (void);
/* The same of a new process of this program that runs only the part @name. */
guint64 bench_measure_peak_kb (const char *name, const char *argument);
/* Ends the program when @error is set: a figure of something that failed is none. */
void bench_check (GError *error);

/* A folder for everything that the run makes. */
const char *bench_folder (void);
char *bench_path (const char *name);
void bench_remove_database (const char *path);
void bench_clean_up (void);

/* A database with all communes, teams and members; made once. */
const char *bench_province_path (void);
const GArray *bench_units (void);
void bench_fill_database (const char *path, guint n_units, guint n_teams, guint n_members);
guint bench_read_rows_barely (const char *path);
void bench_copy_database (const char *from, const char *to);
/* 15,000 rows in 13 columns; made once. */
const char *bench_sheet_path (void);

void bench_import (void);
void bench_import_once (const char *argument);
void bench_search (void);
void bench_sort (void);
void bench_duplicates (void);
void bench_filter (void);
void bench_teams (void);
void bench_bulk (void);
void bench_save (void);
void bench_schedule (void);
void bench_upkeep (void);
void bench_print (void);
void bench_print_once (const char *argument);

G_END_DECLS
