/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model-test.h"

#include "core/cnscd-clock.h"
#include "store/cnscd-record-store.h"

#include "cnscd-test-clock.h"

/* The first day on which the first team of two is no more. */
#define FIRST_DAY CNSCD_DATE (2026, 7, 1)
#define LAST_DAY  CNSCD_DATE (2026, 6, 30)

typedef struct
{
  ModelFixture model;
  CnscdTeamList *list;
  guint n_changes;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
dissolve_first_team (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (fixture->model.path, &error);
  g_autoptr (CnscdTeam) team = NULL;

  g_assert_no_error (error);
  team = cnscd_record_store_get (database, &CNSCD_KIND_TEAM, fixture->model.team, &error);
  g_assert_no_error (error);
  team->valid_to = LAST_DAY;
  g_assert_true (cnscd_record_store_put (database, team, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  cnscd_test_clock_set (LAST_DAY, 12, 0, 0);
  model_fixture_fill (&fixture->model, 2, 2);
  dissolve_first_team (fixture);
  model_fixture_open (&fixture->model);
  g_signal_connect_swapped (fixture->model.repository, "changed", G_CALLBACK (changed_cb), fixture);
  fixture->list = cnscd_team_list_new (fixture->model.repository);
  wait_for_list (fixture->list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 2);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->list);
  model_fixture_close (&fixture->model);
  cnscd_test_clock_reset ();
}

static gboolean
has_one_team (gpointer list)
{
  return g_list_model_get_n_items (list) == 1;
}

/* What is current is another thing at midnight in Vietnam, by itself. */
static void
test_midnight (Fixture *fixture, gconstpointer data)
{
  cnscd_test_clock_set (LAST_DAY, 23, 59, 59.8);
  /* Has the timer set by the clock of the test. */
  cnscd_repository_look_for_changes (fixture->model.repository);
  pump_until (has_one_team, fixture->list);
  g_assert_cmpint (cnscd_date_compare (cnscd_date_today (), FIRST_DAY), ==, 0);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
}

/* Who opens the lid after three days sees at once what is current then. */
static void
test_wake_up (Fixture *fixture, gconstpointer data)
{
  cnscd_test_clock_set (CNSCD_DATE (2026, 7, 3), 8, 0, 0);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  cnscd_repository_look_for_changes (fixture->model.repository);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  pump_until (has_one_team, fixture->list);

  /* And nothing is read again for the same day. */
  cnscd_repository_look_for_changes (fixture->model.repository);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
}

static void
test_time_to_midnight (void)
{
  const gint64 second = G_USEC_PER_SEC;

  cnscd_test_clock_set (LAST_DAY, 23, 59, 0);
  g_assert_cmpint (cnscd_clock_get_time_to_midnight (), <=, 60 * second);
  g_assert_cmpint (cnscd_clock_get_time_to_midnight (), >, 0);
  cnscd_test_clock_set (FIRST_DAY, 0, 0, 0);
  g_assert_cmpint (cnscd_clock_get_time_to_midnight (), >, 23 * 3600 * second);
  g_assert_cmpint (cnscd_clock_get_time_to_midnight (), <=, 24 * 3600 * second);
  /* Before 1970 as well. */
  cnscd_test_clock_set (CNSCD_DATE (1969, 12, 31), 12, 0, 0);
  g_assert_cmpint (cnscd_clock_get_time_to_midnight (), <=, 12 * 3600 * second);
  g_assert_cmpint (cnscd_clock_get_time_to_midnight (), >, 11 * 3600 * second);
  cnscd_test_clock_reset ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/day/time-to-midnight", test_time_to_midnight);
  g_test_add ("/model/day/midnight", Fixture, NULL, set_up, test_midnight, tear_down);
  g_test_add ("/model/day/wake-up", Fixture, NULL, set_up, test_wake_up, tear_down);

  return g_test_run ();
}
