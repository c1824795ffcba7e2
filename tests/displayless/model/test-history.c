/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/cnscd-history-turns.h"

#include "model-test.h"

typedef struct
{
  ModelFixture fixture;
  CnscdHistory *history;
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
  model_fixture_fill (&test->fixture, 1, 3);
  model_fixture_open (&test->fixture);
  test->history = cnscd_history_new (test->fixture.repository);
}

static void
tear_down (Test *test, gconstpointer data)
{
  g_clear_object (&test->history);
  model_fixture_close (&test->fixture);
}

static CnscdTeam *
load_team (Test *test)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CnscdTeam *team;

  cnscd_repository_load_record_async (test->fixture.repository, &CNSCD_KIND_TEAM,
                                      test->fixture.team, NULL, take_result_cb, test);
  result = wait_for_result (test);
  team = cnscd_repository_load_record_finish (test->fixture.repository, result, &error);
  g_assert_no_error (error);
  return team;
}

static gint64
rename_team (Test *test, const char *name)
{
  g_autoptr (CnscdTeam) team = load_team (test);
  g_autoptr (CnscdTeam) renamed = cnscd_record_copy (team);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new (name);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 action = -1;

  cnscd_record_set (renamed, name, name);
  cnscd_change_set_edit (set, team, renamed);
  cnscd_history_apply_async (test->history, set, take_result_cb, test);
  result = wait_for_result (test);
  g_assert_true (cnscd_history_apply_finish (test->history, result, &action, &error));
  g_assert_no_error (error);
  return action;
}

static void
assert_name (Test *test, const char *name)
{
  g_autoptr (CnscdTeam) team = load_team (test);

  g_assert_cmpstr (team->name, ==, name);
}

static void
assert_labels (Test *test, const char *undo, const char *redo)
{
  g_assert_cmpstr (cnscd_history_get_undo_label (test->history), ==, undo);
  g_assert_cmpstr (cnscd_history_get_redo_label (test->history), ==, redo);
}

