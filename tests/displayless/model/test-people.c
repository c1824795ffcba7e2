/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/cnscd-repository-people.h"

#include "core/cnscd-roster-edit.h"

#include "model-test.h"

static void
take_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
has_result (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static GPtrArray *
find (ModelFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *found;

  cnscd_repository_find_duplicates_async (fixture->repository, NULL, take_result_cb, &result);
  pump_until (has_result, &result);
  found = cnscd_repository_find_duplicates_finish (fixture->repository, result, &error);
  g_assert_no_error (error);
  return found;
}

static guint
count (ModelFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n = G_MAXUINT;

  cnscd_repository_count_duplicates_async (fixture->repository, NULL, take_result_cb, &result);
  pump_until (has_result, &result);
  g_assert_true (
    cnscd_repository_count_duplicates_finish (fixture->repository, result, &n, &error));
  g_assert_no_error (error);
  return n;
}

static void
set_distinct (ModelFixture *fixture, const CnscdDuplicate *duplicate, gboolean distinct)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  cnscd_repository_set_distinct_async (fixture->repository, duplicate->one.id, duplicate->other.id,
                                       distinct, take_result_cb, &result);
  pump_until (has_result, &result);
  g_assert_true (cnscd_repository_set_distinct_finish (fixture->repository, result, &error));
  g_assert_no_error (error);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* Of 301 people the last has the name, the year and not the phone of the first. */
static void
test_duplicates (void)
{
  ModelFixture fixture = { 0 };
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) fewer = NULL;
  g_autoptr (GPtrArray) again = NULL;
  guint n_changes = 0;
  guint n_found;

  model_fixture_fill (&fixture, 2, 301);
  model_fixture_open (&fixture);
  found = find (&fixture);
  n_found = found->len;
  g_assert_cmpuint (n_found, >, 0);
  g_assert_cmpuint (count (&fixture), ==, n_found);

  g_signal_connect_swapped (fixture.repository, "changed", G_CALLBACK (count_cb), &n_changes);
  set_distinct (&fixture, found->pdata[0], TRUE);
  g_assert_cmpuint (n_changes, ==, 1);
  fewer = find (&fixture);
  g_assert_cmpuint (fewer->len, ==, n_found - 1);
  g_assert_cmpuint (count (&fixture), ==, n_found - 1);
  set_distinct (&fixture, found->pdata[0], FALSE);
  again = find (&fixture);
  g_assert_cmpuint (again->len, ==, n_found);
  model_fixture_close (&fixture);
}

static CnscdPersonHistory *
load (ModelFixture *fixture, const char *person, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  cnscd_repository_load_person_async (fixture->repository, person, NULL, take_result_cb, &result);
  pump_until (has_result, &result);
  return cnscd_repository_load_person_finish (fixture->repository, result, error);
}

/* A person comes with all memberships, goes with them, and comes back. */
static void
test_person (void)
{
  ModelFixture fixture = { 0 };
  g_autoptr (CnscdMemberList) list = NULL;
  g_autoptr (CnscdPersonHistory) history = NULL;
  g_autoptr (CnscdPersonHistory) back = NULL;
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Deleted");
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) undone = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *person = NULL;
  gint64 action = 0;

  model_fixture_fill (&fixture, 1, 3);
  model_fixture_open (&fixture);
  list = cnscd_member_list_new (fixture.repository, NULL);
  wait_for_list (list);
  person = g_strdup (wait_for_member (list, 0)->person);

  history = load (&fixture, person, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (history->person->record.id, ==, person);
  g_assert_cmpuint (history->memberships->len, ==, 1);

  records = cnscd_person_history_dup_records (history);
  cnscd_roster_delete_person (set, history->person, records);
  cnscd_repository_apply_async (fixture.repository, set, take_result_cb, &result);
  pump_until (has_result, &result);
  g_assert_true (cnscd_repository_apply_finish (fixture.repository, result, &action, &error));
  g_assert_null (load (&fixture, person, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  cnscd_repository_undo_async (fixture.repository, action, take_result_cb, &undone);
  pump_until (has_result, &undone);
  g_assert_true (cnscd_repository_undo_finish (fixture.repository, undone, NULL, &error));
  back = load (&fixture, person, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (back->memberships->len, ==, 1);
  g_clear_object (&list);
  model_fixture_close (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/people/duplicates", test_duplicates);
  g_test_add_func ("/model/people/person", test_person);

  return g_test_run ();
}
