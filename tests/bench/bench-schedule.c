/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-bench.h"

#include <sqlite3.h>

#include "core/cnscd-session-clash.h"
#include "exchange/cnscd-export-sessions.h"
#include "store/cnscd-catalog-store.h"
#include "store/cnscd-change-set-store.h"
#include "store/cnscd-demo-store.h"
#include "store/cnscd-guides.h"
#include "store/cnscd-overdue.h"
#include "store/cnscd-sessions.h"
#include "store/cnscd-units.h"

#define UNIT "05716"

#define N_ROUNDS    60
#define N_PROVINCES 15
#define N_SAVES     150
#define PAGE        50

/* The day around which the sessions lie, and the month that is looked at. */
#define TODAY       ((CnscdDate) { 2026, 11, 27 })
#define MONTH_FIRST ((CnscdDate) { 2026, 11, 1 })
#define MONTH_LAST  ((CnscdDate) { 2026, 11, 30 })

/* What a month shows of sessions, with the bare library: a statement for each list of names. */
#define OF_MONTH " s.starts_at >= '2026-11-01' AND s.starts_at < '2026-12-01' AND s.deleted = 0"
#define OF_PAGE                                                                                    \
  " s.nr IN (SELECT nr FROM session WHERE starts_at >= '2026-11-27' AND deleted = 0"               \
  " ORDER BY starts_at LIMIT 50)"
#define OF_UNIT " AND s.unit = '" UNIT "'"
#define SESSIONS(where)                                                                            \
  "SELECT s.nr, s.id, s.unit, s.title, s.starts_at, s.ends_at, s.state, s.place, h.name, a.name"   \
  " FROM session s LEFT JOIN hamlet h ON h.id = s.hamlet"                                          \
  " LEFT JOIN audience a ON a.id = s.audience WHERE" where " ORDER BY s.starts_at"
#define NAMES(child, target, where)                                                                \
  "SELECT s.nr, t.name FROM session s CROSS JOIN session_" child " x ON x.session = s.id"          \
  " CROSS JOIN " target " t ON t.id = x." target " WHERE" where
#define GUIDES(where)                                                                              \
  "SELECT s.nr, p.full_name FROM session s CROSS JOIN session_guide x ON x.session = s.id"         \
  " CROSS JOIN membership m ON m.id = x.membership CROSS JOIN person p ON p.id = m.person "        \
  "WHERE" where

/* Statements that are run one after the other, all rows of each. */
typedef struct
{
  sqlite3 *db;
  sqlite3_stmt *stmts[4];
  guint n_stmts;
} Floor;

static const char *
get_schedule_path (void)
{
  static char *path;
  g_autoptr (CnscdDatabase) database = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GError) error = NULL;
  CnscdDemoCounts counts;

  if (path != NULL)
    return path;

  path = bench_path ("schedule.db");
  database = cnscd_database_open (path, &error);
  bench_check (error);
  units = cnscd_units_list (database, NULL, &error);
  bench_check (error);
  cnscd_demo_fill (database, units, 1, TODAY, TRUE, &counts, &error);
  bench_check (error);
  return path;
}

static CnscdDatabase *
open_schedule (void)
{
  g_autoptr (GError) error = NULL;
  CnscdDatabase *database = cnscd_database_open (get_schedule_path (), &error);

  bench_check (error);
  return database;
}

static void
floor_open (Floor *self, const char *const *sqls)
{
  g_assert (sqlite3_open (get_schedule_path (), &self->db) == SQLITE_OK);
  sqlite3_exec (self->db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL", NULL, NULL, NULL);
  self->n_stmts = 0;
  for (; sqls[self->n_stmts] != NULL; self->n_stmts++)
    g_assert (sqlite3_prepare_v2 (self->db, sqls[self->n_stmts], -1, &self->stmts[self->n_stmts],
                                  NULL) == SQLITE_OK);
}

static double
floor_measure (Floor *self)
{
  double start = bench_now ();

  for (guint i = 0; i < self->n_stmts; i++)
    {
      while (sqlite3_step (self->stmts[i]) == SQLITE_ROW)
        sqlite3_column_text (self->stmts[i], 1);
      sqlite3_reset (self->stmts[i]);
    }

  return bench_now () - start;
}

static void
floor_close (Floor *self)
{
  for (guint i = 0; i < self->n_stmts; i++)
    sqlite3_finalize (self->stmts[i]);
  sqlite3_close (self->db);
}

static void
measure_list (BenchFigure *figure,
              CnscdDatabase *database,
              const CnscdSessionQuery *query,
              guint n_least,
              Floor *bare)
{
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GError) error = NULL;
  double start = bench_now ();

  sessions = cnscd_sessions_list (database, query, &error);
  bench_check (error);
  bench_figure_add (figure, bench_now () - start);
  g_assert (sessions->len >= n_least);
  bench_figure_add_floor (figure, floor_measure (bare));
}