static void
step (Test *test, const char *label)
{
  g_autoptr (GAsyncResult) result = wait_for_result (test);
  g_autoptr (GError) error = NULL;
  g_autofree char *done = cnscd_history_step_finish (test->history, result, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (done, ==, label);
}

static void
undo (Test *test, gint64 action, const char *label)
{
  cnscd_history_undo_async (test->history, action, take_result_cb, test);
  step (test, label);
}

static void
redo (Test *test, const char *label)
{
  cnscd_history_redo_async (test->history, take_result_cb, test);
  step (test, label);
}

/* To and fro, as often as somebody likes. */
static void
test_to_and_fro (Test *test, gconstpointer data)
{
  g_autoptr (CnscdTeam) before = load_team (test);

  assert_labels (test, NULL, NULL);
  rename_team (test, "một");
  rename_team (test, "hai");
  assert_labels (test, "hai", NULL);

  for (guint i = 0; i < 3; i++)
    {
      undo (test, 0, "hai");
      assert_name (test, "một");
      assert_labels (test, "một", "hai");
      undo (test, 0, "một");
      assert_name (test, before->name);
      assert_labels (test, NULL, "một");
      redo (test, "một");
      assert_name (test, "một");
      redo (test, "hai");
      assert_name (test, "hai");
      assert_labels (test, "hai", NULL);
    }
}

/* A toast undoes its own step, and a new step ends what could be redone. */
static void
test_of_a_toast (Test *test, gconstpointer data)
{
  gint64 first = rename_team (test, "một");

  g_assert_cmpint (first, >, 0);
  rename_team (test, "hai");
  /* The name was changed since: that stays. */
  undo (test, first, "một · what was changed since then stays");
  assert_name (test, "hai");
  assert_labels (test, "hai", "một");

  g_assert_cmpint (rename_team (test, "hai"), ==, 0);
  assert_labels (test, "hai", "một");
  rename_team (test, "ba");
  assert_labels (test, "ba", NULL);
}

/* What was done otherwise than by a change set, as an import: from the journal, to and fro. */
static void
test_journalled (Test *test, gconstpointer data)
{
  g_autoptr (CnscdTeam) before = load_team (test);
  gint64 action = rename_team (test, "một");

  g_object_unref (test->history);
  test->history = cnscd_history_new (test->fixture.repository);
  cnscd_history_add (test->history, action, "tệp");
  assert_labels (test, "tệp", NULL);
  for (guint i = 0; i < 3; i++)
    {
      undo (test, 0, "tệp");
      assert_name (test, before->name);
      assert_labels (test, NULL, "tệp");
      redo (test, "tệp");
      assert_name (test, "một");
      assert_labels (test, "tệp", NULL);
    }
}

/* Undone elsewhere, as by the menu, it can be redone here. */
static void
test_note_undone (Test *test, gconstpointer data)
{
  g_autoptr (CnscdTeam) before = load_team (test);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 action = rename_team (test, "một");

  cnscd_repository_undo_async (test->fixture.repository, action, take_result_cb, test);
  result = wait_for_result (test);
  g_assert_true (cnscd_repository_undo_finish (test->fixture.repository, result, NULL, &error));
  g_assert_no_error (error);
  cnscd_history_note_undone (test->history, action);
  assert_labels (test, NULL, "một");
  assert_name (test, before->name);
  redo (test, "một");
  assert_name (test, "một");
  assert_labels (test, "một", NULL);
}

static void
test_nothing (Test *test, gconstpointer data)
{
  g_autoptr (GAsyncResult) undone = NULL;
  g_autoptr (GAsyncResult) redone = NULL;
  g_autoptr (GError) error = NULL;

  cnscd_history_undo_async (test->history, 0, take_result_cb, test);
  undone = wait_for_result (test);
  g_assert_null (cnscd_history_step_finish (test->history, undone, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  cnscd_history_redo_async (test->history, take_result_cb, test);
  redone = wait_for_result (test);
  g_assert_null (cnscd_history_step_finish (test->history, redone, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
}

static gint64
apply (Test *test, CnscdChangeSet *set)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 action = -1;

  cnscd_history_apply_async (test->history, set, take_result_cb, test);
  result = wait_for_result (test);
  g_assert_true (cnscd_history_apply_finish (test->history, result, &action, &error));
  g_assert_no_error (error);
  return action;
}

/* What cannot be done again is said to be gone; nobody deleted it in another window. */
static void
test_redo_of_what_is_gone (Test *test, gconstpointer data)
{
  g_autoptr (CnscdTeam) like = load_team (test);
  g_autoptr (CnscdTeam) team = cnscd_record_new (&CNSCD_KIND_TEAM, like->record.unit);
  g_autoptr (CnscdTeam) renamed = NULL;
  g_autoptr (CnscdChangeSet) added = cnscd_change_set_new ("thêm");
  g_autoptr (CnscdChangeSet) edited = cnscd_change_set_new ("đổi tên");
  g_autoptr (GAsyncResult) undone = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  guint n_kept = 0;
  gint64 action;

  cnscd_record_set (team, name, "Tổ mới");
  team->level = like->level;
  cnscd_record_set (team, hamlet, like->hamlet);
  cnscd_change_set_add (added, team);
  action = apply (test, added);
  renamed = cnscd_record_copy (team);
  cnscd_record_set (renamed, name, "Tổ khác");
  cnscd_change_set_edit (edited, team, renamed);
  apply (test, edited);
  undo (test, 0, "đổi tên");

  cnscd_repository_undo_async (test->fixture.repository, action, take_result_cb, test);
  undone = wait_for_result (test);
  g_assert_true (cnscd_repository_undo_finish (test->fixture.repository, undone, &n_kept, &error));
  g_assert_no_error (error);

  cnscd_history_redo_async (test->history, take_result_cb, test);
  result = wait_for_result (test);
  label = cnscd_history_step_finish (test->history, result, &error);
  g_assert_null (label);
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==,
                   "Cannot be done again: đổi tên. What it was about is not there any more.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/model/history/" name, Test, NULL, set_up, func, tear_down)
  ADD ("to-and-fro", test_to_and_fro);
  ADD ("of-a-toast", test_of_a_toast);
  ADD ("journalled", test_journalled);
  ADD ("note-undone", test_note_undone);
  ADD ("nothing", test_nothing);
  ADD ("redo-of-what-is-gone", test_redo_of_what_is_gone);
#undef ADD

  return g_test_run ();
}
