/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/cnscd-repository-bulk.h"
#include "model/cnscd-unit-scope.h"

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

static GAsyncResult *
wait_for_result (GAsyncResult **result)
{
  pump_until (has_result, result);
  return g_steal_pointer (result);
}

/* The records of the rows asked for, in that order. */
static void
test_load (void)
{
  ModelFixture fixture = { 0 };
  g_autoptr (CnscdMemberList) list = NULL;
  GAsyncResult *result = NULL;
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (CnscdBulkMembers) members = NULL;
  g_autoptr (GError) error = NULL;
  gint64 nrs[3];

  model_fixture_fill (&fixture, 2, 20);
  model_fixture_open (&fixture);
  list = cnscd_member_list_new (fixture.repository, NULL);
  wait_for_list (list);
  for (guint i = 0; i < G_N_ELEMENTS (nrs); i++)
    nrs[i] = cnscd_paged_list_get_nr (CNSCD_PAGED_LIST (list), 19 - 2 * i);

  cnscd_repository_load_bulk_async (fixture.repository, nrs, G_N_ELEMENTS (nrs), NULL,
                                    take_result_cb, &result);
  loaded = wait_for_result (&result);
  members = cnscd_repository_load_bulk_finish (fixture.repository, loaded, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cnscd_bulk_members_get_n (members), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (nrs); i++)
    {
      const CnscdMember *member = wait_for_member (list, 19 - 2 * i);

      g_assert_cmpstr (cnscd_bulk_members_get_membership (members, i)->record.id, ==,
                       member->membership);
      g_assert_cmpstr (cnscd_bulk_members_get_person (members, i)->full_name, ==,
                       member->full_name);
    }

  g_clear_object (&list);
  model_fixture_close (&fixture);
}

static void
test_bodies (void)
{
  ModelFixture fixture = { 0 };
  GAsyncResult *result = NULL;
  g_autoptr (GAsyncResult) listed_bodies = NULL;
  g_autoptr (GPtrArray) bodies = NULL;
  g_autoptr (GError) error = NULL;

  model_fixture_fill (&fixture, 1, 5);
  model_fixture_open (&fixture);
  cnscd_repository_list_bodies_async (fixture.repository, NULL, NULL, take_result_cb, &result);
  listed_bodies = wait_for_result (&result);
  bodies = cnscd_repository_list_bodies_finish (fixture.repository, listed_bodies, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bodies->len, ==, 0);

  model_fixture_close (&fixture);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* One choice a repository. */
static void
test_scope (void)
{
  g_autoptr (CnscdRepository) repository = cnscd_repository_new ();
  CnscdUnitScope *scope = cnscd_unit_scope_get (repository);
  guint n = 0;

  g_assert_true (cnscd_unit_scope_get (repository) == scope);
  g_assert_null (cnscd_unit_scope_get_unit (scope));
  g_signal_connect_swapped (scope, "notify::unit", G_CALLBACK (count_cb), &n);
  cnscd_unit_scope_set_unit (scope, "05716");
  cnscd_unit_scope_set_unit (scope, "05716");
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (cnscd_unit_scope_get_unit (scope), ==, "05716");
  cnscd_unit_scope_set_unit (scope, NULL);
  g_assert_cmpuint (n, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/bulk/load", test_load);
  g_test_add_func ("/model/bulk/bodies", test_bodies);
  g_test_add_func ("/model/bulk/scope", test_scope);
  return g_test_run ();
}
