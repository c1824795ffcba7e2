/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-form-problem.h"
#include "cnscd-records.h"

G_BEGIN_DECLS

/**
 * CnscdMemberForm:
 * @person: (nullable): whom the form shows, as stored
 * @membership: (nullable): what it shows of a team, as stored
 *
 * A member as typed into a form: texts as they stand in its fields, %NULL or
 * blank for unknown. All belongs to whoever fills it.
 */
typedef struct
{
  const CnscdPerson *person;
  const CnscdMembership *membership;
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

CnscdFormProblem
cnscd_member_form_check (const CnscdMemberForm *form, CnscdMemberField field, CnscdDate today);
gboolean cnscd_member_form_is_valid (const CnscdMemberForm *form, CnscdDate today);
void cnscd_member_form_fill (const CnscdMemberForm *form,
                             CnscdPerson *person,
                             CnscdMembership *membership);

G_END_DECLS
