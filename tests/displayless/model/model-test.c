/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model-test.h"

#include <glib/gstdio.h>

#include "store/cnscd-record-store.h"

#define BOUND_SECONDS 60

static void
wake_up_cb (gpointer data)
{
}

/* Runs the main context until @done says so, with a bound. */
void
pump_until (PumpFunc done, gpointer data)
{
  gint64 deadline = g_get_monotonic_time () + BOUND_SECONDS * G_USEC_PER_SEC;
  guint ticker = g_timeout_add_once (BOUND_SECONDS * 1000, wake_up_cb, NULL);

  while (!done (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (ticker);
}

static void
put (CnscdDatabase *database, gconstpointer record)
{
  g_autoptr (GError) error = NULL;

  cnscd_record_store_put (database, record, &error);
  g_assert_no_error (error);
}

/* Families repeat, so that searching for one finds many, and numbers tell people apart. */
static void
put_member (CnscdDatabase *database, const char *team, guint i)
{
  static const char *const families[] = { "Nguyễn", "Trần", "Đào", "Lê", "Hoàng" };
  static const char *const given[] = { "An", "Bình", "Chi", "Dũng", "Em", "Giang" };
  g_autoptr (CnscdPerson) person = cnscd_record_new (&CNSCD_KIND_PERSON, "05716");
  g_autoptr (CnscdMembership) membership = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, "05716");

  person->full_name = g_strdup_printf ("%s Văn %s", families[i % G_N_ELEMENTS (families)],
                                       given[i % G_N_ELEMENTS (given)]);
  person->birth = CNSCD_DATE (1950 + i % 50, 0, 0);
  person->phone = g_strdup_printf ("09%08u", i);
  put (database, person);

  membership->team = g_strdup (team);
  membership->person = g_strdup (person->record.id);
  membership->role = CNSCD_ROLE_MEMBER;
  membership->ordinal = i + 1;
  put (database, membership);
}

/* Makes the folder and a database in it. */
void
model_fixture_fill (ModelFixture *fixture, guint n_teams, guint n_members)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = NULL;

  fixture->folder = g_dir_make_tmp ("cnscd-model-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "test.db", NULL);

  database = cnscd_database_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (cnscd_database_begin (database, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < n_teams; i++)
    {
      g_autoptr (CnscdHamlet) hamlet = cnscd_record_new (&CNSCD_KIND_HAMLET, "05716");
      g_autoptr (CnscdTeam) team = cnscd_record_new (&CNSCD_KIND_TEAM, "05716");

      hamlet->name = g_strdup_printf ("Số %03u", i + 1);
      hamlet->kind = CNSCD_HAMLET_KIND_HAMLET;
      put (database, hamlet);
      team->name = g_strdup_printf ("Tổ CNSCĐ xóm Số %03u", i + 1);
      team->level = CNSCD_TEAM_LEVEL_HAMLET;
      team->hamlet = g_strdup (hamlet->record.id);
      put (database, team);
      if (i == 0)
        fixture->team = g_strdup (team->record.id);

      for (guint j = i; j < n_members; j += n_teams)
        put_member (database, team->record.id, j);
    }
  g_assert_true (cnscd_database_commit (database, &error));
  g_assert_no_error (error);
}

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

void
model_fixture_open (ModelFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->repository = cnscd_repository_new ();
  cnscd_repository_open_async (fixture->repository, fixture->path, NULL, take_result_cb, &result);
  pump_until (has_result, &result);
  g_assert_true (cnscd_repository_open_finish (fixture->repository, result, &error));
  g_assert_no_error (error);
  g_assert_true (cnscd_repository_is_open (fixture->repository));
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
model_fixture_close (ModelFixture *fixture)
{
  if (fixture->repository != NULL && cnscd_repository_is_open (fixture->repository))
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      cnscd_repository_close_async (fixture->repository, take_result_cb, &result);
      pump_until (has_result, &result);
      g_assert_true (cnscd_repository_close_finish (fixture->repository, result, &error));
      g_assert_no_error (error);
    }
  g_clear_object (&fixture->repository);
  remove_folder (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
  g_clear_pointer (&fixture->path, g_free);
  g_clear_pointer (&fixture->team, g_free);
}

static gboolean
list_is_ready (gpointer list)
{
  return !cnscd_paged_list_is_loading (list);
}

void
wait_for_list (gpointer list)
{
  pump_until (list_is_ready, list);
  g_assert_null (cnscd_paged_list_get_problem (list));
}

static gboolean
row_is_loaded (gpointer row)
{
  return cnscd_row_is_loaded (row);
}

/* Valid for as long as the row is in the list's memory. */
const CnscdMember *
wait_for_member (CnscdMemberList *list, guint position)
{
  g_autoptr (CnscdMemberRow) row = g_list_model_get_item (G_LIST_MODEL (list), position);

  g_assert_nonnull (row);
  pump_until (row_is_loaded, row);
  return cnscd_member_row_get_member (row);
}
