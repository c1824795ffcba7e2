/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-member-form.h"

#include "cnscd-phone.h"
#include "cnscd-text.h"

/* Beyond these it is a slip of the finger. */
#define MAX_AGE         110
#define MIN_AGE         14
#define MAX_NAME_LENGTH 60

static gboolean
is_blank (const char *text)
{
  g_autofree char *clean = cnscd_text_clean (text);

  return clean == NULL;
}

static CnscdFormProblem
check_birth (const char *text, CnscdDate today)
{
  CnscdDate birth;

  if (is_blank (text))
    return CNSCD_FORM_PROBLEM_NONE;
  if (!cnscd_date_parse (text, &birth))
    return CNSCD_FORM_PROBLEM_NOT_A_DATE;
  if (birth.year > today.year || cnscd_date_compare (birth, today) > 0)
    return CNSCD_FORM_PROBLEM_IN_THE_FUTURE;
  if (today.year - birth.year > MAX_AGE)
    return CNSCD_FORM_PROBLEM_TOO_OLD;
  if (today.year - birth.year < MIN_AGE)
    return CNSCD_FORM_PROBLEM_TOO_YOUNG;

  return CNSCD_FORM_PROBLEM_NONE;
}

static CnscdFormProblem
check_phone (const char *text)
{
  g_autofree char *phone = NULL;

  if (is_blank (text))
    return CNSCD_FORM_PROBLEM_NONE;

  phone = cnscd_phone_normalize (text);
  return phone != NULL ? CNSCD_FORM_PROBLEM_NONE : CNSCD_FORM_PROBLEM_NOT_A_PHONE;
}

/* Nobody has consented tomorrow. */
static CnscdFormProblem
check_past_day (const char *text, CnscdDate today)
{
  CnscdDate day;
  CnscdFormProblem problem;

  if (is_blank (text))
    return CNSCD_FORM_PROBLEM_NONE;

  problem = cnscd_form_check_day (text, CNSCD_DATE_UNKNOWN, &day);
  if (problem == CNSCD_FORM_PROBLEM_NONE && cnscd_date_compare (day, today) > 0)
    return CNSCD_FORM_PROBLEM_IN_THE_FUTURE;
  return problem;
}

static CnscdFormProblem
check_since (const char *text)
{
  CnscdDate day;

  return is_blank (text) ? CNSCD_FORM_PROBLEM_NONE
                         : cnscd_form_check_day (text, CNSCD_DATE_UNKNOWN, &day);
}

static void
set_clean (gpointer record, char **field, const char *text)
{
  g_autofree char *clean = cnscd_text_clean (text);

  cnscd_record_set_text (record, field, clean);
}

/**
 * cnscd_form_check_day:
 * @text: (nullable): what somebody typed
 * @not_before: a day that it must not come before, or unknown
 * @day: (out): the day; unknown with a problem
 *
 * Reads a day of which day, month and year are known.
 *
 * Returns: what is wrong with it
 */
CnscdFormProblem
cnscd_form_check_day (const char *text, CnscdDate not_before, CnscdDate *day)
{
  *day = CNSCD_DATE_UNKNOWN;

  if (is_blank (text))
    return CNSCD_FORM_PROBLEM_MISSING;
  if (!cnscd_date_parse (text, day))
    return CNSCD_FORM_PROBLEM_NOT_A_DATE;

  if (!cnscd_date_is_full (*day))
    {
      *day = CNSCD_DATE_UNKNOWN;
      return CNSCD_FORM_PROBLEM_NOT_A_FULL_DATE;
    }
  if (cnscd_date_is_known (not_before) && cnscd_date_compare (*day, not_before) < 0)
    {
      *day = CNSCD_DATE_UNKNOWN;
      return CNSCD_FORM_PROBLEM_BEFORE_START;
    }

  return CNSCD_FORM_PROBLEM_NONE;
}

/**
 * cnscd_form_is_far_ahead:
 * @text: (nullable): what somebody typed as a day
 * @today: today in Vietnam
 *
 * A year too many is a slip of the finger more often than a plan; it may be
 * one, though, so that it is asked about and not refused.
 *
 * Returns: whether it is a day of which day, month and year are known, more
 *   than a year from @today
 */
gboolean
cnscd_form_is_far_ahead (const char *text, CnscdDate today)
{
  CnscdDate day;

  return cnscd_form_check_day (text, CNSCD_DATE_UNKNOWN, &day) == CNSCD_FORM_PROBLEM_NONE &&
         cnscd_date_compare (day, CNSCD_DATE (today.year + 1, today.month, today.day)) > 0;
}

