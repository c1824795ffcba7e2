/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-reminder.h"
#include "model/cnscd-repository.h"

G_BEGIN_DECLS

/**
 * CnscdReminderSink:
 * @send: shows a reminder
 * @withdraw: takes back the one of that id
 *
 * Where reminders go: the desktop's notifications.
 */
typedef struct
{
  void (*send) (const CnscdReminder *reminder, gpointer user_data);
  void (*withdraw) (const char *id, gpointer user_data);
} CnscdReminderSink;

#define CNSCD_TYPE_REMINDER_SERVICE (cnscd_reminder_service_get_type ())
G_DECLARE_FINAL_TYPE (CnscdReminderService,
                      cnscd_reminder_service,
                      CNSCD,
                      REMINDER_SERVICE,
                      GObject)

CnscdReminderService *cnscd_reminder_service_new (CnscdRepository *repository,
                                                  const CnscdReminderSink *sink,
                                                  gpointer user_data);
void cnscd_reminder_service_set_settings (CnscdReminderService *self,
                                          const CnscdReminderSettings *settings);
void cnscd_reminder_service_set_told (CnscdReminderService *self, const char *const *ids);
char **cnscd_reminder_service_dup_told (CnscdReminderService *self);

G_END_DECLS
