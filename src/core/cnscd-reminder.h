/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-time.h"

G_BEGIN_DECLS

/* From when on, and how long before, until somebody chooses otherwise. */
#define CNSCD_REMINDER_EVENING_MINUTE 1140 /* 19:00 */
#define CNSCD_REMINDER_AHEAD_MINUTES  60

/**
 * CnscdReminderSettings:
 * @evening: whether to remind on the evening before
 * @evening_minute: when, in minutes since midnight
 * @ahead: whether to remind shortly before
 * @ahead_minutes: how long before, in minutes
 */
typedef struct
{
  gboolean evening;
  int evening_minute;
  gboolean ahead;
  int ahead_minutes;
} CnscdReminderSettings;

/**
 * CnscdReminderSession:
 * @session: its id
 * @title: (nullable): what it is called
 * @place: (nullable): where it is
 *
 * What is to be known of a planned session to remind of it. Nothing belongs to it.
 */
typedef struct
{
  const char *session;
  const char *title;
  const char *place;
  CnscdTime starts_at;
} CnscdReminderSession;

typedef enum
{
  CNSCD_REMINDER_EVENING, /* of a day: names its first session */
  CNSCD_REMINDER_AHEAD,   /* of a time: names one session that begins then */
} CnscdReminderKind;

/**
 * CnscdReminder:
 * @id: the same for the same reminder, another when its session moves
 * @session: id of the session that it names
 * @when: from when on somebody is to be reminded
 * @until: from when on nobody needs to be
 * @title: what the session is called
 * @body: when and where it is, and how many more there are
 */
typedef struct
{
  CnscdReminderKind kind;
  char *id;
  char *session;
  CnscdTime when;
  CnscdTime until;
  char *title;
  char *body;
} CnscdReminder;

void cnscd_reminder_free (CnscdReminder *reminder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdReminder, cnscd_reminder_free)

GPtrArray *cnscd_reminders_list (const CnscdReminderSession *sessions,
                                 gsize n_sessions,
                                 const CnscdReminderSettings *settings,
                                 CnscdTime now);

G_END_DECLS