static void
bench_months (CnscdDatabase *database)
{
  static const char *const month_of_unit[] = { SESSIONS (OF_MONTH OF_UNIT),
                                               NAMES ("team", "team", OF_MONTH OF_UNIT),
                                               NAMES ("topic", "topic", OF_MONTH OF_UNIT),
                                               GUIDES (OF_MONTH OF_UNIT), NULL };
  static const char *const month[] = { SESSIONS (OF_MONTH), NAMES ("team", "team", OF_MONTH),
                                       NAMES ("topic", "topic", OF_MONTH), GUIDES (OF_MONTH),
                                       NULL };
  static const char *const page[] = { SESSIONS (OF_PAGE), NAMES ("team", "team", OF_PAGE),
                                      NAMES ("topic", "topic", OF_PAGE), GUIDES (OF_PAGE), NULL };
  g_autoptr (BenchFigure) of_unit = bench_figure_new ("schedule-month-commune", 5);
  g_autoptr (BenchFigure) of_province = bench_figure_new ("schedule-month-province", 0);
  g_autoptr (BenchFigure) agenda = bench_figure_new ("schedule-agenda-page", 5);
  CnscdSessionQuery of_month = CNSCD_SESSION_QUERY_ALL;
  CnscdSessionQuery to_come = CNSCD_SESSION_QUERY_ALL;
  Floor bare;

  of_month.from = MONTH_FIRST;
  of_month.to = MONTH_LAST;
  to_come.from = TODAY;
  to_come.limit = PAGE;

  floor_open (&bare, month);
  for (guint i = 0; i < N_PROVINCES; i++)
    measure_list (of_province, database, &of_month, 7000, &bare);
  floor_close (&bare);

  floor_open (&bare, page);
  for (guint i = 0; i < N_ROUNDS; i++)
    measure_list (agenda, database, &to_come, PAGE, &bare);
  floor_close (&bare);

  of_month.unit = UNIT;
  floor_open (&bare, month_of_unit);
  for (guint i = 0; i < N_ROUNDS; i++)
    measure_list (of_unit, database, &of_month, 50, &bare);
  floor_close (&bare);

  bench_figure_print (of_unit);
  bench_figure_print (of_province);
  bench_figure_print (agenda);
}

static void
bench_guides (CnscdDatabase *database)
{
  static const char *const counts[] = {
    "SELECT g.membership, count (*), max (s.starts_at) FROM session s"
    " CROSS JOIN session_guide g ON g.session = s.id WHERE s.unit = '" UNIT "'"
    " AND s.deleted = 0 GROUP BY g.membership",
    NULL
  };
  g_autoptr (BenchFigure) figure = bench_figure_new ("guides-by-load", 16.7);
  Floor bare;

  floor_open (&bare, counts);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (GPtrArray) guides = NULL;
      g_autoptr (GError) error = NULL;
      double start = bench_now ();

      guides = cnscd_guides_list (database, UNIT, TODAY, cnscd_time_new (TODAY, 9 * 60), &error);
      bench_check (error);
      bench_figure_add (figure, bench_now () - start);
      g_assert (guides->len > 50);
      bench_figure_add_floor (figure, floor_measure (&bare));
    }

  floor_close (&bare);
  bench_figure_print (figure);
}

