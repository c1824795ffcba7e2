/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-plan-words.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-series-edit.h"
#include "ui/common/cnscd-words.h"
#include "cnscd-schedule-words.h"

/* As many as one looks at to see whether the rule is the right one. */
#define N_FIRST_DAYS 4

/* As many as leave room for the rest of a form. */
#define N_CLASHING_DAYS 4

/**
 * cnscd_words_for_clashes: (skip)
 * @clashing: a session, and what stands in its way
 * @max_per_week: how many sessions a week a guide should have at most
 * @separator: what stands between the sentences
 *
 * Returns: (transfer full): sentences that say it
 */
char *
cnscd_words_for_clashes (const CnscdPlanClashes *clashing,
                         guint max_per_week,
                         const char *separator)
{
  CnscdDate day = cnscd_time_get_day (clashing->session->starts_at);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < clashing->clashes->len; i++)
    {
      g_autofree char *clash =
        cnscd_clash_dup_words (clashing->clashes->pdata[i], day, max_per_week);

      g_string_append_printf (words, "%s%s", i > 0 ? separator : "", clash);
    }
  return g_string_free_and_steal (words);
}

/**
 * cnscd_words_for_clash_count: (skip)
 * @report: what stands in the way of sessions
 *
 * Returns: (transfer full): how many of them clash, as a title
 */
char *
cnscd_words_for_clash_count (const CnscdClashReport *report)
{
  guint n_clashing = report->sessions->len;
  g_autofree char *number = cnscd_words_for_number (n_clashing);
  g_autofree char *sessions = cnscd_words_for_sessions (report->n_sessions);

  /* Translators: a number, "12 sessions" */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s of %2$s has a clash",
                                       "%1$s of %2$s have a clash", n_clashing),
                          number, sessions);
}

/**
 * cnscd_words_for_clash_report: (skip)
 * @report: what stands in the way of sessions
 * @max_per_week: how many sessions a week a guide should have at most
 *
 * Returns: (transfer full) (nullable): how many of them clash, and the first ones with their day, a
 *   line each; %NULL when none does
 */
char *
cnscd_words_for_clash_report (const CnscdClashReport *report, guint max_per_week)
{
  guint n_clashing = report->sessions->len;
  g_autofree char *said = NULL;
  GString *words;

  if (n_clashing == 0)
    return NULL;

  words = g_string_new (NULL);
  if (report->n_sessions > 1)
    {
      g_autofree char *count = cnscd_words_for_clash_count (report);

      g_string_append_printf (words, "%s:", count);
    }
  for (guint i = 0; i < n_clashing && i < N_CLASHING_DAYS; i++)
    {
      const CnscdPlanClashes *clashing = report->sessions->pdata[i];
      g_autofree char *day = cnscd_date_format (cnscd_time_get_day (clashing->session->starts_at));
      g_autofree char *clashes = cnscd_words_for_clashes (clashing, max_per_week, "; ");

      /* What is the same on several days is said once. */
      if (g_strcmp0 (clashes, said) == 0)
        g_string_append_printf (words, ", %s", day);
      else
        {
          if (said != NULL)
            g_string_append_printf (words, ": %s", said);
          g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", day);
          g_set_str (&said, clashes);
        }
    }
  g_string_append_printf (words, ": %s", said);
  if (n_clashing > N_CLASHING_DAYS)
    {
      g_autofree char *rest = cnscd_words_for_more_sessions (n_clashing - N_CLASHING_DAYS);

      g_string_append_printf (words, "\n%s", rest);
    }
  return g_string_free_and_steal (words);
}

static char *
dup_day (CnscdTime time)
{
  return cnscd_time_is_valid (time) ? cnscd_date_format (cnscd_time_get_day (time))
                                    : g_strdup ("—");
}

/**
 * cnscd_words_for_guide_load: (skip)
 * @load: somebody who might guide
 *
 * Returns: (transfer full): the team, and how much that person has to do, in a few lines
 */
char *
cnscd_words_for_guide_load (const CnscdGuideLoad *load)
{
  g_autofree char *last = dup_day (load->last);
  g_autofree char *next = dup_day (load->next);
  g_autofree char *sessions = cnscd_words_for_sessions (load->n_quarter);
  /* Translators: "2 sessions", the day of the last session, the day of the next one */
  g_autofree char *burden =
    g_strdup_printf (_ ("%1$s this quarter\nLast %2$s · next %3$s"), sessions, last, next);

  return cnscd_words_join ("\n", load->team_name, burden);
}

static char *
dup_series_day (CnscdDate day)
{
  g_autofree char *date = cnscd_date_format (day);
  g_autofree char *lunar = cnscd_words_for_lunar_numbers (day);
  const char *weekday = cnscd_words_for_short_weekday (cnscd_date_get_weekday (day));

  return lunar != NULL ? g_strdup_printf ("%s %s (%s)", weekday, date, lunar)
                       : g_strdup_printf ("%s %s", weekday, date);
}

/**
 * cnscd_words_for_first_days: (skip)
 * @rule: how a session repeats
 * @first: its first day
 *
 * Returns: (transfer full): the first days that @rule gives, a line each, and how many there are
 */
char *
cnscd_words_for_first_days (const CnscdRecurrence *rule, CnscdDate first)
{
  g_autoptr (GArray) days =
    cnscd_recurrence_list_days (rule, first, first, rule->until, CNSCD_SERIES_MAX_SESSIONS);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < days->len && i < N_FIRST_DAYS; i++)
    {
      g_autofree char *day = dup_series_day (g_array_index (days, CnscdDate, i));

      g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", day);
    }
  if (days->len > N_FIRST_DAYS)
    {
      g_autofree char *rest = cnscd_words_for_more_sessions (days->len - N_FIRST_DAYS);

      g_string_append_printf (words, "\n%s", rest);
    }
  return g_string_free_and_steal (words);
}
