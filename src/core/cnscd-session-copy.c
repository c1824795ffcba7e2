/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-copy.h"

#include "cnscd-calendar-layout.h"

/**
 * cnscd_session_copy_free: (skip)
 * @self: (transfer full): a copy
 */
void
cnscd_session_copy_free (CnscdSessionCopy *self)
{
  g_ptr_array_unref (self->plans);
  g_free (self);
}

/**
 * cnscd_session_copy_find_day:
 * @span: a week or a month
 * @n: how many of them later
 * @day: a day
 *
 * Returns: the day that corresponds to @day, unknown when there is none
 */
CnscdDate
cnscd_session_copy_find_day (CnscdCopySpan span, int n, CnscdDate day)
{
  CnscdDate first, found;
  int ordinal, ahead;

  if (span == CNSCD_COPY_SPAN_WEEK)
    return cnscd_date_add_days (day, n * CNSCD_DAYS_PER_WEEK);

  ordinal = (day.day - 1) / CNSCD_DAYS_PER_WEEK;
  first = cnscd_calendar_add_months (cnscd_calendar_get_month_start (day), n);
  ahead = (cnscd_date_get_weekday (day) - cnscd_date_get_weekday (first) + CNSCD_DAYS_PER_WEEK) %
          CNSCD_DAYS_PER_WEEK;
  found = cnscd_date_add_days (first, ahead + ordinal * CNSCD_DAYS_PER_WEEK);
  return found.month == first.month ? found : CNSCD_DATE_UNKNOWN;
}

/**
 * cnscd_session_copy_get_target:
 * @span: a week or a month
 * @n: how many of them later
 * @day: a day of the one that is copied
 * @from: (out): the first day of the one that it is copied to
 * @to: (out): its last day
 */
void
cnscd_session_copy_get_target (CnscdCopySpan span,
                               int n,
                               CnscdDate day,
                               CnscdDate *from,
                               CnscdDate *to)
{
  if (span == CNSCD_COPY_SPAN_WEEK)
    {
      *from = cnscd_date_add_days (cnscd_calendar_get_monday (day), n * CNSCD_DAYS_PER_WEEK);
      *to = cnscd_date_add_days (*from, CNSCD_DAYS_PER_WEEK - 1);
    }
  else
    {
      *from = cnscd_calendar_add_months (cnscd_calendar_get_month_start (day), n);
      *to = cnscd_calendar_get_month_end (*from);
    }
}

static gboolean
has_team (const CnscdSessionRecords *records, const char *team)
{
  for (guint i = 0; i < records->teams->len; i++)
    if (g_str_equal (((const CnscdSessionTeam *) records->teams->pdata[i])->team, team))
      return TRUE;

  return FALSE;
}

/* Whoever copies twice plans nothing twice. */
static gboolean
is_same_plan (const CnscdSessionRecords *a, const CnscdSessionRecords *b)
{
  if (a->session->starts_at != b->session->starts_at ||
      g_strcmp0 (a->session->title, b->session->title) != 0 ||
      g_strcmp0 (a->session->hamlet, b->session->hamlet) != 0 || a->teams->len != b->teams->len)
    return FALSE;

  for (guint i = 0; i < a->teams->len; i++)
    if (!has_team (b, ((const CnscdSessionTeam *) a->teams->pdata[i])->team))
      return FALSE;

  return TRUE;
}

static gboolean
is_there (GPtrArray *there, const CnscdSessionRecords *plan)
{
  for (guint i = 0; i < there->len; i++)
    if (is_same_plan (there->pdata[i], plan))
      return TRUE;

  return FALSE;
}

/* A series plans its sessions itself, on days of its own. */
static gboolean
goes_on (const CnscdSessionRecords *source, GPtrArray *there)
{
  const char *series = source->session->series;

  for (guint i = 0; series != NULL && i < there->len; i++)
    if (g_strcmp0 (((const CnscdSessionRecords *) there->pdata[i])->session->series, series) == 0)
      return TRUE;

  return FALSE;
}

/**
 * cnscd_session_copy_new: (skip)
 * @sources: (element-type CnscdSessionRecords): the sessions of a week or a month
 * @there: (element-type CnscdSessionRecords): those of the one that they are copied to
 * @catalog: where the holidays are
 * @span: a week or a month
 * @n: how many of them later
 * @with_holidays: whether sessions are also planned for days off
 *
 * Plans again what was planned or held, at the same time of day. What was
 * cancelled is not, nor what repeats there by itself, and what is there already
 * is not planned twice.
 *
 * Returns: (transfer full): what is to be made
 */
CnscdSessionCopy *
cnscd_session_copy_new (GPtrArray *sources,
                        GPtrArray *there,
                        const CnscdCatalog *catalog,
                        CnscdCopySpan span,
                        int n,
                        gboolean with_holidays)
{
  CnscdSessionCopy *copy = g_new0 (CnscdSessionCopy, 1);

  copy->plans = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_session_records_unref);
  for (guint i = 0; i < sources->len; i++)
    {
      const CnscdSessionRecords *source = sources->pdata[i];
      CnscdTime starts_at = source->session->starts_at;
      CnscdDate day;
      const CnscdHoliday *holiday;
      g_autoptr (CnscdSessionRecords) plan = NULL;

      if (source->session->state == CNSCD_SESSION_STATE_CANCELLED)
        continue;
      if (goes_on (source, there))
        {
          copy->n_repeating++;
          continue;
        }

      day = cnscd_session_copy_find_day (span, n, cnscd_time_get_day (starts_at));
      if (!cnscd_date_is_full (day))
        {
          copy->n_without_day++;
          continue;
        }

      plan = cnscd_session_dup_plan (
        source, cnscd_time_new (day, cnscd_time_get_minute_of_day (starts_at)));
      if (is_there (there, plan))
        {
          copy->n_there++;
          continue;
        }

      holiday = cnscd_catalog_find_holiday (catalog, day);
      if (holiday != NULL && holiday->kind == CNSCD_HOLIDAY_KIND_DAY_OFF)
        {
          copy->n_holiday++;
          if (!with_holidays)
            continue;
        }
      g_ptr_array_add (copy->plans, g_steal_pointer (&plan));
    }

  return copy;
}