static void
bench_neglected (CnscdDatabase *database)
{
  static const char *const latest[] = {
    "SELECT hamlet, max (starts_at) FROM session WHERE unit = '" UNIT "' AND deleted = 0"
    " GROUP BY hamlet",
    NULL
  };
  g_autoptr (BenchFigure) figure = bench_figure_new ("neglected-hamlets", 5);
  Floor bare;

  floor_open (&bare, latest);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (GPtrArray) hamlets = NULL;
      g_autoptr (GError) error = NULL;
      double start = bench_now ();

      hamlets =
        cnscd_neglected_list_hamlets (database, UNIT, CNSCD_DATE (2026, 8, 27), TODAY, &error);
      bench_check (error);
      bench_figure_add (figure, bench_now () - start);
      bench_figure_add_floor (figure, floor_measure (&bare));
    }

  floor_close (&bare);
  bench_figure_print (figure);
}

/* How many sessions are still to be reported, and the list of them, in the province. */
static void
bench_overdue (CnscdDatabase *database)
{
  static const char *const unreported[] = {
    "SELECT ends_at, nr FROM session WHERE reported_on IS NULL AND deleted = 0"
    " AND state IN ('planned', 'held') AND ends_at <= '2026-11-27T19:00'",
    NULL
  };
  CnscdOverdueQuery query = { .now = cnscd_time_new (TODAY, 19 * 60) };
  g_autoptr (BenchFigure) count = bench_figure_new ("overdue-count", 5);
  g_autoptr (BenchFigure) list = bench_figure_new ("overdue-list", 5);
  Floor bare;

  floor_open (&bare, unreported);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (GArray) nrs = NULL;
      g_autoptr (GError) error = NULL;
      guint n_sessions;
      double start = bench_now ();

      cnscd_overdue_count (database, &query, &n_sessions, &error);
      bench_check (error);
      bench_figure_add (count, bench_now () - start);
      start = bench_now ();
      nrs = cnscd_overdue_query (database, &query, &error);
      bench_check (error);
      bench_figure_add (list, bench_now () - start);
      g_assert (n_sessions > 500 && nrs->len == n_sessions);
      bench_figure_add_floor (count, floor_measure (&bare));
      bench_figure_add_floor (list, floor_measure (&bare));
    }

  floor_close (&bare);
  bench_figure_print (count);
  bench_figure_print (list);
}

/* The floor: the same month read, and nothing written. */
static void
bench_calendar_file (CnscdDatabase *database)
{
  static const char *const month[] = { SESSIONS (OF_MONTH), NAMES ("team", "team", OF_MONTH),
                                       NAMES ("topic", "topic", OF_MONTH), GUIDES (OF_MONTH),
                                       NULL };
  g_autoptr (BenchFigure) figure = bench_figure_new ("calendar-file-month", 0);
  g_autofree char *path = bench_path ("month.ics");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;
  Floor bare;

  query.from = MONTH_FIRST;
  query.to = MONTH_LAST;
  floor_open (&bare, month);
  for (guint i = 0; i < N_PROVINCES; i++)
    {
      g_autoptr (GError) error = NULL;
      double start = bench_now ();

      cnscd_export_sessions (database, &query, file, NULL, NULL, &error);
      bench_check (error);
      bench_figure_add (figure, bench_now () - start);
      bench_figure_add_floor (figure, floor_measure (&bare));
    }

  floor_close (&bare);
  bench_figure_print (figure);
}

/* The sessions of the month as records, to be copied, moved and looked at. */
static GPtrArray *
load_month (CnscdDatabase *database)
{
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;
  g_autoptr (GError) error = NULL;
  GPtrArray *sessions;

  query.unit = UNIT;
  query.from = MONTH_FIRST;
  query.to = MONTH_LAST;
  sessions = cnscd_sessions_load (database, &query, &error);
  bench_check (error);
  g_assert (sessions->len > 50);
  return sessions;
}

static GPtrArray *
list_guides (CnscdDatabase *database, const CnscdSessionRecords *session)
{
  GPtrArray *guides = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_guide_free);

  for (guint i = 0; i < session->guides->len; i++)
    {
      CnscdGuide *guide = cnscd_guide_new ();

      guide->membership = g_strdup (((CnscdSessionGuide *) session->guides->pdata[i])->membership);
      guide->person = g_strdup (guide->membership);
      guide->full_name = g_strdup ("Nguyễn Văn An");
      g_ptr_array_add (guides, guide);
    }

  return guides;
}

