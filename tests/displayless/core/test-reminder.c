/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cnscd-reminder.h"

static const CnscdReminderSettings usual = { TRUE, CNSCD_REMINDER_EVENING_MINUTE, TRUE,
                                             CNSCD_REMINDER_AHEAD_MINUTES };

static CnscdTime
at (int month, int day, int hour, int minute)
{
  return cnscd_time_new (CNSCD_DATE (2026, month, day), hour * 60 + minute);
}

static CnscdReminder *
get (GPtrArray *reminders, guint index)
{
  g_assert_cmpuint (index, <, reminders->len);
  return reminders->pdata[index];
}

/* The evening before and an hour before. */
static void
test_both (void)
{
  const CnscdReminderSession session = { "a", "VNeID", "Nhà văn hóa", at (12, 1, 19, 30) };
  g_autoptr (GPtrArray) reminders = cnscd_reminders_list (&session, 1, &usual, at (11, 29, 8, 0));

  g_assert_cmpuint (reminders->len, ==, 2);
  g_assert_cmpint (get (reminders, 0)->kind, ==, CNSCD_REMINDER_EVENING);
  g_assert_cmpint (get (reminders, 0)->when, ==, at (11, 30, 19, 0));
  g_assert_cmpstr (get (reminders, 0)->title, ==, "VNeID");
  g_assert_cmpstr (get (reminders, 0)->body, ==, "Tomorrow at 19h30, Nhà văn hóa");
  g_assert_cmpstr (get (reminders, 0)->session, ==, "a");
  g_assert_cmpint (get (reminders, 1)->kind, ==, CNSCD_REMINDER_AHEAD);
  g_assert_cmpint (get (reminders, 1)->when, ==, at (12, 1, 18, 30));
  g_assert_cmpstr (get (reminders, 1)->body, ==, "Today at 19h30, Nhà văn hóa");
}

/* A day has one in the evening; what begins together has one, and each counts what is to come. */
static void
test_more (void)
{
  const CnscdReminderSession sessions[] = {
    { "c", NULL, NULL, at (12, 1, 19, 0) },
    { "a", "Sáng", "", at (12, 1, 8, 0) },
    { "b", "Tối", NULL, at (12, 1, 19, 0) },
    { "d", "Hôm sau", NULL, at (12, 2, 8, 0) },
  };
  g_autoptr (GPtrArray) reminders =
    cnscd_reminders_list (sessions, G_N_ELEMENTS (sessions), &usual, at (11, 29, 8, 0));

  g_assert_cmpuint (reminders->len, ==, 5);
  g_assert_cmpstr (get (reminders, 0)->session, ==, "a");
  g_assert_cmpstr (get (reminders, 0)->body, ==, "Tomorrow at 8h00\n2 more sessions that day");
  g_assert_cmpstr (get (reminders, 1)->session, ==, "a");
  g_assert_cmpstr (get (reminders, 2)->session, ==, "b");
  g_assert_cmpstr (get (reminders, 2)->body, ==, "Today at 19h00\n1 more session that day");
  g_assert_cmpstr (get (reminders, 3)->session, ==, "d");
  g_assert_cmpint (get (reminders, 3)->kind, ==, CNSCD_REMINDER_EVENING);
  g_assert_cmpint (get (reminders, 3)->when, ==, at (12, 1, 19, 0));
}

