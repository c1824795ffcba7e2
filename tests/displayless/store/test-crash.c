/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cnscd-test-store.h"
#include "store/cnscd-record-store.h"

#define DEFAULT_N_KILLS 30

/* Long enough for some saves, short enough to hit every moment of one. */
#define MAX_LIFE 25000 /* µs */

/*
 * The child saves persons "1", "2", "3" …, each a transaction of its own, and
 * writes a byte for each that the store has acknowledged.
 */
static void
save_for_ever (const char *path, guint64 first, int acknowledge)
{
  CnscdDatabase *database = cnscd_database_open (path, NULL);

  if (database == NULL)
    _exit (2);

  for (guint64 n = first;; n++)
    {
      g_autoptr (CnscdPerson) person = cnscd_record_new (&CNSCD_KIND_PERSON, CNSCD_TEST_UNIT);
      g_autofree char *name = g_strdup_printf ("%" G_GUINT64_FORMAT, n);

      cnscd_record_set (person, full_name, name);
      if (!cnscd_record_store_put (database, person, NULL))
        _exit (3);
      if (write (acknowledge, "x", 1) != 1)
        _exit (4);
    }
}

static guint64
count_acknowledged (int from)
{
  guint64 n = 0;
  char buffer[4096];
  gssize got;

  while ((got = read (from, buffer, sizeof buffer)) != 0)
    {
      if (got > 0)
        n += (guint64) got;
      else
        g_assert_cmpint (errno, ==, EINTR);
    }

  return n;
}

static guint64
count_saved (CnscdTestStore *store)
{
  /* Whole saves only: each person with a row in the journal, without gaps. */
  g_autofree char *text = cnscd_test_store_query (
    store, "SELECT count (*), coalesce (max (CAST (full_name AS INTEGER)), 0),"
           " (SELECT count (*) FROM outbox),"
           " (SELECT count (*) FROM person p JOIN outbox o ON o.id = p.id) FROM person");
  g_auto (GStrv) counts = g_strsplit (text, "|", -1);

  g_assert_cmpstr (counts[0], ==, counts[1]);
  g_assert_cmpstr (counts[0], ==, counts[2]);
  g_assert_cmpstr (counts[0], ==, counts[3]);
  return g_ascii_strtoull (counts[0], NULL, 10);
}

static void
test_kill (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  const char *wanted = g_getenv ("CNSCD_TEST_KILLS");
  guint64 n_kills = wanted != NULL ? g_ascii_strtoull (wanted, NULL, 10) : DEFAULT_N_KILLS;
  guint64 n_saved = 0;
  guint64 n_acknowledged_in_all = 0;

  g_clear_pointer (&store->database, cnscd_database_close);

  for (guint64 i = 0; i < n_kills; i++)
    {
      gulong life = (gulong) g_test_rand_int_range (0, MAX_LIFE);
      g_autoptr (GPtrArray) problems = NULL;
      guint64 n_acknowledged;
      guint64 n_now;
      int ends[2];
      int status = 0;
      pid_t child;

      g_assert_cmpint (pipe (ends), ==, 0);
      child = fork ();
      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        {
          close (ends[0]);
          save_for_ever (store->path, n_saved + 1, ends[1]);
        }

      close (ends[1]);
      g_usleep (life);
      g_assert_cmpint (kill (child, SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
      n_acknowledged = count_acknowledged (ends[0]);
      close (ends[0]);

      cnscd_test_store_reopen (store);
      n_now = count_saved (store);
      /* Nothing acknowledged is lost; one save may be whole and not acknowledged yet. */
      g_assert_cmpuint (n_now, >=, n_saved + n_acknowledged);
      g_assert_cmpuint (n_now, <=, n_saved + n_acknowledged + 1);
      g_assert_true (cnscd_database_check (store->database, TRUE, &problems, NULL));
      g_assert_cmpuint (problems->len, ==, 0);
      g_clear_pointer (&store->database, cnscd_database_close);

      n_saved = n_now;
      n_acknowledged_in_all += n_acknowledged;
    }

  g_test_message ("%" G_GUINT64_FORMAT " kills, %" G_GUINT64_FORMAT " acknowledged saves", n_kills,
                  n_acknowledged_in_all);
  g_assert_cmpuint (n_acknowledged_in_all, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/crash/kill", test_kill);

  return g_test_run ();
}
