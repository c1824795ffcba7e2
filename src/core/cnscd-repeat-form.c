/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repeat-form.h"

#include "cnscd-lunar.h"
#include "cnscd-series-edit.h"
#include "cnscd-time.h"

#define DAYS_PER_WEEK 7
#define USUAL_MONTHS  3

/* The fourth may be the last; the fifth is, for most months have none. */
static guint
get_position (CnscdDate day)
{
  guint position = (day.day - 1u) / DAYS_PER_WEEK + 1;

  return position > 4 ? CNSCD_LAST_POSITION_BIT : CNSCD_DAY_BIT (position);
}

static gboolean
fill_rule (const CnscdRepeatForm *form, CnscdRecurrence *rule)
{
  CnscdLunarDate lunar;

  *rule = (CnscdRecurrence) { .frequency = CNSCD_FREQUENCY_WEEKLY, .interval = 1 };
  switch (form->kind)
    {
    case CNSCD_REPEAT_WEEKLY:
      return TRUE;
    case CNSCD_REPEAT_WEEKS:
      rule->interval = form->interval;
      return TRUE;
    case CNSCD_REPEAT_WEEKDAY:
      rule->frequency = CNSCD_FREQUENCY_MONTHLY;
      rule->weekdays = CNSCD_DAY_BIT ((guint) cnscd_date_get_weekday (form->first));
      rule->positions = get_position (form->first);
      return TRUE;
    case CNSCD_REPEAT_LUNAR:
      if (!cnscd_lunar_from_date (form->first, &lunar))
        return FALSE;
      rule->frequency = CNSCD_FREQUENCY_MONTHLY;
      rule->lunar = TRUE;
      rule->month_days = CNSCD_DAY_BIT ((guint) lunar.day);
      rule->backward = TRUE;
      return TRUE;
    case CNSCD_REPEAT_NEVER:
    case CNSCD_N_REPEAT_KINDS:
    default:
      return FALSE;
    }
}

/**
 * cnscd_repeat_form_check:
 * @form: what was chosen
 *
 * Returns: what is wrong with the last day; also %CNSCD_FORM_PROBLEM_TOO_MANY for more than
 *   %CNSCD_SERIES_MAX_SESSIONS days until then, and %CNSCD_FORM_PROBLEM_NOT_LUNAR for lunar days
 *   that nobody has reckoned
 */
CnscdFormProblem
cnscd_repeat_form_check (const CnscdRepeatForm *form)
{
  g_autoptr (GArray) days = NULL;
  CnscdRecurrence rule;
  CnscdFormProblem problem;
  CnscdLunarDate lunar;
  CnscdDate until;

  g_return_val_if_fail (form != NULL, CNSCD_FORM_PROBLEM_NONE);

  if (form->kind == CNSCD_REPEAT_NEVER)
    return CNSCD_FORM_PROBLEM_NONE;
  problem = cnscd_form_check_day (form->until, form->first, &until);
  if (problem == CNSCD_FORM_PROBLEM_NONE && form->kind == CNSCD_REPEAT_LUNAR &&
      !cnscd_lunar_from_date (until, &lunar))
    problem = CNSCD_FORM_PROBLEM_NOT_LUNAR;
  if (problem != CNSCD_FORM_PROBLEM_NONE || !cnscd_repeat_form_get_rule (form, &rule))
    return problem;

  days = cnscd_recurrence_list_days (&rule, form->first, form->first, rule.until,
                                     CNSCD_SERIES_MAX_SESSIONS + 1);
  return days->len > CNSCD_SERIES_MAX_SESSIONS ? CNSCD_FORM_PROBLEM_TOO_MANY
                                               : CNSCD_FORM_PROBLEM_NONE;
}

/**
 * cnscd_repeat_form_get_rule:
 * @form: what was chosen
 * @rule: (out): how it repeats
 *
 * Returns: whether it repeats, and nothing is wrong
 */
gboolean
cnscd_repeat_form_get_rule (const CnscdRepeatForm *form, CnscdRecurrence *rule)
{
  CnscdDate until;

  g_return_val_if_fail (form != NULL && rule != NULL, FALSE);

  if (!cnscd_date_is_full (form->first) ||
      cnscd_form_check_day (form->until, form->first, &until) != CNSCD_FORM_PROBLEM_NONE ||
      !fill_rule (form, rule))
    return FALSE;

  rule->until = until;
  return cnscd_recurrence_check (rule, NULL);
}

/**
 * cnscd_repeat_propose_until:
 * @first: day of the first session
 *
 * Returns: until when plans usually go: three months later
 */
CnscdDate
cnscd_repeat_propose_until (CnscdDate first)
{
  return cnscd_date_add_days (first, USUAL_MONTHS * 30);
}

/**
 * cnscd_repeat_recognize:
 * @rule: how something repeats
 * @first: a day that @rule gives
 * @interval: (out): in weeks, 1 where it is none
 *
 * Returns: how a form says the same, but for its end; %CNSCD_REPEAT_NEVER when no form says it
 */
CnscdRepeatKind
cnscd_repeat_recognize (const CnscdRecurrence *rule, CnscdDate first, int *interval)
{
  g_return_val_if_fail (rule != NULL && interval != NULL, CNSCD_REPEAT_NEVER);

  *interval = rule->frequency == CNSCD_FREQUENCY_WEEKLY ? rule->interval : 1;
  for (int kind = CNSCD_REPEAT_WEEKLY; kind < CNSCD_N_REPEAT_KINDS; kind++)
    {
      CnscdRepeatForm form = { .kind = (CnscdRepeatKind) kind,
                               .first = first,
                               .interval = *interval };
      CnscdRecurrence like;
      guint weekday = CNSCD_DAY_BIT ((guint) cnscd_date_get_weekday (first));

      if (!fill_rule (&form, &like) || like.frequency != rule->frequency ||
          like.lunar != rule->lunar || like.interval != rule->interval ||
          like.positions != rule->positions || like.month_days != rule->month_days)
        continue;
      if (like.weekdays == rule->weekdays || (like.weekdays == 0 && rule->weekdays == weekday))
        return form.kind;
    }

  return CNSCD_REPEAT_NEVER;
}