/**
 * cnscd_form_check_name:
 * @text: (nullable): what was typed as somebody's name
 *
 * Returns: what is wrong with it
 */
CnscdFormProblem
cnscd_form_check_name (const char *text)
{
  g_autofree char *name = cnscd_name_normalize (text);

  if (name == NULL)
    return CNSCD_FORM_PROBLEM_MISSING;
  if (g_utf8_strlen (name, -1) > MAX_NAME_LENGTH)
    return CNSCD_FORM_PROBLEM_NOT_A_NAME;

  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      /* Names of the Tày, Nùng, Mông and Dao have no others either. */
      if (!g_unichar_isalpha (c) && !g_unichar_ismark (c) && c != ' ' && c != '-' && c != '\'' &&
          c != 0x2019 && c != '.')
        return CNSCD_FORM_PROBLEM_NOT_A_NAME;
    }

  return CNSCD_FORM_PROBLEM_NONE;
}

/**
 * cnscd_member_form_check:
 * @form: what was typed
 * @field: which field
 * @today: today in Vietnam
 *
 * Checks a field while somebody types into it.
 *
 * Returns: what is wrong with it
 */
CnscdFormProblem
cnscd_member_form_check (const CnscdMemberForm *form, CnscdMemberField field, CnscdDate today)
{
  g_return_val_if_fail (form != NULL, CNSCD_FORM_PROBLEM_NONE);

  switch (field)
    {
    case CNSCD_MEMBER_FIELD_FULL_NAME:
      return cnscd_form_check_name (form->full_name);
    case CNSCD_MEMBER_FIELD_BIRTH:
      return check_birth (form->birth, today);
    case CNSCD_MEMBER_FIELD_PHONE:
      return check_phone (form->phone);
    case CNSCD_MEMBER_FIELD_LEGAL_BASIS_ON:
      /* Without a basis its day is not asked for. */
      return form->legal_basis != CNSCD_LEGAL_BASIS_UNKNOWN
               ? check_past_day (form->legal_basis_on, today)
               : CNSCD_FORM_PROBLEM_NONE;
    case CNSCD_MEMBER_FIELD_SINCE:
      return check_since (form->since);
    default:
      g_return_val_if_reached (CNSCD_FORM_PROBLEM_NONE);
    }
}

/**
 * cnscd_member_form_is_valid:
 * @form: what was typed
 * @today: today in Vietnam
 *
 * Returns: whether nothing is wrong with any field
 */
gboolean
cnscd_member_form_is_valid (const CnscdMemberForm *form, CnscdDate today)
{
  for (CnscdMemberField field = CNSCD_MEMBER_FIELD_FULL_NAME; field <= CNSCD_MEMBER_FIELD_SINCE;
       field++)
    {
      if (cnscd_member_form_check (form, field, today) != CNSCD_FORM_PROBLEM_NONE)
        return FALSE;
    }

  return TRUE;
}

/**
 * cnscd_member_form_fill:
 * @form: what was typed, valid
 * @person: a person that is not shared yet
 * @membership: a membership that is not shared yet
 *
 * Writes what was typed into the two records, as the store keeps it: names
 * NFC and single-spaced, phones as digits.
 */
void
cnscd_member_form_fill (const CnscdMemberForm *form,
                        CnscdPerson *person,
                        CnscdMembership *membership)
{
  g_autofree char *name = NULL;
  g_autofree char *phone = NULL;

  g_return_if_fail (form != NULL && person != NULL && membership != NULL);

  name = cnscd_name_normalize (form->full_name);
  phone = is_blank (form->phone) ? NULL : cnscd_phone_normalize (form->phone);
  cnscd_record_set (person, full_name, name);
  person->gender = (int) form->gender;
  if (is_blank (form->birth) || !cnscd_date_parse (form->birth, &person->birth))
    person->birth = CNSCD_DATE_UNKNOWN;
  cnscd_record_set (person, phone, phone);
  person->legal_basis = (int) form->legal_basis;
  if (form->legal_basis == CNSCD_LEGAL_BASIS_UNKNOWN || is_blank (form->legal_basis_on) ||
      !cnscd_date_parse (form->legal_basis_on, &person->legal_basis_on))
    person->legal_basis_on = CNSCD_DATE_UNKNOWN;

  membership->role = (int) form->role;
  set_clean (membership, &membership->body, form->body);
  set_clean (membership, &membership->position, form->position);
  set_clean (membership, &membership->note, form->note);
  if (is_blank (form->since) || !cnscd_date_parse (form->since, &membership->valid_from))
    membership->valid_from = CNSCD_DATE_UNKNOWN;
}
