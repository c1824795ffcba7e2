/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-bench.h"

#include <sqlite3.h>
#include <string.h>

#include "core/cnscd-bulk-edit.h"
#include "core/cnscd-text.h"
#include "store/cnscd-backup.h"
#include "store/cnscd-duplicates.h"
#include "store/cnscd-change-set-store.h"
#include "store/cnscd-members.h"
#include "store/cnscd-record-store.h"
#include "store/cnscd-teams.h"

#define PAGE           50
#define N_KEY_ROUNDS   8
#define N_SORTS        60
#define N_BULKS        9
#define N_SAVES        400
#define N_SAVES_BEFORE 1200
#define N_UPKEEPS      9

static CnscdDatabase *
open_province (void)
{
  g_autoptr (GError) error = NULL;
  CnscdDatabase *database = cnscd_database_open (bench_province_path (), &error);

  bench_check (error);
  return database;
}

static sqlite3 *
open_bare (const char *path)
{
  sqlite3 *db = NULL;

  g_assert (sqlite3_open (path, &db) == SQLITE_OK);
  sqlite3_exec (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL", NULL, NULL, NULL);
  return db;
}

/* What a screen needs after a change of the query: all row numbers, and one page of rows. */
static void
take_first_page (CnscdDatabase *database, const CnscdMemberQuery *query, gboolean must_find)
{
  g_autoptr (GArray) numbers = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  numbers = cnscd_members_query (database, query, &error);
  bench_check (error);
  g_assert (!must_find || numbers->len > 0);
  rows =
    cnscd_members_read (database, (const gint64 *) numbers->data, MIN (numbers->len, PAGE), &error);
  bench_check (error);
}

static double
measure_bare_search (sqlite3_stmt *stmt, const char *words)
{
  double start = bench_now ();

  sqlite3_bind_text (stmt, 1, words, -1, SQLITE_TRANSIENT);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    sqlite3_column_int64 (stmt, 0);
  sqlite3_reset (stmt);
  return bench_now () - start;
}

/* FTS5's language for the same words, the last of them unfinished. */
static char *
make_match (const char *typed)
{
  g_autofree char *folded = cnscd_text_fold (typed);
  g_auto (GStrv) words = g_strsplit (g_strstrip (folded), " ", -1);
  GString *match = g_string_new ("{name} : (");

  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (match, "%s\"%s\"%s", i > 0 ? " AND " : "", words[i],
                            words[i + 1] == NULL ? "*" : "");
  g_string_append_c (match, ')');
  return g_string_free (match, FALSE);
}

/**
 * bench_search:
 *
 * Names typed letter by letter, with and without accents: from each key to
 * the rows of the first page.
 */
void
bench_search (void)
{
  static const char *const typed[] = {
    "nguyen thi huong", "Hoàng Văn", "dao", "Đào", "dang", "triệu", "nong", "Ẩn", "ly thi", "hoa"
  };
  g_autoptr (BenchFigure) figure = bench_figure_new ("search-key", 16);
  g_autoptr (BenchFigure) query_figure = bench_figure_new ("search-query", 3);
  g_autoptr (CnscdDatabase) database = open_province ();
  sqlite3 *db = open_bare (bench_province_path ());
  sqlite3_stmt *stmt = NULL;

  query_figure->reach_is_p99 = TRUE;
  g_assert (sqlite3_prepare_v2 (db,
                                "SELECT rowid FROM member_search WHERE member_search MATCH ? "
                                "LIMIT 50",
                                -1, &stmt, NULL) == SQLITE_OK);

  for (guint round = 0; round < N_KEY_ROUNDS; round++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
        {
          for (const char *at = g_utf8_next_char (typed[i]);; at = g_utf8_next_char (at))
            {
              g_autofree char *text = g_strndup (typed[i], (gsize) (at - typed[i]));
              g_autofree char *match = make_match (text);
              CnscdMemberQuery query = { .search = text };
              g_autoptr (GArray) numbers = NULL;
              g_autoptr (GError) error = NULL;
              double start = bench_now ();

              numbers = cnscd_members_query (database, &query, &error);
              bench_check (error);
              bench_figure_add (query_figure, bench_now () - start);

              start = bench_now ();
              take_first_page (database, &query, FALSE);
              bench_figure_add (figure, bench_now () - start);

              start = measure_bare_search (stmt, match);
              bench_figure_add_floor (query_figure, start);
              bench_figure_add_floor (figure, start);
              if (*at == '\0')
                break;
            }
        }
    }

  sqlite3_finalize (stmt);
  sqlite3_close (db);
  bench_figure_print (query_figure);
  bench_figure_print (figure);
}

static double
measure_keyset_page (sqlite3_stmt *stmt)
{
  double start = bench_now ();

  while (sqlite3_step (stmt) == SQLITE_ROW)
    sqlite3_column_text (stmt, 1);
  sqlite3_reset (stmt);
  return bench_now () - start;
}

/**
 * bench_sort:
 *
 * From a click on the column's head to the first page in the new order.
 */
void
bench_sort (void)
{
  g_autoptr (BenchFigure) figure = bench_figure_new ("sort-by-name", 5);
  g_autoptr (CnscdDatabase) database = open_province ();
  sqlite3 *db = open_bare (bench_province_path ());
  sqlite3_stmt *stmt = NULL;

  g_assert (
    sqlite3_prepare_v2 (
      db,
      "SELECT i.nr, p.full_name, p.birth, p.phone, m.role, m.body, m.position "
      "FROM member_index i JOIN membership m ON m.nr = i.nr JOIN person p ON p.id = m.person "
      "WHERE i.sort_key > x'20' ORDER BY i.sort_key LIMIT 50",
      -1, &stmt, NULL) == SQLITE_OK);

  for (guint i = 0; i < N_SORTS; i++)
    {
      const CnscdMemberQuery by_team = { .sort = CNSCD_MEMBER_SORT_TEAM };
      const CnscdMemberQuery by_name = { .sort = CNSCD_MEMBER_SORT_NAME, .descending = i % 2 == 1 };
      double start;

      take_first_page (database, &by_team, TRUE);
      start = bench_now ();
      take_first_page (database, &by_name, TRUE);
      bench_figure_add (figure, bench_now () - start);
      bench_figure_add_floor (figure, measure_keyset_page (stmt));
    }

  sqlite3_finalize (stmt);
  sqlite3_close (db);
  bench_figure_print (figure);
}

static double
save_person (CnscdDatabase *database, const char *id, guint number)
{
  g_autoptr (CnscdPerson) original = NULL;
  g_autoptr (CnscdPerson) current = NULL;
  g_autofree char *phone = g_strdup_printf ("0900%06u", number);
  g_autoptr (GError) error = NULL;
  double start;

  original = cnscd_record_store_get (database, &CNSCD_KIND_PERSON, id, &error);
  bench_check (error);
  current = cnscd_record_copy (original);
  cnscd_record_set (current, phone, phone);

  start = bench_now ();
  if (cnscd_database_begin (database, &error) && cnscd_record_store_put (database, current, &error))
    cnscd_database_commit (database, &error);
  bench_check (error);
  return bench_now () - start;
}

static double
measure_query (CnscdDatabase *database, const CnscdMemberQuery *query)
{
  double start = bench_now ();

  take_first_page (database, query, TRUE);
  return bench_now () - start;
}

/**
 * bench_filter:
 *
 * From a choice in the filter dialog to the first page of who fits, and the
 * same where something was saved in between, so that what filters need is
 * read anew. Then the orders that are made of the order by name.
 */
void
bench_filter (void)
{
  static const CnscdMemberQuery queries[] = {
    { .filter = { .role = CNSCD_ROLE_LEADER } },
    { .filter = { .gender = CNSCD_GENDER_FEMALE } },
    { .filter = { .age = CNSCD_AGE_UNDER_35 } },
    { .filter = { .body = "Đoàn Thanh niên" } },
    { .filter = { .without_legal_basis = TRUE } },
    { .unit = "05716" },
    { .filter = { .gender = CNSCD_GENDER_FEMALE, .age = CNSCD_AGE_35_TO_60, .body = "Xóm" } },
    { .search = "nguyen", .filter = { .gender = CNSCD_GENDER_FEMALE } },
  };
  static const CnscdMemberSort sorts[] = { CNSCD_MEMBER_SORT_UNIT, CNSCD_MEMBER_SORT_GENDER,
                                           CNSCD_MEMBER_SORT_OFFICE };
  g_autoptr (BenchFigure) figure = bench_figure_new ("filter", 5);
  g_autoptr (BenchFigure) first_figure = bench_figure_new ("filter-after-a-change", 16.7);
  g_autoptr (BenchFigure) sort_figure = bench_figure_new ("sort-by-column", 5);
  g_autofree char *path = bench_path ("filter.db");
  g_autoptr (CnscdDatabase) database = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *stmt = NULL;
  sqlite3 *db;

  bench_copy_database (bench_province_path (), path);
  database = cnscd_database_open (path, &error);
  bench_check (error);
  people = cnscd_record_store_list (database, &CNSCD_KIND_PERSON, "05716", &error);
  bench_check (error);
  db = open_bare (path);
  g_assert (
    sqlite3_prepare_v2 (
      db,
      "SELECT i.nr, p.full_name, p.birth, p.phone, m.role, m.body, m.position "
      "FROM member_index i JOIN membership m ON m.nr = i.nr JOIN person p ON p.id = m.person "
      "WHERE p.gender = 'female' ORDER BY i.sort_key LIMIT 50",
      -1, &stmt, NULL) == SQLITE_OK);

  for (guint i = 0; i < N_SORTS; i++)
    {
      const CnscdRecord *person = g_ptr_array_index (people, i % people->len);
      const CnscdMemberQuery by_column = { .sort = sorts[i % G_N_ELEMENTS (sorts)],
                                           .descending = i % 2 == 1 };

      save_person (database, person->id, i);
      bench_figure_add (first_figure, measure_query (database, &queries[i % 5]));
      bench_figure_add_floor (first_figure, measure_keyset_page (stmt));
      for (guint j = 0; j < G_N_ELEMENTS (queries); j++)
        {
          bench_figure_add (figure, measure_query (database, &queries[j]));
          bench_figure_add_floor (figure, measure_keyset_page (stmt));
        }
      bench_figure_add (sort_figure, measure_query (database, &by_column));
      bench_figure_add_floor (sort_figure, measure_keyset_page (stmt));
    }

  sqlite3_finalize (stmt);
  sqlite3_close (db);
  bench_figure_print (figure);
  bench_figure_print (first_figure);
  bench_figure_print (sort_figure);
}

/**
 * bench_teams:
 *
 * From the choice of the teams with warnings to the first page of them: every
 * current team of the province is judged.
 */
void
bench_teams (void)
{
  g_autoptr (BenchFigure) figure = bench_figure_new ("teams-with-warnings", 16.7);
  g_autoptr (CnscdDatabase) database = open_province ();
  sqlite3 *db = open_bare (bench_province_path ());
  sqlite3_stmt *stmt = NULL;

  g_assert (sqlite3_prepare_v2 (db,
                                "SELECT m.team, count (*), count (*) FILTER (WHERE i.role = 1)"
                                " FROM membership m JOIN member_index i ON i.nr = m.nr"
                                " WHERE i.until >= date ('now') GROUP BY m.team",
                                -1, &stmt, NULL) == SQLITE_OK);

  for (guint i = 0; i < N_SORTS; i++)
    {
      const CnscdTeamQuery query = { .shown = CNSCD_TEAMS_WITH_WARNINGS };
      g_autoptr (GArray) nrs = NULL;
      g_autoptr (GPtrArray) rows = NULL;
      g_autoptr (GError) error = NULL;
      double start = bench_now ();

      nrs = cnscd_teams_query (database, &query, &error);
      bench_check (error);
      rows = cnscd_teams_read (database, (const gint64 *) nrs->data, MIN (nrs->len, PAGE), &error);
      bench_check (error);
      bench_figure_add (figure, bench_now () - start);
      bench_figure_add_floor (figure, measure_keyset_page (stmt));
    }

  sqlite3_finalize (stmt);
  sqlite3_close (db);
  bench_figure_print (figure);
}

/* The records of the first members by name, as the form for several has them. */
static CnscdBulkMembers *
load_members (CnscdDatabase *database, guint n)
{
  CnscdBulkMembers *members = cnscd_bulk_members_new ();
  g_autoptr (GArray) nrs = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  nrs = cnscd_members_query (database, &(CnscdMemberQuery) { 0 }, &error);
  bench_check (error);
  rows = cnscd_members_read (database, (const gint64 *) nrs->data, n, &error);
  bench_check (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const CnscdMember *row = g_ptr_array_index (rows, i);
      g_autoptr (CnscdMembership) membership =
        cnscd_record_store_get (database, &CNSCD_KIND_MEMBERSHIP, row->membership, &error);
      g_autoptr (CnscdPerson) person =
        cnscd_record_store_get (database, &CNSCD_KIND_PERSON, row->person, &error);

      bench_check (error);
      cnscd_bulk_members_add (members, person, membership);
    }
  return members;
}

/**
 * bench_bulk:
 *
 * As many members as can be edited at once: read, and body and legal basis
 * set, which is two records of each.
 */
void
bench_bulk (void)
{
  g_autoptr (BenchFigure) figure = bench_figure_new ("edit-1000-members", 500);
  g_autofree char *path = bench_path ("bulk.db");
  g_autofree char *floor_path = bench_path ("bulk-floor.db");
  g_autoptr (CnscdDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *stmt = NULL;
  sqlite3 *db;

  bench_copy_database (bench_province_path (), path);
  bench_copy_database (bench_province_path (), floor_path);
  database = cnscd_database_open (path, &error);
  bench_check (error);
  db = open_bare (floor_path);
  g_assert (sqlite3_prepare_v2 (db, "UPDATE membership SET body = ? WHERE nr <= 1000", -1, &stmt,
                                NULL) == SQLITE_OK);

  for (guint i = 0; i < N_BULKS; i++)
    {
      g_autofree char *body = g_strdup_printf ("Hội %u", i);
      const CnscdBulkEdit edit = { .fields = CNSCD_BULK_BODY | CNSCD_BULK_LEGAL_BASIS,
                                   .body = body,
                                   .legal_basis = i % 2 == 0 ? CNSCD_LEGAL_BASIS_CONSENT
                                                             : CNSCD_LEGAL_BASIS_PUBLIC_DUTY };
      g_autoptr (CnscdBulkMembers) members = NULL;
      g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("bench");
      gint64 action = 0;
      double start = bench_now ();

      members = load_members (database, CNSCD_BULK_MAX);
      cnscd_bulk_edit_add (&edit, members, set);
      cnscd_change_set_apply (database, set, &action, &error);
      bench_check (error);
      bench_figure_add (figure, bench_now () - start);

      start = bench_now ();
      sqlite3_bind_text (stmt, 1, body, -1, SQLITE_TRANSIENT);
      g_assert (sqlite3_step (stmt) == SQLITE_DONE);
      sqlite3_reset (stmt);
      bench_figure_add_floor (figure, bench_now () - start);
    }

  sqlite3_finalize (stmt);
  sqlite3_close (db);
  bench_figure_print (figure);
}

static double
commit_barely (sqlite3 *db, sqlite3_stmt *stmt, guint number)
{
  double start = bench_now ();

  sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  sqlite3_bind_int64 (stmt, 1, number);
  sqlite3_bind_int64 (stmt, 2, number % 1000 + 1);
  g_assert (sqlite3_step (stmt) == SQLITE_DONE);
  sqlite3_reset (stmt);
  g_assert (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK);
  return bench_now () - start;
}

static double
read_people_barely (sqlite3_stmt *stmt)
{
  double start = bench_now ();

  while (sqlite3_step (stmt) == SQLITE_ROW)
    sqlite3_column_text (stmt, 3);
  sqlite3_reset (stmt);
  return bench_now () - start;
}

/**
 * bench_duplicates:
 *
 * All pairs of the province's people who may be the same.
 */
void
bench_duplicates (void)
{
  g_autoptr (BenchFigure) figure = bench_figure_new ("duplicates", 50);
  g_autoptr (CnscdDatabase) database = open_province ();
  sqlite3 *db = open_bare (bench_province_path ());
  sqlite3_stmt *stmt = NULL;

  g_assert (sqlite3_prepare_v2 (db,
                                "SELECT nr, id, unit, full_name, gender, birth, phone FROM person "
                                "WHERE deleted = 0",
                                -1, &stmt, NULL) == SQLITE_OK);

  for (guint i = 0; i < N_SORTS; i++)
    {
      g_autoptr (GPtrArray) found = NULL;
      g_autoptr (GError) error = NULL;
      double start = bench_now ();

      found = cnscd_duplicates_find (database, NULL, &error);
      bench_check (error);
      bench_figure_add (figure, bench_now () - start);
      bench_figure_add_floor (figure, read_people_barely (stmt));
    }

  sqlite3_finalize (stmt);
  sqlite3_close (db);
  bench_figure_print (figure);
}

/**
 * bench_save:
 *
 * A changed phone, from "Save" to the acknowledged commit.
 */
void
bench_save (void)
{
  g_autoptr (BenchFigure) figure = bench_figure_new ("saved-form", 5);
  g_autofree char *path = bench_path ("save.db");
  g_autofree char *floor_path = bench_path ("save-floor.db");
  g_autoptr (CnscdDatabase) database = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *stmt = NULL;
  sqlite3 *db;

  bench_copy_database (bench_province_path (), path);
  database = cnscd_database_open (path, &error);
  bench_check (error);
  people = cnscd_record_store_list (database, &CNSCD_KIND_PERSON, "05716", &error);
  bench_check (error);

  db = open_bare (floor_path);
  sqlite3_exec (db,
                "CREATE TABLE t (nr INTEGER PRIMARY KEY, value INTEGER);"
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) "
                "INSERT INTO t SELECT i, 0 FROM n",
                NULL, NULL, NULL);
  g_assert (sqlite3_prepare_v2 (db, "UPDATE t SET value = ? WHERE nr = ?", -1, &stmt, NULL) ==
            SQLITE_OK);

  /*
   * A write-ahead log that still grows costs the file system more than one
   * that is used again, as it is for most of a working day.
   */
  sqlite3_exec (db, "PRAGMA synchronous = OFF", NULL, NULL, NULL);
  for (guint i = 0; i < N_SAVES_BEFORE; i++)
    commit_barely (db, stmt, i);
  sqlite3_exec (db, "PRAGMA synchronous = FULL; PRAGMA wal_checkpoint (RESTART)", NULL, NULL, NULL);
  for (guint i = 0; i < N_SAVES_BEFORE / 6; i++)
    {
      const CnscdRecord *person = g_ptr_array_index (people, i % people->len);

      save_person (database, person->id, N_SAVES + i);
    }

  for (guint i = 0; i < N_SAVES; i++)
    {
      const CnscdRecord *person = g_ptr_array_index (people, i % people->len);

      bench_figure_add (figure, save_person (database, person->id, i));
      bench_figure_add_floor (figure, commit_barely (db, stmt, i));
    }

  sqlite3_finalize (stmt);
  sqlite3_close (db);
  bench_figure_print (figure);
}

static double
check_and_copy_barely (const char *path)
{
  g_autofree char *target_path = bench_path ("upkeep-floor.db");
  sqlite3 *db = open_bare (path);
  sqlite3 *target = NULL;
  sqlite3_backup *backup;
  double start;
  double end;

  bench_remove_database (target_path);
  g_assert (sqlite3_open (target_path, &target) == SQLITE_OK);
  start = bench_now ();
  sqlite3_exec (db, "PRAGMA quick_check", NULL, NULL, NULL);
  backup = sqlite3_backup_init (target, "main", db, "main");
  g_assert (sqlite3_backup_step (backup, -1) == SQLITE_DONE);
  sqlite3_backup_finish (backup);
  end = bench_now ();
  sqlite3_close (target);
  sqlite3_close (db);
  return end - start;
}

/**
 * bench_upkeep:
 *
 * The check at the start and the backup at the end of a session.
 */
void
bench_upkeep (void)
{
  g_autoptr (BenchFigure) figure = bench_figure_new ("check-and-backup", 150);
  g_autofree char *path = bench_path ("upkeep.db");
  g_autoptr (CnscdDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  bench_copy_database (bench_province_path (), path);
  database = cnscd_database_open (path, &error);
  bench_check (error);

  for (guint i = 0; i < N_UPKEEPS; i++)
    {
      g_autoptr (GPtrArray) problems = NULL;
      g_autofree char *backup = NULL;
      double start = bench_now ();

      cnscd_database_check (database, FALSE, &problems, &error);
      bench_check (error);
      backup = cnscd_backup_rotate (database, "exit", &error);
      bench_check (error);
      bench_figure_add (figure, bench_now () - start);
      bench_figure_add_floor (figure, check_and_copy_barely (path));
    }

  bench_figure_print (figure);
}
