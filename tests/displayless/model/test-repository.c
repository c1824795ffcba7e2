/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/cnscd-repository-office.h"
#include "model/cnscd-repository-roster.h"
#include "store/cnscd-audit.h"
#include "store/cnscd-backup.h"

#include "model-test.h"

typedef struct
{
  ModelFixture fixture;
  GAsyncResult *result;
  guint n_changed;
  gint64 action;
} Test;

static gboolean
has_result (gpointer data)
{
  return ((Test *) data)->result != NULL;
}

static void
take_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ((Test *) user_data)->result = g_object_ref (result);
}

static GAsyncResult *
wait_for_result (Test *test)
{
  pump_until (has_result, test);
  return g_steal_pointer (&test->result);
}

static void
changed_cb (CnscdRepository *repository, char **kinds, char **ids, Test *test)
{
  /* The answer to the call comes after. */
  g_assert_null (test->result);
  test->n_changed++;
}

static void
set_up (Test *test, gconstpointer data)
{
  model_fixture_fill (&test->fixture, 0, 0);
  model_fixture_open (&test->fixture);
  g_signal_connect (test->fixture.repository, "changed", G_CALLBACK (changed_cb), test);
}

static void
tear_down (Test *test, gconstpointer data)
{
  model_fixture_close (&test->fixture);
}

static CnscdImportPlan *
import (Test *test, CnscdImportJob *job, gboolean dry_run, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  cnscd_repository_import_async (test->fixture.repository, job, dry_run, NULL, take_result_cb,
                                 test);
  result = wait_for_result (test);
  return cnscd_repository_import_finish (test->fixture.repository, result, &test->action, error);
}

static void
assert_overview (Test *test, guint n_teams, guint n_members, const char *last_import)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CnscdOverview) overview = NULL;
  g_autoptr (GError) error = NULL;

  cnscd_repository_load_overview_async (test->fixture.repository, NULL, take_result_cb, test);
  result = wait_for_result (test);
  overview = cnscd_repository_load_overview_finish (test->fixture.repository, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (overview->n_teams, ==, n_teams);
  g_assert_cmpuint (overview->n_members, ==, n_members);
  g_assert_cmpstr (overview->last_import, ==, last_import);
}

