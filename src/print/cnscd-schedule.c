/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-schedule.h"

static CnscdDate
get_next_month (CnscdDate date)
{
  return date.month == 12 ? CNSCD_DATE (date.year + 1, 1, 1)
                          : CNSCD_DATE (date.year, date.month + 1, 1);
}

/**
 * cnscd_schedule_range_get_days:
 * @range: a week or a month
 * @today: the present day
 * @from: (out): its first day
 * @to: (out): its last day; as @from, today for %CNSCD_SCHEDULE_RANGE_OTHER
 */
void
cnscd_schedule_range_get_days (CnscdScheduleRange range,
                               CnscdDate today,
                               CnscdDate *from,
                               CnscdDate *to)
{
  CnscdDate monday = cnscd_date_add_days (today, 1 - cnscd_date_get_weekday (today));
  CnscdDate first = CNSCD_DATE (today.year, today.month, 1);

  switch (range)
    {
    case CNSCD_SCHEDULE_RANGE_NEXT_WEEK:
      monday = cnscd_date_add_days (monday, 7);
      G_GNUC_FALLTHROUGH;
    case CNSCD_SCHEDULE_RANGE_THIS_WEEK:
      *from = monday;
      *to = cnscd_date_add_days (monday, 6);
      break;
    case CNSCD_SCHEDULE_RANGE_NEXT_MONTH:
      first = get_next_month (first);
      G_GNUC_FALLTHROUGH;
    case CNSCD_SCHEDULE_RANGE_THIS_MONTH:
      *from = first;
      *to = cnscd_date_add_days (get_next_month (first), -1);
      break;
    case CNSCD_SCHEDULE_RANGE_OTHER:
    default:
      *from = today;
      *to = today;
      break;
    }
}

/**
 * cnscd_schedule_narrowing_describe:
 * @narrowing: to what a schedule is narrowed down
 *
 * Returns: (transfer full) (nullable): the same in official words, such as "Nội dung: VNeID; đối
 *   tượng: Người cao tuổi"; %NULL for everything
 */
char *
cnscd_schedule_narrowing_describe (const CnscdScheduleNarrowing *narrowing)
{
  const struct
  {
    const char *first; /* what begins the words, and what goes on */
    const char *further;
    const char *name;
  } parts[] = {
    { "Địa bàn", "địa bàn", narrowing->hamlet },
    { "Nội dung", "nội dung", narrowing->topic },
    { "Đối tượng", "đối tượng", narrowing->audience },
    { "Người hướng dẫn", "người hướng dẫn", narrowing->guide },
  };
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].name != NULL)
      g_string_append_printf (words, "%s%s: %s", words->len > 0 ? "; " : "",
                              words->len > 0 ? parts[i].further : parts[i].first, parts[i].name);
  return words->len > 0 ? g_strdup (words->str) : NULL;
}

/**
 * cnscd_schedule_new:
 * @from: the first day
 * @to: the last day
 *
 * Makes a schedule without sessions, in landscape, without lunar dates.
 *
 * Returns: (transfer full): the schedule
 */
CnscdSchedule *
cnscd_schedule_new (CnscdDate from, CnscdDate to)
{
  CnscdSchedule *schedule = g_new0 (CnscdSchedule, 1);

  schedule->from = from;
  schedule->to = to;
  schedule->landscape = TRUE;
  schedule->sessions =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_session_summary_unref);

  return schedule;
}

/**
 * cnscd_schedule_choose:
 * @schedule: a schedule as it was read
 * @choices: how it shall be printed
 *
 * Has the schedule say what was chosen.
 */
void
cnscd_schedule_choose (CnscdSchedule *schedule, const CnscdScheduleChoices *choices)
{
  g_return_if_fail (schedule != NULL);
  g_return_if_fail (choices != NULL);

  schedule->landscape = choices->landscape;
  schedule->with_lunar = choices->with_lunar;
  g_set_str (&schedule->narrowed, choices->narrowed);
  schedule->issuer.date = choices->date;
  cnscd_issuer_set_signer (&schedule->issuer, choices->signer);
}

/**
 * cnscd_schedule_get_n_people:
 * @schedule: a schedule
 *
 * Returns: how many guides it names, as the audit log wants it
 */
guint
cnscd_schedule_get_n_people (const CnscdSchedule *schedule)
{
  g_autoptr (GHashTable) names = NULL;

  g_return_val_if_fail (schedule != NULL, 0);

  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < schedule->sessions->len; i++)
    {
      const CnscdSessionSummary *session = schedule->sessions->pdata[i];
      g_auto (GStrv) guides = g_strsplit (session->guides != NULL ? session->guides : "", "; ", -1);

      for (guint g = 0; guides[g] != NULL; g++)
        g_hash_table_add (names, g_strdup (guides[g]));
    }

  return g_hash_table_size (names);
}

/**
 * cnscd_schedule_free:
 * @schedule: (nullable): a schedule
 */
void
cnscd_schedule_free (CnscdSchedule *schedule)
{
  if (schedule == NULL)
    return;

  cnscd_issuer_clear (&schedule->issuer);
  g_free (schedule->team_title);
  g_free (schedule->narrowed);
  g_ptr_array_unref (schedule->sessions);
  g_free (schedule);
}
