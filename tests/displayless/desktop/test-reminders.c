/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cnscd-session.h"
#include "desktop/cnscd-reminder-service.h"

#include "cnscd-test-clock.h"
#include "model-test.h"

#define UNIT "05716"
#define DAY  CNSCD_DATE (2026, 11, 30)
#define NEXT CNSCD_DATE (2026, 12, 1)

typedef struct
{
  ModelFixture model;
  CnscdReminderService *service;
  GPtrArray *sent;      /* (element-type utf8): bodies */
  GPtrArray *ids;       /* (element-type utf8): of @sent */
  GPtrArray *withdrawn; /* (element-type utf8): ids */
} Fixture;

static void
send (const CnscdReminder *reminder, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_ptr_array_add (fixture->sent, g_strdup (reminder->body));
  g_ptr_array_add (fixture->ids, g_strdup (reminder->id));
}

static void
withdraw (const char *id, gpointer user_data)
{
  g_ptr_array_add (((Fixture *) user_data)->withdrawn, g_strdup (id));
}

static const CnscdReminderSink sink = { send, withdraw };

static void
start (Fixture *fixture)
{
  fixture->service = cnscd_reminder_service_new (fixture->model.repository, &sink, fixture);
}

static void
stop (Fixture *fixture)
{
  if (fixture->service != NULL)
    g_object_run_dispose (G_OBJECT (fixture->service));
  g_clear_object (&fixture->service);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  cnscd_test_clock_set (DAY, 12, 0, 0);
  fixture->sent = g_ptr_array_new_with_free_func (g_free);
  fixture->ids = g_ptr_array_new_with_free_func (g_free);
  fixture->withdrawn = g_ptr_array_new_with_free_func (g_free);
  model_fixture_fill (&fixture->model, 1, 1);
  model_fixture_open (&fixture->model);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  stop (fixture);
  model_fixture_close (&fixture->model);
  g_ptr_array_unref (fixture->sent);
  g_ptr_array_unref (fixture->ids);
  g_ptr_array_unref (fixture->withdrawn);
  cnscd_test_clock_reset ();
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (cnscd_repository_apply_finish (CNSCD_REPOSITORY (source), result, NULL, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
apply (Fixture *fixture, CnscdChangeSet *set)
{
  gboolean done = FALSE;

  cnscd_repository_apply_async (fixture->model.repository, set, applied_cb, &done);
  pump_until (is_true, &done);
}

static CnscdSession *
add_session (Fixture *fixture, const char *title, CnscdTime starts_at)
{
  CnscdSession *session = cnscd_record_new (&CNSCD_KIND_SESSION, UNIT);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new (title);
  g_autoptr (CnscdSessionRecords) records = NULL;

  cnscd_record_set (session, title, title);
  cnscd_record_set (session, place, "Nhà văn hóa");
  session->starts_at = starts_at;
  session->ends_at = starts_at + 90;
  session->state = CNSCD_SESSION_STATE_PLANNED;
  records = cnscd_session_records_new (session);
  cnscd_session_records_add_team (records, fixture->model.team);
  cnscd_session_add (set, records);
  apply (fixture, set);
  return session;
}

typedef struct
{
  GPtrArray *list;
  guint n;
} Count;

static gboolean
has_count (gpointer data)
{
  const Count *count = data;

  return count->list->len >= count->n;
}

static void
wait_for (GPtrArray *list, guint n)
{
  pump_until (has_count, &(Count) { list, n });
  g_assert_cmpuint (list->len, ==, n);
}

/* Whatever is still on its way has come once another question is answered. */
static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static void
settle (Fixture *fixture)
{
  gboolean done = FALSE;

  cnscd_repository_load_record_async (fixture->model.repository, &CNSCD_KIND_SESSION, "none", NULL,
                                      looked_cb, &done);
  pump_until (is_true, &done);
}

static void
test_in_time (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdSession) session =
    add_session (fixture, "VNeID", cnscd_time_new (NEXT, 19 * 60 + 30));

  cnscd_test_clock_set (DAY, 18, 59, 59.8);
  start (fixture);
  settle (fixture);
  g_assert_cmpuint (fixture->sent->len, ==, 0);
  wait_for (fixture->sent, 1);
  g_assert_cmpstr (fixture->sent->pdata[0], ==, "Tomorrow at 19h30, Nhà văn hóa");

  /* Once is enough, also when something changes, or the program starts anew. */
  cnscd_repository_look_for_changes (fixture->model.repository);
  g_signal_emit_by_name (fixture->model.repository, "changed", NULL, NULL);
  settle (fixture);
  {
    g_auto (GStrv) told = cnscd_reminder_service_dup_told (fixture->service);

    stop (fixture);
    start (fixture);
    cnscd_reminder_service_set_told (fixture->service, (const char *const *) told);
  }
  settle (fixture);
  g_assert_cmpuint (fixture->sent->len, ==, 1);
  stop (fixture);

  cnscd_test_clock_set (NEXT, 18, 29, 59.8);
  start (fixture);
  wait_for (fixture->sent, 2);
  g_assert_cmpstr (fixture->sent->pdata[1], ==, "Today at 19h30, Nhà văn hóa");
}

/* What the reminder said is not true any more. */
static void
test_moved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdSession) session = add_session (fixture, "VNeID", cnscd_time_new (NEXT, 600));
  g_autoptr (CnscdSession) moved = NULL;
  g_autoptr (CnscdChangeSet) move = cnscd_change_set_new ("moved");
  g_autoptr (CnscdChangeSet) cancel = cnscd_change_set_new ("cancelled");

  cnscd_test_clock_set (DAY, 20, 0, 0);
  start (fixture);
  wait_for (fixture->sent, 1);

  cnscd_session_move (move, session, cnscd_time_new (NEXT, 660));
  moved = cnscd_record_ref (cnscd_change_set_get_change (move, 0)->after);
  apply (fixture, move);
  wait_for (fixture->sent, 2);
  wait_for (fixture->withdrawn, 1);
  g_assert_cmpstr (fixture->withdrawn->pdata[0], ==, fixture->ids->pdata[0]);
  g_assert_cmpstr (fixture->sent->pdata[1], ==, "Tomorrow at 11h00, Nhà văn hóa");

  cnscd_session_set_state (cancel, moved, CNSCD_SESSION_STATE_CANCELLED);
  apply (fixture, cancel);
  wait_for (fixture->withdrawn, 2);
  g_assert_cmpstr (fixture->withdrawn->pdata[1], ==, fixture->ids->pdata[1]);
  g_assert_cmpuint (fixture->sent->len, ==, 2);
}

/* As soon as somebody wants it. */
static void
test_settings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdSession) session = add_session (fixture, "VNeID", cnscd_time_new (NEXT, 600));

  cnscd_test_clock_set (DAY, 18, 0, 0);
  start (fixture);
  settle (fixture);
  g_assert_cmpuint (fixture->sent->len, ==, 0);
  cnscd_reminder_service_set_settings (fixture->service,
                                       &(CnscdReminderSettings) { TRUE, 17 * 60, FALSE, 60 });
  wait_for (fixture->sent, 1);
  cnscd_reminder_service_set_settings (fixture->service,
                                       &(CnscdReminderSettings) { FALSE, 17 * 60, FALSE, 60 });
  wait_for (fixture->withdrawn, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/desktop/reminders/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("in-time", test_in_time);
  ADD ("moved", test_moved);
  ADD ("settings", test_settings);
#undef ADD
  return g_test_run ();
}
