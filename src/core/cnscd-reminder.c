/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-reminder.h"

#include <glib/gi18n-lib.h>

#include "cnscd-number.h"

/**
 * cnscd_reminder_free:
 * @reminder: (transfer full): a reminder
 */
void
cnscd_reminder_free (CnscdReminder *reminder)
{
  g_free (reminder->id);
  g_free (reminder->session);
  g_free (reminder->title);
  g_free (reminder->body);
  g_free (reminder);
}

/* The id decides at last, so that the same session is named each time. */
static int
compare_sessions (gconstpointer a, gconstpointer b)
{
  const CnscdReminderSession *one = *(const CnscdReminderSession *const *) a;
  const CnscdReminderSession *other = *(const CnscdReminderSession *const *) b;

  if (one->starts_at != other->starts_at)
    return one->starts_at < other->starts_at ? -1 : 1;
  return g_strcmp0 (one->session, other->session);
}

static char *
format_time (CnscdTime time, CnscdTime when)
{
  g_autofree char *clock = cnscd_time_format_clock (time);
  gint64 days =
    cnscd_date_to_days (cnscd_time_get_day (time)) - cnscd_date_to_days (cnscd_time_get_day (when));

  return days > 0
           /* Translators: time of a session, such as 19h30 */
           ? g_strdup_printf (C_ ("reminder", "Tomorrow at %s"), clock)
           /* Translators: time of a session, such as 19h30 */
           : g_strdup_printf (C_ ("reminder", "Today at %s"), clock);
}

static char *
write_body (const CnscdReminderSession *session, CnscdTime when, guint n_more)
{
  g_autofree char *time = format_time (session->starts_at, when);
  g_autoptr (GString) body = g_string_new (time);

  if (session->place != NULL && *session->place != '\0')
    g_string_append_printf (body, ", %s", session->place);
  if (n_more > 0)
    {
      g_autofree char *number = cnscd_number_format (n_more);

      g_string_append_c (body, '\n');
      /* Translators: how many more sessions there are on the day of one */
      g_string_append_printf (body,
                              g_dngettext (GETTEXT_PACKAGE, "%s more session that day",
                                           "%s more sessions that day", n_more),
                              number);
    }
  return g_string_free (g_steal_pointer (&body), FALSE);
}

static CnscdReminder *
create_reminder (CnscdReminderKind kind,
                 const CnscdReminderSession *session,
                 CnscdTime when,
                 CnscdTime until,
                 guint n_more)
{
  CnscdReminder *reminder = g_new0 (CnscdReminder, 1);
  char start[CNSCD_TIME_ISO_SIZE];

  reminder->kind = kind;
  reminder->id =
    g_strdup_printf ("%s/%s/%s", kind == CNSCD_REMINDER_EVENING ? "evening" : "ahead",
                     cnscd_time_write_iso (session->starts_at, start), session->session);
  reminder->session = g_strdup (session->session);
  reminder->when = when;
  reminder->until = until;
  reminder->title = g_strdup (session->title != NULL && *session->title != '\0'
                                ? session->title
                                : C_ ("reminder", "Guidance Session"));
  reminder->body = write_body (session, when, n_more);
  return reminder;
}

static int
compare_reminders (gconstpointer a, gconstpointer b)
{
  const CnscdReminder *one = *(CnscdReminder *const *) a;
  const CnscdReminder *other = *(CnscdReminder *const *) b;

  return one->when != other->when ? (one->when < other->when ? -1 : 1)
                                  : g_strcmp0 (one->id, other->id);
}

static void
add_reminder (GPtrArray *reminders, CnscdReminder *reminder, CnscdTime now)
{
  if (reminder->until > now)
    g_ptr_array_add (reminders, reminder);
  else
    cnscd_reminder_free (reminder);
}

/**
 * cnscd_reminders_list:
 * @sessions: (array length=n_sessions): what is planned, in any order
 * @n_sessions: how many
 * @settings: when to remind
 * @now: the time in Vietnam
 *
 * Finds what to remind of. A day has one reminder on the evening before, which
 * names its first session; each session one shortly before it begins, or those
 * that begin at the same time one together. Both say how many more there are on
 * that day. Of what has begun nobody is reminded, nor on the day itself of what
 * should have been told the evening before; until then late is better than never.
 *
 * Returns: (transfer full) (element-type CnscdReminder): reminders by their time: those that are
 *   due, and those to come
 */
GPtrArray *
cnscd_reminders_list (const CnscdReminderSession *sessions,
                      gsize n_sessions,
                      const CnscdReminderSettings *settings,
                      CnscdTime now)
{
  GPtrArray *reminders = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_reminder_free);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  g_return_val_if_fail (settings != NULL, reminders);

  for (gsize i = 0; i < n_sessions; i++)
    if (cnscd_time_is_valid (sessions[i].starts_at))
      g_ptr_array_add (sorted, (gpointer) &sessions[i]);
  g_ptr_array_sort (sorted, compare_sessions);

  for (guint i = 0, end = 0; i < sorted->len; i++)
    {
      const CnscdReminderSession *session = sorted->pdata[i];
      const CnscdReminderSession *last = i > 0 ? sorted->pdata[i - 1] : NULL;
      CnscdDate day = cnscd_time_get_day (session->starts_at);
      CnscdTime midnight = cnscd_time_new (day, 0);

      if (i >= end)
        {
          for (end = i; end < sorted->len; end++)
            if (((const CnscdReminderSession *) sorted->pdata[end])->starts_at >=
                midnight + CNSCD_MINUTES_PER_DAY)
              break;
          if (settings->evening)
            add_reminder (
              reminders,
              create_reminder (CNSCD_REMINDER_EVENING, session,
                               midnight - CNSCD_MINUTES_PER_DAY + settings->evening_minute,
                               midnight, end - i - 1),
              now);
        }

      /* Those that have begun by then are no more to come. */
      if (settings->ahead && (last == NULL || last->starts_at != session->starts_at))
        add_reminder (reminders,
                      create_reminder (CNSCD_REMINDER_AHEAD, session,
                                       session->starts_at - settings->ahead_minutes,
                                       session->starts_at, end - i - 1),
                      now);
    }

  g_ptr_array_sort (reminders, compare_reminders);
  return reminders;
}
