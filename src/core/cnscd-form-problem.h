/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-date.h"

G_BEGIN_DECLS

/* What is wrong with a text that was typed into a form. */
typedef enum
{
  CNSCD_FORM_PROBLEM_NONE,
  CNSCD_FORM_PROBLEM_MISSING,
  CNSCD_FORM_PROBLEM_NOT_A_NAME,
  CNSCD_FORM_PROBLEM_NAME_TOO_LONG,
  CNSCD_FORM_PROBLEM_NOT_A_DATE,
  CNSCD_FORM_PROBLEM_NO_SUCH_DATE, /* written as one, but 31/2 */
  CNSCD_FORM_PROBLEM_NOT_A_FULL_DATE,
  CNSCD_FORM_PROBLEM_IN_THE_FUTURE,
  CNSCD_FORM_PROBLEM_TOO_OLD,
  CNSCD_FORM_PROBLEM_TOO_YOUNG,
  CNSCD_FORM_PROBLEM_NOT_A_PHONE,
  CNSCD_FORM_PROBLEM_BEFORE_START,
  CNSCD_FORM_PROBLEM_NOT_A_DECISION_NUMBER,
  CNSCD_FORM_PROBLEM_AFTER_END,
  CNSCD_FORM_PROBLEM_NOT_A_NUMBER,
  CNSCD_FORM_PROBLEM_TOO_LARGE,
  CNSCD_FORM_PROBLEM_MORE_THAN_ALL,
  CNSCD_FORM_PROBLEM_ALREADY_THERE,
  CNSCD_FORM_PROBLEM_NOT_A_TIME, /* of the day */
  CNSCD_FORM_PROBLEM_TOO_LONG,   /* no name */
  CNSCD_FORM_PROBLEM_TOO_MANY,   /* days of a series */
  CNSCD_FORM_PROBLEM_PAST_MIDNIGHT,
  CNSCD_FORM_PROBLEM_NOT_LUNAR, /* where the lunar calendar ends */
} CnscdFormProblem;

gboolean cnscd_form_is_blank (const char *text);
gboolean cnscd_form_is_text (const char *text, const char *stored);
gboolean cnscd_form_is_date (const char *text, CnscdDate stored);
CnscdFormProblem cnscd_form_check_name (const char *text);
gunichar cnscd_form_find_stray (const char *text);
CnscdFormProblem cnscd_form_check_date (const char *text, CnscdDate *date);
char *cnscd_form_read_back (const char *text);
CnscdFormProblem cnscd_form_check_day (const char *text, CnscdDate not_before, CnscdDate *day);
CnscdFormProblem cnscd_form_check_near_day (const char *text, CnscdDate not_before, CnscdDate *day);
CnscdDate cnscd_form_get_coming_day (const char *text, CnscdDate today);
gboolean cnscd_form_is_far_ahead (const char *text, CnscdDate today);
gboolean cnscd_form_is_before_teams (const char *text);

G_END_DECLS
