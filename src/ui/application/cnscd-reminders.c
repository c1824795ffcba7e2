/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-reminders.h"

#include "desktop/cnscd-reminder-service.h"

/**
 * CnscdReminders:
 *
 * Shows reminders of a repository's sessions as notifications of the desktop,
 * as the settings want it. A click on one opens its session.
 */
struct _CnscdReminders
{
  GObject parent_instance;

  GApplication *application; /* not owned: it holds this */
  GSettings *settings;       /* (nullable) */
  CnscdReminderService *service;
};

G_DEFINE_FINAL_TYPE (CnscdReminders, cnscd_reminders, G_TYPE_OBJECT)

static void
send (const CnscdReminder *reminder, gpointer user_data)
{
  CnscdReminders *self = user_data;
  g_autoptr (GNotification) notification = g_notification_new (reminder->title);

  g_notification_set_body (notification, reminder->body);
  g_notification_set_default_action_and_target (notification, "app.open-session", "s",
                                                reminder->session);
  g_application_send_notification (self->application, reminder->id, notification);
}

static void
withdraw (const char *id, gpointer user_data)
{
  g_application_withdraw_notification (((CnscdReminders *) user_data)->application, id);
}

static const CnscdReminderSink sink = { send, withdraw };

static void
update_settings (CnscdReminders *self)
{
  cnscd_reminder_service_set_settings (
    self->service,
    &(CnscdReminderSettings) {
      .evening = g_settings_get_boolean (self->settings, "reminder-evening"),
      .evening_minute = g_settings_get_int (self->settings, "reminder-evening-minute"),
      .ahead = g_settings_get_boolean (self->settings, "reminder-ahead"),
      .ahead_minutes = g_settings_get_int (self->settings, "reminder-ahead-minutes"),
    });
}

static void
setting_cb (CnscdReminders *self, const char *key)
{
  if (g_str_has_prefix (key, "reminder-"))
    update_settings (self);
}

/* So that the next run does not tell it once more. */
static void
told_cb (CnscdReminders *self)
{
  g_auto (GStrv) told = cnscd_reminder_service_dup_told (self->service);

  g_settings_set_strv (self->settings, "reminders-told", (const char *const *) told);
}

static void
cnscd_reminders_dispose (GObject *object)
{
  CnscdReminders *self = CNSCD_REMINDERS (object);

  if (self->service != NULL)
    g_object_run_dispose (G_OBJECT (self->service));
  g_clear_object (&self->service);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (cnscd_reminders_parent_class)->dispose (object);
}

static void
cnscd_reminders_class_init (CnscdRemindersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cnscd_reminders_dispose;
}

static void
cnscd_reminders_init (CnscdReminders *self)
{
}

/**
 * cnscd_reminders_new:
 * @application: whose notifications; outlives them
 * @repository: whose sessions, now or once it is open
 * @settings: (nullable): how to remind
 *
 * Returns: (transfer full): the reminders
 */
CnscdReminders *
cnscd_reminders_new (GApplication *application, CnscdRepository *repository, GSettings *settings)
{
  CnscdReminders *self;

  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);

  self = g_object_new (CNSCD_TYPE_REMINDERS, NULL);
  self->application = application;
  self->service = cnscd_reminder_service_new (repository, &sink, self);
  if (settings != NULL)
    {
      g_auto (GStrv) told = g_settings_get_strv (settings, "reminders-told");

      self->settings = g_object_ref (settings);
      cnscd_reminder_service_set_told (self->service, (const char *const *) told);
      g_signal_connect_object (self->service, "told", G_CALLBACK (told_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (settings, "changed", G_CALLBACK (setting_cb), self,
                               G_CONNECT_SWAPPED);
      update_settings (self);
    }
  return self;
}