static void
test_import (Test *test, gconstpointer data)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "data", "samples", "roster-annex.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CnscdImportJob) job = cnscd_import_job_new (file);
  g_autoptr (CnscdImportPlan) dry = NULL;
  g_autoptr (CnscdImportPlan) plan = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_kept = 0;

  g_assert_null (cnscd_repository_get_unit (test->fixture.repository));
  dry = import (test, job, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dry->teams.created, ==, 36);
  g_assert_cmpuint (dry->members.created, ==, 252);
  g_assert_cmpuint (test->n_changed, ==, 0);
  assert_overview (test, 0, 0, NULL);

  plan = import (test, job, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plan->members.created, ==, 252);
  g_assert_cmpuint (test->n_changed, ==, 1);
  g_assert_cmpfloat (cnscd_import_job_get_progress (job), ==, 1.0);
  g_assert_nonnull (cnscd_repository_get_unit (test->fixture.repository));
  g_assert_nonnull (cnscd_repository_get_unit_name (
    test->fixture.repository, cnscd_repository_get_unit (test->fixture.repository)));
  assert_overview (test, 36, 252, "roster-annex.xlsx");

  g_assert_cmpint (test->action, !=, 0);
  cnscd_repository_undo_async (test->fixture.repository, test->action, take_result_cb, test);
  result = wait_for_result (test);
  g_assert_true (cnscd_repository_undo_finish (test->fixture.repository, result, &n_kept, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_kept, ==, 0);
  g_assert_cmpuint (test->n_changed, ==, 2);
  assert_overview (test, 0, 0, NULL);

  /* There is nothing more to take back. */
  g_clear_object (&result);
  cnscd_repository_undo_async (test->fixture.repository, test->action, take_result_cb, test);
  result = wait_for_result (test);
  g_assert_false (cnscd_repository_undo_finish (test->fixture.repository, result, NULL, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID);
  g_assert_cmpuint (test->n_changed, ==, 2);
}

/* An entry is written before a print, and the database stays open for it until the hold ends. */
static void
test_hold (Test *test, gconstpointer data)
{
  CnscdRepository *repository = test->fixture.repository;
  g_autoptr (GAsyncResult) noted = NULL;
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (GAsyncResult) late = NULL;
  g_autoptr (CnscdDatabase) database = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  const CnscdAuditEntry *entry;
  Test closing = { 0 };

  cnscd_repository_hold (repository);
  cnscd_repository_close_async (repository, take_result_cb, &closing);
  cnscd_repository_note_print_async (repository, "roster", "roster.pdf", 7, take_result_cb, test);
  noted = wait_for_result (test);
  g_assert_true (cnscd_repository_note_print_finish (repository, noted, &error));
  g_assert_no_error (error);
  g_assert_null (closing.result);

  cnscd_repository_release (repository);
  closed = wait_for_result (&closing);
  g_assert_true (cnscd_repository_close_finish (repository, closed, &error));
  g_assert_no_error (error);

  cnscd_repository_note_print_async (repository, "roster", "late.pdf", 7, take_result_cb, test);
  late = wait_for_result (test);
  g_assert_false (cnscd_repository_note_print_finish (repository, late, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FAILED);
  g_clear_error (&error);

  database = cnscd_database_open (test->fixture.path, &error);
  g_assert_no_error (error);
  entries = cnscd_audit_list (database, 1, &error);
  g_assert_no_error (error);
  entry = entries->pdata[0];
  g_assert_cmpstr (entry->action, ==, "print");
  g_assert_cmpstr (entry->detail, ==, "roster.pdf");
  g_assert_cmpint (entry->n_people, ==, 7);
}

static void
test_import_refused (Test *test, gconstpointer data)
{
  g_autofree char *path = g_build_filename (test->fixture.folder, "letter.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CnscdImportJob) job = cnscd_import_job_new (file);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "no roster", -1, NULL));
  g_assert_null (import (test, job, TRUE, &error));
  g_assert_error (error, CNSCD_IMPORT_ERROR, CNSCD_IMPORT_ERROR_NOTHING);
  g_assert_cmpuint (test->n_changed, ==, 0);
}

static void
test_documents (Test *test, gconstpointer data)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "data", "samples", "roster-annex.xlsx", NULL);
  g_autofree char *out = g_build_filename (test->fixture.folder, "members.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) export = g_file_new_for_path (out);
  g_autoptr (CnscdImportJob) job = cnscd_import_job_new (file);
  g_autoptr (CnscdImportPlan) plan = NULL;
  g_autoptr (GPtrArray) rosters = NULL;
  const CnscdRoster *roster;
  g_autoptr (GAsyncResult) exported = NULL;
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GError) error = NULL;
  guint n_rows = 0;

  plan = import (test, job, FALSE, &error);
  g_assert_no_error (error);

  cnscd_repository_export_async (test->fixture.repository, CNSCD_EXPORT_MEMBERS, TRUE, export, NULL,
                                 take_result_cb, test);
  exported = wait_for_result (test);
  g_assert_true (
    cnscd_repository_export_finish (test->fixture.repository, exported, &n_rows, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, 252);
  g_assert_true (g_file_test (out, G_FILE_TEST_EXISTS));

  cnscd_repository_load_rosters_async (test->fixture.repository, NULL, NULL, FALSE, NULL,
                                       take_result_cb, test);
  loaded = wait_for_result (test);
  rosters = cnscd_repository_load_rosters_finish (test->fixture.repository, loaded, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rosters->len, ==, 1);
  roster = rosters->pdata[0];
  g_assert_cmpuint (cnscd_roster_get_n_people (roster), ==, 252);
  g_assert_false (roster->with_phones);
}

static guint
count_backups (const char *database)
{
  g_autofree char *folder = cnscd_backup_dup_folder (database);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* A backup at exit, but only of what was changed. */
static void
test_close (Test *test, gconstpointer data)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "data", "samples", "roster-annex.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CnscdImportJob) job = cnscd_import_job_new (file);
  g_autoptr (CnscdImportPlan) plan = NULL;
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) unchanged = NULL;
  g_autoptr (GAsyncResult) changed = NULL;
  g_autoptr (GAsyncResult) late = NULL;
  g_autoptr (GError) error = NULL;
  guint n_before;

  /* There is none yet. */
  cnscd_repository_close_async (test->fixture.repository, take_result_cb, test);
  first = wait_for_result (test);
  g_assert_true (cnscd_repository_close_finish (test->fixture.repository, first, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_backups (test->fixture.path), ==, 1);

  g_clear_object (&test->fixture.repository);
  model_fixture_open (&test->fixture);
  cnscd_repository_close_async (test->fixture.repository, take_result_cb, test);
  unchanged = wait_for_result (test);
  g_assert_true (cnscd_repository_close_finish (test->fixture.repository, unchanged, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_backups (test->fixture.path), ==, 1);
  g_assert_false (cnscd_repository_is_open (test->fixture.repository));

  /* What comes too late is told so. */
  cnscd_repository_load_overview_async (test->fixture.repository, NULL, take_result_cb, test);
  late = wait_for_result (test);
  g_assert_null (cnscd_repository_load_overview_finish (test->fixture.repository, late, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FAILED);
  g_clear_error (&error);

  g_clear_object (&test->fixture.repository);
  model_fixture_open (&test->fixture);
  plan = import (test, job, FALSE, &error);
  g_assert_no_error (error);
  n_before = count_backups (test->fixture.path);
  cnscd_repository_close_async (test->fixture.repository, take_result_cb, test);
  changed = wait_for_result (test);
  g_assert_true (cnscd_repository_close_finish (test->fixture.repository, changed, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_backups (test->fixture.path), ==, n_before + 1);
}

static void
test_refused (void)
{
  Test test = { 0 };
  g_autoptr (CnscdRepository) repository = cnscd_repository_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;

  model_fixture_fill (&test.fixture, 0, 0);
  g_free (test.fixture.path);
  test.fixture.path = g_build_filename (test.fixture.folder, "foreign.db", NULL);
  g_assert_true (g_file_set_contents (
    test.fixture.path, "this is a letter, not a database, and long enough", -1, NULL));

  cnscd_repository_open_async (repository, test.fixture.path, NULL, take_result_cb, &test);
  result = wait_for_result (&test);
  g_assert_false (cnscd_repository_open_finish (repository, result, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FOREIGN);
  g_assert_false (cnscd_repository_is_open (repository));
  g_assert_true (g_file_get_contents (test.fixture.path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "this is a letter, not a database, and long enough");

  model_fixture_close (&test.fixture);
}

/* Rows may be seen before the whole file was checked; what is damaged is refused all the same. */
static void
test_damaged (void)
{
  ModelFixture fixture = { 0 };
  g_autofree char *whole = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;
  guint n_found_late = 0;

  model_fixture_fill (&fixture, 3, 300);
  g_assert_true (g_file_get_contents (fixture.path, &whole, &size, &error));
  for (guint i = 1; i <= 12; i++)
    {
      Test test = { 0 };
      g_autoptr (CnscdRepository) repository = cnscd_repository_new ();
      g_autoptr (GAsyncResult) opened = NULL;
      g_autoptr (GAsyncResult) checked = NULL;
      g_autoptr (GAsyncResult) noted = NULL;
      g_autofree char *broken = g_memdup2 (whole, size);
      g_autofree char *after = NULL;
      gsize size_after;

      memset (broken + size - i * 4096, 0x5a, 4096);
      g_assert_true (g_file_set_contents (fixture.path, broken, (gssize) size, &error));
      cnscd_repository_open_async (repository, fixture.path, NULL, take_result_cb, &test);
      opened = wait_for_result (&test);
      if (!cnscd_repository_open_finish (repository, opened, &error))
        {
          g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_DAMAGED);
          g_clear_error (&error);
          continue;
        }

      /* What writes does not wait to be told. */
      cnscd_repository_note_print_async (repository, "roster", "roster.pdf", 7, take_result_cb,
                                         &test);
      noted = wait_for_result (&test);
      g_assert_false (cnscd_repository_note_print_finish (repository, noted, &error));
      g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_DAMAGED);
      g_clear_error (&error);

      cnscd_repository_check_async (repository, NULL, take_result_cb, &test);
      checked = wait_for_result (&test);
      g_assert_false (cnscd_repository_check_finish (repository, checked, &error));
      g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_DAMAGED);
      g_clear_error (&error);
      g_assert_false (cnscd_repository_is_open (repository));
      g_assert_true (g_file_get_contents (fixture.path, &after, &size_after, &error));
      g_assert_cmpmem (broken, size, after, size_after);
      n_found_late++;
    }
  g_assert_cmpuint (n_found_late, >, 0);

  model_fixture_close (&fixture);
}

/* What the office chooses is known at once, told to the screens, and still there next time. */
static void
test_office (Test *test, gconstpointer data)
{
  g_autoptr (CnscdOffice) office = cnscd_office_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) refusal = NULL;
  g_autoptr (GError) error = NULL;

  office->unit = g_strdup ("05716");
  office->place_name = g_strdup ("Võ Nhai");
  office->sizes = (CnscdTeamSizes) { 5, 9 };
  cnscd_repository_save_office_async (test->fixture.repository, office, take_result_cb, test);
  result = wait_for_result (test);
  g_assert_true (cnscd_repository_save_office_finish (test->fixture.repository, result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (test->n_changed, ==, 1);
  g_assert_true (
    cnscd_office_equal (cnscd_repository_get_office (test->fixture.repository), office));
  g_assert_cmpstr (cnscd_repository_get_unit (test->fixture.repository), ==, "05716");

  g_set_str (&office->unit, "99999");
  cnscd_repository_save_office_async (test->fixture.repository, office, take_result_cb, test);
  refusal = wait_for_result (test);
  g_assert_false (cnscd_repository_save_office_finish (test->fixture.repository, refusal, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
  g_assert_cmpuint (test->n_changed, ==, 1);
  g_assert_cmpstr (cnscd_repository_get_unit (test->fixture.repository), ==, "05716");
}

static gboolean
is_changed (gpointer data)
{
  return ((Test *) data)->n_changed > 0;
}

static void
set_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

static void
write_elsewhere (Test *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) other = cnscd_database_open (test->fixture.path, &error);

  g_assert_no_error (error);
  cnscd_database_set_setting (other, "unit", "05716", &error);
  g_assert_no_error (error);
}

/* What another program writes is noticed without anything being done here, and told once. */
static void
test_others (Test *test, gconstpointer data)
{
  CnscdOffice *office;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean over = FALSE;

  write_elsewhere (test);
  pump_until (is_changed, test);
  g_assert_cmpstr (cnscd_repository_get_unit (test->fixture.repository), ==, "05716");

  /* What is written here is no news. */
  test->n_changed = 0;
  office = cnscd_office_copy (cnscd_repository_get_office (test->fixture.repository));
  cnscd_repository_save_office_async (test->fixture.repository, office, take_result_cb, test);
  cnscd_office_free (office);
  result = wait_for_result (test);
  g_assert_true (cnscd_repository_save_office_finish (test->fixture.repository, result, &error));
  g_timeout_add_once (1500, set_cb, &over);
  pump_until (is_set, &over);
  g_assert_cmpuint (test->n_changed, <=, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/model/repository/import", Test, NULL, set_up, test_import, tear_down);
  g_test_add ("/model/repository/import-refused", Test, NULL, set_up, test_import_refused,
              tear_down);
  g_test_add ("/model/repository/documents", Test, NULL, set_up, test_documents, tear_down);
  g_test_add ("/model/repository/office", Test, NULL, set_up, test_office, tear_down);
  g_test_add ("/model/repository/others", Test, NULL, set_up, test_others, tear_down);
  g_test_add ("/model/repository/hold", Test, NULL, set_up, test_hold, tear_down);
  g_test_add ("/model/repository/close", Test, NULL, set_up, test_close, tear_down);
  g_test_add_func ("/model/repository/refused", test_refused);
  g_test_add_func ("/model/repository/damaged", test_damaged);

  return g_test_run ();
}