/* Late is better than never, but only until the day, or the session, begins. */
static void
test_past (void)
{
  static const CnscdReminderSession session = { "a", NULL, NULL, 0 };
  CnscdReminderSession early = session;
  g_autoptr (GPtrArray) late = NULL;
  g_autoptr (GPtrArray) next_day = NULL;
  g_autoptr (GPtrArray) last_minute = NULL;
  g_autoptr (GPtrArray) begun = NULL;

  early.starts_at = at (12, 1, 8, 0);
  late = cnscd_reminders_list (&early, 1, &usual, at (11, 30, 23, 59));
  g_assert_cmpuint (late->len, ==, 2);
  g_assert_cmpint (get (late, 0)->kind, ==, CNSCD_REMINDER_EVENING);
  g_assert_cmpstr (get (late, 0)->title, ==, "Guidance Session");

  next_day = cnscd_reminders_list (&early, 1, &usual, at (12, 1, 0, 0));
  g_assert_cmpuint (next_day->len, ==, 1);
  g_assert_cmpint (get (next_day, 0)->kind, ==, CNSCD_REMINDER_AHEAD);
  last_minute = cnscd_reminders_list (&early, 1, &usual, at (12, 1, 7, 59));
  g_assert_cmpuint (last_minute->len, ==, 1);
  begun = cnscd_reminders_list (&early, 1, &usual, at (12, 1, 8, 0));
  g_assert_cmpuint (begun->len, ==, 0);
}

/* Shortly after midnight, an hour before is on the day before, and the year. */
static void
test_midnight (void)
{
  const CnscdReminderSession session = { "a", "Giao thừa", NULL,
                                         cnscd_time_new (CNSCD_DATE (2027, 1, 1), 30) };
  g_autoptr (GPtrArray) reminders = cnscd_reminders_list (&session, 1, &usual, at (12, 31, 18, 0));

  g_assert_cmpuint (reminders->len, ==, 2);
  g_assert_cmpint (get (reminders, 0)->when, ==, at (12, 31, 19, 0));
  g_assert_cmpint (get (reminders, 1)->when, ==, at (12, 31, 23, 30));
  g_assert_cmpstr (get (reminders, 1)->body, ==, "Tomorrow at 0h30");
}

/* A session that moves is another to be reminded of. */
static void
test_moved (void)
{
  CnscdReminderSession session = { "a", "VNeID", NULL, at (12, 1, 19, 30) };
  g_autoptr (GPtrArray) before = cnscd_reminders_list (&session, 1, &usual, at (11, 29, 8, 0));
  g_autoptr (GPtrArray) again = cnscd_reminders_list (&session, 1, &usual, at (11, 29, 9, 0));
  g_autoptr (GPtrArray) after = NULL;

  session.starts_at = at (12, 1, 20, 0);
  after = cnscd_reminders_list (&session, 1, &usual, at (11, 29, 8, 0));
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpstr (get (before, i)->id, ==, get (again, i)->id);
      g_assert_cmpstr (get (before, i)->id, !=, get (after, i)->id);
    }
  g_assert_cmpstr (get (before, 0)->id, !=, get (before, 1)->id);
}

static void
test_settings (void)
{
  const CnscdReminderSession sessions[] = {
    { "a", NULL, NULL, at (12, 1, 19, 30) },
    { "b", NULL, NULL, CNSCD_TIME_UNKNOWN },
  };
  g_autoptr (GPtrArray) none = cnscd_reminders_list (
    sessions, 2, &(CnscdReminderSettings) { FALSE, 1140, FALSE, 60 }, at (11, 29, 8, 0));
  g_autoptr (GPtrArray) evening = cnscd_reminders_list (
    sessions, 2, &(CnscdReminderSettings) { TRUE, 20 * 60 + 15, FALSE, 60 }, at (11, 29, 8, 0));
  g_autoptr (GPtrArray) ahead = cnscd_reminders_list (
    sessions, 2, &(CnscdReminderSettings) { FALSE, 1140, TRUE, 15 }, at (11, 29, 8, 0));

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (evening->len, ==, 1);
  g_assert_cmpint (get (evening, 0)->when, ==, at (11, 30, 20, 15));
  g_assert_cmpuint (ahead->len, ==, 1);
  g_assert_cmpint (get (ahead, 0)->when, ==, at (12, 1, 19, 15));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/reminder/both", test_both);
  g_test_add_func ("/core/reminder/more", test_more);
  g_test_add_func ("/core/reminder/past", test_past);
  g_test_add_func ("/core/reminder/midnight", test_midnight);
  g_test_add_func ("/core/reminder/moved", test_moved);
  g_test_add_func ("/core/reminder/settings", test_settings);
  return g_test_run ();
}
