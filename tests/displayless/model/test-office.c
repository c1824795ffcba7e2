/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <unistd.h>

#include "model-test.h"
#include "model/cnscd-repository-backup.h"
#include "model/cnscd-repository-office.h"
#include "model/cnscd-repository-look.h"
#include "model/cnscd-sample.h"
#include "store/cnscd-office-store.h"

#define UNIT       "05716"
#define OTHER_UNIT "02143"

typedef struct
{
  ModelFixture fixture;
  GAsyncResult *result;
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
set_up (Test *test, gconstpointer data)
{
  model_fixture_fill (&test->fixture, GPOINTER_TO_UINT (data), GPOINTER_TO_UINT (data));
  model_fixture_open (&test->fixture);
}

static void
tear_down (Test *test, gconstpointer data)
{
  model_fixture_close (&test->fixture);
}

static void
reopen (Test *test)
{
  g_clear_object (&test->fixture.repository);
  model_fixture_open (&test->fixture);
}

static void
choose (Test *test, const char *unit)
{
  CnscdRepository *repository = test->fixture.repository;
  g_autoptr (CnscdOffice) office = cnscd_office_copy (cnscd_repository_get_office (repository));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_set_str (&office->unit, unit);
  office->unit_chosen = TRUE;
  cnscd_repository_save_office_async (repository, office, take_result_cb, test);
  result = wait_for_result (test);
  cnscd_repository_save_office_finish (repository, result, &error);
  g_assert_no_error (error);
}

/* The sample roster, of xã Võ Nhai; returns what undoes it. */
static gint64
import_sample_with (Test *test, gboolean take_unit)
{
  CnscdRepository *repository = test->fixture.repository;
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "data", "samples", "roster-annex.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CnscdImportJob) job = cnscd_import_job_new (file);
  g_autoptr (CnscdImportPlan) plan = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 action = 0;

  cnscd_import_job_set_take_unit (job, take_unit);
  cnscd_repository_import_async (repository, job, FALSE, NULL, take_result_cb, test);
  result = wait_for_result (test);
  plan = cnscd_repository_import_finish (repository, result, &action, &error);
  g_assert_no_error (error);
  return action;
}

static gint64
import_sample (Test *test)
{
  return import_sample_with (test, FALSE);
}

static void
undo (Test *test, gint64 action)
{
  CnscdRepository *repository = test->fixture.repository;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  cnscd_repository_undo_async (repository, action, take_result_cb, test);
  result = wait_for_result (test);
  g_assert_true (cnscd_repository_undo_finish (repository, result, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_office (Test *test, const char *unit, gboolean chosen)
{
  const CnscdOffice *office = cnscd_repository_get_office (test->fixture.repository);

  g_assert_cmpstr (office->unit, ==, unit);
  g_assert_cmpint (office->unit_chosen, ==, chosen);
}

static void
test_new (Test *test, gconstpointer data)
{
  g_assert_true (cnscd_repository_is_new (test->fixture.repository));
  g_assert_cmpuint (cnscd_repository_get_units (test->fixture.repository)->len, ==, 92);

  /* The province's desk has chosen, too. */
  choose (test, NULL);
  g_assert_false (cnscd_repository_is_new (test->fixture.repository));
  g_assert_null (cnscd_repository_get_unit (test->fixture.repository));
  reopen (test);
  g_assert_false (cnscd_repository_is_new (test->fixture.repository));

  choose (test, UNIT);
  reopen (test);
  g_assert_false (cnscd_repository_is_new (test->fixture.repository));
  g_assert_cmpstr (cnscd_repository_get_unit (test->fixture.repository), ==, UNIT);
}

/* Records and no commune: as before, all of the province. */
static void
test_filled (Test *test, gconstpointer data)
{
  g_assert_false (cnscd_repository_is_new (test->fixture.repository));
  g_assert_null (cnscd_repository_get_unit (test->fixture.repository));
}

/* What somebody has chosen, neither an import nor its undoing changes. */
static void
test_import (Test *test, gconstpointer data)
{
  gint64 action;

  /* Nobody has: the first import tells. */
  action = import_sample (test);
  assert_office (test, UNIT, FALSE);
  undo (test, action);
  assert_office (test, NULL, FALSE);

  choose (test, NULL);
  action = import_sample (test);
  assert_office (test, NULL, TRUE);
  undo (test, action);
  assert_office (test, NULL, TRUE);

  choose (test, UNIT);
  action = import_sample (test);
  undo (test, action);
  assert_office (test, UNIT, TRUE);

  /* Also while there is no team of the chosen commune. */
  choose (test, OTHER_UNIT);
  action = import_sample (test);
  assert_office (test, OTHER_UNIT, TRUE);
  undo (test, action);
  assert_office (test, OTHER_UNIT, TRUE);
}

/* Somebody wants the other commune with the import. */
static void
test_take_unit (Test *test, gconstpointer data)
{
  gint64 action;

  choose (test, OTHER_UNIT);
  action = import_sample_with (test, TRUE);
  assert_office (test, UNIT, TRUE);
  undo (test, action);
  assert_office (test, OTHER_UNIT, TRUE);

  /* What was chosen afterwards stays. */
  action = import_sample_with (test, TRUE);
  choose (test, NULL);
  undo (test, action);
  assert_office (test, NULL, TRUE);
}

static void
back_up (Test *test)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  cnscd_repository_back_up_async (test->fixture.repository, take_result_cb, test);
  result = wait_for_result (test);
  g_assert_true (cnscd_repository_back_up_finish (test->fixture.repository, result, &error));
  g_assert_no_error (error);
}

static GPtrArray *
list_backups (Test *test)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *backups;

  cnscd_repository_list_backups_async (test->fixture.repository, NULL, take_result_cb, test);
  result = wait_for_result (test);
  backups = cnscd_repository_list_backups_finish (test->fixture.repository, result, &error);
  g_assert_no_error (error);
  return backups;
}

static void
test_backup (Test *test, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (test->fixture.folder, "stick", NULL);
  g_autoptr (GPtrArray) before = list_backups (test);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GAsyncResult) closed = NULL;
  const CnscdBackup *backup;

  g_assert_cmpuint (before->len, ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  cnscd_repository_set_backup_folder (test->fixture.repository, folder);
  back_up (test);
  g_assert_null (cnscd_repository_get_missed_backup_folder (test->fixture.repository));
  after = list_backups (test);
  g_assert_cmpuint (after->len, ==, 1);
  backup = after->pdata[0];
  g_assert_true (g_str_has_prefix (backup->path, folder));
  g_assert_cmpint (g_unlink (backup->path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);

  back_up (test);
  g_assert_cmpstr (cnscd_repository_get_missed_backup_folder (test->fixture.repository), ==,
                   folder);

  /* Also at the end, from a repository that was told before it opened anything. */
  cnscd_repository_close_async (test->fixture.repository, take_result_cb, test);
  g_object_unref (wait_for_result (test));
  g_clear_object (&test->fixture.repository);
  test->fixture.repository = cnscd_repository_new ();
  cnscd_repository_set_backup_folder (test->fixture.repository, folder);
  cnscd_repository_open_async (test->fixture.repository, test->fixture.path, NULL, take_result_cb,
                               test);
  g_object_unref (wait_for_result (test));
  choose (test, UNIT);
  cnscd_repository_close_async (test->fixture.repository, take_result_cb, test);
  closed = wait_for_result (test);
  g_assert_true (cnscd_repository_close_finish (test->fixture.repository, closed, NULL));
  g_assert_cmpstr (cnscd_repository_get_missed_backup_folder (test->fixture.repository), ==,
                   folder);
}

static guint
count_samples (void)
{
  g_autofree char *folder = cnscd_sample_dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
make_sample (Test *test, CnscdSample *sample, const char *unit)
{
  g_autoptr (GAsyncResult) made = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GError) error = NULL;

  cnscd_sample_make_async (sample, unit, take_result_cb, test);
  made = wait_for_result (test);
  g_assert_true (cnscd_sample_make_finish (sample, made, &error));
  g_assert_no_error (error);
  cnscd_repository_open_async (cnscd_sample_get_repository (sample), cnscd_sample_get_path (sample),
                               NULL, take_result_cb, test);
  opened = wait_for_result (test);
  g_assert_true (
    cnscd_repository_open_finish (cnscd_sample_get_repository (sample), opened, &error));
  g_assert_no_error (error);
}

static void
discard_sample (Test *test, CnscdSample *sample)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  cnscd_sample_discard_async (sample, take_result_cb, test);
  result = wait_for_result (test);
  g_assert_true (cnscd_sample_discard_finish (sample, result, &error));
  g_assert_no_error (error);
}

static void
remove_stale (Test *test)
{
  g_autoptr (GAsyncResult) result = NULL;

  cnscd_sample_remove_stale (test->fixture.repository);
  /* Of the same priority, so it is answered after. */
  cnscd_repository_check_async (test->fixture.repository, NULL, take_result_cb, test);
  result = wait_for_result (test);
  g_assert_true (cnscd_repository_check_finish (test->fixture.repository, result, NULL));
}

static void
test_sample (Test *test, gconstpointer data)
{
  g_autoptr (CnscdSample) sample = cnscd_sample_new ();
  g_autoptr (CnscdSample) wrong = cnscd_sample_new ();
  g_autoptr (GAsyncResult) refused = NULL;
  g_autoptr (GError) error = NULL;
  CnscdRepository *repository = cnscd_sample_get_repository (sample);
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (CnscdOverview) overview = NULL;

  make_sample (test, sample, OTHER_UNIT);
  g_assert_cmpuint (count_samples (), ==, 1);
  g_assert_cmpstr (cnscd_repository_get_unit (repository), ==, OTHER_UNIT);
  cnscd_repository_load_overview_async (repository, NULL, take_result_cb, test);
  loaded = wait_for_result (test);
  overview = cnscd_repository_load_overview_finish (repository, loaded, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (overview->n_members, ==, 252);

  /* It is in use. */
  remove_stale (test);
  g_assert_cmpuint (count_samples (), ==, 1);
  discard_sample (test, sample);
  g_assert_cmpuint (count_samples (), ==, 0);

  cnscd_sample_make_async (wrong, "00000", take_result_cb, test);
  refused = wait_for_result (test);
  g_assert_false (cnscd_sample_make_finish (wrong, refused, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_samples (), ==, 0);
}

/* A power cut: nobody holds the lock any more. */
static void
test_stale_sample (Test *test, gconstpointer data)
{
  g_autofree char *samples = cnscd_sample_dup_folder ();
  g_autofree char *folder = g_build_filename (samples, "abcdef", NULL);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autofree char *lock = g_build_filename (folder, "lock", NULL);
  g_autofree char *database = g_build_filename (folder, "sample.db", NULL);
  g_autofree char *wal = g_build_filename (folder, "sample.db-wal", NULL);
  g_autofree char *backup = g_build_filename (backups, "sample-20260102-030405-import.db", NULL);
  g_autofree char *kept = g_build_filename (test->fixture.folder, "kept", NULL);
  g_autofree char *link = g_build_filename (folder, "link", NULL);
  const char *files[] = { lock, database, wal, backup };

  g_assert_cmpint (g_mkdir_with_parents (backups, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_assert_true (g_file_set_contents (files[i], "left", -1, NULL));
  /* What a link leads to is somebody else's. */
  g_assert_cmpint (g_mkdir (kept, 0700), ==, 0);
  g_assert_cmpint (symlink (kept, link), ==, 0);
  g_assert_cmpuint (count_samples (), ==, 1);
  remove_stale (test);
  g_assert_cmpuint (count_samples (), ==, 0);
  g_assert_true (g_file_test (kept, G_FILE_TEST_IS_DIR));
}

int
main (int argc, char *argv[])
{
  g_autofree char *cache = g_dir_make_tmp ("cnscd-cache-XXXXXX", NULL);
  g_autofree char *samples = NULL;
  g_autofree char *program = NULL;
  int status;

  g_assert_nonnull (cache);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(name, n, func)                                                                         \
  g_test_add ("/model/office/" name, Test, GUINT_TO_POINTER (n), set_up, func, tear_down)
  ADD ("new", 0, test_new);
  ADD ("filled", 3, test_filled);
  ADD ("import", 0, test_import);
  ADD ("take-unit", 0, test_take_unit);
  ADD ("backup", 3, test_backup);
  ADD ("sample", 0, test_sample);
  ADD ("stale-sample", 0, test_stale_sample);
#undef ADD

  status = g_test_run ();
  samples = cnscd_sample_dup_folder ();
  program = g_path_get_dirname (samples);
  g_rmdir (samples);
  g_rmdir (program);
  g_rmdir (cache);
  return status;
}
