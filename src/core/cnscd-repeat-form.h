/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-form-problem.h"
#include "cnscd-recurrence.h"

G_BEGIN_DECLS

/**
 * CnscdRepeatKind:
 * @CNSCD_REPEAT_NEVER: not at all
 * @CNSCD_REPEAT_WEEKLY: every week, on the weekday of the first session
 * @CNSCD_REPEAT_WEEKS: every so many weeks
 * @CNSCD_REPEAT_WEEKDAY: every month on a weekday: the third Tuesday
 * @CNSCD_REPEAT_LUNAR: every lunar month on a day of it: rằm
 */
typedef enum
{
  CNSCD_REPEAT_NEVER,
  CNSCD_REPEAT_WEEKLY,
  CNSCD_REPEAT_WEEKS,
  CNSCD_REPEAT_WEEKDAY,
  CNSCD_REPEAT_LUNAR,
  CNSCD_N_REPEAT_KINDS,
} CnscdRepeatKind;

/**
 * CnscdRepeatForm:
 * @first: day of the first session, unknown while it is not right
 * @interval: weeks, only with %CNSCD_REPEAT_WEEKS
 * @until: as typed: the last day on which there may be one
 *
 * How a session repeats, as chosen in a form.
 */
typedef struct
{
  CnscdRepeatKind kind;
  CnscdDate first;
  int interval;
  const char *until;
} CnscdRepeatForm;

CnscdFormProblem cnscd_repeat_form_check (const CnscdRepeatForm *form);
gboolean cnscd_repeat_form_get_rule (const CnscdRepeatForm *form, CnscdRecurrence *rule);
CnscdDate cnscd_repeat_propose_until (CnscdDate first);
CnscdRepeatKind
cnscd_repeat_recognize (const CnscdRecurrence *rule, CnscdDate first, int *interval);

G_END_DECLS
