/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-alarm.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

/*
 * Calls at a time, without waking up in between. The timer is one of the wall
 * clock: a timeout of the main loop stands still while the computer sleeps, and
 * does not hear of it when somebody sets the clock.
 */
struct _CnscdAlarm
{
  int timer; /* -1 where there is none */
  guint source;
  CnscdAlarmFunc func;
  gpointer user_data;
};

static gboolean
timer_cb (int timer, GIOCondition condition, gpointer data)
{
  CnscdAlarm *alarm = data;
  guint64 n_times;

  /* Fails when the clock was set, which is as good a reason to look. */
  if (read (timer, &n_times, sizeof n_times) < 0)
    g_debug ("The clock was set: %s", g_strerror (errno));
  alarm->func (alarm->user_data);
  return G_SOURCE_CONTINUE;
}

/**
 * cnscd_alarm_new: (skip)
 * @func: called when it is time, or somebody has set the clock; it sets the alarm again
 * @user_data: for @func
 *
 * Where there is no such timer, @func is never called.
 *
 * Returns: (transfer full): an alarm that is not set yet
 */
CnscdAlarm *
cnscd_alarm_new (CnscdAlarmFunc func, gpointer user_data)
{
  CnscdAlarm *alarm = g_new0 (CnscdAlarm, 1);

  alarm->func = func;
  alarm->user_data = user_data;
  alarm->timer = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (alarm->timer >= 0)
    alarm->source = g_unix_fd_add (alarm->timer, G_IO_IN, timer_cb, alarm);
  else
    g_debug ("No timer of the wall clock: %s", g_strerror (errno));
  return alarm;
}

/**
 * cnscd_alarm_set: (skip)
 * @alarm: an alarm
 * @in_us: in how many microseconds, more than 0
 *
 * Sets the alarm, instead of what it was set to.
 */
void
cnscd_alarm_set (CnscdAlarm *alarm, gint64 in_us)
{
  gint64 time = g_get_real_time () + MAX (in_us, 1);
  const struct itimerspec when = {
    .it_value = { .tv_sec = time / G_USEC_PER_SEC, .tv_nsec = time % G_USEC_PER_SEC * 1000 },
  };

  if (alarm->timer >= 0 &&
      timerfd_settime (alarm->timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL) != 0)
    g_debug ("The alarm is not set: %s", g_strerror (errno));
}

/**
 * cnscd_alarm_free: (skip)
 * @alarm: (transfer full): an alarm
 */
void
cnscd_alarm_free (CnscdAlarm *alarm)
{
  g_clear_handle_id (&alarm->source, g_source_remove);
  if (alarm->timer >= 0)
    close (alarm->timer);
  g_free (alarm);
}