static void
bench_clashes (CnscdDatabase *database, GPtrArray *sessions)
{
  static const char *const week[] = {
    "SELECT s.id, s.title, s.starts_at, s.ends_at, s.place, s.hamlet, m.person FROM session s"
    " JOIN session_guide g ON g.session = s.id JOIN membership m ON m.id = g.membership"
    " WHERE s.unit = '" UNIT "' AND s.starts_at >= '2026-11-16' AND s.starts_at < '2026-11-23'"
    " AND s.deleted = 0",
    NULL
  };
  g_autoptr (BenchFigure) figure = bench_figure_new ("clash-check", 5);
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdCatalog) catalog = cnscd_catalog_read (database, UNIT, &error);
  Floor bare;

  bench_check (error);
  floor_open (&bare, week);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      const CnscdSessionRecords *session = sessions->pdata[i % sessions->len];
      g_autoptr (GPtrArray) guides = list_guides (database, session);
      g_autoptr (GPtrArray) bookings = NULL;
      g_autoptr (GPtrArray) clashes = NULL;
      CnscdDate from, to;
      double start = bench_now ();

      cnscd_session_get_clash_days (session->session, &from, &to);
      bookings = cnscd_bookings_list (database, UNIT, from, to, &error);
      bench_check (error);
      clashes = cnscd_session_find_clashes (session->session, guides, bookings, catalog, 3);
      bench_figure_add (figure, bench_now () - start);
      bench_figure_add_floor (figure, floor_measure (&bare));
    }

  floor_close (&bare);
  bench_figure_print (figure);
}

static double
apply (CnscdDatabase *database, const CnscdChangeSet *set)
{
  g_autoptr (GError) error = NULL;
  double start = bench_now ();
  gint64 action = 0;

  cnscd_change_set_apply (database, set, &action, &error);
  bench_check (error);
  return bench_now () - start;
}

/* A table of 1,000 rows, in which one changes or to which seven are added. */
static double
commit_barely (sqlite3 *db, const char *sql)
{
  double start = bench_now ();

  g_assert (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK);
  g_assert (sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK);
  g_assert (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK);
  return bench_now () - start;
}

static void
bench_saves (CnscdDatabase *database, GPtrArray *sessions)
{
  g_autoptr (BenchFigure) add = bench_figure_new ("session-saved", 5);
  g_autoptr (BenchFigure) move = bench_figure_new ("session-moved", 5);
  g_autofree char *floor_path = bench_path ("schedule-floor.db");
  sqlite3 *db = NULL;

  g_assert (sqlite3_open (floor_path, &db) == SQLITE_OK);
  sqlite3_exec (db,
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                "CREATE TABLE t (nr INTEGER PRIMARY KEY, value TEXT);"
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) "
                "INSERT INTO t SELECT i, '' FROM n",
                NULL, NULL, NULL);

  for (guint i = 0; i < N_SAVES; i++)
    {
      const CnscdSessionRecords *session = sessions->pdata[i % sessions->len];
      CnscdTime at = cnscd_time_new (MONTH_LAST, 8 * 60) + i;
      g_autoptr (CnscdSessionRecords) plan = cnscd_session_dup_plan (session, at);
      g_autoptr (CnscdChangeSet) adding = cnscd_change_set_new ("bench");
      g_autoptr (CnscdChangeSet) moving = cnscd_change_set_new ("bench");

      cnscd_session_add (adding, plan);
      cnscd_session_move (moving, plan->session, at + CNSCD_MINUTES_PER_DAY);
      bench_figure_add (add, apply (database, adding));
      bench_figure_add_floor (
        add, commit_barely (db, "INSERT INTO t (value) SELECT 'a row' FROM t LIMIT 7"));
      bench_figure_add (move, apply (database, moving));
      bench_figure_add_floor (
        move, commit_barely (db, "UPDATE t SET value = hex (randomblob (4)) WHERE nr = 500"));
    }

  sqlite3_close (db);
  bench_figure_print (add);
  bench_figure_print (move);
}

/**
 * bench_schedule:
 *
 * A year of the province's sessions: what calendars show of a month, what a
 * form asks before it saves, and the save.
 */
void
bench_schedule (void)
{
  g_autoptr (CnscdDatabase) database = open_schedule ();
  g_autoptr (GPtrArray) sessions = load_month (database);

  bench_months (database);
  bench_guides (database);
  bench_neglected (database);
  bench_overdue (database);
  bench_calendar_file (database);
  bench_clashes (database, sessions);
  bench_saves (database, sessions);
}
