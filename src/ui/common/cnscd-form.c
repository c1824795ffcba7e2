/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-form.h"

#include <glib/gi18n-lib.h>

static const char *
describe (CnscdFormProblem problem)
{
  switch (problem)
    {
    case CNSCD_FORM_PROBLEM_MISSING:
      return C_ ("problem", "still needed");
    case CNSCD_FORM_PROBLEM_NOT_A_NAME:
      return C_ ("problem", "not a name");
    case CNSCD_FORM_PROBLEM_NOT_A_DATE:
      return C_ ("problem", "not a date");
    case CNSCD_FORM_PROBLEM_NO_SUCH_DATE:
      return C_ ("problem", "no such date");
    case CNSCD_FORM_PROBLEM_NOT_A_FULL_DATE:
      return C_ ("problem", "day, month and year are needed");
    case CNSCD_FORM_PROBLEM_IN_THE_FUTURE:
      return C_ ("problem", "in the future");
    case CNSCD_FORM_PROBLEM_TOO_OLD:
      return C_ ("problem", "too long ago");
    case CNSCD_FORM_PROBLEM_TOO_YOUNG:
      return C_ ("problem", "too young for a team");
    case CNSCD_FORM_PROBLEM_NOT_A_PHONE:
      return C_ ("problem", "not a phone number");
    case CNSCD_FORM_PROBLEM_BEFORE_START:
      return C_ ("problem", "before it began");
    case CNSCD_FORM_PROBLEM_NOT_A_DECISION_NUMBER:
      return C_ ("problem", "not the number of a decision");
    case CNSCD_FORM_PROBLEM_AFTER_END:
      return C_ ("problem", "after it ended");
    case CNSCD_FORM_PROBLEM_NOT_A_NUMBER:
      return C_ ("problem", "not a number");
    case CNSCD_FORM_PROBLEM_MORE_THAN_ALL:
      return C_ ("problem", "more than in all");
    case CNSCD_FORM_PROBLEM_ALREADY_THERE:
      return C_ ("problem", "already there");
    case CNSCD_FORM_PROBLEM_NONE:
    default:
      return NULL;
    }
}

/**
 * cnscd_form_show_problem:
 * @row: a row of a form
 * @title: what the row is called
 * @problem: what is wrong with its text
 *
 * Says what is wrong in the row's own title, which screen readers read with
 * it. The text itself is left alone, for an input method may be composing it.
 */
void
cnscd_form_show_problem (AdwEntryRow *row, const char *title, CnscdFormProblem problem)
{
  const char *words = describe (problem);
  g_autofree char *full = NULL;

  if (words != NULL)
    {
      /* Translators: the name of a field, and what is wrong with its text */
      full = g_strdup_printf (_ ("%s: %s"), title, words);
      gtk_widget_add_css_class (GTK_WIDGET (row), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), full != NULL ? full : title);
  /* Whole also where the row is too narrow for it. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), full);
}

/**
 * cnscd_form_show_warning:
 * @row: a row of a form, about which cnscd_form_show_problem() has nothing to say
 * @title: what the row is called
 * @warning: (nullable): what may be wrong with its text, though it may be saved
 *
 * Says what may be wrong, in the row's title as well.
 */
void
cnscd_form_show_warning (AdwEntryRow *row, const char *title, const char *warning)
{
  g_autofree char *full = NULL;

  if (warning == NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (row), "warning");
      return;
    }

  full = g_strdup_printf (_ ("%s: %s"), title, warning);
  gtk_widget_add_css_class (GTK_WIDGET (row), "warning");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), full);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), full);
}

/**
 * cnscd_form_show_day:
 * @row: a row of a form, for a day
 * @title: what the row is called
 * @problem: what is wrong with its text
 *
 * Says what is wrong, or else that the day is so far ahead that it may be.
 */
void
cnscd_form_show_day (AdwEntryRow *row, const char *title, CnscdFormProblem problem)
{
  gboolean far_ahead =
    problem == CNSCD_FORM_PROBLEM_NONE &&
    cnscd_form_is_far_ahead (gtk_editable_get_text (GTK_EDITABLE (row)), cnscd_date_today ());

  cnscd_form_show_problem (row, title, problem);
  cnscd_form_show_warning (row, title, far_ahead ? C_ ("problem", "more than a year ahead") : NULL);
}
