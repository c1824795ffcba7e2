/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/cnscd-worker.h"

#include "model-test.h"

static GMutex gate;
static GString *order;

static void
wait_at_gate (CnscdWorker *worker, GTask *task)
{
  g_mutex_lock (&gate);
  g_mutex_unlock (&gate);
  g_task_return_boolean (task, TRUE);
}

static void
write_letter (CnscdWorker *worker, GTask *task)
{
  g_assert_true (cnscd_worker_is_current (worker));
  g_string_append (order, g_task_get_task_data (task));
  g_task_return_boolean (task, TRUE);
}

static void
count_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  guint *n = user_data;

  if (g_task_propagate_boolean (G_TASK (result), NULL))
    (*n)++;
}

static void
queue_letter (CnscdWorker *worker,
              int priority,
              const char *letter,
              GCancellable *cancellable,
              guint *n_done)
{
  GTask *task = g_task_new (NULL, cancellable, count_cb, n_done);

  g_task_set_task_data (task, (gpointer) letter, NULL);
  cnscd_worker_queue (worker, priority, task, write_letter);
}

static gboolean
four_are_done (gpointer data)
{
  return *(guint *) data == 4;
}

/* Urgent tasks overtake, equal ones keep their order, and cancelled ones do not run. */
static void
test_order (void)
{
  g_autoptr (CnscdWorker) worker = cnscd_worker_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  guint n_done = 0;

  order = g_string_new (NULL);
  g_assert_false (cnscd_worker_is_current (worker));

  g_mutex_lock (&gate);
  cnscd_worker_queue (worker, -100, g_task_new (NULL, NULL, count_cb, &n_done), wait_at_gate);
  queue_letter (worker, CNSCD_WORKER_PRIORITY_NORMAL, "b", NULL, &n_done);
  queue_letter (worker, CNSCD_WORKER_PRIORITY_NORMAL, "c", NULL, &n_done);
  queue_letter (worker, CNSCD_WORKER_PRIORITY_SEARCH, "x", cancellable, &n_done);
  queue_letter (worker, CNSCD_WORKER_PRIORITY_ROWS, "a", NULL, &n_done);
  g_cancellable_cancel (cancellable);
  g_mutex_unlock (&gate);

  pump_until (four_are_done, &n_done);
  g_assert_cmpstr (order->str, ==, "abc");
  g_string_free (order, TRUE);
}

/* What was asked for is done before the thread ends, and its answer still comes. */
static void
test_stop (void)
{
  g_autoptr (CnscdWorker) worker = cnscd_worker_new ();
  guint n_done = 0;

  order = g_string_new (NULL);
  for (guint i = 0; i < 4; i++)
    queue_letter (worker, CNSCD_WORKER_PRIORITY_NORMAL, "s", NULL, &n_done);
  cnscd_worker_stop (worker);
  g_assert_cmpstr (order->str, ==, "ssss");
  pump_until (four_are_done, &n_done);
  g_string_free (order, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/worker/order", test_order);
  g_test_add_func ("/model/worker/stop", test_stop);

  return g_test_run ();
}
