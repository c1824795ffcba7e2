/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "cnscd-test-store.h"
#include "store/cnscd-backup.h"
#include "store/cnscd-catalog-store.h"
#include "store/cnscd-change-set-store.h"
#include "store/cnscd-members.h"
#include "store/cnscd-migrator.h"
#include "store/cnscd-record-store.h"
#include "store/cnscd-sessions.h"

/* What there is, then migrations that might follow. */
static const char *const *
make_scripts (const char *next, const char *after_next)
{
  static const char *scripts[100];
  guint latest = cnscd_migrator_get_latest ();

  g_assert_cmpuint (latest + 3, <=, G_N_ELEMENTS (scripts));
  for (guint i = 0; i < latest; i++)
    scripts[i] = cnscd_migrator_get_scripts ()[i];
  scripts[latest] = next;
  scripts[latest + 1] = after_next;
  scripts[latest + 2] = NULL;
  return scripts;
}

static void
assert_version (CnscdTestStore *store, guint expected)
{
  g_autofree char *version = cnscd_test_store_query (store, "PRAGMA user_version");

  g_assert_cmpuint (strtoul (version, NULL, 10), ==, expected);
}

static void
assert_query (CnscdTestStore *store, const char *sql, const char *expected)
{
  g_autofree char *text = cnscd_test_store_query (store, sql);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_runs (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autoptr (GError) error = NULL;
  const char *const *scripts =
    make_scripts ("ALTER TABLE hamlet ADD COLUMN area INTEGER",
                  "UPDATE hamlet SET area = 7; CREATE TABLE later (nr INTEGER PRIMARY KEY) STRICT");

  g_assert_true (cnscd_migrator_run (store->database, scripts, &error));
  g_assert_no_error (error);
  assert_version (store, cnscd_migrator_get_latest () + 2);
  assert_query (store, "SELECT name, area FROM hamlet", "Ba Nhất|7");

  /* Once is enough. */
  g_assert_true (cnscd_migrator_run (store->database, scripts, &error));
  assert_version (store, cnscd_migrator_get_latest () + 2);
}

static void
assert_fails_after_next (const char *after_next)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autoptr (GError) error = NULL;
  const char *const *scripts =
    make_scripts ("ALTER TABLE hamlet ADD COLUMN area INTEGER", after_next);

  g_assert_false (cnscd_migrator_run (store->database, scripts, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == CNSCD_STORE_ERROR);

  assert_version (store, cnscd_migrator_get_latest () + 1);
  assert_query (store, "SELECT name, area FROM hamlet", "Ba Nhất|NULL");
  assert_query (store, "SELECT count (*) FROM sqlite_master WHERE name = 'half'", "0");

  /* The connection is as before: references are watched again. */
  {
    g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, hamlet);

    g_assert_nonnull (team);
  }
}

static void
test_fails (void)
{
  assert_fails_after_next ("CREATE TABLE half (x); UPDATE hamlet SET area = 1; SELECT no_such ()");
  assert_fails_after_next ("CREATE TABLE half (x); not SQL at all");
  assert_fails_after_next ("CREATE TABLE half (x); UPDATE hamlet SET area = 1;"
                           "INSERT INTO hamlet_profile (id, unit, hamlet, as_of)"
                           " VALUES ('x', '05716', 'nowhere', '2025')");
}

static void
test_rebuilds_a_table (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, hamlet);
  g_autoptr (GError) error = NULL;
  const char *const *scripts = make_scripts (
    "CREATE TABLE new (nr INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT) STRICT;"
    "INSERT INTO new SELECT nr, id, name FROM hamlet; DROP TABLE hamlet;"
    "ALTER TABLE new RENAME TO hamlet",
    NULL);

  g_assert_true (cnscd_migrator_run (store->database, scripts, &error));
  g_assert_no_error (error);
  assert_query (store, "SELECT h.name FROM team t JOIN hamlet h ON h.id = t.hamlet", "Ba Nhất");
}

