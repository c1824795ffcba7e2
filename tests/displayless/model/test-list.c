/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model-test.h"

typedef struct
{
  guint n;
  guint position;
  guint removed;
  guint added;
} Changes;

static void
items_changed_cb (GListModel *list, guint position, guint removed, guint added, gpointer user_data)
{
  Changes *changes = user_data;

  changes->n++;
  changes->position = position;
  changes->removed = removed;
  changes->added = added;
}

/* Memory stays flat, however many rows were looked at. */
static void
test_window (void)
{
  ModelFixture fixture = { 0 };
  g_autoptr (CnscdMemberList) list = NULL;
  g_autoptr (CnscdMemberRow) first = NULL;
  g_autoptr (CnscdMemberRow) again = NULL;
  const guint n = 3000;

  model_fixture_fill (&fixture, 5, n);
  model_fixture_open (&fixture);
  list = cnscd_member_list_new (fixture.repository, NULL);
  g_assert_true (cnscd_paged_list_is_loading (CNSCD_PAGED_LIST (list)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  wait_for_list (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n);
  g_assert_cmpuint (cnscd_paged_list_get_n_cached (CNSCD_PAGED_LIST (list)), ==, 0);

  /* By given name: An comes first, and nobody is called anything later than Giang. */
  g_assert_true (g_str_has_suffix (wait_for_member (list, 0)->full_name, " An"));
  g_assert_true (g_str_has_suffix (wait_for_member (list, n - 1)->full_name, " Giang"));

  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  for (guint i = 0; i < n; i += 50)
    {
      const CnscdMember *member = wait_for_member (list, i);

      g_assert_nonnull (member->full_name);
      g_assert_cmpuint (cnscd_paged_list_get_n_cached (CNSCD_PAGED_LIST (list)), <=, 1100);
    }
  /* Whoever held a row finds it to be the same. */
  again = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (first == again);
  g_assert_true (cnscd_row_is_loaded (CNSCD_ROW (again)));
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), n));

  g_clear_object (&first);
  g_clear_object (&again);
  g_clear_object (&list);
  model_fixture_close (&fixture);
}

static gboolean
has_rows (gpointer list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list)) > 0;
}

/* A view gets a screenful first and the rest a moment later, with the rows it has left in place. */
static void
test_first (void)
{
  ModelFixture fixture = { 0 };
  g_autoptr (CnscdMemberList) list = NULL;
  g_autoptr (CnscdMemberRow) row = NULL;
  g_autoptr (CnscdMemberRow) again = NULL;
  Changes changes = { 0 };

  model_fixture_fill (&fixture, 4, 600);
  model_fixture_open (&fixture);
  list = cnscd_member_list_new (fixture.repository, NULL);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &changes);
  pump_until (has_rows, list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, CNSCD_PAGED_LIST_FIRST);
  g_assert_true (cnscd_paged_list_is_loading (CNSCD_PAGED_LIST (list)));
  row = g_list_model_get_item (G_LIST_MODEL (list), 0);

  wait_for_list (list);
  g_assert_cmpuint (changes.n, ==, 2);
  g_assert_cmpuint (changes.position, ==, CNSCD_PAGED_LIST_FIRST);
  g_assert_cmpuint (changes.removed, ==, 0);
  g_assert_cmpuint (changes.added, ==, 600 - CNSCD_PAGED_LIST_FIRST);
  wait_for_member (list, 0);
  again = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (row == again);
  g_assert_true (cnscd_row_is_loaded (CNSCD_ROW (row)));
  g_clear_object (&row);
  g_clear_object (&again);
  g_clear_object (&list);

  /* Another search does not wait for the rest, and nobody waits for it who is gone. */
  list = cnscd_member_list_new (fixture.repository, NULL);
  pump_until (has_rows, list);
  cnscd_paged_list_set_search (CNSCD_PAGED_LIST (list), "dao");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 600);
  wait_for_list (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 120);
  g_clear_object (&list);
  list = cnscd_member_list_new (fixture.repository, NULL);
  pump_until (has_rows, list);
  g_clear_object (&list);

  model_fixture_close (&fixture);
}

