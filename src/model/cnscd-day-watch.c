/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-day-watch.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "core/cnscd-clock.h"
#include "core/cnscd-date.h"

/*
 * Tells when another day begins in Vietnam, without waking up in between. The
 * timer is one of the wall clock: a timeout of the main loop stands still while
 * the computer sleeps, and does not hear of it when somebody sets the clock.
 */
struct _CnscdDayWatch
{
  CnscdDate day;
  int timer; /* -1 where there is none */
  guint source;
  CnscdDayWatchFunc func;
  gpointer user_data;
};

static void
set_timer (CnscdDayWatch *watch)
{
  gint64 midnight = g_get_real_time () + cnscd_clock_get_time_to_midnight ();
  const struct itimerspec when = {
    .it_value = { .tv_sec = midnight / G_USEC_PER_SEC,
                  .tv_nsec = midnight % G_USEC_PER_SEC * 1000 },
  };

  if (watch->timer >= 0 &&
      timerfd_settime (watch->timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL) != 0)
    g_debug ("No timer for midnight: %s", g_strerror (errno));
}

static gboolean
timer_cb (int timer, GIOCondition condition, gpointer data)
{
  guint64 n_times;

  /* Fails when the clock was set, which is as good a reason to look. */
  if (read (timer, &n_times, sizeof n_times) < 0)
    g_debug ("The clock was set: %s", g_strerror (errno));
  cnscd_day_watch_look (data);
  return G_SOURCE_CONTINUE;
}

/*< private >
 * cnscd_day_watch_new:
 * @func: called when another day has begun
 * @user_data: for @func
 *
 * Where there is no such timer, @func is called by cnscd_day_watch_look() only.
 *
 * Returns: (transfer full): a watch
 */
CnscdDayWatch *
cnscd_day_watch_new (CnscdDayWatchFunc func, gpointer user_data)
{
  CnscdDayWatch *watch = g_new0 (CnscdDayWatch, 1);

  watch->day = cnscd_date_today ();
  watch->func = func;
  watch->user_data = user_data;
  watch->timer = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (watch->timer >= 0)
    watch->source = g_unix_fd_add (watch->timer, G_IO_IN, timer_cb, watch);
  else
    g_debug ("No timer for midnight: %s", g_strerror (errno));
  set_timer (watch);
  return watch;
}

/*< private >
 * cnscd_day_watch_look:
 * @watch: a watch
 *
 * Looks whether another day has begun; to be called also when somebody is about to look.
 */
void
cnscd_day_watch_look (CnscdDayWatch *watch)
{
  CnscdDate today = cnscd_date_today ();

  set_timer (watch);
  if (cnscd_date_compare (today, watch->day) == 0)
    return;

  watch->day = today;
  watch->func (watch->user_data);
}

/*< private >
 * cnscd_day_watch_free:
 * @watch: (transfer full): a watch
 */
void
cnscd_day_watch_free (CnscdDayWatch *watch)
{
  g_clear_handle_id (&watch->source, g_source_remove);
  if (watch->timer >= 0)
    close (watch->timer);
  g_free (watch);
}
