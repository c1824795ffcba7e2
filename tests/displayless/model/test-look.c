/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/cnscd-repository-look.h"

#include "model-test.h"

/* What the import's dialog asks the model for. */

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
  model_fixture_fill (&test->fixture, 0, 0);
  model_fixture_open (&test->fixture);
}

static void
tear_down (Test *test, gconstpointer data)
{
  model_fixture_close (&test->fixture);
}

static CnscdImportLook *
look (Test *test, CnscdImportJob *job, GPtrArray *mappings, const char *forget, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  cnscd_repository_look_async (test->fixture.repository, job, mappings, forget, NULL,
                               take_result_cb, test);
  result = wait_for_result (test);
  return cnscd_repository_look_finish (test->fixture.repository, result, error);
}

static CnscdImportPlan *
import (Test *test, CnscdImportJob *job, gboolean dry_run)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CnscdImportPlan *plan;

  cnscd_repository_import_async (test->fixture.repository, job, dry_run, NULL, take_result_cb,
                                 test);
  result = wait_for_result (test);
  plan = cnscd_repository_import_finish (test->fixture.repository, result, NULL, &error);
  g_assert_no_error (error);
  return plan;
}

static CnscdImportJob *
new_job (const char *rows)
{
  g_autoptr (GBytes) bytes = g_bytes_new (rows, strlen (rows));

  return cnscd_import_job_new_for_rows ("Clipboard", bytes);
}

static void
test_sample (Test *test, gconstpointer data)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "data", "samples", "roster-annex.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CnscdImportJob) job = cnscd_import_job_new (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdImportLook) seen = look (test, job, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (seen->n_people, ==, 252);
  g_assert_cmpuint (seen->n_teams, ==, 36);
  g_assert_cmpuint (seen->shapes->len, ==, 1);
  g_assert_cmpuint (seen->kept->len, ==, 0);
  g_assert_cmpuint (seen->units->len, ==, 92);
  g_assert_cmpstr (seen->unit_said, ==, "xã Võ Nhai");
  g_assert_true (seen->unit_known);
  g_assert_cmpstr (seen->decision_number, ==, "103/QĐ-UBND");
}

/* Corrected, kept, found again, forgotten. */
static void
test_corrected (Test *test, gconstpointer data)
{
  const char *rows = "Tên gọi\tSinh nhật\tLiên lạc\nBình\t1975\t0912345678\n";
  g_autoptr (CnscdImportJob) job = new_job (rows);
  g_autoptr (CnscdImportJob) next = new_job (rows);
  g_autoptr (GPtrArray) mappings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_sheet_mapping_free);
  g_autofree char *shape = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdImportLook) seen = look (test, job, NULL, NULL, &error);
  g_autoptr (CnscdImportPlan) plan = NULL;
  CnscdSheetMapping *mapping;
  guint done, total;

  g_assert_no_error (error);
  g_assert_cmpuint (seen->n_people, ==, 0);
  g_assert_null (seen->unit_said);
  g_assert_false (seen->unit_known);
  shape = g_strdup (((CnscdTableShape *) seen->shapes->pdata[0])->shape);
  mapping =
    cnscd_sheet_mapping_copy (((CnscdTableShape *) seen->shapes->pdata[0])->mappings->pdata[0]);
  g_array_index (mapping->columns, CnscdColumn, 0) = CNSCD_COLUMN_FULL_NAME;
  g_ptr_array_add (mappings, mapping);

  g_clear_pointer (&seen, cnscd_import_look_free);
  seen = look (test, job, mappings, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (seen->n_people, ==, 1);

  cnscd_import_job_set_choices (job, "05716", mappings, NULL);
  plan = import (test, job, FALSE);
  g_assert_cmpuint (plan->members.created, ==, 1);
  g_assert_cmpstr (plan->unit, ==, "05716");
  cnscd_import_job_get_rows (job, &done, &total);
  g_assert_cmpuint (done, ==, 1);
  g_assert_cmpuint (total, ==, 1);

  g_clear_pointer (&seen, cnscd_import_look_free);
  seen = look (test, next, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (seen->n_people, ==, 1);
  g_assert_cmpuint (seen->kept->len, ==, 1);
  g_clear_pointer (&seen, cnscd_import_look_free);
  seen = look (test, next, NULL, shape, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (seen->n_people, ==, 0);
  g_assert_cmpuint (seen->kept->len, ==, 0);
}

/* What is decided in between goes for the next run only. */
static void
test_decided (Test *test, gconstpointer data)
{
  const char *first = "Họ và tên\tNăm sinh\tXóm\nHà Văn Bình\t1975\tMột\n";
  const char *second = "Họ và tên\tNăm sinh\tXóm\nHà Văn Bình\t1976\tMột\n";
  g_autoptr (CnscdImportJob) before = new_job (first);
  g_autoptr (CnscdImportJob) job = new_job (second);
  g_autoptr (GHashTable) decisions =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (CnscdImportPlan) plan = NULL;
  g_autoptr (CnscdImportPlan) dry = NULL;
  g_autoptr (CnscdImportPlan) decided = NULL;
  const CnscdImportPair *pair;

  cnscd_import_job_set_choices (before, "05716", NULL, NULL);
  plan = import (test, before, FALSE);
  cnscd_import_job_set_choices (job, "05716", NULL, NULL);
  dry = import (test, job, TRUE);
  g_assert_cmpuint (dry->pairs->len, ==, 1);
  g_assert_cmpuint (dry->members.created, ==, 1);

  pair = dry->pairs->pdata[0];
  g_hash_table_insert (decisions, g_strdup (pair->row), g_strdup (pair->candidate));
  cnscd_import_job_set_choices (job, "05716", NULL, decisions);
  decided = import (test, job, FALSE);
  g_assert_cmpuint (decided->members.created, ==, 0);
  g_assert_cmpuint (decided->members.updated, ==, 1);
}

static void
test_unreadable (Test *test, gconstpointer data)
{
  g_autoptr (CnscdImportJob) job = new_job ("");
  g_autoptr (GError) error = NULL;

  g_assert_null (look (test, job, NULL, NULL, &error));
  g_assert_error (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_EMPTY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/look/sample", Test, NULL, set_up, test_sample, tear_down);
  g_test_add ("/model/look/corrected", Test, NULL, set_up, test_corrected, tear_down);
  g_test_add ("/model/look/decided", Test, NULL, set_up, test_decided, tear_down);
  g_test_add ("/model/look/unreadable", Test, NULL, set_up, test_unreadable, tear_down);
  return g_test_run ();
}
