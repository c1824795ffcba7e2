/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-records.h"

G_BEGIN_DECLS

/**
 * CnscdMemberForm:
 *
 * A member as typed into a form: texts as they stand in its fields, %NULL or
 * blank for unknown. The texts belong to whoever fills it.
 */
typedef struct
{
  const char *full_name;
  CnscdGender gender;
  const char *birth; /* "1975" or "21/6/1975" */
  const char *phone;
  CnscdLegalBasis legal_basis;
  const char *legal_basis_on; /* since when */
  CnscdRole role;
  const char *body;
  const char *position;
  const char *since; /* first day in the team */
  const char *note;
} CnscdMemberForm;

typedef enum
{
  CNSCD_MEMBER_FIELD_FULL_NAME,
  CNSCD_MEMBER_FIELD_BIRTH,
  CNSCD_MEMBER_FIELD_PHONE,
  CNSCD_MEMBER_FIELD_LEGAL_BASIS_ON,
  CNSCD_MEMBER_FIELD_SINCE,
} CnscdMemberField;

typedef enum
{
  CNSCD_FORM_PROBLEM_NONE,
  CNSCD_FORM_PROBLEM_MISSING,
  CNSCD_FORM_PROBLEM_NOT_A_NAME,
  CNSCD_FORM_PROBLEM_NOT_A_DATE,
  CNSCD_FORM_PROBLEM_NOT_A_FULL_DATE,
  CNSCD_FORM_PROBLEM_IN_THE_FUTURE,
  CNSCD_FORM_PROBLEM_TOO_OLD,
  CNSCD_FORM_PROBLEM_TOO_YOUNG,
  CNSCD_FORM_PROBLEM_NOT_A_PHONE,
  CNSCD_FORM_PROBLEM_BEFORE_START,
  CNSCD_FORM_PROBLEM_NOT_A_DECISION_NUMBER,
  CNSCD_FORM_PROBLEM_AFTER_END,
  CNSCD_FORM_PROBLEM_NOT_A_NUMBER,
  CNSCD_FORM_PROBLEM_MORE_THAN_ALL,
  CNSCD_FORM_PROBLEM_ALREADY_THERE,
} CnscdFormProblem;

CnscdFormProblem
cnscd_member_form_check (const CnscdMemberForm *form, CnscdMemberField field, CnscdDate today);
gboolean cnscd_member_form_is_valid (const CnscdMemberForm *form, CnscdDate today);
void cnscd_member_form_fill (const CnscdMemberForm *form,
                             CnscdPerson *person,
                             CnscdMembership *membership);

CnscdFormProblem cnscd_form_check_name (const char *text);
CnscdFormProblem cnscd_form_check_day (const char *text, CnscdDate not_before, CnscdDate *day);
gboolean cnscd_form_is_far_ahead (const char *text, CnscdDate today);

G_END_DECLS
