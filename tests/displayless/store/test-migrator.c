/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "cnscd-test-store.h"
#include "store/cnscd-backup.h"
#include "store/cnscd-members.h"
#include "store/cnscd-migrator.h"
#include "store/cnscd-record-store.h"

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

/* Every version that was ever released must open: one file each. */
static void
test_version_1 (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new_folder ();
  g_autofree char *fixture =
    g_test_build_filename (G_TEST_DIST, "data", "databases", "v1.db", NULL);
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  const CnscdMemberQuery query = { .unit = CNSCD_TEST_UNIT };
  const CnscdMember *first;
  gsize length = 0;

  g_file_get_contents (fixture, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (store->path, contents, (gssize) length, &error);
  g_assert_no_error (error);

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/migrator/runs", test_runs);
  g_test_add_func ("/store/migrator/fails", test_fails);
  g_test_add_func ("/store/migrator/rebuilds-a-table", test_rebuilds_a_table);
  g_test_add_func ("/store/migrator/version-1", test_version_1);

  return g_test_run ();
}
