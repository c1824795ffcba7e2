/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-decision-form.h"

#include <string.h>

#include "cnscd-text.h"

#define MAX_NUMBER_LENGTH 40

/* No commune had such a team before; beyond a year ahead it is a slip of the finger. */
#define FIRST_YEAR 2000

/* What people type before the number itself, folded. */
static const char *const heads[] = { "quyet dinh so", "quyet dinh", "qd so", "so" };

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

static CnscdFormProblem
check_number (const char *text)
{
  g_autofree char *number = cnscd_decision_number_normalize (text);

  if (number == NULL)
    return CNSCD_FORM_PROBLEM_MISSING;
  if (!has_digit (number) || g_utf8_strlen (number, -1) > MAX_NUMBER_LENGTH)
    return CNSCD_FORM_PROBLEM_NOT_A_DECISION_NUMBER;

  return CNSCD_FORM_PROBLEM_NONE;
}

static CnscdFormProblem
check_date (const CnscdDecisionForm *form, CnscdDate today)
{
  CnscdDate date;
  CnscdFormProblem problem = cnscd_form_check_day (form->date, CNSCD_DATE_UNKNOWN, &date);

  if (problem == CNSCD_FORM_PROBLEM_MISSING && !form->needs_date)
    return CNSCD_FORM_PROBLEM_NONE;
  if (problem != CNSCD_FORM_PROBLEM_NONE)
    return problem;
  if (date.year > today.year + 1)
    return CNSCD_FORM_PROBLEM_IN_THE_FUTURE;
  if (date.year < FIRST_YEAR)
    return CNSCD_FORM_PROBLEM_TOO_OLD;

  return CNSCD_FORM_PROBLEM_NONE;
}

static void
set_clean (CnscdDecision *decision, char **field, const char *text)
{
  g_autofree char *clean = cnscd_text_clean (text);

  cnscd_record_set_text (decision, field, clean);
}

/* Returns: (transfer none): what follows "Quyết định số", or @text */
static const char *
skip_head (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      const char *at = text;

      /* As many characters, for folding changes none of these words' lengths. */
      for (glong n = g_utf8_strlen (heads[i], -1); n > 0 && *at != '\0'; n--)
        at = g_utf8_next_char (at);

      if (at != text && !g_unichar_isalpha (g_utf8_get_char (at)))
        {
          g_autofree char *head = g_strndup (text, at - text);
          g_autofree char *key = cnscd_text_search_key (head);

          if (g_str_equal (key, heads[i]))
            return at + strspn (at, " :.");
        }
    }

  return text;
}

/**
 * cnscd_decision_number_normalize:
 * @text: (nullable): "Quyết định số: 103 / QĐ - UBND"
 *
 * Returns: (transfer full) (nullable): "103/QĐ-UBND", or %NULL when blank
 */
char *
cnscd_decision_number_normalize (const char *text)
{
  g_autofree char *clean = cnscd_text_clean (text);
  g_autoptr (GString) number = NULL;

  if (clean == NULL)
    return NULL;

  number = g_string_new (skip_head (clean));
  g_string_replace (number, "–", "-", 0);
  g_string_replace (number, " /", "/", 0);
  g_string_replace (number, "/ ", "/", 0);
  g_string_replace (number, " -", "-", 0);
  g_string_replace (number, "- ", "-", 0);
  return number->len > 0 ? g_string_free_and_steal (g_steal_pointer (&number)) : NULL;
}

/**
 * cnscd_decision_is_double:
 * @number: (nullable): of a decision
 * @date: its date, may be unknown
 * @other_number: (nullable): of another of the same commune
 * @other_date: its date, may be unknown
 *
 * An office numbers its decisions anew each year: Điều 15 NĐ 30/2020/NĐ-CP.
 *
 * Returns: whether both are likely the same
 */
gboolean
cnscd_decision_is_double (const char *number,
                          CnscdDate date,
                          const char *other_number,
                          CnscdDate other_date)
{
  g_autofree char *normal = cnscd_decision_number_normalize (number);
  g_autofree char *other = cnscd_decision_number_normalize (other_number);
  g_autofree char *key = NULL;
  g_autofree char *other_key = NULL;

  if (normal == NULL || other == NULL || date.year != other_date.year)
    return FALSE;

  key = cnscd_text_search_key (normal);
  other_key = cnscd_text_search_key (other);
  return g_str_equal (key, other_key);
}

/**
 * cnscd_decision_form_check:
 * @form: what was typed
 * @field: which field
 * @today: today in Vietnam
 *
 * Checks a field while somebody types into it. What stands there as stored is
 * right; see cnscd_member_form_check().
 *
 * Returns: what is wrong with it
 */
CnscdFormProblem
cnscd_decision_form_check (const CnscdDecisionForm *form, CnscdDecisionField field, CnscdDate today)
{
  g_return_val_if_fail (form != NULL, CNSCD_FORM_PROBLEM_NONE);

  switch (field)
    {
    case CNSCD_DECISION_FIELD_NUMBER:
      return form->decision != NULL && cnscd_form_is_text (form->number, form->decision->number)
               ? CNSCD_FORM_PROBLEM_NONE
               : check_number (form->number);
    case CNSCD_DECISION_FIELD_DATE:
      return form->decision != NULL && cnscd_form_is_date (form->date, form->decision->date)
               ? CNSCD_FORM_PROBLEM_NONE
               : check_date (form, today);
    default:
      g_return_val_if_reached (CNSCD_FORM_PROBLEM_NONE);
    }
}

/**
 * cnscd_decision_form_is_valid:
 * @form: what was typed
 * @today: today in Vietnam
 *
 * Returns: whether nothing is wrong with any field
 */
gboolean
cnscd_decision_form_is_valid (const CnscdDecisionForm *form, CnscdDate today)
{
  g_return_val_if_fail (form != NULL, FALSE);

  return cnscd_decision_form_check (form, CNSCD_DECISION_FIELD_NUMBER, today) ==
           CNSCD_FORM_PROBLEM_NONE &&
         cnscd_decision_form_check (form, CNSCD_DECISION_FIELD_DATE, today) ==
           CNSCD_FORM_PROBLEM_NONE;
}

/**
 * cnscd_decision_form_fill:
 * @form: what was typed
 * @decision: a decision that is not shared yet
 *
 * Writes what was typed into the record, as the store keeps it. What it says
 * already is left as it is.
 */
void
cnscd_decision_form_fill (const CnscdDecisionForm *form, CnscdDecision *decision)
{
  g_autofree char *number = NULL;
  g_autofree char *date = NULL;

  g_return_if_fail (form != NULL && decision != NULL);

  if (!cnscd_form_is_text (form->number, decision->number))
    {
      number = cnscd_decision_number_normalize (form->number);
      cnscd_record_set (decision, number, number);
    }
  date = cnscd_text_clean (form->date);
  if (!cnscd_form_is_date (form->date, decision->date) &&
      (date == NULL || !cnscd_date_parse (date, &decision->date)))
    decision->date = CNSCD_DATE_UNKNOWN;
  decision->kind = (int) form->kind;
  set_clean (decision, &decision->issuer, form->issuer);
  set_clean (decision, &decision->signer, form->signer);
  set_clean (decision, &decision->subject, form->subject);
  set_clean (decision, &decision->note, form->note);
}
