/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-reminder-service.h"

#include "core/cnscd-clock.h"
#include "core/cnscd-session-words.h"
#include "model/cnscd-alarm.h"
#include "model/cnscd-repository-sessions.h"

/* What is further away is looked for when its day comes nearer. */
#define DAYS_AHEAD 2

/**
 * CnscdReminderService:
 *
 * Reminds of the office's planned sessions while a repository is open: each
 * reminder once, and it is taken back when its session moves, is postponed or
 * cancelled, or has begun.
 */
struct _CnscdReminderService
{
  GObject parent_instance;

  CnscdRepository *repository;
  const CnscdReminderSink *sink;
  gpointer user_data;
  CnscdReminderSettings settings;
  CnscdAlarm *alarm;
  GCancellable *cancellable; /* (nullable): while sessions are read */
  GHashTable *told;          /* ids of reminders */
};

enum
{
  SIGNAL_TOLD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdReminderService, cnscd_reminder_service, G_TYPE_OBJECT)

static gboolean
has_reminder (GPtrArray *reminders, const char *id)
{
  for (guint i = 0; i < reminders->len; i++)
    if (g_str_equal (((CnscdReminder *) reminders->pdata[i])->id, id))
      return TRUE;

  return FALSE;
}

static gboolean
withdraw_old (CnscdReminderService *self, GPtrArray *reminders)
{
  GHashTableIter iter;
  gpointer id;
  gboolean changed = FALSE;

  g_hash_table_iter_init (&iter, self->told);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (has_reminder (reminders, id))
        continue;
      self->sink->withdraw (id, self->user_data);
      g_hash_table_iter_remove (&iter);
      changed = TRUE;
    }

  return changed;
}

static void
remind (CnscdReminderService *self, GPtrArray *reminders)
{
  CnscdTime now = cnscd_time_now ();
  CnscdTime next = CNSCD_TIME_UNKNOWN;
  gboolean changed = withdraw_old (self, reminders);

  for (guint i = 0; i < reminders->len; i++)
    {
      const CnscdReminder *reminder = reminders->pdata[i];
      CnscdTime look = reminder->when > now ? reminder->when : reminder->until;

      if (next == CNSCD_TIME_UNKNOWN || look < next)
        next = look;
      if (reminder->when <= now && g_hash_table_add (self->told, g_strdup (reminder->id)))
        {
          self->sink->send (reminder, self->user_data);
          changed = TRUE;
        }
    }

  if (next != CNSCD_TIME_UNKNOWN)
    cnscd_alarm_set (self->alarm,
                     cnscd_time_to_unix (next) * G_USEC_PER_SEC - cnscd_clock_get_time ());
  if (changed)
    g_signal_emit (self, signals[SIGNAL_TOLD], 0);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdReminderService) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reminders = NULL;
  g_autoptr (GArray) planned = g_array_new (FALSE, FALSE, sizeof (CnscdReminderSession));
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) sessions =
    cnscd_repository_list_sessions_finish (CNSCD_REPOSITORY (source), result, &error);

  if (sessions == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("Nobody is reminded: %s", error->message);
      return;
    }

  g_clear_object (&self->cancellable);
  for (guint i = 0; i < sessions->len; i++)
    {
      const CnscdSessionSummary *session = sessions->pdata[i];
      CnscdReminderSession reminded = {
        .session = session->session,
        .title = session->title,
        .starts_at = session->starts_at,
      };

      if (session->state != CNSCD_SESSION_STATE_PLANNED)
        continue;

      reminded.place =
        cnscd_session_dup_place (session->place, session->hamlet_kind, session->hamlet_name);
      g_ptr_array_add (places, (gpointer) reminded.place);
      g_array_append_val (planned, reminded);
    }
  reminders = cnscd_reminders_list ((const CnscdReminderSession *) planned->data, planned->len,
                                    &self->settings, cnscd_time_now ());
  remind (self, reminders);
}

static void
look (CnscdReminderService *self)
{
  CnscdDate today = cnscd_date_today ();
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (!cnscd_repository_is_open (self->repository))
    return;

  query.unit = cnscd_repository_get_unit (self->repository);
  query.from = today;
  query.to = cnscd_date_add_days (today, DAYS_AHEAD);
  self->cancellable = g_cancellable_new ();
  cnscd_repository_list_sessions_async (self->repository, &query, self->cancellable, listed_cb,
                                        g_object_ref (self));
}

