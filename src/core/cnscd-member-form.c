/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-member-form.h"

#include "cnscd-phone.h"
#include "cnscd-text.h"

/* Beyond these it is a slip of the finger. */
#define MAX_AGE 110
#define MIN_AGE 14

static CnscdFormProblem
check_birth (const char *text, CnscdDate today)
{
  CnscdDate birth;
  CnscdFormProblem problem = cnscd_form_check_date (text, &birth);

  if (problem != CNSCD_FORM_PROBLEM_NONE || !cnscd_date_is_known (birth))
    return problem;
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

  if (cnscd_form_is_blank (text))
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

  if (cnscd_form_is_blank (text))
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

  return cnscd_form_is_blank (text) ? CNSCD_FORM_PROBLEM_NONE
                                    : cnscd_form_check_day (text, CNSCD_DATE_UNKNOWN, &day);
}

static void
set_clean (gpointer record, char **field, const char *text)
{
  g_autofree char *clean = cnscd_text_clean (text);

  cnscd_record_set_text (record, field, clean);
}

static gboolean
is_phone (const char *text, const char *stored)
{
  g_autofree char *shown = stored != NULL ? cnscd_phone_format (stored) : NULL;

  return cnscd_form_is_text (text, shown);
}

static gboolean
is_as_stored (const CnscdMemberForm *form, CnscdMemberField field)
{
  const CnscdPerson *person = form->person;
  const CnscdMembership *membership = form->membership;

  switch (field)
    {
    case CNSCD_MEMBER_FIELD_FULL_NAME:
      return person != NULL && cnscd_form_is_text (form->full_name, person->full_name);
    case CNSCD_MEMBER_FIELD_BIRTH:
      return person != NULL && cnscd_form_is_date (form->birth, person->birth);
    case CNSCD_MEMBER_FIELD_PHONE:
      return person != NULL && is_phone (form->phone, person->phone);
    case CNSCD_MEMBER_FIELD_LEGAL_BASIS_ON:
      return person != NULL && cnscd_form_is_date (form->legal_basis_on, person->legal_basis_on);
    case CNSCD_MEMBER_FIELD_SINCE:
      return membership != NULL && cnscd_form_is_date (form->since, membership->valid_from);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * cnscd_member_form_check:
 * @form: what was typed
 * @field: which field
 * @today: today in Vietnam
 *
 * Checks a field while somebody types into it. What stands there as stored is
 * right, for an import takes what a form would not, and that keeps nobody from
 * changing the rest.
 *
 * Returns: what is wrong with it
 */
CnscdFormProblem
cnscd_member_form_check (const CnscdMemberForm *form, CnscdMemberField field, CnscdDate today)
{
  g_return_val_if_fail (form != NULL, CNSCD_FORM_PROBLEM_NONE);

  if (is_as_stored (form, field))
    return CNSCD_FORM_PROBLEM_NONE;

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
 * NFC and single-spaced, phones as digits. What they say already is left as it
 * is.
 */
void
cnscd_member_form_fill (const CnscdMemberForm *form,
                        CnscdPerson *person,
                        CnscdMembership *membership)
{
  g_autofree char *name = NULL;
  g_autofree char *phone = NULL;

  g_return_if_fail (form != NULL && person != NULL && membership != NULL);

  if (!cnscd_form_is_text (form->full_name, person->full_name))
    {
      name = cnscd_name_normalize (form->full_name);
      cnscd_record_set (person, full_name, name);
    }
  person->gender = (int) form->gender;
  if (!cnscd_form_is_date (form->birth, person->birth) &&
      (cnscd_form_is_blank (form->birth) || !cnscd_date_parse (form->birth, &person->birth)))
    person->birth = CNSCD_DATE_UNKNOWN;
  if (!is_phone (form->phone, person->phone))
    {
      phone = cnscd_form_is_blank (form->phone) ? NULL : cnscd_phone_normalize (form->phone);
      cnscd_record_set (person, phone, phone);
    }
  person->legal_basis = (int) form->legal_basis;
  if (form->legal_basis == CNSCD_LEGAL_BASIS_UNKNOWN ||
      cnscd_form_is_blank (form->legal_basis_on) ||
      !cnscd_date_parse (form->legal_basis_on, &person->legal_basis_on))
    person->legal_basis_on = CNSCD_DATE_UNKNOWN;

  membership->role = (int) form->role;
  set_clean (membership, &membership->body, form->body);
  set_clean (membership, &membership->position, form->position);
  set_clean (membership, &membership->note, form->note);
  if (!cnscd_form_is_date (form->since, membership->valid_from) &&
      (cnscd_form_is_blank (form->since) ||
       !cnscd_date_parse (form->since, &membership->valid_from)))
    membership->valid_from = CNSCD_DATE_UNKNOWN;
}