/* The last search counts; what was typed before it is never shown. */
static void
test_search (void)
{
  ModelFixture fixture = { 0 };
  g_autoptr (CnscdMemberList) list = NULL;
  Changes changes = { 0 };

  model_fixture_fill (&fixture, 4, 600);
  model_fixture_open (&fixture);
  list = cnscd_member_list_new (fixture.repository, NULL);
  wait_for_list (list);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &changes);

  cnscd_paged_list_set_search (CNSCD_PAGED_LIST (list), "n");
  cnscd_paged_list_set_search (CNSCD_PAGED_LIST (list), "ng");
  cnscd_paged_list_set_search (CNSCD_PAGED_LIST (list), "dao");
  wait_for_list (list);
  g_assert_cmpuint (changes.n, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 120);
  for (guint i = 0; i < 120; i++)
    g_assert_true (g_str_has_prefix (wait_for_member (list, i)->full_name, "Đào "));

  cnscd_paged_list_set_search (CNSCD_PAGED_LIST (list), "khong co ai");
  wait_for_list (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);

  cnscd_paged_list_set_search (CNSCD_PAGED_LIST (list), "");
  wait_for_list (list);
  g_assert_null (cnscd_paged_list_get_search (CNSCD_PAGED_LIST (list)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 600);

  g_clear_object (&list);
  model_fixture_close (&fixture);
}

static void
test_sort (void)
{
  ModelFixture fixture = { 0 };
  g_autoptr (CnscdMemberList) list = NULL;

  model_fixture_fill (&fixture, 2, 200);
  model_fixture_open (&fixture);
  list = cnscd_member_list_new (fixture.repository, NULL);
  cnscd_member_list_set_sort (list, CNSCD_MEMBER_SORT_BIRTH, FALSE);
  wait_for_list (list);
  g_assert_cmpuint (wait_for_member (list, 0)->birth.year, ==, 1950);
  cnscd_member_list_set_sort (list, CNSCD_MEMBER_SORT_BIRTH, TRUE);
  wait_for_list (list);
  g_assert_cmpuint (wait_for_member (list, 0)->birth.year, ==, 1999);

  g_clear_object (&list);
  model_fixture_close (&fixture);
}

/* Only who fits, of one commune and one team, in the order that the list has. */
static void
test_filter (void)
{
  ModelFixture fixture = { 0 };
  g_autoptr (CnscdMemberList) list = NULL;
  g_autoptr (CnscdTeamList) teams = NULL;
  char body[] = "nobody's";
  Changes changes = { 0 };
  guint n_old;

  model_fixture_fill (&fixture, 4, 200);
  model_fixture_open (&fixture);
  list = cnscd_member_list_new (fixture.repository, NULL);
  cnscd_member_list_set_filter (list, &(CnscdMemberFilter) { .age = CNSCD_AGE_OVER_60 });
  wait_for_list (list);
  n_old = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_assert_cmpuint (n_old, >, 0);
  g_assert_cmpuint (n_old, <, 200);
  for (guint i = 0; i < n_old; i++)
    g_assert_cmpint (cnscd_date_today ().year - wait_for_member (list, i)->birth.year, >, 60);

  /* The same once more is no change. */
  cnscd_member_list_set_filter (list, &(CnscdMemberFilter) { .age = CNSCD_AGE_OVER_60 });
  g_assert_false (cnscd_paged_list_is_loading (CNSCD_PAGED_LIST (list)));

  cnscd_member_list_set_team (list, fixture.team);
  wait_for_list (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), <, n_old);
  cnscd_member_list_set_filter (list, &(CnscdMemberFilter) { 0 });
  wait_for_list (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 50);
  g_assert_cmpint (cnscd_paged_list_get_nr (CNSCD_PAGED_LIST (list), 0), >, 0);
  cnscd_member_list_set_team (list, NULL);

  /* Kept is what was asked for, not the text it was asked with. */
  cnscd_member_list_set_filter (list, &(CnscdMemberFilter) { .body = body });
  body[0] = 'x';
  g_assert_cmpstr (cnscd_member_list_get_filter (list)->body, ==, "nobody's");
  wait_for_list (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  cnscd_member_list_set_filter (list, &(CnscdMemberFilter) { 0 });
  cnscd_paged_list_set_unit (CNSCD_PAGED_LIST (list), "01840");
  wait_for_list (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  cnscd_paged_list_set_unit (CNSCD_PAGED_LIST (list), "05716");
  wait_for_list (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 200);

  teams = cnscd_team_list_new (fixture.repository);
  wait_for_list (teams);
  g_signal_connect (teams, "items-changed", G_CALLBACK (items_changed_cb), &changes);
  cnscd_paged_list_set_unit (CNSCD_PAGED_LIST (teams), "01840");
  wait_for_list (teams);
  g_assert_cmpuint (changes.removed, ==, 4);
  g_assert_cmpuint (changes.added, ==, 0);

  g_clear_object (&list);
  g_clear_object (&teams);
  model_fixture_close (&fixture);
}

static void
count_notify_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  (*(guint *) user_data)++;
}