static void
alarm_cb (gpointer user_data)
{
  look (user_data);
}

static void
cnscd_reminder_service_dispose (GObject *object)
{
  CnscdReminderService *self = CNSCD_REMINDER_SERVICE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->alarm, cnscd_alarm_free);
  if (self->repository != NULL)
    g_signal_handlers_disconnect_by_data (self->repository, self);
  g_clear_object (&self->repository);

  G_OBJECT_CLASS (cnscd_reminder_service_parent_class)->dispose (object);
}

static void
cnscd_reminder_service_finalize (GObject *object)
{
  g_hash_table_unref (CNSCD_REMINDER_SERVICE (object)->told);

  G_OBJECT_CLASS (cnscd_reminder_service_parent_class)->finalize (object);
}

static void
cnscd_reminder_service_class_init (CnscdReminderServiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cnscd_reminder_service_dispose;
  object_class->finalize = cnscd_reminder_service_finalize;

  /**
   * CnscdReminderService::told:
   * @self: the service
   *
   * Something was told or taken back, so that cnscd_reminder_service_dup_told() is another.
   */
  signals[SIGNAL_TOLD] = g_signal_new ("told", CNSCD_TYPE_REMINDER_SERVICE, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cnscd_reminder_service_init (CnscdReminderService *self)
{
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->alarm = cnscd_alarm_new (alarm_cb, self);
  self->settings = (CnscdReminderSettings) {
    .evening = TRUE,
    .evening_minute = CNSCD_REMINDER_EVENING_MINUTE,
    .ahead = TRUE,
    .ahead_minutes = CNSCD_REMINDER_AHEAD_MINUTES,
  };
}

/**
 * cnscd_reminder_service_new:
 * @repository: whose sessions, now or once it is open
 * @sink: (not nullable): where reminders go; not copied
 * @user_data: for @sink
 *
 * Returns: (transfer full): what reminds, in the usual way
 */
CnscdReminderService *
cnscd_reminder_service_new (CnscdRepository *repository,
                            const CnscdReminderSink *sink,
                            gpointer user_data)
{
  CnscdReminderService *self;

  g_return_val_if_fail (CNSCD_IS_REPOSITORY (repository) && sink != NULL, NULL);

  self = g_object_new (CNSCD_TYPE_REMINDER_SERVICE, NULL);
  self->repository = g_object_ref (repository);
  self->sink = sink;
  self->user_data = user_data;
  g_signal_connect_swapped (repository, "opened", G_CALLBACK (look), self);
  g_signal_connect_swapped (repository, "changed", G_CALLBACK (look), self);
  look (self);
  return self;
}

/**
 * cnscd_reminder_service_set_settings:
 * @self: what reminds
 * @settings: when to remind from now on
 */
void
cnscd_reminder_service_set_settings (CnscdReminderService *self,
                                     const CnscdReminderSettings *settings)
{
  g_return_if_fail (CNSCD_IS_REMINDER_SERVICE (self) && settings != NULL);

  self->settings = *settings;
  look (self);
}

/**
 * cnscd_reminder_service_set_told:
 * @self: what reminds, that has not begun to
 * @ids: (array zero-terminated=1): of cnscd_reminder_service_dup_told()
 *
 * Tells it what was told when the program ran the last time.
 */
void
cnscd_reminder_service_set_told (CnscdReminderService *self, const char *const *ids)
{
  g_return_if_fail (CNSCD_IS_REMINDER_SERVICE (self));

  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_add (self->told, g_strdup (ids[i]));
}

/**
 * cnscd_reminder_service_dup_told:
 * @self: what reminds
 *
 * Returns: (transfer full) (array zero-terminated=1): ids of the reminders that were sent, and are
 *   not over
 */
char **
cnscd_reminder_service_dup_told (CnscdReminderService *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer id;

  g_return_val_if_fail (CNSCD_IS_REMINDER_SERVICE (self), NULL);

  g_hash_table_iter_init (&iter, self->told);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_strv_builder_add (ids, id);
  return g_strv_builder_end (ids);
}
