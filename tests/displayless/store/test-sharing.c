/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cnscd-test-store.h"
#include "core/cnscd-change-set.h"
#include "store/cnscd-action.h"
#include "store/cnscd-change-set-store.h"

#define N_WRITERS 2
#define N_SETS    60 /* every third of them taken back, as an action of its own */

/* As a window does what somebody types: adds one, edits it, and sometimes takes that back. */
static void
write_sets (const char *path, guint writer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (path, &error);

  if (database == NULL)
    {
      g_printerr ("%s\n", error->message);
      _exit (2);
    }

  for (guint i = 0; i < N_SETS; i++)
    {
      g_autoptr (CnscdPerson) person = cnscd_record_new (&CNSCD_KIND_PERSON, CNSCD_TEST_UNIT);
      g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("added");
      g_autofree char *name = g_strdup_printf ("%u-%u", writer, i);
      gint64 action = 0;

      cnscd_record_set (person, full_name, name);
      cnscd_change_set_add (set, person);
      if (!cnscd_change_set_apply (database, set, &action, &error) ||
          (i % 3 == 0 && !cnscd_action_undo_full (database, action, NULL, NULL, &error)))
        {
          g_printerr ("%s\n", error->message);
          _exit (3);
        }
    }

  g_clear_pointer (&database, cnscd_database_close);
  _exit (0);
}

/* Two programs that write into one database at once lose nothing, and neither is turned away. */
static void
test_two_writers (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *counts = NULL;
  g_autofree char *expected = NULL;
  pid_t children[N_WRITERS];

  g_clear_pointer (&store->database, cnscd_database_close);
  for (guint i = 0; i < N_WRITERS; i++)
    {
      children[i] = fork ();
      g_assert_cmpint (children[i], >=, 0);
      if (children[i] == 0)
        write_sets (store->path, i);
    }
  for (guint i = 0; i < N_WRITERS; i++)
    {
      int status = 0;

      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), ==, 0);
    }

  cnscd_test_store_reopen (store);
  counts = cnscd_test_store_query (
    store,
    "SELECT count (*), count (DISTINCT full_name), (SELECT count (*) FROM action) FROM person"
    " WHERE deleted = 0");
  expected = g_strdup_printf ("%d|%d|%d", N_WRITERS * N_SETS * 2 / 3, N_WRITERS * N_SETS * 2 / 3,
                              N_WRITERS * N_SETS * 4 / 3);
  g_assert_cmpstr (counts, ==, expected);
  g_assert_true (cnscd_database_check (store->database, TRUE, &problems, NULL));
  g_assert_cmpuint (problems->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/sharing/two-writers", test_two_writers);

  return g_test_run ();
}
