/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-day-watch.h"

#include "core/cnscd-clock.h"
#include "core/cnscd-date.h"
#include "cnscd-alarm.h"

/* Tells when another day begins in Vietnam. */
struct _CnscdDayWatch
{
  CnscdDate day;
  CnscdAlarm *alarm;
  CnscdDayWatchFunc func;
  gpointer user_data;
};

static void
alarm_cb (gpointer data)
{
  cnscd_day_watch_look (data);
}

static void
set_alarm (CnscdDayWatch *watch)
{
  cnscd_alarm_set (watch->alarm, cnscd_clock_get_time_to_midnight ());
}

/*< private >
 * cnscd_day_watch_new:
 * @func: called when another day has begun
 * @user_data: for @func
 *
 * Where there is no timer of the wall clock, @func is called by cnscd_day_watch_look() only.
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
  watch->alarm = cnscd_alarm_new (alarm_cb, watch);
  set_alarm (watch);
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

  set_alarm (watch);
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
  cnscd_alarm_free (watch->alarm);
  g_free (watch);
}