/* A file as an older version of the program left it; nothing has opened it yet. */
static CnscdTestStore *
copy_fixture (const char *name)
{
  CnscdTestStore *store = cnscd_test_store_new_folder ();
  g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, "data", "databases", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length = 0;

  g_file_get_contents (fixture, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (store->path, contents, (gssize) length, &error);
  g_assert_no_error (error);

  return store;
}

/* Every version that was ever released must open: one file each. */
static void
test_version_1 (void)
{
  g_autoptr (CnscdTestStore) store = copy_fixture ("v1.db");
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  const CnscdMemberQuery query = { .unit = CNSCD_TEST_UNIT };
  const CnscdMember *first;

  cnscd_test_store_reopen (store);
  members = cnscd_members_list (store->database, &query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (members->len, ==, 6);
  first = g_ptr_array_index (members, 0);
  g_assert_cmpstr (first->full_name, ==, "Hoàng Thị Ánh");
  g_assert_cmpstr (first->hamlet_name, ==, "Ba Nhất");

  g_assert_true (cnscd_database_check (store->database, TRUE, &problems, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* What people entered, and what remembers how: everything but what is made of it. */
static const char *const kept_tables[] = { "unit",       "hamlet", "hamlet_profile",
                                           "decision",   "team",   "person",
                                           "membership", "action", "outbox",
                                           "audit",      NULL };

/* The queries that read these tables with the columns that they have now. */
static GPtrArray *
make_queries (CnscdTestStore *store)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; kept_tables[i] != NULL; i++)
    {
      g_autofree char *columns_sql = g_strdup_printf (
        "SELECT group_concat (name) FROM pragma_table_info ('%s')", kept_tables[i]);
      g_autofree char *columns = cnscd_test_store_query (store, columns_sql);

      g_ptr_array_add (
        queries, g_strdup_printf ("SELECT %s FROM \"%s\" ORDER BY 1", columns, kept_tables[i]));
    }

  return queries;
}

static GPtrArray *
run_queries (CnscdTestStore *store, GPtrArray *queries)
{
  GPtrArray *results = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < queries->len; i++)
    g_ptr_array_add (results, cnscd_test_store_query (store, queries->pdata[i]));

  return results;
}

static void
test_keeps_everything (void)
{
  g_autoptr (CnscdTestStore) store = copy_fixture ("v1.db");
  g_autoptr (GPtrArray) queries = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  assert_version (store, 1);
  assert_query (store, "SELECT count (*) FROM membership", "6");
  assert_query (store, "SELECT count (*) FROM outbox", "18");
  queries = make_queries (store);
  before = run_queries (store, queries);

  cnscd_test_store_reopen (store);
  assert_version (store, cnscd_migrator_get_latest ());
  after = run_queries (store, queries);
  for (guint i = 0; i < before->len; i++)
    g_assert_cmpstr (before->pdata[i], ==, after->pdata[i]);
  assert_query (store, "SELECT count (*) FROM member_search WHERE member_search MATCH 'anh'", "1");
  assert_query (store, "PRAGMA integrity_check", "ok");
  assert_query (store, "SELECT count (*) FROM pragma_foreign_key_check", "0");

  /* The file as it was lies beside it. */
  backups = cnscd_backup_list (store->database);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_cmpstr (((CnscdBackup *) backups->pdata[0])->reason, ==, "migration");
}

/* The schedule of version 2 is there, and takes the teams and members that were there before. */
static void
test_schedules_old_teams (void)
{
  g_autoptr (CnscdTestStore) store = copy_fixture ("v1.db");
  g_autoptr (GPtrArray) memberships = NULL;
  g_autoptr (CnscdCatalog) catalog = NULL;
  g_autoptr (CnscdSession) session = NULL;
  g_autoptr (CnscdSessionRecords) records = NULL;
  g_autoptr (CnscdSessionRecords) loaded = NULL;
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Session");
  g_autoptr (GError) error = NULL;
  const CnscdMembership *guide;
  gint64 action;

  cnscd_test_store_reopen (store);
  catalog = cnscd_catalog_read (store->database, CNSCD_TEST_UNIT, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (catalog->topics->len, >=, 16);
  g_assert_cmpuint (catalog->audiences->len, >=, 7);
  g_assert_cmpuint (catalog->indicators->len, >=, 7);
  g_assert_cmpuint (catalog->holidays->len, >=, 18);

  memberships = cnscd_record_store_list (store->database, &CNSCD_KIND_MEMBERSHIP, NULL, &error);
  g_assert_no_error (error);
  guide = memberships->pdata[0];
  session = cnscd_record_new (&CNSCD_KIND_SESSION, CNSCD_TEST_UNIT);
  cnscd_record_set (session, title, "VNeID");
  session->starts_at = cnscd_time_new (CNSCD_DATE (2026, 11, 27), 19 * 60);
  session->ends_at = session->starts_at + 90;
  session->state = CNSCD_SESSION_STATE_PLANNED;
  records = cnscd_session_records_new (session);
  cnscd_session_records_add_team (records, guide->team);
  cnscd_session_records_add_guide (records, guide->record.id, CNSCD_GUIDE_PART_LEADS);
  cnscd_session_records_add_topic (records, ((CnscdRecord *) catalog->topics->pdata[0])->id);
  cnscd_session_add (set, records);
  g_assert_true (cnscd_change_set_apply (store->database, set, &action, &error));
  g_assert_no_error (error);

  loaded = cnscd_session_load (store->database, session->record.id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((CnscdSessionGuide *) loaded->guides->pdata[0])->membership, ==,
                   guide->record.id);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/migrator/runs", test_runs);
  g_test_add_func ("/store/migrator/fails", test_fails);
  g_test_add_func ("/store/migrator/rebuilds-a-table", test_rebuilds_a_table);
  g_test_add_func ("/store/migrator/version-1", test_version_1);
  g_test_add_func ("/store/migrator/keeps-everything", test_keeps_everything);
  g_test_add_func ("/store/migrator/schedules-old-teams", test_schedules_old_teams);

  return g_test_run ();
}
