/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "store/cnscd-record-store.h"

/**
 * cnscd_test_remove_folder:
 * @folder: a folder of a test
 *
 * Removes it with everything in it.
 */
void
cnscd_test_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        cnscd_test_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

/**
 * cnscd_test_store_new_folder:
 *
 * Returns: (transfer full): a store whose file is not made yet
 */
CnscdTestStore *
cnscd_test_store_new_folder (void)
{
  CnscdTestStore *store = g_new0 (CnscdTestStore, 1);
  g_autoptr (GError) error = NULL;

  store->folder = g_dir_make_tmp ("cnscd-test-XXXXXX", &error);
  g_assert_no_error (error);
  store->path = g_build_filename (store->folder, "test.db", NULL);

  return store;
}

/**
 * cnscd_test_store_new:
 *
 * Returns: (transfer full): a store with an open, empty database
 */
CnscdTestStore *
cnscd_test_store_new (void)
{
  CnscdTestStore *store = cnscd_test_store_new_folder ();

  cnscd_test_store_reopen (store);
  return store;
}

/**
 * cnscd_test_store_reopen:
 * @store: a store
 *
 * Closes the database, if it is open, and opens it.
 */
void
cnscd_test_store_reopen (CnscdTestStore *store)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&store->database, cnscd_database_close);
  store->database = cnscd_database_open (store->path, &error);
  g_assert_no_error (error);
}

/**
 * cnscd_test_store_free:
 * @store: (transfer full): a store
 */
void
cnscd_test_store_free (CnscdTestStore *store)
{
  g_clear_pointer (&store->database, cnscd_database_close);
  cnscd_test_remove_folder (store->folder);
  g_free (store->folder);
  g_free (store->path);
  g_free (store);
}

/**
 * cnscd_test_store_query:
 * @store: a store
 * @sql: a query
 *
 * Returns: (transfer full): its values, "|" between those of a row and a line
 *   end between rows
 */
char *
cnscd_test_store_query (CnscdTestStore *store, const char *sql)
{
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3 *handle = NULL;
  sqlite3_stmt *stmt = NULL;
  int result;

  g_assert_cmpint (sqlite3_open_v2 (store->path, &handle, SQLITE_OPEN_READWRITE, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  while ((result = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      if (text->len > 0)
        g_string_append_c (text, '\n');
      for (int i = 0; i < sqlite3_column_count (stmt); i++)
        {
          const char *value = (const char *) sqlite3_column_text (stmt, i);

          g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", value != NULL ? value : "NULL");
        }
    }
  g_assert_cmpint (result, ==, SQLITE_DONE);
  sqlite3_finalize (stmt);
  sqlite3_close (handle);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * cnscd_test_store_exec:
 * @store: a store
 * @sql: statements
 *
 * Changes the file behind the store's back.
 */
void
cnscd_test_store_exec (CnscdTestStore *store, const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (
    sqlite3_open_v2 (store->path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL), ==,
    SQLITE_OK);
  sqlite3_busy_timeout (handle, 1000);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

/**
 * cnscd_test_store_put:
 * @store: a store
 * @record: a record
 */
void
cnscd_test_store_put (CnscdTestStore *store, gconstpointer record)
{
  g_autoptr (GError) error = NULL;
  gboolean done = cnscd_record_store_put (store->database, record, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

/**
 * cnscd_test_store_add_hamlet:
 * @store: a store
 * @name: "Ba Nhất"
 *
 * Returns: (transfer full): the hamlet
 */
CnscdHamlet *
cnscd_test_store_add_hamlet (CnscdTestStore *store, const char *name)
{
  CnscdHamlet *hamlet = cnscd_record_new (&CNSCD_KIND_HAMLET, CNSCD_TEST_UNIT);

  cnscd_record_set (hamlet, name, name);
  hamlet->kind = CNSCD_HAMLET_KIND_HAMLET;
  cnscd_test_store_put (store, hamlet);
  return hamlet;
}

/**
 * cnscd_test_store_add_team:
 * @store: a store
 * @hamlet: (nullable): its hamlet, or %NULL for a team of the commune
 *
 * Returns: (transfer full): the team
 */
CnscdTeam *
cnscd_test_store_add_team (CnscdTestStore *store, CnscdHamlet *hamlet)
{
  CnscdTeam *team = cnscd_record_new (&CNSCD_KIND_TEAM, CNSCD_TEST_UNIT);
  g_autofree char *name = hamlet != NULL ? g_strdup_printf ("Tổ CNSCĐ xóm %s", hamlet->name) : NULL;

  cnscd_record_set (team, name, name != NULL ? name : "Tổ CNSCĐ xã Võ Nhai");
  cnscd_record_set (team, hamlet, hamlet != NULL ? hamlet->record.id : NULL);
  team->level = hamlet != NULL ? CNSCD_TEAM_LEVEL_HAMLET : CNSCD_TEAM_LEVEL_COMMUNE;
  cnscd_test_store_put (store, team);
  return team;
}

/**
 * cnscd_test_store_add_person:
 * @store: a store
 * @full_name: a name
 * @phone: (nullable): digits
 *
 * Returns: (transfer full): the person
 */
CnscdPerson *
cnscd_test_store_add_person (CnscdTestStore *store, const char *full_name, const char *phone)
{
  CnscdPerson *person = cnscd_record_new (&CNSCD_KIND_PERSON, CNSCD_TEST_UNIT);

  cnscd_record_set (person, full_name, full_name);
  cnscd_record_set (person, phone, phone);
  cnscd_test_store_put (store, person);
  return person;
}

/**
 * cnscd_test_store_add_membership:
 * @store: a store
 * @team: a team
 * @person: a person
 * @role: the role, or 0
 *
 * Returns: (transfer full): the membership
 */
CnscdMembership *
cnscd_test_store_add_membership (CnscdTestStore *store,
                                 CnscdTeam *team,
                                 CnscdPerson *person,
                                 CnscdRole role)
{
  CnscdMembership *membership = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, CNSCD_TEST_UNIT);

  cnscd_record_set (membership, team, team->record.id);
  cnscd_record_set (membership, person, person->record.id);
  membership->role = (int) role;
  cnscd_test_store_put (store, membership);
  return membership;
}

/**
 * cnscd_test_store_add_member:
 * @store: a store
 * @team: a team
 * @full_name: a name
 *
 * Adds a person to @team as a plain member.
 */
void
cnscd_test_store_add_member (CnscdTestStore *store, CnscdTeam *team, const char *full_name)
{
  g_autoptr (CnscdPerson) person = cnscd_test_store_add_person (store, full_name, NULL);
  g_autoptr (CnscdMembership) membership =
    cnscd_test_store_add_membership (store, team, person, CNSCD_ROLE_MEMBER);
}