/* A query that brings the same rows says nothing; the ends that stay are not touched. */
static void
test_smallest_change (void)
{
  ModelFixture fixture = { 0 };
  g_autoptr (CnscdTeamList) list = NULL;
  g_autoptr (CnscdTeamRow) row = NULL;
  Changes changes = { 0 };

  model_fixture_fill (&fixture, 20, 40);
  model_fixture_open (&fixture);
  list = cnscd_team_list_new (fixture.repository);
  wait_for_list (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 20);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &changes);

  cnscd_paged_list_refresh (CNSCD_PAGED_LIST (list));
  wait_for_list (list);
  g_assert_cmpuint (changes.n, ==, 0);

  /* Of the twenty only the last. */
  cnscd_paged_list_set_search (CNSCD_PAGED_LIST (list), "số 02");
  wait_for_list (list);
  g_assert_cmpuint (changes.n, ==, 1);
  g_assert_cmpuint (changes.position, ==, 0);
  g_assert_cmpuint (changes.removed, ==, 19);
  g_assert_cmpuint (changes.added, ==, 0);

  cnscd_paged_list_set_search (CNSCD_PAGED_LIST (list), NULL);
  wait_for_list (list);
  g_assert_cmpuint (changes.n, ==, 2);
  g_assert_cmpuint (changes.position, ==, 0);
  g_assert_cmpuint (changes.removed, ==, 0);
  g_assert_cmpuint (changes.added, ==, 19);

  g_clear_object (&list);
  model_fixture_close (&fixture);
}

/* After a change rows are read again, where they stand. */
static void
test_changed (void)
{
  ModelFixture fixture = { 0 };
  g_autoptr (CnscdMemberList) list = NULL;
  g_autoptr (CnscdMemberRow) row = NULL;
  guint n_notified = 0;
  Changes changes = { 0 };
  const CnscdMember *before;

  model_fixture_fill (&fixture, 1, 10);
  model_fixture_open (&fixture);
  list = cnscd_member_list_new (fixture.repository, fixture.team);
  wait_for_list (list);
  before = wait_for_member (list, 3);
  row = g_list_model_get_item (G_LIST_MODEL (list), 3);
  g_signal_connect (row, "notify::loaded", G_CALLBACK (count_notify_cb), &n_notified);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &changes);

  g_signal_emit_by_name (fixture.repository, "changed", NULL, NULL);
  wait_for_list (list);
  while (n_notified == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (cnscd_member_row_get_member (row) != before);
  g_assert_cmpuint (changes.n, ==, 0);

  g_clear_object (&row);
  g_clear_object (&list);
  model_fixture_close (&fixture);
}

static void
forget_cb (gpointer data, GObject *gone)
{
  (*(guint *) data)--;
}

/* Until everything that was asked for is answered. */
static void
overview_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdOverview) overview =
    cnscd_repository_load_overview_finish (CNSCD_REPOSITORY (source), result, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (overview->n_members, ==, 100);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

/* A list may be dropped while its rows are being read: it is gone when they have come. */
static void
test_early_end (void)
{
  ModelFixture fixture = { 0 };
  CnscdMemberList *list;
  CnscdMemberRow *row;
  guint n_left = 2;
  gboolean answered = FALSE;

  model_fixture_fill (&fixture, 2, 100);
  model_fixture_open (&fixture);
  list = cnscd_member_list_new (fixture.repository, NULL);
  wait_for_list (list);
  row = g_list_model_get_item (G_LIST_MODEL (list), 50);
  g_assert_false (cnscd_row_is_loaded (CNSCD_ROW (row)));
  cnscd_paged_list_set_search (CNSCD_PAGED_LIST (list), "le");
  g_assert_true (cnscd_paged_list_is_loading (CNSCD_PAGED_LIST (list)));
  g_object_weak_ref (G_OBJECT (list), forget_cb, &n_left);
  g_object_weak_ref (G_OBJECT (row), forget_cb, &n_left);
  g_object_unref (list);
  g_object_unref (row);

  cnscd_repository_load_overview_async (fixture.repository, NULL, overview_cb, &answered);
  pump_until (is_set, &answered);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_left, ==, 0);

  model_fixture_close (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/list/window", test_window);
  g_test_add_func ("/model/list/first", test_first);
  g_test_add_func ("/model/list/search", test_search);
  g_test_add_func ("/model/list/sort", test_sort);
  g_test_add_func ("/model/list/filter", test_filter);
  g_test_add_func ("/model/list/smallest-change", test_smallest_change);
  g_test_add_func ("/model/list/changed", test_changed);
  g_test_add_func ("/model/list/early-end", test_early_end);

  return g_test_run ();
}
